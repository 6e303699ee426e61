"""What values look like to people."""

import pytest

from hudna.model import Claim, Mention
from hudna.publish.view.saying import claim_fields, looks, meaning, reasons


@pytest.mark.parametrize(
    ("type_", "value", "words"),
    [
        ("number", {"lo": 32, "hi": 32, "bound": "exact", "sort": "cardinal"}, "32"),
        ("number", {"lo": 200, "hi": None, "bound": "more_than", "counted": "person"}, "more than 200 person"),
        ("number", {"lo": None, "hi": 24, "bound": "fewer_than"}, "fewer than 24"),
        ("number", {"lo": 3, "hi": 5, "bound": "exact", "sort": "range"}, "3 to 5 (range)"),
        ("number", {"lo": 200, "hi": None, "bound": "exact"}, "200 to …"),
        ("number", {"lo": 0.5, "hi": 0.5, "bound": "exact", "sort": "fraction"}, "0.5 (fraction)"),
        ("number", {"lo": 2500000, "hi": 2500000}, "2,500,000"),
        ("time", {"from": "2020-10-10", "to": "2020-10-10", "grain": "day"}, "2020-10-10 (day)"),
        (
            "time",
            {"from": "2020-09-27", "to": None, "grain": "day", "open_end": True},
            "2020-09-27 to … (day), open end",
        ),
        ("time", {"from": None, "to": None, "grain": "week"}, "not resolved (week)"),
        ("duration", {"seconds": 86400.0}, "1 d"),
        ("duration", {"seconds": 5400}, "90 min"),
        ("duration", {"seconds": 0.5}, "0.5 s"),
        ("duration", {"seconds": None}, "of unknown length"),
        ("place", {"code": "agdam", "lat": 39.99, "lon": 46.93}, "agdam (39.99, 46.93)"),
        ("place", {"code": None, "name": "قرية ما", "within": "force"}, "no code: قرية ما within a force"),
        ("actor", {"code": None, "codes": ["ARM", "AZE"]}, "ARM, AZE"),
        ("speaker", {"code": "ARM", "score": None}, "code ARM"),
    ],
)
def test_meanings(type_, value, words):
    assert meaning(Mention(type_, 0, 1, "x", value, "r")) == words


def test_a_rule_is_not_said_twice():
    assert (
        reasons(Mention("time", 0, 1, "x", {}, "clock time", "clock time; on the day"))
        == "rule: clock time; on the day"
    )
    assert reasons(Mention("time", 0, 1, "x", {}, "clock time")) == "rule: clock time"


def test_every_type_has_a_look_of_its_own():
    assert set(looks()) == {"number", "time", "duration", "place", "actor", "speaker"}
    assert len({look.terminal for look in looks().values()}) == len(looks())
    assert len({look.light for look in looks().values()}) == len(looks())


def test_a_claim_without_a_speaker_is_the_sources_own():
    assert dict(claim_fields(Claim("i", "d", 0, 1, "x", "k")))["says"] == "the source itself"

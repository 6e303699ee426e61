from datetime import date, datetime, timedelta, timezone

import pytest

from hudna.knowledge.relations import Relation, computed_day, day_in, read_moment, read_relation, read_zone, shifted
from hudna.model import Agreement, Deadline, Obligation


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("in parallel with NK20.3", Relation(sort="parallel", anchor="NK20.3")),
        ("after NK20.6d", Relation(sort="after", anchor="NK20.6d")),
        ("5 years from NK20.1a", Relation(sort="from", anchor="NK20.1a", count=5, unit="year")),
        ("1 month from signature", Relation(sort="from", anchor="signature", count=1, unit="month")),
        ("6 months before NK20.4b", Relation(sort="before", anchor="NK20.4b", count=6, unit="month")),
    ],
)
def test_relations_are_read(words, relation):
    assert read_relation(words) == relation


@pytest.mark.parametrize("words", ["", "soon", "five years from NK20.1a", "5 years NK20.1a", "after"])
def test_other_words_are_no_relation(words):
    assert read_relation(words) is None


def test_zones_are_fixed_offsets():
    assert read_zone("+04:00") == timezone(timedelta(hours=4))
    assert read_zone("-03:30") == timezone(-timedelta(hours=3, minutes=30))
    assert [read_zone(words) for words in ("Asia/Baku", "+4", "+25:00", "")] == [None] * 4


def test_moments_are_dates_or_times():
    assert read_moment("2020-11-20") == date(2020, 11, 20)
    assert read_moment("2020-11-20T10:00") == datetime(2020, 11, 20, 10)  # noqa: DTZ001 - a local time has no zone
    assert [read_moment(words) for words in ("20.11.2020", "2020-02-30", "2020-11-20T25:00", "")] == [None] * 4


def test_a_moment_near_midnight_belongs_to_the_day_of_the_zone():
    moment = read_moment("2020-11-09T21:00Z")
    assert day_in(moment, read_zone("+03:00")) == date(2020, 11, 10)
    assert day_in(moment, read_zone("+00:00")) == date(2020, 11, 9)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("1 month from signature", date(2021, 2, 28)),
        ("3 years from signature", date(2024, 1, 31)),
        ("2 weeks from signature", date(2021, 2, 14)),
        ("6 months before signature", date(2020, 7, 31)),
        ("1 day before signature", date(2021, 1, 30)),
    ],
)
def test_terms_are_counted(words, day):
    assert shifted(date(2021, 1, 31), read_relation(words)) == day


def _agreement(*duties: Obligation) -> Agreement:
    return Agreement(
        id="A",
        title_ar="ا",
        title_en="A",
        parties=(),
        guarantors=(),
        signed="2020-01-05",
        effective="2020-01-05T00:00Z",
        area=(),
        obligations=duties,
    )


def _duty(name: str, **more) -> Obligation:
    return Obligation(id=name, clause="1", sort="talks", label_ar="ا", label_en="A", obligors=(), **more)


def test_a_computed_day_starts_from_the_anchor_s_start_or_deadline():
    zone = read_zone("+03:00")
    agreement = _agreement(
        _duty("A.1", start="2020-01-09T21:00Z"), _duty("A.2", due=Deadline(date="2020-03-01")), _duty("A.3")
    )
    assert computed_day(read_relation("1 year from A.1"), agreement, zone) == date(2021, 1, 10)
    assert computed_day(read_relation("1 month from A.2"), agreement, zone) == date(2020, 4, 1)
    assert computed_day(read_relation("1 week from signature"), agreement, zone) == date(2020, 1, 12)
    assert computed_day(read_relation("1 week from A.3"), agreement, zone) is None
    assert computed_day(read_relation("after A.1"), agreement, zone) is None

"""The Gaza pack, and what the street makes of six articles of ours about the public record of 2023 to 2025."""

import pytest
from tests.theatres.conftest import cells, names


@pytest.fixture(scope="module")
def gaza(street):
    return street("gaza")


@pytest.fixture(scope="module")
def duties(gaza):
    return {duty.id: duty for agreement in gaza.knowledge.agreements for duty in agreement.obligations}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("حركة حماس", "PSE.HAMAS"),
        ("كتائب القسام", "PSE.HAMAS"),
        ("سرايا القدس", "PSE.PIJ"),
        ("المكتب الإعلامي الحكومي", "PSE.GAZA_GOV"),
        ("وزارة الصحة في غزة", "PSE.GAZA_MOH"),
        ("قوة الاستقرار الدولية", "ISF"),
    ],
)
def test_actors_have_the_names_of_the_news(gaza, name, code):
    own = {actor.code for actor in gaza.knowledge.theatres[-1].actors}
    assert names((one for one in gaza.knowledge.actors.values() if one.code in own), name) == {code}


def test_places_lie_where_they_lie(gaza):
    assert {"gaza_strip", "south_gaza"} <= gaza.knowledge.within("khan_younis")
    assert {"gaza_strip", "netzarim"} <= gaza.knowledge.within("kuwait_roundabout")
    for place in gaza.knowledge.theatres[-1].places:
        if "gaza_strip" in gaza.knowledge.within(place.code):
            assert 31.2 < place.lat < 31.62
            assert 34.2 < place.lon < 34.6


def test_both_names_of_a_crossing_are_there(gaza):
    for code in ("erez", "kerem_shalom", "netzarim", "philadelphi"):
        place = gaza.knowledge.places[code]
        assert [side for side, _ in place.names_by_side] == ["ISR", "PSE.HAMAS"]
        assert [side for side, _ in place.names_by_side_en] == ["ISR", "PSE.HAMAS"]


def test_days_are_counted_from_the_first(duties):
    assert {name: duties[f"GZ25A.{name}"].due.date for name in ("1", "2a", "2b", "2c", "3a", "7")} == {
        "1": "2025-03-01",
        "2a": "2025-01-25",
        "2b": "2025-02-09",
        "2c": "2025-03-09",
        "3a": "2025-03-01",
        "7": "2025-02-03",
    }
    assert duties["GZ25B.5a"].due.date == "2025-10-13"
    assert [one.date for one in duties["GZ23.1"].due.extensions] == ["2023-11-30T07:00", "2023-12-01T07:00"]


def test_captives_and_prisoners_are_two_duties(gaza):
    finding = gaza.findings("2023-11-26")
    assert finding["GZ23.2"].status == finding["GZ23.3"].status == "partly_met"
    assert "24 of 50" in finding["GZ23.2"].why[0]
    assert "39 of 150" in finding["GZ23.3"].why[0]


def test_leaving_a_corridor_is_done_when_it_is_told(gaza):
    assert gaza.findings("2025-02-08")["GZ25A.2b"].status == "not_due"
    held = gaza.findings("2025-02-15")
    assert (held["GZ25A.2b"].status, cells(held["GZ25A.2b"])["PSE.HAMAS"]) == ("met_on_time", "met_on_time")
    assert held["GZ25A.2c"].status == "not_due"


def test_what_resumed_the_war_is_listed_and_admitted(gaza):
    assert ("GZ25A", ("ISR",), "acknowledged", ("gaza_strip",)) in gaza.breaches("2025-03-25")
    assert gaza.findings("2025-03-25")["GZ25A.1"].status == "moot"


def test_october_is_held_against_its_seventy_two_hours(gaza):
    held = gaza.findings("2025-10-20")
    assert held["GZ25B.4"].status == "met_on_time"
    assert (held["GZ25B.5a"].status, held["GZ25B.5a"].due) == ("met_on_time", "2025-10-13")
    assert (held["GZ25B.5b"].status, held["GZ25B.5c"].status) == ("overdue", "met_on_time")


def test_the_truce_is_disputed_and_no_side_is_judged(gaza):
    finding = gaza.findings("2025-11-30")["GZ25B.2"]
    said = cells(finding)
    assert (finding.status, said["ISR"], said["PSE.GAZA_GOV"]) == ("disputed", "breached", "breached")
    assert "hudna" not in said
    told = gaza.breaches("2025-11-30")
    assert ("GZ25B", ("PSE.HAMAS",), "disputed", ("rafah",)) in told
    assert ("GZ25B", ("ISR",), "alleged", ("bani_suheila",)) in told


def test_a_running_total_is_the_claim_of_who_counts(gaza):
    total = gaza.claim("إسرائيل ارتكبت 194 خرقا")
    assert (total.by, total.count.lo, total.count.measure) == (("PSE.GAZA_GOV.thawabta",), 194, "violations")
    assert total.when == ("2025-10-10", "2025-11-03")


def test_a_term_that_lies_ahead_is_not_due(gaza):
    assert gaza.findings("2025-11-30")["UNSCR2803.4"].status == "not_due"


def test_the_chronicle_is_in_order(gaza):
    events = gaza.knowledge.theatres[-1].chronicle
    assert [event.first for event in events] == sorted(event.first for event in events)
    assert len(events) >= 25

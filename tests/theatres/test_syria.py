"""The Syria pack, and what the street makes of six articles of ours about the public record of 2018 to 2026."""

import pytest
from tests.theatres.conftest import cells, names


@pytest.fixture(scope="module")
def syria(street):
    return street("syria")


@pytest.fixture(scope="module")
def duties(syria):
    return {duty.id: duty for agreement in syria.knowledge.agreements for duty in agreement.obligations}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("قسد", "SYR.SDF"),
        ("قوات سوريا الديمقراطية", "SYR.SDF"),
        ("مظلوم عبدي", "SYR.SDF.abdi"),
        ("فصائل المعارضة", "SYR.OPP"),
        ("هيئة تحرير الشام", "SYR.HTS"),
        ("حكمت الهجري", "SYR.DRUZE.hijri"),
        ("مركز المصالحة الروسي", "RUS.RECON"),
    ],
)
def test_actors_have_the_names_of_the_news(syria, name, code):
    own = {actor.code for actor in syria.knowledge.theatres[-1].actors}
    assert names((one for one in syria.knowledge.actors.values() if one.code in own), name) == {code}


def test_places_lie_where_they_lie(syria):
    assert {"idlib_zone", "idlib_dmz", "syria"} <= syria.knowledge.within("saraqib")
    assert {"east_euphrates", "ne_syria"} <= syria.knowledge.within("shaddadi")
    assert "homs_zone" in syria.knowledge.within("rastan")
    for place in syria.knowledge.theatres[-1].places:
        assert 32 < place.lat < 37.5
        assert 35.5 < place.lon < 42.5


def test_both_names_of_a_place_are_there(syria):
    for code in ("kobani", "qamishli", "ras_ain", "tal_abyad", "malikiya_syria"):
        place = syria.knowledge.places[code]
        assert [side for side, _ in place.names_by_side] == ["SYR", "SYR.SDF"]
        assert [side for side, _ in place.names_by_side_en] == ["SYR", "SYR.SDF"]


def test_deadlines_are_those_of_the_texts(duties):
    assert (duties["SO18.6"].due.date, duties["SO18.6"].due.readings) == ("2018-10-10", ("by", "before"))
    assert (duties["SO18.5"].due.date, duties["SO18.8"].due.date) == ("2018-10-15", "2018-12-31")
    assert (duties["AS17.4"].due.date, duties["AS17.5"].due.date) == ("2017-05-18", "2017-06-04")
    assert (duties["MO20.2b"].due.date, duties["MO20.3"].due.date) == ("2020-03-12", "2020-03-15")
    assert [one.date for one in duties["DS26B.1"].due.extensions] == ["2026-02-08T23:00"]


def test_the_truces_of_idlib_follow_one_another(syria):
    texts = {one.id: one for one in syria.knowledge.agreements}
    row = [texts[name] for name in ("AS17", "SO18", "MO20")]
    assert [one.ended for one in row[:2]] == [other.effective for other in row[1:]]
    assert [one.follows for one in row[1:]] == ["AS17", "SO18"]


def test_the_wording_decides_between_on_time_and_late(syria):
    finding = syria.findings("2018-10-20")["SO18.6"]
    assert finding.status == "met_on_time"
    readings = {one.reading: one.status for one in finding.assessors if one.assessor == "hudna"}
    assert readings == {"by": "met_on_time", "before": "met_late"}


def test_who_has_not_left_is_no_proof_of_leaving(syria):
    said = syria.claim("هيئة تحرير الشام لم تنسحب")
    assert (said.modality, said.agents, said.by) == ("negated", ("SYR.HTS",), ("SOHR",))
    assert syria.findings("2018-10-20")["SO18.5"].status != "met_on_time"


def test_a_thing_not_handed_over_is_not_received(syria):
    said = syria.claim("تسلم الرقة")
    assert (said.kind, said.modality, said.by) == ("implementation.handover", "negated", ("SYR.MOD",))


def test_the_end_of_the_year_passes(syria):
    assert syria.findings("2025-12-30")["DS25.4"].status == "not_due"
    finding = syria.findings("2026-01-02")["DS25.4"]
    assert (finding.status, cells(finding)["SYR"]) == ("overdue", "overdue")


def test_two_sides_of_one_country_accuse_and_deny(syria):
    told = syria.breaches("2026-01-27")
    assert ("DS25", ("SYR",), "disputed", ("sheikh_maqsoud",)) in told
    assert ("DS26B", ("SYR",), "alleged", ("kobani",)) in told
    assert ("DS26B", ("SYR.SDF",), "alleged", ("hasakah",)) in told
    assert ("SW25", ("SYR.TRIBES",), "alleged", ("areeqa",)) in told
    said = cells(syria.findings("2026-01-27")["DS26B.1"])
    assert (said["SYR.SDF"], said["SYR"]) == ("breached", "breached")


def test_a_truce_that_is_extended_says_until_when(syria):
    assert syria.findings("2026-01-23")["DS26B.1"].due == "2026-01-24T20:00"
    assert syria.findings("2026-01-27")["DS26B.1"].due == "2026-02-08"


def test_an_airport_is_handed_over(syria):
    held = syria.findings("2026-02-06")
    assert held["DS26C.5"].status == "met_on_time"
    assert cells(held["DS26C.3"])["SYR"] == "met_on_time"


def test_a_declared_ceasefire_is_read(syria):
    said = syria.claim("أعلنت الرئاسة السورية السبت 19 يوليو 2025 وقفا شاملا وفوريا")
    assert (said.kind, said.by, said.places) == ("ceasefire.agreed", ("SYR.PRES",), ("suwayda",))


def test_the_chronicle_is_in_order(syria):
    events = syria.knowledge.theatres[-1].chronicle
    assert [event.first for event in events] == sorted(event.first for event in events)
    assert len(events) >= 25

"""The Lebanon pack, and what the street makes of six articles of ours about the public record of 2024 to 2026."""

import pytest
from tests.theatres.conftest import cells, names


@pytest.fixture(scope="module")
def lebanon(street):
    return street("lebanon")


@pytest.fixture(scope="module")
def duties(lebanon):
    return {duty.id: duty for agreement in lebanon.knowledge.agreements for duty in agreement.obligations}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("حزب الله", "LBN.HEZBOLLAH"),
        ("مقاتلو حزب الله", "LBN.HEZBOLLAH"),
        ("نعيم قاسم", "LBN.HEZBOLLAH.qassem"),
        ("الجيش اللبناني", "LBN.MIL"),
        ("لجنة الميكانيزم", "MECH"),
        ("اليونيفيل", "UN.UNIFIL"),
    ],
)
def test_actors_have_the_names_of_the_news(lebanon, name, code):
    own = {actor.code for actor in lebanon.knowledge.theatres[-1].actors}
    assert names((one for one in lebanon.knowledge.actors.values() if one.code in own), name) == {code}


def test_the_armed_party_is_a_side_of_its_own(lebanon):
    assert lebanon.knowledge.theatres[-1].parties == ("ISR", "LBN", "LBN.HEZBOLLAH")
    assert lebanon.knowledge.actors["LBN.HEZBOLLAH.qassem"].parent == "LBN.HEZBOLLAH"


def test_places_lie_where_they_lie(lebanon):
    assert {"marjayoun_district", "south_litani", "south_lebanon", "lebanon"} <= lebanon.knowledge.within("mais_jabal")
    assert "south_litani" not in lebanon.knowledge.within("nabatieh")
    for place in lebanon.knowledge.theatres[-1].places:
        assert 31 < place.lat < 35
        assert 34 < place.lon < 37


def test_a_place_in_dispute_has_both_names(lebanon):
    place = lebanon.knowledge.places["shebaa_farms"]
    assert [side for side, _ in place.names_by_side] == ["ISR", "LBN"]
    assert [side for side, _ in place.names_by_side_en] == ["ISR", "LBN"]


def test_sixty_days_were_extended(duties):
    due = duties["LB24.12"].due
    assert (due.date, due.zone, due.relative_to) == ("2025-01-26", "+02:00", "60 days from signature")
    assert [(one.date, one.announced, one.by) for one in due.extensions] == [("2025-02-18", "2025-01-26", "USA.PRES")]
    assert [one.date for one in duties["LB26.1"].due.extensions] == ["2026-05-17", "2026-06-29"]


def test_the_letter_is_a_version_and_no_duty(duties):
    sorts = {one.version: one.sort for one in duties["LB24.4"].variants}
    assert sorts["US letter to Israel, as broadcast by Channel 13"] == "leaked"
    assert duties["LB24.4"].sort == "self_defence"


def test_speakers_and_doers_are_told_apart(lebanon):
    fired = lebanon.claim("حزب الله أطلق الاثنين قذيفتين")
    assert (fired.kind, fired.agents, fired.by) == ("hostilities.shelling", ("LBN.HEZBOLLAH",), ("ISR.MIL",))
    assert (fired.places, fired.when) == (("shebaa_farms",), ("2024-12-02", "2024-12-02"))
    strike = lebanon.claim("غارة إسرائيلية استهدفت بلدة حاريص")
    assert (strike.kind, strike.agents, strike.by) == ("hostilities.air", ("ISR",), ("LBN.MOH",))
    accusation = lebanon.claim("بخرق وقف إطلاق النار")
    assert (accusation.agents, accusation.by) == (("ISR",), ("LBN.PARL.berri",))


def test_the_withdrawal_is_announced_then_extended_then_contested(lebanon):
    assert lebanon.findings("2024-11-30")["LB24.12"].status == "planned"
    before = lebanon.findings("2025-02-01")["LB24.12"]
    assert (before.due, cells(before).get("ISR", "unknown")) == ("2025-02-18", "unknown")
    after = lebanon.findings("2025-03-10")["LB24.12"]
    said = cells(after)
    assert (after.status, after.due) == ("disputed", "2025-02-18")
    assert (said["ISR"], said["LBN"], said["UN"], said["hudna"]) == ("overdue",) * 4
    assert said["SOURCE.SECURITY"] == "in_progress"


def test_a_deployment_beside_the_withdrawal_is_under_way(lebanon):
    finding = lebanon.findings("2025-03-10")["LB24.12b"]
    assert (finding.status, finding.due) == ("in_progress", "in parallel with LB24.12")


def test_each_side_is_accused_under_the_truce_of_its_day(lebanon):
    told = lebanon.breaches("2026-05-01")
    assert ("LB24", ("ISR",), "alleged", ("haris",)) in told
    assert ("LB24", ("LBN.HEZBOLLAH",), "alleged", ("shebaa_farms",)) in told
    assert ("LB24", ("ISR",), "acknowledged", ("south_lebanon",)) in told
    assert ("LB26", ("ISR",), "alleged", ("khiam",)) in told
    assert not any(agreement == "UNSCR1701" for agreement, *_ in told)


def test_an_agency_that_another_outlet_quotes_accuses_nobody(lebanon):
    (row,) = [
        one
        for one in lebanon.held("2025-03-10")
        if one.sort == "alleged_breach" and one.assessors[0].assessor == "source:nna"
    ]
    assert [(one.assessor, one.status) for one in row.assessors] == [("source:nna", "unknown"), ("hudna", "unknown")]


def test_what_was_agreed_later_did_not_exist(lebanon):
    assert lebanon.findings("2025-03-10")["LB26.1"].reason == "not_yet_signed"
    assert lebanon.findings("2026-05-01")["LB24.1"].status == "moot"


def test_the_chronicle_is_in_order(lebanon):
    events = lebanon.knowledge.theatres[-1].chronicle
    assert [event.first for event in events] == sorted(event.first for event in events)
    assert len(events) >= 30

import msgspec

from hudna.model import AssessorStatus
from hudna.publish.report.alleged import incidents

from .conftest import claim, event


def test_who_alleges_and_who_denies(desk):
    (row,) = incidents(desk()).current
    assert row.accused.striptags() == "Azerbaijan"
    assert [one.who.striptags() for one in row.alleges] == ["Armenia"]
    assert [one.who.striptags() for one in row.denies] == ["Azerbaijan"]
    assert [one.striptags() for one in row.denies[0].refs.shown] == ["[1.3]"]
    (clause,) = row.clauses
    assert clause.clause.striptags() == "Trilateral statement of 10 November 2020, clause 1"
    assert clause.status.striptags() == "disputed"


def test_several_clauses_of_one_event_are_one_row(desk, told):
    other = msgspec.structs.replace(told["findings"][0], id="F9", agreement="NK22B", obligation="NK22B.1")
    found = incidents(desk("en", {**told, "findings": (*told["findings"], other)}))
    (row,) = found.current
    assert len(row.clauses) == 2
    assert len(row.alleges) == 1


def test_the_accused_who_tells_it_himself_does_not_allege_it(desk, told):
    own = (AssessorStatus("AZE", "breached", "-", ("C2",), "tells an act that the clause forbids"),)
    finding = msgspec.structs.replace(told["findings"][0], assessors=own, status="acknowledged")
    (row,) = incidents(desk("en", {**told, "findings": (finding,)})).current
    assert row.alleges == ()
    assert [one.who.striptags() for one in row.admits] == ["Azerbaijan"]


def test_a_reason_for_what_cannot_be_assessed(desk, told):
    finding = msgspec.structs.replace(told["findings"][0], status="unknown", reason="no_hour", accused=())
    (row,) = incidents(desk("ar", {**told, "findings": (finding,)})).current
    assert row.accused is None
    assert "الساعة" in row.clauses[0].reason.striptags()


def test_acts_that_no_ceasefire_reaches_are_listed_too(desk, told):
    found = incidents(desk("en", {**told, "findings": ()}))
    assert found.current == ()
    assert [one.title.striptags() for one in found.beyond] == ["Attack, Artsakh/Karabakh, 19–20 September 2023"]


def test_older_incidents_stand_apart(desk, told):
    first = told["documents"][0]
    old = claim("C2", first, "هجوم شنته أذربيجان", "hostilities.attack", when=("2022-09-13", "2022-09-13"))
    nouns = {"documents": (first,), "claims": (old,), "events": (event("E1", [old]),), "findings": told["findings"][:1]}
    found = incidents(desk("en", nouns))
    assert found.current == ()
    assert len(found.older) == 1

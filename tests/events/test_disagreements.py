import pytest

from hudna.events import group_claims
from hudna.model import Count

DAY = {"places": ("mill",), "when": "2031-02-03"}


def found(events):
    return {
        (one.field, one.sort): {reading.value for reading in one.readings}
        for event in events
        for one in event.contradictions
    }


def test_one_speaker_who_tells_two_means_contradicts_nobody(claim, knowledge):
    claims = [
        claim("a", "hostilities.shelling", doc="d", by=("SUD.MOD",), agents=("NOR",), start=0, end=40, **DAY),
        claim("b", "hostilities.small_arms", doc="d", by=("SUD.MOD",), agents=("NOR",), start=20, end=60, **DAY),
    ]
    assert found(group_claims(claims, [], [], knowledge)) == {}


def test_a_means_that_is_not_told_contradicts_nothing(claim, knowledge):
    claims = [
        claim("a", "hostilities.shelling", by=("SUD.MOD",), agents=("NOR",), **DAY),
        claim("b", "hostilities.attack", by=("GUA.OBS",), agents=("NOR",), **DAY),
    ]
    assert found(group_claims(claims, [], [], knowledge)) == {}


def test_a_later_figure_of_the_same_speaker_replaces_the_first(claim, doc, knowledge):
    claims = [
        claim("early", "casualties.killed", by=("SUD.MOH",), count=("killed", 14), **DAY),
        claim("late", "casualties.killed", by=("SUD.MOH",), count=("killed", 19), **DAY),
        claim("other", "casualties.killed", by=("GUA.OBS",), count=("killed", 19), **DAY),
    ]
    documents = [doc("doc-early", "2031-02-03"), doc("doc-late", "2031-02-05"), doc("doc-other", "2031-02-05")]
    events = group_claims(claims, documents, [], knowledge)
    assert found(events) == {("count.killed", "series"): {"14", "19"}}
    assert {figure.claim: figure.superseded_by for figure in events[0].figures}["early"] == "late"


def test_equal_numbers_with_another_bound_replace_nothing(claim, doc, knowledge):
    claims = [
        claim("early", "casualties.killed", by=("SUD.MOH",), count=("killed", 14), **DAY),
        claim(
            "late", "casualties.killed", by=("SUD.MOH",), count=Count("killed", 14, None, "at_least", "person"), **DAY
        ),
    ]
    events = group_claims(claims, [doc("doc-early", "2031-02-03"), doc("doc-late", "2031-02-05")], [], knowledge)
    assert found(events) == {("count.killed", "other_grain"): {"14", "at least 14"}}


@pytest.mark.parametrize(
    ("who", "number", "sort"), [("person", 20, "exclusive"), ("civilian", 7, "other_scope"), ("person", 14, None)]
)
def test_figures_of_two_speakers(who, number, sort, claim, knowledge):
    claims = [
        claim("a", "casualties.killed", by=("SUD.MOH",), count=("killed", 14), **DAY),
        claim("b", "casualties.killed", by=("GUA.OBS",), count=Count("killed", number, number, "exact", who), **DAY),
    ]
    assert [key[1] for key in found(group_claims(claims, [], [], knowledge))] == ([sort] if sort else [])


def test_a_list_of_places_and_one_of_them(claim, knowledge):
    said = {"agents": ("NOR",), "when": "2031-02-03"}
    claims = [
        claim("a", "hostilities.shelling", places=("mill", "ford"), **said),
        claim("b", "hostilities.shelling", places=("ford",), **said),
    ]
    assert found(group_claims(claims, [], [], knowledge)) == {("places", "part_whole"): {"ford, mill", "ford"}}


def test_hours_are_compared_on_one_clock(claim, knowledge):
    said = {"places": ("valley",)}
    claims = [
        claim("local", "ceasefire.in_force", when="2031-02-03T13:00", **said),
        claim("zone", "ceasefire.in_force", when="2031-02-03T12:00+03:00", **said),
    ]
    assert found(group_claims(claims, [], [], knowledge)) == {}


def test_neighbouring_days_are_a_contradiction_that_is_shown(claim, knowledge):
    claims = [
        claim("a", "hostilities.shelling", places=("mill",), agents=("NOR",), when="2031-02-03"),
        claim("b", "hostilities.shelling", places=("mill",), agents=("NOR",), when="2031-02-04"),
    ]
    assert found(group_claims(claims, [], [], knowledge)) == {("when", "exclusive"): {"2031-02-03", "2031-02-04"}}


def test_a_bare_denial_belongs_to_its_own_text_and_to_who_denies(claim, doc, knowledge):
    claims = [
        claim("a", "hostilities.shelling", agents=("NOR.MIL",), places=("mill",), when="2031-02-03", by=("SUD.MOD",)),
        claim("b", "statement.denial", agents=("NOR.MOD",), start=100, doc="doc-a"),
        claim("c", "hostilities.shelling", agents=("NOR.MIL",), places=("port",), when="2031-02-03", by=("SUD.MOD",)),
        claim("d", "statement.denial", agents=("NOR.MOD",), start=100, doc="doc-c"),
    ]
    events = group_claims(claims, [doc("doc-a", "2031-02-03"), doc("doc-c", "2031-02-03")], [], knowledge)
    assert {frozenset(event.claims) for event in events} == {frozenset("ab"), frozenset("cd")}
    speakers = {
        one for event in events for found in event.contradictions for side in found.readings for one in side.speakers
    }
    assert "NOR.MOD" in speakers

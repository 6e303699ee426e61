"""What a model proposes and no rule found is shown, and counts for nothing until a person accepts it."""

import msgspec
import pytest
from hypothesis import given, settings
from tests.events.test_regroup import a_change

from hudna.events import arithmetic, casualties, group_claims, rates
from hudna.model import Count

FIRE = {"agents": ("NOR",), "places": ("mill",), "when": "2031-01-20"}


@pytest.fixture
def told(claim):
    """The same losses by a rule's claim and by another text's that only a model found."""
    return [
        claim("rule", "casualties.killed", by=("SUD.MOD",), count=("killed", 3), **FIRE),
        claim("model", "casualties.killed", by=("GUA.OBS",), count=("killed", 4), rule="model:any", **FIRE),
    ]


def test_it_stands_beside_the_rules_and_counts_for_nothing(told, knowledge):
    (event,) = group_claims(told, [], [], knowledge)
    assert event.claims == ("model", "rule")
    assert event.proposed == ("model",)
    assert (event.sources, event.origins) == (1, ("SUD.MOD",))
    assert event.contradictions == ()
    assert [figure.lo for figure in event.figures] == [3]
    assert event.verdicts.happened == "claimed_by_one_party"
    assert "counted for nothing here" in event.warnings[0]


def test_what_a_person_accepts_counts(told, knowledge, judgement):
    (event,) = group_claims(told, [], [judgement("J1", "accept", "model")], knowledge)
    assert (event.proposed, event.sources) == ((), 2)
    assert event.origins == ("GUA.OBS", "SUD.MOD")
    assert {figure.lo for figure in event.figures} == {3, 4}
    assert event.verdicts.happened == "recorded_by_monitor"


def test_what_only_a_model_tells_is_marked_and_gives_no_figure(claim, knowledge):
    whole = claim("whole", "casualties.killed", doc="d", count=("killed", 9), rule="model:any", **FIRE)
    count = Count("killed", 10, 10, "exact", "civilian", None, "whole")
    part = claim("part", "casualties.killed", doc="d", count=count, rule="model:any", **FIRE)
    (event,) = group_claims([whole, part], [], [], knowledge)
    assert event.proposed == ("part", "whole")
    assert "nothing else tells this" in event.warnings[0]
    rows = casualties([event])
    assert {(row.low, row.best, row.high) for row in rows} == {(None, None, None)}
    assert all("only a model" in row.why for row in rows)
    assert arithmetic([event]) == ()
    assert rates(event.figures) == ()


def test_losses_come_no_nearer_to_violence_because_a_model_reads_violence_in_their_text(claim, doc, knowledge):
    fire = claim("fire", "hostilities.shelling", doc="a", agents=("NOR",), places=("mill",), when="2031-02-01")
    dead = claim("dead", "casualties.killed", doc="b", targets=("NOR",), places=("mill",))
    dead = msgspec.structs.replace(dead, when=("2030-06-01", "2031-02-28"))
    documents = [doc("a", "2031-02-02"), doc("b", "2031-02-01")]
    guess = claim("guess", "hostilities.shelling", doc="b", places=("mill",), rule="model:any")
    alone = {event.claims for event in group_claims([fire, dead], documents, [], knowledge)}
    mixed = group_claims([fire, dead, guess], documents, [], knowledge)
    assert {tuple(one for one in event.claims if one != "guess") for event in mixed} - {()} == alone


@settings(max_examples=150)
@given(change=a_change())
def test_rules_claims_stand_as_if_no_model_had_spoken(change, knowledge):
    _, texts, _ = change
    claims, documents = [claim for _, told in texts for claim in told], [document for document, _ in texts]
    rules = [claim for claim in claims if not claim.proposed]
    known = {claim.id for claim in rules}
    rules = [
        msgspec.structs.replace(claim, count=msgspec.structs.replace(claim.count, subset_of=None))
        if claim.count and claim.count.subset_of and claim.count.subset_of not in known
        else claim
        for claim in rules
    ]
    both = [claim for claim in claims if claim.proposed] + rules
    alone = group_claims(rules, documents, [], knowledge)
    mixed = group_claims(both, documents, [], knowledge)
    stripped = [_without(event) for event in mixed if set(event.claims) & known]
    assert sorted(stripped) == sorted(_without(event) for event in alone)


def _without(event):
    """Everything about an event that a model must not touch."""
    kept = tuple(claim for claim in event.claims if claim not in event.proposed)
    fields = ("id", "kind", "when", "places", "agents", "targets", "sources", "origins", "figures", "verdicts")
    return kept, msgspec.json.encode([getattr(event, field) for field in (*fields, "contradictions")])

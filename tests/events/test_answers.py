"""Denials, admissions, bare negations and «in breach of the truce» stand with what they answer."""

import pytest

from hudna.events import group_claims

TEXT = "x" * 700
FIRE = {"doc": "d", "agents": ("NOR.MIL",), "places": ("mill",), "when": "2031-01-20", "by": ("SUD.MOD",)}


@pytest.fixture
def weigh(doc, knowledge):
    """Events of one text."""

    def make(*claims, judgements=()):
        text = doc("d", "2031-01-21")
        return group_claims(claims, [text.__class__(**{**_fields(text), "text": TEXT})], judgements, knowledge)

    return make


def _fields(text):
    return {name: getattr(text, name) for name in text.__struct_fields__}


@pytest.fixture
def fire(claim):
    return claim("fire", "hostilities.small_arms", **FIRE)


def at(start):
    return {"doc": "d", "start": start, "end": start + 10}


def test_whoever_denies_is_no_doer(weigh, claim, fire):
    (event,) = weigh(fire, claim("no", "statement.denial", agents=("NOR.MOD",), **at(30)))
    assert event.claims == ("fire", "no")
    assert event.agents == ("NOR.MIL",)
    assert event.verdicts.who == "contested"


def test_our_positions_did_not_fire_denies_what_was_told(weigh, claim, fire):
    """«X rejects the charge and says that its positions did not fire» is about the fire told before it."""
    denial = claim("no", "statement.denial", agents=("NOR.MOD",), **at(30))
    bare = claim("bare", "hostilities.small_arms", modality="negated", by=("NOR.MOD",), **at(50))
    (event,) = weigh(fire, denial, bare)
    assert event.claims == ("bare", "fire", "no")
    (denied,) = [one for one in event.contradictions if one.field == "denied"]
    assert {one.value: one.speakers for one in denied.readings} == {"affirmed": ("SUD.MOD",), "denied": ("NOR.MOD",)}
    assert any("denies it" in why for why in event.why)


def test_what_nobody_told_before_is_denied_for_itself(weigh, claim):
    denial = claim("no", "statement.denial", agents=("NOR.MOD",), **at(30))
    bare = claim("bare", "hostilities.attack", modality="negated", by=("NOR.MOD",), **at(45))
    (event,) = weigh(denial, bare)
    assert event.kind == "hostilities.attack"
    assert event.verdicts.happened == "not_claimed"


@pytest.mark.parametrize(
    "other",
    [
        {"by": ("NOR.MOD",)},  # its own word of itself is no accusation
        {"agents": ("SUD.MIL",), "by": ("NOR.GOV",)},  # another side is accused
        {"modality": "planned"},
    ],
)
def test_it_denies_no_other_fire(other, weigh, claim):
    told = claim("fire", "hostilities.small_arms", **{**FIRE, **other})
    bare = claim("bare", "hostilities.small_arms", modality="negated", by=("NOR.MOD",), **at(50))
    assert len(weigh(told, bare)) == 2


def test_a_denial_that_names_a_place_stays_where_its_place_is(weigh, claim, fire):
    elsewhere = {"modality": "negated", "by": ("NOR.MOD",), "places": ("elsewhere",)}
    assert len(weigh(fire, claim("bare", "hostilities.small_arms", **elsewhere, **at(50)))) == 2


def test_a_demand_is_no_blame(weigh, claim):
    demand = claim("wants", "statement.demand", agents=("NOR.GOV",), targets=("SUD",), doc="d")
    assert len(weigh(demand, claim("no", "statement.denial", agents=("NOR.MOD",), **at(30)))) == 2


def test_an_accusation_is_denied_by_whom_it_accuses(weigh, claim):
    charge = claim("charge", "statement.accusation", agents=("SUD.GOV",), targets=("NOR",), doc="d")
    (event,) = weigh(charge, claim("no", "statement.denial", agents=("NOR.MOD",), **at(30)))
    assert event.claims == ("charge", "no")
    own = weigh(charge, claim("no", "statement.denial", agents=("SUD.MOD",), **at(30)))
    assert len(own) == 2


def test_in_breach_of_the_truce_is_a_complaint_about_the_fire_beside_it(weigh, claim, fire):
    called = claim("called", "ceasefire.violated", by=("SUD.MOD",), places=("mill",), when="2031-01-20", **at(20))
    (event,) = weigh(fire, called)
    assert (event.kind, event.verdicts.violation) == ("hostilities.small_arms", "complaint")


def test_what_another_calls_a_breach_stays_apart(weigh, claim, fire):
    called = claim("called", "ceasefire.violated", by=("GUA.MOD",), when="2031-01-20", **at(20))
    assert len(weigh(fire, called)) == 2


def test_a_chain_of_answers_loses_nobody(weigh, claim, fire):
    """The denial goes to its words, they to what was called a breach, that to the fire."""
    called = claim("called", "ceasefire.violated", by=("SUD.MOD",), agents=("NOR",), **at(20))
    denial = claim("no", "statement.denial", agents=("NOR.MOD",), **at(40))
    bare = claim("a-bare", "ceasefire.violated", modality="negated", by=("NOR.MOD",), **at(60))
    (event,) = weigh(fire, called, denial, bare)
    assert event.claims == ("a-bare", "called", "fire", "no")


def test_a_person_can_keep_an_answer_apart(weigh, claim, fire, judgement):
    denial = claim("no", "statement.denial", agents=("NOR.MOD",), **at(30))
    assert len(weigh(fire, denial, judgements=[judgement("J1", "split", "fire", "no")])) == 2

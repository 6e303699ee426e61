import pytest

from hudna.events import group_claims

DAY = {"agents": ("NOR",), "places": ("mill",), "when": "2031-02-03"}


def verdicts(claims, knowledge, held=()):
    (event,) = group_claims(claims, [], list(held), knowledge)
    return event.verdicts


@pytest.mark.parametrize(
    ("voices", "happened", "who"),
    [
        (["SUD.MOD"], "claimed_by_one_party", "alleged"),
        (["SUD.MOD", "SUD.PRES"], "claimed_by_one_party", "alleged"),
        (["XAA.MFA"], "reported_one_origin", "alleged"),
        (["SUD.MOD", "XAA.MFA"], "reported_independent", "alleged"),
        (["SUD.MOD", "GUA.OBS"], "recorded_by_monitor", "alleged"),
        (["SUD.MOD", "NOR.MOD"], "acknowledged", "admitted"),
    ],
)
def test_what_the_voices_make(voices, happened, who, claim, knowledge):
    claims = [claim(f"c{number}", "hostilities.shelling", by=(by,), **DAY) for number, by in enumerate(voices)]
    found = verdicts(claims, knowledge)
    assert (found.happened, found.who) == (happened, who)
    assert all(found.why)


def test_a_denial_contests_who_and_never_whether(claim, knowledge):
    claims = [
        claim("a", "hostilities.shelling", by=("SUD.MOD",), **DAY),
        claim("b", "hostilities.shelling", by=("NOR.MOD",), modality="negated", **DAY),
    ]
    found = verdicts(claims, knowledge)
    assert (found.happened, found.who) == ("claimed_by_one_party", "contested")


def test_a_plan_has_not_happened(claim, knowledge):
    found = verdicts([claim("a", "diplomacy.talks", modality="planned", **DAY)], knowledge)
    assert (found.happened, found.who) == ("not_claimed", "not_assessed")


def test_only_people_sign(claim, judgement, knowledge):
    held = [
        judgement("1", "verify", "a", value="verified"),
        judgement("2", "verify", "a", value="who:not_attributable"),
        judgement("3", "rule", "a", value="ruled_violation"),
    ]
    found = verdicts([claim("a", "hostilities.shelling", **DAY)], knowledge, held)
    assert (found.happened, found.who, found.violation) == ("verified", "not_attributable", "ruled_violation")
    assert any("signed by analyst" in why for why in found.why)


def test_the_word_breach_is_a_complaint(claim, knowledge):
    found = verdicts([claim("a", "ceasefire.violated", by=("SUD.MOD",), **DAY)], knowledge)
    assert found.violation == "complaint"

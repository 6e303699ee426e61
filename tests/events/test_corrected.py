"""What a person corrected of a claim counts as he says, in events, casualties and what the accounts differ in."""

import pytest

from hudna.events import casualties, group_claims
from hudna.model import Claim, Correction, Corrections, Count, as_value, correction_of

DAY = {"places": ("mill",), "when": "2031-02-03"}


@pytest.fixture
def correct(judgement):
    """A decision that corrects a claim."""

    def make(name, about, **fields):
        given = {key: fields.pop(key) for key in ("at", "supersedes", "reason") if key in fields}
        return judgement(name, "correct", about, value=as_value(Correction(**fields)), **given)

    return make


def weigh(claims, held, knowledge):
    return group_claims(claims, [], held, knowledge)


def test_kind_place_and_time_are_those_of_the_correction(claim, correct, knowledge):
    one = claim("a", "hostilities.shelling", agents=("NOR",), **DAY)
    right = {"kind": "hostilities.small_arms", "places": ("ford",), "when": ("2031-02-05", "2031-02-05")}
    (event,) = weigh([one], [correct("j1", "a", reason="as the text says", **right)], knowledge)
    assert (event.kind, event.places, event.when) == (right["kind"], right["places"], right["when"])
    assert event.corrected == ("a",)
    said = "as analyst corrected it on 2031-02-01 (as the text says)"
    assert event.why == (
        f"a: kind is hostilities.small_arms, {said}",
        f"a: places is [ford], {said}",
        f"a: when is [2031-02-05,2031-02-05], {said}",
    )


def test_a_corrected_place_parts_what_was_one_and_joins_what_was_two(claim, correct, knowledge):
    claims = [
        claim("a", "hostilities.shelling", agents=("NOR",), by=("SUD.MOD",), **DAY),
        claim("b", "hostilities.shelling", agents=("NOR",), by=("XAA.MFA",), **DAY),
        claim("c", "hostilities.shelling", agents=("NOR",), by=("SUD.MFA",), **{**DAY, "places": ("ford",)}),
    ]
    before = {event.claims for event in weigh(claims, [], knowledge)}
    assert before == {("a", "b"), ("c",)}
    after = {event.claims for event in weigh(claims, [correct("j1", "b", places=("ford",))], knowledge)}
    assert after == {("a",), ("b", "c")}


def test_a_corrected_figure_speaker_and_side_change_the_casualties(claim, correct, knowledge):
    said = {"targets": ("NOR.MIL",), **DAY}
    claims = [
        claim("own", "casualties.killed", by=("NOR.MOD",), count=("killed", 12), **said),
        claim("foe", "casualties.killed", by=("SUD.MOD",), count=("killed", 200), **said),
    ]
    held = [correct("j1", "foe", count=Count("killed", 20, 20, "exact", "person"))]
    (row,) = casualties(weigh(claims, held, knowledge))
    assert (row.low, row.best, row.high) == (12, 12, 20)
    (row,) = casualties(weigh(claims, [*held, correct("j2", "own", by=("SUD.MOH",))], knowledge))
    assert (row.best, row.rule) != (12, "own_losses")
    (row,) = casualties(weigh(claims, [correct("j3", "foe", count=None)], knowledge))
    assert [figure.claim for figure in row.figures] == ["own"]


def test_undone_and_superseded_corrections_leave_the_machines_reading(claim, correct, judgement, knowledge):
    one = claim("a", "hostilities.shelling", agents=("NOR",), **DAY)
    first = correct("j1", "a", places=("ford",))
    plain = weigh([one], [], knowledge)
    assert weigh([one], [first, judgement("j2", "undo", "j1", at="2031-02-02T00:00:00Z")], knowledge) == plain
    (event,) = weigh([one], [first, correct("j3", "a", supersedes="j1", modality="planned")], knowledge)
    assert (event.places, event.modality) == (("mill",), "planned")


def test_fields_of_several_decisions_stand_together_and_the_later_value_holds(claim, correct):
    one = claim("a", "hostilities.shelling", agents=("NOR",), **DAY)
    held = [
        correct("j1", "a", kind="hostilities.air", places=("ford",)),
        correct("j2", "a", at="2031-02-02T00:00:00Z", places=("valley",), background=True),
    ]
    found = Corrections(held)
    now = found.apply(one)
    assert (now.kind, now.places, now.background) == ("hostilities.air", ("valley",), True)
    assert [(each.field, each.read, each.judgement.id) for each in found.of(one)] == [
        ("kind", "hostilities.shelling", "j1"),
        ("places", ("mill",), "j2"),
        ("background", False, "j2"),
    ]
    assert now.why[-1] == "background is true, as analyst corrected it on 2031-02-02 (seen by eye); read as false"
    assert (now.id, now.quote, now.rule, now.start) == (one.id, one.quote, one.rule, one.start)


def test_what_is_corrected_back_is_as_it_was_read(claim, correct):
    one = claim("a", "hostilities.shelling", **DAY)
    held = [
        correct("j1", "a", places=("ford",)),
        correct("j2", "a", at="2031-02-02T00:00:00Z", places=("mill",)),
    ]
    assert Corrections(held).of(one) == ()
    assert Corrections(held).apply(one) == one


@pytest.mark.parametrize("value", ["it was the ford", '{"colour": "red"}', '{"places": "ford"}', "{}", None])
def test_a_note_in_free_words_changes_nothing(claim, judgement, knowledge, value):
    one = claim("a", "hostilities.shelling", agents=("NOR",), **DAY)
    note = judgement("j1", "correct", "a", value=value)
    assert not (correction_of(note) or Correction()).said
    assert weigh([one], [note], knowledge)[0].corrected == ()
    assert weigh([one], [note], knowledge) == weigh([one], [], knowledge)


def test_a_model_that_is_corrected_still_waits_to_be_accepted(claim, correct, judgement, knowledge):
    claims = [
        claim("a", "casualties.killed", targets=("NOR.MIL",), count=("killed", 3), **DAY),
        claim("m", "casualties.killed", targets=("NOR.MIL",), count=("killed", 9), rule="model:any", **DAY),
    ]
    held = [correct("j1", "m", count=Count("killed", 4, 4, "exact", "person"))]
    (row,) = casualties(weigh(claims, held, knowledge))
    assert row.high == 3
    (row,) = casualties(weigh(claims, [*held, judgement("j2", "accept", "m")], knowledge))
    assert row.high == 4


def test_the_value_of_a_correction_is_read_back_as_it_was(judgement):
    right = Correction(when=None, count=Count("killed", 1, None, "at_least"), by=("NOR.MOD",))
    value = as_value(right)
    assert value.startswith('{"when":null,"count":{"measure":"killed"')
    assert correction_of(judgement("j", "correct", "a", value=value)) == right


def test_nothing_else_of_a_claim_can_be_corrected():
    assert set(Correction.__struct_fields__) < set(Claim.__struct_fields__)
    assert not {"id", "doc", "start", "end", "quote", "rule", "confidence", "why"} & set(Correction.__struct_fields__)

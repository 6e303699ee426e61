from hudna.events.wishes import Wishes
from hudna.model import standing

NAMES = {name: name for name in "abcd"} | {"Ea": "a"}


def test_the_later_decision_holds(judgement):
    merge = judgement("1", "merge", "a", "b", at="2031-01-01T00:00:00Z")
    split = judgement("2", "split", "a", "b", at="2031-01-02T00:00:00Z")
    assert not Wishes([merge, split], NAMES, {}).groups()
    again = judgement("3", "merge", "a", "b", at="2031-01-03T00:00:00Z")
    assert Wishes([merge, split, again], NAMES, {}).groups() == [frozenset("ab")]


def test_a_split_holds_through_a_chain_of_older_merges(judgement):
    held = [
        judgement("1", "merge", "a", "b", at="2031-01-01T00:00:00Z"),
        judgement("2", "merge", "b", "c", at="2031-01-02T00:00:00Z"),
        judgement("3", "split", "a", "c", at="2031-01-03T00:00:00Z"),
    ]
    wishes = Wishes(held, NAMES, {})
    assert not wishes.may_join(wishes.mates("a"), wishes.mates("c"))


def test_what_is_undone_or_superseded_no_longer_counts(judgement):
    merge = judgement("1", "merge", "a", "b")
    assert standing([merge, judgement("2", "undo", "1")]) == []
    assert [one.id for one in standing([merge, judgement("3", "merge", "c", "d", supersedes="1")])] == ["3"]


def test_an_event_is_meant_by_the_claim_that_founds_it(judgement):
    assert Wishes([judgement("1", "merge", "Ea", "c")], NAMES, {}).mates("a") == frozenset("ac")


def test_a_lone_split_sets_a_claim_apart_from_everything(judgement):
    wishes = Wishes([judgement("1", "split", "a")], NAMES, {})
    assert not wishes.may_join({"a"}, {"b"})
    assert wishes.may_join({"b"}, {"c"})


def test_parts_stay_with_their_whole_unless_a_person_objects(judgement):
    assert Wishes([], NAMES, {"b": "a"}).mates("a") == frozenset("ab")
    assert Wishes([judgement("1", "split", "a", "b")], NAMES, {"b": "a"}).mates("a") == frozenset("a")


def test_judgements_about_unknown_things_are_passed_over(judgement):
    assert not Wishes([judgement("1", "merge", "zz", "a"), judgement("2", "rule", "a")], NAMES, {}).groups()

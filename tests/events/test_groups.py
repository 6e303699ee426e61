import pytest

from hudna.events.breath import Breath
from hudna.events.ground import Ground
from hudna.events.groups import Group
from hudna.events.linkage import group_profiles
from hudna.events.profile import profiles_of
from hudna.events.shelf import Shelf
from hudna.events.wishes import Wishes


@pytest.fixture
def profiles(claim, knowledge):
    """So many claims of one shelling, each of a text of its own unless one is named."""

    def make(number, **fields):
        said = {"agents": ("NOR",), "places": ("mill",), "when": "2031-02-03", **fields}
        claims = [claim(f"c{one:03}", "hostilities.shelling", **said) for one in range(number)]
        return profiles_of(claims, [], Ground(knowledge))

    return make


def test_claims_that_look_alike_have_one_face(profiles):
    group = Group([*profiles(5), *profiles(5, places=("ford",))])
    assert [face.claim.places for face in group.faces("incident")] == [("mill",), ("ford",)]
    assert group.faces("casualties") == []


@pytest.mark.parametrize("number", [3, 30])
def test_only_the_first_few_claims_of_a_text_are_looked_at(profiles, number):
    group = Group([*profiles(number), *profiles(number, doc="one")])
    assert len(group.told_in("incident", "one")) == min(number, 12)
    group.add(profiles(1, doc="late")[0])
    assert len(group.told_in("incident", "late")) == 1
    assert group.told_in("incident", "nowhere") == []


def test_sides_and_ids_follow_what_is_added(profiles):
    group = Group(profiles(1))
    assert (group.fighters, group.struck) == ({"NOR"}, frozenset())
    group.absorb(Group(profiles(2, agents=(), targets=("SUD",))))
    assert (group.fighters, group.struck, group.ids) == ({"NOR", "SUD"}, {"SUD"}, {"c000", "c001"})


@pytest.mark.parametrize("number", [1, 2, 12])
def test_a_shelf_finds_all_groups_under_a_key_once_and_in_order(profiles, number):
    shelf = Shelf()
    for _ in range(2):
        for place, profile in enumerate(profiles(number)):
            shelf.file(place, profile)
    assert shelf.near(profiles(1)[0]) == list(range(number))


def test_in_a_crowd_only_the_nearest_groups_are_looked_at(profiles):
    shelf = Shelf()
    for place, profile in enumerate([*profiles(60, places=("ford",)), *profiles(2, places=("mill",))]):
        shelf.file(place, profile)
    assert shelf.near(profiles(1, places=("valley",), doc="other")[0]) == []
    assert shelf.near(profiles(1, doc="other")[0]) == [60, 61]


def test_each_group_bears_the_name_of_the_claims_that_founded_it(profiles):
    wishes = Wishes([], {}, {})
    groups = group_profiles(profiles(3), Breath([]), wishes)
    assert [(group.name, len(group.members)) for group in groups] == [("c000", 3)]

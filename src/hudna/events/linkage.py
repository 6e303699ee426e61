"""The same happening: claims find their group, the surest first, and nothing vague may glue two groups together.

**Order.** Claims are sorted by how much they say of themselves (time and place, time alone, place alone, neither; a
spot before an expanse), then by content. So the order of arrival does not matter, and a claim that says little comes
when the groups stand. What a model proposes comes after all that rules found, so it never decides where that stands.

**Blocking.** A claim is compared with the groups filed under its own days, places and sides only (`shelf`).

**Linkage.** A claim joins the group where it scores highest against one sure member (or a claim of its own text), if it
reaches the family's bar and no member refuses it. A claim that says little and fits two groups equally joins neither.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hudna.events.breath import Breath
from hudna.events.groups import Group, Link
from hudna.events.likeness import Likeness, compare, hopeless
from hudna.events.moments import SHORT, Days
from hudna.events.profile import Profile, violent
from hudna.events.shelf import Shelf
from hudna.events.unions import Unions
from hudna.events.wishes import Wishes

_CLOSE = 0.25
"""Points within which two groups fit a vague claim equally well."""

Unit = list[Profile]
"""Claims that belong together from the start, the surest first."""
Order = tuple[object, ...]


def _sureness(profile: Profile) -> int:
    """0 for a claim with time and place, up to 4 for one with neither."""
    if profile.days is not None:
        sharp = profile.days.length <= SHORT
        return 0 if profile.places and sharp else 1
    if profile.told is not None:
        return 2 if profile.places else 3
    return 4


def _order(profile: Profile) -> tuple[object, ...]:
    days = profile.days or profile.told or Days(first=0, last=0)
    claim = profile.claim
    between = -len(profile.parties) if profile.family.roams else 0  # talks are known by who talks, not by where
    sure = (_sureness(profile), between, not profile.fine, -len(profile.places), days.length, days.first)
    return (claim.proposed, *sure, claim.doc, claim.id)


def group_profiles(profiles: Iterable[Profile], breath: Breath, wishes: Wishes) -> list[Group]:
    """All claims in groups, each claim in exactly one; groups in the order of their founding.

    Families do not meet here, so each has a shelf of its own, which is gone before the next one is filled.
    """
    founded: list[tuple[Order, Group]] = []
    for units in _by_family(units_of(profiles, wishes)):
        shelf = Shelf()
        for unit in units:
            _place(unit, shelf, breath, wishes)
        founded.extend((group_rank(group, wishes), group) for group in shelf.groups)
    founded.sort(key=lambda pair: pair[0])
    return [group for _, group in founded]


def units_of(profiles: Iterable[Profile], wishes: Wishes) -> list[Unit]:
    """Claims that belong together from the start, each unit and all units in order; what was split off comes last."""
    units: dict[str, Unit] = {}
    for profile in sorted(profiles, key=_order):
        units.setdefault(wishes.head(profile.claim.id), []).append(profile)
    return sorted(units.values(), key=lambda unit: unit_rank(unit, wishes))


def unit_rank(unit: Unit, wishes: Wishes) -> Order:
    """Where a unit stands among all: what a person split off comes last, when the other groups stand."""
    return (any(one.claim.id in wishes.split_off for one in unit), *_order(unit[0]))


def group_rank(group: Group, wishes: Wishes) -> Order:
    """Where a group stands among all: where the unit stands that founded it."""
    head = wishes.head(group.members[0].claim.id)
    return unit_rank([one for one in group.members if wishes.head(one.claim.id) == head], wishes)


def _by_family(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Units in order, apart by family; families that stand in one unit stay together."""
    tied = Unions()
    for unit in units:
        for one in unit[1:]:
            if one.family.name != unit[0].family.name:
                tied.join(unit[0].family.name, one.family.name)
    apart: dict[str, list[Unit]] = {}
    for unit in units:
        apart.setdefault(min(tied.group(unit[0].family.name)), []).append(unit)
    for name in sorted(apart):
        yield apart[name]


def _place(unit: Unit, shelf: Shelf, breath: Breath, wishes: Wishes) -> None:
    near = [(number, shelf.groups[number]) for number in shelf.near(unit[0])]
    number, link = choose(unit, near, breath, wishes)
    if number is None:
        number = len(shelf.groups)
        shelf.groups.append(Group(name=wishes.head(unit[0].claim.id)))
    group = shelf.groups[number]
    group.links.extend(links_of(unit, link))
    for profile in unit:
        group.add(profile)
        shelf.file(number, profile)


def links_of(unit: Unit, link: Link | None) -> list[Link]:
    """Why the claims of a unit stand where they stand."""
    together = [Link(one.claim.id, unit[0].claim.id, "set together from the start") for one in unit[1:]]
    return [link, *together] if link is not None else together


class _Fit(msgspec.Struct, frozen=True):
    number: int
    other: Profile
    likeness: Likeness


def choose(
    unit: Unit, near: Sequence[tuple[int, Group]], breath: Breath, wishes: Wishes
) -> tuple[int | None, Link | None]:
    """The number of the group that fits best, with the reason; None where none fits, or two fit a vague claim equally.

    Args:
        unit: Claims to place together.
        near: Groups that can hold them, with numbers in order of founding.
        breath: Who tells what in one breath.
        wishes: What people decided.
    """
    profile = unit[0]
    ids = [one.claim.id for one in unit]
    fits = [
        fit
        for number, group in near
        if (wishes.free or wishes.may_join(ids, group.ids))
        and (fit := _fit(profile, number, group, breath)) is not None
    ]
    if not fits:
        return None, None
    best = max(fits, key=lambda fit: (fit.likeness.points, -fit.number))
    rivals = [fit for fit in fits if fit.number != best.number and _rivals(fit, best)]
    if rivals and _sureness(profile) > 0:
        return None, None
    return best.number, Link(profile.claim.id, best.other.claim.id, _sentence(best, profile))


def _rivals(fit: _Fit, best: _Fit) -> bool:
    return fit.likeness.points > best.likeness.points - _CLOSE


def _sentence(fit: _Fit, profile: Profile) -> str:
    return f"{', '.join(fit.likeness.why)} ({fit.likeness.points:g} of {profile.family.bar:g} points)"


def _fit(profile: Profile, number: int, group: Group, breath: Breath) -> _Fit | None:
    """How well a claim fits a group, judged by its best member; None where one refuses it or all fall short."""
    faces = group.faces(profile.family.name)
    if not faces or hopeless(profile, faces[0]):
        return None
    held = _accepted(profile, faces, breath)
    sure = [(likeness, face) for likeness, face in held if face.firm] or held
    fellows = group.told_in(profile.family.name, profile.claim.doc)
    scored = [*sure, *((compare(profile, other, breath), other) for other in fellows)]
    if not held or not scored:
        return None
    likeness, other = max(scored, key=lambda pair: pair[0].points)
    return _Fit(number, other, likeness) if likeness.points >= profile.family.bar else None


def _accepted(profile: Profile, faces: Sequence[Profile], breath: Breath) -> list[tuple[Likeness, Profile]]:
    """The likeness to each face that does not refuse the claim; empty as soon as one refuses it for good."""
    held = []
    for face in faces:
        likeness = compare(profile, face, breath)
        if not likeness.refused:
            held.append((likeness, face))
        elif not _forgiven(profile, face, faces[0], likeness.refused):
            return []
    return held


def _forgiven(profile: Profile, face: Profile, founder: Profile, reason: str) -> bool:
    """Two towns of one list may both stand with the list; two undated accounts may each name one party of a talk."""
    if reason == "at different places":
        return face is not founder and bool(profile.places & founder.places)
    return reason == "between different sides" and not face.firm and not violent(profile)

"""The same happening: claims find their group, the surest first, and nothing vague may glue two groups together.

**Order.** Claims are sorted by how much they say of themselves (time and place, time alone, place alone, neither; a
spot before an expanse), then by content. So the order of arrival does not matter, and a claim that says little comes
when the groups stand.

**Blocking.** A group is filed by family, day, place (and what the place lies in) and the sides in it. A claim is
compared with the groups filed under its own days, places and sides only; never with all.

**Linkage.** A claim joins the group where it scores highest against one sure member (or a claim of its own text), if it
reaches the family's bar and no member refuses it. A claim that says little and fits two groups equally joins neither.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from hudna.events.breath import Breath
from hudna.events.families import CASUALTIES, INCIDENT
from hudna.events.ground import sides_of
from hudna.events.likeness import Likeness, compare, hopeless
from hudna.events.moments import COARSE, SHORT, Days
from hudna.events.profile import Profile, violent
from hudna.events.wishes import Wishes

_CLOSE = 0.25
"""Points within which two groups fit a vague claim equally well."""
_CROWD = 50
"""Groups near a claim from which on only the nearest are looked at."""
_FELLOWS = 12
"""Claims of one text that a claim of the same text is scored against; further ones look like these."""


class Link(msgspec.Struct, frozen=True):
    """Why a claim stands with another."""

    claim: str
    other: str
    why: str


class Group:
    """Claims of one happening, while it grows."""

    def __init__(self) -> None:
        self.members: list[Profile] = []
        self.ids: set[str] = set()
        self.fighters: set[str] = set()
        self.struck: set[str] = set()
        self.links: list[Link] = []
        self._faces: dict[str, dict[tuple[object, ...], Profile]] = {}
        self._texts: dict[tuple[str, str], list[Profile]] = {}

    def add(self, profile: Profile) -> None:
        """Take a claim in."""
        self.members.append(profile)
        self.ids.add(profile.claim.id)
        self.fighters |= profile.parties
        self.struck |= profile.targets
        self._faces.setdefault(profile.family.name, {}).setdefault(_face(profile), profile)
        self._texts.setdefault((profile.family.name, profile.claim.doc), []).append(profile)

    def absorb(self, other: "Group") -> None:
        """Take all claims of another group in, with their reasons."""
        for profile in other.members:
            self.add(profile)
        self.links.extend(other.links)

    def faces(self, family: str) -> list[Profile]:
        """One claim for each different account, the first one first."""
        return list(self._faces.get(family, {}).values())

    def told_in(self, family: str, doc: str) -> list[Profile]:
        """Its claims of one family from one text, the first few."""
        return self._texts.get((family, doc), [])[:_FELLOWS]


def _face(profile: Profile) -> tuple[object, ...]:
    count = profile.claim.count
    return (
        profile.claim.kind,
        profile.reality,
        profile.days,
        profile.told,
        profile.places,
        profile.agents,
        profile.targets,
        profile.parties,
        profile.claim.agents if profile.family.personal else (),
        (count.measure, count.lo) if count is not None else None,
    )


class Shelf:
    """Groups filed by what a claim of them can be looked up with."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._filed: dict[tuple[object, ...], set[int]] = {}

    def file(self, number: int, profile: Profile) -> None:
        """File a group under one of its claims."""
        for key in _filing_keys(profile):
            self._filed.setdefault(key, set()).add(number)

    def near(self, profile: Profile) -> list[int]:
        """Numbers of the groups that can hold a claim, in order of founding.

        In a crowd only groups at its own places and of its own text: where fifty things happened around it, a claim
        that does not say which one cannot be told to be one of them.
        """
        found = self._under(_search_keys(profile))
        return sorted(found if len(found) <= _CROWD else self._under(_narrow_keys(profile)))

    def _under(self, keys: Iterable[tuple[object, ...]]) -> set[int]:
        return {number for key in keys for number in self._filed.get(key, ())}


def _buckets(days: Days | None, *, margin: int) -> Iterator[object]:
    if days is None:
        return
    if days.length > COARSE:
        yield from (("years", year) for year in range(days.first // 366, days.last // 366 + 1))
    else:
        yield from range(days.first - margin, days.last + margin + 1)


_ANYBODY = ("?",)
"""The role of a claim that names nobody: it can stand with all."""


def _roles(profile: Profile) -> Collection[str]:
    """The sides that two claims of a family must share where no common place excuses them, or `?`."""
    if profile.family.name == CASUALTIES:
        return profile.targets or _ANYBODY
    if profile.family.name == INCIDENT:
        return profile.agents or _ANYBODY
    return (sides_of(profile.claim.agents) if profile.family.personal else profile.parties) or _ANYBODY


def _filing_keys(profile: Profile) -> Iterator[tuple[object, ...]]:
    family = profile.family.name
    yield (family, "text", profile.claim.doc)
    for bucket in _buckets(profile.days or profile.told, margin=0):
        yield (family, bucket)
        yield from ((family, bucket, "role", role) for role in _roles(profile))
        yield from ((family, bucket, place) for place in profile.places)
        yield from ((family, bucket, "in", place) for place in profile.above)
        if not profile.places:
            yield (family, bucket, "nowhere")
            yield from ((family, bucket, "nowhere", role) for role in _roles(profile))


def _search_keys(profile: Profile) -> Iterator[tuple[object, ...]]:
    family = profile.family.name
    days = profile.days or profile.told
    roles = _roles(profile)
    if days is None:
        yield (family, "text", profile.claim.doc)
    for bucket in _buckets(days, margin=1):
        if profile.family.roams or (not profile.places and roles is _ANYBODY):
            yield (family, bucket)
        elif not profile.places:
            yield from ((family, bucket, "role", role) for role in (*roles, *_ANYBODY))
        else:
            yield from _keys_of_places(profile, bucket, roles)


def _narrow_keys(profile: Profile) -> Iterator[tuple[object, ...]]:
    family = profile.family.name
    yield (family, "text", profile.claim.doc)
    for bucket in _buckets(profile.days or profile.told, margin=1):
        yield from ((family, bucket, place) for place in profile.places)


def _keys_of_places(profile: Profile, bucket: object, roles: Collection[str]) -> Iterator[tuple[object, ...]]:
    family = profile.family.name
    if roles is _ANYBODY:
        yield (family, bucket, "nowhere")
    else:
        yield from ((family, bucket, "nowhere", role) for role in (*roles, *_ANYBODY))
    for place in profile.places:
        yield (family, bucket, place)
        yield (family, bucket, "in", place)
    yield from ((family, bucket, outer) for outer in profile.above)


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
    return (*sure, claim.doc, claim.id)


def group_profiles(profiles: Iterable[Profile], breath: Breath, wishes: Wishes) -> list[Group]:
    """All claims in groups, each claim in exactly one."""
    shelf = Shelf()
    for unit in _units(profiles, wishes):
        _place(unit, shelf, breath, wishes)
    return shelf.groups


def _units(profiles: Iterable[Profile], wishes: Wishes) -> list[list[Profile]]:
    """Claims that belong together from the start, each unit and all units in order; what was split off comes last."""
    units: dict[frozenset[str], list[Profile]] = {}
    for profile in sorted(profiles, key=_order):
        units.setdefault(wishes.mates(profile.claim.id), []).append(profile)
    return sorted(
        units.values(), key=lambda unit: (any(one.claim.id in wishes.split_off for one in unit), _order(unit[0]))
    )


def _place(unit: Sequence[Profile], shelf: Shelf, breath: Breath, wishes: Wishes) -> None:
    number, link = _best(unit[0], unit, shelf, breath, wishes)
    if number is None:
        number = len(shelf.groups)
        shelf.groups.append(Group())
    group = shelf.groups[number]
    if link is not None:
        group.links.append(link)
    group.links.extend(Link(one.claim.id, unit[0].claim.id, "set together from the start") for one in unit[1:])
    for profile in unit:
        group.add(profile)
        shelf.file(number, profile)


class _Fit(msgspec.Struct, frozen=True):
    number: int
    other: Profile
    likeness: Likeness


def _best(
    profile: Profile, unit: Sequence[Profile], shelf: Shelf, breath: Breath, wishes: Wishes
) -> tuple[int | None, Link | None]:
    """The group that fits best, with the reason; None where none fits, or two fit a vague claim equally."""
    ids = [one.claim.id for one in unit]
    fits = [
        fit
        for number in shelf.near(profile)
        if wishes.may_join(ids, shelf.groups[number].ids)
        and (fit := _fit(profile, number, shelf.groups[number], breath)) is not None
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

"""Claims of one happening, while they are gathered."""

from collections.abc import Iterable

import msgspec

from hudna.events.profile import Profile

_FELLOWS = 12
"""Claims of one text that a claim of the same text is scored against; further ones look like these."""
_FEW = 16
"""Members among which those of one text are looked for one by one; larger groups keep an index."""


class Link(msgspec.Struct, frozen=True):
    """Why a claim stands with another."""

    claim: str
    other: str
    why: str


class Group:
    """Claims of one happening, while it grows. A million must fit in memory, so it keeps no more than it must."""

    __slots__ = ("_first", "_seen", "_sides", "_texts", "links", "members", "name")

    def __init__(self, profiles: Iterable[Profile] = (), name: str = "") -> None:
        self.name = name
        self.members: list[Profile] = []
        self.links: list[Link] = []
        self._first: list[Profile] = []
        self._seen: set[tuple[object, ...]] | None = None
        self._texts: dict[tuple[str, str], list[Profile]] | None = None
        self._sides: tuple[frozenset[str], frozenset[str]] | None = None
        for profile in profiles:
            self.add(profile)

    def add(self, profile: Profile) -> None:
        """Take a claim in."""
        self.members.append(profile)
        self._sides = None
        if self._texts is not None:
            self._texts.setdefault((profile.family.name, profile.claim.doc), []).append(profile)
        if not self._first:
            self._first.append(profile)
            return
        if self._seen is None:
            self._seen = {face_of(self._first[0])}
        face = face_of(profile)
        if face not in self._seen:
            self._seen.add(face)
            self._first.append(profile)

    def absorb(self, other: "Group") -> None:
        """Take all claims of another group in, with their reasons."""
        for profile in other.members:
            self.add(profile)
        self.links.extend(other.links)

    @property
    def ids(self) -> frozenset[str]:
        """Ids of its claims."""
        return frozenset(member.claim.id for member in self.members)

    @property
    def counting(self) -> list[Profile]:
        """Its claims of rules, or all where there are none: for a model's claims rules' ones come no nearer."""
        return [member for member in self.members if not member.claim.proposed] or self.members

    @property
    def fighters(self) -> frozenset[str]:
        """Sides named in it, acting or suffering."""
        return self._both()[0]

    @property
    def struck(self) -> frozenset[str]:
        """Sides that suffer."""
        return self._both()[1]

    def _both(self) -> tuple[frozenset[str], frozenset[str]]:
        if self._sides is None:
            fighters = frozenset().union(*(member.parties for member in self.counting))
            self._sides = fighters, frozenset().union(*(member.targets for member in self.counting))
        return self._sides

    def faces(self, family: str) -> list[Profile]:
        """One claim of a family for each different account, the first one first."""
        return [profile for profile in self._first if profile.family.name == family]

    def told_in(self, family: str, doc: str) -> list[Profile]:
        """Its claims of one family from one text, the first few."""
        if len(self.members) <= _FEW:
            told = (one for one in self.members if one.claim.doc == doc and one.family.name == family)
            return [one for one, _ in zip(told, range(_FELLOWS), strict=False)]
        if self._texts is None:
            self._texts = {}
            for one in self.members:
                self._texts.setdefault((one.family.name, one.claim.doc), []).append(one)
        return self._texts.get((family, doc), [])[:_FELLOWS]


def face_of(profile: Profile) -> tuple[object, ...]:
    """What two accounts must share to be one account as far as comparing goes."""
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

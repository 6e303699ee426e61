"""Blocking: groups are filed by family, day, place and the sides in them, so that nothing is compared with all."""

from collections.abc import Collection, Iterable, Iterator

from hudna.events.families import CASUALTIES, INCIDENT
from hudna.events.groups import Group
from hudna.events.moments import COARSE, Days
from hudna.events.profile import Profile

CROWD = 50
"""Groups near a claim from which on only the nearest are looked at."""
_MANY = 8
"""Groups under one key from which on they are held in a set."""

Key = tuple[object, ...]


class Shelf:
    """Groups of one family (or of families that a person tied together), filed by what they can be looked up with."""

    def __init__(self) -> None:
        self.groups: list[Group] = []
        self._filed: dict[Key, int | list[int] | set[int]] = {}

    def file(self, number: int, profile: Profile) -> None:
        """File a group under one of its claims."""
        for key in filing_keys(profile):
            held = self._filed.get(key)
            if held is None:
                self._filed[key] = number
            elif isinstance(held, int):
                if held != number:
                    self._filed[key] = [held, number]
            elif number not in held:
                self._put(key, held, number)

    def _put(self, key: Key, held: list[int] | set[int], number: int) -> None:
        if isinstance(held, set):
            held.add(number)
        elif len(held) < _MANY:
            held.append(number)
        else:
            self._filed[key] = {*held, number}

    def near(self, profile: Profile) -> list[int]:
        """Numbers of the groups that can hold a claim, in order of founding.

        In a crowd only groups at its own places and of its own text: where fifty things happened around it, a claim
        that does not say which one cannot be told to be one of them.
        """
        found = self._under(search_keys(profile))
        return sorted(found if len(found) <= CROWD else self._under(narrow_keys(profile)))

    def _under(self, keys: Iterable[Key]) -> set[int]:
        found: set[int] = set()
        for key in keys:
            held = self._filed.get(key)
            if held is None:
                continue
            if isinstance(held, int):
                found.add(held)
            else:
                found.update(held)
        return found


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
    return (profile.named[0] if profile.family.personal else profile.parties) or _ANYBODY


def filing_keys(profile: Profile) -> Iterator[Key]:
    """Keys under which a group is filed for one of its claims."""
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


def search_keys(profile: Profile) -> Iterator[Key]:
    """Keys under which a claim looks for its group."""
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


def narrow_keys(profile: Profile) -> Iterator[Key]:
    """Keys under which a claim looks in a crowd: its text, and its own places."""
    family = profile.family.name
    yield (family, "text", profile.claim.doc)
    for bucket in _buckets(profile.days or profile.told, margin=1):
        yield from ((family, bucket, place) for place in profile.places)


def _keys_of_places(profile: Profile, bucket: object, roles: Collection[str]) -> Iterator[Key]:
    family = profile.family.name
    if roles is _ANYBODY:
        yield (family, bucket, "nowhere")
    else:
        yield from ((family, bucket, "nowhere", role) for role in (*roles, *_ANYBODY))
    for place in profile.places:
        yield (family, bucket, place)
        yield (family, bucket, "in", place)
    yield from ((family, bucket, outer) for outer in profile.above)

"""What lies in what, who belongs to whom, and which clock a place keeps: knowledge, asked a million times."""

import re
from collections.abc import Iterable
from datetime import timezone

from hudna.events.moments import fixed_zone
from hudna.knowledge import WORLD, Knowledge
from hudna.knowledge.languages.ar.naming import pattern_of

_BROAD = frozenset({"country", "region", "area", "border"})
"""Sorts of place in which many things happen on one day."""
_UTC = "+00:00"


def akin(one: str, other: str) -> bool:
    """True when two actor codes can be one speaker: the same, or one a part of the other (USA.STATE, USA.STATE.x)."""
    return one == other or one.startswith(other + ".") or other.startswith(one + ".")


class Ground:
    """Knowledge with a memory for places. It has no other state, so it can serve any number of runs."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.sides = knowledge.sides
        self._camps: dict[tuple[str, ...], frozenset[str]] = {}
        self._above: dict[str, frozenset[str]] = {}
        self._above_all: dict[frozenset[str], frozenset[str]] = {}
        self._shared: dict[frozenset[str], frozenset[str]] = {}
        self._names: dict[str, tuple[tuple[str, re.Pattern[str]], ...]] = {}
        self._zones = {
            place.code: theatre.timezone
            for theatre in knowledge.theatres
            if theatre.id != WORLD
            for place in theatre.places
        }
        own = [theatre.timezone for theatre in knowledge.theatres if theatre.id != WORLD]
        self._zone = own[0] if own else _UTC

    def above(self, place: str) -> frozenset[str]:
        """Everything that a place lies in, without the place itself."""
        found = self._above.get(place)
        if found is None:
            found = self._above[place] = self._knowledge.within(place) - {place}
        return found

    def all_above(self, places: Iterable[str]) -> frozenset[str]:
        """Everything that any of the places lies in."""
        wanted = frozenset(places)
        found = self._above_all.get(wanted)
        if found is None:
            found = frozenset(outer for place in wanted for outer in self.above(place))
            self._above_all[wanted] = found = self.share(found)
        return found

    def share(self, names: frozenset[str]) -> frozenset[str]:
        """The same set, held once however many claims have it."""
        return self._shared.setdefault(names, names)

    def sides_of(self, codes: tuple[str, ...]) -> frozenset[str]:
        """The sides of several actors."""
        found = self._camps.get(codes)
        if found is None:
            found = self._camps[codes] = self.share(self.sides.of_all(codes))
        return found

    def fine(self, places: Iterable[str]) -> bool:
        """True when one of the places is a spot (a town, a post), not an expanse; an unlisted one counts as a spot."""
        known = self._knowledge.places
        return any(place not in known or known[place].sort not in _BROAD for place in places)

    def inside(self, places: Iterable[str], areas: Iterable[str]) -> bool:
        """True when one of the places is, or lies in, one of the areas."""
        wanted = frozenset(areas)
        return any(place in wanted or self.above(place) & wanted for place in places)

    def names(self, place: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
        """The names that sides give a place, each with a pattern for folded text; empty where they give it one."""
        found = self._names.get(place)
        if found is None:
            known = self._knowledge.places.get(place)
            given = sorted({name for _, name in known.names_by_side}) if known is not None else []
            found = self._names[place] = tuple((name, pattern_of([name])) for name in given) if len(given) > 1 else ()
        return found

    def zone(self, places: Iterable[str]) -> timezone:
        """The clock of the first place that a theatre knows, else of the first theatre, else UTC."""
        return fixed_zone(next((self._zones[place] for place in places if place in self._zones), self._zone))

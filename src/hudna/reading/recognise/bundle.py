"""Everything recognised in one text, with look-ups by token."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import Protocol, TypeVar

import msgspec

from hudna.knowledge import Knowledge
from hudna.reading.recognise.found import ActorFound, NumberFound, PlaceFound, TimeFound
from hudna.reading.recognise.predicates import ObjectFound, PredicateFound, Vocabulary
from hudna.reading.split import Text


class _Ranged(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


R = TypeVar("R", bound=_Ranged)


class Recognised(msgspec.Struct, frozen=True):
    """What the recognisers found; every list is in text order."""

    text: Text
    knowledge: Knowledge
    vocabulary: Vocabulary
    numbers: list[NumberFound]
    times: list[TimeFound]
    places: list[PlaceFound]
    actors: list[ActorFound]
    objects: list[ObjectFound]
    predicates: list[PredicateFound]
    published: tuple[str, str] | None
    """The document's date as an interval, None when not known."""


def between(finds: Sequence[R], first: int, last: int) -> list[R]:
    """The finds that begin at or after token `first` and before token `last`."""
    start = bisect_left(finds, first, key=lambda find: find.first)
    end = bisect_left(finds, last, key=lambda find: find.first)
    return list(finds[start:end])


def covering(finds: Sequence[R], token: int) -> R | None:
    """The find that holds a token, if one does; finds of a list must not overlap."""
    at = bisect_left(finds, token + 1, key=lambda find: find.first) - 1
    return finds[at] if at >= 0 and finds[at].last > token else None

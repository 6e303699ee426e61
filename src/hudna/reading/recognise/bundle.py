"""Everything recognised in one text, with look-ups by token."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from typing import Generic, Protocol, TypeVar

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


R_co = TypeVar("R_co", bound=_Ranged, covariant=True)
R = TypeVar("R", bound=_Ranged)


class Finds(Generic[R_co]):
    """What one recogniser found, in text order, with look-ups by token in a few steps whatever the text's length."""

    __slots__ = ("_finds", "_firsts")

    def __init__(self, finds: Iterable[R_co]) -> None:
        """Take finds that are ordered by their first token."""
        self._finds = list(finds)
        self._firsts = [find.first for find in self._finds]

    def __iter__(self) -> Iterator[R_co]:
        return iter(self._finds)

    def __len__(self) -> int:
        return len(self._finds)

    def between(self, first: int, last: int) -> list[R_co]:
        """The finds that begin at or after token `first` and before token `last`."""
        firsts = self._firsts
        start = bisect_left(firsts, first)
        return self._finds[start : bisect_left(firsts, last, start)] if first < last else []

    def covering(self, token: int) -> R_co | None:
        """The find that holds a token, if one does; finds must not overlap."""
        at = bisect_right(self._firsts, token) - 1
        if at < 0:
            return None
        find = self._finds[at]
        return find if find.last > token else None


class Recognised(msgspec.Struct, frozen=True):
    """What the recognisers found."""

    text: Text
    knowledge: Knowledge
    vocabulary: Vocabulary
    numbers: Finds[NumberFound]
    times: Finds[TimeFound]
    places: Finds[PlaceFound]
    actors: Finds[ActorFound]
    objects: Finds[ObjectFound]
    predicates: Finds[PredicateFound]
    published: tuple[str, str] | None
    """The document's date as an interval, None when not known."""


def between(finds: Finds[R], first: int, last: int) -> list[R]:
    """The finds that begin at or after token `first` and before token `last`."""
    return finds.between(first, last)


def covering(finds: Finds[R], token: int) -> R | None:
    """The find that holds a token, if one does; finds of a list must not overlap."""
    return finds.covering(token)

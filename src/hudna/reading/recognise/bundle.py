"""Everything recognised in one text, with look-ups by token."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, Protocol, TypeVar

from hudna.knowledge import Knowledge
from hudna.reading.engine.record import Record
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
    """What one recogniser found, in text order, with look-ups by token that cost the same in a text of any length."""

    __slots__ = ("covering", "finds", "firsts")

    covering: Callable[[int], R_co | None]
    """The find that holds a token, if one does; finds must not overlap."""

    def __init__(self, finds: Iterable[R_co]) -> None:
        """Take finds that are ordered by their first token."""
        self.finds = list(finds)
        self.firsts = [find.first for find in self.finds]
        covered: dict[int, R_co] = {}
        for find in self.finds:
            first, last = find.first, find.last
            if last - first == 1:
                covered[first] = find
            else:
                covered.update(dict.fromkeys(range(first, last), find))
        self.covering = covered.get

    def __iter__(self) -> Iterator[R_co]:
        return iter(self.finds)

    def __len__(self) -> int:
        return len(self.finds)


class Recognised(Record, frozen=True):
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
    past_name: list[int]
    """For each token the one after it, or after the actor, place or time that holds it."""


def past_names(length: int, *finds: Finds[Any]) -> list[int]:
    """The token after every token, or after the find that holds it; of several finds the first in the order given.

    Args:
        length: Tokens of the text.
        finds: What counts as one word, the strongest first.
    """
    past = list(range(1, length + 1))
    for several in finds[::-1]:
        for find in several:
            for token in range(find.first, find.last):
                past[token] = find.last
    return past


def between(finds: Finds[R], first: int, last: int) -> list[R]:
    """The finds that begin at or after token `first` and before token `last`."""
    firsts = finds.firsts
    start = bisect_left(firsts, first)
    if start == len(firsts) or firsts[start] >= last:
        return []
    return finds.finds[start : bisect_left(firsts, last, start)]


def covering(finds: Finds[R], token: int) -> R | None:
    """The find that holds a token, if one does; finds of a list must not overlap."""
    return finds.covering(token)

"""Everything recognised in one text, with look-ups by token.

Most sentences of most articles tell nothing, so nothing is recognised before it is asked for: each recogniser reads a
sentence when somebody first looks into it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar

from hudna.knowledge import Knowledge
from hudna.reading.engine.record import Record
from hudna.reading.recognise.found import ActorFound, NumberFound, PlaceFound, TimeFound
from hudna.reading.recognise.predicates import Met, ObjectFound, PredicateFound, Vocabulary
from hudna.reading.split import Text


class _Ranged(Protocol):
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...


R_co = TypeVar("R_co", bound=_Ranged, covariant=True)
R = TypeVar("R", bound=_Ranged)


class Finds(Generic[R_co]):
    """What one recogniser finds, in text order, with look-ups by token that cost the same in a text of any length."""

    __slots__ = ("_bounds", "_finds", "_first", "_firsts", "_last", "_read", "_tokens", "_unread")

    def __init__(
        self,
        finds: Iterable[R_co] = (),
        *,
        read: Callable[[int], Sequence[R_co]] | None = None,
        bounds: Sequence[int] = (0,),
    ) -> None:
        """Take finds that are ordered by their first token, or a way to read them sentence by sentence.

        Args:
            finds: All finds, when they are known.
            read: Gives the finds of a sentence by its index; called at most once for each.
            bounds: For `read`: the first token of each sentence, then the number of tokens.
        """
        self._finds: list[R_co] = []
        self._firsts = [_EVERYWHERE]
        """The first token of each find, and one behind all of them."""
        self._tokens: dict[int, R_co] = {}
        self._keep(list(finds))
        self._read, self._bounds = read, bounds
        self._unread = bytearray(b"\1") * (len(bounds) - 1)
        self._first, self._last = (0, 0) if read is not None else (-_EVERYWHERE, _EVERYWHERE)
        """The stretch of tokens last asked for, all of them read."""

    def __iter__(self) -> Iterator[R_co]:
        self._ask(0, self._bounds[-1])
        return iter(self._finds)

    def __len__(self) -> int:
        self._ask(0, self._bounds[-1])
        return len(self._finds)

    def between(self, first: int, last: int) -> list[R_co]:
        """The finds that begin at or after token `first` and before token `last`."""
        if first < self._first or last > self._last:
            self._ask(first, last)
        firsts = self._firsts
        start = bisect_left(firsts, first)
        if firsts[start] >= last:
            return []
        return self._finds[start : bisect_left(firsts, last, start)]

    def covering(self, token: int) -> R_co | None:
        """The find that holds a token, if one does; finds must not overlap."""
        if not self._first <= token < self._last:
            self._ask(token, token + 1)
        return self._tokens.get(token)

    def _ask(self, first: int, last: int) -> None:
        """Read the sentences that hold tokens from `first` to before `last`, as far as they are not read."""
        bounds = self._bounds
        if self._read is None or first >= last or last <= 0 or first >= bounds[-1]:
            return
        begin = bisect_right(bounds, first) - 1 if first > 0 else 0
        end = bisect_left(bounds, last, begin + 1) if last < bounds[-1] else len(bounds) - 1
        index = self._unread.find(1, begin, end)
        while index >= 0:
            self._unread[index] = 0
            self._keep(self._read(index))
            index = self._unread.find(1, index, end)
        if bounds[begin] != self._last:  # else what was asked for before goes on
            self._first = bounds[begin] if begin else -_EVERYWHERE
        self._last = bounds[end] if end < len(bounds) - 1 else _EVERYWHERE

    def _keep(self, found: Sequence[R_co]) -> None:
        if not found:
            return
        firsts, tokens = [], self._tokens
        for find in found:
            first = find.first
            firsts.append(first)
            for token in range(first, find.last):
                tokens[token] = find
        at = bisect_left(self._firsts, firsts[0])
        self._finds[at:at] = found
        self._firsts[at:at] = firsts


_EVERYWHERE = 1 << 60
"""A token beyond both ends of any text."""


class PastNames(dict[int, int]):
    """The token after every token, or after the actor, place or time that holds it; of several the first in this order.

    It is made for a sentence when that is asked for.
    """

    def __init__(
        self, actors: Finds[ActorFound], places: Finds[PlaceFound], times: Finds[TimeFound], bounds: Sequence[int]
    ) -> None:
        """Take what counts as one word, and the first token of each sentence with the number of tokens."""
        super().__init__()
        self._actors, self._places, self._times = actors, places, times
        self._bounds = bounds

    def __missing__(self, token: int) -> int:
        """Look at a sentence."""
        bounds = self._bounds
        index = bisect_right(bounds, token) - 1
        if not 0 <= index < len(bounds) - 1:
            return token + 1
        first, last = bounds[index], bounds[index + 1]
        self.update(zip(range(first, last), range(first + 1, last + 1), strict=True))
        self._walk_past(self._times, first, last)
        self._walk_past(self._places, first, last)
        self._walk_past(self._actors, first, last)
        return self[token]

    def _walk_past(self, finds: Finds[R], first: int, last: int) -> None:
        for find in finds.between(first, last):
            for token in range(find.first, find.last):
                self[token] = find.last


class Recognised(Record, frozen=True):
    """What the recognisers find, each sentence when it is first looked into."""

    text: Text
    knowledge: Knowledge
    vocabulary: Vocabulary
    met: Met
    """The words that predicates and objects are made from."""
    numbers: Finds[NumberFound]
    times: Finds[TimeFound]
    places: Finds[PlaceFound]
    actors: Finds[ActorFound]
    objects: Finds[ObjectFound]
    predicates: Finds[PredicateFound]
    published: tuple[str, str] | None
    """The document's date as an interval, None when not known."""
    past_name: PastNames


between = Finds.between
"""`between(finds, first, last)`: the finds that begin at or after token `first` and before token `last`."""


covering = Finds.covering
"""`covering(finds, token)`: the find that holds a token, if one does; finds of a list must not overlap."""

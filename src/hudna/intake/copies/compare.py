"""What two texts share, word by word: passages, and what they amount to."""

from collections.abc import Sequence
from itertools import compress

import msgspec

from hudna.intake.copies.marks import SHINGLE
from hudna.intake.copies.words import Words

_PASSAGE = 12
"""Words from which a shared run is a passage: shorter runs are titles and set phrases («رئيس الوزراء الأرميني نيكول
باشينيان») that everybody writes."""
_BRIDGED = 3
"""Words that may differ within a passage: one changed word breaks four shingles and leaves a gap of one to three."""
_NEAR = 0.7
"""Share of both texts from which they are one text, edited. Measured in benchmarks/copies.py."""
_PART = 25
"""Words that one passage must have before it says that a paragraph was taken over: about a sentence. Two reports of one
visit share twenty words of titles and names without either having seen the other. Measured in benchmarks/copies.py."""
_DENSE = 0.75
"""Share of the shingles of a passage that must be common: patterns with other names filled in have fewer."""


class Shared(msgspec.Struct, frozen=True):
    """What one text shares with another."""

    share: float
    spans: tuple[tuple[int, int], ...]
    longest: int
    """Words of the longest passage."""


def shared(words: Words, shingles: Sequence[int], other: frozenset[int]) -> Shared:
    """What of `words`, whose shingles are given in order, stands in a text with those others."""
    runs = [run for run in _runs(shingles, other) if _is_passage(run)]
    count = sum(run.stop - run.start for run in runs)
    spans = tuple((words.places[run.start][0], words.places[run.stop - 1][1]) for run in runs)
    longest = max((run.stop - run.start for run in runs), default=0)
    return Shared(count / len(words.hashes) if words.hashes else 0.0, spans, longest)


class _Run(msgspec.Struct):
    """Words from `start` to before `stop`, `hits` of whose shingles are common."""

    start: int
    stop: int
    hits: int = 1


def _runs(shingles: Sequence[int], other: frozenset[int]) -> list[_Run]:
    """Runs of words covered by common shingles, small gaps bridged."""
    runs: list[_Run] = []
    for place in compress(range(len(shingles)), map(other.__contains__, shingles)):
        last = runs[-1] if runs else None
        if last is not None and place - last.stop <= _BRIDGED:
            last.stop, last.hits = place + SHINGLE, last.hits + 1
        else:
            runs.append(_Run(place, place + SHINGLE))
    return runs


def _is_passage(run: _Run) -> bool:
    length = run.stop - run.start
    return length >= _PASSAGE and run.hits >= _DENSE * (length - SHINGLE + 1)


def hopeless(one: frozenset[int], two: frozenset[int]) -> bool:
    """Whether two texts share too few shingles for anything: cheaper than looking for their passages."""
    fewer = min(len(one), len(two))
    return len(one & two) < min(_DENSE * (_PART - SHINGLE + 1), _NEAR * _DENSE * fewer)


def sort_of(one: Shared, two: Shared) -> str | None:
    """`near`, `part`, or nothing worth a record."""
    if min(one.share, two.share) >= _NEAR:
        return "near"
    return "part" if min(one.longest, two.longest) >= _PART else None


def whole(words: Words) -> tuple[tuple[int, int], ...]:
    """The one span from the first word to the last."""
    return ((words.places[0][0], words.places[-1][1]),) if words.places else ()

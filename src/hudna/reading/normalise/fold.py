"""Folding with an exact map back.

Folding replaces one character by one, except that signs are cut and ready-joined shapes («ﻻ») become several letters.
Only at those few places does the distance between folded and preserved offsets change, so the map is a short list of
such places, searched by bisection.
"""

import re
from bisect import bisect_left, bisect_right

from hudna.knowledge.languages.ar.spelling import CUT, PRESENTATION, merge_letters, unjoin
from hudna.reading.engine.record import Record

_SPECIAL = re.compile(f"[{CUT}]+|[{PRESENTATION}]")
_TRAILING_MARKS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u0640]*")
_PRESENTATION_RE = re.compile(f"[{PRESENTATION}]")


class Folded(Record, frozen=True):
    """A text and its folded form. Offsets are code points, ends exclusive."""

    raw: str
    text: str
    breaks: list[int]
    """Folded offsets from which on another distance holds, ascending."""
    deltas: list[int]
    """preserved offset = folded offset + delta, one per break."""

    def raw_at(self, offset: int) -> int:
        """The preserved offset of the character at a folded offset."""
        place = bisect_right(self.breaks, offset) - 1
        return offset + self.deltas[place] if place >= 0 else offset

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The preserved span of a folded span; marks on the last letter belong to it."""
        if end <= start:
            at = self.raw_at(start)
            return at, at
        breaks = self.breaks
        place = bisect_right(breaks, end - 1)
        last = end + (self.deltas[place - 1] if place else 0)
        if place < len(breaks) and breaks[place] == end:  # something was cut right after the last letter
            marks = _TRAILING_MARKS.match(self.raw, last)
            last = marks.end() if marks else last
        return self.raw_at(start), last

    def raw_words(self, starts: list[int], ends: list[int]) -> tuple[list[int], list[int]]:
        """The preserved starts and ends of words given by ascending folded offsets, none empty, as `raw_span` has them.

        Words of whole texts are asked for again and again; the few places where distances change are walked once.
        """
        breaks = self.breaks
        if not breaks:
            return starts, ends
        raw_starts: list[int] = []
        raw_ends: list[int] = []
        start = end = 0
        for place, delta in enumerate((0, *self.deltas)):
            until = breaks[place] if place < len(breaks) else len(self.text) + 1
            next_start, next_end = bisect_left(starts, until, start), bisect_right(ends, until, end)
            raw_starts += map(delta.__add__, starts[start:next_start])
            raw_ends += map(delta.__add__, ends[end:next_end])
            if next_end > end and ends[next_end - 1] == until:  # something was cut right after the last letter
                marks = _TRAILING_MARKS.match(self.raw, until + delta)
                raw_ends[-1] = marks.end() if marks else until + delta
            start, end = next_start, next_end
        return raw_starts, raw_ends


def fold_text(raw: str) -> Folded:
    """Fold a preserved text. Never raises; any string is a text."""
    pieces: list[str] = []
    breaks: list[int] = []
    deltas: list[int] = []
    done = length = 0
    for special in _SPECIAL.finditer(raw):
        start, end = special.span()
        pieces.append(raw[done:start])
        length += start - done
        if _PRESENTATION_RE.match(special.group()):
            letters = unjoin(special.group())
            pieces.append(letters)
            for extra in range(1, len(letters)):
                breaks.append(length + extra)
                deltas.append(start - length - extra)
            length += len(letters)
        breaks.append(length)
        deltas.append(end - length)
        done = end
    pieces.append(raw[done:])
    return Folded(raw=raw, text=merge_letters("".join(pieces)), breaks=breaks, deltas=deltas)

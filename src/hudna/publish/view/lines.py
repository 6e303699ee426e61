"""A document cut into lines, and lines into pieces that the same mentions cover.

Mentions nest («the ministry of … in …» holds a place) and may cross. So nothing is nested here: every piece names all
mentions that cover it, the innermost first, and all pieces of a line together are exactly the line.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeVar

import msgspec

from hudna.model import Claim, Document, Furniture, Mention

S = TypeVar("S", Mention, Furniture)

_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")


class Viewed(msgspec.Struct, frozen=True):
    """What is shown of one document."""

    document: Document
    mentions: tuple[Mention, ...] = ()
    claims: tuple[Claim, ...] = ()


class Piece(msgspec.Struct, frozen=True):
    """Words that the same mentions cover."""

    text: str
    mentions: tuple[Mention, ...] = ()
    """The innermost (shortest) first."""
    opens: tuple[int, ...] = ()
    """Numbers of the claims whose words begin with this piece."""
    furniture: Furniture | None = None
    """Set where the words are the page's, not the article's."""


class Line(msgspec.Struct, frozen=True):
    """One line of the text that holds more than white space."""

    number: int
    """From 1, as an editor counts."""
    pieces: tuple[Piece, ...]
    mentions: tuple[Mention, ...]
    """Those that begin in this line, by their start."""
    claims: tuple[tuple[int, Claim], ...]
    """Those that begin in this line; numbered from 1 through the whole document."""


def lines_of(viewed: Viewed) -> Iterator[Line]:
    """The lines of a document that hold words, in order. What leaves its line, or the text, is cut off there."""
    mentions = sorted(viewed.mentions, key=lambda one: (one.start, -one.end, one.type))
    claims = list(enumerate(sorted(viewed.claims, key=lambda one: (one.start, one.end, one.id)), start=1))
    furniture = sorted(viewed.document.furniture, key=lambda one: (one.start, one.end))
    text, page = viewed.document.text, 0
    for number, start, end in _lines(text):
        own = mentions[_first(mentions, start) : _first(mentions, end)]
        told = claims[_first_claim(claims, start) : _first_claim(claims, end)]
        while page < len(furniture) and furniture[page].end <= start:
            page += 1
        around = furniture[page : _first(furniture, end)]
        if text[start:end].strip():
            pieces = tuple(_pieces(text, start, end, own, told, around))
            yield Line(number=number, pieces=pieces, mentions=tuple(own), claims=tuple(told))


def _lines(text: str) -> Iterator[tuple[int, int, int]]:
    """(number, start, end) without the line end itself."""
    start = number = 0
    for number, found in enumerate(_LINE_END.finditer(text), start=1):
        yield number, start, found.start()
        start = found.end()
    yield number + 1, start, len(text)


def _first(spans: Sequence[Mention] | Sequence[Furniture], offset: int) -> int:
    return bisect_left(spans, offset, key=lambda one: one.start)


def _first_claim(claims: Sequence[tuple[int, Claim]], offset: int) -> int:
    return bisect_left(claims, offset, key=lambda one: one[1].start)


def _pieces(
    text: str,
    start: int,
    end: int,
    mentions: Sequence[Mention],
    claims: Sequence[tuple[int, Claim]],
    furniture: Sequence[Furniture],
) -> Iterator[Piece]:
    """Cut wherever anything begins or ends, and walk from left to right with what is open."""
    spans: list[Mention | Furniture] = [*mentions, *furniture]
    edges = {start, end, *(claim.start for _, claim in claims)}
    edges.update(min(max(edge, start), end) for one in spans for edge in (one.start, one.end))
    numbers: dict[int, list[int]] = {}
    for number, claim in claims:
        numbers.setdefault(claim.start, []).append(number)
    begin = _by_start(mentions, start)
    begin_page = _by_start(furniture, start)
    opened: list[Mention] = []
    page: list[Furniture] = []
    for here, there in pairwise(sorted(edges)):
        opened = [one for one in (*opened, *begin.get(here, ())) if one.end > here]
        page = [one for one in (*page, *begin_page.get(here, ())) if one.end > here]
        yield Piece(
            text=text[here:there],
            mentions=tuple(sorted(opened, key=lambda one: one.end - one.start)),
            opens=tuple(numbers.get(here, ())),
            furniture=page[0] if page else None,
        )


def _by_start(spans: Sequence[S], start: int) -> dict[int, list[S]]:
    found: dict[int, list[S]] = {}
    for one in spans:
        found.setdefault(max(one.start, start), []).append(one)
    return found

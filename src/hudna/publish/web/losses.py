"""The chart of the casualties: a lane for each side and sort of people, in it every claimed figure as a mark.

Nothing is added and nothing averaged: a mark is one figure of one event as one speaker tells it, and leads to the
words. All lanes share one scale, the root of the number, so that 2 and 200 can both be seen. Places are parts of a
hundred of the width, so that words beside them keep their size on any screen; inside, all runs from left to right.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

import msgspec
from markupsafe import Markup

from hudna.model import Figure
from hudna.publish.report.counting import figure_words
from hudna.publish.web.board import Board
from hudna.publish.web.settings import LossRow

MEASURES = ("killed", "wounded", "missing", "captured")
STEP = 16
"""Units between the rows of a lane."""
_LEFT, _WIDE = 2.0, 92.0
_APART = 2.4
"""Marks nearer than this stand in different rows."""
_ROWS = 10
"""Rows of a lane at most; what finds no place stands in the last one, and in the table."""
_ARROW = 3.0

Look = Literal["best", "told", "old", "part"]


class Mark(msgspec.Struct, frozen=True):
    """One claimed figure."""

    x: float
    end: float
    """Where its upper end stands; as `x` where both ends are one."""
    y: int
    open: bool
    """It is open upwards."""
    look: Look
    href: str
    label: str


class Lane(msgspec.Struct, frozen=True):
    """One sort of people of one side."""

    side: Markup
    first: bool
    """The first lane of its side."""
    name: Markup
    marks: tuple[Mark, ...]
    height: int


class Chart(msgspec.Struct, frozen=True):
    """All lanes with their scale."""

    lanes: tuple[Lane, ...]
    ticks: tuple[tuple[float, str], ...]
    """(place, number)."""


_Key = tuple[str | None, str, str]


def chart_of(board: Board, rows: Sequence[LossRow]) -> Chart | None:
    """The chart of some rows of the casualty ledger; None where no figure has a number."""
    told: dict[_Key, list[tuple[LossRow, Figure]]] = {}
    for row in rows:
        for figure in row.figures:
            if figure.claim in board.shown and _top(figure):
                told.setdefault((row.side, row.measure, row.who or "person"), []).append((row, figure))
    most = max((_top(figure) for found in told.values() for _, figure in found), default=0)
    if not most:
        return None
    ordered = sorted(told, key=lambda key: _rank(board, key))
    sides = [key[0] for key in ordered]
    lanes = (_lane(board, key, told[key], most, first=key[0] not in sides[:at]) for at, key in enumerate(ordered))
    return Chart(tuple(lanes), tuple((_at(number, most), f"{number:,}") for number in _round(most)))


def _rank(board: Board, key: _Key) -> tuple[object, ...]:
    """Sides in alphabetical order, those of no known side last; the killed first; people of no narrower sort first."""
    side, measure, who = key
    place = MEASURES.index(measure) if measure in MEASURES else len(MEASURES)
    return side is None, board.names.order(side or ""), place, measure, board.words.rank("people", who)


def _lane(board: Board, key: _Key, found: Sequence[tuple[LossRow, Figure]], most: int, *, first: bool) -> Lane:
    side, measure, who = key
    words = board.words
    marks = tuple(_stacked(sorted((_mark(board, *one, most) for one in found), key=lambda one: (one.x, one.end))))
    return Lane(
        side=board.names.actor(side) if side else words("figure.of_any"),
        first=first,
        name=words("page.parenthesis", what=words.label("measure", measure), value=words.label("people", who)),
        marks=marks,
        height=max(one.y for one in marks) + STEP // 2,
    )


def _mark(board: Board, row: LossRow, figure: Figure, most: int) -> Mark:
    low = figure.lo if figure.lo is not None else 0
    high = figure.hi if figure.hi is not None else max(low, 0)
    claim = board.material.claims[figure.claim]
    event = next((one for one in board.material.events if one.id == row.event), None)
    parts = (figure_words(figure, board.words), board.names.speaker(figure.speaker))
    told = board.words.joined((*parts, *((board.event_title(event),) if event is not None else ())))
    return Mark(
        x=_at(low, most),
        end=_at(high, most),
        y=0,
        open=figure.hi is None,
        look=_look(row, figure),
        href=board.page.to_words(claim.id, claim.doc),
        label=told.striptags(),
    )


def _look(row: LossRow, figure: Figure) -> Look:
    if figure.superseded_by is not None:
        return "old"
    if row.part:
        return "part"
    return "best" if row.best is not None and row.best in {figure.lo, figure.hi} else "told"


def _stacked(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Each in the first row where it touches no other."""
    ends: list[float] = []
    for mark in marks:
        right = mark.end + (_ARROW if mark.open else 0)
        free = next((row for row, end in enumerate(ends) if end + _APART <= mark.x), len(ends))
        row = min(free, _ROWS - 1)
        if row == len(ends):
            ends.append(right)
        ends[row] = max(ends[row], right)
        yield msgspec.structs.replace(mark, y=row * STEP + STEP // 2)


def _top(figure: Figure) -> int:
    return max(figure.lo or 0, figure.hi or 0)


def _at(number: int, most: int) -> float:
    return round(_LEFT + _WIDE * math.sqrt(max(number, 0) / most), 2)


def _round(most: int) -> list[int]:
    """Nothing, and round numbers that stand well apart on the scale."""
    found, size = [0], 1
    while size <= most:
        found += [number for number in (size, 2 * size, 5 * size) if number <= most]
        size *= 10
    kept: list[int] = [0]
    for number in found[1:]:
        if _at(number, most) - _at(kept[-1], most) >= 7:  # noqa: PLR2004 - parts of a hundred that a number needs
            kept.append(number)
    return kept

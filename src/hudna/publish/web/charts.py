"""Charts as SVG, made on the server: they need no script, print well, and every mark is a link.

Inside a chart everything runs from left to right, in both languages, and coordinates are whole numbers of an own grid.
"""

import math
from collections.abc import Sequence

import msgspec


class Bar(msgspec.Struct, frozen=True):
    """One bar of a row of bars."""

    x: float
    y: float
    width: float
    height: float
    href: str
    label: str
    """Said when one points at it, and by a screen reader."""
    part: float = 0.0
    """Height of its lower part: of these, so many."""


class Tick(msgspec.Struct, frozen=True):
    """A label on an axis."""

    at: float
    label: str


class Bars(msgspec.Struct, frozen=True):
    """Bars over time."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[Tick, ...]


WIDTH, HEIGHT = 960.0, 150.0
_LEFT, _TOP, _BOTTOM = 34.0, 8.0, 24.0


def bars(values: Sequence[tuple[str, int, int, str, str]], *, ticks: int = 8) -> Bars:
    """A row of bars, the first on the left.

    Args:
        values: (label under the axis, how many, of these so many, address, label said) of each bar.
        ticks: At most so many labels under the axis.
    """
    most = max((number for _, number, _, _, _ in values), default=0)
    top = _round_up(most)
    step = (WIDTH - _LEFT) / max(len(values), 1)
    floor = HEIGHT - _BOTTOM
    scale = (floor - _TOP) / top
    width = min(step * 0.78, 46)
    made = [
        Bar(
            round(_LEFT + step * place + (step - width) / 2, 2),
            round(floor - number * scale, 2),
            round(width, 2),
            round(number * scale, 2),
            href,
            label,
            round(part * scale, 2),
        )
        for place, (_, number, part, href, label) in enumerate(values)
    ]
    every = max(1, -(-len(values) // ticks))
    marks = [Tick(round(_LEFT + step * (place + 0.5), 2), values[place][0]) for place in range(0, len(values), every)]
    levels = [Tick(round(floor - level * scale, 2), f"{level:,}") for level in (0, top // 2, top) if level or not top]
    return Bars(WIDTH, HEIGHT, tuple(made), tuple(marks), tuple(levels))


def _round_up(number: int) -> int:
    """The next round number: 2, 4, 6, 10, 20, 40 and so on."""
    size = 1
    while True:
        for step in (2, 4, 6, 10):
            if number <= step * size:
                return step * size
        size *= 10


class Range(msgspec.Struct, frozen=True):
    """What is claimed of one thing: a line from the least to the most, with a mark where best stands."""

    low: float
    high: float
    best: float | None
    open: bool
    """The most is open upwards."""


RANGE_WIDTH = 260.0


def ranges(rows: Sequence[tuple[int | None, int | None, int | None]]) -> list[Range | None]:
    """(low, best, high) of several rows on one scale, the root of the number, so that 2 and 200 can both be seen."""
    ends = [end for row in rows for end in row if end is not None]
    top = max(ends, default=1) or 1

    def at(number: int) -> float:
        return round(6 + (RANGE_WIDTH - 18) * math.sqrt(max(number, 0) / top), 1)

    found: list[Range | None] = []
    for low, best, high in rows:
        known = [one for one in (low, best, high) if one is not None]
        if not known:
            found.append(None)
            continue
        right = at(high) if high is not None else at(max(known))
        found.append(Range(at(min(known)), right, None if best is None else at(best), high is None))
    return found

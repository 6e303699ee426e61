"""What speaks for which days: the common form of all evidence for a document's date."""

from collections.abc import Iterable
from datetime import date

from hudna.reading.engine.record import Record

Span = tuple[int, int]
"""First and last day as proleptic ordinals (`date.toordinal`), both inclusive."""

EARLIEST = date(1988, 1, 1).toordinal()
"""No document is older than the conflicts that are monitored; also what an open past begins with."""
LATEST = date(2099, 12, 31).toordinal()
"""What an open future ends with."""


class Evidence(Record, frozen=True):
    """Days on which a document may have been published, if one find in it is read rightly."""

    spans: tuple[Span, ...]
    """Ascending, apart."""
    weight: float
    """How much it counts: 1 a hint, 3 plain words, 5 hardly ever wrong, 8 a date line."""
    why: str
    """A sentence for people."""
    anchor: bool = False
    """True when it can fix a date by itself or with others; False when it only narrows what anchors say."""
    group: str = ""
    """Of evidence of one group only the heaviest counts on each day: it is one find seen twice."""


def since(day: int, weight: float, why: str) -> Evidence:
    """Published on a day or later."""
    return Evidence(spans=((day, LATEST),), weight=weight, why=why)


def until(day: int, weight: float, why: str) -> Evidence:
    """Published on a day or earlier."""
    return Evidence(spans=((EARLIEST, day),), weight=weight, why=why)


def joined(days: Iterable[int]) -> tuple[Span, ...]:
    """Single days as spans."""
    spans: list[Span] = []
    for day in sorted(set(days)):
        if spans and spans[-1][1] == day - 1:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return tuple(spans)


def merged(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans that touch or overlap, as one."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return tuple(found)


def iso(day: int) -> str:
    """A day as people write it."""
    return date.fromordinal(day).isoformat()

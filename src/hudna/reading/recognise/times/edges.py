"""The beginning, middle and end of a period."""

from datetime import date

from hudna.knowledge.languages.ar.times import Conventions
from hudna.reading.recognise.times.calendars import Interval, add_days, add_months, days

_DECADE_EDGES = {"early": (0, 3), "middle": (4, 6), "late": (7, 9)}
"""Years of a decade: its beginning is 0 to 3 (convention of the claim record)."""
_WEEK_EDGES = {"early": (0, 2), "middle": (2, 4), "late": (4, 6)}
_THIRDS = {"early": 0, "middle": 1, "late": 2}
_SIDES = {"earlier": "early", "later": "late"}
_CENTURY_EDGES = {"early": (0, 29), "middle": (30, 69), "late": (70, 99)}
_NAMES = {"early": "the beginning", "middle": "the middle", "late": "the end", "end": "the end"}


def edge_of(whole: Interval, edge: str, conventions: Conventions, day: date | None) -> Interval | None:
    """What «أوائل», «منتصف», «أواخر» leave of a period; earlier and later are told from the document's day."""
    first, last = whole.first_day, whole.last_day
    if first is None or last is None or whole.timed:
        return whole
    if edge in _SIDES:
        told = day is not None and first <= day <= last and conventions.prefers == "past"
        if told:
            ends = (first, day) if edge == "earlier" else (day, last)
            return days(*ends, whole.grain, *whole.why, f"{edge} in it than the document's day")
        edge = _SIDES[edge]
    start, end = _ends(first, last, whole.grain, edge, conventions)
    # two reasons or none: what the period is, and which part of it
    return days(start, min(end, last) if end else None, whole.grain, *whole.why, f"{_NAMES[edge]} of it")


def _ends(first: date, last: date, grain: str, edge: str, conventions: Conventions) -> tuple[date | None, date | None]:
    if grain != "month" and edge == "end":
        edge = "late"
    if grain == "month":
        low, high = conventions.month_edges[edge]
        return add_days(first, low), add_days(first, high)
    if grain == "week":
        low, high = _WEEK_EDGES[edge]
        return add_days(first, low), add_days(first, high)
    if grain == "year":
        low, high = conventions.year_edges[edge]
        return add_months(first, low), add_days(add_months(first, high + 1), -1)
    if grain in {"decade", "century"}:
        low, high = (_DECADE_EDGES if grain == "decade" else _CENTURY_EDGES)[edge]
        return add_months(first, 12 * low), add_days(add_months(first, 12 * (high + 1)), -1)
    return _third(first, last, _THIRDS[edge])


def _third(first: date, last: date, number: int) -> tuple[date | None, date | None]:
    length = (last - first).days + 1
    return add_days(first, length * number // 3), add_days(first, length * (number + 1) // 3 - 1)

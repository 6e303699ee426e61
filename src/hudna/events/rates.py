"""Rates per period: so many in so many days, and how fast a running total rises. Stated, never extrapolated."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from hudna.events.figures import RUNNING
from hudna.events.moments import COARSE, day_of, days_of
from hudna.events.ranges import numbered, says
from hudna.model import Figure

_YEAR = 366
_LOSSES = frozenset({"killed", "wounded", "missing", "captured"})
"""What a fight of two days cost is no rate: its days are when it was, not how long somebody counted."""


class Rate(msgspec.Struct, frozen=True):
    """So many a day."""

    sort: str
    """period (one figure for a span of days) or rise (between two moments of one running total)."""
    measure: str
    speaker: str
    claims: tuple[str, ...]
    days: int
    """Length of the period, at least 1."""
    low: float
    high: float | None
    """A day; None where the figure is open upwards. Equal to `low` for an exact figure."""
    why: str
    """The sum as a sentence."""


def rates(figures: Iterable[Figure]) -> tuple[Rate, ...]:
    """All rates of figures that are told as having happened, by measure, speaker and claims.

    A figure that its speaker replaced gives none; a part of another figure gives its own.
    """
    held = [one for one in figures if numbered(one) and one.modality == "actual" and not one.proposed]
    found = [*_periods(held), *_rises(held)]
    return tuple(sorted(found, key=lambda rate: (rate.measure, rate.speaker, rate.claims)))


def _periods(figures: Sequence[Figure]) -> Iterable[Rate]:
    """Figures for a span: more than a day, no more than a year."""
    for one in figures:
        span = days_of(one.when)
        if span is None or one.measure in _LOSSES or one.superseded_by is not None or not 1 < span.length <= _YEAR:
            continue
        low, high = (one.lo or 0) / span.length, None if one.hi is None else one.hi / span.length
        told = f"{says(one)} {one.measure} in {span.length} days ({one.speaker})"
        yield Rate(
            "period", one.measure, one.speaker, (one.claim,), span.length, low, high, f"{told}: {_a_day(low, high)}"
        )


def _rises(figures: Sequence[Figure]) -> Iterable[Rate]:
    """Neighbouring moments of one speaker's running total, no more than a month apart."""
    grouped: dict[tuple[object, ...], dict[str, Figure]] = {}
    for one in sorted(figures, key=lambda one: one.claim):
        if one.measure in RUNNING and one.told is not None and one.lo is not None and one.lo == one.hi:
            key = (one.speaker, one.measure, one.who, one.side, one.subset_of is None)
            grouped.setdefault(key, {})[one.told[:10]] = one
    for told in grouped.values():
        for first, last in pairwise(sorted(told)):
            days = day_of(last) - day_of(first)
            rise = (told[last].lo or 0) - (told[first].lo or 0)
            if days <= COARSE and rise >= 0:
                yield _rise(told[first], told[last], days, rise)


def _rise(one: Figure, other: Figure, days: int, rise: int) -> Rate:
    rate = rise / days
    spent = f"{days} days" if days > 1 else "1 day"
    why = f"{other.measure} rose from {says(one)} to {says(other)} in {spent} ({other.speaker}): {_a_day(rate, rate)}"
    return Rate("rise", other.measure, other.speaker, (one.claim, other.claim), days, rate, rate, why)


def _a_day(low: float, high: float | None) -> str:
    if high is None:
        return f"at least {low:,.1f} a day"
    return f"{low:,.1f} a day" if low == high else f"{low:,.1f} to {high:,.1f} a day"

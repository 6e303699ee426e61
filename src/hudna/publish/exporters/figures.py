"""From rows of the casualty ledger to the few numbers that a flat table has room for. Nothing is added up.

Where several rows stand beside each other (losses of two sides and no figure for all), there is no number for all that
anybody claims: `best` and `high` stay empty then, and `low` is the largest low, which is the least that must be true.
"""

from collections.abc import Sequence

import msgspec

from hudna.publish.exporters.nouns import Loss

ANYBODY = frozenset({None, "person"})
CIVILIANS = frozenset({"civilian", "child", "woman", "family", "journalist", "medic", "worker", "student"})


class Toll(msgspec.Struct, frozen=True):
    """Low, best and high; None where unknown or open."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


def toll(losses: Sequence[Loss], measure: str = "killed") -> Toll:
    """Of everybody in one event."""
    rows = [one for one in losses if one.measure == measure and not one.part]
    whole = [one for one in rows if one.side is None and one.who in ANYBODY] or (rows if len(rows) == 1 else [])
    if whole:
        return Toll(whole[0].low, whole[0].best, whole[0].high)
    lows = [one.low for one in rows if one.low is not None]
    return Toll(low=max(lows, default=None))


def best_of_side(losses: Sequence[Loss], side: str, measure: str = "killed") -> int | None:
    """The chosen figure of one side's people; None where no rule chose one, or where it has several rows."""
    rows = [one for one in losses if one.measure == measure and one.side == side and not one.part]
    return rows[0].best if len(rows) == 1 else None


def best_of_civilians(losses: Sequence[Loss], measure: str = "killed") -> int | None:
    """The chosen figure of civilians, parts of a whole among them."""
    rows = [one for one in losses if one.measure == measure and one.who in CIVILIANS]
    return rows[0].best if len(rows) == 1 else None


def best_of_unknown(losses: Sequence[Loss], measure: str = "killed") -> int | None:
    """The chosen figure of people of no stated side and sort, where no side's are told: else it is the whole."""
    rows = [one for one in losses if one.measure == measure and not one.part]
    alone = len(rows) == 1 and rows[0].side is None and rows[0].who in ANYBODY
    return rows[0].best if alone else None

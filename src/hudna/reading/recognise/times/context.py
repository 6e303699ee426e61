"""What resolving one expression may look at: the assumed day, the conventions, and the times told before it."""

from datetime import date, datetime

import msgspec

from hudna.knowledge.languages.ar.times import Conventions, load_times
from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.calendars import Interval
from hudna.reading.recognise.times.expression import FUTURE, PAST, PRESENT, TimeExpression

NEWS: Conventions = load_times().conventions["news"]
"""How reports are read; the default."""
EVERYDAY: Conventions = load_times().conventions["everyday"]
"""How somebody who speaks at a known moment is read; the public suites' conventions."""

_NEAR_FUTURE, _LONG_AGO = 35, 330
"""A bare day and month that lies almost a year back but comes within five weeks is taken as coming: a report that means
last year's says so."""


class Context(Record, frozen=True):
    """The ground that an expression stands on."""

    conventions: Conventions
    day: date | None = None
    """The document's day, as far as assumed now."""
    moment: datetime | None = None
    """With the time of day, when that is known."""
    within: Interval | None = None
    """What the period that the expression is part of means."""
    told: Interval | None = None
    """The day or period told last before this expression."""
    told_day: Interval | None = None
    """The single day told last."""
    sentence_day: Interval | None = None
    """The single day told in the same sentence."""


def direction_of(expression: TimeExpression, context: Context) -> tuple[str, bool]:
    """(past, future or present; whether the words beside it say so)."""
    if expression.direction in {PAST, FUTURE, PRESENT}:
        return expression.direction, True
    if expression.cue:
        return expression.cue, False
    return context.conventions.prefers, False


def choose(found: list[Interval], expression: TimeExpression, context: Context) -> Interval | None:
    """Of the yearly, monthly or weekly returns of something, the one that is meant."""
    day = context.day
    if day is None:
        return None
    past = [one for one in found if one.first_day is not None and one.first_day <= day]
    ahead = [one for one in found if one.last_day is not None and one.last_day >= day]
    direction, said = direction_of(expression, context)
    if said:
        return _said(found, direction, day)
    if direction == FUTURE:
        reason = "the clause speaks of the future" if expression.cue else "the coming one"
        return with_why(ahead[0], reason) if ahead else None
    return _nearest_past(past, ahead, day)


def _said(found: list[Interval], direction: str, day: date) -> Interval | None:
    if direction == PAST:
        over = [one for one in found if one.last_day is not None and one.last_day < day]
        return with_why(over[-1], "the last one over") if over else None
    if direction == FUTURE:
        coming = [one for one in found if one.first_day is not None and one.first_day > day]
        return with_why(coming[0], "the next to come") if coming else None
    near = [one for one in found if one.first_day is not None]
    near.sort(key=lambda one: abs(((one.first_day or day) - day).days))
    return with_why(near[0], "the current one") if near else None


def _nearest_past(past: list[Interval], ahead: list[Interval], day: date) -> Interval | None:
    if past and ahead and past[-1].last_day and ahead[0].first_day:
        ago, ahead_by = (day - past[-1].last_day).days, (ahead[0].first_day - day).days
        if ago >= _LONG_AGO and 0 < ahead_by <= _NEAR_FUTURE:
            return with_why(ahead[0], "coming soon; the one before is almost a year ago")
    return with_why(past[-1], "the nearest one past") if past else None


def with_why(interval: Interval, *why: str) -> Interval:
    """The same interval with more reasons."""
    return msgspec.structs.replace(interval, why=(*interval.why, *why))

"""Whole units, parts of a period by number, points so far away, and stretches before or after the document's day."""

from datetime import date, datetime

from hudna.reading.recognise.times import calendars
from hudna.reading.recognise.times.calendars import Interval, add_days, days, minute_of
from hudna.reading.recognise.times.context import Context, with_why
from hudna.reading.recognise.times.expression import FUTURE, LAST, PAST, TimeExpression

_WEEK, _MONTHS = 7, 12
_HOURS = frozenset(("hour", "minute", "second"))
_MAX_DAYS = 400
"""No period whose days are counted is longer: «اليوم الأخير من العام»."""


def resolve_unit(expression: TimeExpression, context: Context) -> Interval | None:
    """A whole unit counted from the document's day, from another time, or holding a date."""
    unit = expression.unit or "day"
    if expression.within is not None:
        day = context.within.first_day if context.within else None
        return calendars.unit_of(unit, day, 0, context.conventions.week_starts) if day else None
    told = context.told_day if unit == "day" else context.told
    if expression.anaphora:
        base = (told.last_day if unit == "day" else told.first_day) if told else None
        why = "counted from the time told before it"
        next_day = unit == "day" and context.conventions.prefers == PAST  # a report that tells no day has no next one
        if base is None and expression.direction and not next_day:
            base, why = context.day, "no earlier time in the text: counted from the document's day"
    else:
        base, why = context.day, "counted from the document's day"
    if base is None:
        return None
    found = calendars.unit_of(unit, base, int(expression.offset or 0), context.conventions.week_starts)
    return with_why(found, why) if found else None


def resolve_nth(expression: TimeExpression, context: Context) -> Interval | None:
    """A unit by its number in a period."""
    inner = context.within
    if inner is None or inner.first_day is None or inner.last_day is None:
        return None
    pieces = _pieces(expression.unit or "", inner.first_day, inner.last_day, context)
    ordinal = expression.ordinal or 1
    if not pieces or ordinal > len(pieces):
        return None
    return with_why(pieces[-1 if ordinal == LAST else ordinal - 1], *inner.why)


def _pieces(unit: str, first: date, last: date, context: Context) -> list[Interval]:
    """All units of a period, in order; a week belongs to the period in which it begins."""
    if unit == "week":
        start = calendars.nth_weekday(first, last, context.conventions.week_starts, 1)
        found = [add_days(start, _WEEK * number) for number in range((last - first).days // _WEEK + 1)] if start else []
        return [w for w in (days(d, add_days(d, 6), "week") for d in found if d and d <= last) if w]
    if unit == "day":
        return [
            d
            for d in (_one_day(add_days(first, number)) for number in range(min((last - first).days + 1, _MAX_DAYS)))
            if d
        ]
    share = {"quarter": 4, "third": 3, "half": 2}.get(unit)
    if share is not None:
        return _shares(first, last, share, unit)
    months = {"month": 1, "decade": 120}.get(unit, 0)
    if not months:
        return []
    starts = (calendars.add_months(first, months * number) for number in range(_MONTHS * 10))
    ends = ((start, add_days(calendars.add_months(start, months), -1)) for start in starts if start and start <= last)
    return [piece for piece in (days(start, end, unit) for start, end in ends) if piece]


def _one_day(day: date | None) -> Interval | None:
    return days(day, day, "day")


def _shares(first: date, last: date, share: int, unit: str) -> list[Interval]:
    """Halves, thirds or quarters of a period: by whole months where that goes, else by days."""
    months = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    if months % share == 0:
        starts = [calendars.add_months(first, months // share * number) for number in range(share)]
    else:
        length = (last - first).days + 1
        starts = [add_days(first, length * number // share) for number in range(share)]
    ends = [add_days(start, -1) for start in starts[1:]]
    return [piece for piece in (days(a, b, unit) for a, b in zip(starts, [*ends, last], strict=True)) if piece]


def resolve_shift(expression: TimeExpression, context: Context) -> Interval | None:
    """A point so long before or after another."""
    if expression.name == "happening":
        return None
    base, why = _shift_base(expression, context)
    if base is None:
        return None
    if expression.about and expression.name == "few" and context.conventions.prefers == PAST:
        return _vaguely(base, expression, why)
    moment = context.moment if why == "counted from the document's time" else None
    small = [part for part in expression.shift if part[1] in _HOURS]
    day: date | None = base
    for number, unit in expression.shift:
        day = calendars.move(day, number, unit)
    grain = expression.shift[-1][1]
    if small and moment is not None and day is not None:
        return _moved_moment(datetime.combine(day, moment.time()), small, why)
    return days(day, day, "day" if grain in _HOURS or grain in {"day", "week"} else grain, why)


def _vaguely(base: date, expression: TimeExpression, why: str) -> Interval | None:
    """«قبل أيام», «بعد أسابيع»: before or after the day it is counted from, nobody knows how long."""
    grain = expression.shift[-1][1]
    told = (why, "how long is not told")
    if expression.shift[0][0] < 0:
        return Interval(first=None, last=minute_of(base, calendars.DAY_END), grain=grain, why=told)
    return Interval(first=minute_of(base, calendars.DAY_START), last=None, grain=grain, why=told)


def _moved_moment(moment: datetime, parts: list[tuple[float, str]], why: str) -> Interval | None:
    found: datetime | None = moment
    for number, unit in parts:
        found = calendars.move_moment(found, number, unit) if found else None
    return Interval(first=found, last=found, grain="minute", timed=True, why=(why,)) if found else None


def _shift_base(expression: TimeExpression, context: Context) -> tuple[date | None, str]:
    if expression.within is not None:
        inner, back = context.within, expression.shift[0][0] < 0
        return (inner.first_day if back else inner.last_day) if inner else None, "counted from the time named with it"
    from_text = expression.anaphora or (not expression.direction and not expression.cue)
    if from_text and context.told_day is not None and context.conventions.prefers == PAST:
        return context.told_day.last_day, "counted from the day told before it"
    if expression.anaphora or (from_text and context.conventions.prefers == PAST):
        return None, ""
    return context.day, "counted from the document's time" if context.moment else "counted from the document's day"


def resolve_span(expression: TimeExpression, context: Context) -> Interval | None:
    """The last or the next so many units."""
    day = context.day
    direction = expression.direction or expression.cue or (FUTURE if context.conventions.prefers == FUTURE else "")
    number, unit = expression.offset or 0.0, expression.unit or "day"
    if day is None or not direction:
        return None
    if unit in _HOURS:
        return _span_of_hours(day, number, unit, direction, context)
    why = "counted from the document's day"
    vague = expression.about and expression.seconds is None
    if unit in context.conventions.whole_spans and expression.direction and not vague:
        return _whole_units(day, int(number), unit, direction, context)
    if direction == PAST:
        first, last = calendars.move(day, -number, unit), add_days(day, -1)
    elif expression.direction:
        first, last = add_days(day, 1), calendars.move(day, number, unit)
    else:
        first, last = day, calendars.move(day, number, unit)
        if context.moment is not None and last is not None and context.conventions.open_ended_ranges and not vague:
            stop = datetime.combine(last, calendars.DAY_START)
            return Interval(
                first=context.moment, last=stop, grain=unit, timed=True, why=("from the document's time on",)
            )
    if vague:
        start = Interval(first=None, last=datetime.combine(day, calendars.DAY_END), grain=unit, why=(why,))
        end = Interval(first=datetime.combine(day, calendars.DAY_START), last=None, grain=unit, why=(why,))
        return start if direction == PAST else end
    return days(first, last, unit, why)


def _whole_units(day: date, number: int, unit: str, direction: str, context: Context) -> Interval | None:
    """Calendar weeks, not seven days each: several weeks run as one week does."""
    starts = context.conventions.week_starts
    near, far = (-1, -number) if direction == PAST else (1, number)
    ends = [calendars.unit_of(unit, day, offset, starts) for offset in sorted((near, far))]
    if ends[0] is None or ends[1] is None:
        return None
    return days(ends[0].first_day, ends[1].last_day, unit, "whole ones, counted from the document's day")


def _span_of_hours(day: date, number: float, unit: str, direction: str, context: Context) -> Interval | None:
    sign = -1 if direction == PAST else 1
    if context.moment is not None:
        other = calendars.move_moment(context.moment, sign * number, unit)
        first, last = sorted((context.moment, other)) if other else (None, None)
        why = "counted from the document's time"
        return Interval(first=first, last=last, grain="minute", timed=True, why=(why,)) if other else None
    hours = number * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}[unit]
    other_day = add_days(day, sign * -int(-hours // 24))
    why = "counted from the document's day, as its hour is not known"
    return days(min(day, other_day), max(day, other_day), "day", why) if other_day else None


def resolve_rest(expression: TimeExpression, context: Context) -> Interval | None:
    """What remains of a unit."""
    if context.day is None:
        return None
    whole = calendars.unit_of(expression.unit or "day", context.day, 0, context.conventions.week_starts)
    if whole is None:
        return None
    last = add_days(whole.last_day, -1) if context.conventions.open_ended_ranges else whole.last_day
    return days(context.day, last, whole.grain, "from the document's day to its end")

"""From an expression to an interval, for one assumed day of the document."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import msgspec

from hudna.reading.recognise.times import calendars
from hudna.reading.recognise.times.calendars import Interval, add_days, days, minute_of
from hudna.reading.recognise.times.context import Context, with_why
from hudna.reading.recognise.times.edges import edge_of
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.resolve_days import resolve_date, resolve_day, resolve_weekday, resolve_year
from hudna.reading.recognise.times.resolve_long import resolve_century, resolve_decade, resolve_holiday, resolve_season
from hudna.reading.recognise.times.resolve_units import (
    resolve_nth,
    resolve_rest,
    resolve_shift,
    resolve_span,
    resolve_unit,
)

Resolver = Callable[[TimeExpression, Context], Interval | None]
_WEEK, _MONTHS = 7, 12


def resolve_one(expression: TimeExpression, context: Context) -> Interval | None:
    """The interval that an expression means in this context; None when that cannot be told."""
    resolver = _RESOLVERS.get(expression.sort)
    within = resolve_one(expression.within, context) if expression.within is not None else None
    inner = msgspec.structs.replace(context, within=within)
    found = resolver(expression, inner) if resolver else None
    if found is None:
        return None
    if expression.edge is not None:
        found = edge_of(found, expression.edge, context.conventions, context.day)
    return _at_time(found, expression, context) if found else None


def _now(expression: TimeExpression, context: Context) -> Interval | None:
    del expression
    if context.moment is not None:
        return Interval(
            first=context.moment, last=context.moment, grain="minute", timed=True, why=("the document's time",)
        )
    return days(context.day, context.day, "day", "the document's day")


def _dayless(expression: TimeExpression, context: Context) -> Interval | None:
    """A clock time or a part of a day: on the day that its sentence tells, else on the document's."""
    del expression
    if context.sentence_day is not None:
        return with_why(context.sentence_day, "on the day told in the sentence")
    return days(context.day, context.day, "day", "on the document's day")


def _range(expression: TimeExpression, context: Context) -> Interval | None:
    left_expression, right_expression = expression.inner
    left, right = resolve_one(left_expression, context), resolve_one(right_expression, context)
    if left is None or right is None or left.first is None or right.last is None:
        return None
    left, right = _in_order(left, right, left_expression, right_expression)
    if expression.announced and context.conventions.open_ended_ranges:
        right = _without_last(right)
    if left.first is None or right.last is None or left.first > right.last:
        return None
    why = tuple(dict.fromkeys((*left.why, *right.why)))
    return Interval(first=left.first, last=right.last, grain=right.grain, timed=left.timed or right.timed, why=why)


def _without_last(right: Interval) -> Interval:
    """The end of an announced range is where it stops, not its last day (a convention of calendars)."""
    start = add_days(right.first_day, -1)
    return (
        right
        if right.timed or start is None
        else msgspec.structs.replace(right, last=minute_of(start, calendars.DAY_END))
    )


def _in_order(
    left: Interval, right: Interval, left_expression: TimeExpression, right_expression: TimeExpression
) -> tuple[Interval, Interval]:
    """Ends that came out crosswise: the free one moves by a day, a week or a year."""
    if left.first is None or right.last is None or left.first <= right.last:
        return left, right
    if right_expression.clock is not None and right.timed:
        return left, _moved(right, 1)
    if right_expression.sort == "weekday":
        return left, _moved(right, _WEEK)
    if left_expression.sort == "date" and left_expression.year is None and left.first_day is not None:
        earlier = calendars.add_months(left.first_day, -_MONTHS)
        return (_moved(left, (earlier - left.first_day).days) if earlier else left), right
    return left, right


def _moved(interval: Interval, number: int) -> Interval:
    delta = timedelta(days=number)
    return msgspec.structs.replace(
        interval,
        first=interval.first + delta if interval.first else None,
        last=interval.last + delta if interval.last else None,
    )


def _beside(expression: TimeExpression, context: Context) -> Interval | None:
    """«قبل 15 نوفمبر», «بعد 20 أيلول»: without the day itself; one end is open."""
    inner = resolve_one(expression.inner[0], context)
    if inner is None:
        return None
    if expression.open_start:
        edge = inner.first if inner.timed else minute_of(add_days(inner.first_day, -1), calendars.DAY_END)
        return Interval(first=None, last=edge, grain=inner.grain, timed=inner.timed, why=inner.why)
    edge = inner.last if inner.timed else minute_of(add_days(inner.last_day, 1), calendars.DAY_START)
    return Interval(first=edge, last=None, grain=inner.grain, timed=inner.timed, why=inner.why)


def _at_time(found: Interval, expression: TimeExpression, context: Context) -> Interval | None:
    """The hours of a day that a clock time or a part of the day leaves."""
    if found.timed or found.first_day is None or expression.sort in {"range", "beside"}:
        return found
    if expression.clock is not None:
        moment = datetime.combine(found.first_day, time(*expression.clock))
        return Interval(first=moment, last=moment, grain="minute", timed=True, why=found.why)
    return _at_part(found, expression, context) if expression.part is not None else found


def _at_part(found: Interval, expression: TimeExpression, context: Context) -> Interval | None:
    parts = context.conventions.parts
    key = "night" if expression.part == "night_to_dawn" else expression.part or ""
    first, last = (time.fromisoformat(minute) for minute in parts[key])
    if found.first_day is None:
        return None
    start, end = datetime.combine(found.first_day, first), datetime.combine(found.last_day or found.first_day, last)
    if expression.part == "night_to_dawn":
        dawn = time.fromisoformat(parts["dawn"][1])
        end = datetime.combine(end.date(), dawn) + timedelta(days=1)
    middle = start + (end - start) // 2
    if expression.part_edge == "late":
        start = middle.replace(second=0)
    elif expression.part_edge == "early":
        end = middle.replace(second=0)
    return Interval(first=start, last=end, grain="part_of_day", timed=True, why=found.why)


_RESOLVERS: dict[str, Resolver] = {
    "date": resolve_date,
    "year": resolve_year,
    "day": resolve_day,
    "weekday": resolve_weekday,
    "unit": resolve_unit,
    "nth": resolve_nth,
    "shift": resolve_shift,
    "span": resolve_span,
    "rest": resolve_rest,
    "season": resolve_season,
    "decade": resolve_decade,
    "century": resolve_century,
    "holiday": resolve_holiday,
    "now": _now,
    "clock": _dayless,
    "part": _dayless,
    "range": _range,
    "beside": _beside,
}

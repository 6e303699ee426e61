"""Dates, days and weekdays on their day."""

from datetime import date

from hudna.reading.recognise.times import calendars
from hudna.reading.recognise.times.calendars import Interval, add_days, days
from hudna.reading.recognise.times.context import Context, choose, direction_of, with_why
from hudna.reading.recognise.times.expression import FUTURE, PAST, PRESENT, TimeExpression
from hudna.reading.recognise.times.years import LAST_HIJRI

_WEEK, _MONTHS = 7, 12
_AROUND = range(-9, 6)
"""Years around the document's to look for a day and month: 29 February may be eight years away."""
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve_date(expression: TimeExpression, context: Context) -> Interval | None:
    """A day, a month, or a day of a month."""
    if expression.calendar == "hijri":
        return _hijri(expression, context)
    if expression.month is None:
        return _day_of_month(expression, context)
    year = expression.year
    if expression.within is not None:
        year = context.within.first_day.year if context.within and context.within.first_day else None
        if year is None:
            return None
    found = _in_year(expression, year) if year is not None else _without_year(expression, context)
    return _by_number(found, expression) or _check_weekday(found, expression)


def _by_number(found: Interval | None, expression: TimeExpression) -> Interval | None:
    """«الثلاثاء الثالث من أيلول»: a Tuesday that is the third, or, where that is no Tuesday, the third Tuesday."""
    day = found.first_day if found else None
    if day is None or expression.ordinal is None or expression.weekday is None or day.weekday() == expression.weekday:
        return None
    whole = calendars.month_of(day.year, day.month)
    if whole is None or whole.first_day is None or whole.last_day is None:
        return None
    counted = calendars.nth_weekday(whole.first_day, whole.last_day, expression.weekday, expression.ordinal)
    return days(counted, counted, "day", "counted among the weekdays of the month, as the date is another weekday")


def _in_year(expression: TimeExpression, year: int) -> Interval | None:
    month = expression.month or 0
    if expression.day is None:
        return calendars.month_of(year, month)
    day = calendars.make_date(year, month, expression.day)
    return days(day, day, "day")


def _years_around(expression: TimeExpression, day: date) -> list[Interval]:
    found = (_in_year(expression, day.year + offset) for offset in _AROUND)
    return [one for one in found if one is not None]


def _without_year(expression: TimeExpression, context: Context) -> Interval | None:
    day = context.day
    if day is None:
        return None
    returns = _years_around(expression, day)
    if expression.today or expression.offset is not None:
        return _nearest(returns, day, "the nearest one to the document's day, for it says which day it counts as")
    chosen = choose(returns, expression, context)
    if expression.weekday is None or chosen is None or _has_weekday(chosen, expression.weekday):
        return chosen
    return _by_weekday(returns, expression.weekday, chosen, day)


def _nearest(returns: list[Interval], day: date, why: str) -> Interval | None:
    near = sorted(returns, key=lambda one: abs(((one.first_day or day) - day).days))
    return with_why(near[0], why) if near else None


_FAR, _A_YEAR = 60, 366
"""Days ahead in which a weekday that fits decides against the nearest past date."""


def _by_weekday(returns: list[Interval], weekday: int, chosen: Interval, day: date) -> Interval:
    """Another year's date whose weekday fits, when it lies close by."""
    for one in returns:
        close = one.first_day is not None and -_A_YEAR <= (one.first_day - day).days <= _FAR
        if close and _has_weekday(one, weekday):
            return with_why(one, f"the one that is a {WEEKDAYS[weekday]}")
    return chosen


def _has_weekday(interval: Interval, weekday: int) -> bool:
    return interval.first_day is not None and interval.first_day.weekday() == weekday


def _check_weekday(found: Interval | None, expression: TimeExpression) -> Interval | None:
    if found is None or expression.weekday is None or expression.day is None or found.first_day is None:
        return found
    named, real = WEEKDAYS[expression.weekday], WEEKDAYS[found.first_day.weekday()]
    if named == real:
        return with_why(found, f"it is a {named}, as the text says")
    return with_why(found, f"the text says {named} but that day is a {real}; the date is kept")


def _day_of_month(expression: TimeExpression, context: Context) -> Interval | None:
    number = expression.day or 0
    if expression.within is not None:
        inner = context.within
        first = inner.first_day if inner else None
        found = calendars.make_date(first.year, first.month, number) if first else None
        return days(found, found, "day", *(inner.why if inner else ()))
    if context.day is None:
        return None
    months = (calendars.add_months(context.day.replace(day=1), offset) for offset in range(-_MONTHS, _MONTHS + 1))
    dates = [calendars.make_date(month.year, month.month, number) for month in months if month]
    returns = [one for one in (days(found, found, "day") for found in dates) if one is not None]
    if expression.weekday is not None:
        fitting = [one for one in returns if _has_weekday(one, expression.weekday)]
        return _nearest(fitting, context.day, "the nearest month in which the weekday fits")
    if context.conventions.prefers == FUTURE:
        found = calendars.make_date(context.day.year, context.day.month, number)
        return days(found, found, "day", "in the current month")
    return choose(returns, expression, context)


def _hijri(expression: TimeExpression, context: Context) -> Interval | None:
    month, year = expression.month or 0, expression.year
    if year is not None and year > LAST_HIJRI:
        # a Hijri month beside a Gregorian year: the one that begins in that year
        start = calendars.make_date(year, 1, 1)
        base = calendars.hijri_year_at(start) if start else None
        near = [_hijri_in(expression, base + later, month) for later in (0, 1)] if base else []
        fitting = [one for one in near if one and one.first_day and one.first_day.year == year]
        return fitting[0] if fitting else None
    if year is not None:
        return _hijri_in(expression, year, month)
    if expression.within is not None or context.day is None:
        return None
    base = calendars.hijri_year_at(context.day)
    if base is None:
        return None
    returns = [_hijri_in(expression, base + offset, month) for offset in (-2, -1, 0, 1, 2)]
    return choose([one for one in returns if one is not None], expression, context)


def _hijri_in(expression: TimeExpression, year: int, month: int) -> Interval | None:
    if expression.day is None:
        found = calendars.hijri_month(year, month)
    else:
        day = calendars.hijri_date(year, month, expression.day)
        found = days(day, day, "day")
    found = with_why(found, "Hijri, by Umm al-Qura") if found else None
    return _check_weekday(found, expression)


def resolve_year(expression: TimeExpression, context: Context) -> Interval | None:
    """A whole year."""
    del context
    year = expression.year or 0
    return calendars.hijri_year(year) if expression.calendar == "hijri" else calendars.year_of(year)


# --- days and weekdays -----------------------------------------------------------------------------------------------


def resolve_day(expression: TimeExpression, context: Context) -> Interval | None:
    """A day counted from the document's."""
    moved = add_days(context.day, int(expression.offset or 0))
    found = days(moved, moved, "day", "counted from the document's day")
    if found is None or expression.weekday is None or moved is None or moved.weekday() == expression.weekday:
        return found
    named, real = WEEKDAYS[expression.weekday], WEEKDAYS[moved.weekday()]
    return with_why(found, f"the text says {named} but that day is a {real}: the document's date may be wrong")


def resolve_weekday(expression: TimeExpression, context: Context) -> Interval | None:
    """A weekday near the document's day, or of a period."""
    weekday = expression.weekday or 0
    if expression.within is not None:
        return _weekday_within(expression, weekday, context)
    base, following = context.day, False
    if expression.anaphora and context.told_day is not None:
        base, following = context.told_day.last_day, True
    if base is None:
        return None
    if following:
        found = add_days(base, (weekday - base.weekday() - 1) % _WEEK + 1)
        return days(found, found, "day", "the next one after the day told before")
    return _near_weekday(expression, weekday, base, context)


def _near_weekday(expression: TimeExpression, weekday: int, base: date, context: Context) -> Interval | None:
    back = (base.weekday() - weekday) % _WEEK
    direction, said = direction_of(expression, context)
    extra = _WEEK if expression.offset in (-2, 2) else 0
    if said and direction == PRESENT:
        week = calendars.week_of(base, context.conventions.week_starts)
        found = calendars.nth_weekday(week.first_day, week.last_day, weekday, 1) if week else None  # type: ignore[arg-type]
        return days(found, found, "day", "in the current week")
    if said and direction == PAST:
        return _so_far(base, -(back or _WEEK) - extra, "the last one before the document's day")
    if direction == FUTURE:
        ahead = (weekday - base.weekday()) % _WEEK
        skips_today = said or not expression.cue
        return _so_far(base, (ahead or (_WEEK if skips_today else 0)) + extra, "the next one")
    return _so_far(base, -back, "the nearest one past, or the document's day itself")


def _so_far(base: date, number: int, why: str) -> Interval | None:
    found = add_days(base, number)
    return days(found, found, "day", why)


def _weekday_within(expression: TimeExpression, weekday: int, context: Context) -> Interval | None:
    inner = context.within
    if inner is None or inner.first_day is None or inner.last_day is None:
        return None
    ordinal = expression.ordinal or 1
    if expression.direction == "after":
        start = add_days(inner.last_day, 1)
        found = calendars.nth_weekday(start, date.max, weekday, ordinal) if start else None
    else:
        found = calendars.nth_weekday(inner.first_day, inner.last_day, weekday, ordinal)
    return days(found, found, "day", *inner.why)

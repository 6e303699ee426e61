"""Seasons, decades, centuries and holidays."""

from hudna.knowledge.languages.ar.times import load_times
from hudna.reading.recognise.times import calendars
from hudna.reading.recognise.times.calendars import Interval, add_days, days
from hudna.reading.recognise.times.context import Context, choose, with_why
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.holidays import holiday_in, holiday_in_hijri
from hudna.reading.recognise.times.resolve_units import resolve_unit

_AROUND = range(-9, 6)
_FULL_CENTURY = 100


def resolve_season(expression: TimeExpression, context: Context) -> Interval | None:
    """A season of a year, or the nearest."""
    year = expression.year
    if expression.within is not None:
        year = context.within.first_day.year if context.within and context.within.first_day else None
        if year is None:
            return None
    if year is not None:
        return _season_in(expression.name or "", year)
    if context.day is None:
        return None
    returns = (_season_in(expression.name or "", context.day.year + offset) for offset in _AROUND)
    return choose([one for one in returns if one is not None], expression, context)


def _season_in(name: str, year: int) -> Interval | None:
    first = calendars.make_date(year, load_times().seasons[name], 1)
    return days(first, add_days(calendars.add_months(first, 3), -1), "season")


def resolve_decade(expression: TimeExpression, context: Context) -> Interval | None:
    """Ten years from year 0 to 9."""
    year = expression.year or 0
    if expression.within is not None:
        inner = context.within
        year += inner.first_day.year if inner and inner.first_day else 1900
        return calendars.years_of(year, 10, "decade")
    if year >= _FULL_CENTURY:
        return calendars.years_of(year, 10, "decade")
    now = context.day.year if context.day else 2000
    century = now // _FULL_CENTURY * _FULL_CENTURY
    start = century + year if century + year <= now else century - _FULL_CENTURY + year
    return calendars.years_of(start, 10, "decade")


def resolve_century(expression: TimeExpression, context: Context) -> Interval | None:
    """A hundred years from year 0 to 99."""
    if expression.year is not None:
        return calendars.years_of(expression.year, _FULL_CENTURY, "century")
    if context.day is None:
        # every page that Hudna reads is of this century
        found = calendars.years_of(2000 + _FULL_CENTURY * int(expression.offset or 0), _FULL_CENTURY, "century")
        return with_why(found, "counted from the twenty-first century") if found else None
    return resolve_unit(expression, context)


def resolve_holiday(expression: TimeExpression, context: Context) -> Interval | None:
    """A holiday of a year, or the nearest."""
    holiday = load_times().holidays[expression.name or ""]
    if expression.calendar == "hijri" and expression.year is not None:
        return holiday_in_hijri(holiday, expression.year)
    year = expression.year
    if expression.within is not None:
        year = context.within.first_day.year if context.within and context.within.first_day else None
    if year is not None:
        found = holiday_in(holiday, year)
        return found[0] if found else None
    if context.day is None:
        return None
    returns = [one for offset in range(-2, 3) for one in holiday_in(holiday, context.day.year + offset)]
    return choose(returns, expression, context)

"""The days of holidays, by the rules of dates.toml."""

from hudna.knowledge.languages.ar.times import Holiday
from hudna.reading.recognise.times.calendars import (
    Interval,
    add_days,
    days,
    easter,
    hijri_date,
    hijri_year_at,
    make_date,
    month_of,
    nth_weekday,
)


def holiday_in(holiday: Holiday, year: int) -> list[Interval]:
    """Every time that a holiday begins in a Gregorian year; a lunar one may come twice or not at all."""
    if holiday.rule == "hijri":
        return [found for found in _lunar(holiday, year) if found.first_day and found.first_day.year == year]
    first = None
    if holiday.rule == "fixed":
        first = make_date(year, *holiday.numbers)
    elif holiday.rule == "easter":
        first = add_days(easter(year), holiday.numbers[0])
    elif holiday.rule == "nth-weekday":
        month, weekday, number = holiday.numbers
        whole = month_of(year, month)
        if whole and whole.first_day and whole.last_day:
            first = nth_weekday(whole.first_day, whole.last_day, weekday, number)
    found = days(first, add_days(first, holiday.days - 1), "day")
    return [found] if found else []


def _lunar(holiday: Holiday, year: int) -> list[Interval]:
    start = make_date(year, 1, 1)
    hijri = hijri_year_at(start) if start else None
    if hijri is None:
        return []
    month, day = holiday.numbers
    firsts = [hijri_date(hijri + later, month, day) for later in range(3)]
    found = [days(first, add_days(first, holiday.days - 1), "day", "by Umm al-Qura") for first in firsts]
    return [interval for interval in found if interval is not None]


def holiday_in_hijri(holiday: Holiday, year: int) -> Interval | None:
    """A lunar holiday of a Hijri year."""
    if holiday.rule != "hijri":
        return None
    first = hijri_date(year, *holiday.numbers)
    return days(first, add_days(first, holiday.days - 1), "day", "by Umm al-Qura")

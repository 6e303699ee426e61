"""Calendar arithmetic: intervals of days and minutes, weeks by their first day, months, Hijri dates, Easter.

Everything returns None instead of raising where a date does not exist or lies outside what a calendar covers.
"""

import calendar
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from hijridate import Gregorian, Hijri

from hudna.reading.engine.record import Record

_HIJRI_YEARS = range(1343, 1501)
"""Years that the Umm al-Qura tables of hijridate cover."""
_FIRST_GREGORIAN, _LAST_GREGORIAN = date(1924, 8, 1), date(2077, 11, 16)
_MONTHS, _WEEK = 12, 7
_GREGORIAN_FROM = 1583
DAY_START, DAY_END = time(0, 0), time(23, 59)


class Interval(Record, frozen=True):
    """From `first` to `last`, both inclusive; by whole days unless `timed`."""

    first: datetime | None
    last: datetime | None
    grain: str
    timed: bool = False
    why: tuple[str, ...] = ()

    @property
    def first_day(self) -> date | None:
        """The day on which it begins."""
        return self.first.date() if self.first else None

    @property
    def last_day(self) -> date | None:
        """The day on which it ends."""
        return self.last.date() if self.last else None


def days(first: date | None, last: date | None, grain: str, *why: str) -> Interval | None:
    """Whole days; None when an end is missing or they stand the wrong way round."""
    if first is None or last is None or last < first:
        return None
    return Interval(
        first=datetime.combine(first, DAY_START), last=datetime.combine(last, DAY_END), grain=grain, why=why
    )


def minute_of(day: date | None, at: time) -> datetime | None:
    """A minute of a day."""
    return datetime.combine(day, at) if day else None


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None when there is no such day."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= _MONTHS):
        return None
    return date(year, month, day) if 1 <= day <= calendar.monthrange(year, month)[1] else None


def add_days(day: date | None, number: int) -> date | None:
    """The day so many days later; None beyond the years 1 to 9999."""
    if day is None:
        return None
    ordinal = day.toordinal() + number
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def add_months(day: date | None, number: int) -> date | None:
    """The same day so many months later, or the last day of a shorter month."""
    if day is None:
        return None
    months = day.year * _MONTHS + day.month - 1 + number
    year, month = divmod(months, _MONTHS)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def month_of(year: int, month: int) -> Interval | None:
    """A whole month."""
    first = make_date(year, month, 1)
    return days(first, add_days(add_months(first, 1), -1) if first else None, "month")


def year_of(year: int) -> Interval | None:
    """A whole year."""
    return days(make_date(year, 1, 1), make_date(year, _MONTHS, 31), "year")


def years_of(first: int, number: int, grain: str) -> Interval | None:
    """So many whole years."""
    return days(make_date(first, 1, 1), make_date(first + number - 1, _MONTHS, 31), grain)


def week_of(day: date, starts: int) -> Interval | None:
    """The week that holds a day; `starts` is 0 Monday … 6 Sunday."""
    first = add_days(day, -((day.weekday() - starts) % _WEEK))
    return days(first, add_days(first, _WEEK - 1), "week")


def weekend_of(day: date, starts: int) -> Interval | None:
    """The last two days of the week that holds a day."""
    week = week_of(day, starts)
    last = week.last_day if week else None
    return days(add_days(last, -1), last, "weekend")


def unit_of(unit: str, day: date, offset: int, starts: int) -> Interval | None:
    """The whole unit that lies `offset` units after the one that holds the day."""
    if unit in {"week", "weekend"}:
        moved = add_days(day, _WEEK * offset)
        return None if moved is None else (week_of(moved, starts) if unit == "week" else weekend_of(moved, starts))
    if unit == "day":
        moved = add_days(day, offset)
        return days(moved, moved, "day")
    if unit == "month":
        moved = add_months(day.replace(day=1), offset)
        return month_of(moved.year, moved.month) if moved else None
    if unit == "quarter":
        moved = add_months(make_date(day.year, (day.month - 1) // 3 * 3 + 1, 1), 3 * offset)
        return days(moved, add_days(add_months(moved, 3), -1), "quarter")
    if unit == "year":
        return year_of(day.year + offset)
    size = {"decade": 10, "century": 100}.get(unit)
    return years_of((day.year // size + offset) * size, size, unit) if size else None


def move(day: date | None, number: float, unit: str) -> date | None:
    """The day so many units away; parts of a day do not count."""
    if day is None:
        return None
    if unit in {"day", "week"}:
        return add_days(day, round(number * (_WEEK if unit == "week" else 1)))
    months = {"month": 1, "year": _MONTHS, "decade": 10 * _MONTHS, "century": 100 * _MONTHS}.get(unit)
    return add_months(day, round(number * months)) if months else day


def move_moment(moment: datetime, number: float, unit: str) -> datetime | None:
    """The moment so many hours, minutes or seconds away."""
    seconds = {"hour": 3600, "minute": 60, "second": 1}[unit] * number
    try:
        return moment + timedelta(seconds=seconds)
    except OverflowError:
        return None


def nth_weekday(first: date, last: date, weekday: int, ordinal: int) -> date | None:
    """The n-th (or, with -1, the last) weekday between two days."""
    if ordinal < 0:
        found = add_days(last, -((last.weekday() - weekday) % _WEEK))
        return found if found is not None and found >= first else None
    found = add_days(first, (weekday - first.weekday()) % _WEEK + _WEEK * (ordinal - 1))
    return found if found is not None and found <= last else None


def hijri_date(year: int, month: int, day: int) -> date | None:
    """The Gregorian date of a Hijri one, by Umm al-Qura."""
    if year not in _HIJRI_YEARS or not 1 <= month <= _MONTHS:
        return None
    if not 1 <= day <= Hijri(year, month, 1).month_length():
        return None
    found = Hijri(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def hijri_month(year: int, month: int) -> Interval | None:
    """A whole Hijri month."""
    first = hijri_date(year, month, 1)
    return days(first, add_days(first, Hijri(year, month, 1).month_length() - 1), "month") if first else None


def hijri_year(year: int) -> Interval | None:
    """A whole Hijri year."""
    first, last = hijri_month(year, 1), hijri_month(year, _MONTHS)
    return days(first.first_day, last.last_day, "year") if first and last else None


def hijri_year_at(day: date) -> int | None:
    """The Hijri year that holds a day."""
    if not _FIRST_GREGORIAN <= day <= _LAST_GREGORIAN:
        return None
    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def easter(year: int) -> date | None:
    """Western Easter Sunday (the Gregorian computus of Meeus, Jones and Butcher)."""
    if not _GREGORIAN_FROM <= year <= MAXYEAR:
        return None
    golden, century = year % 19, year // 100
    shift = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    shift -= shift // 28 * (1 - shift // 28 * (29 // (shift + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + shift + 2 - century + century // 4) % 7
    distance = shift - weekday
    month = 3 + (distance + 40) // 44
    return make_date(year, month, distance + 28 - 31 * (month // 4))

"""Dates and times in words of the report's language: «19–20 September 2023», «من 19 إلى 20 سبتمبر/أيلول 2023».

In Arabic a range is told in words: which end of «19–20» comes first depends on the direction in which it is read.
"""

from calendar import monthrange
from datetime import date

from markupsafe import Markup

from hudna.publish.report.wording import Words, latin

_DAY = len("2023-09-20")
_MONTH = len("2023-09")
_DECEMBER = 12


class Dating:
    """Tells ISO dates in one language."""

    def __init__(self, words: Words) -> None:
        self._words = words

    def at(self, iso: str) -> Markup:
        """A date, a month (`2022-08`), a year or a date-time, as precise as it is given."""
        if len(iso) < _MONTH:
            return latin(iso)
        if len(iso) < _DAY:
            return self._words("date.month", month=self._month(int(iso[5:7])), year=iso[:4])
        day = self.day(date.fromisoformat(iso[:_DAY]))
        return self._words("date.clock", day=day, time=self._clock(iso[_DAY + 1 :])) if "T" in iso else day

    def day(self, day: date) -> Markup:
        """A calendar day."""
        return self._words("date.day", day=day.day, month=self._month(day.month), year=day.year)

    def _clock(self, time: str) -> Markup:
        """«13:00», with its zone where one is written."""
        zone = time[5:].lstrip(":0123456789.") if not time[5:].startswith(("+", "-")) else time[5:]
        if not zone or zone[0] not in "Z+-":
            return latin(time[:5])
        return self._words("date.zone", time=latin(time[:5]), zone=latin("UTC" if zone == "Z" else f"UTC{zone}"))

    def _month(self, number: int) -> Markup:
        return self._words(f"month.{number}")

    def between(self, first: str, last: str) -> Markup:
        """An interval, both ends inclusive; whole years and months are called so."""
        if first == last:
            return self.at(first)
        start, end = date.fromisoformat(first[:_DAY]), date.fromisoformat(last[:_DAY])
        if start == end:
            return self._within_a_day(start, first, last)
        return self.days(start, end)

    def _within_a_day(self, day: date, first: str, last: str) -> Markup:
        if "T" not in first or "T" not in last:
            return self.day(day)
        return self._words("date.hours", day=self.day(day), first=latin(first[11:16]), last=latin(last[11:16]))

    def days(self, first: date, last: date) -> Markup:
        """A span of days."""
        if first == last:
            return self.day(first)
        if _is_years(first, last):
            return self._years(first.year, last.year)
        if _is_month(first, last):
            return self._words("date.month", month=self._month(first.month), year=first.year)
        if (first.year, first.month) == (last.year, last.month):
            month = self._month(first.month)
            return self._words("date.days_of_month", first=first.day, last=last.day, month=month, year=first.year)
        return self._words("date.span", first=self.day(first), last=self.day(last))

    def _years(self, first: int, last: int) -> Markup:
        return latin(first) if first == last else self._words("date.years", first=first, last=last)


def _is_years(first: date, last: date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, _DECEMBER, 31)


def _is_month(first: date, last: date) -> bool:
    whole = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    return whole and (first.year, first.month) == (last.year, last.month)

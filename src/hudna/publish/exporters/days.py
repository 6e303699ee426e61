"""How precisely a time is told, in the codes of the two data sets whose columns we fill."""

from datetime import date

from hudna.publish.exporters.nouns import Days

_WEEK, _MONTH = 7, 31


def days(when: Days) -> tuple[date, date]:
    """First and last calendar day."""
    return date.fromisoformat(when[0][:10]), date.fromisoformat(when[1][:10])


def length(when: Days) -> int:
    """How many days an interval touches."""
    first, last = days(when)
    return (last - first).days + 1


def acled_precision(when: Days) -> int | None:
    """1 a day, 2 a week, 3 a month; None for what is rougher: ACLED has no code for it."""
    long = length(when)
    return 1 if long == 1 else 2 if long <= _WEEK else 3 if long <= _MONTH else None


def ucdp_precision(when: Days) -> int:
    """1 a day, 2 two to six days, 3 a week, 4 up to a month, 5 more."""
    long = length(when)
    bounds = ((1, 1), (_WEEK - 1, 2), (_WEEK, 3), (_MONTH, 4))
    return next((code for most, code in bounds if long <= most), 5)

"""Publication dates as machines write them. Dates in words are the reading room's matter.

Read are ISO 8601 dates and date-times (2020-11-10, 2020-11-10T14:30+04:00, 20201110), months and years (2020-11, 2020),
two of these with a slash between them, dates with slashes that start with the year (2020/11/10), and the form of e-mail
and feeds (Tue, 10 Nov 2020 14:30:00 +0400). Of a day with a time that is not understood (2020-11-10T14:30EET) the day
is read. 10/11/2020 is not read: nobody knows whether that is October or November.
"""

import calendar
import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from hudna.model.moment import is_iso

_MONTH = re.compile(r"(\d{4})(?:-(\d{2}))?")
_SLASHES = re.compile(r"(\d{4})/(\d{1,2})/(\d{1,2})(.*)", re.DOTALL)
_DAY = re.compile(r"\d{4}-?(?:\d{2}-?\d{2}|W\d{2}-?\d|\d{3})")
_DAY_AND_MORE = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]([01]\d|2[0-3]):[0-5]\d\D.*", re.DOTALL)
_SECONDS = re.compile(r"(1\d{9})(?:\d{3})?")
UNSET = frozenset({"0001-01-01", "1970-01-01"})
"""Days that stand for "no date" in the programs that wrote them: zero of .NET and of Unix."""
NEWS = ("1800", "2199")
"""Years in which news in print can have appeared. 9999-12-31 is how data bases write "for ever"; a slip of the finger
that puts one text into the year 20222 or 0222 must not stretch every axis of time."""


def read_interval(value: str) -> tuple[str, str] | None:
    """First and last moment of a written date, as ISO 8601, both inclusive; an offset from UTC is kept as written.

    Examples:
        >>> read_interval("2020-11-10")
        ('2020-11-10', '2020-11-10')
        >>> read_interval("2020-11")
        ('2020-11-01', '2020-11-30')
        >>> read_interval("2020-11-09/2020-11-11")
        ('2020-11-09', '2020-11-11')
        >>> read_interval("10/11/2020") is None
        True
    """
    value = value.strip()
    slashes = _SLASHES.fullmatch(value)
    if slashes:
        year, month, day, rest = slashes.groups()
        value = f"{year}-{int(month):02}-{int(day):02}{rest}"
    first, slash, last = value.partition("/")
    one, two = _moment(first), _moment(last) if slash else None
    if one is None or (slash and two is None):
        return None
    interval = (one[0], two[1] if two else one[1])
    if interval[0][:10] in UNSET or interval[0][:10] > interval[1][:10]:
        return None
    return interval if NEWS[0] <= interval[0][:4] and interval[1][:4] <= NEWS[1] else None


def read_stamp(value: str) -> tuple[str, str] | None:
    """The same for what a page writes in its own ``<meta>``, where seconds or milliseconds since 1970 are dates too.

    Examples:
        >>> read_stamp("1604966400000")
        ('2020-11-10T00:00:00+00:00', '2020-11-10T00:00:00+00:00')
    """
    seconds = _SECONDS.fullmatch(value.strip())
    if seconds is None:
        return read_interval(value)
    moment = datetime.fromtimestamp(int(seconds[1]), tz=UTC).isoformat()
    return moment, moment


def _moment(value: str) -> tuple[str, str] | None:
    """First and last of one date, date-time, month or year."""
    value = value.strip()
    month = _MONTH.fullmatch(value)
    try:
        if month:
            return _month(int(month[1]), int(month[2]) if month[2] else None)
        if _DAY.fullmatch(value):
            day = date.fromisoformat(value).isoformat()
            return day, day
        more = _DAY_AND_MORE.fullmatch(value)
        if more and not is_iso(value):
            return (day := date.fromisoformat(more[1]).isoformat()), day
        moment = (
            parsedate_to_datetime(value) if ":" in value and "," in value else datetime.fromisoformat(value)
        ).isoformat(timespec="seconds")
    except (ValueError, OverflowError):
        return None
    return moment, moment


def _month(year: int, month: int | None) -> tuple[str, str]:
    last = calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, 1).isoformat(), date(year, month or 12, last).isoformat()

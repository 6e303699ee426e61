"""Times of claims as days that can be compared, and clock times as moments of one common clock."""

from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

import msgspec

COARSE = 31
"""Days from which an interval no longer dates a happening: it names a season, a war, a decade."""
SHORT = 7
"""Days up to which an interval dates a happening by itself."""


class Days(msgspec.Struct, frozen=True, order=True):
    """An interval of calendar days, both ends inclusive, as proleptic ordinals."""

    first: int
    last: int

    @property
    def length(self) -> int:
        """How many days, at least 1."""
        return self.last - self.first + 1


@cache
def day_of(words: str) -> int:
    """The ordinal of the calendar day that an ISO date or date-time names, as written (no zone is applied)."""
    return date.fromisoformat(words[:10]).toordinal()


@lru_cache(maxsize=65_536)
def days_of(when: tuple[str, str] | None) -> Days | None:
    """The days of a claim's time; None when it has none. Ends in the wrong order are put right."""
    if when is None:
        return None
    first, last = day_of(when[0]), day_of(when[1])
    return Days(first=min(first, last), last=max(first, last))


def gap(one: Days, other: Days) -> int:
    """Days between two intervals: 0 when they touch or overlap on a day, 1 when they are neighbours."""
    return max(0, one.first - other.last, other.first - one.last)


def likeness(one: Days, other: Days) -> float:
    """Shared days over all days of two intervals, 0 to 1."""
    shared = min(one.last, other.last) - max(one.first, other.first) + 1
    return max(0, shared) / (max(one.last, other.last) - min(one.first, other.first) + 1)


def fixed_zone(words: str) -> timezone:
    """A fixed offset such as `+04:00`.

    Raises:
        ValueError: It is not of that form.
    """
    sign, hours, minutes = words[0], words[1:3], words[4:6]
    if sign not in "+-" or words[3:4] != ":":
        raise ValueError(f"{words!r} is not an offset such as +04:00")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-offset if sign == "-" else offset)


def has_clock(words: str) -> bool:
    """True when a time of a claim names an hour."""
    return "T" in words


def moment(words: str, zone: timezone) -> datetime:
    """A date-time of a claim as a moment; one without a zone of its own is local to `zone`. A date is its midnight."""
    found = datetime.fromisoformat(words)
    return found if found.tzinfo else found.replace(tzinfo=zone)


def utc(words: str, zone: timezone) -> str:
    """A date-time of a claim as people compare it: `2023-09-20T09:00Z`."""
    return moment(words, zone).astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")

"""Deadlines that lean on another duty: «in parallel with NK20.3», «after NK20.6d», «5 years from NK20.1a»."""

import calendar
import re
from datetime import date, datetime, timedelta, timezone

import msgspec

from hudna.model import Agreement

_RELATION = re.compile(
    r"(?P<sort>in parallel with|after|(?P<count>\d+) (?P<unit>day|week|month|year)s? (?:from|before)) (?P<anchor>\S+)"
)
_ZONE = re.compile(r"(?P<sign>[+-])(?P<hours>0\d|1[0-4]):(?P<minutes>[0-5]\d)")
_MONTHS = {"month": 1, "year": 12}
SIGNATURE = "signature"
"""The anchor that means the agreement's own date."""


class Relation(msgspec.Struct, frozen=True):
    """What a deadline leans on."""

    sort: str
    """parallel, after, from or before."""
    anchor: str
    """An obligation's id, or `signature`."""
    count: int = 0
    unit: str = ""
    """day, week, month, year; empty for parallel and after."""


def read_relation(words: str) -> Relation | None:
    """The relation that `Deadline.relative_to` says in words; None when it is not of a known form."""
    found = _RELATION.fullmatch(words)
    if found is None:
        return None
    if found["count"]:
        sort = "from" if found["sort"].endswith("from") else "before"
        return Relation(sort=sort, anchor=found["anchor"], count=int(found["count"]), unit=found["unit"])
    return Relation(sort="after" if found["sort"] == "after" else "parallel", anchor=found["anchor"])


def read_zone(words: str) -> timezone | None:
    """A fixed offset such as `+04:00`; None when it is not of that form."""
    found = _ZONE.fullmatch(words)
    if found is None:
        return None
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"]))
    return timezone(-offset if found["sign"] == "-" else offset)


def read_moment(words: str) -> date | datetime | None:
    """An ISO date, or a date-time; None when it is neither."""
    try:
        return date.fromisoformat(words) if "T" not in words else datetime.fromisoformat(words)
    except ValueError:
        return None


def day_in(moment: date | datetime, zone: timezone) -> date:
    """The calendar day of a moment in a zone; a moment without a zone is already local."""
    if isinstance(moment, datetime):
        return (moment.astimezone(zone) if moment.tzinfo else moment).date()
    return moment


def shifted(day: date, relation: Relation) -> date:
    """The day that lies so many days, weeks, months or years from a day; the month's last day where it is shorter."""
    count = -relation.count if relation.sort == "before" else relation.count
    if relation.unit in _MONTHS:
        months = day.year * 12 + day.month - 1 + count * _MONTHS[relation.unit]
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    return day + timedelta(days=count * (7 if relation.unit == "week" else 1))


def computed_day(relation: Relation, agreement: Agreement, zone: timezone) -> date | None:
    """The day that a counted relation gives; None for parallel and after, and where the anchor has no date."""
    if not relation.unit:
        return None
    words: str | None = agreement.signed
    if relation.anchor != SIGNATURE:
        anchor = next((duty for duty in agreement.obligations if duty.id == relation.anchor), None)
        words = anchor.start or (anchor.due.date if anchor.due else None) if anchor else None
    moment = read_moment(words) if words else None
    return shifted(day_in(moment, zone), relation) if moment else None

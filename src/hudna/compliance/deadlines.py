"""Deadlines: on time or late, under every reading of the wording, with agreed extensions.

Readings: `by` and `until` include the day, `before` excludes it, `at` and `from` are kept on that day or earlier. An
extension counts from the day it was announced, includes its day, and does not make the first date unsaid: what is met
within it is `met_late_agreed`. Where the first date is kept all the same, the extension was not needed.
"""

from datetime import date, timedelta

import msgspec

from hudna.compliance.common import day_of
from hudna.model import Deadline, Extension

_EXCLUDED = timedelta(days=1)
UNREAD = "-"
"""The reading of a duty that has no date, or only one reading."""


class Due(msgspec.Struct, frozen=True):
    """A deadline under one reading."""

    reading: str
    last: date
    """The last day on which it is met in time."""
    extended: date | None
    """The last day of the agreed extension that was announced by then."""
    extension: Extension | None

    @property
    def final(self) -> date:
        """The last day that was agreed by then."""
        return max(self.last, self.extended) if self.extended is not None else self.last


def dues(deadline: Deadline | None, as_of: str) -> tuple[Due, ...]:
    """The deadline under each of its readings, the text's own order; empty where it has no date."""
    if deadline is None or deadline.date is None:
        return ()
    day = day_of(deadline.date)
    extension = _extension(deadline, as_of)
    return tuple(
        Due(
            reading=reading,
            last=day - _EXCLUDED if reading == "before" else day,
            extended=day_of(extension.date) if extension is not None else None,
            extension=extension,
        )
        for reading in deadline.readings or (UNREAD,)
    )


def _extension(deadline: Deadline, as_of: str) -> Extension | None:
    """The latest date of those announced by then."""
    announced = [one for one in deadline.extensions if day_of(one.announced) <= day_of(as_of)]
    return max(announced, key=lambda one: (one.date, one.announced), default=None)


def punctuality(due: Due | None, first: date | None, last: date | None) -> tuple[str, str]:
    """Status and sentence of something done between two days; both None where nobody says when."""
    if due is None:
        return "met_on_time", "done; the text names no date"
    if first is None or last is None:
        return "unknown", "done, but no account says when"
    when = last.isoformat() if first == last else f"{first.isoformat()} to {last.isoformat()}"
    if last <= due.last:
        return "met_on_time", f"done on {when}, by the last day that «{due.reading}» allows ({due.last.isoformat()})"
    if first <= due.last:
        return "unknown", f"done in {when}: too rough to say whether by {due.last.isoformat()}"
    if due.extended is not None and due.extension is not None and last <= due.extended:
        return "met_late_agreed", (
            f"done on {when}: after {due.last.isoformat()}, within the extension to {due.extended.isoformat()} "
            f"that {due.extension.by} announced on {due.extension.announced[:10]}"
        )
    return "met_late", f"done on {when}, after the last day that «{due.reading}» allows ({due.last.isoformat()})"


def passed(due: Due, as_of: str) -> bool:
    """True when the last agreed day is over."""
    return day_of(as_of) > due.final

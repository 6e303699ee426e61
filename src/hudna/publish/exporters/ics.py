"""Deadlines of the agreements as a calendar (RFC 5545): due days, agreed later days, last days to give notice."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.nouns import Seen, SeenDuty
from hudna.publish.exporters.words import words

_LINE = 75
"""Octets of a line; longer ones are folded."""
_DAY = len("2020-11-20")


class Calendar(Exporter):
    """One entry for each day by which something is due."""

    name = "ics"
    title_ar = "مواعيد الاتفاقات، تقويم"
    title_en = "Deadlines, calendar"
    file = "deadlines.ics"
    media_type = "text/calendar; charset=utf-8"
    takes = frozenset({SeenDuty})

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._file = path.open("wb")
        name = words(setting.labels.language)["ics_calendar"]
        head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Hudna//Deadlines//EN", "CALSCALE:GREGORIAN")
        self._lines([*head, f"X-WR-CALNAME:{escaped(name)}"])

    def feed(self, seen: Seen) -> None:
        """Write the days of one duty; one that names none has no entry."""
        if isinstance(seen, SeenDuty):
            for sort, day in _days(seen):
                self._lines(self._entry(seen, sort, day))
                self.rows += 1

    def finish(self) -> None:
        """Close the calendar and the file."""
        self._lines(["END:VCALENDAR"])
        self._file.close()

    def _entry(self, duty: SeenDuty, sort: str, day: str) -> list[str]:
        told = words(self.setting.labels.language)
        return [
            "BEGIN:VEVENT",
            f"UID:{duty.id}.{sort}.{day[:_DAY]}@hudna",
            f"DTSTAMP:{self.setting.moment:%Y%m%dT%H%M%SZ}",
            *_moment(day),
            "SUMMARY:" + escaped(told[f"ics_{sort}"] + ": " + duty.label),
            f"DESCRIPTION:{escaped(self._description(duty))}",
            f"CATEGORIES:{escaped(duty.title)}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]

    def _description(self, duty: SeenDuty) -> str:
        labels, told = self.setting.labels, words(self.setting.labels.language)
        lines = [f"{duty.title}, {told['clause']} {duty.clause}"]
        if duty.obligors:
            lines.append(f"{told['obligors']}: {labels.listed(duty.obligors)}")
        if duty.readings:
            named = "; ".join(labels.words.label("reading", one).striptags() for one in duty.readings)
            lines.append(f"{told['readings']}: {named}")
        if duty.status:
            status = labels.words.label("status", duty.status).striptags()
            lines.append(f"{told['status']}: {status} ({told['as_of']} {duty.as_of})")
        return "\n".join(lines)

    def _lines(self, lines: list[str]) -> None:
        for line in lines:
            self._file.write(folded(line))


def _days(duty: SeenDuty) -> Iterator[tuple[str, str]]:
    if duty.due:
        yield "due", duty.due
    for day, _, _ in duty.extensions:
        yield "extended", day
    if duty.notice:
        yield "notice", duty.notice


def _moment(iso: str) -> list[str]:
    """A day, or a moment in UTC where the text names an hour with its zone."""
    if len(iso) > _DAY and (at := datetime.fromisoformat(iso)).tzinfo is not None:
        return [f"DTSTART:{at.astimezone(UTC):%Y%m%dT%H%M%SZ}"]
    day = date.fromisoformat(iso[:_DAY])
    return [f"DTSTART;VALUE=DATE:{day:%Y%m%d}", f"DTEND;VALUE=DATE:{day + timedelta(days=1):%Y%m%d}"]


def escaped(text: str) -> str:
    """Text as a value of a calendar."""
    for plain, told in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r", ""), ("\n", "\\n")):
        text = text.replace(plain, told)
    return text


def folded(line: str) -> bytes:
    """A line in pieces of 75 octets at most, never inside a letter."""
    pieces: list[bytes] = [b""]
    for letter in line:
        octets = letter.encode("utf-8", errors="replace")
        if len(pieces[-1]) + len(octets) > _LINE - (len(pieces) > 1):
            pieces.append(b"")
        pieces[-1] += octets
    return b"\r\n ".join(pieces) + b"\r\n"

"""A workbook for people: events, claims and duties on sheets of their own, from right to left in Arabic.

Rows go to disk as they come (constant memory). Text is always text: nothing of an article becomes a formula or a link.
A sheet that is full (1,048,576 rows) is followed by another.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.cells import Cell
from hudna.publish.exporters.claims import COLUMNS, claim_row
from hudna.publish.exporters.figures import toll
from hudna.publish.exporters.nouns import Seen, SeenClaim, SeenDuty, SeenEvent
from hudna.publish.exporters.words import words

LONGEST = 32_767
"""Characters of a cell; a longer text is cut and says so. The JSON Lines have the whole."""
FULL = 1_048_576
"""Rows of a sheet."""
EVENT = (
    "id", "kind_label", "first", "last", "place_names", "radius_km", "agent_labels", "target_labels",
    "speaker_labels", "claims", "sources", "origins", "killed_low", "killed_best", "killed_high", "happened", "who",
    "violation", "differs", "words",
)  # fmt: skip
DUTY = ("id", "agreement", "clause", "duty", "obligors", "due", "readings", "extensions", "status", "as_of")
_WIDE = {"quote": 70, "words": 60, "duty": 60, "place_names": 26, "speaker_labels": 30, "kind_label": 22}


class Workbook(Exporter):
    """Three sheets."""

    name = "xlsx"
    title_ar = "مصنف Excel: الأحداث والإفادات والالتزامات"
    title_en = "Excel workbook: events, claims, duties"
    file = "hudna.xlsx"
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    takes = frozenset({SeenEvent, SeenClaim, SeenDuty})

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "nan_inf_to_errors": True, **plain})
        self._book.set_properties({"title": self.title_en, "author": "Hudna", "created": setting.moment})
        self._head = self._book.add_format({"bold": True, "text_wrap": True, "bottom": 1, "valign": "top"})
        self._sheets = {
            SeenEvent: _Sheet(self, "events", EVENT),
            SeenClaim: _Sheet(self, "claims", COLUMNS),
            SeenDuty: _Sheet(self, "duties", DUTY),
        }

    def feed(self, seen: Seen) -> None:
        """Write one noun onto its sheet."""
        made: Sequence[Cell | bool]
        if isinstance(seen, SeenEvent):
            made = _event_row(seen, self.setting)
        elif isinstance(seen, SeenClaim):
            made = claim_row(seen, self.setting.labels)
        elif isinstance(seen, SeenDuty):
            made = _duty_row(seen, self.setting)
        else:
            return
        self._sheets[type(seen)].row(made)
        self.rows += 1

    def finish(self) -> None:
        """Close the file."""
        self._book.close()

    def sheet(self, name: str, columns: Sequence[str]) -> Any:  # noqa: ANN401 - xlsxwriter has no types
        """A new sheet with its head, as its language reads."""
        told = words(self.setting.labels.language)
        sheet = self._book.add_worksheet(name)
        if self.setting.labels.language == "ar":
            sheet.right_to_left()
        sheet.freeze_panes(1, 0)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, _WIDE.get(column, 14))
            sheet.write_string(0, number, told[column], self._head)
        return sheet


class _Sheet:
    """A table that goes on on another sheet when one is full."""

    def __init__(self, book: Workbook, name: str, columns: Sequence[str]) -> None:
        self._book, self._columns = book, columns
        self._name = words(book.setting.labels.language)[f"sheet_{name}"]
        self._sheets = 0
        self._at = FULL

    def row(self, cells: Sequence[Cell | bool]) -> None:
        if self._at >= FULL:
            self._open()
        for number, cell in enumerate(cells):
            if isinstance(cell, bool):
                self._sheet.write_boolean(self._at, number, cell)
            elif isinstance(cell, int | float):
                self._sheet.write_number(self._at, number, cell)
            elif cell is not None:
                self._sheet.write_string(self._at, number, _fitting(cell))
        self._at += 1

    def _open(self) -> None:
        self._sheets += 1
        name = self._name if self._sheets == 1 else f"{self._name} {self._sheets}"
        self._sheet = self._book.sheet(name, self._columns)
        self._at = 1


def _fitting(words_: str) -> str:
    return words_ if len(words_) <= LONGEST else f"{words_[: LONGEST - 2]} …"


def _event_row(event: SeenEvent, setting: Setting) -> list[Cell]:
    labels = setting.labels
    first, last = event.when or (None, None)
    killed = toll(event.losses)
    axes = zip(("happened", "who_did", "violation"), (event.happened, event.who, event.violation), strict=True)
    verdicts = [labels.words.label(axis, code).striptags() if code else None for axis, code in axes]
    spot = event.spots[0] if event.spots else None
    return [
        event.id,
        labels.kind(event.kind),
        first,
        last,
        "; ".join(dict.fromkeys(one.name for one in event.spots if one.name)),
        spot.radius_km if spot else None,
        labels.listed(event.agents),
        labels.listed(event.targets),
        labels.listed(event.speakers),
        event.claims,
        event.sources,
        event.origins,
        killed.low,
        killed.best,
        killed.high,
        *verdicts,
        "; ".join(event.differs),
        " | ".join(event.words),
    ]


def _duty_row(duty: SeenDuty, setting: Setting) -> list[Cell]:
    labels = setting.labels
    extensions = "; ".join(f"{day} ({labels.actor(by)}, {announced})" for day, by, announced in duty.extensions)
    status = str(labels.words.label("status", duty.status).striptags()) if duty.status else None
    readings = "; ".join(labels.words.label("reading", one).striptags() for one in duty.readings)
    told = (duty.id, duty.title, duty.clause, duty.label, labels.listed(duty.obligors), duty.due)
    return [*told, readings, extensions, status, duty.as_of]

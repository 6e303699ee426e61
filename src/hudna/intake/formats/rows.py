"""What tables have in common: which column is which field, and how a row becomes a text with its metadata."""

import datetime as dt
import decimal
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from hudna.intake.formats.base import Draft, Item, Opened
from hudna.intake.metadata import take_metadata
from hudna.intake.problems import problem
from hudna.model import Issue

FIELDS = ("text", "id", "url", "source", "title", "published")
_LONGEST_NAME = 300


class RowReader:
    """Reads rows with these columns. Where `trouble` is set, there is no column for the text."""

    def __init__(self, opened: Opened, name: str, encoding: str, columns: Sequence[str]) -> None:
        self.columns = list(columns)
        self._opened, self._name, self._encoding = opened, name, encoding
        asked = opened.options.columns
        self.fields = {asked.get(field, field): field for field in FIELDS}
        missing = [column for field, column in asked.items() if column not in self.columns]
        text = asked.get("text", "text")
        self.trouble: Issue | None = None
        if missing or text not in self.columns:
            listed = ", ".join(column for column in self.columns if column)[:200]
            self.trouble = problem("no_column", opened.where, column=(missing or [text])[0], columns=listed)

    def read(self, row: Mapping[str, Any], number: int) -> Iterator[Item]:
        """The text of a row, or why there is none.

        Args:
            row: Cells by column.
            number: Its line or place, from 1.
        """
        where = f"{self._opened.where}:{number}"
        cells = {self.fields.get(column, column): _plain(value) for column, value in row.items() if column}
        text = cells.pop("text", None)
        if not isinstance(text, str) or not text.strip():
            yield problem("empty", where)
            return
        name = cells.pop("id", None)
        given, issues = take_metadata(
            {field: value for field, value in cells.items() if value is not None and value != ""}, where, basis="given"
        )
        yield from issues
        name = str(name).strip() if name is not None else ""
        yield Draft(
            text=text,
            where=where,
            format=self._name,
            encoding=self._encoding,
            id=name if 0 < len(name) <= _LONGEST_NAME else None,
            line=number,
            given=given,
        )


def _plain(value: Any) -> Any:  # noqa: ANN401 - whatever a table holds
    """A cell as JSON can hold it."""
    if isinstance(value, (dt.datetime, dt.date)):
        return value.isoformat()
    if isinstance(value, (decimal.Decimal, dt.time, dt.timedelta)):
        return str(value)
    if isinstance(value, bytes):
        return value.decode("utf-8", errors="replace")
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return {str(key): _plain(item) for key, item in value.items()} if isinstance(value, dict) else value

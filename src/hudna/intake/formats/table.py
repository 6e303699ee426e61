"""CSV: every row is a document. Which column holds what is said by the header, or by `IntakeOptions.columns`.

Rows are read one by one, so a table may be larger than memory. A row that cannot be read costs only itself.
"""

import codecs
import csv
import re
from collections.abc import Iterator, Sequence
from typing import BinaryIO

from hudna.intake.decode import decode
from hudna.intake.formats.base import Format, Item, Opened
from hudna.intake.formats.rows import RowReader
from hudna.intake.formats.text import encoding_issues
from hudna.intake.problems import problem

_SAMPLE = 1024 * 1024
_DELIMITERS = (",", ";", "\t", "|")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')
_PIECE = 65_536


def read_table(opened: Opened) -> Iterator[Item]:
    """The rows of a table."""
    sample = opened.held.head(_SAMPLE)
    decoded = decode(sample if len(sample) < _SAMPLE else sample.rpartition(b"\n")[0], declared=opened.declared)
    yield from encoding_issues(decoded, opened.where)
    if decoded is None:
        return
    csv.field_size_limit(max(csv.field_size_limit(), opened.options.memory_limit))
    with opened.held.stream() as stream:
        lines = _Lines(stream, decoded.encoding, opened.options.memory_limit)
        head = decoded.text.split("\n", 1)[0]
        yield from _rows(csv.reader(lines, delimiter=_delimiter(head)), lines, opened, decoded.encoding)


def _rows(reader: Iterator[Sequence[str]], lines: "_Lines", opened: Opened, encoding: str) -> Iterator[Item]:
    limit = opened.options.memory_limit
    rows: RowReader | None = None
    while True:
        first = lines.number + 1
        try:
            cells = next(reader, None)
        except csv.Error as trouble:
            yield problem("row_invalid", f"{opened.where}:{first}", why=trouble)
            continue
        if lines.cut:
            lines.cut = False
            what = "the line"
            yield problem(
                "too_large", f"{opened.where}:{first}", what=what, size=f"over {limit}", unit="bytes", limit=limit
            )
            continue
        if cells is None:
            return
        if rows is None:
            rows = RowReader(opened, FORMAT.name, encoding, [cell.strip() for cell in cells])
            if rows.trouble is not None:
                yield rows.trouble
                return
        elif any(cell.strip() for cell in cells):
            yield from rows.read(dict(zip(rows.columns, cells, strict=False)), first)


def _delimiter(head: str) -> str:
    """The sign that stands most often in the header, outside quotes."""
    bare = _QUOTED.sub("", head)
    return max(_DELIMITERS, key=bare.count)


class _Lines:
    """Decoded lines; one that is too long is passed over, and `cut` says so."""

    def __init__(self, stream: BinaryIO, encoding: str, limit: int) -> None:
        self.number, self.cut = 0, False
        self._limit = limit
        self._reader: codecs.StreamReader = codecs.getreader(encoding)(stream, "replace")
        self._kept = ""

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        pieces, size = [], 0
        while True:
            end = self._kept.find("\n")
            if end >= 0:
                pieces.append(self._kept[: end + 1])
                self._kept = self._kept[end + 1 :]
                break
            pieces.append(self._kept)
            size += len(self._kept)
            self._kept = self._reader.read(_PIECE)
            if size > self._limit:
                self.cut, pieces = True, []
            if not self._kept:
                break
        line = "".join(pieces)
        if not line and not self.cut:
            raise StopIteration
        self.number += 1
        return line if not self.cut else "\n"


FORMAT = Format(
    name="csv",
    label="a table (CSV)",
    suffixes=(".csv", ".tsv"),
    media=("text/csv", "text/tab-separated-values"),
    looks_like=lambda head: False,  # noqa: ARG005 - any text with commas could be one
    read=read_table,
)

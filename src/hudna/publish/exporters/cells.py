"""Tables as text, for programs or for Excel.

Excel takes a file without a byte order mark for another alphabet, and a cell that begins with one of `= + - @`, a tab
or a carriage return for a formula, which may run a command. Articles are hostile input, so such a cell gets an
apostrophe in front; numbers stay numbers. Programs get neither.
"""

import csv
from collections.abc import Sequence
from pathlib import Path

Cell = str | int | float | None
_DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" \u200e\u200f\ufeff").startswith(_DANGEROUS) else cell


class TextTable:
    """A CSV file, written row by row (RFC 4180).

    Args:
        path: Where to.
        columns: The first row.
        excel: For Excel: byte order mark, CRLF, no formulas. Else UTF-8 alone and LF.
    """

    def __init__(self, path: Path, columns: Sequence[str], *, excel: bool) -> None:
        self._file = path.open("w", encoding="utf-8-sig" if excel else "utf-8", newline="", errors="replace")
        self._writer = csv.writer(self._file, lineterminator="\r\n" if excel else "\n")
        self._excel = excel
        self._writer.writerow(columns)

    def row(self, cells: Sequence[Cell]) -> None:
        """One row; None is an empty cell. A NUL, at which many programs end a file, is shown as U+FFFD."""
        whole = [cell.replace("\0", "\ufffd") if isinstance(cell, str) else cell for cell in cells]
        self._writer.writerow([safe(cell) for cell in whole] if self._excel else whole)

    def close(self) -> None:
        """No more rows."""
        self._file.close()

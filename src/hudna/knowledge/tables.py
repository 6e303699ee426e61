"""One CSV file of a pack, read into nouns with the line of every row.

The columns are exactly the fields of the noun. Lists are `a|b`, names by side are `ARM=x|AZE=y`, an empty cell is the
field's default. UTF-8 with or without a byte order mark, comma separated, as a spreadsheet saves it.
"""

import csv
import difflib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from hudna.errors import PackError

T = TypeVar("T", bound=msgspec.Struct)
Convert = Callable[[str], Any]


class Entry(NamedTuple):
    """A noun of a pack and the place where it is written."""

    noun: Any
    file: Path
    line: int


def decode(path: Path, data: bytes) -> str:
    """The text of a pack file.

    Raises:
        PackError: The file is not UTF-8.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise PackError(
            f"this is not UTF-8 text (byte {error.start})", file=path, line=line, hint="Save the file as UTF-8."
        ) from error


def nearest(word: str, known: Iterator[str] | list[str] | tuple[str, ...]) -> str:
    """A hint that names the most similar known word, or lists the first few."""
    names = sorted(known)
    close = difflib.get_close_matches(word, names, n=1)
    if close:
        return f"Did you mean {close[0]!r}?"
    shown = ", ".join(names[:12]) + (" …" if len(names) > len(names[:12]) else "")
    return f"Known here: {shown or 'nothing'}."


def _list(cell: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in cell.split("|"))
    if "" in parts:
        raise ValueError("an empty name stands beside a '|'")
    return parts


def _pairs(cell: str) -> tuple[tuple[str, str], ...]:
    pairs = []
    for part in _list(cell):
        side, sign, name = part.partition("=")
        if not (sign and side.strip() and name.strip()):
            raise ValueError(f"{part!r} is not of the form CODE=name")
        pairs.append((side.strip(), name.strip()))
    return tuple(pairs)


def _number(cell: str) -> float:
    try:
        return float(cell)
    except ValueError:
        raise ValueError(f"{cell!r} is not a number with a decimal point") from None


def _text(cell: str) -> str:
    return cell


def _converters(noun: type) -> dict[str, Convert]:
    by_type: dict[Any, Convert] = {
        float: _number,
        tuple[str, ...]: _list,
        tuple[tuple[str, str], ...]: _pairs,
    }
    return {field.name: by_type.get(field.type, _text) for field in msgspec.structs.fields(noun)}


def _header(path: Path, names: list[str], noun: type) -> list[tuple[str, Convert]]:
    converters = _converters(noun)
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        raise PackError(
            "the columns are not separated by commas", file=path, line=1, hint="Save the table as comma-separated CSV."
        )
    for name in names:
        if name not in converters:
            raise PackError(f"unknown column {name!r}", file=path, line=1, hint=nearest(name, list(converters)))
        if names.count(name) > 1:
            raise PackError(f"column {name!r} stands twice", file=path, line=1, hint="Remove one of the two.")
    for field in msgspec.structs.fields(noun):
        if field.required and field.name not in names:
            raise PackError(
                f"column {field.name!r} is missing",
                file=path,
                line=1,
                hint=f"A table of {noun.__name__.lower()}s needs it; add it to the first line.",
            )
    return [(name, converters[name]) for name in names]


def _rows(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    line = 1
    try:
        for row in reader:
            if any(cell and not cell.isspace() for cell in row):
                yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise PackError(
            f"this is not CSV: {error}", file=path, line=line, hint="Close every quotation mark that opens a cell."
        ) from error


def _noun(path: Path, line: int, row: list[str], header: list[tuple[str, Convert]], noun: type[T]) -> T:
    if len(row) != len(header):
        hint = "Put a cell that holds a comma between quotation marks." if len(row) > len(header) else "Add commas."
        raise PackError(f"{len(row)} cells, but {len(header)} columns", file=path, line=line, hint=hint)
    values: dict[str, Any] = {}
    for (name, convert), cell in zip(header, row, strict=True):
        stripped = cell.strip()
        if stripped:
            try:
                values[name] = convert(stripped)
            except ValueError as error:
                raise PackError(f"column {name!r}: {error}", file=path, line=line, hint="Mend the cell.") from error
    try:
        return noun(**values)
    except TypeError as error:
        empty = [f.name for f in msgspec.structs.fields(noun) if f.required and f.name not in values]
        raise PackError(
            f"column {empty[0]!r} is empty" if empty else str(error),
            file=path,
            line=line,
            hint=_empty_hint(empty[0]) if empty else "",
        ) from error


def _empty_hint(column: str) -> str:
    if column in {"lat", "lon"}:
        return "Every place needs coordinates, in degrees: take the middle of an area and say so in precision_km."
    return "Every row needs it."


def read_table(path: Path, data: bytes, noun: type[T]) -> list[Entry]:
    """All rows of a table, in file order.

    Raises:
        PackError: An unknown, missing or doubled column, a row of another length, or a cell that cannot be read.
    """
    rows = _rows(path, decode(path, data))
    first = next(rows, None)
    if first is None:
        raise PackError("the file is empty", file=path, hint="The first line names the columns.")
    header = _header(path, [name.strip() for name in first[1]], noun)
    return [Entry(_noun(path, line, row, header, noun), path, line) for line, row in rows]

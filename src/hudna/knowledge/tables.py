"""One CSV file of a pack, read into nouns with the line of every row.

The columns are exactly the fields of the noun. Lists are `a|b`, names by side are `ARM=x|AZE=y`, an empty cell is the
field's default. UTF-8 with or without a byte order mark, comma separated, as a spreadsheet saves it.
"""

import csv
import difflib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from hudna.errors import PackError

T = TypeVar("T", bound=msgspec.Struct)
Convert = Callable[[str], Any]
Complain = Callable[[PackError], None]
"""Takes what is wrong with a file: raises it, or notes it so that reading goes on behind it."""


class Entry(NamedTuple):
    """A noun of a pack and the place where it is written."""

    noun: Any
    file: Path
    line: int


def raise_it(problem: PackError) -> None:
    """The complaint that ends the reading."""
    raise problem


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


def _header(path: Path, names: list[str], noun: type, complain: Complain) -> list[tuple[str, Convert]] | None:
    """The columns; None when what stands below them cannot be understood."""
    problems = list(_header_problems(path, names, noun))
    for problem in problems:
        complain(problem)
    converters = _converters(noun)
    return None if problems else [(name, converters[name]) for name in names]


def _header_problems(path: Path, names: list[str], noun: type) -> Iterator[PackError]:
    converters = _converters(noun)
    if len(names) == 1 and (";" in names[0] or "\t" in names[0]):
        yield PackError(
            "the columns are not separated by commas", file=path, line=1, hint="Save the table as comma-separated CSV."
        )
        return
    for name in dict.fromkeys(names):
        if name not in converters:
            yield PackError(f"unknown column {name!r}", file=path, line=1, hint=nearest(name, list(converters)))
        elif names.count(name) > 1:
            yield PackError(f"column {name!r} stands twice", file=path, line=1, hint="Remove one of the two.")
    for field in msgspec.structs.fields(noun):
        if field.required and field.name not in names:
            yield PackError(
                f"column {field.name!r} is missing",
                file=path,
                line=1,
                hint=f"A table of {noun.__name__.lower()}s needs it; add it to the first line.",
            )


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


def _values(
    path: Path, line: int, row: list[str], header: list[tuple[str, Convert]], noun: type
) -> tuple[dict[str, Any], list[PackError]]:
    """The cells of a row as values, and what is wrong with each of the others."""
    if len(row) != len(header):
        hint = "Put a cell that holds a comma between quotation marks." if len(row) > len(header) else "Add commas."
        return {}, [PackError(f"{len(row)} cells, but {len(header)} columns", file=path, line=line, hint=hint)]
    values: dict[str, Any] = {}
    problems = []
    for (name, convert), cell in zip(header, row, strict=True):
        stripped = cell.strip()
        if stripped:
            try:
                values[name] = convert(stripped)
            except ValueError as error:
                problems.append(PackError(f"column {name!r}: {error}", file=path, line=line, hint="Mend the cell."))
        elif name in _required(noun):
            problems.append(PackError(f"column {name!r} is empty", file=path, line=line, hint=_empty_hint(name)))
    return values, problems


@cache
def _required(noun: type) -> frozenset[str]:
    return frozenset(field.name for field in msgspec.structs.fields(noun) if field.required)


def _empty_hint(column: str) -> str:
    if column in {"lat", "lon"}:
        return "Every place needs coordinates, in degrees: take the middle of an area and say so in precision_km."
    return "Every row needs it."


def read_table(path: Path, data: bytes, noun: type[T], complain: Complain = raise_it) -> list[Entry]:
    """All rows of a table that can be read, in file order; `complain` is told of every cell that cannot.

    Rows stand unread below a line that names the columns wrongly, and behind a quotation mark that nothing closes.

    Raises:
        PackError: By `complain`: an unknown, missing or doubled column, a row of another length, or a cell that is
            empty or of another form than its column wants.
    """
    entries = []
    try:
        for entry in _entries(path, decode(path, data), noun, complain):
            entries.append(entry)  # noqa: PERF402 - what was read before a fault stays
    except PackError as problem:
        complain(problem)
    return entries


def _entries(path: Path, text: str, noun: type, complain: Complain) -> Iterator[Entry]:
    rows = _rows(path, text)
    first = next(rows, None)
    if first is None:
        raise PackError("the file is empty", file=path, hint="The first line names the columns.")
    header = _header(path, [name.strip() for name in first[1]], noun, complain)
    if header is None:
        return
    for line, row in rows:
        values, problems = _values(path, line, row, header, noun)
        for problem in problems:
            complain(problem)
        if not problems:
            yield Entry(noun(**values), path, line)

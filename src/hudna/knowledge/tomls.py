"""One TOML file of a pack, read into a noun; complaints name the line.

The standard reader forgets where a value stood. Lines are looked for only when there is something to complain about.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

from hudna.errors import PackError
from hudna.knowledge.tables import decode, nearest

T = TypeVar("T")
Steps = tuple[str | int, ...]
"""Where a value stands: `("obligations", 3, "due", "date")`."""

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(?:#.*)?$")
_KEY = re.compile(r"\s*([\w\-]+|\"[^\"]+\"|'[^']+')\s*=")
_SYNTAX_LINE = re.compile(r"at line (\d+)")
_PATH_STEP = re.compile(r"\.([\w\-]+)|\[(\d+|\.\.\.)\]")


def _table_steps(names: list[str], counts: dict[Steps, int]) -> Steps:
    steps: Steps = ()
    for name in names:
        steps = (*steps, name)
        if steps in counts:
            steps = (*steps, counts[steps])
    return steps


def lines_of(text: str) -> dict[Steps, int]:
    """The line of every table and key of a TOML text, as well as a line-by-line look can tell."""
    found: dict[Steps, int] = {}
    counts: dict[Steps, int] = {}
    table: Steps = ()
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        header = None if inside else _HEADER.match(line)
        key = None if inside or header else _KEY.match(line)
        if header:
            names = [name.strip().strip("\"'") for name in header.group(2).split(".")]
            if header.group(1) == "[[":
                array = (*_table_steps(names[:-1], counts), names[-1])
                counts[array] = counts.get(array, -1) + 1
                found.setdefault(array, number)
            table = _table_steps(names, counts)
            found.setdefault(table, number)
        elif key:
            found.setdefault((*table, key.group(1).strip("\"'")), number)
        if line.count('"""') % 2 or line.count("'''") % 2:
            inside = not inside
    return found


def line_at(text: str, steps: Steps) -> int | None:
    """The line of a value, or of the nearest table around it."""
    known = lines_of(text)
    while steps and steps not in known:
        steps = steps[:-1]
    return known.get(steps)


def _struct_in(annotation: Any) -> type | None:  # noqa: ANN401 - an annotation is any object
    """The noun that a field holds, alone, as an option or in a tuple."""
    for candidate in (annotation, *get_args(annotation)):
        if isinstance(candidate, type) and issubclass(candidate, msgspec.Struct):
            return candidate
    return None


@cache
def _fields(noun: type) -> dict[str, type | None]:
    """The keys of a noun, with the noun that each holds if it holds one."""
    return {field.name: _struct_in(field.type) for field in msgspec.structs.fields(noun)}


def _check_keys(path: Path, text: str, table: dict[str, Any], noun: type, steps: Steps) -> None:
    fields = _fields(noun)
    for key, value in table.items():
        here = (*steps, key)
        if key not in fields:
            raise PackError(
                f"unknown key {key!r}", file=path, line=line_at(text, here), hint=nearest(key, list(fields))
            )
        inner = fields[key]
        if inner is None:
            continue
        for index, item in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(item, dict):
                deeper = (*here, index) if isinstance(value, list) else here
                _check_keys(path, text, item, inner, deeper)


def _steps(message: str) -> Steps:
    """Steps out of msgspec's «… - at `$.obligations[3].due`»."""
    _, _, path = message.partition("`$")
    return tuple(name or (int(index) if index.isdigit() else 0) for name, index in _PATH_STEP.findall(path))


def parse_toml(path: Path, data: bytes) -> tuple[dict[str, Any], str]:
    """The tables of a TOML file, and its text.

    Raises:
        PackError: Not UTF-8 or not TOML.
    """
    text = decode(path, data)
    try:
        return tomllib.loads(text), text
    except tomllib.TOMLDecodeError as error:
        line = _SYNTAX_LINE.search(str(error))
        raise PackError(
            f"this is not TOML: {error}",
            file=path,
            line=int(line.group(1)) if line else None,
            hint="Text stands between quotation marks, lists between [ and ].",
        ) from error


def read_toml(path: Path, data: bytes, noun: type[T]) -> tuple[T, str]:
    """A TOML file as a noun, and its text (for `line_at`).

    Raises:
        PackError: Not TOML, an unknown or missing key, or a value of the wrong sort.
    """
    tables, text = parse_toml(path, data)
    _check_keys(path, text, tables, noun, ())
    try:
        return msgspec.convert(tables, noun), text
    except msgspec.ValidationError as error:
        message = str(error)
        raise PackError(
            message.partition(" - at ")[0],
            file=path,
            line=line_at(text, _steps(message)),
            hint="The keys and their sorts are listed in docs/packs.md.",
        ) from error

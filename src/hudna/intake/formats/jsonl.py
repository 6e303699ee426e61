"""JSON Lines: one object a line, each with its `text`; also one JSON array of such objects, or a single one.

Read line by line, so that a file may be larger than memory. A line that cannot be read costs only itself.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import msgspec

from hudna.intake.decode import decode
from hudna.intake.formats.base import Draft, Format, Opened
from hudna.intake.formats.text import encoding_issues
from hudna.intake.loose_json import REFUSED, loose
from hudna.intake.metadata import take_metadata
from hudna.intake.problems import problem
from hudna.model import Issue

_HEAD = 65_536
_TEXT_FIELD = re.compile(rb'"text"\s*:')
_LONGEST_NAME = 300
"""Characters; addresses used as ids stay below."""
_UTF8_MARK = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_REFUSED = (msgspec.MsgspecError, ValueError, RecursionError)
"""What decoders raise for bad JSON: both kinds, numbers out of range, letters that are none, nesting without end."""
_WORDS = {list: "a list", str: "text", int: "a number", float: "a number", bool: "true or false", type(None): "null"}


def looks_like(head: bytes) -> bool:
    """Whether the first line, or the whole of a small file, is a JSON object with a `text`."""
    if not _TEXT_FIELD.search(head):
        return False
    line = _first_line(head)
    cut_off = len(head) >= _HEAD and b"\n" not in line and len(line) > _HEAD // 2
    return (line.startswith(b"{") and (_is_json(line) or cut_off)) or (line[:1] in b"[{" and _is_json(_bare(head)))


class _Place(msgspec.Struct, frozen=True):
    """Where in the file a record stands."""

    where: str
    line: int | None
    """Its line, or its place in a list; None when it is the whole file."""
    encoding: str = "utf-8"
    declared: str | None = None


def read_jsonl(opened: Opened) -> Iterator[Draft | Issue]:
    """The texts of a file, line by line."""
    head = opened.held.head(_HEAD)
    if head.startswith(_WIDE_MARKS):
        yield from _wide(opened)
        return
    if opened.held.in_memory and not _is_json(_first_line(head)) and _is_json(_bare(opened.held.data)):
        place = _Place(opened.where, None, declared=opened.declared)
        yield from _line(_bare(opened.held.data), place)
        return
    with opened.held.stream() as stream:
        yield from _lines(stream, opened)


def _wide(opened: Opened) -> Iterator[Draft | Issue]:
    """UTF-16: line ends are two bytes long, so the whole is decoded first."""
    size, limit = opened.held.source.size, opened.options.memory_limit
    if not opened.held.in_memory:
        what = "a JSON Lines file in UTF-16"
        yield problem("too_large", opened.where, what=what, size=size, unit="bytes", limit=limit)
        return
    decoded = decode(opened.held.data)
    yield from encoding_issues(decoded, opened.where)
    if decoded is not None:
        yield from _lines(io.BytesIO(decoded.text.encode()), opened, decoded.encoding)


def _lines(stream: BinaryIO, opened: Opened, encoding: str = "utf-8") -> Iterator[Draft | Issue]:
    limit = opened.options.memory_limit
    number = 0
    while line := stream.readline(limit + 1):
        number += 1
        place = _Place(f"{opened.where}:{number}", number, encoding, opened.declared)
        if len(line) > limit:
            size = len(line) + _skip_line(stream, line)
            yield problem("too_large", place.where, what="the line", size=size, unit="bytes", limit=limit)
        elif line.strip():
            yield from _line(_bare(line) if number == 1 else line, place)


def _skip_line(stream: BinaryIO, begun: bytes) -> int:
    """Read on to the end of a line without keeping it; how many bytes that were."""
    skipped = 0
    piece = begun
    while piece and not piece.endswith(b"\n"):
        piece = stream.readline(_HEAD)
        skipped += len(piece)
    return skipped


def _line(line: bytes, place: _Place) -> Iterator[Draft | Issue]:
    """The records of one line, read strictly if possible, else as well as it can be."""
    try:
        record = msgspec.json.decode(line)
    except UnicodeDecodeError:
        decoded = decode(line, declared=place.declared)
        yield from encoding_issues(decoded, place.where)
        if decoded is not None:
            yield from _line(decoded.text.encode(), msgspec.structs.replace(place, encoding=decoded.encoding))
        return
    except _REFUSED as strict:
        record, why = _parse(line)
        if why:
            yield problem("json_invalid", place.where, why=why)
            return
        yield problem("json_lenient", place.where, why=strict)
    yield from _records(record, place)


def _records(record: Any, place: _Place) -> Iterator[Draft | Issue]:  # noqa: ANN401 - whatever JSON holds
    """One object, or a list of them."""
    if not isinstance(record, list):
        yield from _record(record, place)
        return
    for number, item in enumerate(record, start=1):
        line = number if place.line is None else place.line
        yield from _record(item, _Place(f"{place.where}[{number}]", line, place.encoding))


def _record(record: Any, place: _Place) -> Iterator[Draft | Issue]:  # noqa: ANN401 - whatever JSON holds
    if not isinstance(record, dict):
        yield problem("json_no_object", place.where, what=_WORDS.get(type(record), "something else"))
        return
    fields = dict(record)
    text = fields.pop("text", None)
    if not isinstance(text, str) or not text.strip():
        yield problem("json_no_text", place.where)
        return
    name = fields.pop("id", None)
    if not _is_name(name):
        yield problem("field_ignored", place.where, field="id", wanted="short text or a number")
        fields["id"], name = name, None
    given, issues = take_metadata(fields, place.where, basis="given")
    yield from issues
    name = None if name is None else str(name).strip()
    yield Draft(
        text=text,
        where=place.where,
        format=FORMAT.name,
        encoding=place.encoding,
        id=name or None,
        line=place.line,
        given=given,
    )


def _is_name(value: object) -> bool:
    """Whether a document can be called this; a whole article in the field `id` is a mistake."""
    return value is None or (
        isinstance(value, (str, int)) and not isinstance(value, bool) and len(str(value)) <= _LONGEST_NAME
    )


def _bare(data: bytes) -> bytes:
    return data.removeprefix(_UTF8_MARK)


def _first_line(head: bytes) -> bytes:
    return _bare(head).lstrip().split(b"\n", 1)[0]


def _is_json(data: bytes) -> bool:
    try:
        msgspec.json.decode(data, type=msgspec.Raw)
    except _REFUSED:
        return False
    return True


def _parse(data: bytes | str) -> tuple[Any, str]:
    """JSON read leniently, or why it cannot be."""
    try:
        return loose(data), ""
    except REFUSED as trouble:
        return None, str(trouble)


FORMAT = Format(
    name="jsonl",
    label="JSON Lines",
    suffixes=(".jsonl", ".ndjson", ".json"),
    media=("application/json", "application/x-ndjson"),
    looks_like=looks_like,
    read=read_jsonl,
)

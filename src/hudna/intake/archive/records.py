"""The records of a web archive, one by one.

fastwarc reads as long as all is well. A record is handed on only when the one after it has begun where it should; where
it has not, or where a record holds another, the member is read again by itself (`packing`), its real length is told
from its border, and the quick reader starts anew behind it. So a wrong length costs nothing, and damage costs one
record.
"""

import importlib.metadata
import re
from collections.abc import Generator, Iterator
from functools import cache
from typing import BinaryIO

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from hudna.intake.archive.packing import Packing

KINDS = {
    int(WarcRecordType.response): "response",
    int(WarcRecordType.resource): "resource",
    int(WarcRecordType.revisit): "revisit",
    int(WarcRecordType.conversion): "conversion",
}
"""Records that can hold a page, or say that it did not change."""
HEAD_LIMIT = 65_536
"""Bytes of a record's own header. Real ones have some hundreds."""
_HEAD_END = b"\r\n\r\n"
_TYPES = WarcRecordType.any_type
_DIGITS = 19
_PADDING = 4096
_HTTP_HEAD = 4096
_HTTP_LENGTH = re.compile(rb"\n[Cc]ontent-[Ll]ength:[ \t]*(\d{1,12})[ \t]*\r")
"""Of a length that fits into a machine's number."""


class Record(msgspec.Struct, frozen=True):
    """One record that can hold a page."""

    kind: str
    uri: str
    date: str
    """`WARC-Date` as written."""
    media: str
    """Content-Type of the block."""
    offset: int
    block: bytes
    """Everything after the record's own header."""
    wrong: int | None = None
    """The length that it gives itself, where that is not the real one."""


class Trouble(msgspec.Struct, frozen=True):
    """A record that could not be read."""

    code: str
    """Of ``problems``."""
    offset: int
    details: dict[str, object] = {}


def read_records(stream: BinaryIO, packing: Packing, limit: int) -> Iterator[Record | Trouble]:
    """All records that can hold a page, and what is broken.

    Args:
        stream: The archive; it can be sought in.
        packing: How its records are packed.
        limit: Largest record in bytes.

    Raises:
        OSError: when the archive can no longer be read.
    """
    archive = _Archive(stream, packing, limit)
    start: int | None = 0
    while start is not None:
        start = yield from _run(archive, start)


def tool() -> str:
    """Who reads archives here, with version."""
    return f"fastwarc {_version()}"


@cache
def _version() -> str:
    return importlib.metadata.version("fastwarc")


_Reading = Generator[Record | Trouble, None, int | None]
"""Yields records; returns the offset where to go on, None at the end."""


class _Archive(msgspec.Struct, frozen=True):
    stream: BinaryIO
    packing: Packing
    limit: int


def _run(at: _Archive, start: int) -> _Reading:
    """Read from an offset to the end or to the first thing that is wrong; returns where to go on, or None."""
    last, waiting, begun = start, None, False
    at.stream.seek(start)
    reading = iter(ArchiveIterator(at.stream, parse_http=False, record_types=_TYPES, max_header_len=HEAD_LIMIT))
    while True:
        try:
            record = next(reading, None)
        except OSError as trouble:
            return (yield from _mend(at, last, str(trouble)))
        if waiting is not None:
            yield waiting
        if record is None:
            return (yield from _end(at, last, begun=begun))
        last, begun = record.stream_pos, True
        try:
            block = record.reader.read(_most(record, at.limit))
        except OSError as trouble:
            return (yield from _mend(at, last, str(trouble)))
        if _is_suspicious(record, block, at.limit):
            return (yield from _mend(at, last, "it is shorter than it says"))
        waiting = _take(record, block, last, at.limit)


def _most(record: WarcRecord, limit: int) -> int:
    """One byte more than may come, up to the limit: a reader that is asked for much more first takes memory for it."""
    return min(max(0, record.content_length), limit) + 1


def _is_suspicious(record: WarcRecord, block: bytes, limit: int) -> bool:
    """Whether a record ends too early, or seems to have eaten the next one."""
    if record.headers.get("Content-Length") is None:
        return True
    if len(block) < min(record.content_length, limit + 1):
        return True
    length = _HTTP_LENGTH.search(block, 0, _HTTP_HEAD)
    if length is not None and len(block) - block.find(_HEAD_END, 0, HEAD_LIMIT) - len(_HEAD_END) == int(length[1]):
        return False  # as long as the server said: nothing of the next record is in it
    return b"\nWARC/1." in block and b"\nWARC-Type:" in block


def _take(record: WarcRecord, block: bytes, offset: int, limit: int) -> Record | Trouble | None:
    kind = KINDS.get(int(record.record_type))
    if kind is None:
        return None
    if len(block) > limit:
        return _too_large(offset, record.content_length, limit)
    headers = record.headers
    return Record(
        kind=kind,
        uri=(headers.get("WARC-Target-URI") or "").strip("<> "),
        date=headers.get("WARC-Date") or "",
        media=headers.get("Content-Type") or "",
        offset=offset,
        block=block,
    )


def _too_large(offset: int, size: int | str, limit: int) -> Trouble:
    return Trouble("too_large", offset, {"what": "the record", "size": size, "unit": "bytes", "limit": limit})


def _end(at: _Archive, last: int, *, begun: bool) -> _Reading:
    """The quick reader says that the archive is over; it says so too when the last header is cut off."""
    if not begun:
        return (yield from _mend(at, last, "it is no record"))
    end = at.packing.member(at.stream, last, 0).end
    if end <= last or _is_over(at, end):
        return None
    return (yield from _mend(at, end, "the archive ends in the middle of it"))


def _mend(at: _Archive, offset: int, why: str) -> _Reading:
    """Read one member by itself; returns where the next one begins."""
    member = at.packing.member(at.stream, offset, at.limit + HEAD_LIMIT)
    record, size = (None, 0) if member.why else _by_itself(member.data, offset)
    end = member.end if at.packing.name else offset + size
    ends = _is_over(at, end)
    if member.why or record is None or (ends and (record.wrong or 0) > len(record.block)):
        yield Trouble("record_damaged", offset, {"offset": offset, "why": member.why or why})
        return at.packing.next_after(at.stream, offset + 1)
    if record.kind and not member.whole:
        yield _too_large(offset, f"more than {at.limit}", at.limit)
    elif record.kind:
        yield record
    return None if ends else end


def _is_over(at: _Archive, end: int) -> bool:
    """Whether nothing but padding follows."""
    at.stream.seek(end)
    return not at.stream.read(_PADDING).strip(b"\0\r\n ")


def _by_itself(data: bytes, offset: int) -> tuple[Record | None, int]:
    """The record of a whole member, and the bytes that it takes; None when it is none.

    The length that it gives itself is believed where a record could end there, else it ends with the member.
    """
    head, gap, rest = data.partition(_HEAD_END)
    if not head.startswith(b"WARC/") or not gap:
        return None, len(data)
    said = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in _lines(head))}
    if "warc-type" not in said:
        return None, len(data)
    length = said.get("content-length", "")
    size = int(length) if length.isdecimal() and len(length) < _DIGITS else -1
    block = rest[:size] if size >= 0 and rest[size : size + 4] == _HEAD_END else rest.removesuffix(_HEAD_END)
    record = Record(
        kind=said.get("warc-type", "") if said.get("warc-type") in KINDS.values() else "",
        uri=said.get("warc-target-uri", "").strip("<> "),
        date=said.get("warc-date", ""),
        media=said.get("content-type", ""),
        offset=offset,
        block=block,
        wrong=None if size == len(block) else size,
    )
    return record, min(len(data), len(head) + len(block) + 2 * len(_HEAD_END))


def _lines(head: bytes) -> list[str]:
    return head.decode("utf-8", errors="replace").split("\r\n")[1:]

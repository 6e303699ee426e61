"""A web archive: every page in it is a source of its own, with its bytes, its hash and its place in the archive.

Read are answers of web servers (status 200), resources, and texts taken out by others (WET). A page that has not
changed since it was last archived (revisit) brings nothing new and is counted. What the gate leaves out is never
parsed; about one of a thousand is kept all the same, so that people can check the gate.
"""

import hashlib
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import BinaryIO

from hudna.intake.archive import Answer, Packing, Record, Trouble, packing_of, read_records, unpack_body
from hudna.intake.archive.records import tool
from hudna.intake.archive.unpacking import Unpacking, unpacked
from hudna.intake.custody import hold_bytes, hold_stream
from hudna.intake.formats.base import Format, Item, LeftOut, Member, Opened
from hudna.intake.metadata import Metadata
from hudna.intake.page import host_of
from hudna.intake.problems import problem
from hudna.model import Issue, Origin

_HEAD = 65_536
_OK = 200
_LONGEST = 300
"""Characters of an address that a document is called by."""
READ = frozenset(
    {
        "",
        "application/atom+xml",
        "application/json",
        "application/pdf",
        "application/rss+xml",
        "application/xhtml+xml",
        "application/xml",
        "text/html",
        "text/plain",
        "text/xml",
    }
)
"""Types that can hold an article. Pictures, styles and scripts are counted."""
_GATED = frozenset({"", "application/xhtml+xml", "text/html", "text/plain"})
"""Types whose bytes are their text, so that the gate can look at them."""


def read_warc(opened: Opened) -> Iterator[Item]:
    """The pages of a web archive."""
    packing = packing_of(opened.held.head(_HEAD))
    with opened.held.sought() as stream:
        if not (packing.name and _is_one_piece(packing, stream)):
            yield from _Reader(opened, "").read(stream, packing)
            return
        stream.seek(0)
        pieces = Unpacking(unpacked(packing, stream), opened.budget)
        limit, folder = opened.options.memory_limit, opened.options.spool_folder
        with hold_stream(pieces, opened.name, limit, folder) as whole, whole.sought() as plain:
            if pieces.exploded:
                yield problem("exploded", opened.where, limit=opened.budget.limit)
            elif pieces.damage:
                yield problem("damaged", opened.where, why=pieces.damage)
            yield from _Reader(opened, "unpacked").read(plain, packing_of(b""))


class _Reader:
    """One walk through an archive."""

    def __init__(self, opened: Opened, within: str) -> None:
        self._opened, self._options, self._within = opened, opened.options, within
        self._passed: Counter[str] = Counter()
        self._seen = self._left_out = self._untold = 0

    def read(self, stream: BinaryIO, packing: Packing) -> Iterator[Item]:
        for found in read_records(stream, packing, self._options.memory_limit):
            if isinstance(found, Trouble):
                yield problem(found.code, self._where(found.offset), **found.details)
            elif self._opened.budget.spend(len(found.block)):
                yield from self._record(found, stream, packing)
            else:
                yield problem("exploded", self._opened.where, limit=self._opened.budget.limit)
                break
        if self._untold:
            yield LeftOut(self._untold)
        yield from self._told()

    def _where(self, offset: int) -> str:
        return f"{self._opened.where}@{offset}"

    def _record(self, record: Record, stream: BinaryIO, packing: Packing) -> Iterator[Item]:
        where = self._where(record.offset)
        answer = Answer.of(record.block)
        media = answer.media or (record.media.partition(";")[0].strip().lower() if not answer.head else "")
        why = self._why_not(record, answer, media)
        if why:
            self._passed[why] += 1
            return
        body, fault = unpack_body(answer, self._options.memory_limit)
        if fault == "too_large":
            limit = self._options.memory_limit
            yield problem("too_large", where, what="the page", size=f"more than {limit}", unit="bytes", limit=limit)
            return
        if fault:
            yield problem("record_damaged", where, offset=record.offset, why="its body cannot be unpacked")
            return
        self._seen += 1
        if media in _GATED and self._options.gate is not None and not self._options.gate.passes(body):
            yield from self._leave_out(record, answer, stream, packing)
            return
        if record.wrong is not None:
            yield problem("record_length", where, said=record.wrong, size=len(record.block))
        yield self._member(record, answer, body if body is not answer.body else None, media, stream, packing)

    def _why_not(self, record: Record, answer: Answer, media: str) -> str:
        if record.kind == "revisit":
            return "unchanged since an earlier visit"
        if answer.head and answer.status != _OK:
            return "answers of another status than 200"
        if media not in READ:
            return "no text: pictures, styles, scripts and the like"
        return "" if answer.body.strip() else "empty"

    def _leave_out(self, record: Record, answer: Answer, stream: BinaryIO, packing: Packing) -> Iterator[Item]:
        self._left_out += 1
        self._untold += 1
        if zlib.crc32(f"{record.uri} {record.date}".encode()) % self._options.gate_sample:
            return
        held = hold_bytes(answer.body, self._name(record))
        origin = self._origin(record, answer, stream, packing, left_out=True)
        yield LeftOut(self._untold, held, origin)
        self._untold = 0

    def _member(
        self, record: Record, answer: Answer, unpacked: bytes | None, media: str, stream: BinaryIO, packing: Packing
    ) -> Member:
        held = hold_bytes(answer.body, self._name(record), unpacked)
        origin = self._origin(record, answer, stream, packing, left_out=False)
        uri = record.uri
        return Member(
            held=held,
            name=held.source.name,
            where=self._where(record.offset),
            origin=origin,
            media=media,
            declared=answer.charset,
            ids=(uri, f"{uri} {record.date}") if 0 < len(uri) <= _LONGEST else (),
            found=Metadata(
                url=uri or None, source=host_of(uri), extra={"archived": record.date} if record.date else {}
            ),
        )

    def _name(self, record: Record) -> str:
        return f"{self._opened.name}@{record.offset}"

    def _origin(self, record: Record, answer: Answer, stream: BinaryIO, packing: Packing, *, left_out: bool) -> Origin:
        """Where the record lies; its own header is read again from there, letter by letter."""
        at = stream.tell()
        opening = packing.opening(stream, record.offset, _HEAD, b"\r\n\r\n")
        stream.seek(at)
        own, gap, _ = opening.partition(b"\r\n\r\n")
        head = own + gap + answer.head
        return self._opened.inside(
            self._within,
            offset=record.offset,
            head=head,
            record_sha256=hashlib.sha256(head + answer.body).hexdigest(),
            tool=tool(),
            left_out=left_out,
        )

    def _told(self) -> Iterator[Issue]:
        where = self._opened.where
        for why, count in sorted(self._passed.items()):
            yield problem("records_passed", where, count=count, why=why)
        if self._left_out:
            yield problem("left_out", where, count=self._left_out, seen=self._seen)


def _is_one_piece(packing: Packing, stream: BinaryIO) -> bool:
    """Whether the archive was packed as a whole, so that its records have no borders of their own."""
    return b"\r\n\r\nWARC/1." in packing.opening(stream, 0, _HEAD)


FORMAT = Format(
    name="warc",
    label="a web archive (WARC)",
    suffixes=(".warc",),
    marks=(b"WARC/1.",),
    looks_like=lambda head: head.startswith(b"WARC/1."),
    read=read_warc,
    container=True,
)

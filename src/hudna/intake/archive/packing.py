"""How an archive's records are packed: each a gzip member or zstd frame of its own, or not at all.

The quick reader (fastwarc) streams over the borders of members: a wrong length in one record eats into the next, and a
damaged member ends everything. Here one member is read by itself, so that what is wrong with it stays inside it.
"""

import io
import re
import zlib
from collections.abc import Callable
from typing import BinaryIO, Protocol

import msgspec
import zstandard

CHUNK = 65_536
GZIP = b"\x1f\x8b\x08"
ZSTD = b"\x28\xb5\x2f\xfd"
_WARC = b"WARC/1."
_BEGINNING = re.compile(rb"WARC/1\.\d\r?\n[A-Za-z-]+:")
_BETWEEN = b"\r\n\r\nWARC/1."
_HEAD_END = b"\r\n\r\n"
_PEEK = 512
"""Bytes of a member that are unpacked to see whether it is a record."""


class Unpacked(msgspec.Struct, frozen=True):
    """One member, read by itself."""

    data: bytes
    """At most as many bytes as asked for."""
    end: int
    """Where the next member begins in the archive; the archive's size at its end."""
    whole: bool
    """It was read to its end, and all of it is in `data`."""
    why: str = ""
    """What is damaged; empty when nothing is."""


class _Unpacker(Protocol):
    """What zlib and zstandard have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class Packing(msgspec.Struct, frozen=True):
    """One way of packing."""

    name: str
    magic: bytes
    unpacker: Callable[[], _Unpacker] | None
    """None for archives that are not packed."""

    def member(self, stream: BinaryIO, at: int, limit: int) -> Unpacked:
        """Read the member that begins at an offset.

        Args:
            stream: The archive; it is moved.
            at: Offset of the member.
            limit: Most bytes that are kept; the rest is passed over.

        Raises:
            OSError: when the archive can no longer be read.
        """
        stream.seek(at)
        return _plain(stream, at, limit) if self.unpacker is None else _packed(stream, at, limit, self.unpacker())

    def opening(self, stream: BinaryIO, at: int, size: int = CHUNK, until: bytes | None = None) -> bytes:
        """The first bytes of a member, unpacked; what is damaged is not there.

        Args:
            stream: The archive; it is moved.
            at: Offset of the member.
            size: Packed bytes that are read.
            until: Stop when this has come out.
        """
        stream.seek(at)
        data = stream.read(size)
        if self.unpacker is None:
            return data
        try:
            return _some(self.unpacker(), data, until)
        except (zlib.error, zstandard.ZstdError):
            return b""

    def next_after(self, stream: BinaryIO, at: int) -> int | None:
        """Where the first whole beginning of a record stands after an offset; None when there is none."""
        while (found := _find(stream, self.magic or _WARC, at)) is not None:
            if _BEGINNING.match(self.opening(stream, found, _PEEK)):
                return found
            at = found + 1
        return None


def packing_of(head: bytes) -> Packing:
    """The packing of an archive with these first bytes, even when the very first are damaged."""
    plain = _PACKINGS[-1]
    if head.startswith(_WARC):
        return plain
    begins = [packing for packing in _PACKINGS[:-1] if head.startswith(packing.magic)]
    return next(iter(begins), None) or next((packing for packing in _PACKINGS[:-1] if packing.magic in head), plain)


_PACKINGS = (
    Packing("gzip", GZIP, lambda: zlib.decompressobj(31)),
    Packing("zstd", ZSTD, lambda: zstandard.ZstdDecompressor().decompressobj()),
    Packing("", b"", None),
)


def _some(unpacker: _Unpacker, data: bytes, until: bytes | None) -> bytes:
    """What the first bytes of a member hold, as far as they can be unpacked; small pieces, so that nothing explodes."""
    pieces = []
    for at in range(0, len(data), _PEEK):
        try:
            pieces.append(unpacker.decompress(data[at : at + _PEEK]))
        except (zlib.error, zstandard.ZstdError):
            break
        if unpacker.eof or sum(map(len, pieces)) > CHUNK or (until is not None and until in b"".join(pieces)):
            break
    return b"".join(pieces)


def _packed(stream: BinaryIO, at: int, limit: int, unpacker: _Unpacker) -> Unpacked:
    pieces: list[bytes] = []
    size, end = 0, at
    while chunk := stream.read(CHUNK):
        end += len(chunk)
        for start in range(0, len(chunk), _PEEK * 8):  # a little at a time: a piece of a bomb grows a thousandfold
            try:
                piece = unpacker.decompress(chunk[start : start + _PEEK * 8])
            except (zlib.error, zstandard.ZstdError) as trouble:
                return Unpacked(b"".join(pieces), at, whole=False, why=str(trouble))
            size += len(piece)
            pieces.append(piece[: max(0, limit - size + len(piece))])
            if unpacker.eof:
                used = end - len(chunk) + min(start + _PEEK * 8, len(chunk)) - len(unpacker.unused_data)
                return Unpacked(b"".join(pieces), used, whole=size <= limit)
    return Unpacked(b"".join(pieces), end, whole=False, why="the archive ends in the middle of it")


def _plain(stream: BinaryIO, at: int, limit: int) -> Unpacked:
    """A record that is not packed ends where the next one begins."""
    following = _find(stream, _BETWEEN, at)
    end = stream.seek(0, io.SEEK_END) if following is None else following + len(_HEAD_END)
    stream.seek(at)
    return Unpacked(stream.read(min(end - at, limit)), end, whole=end - at <= limit)


def _find(stream: BinaryIO, mark: bytes, at: int) -> int | None:
    """Offset of the first mark at or after another offset."""
    stream.seek(at)
    kept = b""
    while chunk := stream.read(CHUNK):
        window = kept + chunk
        found = window.find(mark)
        if found >= 0:
            return at - len(kept) + found
        at += len(chunk)
        kept = window[-len(mark) + 1 :]
    return None

"""Holding a source's bytes just as they came: hashed once, small ones in memory, large ones where they lie.

A file up to the memory limit is read once and kept as bytes. A larger one is hashed in a first pass and read in a
second; `SourceFile.path` says where the ledger can copy it from. The second pass hashes again: when somebody wrote
into the file in between, that is said. What was appended in between is left for the next run. Standard input cannot be
read twice, so above the limit it is spooled to a temporary file, which lives until the next source is asked for.
"""

import contextlib
import hashlib
import io
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Protocol

from hudna.errors import InputError
from hudna.model import SourceFile

CHUNK = 1024 * 1024


class Readable(Protocol):
    """What bytes can be read from."""

    def read(self, size: int = ..., /) -> bytes | None:
        """At most so many bytes; none at the end."""


class SourceChangedError(InputError):
    """A file's bytes were not the same the second time."""


class Held:
    """The bytes of one source, for as long as it is read."""

    def __init__(self, source: SourceFile, unpacked: bytes | None = None) -> None:
        self.source, self._unpacked = source, unpacked

    @property
    def data(self) -> bytes:
        """What is read: the bytes as received, or, where those are packed (as HTTP packs pages), what is in them."""
        return self.source.data if self._unpacked is None else self._unpacked

    @property
    def in_memory(self) -> bool:
        """Whether the whole source is small enough to be in memory."""
        return self.source.path is None

    def head(self, size: int) -> bytes:
        """The first bytes, at most `size`.

        Raises:
            OSError: when the file can no longer be read.
        """
        if self.source.path is None:
            return self.data[:size]
        with Path(self.source.path).open("rb") as file:
            return file.read(min(size, self.source.size))

    @contextlib.contextmanager
    def sought(self) -> Iterator[BinaryIO]:
        """All bytes, for readers that jump to and fro. They are not hashed again.

        Raises:
            OSError: when the file can no longer be read.
        """
        if self.source.path is None:
            yield io.BytesIO(self.data)
            return
        with Path(self.source.path).open("rb") as file:
            yield file

    @contextlib.contextmanager
    def stream(self) -> Iterator[BinaryIO]:
        """All bytes, from the start.

        Raises:
            OSError: when the file can no longer be read.
            SourceChangedError: at the end of the file, when its bytes are no longer those that were hashed.
        """
        if self.source.path is None:
            yield io.BytesIO(self.data)
            return
        with Path(self.source.path).open("rb", buffering=0) as file:
            yield io.BufferedReader(_Watched(file, self.source), buffer_size=CHUNK)


class _Watched(io.RawIOBase):
    """The first `size` bytes of a file, hashed again on the way."""

    def __init__(self, file: io.FileIO, source: SourceFile) -> None:
        super().__init__()
        self._file, self._source = file, source
        self._left, self._digest = source.size, hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        got = self._file.readinto(memoryview(buffer)[: self._left]) or 0
        self._digest.update(memoryview(buffer)[:got])
        self._left -= got
        if got == 0 and (self._left or self._digest.hexdigest() != self._source.sha256):
            raise SourceChangedError(f"{self._source.name} changed while it was read")
        return got


def hold_file(path: str, name: str, limit: int) -> Held:
    """Read and hash a regular file.

    Args:
        path: Where it lies.
        name: What the source is called.
        limit: Largest size in bytes that is held in memory.

    Raises:
        OSError: when it cannot be opened or read.
    """
    with Path(path).open("rb", buffering=0) as file:
        if (size := os.fstat(file.fileno()).st_size) <= limit:
            data = _read_up_to(file, limit + 1, size + 1)
            if len(data) <= limit:
                return hold_bytes(data, name)
            file.seek(0)
        digest = hashlib.sha256()
        size = 0
        while chunk := file.read(CHUNK):
            digest.update(chunk)
            size += len(chunk)
    return Held(SourceFile(sha256=digest.hexdigest(), size=size, name=name, data=b"", path=str(Path(path).absolute())))


@contextlib.contextmanager
def hold_stream(stream: Readable, name: str, limit: int, folder: str | Path | None = None) -> Iterator[Held]:
    """Read a stream to its end and hash it.

    Args:
        stream: Where the bytes come from; it is read once and not closed.
        name: What the source is called.
        limit: Largest size in bytes that is held in memory; more is spooled to a temporary file.
        folder: Where that file is made; None for the system's own.

    Raises:
        OSError: when the stream fails, or the temporary file cannot be written.
    """
    data = _read_up_to(stream, limit + 1)
    if len(data) <= limit:
        yield hold_bytes(data, name)
        return
    with tempfile.NamedTemporaryFile(prefix="hudna-", dir=folder) as spool:
        digest = hashlib.sha256()
        size = 0
        while data:
            digest.update(data)
            size += spool.write(data)
            data = stream.read(CHUNK) or b""
        spool.flush()
        yield Held(SourceFile(sha256=digest.hexdigest(), size=size, name=name, data=b"", path=spool.name))


def hold_bytes(data: bytes, name: str, unpacked: bytes | None = None) -> Held:
    """Hold bytes that are in memory already; `unpacked` is what is in them where they are packed."""
    return Held(SourceFile(sha256=hashlib.sha256(data).hexdigest(), size=len(data), name=name, data=data), unpacked)


def _read_up_to(stream: Readable, most: int, step: int = CHUNK) -> bytes:
    """At most so many bytes, fewer only at the end; asked for in steps, one where the size is known."""
    pieces: list[bytes] = []
    left = most
    while left > 0 and (piece := stream.read(min(left, step))):
        pieces.append(piece)
        left -= len(piece)
    return b"".join(pieces)

"""Unpacking that cannot explode: a stream that stops, and says why, when too much comes out of it."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO

import zstandard

from hudna.intake.archive.packing import Packing

STEP = 4096
"""Packed bytes that are unpacked at a time: deflate makes at most four megabytes of them."""
FREE = 256 * 1024 * 1024
"""Bytes that may come out of any archive, however small it is."""
RATIO = 200
"""Above, so many times the archive's own size. Pages are packed five to twenty times smaller, repeated markup fifty."""
REFUSED = (
    *(zlib.error, zstandard.ZstdError, lzma.LZMAError, zipfile.BadZipFile, zipfile.LargeZipFile, struct.error),
    *(EOFError, NotImplementedError, RuntimeError, ValueError, OSError),
)
"""What unpackers raise for damage, passwords and ways of packing that they do not know; bzip2 raises a bare OSError."""


class Budget:
    """How many bytes may still come out of one file, whatever is packed in it, and in that."""

    def __init__(self, size: int, limit: int) -> None:
        """Args: the file's bytes, and the most that may come out of any."""
        self.limit = self.left = min(limit, max(FREE, RATIO * size))

    def spend(self, size: int) -> bool:
        """Take bytes off; False when there are not enough left."""
        self.left -= size
        return self.left >= 0


class Unpacking:
    """Pieces read like a file. What breaks ends it early: `damage` and `exploded` say how."""

    def __init__(self, pieces: Iterator[bytes], budget: Budget) -> None:
        self._pieces, self._budget = pieces, budget
        self._kept = b""
        self.damage = ""
        self.exploded = False

    def read(self, size: int = -1) -> bytes:
        """As of a file; fewer bytes only at the end."""
        pieces = [self._kept]
        have = len(self._kept)
        while size < 0 or have < size:
            piece = self._next()
            if not piece:
                break
            pieces.append(piece)
            have += len(piece)
        data = b"".join(pieces)
        cut = len(data) if size < 0 else size
        self._kept = data[cut:]
        return data[:cut]

    def _next(self) -> bytes:
        if self.damage or self.exploded:
            return b""
        try:
            piece = next(self._pieces, b"")
        except REFUSED as trouble:
            self.damage = str(trouble) or type(trouble).__name__
            return b""
        if not self._budget.spend(len(piece)):
            self.exploded = True
            return b""
        return piece


def unpacked(packing: Packing, stream: BinaryIO) -> Iterator[bytes]:
    """What a packed file holds, member after member.

    Raises:
        zlib.error, zstandard.ZstdError: The file is damaged.
        EOFError: It ends in the middle.
    """
    if packing.unpacker is None:
        while data := stream.read(STEP):
            yield data
        return
    unpacker = packing.unpacker()
    begun = False
    while data := stream.read(STEP):
        while data:
            begun = True
            piece = unpacker.decompress(data)
            data = unpacker.unused_data if unpacker.eof else b""
            if unpacker.eof:
                unpacker, begun = packing.unpacker(), False
                data = data.lstrip(b"\0")
            if piece:
                yield piece
    if begun:
        raise EOFError("it ends in the middle")

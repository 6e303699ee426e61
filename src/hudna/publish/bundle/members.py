"""The files of a bundle and the ZIP that holds them.

Names are made of hashes and of words of ours, never of what articles or archives are called: no name leads out of a
folder, begins a formula, or opens as a page. Members are stored as they are, in one order and with one date, so that
the same ledger gives the same bytes on every machine.
"""

import hashlib
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Self

import msgspec

MANIFEST = "manifest.json"
SUMS = "SHA256SUMS"
_DATE = (1980, 1, 1, 0, 0, 0)
"""The earliest that a ZIP can name."""
_MODE = 0o100644 << 16


class Written(msgspec.Struct, frozen=True):
    """One file, as the manifest lists it."""

    name: str
    bytes: int
    sha256: str


class Members:
    """A ZIP in the making.

    Args:
        path: Where to.
    """

    def __init__(self, path: Path) -> None:
        self._zip = zipfile.ZipFile(path, "w", zipfile.ZIP_STORED, allowZip64=True)
        self.written: list[Written] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._zip.close()

    def add(self, name: str, pieces: Iterable[bytes]) -> Written:
        """Write one file piece by piece."""
        info = zipfile.ZipInfo(name, _DATE)
        info.create_system, info.external_attr = 3, _MODE
        digest, size = hashlib.sha256(), 0
        with self._zip.open(info, "w", force_zip64=True) as member:
            for piece in pieces:
                member.write(piece)
                digest.update(piece)
                size += len(piece)
        self.written.append(Written(name, size, digest.hexdigest()))
        return self.written[-1]


def lines(things: Iterable[object]) -> Iterator[bytes]:
    """JSON Lines, their fields in a fixed order."""
    for thing in things:
        yield msgspec.json.encode(thing, order="deterministic") + b"\n"


def pretty(thing: object) -> Iterator[bytes]:
    """One JSON object for people and programs."""
    yield msgspec.json.format(msgspec.json.encode(thing, order="deterministic"), indent=2) + b"\n"


def sums(written: Iterable[Written]) -> Iterator[bytes]:
    """What `sha256sum --check` reads."""
    for one in written:
        yield f"{one.sha256}  {one.name}\n".encode()


def source_name(sha256: str) -> str:
    """Bytes as received. The ending says nothing, so that no page of somebody else's opens in a browser by a click."""
    return f"sources/{sha256}.bytes"


def record_name(sha256: str) -> str:
    """A whole record of an archive: headers and bytes."""
    return f"records/{sha256}.bytes"


def text_name(sha256: str) -> str:
    """A preserved text."""
    return f"texts/{sha256}.txt"

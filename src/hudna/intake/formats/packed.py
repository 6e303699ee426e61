"""A packed file: one file inside gzip or zstd, or a web archive whose records are packed one by one."""

import importlib.metadata
import platform
from collections.abc import Iterator
from pathlib import PurePath

from hudna.intake.archive import packing_of
from hudna.intake.archive.packing import GZIP, ZSTD
from hudna.intake.archive.unpacking import Unpacking, unpacked
from hudna.intake.custody import hold_stream
from hudna.intake.formats.base import Format, Item, Member, Opened
from hudna.intake.formats.warc import read_warc
from hudna.intake.problems import problem
from hudna.model import Origin

_SUFFIXES = (".gz", ".zst", ".gzip", ".zstd")


def read_packed(opened: Opened) -> Iterator[Item]:
    """What is packed: the records of a web archive, or one file."""
    packing = packing_of(opened.held.head(4096))
    with opened.held.sought() as stream:
        if packing.opening(stream, 0, 4096).startswith(b"WARC/") or ".warc." in opened.name.lower():
            yield from read_warc(opened)
            return
        stream.seek(0)
        pieces = Unpacking(unpacked(packing, stream), opened.budget)
        name = _bare(opened.name)
        with hold_stream(pieces, name, opened.options.memory_limit, opened.options.spool_folder) as held:
            if pieces.exploded:
                yield problem("exploded", opened.where, limit=opened.budget.limit)
            elif pieces.damage:
                yield problem("damaged", opened.where, why=pieces.damage)
            else:
                origin = _origin(opened, held.source.sha256, packing.name)
                yield Member(held=held, name=name, where=opened.where, origin=origin, parents=opened.parents)


def _bare(name: str) -> str:
    return PurePath(name).stem if PurePath(name).suffix.lower() in _SUFFIXES else name


def _origin(opened: Opened, sha256: str, how: str) -> Origin:
    tool = f"Python {platform.python_version()} zlib" if how == "gzip" else f"zstandard {_version()}"
    return opened.inside("unpacked", offset=0, length=opened.held.source.size, record_sha256=sha256, tool=tool)


def _version() -> str:
    return importlib.metadata.version("zstandard")


FORMAT = Format(
    name="packed",
    label="a packed file",
    suffixes=_SUFFIXES,
    marks=(GZIP, ZSTD),
    media=("application/gzip", "application/x-gzip", "application/zstd"),
    looks_like=lambda head: head.startswith((GZIP, ZSTD)),
    read=read_packed,
    container=True,
)

"""What there is to read, cut into units: one file each, on a disk or in a store."""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
from fsspec.core import url_to_fs

from hudna.errors import UsageError
from hudna.intake.walk import Found, walk
from hudna.model import Issue


class Unit(msgspec.Struct, frozen=True):
    """One file to be read by one worker."""

    key: str
    """Made of the address: the name of its parts."""
    url: str
    state: str
    """Size and time of change (or what the store tells): a file that changed is read again."""


def units_of(sources: Sequence[str]) -> tuple[list[Unit], list[Issue]]:
    """Every file that the sources name or hold, in the order of their addresses, and what is wrong with the others.

    Raises:
        UsageError: Nothing is there.
    """
    units: list[Unit] = []
    issues: list[Issue] = []
    for source in sorted(set(sources)):
        found = _remote(source) if "://" in source else _local(source)
        for one in found:
            (units if isinstance(one, Unit) else issues).append(one)  # type: ignore[arg-type]
    if not units and not issues:
        raise UsageError(
            "there is nothing to read", hint="Name files, folders, or addresses such as s3://bucket/folder."
        )
    return units, issues


def _local(source: str) -> Iterator[Unit | Issue]:
    for one in walk([source]):
        if isinstance(one, Found):
            stat = Path(one.path).stat()
            yield _unit(one.path, f"{stat.st_size} {stat.st_mtime_ns}")
        else:
            yield one


def _remote(source: str) -> Iterator[Unit]:
    system, path = url_to_fs(source)
    for one in sorted(system.find(path)):
        told = system.info(one)
        state = told.get("ETag") or told.get("mtime") or told.get("created") or ""
        yield _unit(system.unstrip_protocol(one), f"{told.get('size')} {state}")


def _unit(url: str, state: str) -> Unit:
    return Unit(hashlib.sha256(url.encode("utf-8", "surrogateescape")).hexdigest()[:20], url, state)


@contextmanager
def at_hand(unit: Unit) -> Iterator[str]:
    """The unit as a file of this machine, under its own name."""
    if "://" not in unit.url:
        yield unit.url
        return
    system, path = url_to_fs(unit.url)
    with TemporaryDirectory(prefix="hudna-") as folder:
        here = str(Path(folder) / path.rpartition("/")[2])
        system.get_file(path, here)
        beside = f"{path}.meta.json"
        if system.exists(beside):
            system.get_file(beside, f"{here}.meta.json")
        yield here

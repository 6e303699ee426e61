"""From what people name to the files that are there, in an order that never changes.

Paths are taken in sorted order, folders entry by entry in sorted order, so that the same files give the same ids on
every machine. Links are followed; a file or folder that is reached a second time is read once. Entries of a folder
whose name starts with a dot are not read, unless named. Sidecars (``NAME.meta.json``) belong to their documents.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from hudna.intake.metadata import SIDECAR
from hudna.intake.problems import problem
from hudna.model import Issue

STDIN = "-"
_LEFTOVERS = ("-wal", "-shm", "-journal")
"""What SQLite leaves beside a database while it is open."""
_SORTS = (
    (stat.S_ISFIFO, "named pipe"),
    (stat.S_ISSOCK, "socket"),
    (stat.S_ISCHR, "device"),
    (stat.S_ISBLK, "device"),
)


class Found(msgspec.Struct, frozen=True):
    """A regular file to be read, or standard input."""

    path: str
    """For the system: may hold bytes that are no text."""
    where: str
    """For people."""
    name: str
    parents: tuple[str, ...] = ()
    """Its folders as far as they were named, the nearest first."""


def walk(paths: Sequence[str | Path], exclude: Iterable[str | Path] = ()) -> Iterator[Found | Issue]:
    """Every file that the paths name or hold, and an issue for everything that is none.

    Args:
        paths: Files, folders, or ``-`` for standard input.
        exclude: Files and folders that are passed over in silence.
    """
    walker = _Walker(exclude)
    for path in sorted(os.fspath(path) for path in paths):
        yield from walker.named(path)


def shown(path: str) -> str:
    """The path for people and records; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace")


class _Entry(msgspec.Struct, frozen=True):
    """A path that is still to be looked at."""

    path: str
    real: str
    """Without links."""
    above: frozenset[str] = frozenset()
    """Real paths of the folders that it is in, as far as we came through them."""


class _Walker:
    def __init__(self, exclude: Iterable[str | Path]) -> None:
        self._excluded = {os.path.realpath(path) for path in exclude}
        self._seen: set[str] = set()
        self._stdin_read = False
        self._stems: tuple[str, frozenset[str]] = ("", frozenset())

    def named(self, path: str) -> Iterator[Found | Issue]:
        """What stands under one path that somebody named."""
        if path == STDIN:
            yield problem("stdin_twice", STDIN) if self._stdin_read else Found(path=STDIN, where=STDIN, name=STDIN)
            self._stdin_read = True
            return
        count = 0
        entries = [_Entry(path, os.path.realpath(path))]
        folder = entries[0].real not in self._excluded and os.path.isdir(path)  # noqa: PTH112
        while entries:  # a stack, not recursion: folders can be nested deeper than Python calls
            for item in self._look(entries.pop(), entries):
                count += 1
                yield item
        if folder and not count:
            yield problem("nothing_here", shown(path))

    def _look(self, entry: _Entry, entries: list[_Entry]) -> Iterator[Found | Issue]:
        """What one path is; what a folder holds goes onto the stack."""
        if entry.real in self._excluded:
            return
        try:
            mode = os.stat(entry.path).st_mode  # noqa: PTH116 - half the time of Path.stat
            if stat.S_ISREG(mode):
                yield from self._file(entry)
            elif stat.S_ISDIR(mode):
                yield from self._folder(entry, entries)
            else:
                yield problem("not_a_file", shown(entry.path), what=_sort_of(mode))
        except OSError as trouble:
            yield _no_entry(entry.path, trouble)

    def _file(self, entry: _Entry) -> Iterator[Found | Issue]:
        if entry.path.endswith(SIDECAR):
            if not self._has_document(entry.path.removesuffix(SIDECAR)):
                yield problem("sidecar_alone", shown(entry.path))
        elif entry.real in self._seen:
            yield problem("reached_twice", shown(entry.path))
        else:
            self._seen.add(entry.real)
            yield _found(entry.path)

    def _folder(self, entry: _Entry, entries: list[_Entry]) -> Iterator[Issue]:
        if entry.real in entry.above:
            yield problem("link_loop", shown(entry.path))
        elif entry.real in self._seen:
            yield problem("reached_twice", shown(entry.path))
        else:
            self._seen.add(entry.real)
            entries.extend(reversed(list(_inside(entry))))

    def _has_document(self, stem: str) -> bool:
        """Whether a file is called like this, with or without another ending."""
        folder, name = os.path.split(stem)
        if self._stems[0] != (folder or os.curdir):
            names = [name for name in os.listdir(folder or os.curdir) if not name.endswith(SIDECAR)]  # noqa: PTH208
            stems = {os.path.splitext(name)[0] for name in names}  # noqa: PTH122
            self._stems = (folder or os.curdir, frozenset(stems.union(names)))
        return name in self._stems[1]


def _inside(folder: _Entry) -> Iterator[_Entry]:
    """The entries of a folder, sorted, without hidden ones and what SQLite leaves beside an open database."""
    above = folder.above | {folder.real}
    with os.scandir(folder.path) as entries:
        inside = {entry.name: entry.is_symlink() for entry in entries}
    for name in sorted(inside):
        beside = next((name.removesuffix(end) for end in _LEFTOVERS if name.endswith(end)), None)
        if name.startswith(".") or beside in inside:
            continue
        path = os.path.join(folder.path, name)  # noqa: PTH118
        real = os.path.realpath(path) if inside[name] else os.path.join(folder.real, name)  # noqa: PTH118
        yield _Entry(path, real, above)


def _found(path: str) -> Found:
    where = shown(path)
    parts = [part for part in Path(where).parts if part not in {os.sep, "..", "."}]
    return Found(path=path, where=where, name=parts[-1], parents=tuple(reversed(parts[:-1])))


def _sort_of(mode: int) -> str:
    return next((what for test, what in _SORTS if test(mode)), "special file")


def _no_entry(path: str, trouble: OSError) -> Issue:
    where = shown(path)
    if trouble.errno == errno.ELOOP:
        return problem("link_loop", where)
    if isinstance(trouble, PermissionError):
        return problem("may_not_read", where, why=trouble.strerror)
    if isinstance(trouble, (FileNotFoundError, NotADirectoryError)):
        return problem("broken_link" if os.path.islink(path) else "missing", where)  # noqa: PTH114
    return problem("read_failed", where, why=trouble.strerror or trouble)

"""Which files of watched folders are new, and at rest.

A file is taken when two looks in a row see the same size and time of change: one that is still being written waits.
What was taken is known by a mark made of path and state, so that whoever keeps the marks can go on after a restart.
There is no clock here: the caller decides how long lies between two looks.
"""

import hashlib
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from hudna.intake.metadata import SIDECAR
from hudna.intake.problems import problem
from hudna.intake.walk import Found, walk
from hudna.model import Issue

MOST = 10_000
"""New files that one look takes note of; the others wait for the next one, so that memory stays flat."""


class Ready(msgspec.Struct, frozen=True):
    """A file at rest."""

    path: str
    mark: str


class Look(msgspec.Struct, frozen=True):
    """What one look saw."""

    ready: tuple[Ready, ...] = ()
    waiting: int = 0
    """New or changed files that were not at rest: changed since the last look, or seen for the first time."""
    more: bool = False
    """There were more new files than one look takes note of."""
    issues: tuple[Issue, ...] = ()
    """Of the walk, each told once: a folder that is missing, a link that leads nowhere."""


class Watcher:
    """Looks again and again at the same sources.

    Args:
        sources: Files and folders.
        exclude: Files that are passed over: the ledger itself.
        marks: Of what was taken before, as `Ready` named them.
        basis: What else decides how a file is taken (options); with another one, files are taken again.
    """

    def __init__(
        self, sources: Sequence[str], exclude: Iterable[str | Path] = (), marks: Iterable[str] = (), basis: str = ""
    ) -> None:
        self._sources, self._exclude, self._basis = sources, tuple(exclude), basis
        self._taken = set(marks)
        self._resting: dict[str, str] = {}
        self._told: set[Issue] = set()

    def look(self) -> Look:
        """Walk through the sources once."""
        ready: list[Ready] = []
        issues: list[Issue] = []
        seen: dict[str, str] = {}
        for found in walk(self._sources, self._exclude):
            if isinstance(found, Issue):
                issues.append(found)
                continue
            mark = self._mark(found)
            if mark is None or mark in self._taken:
                continue
            if len(seen) >= MOST:
                break
            seen[found.path] = mark
            if self._resting.get(found.path) == mark:
                ready.append(Ready(found.path, mark))
        self._resting = seen
        empty = {problem("nothing_here", one.where) for one in issues}  # no trouble: something may come
        fresh = tuple(one for one in issues if one not in self._told and one not in empty)
        self._told.update(fresh)
        return Look(tuple(ready), len(seen) - len(ready), more=len(seen) >= MOST, issues=fresh)

    def took(self, files: Iterable[Ready]) -> None:
        """These are kept now."""
        for one in files:
            self._taken.add(one.mark)
            self._resting.pop(one.path, None)

    def _mark(self, found: Found) -> str | None:
        """Path and state of a file and its sidecar as one short hash; None when it went away meanwhile."""
        beside = (found.path + SIDECAR, os.path.splitext(found.path)[0] + SIDECAR)  # noqa: PTH122
        own = _state(found.path)
        if own is None:
            return None
        told = "\0".join((self._basis, found.path, own, *(_state(one) or "" for one in beside)))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _state(path: str) -> str | None:
    """Size, time of change and rights of a file; None when there is none."""
    try:
        found = os.stat(path)  # noqa: PTH116 - half the time of Path.stat
    except OSError:  # it went away: the next look sees what stands there then
        return None
    return f"{found.st_size} {found.st_mtime_ns} {found.st_mode}"

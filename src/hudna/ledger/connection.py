"""Opening the one file: is it there, is it ours, is it free?

Every failure of SQLite leaves this room as a `LedgerError` that says what to do about it.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from hudna.errors import LedgerError
from hudna.ledger.migrations import bring_up_to_date, is_empty

APPLICATION_ID = 0x48444E41
"""«HDNA» in the file's header: `file` and we tell a ledger from other databases by it."""
CACHE_KIB = 65_536
"""Pages of the file that SQLite keeps at hand: lists of a million claims walk along indexes that its default of 2 MB
would read anew for every page."""
PATIENCE_MS = 10_000
"""How long we wait for another process that is writing. One transaction of ours takes milliseconds; ten seconds bear
a machine that is busy with something else."""


@contextlib.contextmanager
def troubles_told(path: Path) -> Iterator[None]:
    """Turn SQLite's complaints into ours.

    Raises:
        LedgerError: for any error of SQLite inside the block.
    """
    try:
        yield
    except sqlite3.Error as trouble:
        raise _told(path, trouble) from trouble


def _told(path: Path, trouble: sqlite3.Error) -> LedgerError:
    name = getattr(trouble, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return LedgerError(
            f"{path} is locked: another process is writing to it", hint="Wait until it has finished, then run again."
        )
    if name == "SQLITE_NOTADB":
        return LedgerError(f"{path} is not a Hudna ledger", hint="Name the file that `hudna run --ledger FILE` wrote.")
    if name.startswith("SQLITE_CORRUPT"):
        return LedgerError(
            f"{path} is damaged: {trouble}", hint="Run `hudna verify` on a backup; do not write to this file."
        )
    if name == "SQLITE_FULL":
        return LedgerError(
            f"the disk is full; {path} holds everything up to the last whole step", hint="Make room, then run again."
        )
    if name.startswith("SQLITE_READONLY"):
        return LedgerError(f"{path} may not be written", hint="Check the rights of the file and of its folder.")
    return LedgerError(f"{path}: {trouble}", hint="Check the file and its folder, then run again.")


def open_database(path: Path, *, create: bool) -> sqlite3.Connection:
    """Open a ledger file and bring its tables up to date.

    Args:
        path: The file.
        create: Make it when it is not there.

    Raises:
        LedgerError: There is no such file, it is no ledger, it is newer than this Hudna, or it is locked.
    """
    _check_path(path, create=create)
    with troubles_told(path):
        database = sqlite3.connect(_address(path, create=create), uri=True, isolation_level=None)
        try:
            _prepare(database, path, create=create)
        except BaseException:
            database.close()
            raise
    return database


def _check_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder", hint="Name a file for the ledger, for instance ledger.sqlite in it.")
    if path.exists():
        return
    if not create:
        raise LedgerError(
            f"there is no ledger at {path}", hint="Make one: hudna run SOURCE --theatre NAME --ledger FILE"
        )
    if not path.parent.is_dir():
        raise LedgerError(f"there is no folder {path.parent} to put the ledger in", hint="Make the folder first.")


def _address(path: Path, *, create: bool) -> str:
    mode = "rwc" if create else "rw"
    if path.exists() and not os.access(path, os.W_OK):
        mode = "ro"
    return f"{path.absolute().as_uri()}?mode={mode}"


def _prepare(database: sqlite3.Connection, path: Path, *, create: bool) -> None:
    database.execute(f"PRAGMA busy_timeout = {PATIENCE_MS}")
    ours = database.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    if not ours and not (create and is_empty(database)):
        raise LedgerError(f"{path} is not a Hudna ledger", hint="Name the file that `hudna run --ledger FILE` wrote.")
    database.execute("PRAGMA foreign_keys = ON")
    database.execute("PRAGMA temp_store = MEMORY")
    database.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    if os.access(path, os.W_OK):
        # With a write-ahead log readers never wait for the writer; NORMAL can lose the last steps when the power
        # fails, never the file, and what was lost is done again by the next run.
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
    bring_up_to_date(database, path, application_id=APPLICATION_ID)

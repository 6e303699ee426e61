"""Numbered steps from an empty file to today's tables; part of the ledger, which remembers which ones were made.

A step is a file ``NNNN_name.sql`` in this folder. Each runs in a transaction of its own and is recorded in the table
``migrations`` with the SHA-256 of its words. A step that was published is never edited; a change is a new step.
"""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import msgspec

from hudna.errors import LedgerError
from hudna.ledger import facts, marking

_FILLS: dict[int, Callable[[sqlite3.Connection], None]] = {3: facts.fill, 7: marking.fill, 11: facts.fill_actors}
"""What a step leaves to Python, in the same transaction: tables that follow from nouns."""
_RECORDS = (
    "CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL)"
)


class Step(msgspec.Struct, frozen=True):
    """One migration."""

    number: int
    name: str
    sql: str
    fill: Callable[[sqlite3.Connection], None] | None = None
    """Run after its words, in the same transaction; not part of the digest."""

    @property
    def sha256(self) -> str:
        """Digest of its words."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def steps() -> tuple[Step, ...]:
    """All migrations, in order."""
    files = (file for file in resources.files(__package__).iterdir() if file.name.endswith(".sql"))
    found = ((file.name.removesuffix(".sql"), file.read_text(encoding="utf-8")) for file in files)
    return tuple(
        sorted(
            (Step(int(name[:4]), name, sql, _FILLS.get(int(name[:4]))) for name, sql in found),
            key=lambda step: step.number,
        )
    )


def is_empty(database: sqlite3.Connection) -> bool:
    """Whether nothing was ever put into this database (a killed first start leaves such a file)."""
    return not database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]


def bring_up_to_date(
    database: sqlite3.Connection, path: Path, *, application_id: int, known: tuple[Step, ...] | None = None
) -> None:
    """Make the steps that are missing.

    Args:
        database: An open connection without automatic transactions.
        path: The file, for messages.
        application_id: Written into the header with the first step.
        known: The steps of this version; None for those that ship.

    Raises:
        LedgerError: The ledger has steps that this version does not know, or other words under the same number.
        sqlite3.Error: A step failed; it was taken back as a whole.
    """
    known = steps() if known is None else known
    newest = max((step.number for step in known), default=0)
    version = _version(database)
    if version > newest:
        raise LedgerError(
            f"{path} was written by a newer Hudna (its tables are version {version}, ours {newest})",
            hint="Use that version of Hudna, or a newer one.",
        )
    made = _made(database)
    _check_made(path, known, made)
    for step in known:
        if step.number not in made:
            _make(database, step, application_id)


def _version(database: sqlite3.Connection) -> int:
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def _made(database: sqlite3.Connection) -> dict[int, str]:
    """Number and digest of every step that was made. Numbers may have gaps that are filled later."""
    if not database.execute("SELECT 1 FROM sqlite_master WHERE name = 'migrations'").fetchone():
        return {}
    return dict(database.execute("SELECT number, sha256 FROM migrations").fetchall())


def _check_made(path: Path, known: tuple[Step, ...], made: dict[int, str]) -> None:
    for step in known:
        if made.get(step.number, step.sha256) != step.sha256:
            raise LedgerError(
                f"{path}: step {step.name} of its tables is not the one that this version knows",
                hint="It was made by another build of Hudna; export it with that one and run again into a new ledger.",
            )


def _make(database: sqlite3.Connection, step: Step, application_id: int) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        if step.number not in _made(database):  # another process may have been faster
            for statement in _statements(step.sql):
                database.execute(statement)
            if step.fill is not None:
                step.fill(database)
            database.execute(_RECORDS)
            database.execute("INSERT INTO migrations VALUES (?, ?, ?)", (step.number, step.name, step.sha256))
            database.execute(f"PRAGMA application_id = {application_id}")
            database.execute(f"PRAGMA user_version = {max(step.number, _version(database))}")
    except BaseException:
        database.execute("ROLLBACK")
        raise
    database.execute("COMMIT")


def _statements(sql: str) -> Iterator[str]:
    """The single statements; `executescript` would end our transaction."""
    pending = ""
    for line in sql.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""

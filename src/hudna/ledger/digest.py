"""One hash for what a ledger says, whenever and in however many runs it was written.

Left out are the order of arrival, the log and the runs: they hold times. A run that was killed and resumed ends with
the same digest as one that was not.
"""

import hashlib
import sqlite3

import msgspec

from hudna.ledger import rows

_PARTS = (
    ("source_files", "SELECT sha256, size, name FROM source_files ORDER BY sha256"),
    ("origins", "SELECT * FROM origins ORDER BY archive, path, place"),
    ("texts", "SELECT sha256 FROM texts ORDER BY sha256"),
    (
        "documents",
        rows.select(f"{rows.DOCUMENT_COLUMNS}, given_sha256, read_knowledge, read_reader", "documents", "ORDER BY id"),
    ),
    ("furniture", "SELECT doc, number, start, stop, sort, why FROM furniture ORDER BY doc, number"),
    ("claims", rows.select(rows.CLAIM_COLUMNS, "claims", "ORDER BY id")),
    ("events", "SELECT body FROM events ORDER BY id"),
    ("findings", "SELECT as_of, body FROM findings ORDER BY as_of, id"),
    ("judgements", "SELECT body FROM judgements ORDER BY id"),
    (
        "issues",
        rows.select(
            f"{rows.ISSUE_COLUMNS}, doc", "issues", "ORDER BY place, stage, reason, severity, hint, start, stop, doc"
        ),
    ),
)


def content_digest(database: sqlite3.Connection) -> str:
    """SHA-256 over everything that the ledger says, hexadecimal."""
    digest = hashlib.sha256()
    for name, sql in _PARTS:
        digest.update(f"\n{name}\n".encode())
        for row in database.execute(sql):
            digest.update(msgspec.json.encode(row))
            digest.update(b"\n")
    return digest.hexdigest()


def events_digest(database: sqlite3.Connection) -> str:
    """SHA-256 over the events alone."""
    return _bodies(database, "SELECT body FROM events ORDER BY id", ())


def findings_digest(database: sqlite3.Connection, as_of: str) -> str:
    """SHA-256 over the findings as of a date."""
    return _bodies(database, "SELECT body FROM findings WHERE as_of = ? ORDER BY id", (as_of,))


def standing_digest(database: sqlite3.Connection) -> str:
    """SHA-256 over where claims stand and which groups go to others."""
    digest = hashlib.sha256()
    for sql in ("SELECT * FROM placings ORDER BY claim", "SELECT * FROM moves ORDER BY room"):
        for row in database.execute(sql):
            digest.update(msgspec.json.encode(row))
            digest.update(b"\n")
    return digest.hexdigest()


def _bodies(database: sqlite3.Connection, sql: str, values: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for (body,) in database.execute(sql, values):
        digest.update(body.encode())
        digest.update(b"\n")
    return digest.hexdigest()

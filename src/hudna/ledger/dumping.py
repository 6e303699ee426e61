"""Everything that a ledger holds, noun by noun, so that `restoring` can make the same ledger of it.

Bodies go out as the bytes that are stored; a digest over them is the same on the other side. Nothing is held in memory
but one noun.
"""

import base64
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from hudna.ledger import asking, rows

KEPT = "id, given, given_sha256, read_given, read_knowledge, read_reader, read_dated, read_digest, undated"
LIFE = "event, known, gone"
ISSUE = f"{rows.ISSUE_COLUMNS}, doc"
PLAIN = {
    "run": "runs",
    "log": "log",
    "placing": "placings",
    "move": "moves",
    "weighed": "weighed",
    "weighed_with": "weighed_with",
    "copy_mark": "copy_marks",
    "copy_band": "copy_bands",
    "copy_sample": "copy_samples",
    "copied": "copied",
    "copy_group": "copy_groups",
    "ruled": "ruled_findings",
}
"""Nouns whose rows go out as they are, by the table's name, in the order of its key."""
ORIGIN = "origins"

Noun = tuple[str, Any]


def dump(database: sqlite3.Connection) -> Iterator[Noun]:
    """(noun, value), in an order in which each stands after what it leans on; all of one moment."""
    database.execute("BEGIN")
    try:
        yield from _nouns(database)
    finally:
        database.execute("ROLLBACK")


def _nouns(database: sqlite3.Connection) -> Iterator[Noun]:
    yield from _sources(database)
    yield from _documents(database)
    for row in database.execute(rows.select(rows.CLAIM_COLUMNS, "claims", "ORDER BY seq")):
        yield "claim", rows.claim_from(row)
    yield from _bodies(database, "event", "SELECT body FROM events ORDER BY id")
    yield from _bodies(database, "finding", "SELECT body FROM findings ORDER BY as_of, id")
    yield from _bodies(database, "judgement", "SELECT body FROM judgements ORDER BY seq")
    yield from _rows(database, "issue", ISSUE, "issues", "ORDER BY seq")
    for noun, table in PLAIN.items():
        yield from _table(database, noun, table)
    yield from _rows(database, "life", LIFE, "event_lives", "ORDER BY event")
    yield from _rows(database, "since", "event, since", "event_facts", "ORDER BY event")


def _sources(database: sqlite3.Connection) -> Iterator[Noun]:
    yield from _rows(database, "source_file", "sha256, size, name", "source_files", "ORDER BY sha256")
    sql = "SELECT sha256, number, data FROM source_pieces ORDER BY sha256, number"
    for sha256, number, data in database.execute(sql):
        yield "source_piece", {"sha256": sha256, "number": number, "zlib": base64.b64encode(data).decode()}
    yield from _table(database, "origin", ORIGIN)


def _documents(database: sqlite3.Connection) -> Iterator[Noun]:
    for (key,) in database.execute("SELECT id FROM documents ORDER BY seq").fetchall():
        yield "document", asking.document(database, key)
        yield from _rows(database, "kept", KEPT, "documents", "WHERE id = ?", key)


def _bodies(database: sqlite3.Connection, noun: str, sql: str) -> Iterator[Noun]:
    for (body,) in database.execute(sql):
        yield noun, msgspec.Raw(body.encode())


def _rows(database: sqlite3.Connection, noun: str, columns: str, table: str, *rest: str) -> Iterator[Noun]:
    """Rows as objects; the first of `rest` is SQL, the others are its values."""
    names = columns.split(", ")
    where, *values = rest or ("",)
    for row in database.execute(rows.select(columns, table, where), values):
        yield noun, dict(zip(names, row, strict=True))


def _table(database: sqlite3.Connection, noun: str, table: str) -> Iterator[Noun]:
    """Whole rows as objects; bytes as `{"base64": …}`."""
    found = database.execute(rows.select("*", table, "ORDER BY 1, 2" if table != "weighed_with" else ""))
    names = [column[0] for column in found.description]
    for row in found:
        yield noun, {name: _plain(value) for name, value in zip(names, row, strict=True)}


def _plain(value: Any) -> Any:  # noqa: ANN401 - what a cell of SQLite holds
    return {"base64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value

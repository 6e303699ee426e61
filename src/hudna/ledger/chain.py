"""The log: what was done to the ledger, each entry sealed with the one before it.

An entry's hash is the SHA-256 of the JSON array ``[seq, at, what, about, payload_sha256, prev]`` (compact, UTF-8), and
`prev` is the hash of the entry before, 64 zeros for the first. Whoever notes down the last hash can show later that
nothing before it was changed, left out or put in.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

BEGINNING = "0" * 64


class Entry(msgspec.Struct, frozen=True):
    """One line of the log."""

    seq: int
    """From 1, without gaps."""
    at: str
    """ISO 8601 UTC, the clock of the run that wrote it."""
    what: str
    """run.started, bytes.kept, document.kept, document.read, events.weighed, findings.held, judgement.made …"""
    about: str
    """The id or hash of what it was done to."""
    payload: str
    """JSON: digests and counts, whatever can be checked later."""
    payload_sha256: str
    prev: str
    hash: str


def seal(seq: int, at: str, what: str, about: str, payload_sha256: str, prev: str) -> str:
    """The hash of an entry, in hexadecimal."""
    return hashlib.sha256(msgspec.json.encode([seq, at, what, about, payload_sha256, prev])).hexdigest()


def head(database: sqlite3.Connection) -> tuple[int, str]:
    """Number and hash of the last entry; (0, 64 zeros) when there is none."""
    row = database.execute("SELECT seq, hash FROM log ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, BEGINNING)


def append(database: sqlite3.Connection, *, at: str, what: str, about: str, payload: dict[str, Any]) -> None:
    """Add an entry. It must be called inside the transaction that does what the entry says."""
    last, prev = head(database)
    words = msgspec.json.encode(payload, order="deterministic").decode()
    payload_sha256 = hashlib.sha256(words.encode()).hexdigest()
    sealed = seal(last + 1, at, what, about, payload_sha256, prev)
    entry = (last + 1, at, what, about, words, payload_sha256, prev, sealed)
    database.execute("INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)", entry)


def entries(database: sqlite3.Connection) -> Iterator[Entry]:
    """The whole log, oldest first."""
    for row in database.execute("SELECT * FROM log ORDER BY seq"):
        yield Entry(*row)


def latest(database: sqlite3.Connection, what: str, about: str | None = None) -> Entry | None:
    """The last entry of this sort, about this thing when one is named."""
    if about is None:
        found = database.execute("SELECT * FROM log WHERE what = ? ORDER BY seq DESC LIMIT 1", (what,))
    else:
        sql = "SELECT * FROM log WHERE about = ? AND what = ? ORDER BY seq DESC LIMIT 1"
        found = database.execute(sql, (about, what))
    row = found.fetchone()
    return Entry(*row) if row else None


STIRRING = ("document.kept", "document.read")
"""Entries after which the events must be weighed anew."""


def events_are_stale(database: sqlite3.Connection) -> bool:
    """Whether documents came in or were read after the events were last weighed."""
    weighed = latest(database, "events.weighed")
    stirred = [entry.seq for what in STIRRING if (entry := latest(database, what))]
    return bool(stirred) and (weighed is None or weighed.seq < max(stirred))

"""What those who hand out evidence ask: bytes piece by piece, and what the log says about some things."""

import sqlite3
import zlib
from collections.abc import Iterator, Sequence

from hudna.ledger import rows
from hudna.ledger.chain import BEGINNING, Entry
from hudna.ledger.paging import marks

_AT_ONCE = 500
"""Things in one question."""


def source_told(database: sqlite3.Connection, sha256: str) -> tuple[str, int]:
    """Name and size in bytes of what was received; of what the ledger does not hold, no name and no bytes."""
    row = database.execute("SELECT name, size FROM source_files WHERE sha256 = ?", (sha256,)).fetchone()
    return (row[0], row[1]) if row else ("", 0)


def source_pieces(database: sqlite3.Connection, sha256: str) -> Iterator[bytes]:
    """The bytes as received, a piece at a time.

    Raises:
        zlib.error: A piece was changed behind the ledger's back.
    """
    for (packed,) in database.execute("SELECT data FROM source_pieces WHERE sha256 = ? ORDER BY number", (sha256,)):
        yield zlib.decompress(packed)


def log_of(
    database: sqlite3.Connection, event: str, things: Sequence[str], as_of: Sequence[str], leave_out: str
) -> tuple[Entry, ...]:
    """Entries about some things, with those that first put an event in and that sealed all events and findings last.

    Args:
        database: The ledger.
        event: Its id.
        things: Ids of documents and judgements, hashes of bytes, places in archives.
        as_of: Days of findings.
        leave_out: A sort of entry that is not asked for.
    """
    found: dict[int, Entry] = {}
    for start in range(0, len(things), _AT_ONCE):
        some = things[start : start + _AT_ONCE]
        sql = rows.select("*", "log", f"WHERE about IN {marks(some)} AND what <> ?")
        found |= {row[0]: Entry(*row) for row in database.execute(sql, (*some, leave_out))}
    first = "SELECT * FROM log WHERE about = 'events' AND what = 'events.weighed' AND seq >= (SELECT known FROM event_lives WHERE event = ?) ORDER BY seq LIMIT 1"  # noqa: E501
    last = "SELECT * FROM log WHERE about = ? AND what = ? ORDER BY seq DESC LIMIT 1"
    asked = [
        (first, (event,)),
        (last, ("events", "events.weighed")),
        *((last, (day, "findings.held")) for day in as_of),
    ]
    for sql, values in asked:
        found |= {row[0]: Entry(*row) for row in database.execute(sql, values)}
    return tuple(found[seq] for seq in sorted(found))


def head_without(database: sqlite3.Connection, what: str, verb: str) -> tuple[int, str]:
    """Number and hash of the last entry that is not of one sort, nor begins or ends a run of one verb.

    So handing something out twice names the same entry, though the first time put entries of its own into the log.
    """
    runs = "SELECT cast(seq AS TEXT) FROM runs WHERE verb = ?"
    sql = rows.select(
        "seq, hash",
        "log",
        f"WHERE what <> ? AND NOT (what IN ('run.started', 'run.finished') AND about IN ({runs}))"
        " ORDER BY seq DESC LIMIT 1",
    )
    row = database.execute(sql, (what, verb)).fetchone()
    return (row[0], row[1]) if row else (0, BEGINNING)


def noted(database: sqlite3.Connection, what: str) -> Iterator[Entry]:
    """Every entry of one sort, oldest first."""
    for row in database.execute("SELECT * FROM log WHERE what = ? ORDER BY seq", (what,)):
        yield Entry(*row)

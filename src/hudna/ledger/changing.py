"""What changed since: for those who follow a ledger, line by line, from where they stopped.

Every change bears the number of the log entry that sealed it. Whoever asks again with the last number that he saw
misses nothing; a change may come twice, and what comes is always the thing as it stands now.
"""

import sqlite3
from collections.abc import Iterator

import msgspec

from hudna.ledger import chain, rows
from hudna.ledger.paging import PAGE, Page, cursor_of, key_of, marks, page_of, size_of
from hudna.model import Event, Judgement


class Change(msgspec.Struct, frozen=True):
    """Something that came, changed or went."""

    seq: int
    """Number of the log entry; ask with the highest one that was received."""
    what: str
    """document, event, event_gone, findings or judgement."""
    id: str
    """Of the thing; for findings the date as of which they were made."""


def changes(database: sqlite3.Connection, after: Change | int = 0, *, size: int = 1000) -> list[Change]:
    """Changes behind an entry of the log, or behind the last change that was received, in the order of the log.

    Args:
        database: The ledger.
        after: The highest `seq` that was received whole, 0 for everything; or the very change to go on from.
        size: At most so many; fewer mean that there are no more.
    """
    here = after if isinstance(after, Change) else Change(after + 1, "", "")
    found = [heard for what, sql in _STREAMS for heard in _stream(database, what, sql, here, size)]
    return sorted(found, key=_order)[:size]


_LOGGED = "SELECT seq, about FROM log WHERE what = '{}' AND seq >= ? AND (seq, about) > (?, ?) ORDER BY seq LIMIT ?"
_STREAMS = (
    ("document", _LOGGED.format("document.read")),
    (
        "event",
        (
            "SELECT since, event FROM event_facts WHERE since >= ? AND (since, event) > (?, ?) "
            "ORDER BY since, event LIMIT ?"
        ),
    ),
    (
        "event_gone",
        (
            "SELECT gone, event FROM event_lives WHERE gone IS NOT NULL AND gone >= ? AND (gone, event) > (?, ?) "
            "ORDER BY gone, event LIMIT ?"
        ),
    ),
    ("findings", _LOGGED.format("findings.held")),
    ("judgement", _LOGGED.format("judgement.made")),
)
"""Where each sort of change is found, by the entry that sealed it."""


def _stream(database: sqlite3.Connection, what: str, sql: str, here: Change, size: int) -> Iterator[Change]:
    """Changes of one sort behind another change."""
    seq, key = (here.seq, here.id) if what == here.what else (here.seq + (what < here.what), "")
    for at, thing in database.execute(sql, (seq, seq, key, size)):
        yield Change(at, what, thing)


def _order(change: Change) -> tuple[int, str, str]:
    return change.seq, change.what, change.id


def known_since(database: sqlite3.Connection, events: list[str]) -> dict[str, str]:
    """Event → ISO time (UTC) at which it was first known."""
    sql = rows.select(
        "event, (SELECT at FROM log WHERE seq >= known ORDER BY seq LIMIT 1)",
        "event_lives",
        f"WHERE event IN {marks(events)}",
    )
    return {event: at for event, at in database.execute(sql, events) if at is not None}


def newest(database: sqlite3.Connection, *, size: int = PAGE) -> list[tuple[Event, str]]:
    """The events that were known last, with the ISO time (UTC) of that; the last first."""
    sql = "SELECT event FROM event_lives WHERE gone IS NULL ORDER BY known DESC, event DESC LIMIT ?"
    keys = [key for (key,) in database.execute(sql, (size_of(size),))]
    since = known_since(database, keys)
    bodies = (database.execute("SELECT body FROM events WHERE id = ?", (key,)).fetchone()[0] for key in keys)
    return [(rows.event_from(body), since.get(key, "")) for key, body in zip(keys, bodies, strict=True)]


def known_between(database: sqlite3.Connection, first: str, last: str, *, most: int) -> int:
    """How many events that stand now became known from one ISO time until before another, counted up to `most`."""
    begin, end = (_entry_at(database, moment) for moment in (first, last))
    sql = "SELECT count(*) FROM (SELECT 1 FROM event_lives WHERE gone IS NULL AND known >= ? AND known < ? LIMIT ?)"
    found: int = database.execute(sql, (begin, end, most)).fetchone()[0]
    return found


def _entry_at(database: sqlite3.Connection, moment: str) -> int:
    """The first entry of the log at or after a time, found by halving: the log is in order of time."""
    low, high = 1, chain.head(database)[0] + 1
    while low < high:
        middle = (low + high) // 2
        at = database.execute("SELECT at FROM log WHERE seq = ?", (middle,)).fetchone()[0]
        low, high = (middle + 1, high) if at < moment else (low, middle)
    return low


def log(database: sqlite3.Connection, *, after: str | None = None, size: int = PAGE) -> Page[chain.Entry]:
    """The log, the last entry first."""
    key = key_of(after, int)
    before = key[0] if key is not None else chain.head(database)[0] + 1
    size = size_of(size)
    found = database.execute("SELECT * FROM log WHERE seq < ? ORDER BY seq DESC LIMIT ?", (before, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(row[0]), lambda row: chain.Entry(*row))


def judgements(database: sqlite3.Connection, *, after: str | None = None, size: int = PAGE) -> Page[Judgement]:
    """Judgements, the last first."""
    key = key_of(after, str, str)
    rest, values = ("WHERE (at, id) < (?, ?)", key) if key is not None else ("", ())
    size = size_of(size)
    sql = rows.select("at, id, body", "judgements", f"{rest} ORDER BY at DESC, id DESC LIMIT ?")
    found = database.execute(sql, (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(*row[:2]), lambda row: rows.judgement_from(row[2]))


def judgements_about(database: sqlite3.Connection, things: list[str]) -> Iterator[Judgement]:
    """Judgements about any of these things, oldest first, with those that undo or supersede them."""
    inside = rows.select("judgement", "judgement_about", f"WHERE about IN {marks(things)}")
    undone = f"SELECT judgement FROM judgement_about WHERE about IN ({inside})"  # noqa: S608 - constants
    sql = rows.select("body", "judgements", f"WHERE id IN ({inside}) OR id IN ({undone}) ORDER BY at, seq")
    for (body,) in database.execute(sql, (*things, *things)):
        yield rows.judgement_from(body)


def judgement(database: sqlite3.Connection, key: str) -> Judgement | None:
    """One judgement."""
    row = database.execute("SELECT body FROM judgements WHERE id = ?", (key,)).fetchone()
    return rows.judgement_from(row[0]) if row else None

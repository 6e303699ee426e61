"""How each source publishes: for those who watch whether it still does."""

import sqlite3

import msgspec

from hudna.ledger import rows

RECENT = 30
"""Moments of publication that are told of each source."""


class Pulse(msgspec.Struct, frozen=True):
    """One source."""

    source: str
    documents: int
    arrived: str
    """ISO time (UTC) at which the ledger took in its last document."""
    moments: tuple[str, ...]
    """Its latest moments of publication, ISO dates or local date-times, each once, the last one first."""


def pulses(database: sqlite3.Connection) -> list[Pulse]:
    """Every named source, in order of their names; documents without a date count, and give no moment."""
    moments: dict[str, list[str]] = {}
    dated = (
        "SELECT DISTINCT source, coalesce(published_first, published_last) AS at FROM documents WHERE at IS NOT NULL"
    )
    ranked = f"SELECT source, at, row_number() OVER (PARTITION BY source ORDER BY at DESC) AS rank FROM ({dated})"  # noqa: S608
    for source, at in database.execute(f"SELECT source, at FROM ({ranked}) WHERE rank <= ? ORDER BY rank", (RECENT,)):  # noqa: S608
        moments.setdefault(source, []).append(at)
    counted = rows.select(
        "source, count(*), max(seq)", "documents", "WHERE source IS NOT NULL GROUP BY source ORDER BY 1"
    )
    kept = "SELECT at FROM log WHERE what = 'document.kept' AND about = (SELECT id FROM documents WHERE seq = ?)"
    found = []
    for source, documents, last in database.execute(counted).fetchall():
        arrived = database.execute(f"{kept} ORDER BY seq DESC LIMIT 1", (last,)).fetchone()
        told = tuple(moments.get(source, ()))
        found.append(Pulse(source, documents, arrived[0] if arrived else "", told))
    return found

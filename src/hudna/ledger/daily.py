"""What a day brought: the events that its documents tell, which of them are new, who is quoted. Days are ISO days.

A day is a day of publication; a document belongs to the first day on which it can have been published.
"""

import sqlite3
from collections.abc import Sequence

import msgspec

from hudna.ledger import rows
from hudna.ledger.browsing import event
from hudna.ledger.paging import marks
from hudna.model import Event

_PUBLISHED = "d.published_first >= ? AND d.published_first < ?"
_TOLD = (
    "documents AS d CROSS JOIN claims AS c ON c.doc = d.id CROSS JOIN event_claims AS e ON e.claim = c.id "
    f"WHERE {_PUBLISHED}"
)


class Voices(msgspec.Struct, frozen=True):
    """In whose voice a source's claims are told."""

    source: str | None
    own: int
    """Claims that it tells in its own voice."""
    relayed: int
    """Claims that it carries for somebody else."""
    speakers: int
    """How many different first speakers it carries."""


def _between(first: str, last: str) -> tuple[str, str]:
    """Bounds of a text comparison: «~» stands behind every hour of the day."""
    return first, f"{last}~"


def told(database: sqlite3.Connection, first: str, last: str, *, size: int) -> tuple[list[Event], int]:
    """News that documents of these days tell, what matters first, and how many there are in all.

    First what cannot all be true, then by independent origins and claims. Neither history nor mere plans and demands.
    """
    inside = f"SELECT DISTINCT e.event FROM {_TOLD}"  # noqa: S608 - constants
    source = f"({inside}) AS t CROSS JOIN event_facts AS f ON f.event = t.event"
    where = "WHERE f.background = 0 AND f.modality IN ('actual', 'negated')"
    order = "ORDER BY f.disputed DESC, f.origins DESC, f.claims DESC, f.day DESC, f.event"
    found = database.execute(rows.select("f.event", source, f"{where} {order}"), _between(first, last)).fetchall()
    return [event(database, key) for (key,) in found[:size]], len(found)


def first_told(database: sqlite3.Connection, events: Sequence[str]) -> dict[str, str]:
    """Event → the earliest day on which a document of it can have been published; without those of no known date."""
    joined = "event_claims AS e JOIN claims AS c ON c.id = e.claim JOIN documents AS d ON d.id = c.doc"
    rest = f"WHERE e.event IN {marks(events)} AND d.published_first IS NOT NULL GROUP BY e.event"
    found = database.execute(rows.select("e.event, min(substr(d.published_first, 1, 10))", joined, rest), tuple(events))
    return dict(found.fetchall())


def quoted(database: sqlite3.Connection, first: str, last: str) -> dict[str, int]:
    """Original speaker → claims of these days' documents that are its words; whose side it is on the packs say."""
    joined = (
        "documents AS d CROSS JOIN claims AS c ON c.doc = d.id "
        "CROSS JOIN claim_actors AS a ON a.claim = c.seq AND a.role = 'speaker' AND a.position = 0"
    )
    rest = f"WHERE {_PUBLISHED} GROUP BY 1"
    return dict(database.execute(rows.select("a.actor, count(*)", joined, rest), _between(first, last)).fetchall())


def voices(database: sqlite3.Connection, first: str, last: str) -> list[Voices]:
    """In whose voice each source tells what it published on these days."""
    joined = (
        "documents AS d CROSS JOIN claims AS c ON c.doc = d.id "
        "LEFT JOIN claim_actors AS a ON a.claim = c.seq AND a.role = 'speaker' AND a.position = 0"
    )
    columns = "d.source, sum(a.actor IS NULL), sum(a.actor IS NOT NULL), count(DISTINCT a.actor)"
    rest = f"WHERE {_PUBLISHED} GROUP BY d.source ORDER BY d.source"
    return [Voices(*row) for row in database.execute(rows.select(columns, joined, rest), _between(first, last))]


def alone(database: sqlite3.Connection, first: str, last: str) -> dict[str | None, int]:
    """Source → events of these days' documents that nobody else carries."""
    inside = f"SELECT DISTINCT d.source AS source, e.event AS event FROM {_TOLD}"  # noqa: S608 - constants
    joined = f"({inside}) AS t CROSS JOIN event_facts AS f ON f.event = t.event"
    rest = "WHERE f.sources = 1 GROUP BY t.source"
    return dict(database.execute(rows.select("t.source, count(*)", joined, rest), _between(first, last)).fetchall())

"""What lists and counts are made of: slim rows beside events, findings and documents, written whenever those are.

All of it follows from the nouns; `fill` makes it anew from them, which is how a ledger of an earlier version gets it.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence

from hudna.ledger import rows
from hudna.model import Event, Finding

_FACTS = (
    "event, day, last_day, kind, modality, background, disputed, origins, sources, claims, figures, "
    "happened, who, violation, since"
)
_DISPUTE = "event, position, field, sort, day"
_TABLES = (
    "event_places",
    "event_actors",
    "event_disputes",
    "claim_events",
    "claim_facts",
    "event_facts",
    "event_lives",
    "finding_events",
)
_AT_ONCE = 2000
"""Nouns in memory while a ledger of an earlier version is filled."""


def keep_facts(database: sqlite3.Connection, events: Sequence[Event]) -> None:
    """Write the slim rows of events that were just put in; those of events that went, went with them."""
    since = database.execute("SELECT ifnull(max(seq), 0) + 1 FROM log").fetchone()[0]
    database.executemany(rows.insert("event_facts", _FACTS), [(*_facts(event), since) for event in events])
    database.executemany(
        "INSERT OR IGNORE INTO event_places VALUES (?, ?, ?, ?, ?)", [row for event in events for row in _places(event)]
    )
    _keep_actors(database, events)
    linked = "SELECT claims.seq, event FROM event_claims JOIN claims ON claims.id = claim WHERE event = ?"
    database.executemany(f"INSERT OR IGNORE INTO claim_events {linked}", [(event.id,) for event in events])
    database.executemany(rows.insert("event_disputes", _DISPUTE), [row for event in events for row in _disputes(event)])


def _keep_actors(database: sqlite3.Connection, events: Sequence[Event]) -> None:
    given = [row for event in events for row in _actors(event)]
    database.executemany("INSERT OR IGNORE INTO event_actors VALUES (?, ?, ?, ?)", given)


def day_of(event: Event) -> str:
    """The first day of an event, ISO; empty where it has none."""
    return event.when[0][:10] if event.when else ""


def shown(event: Event) -> bool:
    """Whether it is said to have happened, in this war: what maps and curves show."""
    return event.modality == "actual" and not event.background


def disputed(event: Event) -> bool:
    """Whether two told values of one field cannot both be true."""
    return any(one.sort == "exclusive" for one in event.contradictions)


def _facts(event: Event) -> rows.Row:
    verdicts = event.verdicts
    axes = (verdicts.happened, verdicts.who, verdicts.violation) if verdicts else ("", "", "")
    days = (day_of(event), event.when[1][:10] if event.when else "")
    counted = (int(disputed(event)), len(event.origins), event.sources, len(event.claims), len(event.figures))
    return (event.id, *days, event.kind, event.modality, int(event.background), *counted, *axes)


def _places(event: Event) -> Iterator[rows.Row]:
    for place in event.places:
        yield place, day_of(event), event.id, event.kind, int(shown(event))


def _actors(event: Event) -> Iterator[rows.Row]:
    speakers = tuple(origin for origin in event.origins if not origin.startswith("source:"))
    for role, actors in (("agent", event.agents), ("target", event.targets), ("origin", speakers)):
        for actor in actors:
            yield actor, day_of(event), event.id, role


def _disputes(event: Event) -> Iterator[rows.Row]:
    for position, one in enumerate(event.contradictions):
        yield event.id, position, one.field, one.sort, day_of(event)


def keep_finding_events(database: sqlite3.Connection, findings: Iterable[Finding]) -> None:
    """Write which events the findings that were just put in are about."""
    sql = (
        "INSERT INTO finding_events VALUES (?, ?, ?, ?, ?, ?, ?, ?, "
        "ifnull((SELECT day FROM event_facts WHERE event_facts.event = ?), ''))"
    )
    database.executemany(sql, [row for finding in findings for row in _finding_events(finding)])


def _finding_events(finding: Finding) -> Iterator[rows.Row]:
    said = (finding.sort, finding.agreement, finding.obligation, finding.status, rows.as_json(finding.accused))
    for event in dict.fromkeys(finding.events):
        yield finding.as_of, finding.id, event, *said, event


def keep_claim_facts(database: sqlite3.Connection, doc: str | None = None) -> None:
    """Write the slim rows of claims: of one document, or of all."""
    chosen, values = ("WHERE claims.doc = ?", (doc,)) if doc is not None else ("", ())
    columns = "claims.seq, claims.kind, claims.when_first, claims.modality, documents.source"
    found = rows.select(columns, "claims JOIN documents ON documents.id = claims.doc", chosen)
    database.execute(f"INSERT INTO claim_facts {found}", values)


def fill(database: sqlite3.Connection) -> None:
    """Make everything here anew from the nouns, for a ledger that was written before it was kept."""
    for table in _TABLES:
        database.execute(rows.delete(table))
    keep_claim_facts(database)
    for some in _portions(database, "SELECT body FROM events ORDER BY id"):
        keep_facts(database, [rows.event_from(body) for body in some])
    for some in _portions(database, "SELECT body FROM findings ORDER BY as_of, id"):
        keep_finding_events(database, [rows.finding_from(body) for body in some])
    database.execute("UPDATE documents SET claims = (SELECT count(*) FROM claims WHERE claims.doc = documents.id)")


def fill_actors(database: sqlite3.Connection) -> None:
    """Make `event_actors` anew, for a ledger that had a row of its own for the first part of every code."""
    database.execute(rows.delete("event_actors"))
    for some in _portions(database, "SELECT body FROM events ORDER BY id"):
        _keep_actors(database, [rows.event_from(body) for body in some])


def _portions(database: sqlite3.Connection, sql: str) -> Iterator[list[str]]:
    found = database.execute(sql)
    while some := found.fetchmany(_AT_ONCE):
        yield [body for (body,) in some]


def expected(database: sqlite3.Connection) -> Iterator[tuple[str, int, int]]:
    """(what, rows kept, rows that there must be): `verify` compares them."""
    for what, kept, right in _COUNTS:
        yield what, database.execute(kept).fetchone()[0], database.execute(right).fetchone()[0]


_COUNTS = (
    ("event_facts", "SELECT count(*) FROM event_facts", "SELECT count(*) FROM events"),
    ("day_counts", "SELECT ifnull(sum(events), 0) FROM day_counts", "SELECT count(*) FROM events"),
    (
        "place_counts",
        "SELECT ifnull(sum(events), 0) FROM place_counts WHERE length(period) = 4",
        "SELECT count(*) FROM event_places WHERE shown = 1 AND day <> ''",
    ),
    (
        "breach_counts",
        "SELECT ifnull(sum(breaches), 0) FROM breach_counts",
        "SELECT count(*) FROM finding_events WHERE sort = 'alleged_breach'",
    ),
    ("claim_facts", "SELECT count(*) FROM claim_facts", "SELECT count(*) FROM claims"),
    ("claim_events", "SELECT count(*) FROM claim_events", "SELECT count(*) FROM event_claims"),
    ("documents", "SELECT ifnull(sum(claims), 0) FROM documents", "SELECT count(*) FROM claims"),
)

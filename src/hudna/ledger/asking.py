"""Getting nouns out, always in an order that depends on their content alone."""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hudna.knowledge.languages.ar.spelling import fold
from hudna.ledger import rows
from hudna.ledger.paging import PAGE, Page, cursor_of, key_of, page_of, size_of
from hudna.model import Claim, Document, Event, Finding, Furniture, Issue, Judgement

_TEXT = "(SELECT text FROM texts WHERE texts.sha256 = documents.text_sha256)"


class ClaimFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which claims are asked for; every field that is given narrows."""

    docs: tuple[str, ...] = ()
    """Ids of documents."""
    kinds: tuple[str, ...] = ()
    """Kinds (`casualties.killed`) or whole classes (`casualties`)."""
    actors: tuple[str, ...] = ()
    """Actor codes in any role, exactly these; `Knowledge.sides` knows who belongs to whom."""
    speakers: tuple[str, ...] = ()
    """The same, among those who say so."""
    places: tuple[str, ...] = ()
    """Place codes, exactly these; `Knowledge.within` knows what lies in what."""
    first: str | None = None
    last: str | None = None
    """ISO days: claims whose time touches this span. Claims without a time are left out when either is given."""
    modality: str | None = None
    background: bool | None = None
    words: str = ""
    """A phrase that the quote holds, any spelling."""
    limit: int | None = None


def claims(database: sqlite3.Connection, wanted: ClaimFilter) -> Iterator[Claim]:
    """Claims in the order of documents and text."""
    where, values = _conditions(wanted)
    rest = f"{where} ORDER BY doc, start, stop, id LIMIT ?"
    sql = rows.select(rows.CLAIM_COLUMNS, "claims", rest)
    for row in database.execute(sql, (*values, -1 if wanted.limit is None else wanted.limit)):
        yield rows.claim_from(row)


def _conditions(wanted: ClaimFilter) -> tuple[str, list[Any]]:
    parts = [*_about_things(wanted), *_about_words(wanted)]
    where = " AND ".join(f"({sql})" for sql, _ in parts)
    return f"WHERE {where}" if where else "", [value for _, values in parts for value in values]


def _about_things(wanted: ClaimFilter) -> Iterator[tuple[str, list[Any]]]:
    """Conditions on documents, kinds, actors and places."""
    if wanted.docs:
        yield f"doc IN {rows.among(wanted.docs)}", [*wanted.docs]
    if wanted.kinds:
        yield _any(("kind = ? OR (kind > ? AND kind < ?)", _family(kind)) for kind in wanted.kinds)
    if wanted.actors:
        yield _among(wanted.actors, "")
    if wanted.speakers:
        yield _among(wanted.speakers, "role = 'speaker' AND")
    if wanted.places:
        inside = rows.select("claim", "claim_places", f"WHERE place IN {rows.among(wanted.places)}")
        yield f"seq IN ({inside})", [*wanted.places]


def _about_words(wanted: ClaimFilter) -> Iterator[tuple[str, list[Any]]]:
    """Conditions on time, modality and words."""
    if wanted.first:
        yield "substr(when_last, 1, 10) >= ?", [wanted.first]
    if wanted.last:
        yield "when_first < ? AND substr(when_first, 1, 10) <= ?", [f"{wanted.last}~", wanted.last]
    if wanted.modality:
        yield "modality = ?", [wanted.modality]
    if wanted.background is not None:
        yield "background = ?", [int(wanted.background)]
    if wanted.words:
        yield "seq IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)", [f"folded : {phrase(wanted.words)}"]


def _family(code: str) -> list[Any]:
    """The code itself, and the range of the codes below it: «/» is the character after «.»."""
    return [code, f"{code}.", f"{code}/"]


def _any(parts: Iterator[tuple[str, list[Any]]]) -> tuple[str, list[Any]]:
    pairs = list(parts)
    return " OR ".join(sql for sql, _ in pairs), [value for _, values in pairs for value in values]


def _among(actors: Sequence[str], role: str) -> tuple[str, list[Any]]:
    inside = rows.select("claim", "claim_actors", f"WHERE {role} actor IN {rows.among(actors)}")
    return f"seq IN ({inside})", [*actors]


_CODES = " UNION ".join(
    f"SELECT actor FROM (WITH RECURSIVE codes (actor) AS (SELECT min(actor) FROM {table} "  # noqa: S608 - constants
    f"UNION ALL SELECT (SELECT min(actor) FROM {table} WHERE actor > codes.actor) FROM codes WHERE actor < '[') "
    "SELECT actor FROM codes WHERE actor < '[')"
    for table in ("claim_actors", "event_actors")
)
"""From each code to the next by the index. Codes of actors begin with a capital: those of outlets stand behind «[»."""


def actor_codes(database: sqlite3.Connection) -> tuple[str, ...]:
    """The codes of all actors that stand in claims or events, sorted; outlets are none."""
    return tuple(row[0] for row in database.execute(f"{_CODES} ORDER BY 1"))


def phrase(words: str) -> str:
    """What FTS5 takes for these words, one after the other, in any spelling."""
    return '"' + fold(words).replace('"', " ").strip() + '"'


def claim(database: sqlite3.Connection, key: str) -> Claim | None:
    """One claim."""
    row = database.execute(rows.select(rows.CLAIM_COLUMNS, "claims", "WHERE id = ?"), (key,)).fetchone()
    return rows.claim_from(row) if row else None


def documents(database: sqlite3.Connection, *, words: str = "") -> Iterator[Document]:
    """Documents by id, with what reading found out about them; only those with this phrase when one is given."""
    matching = "SELECT sha256 FROM texts WHERE seq IN (SELECT rowid FROM text_words WHERE text_words MATCH ?)"
    inside = f"WHERE text_sha256 IN ({matching})"
    rest, values = (inside, (phrase(words),)) if words else ("", ())
    sql = rows.select(f"{rows.DOCUMENT_COLUMNS}, {_TEXT}", "documents", f"{rest} ORDER BY id")
    for row in database.execute(sql, values):
        yield rows.document_from(row, row[-1], furniture(database, row[0]))


def documents_without_text(database: sqlite3.Connection, keys: Sequence[str]) -> dict[str, Document]:
    """Documents by id, without text and furniture: who published what, and when."""
    columns, where = rows.DOCUMENT_COLUMNS, f"WHERE id IN {rows.among(keys)}"
    found = database.execute(rows.select(columns, "documents", where), (*keys,))
    return {row[0]: rows.document_from(row, "", ()) for row in found}


def events_by_claim(database: sqlite3.Connection, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Claim → id and kind of the event that it is part of."""
    sql = rows.select(
        "claim, event, kind", "event_claims JOIN events ON id = event", f"WHERE claim IN {rows.among(keys)}"
    )
    return {claim: (event, kind) for claim, event, kind in database.execute(sql, (*keys,))}


def document(database: sqlite3.Connection, key: str) -> Document | None:
    """One document."""
    sql = rows.select(f"{rows.DOCUMENT_COLUMNS}, {_TEXT}", "documents", "WHERE id = ?")
    row = database.execute(sql, (key,)).fetchone()
    return rows.document_from(row, row[-1], furniture(database, key)) if row else None


def given(database: sqlite3.Connection, key: str) -> Document | None:
    """One document as intake gave it, before reading found out more."""
    row = database.execute(rows.select(f"given, {_TEXT}", "documents", "WHERE id = ?"), (key,)).fetchone()
    return rows.given_from(row[0], row[1]) if row else None


def furniture(database: sqlite3.Connection, doc: str) -> tuple[Furniture, ...]:
    """Furniture of a document, in order."""
    found = database.execute(rows.select(rows.FURNITURE_COLUMNS, "furniture", "WHERE doc = ? ORDER BY number"), (doc,))
    return tuple(Furniture(*row) for row in found)


def events(database: sqlite3.Connection) -> Iterator[Event]:
    """Events by time, those without one last."""
    for row in database.execute("SELECT body FROM events ORDER BY when_first IS NULL, when_first, when_last, id"):
        yield rows.event_from(row[0])


def event(database: sqlite3.Connection, key: str) -> Event | None:
    """One event."""
    row = database.execute("SELECT body FROM events WHERE id = ?", (key,)).fetchone()
    return rows.event_from(row[0]) if row else None


def events_of_claim(database: sqlite3.Connection, key: str) -> tuple[Event, ...]:
    """The events that a claim is part of."""
    sql = "SELECT body FROM events WHERE id IN (SELECT event FROM event_claims WHERE claim = ?) ORDER BY id"
    return tuple(rows.event_from(row[0]) for row in database.execute(sql, (key,)))


_DATES = (
    "WITH RECURSIVE dates (day) AS (SELECT min(as_of) FROM findings "
    "UNION ALL SELECT (SELECT min(as_of) FROM findings WHERE as_of > day) FROM dates WHERE day IS NOT NULL) "
    "SELECT day FROM dates WHERE day IS NOT NULL"
)
"""From each date to the next by the index: there are few dates and may be a million findings."""


def as_of_dates(database: sqlite3.Connection) -> tuple[str, ...]:
    """The dates as of which there are findings, earliest first."""
    return tuple(row[0] for row in database.execute(_DATES))


def latest_date(database: sqlite3.Connection) -> str | None:
    """The latest date as of which there are findings."""
    found: str | None = database.execute("SELECT max(as_of) FROM findings").fetchone()[0]
    return found


def latest_findings(database: sqlite3.Connection) -> int:
    """How many findings there are as of the latest date."""
    sql = "SELECT count(*) FROM findings WHERE as_of = (SELECT max(as_of) FROM findings)"
    return int(database.execute(sql).fetchone()[0])


def findings(database: sqlite3.Connection, as_of: str) -> Iterator[Finding]:
    """Findings as of a date, by agreement and id."""
    sql = "SELECT body FROM findings WHERE as_of = ? ORDER BY agreement, id"
    for row in database.execute(sql, (as_of,)):
        yield rows.finding_from(row[0])


def finding(database: sqlite3.Connection, key: str) -> Finding | None:
    """One finding; the date as of which it was made is a part of its id."""
    row = database.execute("SELECT body FROM findings WHERE id = ? ORDER BY as_of DESC", (key,)).fetchone()
    return rows.finding_from(row[0]) if row else None


def judgements(database: sqlite3.Connection, about: str | None = None) -> Iterator[Judgement]:
    """Judgements in the order in which they were made; only those about one thing when one is named."""
    inside = "WHERE id IN (SELECT judgement FROM judgement_about WHERE about = ?)"
    rest, values = (inside, (about,)) if about is not None else ("", ())
    for row in database.execute(rows.select("body", "judgements", f"{rest} ORDER BY at, seq"), values):
        yield rows.judgement_from(row[0])


def leaf_issues(
    database: sqlite3.Connection, *, severity: str | None = None, after: str | None = None, size: int = PAGE
) -> Page[Issue]:
    """Issues, those that were met last first."""
    key, size = key_of(after, int), size_of(size)
    parts = [("seq < ?", key)] if key is not None else []
    parts += [("severity = ?", (severity,))] if severity is not None else []
    where = f"WHERE {' AND '.join(sql for sql, _ in parts)} " if parts else ""
    values = [value for _, some in parts for value in some]
    sql = rows.select(f"seq, {rows.ISSUE_COLUMNS}", "issues", f"{where}ORDER BY seq DESC LIMIT ?")
    found = database.execute(sql, (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(row[0]), lambda row: rows.issue_from(row[1:]))


def issue_counts(database: sqlite3.Connection) -> dict[str, int]:
    """Severity → issues."""
    return dict(database.execute("SELECT severity, count(*) FROM issues GROUP BY severity"))


def issues(database: sqlite3.Connection, *, doc: str | None = None) -> Iterator[Issue]:
    """Issues of the whole ledger by place, or those met in reading one document."""
    rest, values = ("WHERE doc = ?", (doc,)) if doc is not None else ("", ())
    order = "ORDER BY place, stage, reason, start, stop, severity, hint"
    for row in database.execute(rows.select(rows.ISSUE_COLUMNS, "issues", f"{rest} {order}"), values):
        yield rows.issue_from(row)

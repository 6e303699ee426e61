"""Putting nouns in, inside the caller's transaction. Putting a thing in twice changes nothing."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from hudna.errors import LedgerError
from hudna.knowledge.languages.ar.spelling import fold
from hudna.ledger import facts, marking, rows
from hudna.model import Claim, Document, Event, Finding, Issue, Judgement, SourceFile

PIECE = 4 * 1024 * 1024
"""Raw bytes of a source in one row: few rows for a page, little memory for a dump of gigabytes."""


class SourceLostError(LedgerError):
    """A source's bytes could not be kept: they are gone, or no longer those that were hashed."""


def keep_bytes(database: sqlite3.Connection, source: SourceFile) -> bool:
    """Store a source's bytes, once for each SHA-256.

    Returns:
        True when they were not there before.

    Raises:
        SourceLostError: The bytes cannot be read any more, or are others than those that were hashed.
    """
    if database.execute("SELECT 1 FROM source_files WHERE sha256 = ?", (source.sha256,)).fetchone():
        return False
    database.execute("INSERT INTO source_files VALUES (?, ?, ?)", (source.sha256, source.size, source.name))
    digest, size = hashlib.sha256(), 0
    for number, piece in enumerate(_pieces(source)):
        digest.update(piece)
        size += len(piece)
        packed = zlib.compress(piece, 6)
        database.execute("INSERT INTO source_pieces VALUES (?, ?, ?)", (source.sha256, number, packed))
    if size != source.size or digest.hexdigest() != source.sha256:
        raise SourceLostError(
            f"{source.name} changed while it was read", hint="Run again when nobody is writing to it."
        )
    return True


def _pieces(source: SourceFile) -> Iterator[bytes]:
    if source.path is None:
        yield from (source.data[at : at + PIECE] for at in range(0, len(source.data), PIECE))
        return
    left = source.size
    try:
        with Path(source.path).open("rb") as file:
            while left and (piece := file.read(min(PIECE, left))):
                left -= len(piece)
                yield piece
    except OSError as trouble:
        raise SourceLostError(f"{source.name} can no longer be read: {trouble.strerror}") from trouble


def keep_document(database: sqlite3.Connection, document: Document) -> str:
    """Store a document as intake gave it.

    Returns:
        `new`, `changed` (other text or other metadata under the same id: it will be read again) or `known`.
    """
    given = rows.given_json(document)
    given_sha256 = hashlib.sha256(given.encode()).hexdigest()
    found = database.execute("SELECT given_sha256, text_sha256 FROM documents WHERE id = ?", (document.id,)).fetchone()
    if found and found[0] == given_sha256:
        return "known"
    keep_text(database, document)
    values = (*rows.document_row(document), given, given_sha256)
    columns = f"{rows.DOCUMENT_COLUMNS}, given, given_sha256"
    if not found:
        database.execute(rows.insert("documents", columns), values)
        return "new"
    if found[1] != document.text_sha256:
        _forget_reading(database, document.id)
    database.execute(rows.update("documents", f"{columns}, read_digest", "id"), (*values, None, document.id))
    return "changed"


def keep_text(database: sqlite3.Connection, document: Document) -> None:
    """Store a document's text, once for each SHA-256."""
    sql = "INSERT INTO texts (sha256, text) VALUES (?, ?) ON CONFLICT DO NOTHING"
    put_in = database.execute(sql, (document.text_sha256, document.text))
    if put_in.rowcount:
        words = (put_in.lastrowid, fold(document.text))
        database.execute("INSERT INTO text_words (rowid, folded) VALUES (?, ?)", words)


def _forget_reading(database: sqlite3.Connection, doc: str) -> None:
    """Take back what an earlier reading found in a document, and the events that lean on it."""
    database.execute(
        "DELETE FROM events WHERE id IN "
        "(SELECT event FROM event_claims WHERE claim IN (SELECT id FROM claims WHERE doc = ?))",
        (doc,),
    )
    database.execute("DELETE FROM claim_words WHERE rowid IN (SELECT seq FROM claims WHERE doc = ?)", (doc,))
    database.execute("DELETE FROM claims WHERE doc = ?", (doc,))
    database.execute("DELETE FROM furniture WHERE doc = ?", (doc,))
    database.execute("DELETE FROM weighed WHERE doc = ?", (doc,))
    database.execute("DELETE FROM issues WHERE doc = ?", (doc,))
    database.execute("UPDATE documents SET read_given = NULL, read_digest = NULL, claims = 0 WHERE id = ?", (doc,))


def reading_digest(document: Document, claims: Sequence[Claim], issues: Sequence[Issue]) -> str:
    """What a reading found, as one hash: the log holds it, `verify` compares it with the tables."""
    return rows.digest_of([rows.given_json(document), sorted_claims(claims), sorted(map(rows.as_json, issues))])


def sorted_claims(claims: Iterable[Claim]) -> list[Claim]:
    """In the order in which the ledger gives them back."""
    return sorted(claims, key=lambda claim: (claim.start, claim.end, claim.id))


def keep_reading(
    database: sqlite3.Connection, document: Document, claims: Sequence[Claim], issues: Sequence[Issue], digest: str
) -> bool:
    """Store what reading found in a document, in place of what an earlier reading found.

    Returns:
        True when it differs from what was there.

    Raises:
        LedgerError: There is no such document.
    """
    row = database.execute("SELECT read_digest FROM documents WHERE id = ?", (document.id,)).fetchone()
    if row is None:
        raise LedgerError(f"there is no document {document.id!r} in the ledger")
    if row[0] == digest:
        return False
    _forget_reading(database, document.id)
    columns = f"{rows.DOCUMENT_COLUMNS}, read_digest, claims"
    values = (*rows.document_row(document), digest, len(claims), document.id)
    database.execute(rows.update("documents", columns, "id"), values)
    pieces = [(document.id, number, *rows.furniture_row(piece)) for number, piece in enumerate(document.furniture)]
    database.executemany("INSERT INTO furniture VALUES (?, ?, ?, ?, ?, ?)", pieces)
    keep_claims(database, sorted_claims(claims))
    facts.keep_claim_facts(database, document.id)
    keep_issues(database, issues, doc=document.id)
    return True


def keep_claims(database: sqlite3.Connection, claims: Sequence[Claim]) -> None:
    """Put claims in, in this order, with the tables by which they are found."""
    last = database.execute("SELECT ifnull(max(seq), 0) FROM claims").fetchone()[0]
    numbered = list(enumerate(claims, start=last + 1))
    database.executemany(
        rows.insert("claims", f"seq, {rows.CLAIM_COLUMNS}"), [(seq, *rows.claim_row(claim)) for seq, claim in numbered]
    )
    marking.index_claims(database, numbered, marking.sources_of(database, (claim.doc for claim in claims)))
    actors = [(seq, *actor) for seq, claim in numbered for actor in rows.actors_of(claim)]
    database.executemany("INSERT INTO claim_actors VALUES (?, ?, ?, ?)", actors)
    places = [(seq, position, place) for seq, claim in numbered for position, place in enumerate(claim.places)]
    database.executemany("INSERT INTO claim_places VALUES (?, ?, ?)", places)


def keep_issues(database: sqlite3.Connection, issues: Iterable[Issue], *, doc: str | None = None) -> int:
    """Store issues, each once.

    Returns:
        How many were not there before.
    """
    sql = rows.insert("issues", f"{rows.ISSUE_COLUMNS}, doc")
    before = database.total_changes
    database.executemany(f"{sql} ON CONFLICT DO NOTHING", [(*rows.issue_row(issue), doc) for issue in issues])
    return database.total_changes - before


def keep_events(
    database: sqlite3.Connection, events: Sequence[Event], gone: Sequence[str] | None = None
) -> tuple[int, int]:
    """Put events in; those that did not change are not touched.

    Args:
        database: The ledger.
        events: All events of the ledger, or, when `gone` is given, those that may have changed.
        gone: Ids of events that are no more; None takes out all that are not among `events`.

    Returns:
        How many were put in or changed, and how many were taken out.
    """
    fresh = {event.id: event for event in events}
    if gone is None:
        there = dict(database.execute("SELECT id, body FROM events"))
        gone = sorted(there.keys() - fresh.keys())
    else:
        there = dict(row for key in (*fresh, *gone) if (row := _event_row(database, key)) is not None)
        gone = [key for key in gone if key in there]
    other = [event for event in fresh.values() if there.get(event.id) != rows.as_json(event)]
    database.executemany("DELETE FROM events WHERE id = ?", [(key,) for key in (*gone, *(event.id for event in other))])
    database.executemany(rows.insert("events", rows.EVENT_COLUMNS), [rows.event_row(event) for event in other])
    links = [(event.id, position, claim) for event in other for position, claim in enumerate(event.claims)]
    database.executemany("INSERT INTO event_claims VALUES (?, ?, ?)", links)
    facts.keep_facts(database, other)
    return len(other), len(gone)


def _event_row(database: sqlite3.Connection, key: str) -> tuple[str, str] | None:
    found: tuple[str, str] | None = database.execute("SELECT id, body FROM events WHERE id = ?", (key,)).fetchone()
    return found


def keep_findings(
    database: sqlite3.Connection, as_of: str, findings: Sequence[Finding], gone: Sequence[str] | None = None
) -> int:
    """Make these the findings as of a date; those of other dates stay.

    Args:
        database: The ledger.
        as_of: ISO date.
        findings: All findings of that date, or, when `gone` is given, those that may have changed.
        gone: Ids of findings that are no more; None takes out all that are not among `findings`.

    Returns:
        How many were put in, changed or taken out.
    """
    fresh = {finding.id: finding for finding in findings}
    if gone is None:
        there = dict(database.execute("SELECT id, body FROM findings WHERE as_of = ?", (as_of,)))
        gone = sorted(there.keys() - fresh.keys())
    else:
        there = dict(row for key in (*fresh, *gone) if (row := _finding_row(database, as_of, key)) is not None)
        gone = [key for key in gone if key in there]
    other = [finding for finding in fresh.values() if there.get(finding.id) != rows.as_json(finding)]
    old = [(as_of, key) for key in (*gone, *(finding.id for finding in other))]
    database.executemany("DELETE FROM findings WHERE as_of = ? AND id = ?", old)
    database.executemany(
        rows.insert("findings", rows.FINDING_COLUMNS), [rows.finding_row(finding) for finding in other]
    )
    facts.keep_finding_events(database, other)
    return len(other) + len(gone)


def _finding_row(database: sqlite3.Connection, as_of: str, key: str) -> tuple[str, str] | None:
    sql = "SELECT id, body FROM findings WHERE as_of = ? AND id = ?"
    found: tuple[str, str] | None = database.execute(sql, (as_of, key)).fetchone()
    return found


def keep_judgement(database: sqlite3.Connection, judgement: Judgement) -> bool:
    """Add a person's decision.

    Returns:
        True when it was not there before.

    Raises:
        LedgerError: The id belongs to another decision, or the one that it supersedes is not there.
    """
    there = database.execute("SELECT body FROM judgements WHERE id = ?", (judgement.id,)).fetchone()
    if there:
        if there[0] != rows.as_json(judgement):
            raise LedgerError(
                f"the id {judgement.id} belongs to another judgement",
                hint="Judgements are never edited; make a new one.",
            )
        return False
    old = judgement.supersedes
    if old and not database.execute("SELECT 1 FROM judgements WHERE id = ?", (old,)).fetchone():
        raise LedgerError(
            f"there is no judgement {old} to supersede", hint="See them all: hudna export --what judgements"
        )
    database.execute(rows.insert("judgements", rows.JUDGEMENT_COLUMNS), rows.judgement_row(judgement))
    about = [(judgement.id, position, thing) for position, thing in enumerate(judgement.about)]
    database.executemany("INSERT INTO judgement_about VALUES (?, ?, ?)", about)
    return True

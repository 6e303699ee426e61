"""Re-hashing everything: bytes, texts, quotes, the log's chain, and the tables against what the log says of them."""

import hashlib
import sqlite3
import zlib
from collections.abc import Callable, Iterator

import msgspec

from hudna.ledger import asking, chain, facts, origins, rows
from hudna.ledger.digest import content_digest, events_digest, findings_digest, standing_digest
from hudna.ledger.keeping import reading_digest
from hudna.model import Issue

_RESTORE = "Restore the ledger from a backup, or run again from the sources into a new one."


class Verification(msgspec.Struct, frozen=True):
    """What a look at everything found."""

    issues: tuple[Issue, ...]
    """Errors where something is not what it was; notes where a stage has not been run since."""
    checked: dict[str, int]
    """How many of each thing were looked at."""
    entries: int
    """Length of the log."""
    head: str
    """Hash of the last entry of the log: note it down elsewhere, and nobody can cut the log short unseen."""
    content: str
    """The content digest (see `digest`)."""

    @property
    def sound(self) -> bool:
        """Whether nothing is wrong."""
        return all(issue.severity == "note" for issue in self.issues)


def verify(database: sqlite3.Connection) -> Verification:
    """Look at everything once. Reads only; takes about as long as reading the file."""
    checked: dict[str, int] = {}
    found: list[Issue] = []
    for name, check in _CHECKS.items():
        checked[name] = 0
        for problem in check(database):
            if problem is None:
                checked[name] += 1
            else:
                found.append(problem)
    entries, head = chain.head(database)
    return Verification(tuple(found), checked, entries, head, content_digest(database))


Problems = Iterator[Issue | None]
"""None for each thing that was looked at, an issue for each thing that is wrong."""


def _wrong(where: str, reason: str, *, start: int | None = None, end: int | None = None) -> Issue:
    return Issue(stage="ledger", severity="error", where=where, reason=reason, hint=_RESTORE, start=start, end=end)


def _file(database: sqlite3.Connection) -> Problems:
    for (said,) in database.execute("PRAGMA integrity_check"):
        yield None if said == "ok" else _wrong("ledger", f"the file is damaged: {said}")
    for table, row, target, _ in database.execute("PRAGMA foreign_key_check"):
        yield _wrong(f"{table}:{row}", f"it points to a row of {target} that is not there")


def _bytes(database: sqlite3.Connection) -> Problems:
    for sha256, size, name in database.execute("SELECT sha256, size, name FROM source_files ORDER BY sha256"):
        digest, length = hashlib.sha256(), 0
        pieces = database.execute("SELECT data FROM source_pieces WHERE sha256 = ? ORDER BY number", (sha256,))
        try:
            for (packed,) in pieces:
                piece = zlib.decompress(packed)
                digest.update(piece)
                length += len(piece)
        except zlib.error as trouble:
            yield _wrong(name, f"its bytes cannot be unpacked: {trouble}")
        yield None
        if (digest.hexdigest(), length) != (sha256, size):
            yield _wrong(name, f"its bytes are not those that were received ({sha256})")


def _origins(database: sqlite3.Connection) -> Problems:
    for origin, fault in origins.checked(database):
        place = origins.place_of(origin)
        yield None
        if fault:
            yield _wrong(place, fault)
        entry = chain.latest(database, "origin.kept", place)
        if not entry or msgspec.json.decode(entry.payload) != origins.said_of(origin):
            yield _wrong(place, "the log tells otherwise where these bytes lay")


def _texts(database: sqlite3.Connection) -> Problems:
    for sha256, text in database.execute("SELECT sha256, text FROM texts ORDER BY sha256"):
        yield None
        if hashlib.sha256(text.encode()).hexdigest() != sha256:
            yield _wrong(sha256, "the preserved text is not the one that was hashed")


def _documents(database: sqlite3.Connection) -> Problems:
    columns = "id, given, given_sha256, read_digest"
    for key, given, given_sha256, read in database.execute(rows.select(columns, "documents", "ORDER BY id")):
        yield None
        if hashlib.sha256(given.encode()).hexdigest() != given_sha256:
            yield _wrong(key, "what intake said about the document was changed")
        entry = chain.latest(database, "document.kept", key)
        if not entry or msgspec.json.decode(entry.payload).get("given") != given_sha256:
            yield _wrong(key, "the log does not know this document")
        if read is not None and _said_of_reading(database, key) != read:
            yield _wrong(key, "the log tells of another reading of this document")
        if read is not None and _read_again(database, key) != read:
            yield _wrong(key, "what reading found in it was changed afterwards")


def _said_of_reading(database: sqlite3.Connection, key: str) -> str | None:
    entry = chain.latest(database, "document.read", key)
    return msgspec.json.decode(entry.payload).get("found") if entry else None


def _read_again(database: sqlite3.Connection, key: str) -> str:
    document = asking.document(database, key)
    if document is None:
        return ""
    claims = list(asking.claims(database, asking.ClaimFilter(docs=(key,))))
    return reading_digest(document, claims, list(asking.issues(database, doc=key)))


def _claims(database: sqlite3.Connection) -> Problems:
    for document in asking.documents(database):
        for claim in asking.claims(database, asking.ClaimFilter(docs=(document.id,))):
            yield None
            if document.text[claim.start : claim.end] != claim.quote:
                yield _wrong(document.id, f"claim {claim.id} does not quote the text", start=claim.start, end=claim.end)
        for piece in document.furniture:
            if not 0 <= piece.start <= piece.end <= len(document.text):
                yield _wrong(document.id, "furniture stands outside the text", start=piece.start, end=piece.end)


def _counts(database: sqlite3.Connection) -> Problems:
    for table, kept, right in facts.expected(database):
        yield None
        if kept != right:
            yield _wrong(table, f"the kept counts say {kept} where there are {right}")


def _events(database: sqlite3.Connection) -> Problems:
    for _ in database.execute("SELECT id FROM events"):
        yield None
    weighed = chain.latest(database, "events.weighed")
    if chain.events_are_stale(database):
        reason = "documents came in or were read after the events were last weighed"
        yield Issue("ledger", "note", "events", reason, "Run `hudna run` or `hudna events` to its end.")
        return
    said = msgspec.json.decode(weighed.payload) if weighed else {}
    if said and said["digest"] != events_digest(database):
        yield _wrong("events", "the events were changed after they were weighed")
    if said.get("standing", standing_digest(database)) != standing_digest(database):
        yield _wrong("placings", "where claims stood was changed after they were weighed")


def _findings(database: sqlite3.Connection) -> Problems:
    for as_of in asking.as_of_dates(database):
        for _ in asking.findings(database, as_of):
            yield None
        held = chain.latest(database, "findings.held", as_of)
        if not held or msgspec.json.decode(held.payload)["digest"] != findings_digest(database, as_of):
            yield _wrong(f"findings as of {as_of}", "the findings were changed after they were made")


def _judgements(database: sqlite3.Connection) -> Problems:
    for judgement in asking.judgements(database):
        yield None
        entry = chain.latest(database, "judgement.made", judgement.id)
        if not entry or msgspec.json.decode(entry.payload)["digest"] != rows.digest_of(judgement):
            yield _wrong(judgement.id, "the judgement is not the one that was made")


def _log(database: sqlite3.Connection) -> Problems:
    prev = chain.BEGINNING
    for number, entry in enumerate(chain.entries(database), start=1):
        yield None
        if hashlib.sha256(entry.payload.encode()).hexdigest() != entry.payload_sha256:
            yield _wrong(f"log:{entry.seq}", "the entry's payload was changed")
        sealed = chain.seal(entry.seq, entry.at, entry.what, entry.about, entry.payload_sha256, entry.prev)
        if (entry.seq, entry.prev, entry.hash) != (number, prev, sealed):
            yield _wrong(f"log:{entry.seq}", "the chain is broken here")
        prev = entry.hash


_CHECKS: dict[str, Callable[[sqlite3.Connection], Problems]] = {
    "file": _file,
    "source_files": _bytes,
    "origins": _origins,
    "texts": _texts,
    "documents": _documents,
    "claims": _claims,
    "counts": _counts,
    "events": _events,
    "findings": _findings,
    "judgements": _judgements,
    "log": _log,
}

"""A ledger made of what `dumping` gave, inside the caller's transaction: the same content, or nothing at all."""

import base64
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from hudna.errors import LedgerError
from hudna.ledger import dumping, facts, keeping, rows
from hudna.ledger.digest import content_digest
from hudna.model import Claim, Document, Event, Finding, Judgement

_AT_ONCE = 1000
"""Nouns of one sort that are put in together."""
_HINT = "Export again with `hudna export`, and import the whole file into a new ledger."
_line = msgspec.json.Decoder(dict[str, msgspec.Raw])
_row = msgspec.json.Decoder(dict[str, Any])


def restore(database: sqlite3.Connection, lines: Iterable[bytes], *, expected: str) -> dict[str, int]:
    """Put everything in.

    Returns:
        How many of each noun there were.

    Raises:
        LedgerError: The ledger is not empty, a line cannot be taken, or the content is not the expected one.
    """
    if database.execute("SELECT 1 FROM log").fetchone():
        raise LedgerError("the ledger is not empty", hint="An export is imported into a new ledger.")
    restorer = _Restorer(database)
    number = 1  # the manifest is the first line of the file
    try:
        for number, line in enumerate(lines, start=2):  # noqa: B007 - the last number is told
            restorer.take(line)
        restorer.finish()
    except (msgspec.MsgspecError, KeyError, ValueError, TypeError, sqlite3.IntegrityError) as trouble:
        raise LedgerError(f"the export cannot be taken, at line {number}: {trouble}", hint=_HINT) from trouble
    if content_digest(database) != expected:
        raise LedgerError("what was imported is not what was exported: a line is missing or was changed", hint=_HINT)
    return dict(restorer.counts)


class _Restorer:
    """Puts nouns in, the small ones many at once."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self.counts: Counter[str] = Counter()
        self._database = database
        self._document: Document | None = None
        self._waiting: list[msgspec.Raw] = []
        self._noun = ""
        self._single: dict[str, Callable[[msgspec.Raw], None]] = {
            "document": self._hold_document,
            "kept": self._keep_document,
            "source_piece": self._piece,
        }

    def take(self, line: bytes) -> None:
        """One line."""
        ((noun, value),) = _line.decode(line).items()
        if noun != self._noun or len(self._waiting) == _AT_ONCE:
            self._flush()
        self._noun = noun
        self.counts[noun] += 1
        if noun in self._single:
            self._single[noun](value)
        elif noun in _MANY or noun in _TABLES or noun in _WHOLE:
            self._waiting.append(msgspec.Raw(bytes(value)))
        else:
            raise ValueError(f"nothing is known of {noun!r}")

    def finish(self) -> None:
        """What waits, and the counts that follow from the rest."""
        self._flush()
        count = "UPDATE documents SET claims = (SELECT count(*) FROM claims WHERE claims.doc = documents.id)"
        self._database.execute(count)
        facts.keep_claim_facts(self._database)

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        if self._noun in _MANY:
            sort, put = _MANY[self._noun]
            put(self._database, [(msgspec.json.decode(value, type=sort), bytes(value).decode()) for value in waiting])
            return
        found = [_row.decode(value) for value in waiting]
        if self._noun in _WHOLE:
            _whole_rows(self._database, _WHOLE[self._noun], found)
        else:
            sql, columns = _TABLES[self._noun]
            self._database.executemany(sql, [tuple(one[name] for name in columns) for one in found])

    def _hold_document(self, value: msgspec.Raw) -> None:
        self._document = msgspec.json.decode(value, type=Document)

    def _keep_document(self, value: msgspec.Raw) -> None:
        """The document of the line before, with what the ledger noted about it."""
        document, kept = self._document, _row.decode(value)
        if document is None or document.id != kept["id"]:
            raise ValueError("a document and what was noted about it do not stand together")
        keeping.keep_text(self._database, document)
        names = dumping.KEPT.split(", ")[1:]
        columns = ", ".join((rows.DOCUMENT_COLUMNS, *names))
        values = (*rows.document_row(document), *(kept[name] for name in names))
        self._database.execute(rows.insert("documents", columns), values)
        pieces = [(document.id, number, *rows.furniture_row(one)) for number, one in enumerate(document.furniture)]
        self._database.executemany("INSERT INTO furniture VALUES (?, ?, ?, ?, ?, ?)", pieces)

    def _piece(self, value: msgspec.Raw) -> None:
        piece = _row.decode(value)
        data = base64.b64decode(piece["zlib"], validate=True)
        sql = "INSERT INTO source_pieces VALUES (?, ?, ?)"
        self._database.execute(sql, (piece["sha256"], piece["number"], data))


def _claims(database: sqlite3.Connection, told: list[tuple[Claim, str]]) -> None:
    keeping.keep_claims(database, [claim for claim, _ in told])


def _findings(database: sqlite3.Connection, told: list[tuple[Finding, str]]) -> None:
    found = [(*rows.finding_row(finding)[:-1], body) for finding, body in told]
    database.executemany(rows.insert("findings", rows.FINDING_COLUMNS), found)
    facts.keep_finding_events(database, [finding for finding, _ in told])


def _events(database: sqlite3.Connection, told: list[tuple[Event, str]]) -> None:
    found = [(*rows.event_row(event)[:-1], body) for event, body in told]
    database.executemany(rows.insert("events", rows.EVENT_COLUMNS), found)
    links = [(event.id, position, claim) for event, _ in told for position, claim in enumerate(event.claims)]
    database.executemany("INSERT INTO event_claims VALUES (?, ?, ?)", links)
    facts.keep_facts(database, [event for event, _ in told])


def _judgements(database: sqlite3.Connection, told: list[tuple[Judgement, str]]) -> None:
    found = [(*rows.judgement_row(judgement)[:-1], body) for judgement, body in told]
    database.executemany(rows.insert("judgements", rows.JUDGEMENT_COLUMNS), found)
    about = [(one.id, position, thing) for one, _ in told for position, thing in enumerate(one.about)]
    database.executemany("INSERT INTO judgement_about VALUES (?, ?, ?)", about)


_MANY: dict[str, tuple[Any, Callable[[sqlite3.Connection, Any], None]]] = {
    "claim": (Claim, _claims),
    "event": (Event, _events),
    "finding": (Finding, _findings),
    "judgement": (Judgement, _judgements),
}
"""Nouns that go into more than one table: their type, and what puts them in. Bodies are stored as they came: an earlier
Hudna may have written fields that this one would write otherwise, and the digests are over the bytes."""


def _put(table: str, columns: str) -> tuple[str, list[str]]:
    return rows.insert(table, columns), columns.split(", ")


_TABLES: dict[str, tuple[str, list[str]]] = {
    "source_file": _put("source_files", "sha256, size, name"),
    "issue": _put("issues", dumping.ISSUE),
    "life": ("INSERT OR REPLACE INTO event_lives (event, known, gone) VALUES (?, ?, ?)", dumping.LIFE.split(", ")),
    "since": ("UPDATE event_facts SET since = ?2 WHERE event = ?1", ["event", "since"]),
}
"""Nouns that are rows: the statement, and its values in order."""
_WHOLE = {**dumping.PLAIN, "origin": dumping.ORIGIN}
"""Nouns that are whole rows of a table."""


def _cell(value: Any) -> Any:  # noqa: ANN401 - what a cell of SQLite holds
    return base64.b64decode(value["base64"], validate=True) if isinstance(value, dict) else value


def _whole_rows(database: sqlite3.Connection, table: str, found: list[dict[str, Any]]) -> None:
    """Rows under the names of the table's own columns, whatever the file calls them.

    Raises:
        ValueError: A row has not exactly these columns.
    """
    names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    if any(set(one) != set(names) for one in found):
        raise ValueError(f"a row of {table} has other columns than the table")
    values = [tuple(_cell(one[name]) for name in names) for one in found]
    database.executemany(rows.insert(table, ", ".join(names)), values)

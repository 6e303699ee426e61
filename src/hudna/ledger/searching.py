"""Searching the words of claims and of whole texts, and leafing through documents.

Words are compared folded. What counts as another spelling of a name is not known here: the asker hands in groups of
alternatives (`WordSearch.groups`), made from the packs.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hudna.ledger import marking, rows
from hudna.ledger.browsing import kind_is
from hudna.ledger.paging import (
    PAGE,
    Page,
    cursor_of,
    expression,
    key_of,
    marks,
    page_of,
    size_of,
)
from hudna.model import Claim

_FEW_TEXTS = 1000
"""Texts that are gathered: each lies in a large row of its own."""


class WordSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched for."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Every group must be met; it is met by any of its alternatives, each a phrase in any spelling."""
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """In any role, exactly these (`Knowledge.sides` knows who belongs to whom)."""
    speakers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    """ISO days: claims whose time begins between them."""
    source: str | None = None
    """Who published the document."""
    modality: str | None = None


class DocumentFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which documents are asked for."""

    groups: tuple[tuple[str, ...], ...] = ()
    """As in `WordSearch`, in the whole text."""
    source: str | None = None
    first: str | None = None
    last: str | None = None
    """ISO days of publication, the earliest that it can be."""
    undated: bool | None = None
    """True: only those of no known date."""
    copies: bool | None = None
    """True: only those whose very text another document bears too."""


class DocumentLine(msgspec.Struct, frozen=True):
    """A document in a list: everything but its text."""

    id: str
    title: str | None
    source: str | None
    url: str | None
    published_first: str | None
    published_last: str | None
    published_basis: str
    language: str
    format: str
    text_sha256: str
    bytes_sha256: str
    claims: int
    copies: int
    """Documents that bear the very same text, this one among them."""


_LINE = (
    "id, title, source, url, published_first, published_last, published_basis, language, format, text_sha256, "
    "bytes_sha256, claims, (SELECT count(*) FROM documents AS other WHERE other.text_sha256 = documents.text_sha256)"
)


def search(
    database: sqlite3.Connection, wanted: WordSearch, *, after: str | None = None, size: int = PAGE
) -> Page[Claim]:
    """Claims that hold the words, those that came in last first."""
    question = _question(wanted)
    key = key_of(after, int)
    behind = () if key is None else ((f"{question.key} < ?", key),)
    size = size_of(size)
    sql, values = question.sql(question.key, behind, f"ORDER BY {question.key} DESC LIMIT ?")
    found = [seq for (seq,) in database.execute(sql, (*values, size + 1))]
    return page_of(found, size, cursor_of, lambda seq: _claim(database, seq))


def _claim(database: sqlite3.Connection, seq: int) -> Claim:
    return rows.claim_from(
        database.execute(rows.select(rows.CLAIM_COLUMNS, "claims", "WHERE seq = ?"), (seq,)).fetchone()
    )


def count_claims(database: sqlite3.Connection, wanted: WordSearch, *, most: int) -> int:
    """How many claims a search finds, counted up to `most`."""
    inside, values = _question(wanted).sql("1", (), "LIMIT ?")
    found: int = database.execute(rows.select("count(*)", f"({inside})"), (*values, most)).fetchone()[0]
    return found


class _Question(msgspec.Struct, frozen=True):
    """Where a search starts, and what is tested there."""

    source: str
    key: str
    """The column of the claim's number."""
    tests: tuple[tuple[str, tuple[Any, ...]], ...]

    def sql(self, columns: str, more: tuple[tuple[str, tuple[Any, ...]], ...], rest: str) -> tuple[str, list[Any]]:
        """The whole SELECT with its values."""
        tests = (*self.tests, *more)
        where = f"WHERE {' AND '.join(sql for sql, _ in tests)}" if tests else ""
        values = [value for _, some in tests for value in some]
        return rows.select(columns, self.source, f"{where} {rest}"), values


def _question(wanted: WordSearch) -> _Question:
    """Words and marks are put together by the index, from the last claim; what comes out is tested in the tables."""
    words, conditions = expression(wanted.groups), list(_conditions(wanted))
    marked = " AND ".join(one.marks for one in conditions if one.marks)
    asked = " AND ".join(filter(None, (words, f"marks : ({marked})" if marked else "")))
    tests = tuple((one.test, one.values) for one in conditions)
    if not asked:
        return _Question("claim_facts AS f", "f.claim", tests)
    source = "claim_words AS w CROSS JOIN claim_facts AS f ON f.claim = w.rowid"
    return _Question(source, "w.rowid", (("w.claim_words MATCH ?", (asked,)), *tests))


class _Condition(msgspec.Struct, frozen=True):
    """One condition: the marks that it looks up, and the test of a row, whatever the marks let through."""

    marks: str
    """What FTS5 takes; empty where there are none."""
    test: str
    values: tuple[Any, ...]


def _conditions(wanted: WordSearch) -> Iterator[_Condition]:
    """One condition for each field but the words."""
    if wanted.kinds:
        yield _own(marking.kind_marks(wanted.kinds), [kind_is("+f.kind", one) for one in wanted.kinds])
    for actors, speak in ((wanted.actors, False), (wanted.speakers, True)):
        if actors:
            parts = [(f"actor IN {marks(actors)}", actors)]
            yield _beside(
                marking.actor_marks(actors, speak=speak), "claim_actors", parts, "role = 'speaker' AND " * speak
            )
    if wanted.places:
        here = [(f"place IN {marks(wanted.places)}", wanted.places)]
        yield _beside(marking.place_marks(wanted.places), "claim_places", here)
    if wanted.first or wanted.last:
        between = (wanted.first or "0", f"{wanted.last or '9'}~")
        days = marking.day_marks(wanted.first, wanted.last) if wanted.first and wanted.last else ""
        yield _own(days, [("+f.first >= ? AND +f.first < ?", between)])
    if wanted.source is not None:
        yield _own(marking.source_marks(wanted.source), [("+f.source = ?", (wanted.source,))])
    if wanted.modality is not None:
        yield _own(marking.modality_marks(wanted.modality), [("+f.modality = ?", (wanted.modality,))])


_Part = tuple[str, tuple[str, ...]]


def _own(marked: str, parts: Sequence[_Part]) -> _Condition:
    """A condition on columns of the slim row."""
    return _Condition(marked, f"({' OR '.join(f'({sql})' for sql, _ in parts)})", _values(parts))


def _beside(marked: str, table: str, parts: Sequence[_Part], role: str = "") -> _Condition:
    """A condition on a table beside the claims."""
    inside = rows.select("1", table, f"WHERE claim = f.claim AND {role}({' OR '.join(sql for sql, _ in parts)})")
    return _Condition(marked, f"EXISTS ({inside})", _values(parts))


def _values(parts: Sequence[_Part]) -> tuple[str, ...]:
    return tuple(value for _, some in parts for value in some)


def documents(
    database: sqlite3.Connection, wanted: DocumentFilter, *, after: str | None = None, size: int = PAGE
) -> Page[DocumentLine]:
    """Documents, the last published first; those of unknown date stand at the end."""
    parts = list(_about_documents(database, wanted))
    key = key_of(after, str, str)
    if key is not None:
        parts.append(("(ifnull(published_first, ''), id) < (?, ?)", key))
    where = f"WHERE {' AND '.join(sql for sql, _ in parts)}" if parts else ""
    values = [value for _, some in parts for value in some]
    size = size_of(size)
    rest = f"{where} ORDER BY ifnull(published_first, '') DESC, id DESC LIMIT ?"
    found = database.execute(rows.select(_LINE, "documents", rest), (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(row[4] or "", row[0]), lambda row: DocumentLine(*row))


def count_documents(database: sqlite3.Connection, wanted: DocumentFilter, *, most: int) -> int:
    """How many documents a filter lets through, counted up to `most`."""
    words = expression(wanted.groups)
    if words and most <= _FEW_TEXTS and wanted == DocumentFilter(groups=wanted.groups) and _many(database, words):
        return most  # every text has a document, and nothing else is asked
    parts = list(_about_documents(database, wanted))
    where = f"WHERE {' AND '.join(sql for sql, _ in parts)}" if parts else ""
    values = [value for _, some in parts for value in some]
    inside = rows.select("1", "documents", f"{where} LIMIT ?")
    found: int = database.execute(rows.select("count(*)", f"({inside})"), (*values, most)).fetchone()[0]
    return found


def _about_documents(database: sqlite3.Connection, wanted: DocumentFilter) -> Iterator[tuple[str, tuple[Any, ...]]]:
    words = expression(wanted.groups)
    if words:
        yield _holding(database, words), (words,)
    if wanted.source is not None:
        yield "source = ?", (wanted.source,)
    if wanted.first:
        yield "ifnull(published_first, '') >= ?", (wanted.first,)
    if wanted.last:
        yield "ifnull(published_first, '') < ? AND published_first IS NOT NULL", (f"{wanted.last}~",)
    if wanted.undated is not None:
        dated = "(published_first IS NOT NULL OR published_last IS NOT NULL)"
        yield ("ifnull(published_first, '') = '' AND published_last IS NULL" if wanted.undated else dated), ()
    if wanted.copies:
        yield "text_sha256 IN (SELECT text_sha256 FROM documents GROUP BY text_sha256 HAVING count(*) > 1)", ()


def _holding(database: sqlite3.Connection, words: str) -> str:
    """Few texts are gathered with their documents; of many, each document in turn is asked for its text."""
    matching = "seq IN (SELECT rowid FROM text_words WHERE text_words MATCH ?)"
    if _many(database, words):
        return f"EXISTS ({rows.select('1', 'texts', f'WHERE sha256 = +documents.text_sha256 AND {matching}')})"
    return f"text_sha256 IN ({rows.select('sha256', 'texts', f'WHERE {matching}')})"


def _many(database: sqlite3.Connection, words: str) -> bool:
    found = "SELECT count(*) FROM (SELECT 1 FROM text_words WHERE text_words MATCH ? LIMIT ?)"
    return bool(database.execute(found, (words, _FEW_TEXTS + 1)).fetchone()[0] > _FEW_TEXTS)


def copies(database: sqlite3.Connection, text_sha256: str) -> list[DocumentLine]:
    """Every document that bears this very text, by id."""
    rest = "WHERE text_sha256 = ? ORDER BY id"
    return [DocumentLine(*row) for row in database.execute(rows.select(_LINE, "documents", rest), (text_sha256,))]


def line(database: sqlite3.Connection, key: str) -> DocumentLine | None:
    """One document as a line."""
    row = database.execute(rows.select(_LINE, "documents", "WHERE id = ?"), (key,)).fetchone()
    return DocumentLine(*row) if row else None

"""Searching the words of claims and of whole texts, and leafing through documents.

Words are compared folded. What counts as another spelling of a name is not known here: the asker hands in groups of
alternatives (`WordSearch.groups`), made from the packs.
"""

import sqlite3
from collections.abc import Iterator
from typing import Any

import msgspec

from hudna.ledger import rows
from hudna.ledger.browsing import code_is, kind_is
from hudna.ledger.paging import PAGE, Condition, Page, cursor_of, expression, few, key_of, marks, page_of, size_of
from hudna.model import Claim

_WALKED = 100_000
"""As in `browsing`: from so many matches on, each claim is looked into."""


class WordSearch(msgspec.Struct, frozen=True, kw_only=True):
    """What is searched for."""

    groups: tuple[tuple[str, ...], ...] = ()
    """Every group must be met; it is met by any of its alternatives, each a phrase in any spelling."""
    kinds: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    """In any role; a code stands for everything under it too."""
    speakers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    first: str | None = None
    last: str | None = None
    """ISO days: claims whose time touches this span."""
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
    source, tests, values = _question(database, wanted)
    key = key_of(after, int)
    if key is not None:
        tests.append("f.seq < ?")
        values.extend(key)
    columns = ", ".join(f"f.{name.strip()}" for name in rows.CLAIM_COLUMNS.split(","))
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    size = size_of(size)
    sql = rows.select(f"{columns}, f.seq", source, f"{where} ORDER BY f.seq DESC LIMIT ?")
    found = database.execute(sql, (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(row[-1]), lambda row: rows.claim_from(row[:-1]))


def count_claims(database: sqlite3.Connection, wanted: WordSearch, *, most: int) -> int:
    """How many claims a search finds, counted up to `most`."""
    source, tests, values = _question(database, wanted)
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    inside = rows.select("1", source, f"{where} LIMIT ?")
    found: int = database.execute(rows.select("count(*)", f"({inside})"), (*values, most)).fetchone()[0]
    return found


def _question(database: sqlite3.Connection, wanted: WordSearch) -> tuple[str, list[str], list[Any]]:
    words = expression(wanted.groups)
    conditions = [*_conditions(wanted)]
    if words:
        conditions.append(_holding(database, words))
    start = few(database, conditions)
    source, values = "claims AS f", list[Any]()
    if start is not None:
        source = f"(SELECT DISTINCT seq FROM ({start.keys})) AS d CROSS JOIN claims AS f ON f.seq = d.seq"  # noqa: S608 - constants
        values.extend(start.values)
    elif words:
        source = "claim_words AS w CROSS JOIN claims AS f ON f.seq = w.rowid"
        start = conditions.pop()
    tests = [one.test for one in conditions if one is not start]
    values.extend(value for one in conditions if one is not start for value in one.tested)
    if source.startswith("claim_words"):
        return _walking(words, tests, values)
    return source, tests, values


def _walking(words: str, tests: list[str], values: list[Any]) -> tuple[str, list[str], list[Any]]:
    """Claims from the last one back, as the index of words gives them."""
    walked = "(SELECT rowid AS seq FROM claim_words WHERE claim_words MATCH ? ORDER BY rowid DESC)"
    return f"{walked} AS d CROSS JOIN claims AS f ON f.seq = d.seq", tests, [words, *values]


def _holding(database: sqlite3.Connection, words: str) -> Condition:
    many = "SELECT count(*) FROM (SELECT 1 FROM claim_words WHERE claim_words MATCH ? LIMIT ?)"
    found: int = database.execute(many, (words, _WALKED + 1)).fetchone()[0]
    gathered = "f.seq IN (SELECT rowid FROM claim_words WHERE claim_words MATCH ?)"
    looked = "EXISTS (SELECT 1 FROM claim_words WHERE claim_words MATCH ? AND rowid = f.seq)"
    keys = "SELECT rowid AS seq FROM claim_words WHERE claim_words MATCH ?"
    return Condition(keys, gathered if found <= _WALKED else looked, (words,), (words,))


def _conditions(wanted: WordSearch) -> Iterator[Condition]:
    """One condition for each field but the words."""
    if wanted.kinds:
        yield _column([kind_is("kind", one) for one in wanted.kinds])
    for actors, role in ((wanted.actors, ""), (wanted.speakers, "role = 'speaker' AND ")):
        if actors:
            yield _among(role, [code_is("actor", one) for one in actors])
    if wanted.places:
        where = f"place IN {marks(wanted.places)}"
        inside = rows.select("1", "claim_places", f"WHERE claim = f.seq AND {where}")
        keys = rows.select("claim AS seq", "claim_places", f"WHERE {where}")
        yield Condition(keys, f"EXISTS ({inside})", wanted.places, wanted.places)
    if wanted.first or wanted.last:
        yield _between(wanted.first or "0", wanted.last or "9")
    if wanted.source is not None:
        inside = rows.select("id", "documents", "WHERE source = ?")
        yield _where(f"doc IN ({inside})", (wanted.source,), tested=_published_by)
    if wanted.modality is not None:
        yield _where("modality = ?", (wanted.modality,))


_published_by = "EXISTS (SELECT 1 FROM documents WHERE id = f.doc AND source = ?)"


def _where(where: str, values: tuple[str, ...], *, tested: str = "") -> Condition:
    return Condition(rows.select("seq", "claims", f"WHERE {where}"), tested or f"f.{where}", values, values)


def _column(parts: list[tuple[str, tuple[str, ...]]]) -> Condition:
    where = " OR ".join(f"({sql})" for sql, _ in parts)
    values = tuple(value for _, some in parts for value in some)
    keys = rows.select("seq", "claims", f"WHERE {where}")
    return Condition(keys, f"({where.replace('kind', 'f.kind')})", values, values)


def _among(role: str, parts: list[tuple[str, tuple[str, ...]]]) -> Condition:
    where = f"{role}({' OR '.join(sql for sql, _ in parts)})"
    values = tuple(value for _, some in parts for value in some)
    inside = rows.select("1", "claim_actors", f"WHERE claim = f.seq AND {where}")
    keys = rows.select("claim AS seq", "claim_actors", f"WHERE {where}")
    return Condition(keys, f"EXISTS ({inside})", values, values)


def _between(first: str, last: str) -> Condition:
    """Claims whose time touches the span: «~» stands behind every time of a day."""
    where = "when_first <= ? AND substr(when_last, 1, 10) >= ?"
    tested = "f.when_first <= ? AND substr(f.when_last, 1, 10) >= ?"
    values = (f"{last}~", first)
    return Condition(rows.select("seq", "claims", f"WHERE {where}"), tested, values, values)


def documents(
    database: sqlite3.Connection, wanted: DocumentFilter, *, after: str | None = None, size: int = PAGE
) -> Page[DocumentLine]:
    """Documents, the last published first; those of unknown date stand at the end."""
    parts = list(_about_documents(wanted))
    key = key_of(after, str, str)
    if key is not None:
        parts.append(("(ifnull(published_first, ''), id) < (?, ?)", key))
    where = f"WHERE {' AND '.join(sql for sql, _ in parts)}" if parts else ""
    values = [value for _, some in parts for value in some]
    size = size_of(size)
    rest = f"{where} ORDER BY ifnull(published_first, '') DESC, id DESC LIMIT ?"
    found = database.execute(rows.select(_LINE, "documents", rest), (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(row[4] or "", row[0]), lambda row: DocumentLine(*row))


def _about_documents(wanted: DocumentFilter) -> Iterator[tuple[str, tuple[Any, ...]]]:
    words = expression(wanted.groups)
    if words:
        texts = "SELECT sha256 FROM texts WHERE seq IN (SELECT rowid FROM text_words WHERE text_words MATCH ?)"
        yield f"text_sha256 IN ({texts})", (words,)
    if wanted.source is not None:
        yield "source = ?", (wanted.source,)
    if wanted.first:
        yield "ifnull(published_first, '') >= ?", (wanted.first,)
    if wanted.last:
        yield "ifnull(published_first, '') < ? AND published_first IS NOT NULL", (f"{wanted.last}~",)
    if wanted.undated is not None:
        yield f"coalesce(published_first, published_last) IS {'' if wanted.undated else 'NOT '}NULL", ()
    if wanted.copies:
        yield "text_sha256 IN (SELECT text_sha256 FROM documents GROUP BY text_sha256 HAVING count(*) > 1)", ()


def copies(database: sqlite3.Connection, text_sha256: str) -> list[DocumentLine]:
    """Every document that bears this very text, by id."""
    rest = "WHERE text_sha256 = ? ORDER BY id"
    return [DocumentLine(*row) for row in database.execute(rows.select(_LINE, "documents", rest), (text_sha256,))]


def line(database: sqlite3.Connection, key: str) -> DocumentLine | None:
    """One document as a line."""
    row = database.execute(rows.select(_LINE, "documents", "WHERE id = ?"), (key,)).fetchone()
    return DocumentLine(*row) if row else None

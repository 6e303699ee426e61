"""Marks of a claim in the index of words: what a search narrows by, beside the words that it looks for.

A frequent word stands in a hundred thousand claims; asking each of them for its kind, day, source, actors and places
costs a microsecond, a tenth of a second in all. Written as words of a column of their own, the index itself puts them
together with the words. A mark may stand for more than it says (letters and digits only, months instead of days): what
comes out is tested once more against the tables.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import lru_cache

from hudna.knowledge.languages.ar.spelling import fold
from hudna.ledger import rows
from hudna.model import Claim

_MONTHS = 36
"""A longer span is looked up by its years."""
_YEARS = 150
"""A span beyond all years is no condition."""


def index_claims(
    database: sqlite3.Connection, numbered: Iterable[tuple[int, Claim]], sources: dict[str, str | None]
) -> None:
    """Put claims into the index of words.

    Args:
        database: The ledger.
        numbered: (row in `claims`, claim).
        sources: Document → who published it.
    """
    words = ((seq, fold(claim.quote), marks_of(claim, sources[claim.doc])) for seq, claim in numbered)
    database.executemany("INSERT INTO claim_words (rowid, folded, marks) VALUES (?, ?, ?)", words)


def sources_of(database: sqlite3.Connection, docs: Iterable[str]) -> dict[str, str | None]:
    """Document → who published it."""
    sql = "SELECT source FROM documents WHERE id = ?"
    return {doc: database.execute(sql, (doc,)).fetchone()[0] for doc in dict.fromkeys(docs)}


def fill(database: sqlite3.Connection) -> None:
    """Index every claim, for a ledger that was written before there were marks."""
    sources = dict(database.execute("SELECT id, source FROM documents"))
    found = database.execute(rows.select(f"seq, {rows.CLAIM_COLUMNS}", "claims", "ORDER BY seq"))
    index_claims(database, ((row[0], rows.claim_from(row[1:])) for row in found), sources)


# --- what is written --------------------------------------------------------------------------------------------------


def marks_of(claim: Claim, source: str | None) -> str:
    """All marks of a claim."""
    return " ".join(dict.fromkeys(_marks_of(claim, source)))


def _marks_of(claim: Claim, source: str | None) -> Iterator[str]:
    yield _mark("k", claim.kind.partition(".")[0])
    yield _mark("k", claim.kind)
    yield _mark("o", claim.modality)
    if claim.when is not None:
        yield f"y{claim.when[0][:4]}"
        yield f"y{claim.when[0][:4]}m{claim.when[0][5:7]}"
    if source is not None:
        yield _hashed("s", source)
    for role, _, actor in rows.actors_of(claim):
        for code in _upwards(actor):
            yield _hashed("a", code)
            if role == "speaker":
                yield _hashed("b", code)
    yield from (_hashed("p", place) for place in claim.places)


def _upwards(code: str) -> Iterator[str]:
    """AZE.PRES.aliyev, AZE.PRES, AZE."""
    while code:
        yield code
        code = code.rpartition(".")[0]


@lru_cache(maxsize=4096)
def _mark(sort: str, code: str) -> str:
    """One word of a code, as the index takes words apart."""
    return sort + "".join(sign for sign in code.casefold() if sign.isascii() and sign.isalnum())


@lru_cache(maxsize=16384)
def _hashed(sort: str, code: str) -> str:
    """One word of any text: sources and actors may be called whatever an article calls them."""
    return sort + hashlib.sha256(code.encode()).hexdigest()[:12]


# --- what is asked for ------------------------------------------------------------------------------------------------


def any_of(alternatives: Iterable[str]) -> str:
    """What FTS5 takes for a claim that bears one of these marks."""
    return f"({' OR '.join(dict.fromkeys(alternatives))})"


def kind_marks(kinds: Sequence[str]) -> str:
    """Claims of one of these kinds or classes."""
    return any_of(_mark("k", kind) for kind in kinds)


def modality_marks(modality: str) -> str:
    """Claims of this modality."""
    return any_of([_mark("o", modality)])


def source_marks(source: str) -> str:
    """Claims of documents of this source."""
    return any_of([_hashed("s", source)])


def actor_marks(actors: Sequence[str], *, speak: bool) -> str:
    """Claims in which one of these actors, or somebody under it, stands; or speaks."""
    return any_of(_hashed("b" if speak else "a", actor) for actor in actors)


def place_marks(places: Sequence[str]) -> str:
    """Claims told of one of these places."""
    return any_of(_hashed("p", place) for place in places)


def day_marks(first: str, last: str) -> str:
    """Claims that begin in one of the months, or years, of a span; empty where it is too long or is none."""
    try:
        begin, end = date.fromisoformat(first[:10]), date.fromisoformat(last[:10])
    except ValueError:
        return ""
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    if months < 1 or months > 12 * _YEARS:
        return ""
    if months > _MONTHS:
        return any_of(f"y{year:04}" for year in range(begin.year, end.year + 1))
    counted = (begin.month - 1 + number for number in range(months))
    return any_of(f"y{begin.year + number // 12:04}m{number % 12 + 1:02}" for number in counted)

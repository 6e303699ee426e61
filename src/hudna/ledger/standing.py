"""Where claims stood when events were last weighed: kept, and given back piece by piece."""

import sqlite3
from collections.abc import Collection, Iterator, Sequence

import msgspec

from hudna.ledger import rows
from hudna.model import Event, Move, Placing

_PLACING = "claim, doc, family, head, room, first, last, other, why"
_MOVE = "room, target, claim, other, why, answer"
"""Names in one question to the database."""
_MONTH = 31
"""Days from which a span stands apart (`placings_by_season`)."""


class Weighing(msgspec.Struct, frozen=True, kw_only=True):
    """What a weighing puts and takes out."""

    events: Sequence[Event]
    placings: Sequence[Placing] = ()
    moves: Sequence[Move] = ()
    basis: str = ""
    """What it was weighed with; empty when nothing is kept for the next time."""
    whole: bool = True
    """True when this is all there is; False when what is not named stays."""
    events_gone: Sequence[str] = ()
    placings_gone: Sequence[str] = ()
    moves_gone: Sequence[str] = ()


def keep_standing(database: sqlite3.Connection, weighing: Weighing) -> None:
    """Keep where claims stand now, and which readings were weighed; without a basis nothing is left to go on."""
    if weighing.whole and database.execute("SELECT 1 FROM weighed_with").fetchone():
        for table in ("placings", "moves", "weighed", "weighed_with"):
            database.execute(rows.delete(table))
    if not weighing.basis:
        return
    gone = [(claim,) for claim in (*weighing.placings_gone, *(one.claim for one in weighing.placings))]
    moved = [(room,) for room in (*weighing.moves_gone, *(one.room for one in weighing.moves))]
    if not weighing.whole:
        database.executemany("DELETE FROM placings WHERE claim = ?", gone)
        database.executemany("DELETE FROM moves WHERE room = ?", moved)
    database.executemany(rows.insert("placings", _PLACING), map(msgspec.structs.astuple, weighing.placings))
    database.executemany(rows.insert("moves", _MOVE), map(msgspec.structs.astuple, weighing.moves))
    database.execute("DELETE FROM weighed")
    database.execute("INSERT INTO weighed SELECT id, read_digest FROM documents WHERE read_digest IS NOT NULL")
    database.execute("DELETE FROM weighed_with")
    database.execute("INSERT INTO weighed_with VALUES (?)", (weighing.basis,))


def unweighed(database: sqlite3.Connection, basis: str) -> tuple[str, ...] | None:
    """Documents whose reading is not the one that was weighed; None when all must be weighed with another basis."""
    found = database.execute("SELECT basis FROM weighed_with").fetchone()
    if found is None or not basis or found[0] != basis:
        return None
    sql = (
        "SELECT id FROM documents LEFT JOIN weighed ON doc = id WHERE read_digest IS NOT digest "
        "UNION SELECT doc FROM weighed WHERE doc NOT IN (SELECT id FROM documents) ORDER BY 1"
    )
    return tuple(row[0] for row in database.execute(sql))


def placed_on(database: sqlite3.Connection, first: int, last: int, *, coarse: bool) -> Iterator[Placing]:
    """Claims that are looked for on these days: those of spans of more than a month, or the others."""
    if coarse:
        where = f"WHERE last - first >= {_MONTH} AND first <= ? AND last >= ?"
        yield from _placings(database, where, (last, first))
    else:
        where = f"WHERE last - first < {_MONTH} AND first BETWEEN ? AND ? AND last >= ?"
        yield from _placings(database, where, (first - _MONTH, last, first))


def placed_with(database: sqlite3.Connection, column: str, names: Collection[str]) -> Iterator[Placing]:
    """Claims of these groups (`room`) or documents (`doc`)."""
    for some in rows.portions(sorted(names)):
        yield from _placings(database, f"WHERE {column} IN {rows.among(some)}", some)


def _placings(database: sqlite3.Connection, where: str, values: Sequence[object]) -> Iterator[Placing]:
    for row in database.execute(rows.select(_PLACING, "placings", where), values).fetchall():
        yield Placing(*row)


def moves_at(database: sqlite3.Connection, rooms: Collection[str]) -> Iterator[Move]:
    """Moves from or to these groups, each once."""
    found: dict[str, Move] = {}
    for some in rows.portions(sorted(rooms)):
        where = f"WHERE room IN {rows.among(some)} UNION " + rows.select(
            _MOVE, "moves", f"WHERE target IN {rows.among(some)}"
        )
        for row in database.execute(rows.select(_MOVE, "moves", where), (*some, *some)):
            room, to, claim, other, why, answer = row
            found[room] = Move(room, to, claim, other, why, answer=bool(answer))
    yield from found.values()


def events_with(database: sqlite3.Connection, claims: Collection[str]) -> Iterator[Event]:
    """Events that hold any of these claims, each once."""
    met: set[str] = set()
    for some in rows.portions(sorted(claims)):
        inside = rows.select("event", "event_claims", f"WHERE claim IN {rows.among(some)}")
        for key, body in database.execute(rows.select("id, body", "events", f"WHERE id IN ({inside})"), some):
            if key not in met:
                met.add(key)
                yield rows.event_from(body)


def claim_docs(database: sqlite3.Connection) -> Iterator[tuple[str, str]]:
    """Every claim's id with its document."""
    yield from database.execute("SELECT id, doc FROM claims")

"""Where in archives the kept bytes lay: keeping it, telling it, and holding it against the bytes."""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterator

import msgspec

from hudna.ledger import rows
from hudna.model import Origin

COLUMNS = "archive, name, size, path, place, length, head, record_sha256, tool, left_out"
NOWHERE = -1
"""Offset of a record of which nobody knows where it begins."""


class LeftOut(msgspec.Struct, frozen=True):
    """A page that the gate left out, kept so that people can check the gate."""

    bytes_sha256: str
    origin: Origin


def keep_origin(database: sqlite3.Connection, source: str, origin: Origin) -> bool:
    """Store where a source lay, once for each place in an archive.

    A page that the gate left out and that is read by a later run is not left out any more.

    Returns:
        True when it was not there before, or was left out.
    """
    place = (origin.archive, origin.path, _place(origin))
    sql = "SELECT left_out FROM origins WHERE (archive, path, place) = (?, ?, ?)"
    found = database.execute(sql, place).fetchone()
    if found is None:
        values = (source, *_row(origin))
        database.execute(rows.insert("origins", f"source, {COLUMNS}"), values)
        return True
    if found[0] and not origin.left_out:
        database.execute("UPDATE origins SET left_out = 0 WHERE (archive, path, place) = (?, ?, ?)", place)
        return True
    return False


def origins_of(database: sqlite3.Connection, source: str) -> tuple[Origin, ...]:
    """Every place where these bytes lay, in a fixed order."""
    found = database.execute(
        rows.select(COLUMNS, "origins", "WHERE source = ? ORDER BY archive, path, place"), (source,)
    )
    return tuple(_origin(row) for row in found)


def left_out(database: sqlite3.Connection) -> Iterator[LeftOut]:
    """The pages that the gate left out and that were kept as a sample."""
    columns = f"source, {COLUMNS}"
    for row in database.execute(
        rows.select(columns, "origins", "WHERE left_out ORDER BY archive, path, place")
    ).fetchall():
        yield LeftOut(row[0], _origin(row[1:]))


def checked(database: sqlite3.Connection) -> Iterator[tuple[Origin, str]]:
    """Every place, and what is wrong with its record, or nothing."""
    columns = f"source, {COLUMNS}"
    for row in database.execute(rows.select(columns, "origins", "ORDER BY archive, path, place")):
        origin = _origin(row[1:])
        digest = hashlib.sha256(origin.head)
        pieces = database.execute("SELECT data FROM source_pieces WHERE sha256 = ? ORDER BY number", (row[0],))
        try:
            for (packed,) in pieces:
                digest.update(zlib.decompress(packed))
        except zlib.error as trouble:
            yield origin, f"its bytes cannot be unpacked: {trouble}"
            continue
        same = digest.hexdigest() == origin.record_sha256
        yield origin, "" if same else "its header and bytes are not the record that was hashed"


def place_of(origin: Origin) -> str:
    """The place in words: archive, member, offset."""
    inside = f"!{origin.path}" if origin.path else ""
    return f"{origin.archive}{inside}@{origin.offset}"


def said_of(origin: Origin) -> dict[str, object]:
    """What the log says of it."""
    return {
        "archive": origin.archive,
        "path": origin.path,
        "offset": origin.offset,
        "record": origin.record_sha256,
        "tool": origin.tool,
        "left_out": origin.left_out,
    }


def _place(origin: Origin) -> int:
    return NOWHERE if origin.offset is None else origin.offset


def _row(origin: Origin) -> rows.Row:
    where = (origin.archive, origin.name, origin.size, origin.path, _place(origin), origin.length)
    return (*where, origin.head, origin.record_sha256, origin.tool, int(origin.left_out))


def _origin(row: rows.Row) -> Origin:
    return Origin(
        archive=row[0],
        name=row[1],
        size=row[2],
        path=row[3],
        offset=None if row[4] == NOWHERE else row[4],
        length=row[5],
        head=row[6],
        record_sha256=row[7],
        tool=row[8],
        left_out=bool(row[9]),
    )

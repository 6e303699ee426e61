"""What a document took from others, as those who weigh it must know."""

import sqlite3

import msgspec

from hudna.model import Document


def with_copies(database: sqlite3.Connection, document: Document) -> Document:
    """The document with what it took from others among its `extra`."""
    told = told_of(database, document.id)
    return msgspec.structs.replace(document, extra={**document.extra, **told}) if told else document


def told_of(database: sqlite3.Connection, doc: str) -> dict[str, object]:
    """What weighing must know of a document: its group, whom that comes from, and passages that others own.

    A passage is owned by the text of which it is the larger part: an agency's short report, not the long article that
    took it in.
    """
    team = database.execute("SELECT team FROM copy_marks WHERE doc = ?", (doc,)).fetchone()
    pairs = database.execute(_PAIRS, (doc,)).fetchall() if team else []
    if not pairs:
        return {}
    origin = database.execute("SELECT origin FROM copy_groups WHERE team = ?", team).fetchone()
    taken = [
        [start, stop, owner]
        for sort, mine, theirs, spans, owner in pairs
        if sort == "part" and (theirs, doc) > (mine, owner)
        for start, stop in msgspec.json.decode(spans, type=list[tuple[int, int]])
    ]
    return {"syndication": team[0], "syndication_origin": origin[0] if origin else None, "copied": taken}


_PAIRS = (
    "SELECT one.sort, one.share, two.share, one.spans, copy_marks.team FROM copied AS one "
    "JOIN copied AS two ON two.doc = one.other AND two.other = one.doc "
    "JOIN copy_marks ON copy_marks.doc = one.other WHERE one.doc = ? ORDER BY one.other"
)

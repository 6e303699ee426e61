"""Pages of a list and where the next one begins; and how a question with several conditions is put to the tables.

A page is found by what stood last on the page before (never by counting off rows), so that the hundredth page costs
what the first costs and nothing is shown twice when things come in meanwhile.
"""

import base64
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Generic, TypeVar

import msgspec

from hudna.errors import UsageError
from hudna.knowledge.languages.ar.spelling import fold

T = TypeVar("T")
FEW = 20_000
"""So many rows are gathered and put in order in some tens of milliseconds; where every condition lets more through, the
list is walked in its own order instead, and the first page is soon full."""
PAGE = 50
MOST = 500
"""Things on one page: by default and at most."""


class Page(msgspec.Struct, Generic[T], frozen=True):
    """Some things of a list."""

    items: tuple[T, ...]
    next: str | None = None
    """Hand it in as `after` to get the next page; None on the last one."""


class Condition(msgspec.Struct, frozen=True):
    """One condition in two forms: as a list of keys that meet it, and as a test of one row."""

    keys: str
    """SELECT of the keys, in one column."""
    test: str
    """SQL condition on a row of `f`."""
    values: tuple[Any, ...]
    """Bound to `keys`."""
    tested: tuple[Any, ...]
    """Bound to `test`."""
    words: str = ""
    """What `test` looks up in the table `found` (`gather`); empty where it does not."""


def gather(database: sqlite3.Connection, words: str) -> None:
    """Put the numbers of all claims that hold the words into the table `found`, which only this connection sees.

    Asking the index of words about one claim after the other costs a millisecond each, this a microsecond. What
    was gathered last is kept, for counts and for the next page, until the log grows.
    """
    database.execute("CREATE TEMP TABLE IF NOT EXISTS found (claim INTEGER PRIMARY KEY)")
    database.execute("CREATE TEMP TABLE IF NOT EXISTS found_for (words TEXT, head INTEGER)")
    head = database.execute("SELECT ifnull(max(seq), 0) FROM log").fetchone()[0]
    if database.execute("SELECT words, head FROM found_for").fetchone() == (words, head):
        return
    for table in ("found_for", "found"):
        database.execute(f"DELETE FROM temp.{table}")  # noqa: S608 - constants
    database.execute("INSERT INTO found SELECT rowid FROM claim_words WHERE claim_words MATCH ?", (words,))
    database.execute("INSERT INTO found_for VALUES (?, ?)", (words, head))


def marks(values: Sequence[object]) -> str:
    """As many question marks as there are values, in brackets."""
    return "(" + ", ".join("?" * len(values)) + ")"


def few(database: sqlite3.Connection, conditions: Iterable[Condition], most: int = FEW) -> Condition | None:
    """The condition that fewest rows meet, when they are few."""
    counted = [(_count(database, one, most), number, one) for number, one in enumerate(conditions)]
    least = min(counted, default=None, key=lambda found: found[:2])
    return least[2] if least is not None and least[0] <= most else None


def _count(database: sqlite3.Connection, condition: Condition, most: int) -> int:
    sql = f"SELECT count(*) FROM ({condition.keys} LIMIT {most + 1})"  # noqa: S608 - from constants; values are bound
    found: int = database.execute(sql, condition.values).fetchone()[0]
    return found


def expression(groups: tuple[tuple[str, ...], ...]) -> str:
    """What FTS5 takes for groups of alternatives, looked for in folded words; empty when no word is left of them."""
    parts = []
    for group in groups:
        phrases = [f'"{words}"' for one in group if (words := _plain(one))]
        if phrases:
            parts.append(f"({' OR '.join(dict.fromkeys(phrases))})")
    return f"folded : ({' AND '.join(parts)})" if parts else ""


def _plain(words: str) -> str:
    """Letters and digits only: whatever else is written separates words for FTS5 and must not steer it."""
    return " ".join("".join(sign if sign.isalnum() else " " for sign in fold(words)).split())


def cursor_of(*key: str | int) -> str:
    """The place after this key, for a link."""
    return base64.urlsafe_b64encode(msgspec.json.encode(key)).decode().rstrip("=")


def key_of(cursor: str | None, *sorts: type) -> tuple[Any, ...] | None:
    """The key in a cursor; None for the first page.

    Raises:
        UsageError: It is none of ours.
    """
    if cursor is None:
        return None
    try:
        key = msgspec.json.decode(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=list[str | int])
    except (ValueError, msgspec.MsgspecError) as trouble:
        raise UsageError("this page link is damaged", hint="Begin with the first page.") from trouble
    if [type(part) for part in key] != [*sorts]:
        raise UsageError("this page link belongs to another list", hint="Begin with the first page.")
    return tuple(key)


def size_of(size: int) -> int:
    """A page's size within bounds."""
    return max(1, min(size, MOST))


def page_of(found: Sequence[Any], size: int, key: Callable[[Any], str], make: Callable[[Any], T]) -> Page[T]:
    """A page from one row more than it holds; `key` gives the cursor of a row, `make` the thing."""
    here = found[:size]
    return Page(tuple(make(row) for row in here), key(here[-1]) if len(found) > size else None)

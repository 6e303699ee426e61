"""What dated documents tell of a day, kept so that undated ones can be dated without taking all others apart again."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from hudna.ledger import rows
from hudna.model import ChronicleEntry

_entries = msgspec.json.Decoder(tuple[ChronicleEntry, ...])
_DATED = "undated IS NOT 1 AND published_first IS NOT NULL"
_MADE_OF = "read_digest || ' ' || read_reader"


class Dating:
    """Who does not say when it was published, and what the others lend."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take an open database."""
        self._database = database

    def undated(self) -> tuple[tuple[str, str], ...]:
        """Documents that do not say when they were published: (id, digest of the dated events last lent to it)."""
        return tuple(self._database.execute("SELECT id, read_dated FROM documents WHERE undated = 1 ORDER BY id"))

    def missing(self) -> tuple[str, ...]:
        """Dated documents of which is not kept what they tell, or that were read otherwise since."""
        kept = rows.select("1", "lent", f"WHERE doc = documents.id AND made_of = {_MADE_OF}")
        sql = rows.select("id", "documents", f"WHERE {_DATED} AND NOT EXISTS ({kept}) ORDER BY id")
        return tuple(row[0] for row in self._database.execute(sql))

    def lent(self) -> Iterator[ChronicleEntry]:
        """What the dated documents tell, in the order of their ids."""
        sql = rows.select("entries", "lent JOIN documents ON id = doc", f"WHERE {_DATED} ORDER BY id")
        for (entries,) in self._database.execute(sql):
            yield from _entries.decode(entries)

    def keep(self, told: Mapping[str, Sequence[ChronicleEntry]]) -> None:
        """Keep what documents tell as they are read now, in one step."""
        made_of = rows.select(f"id, {_MADE_OF}, ?", "documents", "WHERE id = ? AND read_digest IS NOT NULL")
        self._database.execute("BEGIN IMMEDIATE")
        try:
            for doc, entries in told.items():
                self._database.execute(f"INSERT OR REPLACE INTO lent {made_of}", (rows.as_json(entries), doc))
            self._database.execute("COMMIT")
        except BaseException:
            if self._database.in_transaction:
                self._database.execute("ROLLBACK")
            raise

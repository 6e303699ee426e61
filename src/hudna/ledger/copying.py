"""Which texts are copies of others: the index, and what was found."""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence

import msgspec

from hudna.ledger import asking, rows
from hudna.model import Copied, CopyGroup, CopyMarks, Document

COMMON = 50
"""Documents from which on a sample is a set phrase, by which nothing is looked for (as `intake.copies.shelf`)."""
"""Numbers in one question to the database."""


class CopyShelf:
    """The index on disk. Write to it inside `Ledger.comparing` only."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take an open database."""
        self._database = database

    # --- what finding asks -------------------------------------------------------------------------------------------

    def same(self, whole: int) -> Collection[str]:
        """Documents of the same words throughout."""
        return [row[0] for row in self._database.execute("SELECT doc FROM copy_marks WHERE whole = ?", (whole,))]

    def alike(self, bands: Sequence[int]) -> Collection[str]:
        """Documents that share a band."""
        found: set[str] = set()
        for some in rows.portions(bands):
            inside = rows.select("seq", "copy_bands", f"WHERE band IN {rows.among(some)}")
            sql = rows.select("doc", "copy_marks", f"WHERE seq IN ({inside})")
            found.update(row[0] for row in self._database.execute(sql, some))
        return found

    def sharing(self, samples: Sequence[int], least: int) -> Collection[str]:
        """Documents that share at least so many samples; samples of `COMMON` documents do not count."""
        met: dict[int, int] = {}
        for sample in samples:
            sql = "SELECT seq FROM copy_samples WHERE sample = ? LIMIT ?"
            holders = self._database.execute(sql, (sample, COMMON)).fetchall()
            if len(holders) < COMMON:
                for (seq,) in holders:
                    met[seq] = met.get(seq, 0) + 1
        wanted = [seq for seq, count in met.items() if count >= least]
        return [doc for some in rows.portions(wanted) for doc in self._docs(some)]

    def _docs(self, seqs: Sequence[int]) -> Iterator[str]:
        sql = rows.select("doc", "copy_marks", f"WHERE seq IN {rows.among(seqs)}")
        return (row[0] for row in self._database.execute(sql, seqs).fetchall())

    def article(self, doc: str) -> Document | None:
        """The text and its furniture."""
        return asking.document(self._database, doc)

    def group(self, doc: str) -> str:
        """The group that a document stands in, by the least id of its members; alone, its own id."""
        found = self._database.execute("SELECT team FROM copy_marks WHERE doc = ?", (doc,)).fetchone()
        return str(found[0])

    def members(self, group: str) -> Collection[str]:
        """All documents of a group."""
        sql = "SELECT doc FROM copy_marks WHERE team = ? ORDER BY doc"
        return [row[0] for row in self._database.execute(sql, (group,))]

    # --- what finding writes -----------------------------------------------------------------------------------------

    def put(self, doc: str, marks: CopyMarks, groups: Collection[str]) -> None:
        """Keep a document's marks, and make one group of it and these."""
        seq, digest = self._database.execute("SELECT seq, read_digest FROM documents WHERE id = ?", (doc,)).fetchone()
        team = min((doc, *groups))
        for group in sorted(groups):
            self._database.execute("UPDATE copy_marks SET team = ? WHERE team = ?", (team, group))
            self._database.execute("DELETE FROM copy_groups WHERE team = ?", (group,))
        self._database.execute(
            rows.insert("copy_marks", "doc, seq, whole, compared, team"), (doc, seq, marks.whole, digest, team)
        )
        self._database.executemany("INSERT INTO copy_bands VALUES (?, ?)", ((band, seq) for band in {*marks.bands}))
        self._database.executemany("INSERT INTO copy_samples VALUES (?, ?)", ((one, seq) for one in {*marks.samples}))

    def keep(self, copied: Iterable[Copied]) -> None:
        """Keep pairs; the events that these documents tell of must be weighed again."""
        for one in copied:
            row = (one.doc, one.other, one.sort, one.share, rows.as_json(one.spans))
            self._database.execute(
                "INSERT OR REPLACE INTO copied (doc, other, sort, share, spans) VALUES (?, ?, ?, ?, ?)", row
            )
            self._database.execute("DELETE FROM weighed WHERE doc = ?", (one.doc,))

    def name(self, group: CopyGroup) -> None:
        """Keep whom a group comes from."""
        row = (group.id, group.origin, group.why)
        if (
            self._database.execute("SELECT team, origin, why FROM copy_groups WHERE team = ?", (group.id,)).fetchone()
            == row
        ):
            return
        self._database.execute("INSERT OR REPLACE INTO copy_groups (team, origin, why) VALUES (?, ?, ?)", row)
        sql = "DELETE FROM weighed WHERE doc IN (SELECT doc FROM copy_marks WHERE team = ?)"
        self._database.execute(sql, (group.id,))

    def drop(self, doc: str) -> tuple[str, ...]:
        """Take out a document that changed, with its whole group.

        Returns:
            All that were taken out and must be compared again.
        """
        found = self._database.execute("SELECT team FROM copy_marks WHERE doc = ?", (doc,)).fetchone()
        if found is None:
            return (doc,)
        gone = tuple(self.members(found[0]))
        for one in gone:
            self._forget(one)
        self._database.execute("DELETE FROM copy_groups WHERE team = ?", (found[0],))
        return gone

    def _forget(self, doc: str) -> None:
        inside = "(SELECT seq FROM copy_marks WHERE doc = ?)"
        others = "(SELECT other FROM copied WHERE doc = ?)"
        for sql in (
            rows.delete("copy_bands", f"WHERE seq IN {inside}"),
            rows.delete("copy_samples", f"WHERE seq IN {inside}"),
            rows.delete("weighed", f"WHERE doc IN {others}"),
            rows.delete("weighed", "WHERE doc = ?"),
            rows.delete("copied", "WHERE doc = ?"),
            rows.delete("copied", "WHERE other = ?"),
            rows.delete("copy_marks", "WHERE doc = ?"),
        ):
            self._database.execute(sql, (doc,))


def uncompared(database: sqlite3.Connection) -> tuple[str, ...]:
    """Documents that were read and not compared since, by id."""
    sql = (
        "SELECT id FROM documents LEFT JOIN copy_marks ON doc = id "
        "WHERE read_digest IS NOT NULL AND read_digest IS NOT compared ORDER BY id"
    )
    return tuple(row[0] for row in database.execute(sql))


def copies_of(database: sqlite3.Connection, doc: str) -> tuple[Copied, ...]:
    """What a document shares with others, the largest share first."""
    sql = rows.select("doc, other, sort, share, spans", "copied", "WHERE doc = ? ORDER BY share DESC, other")
    return tuple(_copied(row) for row in database.execute(sql, (doc,)))


def _copied(row: rows.Row) -> Copied:
    doc, other, sort, share, spans = row
    return Copied(doc, other, sort, share, msgspec.json.decode(spans, type=tuple[tuple[int, int], ...]))


def group_of(database: sqlite3.Connection, doc: str) -> CopyGroup | None:
    """The group of copies that a document stands in; None when it stands alone."""
    sql = (
        "SELECT copy_groups.team, origin, why FROM copy_groups JOIN copy_marks ON copy_marks.team = copy_groups.team "
        "WHERE doc = ?"
    )
    found = database.execute(sql, (doc,)).fetchone()
    if found is None:
        return None
    inside = (
        "WHERE id IN (SELECT doc FROM copy_marks WHERE team = ?) ORDER BY published_first IS NULL, published_first, id"
    )
    docs = tuple(row[0] for row in database.execute(rows.select("id", "documents", inside), (found[0],)))
    return CopyGroup(found[0], docs, found[1], found[2])


def standing(database: sqlite3.Connection) -> dict[str, int]:
    """How much was compared and found, for the log."""
    (compared,) = database.execute("SELECT count(*) FROM copy_marks").fetchone()
    (pairs,) = database.execute("SELECT count(*) FROM copied").fetchone()
    return {"compared": compared, "pairs": pairs // 2}

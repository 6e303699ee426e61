"""What changed since events were last held against the agreements, and what holding anew asks for.

Triggers write down every event and claim that came, went or changed, and claims of documents whose publisher or day
changed; holding them anew forgets that again.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from hudna.ledger import asking, rows, standing
from hudna.model import Claim, Document, Event, Finding, Judgement


class Touched(NamedTuple):
    """Ids of what came, went or changed; some of it may not be there any more."""

    events: frozenset[str]
    claims: frozenset[str]


def keep_held(database: sqlite3.Connection, as_of: str, basis: str) -> None:
    """Everything is held now; without a basis nothing is left to go on."""
    for table in ("held_with", "unheld_events", "unheld_claims"):
        database.execute(rows.delete(table))
    if basis:
        database.execute("INSERT INTO held_with VALUES (?, ?)", (as_of, basis))


class Holding:
    """What holding anew asks for; see `hudna.compliance.again`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        """Take an open database."""
        self._database = database

    def touched(self, as_of: str, basis: str) -> Touched | None:
        """What changed since; None when all must be held, for it was done as of another day or with another basis."""
        if self._database.execute("SELECT as_of, basis FROM held_with").fetchone() != (as_of, basis):
            return None
        events = self._database.execute("SELECT event FROM unheld_events")
        claims = self._database.execute("SELECT claim FROM unheld_claims")
        return Touched(frozenset(row[0] for row in events), frozenset(row[0] for row in claims))

    def judged(self, judgements: Iterable[Judgement]) -> list[Finding]:
        """Findings that judgements name: as they are, or as they stood last."""
        names = dict.fromkeys(key for one in judgements for key in one.about)
        return [found for key in names if (found := self.finding(key) or self._ruled(key)) is not None]

    def _ruled(self, key: str) -> Finding | None:
        found = self._database.execute("SELECT body FROM ruled_findings WHERE id = ?", (key,)).fetchone()
        return rows.finding_from(found[0]) if found else None

    def events_with(self, claims: Collection[str]) -> list[Event]:
        """Events that hold any of these claims."""
        return list(standing.events_with(self._database, claims))

    def claims_named(self, keys: Collection[str]) -> Iterator[Claim]:
        """These claims, as far as they are there."""
        for some in rows.portions(sorted(keys)):
            sql = rows.select(rows.CLAIM_COLUMNS, "claims", f"WHERE id IN {rows.among(some)}")
            for row in self._database.execute(sql, some).fetchall():
                yield rows.claim_from(row)

    def documents_named(self, keys: Collection[str]) -> Iterator[Document]:
        """These documents without their texts, as far as they are there."""
        for some in rows.portions(sorted(keys)):
            yield from asking.documents_without_text(self._database, some).values()

    def finding(self, key: str) -> Finding | None:
        """One finding; the date as of which it was made is a part of its id."""
        return asking.finding(self._database, key)

    def breaches_of(self, as_of: str, events: Collection[str]) -> Iterator[Finding]:
        """Alleged breaches as of a date that are about these events."""
        for some in rows.portions(sorted(events)):
            inside = f"WHERE as_of = ? AND sort = 'alleged_breach' AND event IN {rows.among(some)}"
            about = rows.select("finding", "finding_events", inside)
            sql = rows.select("body", "findings", f"WHERE as_of = ? AND id IN ({about})")
            for (body,) in self._database.execute(sql, (as_of, as_of, *some)).fetchall():
                yield rows.finding_from(body)

    def breaches_under(self, as_of: str, agreement: str, obligation: str) -> Iterator[Finding]:
        """Alleged breaches of one clause as of a date."""
        inside = "WHERE as_of = ? AND sort = 'alleged_breach' AND agreement = ? AND obligation = ?"
        about = rows.select("finding", "finding_events", inside)
        sql = rows.select("body", "findings", f"WHERE as_of = ? AND id IN ({about})")
        for (body,) in self._database.execute(sql, (as_of, as_of, agreement, obligation)):
            yield rows.finding_from(body)

"""The reading desk of a ledger: every question that a page asks, bounded and answered from indexes.

`Ledger.desk` gives it. Lists come as a `Page`: hand `page.next` in as `after` to get the next one. Every method may
raise `LedgerError`; those that take `after` raise `UsageError` for a cursor that is none of theirs.
"""

import sqlite3
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from hudna.errors import LedgerError
from hudna.ledger import asking, browsing, changing, counting, daily, dumping, handing, pulses, searching
from hudna.ledger.browsing import BreachFilter, Dispute, EventFilter
from hudna.ledger.chain import Entry, head
from hudna.ledger.changing import Change
from hudna.ledger.connection import troubles_told
from hudna.ledger.counting import DayCount, PlaceCount, SourceCount
from hudna.ledger.daily import Voices
from hudna.ledger.paging import PAGE, Page
from hudna.ledger.pulses import Pulse
from hudna.ledger.searching import DocumentFilter, DocumentLine, WordSearch
from hudna.model import Claim, Corrections, Document, Event, Finding, Issue, Judgement

P = ParamSpec("P")
T = TypeVar("T")


class Desk:
    """Questions to one open ledger."""

    def __init__(self, path: Path, database: sqlite3.Connection) -> None:
        self._path = path
        self._database = database

    def _ask(self, question: Callable[Concatenate[sqlite3.Connection, P], T], *args: P.args, **named: P.kwargs) -> T:
        with troubles_told(self._path):
            return question(self._database, *args, **named)

    # --- events -------------------------------------------------------------------------------------------------------

    def events(self, wanted: EventFilter | None = None, *, after: str | None = None, size: int = PAGE) -> Page[Event]:
        """Events, the latest day first; those without a day last."""
        return self._ask(browsing.events, wanted or EventFilter(), after=after, size=size)

    def count_events(self, wanted: EventFilter | None = None, *, most: int = 1000) -> int:
        """How many events a filter lets through, counted up to `most` (then it is «at least so many»)."""
        return self._ask(browsing.count_events, wanted or EventFilter(), most=most)

    def claims_of(self, *events: str) -> dict[str, list[Claim]]:
        """Event → its claims, by one question for all."""
        return self._ask(browsing.claims_of, events)

    def known_since(self, *events: str) -> dict[str, str]:
        """Event → ISO time (UTC) at which it was first known."""
        return self._ask(changing.known_since, list(events))

    def newest(self, *, size: int = PAGE) -> list[tuple[Event, str]]:
        """The events that were known last, each with the ISO time (UTC) of that."""
        return self._ask(changing.newest, size=size)

    def known_between(self, first: str, last: str, *, most: int = 10_000) -> int:
        """How many events became known between two ISO times (UTC), the second not included; counted up to `most`."""
        return self._ask(changing.known_between, first, last, most=most)

    def actor_codes(self) -> tuple[str, ...]:
        """The codes of all actors that stand in claims or events, sorted; outlets are none."""
        return self._ask(asking.actor_codes)

    # --- contradictions, breaches, duties -----------------------------------------------------------------------------

    def disputes(
        self,
        *,
        sort: str | None = None,
        field: str | None = None,
        first: str | None = None,
        last: str | None = None,
        after: str | None = None,
        size: int = PAGE,
    ) -> Page[Dispute]:
        """Contradictions with their events, the latest day first; `sort` is exclusive, series, part_whole."""
        given = {"sort": sort, "field": field, "first": first, "last": last}
        return self._ask(browsing.disputes, after=after, size=size, **given)

    def dispute_counts(self, first: str | None = None, last: str | None = None) -> list[tuple[str, str, int]]:
        """(sort, field, how many) of contradictions."""
        return self._ask(counting.dispute_counts, first, last)

    def breaches(
        self, wanted: BreachFilter | None = None, *, after: str | None = None, size: int = PAGE
    ) -> Page[Finding]:
        """Alleged breaches, the latest day of the event first."""
        return self._ask(browsing.breaches, wanted or BreachFilter(), after=after, size=size)

    def breach_counts(self, wanted: BreachFilter | None = None) -> list[tuple[tuple[str, ...], str, int]]:
        """(who is accused, status, how many) of alleged breaches."""
        return self._ask(browsing.breach_counts, wanted or BreachFilter())

    def obligations(self, *, as_of: str | None = None, agreement: str | None = None) -> list[Finding]:
        """The findings about duties, as of a date (the latest when none is named)."""
        return self._ask(browsing.obligations, as_of=as_of, agreement=agreement)

    def findings_of(self, event: str, as_of: str | None = None) -> list[Finding]:
        """What is found about an event, as of a date (the latest when none is named)."""
        return self._ask(browsing.findings_of, event, as_of)

    # --- counts -------------------------------------------------------------------------------------------------------

    def by_period(
        self,
        grain: str = "day",
        *,
        first: str | None = None,
        last: str | None = None,
        kinds: Sequence[str] = (),
        modality: str | None = "actual",
        background: bool | None = False,
    ) -> list[DayCount]:
        """Events by period (day, month, year) and kind, in order of time; None of a filter means all."""
        named = {"first": first, "last": last, "modality": modality}
        return self._ask(counting.by_period, grain=grain, kinds=kinds, background=background, **named)

    def by_place(
        self, first: str | None = None, last: str | None = None, kinds: Sequence[str] = ()
    ) -> list[PlaceCount]:
        """Events that are said to have happened, by place and kind: what a map shows."""
        return self._ask(counting.by_place, first, last, kinds)

    def days(self) -> tuple[str, str] | None:
        """The first and the last day with an event of this war; None when there is none."""
        return self._ask(counting.days_span)

    def by_source(self, first: str | None = None, last: str | None = None) -> list[SourceCount]:
        """What each source brought, of documents published between two ISO days."""
        return self._ask(counting.by_source, first, last)

    def source_days(self, first: str, last: str) -> dict[tuple[str | None, str], int]:
        """(source, ISO day) → documents; a day that is missing is a day of silence."""
        return self._ask(counting.source_days, first, last)

    def totals(self) -> dict[str, int]:
        """How many documents, claims, events, disputed (events) and judgements there are."""
        return self._ask(counting.totals)

    # --- a day of publication -----------------------------------------------------------------------------------------

    def told(self, first: str, last: str, *, size: int = PAGE) -> tuple[list[Event], int]:
        """News that documents of these ISO days tell, what matters first, and how many there are in all."""
        return self._ask(daily.told, first, last, size=size)

    def first_told(self, *events: str) -> dict[str, str]:
        """Event → the earliest ISO day on which a document of it can have been published."""
        return self._ask(daily.first_told, events)

    def quoted(self, first: str, last: str) -> dict[str, int]:
        """Side → claims of these days' documents that it speaks."""
        return self._ask(daily.quoted, first, last)

    def voices(self, first: str, last: str) -> list[Voices]:
        """In whose voice each source tells what it published on these days."""
        return self._ask(daily.voices, first, last)

    def alone(self, first: str, last: str) -> dict[str | None, int]:
        """Source → events of these days' documents that nobody else carries."""
        return self._ask(daily.alone, first, last)

    # --- words and documents ------------------------------------------------------------------------------------------

    def search(self, wanted: WordSearch, *, after: str | None = None, size: int = PAGE) -> Page[Claim]:
        """Claims that hold the words, those that came in last first."""
        return self._ask(searching.search, wanted, after=after, size=size)

    def count_claims(self, wanted: WordSearch, *, most: int = 1000) -> int:
        """How many claims a search finds, counted up to `most`."""
        return self._ask(searching.count_claims, wanted, most=most)

    def documents(
        self, wanted: DocumentFilter | None = None, *, after: str | None = None, size: int = PAGE
    ) -> Page[DocumentLine]:
        """Documents without their texts, the last published first."""
        return self._ask(searching.documents, wanted or DocumentFilter(), after=after, size=size)

    def count_documents(self, wanted: DocumentFilter, *, most: int = 1000) -> int:
        """How many documents a filter lets through, counted up to `most`."""
        return self._ask(searching.count_documents, wanted, most=most)

    def copies(self, text_sha256: str) -> list[DocumentLine]:
        """Every document that bears this very text."""
        return self._ask(searching.copies, text_sha256)

    def line(self, doc: str) -> DocumentLine | None:
        """One document without its text."""
        return self._ask(searching.line, doc)

    def issues(self, *, severity: str | None = None, after: str | None = None, size: int = PAGE) -> Page[Issue]:
        """What could not be read or trusted, what was met last first."""
        return self._ask(asking.leaf_issues, severity=severity, after=after, size=size)

    def issue_counts(self) -> dict[str, int]:
        """Severity → issues."""
        return self._ask(asking.issue_counts)

    # --- decisions and the log ----------------------------------------------------------------------------------------

    def judgements(self, *, after: str | None = None, size: int = PAGE) -> Page[Judgement]:
        """Judgements, the last first."""
        return self._ask(changing.judgements, after=after, size=size)

    def judgement(self, key: str) -> Judgement | None:
        """One judgement."""
        return self._ask(changing.judgement, key)

    def judgements_about(self, *things: str) -> list[Judgement]:
        """Judgements about any of these things, oldest first, with those that undo or supersede them."""
        return self._ask(lambda database: list(changing.judgements_about(database, list(things))))

    def corrections(self, *claims: str) -> Corrections:
        """What people corrected of these claims; `apply` lays it over a claim as the machine read it."""
        return Corrections(self.judgements_about(*claims) if claims else ())

    def log(self, *, after: str | None = None, size: int = PAGE) -> Page[Entry]:
        """The log, the last entry first."""
        return self._ask(changing.log, after=after, size=size)

    def head(self) -> tuple[int, str]:
        """Number and hash of the last entry of the log."""
        return self._ask(head)

    def changes(self, after: Change | int = 0, *, size: int = 1000) -> list[Change]:
        """What changed behind an entry of the log or behind the last change received, in order; go on from the last."""
        return self._ask(changing.changes, after, size=size)

    # --- for bundles of evidence, and those who watch -----------------------------------------------------------------

    def source_told(self, sha256: str) -> tuple[str, int]:
        """Name and size in bytes of what was received."""
        return self._ask(handing.source_told, sha256)

    def source_pieces(self, sha256: str) -> Iterator[bytes]:
        """The bytes as received, a piece at a time."""
        try:
            with troubles_told(self._path):
                yield from handing.source_pieces(self._database, sha256)
        except zlib.error as trouble:
            hint = "Run `hudna verify`."
            raise LedgerError(
                f"the bytes {sha256} in {self._path} cannot be unpacked: {trouble}", hint=hint
            ) from trouble

    def log_of(self, event: str, things: Sequence[str], as_of: Sequence[str], *, leave_out: str) -> tuple[Entry, ...]:
        """Entries of the log about some things and about an event, oldest first; without one sort of entry."""
        return self._ask(handing.log_of, event, things, as_of, leave_out)

    def head_without(self, what: str, verb: str) -> tuple[int, str]:
        """Number and hash of the last entry that is not of one sort and belongs to no run of one verb."""
        return self._ask(handing.head_without, what, verb)

    def noted(self, what: str) -> list[Entry]:
        """Every entry of one sort, oldest first."""
        return self._ask(lambda database: list(handing.noted(database, what)))

    def pulses(self) -> list[Pulse]:
        """How each source publishes, in order of their names."""
        return self._ask(pulses.pulses)

    # --- for exports --------------------------------------------------------------------------------------------------

    def documents_without_text(self, keys: Sequence[str]) -> dict[str, Document]:
        """Documents by id, without text and furniture; some hundreds at once."""
        return self._ask(asking.documents_without_text, keys)

    def events_by_claim(self, keys: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Claim → id and kind of the event that it is part of; some hundreds at once."""
        return self._ask(asking.events_by_claim, keys)

    def dump(self) -> Iterator[tuple[str, Any]]:
        """Everything, as (noun, value) that becomes JSON; `Ledger.restore` makes the same ledger of it."""
        with troubles_told(self._path):
            yield from dumping.dump(self._database)

"""From the ledger to what one report needs: selected by period, nothing computed."""

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

import msgspec

from hudna.ledger import Ledger
from hudna.model import Claim, Contradiction, Corrections, Document, Event, Finding, Issue, Judgement
from hudna.publish.report.period import Period

_HOSTILE = frozenset({"hostilities", "territory"})
_CALM = frozenset({"hostilities.halted"})
_CASUALTIES = frozenset({"killed", "wounded", "missing", "captured"})


class Tally(msgspec.Struct, frozen=True):
    """What is counted of one period."""

    documents: int = 0
    breaches: int = 0
    incidents: int = 0
    ceasefire: int = 0
    figures: int = 0
    accounts: int = 0
    casualties: int = 0
    humanitarian: int = 0


class Material(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the report tells, as the ledger has it."""

    period: Period
    as_of: str
    held_as_of: str | None
    """The date of the findings; None where there are none as of `as_of` or earlier."""
    documents: dict[str, Document]
    """All of the ledger, by id; only those that are cited have their text."""
    claims: dict[str, Claim]
    """All claims of the cited documents as people corrected them, in the order of documents and text."""
    as_read: dict[str, Claim] = {}
    """Those of them that people corrected, as the machine read them."""
    corrections: Corrections = Corrections(())
    events: tuple[Event, ...]
    """Of the period, by time."""
    earlier: tuple[Event, ...]
    """Of the previous period of equal length."""
    undated: tuple[Event, ...]
    """Told without a time, by documents without a date only: they belong to no period, and are not lost."""
    findings: tuple[Finding, ...]
    issues: tuple[Issue, ...]
    judgements: tuple[Judgement, ...]
    tally: Tally
    before: Tally
    words: bool = True
    """False where the words of articles stay in the house."""
    withheld: int = 0
    """Events that stay in the house."""

    @property
    def shown(self) -> tuple[Event, ...]:
        """All events that the report tells."""
        return (*self.events, *self.undated)

    @property
    def cited(self) -> tuple[Document, ...]:
        """Documents whose words are quoted, by publication and id."""
        wanted = {self.claims[claim].doc for event in self.shown for claim in event.claims if claim in self.claims}
        return tuple(sorted((self.documents[doc] for doc in wanted), key=_by_publication))

    @property
    def received(self) -> tuple[Document, ...]:
        """Documents published in the period."""
        return tuple(sorted(filter(self.period.published, self.documents.values()), key=_by_publication))


def gather(ledger: Ledger, period: Period, as_of: str) -> Material:
    """Ask the ledger for everything that a report on a period tells.

    Raises:
        LedgerError: The ledger cannot be read.
    """
    slim = {doc.id: msgspec.structs.replace(doc, text="") for doc in ledger.documents()}
    events = tuple(ledger.events())
    chosen = choose(events, slim, period)
    undated = tuple(event for event in events if _homeless(event, slim))
    cited = {doc for event in (*chosen, *undated) for doc in event.documents}
    held = max((day for day in ledger.as_of_dates() if day <= as_of), default=None)
    findings = tuple(ledger.findings(held)) if held is not None else ()
    earlier = choose(events, slim, period.previous)
    judgements = tuple(ledger.judgements())
    read = [claim for claim in ledger.claims() if claim.doc in cited]
    corrections = Corrections(judgements)
    return Material(
        period=period,
        as_of=as_of,
        held_as_of=held,
        documents={**slim, **{doc: found for doc in cited if (found := ledger.document(doc)) is not None}},
        claims={claim.id: corrections.apply(claim) for claim in read},
        as_read={claim.id: claim for claim in read if claim.id in corrections},
        corrections=corrections,
        events=chosen,
        earlier=earlier,
        undated=undated,
        findings=findings,
        issues=tuple(ledger.issues()),
        judgements=judgements,
        tally=tally(chosen, findings, sum(map(period.published, slim.values()))),
        before=tally(earlier, findings, sum(map(period.previous.published, slim.values()))),
    )


def choose(events: Iterable[Event], documents: Mapping[str, Document], period: Period) -> tuple[Event, ...]:
    """Events that were told in the period, or that are told for a day of it."""
    told = {doc.id for doc in documents.values() if period.published(doc)}
    return tuple(event for event in events if period.happened(event) or not told.isdisjoint(event.documents))


def _homeless(event: Event, documents: Mapping[str, Document]) -> bool:
    """True when neither the event nor any of its documents has a date."""
    told = [documents[doc].published for doc in event.documents if doc in documents]
    return event.when is None and all(one.first is None and one.last is None for one in told)


def _by_publication(document: Document) -> tuple[str, str]:
    return document.published.first or document.published.last or "~", document.id


# --- what events are, as far as the report counts them ----------------------------------------------------------------


def is_news(event: Event) -> bool:
    """Told as having happened, and not as history."""
    return event.modality == "actual" and not event.background


def is_incident(event: Event) -> bool:
    """A hostile act, as told."""
    hostile = event.kind.partition(".")[0] in _HOSTILE or event.kind == "ceasefire.violated"
    return is_news(event) and hostile and event.kind not in _CALM


def has_casualties(event: Event) -> bool:
    """Somebody is told to have been killed, wounded, missed or captured in it."""
    return is_news(event) and any(one.measure in _CASUALTIES and one.modality == "actual" for one in event.figures)


def differences_of_figures(event: Event) -> list[Contradiction]:
    """What its figures differ in, the hardest first.

    A part beside its whole differs from nothing, nor does the same number told with its side and without.
    """
    values = {one.claim: (one.lo, one.hi, one.bound) for one in event.figures}
    found = [
        one
        for one in event.contradictions
        if one.field.startswith("count.") and one.sort != "part_whole" and len(_values(one, values)) > 1
    ]
    return sorted(found, key=lambda one: one.sort != "exclusive")


def _values(one: Contradiction, values: Mapping[str, object]) -> set[object]:
    return {values[claim] for reading in one.readings for claim in reading.claims if claim in values}


def differing_figures(event: Event) -> bool:
    """Its figures differ."""
    return bool(differences_of_figures(event))


def rival_accounts(event: Event) -> bool:
    """Accounts of it cannot all be true."""
    return any(one.sort == "exclusive" for one in event.contradictions)


def of_class(event: Event, name: str) -> bool:
    """News of a class of kinds."""
    return is_news(event) and event.kind.partition(".")[0] == name


def breaches(findings: Iterable[Finding], events: Iterable[Event]) -> list[Finding]:
    """Alleged breaches by one of these events."""
    wanted = {event.id for event in events}
    return [one for one in findings if one.sort == "alleged_breach" and not wanted.isdisjoint(one.events)]


def tally(events: Sequence[Event], findings: Sequence[Finding], documents: int) -> Tally:
    """Counts of one period; an event that several clauses forbid is one alleged breach."""
    return Tally(
        documents=documents,
        breaches=len({event for one in breaches(findings, events) for event in one.events}),
        incidents=sum(map(is_incident, events)),
        ceasefire=sum(of_class(event, "ceasefire") for event in events),
        figures=sum(map(differing_figures, events)),
        accounts=sum(map(rival_accounts, events)),
        casualties=sum(map(has_casualties, events)),
        humanitarian=sum(of_class(event, "humanitarian") for event in events),
    )


def by_id(things: Iterable[Event]) -> dict[str, Event]:
    """Events by id."""
    return {thing.id: thing for thing in sorted(things, key=attrgetter("id"))}

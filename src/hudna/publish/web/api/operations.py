"""Every operation of the interface, once: its address, what it takes, what it answers, and how.

Routes and the OpenAPI document are both made from this list.
"""

from collections.abc import Callable
from typing import Any

import msgspec

import hudna
from hudna.errors import HudnaError
from hudna.knowledge import Knowledge
from hudna.ledger import ClaimFilter, DayCount, DocumentLine, Entry, Ledger, SourceCount
from hudna.model import Claim, Event, Finding, Judgement
from hudna.publish.web.api import questions as q
from hudna.publish.web.api.answers import Listed, OneClaim, OneDocument, OneEvent, PlaceLine, Stand, Told, listed


class UnknownError(HudnaError):
    """There is nothing with this id."""


class Question(msgspec.Struct, frozen=True):
    """One request, read."""

    ledger: Ledger
    knowledge: Knowledge
    asked: Any
    """The operation's own struct of `questions`."""
    key: str
    """The id in the address; empty where there is none."""
    here: str
    """The address without `after`, for links to the next page."""


class Operation(msgspec.Struct, frozen=True):
    """One thing that can be asked."""

    name: str
    path: str
    summary: str
    takes: type
    answers: Any
    """The type of the answer."""
    answer: Callable[[Question], object]


def _stand(told: Question) -> Stand:
    desk = told.ledger.desk
    seq, sealed = desk.head()
    theatres = tuple(one.id for one in told.knowledge.theatres)
    return Stand(hudna.__version__, theatres, desk.totals(), seq, sealed, told.ledger.as_of_dates())


def _events(told: Question) -> Listed[Event]:
    wanted = q.event_filter(told.asked, told.knowledge, told.ledger)
    return listed(told.ledger.desk.events(wanted, after=told.asked.after, size=told.asked.size), told.here)


def _event(told: Question) -> OneEvent:
    event = _there(told.ledger.event(told.key), "event", told.key)
    desk = told.ledger.desk
    claims = tuple(desk.claims_of(event.id)[event.id])
    corrections = desk.corrections(*event.corrected)
    return OneEvent(
        event=event,
        claims=claims,
        corrected=tuple(corrections.apply(one) for one in claims if one.id in corrections),
        findings=tuple(desk.findings_of(event.id)),
        judgements=tuple(desk.judgements_about(event.id)),
        known_since=desk.known_since(event.id).get(event.id),
    )


def _claims(told: Question) -> Listed[Claim]:
    wanted = q.word_search(told.asked, told.knowledge, told.ledger)
    return listed(told.ledger.desk.search(wanted, after=told.asked.after, size=told.asked.size), told.here)


def _claim(told: Question) -> OneClaim:
    claim = _there(told.ledger.claim(told.key), "claim", told.key)
    events = tuple(event.id for event in told.ledger.events_of_claim(claim.id))
    corrections = told.ledger.desk.corrections(claim.id)
    corrected = corrections.apply(claim) if claim.id in corrections else None
    return OneClaim(claim, corrected, events, tuple(told.ledger.desk.judgements_about(claim.id)))


def _documents(told: Question) -> Listed[DocumentLine]:
    wanted = q.document_filter(told.asked, told.knowledge)
    return listed(told.ledger.desk.documents(wanted, after=told.asked.after, size=told.asked.size), told.here)


def _document(told: Question) -> OneDocument:
    document = _there(told.ledger.document(told.key), "document", told.key)
    copies = tuple(one.id for one in told.ledger.desk.copies(document.text_sha256))
    return OneDocument(document, tuple(told.ledger.claims(ClaimFilter(docs=(document.id,)))), copies)


def _contradictions(told: Question) -> Listed[Told]:
    asked: q.ForContradictions = told.asked
    page = told.ledger.desk.disputes(
        sort=asked.sort, field=asked.field, first=asked.first, last=asked.last, after=asked.after, size=asked.size
    )
    items = tuple(Told(one.event.id, one.event.kind, one.event.when, one.contradiction) for one in page.items)
    found = listed(page, told.here)
    return Listed(items, found.next)


def _breaches(told: Question) -> Listed[Finding]:
    wanted = q.breach_filter(told.asked)
    return listed(told.ledger.desk.breaches(wanted, after=told.asked.after, size=told.asked.size), told.here)


def _duties(told: Question) -> Listed[Finding]:
    found = told.ledger.desk.obligations(as_of=told.asked.as_of, agreement=told.asked.agreement)
    return Listed(tuple(found), None)


def _days(told: Question) -> Listed[DayCount]:
    asked: q.ForCounts = told.asked
    found = told.ledger.desk.by_period(asked.grain, first=asked.first, last=asked.last, kinds=asked.kind)
    return Listed(tuple(found), None)


def _places(told: Question) -> Listed[PlaceLine]:
    counts: dict[str, dict[str, int]] = {}
    for one in told.ledger.desk.by_place(told.asked.first, told.asked.last, told.asked.kind):
        counts.setdefault(one.place, {})[one.kind] = one.events
    return Listed(tuple(_place(told.knowledge, code, kinds) for code, kinds in counts.items()), None)


def _place(knowledge: Knowledge, code: str, kinds: dict[str, int]) -> PlaceLine:
    known = knowledge.places.get(code)
    if known is None:
        return PlaceLine(code, code, code, None, None, None, kinds)
    return PlaceLine(code, known.name_ar, known.name_en, known.lat, known.lon, known.precision_km, kinds)


def _sources(told: Question) -> Listed[SourceCount]:
    return Listed(tuple(told.ledger.desk.by_source(told.asked.first, told.asked.last)), None)


def _judgements(told: Question) -> Listed[Judgement]:
    return listed(told.ledger.desk.judgements(after=told.asked.after, size=told.asked.size), told.here)


def _log(told: Question) -> Listed[Entry]:
    return listed(told.ledger.desk.log(after=told.asked.after, size=told.asked.size), told.here)


T = Any


def _there(found: T | None, what: str, key: str) -> T:
    if found is None:
        raise UnknownError(f"there is no {what} {key!r}", hint="Ids come with lists and with /api/v1/changes.")
    return found


OPERATIONS = (
    Operation("stand", "/", "How much there is, and how far the log has come", q.Nothing, Stand, _stand),
    Operation("events", "/events", "Events, the latest day first", q.ForEvents, Listed[Event], _events),
    Operation("event", "/events/{id}", "One event with all that is said of it", q.Nothing, OneEvent, _event),
    Operation("claims", "/claims", "Search claims", q.ForClaims, Listed[Claim], _claims),
    Operation("claim", "/claims/{id}", "One claim", q.Nothing, OneClaim, _claim),
    Operation("documents", "/documents", "Documents, without texts", q.ForDocuments, Listed[DocumentLine], _documents),
    Operation("document", "/documents/{id}", "One document with its text", q.Nothing, OneDocument, _document),
    Operation(
        "contradictions",
        "/contradictions",
        "Values that differ, side by side",
        q.ForContradictions,
        Listed[Told],
        _contradictions,
    ),
    Operation("breaches", "/breaches", "Alleged breaches", q.ForBreaches, Listed[Finding], _breaches),
    Operation("duties", "/duties", "Duties of the agreements as assessed", q.ForDuties, Listed[Finding], _duties),
    Operation("days", "/counts/days", "Events by period and kind", q.ForCounts, Listed[DayCount], _days),
    Operation("places", "/counts/places", "Events by place and kind", q.ForPlaces, Listed[PlaceLine], _places),
    Operation("sources", "/counts/sources", "What each source brought", q.ForSources, Listed[SourceCount], _sources),
    Operation(
        "judgements", "/judgements", "People's decisions, the last first", q.Paged, Listed[Judgement], _judgements
    ),
    Operation("log", "/log", "The hash-chained log, the last entry first", q.Paged, Listed[Entry], _log),
)

"""The chain from a finding to its words, as lines for people."""

from collections.abc import Iterator, Sequence

from hudna.cli.options import load
from hudna.errors import HudnaError, UsageError
from hudna.ledger import Ledger
from hudna.model import Claim, Document, Event, Finding, Mention, Origin
from hudna.model.correction import sentence

AROUND = 160
"""Characters of context on either side when the line of the text is long."""


def explain_thing(book: Ledger, key: str) -> Iterator[str]:
    """Lines about the claim, event or finding with this id.

    Raises:
        UsageError: Nothing in the ledger has this id.
    """
    if claim := book.claim(key):
        yield from explain_claim(book, claim)
    elif event := book.event(key):
        yield from explain_event(book, event)
    elif finding := book.finding(key):
        yield from explain_finding(book, finding)
    else:
        raise UsageError(
            f"nothing in {book.path} has the id {key!r}",
            hint="Ids: hudna claims --ledger FILE, hudna export --ledger FILE",
        )


def explain_claim(book: Ledger, claim: Claim) -> Iterator[str]:
    """The claim, its words in their place, and why each field is what it is."""
    document = book.document(claim.doc)
    if document is None:  # a claim's document is a foreign key: this is a damaged file
        raise UsageError(f"the document {claim.doc} of claim {claim.id} is missing", hint="Run hudna verify.")
    yield f"Claim {claim.id}: {claim.kind}, {claim.modality}{', background' if claim.background else ''}"
    yield ""
    yield from _words(document, claim)
    yield ""
    yield from _fields(claim)
    yield from _listed("Why", claim.why)
    yield from _listed("Mentions in it", _mentions(book, claim))
    yield ""
    yield from _source(document, book.origins_of(document.bytes_sha256))
    yield from _listed("Part of", [f"event {event.id}: {event.kind}" for event in book.events_of_claim(claim.id)])
    yield from _listed("As people corrected it", [sentence(one) for one in book.desk.corrections(claim.id).of(claim)])
    decided = [f"{one.verb} by {one.who} at {one.at}: {one.reason}" for one in book.judgements(claim.id)]
    yield from _listed("Decided", decided)


def _words(document: Document, claim: Claim) -> Iterator[str]:
    """The line of the text that holds the quote, which stands between marks."""
    text = document.text
    start = max(text.rfind("\n", 0, claim.start) + 1, claim.start - AROUND)
    end = text.find("\n", claim.end)
    end = min(len(text) if end < 0 else end, claim.end + AROUND)
    yield f"  {text[start : claim.start]}⟦{claim.quote}⟧{text[claim.end : end]}"
    yield f"  {document.id}, characters {claim.start} to {claim.end}"


def _fields(claim: Claim) -> Iterator[str]:
    count = claim.count
    figure = ""
    if count:
        low, high = ("…" if bound is None else str(bound) for bound in (count.lo, count.hi))
        who = " ".join(filter(None, (count.who, f"of {count.side}" if count.side else "")))
        part = f", part of {count.subset_of}" if count.subset_of else ""
        figure = f"{low} to {high} {count.measure} ({count.bound}) {who}{part}".rstrip()
    shown = {
        "who does it": ", ".join(claim.agents),
        "to whom": ", ".join(claim.targets),
        "where": ", ".join(claim.places),
        "when": " to ".join(claim.when or ()),
        "how many": figure,
        "who says so": " via ".join(claim.by) or "the source in its own voice",
        "how sure": f"{claim.confidence:.2f}",
        "rule": claim.rule,
    }
    yield from (f"  {name:<12} {value}" for name, value in shown.items() if value)


def _listed(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"{title}:"
        yield from (f"  - {line}" for line in lines)


def _source(document: Document, origins: Sequence[Origin]) -> Iterator[str]:
    published = document.published
    when = " to ".join(dict.fromkeys(filter(None, (published.first, published.last)))) or "unknown"
    yield f"Source: {document.source or 'not known'}{f', {document.url}' if document.url else ''}"
    if document.title:
        yield f"Title: {document.title}"
    yield f"Published: {when} ({published.basis})"
    yield from (f"  - {line}" for line in published.why)
    yield f"Bytes as received: {document.bytes_sha256}"
    yield from (f"  - in {_place(origin)}" for origin in origins)
    yield f"Preserved text: {document.text_sha256} ({document.encoding}, {document.extractor})"


def _place(origin: Origin) -> str:
    inside = f", {origin.path}" if origin.path else ""
    at = "" if origin.offset is None else f", byte {origin.offset}"
    return f"{origin.name} ({origin.archive}){inside}{at}; record {origin.record_sha256}, by {origin.tool}"


def _mentions(book: Ledger, claim: Claim) -> list[str]:
    """Mentions inside the quote. They are not kept: the document is read again."""
    try:
        found = _read_again(book, claim.doc)
    except HudnaError as error:
        return [f"(not shown: {error.message})"]
    inside = [mention for mention in found if claim.start <= mention.start and mention.end <= claim.end]
    return [f"{one.type} «{one.text}» = {_value(one)} (rule {one.rule})" for one in inside]


def _read_again(book: Ledger, doc: str) -> tuple[Mention, ...]:
    from hudna.pipeline import read_safely

    theatre, given = book.theatre(), book.document(doc)
    if theatre is None or given is None:
        return ()
    return read_safely(given, load(theatre), mentions=True).mentions


def _value(mention: Mention) -> str:
    return ", ".join(f"{name} {value}" for name, value in mention.value.items() if value is not None)


def explain_event(book: Ledger, event: Event) -> Iterator[str]:
    """The event, its accounts side by side, and its claims."""
    when = " to ".join(event.when or ()) or "at an unknown time"
    yield f"Event {event.id}: {event.kind}, {when}, {', '.join(event.places) or 'at an unknown place'}"
    yield f"Told by {event.sources} sources; independent origins: {', '.join(event.origins)}"
    yield from _listed("Why", event.why)
    if event.verdicts:
        verdicts = event.verdicts
        yield f"Happened: {verdicts.happened}. Who: {verdicts.who}. Violation: {verdicts.violation}."
        yield from _listed("Because", verdicts.why)
    yield from _listed("Warnings", event.warnings)
    for contradiction in event.contradictions:
        accounts = [f"{one.value}: {', '.join(one.speakers)}" for one in contradiction.readings]
        yield from _listed(
            f"Accounts of {contradiction.field} differ ({contradiction.sort}; {contradiction.why})", accounts
        )
    yield from _claim_lines(book, event.claims)


def explain_finding(book: Ledger, finding: Finding) -> Iterator[str]:
    """The finding, what each assessor says, and its claims."""
    yield f"Finding {finding.id}: {finding.agreement}, clause {finding.clause}, as of {finding.as_of}"
    yield f"Status: {finding.status}{f' ({finding.reason})' if finding.reason else ''}; due: {finding.due or 'no date'}"
    yield from _listed("Why", finding.why)
    said = [f"{one.assessor}: {one.status} (reading: {one.reading}), {one.why}" for one in finding.assessors]
    yield from _listed("Assessors", said)
    yield from _listed("Events", [f"{key}" for key in finding.events])
    yield from _claim_lines(book, finding.claims)


def _claim_lines(book: Ledger, keys: Sequence[str]) -> Iterator[str]:
    claims = [claim for key in keys if (claim := book.claim(key))]
    yield from _listed(
        "Claims", [f"{one.id} {one.kind} by {' via '.join(one.by) or one.doc}: «{one.quote}»" for one in claims]
    )

"""What an event leans on, as the ledger has it: asked for once, before anything is written."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from hudna.errors import UsageError
from hudna.ledger import ClaimFilter, Entry, Ledger
from hudna.model import Claim, Copied, CopyGroup, Document, Event, Finding, Issue, Judgement, Origin

MADE = "bundle.made"
"""What the log calls handing out a bundle."""
VERB = "bundle"
"""The verb of runs that do."""


class Source(msgspec.Struct, frozen=True):
    """Bytes as received, told without them."""

    sha256: str
    size: int
    name: str
    """As it came; it names no file of the bundle, for who wrote it may be anybody."""
    origins: tuple[Origin, ...]


class Evidence(msgspec.Struct, frozen=True, kw_only=True):
    """All of it; the sources' bytes stay in the ledger until they are written."""

    event: Event
    known_since: str | None
    """ISO time (UTC) at which the event was first known."""
    claims: tuple[Claim, ...]
    """Of the event, in the order of documents and text."""
    others: tuple[Claim, ...]
    """The other claims of its documents: pages number claims by them, the bundle does not hold them."""
    documents: tuple[Document, ...]
    copies: tuple[Copied, ...]
    groups: tuple[CopyGroup, ...]
    sources: tuple[Source, ...]
    findings: tuple[Finding, ...]
    judgements: tuple[Judgement, ...]
    """About the event, its claims, its findings, and those that undo them."""
    issues: tuple[Issue, ...]
    log: tuple[Entry, ...]
    """Entries about all these things, oldest first."""
    head: tuple[int, str]
    """Number and hash of the last entry of the log that is not about handing out a bundle."""


def gather_evidence(ledger: Ledger, key: str) -> Evidence:
    """Ask the ledger for everything about one event.

    Raises:
        UsageError: There is no such event.
        LedgerError: The ledger cannot be read.
    """
    event = ledger.event(key)
    if event is None:
        hint = "Ids: hudna events --ledger FILE --json. Events change their ids when other claims join them."
        raise UsageError(f"nothing in {ledger.path} is an event with the id {key!r}", hint=hint)
    claims = {one.id: one for doc in event.documents for one in ledger.claims(ClaimFilter(docs=(doc,)))}
    documents = [found for doc in event.documents if (found := ledger.document(doc)) is not None]
    told = [ledger.copies_of(one.id) for one in documents]
    sources = tuple(_source(ledger, sha) for sha in sorted({one.bytes_sha256 for one in documents}))
    findings = tuple(ledger.desk.findings_of(event.id))
    judgements = _judgements(ledger, [event.id, *event.claims, *(one.id for one in findings)])
    things = (*_things(documents, sources), event.id, *(one.id for one in judgements))
    return Evidence(
        event=event,
        known_since=ledger.desk.known_since(event.id).get(event.id),
        claims=tuple(one for one in claims.values() if one.id in set(event.claims)),
        others=tuple(one for one in claims.values() if one.id not in set(event.claims)),
        documents=tuple(documents),
        copies=tuple(one for copied, _ in told for one in copied),
        groups=tuple({group.id: group for _, group in told if group}.values()),
        sources=sources,
        findings=findings,
        judgements=judgements,
        issues=tuple(one for doc in event.documents for one in ledger.issues(doc=doc)),
        log=ledger.desk.log_of(event.id, things, sorted({one.as_of for one in findings}), leave_out=MADE),
        head=ledger.desk.head_without(MADE, VERB),
    )


def _source(ledger: Ledger, sha256: str) -> Source:
    name, size = ledger.desk.source_told(sha256)
    return Source(sha256, size, name, ledger.origins_of(sha256))


_AT_ONCE = 500
"""Ids in one question: a database takes some thousands."""


def _judgements(ledger: Ledger, keys: Sequence[str]) -> tuple[Judgement, ...]:
    portions = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
    found = {one.id: one for some in portions for one in ledger.desk.judgements_about(*some)}
    return tuple(sorted(found.values(), key=lambda one: (one.at, one.id)))


def _things(documents: Iterable[Document], sources: Iterable[Source]) -> tuple[str, ...]:
    """What the log calls documents, bytes and places in archives."""
    places = (_place(origin) for one in sources for origin in one.origins)
    return (*(one.id for one in documents), *(one.sha256 for one in sources), *places)


def _place(origin: Origin) -> str:
    inside = f"!{origin.path}" if origin.path else ""
    return f"{origin.archive}{inside}@{origin.offset}"


def tools_of(evidence: Evidence) -> dict[str, list[str]]:
    """What took part, each with its version: as documents, records, claims and the log name it."""
    payloads = [msgspec.json.decode(one.payload) for one in evidence.log if one.what.startswith("document.")]
    return {
        "extractors": sorted({one.extractor for one in evidence.documents}),
        "archive_tools": sorted({origin.tool for one in evidence.sources for origin in one.origins if origin.tool}),
        "readers": _named(payloads, "reader"),
        "knowledge": _named(payloads, "knowledge"),
        "rules": sorted({one.rule for one in evidence.claims}),
    }


def _named(payloads: Iterable[dict[str, Any]], field: str) -> list[str]:
    return sorted({str(one[field]) for one in payloads if one.get(field)})

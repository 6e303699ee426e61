"""One bundle: evidence in, a ZIP out; the manifest last, for it names everything else."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

import hudna
from hudna.knowledge import Knowledge
from hudna.ledger import Ledger
from hudna.model import Claim, Document
from hudna.publish.bundle import members
from hudna.publish.bundle.evidence import Evidence, Source, gather_evidence, tools_of
from hudna.publish.bundle.members import Members
from hudna.publish.bundle.page import index_name, notices, write_index
from hudna.publish.report.wording import LANGUAGES

FORMAT = "hudna.bundle"
VERSION = 1


def make_bundle(ledger: Ledger, knowledge: Knowledge, event: str, out: Path) -> dict[str, Any]:
    """Write the evidence of one event.

    Args:
        ledger: Only asked, never written.
        knowledge: The packs, for labels on the index pages.
        event: Its id.
        out: The ZIP; one that is there is overwritten when the new one is whole.

    Returns:
        The manifest, with `manifest_sha256`, its own hash: whoever notes it down can show later that nothing changed.

    Raises:
        UsageError: There is no such event.
        LedgerError: The ledger cannot be read.
        OSError: The file cannot be written.
    """
    evidence = gather_evidence(ledger, event)
    unfinished = out.with_name(f".{out.name}.unfinished")
    try:
        with Members(unfinished) as zipped:
            _write(zipped, ledger, knowledge, evidence)
            told = _manifest(zipped, evidence, knowledge)
            manifest = zipped.add(members.MANIFEST, members.pretty(told))
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)
    return {**told, "manifest_sha256": manifest.sha256}


def _write(zipped: Members, ledger: Ledger, knowledge: Knowledge, evidence: Evidence) -> None:
    for language in LANGUAGES:
        zipped.add(index_name(language), [write_index(evidence, knowledge, language).encode()])
    event = {"event": evidence.event, "known_since": evidence.known_since}
    zipped.add("event.json", members.pretty(event))
    for name, things in _tables(evidence):
        zipped.add(f"{name}.jsonl", members.lines(things))
    for text, sha in sorted({(one.text, one.text_sha256) for one in evidence.documents}, key=lambda pair: pair[1]):
        zipped.add(members.text_name(sha), [text.encode("utf-8", "surrogatepass")])
    for source in evidence.sources:
        zipped.add(members.source_name(source.sha256), ledger.desk.source_pieces(source.sha256))
    for sha, head, body in _records(evidence.sources):
        zipped.add(members.record_name(sha), _joined(head, ledger.desk.source_pieces(body)))
    zipped.add(members.SUMS, members.sums(zipped.written))


def _tables(evidence: Evidence) -> Iterator[tuple[str, Iterable[object]]]:
    yield "documents", (_document(one) for one in evidence.documents)
    yield "claims", evidence.claims
    yield "spans", (_span(one, evidence) for one in evidence.claims)
    yield "sources", (_source(one) for one in evidence.sources)
    yield "copies", (*({"copied": one} for one in evidence.copies), *({"group": one} for one in evidence.groups))
    yield "findings", evidence.findings
    yield "judgements", evidence.judgements
    yield "issues", evidence.issues
    yield "log", evidence.log


def _document(document: Document) -> dict[str, Any]:
    """A document with the file of its text in place of the text."""
    told: dict[str, Any] = msgspec.to_builtins(document)
    return {**told, "text": members.text_name(document.text_sha256)}


def _span(claim: Claim, evidence: Evidence) -> dict[str, Any]:
    """Where a claim's words stand: in characters of the text, and in bytes of its file."""
    document = next(one for one in evidence.documents if one.id == claim.doc)
    before, words = (_utf8(part) for part in (document.text[: claim.start], document.text[claim.start : claim.end]))
    return {
        "claim": claim.id,
        "doc": claim.doc,
        "file": members.text_name(document.text_sha256),
        "start": claim.start,
        "end": claim.end,
        "first_byte": len(before),
        "bytes": len(words),
        "quote_sha256": hashlib.sha256(words).hexdigest(),
    }


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _source(source: Source) -> dict[str, Any]:
    """Bytes as received, with every place in archives where they lay."""
    origins = [
        {**msgspec.to_builtins(one), "record": members.record_name(one.record_sha256) if one.head else None}
        for one in source.origins
    ]
    told = {"sha256": source.sha256, "size": source.size, "name": source.name}
    return {**told, "file": members.source_name(source.sha256), "origins": origins}


def _records(sources: Iterable[Source]) -> list[tuple[str, bytes, str]]:
    """(hash, headers, hash of the bytes) of every record that is more than its bytes."""
    found = {one.record_sha256: (one.head, source.sha256) for source in sources for one in source.origins if one.head}
    return [(sha, head, body) for sha, (head, body) in sorted(found.items())]


def _joined(head: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield head
    yield from pieces


def _manifest(zipped: Members, evidence: Evidence, knowledge: Knowledge) -> dict[str, Any]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "hudna": hudna.__version__,
        "labels": knowledge.fingerprint,
        "internal": True,
        "notice": notices(),
        "event": evidence.event.id,
        "ledger": {"entries": evidence.head[0], "head": evidence.head[1]},
        "tools": tools_of(evidence),
        "files": msgspec.to_builtins(zipped.written),
    }

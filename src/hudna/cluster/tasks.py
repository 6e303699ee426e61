"""What a worker does with one unit. Everything here is pure but for the parts that it writes."""

import hashlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from hudna.cluster import tables
from hudna.cluster.store import Store
from hudna.cluster.units import Unit, at_hand
from hudna.intake import Gate, IntakeOptions, gate_of, open_sources
from hudna.knowledge import Knowledge, load_knowledge
from hudna.model import ChronicleEntry, Document, Issue
from hudna.pipeline import read_safely
from hudna.reading import READER_VERSION, ReadDocument, anchors_of

PARTS = "parts"
LENT = "lent.json"
_lent = msgspec.json.Decoder(tuple[ChronicleEntry, ...])


class Job(msgspec.Struct, frozen=True):
    """What all units of a run have in common."""

    out: str
    theatres: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    knowledge: str = ""
    """Fingerprint of the packs: workers refuse to work with others."""
    reader: str = READER_VERSION
    gate: bool | None = None
    """Whether the relevance gate stands before everything (True), nothing (False), or pages of web archives (None)."""
    columns: tuple[tuple[str, str], ...] = ()
    """For tables: field and the column that holds it."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """A unit that is done: its line in the manifest. It is written last, so it says that the parts are whole."""

    unit: Unit
    basis: str
    """What it was read with; another one is read again."""
    documents: int
    claims: int
    days: tuple[str, ...]
    ids: dict[str, str]
    """Every document's id with the SHA-256 of its text."""
    undated: tuple[str, ...] = ()
    """Those that did not say when they were published."""
    taken: dict[str, str] = {}
    """Ids that earlier units had given, so that its own documents got others."""
    left_out: int = 0
    """Pages that the gate left out."""
    lent: str = ""
    """Digest of the events by which its undated documents were dated; empty before that."""
    issues: tuple[Issue, ...] = ()
    sha256: dict[str, str]
    """Of its parts."""


class OtherKnowledgeError(Exception):
    """A worker's packs are not those of the run: its Hudna is another version."""


@lru_cache(maxsize=2)
def packs(theatres: tuple[str, ...], folders: tuple[str, ...]) -> Knowledge:
    """The packs, loaded once in a worker."""
    return load_knowledge(theatres, folders=[Path(one) for one in folders])


@lru_cache(maxsize=2)
def _gate(theatres: tuple[str, ...], folders: tuple[str, ...]) -> Gate | None:
    """The gate for these packs, built once in a worker: that takes as long as asking it about a thousand pages."""
    return gate_of(packs(theatres, folders))


def knowledge_of(job: Job) -> Knowledge:
    """The packs of a run.

    Raises:
        OtherKnowledgeError: They are not those that the run began with.
    """
    found = packs(job.theatres, job.folders)
    if job.knowledge and found.fingerprint != job.knowledge:
        raise OtherKnowledgeError(f"packs {found.fingerprint[:12]} here, {job.knowledge[:12]} where the run began")
    return found


def basis_of(job: Job, unit: Unit) -> str:
    """What a unit is read with, as one line."""
    return f"{unit.state} {job.knowledge} {job.reader} {job.gate} {job.columns}"


def read_unit(job: Job, unit: Unit, taken: dict[str, str] | None = None) -> Entry:
    """Open a file, read its documents, write its parts.

    Args:
        job: The run.
        unit: The file.
        taken: Ids that earlier units gave, with the SHA-256 of their texts: its documents get other ids.
    """
    knowledge = knowledge_of(job)
    opened = _received(job, unit, taken or {})
    done = [read_safely(document, knowledge) for document in opened.documents]
    undated = tuple(one.document.id for one in done if _undated(one.document))
    return _written(job, unit, done, opened, undated=undated, taken=taken or {})


class _Opened(msgspec.Struct, frozen=True):
    documents: list[Document]
    issues: list[Issue]
    left_out: int


def _received(job: Job, unit: Unit, taken: dict[str, str]) -> _Opened:
    documents: list[Document] = []
    issues: list[Issue] = []
    left_out = 0
    gate = _gate(job.theatres, job.folders) if job.gate is not False else None
    options = IntakeOptions(gate=gate, gate_all=bool(job.gate), columns=dict(job.columns), known_text=taken.get)
    with at_hand(unit) as path:
        for item in open_sources([path], options=options):
            issues.extend(msgspec.structs.replace(one, where=one.where.replace(path, unit.url)) for one in item.issues)
            documents.extend(item.documents)
            left_out += item.left_out
    return _Opened(documents, issues, left_out)


def _written(job: Job, unit: Unit, done: list[ReadDocument], opened: _Opened, **told: Any) -> Entry:  # noqa: ANN401
    """Write the parts, then the entry; `told` are further fields of the entry."""
    store = Store(job.out)
    claims = (tables.claim_row(claim, one.document) for one in done for claim in one.claims)
    documents = (tables.document_row(one.document, len(one.claims)) for one in done)
    parts = {
        "claims": tables.packed(claims, tables.CLAIMS),
        "documents": tables.packed(documents, tables.DOCUMENTS),
    }
    for name, data in parts.items():
        store.write(f"{PARTS}/{unit.key}.{name}.parquet", data)
    entry = Entry(
        unit=unit,
        basis=basis_of(job, unit),
        documents=len(done),
        claims=sum(len(one.claims) for one in done),
        days=tuple(sorted({tables.day_of(one.document) for one in done})),
        ids={one.document.id: one.document.text_sha256 for one in done},
        left_out=opened.left_out,
        issues=(*opened.issues, *(issue for one in done for issue in one.issues)),
        sha256={name: hashlib.sha256(data).hexdigest() for name, data in parts.items()},
        **told,
    )
    store.write(f"{PARTS}/{unit.key}.json", msgspec.json.encode(entry, order="deterministic"))
    tables.release()
    return entry


def _undated(document: Document) -> bool:
    return document.published.first is None and document.published.last is None


def lend_unit(job: Job, entry: Entry) -> list[tuple[str, tuple[ChronicleEntry, ...]]]:
    """The news of a unit's dated documents, by which undated ones elsewhere can be dated; with the documents' ids."""
    data = Store(job.out).read(f"{PARTS}/{entry.unit.key}.documents.parquet") or b""
    dated = (one for one in tables.documents_in(data) if one.id not in entry.undated)
    return [(one.id, anchors_of(one)) for one in dated if one.published.first]


def date_unit(job: Job, entry: Entry, lent: str) -> Entry:
    """Read a unit's undated documents again with the news of the others, and write its parts anew.

    Args:
        job: The run.
        entry: The unit as it was read first.
        lent: Digest of what is lent; it lies in the store.
    """
    knowledge = knowledge_of(job)
    dated = _lent.decode(Store(job.out).read(LENT) or b"[]")
    opened = _received(job, entry.unit, entry.taken)
    again = [read_safely(one, knowledge, dated=dated if one.id in entry.undated else ()) for one in opened.documents]
    return _written(job, entry.unit, again, opened, undated=entry.undated, taken=entry.taken, lent=lent)


def gather_day(job: Job, day: str, keys: tuple[str, ...], left_out: dict[str, tuple[str, ...]]) -> dict[str, int]:
    """Bring what all units hold of a day into one file of claims and one of documents.

    Args:
        job: The run.
        day: An ISO day, or `unknown`.
        keys: Units that hold something of it, in order.
        left_out: Ids of documents that an earlier unit holds already, by unit.
    """
    store = Store(job.out)
    counts: dict[str, int] = {}
    for name, schema in (("claims", tables.CLAIMS), ("documents", tables.DOCUMENTS)):
        parts = ((store.read(f"{PARTS}/{key}.{name}.parquet") or b"", left_out.get(key, ())) for key in keys)
        data, counts[name] = tables.gathered(parts, schema, day)
        store.write(f"{name}/day={day}/{name}.parquet", data)
    return counts

"""The street for archives: files in, Parquet out, on one machine or many.

Each file is a unit, read by one worker with the same functions as on a laptop. Its parts and then its entry are written
whole; a unit with an entry is not read again. What needs several documents (ids given twice, undated texts, days,
copies, events) comes after, in an order that does not depend on who was first.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import msgspec

from hudna.cluster import tables
from hudna.cluster.engines import Engine
from hudna.cluster.store import Store
from hudna.cluster.tasks import (
    LENT,
    PARTS,
    Entry,
    Job,
    basis_of,
    date_unit,
    gather_day,
    knowledge_of,
    lend_unit,
    read_unit,
)
from hudna.cluster.units import Unit, units_of
from hudna.events import weigh_all
from hudna.intake.copies import told_together
from hudna.knowledge import Knowledge
from hudna.model import Claim, Document, Issue

MANIFEST = "manifest.json"
EVENTS = "events.jsonl"
ISSUES = "issues.jsonl"

Told = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and of how much."""


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """What a run made: the manifest."""

    knowledge: str
    reader: str
    units: dict[str, dict[str, str]]
    """SHA-256 of every unit's parts, by address."""
    left_out: int
    """Pages that the relevance gate left out."""
    documents: int
    claims: int
    events: int
    days: tuple[str, ...]
    issues: dict[str, int]
    """By severity."""
    content: str
    """SHA-256 over all days and events: equal content, equal digest, whoever did the work."""
    fresh: int = 0
    """Units that were read now; not in the manifest."""


def run_cluster(sources: Sequence[str], job: Job, engine: Engine, told: Told) -> Outcome:
    """Read all sources into the store of a job.

    Args:
        sources: Files, folders, addresses (`s3://…`).
        job: Where to, and with which packs; its fingerprint is filled in here.
        engine: Who does the work.
        told: Told how far it is.

    Raises:
        UsageError: There is nothing to read.
    """
    knowledge = knowledge_of(job)
    job = msgspec.structs.replace(job, knowledge=knowledge.fingerprint)
    units, issues = units_of(sources)
    entries, fresh = _read(units, job, engine, told)
    left_out = _settle_ids(entries, job)
    _date(entries, job, engine, told)
    days = _gather(entries, left_out, job, engine, told)
    _drop_others(job, days, {unit.key for unit in units})
    outcome = _weigh(entries, issues, days, job, knowledge)
    told("events", 1, 1)
    return msgspec.structs.replace(outcome, fresh=fresh)


def _read(units: Sequence[Unit], job: Job, engine: Engine, told: Told) -> tuple[dict[str, Entry], int]:
    """Entries by unit, in the order of the units; those that an earlier run wrote are taken as they are."""
    store = Store(job.out)
    known = {unit.key: _entry(store, unit, job) for unit in units}
    waiting = [unit for unit in units if known[unit.key] is None]
    for number, entry in enumerate(engine.each(read_unit, [(job, unit) for unit in waiting]), start=1):
        known[entry.unit.key] = entry
        told("reading", number, len(waiting))
    return {key: entry for key, entry in known.items() if entry is not None}, len(waiting)


def _entry(store: Store, unit: Unit, job: Job) -> Entry | None:
    data = store.read(f"{PARTS}/{unit.key}.json")
    try:
        found = msgspec.json.decode(data, type=Entry) if data else None
    except msgspec.DecodeError:
        return None  # of another version: read again
    return found if found is not None and found.basis == basis_of(job, unit) else None


def _settle_ids(entries: dict[str, Entry], job: Job) -> dict[str, tuple[str, ...]]:
    """Give ids that two units gave to the earlier one; the other's document is left out when its text is the same.

    Returns:
        Ids of documents that an earlier unit holds already, by unit.
    """
    texts: dict[str, str] = {}
    left_out: dict[str, tuple[str, ...]] = {}
    for key, entry in entries.items():
        taken = {one: texts[one] for one, sha256 in entry.ids.items() if texts.get(one, sha256) != sha256}
        if taken:
            entries[key] = entry = read_unit(job, entry.unit, {**entry.taken, **taken})  # noqa: PLW2901
        left_out[key] = tuple(one for one in entry.ids if one in texts)
        texts.update(entry.ids)
    return left_out


def _date(entries: dict[str, Entry], job: Job, engine: Engine, told: Told) -> None:
    """Date undated documents by the news of all others."""
    if not any(entry.undated for entry in entries.values()):
        return
    lending = engine.each(lend_unit, [(job, entry) for entry in entries.values()])
    news = sorted((one for some in lending for one in some), key=lambda one: one[0])
    lent = msgspec.json.encode([anchor for _, anchors in news for anchor in anchors])
    digest = hashlib.sha256(lent).hexdigest()
    Store(job.out).write(LENT, lent)
    waiting = [entry for entry in entries.values() if entry.undated and entry.lent != digest]
    for number, entry in enumerate(engine.each(date_unit, [(job, one, digest) for one in waiting]), start=1):
        entries[entry.unit.key] = entry
        told("dating", number, len(waiting))


def _gather(
    entries: dict[str, Entry], left_out: dict[str, tuple[str, ...]], job: Job, engine: Engine, told: Told
) -> tuple[str, ...]:
    holding: defaultdict[str, list[str]] = defaultdict(list)
    for key, entry in entries.items():
        for day in entry.days:
            holding[day].append(key)
    calls = [(job, day, tuple(keys), {key: left_out[key] for key in keys}) for day, keys in sorted(holding.items())]
    for number, _ in enumerate(engine.each(gather_day, calls), start=1):
        told("days", number, len(calls))
    return tuple(sorted(holding))


def _drop_others(job: Job, days: Iterable[str], keys: set[str]) -> None:
    """Take away what is left of units and days that are no more."""
    store = Store(job.out)
    for name in store.names(PARTS, ""):
        if name.partition(".")[0] not in keys:
            store.remove(f"{PARTS}/{name}")
    for name in ("claims", "documents"):
        for day in {*store.names(name, "")} - {f"day={day}" for day in days}:
            store.remove(f"{name}/{day}/{name}.parquet")


def _weigh(
    entries: dict[str, Entry], issues: Sequence[Issue], days: Sequence[str], job: Job, knowledge: Knowledge
) -> Outcome:
    """Group the claims of all days into events, and write what the run made."""
    store = Store(job.out)
    digest = hashlib.sha256()
    tables.release()
    claims, told = _of_days(store, days, digest)
    documents = told_together(told, knowledge)
    events = sorted(weigh_all(claims, documents, (), knowledge).events, key=lambda event: event.id)
    lines = b"".join(msgspec.json.encode(event, order="deterministic") + b"\n" for event in events)
    digest.update(lines)
    store.write(EVENTS, lines)
    met = [*issues, *(issue for entry in entries.values() for issue in entry.issues)]
    store.write(ISSUES, b"".join(msgspec.json.encode(one) + b"\n" for one in met))
    outcome = Outcome(
        knowledge=job.knowledge,
        reader=job.reader,
        units={entry.unit.url: entry.sha256 for entry in entries.values()},
        left_out=sum(entry.left_out for entry in entries.values()),
        documents=len(documents),
        claims=len(claims),
        events=len(events),
        days=tuple(days),
        issues={
            severity: sum(one.severity == severity for one in met) for severity in sorted({one.severity for one in met})
        },
        content=digest.hexdigest(),
    )
    store.write(MANIFEST, msgspec.json.encode(outcome, order="deterministic"))
    return outcome


def _of_days(store: Store, days: Sequence[str], digest: "hashlib._Hash") -> tuple[list[Claim], list[Document]]:
    """The claims of all days, in order, and their documents; the digest takes in every file."""
    claims: list[Claim] = []
    documents: list[Document] = []
    for day in days:
        for name in ("claims", "documents"):
            data = store.read(f"{name}/day={day}/{name}.parquet") or b""
            digest.update(data)
            if name == "claims":
                claims.extend(tables.claims_in(data))
            else:
                documents.extend(tables.documents_in(data))
    claims.sort(key=lambda one: (one.doc, one.start, one.end, one.id))
    return claims, documents


def issues_of(out: str) -> list[Issue]:
    """What a run met, as it was written."""
    data = Store(out).read(ISSUES) or b""
    return [msgspec.json.decode(line, type=Issue) for line in data.splitlines()]

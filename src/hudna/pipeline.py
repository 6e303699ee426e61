"""The street itself: the only file that knows all the rooms.

It carries documents from ``intake`` to ``reading``, claims to ``events``, events to ``compliance``, and
writes each result to the ``ledger``. The one line that points back is drawn here too: it asks the ledger for
earlier claims and judgements and hands them to ``events`` as plain arguments.

Every step is whole: a run that is killed between two steps, or in one, is taken up by the next run where the
ledger ends, and a run that finds everything done writes nothing.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from hudna.compliance import COMPLIANCE_VERSION, Reheld, hold, hold_again
from hudna.events import EVENTS_VERSION, Regrouped, Weighed, regroup, weigh_all
from hudna.intake import IntakeOptions, Received, open_sources
from hudna.intake.copies import Agencies, Finder, group_of
from hudna.knowledge import Knowledge
from hudna.ledger import CopyShelf, Ledger, ReadWith, SourceLostError, Weighing
from hudna.model import ChronicleEntry, Claim, Document, Finding, Issue, Judgement, Mention, Published, Summary
from hudna.model.promises import fault_of
from hudna.reading import READER_VERSION, Lending, ReadDocument, anchors_of, read_document
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.mentions import value_mentions
from hudna.reading.recognise.numbers import find_numbers
from hudna.reading.recognise.times import EVERYDAY, find_times, resolve_times
from hudna.reading.split import split_text

if TYPE_CHECKING:  # what opens connections is loaded only by those who ask for it
    from hudna.reading.opinion import SecondOpinion

VALUES = ("number", "time", "duration")
"""Types of mention that need no packs."""

Told = Callable[[str, int, int], None]
"""Called with a stage, how much of it is done, and of how much (0: not known)."""


def _untold(stage: str, done: int, total: int) -> None:
    """For callers who do not watch."""


class Rooms(msgspec.Struct, frozen=True, kw_only=True):
    """The doors of the rooms, so that tests can put others in their place."""

    open_sources: Callable[..., Iterator[Received]] = open_sources
    read_document: Callable[..., ReadDocument] = read_document
    weigh_all: Callable[..., Weighed] = weigh_all
    regroup: Callable[..., Regrouped] = regroup
    hold: Callable[..., tuple[Finding, ...]] = hold
    hold_again: Callable[..., Reheld | None] = hold_again
    reader: str = READER_VERSION


STREET = Rooms()
AS_IT_COMES = IntakeOptions()


def with_opinion(ask: "SecondOpinion", rooms: Rooms = STREET) -> Rooms:
    """The same rooms, where a model is asked about each document after the rules have read it.

    Whatever it does, the rules' claims stand. Documents that were read without it are read again, and the other way
    round, so a ledger never mixes the two; what got no answer is asked again by the next run.
    """

    def read(
        document: Document, knowledge: Knowledge, *, dated: Sequence[ChronicleEntry] = (), mentions: bool = False
    ) -> ReadDocument:
        return _asked(ask, rooms.read_document(document, knowledge, dated=dated, mentions=mentions), knowledge)

    return msgspec.structs.replace(rooms, read_document=read, reader=f"{rooms.reader}, {ask.mark}")


def _asked(ask: "SecondOpinion", read: ReadDocument, knowledge: Knowledge) -> ReadDocument:
    try:
        opinion = ask(read.document, read.claims, knowledge)
    except Exception as trouble:  # noqa: BLE001 - as in read_safely: what a stranger's answer breaks costs that answer
        # alone, and the issue names it.
        reason = f"the second opinion broke off: {type(trouble).__name__}: {trouble}"
        issue = Issue("reading", "warning", read.document.id, reason, "Please report it with the document.")
        return msgspec.structs.replace(read, issues=(*read.issues, issue))
    claims = sorted((*read.claims, *opinion.claims), key=lambda claim: (claim.start, claim.end))
    issues = (*read.issues, *opinion.issues)
    return msgspec.structs.replace(read, claims=tuple(claims), issues=issues, unanswered=opinion.unanswered)


# --- the whole street -------------------------------------------------------------------------------------------------


def walk(
    ledger: Ledger,
    sources: Sequence[str | Path],
    knowledge: Knowledge,
    *,
    as_of: str,
    intake: IntakeOptions = AS_IT_COMES,
    rooms: Rooms = STREET,
    told: Told = _untold,
) -> Summary:
    """From sources to findings. Call it inside a run of the ledger.

    Args:
        ledger: Open for writing.
        sources: Files, folders, `-`.
        knowledge: The packs of the theatre.
        as_of: ISO date on which obligations are looked at; nothing here asks the clock.
        intake: Limits, columns of tables, and the gate.
        rooms: The doors of the rooms.
        told: Told how far it is.

    Raises:
        LedgerError: The ledger cannot be written. Whatever else goes wrong becomes an issue.
    """
    met = take_in(ledger, sources, intake=intake, rooms=rooms, told=told)
    read = read_waiting(ledger, knowledge, rooms=rooms, told=told)
    find_copies(ledger, knowledge, told=told)
    weigh(ledger, knowledge, rooms=rooms, told=told)
    comply(ledger, knowledge, as_of=as_of, rooms=rooms, told=told)
    return summarise(ledger, met, read=read, as_of=as_of)


class Met(msgspec.Struct, frozen=True):
    """What a walk met at the door."""

    received: int = 0
    fresh: int = 0
    issues: tuple[Issue, ...] = ()
    left_out: int = 0


def take_in(
    ledger: Ledger,
    sources: Sequence[str | Path],
    *,
    intake: IntakeOptions = AS_IT_COMES,
    rooms: Rooms = STREET,
    told: Told = _untold,
) -> Met:
    """Keep bytes and documents of the sources; what is already there is skipped."""
    options = msgspec.structs.replace(intake, exclude=own_files(ledger.path), known_text=ledger.text_of)
    received = fresh = left_out = 0
    issues: list[Issue] = []
    for item in rooms.open_sources(sources, options=options):
        issues.extend(item.issues)
        left_out += item.left_out
        try:
            kept = ledger.keep(item.source, item.documents, item.issues, item.origin)
        except SourceLostError as trouble:
            lost = Issue("intake", "error", item.where, trouble.message, trouble.hint)
            issues.append(lost)
            ledger.save_issues([*item.issues, lost])
            continue
        received += len(item.documents)
        fresh += len(kept.new) + len(kept.changed)
        told("intake", received, 0)
    return Met(received, fresh, tuple(issues), left_out)


def own_files(ledger: Path) -> tuple[Path, ...]:
    """The ledger and what SQLite keeps beside it: a folder that is read may hold them."""
    return (ledger, *(ledger.with_name(ledger.name + ending) for ending in ("-wal", "-shm", "-journal")))


# --- reading: per document, pure --------------------------------------------------------------------------------------


def read_waiting(ledger: Ledger, knowledge: Knowledge, *, rooms: Rooms = STREET, told: Told = _untold) -> int:
    """Read every document that is new, or was read with other knowledge or by an older reader.

    Returns:
        How many documents were read.
    """
    read_with = ReadWith(knowledge=knowledge.fingerprint, reader=rooms.reader)
    waiting = ledger.stale(read_with)
    given = (pair for key in waiting if (pair := ledger.given(key)))
    for done, (digest, read) in enumerate(_read_all(given, knowledge, rooms), start=1):
        _save(ledger, read, read_with, given=digest, undated=_undated(read.document))
        told("reading", done, len(waiting))
    return len(waiting) + date_the_undated(ledger, knowledge, read_with, rooms=rooms)


def _read_all(
    given: Iterable[tuple[Document, str]], knowledge: Knowledge, rooms: Rooms
) -> Iterator[tuple[str, ReadDocument]]:
    """Documents in, readings out, in the same order, with the digest that came along.

    Reading is pure, so this loop may be a map over several processes: only here, and nothing else changes.
    """
    for document, digest in given:
        yield digest, read_safely(document, knowledge, rooms=rooms)


def read_safely(
    document: Document,
    knowledge: Knowledge,
    *,
    rooms: Rooms = STREET,
    dated: Sequence[ChronicleEntry] = (),
    mentions: bool = False,
) -> ReadDocument:
    """Read one document; a document that reading cannot bear gives an issue and no claims.

    Its mentions are given only when they are wanted: nothing on the street needs those that are part of no claim.
    """
    try:
        read = rooms.read_document(document, knowledge, dated=dated, mentions=mentions)
    except Exception as trouble:  # noqa: BLE001 - the one place where any defect of reading becomes an issue: one bad
        # document must not stop the other thousand. The exception's class is recorded, and the run's exit code says so.
        return ReadDocument(document=document, claims=(), mentions=(), issues=(_broke_off(document, trouble),))
    return _sound(read)


def _broke_off(document: Document, trouble: Exception) -> Issue:
    return Issue(
        stage="reading",
        severity="error",
        where=document.id,
        reason=f"reading broke off: {type(trouble).__name__}: {trouble}",
        hint="Its text is kept, no claims were read from it. Please report it with the document.",
    )


def _sound(read: ReadDocument) -> ReadDocument:
    """Leave out claims that break the record's promises, and say so: no claim without its words, no id twice."""
    kept: dict[str, Claim] = {}
    issues: list[Issue] = []
    for claim in read.claims:
        fault = fault_of(claim, read.document) or ("another claim has the same id" if claim.id in kept else "")
        if fault:
            issues.append(_left_out(claim, fault))
        else:
            kept[claim.id] = claim
    if not issues:
        return read
    return msgspec.structs.replace(read, claims=tuple(kept.values()), issues=(*read.issues, *issues))


def _left_out(claim: Claim, fault: str) -> Issue:
    return Issue(
        stage="reading",
        severity="error",
        where=claim.doc,
        reason=f"a claim ({claim.kind}, rule {claim.rule}) was left out: {fault}",
        hint="This is a defect of Hudna. Please report it with the document.",
        start=claim.start,
        end=claim.end,
    )


def _save(ledger: Ledger, read: ReadDocument, read_with: ReadWith, *, given: str, undated: bool) -> None:
    if read.unanswered:
        read_with = msgspec.structs.replace(read_with, reader=f"{read_with.reader}, unanswered")
    ledger.save_reading(read.document, read.claims, read.issues, read_with, given=given, undated=undated)


def _undated(document: Document) -> bool:
    return document.published.first is None and document.published.last is None


def date_the_undated(ledger: Ledger, knowledge: Knowledge, read_with: ReadWith, *, rooms: Rooms = STREET) -> int:
    """Second pass: documents that do not say when they were published are read again with the events of the others.

    What is lent comes only from documents that are dated on their own, so that neither the order of the documents nor a
    killed run changes the outcome. A document that comes in later can date an earlier one.

    Returns:
        How many documents were read again.
    """
    undated = ledger.dating.undated()
    lending = Lending(lend_dates(ledger) if undated else ())
    again = 0
    for key, last in undated:
        document, given = ledger.given(key) or (None, "")
        lent = lending.to(document) if document is not None else ()
        digest = hashlib.sha256(msgspec.json.encode(lent)).hexdigest() if lent else ""
        if document is not None and digest != last:
            read = read_safely(document, knowledge, rooms=rooms, dated=lent)
            _save(ledger, read, msgspec.structs.replace(read_with, dated=digest), given=given, undated=True)
            again += 1
    return again


TAKEN_APART = 500
"""Documents in one step of lending: a killed run loses no more than so many."""


def lend_dates(ledger: Ledger) -> tuple[ChronicleEntry, ...]:
    """The news of the dated documents, by which others that tell the same news can be dated; in the order of their ids.

    Only documents that were read since last time are taken apart for it, which costs about a fifth of reading them; and
    only where a document is undated.
    """
    missing = ledger.dating.missing()
    for start in range(0, len(missing), TAKEN_APART):
        found = (ledger.document(key) for key in missing[start : start + TAKEN_APART])
        ledger.dating.keep({document.id: anchors_of(document) for document in found if document is not None})
    return tuple(ledger.dating.lent())


# --- across documents -------------------------------------------------------------------------------------------------


COMPARED = 100
"""Documents in one step of comparing: a killed run loses no more than so many."""


def find_copies(ledger: Ledger, knowledge: Knowledge, *, told: Told = _untold) -> int:
    """Compare documents that were read since with all others: copies, edited copies, passages.

    Returns:
        How many documents were compared.
    """
    waiting = ledger.uncompared()
    finder, agencies = Finder(ledger.copies), Agencies(knowledge)
    for start in range(0, len(waiting), COMPARED):
        with ledger.comparing() as shelf:
            _compare(waiting[start : start + COMPARED], shelf, finder, agencies)
        told("copies", min(start + COMPARED, len(waiting)), len(waiting))
    return len(waiting)


def _compare(keys: Sequence[str], shelf: CopyShelf, finder: Finder, agencies: Agencies) -> None:
    again = dict.fromkeys(other for key in keys for other in shelf.drop(key))
    groups: dict[str, None] = {}
    for key in again:
        placed = finder.place(found) if (found := shelf.article(key)) else None
        if placed and placed.copied:
            shelf.keep(placed.copied)
            groups[placed.group] = None
    for group in groups:
        members = [found for key in shelf.members(group) if (found := shelf.article(key))]
        if len(members) > 1:
            shelf.name(group_of(members, agencies))


MANY = 0.05
"""Share of the documents from which on weighing everything anew is quicker than weighing what changed."""


def weigh(ledger: Ledger, knowledge: Knowledge, *, rooms: Rooms = STREET, told: Told = _untold) -> bool:
    """Group claims into events, with what people have decided about them.

    Only what new and changed documents can touch is grouped again, which gives the same as grouping everything; all of
    it where the packs, the rules or people's decisions are not those of last time.

    Returns:
        True when an event changed.
    """
    told("events", 0, 1)
    judgements = list(ledger.judgements())
    basis = _basis(knowledge, judgements)
    waiting = ledger.unweighed(basis)
    changed = False
    if waiting is None or len(waiting) > MANY * ledger.counts()["documents"]:
        changed = ledger.save_weighing(_weighed_anew(ledger, judgements, knowledge, basis, rooms))
    elif waiting:
        done = rooms.regroup(ledger, waiting, judgements, knowledge)
        changed = ledger.save_weighing(Weighing(whole=False, basis=basis, **msgspec.structs.asdict(done)))
    elif ledger.events_behind():  # documents were read again and say the same
        ledger.save_weighing(Weighing(events=(), whole=False, basis=basis))
    told("events", 1, 1)
    return changed


def _weighed_anew(
    ledger: Ledger, judgements: Sequence[Judgement], knowledge: Knowledge, basis: str, rooms: Rooms
) -> Weighing:
    claims, documents = list(ledger.claims()), list(ledger.texts())
    weighed = rooms.weigh_all(claims, documents, judgements, knowledge, keep=True)
    return Weighing(basis=basis, **msgspec.structs.asdict(weighed))


def _basis(knowledge: Knowledge, judgements: Sequence[Judgement]) -> str:
    """What all events lean on besides documents, as one hash."""
    held = [knowledge.fingerprint, EVENTS_VERSION, judgements]
    return hashlib.sha256(msgspec.json.encode(held)).hexdigest()


def comply(ledger: Ledger, knowledge: Knowledge, *, as_of: str, rooms: Rooms = STREET, told: Told = _untold) -> bool:
    """Hold the events against the agreements, as of a date.

    Only what changed since is held again, which gives the same as holding everything; all of it where the day, the
    packs, the rules or people's decisions are not those of last time.

    Returns:
        True when a finding changed.
    """
    told("compliance", 0, 1)
    judgements = list(ledger.judgements())
    judged = ledger.holding.judged(judgements)
    basis, changed = _held_with(knowledge, judgements, judged), False
    touched, done = ledger.holding.touched(as_of, basis), None
    if touched is not None and len(touched.claims) <= MANY * ledger.counts()["claims"]:
        done = rooms.hold_again(ledger.holding, *touched, knowledge, as_of, judgements, judged)
    if done is None:
        claims = list(ledger.claims())
        findings = rooms.hold(
            list(ledger.events()), claims, list(ledger.documents()), knowledge, as_of, judgements, judged
        )
        proposed = any(claim.proposed for claim in claims)
        changed = ledger.save_findings(as_of, findings, basis="" if proposed else basis)
    elif touched is not None and any(touched):
        changed = ledger.save_findings(as_of, done.findings, gone=done.gone, basis=basis)
    told("compliance", 1, 1)
    return changed


def _held_with(knowledge: Knowledge, judgements: Sequence[Judgement], judged: Sequence[Finding]) -> str:
    """What all findings of a day lean on besides events, claims and documents, as one hash."""
    held = [knowledge.fingerprint, COMPLIANCE_VERSION, judgements, judged]
    return hashlib.sha256(msgspec.json.encode(held)).hexdigest()


def summarise(ledger: Ledger, met: Met | None = None, *, read: int = 0, as_of: str | None = None) -> Summary:
    """Count what the ledger holds, beside what a walk met; obligations as of a date, or the latest asked for."""
    met = met or Met()
    counts = ledger.counts()
    classes: Counter[str] = Counter()
    for kind, number in ledger.claims_by_kind().items():
        classes[kind.partition(".")[0]] += number
    findings = list(ledger.findings(as_of))
    duties = Counter(finding.status for finding in findings if finding.sort == "obligation")
    issues = {*met.issues, *(issue for issue in ledger.issues() if issue.stage != "intake")}
    return Summary(
        documents=counts["documents"],
        received=met.received,
        fresh=met.fresh,
        left_out=met.left_out,
        read=read,
        undated=counts["undated"],
        claims=dict(sorted(classes.items())),
        events=counts["events"],
        contradictions=sum(len(event.contradictions) for event in ledger.events()),
        obligations=dict(sorted(duties.items())),
        alleged_breaches=sum(finding.sort == "alleged_breach" for finding in findings),
        issues=dict(sorted(Counter(issue.severity for issue in issues).items())),
        issues_met=tuple(sorted(issues, key=lambda issue: (issue.where, issue.reason))),
        as_of=findings[0].as_of if findings else None,
        span=ledger.span(),
    )


# --- without a ledger -------------------------------------------------------------------------------------------------


def read_sources(
    sources: Sequence[str | Path],
    knowledge_of: Callable[[Document], Knowledge],
    *,
    rooms: Rooms = STREET,
    mentions: bool = False,
) -> Iterator[ReadDocument | Issue]:
    """Read sources one document after the other, keeping nothing: readings, and issues of the door.

    `mentions` gives the mentions of each document too.
    """
    for item in rooms.open_sources(sources, options=IntakeOptions()):
        yield from item.issues
        for document in item.documents:
            yield read_safely(document, knowledge_of(document), rooms=rooms, mentions=mentions)


def mentions_in(
    text: str, knowledge: Knowledge, *, reference: str | None = None, everyday: bool = False, rooms: Rooms = STREET
) -> ReadDocument:
    """The mentions in a text that is nobody's document; claims are not looked for.

    Args:
        text: Any text.
        knowledge: The packs; places and actors come from them.
        reference: ISO date or date-time from which relative times count.
        everyday: Read times as somebody's speech at the reference («الأحد» is the coming one), not as news.
        rooms: The doors of the rooms.
    """
    published = Published(first=reference, last=reference, basis="given") if reference else Published()
    sha256 = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    document = Document(id="-", text=text, text_sha256=sha256, bytes_sha256=sha256, published=published)
    read = read_safely(document, knowledge, rooms=rooms, mentions=True)
    if not everyday or read.issues:
        return read
    others = tuple(mention for mention in read.mentions if mention.type not in VALUES)
    return msgspec.structs.replace(read, mentions=(*_spoken_values(text, published), *others))


def _spoken_values(text: str, reference: Published) -> tuple[Mention, ...]:
    """Numbers, times and durations, the times by everyday conventions."""
    words = split_text(fold_text(text))
    times = resolve_times(words, find_times(words), reference, conventions=EVERYDAY)
    taken = {token for time in times for token in range(time.first, time.last)}
    return value_mentions(words, [number for number in find_numbers(words) if number.first not in taken], times)

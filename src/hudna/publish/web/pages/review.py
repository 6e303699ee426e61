"""Review: what waits for a reader, one event with everything that can be decided about it, and what was decided.

A decision is kept as a judgement and enters the next weighing by the front door; nothing that the machine found is
overwritten. A second reader reads for himself: two who decide the same agree, two who do not are shown side by side.
Undoing is a decision too.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import Decision, Entry, EventFilter, Ledger, decide, is_there
from hudna.model import Claim, Corrections, Event, Finding, Judgement, standing
from hudna.model.judgement import HAPPENED, RULINGS, SIGNABLE, WHO
from hudna.publish.report.corrected import corrected_lines, decision_value
from hudna.publish.report.telling import event_chips
from hudna.publish.report.wording import direction_of, isolate, latin
from hudna.publish.web.asking import FormError, day_of, is_kind, kinds, one_of
from hudna.publish.web.desk import Desk, Given
from hudna.publish.web.lines import lines
from hudna.publish.web.rendering import show, show_missing

SIZE = 25
RECENT = 300
"""Decisions among which second readings are looked for."""
SHOWN = 40
"""Claims of one event that can be decided on; an event told more often is decided on as a whole."""
SUGGESTED = 8
"""Events of the same day and class that are offered for merging."""
NAMED = 6
"""Things that a line of a decision names: a merged event may have hundreds of claims."""
QUOTED = 120
"""Letters of a claim's words in such a line."""
COUNTED = 1000
"""Events that are counted; where there are more the page says «more than»."""
TABS = ("unread", "second", "differ", "decisions", "log")

Reading = Literal["agreed", "one", "differ"]


class Read(msgspec.Struct, frozen=True):
    """How far the readers of one thing have come."""

    state: Reading
    readers: tuple[str, ...]


class Thing(msgspec.Struct, frozen=True):
    """What a decision is about."""

    id: str
    href: str
    """Empty where there is no page."""
    words: str
    """Of a claim."""


class Line(msgspec.Struct, frozen=True):
    """One decision in a list."""

    id: str
    verb: Markup
    who: str
    when: Markup
    reason: str
    value: Markup | None
    about: tuple[Thing, ...]
    """What it is about, the first few."""
    more: int
    """How many more."""
    holds: bool
    """Neither undone nor superseded."""


class Said(msgspec.Struct, frozen=True):
    """One claim to decide on."""

    claim: Claim
    by: Markup
    kind: Markup
    href: str
    direction: str
    decisions: tuple[Line, ...]
    read: Read | None
    corrected: tuple[Markup, ...]
    """What people corrected, beside what the machine read."""
    correct: str
    """Where it can be corrected."""


# --- reading ----------------------------------------------------------------------------------------------------------


def reading_of(judgements: Sequence[Judgement]) -> Read | None:
    """How far readers have come: by what those who decided last and have not taken it back say.

    One who decides twice is one reader; his last word on each question counts. Readers differ where they answer one
    question differently: who accepts an event and who signs what became of it do not contradict each other.
    """
    names: dict[str, str] = {}
    answers: dict[str, dict[str, str]] = {}
    for one in standing(judgements):
        reader = one.who.strip().casefold()
        names[reader] = one.who
        for question, answer in _answers(one):
            answers.setdefault(question, {})[reader] = answer
    if not names:
        return None
    differ = any(len(set(told.values())) > 1 for told in answers.values())
    state: Reading = "differ" if differ else "one" if len(names) == 1 else "agreed"
    return Read(state, tuple(sorted(names.values())))


def _answers(one: Judgement) -> Iterable[tuple[str, str]]:
    """(question, answer) of a decision. Whoever signs a verdict takes the thing as rightly read."""
    if one.verb in {"accept", "reject", "verify", "rule"}:
        yield "rightly read", str(one.verb != "reject")
    if one.verb == "verify":
        yield "who" if (one.value or "").startswith("who:") else "happened", one.value or ""
    elif one.verb not in {"accept", "reject"}:
        yield f"{one.verb} {' '.join(one.about)}", one.value or ""


def _lines(desk: Desk, judgements: Iterable[Judgement], among: Sequence[Judgement]) -> list[Line]:
    """Decisions as lines; `among` holds those that may have undone them."""
    held = {one.id for one in standing(among)}
    return [_line(desk, one, holds=one.id in held) for one in judgements]


def _line(desk: Desk, one: Judgement, *, holds: bool) -> Line:
    return Line(
        id=one.id,
        verb=desk.words.label("verb", one.verb),
        who=one.who,
        when=desk.dating.at(one.at),
        reason=one.reason,
        value=decision_value(desk.telling, one),
        about=tuple(_thing(desk, key) for key in one.about[:NAMED]),
        more=max(len(one.about) - NAMED, 0),
        holds=holds,
    )


def _thing(desk: Desk, key: str) -> Thing:
    """Where a thing can be looked at, and the words of a claim: an id alone says nothing to a reader."""
    claim = desk.ledger.claim(key)
    if claim is not None:
        events = desk.ledger.events_of_claim(key)
        href = desk.to("review", events[0].id) if events else desk.to_words(key, claim.doc)
        return Thing(key, href, claim.quote if len(claim.quote) <= QUOTED else f"{claim.quote[:QUOTED]}…")
    if desk.ledger.event(key) is not None:
        return Thing(key, desk.to("review", key), "")
    finding = desk.ledger.finding(key)
    return Thing(key, desk.to("review", finding.events[0]) if finding is not None and finding.events else "", "")


# --- the list ---------------------------------------------------------------------------------------------------------


def answer(desk: Desk) -> Response:
    """What waits, what was decided, what was done."""
    tab = one_of(desk, "show", TABS.__contains__) or TABS[0]
    after = desk.asked.get("after") or None
    parts = {"unread": _unread, "decisions": _decisions, "log": _log}.get(tab, _second)(desk, after)
    tabs = [(name, desk.words(f"review.{name}")) for name in TABS]
    return show(desk, "review", tab=tab, tabs=tabs, kinds=kinds(desk), done=_done(desk), **{"count": None, **parts})


_Parts = dict[str, Any]


def _unread(desk: Desk, after: str | None) -> _Parts:
    """Events that nobody decided anything about; those that matter most by default."""
    kind = one_of(desk, "kind", is_kind(desk))
    wanted = EventFilter(
        kinds=(kind,) if kind else (),
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
        disputed=True if desk.asked.get("disputed") else None,
        background=False,
        reviewed=False,
    )
    page = desk.ledger.desk.events(wanted, after=after, size=SIZE)
    found = [(line, desk.to("review", line.id), None) for line in lines(desk, page.items)]
    many = desk.ledger.desk.count_events(wanted, most=COUNTED + 1)
    said = desk.words.counted("events", min(many, COUNTED))
    left = desk.words("review.left", events=desk.words("paging.more_than", what=said) if many > COUNTED else said)
    return {"events": found, "decisions": [], "entries": [], "next": page.next, "count": left if many else None}


def _second(desk: Desk, after: str | None) -> _Parts:  # noqa: ARG001 - the latest only
    """Events that one reader has read, or that readers differ on, among the latest decisions."""
    wanted = "differ" if desk.asked.get("show") == "differ" else "one"
    found = []
    for event in _judged_lately(desk):
        judgements = desk.ledger.desk.judgements_about(event.id, *event.claims[:SHOWN])
        read = reading_of([one for one in judgements if event.id in one.about or one.verb == "undo"])
        if read is not None and read.state == wanted:
            found.append((lines(desk, (event,))[0], desk.to("review", event.id), read))
    return {"events": found[:SIZE], "decisions": [], "entries": [], "next": None}


def _judged_lately(desk: Desk) -> Iterable[Event]:
    recent = desk.ledger.desk.judgements(size=RECENT).items
    keys = dict.fromkeys(key for one in recent if one.verb != "undo" for key in one.about)
    return [event for key in keys if (event := desk.ledger.event(key)) is not None]


def _decisions(desk: Desk, after: str | None) -> _Parts:
    page = desk.ledger.desk.judgements(after=after, size=SIZE)
    among = [*page.items, *desk.ledger.desk.judgements_about(*(one.id for one in page.items))]
    return {"events": [], "decisions": _lines(desk, page.items, among), "entries": [], "next": page.next}


def _log(desk: Desk, after: str | None) -> _Parts:
    """The hash-chained log: what was done, whoever did it."""
    page = desk.ledger.desk.log(after=after, size=2 * SIZE)
    return {"events": [], "decisions": [], "entries": [_entry(desk, one) for one in page.items], "next": page.next}


class Logged(msgspec.Struct, frozen=True):
    """One line of the log."""

    entry: Entry
    at: Markup
    what: Markup
    who: Markup | None
    """Of a decision: which, and whose."""


def _entry(desk: Desk, one: Entry) -> Logged:
    made = desk.ledger.desk.judgement(one.about) if one.what == "judgement.made" else None
    who = desk.words.joined((desk.words.label("verb", made.verb), isolate(made.who))) if made is not None else None
    code = one.what.replace(".", "_")
    what = desk.words(f"log.{code}") if desk.words.has("log", code) else latin(one.what)
    return Logged(one, desk.dating.at(one.at), what, who)


def _done(desk: Desk) -> Line | None:
    """What was just decided, told once more above the list."""
    made = desk.ledger.desk.judgement(desk.asked.get("done"))
    return _line(desk, made, holds=True) if made is not None else None


# --- one event --------------------------------------------------------------------------------------------------------


def one(desk: Desk) -> Response:
    """One event with its claims, what was decided, and forms to decide."""
    event = desk.ledger.event(desk.asked.parts["id"])
    if event is None:
        return show_missing(desk)
    claims = desk.ledger.desk.claims_of(event.id)[event.id][:SHOWN]
    corrections = desk.ledger.desk.corrections(*(one.id for one in claims))
    findings = desk.ledger.desk.findings_of(event.id, desk.as_of)
    judgements = desk.ledger.desk.judgements_about(event.id, *(one.id for one in claims), *(one.id for one in findings))
    return show(
        desk,
        "review_one",
        event=event,
        title=desk.title(event),
        chips=list(event_chips(desk.words, event)),
        when=desk.dating.between(*event.when) if event.when else None,
        said=[_said(desk, claim, judgements, corrections) for claim in claims],
        left_out=max(len(event.claims) - SHOWN, 0),
        findings=[(one, _clause(desk, one)) for one in findings],
        read=reading_of([one for one in judgements if event.id in one.about or one.verb == "undo"]),
        decisions=_lines(desk, reversed(judgements), judgements),
        alike=_alike(desk, event),
        happened=[(value, desk.words.label("happened", value)) for value in HAPPENED],
        doers=[(f"who:{value}", desk.words.label("who_did", value)) for value in WHO if value != "not_assessed"],
        rulings=[(value, desk.words.label("violation", value)) for value in sorted(RULINGS)],
        statuses=[(value, desk.words.label("status", value)) for value in sorted(SIGNABLE)],
        done=_done(desk),
    )


def _said(desk: Desk, read: Claim, judgements: Sequence[Judgement], corrections: Corrections) -> Said:
    claim = corrections.apply(read)
    own = [one for one in judgements if claim.id in one.about]
    undone = [one for one in judgements if one.verb == "undo"]
    line = desk.ledger.desk.line(claim.doc)
    speakers = desk.names.ordered(claim.by)
    return Said(
        claim=claim,
        by=desk.words.joined(speakers) if speakers else desk.words("claim.own_voice"),
        kind=desk.names.kind(claim.kind),
        href=desk.to_words(claim.id, claim.doc),
        direction=direction_of(line.language if line else ""),
        decisions=tuple(_lines(desk, own, [*own, *undone])),
        read=reading_of([*own, *undone]),
        corrected=tuple(corrected_lines(desk.telling, corrections.of(read))),
        correct=desk.to("review", "claims", claim.id),
    )


def _clause(desk: Desk, finding: Finding) -> Markup:
    return desk.words.joined((desk.agreement_title(finding.agreement), desk.clause(finding)))


def _alike(desk: Desk, event: Event) -> list[tuple[str, Markup, str]]:
    """(id, title, address) of other events that began on the same day and are of the same class."""
    if not event.when:
        return []
    day = date.fromisoformat(event.when[0][:10]).isoformat()
    wanted = EventFilter(kinds=(event.kind.partition(".")[0],), first=day, last=day, background=event.background)
    found = desk.ledger.desk.events(wanted, size=SUGGESTED + 1).items
    return [(one.id, desk.title_alone(one), desk.to("events", one.id)) for one in found if one.id != event.id][
        :SUGGESTED
    ]


# --- deciding ---------------------------------------------------------------------------------------------------------


def take(desk: Desk, book: Ledger, given: Given) -> str:
    """Keep a decision that was sent, and say where to go on.

    Args:
        desk: Of the request.
        book: The ledger, open for writing.
        given: The fields of the form.

    Raises:
        UsageError: The decision says too little, or is about nothing that is there.
        LedgerError: It cannot be written now.
    """
    asked = Decision(
        verb=given.get("verb"),
        about=tuple(dict.fromkeys(key.strip() for key in given.every("about") if key.strip())),
        who=given.get("who").strip(),
        reason=given.get("reason").strip(),
        value=given.get("value").strip() or None,
        supersedes=given.get("supersedes").strip() or None,
    )
    _check_form(desk, book, asked)
    return _next(desk, book, asked, keep(desk, book, asked))


def _check_form(desk: Desk, book: Ledger, asked: Decision) -> None:
    """What a reader forgets in a form is said in the reader's language."""
    said = None
    if not asked.about:
        said = desk.words("review.unmarked")
    elif asked.verb == "merge" and len(asked.about) == 1:
        said = desk.words("review.alone")
    elif asked.verb == "merge":
        unknown = next((key for key in asked.about if not is_there(book, key)), None)
        said = desk.words("review.unknown", id=unknown) if unknown is not None else None
    if said is not None:
        raise FormError(said.striptags())


def keep(desk: Desk, book: Ledger, asked: Decision) -> str:
    """Check a decision and have it kept and weighed; its id.

    Raises:
        UsageError: The decision says too little, or is about nothing that is there.
        LedgerError: It cannot be written now.
    """
    judgement = decide(book, asked, at=desk.settings.now(), knowledge=desk.knowledge)
    desk.settings.judged(book, judgement)
    return judgement.id


def _next(desk: Desk, book: Ledger, asked: Decision, made: str) -> str:
    """The event that was looked at, under its new id where claims went to another one; the list where it is no more."""
    here = desk.asked.parts.get("id", "")
    if here and book.event(here) is not None:
        return desk.to("review", here, done=made)
    events = [event for key in asked.about for event in book.events_of_claim(key)]
    return desk.to("review", events[0].id, done=made) if events else desk.to("review", done=made)

"""Events, the latest day first, and one event: every account of it side by side."""

from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import EventFilter
from hudna.model import Event, Finding, Judgement
from hudna.publish.report import telling
from hudna.publish.report.corrected import decision_value
from hudna.publish.web.asking import actors_of, day_of, is_kind, kinds, one_of, parties
from hudna.publish.web.board import MOST, Board, board_of
from hudna.publish.web.desk import Desk
from hudna.publish.web.lines import lines
from hudna.publish.web.pages.review import reading_of
from hudna.publish.web.rendering import show, show_missing

SIZE = 30
COUNTED = 1000
"""Events that are counted; where there are more the page says «more than»."""


def filter_of(desk: Desk) -> EventFilter:
    """Which events the address asks for."""
    kind = one_of(desk, "kind", is_kind(desk))
    place = one_of(desk, "place", desk.knowledge.places.__contains__)
    reviewed = one_of(desk, "reviewed", {"yes", "no"}.__contains__)
    return EventFilter(
        kinds=(kind,) if kind else (),
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
        places=(place,) if place else (),
        actors=actors_of(desk, "actor"),
        agreement=one_of(desk, "agreement", lambda code: any(one.id == code for one in desk.knowledge.agreements)),
        disputed=True if desk.asked.get("disputed") else None,
        origins=2 if desk.asked.get("independent") else 0,
        words=desk.asked.get("words"),
        background=None if desk.asked.get("history") else False,
        reviewed=None if reviewed is None else reviewed == "yes",
    )


def counted(desk: Desk, wanted: EventFilter) -> Markup:
    """«412 events», «more than 1,000 events»."""
    number = desk.ledger.desk.count_events(wanted, most=COUNTED + 1)
    said = desk.words.counted("events", min(number, COUNTED))
    return desk.words("paging.more_than", what=said) if number > COUNTED else said


def answer(desk: Desk) -> Response:
    """The list."""
    wanted = filter_of(desk)
    page = desk.ledger.desk.events(wanted, after=desk.asked.get("after") or None, size=SIZE)
    return show(
        desk,
        "events",
        rows=lines(desk, page.items),
        next=page.next,
        count=counted(desk, wanted),
        kinds=kinds(desk),
        parties=parties(desk),
        place=desk.names.place(wanted.places[0]) if wanted.places else None,
    )


# --- one event --------------------------------------------------------------------------------------------------------


class Decision(msgspec.Struct, frozen=True):
    """What somebody decided."""

    told: Markup
    reason: str
    value: Markup | None


class Verdict(msgspec.Struct, frozen=True):
    """One axis of the verdict: what the machine proposes."""

    axis: Markup
    value: Markup
    assessed: bool


class Held(msgspec.Struct, frozen=True):
    """What follows for a clause."""

    title: Markup
    code: str
    status: Markup
    href: str


def one(desk: Desk) -> Response:
    """One event."""
    event = desk.ledger.event(desk.asked.parts["id"])
    if event is None:
        return show_missing(desk)
    decided = desk.ledger.desk.judgements_about(event.id, *event.claims[:MOST])
    board = board_of(desk, (event,), judgements=decided)
    return show(
        desk,
        "event",
        event=event,
        title=desk.title(event),
        told=telling.event_view(board, event),
        board=board,
        verdicts=_verdicts(desk, event),
        decisions=[_decision(desk, one) for one in decided],
        read=reading_of([one for one in decided if event.id in one.about or one.verb == "undo"]),
        held=list(_held(desk, desk.ledger.desk.findings_of(event.id, desk.as_of))),
        known=desk.ledger.desk.known_since(event.id).get(event.id),
        left_out=max(len(event.claims) - MOST, 0),
        superseded=[_pair(board, pair) for pair in event.superseded],
    )


def _verdicts(desk: Desk, event: Event) -> list[Verdict]:
    """All three axes; what nobody assessed says so."""
    found = []
    for axis, section in (("happened", "happened"), ("who", "who_did"), ("violation", "violation")):
        value = getattr(event.verdicts, axis) if event.verdicts else "not_assessed"
        known = value != "not_assessed"
        label = desk.words.label(section, value) if known else desk.words("event.not_assessed")
        found.append(Verdict(desk.words(f"axis_long.{axis}"), label, known))
    return found


def _decision(desk: Desk, one: Judgement) -> Decision:
    told = desk.words(
        "event.decided", verb=desk.words.label("verb", one.verb), who=one.who, when=desk.dating.at(one.at)
    )
    return Decision(told, one.reason, decision_value(desk.telling, one))


def _held(desk: Desk, findings: Sequence[Finding]) -> Iterable[Held]:
    alleged = {(one.agreement, one.clause) for one in findings if one.sort == "alleged_breach"}
    for one in findings:
        if one.sort == "obligation" and (one.agreement, one.clause) in alleged:
            continue  # the duty itself; what this event means for it is told already
        section = "status" if one.sort == "obligation" else "breach"
        yield Held(
            title=desk.words.joined((desk.agreement_title(one.agreement), desk.clause(one))),
            code=one.status,
            status=desk.words.label(section, one.status),
            href=f"{desk.to('agreement', one.agreement)}#{one.obligation}",
        )


def _pair(board: Board, pair: tuple[str, str]) -> Markup:
    earlier, later = (board.to_words(claim) if claim in board.shown else Markup("") for claim in pair)
    return board.words("correction.replaced", earlier=earlier, later=later)

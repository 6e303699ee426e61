"""Agreements, and one agreement: duties by assessors, deadlines on an axis of time, the clauses in every version."""

from collections.abc import Iterable, Sequence
from datetime import date

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import BreachFilter
from hudna.model import Agreement, Finding, Obligation, Recorded, TextVariant
from hudna.publish.report import duties, front
from hudna.publish.report.period import Period
from hudna.publish.report.wording import direction_of, isolate
from hudna.publish.web.board import Board, claims_named
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show, show_missing

_DAY = 10
MOST = 200
"""Alleged breaches that say how the agreements stand: the latest ones."""
_LONGEST = 52
"""Characters of a duty that stand beside the axis."""
WIDTH, ROW, LEFT = 960.0, 26.0, 320.0
"""Of the axis of time, in its own grid; the labels of clauses stand on the left."""


class Card(msgspec.Struct, frozen=True):
    """One agreement in the list."""

    href: str
    title: Markup
    code: str
    word: Markup
    why: tuple[Markup, ...]
    parties: Markup
    since: Markup
    counts: tuple[tuple[str, Markup, int], ...]
    """(status, label, how many duties)."""


def answer(desk: Desk) -> Response:
    """The list, the latest first."""
    found = desk.ledger.desk.obligations(as_of=desk.as_of)
    ordered = sorted(desk.knowledge.agreements, key=lambda one: (one.effective, one.id), reverse=True)
    states = {one.id: one for one in front.states(_whole(desk, found))[0]}
    return show(desk, "agreements", rows=[_card(desk, one, found, states.get(one.id)) for one in ordered])


def _board(desk: Desk, findings: Sequence[Finding]) -> Board:
    named = (claim for one in findings for claim in one.claims)
    return Board(desk, claims=claims_named(desk, named), findings=findings)


def _whole(desk: Desk, findings: Sequence[Finding]) -> Board:
    """Duties, and the latest alleged breaches of all that the ledger holds."""
    breaches = desk.ledger.desk.breaches(BreachFilter(as_of=desk.as_of), size=MOST).items
    keys = dict.fromkeys(event for one in breaches for event in one.events)
    events = [event for key in keys if (event := desk.ledger.event(key)) is not None]
    return Board(desk, events=events, findings=[*findings, *breaches], days=Period(date.min, date.max))


def _card(desk: Desk, one: Agreement, findings: Iterable[Finding], state: front.State | None) -> Card:
    own = [each.status for each in findings if each.agreement == one.id]
    order = sorted(set(own), key=lambda code: desk.words.rank("status", code))
    return Card(
        href=desk.to("agreement", one.id),
        title=desk.agreement_title(one.id),
        code=state.code if state else "ended",
        word=state.word if state else desk.words("state.ended"),
        why=state.why if state else (),
        parties=desk.names.actors(one.parties),
        since=desk.words("agreement.since", when=desk.dating.at(one.effective)),
        counts=tuple((code, desk.words.label("status", code), own.count(code)) for code in order),
    )


# --- one agreement ----------------------------------------------------------------------------------------------------


class Version(msgspec.Struct, frozen=True):
    """The words of a clause in one version of the text."""

    who: Markup
    sort: Markup
    text: str
    language: str
    direction: str
    source: str
    reading: Markup | None


class Clause(msgspec.Struct, frozen=True):
    """One duty with its texts and what is publicly known of it."""

    id: str
    label: Markup
    clause: str
    versions: tuple[Version, ...]
    record: tuple[tuple[Markup, Markup, str, str], ...]
    """(who, date, status code, note)."""


class Mark(msgspec.Struct, frozen=True):
    """One deadline on the axis."""

    id: str
    y: float
    x: float
    late: float | None
    """Where an agreed later date stands."""
    name: str
    label: str
    """The whole of it, with the day."""
    code: str


class Axis(msgspec.Struct, frozen=True):
    """Deadlines on an axis of time."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    years: tuple[tuple[float, str], ...]
    now: float | None


def one(desk: Desk) -> Response:
    """One agreement."""
    agreement = next((each for each in desk.knowledge.agreements if each.id == desk.asked.parts["id"]), None)
    if agreement is None:
        return show_missing(desk)
    found = [each for each in desk.ledger.desk.obligations(as_of=desk.as_of) if each.agreement == agreement.id]
    board = _board(desk, found)
    statuses = {each.obligation: each.status for each in found}
    views = duties.obligations(board)
    breaches = desk.ledger.desk.breach_counts(BreachFilter(as_of=desk.as_of, agreement=agreement.id))
    return show(
        desk,
        "agreement",
        agreement=agreement,
        title=desk.agreement_title(agreement.id),
        parties=desk.names.actors(agreement.parties),
        guarantors=desk.names.actors(agreement.guarantors),
        area=desk.names.places(agreement.area),
        effective=desk.dating.at(agreement.effective),
        ended=desk.dating.at(agreement.ended) if agreement.ended else None,
        view=views[0] if views else None,
        axis=axis(desk, agreement, statuses),
        clauses=[_clause(desk, each) for each in agreement.obligations],
        breaches=sum(number for _, _, number in breaches),
        links=[each for each in agreement.sources if each.lower().startswith(("http://", "https://"))],
        held=desk.dating.at(desk.as_of) if desk.as_of else None,
        days=[(day, desk.dating.at(day)) for day in reversed(desk.ledger.as_of_dates()[-60:])],
    )


def _clause(desk: Desk, duty: Obligation) -> Clause:
    return Clause(
        id=duty.id,
        label=desk.duty(duty),
        clause=(duty.clause_ar if desk.words.language == "ar" else "") or duty.clause,
        versions=tuple(_version(desk, each) for each in duty.variants),
        record=tuple(
            (desk.names.speaker(each.assessor), desk.dating.at(each.date), each.status, _note(desk, each))
            for each in duty.record
        ),
    )


def _giver(desk: Desk, text: TextVariant) -> Markup:
    """Who gives a version: an actor, or words of the pack in the reader's language."""
    if desk.words.language == "ar" and text.version_ar:
        return isolate(text.version_ar)
    return desk.names.actor(text.version)


def _note(desk: Desk, said: Recorded) -> str:
    """In the reader's language where the pack has it."""
    return (said.note_ar if desk.words.language == "ar" else "") or said.note


def _version(desk: Desk, text: TextVariant) -> Version:
    return Version(
        who=_giver(desk, text),
        sort=desk.words.label("version", text.sort),
        text=text.text,
        language=text.language,
        direction=direction_of(text.language),
        source=text.source,
        reading=desk.words.label("reading", text.reading) if text.reading else None,
    )


# --- deadlines --------------------------------------------------------------------------------------------------------


def axis(desk: Desk, agreement: Agreement, statuses: dict[str, str]) -> Axis | None:
    """Duties with a date, in its order; None where no duty has one."""
    dated = [(duty, duty.due) for duty in agreement.obligations if duty.due is not None and duty.due.date is not None]
    if not dated:
        return None
    days = {duty.id: _day(due.date or "") for duty, due in dated}
    late = {duty.id: max(_day(each.date) for each in due.extensions) for duty, due in dated if due.extensions}
    start = _day(agreement.effective)
    now = _day(desk.as_of) if desk.as_of else None
    ends = [start, *days.values(), *late.values(), *([now] if now else [])]
    first, last = min(ends), max(ends)

    def at(day: int) -> float:
        return round(LEFT + (WIDTH - LEFT - 20) * (day - first) / max(last - first, 1), 1)

    ordered = sorted(dated, key=lambda pair: (days[pair[0].id], pair[0].id))
    marks = [
        Mark(
            id=duty.id,
            y=34 + ROW * place,
            x=at(days[duty.id]),
            late=at(late[duty.id]) if duty.id in late else None,
            name=_cut(f"{desk.names.clause(agreement.id, duty.clause)} · {desk.duty(duty).striptags()}"),
            label=f"{desk.duty(duty).striptags()} · {desk.dating.at(due.date or '').striptags()}",
            code=statuses.get(duty.id, "unknown"),
        )
        for place, (duty, due) in enumerate(ordered)
    ]
    years = range(date.fromordinal(first).year, date.fromordinal(last).year + 1)
    ticks = [(at(day), str(year)) for year in years if first <= (day := date(year, 1, 1).toordinal()) <= last]
    return Axis(WIDTH, 34 + ROW * len(marks), tuple(marks), tuple(ticks), at(now) if now else None)


def _cut(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[:_LONGEST].rstrip()}…"


def _day(iso: str) -> int:
    return date.fromisoformat(iso[:_DAY]).toordinal()

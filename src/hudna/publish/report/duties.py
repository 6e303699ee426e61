"""Obligations clause by clause: what each assessor says of them, and what follows from the claims."""

from collections.abc import Iterable, Iterator, Sequence

import msgspec
from markupsafe import Markup

from hudna.knowledge.relations import SIGNATURE, read_relation
from hudna.model import Agreement, AssessorStatus, Finding, Obligation
from hudna.publish.report.alleged import agreement_title
from hudna.publish.report.desk import Desk, Refs
from hudna.publish.report.telling import reasons
from hudna.publish.report.wording import latin

MACHINE = "hudna"
UNREAD = "-"
"""The reading of a duty that has one only."""

_COLUMNS = 4
"""Sides that have room beside a duty, its status and everybody else."""


class Cell(msgspec.Struct, frozen=True):
    """What somebody says of a clause, under each reading of its wording."""

    who: Markup | None
    statuses: tuple[Markup, ...]
    refs: Refs


class DutyRow(msgspec.Struct, frozen=True):
    """One clause."""

    id: str
    """Of the duty."""
    clause: str
    label: Markup
    notes: tuple[Markup, ...]
    code: str
    status: Markup
    readings: tuple[Markup, ...]
    reason: Markup | None
    refs: Refs
    cells: tuple[tuple[Cell, ...], ...]
    """One for each column of assessors; empty where nothing was read."""
    why: tuple[Markup, ...]


class AgreementView(msgspec.Struct, frozen=True):
    """One agreement with its clauses: those of which something was read, and those of which nothing was."""

    anchor: str
    title: Markup
    columns: tuple[Markup, ...]
    rows: tuple[DutyRow, ...]
    unread: Markup | None
    unread_rows: tuple[DutyRow, ...]
    current: bool


def obligations(desk: Desk) -> tuple[AgreementView, ...]:
    """Every agreement that has findings, those in force first, the latest first."""
    duties = [one for one in desk.material.findings if one.sort == "obligation"]
    held = {one.agreement for one in duties}
    known = {one.id: one for one in desk.knowledge.agreements}
    latest = sorted(
        (known.get(code) or _forgotten(code) for code in held), key=lambda one: (one.effective, one.id), reverse=True
    )
    ordered = sorted(latest, key=lambda one: not in_force(desk, one))
    return tuple(_agreement(desk, one, [duty for duty in duties if duty.agreement == one.id]) for one in ordered)


def _forgotten(code: str) -> Agreement:
    """An agreement that the packs no longer have: its findings are told all the same."""
    return Agreement(code, code, code, parties=(), guarantors=(), signed="", effective="", area=(), obligations=())


def agreement_anchor(code: str) -> str:
    """Where an agreement's clauses stand in the page."""
    return f"a{code}"


def in_force(desk: Desk, agreement: Agreement) -> bool:
    """True when it did not end before the period began."""
    return agreement.ended is None or agreement.ended[:10] >= desk.material.period.first.isoformat()


def _agreement(desk: Desk, agreement: Agreement, findings: Sequence[Finding]) -> AgreementView:
    order = {duty.id: place for place, duty in enumerate(agreement.obligations)}
    columns = assessors(desk, agreement, findings)
    ordered = sorted(findings, key=lambda one: (order.get(one.obligation, len(order)), one.clause))
    rows = [(one, _row(desk, agreement, one, columns)) for one in ordered]
    unread = [row for one, row in rows if not one.claims]
    return AgreementView(
        anchor=agreement_anchor(agreement.id),
        title=agreement_title(desk, agreement.id),
        columns=tuple(desk.names.actor(code) for code in columns),
        rows=tuple(row for one, row in rows if one.claims),
        unread=desk.words("obligation.not_read", n=len(unread)) if unread else None,
        unread_rows=tuple(unread),
        current=in_force(desk, agreement),
    )


def assessors(desk: Desk, agreement: Agreement, findings: Sequence[Finding] = ()) -> list[str]:
    """Sides that have a column: parties in alphabetical order, then guarantors.

    Where there are so many that the page would not hold them, guarantors of whom nothing was read have none.
    """
    parties = sorted({desk.names.side(code) for code in agreement.parties}, key=desk.names.order)
    guarantors = sorted({desk.names.side(code) for code in agreement.guarantors} - set(parties), key=desk.names.order)
    if len(parties) + len(guarantors) > _COLUMNS:
        spoke = {cell.assessor for one in findings for cell in one.assessors if cell.claims}
        guarantors = [code for code in guarantors if code in spoke]
    return [*parties, *guarantors]


def _row(desk: Desk, agreement: Agreement, finding: Finding, columns: Sequence[str]) -> DutyRow:
    duty = next((one for one in agreement.obligations if one.id == finding.obligation), None)
    machine = [cell for cell in finding.assessors if cell.assessor == MACHINE]
    return DutyRow(
        id=finding.obligation,
        clause=desk.names.clause(agreement.id, finding.clause),
        label=_label(desk, duty, finding),
        notes=tuple(_notes(desk, duty)) if duty else (),
        code=finding.status,
        status=desk.words.label("status", finding.status),
        readings=tuple(_reading(desk, cell) for cell in machine if cell.reading != UNREAD),
        reason=desk.words.label("reason", finding.reason) if finding.reason else None,
        refs=desk.refs(finding.claims),
        cells=tuple(_cells(desk, finding, columns)),
        why=tuple(reasons(desk, finding.why)),
    )


def _label(desk: Desk, duty: Obligation | None, finding: Finding) -> Markup:
    if duty is None:  # the packs have changed since the findings were held
        return Markup('<bdi dir="ltr">{}</bdi>').format(finding.obligation)
    return Markup("<bdi>{}</bdi>").format(duty.label_ar if desk.words.language == "ar" else duty.label_en)


def _reading(desk: Desk, cell: AssessorStatus) -> Markup:
    reading = desk.words.label("reading_short", cell.reading)
    return desk.words("obligation.under_reading", reading=reading, status=desk.words.label("status", cell.status))


# --- what the clause says ---------------------------------------------------------------------------------------------


def _notes(desk: Desk, duty: Obligation) -> Iterator[Markup]:
    words = desk.words
    if duty.obligors:
        yield words("obligation.owed_by", who=desk.names.actors(duty.obligors))
    if duty.continuing:
        yield words("obligation.continuing")
    if duty.due is not None:
        yield from _due(desk, duty)
    if duty.vague:
        yield words("obligation.vague")


def _due(desk: Desk, duty: Obligation) -> Iterator[Markup]:
    due, words = duty.due, desk.words
    if due is None:
        return
    if due.date is None:
        yield _relation(desk, due.relative_to or "")
        return
    when = desk.dating.at(due.date)
    if len(due.readings) > 1:
        readings = words.joined(words.label("reading", one) for one in due.readings)
        yield words("obligation.due_readings", when=when, readings=readings)
    elif due.readings:
        yield words("obligation.due_reading", reading=words.label("reading_short", due.readings[0]), when=when)
    else:
        yield words("obligation.due", when=when)
    for one in due.extensions:
        if one.announced[:10] <= desk.material.as_of[:10]:
            yield words(
                "obligation.extended",
                when=desk.dating.at(one.date),
                who=desk.names.actor(one.by),
                announced=desk.dating.at(one.announced),
            )


def _relation(desk: Desk, said: str) -> Markup:
    """«In parallel with clause 3»; in the data's own words where they are of no known form."""
    relation = read_relation(said)
    if relation is None:
        return desk.words("obligation.due", when=latin(said))
    clauses = {
        duty.id: desk.names.clause(one.id, duty.clause) for one in desk.knowledge.agreements for duty in one.obligations
    }
    clause = desk.words("incident.in_clause", clause=clauses.get(relation.anchor, relation.anchor))
    if relation.anchor == SIGNATURE:
        clause = desk.words("relation.signature")
    if not relation.unit:
        return desk.words(f"relation.{relation.sort}", clause=clause)
    span = desk.words.plural(f"unit.{relation.unit}", relation.count)
    return desk.words(f"relation.{relation.sort}", span=span, clause=clause)


# --- what the assessors say -------------------------------------------------------------------------------------------


def _cells(desk: Desk, finding: Finding, columns: Sequence[str]) -> Iterator[tuple[Cell, ...]]:
    """A cell for each column, then one for everybody else who spoke."""
    spoke = [cell for cell in finding.assessors if cell.claims and cell.assessor != MACHINE]
    for code in columns:
        own = [cell for cell in spoke if cell.assessor == code]
        yield (_cell(desk, None, own),) if own else ()
    others = sorted({cell.assessor for cell in spoke} - set(columns), key=desk.names.order)
    yield tuple(
        _cell(desk, desk.names.speaker(who), [cell for cell in spoke if cell.assessor == who]) for who in others
    )


def _cell(desk: Desk, who: Markup | None, said: Iterable[AssessorStatus]) -> Cell:
    said = list(said)
    return Cell(
        who=who,
        statuses=tuple(_said(desk, cell) for cell in said),
        refs=desk.refs(claim for cell in said for claim in cell.claims),
    )


def _said(desk: Desk, cell: AssessorStatus) -> Markup:
    section = "said_status" if desk.words.has("said_status", cell.status) else "status"
    status = desk.words.label(section, cell.status)
    if cell.reading == UNREAD:
        return status
    reading = desk.words.label("reading_short", cell.reading)
    return desk.words("obligation.under_reading", reading=reading, status=status)

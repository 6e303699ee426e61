"""One duty as of a date: a cell for each assessor, and a headline that is computed, never typed."""

from collections.abc import Collection, Sequence

from hudna.compliance.common import HUDNA, World, day_of, finding_id
from hudna.compliance.deadlines import UNREAD, Due, dues
from hudna.compliance.evidence import Bearing, Stock, bearing, local_day
from hudna.compliance.leaning import lean, relation_of
from hudna.compliance.scores import score_of
from hudna.compliance.signed import Signed
from hudna.compliance.signed import said as in_words
from hudna.compliance.statuses import Status, status_of
from hudna.model import Agreement, AssessorStatus, Finding, Obligation

_CLASSES = {
    "met_on_time": "met",
    "met_late_agreed": "met",
    "met_late": "met",
    "planned": "ahead",
    "in_progress": "open",
    "not_due": "open",
    "partly_met": "partly",
    "overdue": "bad",
    "breached": "bad",
    "reversed": "bad",
    "premise_disputed": "premise",
}
_AT_ODDS = (
    {"met", "bad"},
    {"met", "partly"},
    {"open", "bad"},
    {"partly", "bad"},
    {"premise", "met"},
    {"premise", "open"},
    {"premise", "ahead"},
    {"premise", "partly"},
    {"premise", "bad"},
)
"""Which views cannot both be right. «Planned» can be beside «done» and beside «overdue»: one spoke earlier."""
_PERMISSIONS = frozenset({"self_defence", "amendment"})


def hold_duty(
    evidence: Stock,
    duty: Obligation,
    agreement: Agreement,
    world: World,
    as_of: str,
    breaches: Collection[str] = (),
    anchor: Finding | None = None,
    signed: Signed | None = None,
) -> Finding:
    """One duty held against everything known as of a date.

    Args:
        evidence: Everything known.
        duty: One duty of the agreement.
        agreement: What holds it.
        world: Places and zones.
        as_of: ISO date.
        breaches: Claims of its own alleged breaches.
        anchor: The finding on the duty that this one leans on.
        signed: What people signed.
    """
    if local_day(agreement.effective, agreement, world) > day_of(as_of):
        return _silent(duty, agreement, as_of, "not_yet_signed", "this agreement did not exist yet")
    if duty.sort in _PERMISSIONS:
        return _silent(duty, agreement, as_of, "permission", "a permission, not a duty: there is nothing to keep")
    said = bearing(evidence, duty, agreement, world, breaches)
    readings: tuple[Due | None, ...] = dues(duty.due, as_of) or (None,)
    cells = {
        who: _cell(said.of(who), duty, readings, as_of, machine=False) for who in _assessors(said, duty, agreement)
    }
    summed = _cell(said, duty, readings, as_of, machine=True)
    leant = [(reading, lean(status, relation_of(duty), anchor)) for reading, status in summed]
    own = _ended(leant, duty, agreement, as_of, world)
    headline = _headline(cells, own[0][1], duty, agreement, calm_since=_calm_before(said) and duty.continuing)
    rows = [*(row for who, cell in cells.items() for row in _rows(who, cell)), *_rows(HUDNA, own)]
    decided = signed.on_duty(duty.id, as_of) if signed is not None else None
    why = _why(duty, headline, own, as_of)
    if decided is not None:
        why = [in_words(decided), *why]
        headline = Status(decided.value or "unknown", in_words(decided), said.claims)
        rows.append(AssessorStatus(f"signed:{decided.who}", headline.status, UNREAD, (), decided.reason))
    return Finding(
        id=finding_id(agreement.id, duty.id, as_of),
        agreement=agreement.id,
        clause=duty.clause,
        as_of=as_of,
        sort="obligation",
        status=headline.status,
        reason=headline.reason,
        assessors=tuple(rows),
        claims=said.claims,
        events=said.events,
        due=_due_words(duty, as_of),
        why=tuple(why),
        obligation=duty.id,
        score=score_of(headline, duty),
    )


_Cell = list[tuple[str, Status]]
"""(reading, status) for each reading, in the order of the text; one row where all readings agree."""


def _silent(duty: Obligation, agreement: Agreement, as_of: str, reason: str, why: str) -> Finding:
    return Finding(
        id=finding_id(agreement.id, duty.id, as_of),
        agreement=agreement.id,
        clause=duty.clause,
        as_of=as_of,
        sort="obligation",
        status="unknown",
        reason=reason,
        assessors=(AssessorStatus(assessor=HUDNA, status="unknown", reading=UNREAD, claims=(), why=why),),
        claims=(),
        events=(),
        due=_due_words(duty, as_of),
        why=(why,),
        obligation=duty.id,
    )


def _assessors(said: Bearing, duty: Obligation, agreement: Agreement) -> list[str]:
    """Parties, guarantors, others who owe or watch, then everybody else who spoke; each group alphabetical."""
    parties = sorted(agreement.parties)
    guarantors = sorted(agreement.guarantors)
    bound = sorted({*duty.obligors, *((duty.verifier,) if duty.verifier else ())})
    spoke = sorted(
        {one.assessor for one in (*said.on, *said.against)}, key=lambda who: (who.startswith("source:"), who)
    )
    return list(dict.fromkeys([*parties, *guarantors, *bound, *spoke]))


def _cell(said: Bearing, duty: Obligation, readings: Sequence[Due | None], as_of: str, *, machine: bool) -> _Cell:
    if not machine and not (said.on or said.against):
        return [(UNREAD, Status("unknown", "nothing read has it speak of this", reason="no_claims"))]
    cell = [(due.reading if due else UNREAD, status_of(said, duty, due, as_of, machine=machine)) for due in readings]
    if len({status.status for _, status in cell}) == 1:
        return [(UNREAD, cell[0][1])]
    return cell


def _rows(who: str, cell: _Cell) -> list[AssessorStatus]:
    return [
        AssessorStatus(assessor=who, status=status.status, reading=reading, claims=status.claims, why=status.why)
        for reading, status in cell
    ]


def _ended(cell: _Cell, duty: Obligation, agreement: Agreement, as_of: str, world: World) -> _Cell:
    """A continuing duty of an agreement that no longer binds has lost its object; what was met stays met."""
    over = agreement.ended is not None and local_day(agreement.ended, agreement, world) < day_of(as_of)
    if not over or not duty.continuing:
        return cell
    why = f"nothing after {(agreement.ended or '')[:10]} is held against this text; until then: {cell[0][1].why}"
    return [(UNREAD, Status("moot", why, cell[0][1].claims))]


def _calm_before(said: Bearing) -> bool:
    """True when everything that was said to be kept lies before everything that was said to be broken."""
    kept = [one.last for one in said.on if one.claim.modality == "actual" and one.last is not None]
    broken = [one.first for one in said.against if one.claim.modality == "actual" and one.first is not None]
    return bool(kept and broken) and max(kept) < min(broken)


def _headline(
    cells: dict[str, _Cell], own: Status, duty: Obligation, agreement: Agreement, *, calm_since: bool
) -> Status:
    """Disputed where views cannot both be right; a breach only where somebody competent or the obligor says so.

    «It holds» said before anything broke it contradicts nobody (`calm_since`).
    """
    said = {who: cell[0][1] for who, cell in cells.items() if cell[0][1].status != "unknown"}
    classes = {_CLASSES[status.status] for status in said.values()}
    if calm_since:
        classes -= {"open"}
    if own.status != "moot" and any(pair <= classes for pair in _AT_ODDS):
        views = "; ".join(f"{who}: {status.status}" for who, status in said.items())
        return Status("disputed", f"the assessors differ ({views})", own.claims)
    competent = frozenset((*duty.obligors, *agreement.guarantors, *((duty.verifier,) if duty.verifier else ())))
    if own.status != "moot" and classes == {"premise"}:
        return next(iter(said.values()))
    breached = [
        status for who, status in said.items() if status.status == "breached" and _entitled(who, competent, duty)
    ]
    return breached[0] if breached and own.status in {"unknown", "breached"} else own


def _entitled(who: str, competent: frozenset[str], duty: Obligation) -> bool:
    """An obligor that accuses the other obligor is a party to the quarrel, not a competent body."""
    return who in competent and (who not in duty.obligors or len(duty.obligors) == 1)


def _due_words(duty: Obligation, as_of: str) -> str | None:
    if duty.due is None or duty.due.date is None:
        return duty.due.relative_to if duty.due is not None else None
    found = dues(duty.due, as_of)
    return max(one.final for one in found).isoformat() if found[0].extension is not None else duty.due.date


def _why(duty: Obligation, headline: Status, own: _Cell, as_of: str) -> list[str]:
    found = [headline.why]
    if len(own) > 1:
        found.append(
            "the wording decides: " + "; ".join(f"«{reading}»: {one.status} ({one.why})" for reading, one in own)
        )
        found.append("the headline follows the first reading that the text lists")
    due = duty.due
    if due is not None:
        found.extend(
            f"extended to {one.date}, announced by {one.by} on {one.announced}"
            for one in due.extensions
            if day_of(one.announced) <= day_of(as_of)
        )
    if duty.vague:
        found.append("the text leaves this vague")
    found.extend(
        f"publicly known, no evidence here: {one.assessor} {one.status} on {one.date}"
        for one in duty.record
        if one.date <= as_of[: len(one.date)]  # a record may name a month only
    )
    return found

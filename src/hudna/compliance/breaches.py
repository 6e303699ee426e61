"""Alleged incidents against the ceasefires in force: in the window, by a bound party, in the area, by which clause.

The machine never rules. It says who alleges, who denies, what speaks for it, and leaves the ruling to people: a signed
verdict on the event's third axis (`ruled_violation`, …) becomes the finding's status.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import msgspec

from hudna.compliance.common import HUDNA, Evidence, World, finding_id, moment_of
from hudna.compliance.evidence import local_day
from hudna.compliance.signed import RULINGS, Signed
from hudna.compliance.signed import said as in_words
from hudna.compliance.statuses import accuses, mutual
from hudna.model import Agreement, AssessorStatus, Event, Finding, Judgement, Obligation

_NO_ACT = frozenset({"hostilities.halted"})
_CORROBORATING = frozenset({"reported_independent", "recorded_by_monitor"})


class Case(msgspec.Struct, frozen=True):
    """One event with the claims on it that were known by then."""

    event: Event
    told: tuple[Evidence, ...]
    alleged: tuple[Evidence, ...]
    """Claims that it happened."""
    accused: frozenset[str]
    """Sides said to have done it."""
    places: tuple[str, ...]
    """Where it is told to have been."""
    first: date | None
    """The first day told; of undated news, the first day that it can have been."""
    last: date | None
    """The last day told."""
    dated: bool
    """True when some account says when."""
    clock: str | None
    """The hour at which it began, where all accounts that name one agree."""

    @classmethod
    def of(cls, event: Event, told: Sequence[Evidence]) -> "Case":
        """Sum up what is told of an event."""
        alleged = tuple(one for one in told if one.claim.modality == "actual" and not _denies(one))
        dated = tuple(one for one in alleged if one.dated)
        when = [(one.first, one.last) for one in dated or alleged]
        hours = {one.claim.when[0] for one in alleged if one.claim.when is not None and "T" in one.claim.when[0]}
        return cls(
            event=event,
            told=tuple(told),
            alleged=alleged,
            accused=frozenset(side for one in alleged if _violent(one) for side in one.agents),
            places=tuple(sorted({place for one in told for place in one.places})),
            first=min((first for first, _ in when if first is not None), default=None),
            last=max((last for _, last in when if last is not None), default=None),
            dated=bool(dated),
            clock=next(iter(hours)) if len(hours) == 1 else None,
        )


def _denies(one: Evidence) -> bool:
    return one.claim.kind == "statement.denial" or one.claim.modality == "negated"


def _violent(one: Evidence) -> bool:
    kind = one.claim.kind
    return kind == "ceasefire.violated" or kind.split(".")[0] in {"hostilities", "casualties", "territory"}


def _is_act(one: Evidence) -> bool:
    """Whether it tells of violence as having happened."""
    return _violent(one) and one.claim.kind not in _NO_ACT and one.claim.modality == "actual" and not _denies(one)


def cases(events: Sequence[Event], evidence: Iterable[Evidence]) -> list[Case]:
    """Events that may be breaches, with what was known of them: told as having happened, and not as history."""
    told: dict[str, list[Evidence]] = {}
    for one in evidence:
        if one.event is not None:
            told.setdefault(one.event.id, []).append(one)
    found = []
    for event in events:
        if event.background or not any(map(_is_act, told.get(event.id, ()))):
            continue
        found.append(Case.of(event, told[event.id]))
    return found


def hold_cases(
    held: Sequence[Case], agreement: Agreement, world: World, as_of: str, signed: Signed
) -> Iterator[Finding]:
    """Each case against each ceasefire clause of one agreement; no finding where the agreement does not reach."""
    for duty in agreement.obligations:
        if duty.sort != "ceasefire":
            continue
        for case in held:
            finding = _hold(case, duty, agreement, world, as_of)
            if finding is not None:
                yield _ruled(finding, signed.on_breach(agreement.id, duty.id, case.event))


def _ruled(finding: Finding, ruling: Judgement | None) -> Finding:
    """The finding as a person ruled on it, under this clause alone."""
    if ruling is None:
        return finding
    status = _status_of_ruling(ruling.value or "")
    row = AssessorStatus(f"signed:{ruling.who}", status, "-", (), ruling.reason)
    return msgspec.structs.replace(
        finding,
        status=status,
        reason="",
        why=(in_words(ruling), *finding.why),
        assessors=(*finding.assessors, row),
    )


def _status_of_ruling(ruling: str) -> str:
    return "breached" if ruling == "ruled_violation" else ruling


def _reaches(case: Case, duty: Obligation) -> bool:
    kinds = {one.claim.kind for one in case.alleged}
    return any(kind.startswith("hostilities.") and kind not in _NO_ACT for kind in kinds) or bool(
        kinds & set(duty.against)
    )


def _hold(case: Case, duty: Obligation, agreement: Agreement, world: World, as_of: str) -> Finding | None:
    window = _window(case, agreement, world)
    if window is None or not _reaches(case, duty) or not _bound(case, agreement):
        return None
    where = _area(case, duty, agreement, world)
    if where is None:
        return None
    status, reason, why = _status(case, agreement)
    unsure = where[0] or window[0]
    if unsure and status not in {"breached", *RULINGS}:
        status, reason = "unknown", reason or unsure
    return Finding(
        id=finding_id(agreement.id, duty.id, case.event.id, as_of),
        agreement=agreement.id,
        clause=duty.clause,
        as_of=as_of,
        sort="alleged_breach",
        status=status,
        reason=reason,
        assessors=tuple(_views(case, why)),
        claims=tuple(one.claim.id for one in case.told),
        events=(case.event.id,),
        why=(why, window[1], where[1], _who(case, agreement)),
        obligation=duty.id,
        accused=tuple(sorted(case.accused)),
    )


def _window(case: Case, agreement: Agreement, world: World) -> tuple[str, str] | None:
    """(reason code or empty, sentence) when the event can lie in the time in which the agreement binds, else None.

    An event that began on a day before the truce is the war that it ended, not a breach of it.
    """
    if case.first is None or case.last is None:
        return None
    begins = local_day(agreement.effective, agreement, world)
    ends = local_day(agreement.ended, agreement, world) if agreement.ended is not None else None
    if case.first < begins and (case.dated or case.last < begins):
        return None
    if ends is not None and case.first > ends:
        return None
    return _on_the_edge(case, agreement, world, begins, ends)


def _on_the_edge(
    case: Case, agreement: Agreement, world: World, begins: date, ends: date | None
) -> tuple[str, str] | None:
    zone = world.zone(agreement.id)
    when = f"told for {case.first}" if case.dated else f"undated; published about {case.last}"
    if case.clock is not None:
        at = moment_of(case.clock, zone)
        late = agreement.ended is not None and at >= moment_of(agreement.ended, zone)
        if at < moment_of(agreement.effective, zone) or late:
            return None
        return "", f"told for {case.clock}, while the ceasefire was in force"
    if begins in {case.first, case.last}:
        return "no_hour", f"{when}: the day on which the ceasefire took effect, and no account names the hour"
    if ends is not None and case.first == ends:
        return "no_hour", f"{when}: the day on which the ceasefire ended, and no account names the hour"
    return "", f"{when}, while the ceasefire was in force"


def _bound(case: Case, agreement: Agreement) -> bool:
    """A party is accused; or nobody is, and a party or what the agreement guards was hit."""
    parties = frozenset(agreement.parties)
    if case.accused:
        return bool(case.accused & parties)
    hit = frozenset(side for one in case.alleged for side in one.targets)
    return not hit or bool(hit & (parties | frozenset(agreement.guarantors)))


def _area(case: Case, duty: Obligation, agreement: Agreement, world: World) -> tuple[str, str] | None:
    """(reason code or empty, sentence), or None when it lies outside."""
    if not case.places:
        hit = frozenset(side for one in case.alleged for side in one.targets)
        accusing = {one.assessor for one in case.alleged if accuses(one)}
        both = len((case.accused | hit | accusing) & frozenset(agreement.parties)) > 1
        return ("no_place", "no account says where, so the area cannot be checked") if both else None
    spot = ", ".join(case.places)
    if duty.places and world.inside(case.places, duty.places):
        return "", f"{spot}: within the places that the clause names"
    if not world.inside(case.places, agreement.area):
        return None
    if duty.places:
        return "", f"{spot}: within the agreement's area, outside the places that the clause names"
    return "", f"{spot}: within the agreement's area"


def _who(case: Case, agreement: Agreement) -> str:
    bound = sorted(case.accused & frozenset(agreement.parties))
    return f"accused and bound by it: {', '.join(bound)}" if bound else "no account names who did it"


def _status(case: Case, agreement: Agreement) -> tuple[str, str, str]:
    """Status, reason code and sentence."""
    verdicts = case.event.verdicts
    if verdicts is not None and verdicts.violation in RULINGS:
        return _status_of_ruling(verdicts.violation), "", f"a person signed: {verdicts.violation}"
    if not case.accused & frozenset(agreement.parties):
        return "unknown", "not_attributed", "it is told, and nobody is accused"
    denying, admitting = _denying(case), _admitting(case)
    if _crossed(case):
        return "disputed", "", "each side accuses the other of it"
    if denying:
        return "disputed", "", f"alleged, and denied by {', '.join(denying)}"
    if admitting:
        return "acknowledged", "", f"{', '.join(admitting)} tells the act as its own"
    if verdicts is not None and verdicts.happened in _CORROBORATING:
        return "corroborated", "", f"told by origins that do not depend on each other ({verdicts.happened})"
    alleging = sorted({one.assessor for one in case.alleged})
    return "alleged", "", f"alleged by {', '.join(alleging)} alone"


def _denying(case: Case) -> list[str]:
    return sorted({one.assessor for one in case.told if _denies(one)} & case.accused)


def _admitting(case: Case) -> list[str]:
    own = {
        one.assessor
        for one in case.alleged
        if one.claim.kind.startswith(("hostilities.", "territory.")) and not mutual(one) and one.assessor in one.agents
    }
    words = {one.assessor for one in case.alleged if one.claim.kind == "statement.admission"} & case.accused
    return sorted(own | words)


def _crossed(case: Case) -> bool:
    return any(one.field == "agents" and one.sort == "exclusive" for one in case.event.contradictions)


def _views(case: Case, why: str) -> Iterator[AssessorStatus]:
    """Who says it was broken, who denies it, and the machine, which does not rule."""
    for who in sorted({one.assessor for one in case.told}, key=lambda who: (who.startswith("source:"), who)):
        told = [one for one in case.alleged if one.assessor == who]
        alleged = tuple(one.claim.id for one in told)
        denied = [one.claim.id for one in case.told if one.assessor == who and _denies(one)]
        if denied:
            yield AssessorStatus(who, "premise_disputed", "-", tuple(denied), "denies that it happened so")
        if any(accuses(one) for one in told):
            yield AssessorStatus(
                who, "breached", "-", alleged, "accuses another side of an act that the clause forbids"
            )
        elif alleged:
            yield AssessorStatus(who, "unknown", "-", alleged, "tells the act, and calls it no breach")
    yield AssessorStatus(HUDNA, "unknown", "-", (), f"{why}; whether it is a breach is for people to rule")

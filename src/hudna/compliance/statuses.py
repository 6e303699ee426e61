"""From what somebody says of a duty to a status (field-guide 2.4)."""

from collections.abc import Sequence

import msgspec

from hudna.compliance.common import Evidence
from hudna.compliance.deadlines import Due, passed, punctuality
from hudna.compliance.evidence import Bearing
from hudna.model import Obligation

_DONE_AT_ONCE = frozenset({"handover", "talks"})
"""Sorts that one happening completes. Any other is under way until its quantity is reached or a person says more."""
_ANNOUNCED = frozenset({"planned", "obligation"})
_LENGTHS = frozenset({"kilometre", "metre", "hectare", "day", "month", "year"})
_WHOLE = 1.0


class Status(msgspec.Struct, frozen=True):
    """A status with what it rests on."""

    status: str
    why: str
    claims: tuple[str, ...] = ()
    reason: str = ""
    """A reason code where the status is unknown."""
    share: float | None = None
    """How much of it is said to be done, 0 to 1, where that can be counted."""
    begun: bool = False
    """True when somebody says that something of it was done."""


def mutual(one: Evidence) -> bool:
    """True where the agents are all who fight: telling of a clash admits nothing."""
    return one.claim.kind == "hostilities.clash"


def accuses(one: Evidence) -> bool:
    """A speaker who tells another side's act, or who says «broken» in so many words. An outlet reports, no more."""
    if one.claim.kind == "ceasefire.violated":
        return True
    doers = one.agents
    speaks = bool(one.claim.by) and not one.assessor.startswith("source:")
    return speaks and (mutual(one) or bool(doers)) and not (doers <= {one.assessor})


def _ids(found: Sequence[Evidence]) -> tuple[str, ...]:
    return tuple(sorted({one.claim.id for one in found}))


def _in(found: Sequence[Evidence], *modalities: str) -> list[Evidence]:
    return [one for one in found if one.claim.modality in modalities]


def status_of(said: Bearing, duty: Obligation, due: Due | None, as_of: str, *, machine: bool) -> Status:
    """The status that follows from what was said, under one reading of the deadline.

    Args:
        said: By one assessor, or by everybody where the machine sums up.
        duty: What is owed.
        due: Its deadline under one reading; None where it has none.
        as_of: ISO date.
        machine: True for the machine's own cell: it calls nothing a breach that the accused does not admit.
    """
    done = _in(said.on, "actual")
    broken = _in(said.against, "actual")
    if duty.continuing:
        return _continuing(said, duty, done, broken, machine=machine)
    premise = [] if machine else _premise(said, duty)
    if premise:
        return Status("premise_disputed", "denies that the duty has an object", _ids(premise))
    finished = _finished(done, duty)
    if finished:
        return _completed(finished, broken, due)
    if not machine and any(accuses(one) for one in broken):
        return Status("breached", "says that the opposite was done", _ids([one for one in broken if accuses(one)]))
    # Who spoke of a plan or a beginning before the day was due said nothing of what came later: time makes such a duty
    # overdue in the sum, not in the mouth of an assessor.
    until = due if machine or _in(said.on, "negated") else None
    if done:
        return _under_way(done, duty, until, as_of)
    return _open(said, broken, until, as_of)


def _premise(said: Bearing, duty: Obligation) -> list[Evidence]:
    """«We have no troops there»: a denial by somebody who is known to deny the duty's object."""
    objecting = frozenset(duty.premise_disputed_by)
    denied = _in((*said.on, *said.against), "negated")
    return [one for one in denied if one.assessor in objecting]


def _continuing(
    said: Bearing, duty: Obligation, kept: Sequence[Evidence], broken: Sequence[Evidence], *, machine: bool
) -> Status:
    kept = [*kept, *_in(said.against, "negated")]
    doers = frozenset(duty.obligors)
    admitted = [one for one in broken if one.assessor in one.agents & doers and not mutual(one)]
    accusing = [one for one in broken if accuses(one)]
    if accusing and not machine:
        return Status("breached", "accuses another side of breaking it", _ids(accusing))
    if broken and not machine:
        return Status("unknown", "tells acts that it forbids, and calls them no breach", _ids(broken), "for_people")
    if admitted:
        why = "the accused side itself tells the act; whether it is a breach is for people to rule"
        return Status("unknown", why, _ids(admitted), "act_admitted")
    if broken:
        events = {one.event.id for one in broken if one.event is not None}
        why = f"broken, says who accuses ({len(events)} alleged, {len(broken)} claims); no accused side admits it"
        return Status("unknown", why, _ids(broken), "alleged_only")
    if kept:
        return Status("in_progress", "said to be in force or kept", _ids(kept))
    announced = _in(said.on, *_ANNOUNCED)
    if announced:
        return Status("planned", "announced", _ids(announced))
    return Status("unknown", "nothing read says whether it is kept", reason="no_claims")


def _finished(done: Sequence[Evidence], duty: Obligation) -> list[Evidence]:
    """Accounts of the act that completes the duty: of its first kind, and of each of its places."""
    at_once = duty.at_once or duty.sort in _DONE_AT_ONCE
    acts = [one for one in done if at_once and one.claim.kind == duty.kinds[0]]
    reached = [one for one in done if (share := _share(one, duty)) is not None and share >= _WHOLE]
    if duty.sort == "handover" and len(_places_done(acts, duty)) < len(duty.places):
        return reached
    return acts or reached


def _places_done(acts: Sequence[Evidence], duty: Obligation) -> set[str]:
    """Places of the duty that an account names; a claim inside a place was let in only because it lies there."""
    named = {place for one in acts for place in one.places}
    return set(duty.places) if len(duty.places) == 1 and acts else named & set(duty.places)


def _completed(finished: Sequence[Evidence], broken: Sequence[Evidence], due: Due | None) -> Status:
    dated = [one for one in finished if one.dated] or list(finished)
    first = min((one for one in dated if one.last is not None), key=lambda one: (one.last or one.first, one.claim.id))
    undone = [one for one in broken if one.first and first.last and one.first > first.last]
    if undone:
        return Status("reversed", f"done, then undone on {undone[0].first}", _ids([*finished, *undone]))
    status, why = punctuality(due, first.first, first.last)
    return Status(status, why, _ids(finished), "no_date" if status == "unknown" else "")


def _share(one: Evidence, duty: Obligation) -> float | None:
    """How much of the duty's quantity a claim tells; None where they do not count the same thing."""
    count = one.claim.count
    if duty.quantity is None or not duty.quantity or count is None or count.lo is None:
        return None
    if duty.unit in _LENGTHS and count.measure != duty.unit:
        return None
    people = duty.unit == "person"
    return count.lo / duty.quantity if people == (count.who is not None) else None


def _under_way(done: Sequence[Evidence], duty: Obligation, due: Due | None, as_of: str) -> Status:
    shares = [(share, one) for one in done if (share := _share(one, duty)) is not None]
    if shares:
        share, one = max(shares, key=lambda pair: (pair[0], pair[1].claim.id))
        lo = one.claim.count.lo if one.claim.count is not None else None
        return Status("partly_met", f"{lo:,} of {duty.quantity:,.0f}: {share:.1%}", _ids(done), share=share)
    reached = _places_done(done, duty)
    if duty.sort == "handover" and reached and len(reached) < len(duty.places):
        why = f"done at {len(reached)} of {len(duty.places)} places ({', '.join(sorted(reached))})"
        return Status("partly_met", why, _ids(done), share=len(reached) / len(duty.places))
    if due is not None and passed(due, as_of):
        return Status("overdue", f"begun; not said to be done by {due.final.isoformat()}", _ids(done), begun=True)
    return Status("in_progress", "said to have begun", _ids(done))


def _open(said: Bearing, broken: Sequence[Evidence], due: Due | None, as_of: str) -> Status:
    """Nothing done yet, as far as is said."""
    announced, denied = _in(said.on, *_ANNOUNCED), _in(said.on, "negated")
    late = due is not None and passed(due, as_of)
    if due is not None and late and (announced or denied):
        return Status("overdue", f"not said to be done by {due.final.isoformat()}", _ids([*announced, *denied]))
    if announced:
        return Status("planned", "announced", _ids(announced))
    if denied:
        return Status("unknown", "said not to be done; no date is due", _ids(denied), "vague_term")
    if broken:
        return Status("unknown", "only the opposite is alleged", _ids(broken), "alleged_only")
    if due is not None and not late:
        return Status("not_due", f"due on {due.final.isoformat()}; nothing is said of it yet")
    why = "the date has passed, and nothing read says what came of it" if late else "nothing read speaks of it"
    return Status("unknown", why, reason="no_claims")

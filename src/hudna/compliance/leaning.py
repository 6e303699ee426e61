"""Duties without a date of their own: «in parallel with» another duty, or «after» it.

What the other duty's status says of this one: «after» something that is not done is not due yet; what runs «in parallel
with» something is owed once that has begun, and overdue when that is done and this is said not to be. That nothing was
read of a duty never makes it overdue: silence is no evidence.
"""

from hudna.compliance.statuses import Status
from hudna.knowledge.relations import Relation, read_relation
from hudna.model import Finding, Obligation

_MET = frozenset({"met_on_time", "met_late_agreed", "met_late"})
_BEGUN = frozenset({"in_progress", "partly_met", "overdue"})
_AHEAD = frozenset({"not_due", "planned"})
_SILENT = frozenset({"no_claims"})
_UNDONE = frozenset({"vague_term"})


def relation_of(duty: Obligation) -> Relation | None:
    """What the duty leans on; None where it has a date, or leans on a count of days."""
    if duty.due is None or duty.due.date is not None or duty.due.relative_to is None:
        return None
    relation = read_relation(duty.due.relative_to)
    return relation if relation is not None and relation.sort in {"parallel", "after"} else None


def lean(own: Status, relation: Relation | None, anchor: Finding | None) -> Status:
    """The status of a duty in the light of the one that it leans on; unchanged where that says nothing of it."""
    if relation is None or anchor is None or own.status not in {"unknown", "planned"}:
        return own
    on = f"after {relation.anchor}, which is {anchor.status}"
    if relation.sort == "parallel":
        on = f"in parallel with {relation.anchor}, which is {anchor.status}"
    if own.reason in _SILENT:
        return _silent(own, relation, anchor, on)
    if relation.sort == "parallel" and anchor.status in _MET and (own.status == "planned" or own.reason in _UNDONE):
        return Status("overdue", f"owed {on}; said not to be done, or only announced", own.claims)
    return Status(own.status, f"{own.why}; owed {on}", own.claims, own.reason)


def _silent(own: Status, relation: Relation, anchor: Finding, on: str) -> Status:
    """Nothing was read of it."""
    waits = anchor.status in _AHEAD or (relation.sort == "after" and anchor.status in _BEGUN)
    if waits:
        return Status("not_due", f"due {on}; nothing is said of it yet")
    return Status(own.status, f"{own.why}; owed {on}", own.claims, own.reason)

"""The Kroc score beside the status: 0 not begun, 1 a little, 2 well under way, 3 done.

The Kroc Institute's Peace Accords Matrix scores each provision so (field-guide 2.4). Its coders judge by hand what
«minimal» and «intermediate» are; our reading of our own statuses is in this file and nowhere else. Where the views
differ or nobody knows there is no score: a number would hide that.
"""

from hudna.compliance.statuses import Status
from hudna.model import Obligation

_DONE, _WELL, _LITTLE, _NOTHING = 3, 2, 1, 0
_HALF = 0.5
_FIXED = {
    "met_on_time": _DONE,
    "met_late_agreed": _DONE,
    "met_late": _DONE,
    "planned": _NOTHING,
    "not_due": _NOTHING,
    "breached": _NOTHING,
    "reversed": _NOTHING,
}


def score_of(status: Status, duty: Obligation) -> int | None:
    """0 to 3, or None for what is unknown, disputed, suspended, superseded or without an object."""
    if status.status in _FIXED:
        return _FIXED[status.status]
    if status.status == "in_progress":
        return _WELL if duty.continuing else _LITTLE
    if status.status == "partly_met":
        return _WELL if status.share is not None and status.share >= _HALF else _LITTLE
    if status.status == "overdue":
        return _LITTLE if status.begun else _NOTHING
    return None

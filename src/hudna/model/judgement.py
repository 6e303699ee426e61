"""A person's decision. Stored beside machine results, never over them; never deleted, only superseded."""

from collections.abc import Sequence

import msgspec

from hudna.model.agreement import STATUSES

VERBS = ("accept", "reject", "correct", "merge", "split", "verify", "rule", "undo")
HAPPENED = (
    "claimed_by_one_party",
    "reported_one_origin",
    "reported_independent",
    "recorded_by_monitor",
    "acknowledged",
    "verified",
    "refuted",
    "not_claimed",
)
"""Axis A of the verdicts: did it happen? `verified` and `refuted` are signed only; `not_claimed`: nobody says that it
happened (planned, or denied)."""
WHO = ("not_assessed", "not_told", "alleged", "admitted", "contested", "assessed", "joint_finding", "not_attributable")
"""Axis B: who did it? The last three are signed only."""
SIGNABLE = frozenset(STATUSES) - {"disputed"}
"""What a person can sign on a duty. `disputed` is computed."""
RULINGS = frozenset({"ruled_violation", "ruled_no_violation", "exception", "under_inquiry", "no_body"})
"""What a person can rule of an alleged breach, or of an event under every clause."""


class Judgement(msgspec.Struct, frozen=True):
    """What a person decided about which things, when, and why."""

    id: str
    verb: str
    """accept, reject, correct, merge, split, verify, rule, undo."""
    about: tuple[str, ...]
    """Ids of claims, events or findings."""
    who: str
    at: str
    """ISO 8601 UTC."""
    reason: str
    value: str | None = None
    supersedes: str | None = None


def standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements that hold, oldest first: without the superseded and undone ones, and without `undo` itself.

    Those of one second stay in the order in which they are given: the ledger gives them as they were made.
    """
    gone = {judgement.supersedes for judgement in judgements if judgement.supersedes is not None}
    gone |= {about for judgement in judgements if judgement.verb == "undo" for about in judgement.about}
    held = [judgement for judgement in judgements if judgement.id not in gone and judgement.verb != "undo"]
    return sorted(held, key=lambda judgement: judgement.at)

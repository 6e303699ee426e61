"""A person's decision. Stored beside machine results, never over them; never deleted, only superseded."""

from collections.abc import Sequence

import msgspec


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
    """The judgements that hold, oldest first: without the superseded and undone ones, and without `undo` itself."""
    gone = {judgement.supersedes for judgement in judgements if judgement.supersedes is not None}
    gone |= {about for judgement in judgements if judgement.verb == "undo" for about in judgement.about}
    held = [judgement for judgement in judgements if judgement.id not in gone and judgement.verb != "undo"]
    return sorted(held, key=lambda judgement: (judgement.at, judgement.id))

"""A person's decision. Stored beside machine results, never over them; never deleted, only superseded."""

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

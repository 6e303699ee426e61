"""What a walk did and what the ledger holds after it."""

import msgspec

from hudna.model.issue import Issue


class Summary(msgspec.Struct, frozen=True):
    """What the ledger holds at the end of a walk, and what the walk met. For people; the ledger has the whole of it."""

    documents: int
    received: int
    """Documents that came in with this walk, known ones among them."""
    fresh: int
    """New or changed documents among them."""
    read: int
    """Documents that were read or read again."""
    undated: int
    """Documents of which nobody knows when they were published."""
    claims: dict[str, int]
    """By class: casualties, ceasefire …"""
    events: int
    contradictions: int
    obligations: dict[str, int]
    """By status, as of the date asked for."""
    alleged_breaches: int
    issues: dict[str, int]
    """By severity."""
    issues_met: tuple[Issue, ...] = ()
    """What this walk met at the door, and what reading met in the documents of the ledger."""
    as_of: str | None = None
    left_out: int = 0
    """Pages that the gate left out in this walk."""
    span: tuple[str, str] | None = None
    """First and last day on which the documents were published, ISO dates; None when no date is known."""

"""A clause held against events, as of a date."""

import msgspec


class AssessorStatus(msgspec.Struct, frozen=True):
    """What one assessor says of one obligation (status codes: field-guide 2.4)."""

    assessor: str
    """An actor code, `guarantor`, or `hudna` for what the machine computes."""
    status: str
    reading: str
    """Which reading of the deadline the status holds under: by, before, until, or `-`."""
    claims: tuple[str, ...]
    why: str


class Finding(msgspec.Struct, frozen=True):
    """An obligation or an alleged breach, as of a date."""

    id: str
    agreement: str
    clause: str
    as_of: str
    sort: str
    """obligation, or alleged_breach."""
    status: str
    """The computed headline: `disputed` when assessors differ, `unknown` when there is no evidence.

    Of an alleged breach: alleged (one side says so), corroborated (independent origins), acknowledged (the accused says
    so), disputed (the accused denies, or accuses back), unknown (not assessable).
    """
    reason: str
    """A reason code for `unknown` (no_claims, no_date, vague_term …), else empty."""
    assessors: tuple[AssessorStatus, ...]
    claims: tuple[str, ...]
    events: tuple[str, ...]
    due: str | None = None
    why: tuple[str, ...] = ()
    obligation: str = ""
    """The obligation's id; `clause` is its article in the text."""
    accused: tuple[str, ...] = ()
    """Of an alleged breach: who is said to have done it, alphabetical."""
    score: int | None = None
    """Of an obligation: 0 (not begun) to 3 (done), after the Kroc Institute; None where that cannot be said."""

"""Something that could not be read or trusted."""

import msgspec


class Issue(msgspec.Struct, frozen=True):
    """Recorded, shown, and never a reason to lose anything else."""

    stage: str
    """intake, reading, events, compliance, knowledge, ledger."""
    severity: str
    """note, warning or error."""
    where: str
    """The file, or the document's id; `FILE:LINE` for one line of a file."""
    reason: str
    hint: str
    start: int | None = None
    end: int | None = None

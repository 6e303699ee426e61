"""What several claims are about, with every contradiction kept."""

import msgspec


class Reading(msgspec.Struct, frozen=True):
    """One value of one field, with who gives it."""

    value: str
    """As shown to people: a place code, an interval, a figure, an actor."""
    speakers: tuple[str, ...]
    """Original speakers; the source's own voice as `source:ID`."""
    claims: tuple[str, ...]


class Contradiction(msgspec.Struct, frozen=True):
    """Different values of one field of one event, side by side. Nothing is averaged."""

    field: str
    """places, when, means, count.killed, agents, denied …"""
    sort: str
    """exclusive, other_grain, part_whole, series, other_scope, naming."""
    readings: tuple[Reading, ...]
    why: str


class Figure(msgspec.Struct, frozen=True):
    """One claimed count inside an event."""

    claim: str
    measure: str
    lo: int | None
    hi: int | None
    bound: str
    who: str | None
    side: str | None
    speaker: str
    origin: str
    """The independent origin that this figure counts for (relays collapse to their origin)."""
    subset_of: str | None = None
    superseded_by: str | None = None
    modality: str = "actual"
    """As in the claim: a figure of an obligation is a target, not a count."""
    when: tuple[str, str] | None = None
    """The claim's own time."""
    told: str | None = None
    """Publication date of its document; None where unknown."""
    doc: str = ""
    proposed: bool = False
    """True in an event that only a model tells: shown, and never counted. Elsewhere a model's figures are left out."""


class Verdicts(msgspec.Struct, frozen=True):
    """The three axes of field-guide 1.3; the machine proposes, only a person signs."""

    happened: str
    who: str
    violation: str
    why: tuple[str, ...] = ()


class Event(msgspec.Struct, frozen=True):
    """One happening, as told by its claims."""

    id: str
    kind: str
    claims: tuple[str, ...]
    when: tuple[str, str] | None
    places: tuple[str, ...]
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    modality: str
    background: bool
    documents: tuple[str, ...]
    sources: int
    """How many outlets carry it."""
    origins: tuple[str, ...]
    """Independent origins: original speakers, or the source where it speaks in its own voice.

    Who only denies it is none; where nobody says anything else, those who deny it.
    """
    contradictions: tuple[Contradiction, ...] = ()
    figures: tuple[Figure, ...] = ()
    verdicts: Verdicts | None = None
    why: tuple[str, ...] = ()
    superseded: tuple[tuple[str, str], ...] = ()
    """(earlier claim, later claim) where the same speaker corrected himself; both stay."""
    warnings: tuple[str, ...] = ()
    """What looks wrong: told before it happened, a part above its whole."""
    proposed: tuple[str, ...] = ()
    """Claims that a model proposes, no rule found, and no person accepted: shown, and counted for nothing else."""
    corrected: tuple[str, ...] = ()
    """Claims that count as a person corrected them, not as the machine read them; `why` says what and by whom."""

    @property
    def only_proposed(self) -> bool:
        """Nothing but a model tells it, and no person accepted any of it."""
        return bool(self.proposed) and set(self.proposed) == set(self.claims)

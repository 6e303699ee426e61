"""What exporters see: nouns that have passed the gate. They hold nothing that a profile keeps back."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol

import msgspec

from hudna.model import Event

Days = tuple[str, str]
"""ISO dates or date-times, both inclusive."""


class Spot(msgspec.Struct, frozen=True):
    """A place as it may be shown."""

    code: str
    name: str
    lat: float
    lon: float
    radius_km: float
    """The place lies within this distance of the point."""
    sort: str
    country: str
    region: str
    district: str
    """Names of what it lies in, empty where the packs know none."""


class Loss(Protocol):
    """A row of the casualty ledger (`events.casualties`): one sort of people of one side in one event."""

    @property
    def measure(self) -> str:
        """What is counted: killed, wounded, missing, captured."""

    @property
    def side(self) -> str | None:
        """Whose people."""

    @property
    def who(self) -> str | None:
        """Sort of people: person, soldier, civilian."""

    @property
    def part(self) -> bool:
        """A part of another row: never to be added to it."""

    @property
    def low(self) -> int | None:
        """The least that a standing figure admits."""

    @property
    def best(self) -> int | None:
        """The figure that a named rule chose."""

    @property
    def high(self) -> int | None:
        """The most; None where a figure is open upwards."""

    @property
    def rule(self) -> str:
        """Which rule chose best."""


Losses = Callable[[Event], Sequence[Loss]]
"""The casualty ledger of one event. It is computed in another room, so whoever calls hands it in."""


class SeenEvent(msgspec.Struct, frozen=True, kw_only=True):
    """An event that may be shown."""

    id: str
    kind: str
    when: Days | None
    told: Days | None
    """First and last publication."""
    modality: str
    background: bool
    spots: tuple[Spot, ...]
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    claims: int
    documents: int
    sources: int
    origins: int
    speakers: tuple[str, ...]
    """Independent origins that may be named."""
    outlets: tuple[str, ...]
    """Sources that may be named."""
    happened: str
    who: str
    violation: str
    differs: tuple[str, ...]
    """Fields in which accounts cannot all be true."""
    losses: tuple[Loss, ...]
    words: tuple[str, ...]
    """Quotes; none in a profile without words."""
    sides: tuple[str, ...] = ()
    """Sides of those who act, suffer or lost people, alphabetical by code."""


class SeenClaim(msgspec.Struct, frozen=True, kw_only=True):
    """A claim that may be shown."""

    id: str
    event: str
    kind: str
    when: Days | None
    told: Days | None
    modality: str
    background: bool
    spots: tuple[Spot, ...]
    agents: tuple[str, ...]
    targets: tuple[str, ...]
    speakers: tuple[str, ...]
    outlet: str
    measure: str
    lo: int | None
    hi: int | None
    bound: str
    people: str
    side: str
    subset_of: str
    confidence: float
    rule: str
    corrected: tuple[str, ...]
    """Fields that a person corrected: they hold what he says, not what the machine read."""
    doc: str
    start: int | None
    end: int | None
    quote: str
    text_sha256: str
    """These five are empty in a profile without words."""


class SeenDuty(msgspec.Struct, frozen=True, kw_only=True):
    """A duty with what is computed of it."""

    id: str
    agreement: str
    title: str
    clause: str
    label: str
    obligors: tuple[str, ...]
    due: str | None
    """ISO date or date-time of the text."""
    readings: tuple[str, ...]
    extensions: tuple[tuple[str, str, str], ...]
    """(new date, who announced it, when)."""
    notice: str | None
    relative_to: str | None
    status: str
    as_of: str
    """The day as of which the status was computed; empty where it never was."""


class Dumped(msgspec.Struct, frozen=True):
    """Anything that the ledger holds, for the one file that has all of it and never leaves the house."""

    noun: str
    value: Any


Seen = SeenEvent | SeenClaim | SeenDuty | Dumped

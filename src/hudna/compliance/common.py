"""Small things that every file of this room needs: sides, days, areas, and what was known as of a date."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta, timezone
from functools import cache, lru_cache

import msgspec

from hudna.knowledge import WORLD, Knowledge, Sides
from hudna.model import Agreement, Claim, Document, Event

HUDNA = "hudna"
"""The assessor that is the machine."""
_PAST = frozenset({"actual", "negated"})
"""Modalities that cannot be told before the time that they tell."""
_TOLD_BACK = 1
"""Days before publication in which undated news can have happened."""


def finding_id(*parts: str) -> str:
    """`F` and 16 hex digits of SHA-256 over what the finding is about."""
    return "F" + hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def sided(agreement: Agreement, sides: Sides) -> Agreement:
    """The agreement with the side of everybody whom it names in the place of his code: PKF of RUS is RUS."""

    def of(codes: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(side for code in codes if (side := sides.of(code)) is not None))

    duties = tuple(
        msgspec.structs.replace(
            duty,
            obligors=of(duty.obligors),
            beneficiaries=of(duty.beneficiaries),
            premise_disputed_by=of(duty.premise_disputed_by),
            verifier=(sides.of(duty.verifier) or duty.verifier) if duty.verifier else None,
        )
        for duty in agreement.obligations
    )
    return msgspec.structs.replace(
        agreement, parties=of(agreement.parties), guarantors=of(agreement.guarantors), obligations=duties
    )


def day_of(words: str) -> date:
    """The calendar day that an ISO date or date-time names, as written."""
    return date.fromisoformat(words[:10])


def moment_of(words: str, zone: timezone) -> datetime:
    """A date or date-time as a moment; without a zone of its own it is local to `zone`."""
    found = datetime.fromisoformat(words)
    return found if found.tzinfo else found.replace(tzinfo=zone)


@cache
def zone_of(words: str) -> timezone:
    """A fixed offset such as `+04:00`.

    Raises:
        ValueError: It is not of that form.
    """
    offset = datetime.strptime(words, "%z").utcoffset()
    return timezone(offset) if offset is not None else UTC


@lru_cache(maxsize=1024)
def local_date(words: str, zone: timezone) -> date:
    """The calendar day of a date or of a moment on a clock; of few words, those of packs, and asked often."""
    return day_of(words) if "T" not in words else moment_of(words, zone).astimezone(zone).date()


class Evidence(msgspec.Struct, frozen=True):
    """A claim with what compliance needs of it."""

    claim: Claim
    event: Event | None
    first: date | None
    last: date | None
    """When it happened; of undated news, when it can have happened."""
    dated: bool
    """False where `first` and `last` come from publication alone."""
    places: tuple[str, ...]
    """Its own, or those of its event where that names one place only."""
    assessor: str
    """Who says so: a side, an unnamed or unlisted speaker's code, or `source:ID`."""

    agents: frozenset[str]
    """Sides that act."""
    targets: frozenset[str]
    """Sides that are acted upon."""
    meeting: frozenset[str]
    """Sides that act in its event."""

    @property
    def actors(self) -> frozenset[str]:
        """Sides that act or are acted upon."""
        return self.agents | self.targets


class World:
    """Places of the packs, the sides, and the agreements between them with the clock of each."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self.sides = knowledge.sides
        self.agreements = tuple(sided(agreement, knowledge.sides) for agreement in knowledge.agreements)
        self._zones = {
            agreement.id: theatre.timezone for theatre in knowledge.theatres for agreement in theatre.agreements
        }
        own = [theatre.timezone for theatre in knowledge.theatres if theatre.id != WORLD]
        self._zone = own[0] if own else "+00:00"

    def inside(self, places: Iterable[str], areas: Sequence[str]) -> bool:
        """True when one of the places is, or lies in, one of the areas."""
        wanted = frozenset(areas)
        return any(place in wanted or self._knowledge.within(place) & wanted for place in places)

    def zone(self, agreement: str) -> timezone:
        """The clock of the theatre that an agreement belongs to."""
        return zone_of(self._zones.get(agreement, self._zone))


def known(
    events: Sequence[Event], claims: Sequence[Claim], documents: Sequence[Document], as_of: str, sides: Sides
) -> list[Evidence]:
    """What was published by a date, as evidence, by claim id.

    A document whose publication date is unknown counts when the claim's own time lies before; a claim with neither
    counts, for nothing says that it came later.
    """
    day = day_of(as_of)
    texts = {doc.id: doc for doc in documents}
    homes = {claim: event for event in events for claim in event.claims}
    found = [
        _evidence(claim, texts, homes.get(claim.id), sides) for claim in claims if _published_by(claim, texts, day)
    ]
    return sorted(found, key=lambda one: one.claim.id)


def _published_by(claim: Claim, texts: Mapping[str, Document], day: date) -> bool:
    doc = texts.get(claim.doc)
    if doc is not None and doc.published.first is not None:
        return day_of(doc.published.first) <= day
    return claim.when is None or claim.modality not in _PAST or day_of(claim.when[0]) <= day


def _evidence(claim: Claim, texts: Mapping[str, Document], event: Event | None, sides: Sides) -> Evidence:
    doc = texts.get(claim.doc)
    first, last = _days(claim, doc)
    inherited = event.places if event is not None and len(event.places) == 1 else ()
    return Evidence(
        claim=claim,
        event=event,
        first=first,
        last=last,
        dated=claim.when is not None,
        places=claim.places or inherited,
        assessor=_assessor(claim, doc, sides),
        agents=sides.of_all(claim.agents),
        targets=sides.of_all(claim.targets),
        meeting=sides.of_all(event.agents) if event is not None else frozenset(),
    )


def _days(claim: Claim, doc: Document | None) -> tuple[date | None, date | None]:
    if claim.when is not None:
        return day_of(claim.when[0]), day_of(claim.when[1])
    if claim.background or doc is None or doc.published.first is None:
        return None, None
    first, last = day_of(doc.published.first), day_of(doc.published.last or doc.published.first)
    return first - timedelta(days=_TOLD_BACK), last


def _assessor(claim: Claim, doc: Document | None, sides: Sides) -> str:
    speaker = claim.by[0] if claim.by else ""
    if not speaker and claim.kind.startswith("statement.") and claim.agents:
        speaker = claim.agents[0]
    if not speaker:
        return f"source:{(doc.source if doc is not None else None) or claim.doc}"
    if speaker.islower():  # an outlet that another one quotes
        return f"source:{speaker}"
    return sides.of(speaker) or speaker

"""The gate: what of an event, a claim or a duty may go out under a profile.

Everything that is shown is made here, field by field, from what is allowed; nothing is taken over and then struck out.
A new field of a noun therefore stays in the house until somebody lets it through.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal

import msgspec

from hudna.knowledge import Knowledge
from hudna.model import Agreement, Claim, Corrections, Document, Event, Finding, Obligation, Place
from hudna.publish.exporters.labels import Labels
from hudna.publish.exporters.nouns import Days, Losses, SeenClaim, SeenDuty, SeenEvent, Spot
from hudna.publish.exporters.profiles import Profile

Withheld = Literal["rejected", "embargo"]
"""Why something stays in the house: a person rejected it, or it is too early."""

KM_PER_DEGREE = 111.2
NAMED = frozenset({"country", "region", "district", "city", "area", "border", "line", "corridor"})
"""Sorts of places that may be named in a profile with a radius; smaller ones bear the name of what they lie in."""
_UNNAMED = "SOURCE"
_OWN_VOICE = "source:"
_MANY_WORDS = 3


class Gate:
    """One export's gate.

    Args:
        profile: What may be shown.
        knowledge: The packs: only what they know is named in a profile without words.
        labels: Names in the export's language.
        now: The clock, from which embargoes count.
        losses: The casualty ledger of an event.
        rejected: Ids that people rejected.
    """

    def __init__(
        self,
        profile: Profile,
        knowledge: Knowledge,
        labels: Labels,
        *,
        now: datetime,
        losses: Losses,
        rejected: frozenset[str],
        corrections: Corrections = Corrections(()),  # noqa: B008 - nothing corrected; it never changes
    ) -> None:
        self.profile = profile
        self._knowledge = knowledge
        self._labels = labels
        self._now = now
        self._losses = losses
        self._rejected = rejected
        self._corrections = corrections
        self._spots: dict[tuple[str, float], Spot | None] = {}

    # --- events -------------------------------------------------------------------------------------------------------

    def event(self, event: Event, claims: Sequence[Claim], documents: Mapping[str, Document]) -> SeenEvent | Withheld:
        """An event as it may be shown, or why it may not."""
        told = _told([documents[one] for one in event.documents if one in documents])
        held = self._held(event.id, event.kind, event.when, told)
        if held is not None:
            return held
        sources = dict.fromkeys(documents[one].source or "" for one in event.documents if one in documents)
        verdicts = event.verdicts
        agents, targets, losses = self.actors(event.agents), self.actors(event.targets), tuple(self._losses(event))
        suffered = (one.side for one in losses if one.side)
        return SeenEvent(
            id=event.id,
            kind=event.kind,
            when=event.when,
            told=told,
            modality=event.modality,
            background=event.background,
            spots=self._shown(event.places, event.kind),
            agents=agents,
            targets=targets,
            claims=len(event.claims),
            documents=len(event.documents),
            sources=event.sources,
            origins=len(event.origins),
            speakers=self.speakers(event.origins),
            outlets=tuple(filter(None, map(self.source, sources))),
            happened=verdicts.happened if verdicts else "",
            who=verdicts.who if verdicts else "",
            violation=verdicts.violation if verdicts else "",
            differs=tuple(sorted({one.field for one in event.contradictions if one.sort == "exclusive"})),
            losses=losses,
            words=tuple(one.quote for one in claims[:_MANY_WORDS]) if self.profile.words else (),
            sides=tuple(sorted(self._knowledge.sides.of_all((*agents, *targets, *suffered)))),
        )

    def _held(self, key: str, kind: str, when: Days | None, told: Days | None) -> Withheld | None:
        if key in self._rejected:
            return "rejected"
        rule = self.profile.rule(kind)
        if rule is None or not rule.hours:
            return None
        # The later of the two: late news of an event may still give a place away.
        ends = [_end(days[1]) for days in (when, told) if days is not None]
        if not ends or max(ends) > self._now - timedelta(hours=rule.hours):
            return "embargo"
        return None

    # --- claims -------------------------------------------------------------------------------------------------------

    def claim(self, read: Claim, event: tuple[str, str], document: Document) -> SeenClaim | Withheld:
        """A claim as it may be shown, or why it may not; `event` is id and kind of what it is part of.

        What holds for the event holds for its claims: who tells of losses in fighting tells of the fighting.
        """
        claim, told = self._corrections.apply(read), _told([document])
        held = self._held(event[0], event[1], claim.when, told) or self._held(claim.id, claim.kind, claim.when, told)
        if held is not None:
            return held
        count, words = claim.count, self.profile.words
        return SeenClaim(
            id=claim.id,
            event=event[0],
            kind=claim.kind,
            when=claim.when,
            told=told,
            modality=claim.modality,
            background=claim.background,
            spots=self._shown(claim.places, claim.kind, event[1]),
            agents=self.actors(claim.agents),
            targets=self.actors(claim.targets),
            speakers=self.speakers(claim.by),
            outlet=self.source(document.source or ""),
            measure=count.measure if count else "",
            lo=count.lo if count else None,
            hi=count.hi if count else None,
            bound=count.bound if count else "",
            people=(count.who if count else None) or "",
            side=next(iter(self.actors([count.side])), "") if count and count.side else "",
            subset_of=(count.subset_of if count else None) or "",
            confidence=claim.confidence,
            rule=claim.rule,
            corrected=tuple(one.field for one in self._corrections.of(read)),
            doc=claim.doc if words else "",
            start=claim.start if words else None,
            end=claim.end if words else None,
            quote=claim.quote if words else "",
            text_sha256=document.text_sha256 if words else "",
        )

    # --- duties -------------------------------------------------------------------------------------------------------

    def duty(self, agreement: Agreement, duty: Obligation, finding: Finding | None) -> SeenDuty:
        """A duty; agreements are public texts, so nothing of it is kept back."""
        arabic = self._labels.language == "ar"
        due = duty.due
        return SeenDuty(
            id=duty.id,
            agreement=agreement.id,
            title=agreement.title_ar if arabic else agreement.title_en,
            clause=(duty.clause_ar if arabic else "") or duty.clause,
            label=duty.label_ar if arabic else duty.label_en,
            obligors=self.actors(duty.obligors),
            due=due.date if due else None,
            readings=due.readings if due else (),
            extensions=tuple((one.date, one.by, one.announced) for one in due.extensions) if due else (),
            notice=due.notice if due else None,
            relative_to=due.relative_to if due else None,
            status=finding.status if finding else "",
            as_of=finding.as_of if finding else "",
        )

    # --- who may be named ---------------------------------------------------------------------------------------------

    def actors(self, codes: Sequence[str | None]) -> tuple[str, ...]:
        """Those who may be named."""
        return tuple(dict.fromkeys(filter(None, (self._actor(code or "") for code in codes))))

    def _actor(self, code: str) -> str:
        """The code; nothing for a name that no pack knows, which may be a private person's.

        It is never replaced by what stands above it: a person does not speak or act for a whole side.
        """
        generic = code.isupper() and self._known(code.partition(".")[0])
        return code if self.profile.words or generic or self._known(code) else ""

    def _known(self, code: str) -> bool:
        return code in self._knowledge.actors or code in self._knowledge.sources or code == _UNNAMED

    def speakers(self, codes: Sequence[str]) -> tuple[str, ...]:
        """Speakers; somebody who may not be named is an unnamed source."""
        found = (self._speaker(code) for code in codes)
        return tuple(dict.fromkeys(filter(None, found)))

    def _speaker(self, code: str) -> str:
        """The code; somebody who may not be named is an unnamed source."""
        if not code.startswith(_OWN_VOICE):
            return self._actor(code) or _UNNAMED
        source = self.source(code.removeprefix(_OWN_VOICE))
        return f"{_OWN_VOICE}{source}" if source else _UNNAMED

    def source(self, code: str) -> str:
        """A publisher; nothing for one that no pack knows."""
        return code if self.profile.words or code in self._knowledge.sources else ""

    def keeps(self, event: Event, documents: Sequence[Document]) -> Withheld | None:
        """Why an event stays in the house; None for one that may be told."""
        return self._held(event.id, event.kind, event.when, _told(documents))

    # --- where --------------------------------------------------------------------------------------------------------

    def _shown(self, codes: Sequence[str], *kinds: str) -> tuple[Spot, ...]:
        radius = max(map(self.profile.radius, kinds))
        return tuple(dict.fromkeys(spot for code in codes if (spot := self._spot(code, radius)) is not None))

    def _spot(self, code: str, radius: float) -> Spot | None:
        """A place as closely as allowed; None for one that the packs do not know."""
        key = (code, radius)
        if key not in self._spots:
            place = self._knowledge.places.get(code)
            self._spots[key] = None if place is None else self._made(place, radius)
        return self._spots[key]

    def _made(self, place: Place, radius: float) -> Spot:
        named = place if not radius or place.sort in NAMED else self._around(place)
        lat, lon = _coarse(place, radius)
        above = {one.sort: one for one in self._above(named)}
        return Spot(
            code=named.code if named else "",
            name=self._labels.place(named.code) if named else "",
            lat=lat,
            lon=lon,
            radius_km=max(radius, place.precision_km),
            sort=named.sort if named else "area",
            country=self._label(above.get("country")),
            region=self._label(above.get("region")),
            district=self._label(above.get("district")),
        )

    def named(self, code: str) -> str:
        """The place, or the smallest around it that may be named; nothing for one that the packs do not know."""
        place = self._knowledge.places.get(code)
        if place is None or not self.profile.radius_km or place.sort in NAMED:
            return place.code if place else ""
        around = self._around(place)
        return around.code if around else ""

    def coarse(self, place: Place, radius: float) -> Place:
        """A place where nothing is known more closely than a radius."""
        lat, lon = _coarse(place, radius)
        return msgspec.structs.replace(place, lat=lat, lon=lon, precision_km=max(radius, place.precision_km))

    def _around(self, place: Place) -> Place | None:
        """The smallest place around this one that may be named."""
        return next((one for one in self._above(place) if one is not place and one.sort in NAMED), None)

    def _above(self, place: Place | None) -> Iterator[Place]:
        while place is not None:
            yield place
            place = self._knowledge.places.get(place.parent or "")

    def _label(self, place: Place | None) -> str:
        return self._labels.place(place.code) if place else ""


def _coarse(place: Place, radius: float) -> tuple[float, float]:
    """The middle of the grid cell that a place lies in: the same for everything in the cell, and never random.

    A cell's corners lie `radius` from its middle, so the place lies within `radius` of what is shown.
    """
    if place.precision_km >= radius:
        return place.lat, place.lon
    side = radius * math.sqrt(2) / KM_PER_DEGREE
    lat = (math.floor(place.lat / side) + 0.5) * side
    wide = side / max(0.1, math.cos(math.radians(lat)))
    lon = (math.floor(place.lon / wide) + 0.5) * wide
    return round(lat, 3), round(lon, 3)


def _told(documents: Sequence[Document]) -> Days | None:
    """First and last publication; None where nobody knows any."""
    firsts = [one.published.first or one.published.last for one in documents]
    lasts = [one.published.last or one.published.first for one in documents]
    known = [one for one in (*firsts, *lasts) if one is not None]
    return (min(known), max(known)) if known else None


def _end(iso: str) -> datetime:
    """The last moment of a day, or a moment; times without a zone are taken as UTC."""
    if len(iso) <= len("2023-09-20"):
        return datetime.fromisoformat(iso).replace(hour=23, minute=59, second=59, tzinfo=UTC)
    moment = datetime.fromisoformat(iso)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

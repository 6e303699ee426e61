"""A report for others: its material with everything kept back that a profile keeps back. The ledger is never touched.

Words, titles, addresses, names of files and hashes are taken out; whoever the packs do not know is an unnamed source;
places are as coarse as the profile says; what is under embargo or was rejected is not there. Everything that is left is
written field by field, so that a field of tomorrow is empty until somebody thinks of it.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

import msgspec

from hudna.knowledge import Knowledge
from hudna.model import (
    AssessorStatus,
    Claim,
    Contradiction,
    Count,
    Document,
    Event,
    Figure,
    Finding,
    Issue,
    Judgement,
    Reading,
    Verdicts,
    standing,
)
from hudna.publish.exporters.gate import Gate
from hudna.publish.exporters.labels import Labels
from hudna.publish.exporters.profiles import Profile
from hudna.publish.report.gather import Material, tally

NOBODY = "—"
"""In place of a name or a reason that stays in the house."""
_CODES = frozenset({"agents", "targets"})
"""Fields of a contradiction whose values are codes of actors."""
_SAID = frozenset({"naming"})
"""Fields whose values are words of articles."""


def redaction(profile: Profile, *, now: datetime) -> Callable[[Material, Knowledge], tuple[Material, Knowledge]]:
    """What a report hands its material through; the internal profile leaves it as it is.

    Args:
        profile: What is kept back.
        now: The clock, from which embargoes count.
    """

    def through(material: Material, knowledge: Knowledge) -> tuple[Material, Knowledge]:
        return (material, knowledge) if profile.words else _Redaction(material, knowledge, profile, now).made()

    return through


class _Redaction:
    def __init__(self, material: Material, knowledge: Knowledge, profile: Profile, now: datetime) -> None:
        self._material, self._knowledge, self._profile = material, knowledge, profile
        rejected = {about for one in standing(material.judgements) if one.verb == "reject" for about in one.about}
        labels = Labels(knowledge, "en")
        self._gate = Gate(profile, knowledge, labels, now=now, losses=lambda _: (), rejected=frozenset(rejected))
        ordered = sorted(material.documents.values(), key=lambda one: (one.published.first or "~", one.id))
        self._called = {one.id: f"text-{number}" for number, one in enumerate(ordered, start=1)}
        self._radius = max([profile.radius_km, *(one.radius_km for one in profile.rules)])

    def made(self) -> tuple[Material, Knowledge]:
        """Material and knowledge as others may see them."""
        old = self._material
        documents = {self._called[key]: self._document(one) for key, one in old.documents.items()}
        events, earlier, undated = (tuple(self._events(some)) for some in (old.events, old.earlier, old.undated))
        seen = {claim for event in (*events, *undated) for claim in event.claims}
        gone = {one.id for one in (*old.events, *old.earlier, *old.undated)} - {
            one.id for one in (*events, *earlier, *undated)
        }
        findings = tuple(self._finding(one) for one in old.findings if not (one.events and gone.issuperset(one.events)))
        return (
            Material(
                period=old.period,
                as_of=old.as_of,
                held_as_of=old.held_as_of,
                documents=documents,
                claims={key: self._claim(one) for key, one in old.claims.items() if key in seen},
                events=events,
                earlier=earlier,
                undated=undated,
                findings=findings,
                issues=tuple(_issue(number, one) for number, one in enumerate(old.issues, start=1)),
                judgements=tuple(map(_judgement, old.judgements)),
                tally=tally(events, findings, old.tally.documents),
                before=tally(earlier, findings, old.before.documents),
                words=False,
                withheld=len(gone),
            ),
            msgspec.structs.replace(self._knowledge, places=self._coarse()),
        )

    def _coarse(self) -> dict[str, object]:
        return {code: self._gate.coarse(place, self._radius) for code, place in self._knowledge.places.items()}

    # --- nouns --------------------------------------------------------------------------------------------------------

    def _document(self, one: Document) -> Document:
        return Document(
            id=self._called[one.id],
            text="",
            text_sha256="",
            bytes_sha256="",
            source=self._gate.source(one.source or "") or None,
            published=msgspec.structs.replace(one.published, why=()),
            language=one.language,
        )

    def _events(self, events: Iterable[Event]) -> Iterable[Event]:
        documents = self._material.documents
        for one in events:
            if not self._gate.keeps(one, [documents[doc] for doc in one.documents if doc in documents]):
                yield self._event(one)

    def _event(self, one: Event) -> Event:
        verdicts = one.verdicts
        return Event(
            id=one.id,
            kind=one.kind,
            claims=one.claims,
            when=one.when,
            places=self._places(one.places),
            agents=self._gate.actors(one.agents),
            targets=self._gate.actors(one.targets),
            modality=one.modality,
            background=one.background,
            documents=tuple(self._called[doc] for doc in one.documents if doc in self._called),
            sources=one.sources,
            origins=self._gate.speakers(one.origins),
            contradictions=tuple(self._contradictions(one.contradictions)),
            figures=tuple(map(self._figure, one.figures)),
            verdicts=Verdicts(verdicts.happened, verdicts.who, verdicts.violation) if verdicts else None,
            superseded=one.superseded,
            proposed=one.proposed,
            corrected=one.corrected,
        )

    def _claim(self, one: Claim) -> Claim:
        return Claim(
            id=one.id,
            doc=self._called[one.doc],
            start=0,
            end=0,
            quote="",
            kind=one.kind,
            agents=self._gate.actors(one.agents),
            targets=self._gate.actors(one.targets),
            places=self._places(one.places),
            when=one.when,
            count=self._count(one.count),
            by=self._gate.speakers(one.by),
            modality=one.modality,
            background=one.background,
            confidence=one.confidence,
            rule=one.rule,
        )

    def _count(self, one: Count | None) -> Count | None:
        return msgspec.structs.replace(one, side=self._side(one.side)) if one is not None else None

    def _figure(self, one: Figure) -> Figure:
        return msgspec.structs.replace(
            one,
            side=self._side(one.side),
            speaker=next(iter(self._gate.speakers((one.speaker,))), ""),
            origin=next(iter(self._gate.speakers((one.origin,))), ""),
            doc=self._called.get(one.doc, ""),
        )

    def _finding(self, one: Finding) -> Finding:
        return msgspec.structs.replace(
            one,
            assessors=tuple(map(self._assessor, one.assessors)),
            accused=self._gate.actors(one.accused),
            why=(),
        )

    def _assessor(self, one: AssessorStatus) -> AssessorStatus:
        who = one.assessor
        if who.startswith("signed:"):
            who = f"signed:{NOBODY}"
        elif who not in {"hudna", "guarantor"}:
            who = next(iter(self._gate.speakers((who,))), "")
        return msgspec.structs.replace(one, assessor=who, why="")

    def _contradictions(self, found: Sequence[Contradiction]) -> Iterable[Contradiction]:
        """Without words of articles, and without differences that are none at the coarseness of the profile."""
        for one in found:
            if one.field in _SAID:
                continue
            readings = tuple(self._reading(one.field, reading) for reading in one.readings)
            if len({reading.value for reading in readings}) > 1 or len(one.readings) == 1:
                yield Contradiction(one.field, one.sort, readings, "")

    def _reading(self, field: str, one: Reading) -> Reading:
        parts = one.value.split(", ")
        if field == "places":
            parts = list(self._places(parts))
        elif field in _CODES:
            parts = list(self._gate.actors(parts))
        return Reading(", ".join(parts), self._gate.speakers(one.speakers), one.claims)

    # --- who and where ------------------------------------------------------------------------------------------------

    def _places(self, codes: Iterable[str]) -> tuple[str, ...]:
        named = (self._gate.named(code) for code in codes)
        return tuple(dict.fromkeys(code for code in named if code))

    def _side(self, code: str | None) -> str | None:
        return next(iter(self._gate.actors((code,))), None) if code else None


def _judgement(one: Judgement) -> Judgement:
    """What was decided, without who and why; a corrected value stands in the claim already."""
    value = None if one.verb == "correct" else one.value
    return msgspec.structs.replace(one, who=NOBODY, reason=NOBODY, value=value)


def _issue(number: int, one: Issue) -> Issue:
    """That something could not be read; which file and why stays in the house."""
    return Issue(one.stage, one.severity, f"{number}", NOBODY, NOBODY)

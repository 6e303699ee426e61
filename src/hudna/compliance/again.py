"""Holding only what changed: the same findings as holding everything, byte for byte.

An alleged breach follows from one event and the claims on it, so only events that came, went or changed are held
again. A duty follows from the claims that bear on it, and its last finding names them all: a duty on which something
bears that changed, or bore before, is held again over those and what changed. So is one that leans on such a duty.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

import msgspec

from hudna.compliance.breaches import cases, hold_cases
from hudna.compliance.common import Evidence, World, finding_id, known
from hudna.compliance.evidence import Stock, bearing
from hudna.compliance.hold import anchors_first, as_corrected, claims_by_duty
from hudna.compliance.leaning import relation_of
from hudna.compliance.obligations import hold_duty
from hudna.compliance.signed import Signed
from hudna.knowledge import Knowledge
from hudna.model import Agreement, Claim, Corrections, Document, Event, Finding, Judgement, Obligation


class Archive(Protocol):
    """What was kept: events, claims and documents as they are now, findings as of last time."""

    def events_with(self, claims: Collection[str]) -> Iterable[Event]:
        """Events that hold any of these claims."""

    def claims_named(self, keys: Collection[str]) -> Iterable[Claim]:
        """These claims, as far as they are there."""

    def documents_named(self, keys: Collection[str]) -> Iterable[Document]:
        """These documents; their texts are not needed."""

    def finding(self, key: str) -> Finding | None:
        """One finding; the date as of which it was made is a part of its id."""

    def breaches_of(self, as_of: str, events: Collection[str]) -> Iterable[Finding]:
        """Alleged breaches that are about these events."""

    def breaches_under(self, as_of: str, agreement: str, obligation: str) -> Iterable[Finding]:
        """Alleged breaches of one clause."""


class Reheld(msgspec.Struct, frozen=True):
    """What changes in the findings."""

    findings: tuple[Finding, ...]
    """New ones, and those that may say something else now."""
    gone: tuple[str, ...]
    """Ids of those that are no more."""


def hold_again(
    archive: Archive,
    events: Collection[str],
    claims: Collection[str],
    knowledge: Knowledge,
    as_of: str,
    judgements: Sequence[Judgement] = (),
    judged: Sequence[Finding] = (),
) -> Reheld | None:
    """Hold what changed since everything was held as of this date, with the same packs and decisions.

    Args:
        archive: Everything as it is now, with the findings of last time.
        events: Ids of events that came, went or changed.
        claims: Ids of claims that came, went or changed, whose event did, or whose document has another day or
            publisher.
        knowledge: Agreements, places, zones.
        as_of: ISO date; the end of that day.
        judgements: What people decided.
        judged: Findings, of any date, that judgements name by their ids.

    Returns:
        What changes; None where all must be held: a model proposes one of the claims, or a finding is missing.
    """
    return _Again(archive, knowledge, as_of, judgements, judged).run(frozenset(events), frozenset(claims))


class _Again:
    """One holding of what changed."""

    def __init__(
        self,
        archive: Archive,
        knowledge: Knowledge,
        as_of: str,
        judgements: Sequence[Judgement],
        judged: Sequence[Finding],
    ) -> None:
        self._archive, self._as_of = archive, as_of
        self._world, self._corrections = World(knowledge), Corrections(judgements)
        self._signed = Signed(judgements, judged)
        self._events: frozenset[str] = frozenset()
        """Touched, those that are gone among them."""
        self._claims: frozenset[str] = frozenset()
        """Touched, and all claims of the touched events."""
        self._stock = Stock(())
        self._breaches: list[Finding] = []
        """Of the touched events."""
        self._before: list[Finding] = []
        """The same as of last time."""

    def run(self, events: frozenset[str], claims: frozenset[str]) -> Reheld | None:
        there = list(self._archive.events_with(claims))
        self._events = events | {event.id for event in there}
        self._claims = claims | {claim for event in there for claim in event.claims}
        evidence = self._known(self._claims, there)
        if any(one.claim.proposed for one in evidence):
            return None
        self._stock = Stock(evidence)
        self._hold_events(there, evidence)
        duties = self._hold_duties()
        if duties is None:
            return None
        held = {finding.id for finding in self._breaches}
        gone = tuple(finding.id for finding in self._before if finding.id not in held)
        return Reheld((*duties, *self._breaches), gone)

    def _known(self, keys: Collection[str], events: Sequence[Event] | None = None) -> list[Evidence]:
        claims = list(self._archive.claims_named(keys))
        documents = list(self._archive.documents_named({claim.doc for claim in claims}))
        around = list(self._archive.events_with(keys)) if events is None else events
        return known(
            around, [self._corrections.apply(claim) for claim in claims], documents, self._as_of, self._world.sides
        )

    # --- events -------------------------------------------------------------------------------------------------------

    def _hold_events(self, events: Sequence[Event], evidence: Sequence[Evidence]) -> None:
        self._before = list(self._archive.breaches_of(self._as_of, self._events))
        held = cases(events, evidence)
        self._breaches = [
            as_corrected(finding, self._corrections)
            for agreement in self._world.agreements
            for finding in hold_cases(held, agreement, self._world, self._as_of, self._signed)
        ]

    # --- duties -------------------------------------------------------------------------------------------------------

    def _hold_duties(self) -> list[Finding] | None:
        """Findings of the duties that say something else now; None where one is missing."""
        changed: list[Finding] = []
        for agreement in self._world.agreements:
            found: dict[str, Finding] = {}
            moved: set[str] = set()
            for duty in anchors_first(agreement.obligations):
                was = self._archive.finding(finding_id(agreement.id, duty.id, self._as_of))
                if was is None:
                    return None
                relation = relation_of(duty)
                anchor = relation.anchor if relation is not None else ""
                found[duty.id] = was
                if anchor in moved or self._touches(was, duty, agreement):
                    found[duty.id] = self._hold(was, duty, agreement, found.get(anchor))
                if found[duty.id] != was:
                    moved.add(duty.id)
            changed.extend(found[key] for key in moved)
        return changed

    def _touches(self, was: Finding, duty: Obligation, agreement: Agreement) -> bool:
        """Whether something that changed bears on a duty, or did."""
        if not self._claims.isdisjoint(was.claims) or bearing(self._stock, duty, agreement, self._world).claims:
            return True
        return any(self._is_under(one, duty, agreement) for one in (*self._before, *self._breaches))

    def _hold(self, was: Finding, duty: Obligation, agreement: Agreement, anchor: Finding | None) -> Finding:
        rest = self._known(frozenset(was.claims) - self._claims)
        alleged = self._alleged(duty, agreement) if duty.sort == "ceasefire" else frozenset()
        stock = Stock((*rest, *self._stock))
        now = hold_duty(stock, duty, agreement, self._world, self._as_of, alleged, anchor, self._signed)
        return as_corrected(now, self._corrections)

    def _alleged(self, duty: Obligation, agreement: Agreement) -> frozenset[str]:
        """Claims that allege a breach of a clause, those of events that did not change among them."""
        return claims_by_duty(self._breaches_under(duty, agreement)).get((agreement.id, duty.id), frozenset())

    def _breaches_under(self, duty: Obligation, agreement: Agreement) -> Iterator[Finding]:
        yield from (one for one in self._breaches if self._is_under(one, duty, agreement))
        for one in self._archive.breaches_under(self._as_of, agreement.id, duty.id):
            if self._events.isdisjoint(one.events):
                yield one

    @staticmethod
    def _is_under(finding: Finding, duty: Obligation, agreement: Agreement) -> bool:
        return (finding.agreement, finding.obligation) == (agreement.id, duty.id)

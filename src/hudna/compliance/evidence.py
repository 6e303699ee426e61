"""Which claims bear on a duty: kind, time, place, actors and what is acted upon must fit."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

import msgspec

from hudna.compliance.common import Evidence, World, day_of, local_date
from hudna.knowledge.chronicle import Paragraph
from hudna.knowledge.languages.ar.spelling import fold
from hudna.model import Agreement, Obligation

_AT_A_PLACE = frozenset({"handover", "demilitarised_zone", "corridor", "route_plan", "hold_positions", "unblocking"})
"""Sorts of duty that are nothing without their place: a claim that names none is no evidence."""
_STARTS = frozenset({"ceasefire.agreed", "ceasefire.in_force", "ceasefire.proposed"})
"""Kinds that tell the beginning of one particular truce."""
_BEGINNING = timedelta(days=3)
"""How far from an agreement's effect its beginning is told."""
_MEETINGS = frozenset({"diplomacy.talks", "diplomacy.contact"})
_SEASON = timedelta(days=92)
"""How late a meeting with a date can still be that meeting: one that is held a season later is another."""
_SAYS_NOTHING = frozenset({"demanded", "conditional", "possible"})
"""Modalities that do not say how a duty stands."""


_WORD = re.compile(r"[^\W_]+")


class Bearing(msgspec.Struct, frozen=True):
    """What bears on one duty."""

    on: tuple[Evidence, ...]
    """Of the kinds that are evidence for it."""
    against: tuple[Evidence, ...]

    @property
    def claims(self) -> tuple[str, ...]:
        """Ids of all of it, sorted."""
        return tuple(sorted({one.claim.id for one in (*self.on, *self.against)}))

    @property
    def events(self) -> tuple[str, ...]:
        """Ids of the events that they stand in, sorted."""
        return tuple(sorted({one.event.id for one in (*self.on, *self.against) if one.event is not None}))

    def of(self, assessor: str) -> "Bearing":
        """What one assessor says."""
        return Bearing(
            on=tuple(one for one in self.on if one.assessor == assessor),
            against=tuple(one for one in self.against if one.assessor == assessor),
        )


class Stock:
    """Evidence that can be asked for by kind and by claim, always in the order of claim ids."""

    def __init__(self, evidence: Iterable[Evidence]) -> None:
        """Take the evidence; of one claim there is no more than one."""
        self._all = {one.claim.id: one for one in sorted(evidence, key=lambda one: one.claim.id)}
        self._kinds: dict[str, list[Evidence]] = {}
        for one in self._all.values():
            self._kinds.setdefault(one.claim.kind, []).append(one)

    def __iter__(self) -> Iterator[Evidence]:
        """All of it."""
        return iter(self._all.values())

    def of_kinds(self, kinds: Collection[str]) -> list[Evidence]:
        """Of these kinds."""
        return sorted((one for kind in {*kinds} for one in self._kinds.get(kind, ())), key=lambda one: one.claim.id)

    def named(self, claims: Collection[str]) -> list[Evidence]:
        """Of these claims, as far as there is any."""
        return [self._all[key] for key in sorted(claims) if key in self._all]


def bearing(
    evidence: Stock,
    duty: Obligation,
    agreement: Agreement,
    world: World,
    breaches: Collection[str] = (),
) -> Bearing:
    """All evidence that bears on a duty.

    Args:
        evidence: Everything known as of the date.
        duty: One duty of the agreement.
        agreement: What holds it.
        world: Places and zones.
        breaches: Of a ceasefire: claims of the alleged breaches of this clause. Nothing else speaks against it, so that
            the duty and its list of breaches never tell two stories.
    """
    truce = duty.sort == "ceasefire"
    fitting = [one for one in evidence.of_kinds(duty.kinds) if _fits(one, duty, agreement, world)]
    opposed = [one for one in evidence.of_kinds(duty.against) if one.claim.modality == "negated" or not truce]
    against = evidence.named(breaches) if truce else []
    against += [one for one in opposed if _fits(one, duty, agreement, world)]
    return Bearing(
        on=tuple(fitting),
        against=tuple({one.claim.id: one for one in against}.values()),
    )


def _fits(one: Evidence, duty: Obligation, agreement: Agreement, world: World) -> bool:
    if one.claim.kind not in duty.kinds and one.claim.kind not in duty.against:
        return False
    if one.claim.modality in _SAYS_NOTHING or (one.claim.kind in duty.against and one.claim.background):
        return False
    if not (_in_time(one, duty, agreement, world) and _in_place(one, duty, world) and _by_those(one, duty, agreement)):
        return False
    return not duty.about or _names(one.claim.quote, duty.about)


def _names(quote: str, things: Sequence[str]) -> bool:
    """Whether the words of a claim name one of the things, as the chronicle looks for its words."""
    said = Paragraph(_WORD.findall(fold(quote)))
    return any(said.holds(fold(thing)) for thing in things)


def _in_time(one: Evidence, duty: Obligation, agreement: Agreement, world: World) -> bool:
    """Not before the duty begins, not after the agreement ended; undated history is out."""
    if one.first is None or one.last is None:
        return False
    begins = local_day(duty.start or agreement.effective, agreement, world)
    if one.last < begins or (agreement.ended is not None and one.first > local_day(agreement.ended, agreement, world)):
        return False
    if one.claim.kind in _MEETINGS and duty.due is not None and duty.due.date is not None:
        return one.first <= day_of(duty.due.date) + _SEASON
    return one.claim.kind not in _STARTS or one.last <= begins + _BEGINNING


def local_day(words: str, agreement: Agreement, world: World) -> date:
    """The calendar day of a moment where the agreement binds."""
    return local_date(words, world.zone(agreement.id))


def _in_place(one: Evidence, duty: Obligation, world: World) -> bool:
    if not duty.places:
        return True
    if not one.places:
        later = duty.due is not None and (duty.due.relative_to or "").startswith("after ")
        return duty.sort not in _AT_A_PLACE and not duty.at_once and not later
    if one.claim.kind in _MEETINGS and one.event is not None:
        return world.inside((*one.places, *one.event.places), duty.places)
    return world.inside(one.places, duty.places)


def _by_those(one: Evidence, duty: Obligation, agreement: Agreement) -> bool:
    """One of the duty's own people must act or be acted upon, unless the claim names nobody.

    A meeting is the duty's meeting when two of those who owe it meet, or nobody else does.
    """
    if one.claim.kind in duty.against:
        return not one.agents or bool(one.agents & frozenset(duty.obligors)) or not duty.obligors
    if one.claim.kind in _MEETINGS:
        met = one.actors | one.meeting
        owing = frozenset(duty.obligors)
        return not owing or len(met & owing) > 1 or met <= owing
    if duty.sort == "exchange" and _given_by_others(one, duty, agreement):
        return False
    named = {*duty.obligors, *duty.beneficiaries, *agreement.guarantors, duty.verifier}
    return not one.actors or not duty.obligors or bool(one.actors & named)


def _given_by_others(one: Evidence, duty: Obligation, agreement: Agreement) -> bool:
    """Whether only the other party lets people go: it does so under a duty of its own."""
    givers = one.agents & frozenset(agreement.parties)
    return bool(givers) and not givers & frozenset(duty.obligors)

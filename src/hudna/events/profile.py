"""A claim with everything that comparing needs worked out once."""

from collections.abc import Iterable, Sequence

import msgspec

from hudna.events.families import BOTH_SIDES, MEDIATED, VIOLENT, Family, family_of, reality_of
from hudna.events.ground import Ground
from hudna.events.moments import Days, day_of, days_of
from hudna.model import Claim, Document, Published

_AHEAD = 7
"""Days after publication in which something planned without a date is looked for: an agenda is a week long."""


class Profile(msgspec.Struct, frozen=True):
    """One claim, ready to be compared."""

    claim: Claim
    family: Family
    reality: str
    days: Days | None
    """When it says it happened."""
    told: Days | None
    """When it can have happened, judged by publication alone; only for news without a time of its own."""
    published: str | None
    """First possible publication date of its document."""
    places: frozenset[str]
    above: frozenset[str]
    fine: bool
    agents: frozenset[str]
    """Sides that act; of a clash, empty: both act and both suffer."""
    targets: frozenset[str]
    parties: frozenset[str]
    """All sides named, acting or suffering."""
    area: frozenset[str]
    """Places of the claim, or of its whole document when it names none, with all that they lie in."""
    company: frozenset[str]
    """Sides of its whole document."""
    speakers: frozenset[str]
    """Sides that say so."""
    named: tuple[frozenset[str], frozenset[str]]
    """Sides of the claim's agents and of its targets as they stand there, whatever its kind."""

    @property
    def firm(self) -> bool:
        """True when it has a time of its own."""
        return self.days is not None


def profiles_of(claims: Iterable[Claim], documents: Sequence[Document], ground: Ground) -> list[Profile]:
    """The profiles of all claims, in the order given; without its document a claim has no publication date."""
    claims = list(claims)
    published = {doc.id: doc.published for doc in documents}
    surroundings = _surroundings(claims, ground)
    return [_profile(claim, published.get(claim.doc, Published()), surroundings, ground) for claim in claims]


_Surroundings = dict[str, tuple[frozenset[str], frozenset[str]]]


def _surroundings(claims: Iterable[Claim], ground: Ground) -> _Surroundings:
    """By document: all places told in it with what they lie in, and all sides. A model adds nothing to either."""
    areas: dict[str, set[str]] = {}
    companies: dict[str, set[str]] = {}
    for claim in claims:
        if claim.proposed:
            areas.setdefault(claim.doc, set())
            companies.setdefault(claim.doc, set())
            continue
        areas.setdefault(claim.doc, set()).update((*claim.places, *ground.all_above(claim.places)))
        companies.setdefault(claim.doc, set()).update(ground.sides_of((*claim.agents, *claim.targets)))
    return {
        doc: (ground.share(frozenset(area)), ground.share(frozenset(companies[doc]))) for doc, area in areas.items()
    }


def _profile(claim: Claim, published: Published, surroundings: _Surroundings, ground: Ground) -> Profile:
    places = ground.share(frozenset(claim.places))
    agents, targets = _roles(claim, ground)
    days = days_of(claim.when)
    area, company = surroundings[claim.doc]
    above = ground.all_above(places)
    return Profile(
        claim=claim,
        family=family_of(claim.kind),
        reality=reality_of(claim.modality),
        days=days,
        told=_told(claim, published) if days is None else None,
        published=published.first,
        places=places,
        above=above,
        fine=ground.fine(places),
        agents=agents,
        targets=targets,
        parties=ground.share(
            agents | targets | (ground.sides_of(claim.agents) if claim.kind in BOTH_SIDES else frozenset())
        ),
        area=ground.share(places | above) if places else area,
        company=company,
        speakers=ground.sides_of(claim.by),
        named=(ground.sides_of(claim.agents), ground.sides_of(claim.targets)),
    )


def _roles(claim: Claim, ground: Ground) -> tuple[frozenset[str], frozenset[str]]:
    """Sides that act, sides that suffer."""
    agents = frozenset[str]() if claim.kind in BOTH_SIDES | MEDIATED else ground.sides_of(claim.agents)
    victims = (*claim.targets, *((claim.count.side,) if claim.count and claim.count.side else ()))
    return agents, ground.sides_of(victims)


def _told(claim: Claim, published: Published) -> Days | None:
    """News without a date of its own happened on the day it was published or the day before; a plan lies ahead."""
    if claim.background or published.first is None:
        return None
    first, last = day_of(published.first), day_of(published.last or published.first)
    if claim.modality == "planned":
        return Days(first=first, last=last + _AHEAD)
    return Days(first=first - 1, last=last)


def violent(profile: Profile) -> bool:
    """True for fighting, incidents and casualties."""
    return profile.family.name in VIOLENT

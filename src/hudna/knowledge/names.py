"""All codes of the packs that are loaded together: what a reference may point at."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

import msgspec

from hudna.model import Actor, Kind, Place, Source, Theatre

REGISTERED = frozenset({"SOURCE"})
"""First parts of codes that are nobody's: an unnamed source is SOURCE.MEDICAL."""


class Names(NamedTuple):
    """Codes and what they mean."""

    actors: dict[str, Actor]
    places: dict[str, Place]
    sources: dict[str, Source]
    kinds: dict[str, Kind]
    agreements: frozenset[str]
    roots: frozenset[str] = REGISTERED

    def above(self, code: str) -> frozenset[str]:
        """Everything that a place lies in: parents and areas, and theirs. Holds the place itself only in a circle."""
        return places_above(self.places, code)


def places_above(places: dict[str, Place], code: str) -> frozenset[str]:
    """Everything that a place lies in, upwards through parents and areas."""
    found: set[str] = set()
    ahead = [code]
    while ahead:
        place = places.get(ahead.pop())
        for parent in (place.parent, *place.areas) if place else ():
            if parent is not None and parent not in found:
                found.add(parent)
                ahead.append(parent)
    return frozenset(found)


def gather(theatres: Sequence[Theatre], kinds: dict[str, Kind]) -> Names:
    """All codes of the theatres, later ones adding names to a code that earlier ones know."""
    actors = merge_actors(theatres)
    return Names(
        actors={code: _with_parent(actor, actors) for code, actor in actors.items()},
        places=merge_places(theatres),
        sources=merge_sources(theatres),
        kinds=kinds,
        agreements=frozenset(agreement.id for theatre in theatres for agreement in theatre.agreements),
    )


def _union(*groups: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def merge_actors(theatres: Iterable[Theatre]) -> dict[str, Actor]:
    """One actor per code: a later theatre adds aliases and demonyms, and fills what the earlier one left open."""
    found: dict[str, Actor] = {}
    for theatre in theatres:
        for actor in theatre.actors:
            earlier = found.get(actor.code)
            found[actor.code] = _add_actor(earlier, actor) if earlier else actor
    return found


def _add_actor(earlier: Actor, later: Actor) -> Actor:
    return Actor(
        code=later.code,
        name_ar=later.name_ar,
        name_en=later.name_en,
        sort=later.sort,
        aliases=_union(later.aliases, (earlier.name_ar,), earlier.aliases),
        parent=later.parent or earlier.parent,
        demonyms=_union(later.demonyms, earlier.demonyms),
        cued=_union(later.cued, earlier.cued),
        cue=_union(later.cue, earlier.cue),
        first=later.first or earlier.first,
        last=later.last or earlier.last,
        neutral_ar=later.neutral_ar or earlier.neutral_ar,
        neutral_en=later.neutral_en or earlier.neutral_en,
    )


def _with_parent(actor: Actor, actors: dict[str, Actor]) -> Actor:
    """The parent of AZE.PRES.aliyev is AZE.PRES, else AZE, unless the row says otherwise."""
    if actor.parent is not None:
        return actor
    parts = actor.code.split(".")
    for length in range(len(parts) - 1, 0, -1):
        code = ".".join(parts[:length])
        if code in actors:
            return msgspec.structs.replace(actor, parent=code)
    return actor


def merge_places(theatres: Iterable[Theatre]) -> dict[str, Place]:
    """One place per code: the later theatre's row, with the earlier one's names added."""
    found: dict[str, Place] = {}
    for theatre in theatres:
        for place in theatre.places:
            earlier, own = found.get(place.code), _with_side_names(place)
            found[place.code] = _add_place(earlier, own) if earlier else own
    return found


def _with_side_names(place: Place) -> Place:
    """What a side calls it is a name like any other."""
    if not place.names_by_side:
        return place
    names = _union(place.aliases, tuple(name for _, name in place.names_by_side))
    return msgspec.structs.replace(place, aliases=names)


def _add_place(earlier: Place, later: Place) -> Place:
    return Place(
        code=later.code,
        name_ar=later.name_ar,
        name_en=later.name_en,
        sort=later.sort,
        lat=later.lat,
        lon=later.lon,
        precision_km=later.precision_km,
        parent=later.parent or earlier.parent,
        areas=_union(later.areas, earlier.areas),
        aliases=_union(later.aliases, (earlier.name_ar,), earlier.aliases),
        names_by_side=later.names_by_side or earlier.names_by_side,
        names_by_side_en=later.names_by_side_en or earlier.names_by_side_en,
        cued=_union(later.cued, earlier.cued),
        cue=_union(later.cue, earlier.cue),
        government=later.government or earlier.government,
    )


def merge_sources(theatres: Iterable[Theatre]) -> dict[str, Source]:
    """One source per code, names and domains together."""
    found: dict[str, Source] = {}
    for theatre in theatres:
        for source in theatre.sources:
            earlier = found.get(source.code)
            found[source.code] = _add_source(earlier, source) if earlier else source
    return found


def _add_source(earlier: Source, later: Source) -> Source:
    return Source(
        code=later.code,
        name_ar=later.name_ar,
        name_en=later.name_en,
        sort=later.sort,
        aliases=_union(later.aliases, (earlier.name_ar,), earlier.aliases),
        domains=_union(later.domains, earlier.domains),
        country=later.country or earlier.country,
    )


def own_names(theatre: Theatre, world: Collection[str]) -> Iterator[str]:
    """Names that tell a theatre: its parties, their countries, everything under them, and places that are its own.

    A place is the theatre's own when the world does not have it, or when it lies below the country of a party: the
    theatre lists neighbours too, and capitals in which one only meets.

    Args:
        theatre: A theatre.
        world: Codes of the world's places.
    """
    roots = {party.partition(".")[0] for party in theatre.parties}
    home = {place.code for place in theatre.places if (place.government or "").partition(".")[0] in roots}
    listed = {place.code: place for place in theatre.places}
    for actor in theatre.actors:
        if actor.code.partition(".")[0] in roots:
            yield from (actor.name_ar, *actor.aliases, *actor.demonyms)
    for place in theatre.places:
        if place.code not in world or home & places_above(listed, place.code):
            yield from (place.name_ar, *place.aliases)

"""The codes that a model may use for one text: those of the parties and places that our own reader finds in it."""

from collections.abc import Iterable, Iterator

import msgspec

from hudna.knowledge import Knowledge
from hudna.reading.recognise.found import ActorFound, PlaceFound
from hudna.reading.recognise.parties import find_parties
from hudna.reading.split import Text

UNNAMED = "SOURCE"
"""A speaker whom no pack knows."""
_OFFICES = ("GOV", "MIL")
"""What a country is when it speaks, and when it fights."""


class Shortlist(msgspec.Struct, frozen=True):
    """Code → name. What is not in it is not named in the text, or in no pack."""

    actors: dict[str, str]
    """Relays among them: agencies speak, too."""
    places: dict[str, str]


def shortlist_of(text: Text, knowledge: Knowledge) -> Shortlist:
    """Everybody and everywhere that a text names, what that is part of, and each country's government and forces."""
    actors, places = find_parties(text, knowledge)
    return Shortlist(
        actors={code: _name(code, knowledge) for code in dict.fromkeys((*_actors(actors, knowledge), UNNAMED))},
        places={code: knowledge.places[code].name_ar for code in _places(actors, places, knowledge)},
    )


def _actors(found: Iterable[ActorFound], knowledge: Knowledge) -> Iterator[str]:
    for actor in found:
        for code in actor.codes or ((actor.code,) if actor.code else ()):
            yield code
            country = code.partition(".")[0]
            yield from (
                near for near in (country, *(f"{country}.{office}" for office in _OFFICES)) if near in knowledge.actors
            )


def _name(code: str, knowledge: Knowledge) -> str:
    noun = knowledge.actors.get(code) or knowledge.sources.get(code)
    return noun.name_ar if noun else code


def _places(actors: Iterable[ActorFound], places: Iterable[PlaceFound], knowledge: Knowledge) -> dict[str, None]:
    """In text order, each followed by what it lies in."""
    named = [place.code for place in places if not place.within] + [actor.territory for actor in actors]
    known = [code for code in named if code in knowledge.places]
    return dict.fromkeys(near for code in known for near in (code, *sorted(knowledge.within(code))))

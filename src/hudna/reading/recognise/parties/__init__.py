"""Actors and places together, and the sides that they belong to.

    actors, places = find_parties(text, knowledge, on="2023-09-20")

The same words name both («باكو» speaks, and is a city), so places are found first and actors see them.
"""

from hudna.knowledge import Knowledge
from hudna.reading.recognise.actors import ActorsOf
from hudna.reading.recognise.found import ActorFound, PlaceFound
from hudna.reading.recognise.parties.sides import Nations, nations_of, party_of
from hudna.reading.recognise.places import PlacesOf
from hudna.reading.split import Text

__all__ = ["Nations", "find_parties", "nations_of", "party_of"]


def find_parties(
    text: Text, knowledge: Knowledge, *, on: str | None = None
) -> tuple[list[ActorFound], list[PlaceFound]]:
    """All actors and places of a text, in order; actors do not overlap each other.

    Args:
        text: The text, split.
        knowledge: The packs.
        on: ISO day on which offices are held; None when it is not known.
    """
    places = PlacesOf(text, knowledge)
    actors = ActorsOf(text, knowledge, places, on=on)
    sentences = range(len(text.sentences))
    return [one for at in sentences for one in actors.read(at)], [one for at in sentences for one in places.read(at)]

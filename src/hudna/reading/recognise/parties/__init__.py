"""Actors and places, found together, because the same words name both («باكو» speaks, and is a city).

actors, places = find_parties(text, knowledge)
"""

from hudna.reading.recognise.parties.finder import find_parties
from hudna.reading.recognise.parties.names import Names, names_of, party_of

__all__ = ["Names", "find_parties", "names_of", "party_of"]

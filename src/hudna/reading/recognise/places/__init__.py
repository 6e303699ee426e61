"""Places: names of the packs, names by pattern, references back, borders; and what a name is only a part of.

places = find_places(text, knowledge)
"""

from hudna.reading.recognise.places.finder import PlacesOf, find_places
from hudna.reading.recognise.places.gazetteer import Gazetteer, gazetteer_of

__all__ = ["Gazetteer", "PlacesOf", "find_places", "gazetteer_of"]

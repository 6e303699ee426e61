"""Actors: names of the packs, offices and forces by composition, people, unnamed sources, references back.

actors = ActorsOf(text, knowledge, places, on="2023-09-20")    # places = PlacesOf(text, knowledge)
actors.read(0)                                               # those of the first sentence
"""

from hudna.reading.recognise.actors.finder import ActorsOf
from hudna.reading.recognise.actors.nationalities import find_nationalities

__all__ = ["ActorsOf", "find_nationalities"]

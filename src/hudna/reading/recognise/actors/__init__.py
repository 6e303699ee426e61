"""Actors: names of the packs, offices and forces by composition, people, unnamed sources, references back.

actors = find_actors(text, knowledge, places, on="2023-09-20")
"""

from hudna.reading.recognise.actors.finder import ActorsOf, find_actors
from hudna.reading.recognise.actors.nationalities import find_nationalities

__all__ = ["ActorsOf", "find_actors", "find_nationalities"]

"""Which theatre a text is about."""

from collections import Counter

from hudna.knowledge import WORLD, Knowledge, own_names
from hudna.reading.engine.lexicon import Lexicon
from hudna.reading.normalise import fold_text
from hudna.reading.split import split_text

THEATRE_HITS = 2
"""Names of a theatre that a text must hold before it is taken to be about it: one alone may be a passing mention, or
another word that looks the same."""


class TheatreFinder:
    """Which theatre a text is about: the one of whose places and parties it names the most."""

    def __init__(self, knowledge: Knowledge) -> None:
        """Compile the names of all theatres in `knowledge` but the world's."""
        world = {place.code for theatre in knowledge.theatres if theatre.id == WORLD for place in theatre.places}
        own = [theatre for theatre in knowledge.theatres if theatre.id != WORLD]
        self._names = Lexicon((name, theatre.id) for theatre in own for name in own_names(theatre, world))

    def find(self, text: str) -> str | None:
        """The theatre with the most names in the text; None when there are too few, or as many of another."""
        words = split_text(fold_text(text)).words
        found = self._names.find(words, 0, len(words))
        ranked = Counter(theatre for match in found for theatre in set(match.payloads)).most_common(2)
        if not ranked or ranked[0][1] < THEATRE_HITS:
            return None
        return None if len(ranked) > 1 and ranked[1][1] == ranked[0][1] else ranked[0][0]

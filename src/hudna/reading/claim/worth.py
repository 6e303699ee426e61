"""Which sentences are worth looking into: few of an article's tell of anything.

The words alone decide, before anything in the sentence is recognised. What is passed over here could not make a claim.
"""

from hudna.knowledge.languages.ar.counted import counted_word
from hudna.reading.engine.lexicon import REMEMBERED
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import TELLS
from hudna.reading.split import Sentence

_LIFE = "بحياه"
"""«أودى بحياة 12 شخصا»."""
_LONGEST = 40


class _Harm(dict[str, bool]):
    """For every word that was ever met, whether a number with it may count victims where no word of a kind stands."""

    def __missing__(self, word: str) -> bool:
        if len(word) > _LONGEST:
            return False
        if len(self) >= REMEMBERED:
            self.clear()
        counted = counted_word(word)
        harm = self[word] = word == _LIFE or (counted is not None and counted.noun.measure is not None)
        return harm


_HARM = _Harm()


def may_tell(seen: Recognised, sentence: Sentence) -> bool:
    """Whether the claim grammar has anything to begin with: a word of a kind, or a number that may count victims."""
    first, last = sentence.first, sentence.last
    words = seen.text.words[first:last]
    if any(hint & TELLS for hint in map(seen.vocabulary.hints.__getitem__, words)) and any(
        found.patterns for found in between(seen.predicates, first, last)
    ):
        return True
    return any(map(_HARM.__getitem__, words)) and bool(between(seen.numbers, first, last))

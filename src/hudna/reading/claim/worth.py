"""Which sentences are worth looking into: few of an article's tell of anything.

The words alone decide, before anything in the sentence is recognised. What is passed over here could not make a claim.
"""

from hudna.knowledge.languages.ar.counted import counted_word, may_be_harm
from hudna.reading.attribute.tolls import harms
from hudna.reading.claim.needs import CLOSE, HARMED_IN, SIDES, truce_over
from hudna.reading.engine.lexicon import REMEMBERED
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import TELLS, PatternRef, PredicateFound
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
        counted = counted_word(word) if may_be_harm(word) else None
        harm = self[word] = word == _LIFE or (counted is not None and counted.noun.measure is not None)
        return harm


_HARM = _Harm()


def may_tell(seen: Recognised, sentence: Sentence) -> bool:
    """Whether the claim grammar has anything to begin with: a word of a kind with what it needs, or counted victims."""
    first, last = sentence.first, sentence.last
    if seen.met.hints(sentence) & TELLS:
        for found in between(seen.predicates, first, last):
            if found.patterns and _may_be(seen, sentence, found):
                return True
    return any(map(_HARM.__getitem__, seen.text.words[first:last])) and bool(between(seen.numbers, first, last))


def _may_be(seen: Recognised, sentence: Sentence, predicate: PredicateFound) -> bool:
    if predicate.pos != "verb" and truce_over(seen, predicate.first):
        return harms(predicate)
    for ref in predicate.patterns:
        if _may_fit(seen, sentence, predicate, ref):
            return True
    return False


def _may_fit(seen: Recognised, sentence: Sentence, predicate: PredicateFound, ref: PatternRef) -> bool:
    """Whether a sentence holds anything of what a pattern needs at all; `satisfied` then looks where it stands."""
    pattern = ref.pattern
    if ref.kind.startswith("casualties."):
        return True
    if not pattern.needs:
        return True
    if pattern.at == "partner":
        return predicate.pos == "verb" and not _WITH.isdisjoint(seen.text.words[predicate.last : sentence.last])
    if pattern.at in _VERBS:
        return predicate.pos == "verb"
    if pattern.at == "sides":
        return not _SIDES.isdisjoint(seen.text.words[predicate.first - 1 : sentence.last])
    if pattern.at in _NUMBERS:
        first = sentence.first if pattern.at == "crowd" else predicate.last
        return bool(between(seen.numbers, first, sentence.last))
    if pattern.at not in _OBJECTS or not _PEOPLE.isdisjoint(pattern.needs):
        return True
    return _names(seen, sentence.first, max(sentence.last, predicate.last + CLOSE), pattern.needs)


def _names(seen: Recognised, first: int, last: int, classes: tuple[str, ...]) -> bool:
    for found in between(seen.objects, first, last):
        if found.name in classes:
            return True
    return False


_WITH = frozenset(("مع", "الي"))
_VERBS = frozenset(("subject", "named", "stance"))
"""Where only a verb finds what it needs."""
_NUMBERS = frozenset(("count", "crowd", "captives", "harboured"))
"""Where what is needed is a number behind the predicate."""
_OBJECTS = frozenset(("near", "after", "next", "genitive", "around", "clause", "wide", "means", "topic", "cleared"))
"""Where what is needed is an object in the same sentence, unless it is somebody."""
_PEOPLE = frozenset(("a_people", "actor", "armed", "people", "forces"))
_SIDES = HARMED_IN.union(SIDES)

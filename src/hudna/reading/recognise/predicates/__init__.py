"""Words that may tell of something: verbs, verbal nouns and participles of the kinds, reporting verbs, object nouns.

A predicate is only a proposal: the claim grammar decides, from what stands around it, whether it tells anything.
"""

from hudna.reading.recognise.predicates.finder import ObjectFound, PredicateFound, find_objects, find_predicates
from hudna.reading.recognise.predicates.vocabulary import PatternRef, Vocabulary, vocabulary_of

__all__ = [
    "ObjectFound",
    "PatternRef",
    "PredicateFound",
    "Vocabulary",
    "find_objects",
    "find_predicates",
    "vocabulary_of",
]

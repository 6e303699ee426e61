"""Words that may tell of something: verbs, verbal nouns and participles of the kinds, reporting verbs, object nouns.

A predicate is only a proposal: the claim grammar decides, from what stands around it, whether it tells anything.
"""

from hudna.reading.recognise.predicates.finder import PredicateFound, predicates_in
from hudna.reading.recognise.predicates.met import Met
from hudna.reading.recognise.predicates.objects import ObjectFound, objects_in
from hudna.reading.recognise.predicates.vocabulary import SPEAKS, TELLS, PatternRef, Vocabulary, vocabulary_of

__all__ = [
    "SPEAKS",
    "TELLS",
    "Met",
    "ObjectFound",
    "PatternRef",
    "PredicateFound",
    "Vocabulary",
    "objects_in",
    "predicates_in",
    "vocabulary_of",
]

"""That nobody came to harm: «لم تقع أي إصابات», «دون وقوع إصابات».

Only where the words say that it was so: «لم ترد أنباء عن ضحايا» tells what is not known, and is no claim.
"""

from hudna.knowledge.languages.ar.words import lexemes, words
from hudna.reading.attribute import Clause
from hudna.reading.recognise.bundle import Recognised
from hudna.reading.recognise.predicates import PredicateFound

NOBODY = "there were no victims"
"""What rules say that rest on this."""
_NOT = words("grammar", "modality", "negation")
_WITHOUT = frozenset(("دون", "بدون", "بلا"))
_ANY = frozenset(("اي", "ايه", "عن", "في", "الي", "من", "وقوع", "سقوط", "تسجيل", "حدوث", "ان"))
"""What stands between the denial and the victims: «لم يسفر عن وقوع أي إصابات»."""
_COMES = lexemes("grammar", "small", "brings_harm")
_FAR = 6
_HARMED = "اصاب"


def nobody(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """Whether a noun for victims stands where it is said that there were none."""
    words_ = seen.text.words
    verbal = predicate.pos == "noun" and not predicate.lexeme.startswith(_HARMED)  # «لم يكن إعلاناً بوفاة فلان»
    if verbal or predicate.proclitic.endswith("ال"):
        return False
    token = predicate.first - 1
    while token >= clause.first and words_[token] in _ANY:
        token -= 1
    if token >= clause.first and words_[token].lstrip("و") in _WITHOUT:
        return True
    verb = clause.verb
    return verb is not None and verb.lexeme in _COMES and _denied(seen, verb, predicate)


def _denied(seen: Recognised, verb: PredicateFound, predicate: PredicateFound) -> bool:
    near = verb.last <= predicate.first <= verb.last + _FAR
    return near and verb.first > 0 and seen.text.words[verb.first - 1].lstrip("وف") in _NOT

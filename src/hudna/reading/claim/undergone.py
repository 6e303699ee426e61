"""Blows told by whom they befell: «أكدت السلطات تعرض أربعة مدنيين لإطلاق نار»."""

from hudna.reading.attribute import Clause
from hudna.reading.recognise.bundle import Recognised
from hudna.reading.recognise.predicates import PredicateFound

_UNDERGOES = 9
"""«تعرض مقر … في … لهجوم»: whom it befell stands between the word and the blow."""


def undergone(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«أكدت السلطات تعرض أربعة مدنيين لإطلاق نار»."""
    before = seen.text.words[max(clause.first, predicate.first - _UNDERGOES) : predicate.first]
    return "ل" in predicate.proclitic and not _SUFFERS.isdisjoint(before)


def _after_the_deed(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«عقب إلقاء الجيش قنابل على …»: an armed side did it, and something is told to have followed."""
    before = seen.text.words[predicate.first - 1] if predicate.first > clause.first else ""
    doers = between(seen.actors, predicate.last, predicate.last + 1) if before in _FOLLOWING else ()
    return any(actor.sort in _ARMED_SORTS and not actor.proclitic and actor.last < clause.last - 1 for actor in doers)


_FOLLOWING = frozenset(("عقب", "اثر", "بعد"))
_ARMED_SORTS = frozenset(("force", "group"))


def _observed(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """«رصدت قوات حفظ السلام سبع غارات», «سمع المراقبون دوي انفجار»: what observers saw, heard or wrote down."""
    verb = clause.verb
    if verb is None or verb.lexeme not in _OBSERVES or verb.first > predicate.first:
        return False
    bare = not predicate.proclitic.removeprefix("و") and not _governed(seen, predicate)
    return bare and predicate.first <= reach(seen, verb.last, predicate.first, _OBSERVED)


_OBSERVES = frozenset(split_pair(pair)[0] for pair in phrases("grammar", "small", "observes"))
_OBSERVED = 12
"""Words from the verb to what was observed: who observed, where from, and how many stand between."""


_SUFFERS = frozenset(
    f"{with_it}{noun}{pronoun}"
    for with_it in ("", "ب", "ال", "بال")
    for noun in ("تعرض", "تصدي", "صد")
    for pronoun in ("", "ه", "ها", "هم")
    if "ال" not in with_it or not pronoun
)

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


_SUFFERS = frozenset(
    f"{with_it}{noun}{pronoun}"
    for with_it in ("", "ب", "ال", "بال")
    for noun in ("تعرض", "تصدي", "صد")
    for pronoun in ("", "ه", "ها", "هم")
    if "ال" not in with_it or not pronoun
)

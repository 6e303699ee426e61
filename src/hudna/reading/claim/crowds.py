"""Whether a crowd of demonstrators does what is told, and whether that tells of a protest anew.

«تجمع متظاهرون» tells of one; «وهتف المتظاهرون», of a crowd known already, only when it says where, when or how many; in
«فرّقت الشرطة المتظاهرين» they do nothing.
"""

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute import Clause
from hudna.reading.claim.here import PEOPLE
from hudna.reading.claim.recalled import dated, unjoined
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import ObjectFound, PredicateFound

_GATHERS = frozenset(("تجمع", "احتشد", "خرج", "جاب", "تجمهر", "احرق", "اضرم", "قطع", "اغلق"))
"""Verbs that are a protest by themselves when demonstrators do them; all others only go on about one."""
_BEFORE = frozenset(("امام", "قباله", "خارج", "قرب", "وسط", "داخل"))
_AGAINST = frozenset(
    ("مع", "بين", "ضد", "علي", "امام", "مواجهه", "لمواجهه", "تفريق", "لتفريق", "قمع", "لقمع", "بحق", "فض", "لفض")
)
_FAR = 9
_NEAR = 4
_QUOTES = frozenset("«“\"'")
_CROWD = words("grammar", "recall", "crowd")


def crowd_acts(seen: Recognised, clause: Clause, predicate: PredicateFound) -> bool:
    """Whether a verb of the pattern for demonstrators tells of a protest. Other words are not judged here."""
    last = min(clause.last, predicate.last + _FAR)
    crowd = _crowd(seen, predicate.last, last) or _crowd(seen, clause.first, predicate.first)
    tokens = seen.text.words
    if crowd is None:
        around = [*range(max(clause.first, predicate.first - _NEAR), predicate.first), *range(predicate.last, last)]
        return any(_many(seen, token) for token in around[: 2 * _NEAR])
    if not _AGAINST.isdisjoint(unjoined(seen, max(clause.first, crowd.first - 2), crowd.first)):
        return False
    known = tokens[crowd.first].lstrip("و").startswith("ال")
    if predicate.lexeme in _GATHERS or not known:
        return True
    numbers = between(seen.numbers, max(clause.first, crowd.first - 3), crowd.first)
    quoted = next((token for token in range(predicate.last, last) if tokens[token] in _QUOTES), last)
    where = any(tokens[place.first - 1] == "في" for place in between(seen.places, crowd.last, quoted))
    before = not _BEFORE.isdisjoint(tokens[predicate.last : quoted])
    return bool(numbers) or where or before or dated(seen, clause)


def _many(seen: Recognised, token: int) -> bool:
    """Whether a word is a crowd: a number of people, or «أهالي», «أنصار»."""
    word = seen.text.words[token].lstrip("و")
    counted = any(n.counted is None or n.counted in PEOPLE for n in between(seen.numbers, token, token + 1))
    return counted or word in _CROWD


def _crowd(seen: Recognised, first: int, last: int) -> ObjectFound | None:
    found = (found for found in between(seen.objects, first, last) if found.name == "demonstrators")
    return next(found, None)

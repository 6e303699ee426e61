"""Clauses that go on with a toll: «…، فيما أصيب 290», «…، فيما تجاوز عدد الجرحى 500»."""

from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import PredicateFound

_COUNTS = frozenset(("تجاوز", "تخطي", "فاق", "بلغ", "وصل", "ارتفع", "زاد"))
_VICTIMS = 3
"""Words from a verb of counting to whom it counts: «تجاوز عدد الجرحى»."""


def harms(found: PredicateFound) -> bool:
    """Whether a word tells that people came to harm."""
    return any(ref.kind.startswith("casualties.") for ref in found.patterns)


def tells_a_toll(seen: Recognised, verb: PredicateFound) -> bool:
    """Whether a verb tells of victims, or counts them."""
    counted = between(seen.predicates, verb.last, verb.last + _VICTIMS) if verb.lexeme in _COUNTS else ()
    return harms(verb) or any(map(harms, counted))

"""The table of words around numbers, compiled: bounds, spans, vague plurals, names."""

from collections.abc import Iterable, Iterator
from itertools import product

import msgspec

from hudna.knowledge.languages.ar.numbers_words import load_table
from hudna.knowledge.languages.ar.phrases import Phrases
from hudna.knowledge.languages.ar.spelling import fold


class _Bound(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    bound: str
    phrases: tuple[str, ...]


class Vague(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What «عشرات» and its like stand for."""

    bound: str
    lo: int
    forms: tuple[str, ...]


class _Table(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    lists: dict[str, tuple[str, ...]]
    before: tuple[_Bound, ...]
    after: tuple[_Bound, ...]
    signs: tuple[_Bound, ...]
    weak: dict[str, tuple[str, ...]]
    ranges: dict[str, tuple[str, ...]]
    vague: tuple[Vague, ...]
    several: dict[str, tuple[str, ...]]
    fractions: dict[str, tuple[str, ...]]
    totals: dict[str, tuple[str, ...]]
    glued: dict[str, tuple[str, ...]]
    names: dict[str, tuple[str, ...]]


_TABLE: _Table = load_table("numbers_context.toml", _Table)


def _expanded(phrase: str) -> Iterator[tuple[str, ...]]:
    """«[neg] [exceed]» as every phrase that it stands for, folded."""
    choices = [_TABLE.lists[word[1:-1]] if word.startswith("[") else (word,) for word in phrase.split()]
    for words in product(*choices):
        yield tuple(fold(word) for word in words)


def _bounds(groups: tuple[_Bound, ...], *, backwards: bool = False) -> Phrases:
    entries = [(words, group.bound) for group in groups for phrase in group.phrases for words in _expanded(phrase)]
    return Phrases(entries, backwards=backwards)


def _folded(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold(word) for word in words)


BEFORE = _bounds(_TABLE.before, backwards=True)
"""Bounds that end right before a number."""
AFTER = _bounds(_TABLE.after)
"""Bounds that begin right after a number or its noun."""
SIGNS = {tuple(phrase.split()): group.bound for group in _TABLE.signs for phrase in group.phrases}
"""Runs of comparison signs."""
WEAK = _folded(_TABLE.weak["not_things"])
"""Bounds that are prepositions of place before things."""
WEAK_AFTER = _folded(_TABLE.weak["never_after"])
UP_TO = _folded(_TABLE.weak["people"])
"""Bounds only before counted people: «حتى 50 شخصا»."""
BETWEEN = Phrases(
    [(words, "between") for phrase in _TABLE.ranges["between"] for words in _expanded(phrase)], backwards=True
)
FROM = Phrases([(words, "from") for phrase in _TABLE.ranges["from"] for words in _expanded(phrase)], backwards=True)
TO = _folded(_TABLE.ranges["to"])
CHANGED = _folded(_TABLE.ranges["changed"])
VAGUE = {fold(form): vague for vague in _TABLE.vague for form in vague.forms}
FEW = _folded(_TABLE.several["few"])
FEW_AFTER = _folded(_TABLE.several["after"])
MANY_OF = _folded(_TABLE.several["of"])
MANY_ADJECTIVES = _folded(_TABLE.several["adjectives"])
SIGN_WORDS = _folded(_TABLE.fractions["sign"])
POINT_WORDS = _folded(_TABLE.fractions["point"])
PART_WORDS = _folded(_TABLE.fractions["part"])
OVER_WORDS = _folded(_TABLE.fractions["over"])
PRICE = _folded(_TABLE.fractions["price"])
PRICE_AFTER = _folded(_TABLE.fractions["price_after"])
PRICE_BEFORE = _folded(_TABLE.fractions["price_before"])
PERCENT = Phrases([(words, "percentage") for phrase in _TABLE.fractions["percent"] for words in _expanded(phrase)])
TOTAL_HEADS = _folded(_TABLE.totals["heads"])
TOTAL_PRONOUNS = _folded(_TABLE.totals["pronouns"])
GLUED_BEFORE = _folded(_TABLE.glued["before"])
GLUED_AFTER = _folded(_TABLE.glued["after"])
NAME_CUES = _folded(_TABLE.names["cues"])
AGE = Phrases([(words, "age") for phrase in _TABLE.names["age"] for words in _expanded(phrase)], backwards=True)
AGE_AFTER = Phrases([(words, "age") for phrase in _TABLE.names["age_of"] for words in _expanded(phrase)])
LOOSE_CUES = _folded(_TABLE.names["loose_cues"])
CALIBRE = _folded(_TABLE.names["calibre"])

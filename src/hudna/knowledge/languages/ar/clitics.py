"""Small words written onto others: «و ف ب ل ك س ال» before, pronouns after.

Peeling only proposes: a word table decides which proposal is a word, so «وفد» is not «و» + «فد» unless a table says so.
"""

from collections.abc import Iterable
from functools import lru_cache

_CONJUNCTIONS = frozenset("وف")
_PREPOSITIONS = frozenset("بلك")
_ARTICLE = "ال"
_MIN_STEM = 2

PRONOUNS = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "كن", "ني", "ه", "ك", "ي")
"""Enclitic pronouns, longest first."""
_WRITTEN_ON = frozenset("وفبلكا")
"""Letters with which a word begins that may have something written onto it, or the article."""


def by_last(endings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Endings under their last letter, in the order given: most words end in a letter that rules all of them out."""
    found: dict[str, list[str]] = {}
    for ending in endings:
        found.setdefault(ending[-1], []).append(ending)
    return {letter: tuple(listed) for letter, listed in found.items()}


_ENDINGS = by_last(PRONOUNS)


def _articles(proclitic: str, rest: str) -> list[tuple[str, str]]:
    peeled = [(proclitic, rest)]
    if rest.startswith(_ARTICLE) and len(rest) >= _MIN_STEM + 2:
        peeled.append((proclitic + _ARTICLE, rest[2:]))
    if proclitic.endswith("ل") and rest.startswith("ل") and len(rest) > _MIN_STEM:
        # «لل…» hides the article's alif: «للهدنة» is ل + الهدنة
        peeled.append((proclitic, "ا" + rest))
        peeled.append((proclitic + _ARTICLE, rest[1:]))
    return peeled


@lru_cache(maxsize=200_000)
def peel(word: str) -> tuple[tuple[str, str], ...]:
    """All ways to split a folded word into (proclitics, stem), the whole word first.

    The proclitics are spelled out in full: «للهدنة» gives ("لال", "هدنه") beside ("ل", "الهدنه").
    """
    if word[:1] not in _WRITTEN_ON:
        return (("", word),) if len(word) >= _MIN_STEM else ()
    found: list[tuple[str, str]] = []
    for conjunction in ("", word[0]) if word[0] in _CONJUNCTIONS else ("",):
        after = word[len(conjunction) :]
        for preposition in ("", after[0]) if after[:1] in _PREPOSITIONS else ("",):
            rest = after[len(preposition) :]
            if len(rest) >= _MIN_STEM:
                found.extend(_articles(conjunction + preposition, rest))
    return tuple(found)


@lru_cache(maxsize=200_000)
def unsuffix(stem: str) -> tuple[tuple[str, str], ...]:
    """All ways to split a folded stem into (stem, pronoun), the bare stem first.

    A «ت» before a pronoun may be a «ة»: «عمليتها» gives both «عمليت» and «عمليه».
    """
    found = [(stem, "")]
    for pronoun in _ENDINGS.get(stem[-1:], ()):
        if stem.endswith(pronoun) and len(stem) - len(pronoun) >= _MIN_STEM:
            bare = stem[: -len(pronoun)]
            found.append((bare, pronoun))
            if bare.endswith("ت"):
                found.append((bare[:-1] + "ه", pronoun))
            if bare.endswith("ا"):
                found.append((bare[:-1] + "ي", pronoun))
    return tuple(found)

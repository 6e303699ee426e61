"""Speakers by description: whom no pack knows, and whom two phrases name more and less closely."""

from collections.abc import Sequence

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import table


def unnamed(words_: Sequence[str]) -> str:
    """The code of a speaker whom no pack knows, by the words that name it: SOURCE.MEDICAL for «مديرية الصحة»."""
    for sort, stem in _STEMS:
        for word in words_:
            if stem in word:
                return f"SOURCE.{sort}"
    return "SOURCE"


_STEMS = tuple((sort, fold(stem)) for sort, stems in table("reporting")["unnamed"].items() for stem in stems)
"""The more telling sorts first."""


def narrower(old: Sequence[str], new: Sequence[str]) -> tuple[str, ...]:
    """«أعلنت أرمينيا …، وفق بيان وزارة الدفاع»: the ministry is who speaks for the country.

    «أفادت إنترفاكس بأن …، وفقاً للكرملين»: an outlet carries it, wherever it is named.
    """
    if old and new and new[0].split(".")[0] == old[0].split(".")[0] and old[0].endswith(".GOV"):
        return (*new, *old[1:])
    if old and new and old[0].islower() and not new[0].islower():
        return tuple(dict.fromkeys((*new, *old)))
    return tuple(dict.fromkeys((*old, *new)))

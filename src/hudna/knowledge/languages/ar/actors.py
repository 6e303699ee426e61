"""Who acts and speaks, in Arabic words: heads of actor phrases, nationalities in all their forms.

The words stand in `actors.toml` and `actors_names.toml`; how they are put together is grammar and lives in
`hudna.reading.recognise.actors`.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.words import table

_NISBA = "ي"
_SINGULAR = ("", "ه", "ا")
"""Endings of a nationality in the singular: masculine, feminine, masculine accusative (folded)."""
_PLURAL = ("ون", "ين", "ان", "تان", "تين", "ات", "و")
"""Plural and dual endings; «و» is the plural before a genitive («انفصاليو قره باغ»)."""


class Head(NamedTuple):
    """A word that makes an actor with a country, a nationality, a region or a group."""

    role: str
    """Part of the code: MOD, PRES; empty for the country or group itself."""
    sort: str
    """Sort of the find: office, government, force, people, country, group, organisation."""
    person: bool
    """Whether one person holds it, who may be named after it."""


class Nationality(NamedTuple):
    """One form of an adjective of nationality."""

    form: str
    """Folded, without article."""
    plural: bool
    """True for plurals of people («أرمن»، «روس»، «أتراك»، «أذريون»), which may stand as nouns."""


def nationality_forms(written: str) -> Iterator[Nationality]:
    """All genders and numbers of a nationality; one that does not end in «ي» is itself a plural («أتراك»).

    Of two words («كوري جنوبي») both are inflected, and the article may stand on the second alone too, because the first
    loses its own before look-up.
    """
    base = fold(written)
    if not base.endswith(_NISBA):
        yield Nationality(base, plural=_is_plural(base))
        return
    first, _, second = base.rpartition(" ")
    for endings, plural in ((_SINGULAR, False), (_PLURAL, True)):
        for ending in endings:
            if not first:
                yield Nationality(second + ending, plural)
                continue
            front = first + ending if first.endswith(_NISBA) else first
            yield Nationality(f"{front} {second}{ending}", plural)
            yield Nationality(f"{front} {ARTICLE}{second}{ending}", plural)


def _is_plural(form: str) -> bool:
    """A listed form in «ه» or «ا» is a singular that its pack writes out («أذرية»)."""
    return not form.endswith(("يه", "يا"))


@cache
def heads() -> tuple[tuple[str, Head], ...]:
    """Every head phrase as written, with what it makes."""
    return tuple(
        (phrase, Head(entry["role"], entry["sort"], bool(entry.get("person", False))))
        for entry in table("actors")["heads"]
        for phrase in entry["words"]
    )


@cache
def source_sorts() -> dict[str, str]:
    """Folded adjective of an unnamed source → its sort: «طبية» → MEDICAL."""
    return {fold(word): sort for sort, listed in table("actors")["sources"]["sorts"].items() for word in listed}


@cache
def given_names() -> frozenset[str]:
    """Folded first names."""
    return frozenset(fold(name) for listed in table("actors_names")["given"].values() for name in listed)

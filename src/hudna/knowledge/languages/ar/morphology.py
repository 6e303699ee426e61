"""Verbs: from «perfect/imperfect» pairs to every form that news writes.

A pair such as «قصف/يقصف» is all that a word table gives. Forms are not listed; a word is taken apart (future «س»,
person prefix, ending, object pronoun) and its stem looked up, because Arabic verbs have some two hundred forms each
and tables of them drift apart. Source of the endings: any grammar of written Arabic; only the persons of news prose
are read.
"""

from collections.abc import Iterable

import msgspec

from hudna.knowledge.languages.ar.clitics import PRONOUNS, by_last
from hudna.knowledge.languages.ar.spelling import fold

_WEAK = ("ا", "ي")
_OBJECTS = by_last(pronoun for pronoun in PRONOUNS if pronoun not in {"ك", "ي", "كم", "كن", "كما"})
_MIN_STEM = 2

_PERFECT_ENDINGS = (
    # ending, gender, number
    ("", "m", "s"),
    ("ت", "f", "s"),
    ("ا", "m", "d"),
    ("تا", "f", "d"),
    ("وا", "m", "p"),
    ("و", "m", "p"),
    ("نا", "x", "1p"),
    ("ن", "f", "p"),
)
_IMPERFECT_ENDINGS = (("", "s"), ("ون", "p"), ("وا", "p"), ("و", "p"), ("ان", "d"), ("ا", "d"), ("ن", "p"))
_AFTER_HAMZA = frozenset(("ت", "تا", "وا"))
_PERSONS = {"ي": "m", "ت": "f", "ن": "1p", "ا": "1s"}


class VerbForm(msgspec.Struct, frozen=True):
    """One way to read a word as a verb."""

    lexeme: str
    """The folded perfect of the pair."""
    tense: str
    """p perfect, i imperfect, f future."""
    gender: str
    """m, f, or x when the form does not tell."""
    number: str
    """s, d, p, 1s or 1p."""
    pronoun: str
    """An object written onto the verb, or empty."""
    short: bool = False
    """A jussive that has lost a letter («يقل» of قال): it stands behind «لم», elsewhere the word is another."""


def split_pair(pair: str) -> tuple[str, str]:
    """The folded perfect and imperfect of «قصف/يقصف». Raises ValueError when it is not such a pair."""
    perfect, separator, imperfect = fold(pair.strip()).partition("/")
    if not separator or not perfect or not imperfect.startswith("ي"):
        message = f"not a verb pair like «قصف/يقصف»: {pair}"
        raise ValueError(message)
    return perfect, imperfect


class VerbTable:
    """All verbs of a language's tables, compiled for taking words apart."""

    def __init__(self, pairs: Iterable[str]) -> None:
        """Compile verb pairs; the same pair may come many times."""
        self._perfect: dict[str, set[tuple[str, str, str]]] = {}
        self._imperfect: dict[str, set[tuple[str, str, bool]]] = {}
        for pair in pairs:
            perfect, imperfect = split_pair(pair)
            self._add_perfect(perfect)
            self._add_imperfect(perfect, imperfect[1:])

    def _add_perfect(self, perfect: str) -> None:
        for ending, gender, number in _PERFECT_ENDINGS:
            for form in _perfect_forms(perfect, ending):
                self._perfect.setdefault(form, set()).add((perfect, gender, number))

    def _add_imperfect(self, perfect: str, stem: str) -> None:
        for ending, number in _IMPERFECT_ENDINGS:
            for form in _imperfect_forms(stem, ending):
                short = not ending and len(form) < len(stem)
                self._imperfect.setdefault(form, set()).add((perfect, number, short))

    def __contains__(self, word: str) -> bool:
        """Whether a folded word is the perfect of a verb, as it stands."""
        return word in self._perfect

    def read(self, word: str) -> tuple[VerbForm, ...]:
        """All readings of a folded word without conjunctions, the plainest first."""
        found = self._read_bare(word, "")
        for pronoun in _OBJECTS.get(word[-1:], ()):
            if not word.endswith(pronoun) or len(word) - len(pronoun) < _MIN_STEM:
                continue
            bare = word[: -len(pronoun)]
            found.extend(self._read_bare(bare, pronoun))
            if bare.endswith("ا"):  # «دعاه» is دعا + ه, written «دعى» or «دعا» alone
                found.extend(self._read_bare(bare[:-1] + "ي", pronoun))
        return tuple(dict.fromkeys(found)) if found else ()

    def _read_bare(self, bare: str, pronoun: str) -> list[VerbForm]:
        found: list[VerbForm] = []
        perfect = self._perfect.get(bare)
        if perfect is not None:
            found.extend(VerbForm(lexeme, "p", gender, number, pronoun) for lexeme, gender, number in sorted(perfect))
        if bare[:1] in _PERSONS:
            found.extend(self._read_imperfect(bare, "i", pronoun))
        elif bare[:1] == "س" and bare[1:2] in _PERSONS:
            found.extend(self._read_imperfect(bare[1:], "f", pronoun))
        return found

    def _read_imperfect(self, rest: str, tense: str, pronoun: str) -> list[VerbForm]:
        stems = self._imperfect.get(rest[1:])
        if stems is None:
            return []
        person = _PERSONS[rest[0]]
        gender, counted = (person, "") if person in "mf" else ("x", person)
        return [
            VerbForm(lexeme, tense, gender, counted or number, pronoun, short)
            for lexeme, number, short in sorted(stems)
        ]


def _perfect_forms(perfect: str, ending: str) -> tuple[str, ...]:
    if not perfect.endswith(_WEAK) or not ending or len(perfect) <= _MIN_STEM:
        return (perfect + ending,)
    stem = perfect[:-1]
    if perfect.endswith("ا") and ending in _AFTER_HAMZA:  # «بدأت», «لجأوا»: a folded hamza looks like a weak ending
        return (stem + ending, perfect + ending)
    if ending in {"نا", "ن"}:
        return (stem + "ي" + ending, stem + "و" + ending)
    if ending == "ا":
        return (stem + "يا", stem + "وا")
    if stem.endswith("ي") or perfect.endswith("ي"):  # «لقي» keeps its ي: لقيت beside the دعت pattern
        return (stem + ending, perfect + ending)
    return (stem + ending,)


def _imperfect_forms(stem: str, ending: str) -> tuple[str, ...]:
    if stem.endswith(("و", "ي", "ا")) and len(stem) > _MIN_STEM - 1:
        if ending in {"ون", "وا", "و"}:
            return (stem[:-1] + ending,)
        if not ending:
            return (stem, stem[:-1]) if len(stem) > _MIN_STEM else (stem,)  # jussive: «لم ينف»
    elif not ending and len(stem) > _MIN_STEM and stem[-2] in "ويا":
        return (stem, stem[:-2] + stem[-1])  # jussive of a hollow verb: «لم يقل»
    return (stem + ending,)

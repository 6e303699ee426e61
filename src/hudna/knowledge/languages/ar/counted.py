"""Nouns that are counted: every form of the table in counted.csv, and what it tells of what is counted.

From one singular come its cases («جندي», «جنديا»), its dual («جنديان», «جنديين») and its plurals. «مدنيين» may be two
civilians or civilians: where dual and plural are written alike, the plural is meant unless the text says otherwise.
"""

import csv
import re
from collections.abc import Iterable
from functools import lru_cache
from importlib.resources import files

import msgspec

from hudna.knowledge.languages.ar.clitics import by_last, peel
from hudna.knowledge.languages.ar.numbers_words import load_table
from hudna.knowledge.languages.ar.spelling import fold

PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ه")
_ENDINGS = by_last(PRONOUNS)
"""Pronouns that news writes onto a counted noun: «جنودها»."""

_ARTICLE = "ال"
_MIN_STEM = 3
_OWN_DUALS = frozenset(("people", "vehicle", "thing"))


class CountedNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of the table: what each column means stands in counted.toml."""

    noun: str
    sort: str
    measure: str | None
    group: str
    sound: str
    plurals: tuple[str, ...]
    form: str

    @property
    def is_people(self) -> bool:
        """True for persons; a family counts as people too."""
        return self.group == "people"

    @property
    def dual_counts(self) -> bool:
        """True when the dual alone is a count worth reading («دبابتين»), false for «يومين» and «بلدين»."""
        return self.group in _OWN_DUALS


class CountedWord(msgspec.Struct, frozen=True):
    """A word of the text as a form of a counted noun."""

    noun: CountedNoun
    number: str
    """singular, dual, plural; «مدنيين» is plural."""
    accusative: bool
    """«جنديا»: the form after 11 to 99."""
    proclitic: str
    """Spelled out: «وال»."""
    pronoun: str

    @property
    def definite(self) -> bool:
        """True with the article or a pronoun."""
        return bool(self.pronoun) or self.proclitic.endswith(_ARTICLE)


class _Complement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    sort: str
    phrases: tuple[str, ...]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    complements: tuple[_Complement, ...]
    peoples: dict[str, tuple[str, ...]]
    words: dict[str, tuple[str, ...]]


def _load_nouns() -> tuple[CountedNoun, ...]:
    raw = files("hudna.knowledge.languages.ar").joinpath("counted.csv").read_text(encoding="utf-8")
    rows = [
        {**row, "plurals": tuple(row["plurals"].split()), "measure": row["measure"] or None}
        for row in csv.DictReader(raw.splitlines())
    ]
    return tuple(msgspec.convert(rows, list[CountedNoun]))


def _peoples(table: _Words) -> tuple[CountedNoun, ...]:
    rows: list[tuple[str, tuple[str, ...]]] = [(name, ()) for name in table.peoples["regular"]]
    rows += [(row.split()[0], tuple(row.split()[1:])) for row in table.peoples["broken"]]
    return tuple(CountedNoun(name, "person", None, "people", "m", plurals, "adjective") for name, plurals in rows)


_WORDS: _Words = load_table("counted.toml", _Words)
COUNTED_NOUNS = (*_load_nouns(), *_peoples(_WORDS))
_NEVER = frozenset(fold(word) for word in _WORDS.words["never"])
_NOT_PEOPLE = frozenset(fold(word) for word in _WORDS.words["not_people"])
ADVERBS = frozenset(fold(word) for word in _WORDS.words["adverbs"])
"""Words in ـا that may follow a number and are no nouns."""
COMPLEMENTS = tuple(
    (tuple(fold(phrase).split()), group.sort) for group in _WORDS.complements for phrase in group.phrases
)
"""Phrases that tell who «عناصر», «رجال» or «37 من …» are, with the sort."""


def _accusative(form: str) -> str | None:
    """«جنديا» of «جندي», folded; None where nothing is written («سيارة») or the form has no such case."""
    return None if form.endswith(("ا", "ى", "ة", "ء")) else fold(form) + "ا"


def _singulars(noun: CountedNoun) -> list[tuple[str, bool]]:
    single = fold(noun.noun)
    accusative = _accusative(noun.noun)
    if noun.form == "plural":
        return []
    return [(single, False)] + ([(accusative, True)] if accusative is not None else [])


def _duals(noun: CountedNoun) -> list[str]:
    if noun.form in {"mass", "plural", "others"}:
        return []
    single = fold(noun.noun)
    stem = single[:-1] + "ت" if noun.noun.endswith("ة") else single
    return [stem + "ان"] if noun.sound == "m" else [stem + "ان", stem + "ين"]


def _plurals(noun: CountedNoun) -> list[tuple[str, bool]]:
    single = fold(noun.noun)
    forms = [(fold(plural), False) for plural in noun.plurals]
    forms += [(form, True) for form in map(_accusative, noun.plurals) if form is not None]
    if noun.sound == "m":
        forms += [(single + ending, False) for ending in ("ون", "ين")]
    if noun.sound == "f":
        forms.append((single.removesuffix("ه") + "ات", False))
    return forms


def _constructs(noun: CountedNoun) -> list[tuple[str, str]]:
    """(form, number) of duals and sound plurals before a genitive or pronoun, without their ن: «جندييها»."""
    single = fold(noun.noun)
    stem = single[:-1] + "ت" if noun.noun.endswith("ة") else single
    if noun.sound == "m":
        return [(single + "ي", "plural"), (single + "و", "plural")]
    return [(stem + "ي", "dual")] if noun.is_people and noun.form != "mass" else []


def _compile() -> tuple[dict[str, CountedWord], dict[str, CountedWord]]:
    """All forms, and those that stand only before a genitive or pronoun. The first row wins."""
    forms: dict[str, CountedWord] = {}
    constructs: dict[str, CountedWord] = {}
    for noun in COUNTED_NOUNS:
        for form, accusative in _singulars(noun):
            forms.setdefault(form, CountedWord(noun, "singular", accusative, "", ""))
        for form, accusative in _plurals(noun):
            forms.setdefault(form, CountedWord(noun, "plural", accusative, "", ""))
    for noun in COUNTED_NOUNS:
        for form in _duals(noun):
            forms.setdefault(form, CountedWord(noun, "dual", accusative=False, proclitic="", pronoun=""))
        for form, number in _constructs(noun):
            constructs.setdefault(form, CountedWord(noun, number, accusative=False, proclitic="", pronoun=""))
    return forms, constructs


_FORMS, _CONSTRUCTS = _compile()


def may_count(word: str, stems: Iterable[str]) -> bool:
    """False for words that `counted_word` surely does not know: no stem is a form, and no pronoun is written on."""
    return not _FORMS.keys().isdisjoint(stems) or word[-1:] in _ENDINGS


def _root(form: str) -> str:
    """What of a form stands in every word made of it: small words may hide its first «ا», pronouns change its end."""
    return form.removeprefix("ا").rstrip("هء")


_HARM = re.compile(
    "|".join(
        sorted({_root(form) for forms in (_FORMS, _CONSTRUCTS) for form, one in forms.items() if one.noun.measure})
    )
)


def may_be_harm(word: str) -> bool:
    """False for words of which `counted_word` surely does not say that people came to harm («قتيل», «نازح»)."""
    return _HARM.search(word) is not None


@lru_cache(maxsize=200_000)
def counted_word(word: str) -> CountedWord | None:
    """A folded word as a form of a counted noun, the fewest small words peeled; None when it is none."""
    for proclitic, stem in peel(word):
        if stem in _NEVER:
            return None
        found = _FORMS.get(stem)
        if found is not None:
            return msgspec.structs.replace(found, proclitic=proclitic) if proclitic else found
        if not proclitic.endswith(_ARTICLE) and (owned := _with_pronoun(stem)) is not None:
            return msgspec.structs.replace(owned, proclitic=proclitic)
    return None


@lru_cache(maxsize=50_000)
def construct_plural(word: str) -> CountedWord | None:
    """«متمردي», «مستوطنو»: a plural of persons before the name that it belongs to; alone it would be an adjective."""
    found = _CONSTRUCTS.get(word)
    return found if found is not None and found.number == "plural" else None


def _with_pronoun(stem: str) -> CountedWord | None:
    for pronoun in _ENDINGS.get(stem[-1:], ()):
        bare = stem[: -len(pronoun)]
        if not stem.endswith(pronoun) or len(bare) < _MIN_STEM:
            continue
        found = _FORMS.get(bare) or (bare.endswith("ت") and _FORMS.get(bare[:-1] + "ه"))
        if not found and bare.endswith(("ائ", "اؤ")):  # «أبنائه», «أبناؤه»
            found = _FORMS.get(bare[:-1] + "ء")
        if not found and pronoun not in {"ه", "نا"}:  # «شخصيه» is an adjective, not two persons of his
            found = _CONSTRUCTS.get(bare)
        if found:
            return msgspec.structs.replace(found, pronoun=pronoun)
    return None


@lru_cache(maxsize=50_000)
def looks_like_persons(word: str) -> bool:
    """True for a sound masculine plural («متطوعين»), which is said of persons, or a nisba («عراقيين», «عراقيا»).

    For words after a number that the table does not know. Source: any grammar; the few broken plurals in ـين and the
    adverbs in ـيا stand in counted.toml.
    """
    stem = word.removeprefix(_ARTICLE)
    if word.startswith(("لل", "بال", "كال", "وال", "فال")):
        return False
    if stem in _NOT_PEOPLE or word in ADVERBS or len(stem) <= _MIN_STEM + 1:
        return False
    if stem.endswith("ون") and word[0] in "يت" and not stem.endswith("يون"):
        return False  # «يقولون» is a verb
    return stem.endswith(("ين", "ون")) or (stem.endswith("يا") and len(stem) > _MIN_STEM + 2)

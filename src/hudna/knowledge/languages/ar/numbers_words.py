"""The table of number words, compiled: every form with what it adds or multiplies."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

import msgspec

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.spelling import fold


class NumberWord(msgspec.Struct, frozen=True):
    """One form of a number word, with what stood before it in the same word."""

    value: int
    role: str
    """zero, unit, ten, tens, below_100 (run together), hundred, hundreds (fixed), scale, dual, dozen."""
    proclitic: str = ""
    """Spelled out: «وال»."""
    plural: bool = False
    """«آلاف»: a number only after another."""
    either: bool = False
    """«ألفا»: a dual before its noun, else a plain accusative."""
    alone: bool = True
    """False for «أحد», «اثنا»: a number only with «عشر» or with tens."""
    weekday: bool = False
    """With the article and alone it is a day of the week."""


class OrdinalWord(msgspec.Struct, frozen=True):
    """One form of an ordinal."""

    value: int
    proclitic: str = ""
    alone: bool = True
    cardinal: bool = False
    """Also a cardinal: an ordinal only with the article."""


class FractionWord(msgspec.Struct, frozen=True):
    """One form of a fraction's name: «ربع» is 1 of 4 parts, «ثلثان» 2 of 3, «أرباع» needs a number before it."""

    parts: int
    taken: int
    """0 for a plural."""
    proclitic: str = ""
    alone: bool = True
    """False when the word means something else too: «خمس» five, «ثمن» price."""


class _Cardinal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    value: int
    role: str
    forms: tuple[str, ...]
    plural: bool = False
    either: bool = False
    alone: bool = True


class _Ordinal(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    value: int
    forms: tuple[str, ...]
    alone: bool = True
    cardinal: bool = False


class _Fraction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    parts: int
    one: tuple[str, ...]
    many: tuple[str, ...]
    two: tuple[str, ...] = ()
    alone: bool = True


class _Table(msgspec.Struct, frozen=True, rename={"exceptions": "except"}, forbid_unknown_fields=True):
    cardinals: tuple[_Cardinal, ...]
    ordinals: tuple[_Ordinal, ...]
    fractions: tuple[_Fraction, ...]
    exceptions: dict[str, tuple[str, ...]]


def load_table(name: str, shape: type[Any]) -> Any:  # noqa: ANN401 - the caller names the type
    """A TOML table of this folder, checked against its shape. Raises msgspec.ValidationError with the place."""
    raw = files("hudna.knowledge.languages.ar").joinpath(name).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(raw), shape)


_TABLE: _Table = load_table("numbers.toml", _Table)
_NEVER = frozenset(fold(word) for word in _TABLE.exceptions["never"])
_WEEKDAYS = frozenset(fold(word) for word in _TABLE.exceptions["weekdays"])
MONTH_HEADS = frozenset(fold(word) for word in _TABLE.exceptions["months_of_two_words"])
"""First words of months of two words, after which «الأول» and «الثاني» belong to the name."""


def _plain(table: _Table) -> dict[str, NumberWord]:
    words: dict[str, NumberWord] = {}
    for row in table.cardinals:
        for form in map(fold, row.forms):
            words[form] = NumberWord(
                value=row.value,
                role=row.role,
                plural=row.plural,
                either=row.either,
                alone=row.alone,
                weekday=form in _WEEKDAYS,
            )
    return words


def _run_together(words: dict[str, NumberWord]) -> dict[str, NumberWord]:
    """«خمسمئة», «خمسةعشر», «خمسةوعشرون»: a unit written onto what follows it."""
    made: dict[str, NumberWord] = {}
    for form, unit in words.items():
        if unit.role != "unit":
            continue
        for other, word in words.items():
            if word.role == "tens":
                made[f"{form}و{other}"] = NumberWord(value=unit.value + word.value, role="below_100")
            elif word.role == "ten" and not other.endswith("ا"):
                made[form + other] = NumberWord(value=unit.value + word.value, role="below_100")
            elif word.role == "hundred" and not word.plural and unit.value > 2:  # noqa: PLR2004 - two hundred is a dual
                made[form + other] = NumberWord(value=unit.value * word.value, role="hundreds")
    return made


_PLAIN = _plain(_TABLE)
_CARDINALS = {**_run_together(_PLAIN), **_PLAIN}
_ORDINALS = {
    fold(form): OrdinalWord(value=row.value, alone=row.alone, cardinal=row.cardinal)
    for row in _TABLE.ordinals
    for form in row.forms
}


def _fractions(table: _Table) -> dict[str, FractionWord]:
    words: dict[str, FractionWord] = {}
    for row in table.fractions:
        words.update({fold(form): FractionWord(row.parts, 1, alone=row.alone) for form in row.one})
        words.update({fold(form): FractionWord(row.parts, 2) for form in row.two})
        words.update({fold(form): FractionWord(row.parts, 0) for form in row.many})
    return words


_FRACTIONS = _fractions(_TABLE)


NUMBER_STEMS = frozenset((*_CARDINALS, *_ORDINALS, *_FRACTIONS))
"""All words of numbers, without what may be written onto them."""


@lru_cache(maxsize=100_000)
def number_word(word: str) -> NumberWord | None:
    """A folded word as a cardinal's word, whatever small words are written onto it; None when it is none."""
    if word in _NEVER or word.lstrip("وف") in _NEVER:
        return None
    for proclitic, stem in peel(word):
        found = _CARDINALS.get(stem)
        if found is not None:
            return msgspec.structs.replace(found, proclitic=proclitic) if proclitic else found
    return None


@lru_cache(maxsize=100_000)
def ordinal_word(word: str) -> OrdinalWord | None:
    """A folded word as an ordinal; None when it is none."""
    for proclitic, stem in peel(word):
        found = _ORDINALS.get(stem)
        if found is not None:
            return msgspec.structs.replace(found, proclitic=proclitic) if proclitic else found
    return None


@lru_cache(maxsize=100_000)
def fraction_word(word: str) -> FractionWord | None:
    """A folded word as a fraction's name; None when it is none."""
    for proclitic, stem in peel(word):
        found = _FRACTIONS.get(stem)
        if found is not None:
            return msgspec.structs.replace(found, proclitic=proclitic) if proclitic else found
    return None

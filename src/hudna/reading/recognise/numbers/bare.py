"""People named without a number, in a stretch of text where somebody is killed, wounded, captured or missing."""

import msgspec

from hudna.knowledge.languages.ar.counted import CountedWord, counted_word, looks_like_persons
from hudna.knowledge.languages.ar.numbers_words import number_word, ordinal_word
from hudna.knowledge.languages.ar.words import words
from hudna.model import Example, Rule
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.numbers.finder import counts
from hudna.reading.recognise.numbers.nouns import sort_of
from hudna.reading.recognise.numbers.plurals import PREPOSITIONS
from hudna.reading.split import Text

_OTHER = "اخر"
_OTHER_TWO = "اخران"
_OTHERS = frozenset(("اخرون", "اخرين"))
_ARTICLES = frozenset(("", "ال"))
_BEHIND = PREPOSITIONS | words("grammar", "small", "prepositions")
"""What may stand behind «آخر» and «ثالث» alone: «وأصيب ثالث جراء قصف»."""


def find_bare_people(text: Text, first: int, last: int) -> list[NumberFound]:
    """People named without a number at tokens `first` to before `last`: candidates for a casualty clause.

    An indefinite singular («جندي») is lo 1, hi 1, exact, sort singular; a plural («جنودا», «المدنيين») is lo None, hi
    None, several, sort plural; duals come from `find_numbers`. Nouns that a number counts are passed over. A word that
    is also an adjective («عسكري») counts only where it can be a noun: at `first`, after a preposition, joined by «و».
    «آخر», «آخرين» and «ثالث» («وجرح ثالث») count at `first` only.
    """
    last = min(last, len(text.words))
    return [bare for token in range(first, last) if (bare := _bare(text, token, first, last)) is not None]


def _bare(text: Text, token: int, first: int, last: int) -> NumberFound | None:
    if token == first and (another := _another(text, token, last)) is not None:
        return another
    word = counted_word(text.words[token])
    if word is None:
        return _unknown(text, token)
    if not word.noun.is_people or word.noun.form in {"event", "others"} or _is_counted(text, token):
        return None
    if word.noun.form == "adjective" and not _is_noun(text, token, first, word):
        return None
    if word.number == "plural" or word.noun.form == "mass":
        return _some(token, sort_of(text, word, token, last), word.noun.measure)
    if word.number == "singular" and not word.definite:
        return _one(token, sort_of(text, word, token, last), word.noun.measure)
    return None


def _one(token: int, sort: str, measure: str | None) -> NumberFound:
    return NumberFound(
        first=token,
        last=token + 1,
        lo=1,
        hi=1,
        bound="exact",
        sort="singular",
        rule="bare singular",
        why="a singular without a number is one",
        noun_first=token,
        noun_last=token + 1,
        counted=sort,
        measure=measure,
    )


def _some(token: int, sort: str, measure: str | None) -> NumberFound:
    return NumberFound(
        first=token,
        last=token + 1,
        lo=None,
        hi=None,
        bound="several",
        sort="plural",
        rule="bare plural",
        why="a plural without a number",
        noun_first=token,
        noun_last=token + 1,
        counted=sort,
        measure=measure,
    )


def _another(text: Text, token: int, last: int) -> NumberFound | None:
    """«وإصابة آخر بجروح», «وجرح ثالث»: one more, when no noun follows."""
    word = text.words[token]
    if word in _OTHERS:
        return _some(token, "person", None)
    if word == _OTHER_TWO:
        return msgspec.structs.replace(_one(token, "person", None), lo=2, hi=2, sort="dual", why="two more")
    ordinal = ordinal_word(word)
    one_more = ordinal is not None and ordinal.alone and not ordinal.proclitic and ordinal.value > 1
    following = text.words[token + 1] if token + 1 < last else ""
    ends = not following[:1].isalpha() or following in _BEHIND or following[0] in "بو"
    return _one(token, "person", None) if ends and (word == _OTHER or one_more) else None


def _unknown(text: Text, token: int) -> NumberFound | None:
    """A plural of persons that the table does not know: «إنغوشيين»."""
    word = text.words[token]
    if not word.endswith(("يين", "يون")) or not looks_like_persons(word) or _is_counted(text, token):
        return None
    described = counted_word(text.words[token - 1]) if token else None
    return None if described is not None else _some(token, "person", None)


def _is_counted(text: Text, token: int) -> bool:
    """True when a number stands right before the noun, or «واحد» right after it."""
    before = text.words[token - 1] if token else ""
    after = text.words[token + 1] if token + 1 < len(text.words) else ""
    if before == "من" and token > 1:
        before = text.words[token - 2]
    one = number_word(after) if after else None
    return bool(before and counts(before)) or (one is not None and one.value <= 2 and not one.proclitic)  # noqa: PLR2004


def _is_noun(text: Text, token: int, first: int, word: CountedWord) -> bool:
    """A word that may be an adjective is a noun where no noun stands before it; a plural only needs no people there."""
    if token == first or word.proclitic not in _ARTICLES:
        return True
    before = text.words[token - 1]
    if word.number == "plural":
        described = counted_word(before)
        return described is None or not described.noun.is_people
    return before in PREPOSITIONS or before == "و" or not before[0].isalpha()


# --- rules, with examples that run as tests --------------------------------------------------------------------------

BARE_SINGULAR = Rule(
    name="bare singular",
    reason="Inside a casualty clause an indefinite singular is one person.",
    reads=(
        Example("جندي", "1..1 exact singular soldier"),
        Example("جندي من قوات حفظ السلام", "1..1 exact singular peacekeeper"),
        Example("آخر بجروح", "1..1 exact singular person"),
    ),
    ignores=(
        "ضربة",
        "الجندي",
        "طفلان",
    ),
)

BARE_PLURAL = Rule(
    name="bare plural",
    reason="Inside a casualty clause a plural is some persons.",
    reads=(
        Example("جنودا", "*..* several plural soldier"),
        Example("مدنيين", "*..* several plural civilian"),
        Example("المدنيين", "*..* several plural civilian"),
    ),
    ignores=(
        "دبابات",
        "خمسة جنود",
    ),
)

"""Numbers as times use them: days, hours, years, amounts of units.

The words and how they compose are knowledge (`hudna.knowledge.languages.ar.numbers`); here they get what a time needs
to know besides the value: what is written onto them, the article, and the gender of an ordinal, which tells an hour
from a day («السابعة» is an hour, «السابع» a day).
"""

from functools import lru_cache

from hudna.knowledge.languages.ar import numbers
from hudna.knowledge.languages.ar.numbers_words import number_word, ordinal_word
from hudna.reading.engine.record import Record

_ARTICLES = ("ال", "لل")
_ONE_OCLOCK = "واحده"
"""«الواحدة» is the first hour, though by form it is no ordinal."""
_FEMININE = ("ه", "اولي")


class Number(Record, frozen=True):
    """A number with the token after it."""

    value: float
    last: int
    digits: bool
    proclitic: str = ""
    definite: bool = False


class Ordinal(Record, frozen=True):
    """A place in a row with the token after it."""

    value: int
    last: int
    feminine: bool
    definite: bool
    proclitic: str = ""


@lru_cache(maxsize=20_000)
def is_number_word(word: str) -> bool:
    """True when a word can begin or continue a number in words."""
    return number_word(word) is not None or ordinal_word(word) is not None


def split_article(proclitic: str) -> tuple[str, bool]:
    """(what stands before the article, whether there is one): «وال» gives («و», True), «لال» («ل», True)."""
    return (proclitic[:-2], True) if proclitic.endswith(_ARTICLES) else (proclitic, False)


def read_cardinal(words: list[str], token: int, last: int) -> Number | None:
    """A number in words: «خمسة وعشرين», «ألفين وثمانية عشر», «ألف وتسعمائة وثمانية وسبعون»."""
    head = number_word(words[token]) if token < last else None
    found = numbers.read_cardinal(words, token, last) if head is not None else None
    if head is None or found is None:
        return None
    proclitic, definite = split_article(head.proclitic)
    return Number(value=found[0], last=found[1], digits=False, proclitic=proclitic, definite=definite)


def read_ordinal(words: list[str], token: int, last: int) -> Ordinal | None:
    """«الثالث», «الحادي عشر», «الثاني والعشرين», «للثانية والعشرين», «العشرين», and the hour «الواحدة»."""
    if token >= last or not is_number_word(words[token]):
        return None
    head = ordinal_word(words[token]) or number_word(words[token])
    if head is None:
        return None
    proclitic, definite = split_article(head.proclitic)
    found = numbers.read_ordinal(words, token, last)
    if found is None and words[token].endswith(_ONE_OCLOCK) and definite:
        found = (1, token + 1)
    if found is None:
        return None
    feminine = words[token].endswith(_FEMININE)
    return Ordinal(value=found[0], last=found[1], feminine=feminine, definite=definite, proclitic=proclitic)

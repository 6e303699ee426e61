"""How an actor stands in its sentence: governed by a preposition, beside a verb that it may be the subject of."""

from hudna.knowledge.languages.ar.words import words as word_list
from hudna.reading.recognise.actors.phrase import Phrase
from hudna.reading.recognise.actors.tables import forms

_PREPOSITIONS = word_list("grammar", "small", "prepositions")
_SAYS = forms("forms", "says")
_OPENING = frozenset("«“”„\"'(")
_FEMININE_HEADS = ("ه", "ات", "يا")
_SHORTEST_VERB = 4
_BETWEEN = "بين"
_NEAR = 6
_BREAKS = word_list("actors", "forms", "breaks") | forms("forms", "returns")


def governed(words: list[str], token: int, proclitic: str) -> bool:
    """Whether a preposition stands before a phrase, as a word or written onto it."""
    if proclitic and any(letter in proclitic.replace("ال", "") for letter in "بلك"):
        return True
    before = _before(words, token)
    return before.removeprefix("و") in _PREPOSITIONS or before in _PREPOSITIONS


def is_subject(words: list[str], token: int, first: int, proclitic: str) -> bool:
    """Whether a phrase may be what a later pronoun goes back to: nothing but «بين» governs it.

    Args:
        words: Words of the text.
        token: Where the phrase begins.
        first: Where its sentence begins.
        proclitic: What is written onto it.
    """
    return token == first or _before(words, token) == _BETWEEN or not governed(words, token, proclitic)


def speaks(words: list[str], token: int, last: int, end: int) -> bool:
    """Whether a verb stands right before a phrase or right after it."""
    after = words[last] if last < end else ""
    return _verb(_before(words, token)) or after in _SAYS or after.removeprefix("و") in _SAYS


def one_clause(words: list[str], first: int, last: int) -> bool:
    """Whether no new clause begins between two tokens: no «أن», no relative, no further verb of saying."""
    between = words[first:last]
    return len(between) <= _NEAR and not any(word in _BREAKS or word.removeprefix("و") in _SAYS for word in between)


def said(words: list[str], token: int) -> bool:
    """Whether a verb of saying stands right before: «وقال البيان»."""
    return token > 0 and words[token - 1].removeprefix("و") in _SAYS


def masculine(word: str, phrase: Phrase) -> bool | None:
    """The gender that agrees with a phrase: countries and capitals are feminine, else it goes by the ending.

    None when either may be: women hold offices too, so a person alone does not settle it for «ها».
    """
    if phrase.sort in {"country", "government"} and not phrase.titled:
        return False
    if phrase.sort == "person":
        return not word.endswith("ه")
    return None if phrase.sort == "group" else not word.endswith(_FEMININE_HEADS)


def _before(words: list[str], token: int) -> str:
    at = token - 1
    while at >= 0 and words[at] in _OPENING:
        at -= 1
    return words[at] if at >= 0 else ""


def _verb(word: str) -> bool:
    """A verb of the table, or by its feminine ending («شنت», «بدأتها»), which nouns in «ات» do not have."""
    bare = word.removeprefix("و")
    if bare in _SAYS:
        return True
    for pronoun in ("ها", "ه", "هم"):
        if bare.endswith("ت" + pronoun) and len(bare) > _SHORTEST_VERB:
            return True
    return len(bare) >= _SHORTEST_VERB and bare.endswith("ت") and not bare.endswith("ات")

"""Names that no pack knows, after a word that announces one: «قرية X», «بلدة كفر Y»."""

from hudna.knowledge.languages.ar.words import words as word_list
from hudna.reading.recognise.places.gazetteer import Gazetteer
from hudna.reading.split import Text

_NOT_NAMES = word_list("places", "words", "not_names")
_OPENERS = word_list("places", "words", "name_openers")
_SHORTEST = 3
_QUOTES = frozenset("«“”\"'(")
_TWO = 2
_OBJECTS = ("ها", "هم", "هما")


def unknown_name(text: Text, start: int, last: int, gazetteer: Gazetteer, *, masculine: bool) -> int:
    """The end of a name that begins at `start`, or 0. A name has one word; two after «كفر», «عين», «أم» and others.

    A nationality («قرية أرمينية»), an adjective of the sort word's gender («قرية حدودية», «معبر تجاري»), a verb with an
    object («محافظة تستعيدها») and small words are none; in quotation marks everything is.
    """
    if start >= last:
        return 0
    word = text.words[start]
    quoted = start > 0 and text.words[start - 1] in _QUOTES
    if not quoted and (not may_name(word, masculine=masculine) or gazetteer.nations.begins(word)):
        return 0
    two = word in _OPENERS and start + 1 < last and _letters(text.words[start + 1])
    return start + (_TWO if two else 1)


def may_name(word: str, *, masculine: bool) -> bool:
    """Names are letters, long enough, and neither small words nor adjectives nor verbs with an object."""
    if word in _OPENERS:
        return True
    if len(word) < _SHORTEST or not _letters(word) or word in _NOT_NAMES:
        return False
    return not word.endswith(("ي" if masculine else "يه", *_OBJECTS))


def _letters(word: str) -> bool:
    return word.isalpha() and not word.isascii()

"""Which sentences could contradict the date that a document already has: few, so that only their times are read.

What `plain_evidence` weighs heavily enough is a weekday of today or yesterday, a whole date beside a weekday or
«اليوم», and a year that is not over yet on the document's day. The words alone tell where none of them can stand.
"""

from functools import lru_cache
from itertools import compress, count

from hudna.reading.engine.lexicon import REMEMBERED
from hudna.reading.recognise.times import telling_words
from hudna.reading.split import Sentence, Text

_WEEKDAY, _DAY, _TODAY, _DIGITS, _THOUSAND = 1, 2, 4, 8, 16
_SORTS = ((_WEEKDAY, "weekday"), (_DAY, "day_word"), (_DAY, "night_word"), (_DAY | _TODAY, "today"))
_THOUSANDS = frozenset(
    start + article + number
    for start in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول")
    for article in ("", "ال")
    for number in ("الف", "الفا", "الفين", "الفان")
)
_MARKS = frozenset("/-–.")
_YEAR_DIGITS = 4
_NUMBER = _DIGITS | _THOUSAND
_LONGEST = 40


@lru_cache(maxsize=1)
def _words() -> dict[str, int]:
    """What words may be of a date, digits aside."""
    found = dict.fromkeys(_THOUSANDS, _THOUSAND)
    for word, sorts in telling_words().items():
        for bit, sort in _SORTS:
            if sort in sorts:
                found[word] = found.get(word, 0) | bit
    return found


class _Hints(dict[str, int]):
    """For every word that was ever met, what it may be of a date."""

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST:
            return 0
        if len(self) >= REMEMBERED:
            self.clear()
        hint = self[word] = _words().get(word, 0) or _DIGITS * word.isdecimal()
        return hint


_HINTS = _Hints()


def may_contradict(text: Text, given: str) -> list[int]:
    """The sentences with words that could tell that a text is of another day than `given`, an ISO 8601 date."""
    hints = list(map(_HINTS.__getitem__, text.words))
    hits = list(compress(count(), hints))
    year = int(given[:_YEAR_DIGITS]) if given[:_YEAR_DIGITS].isdecimal() else 0
    found: list[int] = []
    at = 0
    for sentence in text.sentences if hits else ():
        begin = at
        while at < len(hits) and hits[at] < sentence.last:
            at += 1
        if at > begin and _may(text, hints, hits[begin:at], sentence, year):
            found.append(sentence.index)
    return found


def _may(text: Text, hints: list[int], hits: list[int], sentence: Sentence, year: int) -> bool:
    together = 0
    for token in hits:
        together |= hints[token]
        if hints[token] & _THOUSAND or (hints[token] & _DIGITS and _is_late(text.words, token, sentence.first, year)):
            return True
    return bool((together & _WEEKDAY and together & (_DAY | _NUMBER)) or (together & _TODAY and together & _NUMBER))


def _is_late(words: list[str], token: int, first: int, year: int) -> bool:
    """A year as late as the given one, in four digits or in the two of «21/9/23»."""
    digits = words[token]
    if len(digits) == _YEAR_DIGITS:
        return int(digits) >= year
    return len(digits) == 2 and token > first and words[token - 1] in _MARKS  # noqa: PLR2004

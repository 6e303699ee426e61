"""What a line looks like, before anybody asks what its words mean."""

from hudna.reading.engine.lexicon import REMEMBERED
from hudna.reading.engine.record import Record
from hudna.reading.split.text import Line, Text

_STOPS = frozenset((".", "!", "?", "؟", "…", "۔", "؛", "،"))
_FULL_STOPS = _STOPS - {"؛", "،"}
_CLOSERS = frozenset("”»\"'’)]}“")
_LONG = 20
"""So many words make a paragraph whatever stands at its end: headlines of our 79 sample pages reach 18."""
_SENTENCE = 8
"""So many words with a full stop make a paragraph: captions and teasers rarely end with one."""
_SAMPLE = 60
"""Longer lines are judged by their first words: they are paragraphs or tickers."""
_STEM = 3
_WIDE_TICKER = 40
"""Below so many words a line without any sign may be a headline."""


class Look(Record, frozen=True):
    """One line of a text. Word counts are of the first 60 words."""

    index: int
    """Index into `Text.lines`."""
    first: int
    last: int
    """Token indices, end exclusive."""
    arabic: int
    """Words of Arabic letters."""
    foreign: int
    """Words of other letters."""
    digits: int
    signs: int
    stop: bool
    """Ends as a sentence does."""

    @property
    def words(self) -> int:
        """Words of letters, in any script."""
        return self.arabic + self.foreign

    @property
    def paragraph(self) -> bool:
        """Long enough, or whole enough, to be a paragraph."""
        return self.arabic >= _LONG or (self.stop and self.arabic >= _SENTENCE)

    @property
    def ticker(self) -> bool:
        """Many words with hardly a sign between them: headlines poured into one line."""
        return self.arabic >= _WIDE_TICKER and self.signs <= 1 and not self.stop


def is_arabic(word: str) -> bool:
    """Whether a folded word consists of Arabic letters."""
    return "\u0621" <= word[0] <= "\u06ff" and word.isalpha()


_ARABIC, _FOREIGN, _DIGITS, _SIGN, _OTHER = range(5)


class _Sorts(dict[str, int]):
    """What every word that was ever met consists of."""

    def __missing__(self, word: str) -> int:
        if len(self) >= REMEMBERED:
            self.clear()
        sort = self[word] = _sort(word)
        return sort


def _sort(word: str) -> int:
    if is_arabic(word):
        return _ARABIC
    if word.isalpha():
        return _FOREIGN
    if word.isdecimal():
        return _DIGITS
    return _SIGN if word in _STOPS or word == ":" else _OTHER


_SORTS = _Sorts()


def look_at(text: Text, index: int) -> Look:
    """Count what a line consists of."""
    line: Line = text.lines[index]
    sorts = list(map(_SORTS.__getitem__, text.words[line.first : min(line.last, line.first + _SAMPLE)]))
    return Look(
        index=index,
        first=line.first,
        last=line.last,
        arabic=sorts.count(_ARABIC),
        foreign=sorts.count(_FOREIGN),
        digits=sorts.count(_DIGITS),
        signs=sorts.count(_SIGN),
        stop=_ends_as_sentence(text.words, line),
    )


def _ends_as_sentence(words: list[str], line: Line) -> bool:
    token = line.last - 1
    while token > line.first and words[token] in _CLOSERS:
        token -= 1
    return words[token] in _FULL_STOPS


def key_of(text: Text, look: Look) -> tuple[str, ...]:
    """The line's words and numbers without its signs: equal keys are equal lines."""
    return tuple(filter(str.isalnum, text.words[look.first : look.last]))


class _Stems(dict[str, str]):
    """For every word that was ever met, a rough stem; nothing for short words and for those of other scripts."""

    def __missing__(self, word: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        stem = self[word] = _stem(word) if len(word) > _STEM and is_arabic(word) else ""
        return stem


_STEMS = _Stems()


def _stem(word: str) -> str:
    """Good enough to see whether two lines speak of the same thing."""
    for proclitic in _PROCLITICS if word.startswith(_PROCLITICS) else ():
        if word.startswith(proclitic) and len(word) - len(proclitic) >= _STEM:
            word = word[len(proclitic) :]
            break
    for ending in _ENDINGS if word.endswith(_ENDINGS) else ():
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word


_PROCLITICS = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل")
_ENDINGS = ("يه", "ون", "ين", "ات", "ان", "ها", "هم", "ه", "ي", "ا")


def content(text: Text, look: Look) -> set[str]:
    """Stems of the line's longer words."""
    return set(filter(None, map(_STEMS.__getitem__, text.words[look.first : look.last])))

"""Which known events a paragraph may speak of: one word of each group of the event stands in it.

It only says that the words fit. Whether the paragraph tells of the event as news or as history is reading's to say.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from hudna.knowledge.languages.ar.clitics import peel
from hudna.model import ChronicleEntry

_STEM = 4
"""Shorter words of a group must be whole words: «حل» is not the beginning of «حلب»."""


def _forms(word: str) -> set[str]:
    return {form for _, form in peel(word)} | {word}


def _fits(form: str, stem: str) -> bool:
    return form.startswith(stem) if len(stem) >= _STEM else form == stem


class Paragraph:
    """The folded words of a paragraph, made ready to be asked many times."""

    def __init__(self, words: Sequence[str]) -> None:
        """Take folded words, as `hudna.reading.split` gives them."""
        self._words = words
        self._forms = [_forms(word) for word in words]
        self._sorted = sorted(set().union(*self._forms))

    def holds(self, phrase: str) -> bool:
        """Whether a word of a group, or several words in order, stand in it."""
        *whole, stem = phrase.split()
        return self._holds_row(whole, stem) if whole else self._holds_stem(stem)

    def _holds_stem(self, stem: str) -> bool:
        place = bisect_left(self._sorted, stem)
        return place < len(self._sorted) and _fits(self._sorted[place], stem)

    def _holds_row(self, whole: list[str], stem: str) -> bool:
        for first in range(len(self._words) - len(whole)):
            last = first + len(whole)
            head_fits = whole[0] in self._forms[first] and list(self._words[first + 1 : last]) == whole[1:]
            if head_fits and any(_fits(form, stem) for form in self._forms[last]):
                return True
        return False


def spoken_of(events: Iterable[ChronicleEntry], words: Sequence[str]) -> list[ChronicleEntry]:
    """The events that the folded words of a paragraph may speak of, in the order given."""
    paragraph = Paragraph(words)
    return [event for event in events if all(any(map(paragraph.holds, group)) for group in event.words)]

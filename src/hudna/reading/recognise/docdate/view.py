"""A text as dating sees it: which words are the article's, which stand in the page's furniture, what its lead is."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property

from hudna.model import Furniture
from hudna.reading.recognise.times import TimeExpression
from hudna.reading.split import Sentence, Text

_LEAD_WORDS = 90
"""Headline, sub-headlines and the first paragraphs: where a report tells its news."""
_HEADLINE_WORDS = 25


class View:
    """A text with its times and furniture, cut into what counts as evidence and what does not."""

    def __init__(self, text: Text, times: Sequence[TimeExpression], furniture: Sequence[Furniture]) -> None:
        """Sort sentences and times by whether they stand in furniture."""
        self.text = text
        self._pieces = sorted(furniture, key=lambda piece: piece.start)
        self._starts = [piece.start for piece in self._pieces]
        self.sentences = tuple(s for s in text.sentences if self.sort_at(s.first) is None)
        """The article's own sentences."""
        self.times = tuple(time for time in times if self.sort_at(time.first) is None)
        """Times in the article's own words."""
        self._firsts = [time.first for time in self.times]
        self.page_times = tuple((time, sort) for time in times if (sort := self.sort_at(time.first)) is not None)
        """Times in furniture, with the furniture's sort."""

    def sort_at(self, token: int) -> str | None:
        """The sort of the furniture that a word stands in."""
        offset = self.text.folded.raw_at(self.text.starts[token])
        at = bisect_right(self._starts, offset) - 1
        return self._pieces[at].sort if at >= 0 and offset < self._pieces[at].end else None

    @cached_property
    def lead(self) -> frozenset[int]:
        """Indices (into `sentences`) of the headline and the first sentences after it."""
        found, words = set(), 0
        for index, sentence in enumerate(self.sentences):
            if words >= _LEAD_WORDS:
                break
            found.add(index)
            words += sentence.last - sentence.first
        return frozenset(found)

    @cached_property
    def headline(self) -> Sentence | None:
        """The first sentence, where it is short enough to be a headline."""
        first = self.sentences[0] if self.sentences else None
        return first if first and first.last - first.first <= _HEADLINE_WORDS else None

    def times_in(self, sentence: Sentence) -> tuple[TimeExpression, ...]:
        """The times of a sentence."""
        start = bisect_left(self._firsts, sentence.first)
        return self.times[start : bisect_left(self._firsts, sentence.last)]

    def words_of(self, sentence: Sentence) -> list[str]:
        """The folded words of a sentence."""
        return self.text.words[sentence.first : sentence.last]

    def said(self, time: TimeExpression) -> str:
        """The preserved words of a time."""
        return self.text.raw_text(time.first, time.last)

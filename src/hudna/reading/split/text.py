"""A text taken apart: the form in which the later steps see it."""

from hudna.reading.engine.record import Record
from hudna.reading.normalise import Folded


class Line(Record, frozen=True):
    """One line of the preserved text that holds words; a paragraph in most sources."""

    number: int
    """From 1, counting empty lines too."""
    first: int
    last: int
    """Token indices, end exclusive."""


class Sentence(Record, frozen=True):
    """A sentence, a headline or a caption: words that are read together."""

    index: int
    first: int
    last: int
    """Token indices, end exclusive."""
    line: int
    """Index into Text.lines."""


class Quotation(Record, frozen=True):
    """Words inside quotation marks; the marks themselves are the tokens `first` and `last` - 1."""

    first: int
    last: int
    depth: int


class Text(Record, frozen=True):
    """A folded text with its words. The lists belong to the text: nobody changes them."""

    folded: Folded
    words: list[str]
    """Folded words; a run of digits, of Latin letters, and each other sign is a word too."""
    starts: list[int]
    ends: list[int]
    """Folded offsets of each word."""
    raw_starts: list[int]
    raw_ends: list[int]
    """Preserved offsets of each word, with the marks on its last letter."""
    lines: list[Line]
    sentences: list[Sentence]
    quotations: list[Quotation]

    def raw_span(self, first: int, last: int) -> tuple[int, int]:
        """Preserved offsets of the words from token `first` to before token `last`."""
        start = self.raw_starts[first]
        return start, self.raw_ends[last - 1] if last > first else start

    def raw_text(self, first: int, last: int) -> str:
        """The preserved words themselves."""
        return self.folded.raw[self.raw_starts[first] : self.raw_ends[last - 1]]

    def glued(self, token: int) -> bool:
        """True when no space stands between this word and the one before it."""
        return token > 0 and self.starts[token] == self.ends[token - 1]

"""The words of a text that predicates and objects are made from."""

from itertools import compress

from hudna.reading.recognise.predicates.vocabulary import Senses, Vocabulary
from hudna.reading.split import Sentence, Text


class Met:
    """The words of a text that may be something, with what they may be: few. Each sentence is looked through once."""

    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        """Look into one text."""
        self._words = text.words
        self._known = vocabulary.known
        self._met: dict[int, list[tuple[int, Senses]]] = {}

    def of(self, sentence: Sentence) -> list[tuple[int, Senses]]:
        """Tokens of a sentence, in order, and what each may be."""
        met = self._met.get(sentence.index)
        if met is None:
            first = sentence.first
            senses = list(map(self._known.__getitem__, self._words[first : sentence.last]))
            some = compress(enumerate(senses, first), senses)
            met = self._met[sentence.index] = [(token, sense) for token, sense in some if sense is not None]
        return met

    def hints(self, sentence: Sentence) -> int:
        """All hints of a sentence's words: TELLS, SPEAKS, both or neither."""
        hints = 0
        for _, sense in self.of(sentence):
            hints |= sense.hint
        return hints

"""Told in one breath: two claims of one text whose words nest, or stand side by side in one sentence."""

from collections.abc import Iterable

from hudna.model import Claim, Document

_STOPS = ".!?؟؛\n"
_NEAR = 60
"""Characters between two claims of one sentence that can still be about one thing: about ten words."""


class Breath:
    """Answers whether two claims are told in one breath. Without a document's text only nesting counts."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = {doc.id: doc.text for doc in documents}

    def learn(self, document: Document) -> None:
        """Take one more document in."""
        self._texts[document.id] = document.text

    @staticmethod
    def nested(first: Claim, second: Claim) -> bool:
        """True when the spans overlap: the words of one tell the other too."""
        return first.doc == second.doc and first.start < second.end and second.start < first.end

    def one(self, first: Claim, second: Claim) -> bool:
        """True when the spans overlap, or when at most 60 characters and no full stop lie between them."""
        if first.doc != second.doc:
            return False
        if first.start > second.start:
            first, second = second, first
        if self.nested(first, second):
            return True
        between = self._texts.get(first.doc, "")[first.end : second.start]
        return 0 < len(between) <= _NEAR and not any(stop in between for stop in _STOPS)

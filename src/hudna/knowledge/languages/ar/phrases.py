"""Phrases that are looked for from a given word on, forwards or backwards: the words around numbers."""

from collections.abc import Iterable

from hudna.knowledge.languages.ar.clitics import peel

_ARTICLE = "ال"
_REMEMBERED = 65_536
"""Distinct words of which a table remembers what they begin."""


class _Node:
    __slots__ = ("children", "payload")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.payload: str | None = None


class Phrases:
    """Phrases with a meaning each, found from a given token on, forwards or backwards.

    The first word of a phrase may carry «و ف ب ل ك», never the article.
    """

    def __init__(self, entries: Iterable[tuple[tuple[str, ...], str]], *, backwards: bool = False) -> None:
        """Compile (words, meaning) pairs."""
        self._root = _Node()
        self._heads: dict[str, list[_Node]] = {}
        for words, payload in entries:
            node = self._root
            for word in reversed(words) if backwards else words:
                node = node.children.setdefault(word, _Node())
            node.payload = node.payload or payload

    def ending_at(self, words: list[str], token: int, first: int) -> tuple[int, str] | None:
        """The longest phrase that ends right before `token`, not before `first`: its first token and its meaning."""
        node, best = self._root, None
        at = token - 1
        while at >= first:
            loose = self._loose(node, words[at])
            if loose is not None:
                best = (at, loose)
            child = node.children.get(words[at])
            if child is None:
                break
            node = child
            if node.payload is not None:
                best = (at, node.payload)
            at -= 1
        return best

    def starting_at(self, words: list[str], token: int, last: int) -> tuple[int, str] | None:
        """The longest phrase that starts at `token` and ends before `last`: the token after it and its meaning."""
        if token >= last:
            return None
        best: tuple[int, str] | None = None
        for head in self._begun(words[token]):
            node: _Node | None = head
            at = token + 1
            while node is not None:
                if node.payload is not None and (best is None or at > best[0]):
                    best = (at, node.payload)
                node = node.children.get(words[at]) if at < last else None
                at += 1
        return best

    def _begun(self, word: str) -> list[_Node]:
        """The phrases that a word may begin, whatever is written onto it; remembered, because few words begin any."""
        heads = self._heads.get(word)
        if heads is None:
            children = self._root.children
            heads = [children[stem] for _, stem in _peeled(word) if stem in children]
            if len(self._heads) >= _REMEMBERED:
                self._heads.clear()
            self._heads[word] = heads
        return heads

    def _loose(self, node: _Node, word: str) -> str | None:
        """The meaning when `word` is the phrase's first word with something written before it."""
        for _, stem in _peeled(word)[1:]:
            child = node.children.get(stem)
            if child is not None and child.payload is not None:
                return child.payload
        return None


def _peeled(word: str) -> list[tuple[str, str]]:
    return [("", word)] + [split for split in peel(word)[1:] if not split[0].endswith(_ARTICLE)]

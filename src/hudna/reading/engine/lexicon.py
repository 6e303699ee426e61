"""A word table compiled for longest match with proclitics.

Every distinct word of a language is taken apart once and remembered, because a newspaper uses the same words again and
again: looking a word up costs one dictionary access (Zipf's law does the rest).
"""

import re
from collections.abc import Callable, Iterable, KeysView
from itertools import compress, count
from typing import Any, Generic, TypeVar

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.spelling import LETTERS, fold
from hudna.reading.engine.record import Record

P = TypeVar("P")

REMEMBERED = 65_536
"""Distinct words that a table remembers. A newspaper's first sixty thousand are all but a few of its words."""
_CLITICS = 8
"""More letters than any proclitics have together."""
_WORD = re.compile(f"[{LETTERS}]+|[0-9]+|[A-Za-z\u00c0-\u024f]+|[^\\s]")


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, split as `hudna.reading.split` splits texts."""
    return tuple(_WORD.findall(fold(phrase)))


class Match(Record, Generic[P], frozen=True):
    """A phrase of the table at tokens `first` to before `last`."""

    first: int
    last: int
    proclitic: str
    """What stood before it in the same word, spelled out: «وبال»."""
    payloads: tuple[P, ...]
    """All entries with this phrase, in the order in which they were added."""


class _Node(Generic[P]):
    __slots__ = ("children", "payloads")

    def __init__(self) -> None:
        self.children: dict[str, _Node[P]] = {}
        self.payloads: tuple[P, ...] = ()


class _Head(Generic[P]):
    """What a table knows of one word as the first of its phrases."""

    __slots__ = ("alone", "further", "proclitic")

    def __init__(self, heads: Iterable[tuple[str, _Node[P]]]) -> None:
        """Take the readings of the word, fewer proclitics first."""
        listed = list(heads)
        self.proclitic, self.alone = next(((p, node.payloads) for p, node in listed if node.payloads), ("", ()))
        """The word alone as a phrase, if it is one."""
        self.further = tuple((proclitic, node) for proclitic, node in listed if node.children)
        """Readings that may go on."""


class _Heads(dict[str, _Head[P] | None], Generic[P]):
    """For every word that was ever met, the phrases that it may begin; None for nearly all words."""

    def __init__(self, look_up: Callable[[str], _Head[P] | None]) -> None:
        super().__init__()
        self.longest = 0
        self._look_up = look_up

    def __missing__(self, word: str) -> _Head[P] | None:
        if len(word) > self.longest:
            return None  # and is not remembered: a text may hold words of any length
        head = self._look_up(word)
        if len(self) >= REMEMBERED:
            self.clear()
        self[word] = head
        return head


class Lexicon(Generic[P]):
    """Phrases with payloads. Only the first word of a phrase may carry proclitics, unless the phrase says otherwise.

    `proclitics` limits what may stand before a phrase (spelled out, as `peel` gives it); None allows all.
    """

    def __init__(self, entries: Iterable[tuple[str, P]], *, proclitics: frozenset[str] | None = None) -> None:
        """Compile (phrase, payload) pairs; phrases are folded here."""
        self._root: _Node[P] = _Node()
        self.proclitics = proclitics
        self._heads: _Heads[P] = _Heads(self._look_up)
        for phrase, payload in entries:
            self._add(phrase_words(phrase), payload)
        self._heads.longest = max(map(len, self._root.children), default=0) + _CLITICS

    def _add(self, words: tuple[str, ...], payload: P) -> None:
        node = self._root
        for word in words:
            node = node.children.setdefault(word, _Node())
        if words and payload not in node.payloads:
            node.payloads = (*node.payloads, payload)

    def _look_up(self, word: str) -> _Head[P] | None:
        heads: list[tuple[str, _Node[P]]] = []
        for proclitic, stem in peel(word) if len(word) > 1 else (("", word),):
            node = self._root.children.get(stem)
            if node is not None and (self.proclitics is None or proclitic in self.proclitics):
                heads.append((proclitic, node))
        return _Head(heads) if heads else None

    def first_words(self) -> KeysView[str]:
        """The first words of all phrases, folded, without proclitics."""
        return self._root.children.keys()

    def begins(self, word: str) -> bool:
        """Whether some phrase begins with this word, proclitics allowed."""
        return bool(self._heads[word])

    def at(self, words: list[str], token: int, last: int) -> Match[P] | None:
        """The longest phrase that starts at `token` and ends before `last`; fewer proclitics win a tie.

        None at or after `last`, so that callers may look behind a sentence's end.
        """
        if token >= last:
            return None
        head = self._heads[words[token]]
        if head is None:
            return None
        after = token + 1
        end, proclitic, payloads = after, head.proclitic, head.alone
        if head.further and after < last:
            word = words[after]
            for written, node in head.further:
                if word in node.children:
                    longer, told = _descend(node, words, after, last)
                    if longer > end:
                        end, proclitic, payloads = longer, written, told
        return Match(token, end, proclitic, payloads) if payloads else None

    def find(self, words: list[str], first: int, last: int) -> list[Match[P]]:
        """Longest matches from left to right, not overlapping."""
        heads = map(self._heads.__getitem__, words[first:last])
        found: list[Match[P]] = []
        done = first
        for token in list(compress(count(first), heads)):
            match = self.at(words, token, last) if token >= done else None
            if match is not None:
                found.append(match)
                done = match.last
        return found


class Marks(dict[str, int]):
    """For every word that was ever met, which of several tables it may begin a phrase of: the sum of their bits.

    `marks[word]` takes a word apart when it is met for the first time, once for all tables; after that it is one look.
    """

    def __init__(self, tables: Iterable[tuple[int, Lexicon[Any]]]) -> None:
        """Watch tables, each with its bit; they must not be added to later."""
        super().__init__()
        self._stems: dict[str, list[tuple[int, frozenset[str] | None]]] = {}
        for bit, lexicon in tables:
            for stem in lexicon.first_words():
                self._stems.setdefault(stem, []).append((bit, lexicon.proclitics))
        self._longest = max(map(len, self._stems), default=0) + _CLITICS

    def __missing__(self, word: str) -> int:
        """Take a new word apart."""
        if len(word) > self._longest:
            return 0  # and is not remembered: a text may hold words of any length
        if len(self) >= REMEMBERED:
            self.clear()
        bits = 0
        for proclitic, stem in peel(word) if len(word) > 1 else (("", word),):
            if stem not in self._stems:
                continue  # nearly all
            for bit, allowed in self._stems[stem]:
                if allowed is None or proclitic in allowed:
                    bits |= bit
        self[word] = bits
        return bits


def _descend(node: _Node[P], words: list[str], token: int, last: int) -> tuple[int, tuple[P, ...]]:
    best, payloads = token, node.payloads
    while token < last and node.children:
        child = node.children.get(words[token])
        if child is None:
            break
        node, token = child, token + 1
        if node.payloads:
            best, payloads = token, node.payloads
    return best, payloads

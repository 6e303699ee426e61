"""A sentence as the time grammar sees it: which time words, numbers and ordinals stand at each token.

Everything is looked up once and remembered, also what the rules themselves read (`remember`), so that the work per
token is bounded however the rules call each other.
"""

from collections.abc import Callable
from itertools import compress, count
from typing import TypeVar

from hudna.knowledge.languages.ar.times import TimeWord
from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.amounts import Number, Ordinal, read_cardinal, read_ordinal
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.words import DIGIT_PREFIXES, Node, vocabulary
from hudna.reading.split import Text

R = TypeVar("R")
Rule = Callable[["Scan", int], TimeExpression | None]

COMMAS = frozenset(("،", ","))
DASHES = frozenset(("-", "–", "—", "−", "ـ"))
_MAX_DIGITS = 9


class Hit(Record, frozen=True):
    """A time word or phrase at a token."""

    first: int
    last: int
    word: TimeWord
    definite: bool
    proclitic: str


class Scan:
    """One sentence of a text, from token `first` to before `limit`."""

    __slots__ = (
        "_by_sort",
        "_hits",
        "_numbers",
        "_ordinals",
        "_read",
        "_sorts",
        "_worded",
        "first",
        "limit",
        "steps",
        "text",
        "vocabulary",
        "words",
    )

    def __init__(self, text: Text, first: int, limit: int) -> None:
        self.text = text
        self.words = text.words
        self.first = first
        self.limit = limit
        self.vocabulary = vocabulary()
        self.steps = 0
        """How many look-ups were made: what a test of bounded work counts."""
        heads = map(self.vocabulary.heads.__contains__, self.words[first:limit])
        self._worded = frozenset(compress(count(first), heads))
        """Tokens at which a time word or phrase may begin."""
        self._hits: dict[int, tuple[Hit, ...]] = {}
        self._by_sort: dict[int, dict[str, Hit]] = {}
        self._sorts: dict[int, frozenset[str]] = {}
        self._numbers: dict[int, Number | None] = {}
        self._ordinals: dict[int, Ordinal | None] = {}
        self._read: dict[tuple[str, int], object] = {}

    def word(self, token: int) -> str:
        """The word at a token; empty outside the sentence."""
        return self.words[token] if self.first <= token < self.limit else ""

    def glued(self, token: int) -> bool:
        """True when no space stands before this word."""
        return token < self.limit and self.text.glued(token)

    def listed(self, token: int, name: str) -> bool:
        """True when the word stands in a list of times.toml."""
        return self.word(token) in self.vocabulary.lists[name]

    def hits(self, token: int) -> tuple[Hit, ...]:
        """All readings of the words from a token on, longest first."""
        if token not in self._worded:
            return ()
        known = self._hits.get(token)
        if known is None:
            known = self._hits[token] = self._look_up(token)
        return known

    def _look_up(self, token: int) -> tuple[Hit, ...]:
        self.steps += 1
        found: list[Hit] = []
        for proclitic, node in self.vocabulary.heads.get(self.word(token), ()):
            self._walk(found, token, proclitic, node)
        found.sort(key=lambda hit: -hit.last)
        return tuple(found)

    def _walk(self, found: list[Hit], token: int, proclitic: str, root: Node) -> None:
        node: Node | None = root
        at = token + 1
        while node is not None:
            found.extend(
                Hit(first=token, last=at, word=payload.word, definite=payload.definite, proclitic=proclitic)
                for payload in node.payloads
            )
            if not node.children:
                break
            at += self.word(at) == "-" and self.glued(at) and self.glued(at + 1)  # «بعد-الظهر»
            node = node.children.get(self.word(at))
            at += 1

    def hit(self, token: int, sort: str, key: str = "") -> Hit | None:
        """The longest reading of one sort (and key) at a token."""
        known = self._by_sort.get(token)
        if known is None:
            known = self._by_sort[token] = {hit.word.sort: hit for hit in reversed(self.hits(token))}
        found = known.get(sort)
        if found is None or not key or found.word.key == key:
            return found
        return next((hit for hit in self.hits(token) if hit.word.sort == sort and hit.word.key == key), None)

    def begins(self, token: int, sorts: frozenset[str]) -> bool:
        """True when one of the sorts begins at a token; numbers count as the sort `number`, ordinals as `ordinal`."""
        known = self._sorts.get(token)
        if known is None:
            found = {hit.word.sort for hit in self.hits(token)}
            if self.number(token) is not None:
                found.add("number")
            if self.ordinal(token) is not None:
                found.add("ordinal")
            known = self._sorts[token] = frozenset(found)
        return not known.isdisjoint(sorts)

    def past(self, token: int, sort: str, key: str = "") -> int:
        """The token after a word of this sort, or the same token."""
        hit = self.hit(token, sort, key)
        return hit.last if hit else token

    def number(self, token: int) -> Number | None:
        """Digits (with what is written before them: «الـ10») or number words at a token."""
        if token not in self._numbers:
            self.steps += 1
            self._numbers[token] = self._digits(token) or read_cardinal(self.words, token, self.limit)
        return self._numbers[token]

    def _digits(self, token: int) -> Number | None:
        prefix = self.word(token) if self.word(token) in DIGIT_PREFIXES else ""
        at = token + 1 if prefix else token
        digits = self.word(at)
        if not digits.isdecimal() or len(digits) > _MAX_DIGITS:
            return None
        if prefix and not self.glued(at) and not prefix.endswith(("ال", "لل")):
            return None
        value, last = float(digits), at + 1
        if self._decimal(at):
            value, last = float(f"{digits}.{self.word(at + 2)}"), at + 3
        return Number(
            value=value,
            last=last,
            digits=True,
            proclitic=prefix.removesuffix("ال").removesuffix("لل"),
            definite=prefix.endswith(("ال", "لل")),
        )

    def _decimal(self, at: int) -> bool:
        mark, fraction = self.word(at + 1), self.word(at + 2)
        return mark in {".", ","} and fraction.isdecimal() and self.glued(at + 1) and self.glued(at + 2)

    def ordinal(self, token: int) -> Ordinal | None:
        """An ordinal in words."""
        if token not in self._ordinals:
            self.steps += 1
            self._ordinals[token] = read_ordinal(self.words, token, self.limit)
        return self._ordinals[token]

    def remember(self, name: str, token: int, read: Callable[["Scan", int], R]) -> R:
        """What a rule reads at a token, read once."""
        key = (name, token)
        known = self._read.get(key, self)
        if known is self:  # the scan itself stands for what was not read yet
            self.steps += 1
            known = self._read[key] = read(self, token)
        return known  # type: ignore[return-value]

    def ends(self, token: int) -> bool:
        """True when no word of the clause follows at a token: end, punctuation, bracket."""
        word = self.word(token)
        return not word or not word[0].isalnum()


def longest(*found: TimeExpression | None) -> TimeExpression | None:
    """The longest of several readings; the earlier one of equals."""
    best: TimeExpression | None = None
    for expression in found:
        if expression is not None and (best is None or expression.last > best.last):
            best = expression
    return best

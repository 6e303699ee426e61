"""A text as the words that are compared: folded, without furniture, each with its place."""

import hashlib
import re
from functools import lru_cache

import msgspec

from hudna.knowledge.languages.ar.spelling import CUT, LETTERS, PRESENTATION, fold
from hudna.model import Document

# Raw letters, too: what folding merges stands outside LETTERS. Marks and tatweel stand inside words.
_WORD = re.compile(f"[{LETTERS}أإآٱىیةہکڪ{PRESENTATION}{CUT}0-9\u0660-\u0669\u06f0-\u06f9A-Za-z]+")


class Words(msgspec.Struct, frozen=True):
    """The words of one text, in order."""

    hashes: tuple[int, ...]
    """64 bits for each word, the same on every machine."""
    places: tuple[tuple[int, int], ...]
    """Start and end of each in the preserved text."""


def words_of(document: Document) -> Words:
    """The words of an article without what is the page's."""
    furniture = [(one.start, one.end) for one in document.furniture]
    found = [match for match in _WORD.finditer(document.text) if not _within(match.start(), furniture)]
    hashed = [(_hash(match[0]), match.span()) for match in found]
    kept = [(value, span) for value, span in hashed if value is not None]
    return Words(tuple(value for value, _ in kept), tuple(span for _, span in kept))


def _within(place: int, furniture: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in furniture)


@lru_cache(maxsize=1 << 18)
def _hash(word: str) -> int | None:
    """A word's number in any spelling; None for a stretch of marks alone. A text repeats its words, hence the cache."""
    folded = fold(word)
    if not folded.strip():
        return None
    return int.from_bytes(hashlib.blake2b(folded.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")

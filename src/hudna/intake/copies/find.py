"""Finds what a text shares with those that came before it."""

from collections import OrderedDict
from collections.abc import Iterator, Sequence

import msgspec

from hudna.intake.copies.compare import Shared, hopeless, shared, sort_of, whole
from hudna.intake.copies.marks import marks_of, shingles_of
from hudna.intake.copies.shelf import Shelf
from hudna.intake.copies.words import Words, words_of
from hudna.model import Copied, CopyMarks, Document

_LEAST = 3
"""Samples that two texts must share before their words are compared: fewer may be set phrases."""
_HELD = 512
"""Texts that are held ready for comparing, about 50 kB each: copies come in swarms."""


class Placed(msgspec.Struct, frozen=True):
    """What came of one document."""

    copied: tuple[Copied, ...]
    """Both directions of each pair; of a group of copies, the one pair that decided."""
    group: str
    """The group that it stands in now, by the least id of its members."""


class _Text(msgspec.Struct, frozen=True):
    """A text ready for comparing."""

    document: Document
    words: Words
    shingles: tuple[int, ...]
    """In the order of the words."""
    distinct: frozenset[int]


def _text_of(document: Document) -> _Text:
    words = words_of(document)
    shingles = tuple(shingles_of(words))
    return _Text(document, words, shingles, frozenset(shingles))


class Finder:
    """Compares documents with those on a shelf, one after the other.

    Copies of one text stand in one group, and a newcomer is compared with one of them after the other only until one
    is its copy, too: a thousand copies cost a thousand comparisons, not half a million.
    """

    def __init__(self, shelf: Shelf) -> None:
        """Take a shelf: the index, and the texts of what is in it."""
        self._shelf = shelf
        self._held: OrderedDict[str, _Text] = OrderedDict()

    def place(self, document: Document) -> Placed:
        """Compare a document with those on the shelf, and put it there.

        Args:
            document: Text, furniture and source; nothing else is looked at. It must not be on the shelf yet.
        """
        newcomer = _text_of(document)
        marks = marks_of(newcomer.words, newcomer.shingles)
        joined: dict[str, list[Copied]] = {}
        parts: list[Copied] = []
        for group, members in _candidates(marks, newcomer.words, self._shelf):
            pair = self._nearest(newcomer, members)
            if pair and pair[0].sort != "part":
                joined[group] = pair
            else:
                parts.extend(pair)
        self._shelf.put(document.id, marks, joined)
        self._hold(newcomer)
        copied = [*(one for pair in joined.values() for one in pair), *parts]
        return Placed(tuple(copied), self._shelf.group(document.id))

    def _nearest(self, newcomer: _Text, members: Sequence[str]) -> list[Copied]:
        """The first pair that is a copy; without one, the first that shares passages; without one, nothing."""
        part: list[Copied] = []
        for key in members:
            other = self._ready(key)
            pair = _compared(newcomer, other) if other is not None else []
            if pair and pair[0].sort != "part":
                return pair
            part = part or pair
        return part

    def _ready(self, key: str) -> _Text | None:
        held = self._held.get(key)
        if held is None:
            document = self._shelf.article(key)
            if document is None:
                return None
            held = _text_of(document)
        self._hold(held)
        return held

    def _hold(self, text: _Text) -> None:
        self._held[text.document.id] = text
        self._held.move_to_end(text.document.id)
        if len(self._held) > _HELD:
            self._held.popitem(last=False)


def _candidates(marks: CopyMarks, words: Words, shelf: Shelf) -> Iterator[tuple[str, list[str]]]:
    """Documents worth a look, by group; those of the same words first."""
    same = frozenset(shelf.same(marks.whole)) if words.hashes else frozenset()
    others = {*shelf.alike(marks.bands), *shelf.sharing(marks.samples, _LEAST)} - same
    groups: dict[str, list[str]] = {}
    for key in (*sorted(same), *sorted(others)):
        groups.setdefault(shelf.group(key), []).append(key)
    yield from sorted(groups.items())


def _compared(newcomer: _Text, other: _Text) -> list[Copied]:
    """Both directions of a pair, or nothing."""
    mine, theirs = newcomer.words, other.words
    if mine.hashes == theirs.hashes:
        return [
            Copied(newcomer.document.id, other.document.id, "exact", 1.0, whole(mine)),
            Copied(other.document.id, newcomer.document.id, "exact", 1.0, whole(theirs)),
        ]
    if hopeless(newcomer.distinct, other.distinct):
        return []
    one = shared(mine, newcomer.shingles, other.distinct)
    two = shared(theirs, other.shingles, newcomer.distinct)
    sort = sort_of(one, two)
    if sort is None or (sort == "part" and _one_house(newcomer.document, other.document)):
        return []
    return [
        _record(newcomer.document.id, other.document.id, sort, one),
        _record(other.document.id, newcomer.document.id, sort, two),
    ]


def _one_house(one: Document, two: Document) -> bool:
    """Passages that one source repeats are its own: standing words under every article, or yesterday's paragraphs."""
    return one.source is not None and one.source == two.source


def _record(doc: str, other: str, sort: str, found: Shared) -> Copied:
    return Copied(doc, other, sort, round(found.share, 3), found.spans)

"""Where the marks of texts are looked up: in memory for few, in the ledger for many."""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Protocol

from hudna.model import CopyMarks, Document

COMMON = 50
"""Documents from which on a sample is a set phrase, by which nothing is looked for. (A paragraph that so many outlets
carry is found all the same: by the samples in it that are rarer, and its whole copies by their bands.)"""


class Shelf(Protocol):
    """An index of marks, with the texts beside it."""

    def same(self, whole: int) -> Collection[str]:
        """Documents of the same words throughout."""

    def alike(self, bands: Sequence[int]) -> Collection[str]:
        """Documents that share a band."""

    def sharing(self, samples: Sequence[int], least: int) -> Collection[str]:
        """Documents that share at least so many samples; samples of `COMMON` documents do not count."""

    def article(self, doc: str) -> Document | None:
        """The text and its furniture."""

    def group(self, doc: str) -> str:
        """The group that a document on the shelf stands in, by the least id of its members; alone, its own id."""

    def members(self, group: str) -> Collection[str]:
        """All documents of a group."""

    def put(self, doc: str, marks: CopyMarks, groups: Collection[str]) -> None:
        """Keep a document's marks, and make one group of it and these."""


class MemoryShelf:
    """Everything in dictionaries."""

    def __init__(self) -> None:
        self._whole: defaultdict[int, list[str]] = defaultdict(list)
        self._bands: defaultdict[int, list[str]] = defaultdict(list)
        self._samples: defaultdict[int, list[str]] = defaultdict(list)
        self._articles: dict[str, Document] = {}
        self._group: dict[str, str] = {}
        self._members: dict[str, list[str]] = {}

    def keep(self, document: Document) -> None:
        """Put a text beside the index."""
        self._articles[document.id] = document

    def same(self, whole: int) -> Collection[str]:
        """See `Shelf`."""
        return self._whole.get(whole, ())

    def alike(self, bands: Sequence[int]) -> Collection[str]:
        """See `Shelf`."""
        return {doc for band in bands for doc in self._bands.get(band, ())}

    def sharing(self, samples: Sequence[int], least: int) -> Collection[str]:
        """See `Shelf`."""
        holders = (self._samples.get(sample, ()) for sample in samples)
        met = Counter(doc for docs in holders if len(docs) < COMMON for doc in docs)
        return [doc for doc, count in met.items() if count >= least]

    def article(self, doc: str) -> Document | None:
        """See `Shelf`."""
        return self._articles.get(doc)

    def group(self, doc: str) -> str:
        """See `Shelf`."""
        return self._group[doc]

    def members(self, group: str) -> Collection[str]:
        """See `Shelf`."""
        return self._members[group]

    def put(self, doc: str, marks: CopyMarks, groups: Collection[str]) -> None:
        """See `Shelf`."""
        self._join([doc, *(member for group in groups for member in self._members.pop(group))])
        self._whole[marks.whole].append(doc)
        for band in marks.bands:
            self._bands[band].append(doc)
        for sample in marks.samples:
            self._samples[sample].append(doc)

    def _join(self, docs: list[str]) -> None:
        name = min(docs)
        self._members[name] = docs
        self._group.update(dict.fromkeys(docs, name))

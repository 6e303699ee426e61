"""Known events as word tables: which groups of which event stand where in a text.

The rule is the one of `hudna.knowledge.chronicle`: a word of a group is a stem, matched at the beginning of a word of
the text, as written or with «و ف ب ل ك ال» taken away; stems of fewer than four letters and numbers must be whole
words; of several words the last one is a stem. Here every word is looked up once for all events, and its place is kept.
"""

from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from hudna.knowledge.languages.ar.clitics import peel
from hudna.model import ChronicleEntry
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.engine.record import Record

PREFIX = "document:"
"""What the id of an entry begins with that a dated document gave (`anchors`); the document's own id follows."""
_STEM = 4
_CACHE_LIMIT = 100_000
Group = tuple[int, int]
"""Index of the event, index of its group."""
Held = dict[int, dict[int, list[int]]]
"""Index of an event to its groups to the indices of words where one of the group's words stands."""


class _Row(Record, frozen=True):
    """Several words in order: whole words, then a stem."""

    whole: tuple[str, ...]
    stem: str
    group: Group


class Known:
    """Events, compiled."""

    def __init__(self, events: Sequence[ChronicleEntry]) -> None:
        """Take the words of all events apart."""
        self.events = tuple(events)
        self._stems: dict[str, list[Group]] = defaultdict(list)
        self._rows: dict[str, list[_Row]] = defaultdict(list)
        self._seen: dict[str, tuple[tuple[Group, ...], tuple[_Row, ...]]] = {}
        for number, event in enumerate(self.events):
            for group, phrases in enumerate(event.words):
                for phrase in phrases:
                    self._add(phrase_words(phrase), (number, group))

    def _add(self, words: tuple[str, ...], group: Group) -> None:
        if len(words) == 1:
            self._stems[words[0]].append(group)
        elif words:
            self._rows[words[0]].append(_Row(whole=words[:-1], stem=words[-1], group=group))

    def held(self, words: list[str]) -> Held:
        """What of which events stands in some words; places ascend."""
        found: Held = {}
        for index, word in enumerate(words):
            groups, rows = self._look_up(word)
            for number, group in groups:
                found.setdefault(number, {}).setdefault(group, []).append(index)
            for row in rows:
                if _stands(row, words, index):
                    number, group = row.group
                    found.setdefault(number, {}).setdefault(group, []).append(index)
        return found

    def _look_up(self, word: str) -> tuple[tuple[Group, ...], tuple[_Row, ...]]:
        known = self._seen.get(word)
        if known is None:
            if len(self._seen) > _CACHE_LIMIT:
                self._seen.clear()
            known = self._seen[word] = self._take_apart(word)
        return known

    def _take_apart(self, word: str) -> tuple[tuple[Group, ...], tuple[_Row, ...]]:
        groups: dict[Group, None] = {}
        rows: dict[_Row, None] = {}
        for form in forms(word):
            for size in range(1, len(form) + 1):
                if fits(form, form[:size]):
                    groups.update(dict.fromkeys(self._stems.get(form[:size], ())))
            rows.update(dict.fromkeys(self._rows.get(form, ())))
        return tuple(groups), tuple(rows)


def _stands(row: _Row, words: list[str], index: int) -> bool:
    last = index + len(row.whole)
    if last >= len(words) or tuple(words[index + 1 : last]) != row.whole[1:]:
        return False
    return any(fits(form, row.stem) for form in forms(words[last]))


@lru_cache(maxsize=200_000)
def forms(word: str) -> tuple[str, ...]:
    """A folded word as written and without what is written onto it."""
    return tuple(dict.fromkeys((word, *(stem for _, stem in peel(word)))))


def fits(form: str, stem: str) -> bool:
    """Whether a stem stands at the beginning of a form."""
    return form.startswith(stem) if len(stem) >= _STEM and not stem.isdecimal() else form == stem


@lru_cache(maxsize=8)
def compiled(events: tuple[ChronicleEntry, ...]) -> Known:
    """The events, compiled once for many documents."""
    return Known(events)

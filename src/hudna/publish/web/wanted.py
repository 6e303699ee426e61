"""What a reader types into a search field, made into what the ledger can be asked, and found again in the raw words.

Words must all be met, in any order; words in quotation marks stand exactly so. A name of the packs, in any spelling and
in either language, stands for every spelling of the same place or actor. The small words that Arabic writes onto
others («و ف ب ل ك ال») may stand before a word that was typed without them.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import msgspec

from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.spelling import ARTICLE, CUT, fold

MOST_GROUPS = 12
"""Groups of one search: more are left out, so that no address asks for an hour's work."""
_MOST_SPELLINGS = 40
"""Spellings of one name; the longest list of the packs has half as many."""
_BEFORE = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")
_SHORTEST = 3
"""Letters from which on a word may have small words before it: «في» is not «ل» + «في»."""
_LONGEST_NAME = 6
"""Words of the longest name that is looked for."""
_QUOTED = re.compile(r"[\"“«](?P<exact>[^\"”»]*)[\"”»]|(?P<bare>[^\s\"“”«»]+)")
_WORD = re.compile(rf"(?:[^\W_]|[{CUT}])+")


class Group(msgspec.Struct, frozen=True):
    """One thing that must be met."""

    typed: str
    spellings: tuple[str, ...]
    """What meets it, folded, the small words before it not counted."""
    exact: bool
    """In quotation marks: nothing may stand before it."""
    names: tuple[str, ...] = ()
    """Codes of the places and actors that bear the name."""


class Wanted(msgspec.Struct, frozen=True):
    """A search as it was understood."""

    groups: tuple[Group, ...]

    def asked(self) -> tuple[tuple[str, ...], ...]:
        """For the ledger: alternatives for each group."""
        return tuple(tuple(_written(group)) for group in self.groups)


def understand(typed: str, knowledge: Knowledge) -> Wanted:
    """What was typed, by groups.

    Args:
        typed: As it stands in the field.
        knowledge: The packs, whose names are known in every spelling.
    """
    groups: list[Group] = []
    bare: list[str] = []
    for part in _QUOTED.finditer(typed):
        if part["bare"] is not None:
            bare.extend(_words(part["bare"]))
            continue
        groups.extend(_named(bare, knowledge))
        bare = []
        exact = " ".join(_words(part["exact"]))
        groups.extend([Group(part["exact"].strip(), (exact,), exact=True)] if exact else [])
    groups.extend(_named(bare, knowledge))
    return Wanted(tuple(groups[:MOST_GROUPS]))


def _words(text: str) -> list[str]:
    return [word for found in _WORD.finditer(text) if (word := fold(found.group()).casefold().strip())]


def _named(words: Sequence[str], knowledge: Knowledge) -> Iterator[Group]:
    """Groups of bare words: the longest names that the packs know, and single words."""
    names = _names(knowledge)
    at = 0
    while at < len(words):
        length = next((n for n in range(_LONGEST_NAME, 0, -1) if _bare_name(words[at : at + n]) in names), 1)
        piece = " ".join(words[at : at + length])
        codes, spellings = names.get(_bare_name(words[at : at + length]), ((), (piece,)))
        yield Group(piece, tuple(dict.fromkeys((piece, *spellings)))[:_MOST_SPELLINGS], exact=False, names=codes)
        at += length


def _bare_name(words: Sequence[str]) -> str:
    return " ".join(words)


_Names = dict[str, tuple[tuple[str, ...], tuple[str, ...]]]


def _names(knowledge: Knowledge) -> _Names:
    return _names_of(_Packs(knowledge))


class _Packs:
    """The packs as a key: the same fingerprint, the same names."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge

    def __hash__(self) -> int:
        return hash(self.knowledge.fingerprint)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Packs) and other.knowledge.fingerprint == self.knowledge.fingerprint


@lru_cache(maxsize=4)
def _names_of(packs: _Packs) -> _Names:
    """Name, folded → (codes that bear it, every spelling of all of these)."""
    known = packs.knowledge
    borne: dict[str, tuple[str, ...]] = {}
    for code, place in known.places.items():
        given = (place.name_ar, place.name_en, *place.aliases, *(name for _, name in place.names_by_side_en))
        borne[code] = _spelt(given)
    for code, actor in known.actors.items():
        given = (actor.name_ar, actor.name_en, *actor.aliases, actor.neutral_ar or "", actor.neutral_en or "")
        borne.setdefault(code, _spelt(given))
    bearers: dict[str, list[str]] = {}
    for code, names in borne.items():
        for name in names:
            bearers.setdefault(name, []).append(code)
    return {name: (tuple(codes), _together(borne[code] for code in codes)) for name, codes in bearers.items()}


def _spelt(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words for name in names if (words := " ".join(_words(name)))))


def _together(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for group in groups for name in group))


def _written(group: Group) -> Iterator[str]:
    """Every way in which a group may be written."""
    for spelling in group.spellings:
        yield from (spelling,) if group.exact else _with_small_words(spelling)


def _with_small_words(spelling: str) -> Iterator[str]:
    """A phrase, with whatever Arabic may write onto its first word."""
    first = spelling.partition(" ")[0]
    if len(first) < _SHORTEST or not "\u0621" <= first[0] <= "\u064a":
        yield spelling
        return
    bare = spelling.removeprefix(ARTICLE) if first.startswith(ARTICLE) and len(first) > _SHORTEST + 1 else spelling
    for before in _BEFORE:
        yield before + spelling
        if not before.endswith("ل"):
            yield before + ARTICLE + bare
    for before in ("لل", "ولل", "فلل"):
        yield before + bare


# --- back in the raw words --------------------------------------------------------------------------------------------


class Marked(msgspec.Struct, frozen=True):
    """A piece of raw text, and whether it was searched for."""

    text: str
    hit: bool


def marked(raw: str, wanted: Wanted) -> list[Marked]:
    """A raw text in pieces, what was searched for marked; the pieces together are the text."""
    pieces: list[Marked] = []
    at = 0
    for start, end in _hits(raw, wanted):
        pieces.extend([Marked(raw[at:start], hit=False)] if start > at else [])
        pieces.append(Marked(raw[start:end], hit=True))
        at = end
    return [*pieces, Marked(raw[at:], hit=False)] if at < len(raw) else pieces


def snippet(raw: str, wanted: Wanted, *, around: int = 140) -> list[Marked]:
    """The surroundings of the first hit in a raw text; its beginning where there is none."""
    first = next(_hits(raw, wanted), (0, 0))
    start, end = max(0, first[0] - around), min(len(raw), first[1] + 2 * around)
    start = raw.rfind(" ", 0, start) + 1 if start else 0
    cut = raw.find(" ", end)
    end = len(raw) if cut < 0 else cut
    ends = (Marked("… ", hit=False) if start else None, Marked(" …", hit=False) if end < len(raw) else None)
    return [one for one in (ends[0], *marked(raw[start:end], wanted), ends[1]) if one is not None]


def _hits(raw: str, wanted: Wanted) -> Iterator[tuple[int, int]]:
    """Where something searched for stands: (start, end), in order and apart."""
    looked: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (phrase for group in wanted.groups for phrase in _written(group)):
        words = tuple(phrase.split())
        looked.setdefault(words[0], []).append(words)
    found = [(one.start(), one.end(), fold(one.group()).casefold()) for one in _WORD.finditer(raw)] if looked else []
    at = 0
    while at < len(found):
        lengths = [len(words) for words in looked.get(found[at][2], ()) if _stands(found, at, words)]
        if lengths:
            yield found[at][0], found[at + max(lengths) - 1][1]
        at += max(lengths, default=1)


def _stands(found: Sequence[tuple[int, int, str]], at: int, words: tuple[str, ...]) -> bool:
    return tuple(word for _, _, word in found[at : at + len(words)]) == words

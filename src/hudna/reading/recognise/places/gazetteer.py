"""Names of places of one knowledge, compiled for look-up together with the words around them.

Compiled once per knowledge (its fingerprint is the key). `marks` says of every word which tables may begin with it, so
that a word of no table costs one look into a dictionary.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import msgspec

from hudna.knowledge import WORLD, Knowledge
from hudna.knowledge.languages.ar.actors import heads, nationality_forms
from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.words import table
from hudna.model import Place
from hudna.reading.engine import Lexicon, Marks
from hudna.reading.engine.lexicon import REMEMBERED, phrase_words
from hudna.reading.engine.record import Record
from hudna.reading.recognise.places.nearly import NearNames

_JOINED_LENGTH = 6
"""Letters that a name of several words has at least when it is also looked for written as one («قرةباخ»)."""
_CARRYING = frozenset(
    (
        *("مواقع", "موقع", "قاعده", "قواعد", "مقر", "سفير", "دوله"),
        *("طائرات", "طائره", "طيران", "مسيره", "مسيرات", "دوريات", "دوريه"),
    )
)
"""Heads whose genitive is still where it happens: «مواقع درعا», «قاعدة عدن»."""


class Named(Record, frozen=True):
    """A name of a place."""

    place: Place
    sure: bool
    """False when a cue must stand near."""


class SortWord(Record, frozen=True):
    """A word that says what sort of place follows."""

    fits: frozenset[str]
    many: bool
    unknown: bool
    capital: bool
    bare: bool
    """An unknown name after it must not have an article."""
    one: str = ""
    """The folded singular of a plural that chooses among bearers of a name: «محافظات صعدة» is the governorate."""


class Back(Record, frozen=True):
    """A phrase that means the place of such a sort that was spoken of last."""

    fits: frozenset[str]
    score: float
    named: str = ""
    """A word that the place's names must hold: «القطاع» is Gaza, not any region."""


NAME, SORT, BACK, BORDER, NATION, BLOCK = 1, 2, 4, 8, 16, 32
"""Bits of a mark: which tables may begin with a word."""


_LONGEST_HEAD = 3
"""Words of the longest phrase that is looked for by its end."""


class Endings(dict[str, bool]):
    """Phrases by what they say, looked for by their end; for every word that was ever met, whether one may end there.

    Small words may be written onto the first word of a phrase.
    """

    def __init__(self, phrases: dict[tuple[str, ...], str]) -> None:
        """Take folded phrases and what each says."""
        super().__init__()
        self._phrases = phrases
        self._lasts = frozenset(phrase[-1] for phrase in phrases)

    def __missing__(self, word: str) -> bool:
        """Look at a new word."""
        if len(self) >= REMEMBERED:
            self.clear()
        may = self[word] = not self._lasts.isdisjoint((word, *without_proclitics(word)))
        return may

    def at(self, words: list[str], at: int) -> str:
        """What the longest phrase says that ends with the word at a token; empty where none does."""
        if not self[words[at]]:
            return ""  # nearly always
        for length in range(min(_LONGEST_HEAD, at + 1), 0, -1):
            first, *rest = words[at - length + 1 : at + 1]
            for stem in without_proclitics(first):
                if (found := self._phrases.get((stem, *rest))) is not None:
                    return found
        return ""


class Gazetteer(Record, frozen=True):
    """Compiled tables of one knowledge."""

    names: Lexicon[Named]
    sorts: Lexicon[SortWord]
    backs: Lexicon[Back]
    borders: Lexicon[str]
    """Phrases of «الحدود»: payload border, adjective or own."""
    nations: Lexicon[str]
    """Nationalities → country code."""
    blocks: Lexicon[str]
    """Names of actors and sources of several words: a place's name inside is part of theirs."""
    directions: frozenset[tuple[str, ...]]
    seated: Endings
    """Folded offices with their article: «وزارة الدفاع» in «وزارة الدفاع في يريفان»."""
    owners: Endings
    """Folded heads without article → what they make of a name: «قوات» force, «سلطات» actor, «اتفاق» document."""
    papers: frozenset[tuple[str, ...]]
    """Folded names of places that are newspapers when they stand in quotation marks («الشرق الأوسط»)."""
    between: dict[frozenset[str], Place]
    """Two country codes → the border between them."""
    lines: frozenset[str]
    """Codes of lines («الخط الأصفر»), which lie along many places."""
    speaking: frozenset[str]
    """Codes of countries and of the cities that governments are named by."""
    governments: dict[str, str]
    """Code of a city → the government that it is named for."""
    countries: frozenset[str]
    """Codes of actors that are countries."""
    ruling: frozenset[str]
    """Codes of all places that an own government is named for."""
    capitals: dict[str, Place]
    """Country code → its capital."""
    cues: dict[str, frozenset[tuple[str, ...]]]
    """Place code → folded cues."""
    near: NearNames
    marks: Marks
    parties: frozenset[str]
    rulers: dict[str, str]

    def mark(self, word: str) -> int:
        """Which tables may begin with a word, remembered."""
        return self.marks[word]

    def starting(self) -> tuple[tuple[int, Lexicon[Any]], ...]:
        """Tables that a mark speaks of, each with its flag."""
        return (
            (NAME, self.names),
            (SORT, self.sorts),
            (BACK, self.backs),
            (BORDER, self.borders),
            (NATION, self.nations),
            (BLOCK, self.blocks),
        )

    def ruler(self, code: str) -> str:
        """The actor whose the place is: its own government's, else that of the nearest place around it; or empty.

        The government of a country stands for the country (AZE.GOV → AZE), a region's for its actor (NKR.GOV → NKR).
        """
        return self.rulers.get(code, "")


_CACHE: dict[str, Gazetteer] = {}


def gazetteer_of(knowledge: Knowledge) -> Gazetteer:
    """The compiled tables, made once per knowledge."""
    known = _CACHE.get(knowledge.fingerprint)
    if known is None:
        known = _CACHE[knowledge.fingerprint] = _compile(knowledge)
    return known


def _compile(knowledge: Knowledge) -> Gazetteer:
    tables: dict[str, Any] = table("places")
    places = _own_first(knowledge)
    rulers = {place.code: _ruler(place.code, knowledge) for place in places}
    gazetteer = Gazetteer(
        names=Lexicon(entry for place in places for entry in _names(place)),
        sorts=Lexicon((word, _sort_word(entry)) for entry in tables["sorts"] for word in entry["words"]),
        backs=Lexicon(
            (word, Back(frozenset(entry["fits"]), entry["score"], fold(entry.get("named", ""))))
            for entry in tables["back"]
            for word in entry["words"]
        ),
        borders=Lexicon(
            (word, sort)
            for sort, key in (("border", "border"), ("adjective", "border_adjectives"), ("own", "own_border"))
            for word in tables["words"][key]
        ),
        nations=Lexicon(_nations(knowledge)),
        blocks=Lexicon(_blocks(knowledge)),
        directions=frozenset(phrase_words(phrase) for phrase in tables["words"]["directions"]),
        seated=Endings(dict(_seated())),
        papers=frozenset(phrase_words(name) for name in table("actors")["media"]["weak"]),
        owners=Endings(_owners(tables["words"])),
        between=_borders(places),
        lines=frozenset(p.code for p in places if p.sort == "line"),
        speaking=frozenset(p.code for p in places if p.government and p.sort in {"country", "city"}),
        governments={p.code: p.government for p in places if p.government and p.sort == "city"},
        countries=frozenset(code for code, actor in knowledge.actors.items() if actor.sort == "country"),
        ruling=frozenset(place.code for place in places if place.government),
        capitals=_capitals(places),
        cues={place.code: frozenset(phrase_words(cue) for cue in place.cue) for place in places if place.cue},
        near=NearNames((" ".join(phrase_words(name)), place) for place in places for name in _sure(place)),
        marks=Marks(()),
        parties=frozenset(party for theatre in knowledge.theatres for party in theatre.parties),
        rulers=rulers,
    )
    return msgspec.structs.replace(gazetteer, marks=Marks(gazetteer.starting()))


def _own_first(knowledge: Knowledge) -> list[Place]:
    """Places of the theatres before those of the world: of two bearers of a name the theatre's is meant."""
    own = {place.code for theatre in knowledge.theatres if theatre.id != WORLD for place in theatre.places}
    return sorted(knowledge.places.values(), key=lambda place: place.code not in own)


def _sure(place: Place) -> Iterator[str]:
    yield from place.name_ar.split("/")
    yield from place.aliases
    yield from (name for _, name in place.names_by_side)


def _names(place: Place) -> Iterator[tuple[str, Named]]:
    for sure, names in ((True, _sure(place)), (False, iter(place.cued))):
        named = Named(place, sure)
        for name in names:
            yield name, named
            words = phrase_words(name)
            if len(words) == 2 and sum(map(len, words)) >= _JOINED_LENGTH and words[1].isalpha():  # noqa: PLR2004
                yield "".join(words), named
            for left, right in pairwise(words):
                if len(words) == 3 and not right.startswith(ARTICLE):  # noqa: PLR2004 («ناغورني قرةباخ»)
                    yield name_with_joined(words, left, right), named


def name_with_joined(words: tuple[str, ...], left: str, right: str) -> str:
    """The name with two of its words written as one."""
    return " ".join(words).replace(f"{left} {right}", left + right)


def _sort_word(entry: dict[str, Any]) -> SortWord:
    return SortWord(
        fits=frozenset(entry["fits"]),
        many=bool(entry.get("many", False)),
        unknown=bool(entry.get("unknown", False)),
        capital=bool(entry.get("capital", False)),
        bare=bool(entry.get("bare", False)),
        one=fold(entry.get("one", "")),
    )


def _nations(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for actor in knowledge.actors.values():
        for written in actor.demonyms:
            for nationality in nationality_forms(written):
                yield nationality.form, actor.code


def _blocks(knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    """Names of two words or more, so that «سرايا القدس» and «صحيفة القدس العربي» are no places."""
    named = [
        *((actor.sort, (actor.name_ar, *actor.aliases)) for actor in knowledge.actors.values()),
        *(("source", (source.name_ar, *source.aliases)) for source in knowledge.sources.values()),
    ]
    for sort, names in named:
        if sort != "country":
            for name in names:
                if len(phrase_words(name)) > 1:
                    yield name, sort


def _seated() -> Iterator[tuple[tuple[str, ...], str]]:
    """Offices and governments only: «الجيش في قره باغ» tells where the army is."""
    for phrase, head in heads():
        words = phrase_words(phrase)
        if head.sort in {"office", "government"}:
            definite = len(words) > 1 or words[-1].startswith(ARTICLE)
            yield (words if definite else (ARTICLE + words[0],)), head.sort


def _owners(words: dict[str, list[str]]) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    for phrase, head in heads():
        head_words = phrase_words(phrase)
        if not head_words[-1].startswith(ARTICLE) and head_words[-1] not in _CARRYING:
            found.setdefault(head_words, "force" if head.sort == "force" else "actor")
    found.update((phrase_words(phrase), "document") for key in ("documents", "media") for phrase in words[key])
    found.update((phrase_words(phrase), "treaty") for phrase in words["treaties"])
    return found


def _borders(places: list[Place]) -> dict[frozenset[str], Place]:
    """By the countries in their codes (`arm_aze_border`), else by the two sides that have names for them."""
    found: dict[frozenset[str], Place] = {}
    for place in places:
        parts = place.code.upper().split("_")
        sides = frozenset(parts[:2] if parts[-1] == "BORDER" else (side for side, _ in place.names_by_side))
        if place.sort == "border" and len(sides) == 2:  # noqa: PLR2004 (a border has two sides)
            found.setdefault(sides, place)
    return found


def _capitals(places: list[Place]) -> dict[str, Place]:
    """The city that speaks for a country; of two (Sanaa, Aden) the one that the country's own government speaks from.

    Tables list the seat first, so the first one stays.
    """
    countries = {place.code: (place.government or "").split(".")[0] for place in places if place.sort == "country"}
    found: dict[str, Place] = {}
    for place in places:
        country = countries.get(place.parent or "")
        if place.sort == "city" and place.government and country:
            found.setdefault(country, place)
    return found


def _ruler(code: str, knowledge: Knowledge) -> str:
    place = knowledge.places.get(code)
    seen: set[str] = set()
    while place is not None and place.code not in seen:
        seen.add(place.code)
        if place.government:
            return place.government.removesuffix(".GOV")
        place = knowledge.places.get(place.parent or "")
    return ""


def without_proclitics(word: str) -> list[str]:
    """The word and what is left of it when conjunctions and prepositions go; an article stays."""
    return [stem for proclitic, stem in peel(word) if ARTICLE not in proclitic]

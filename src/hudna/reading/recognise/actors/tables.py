"""Names of actors and sources of one knowledge, compiled for look-up with the words of actor phrases.

Compiled once per knowledge (its fingerprint is the key); `mark` says of every word which tables may begin with it.
"""

from collections.abc import Iterator
from functools import cache
from typing import Any

import msgspec

from hudna.knowledge import WORLD, Knowledge
from hudna.knowledge.languages.ar.actors import Head, heads, nationality_forms
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import table
from hudna.model import Actor, Source
from hudna.reading.engine import Lexicon, Marks
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.engine.record import Record
from hudna.reading.recognise.actors.codes import Codes

_OWNERS = ("ها", "ه", "هم", "هما")
"""Pronouns of the third person, in which news speaks."""


class Named(Record, frozen=True):
    """A name of an actor or a source."""

    actor: Actor | None
    source: Source | None
    sure: bool
    """False when a cue must stand near."""
    weak: bool = False
    """A source whose name is an ordinary word too: only after a noun of the media."""


class Nation(Record, frozen=True):
    """A nationality in one form."""

    code: str
    plural: bool
    weak: bool
    """An ordinary word too: only beside a head."""


class Own(Record, frozen=True):
    """A noun with a pronoun: «جيشها», «بلاده», «وزير خارجيتها»."""

    role: str
    sort: str
    pronoun: str


(
    HEAD,
    NATION,
    NAME,
    CARRIER,
    SPOKESMAN,
    SPEAKER,
    BOTH,
    OWN,
    SHORT,
    COUNTERPART,
    SOURCE,
    OFFICIAL,
    PRESS,
    MEDIA,
    TITLE,
) = (1 << bit for bit in range(15))
"""Bits of a mark: which tables may begin with a word."""


class Tables(Record, frozen=True):
    """Compiled tables of one knowledge."""

    names: Lexicon[Named]
    heads: Lexicon[Head]
    nations: Lexicon[Nation]
    carriers: Lexicon[str]
    spokesmen: Lexicon[str]
    speakers: Lexicon[str]
    honorifics: Lexicon[str]
    both: Lexicon[str]
    own: Lexicon[Own]
    short: Lexicon[str]
    counterparts: Lexicon[str]
    sources: Lexicon[str]
    officials: Lexicon[str]
    press: Lexicon[str]
    media: Lexicon[str]
    belonging: Lexicon[str]
    peacekeeping: Lexicon[str]
    codes: Codes
    parties: tuple[str, ...]
    people: dict[str, tuple[Actor, ...]]
    """Last part of the code of a person → rows: one for each office that the person held."""
    cues: dict[str, frozenset[str]]
    """Code → folded words of its cues."""
    marks: Marks

    def mark(self, word: str) -> int:
        """Which tables may begin with a word, remembered."""
        return self.marks[word]

    def starting(self) -> tuple[tuple[int, Lexicon[Any]], ...]:
        """Tables that a mark speaks of, each with its bit."""
        return (
            (HEAD, self.heads),
            (NATION, self.nations),
            (NAME, self.names),
            (CARRIER, self.carriers),
            (SPOKESMAN, self.spokesmen),
            (SPEAKER, self.speakers),
            (BOTH, self.both),
            (OWN, self.own),
            (SHORT, self.short),
            (COUNTERPART, self.counterparts),
            (SOURCE, self.sources),
            (OFFICIAL, self.officials),
            (PRESS, self.press),
            (MEDIA, self.media),
            (TITLE, self.honorifics),
        )


_CACHE: dict[str, Tables] = {}


def tables_of(knowledge: Knowledge) -> Tables:
    """The compiled tables, made once per knowledge."""
    known = _CACHE.get(knowledge.fingerprint)
    if known is None:
        known = _CACHE[knowledge.fingerprint] = _compile(knowledge)
    return known


@cache
def forms(section: str, key: str) -> frozenset[str]:
    """Folded entries of a list of the table of actors."""
    return frozenset(fold(word) for word in table("actors")[section][key])


def _compile(knowledge: Knowledge) -> Tables:
    listed: dict[str, Any] = table("actors")
    words: dict[str, Any] = listed["forms"]
    sources: dict[str, Any] = listed["sources"]
    people: dict[str, list[Actor]] = {}
    for actor in knowledge.actors.values():
        if actor.sort == "person":
            people.setdefault(actor.code.rpartition(".")[2], []).append(actor)
    tables = Tables(
        names=Lexicon(_names(knowledge)),
        heads=Lexicon(heads()),
        nations=Lexicon(_nations(knowledge)),
        carriers=_plain(words["carriers"]),
        spokesmen=_plain(words["spokesmen"]),
        speakers=Lexicon(words["speakers"].items()),
        honorifics=_plain(words["honorifics"]),
        both=_plain(words["both"]),
        own=Lexicon(_own(words)),
        short=Lexicon((word, sort) for word, sort in words["short"].items() if sort),
        counterparts=_plain(words["counterpart"]),
        sources=_plain(sources["heads"]),
        officials=_plain(sources["officials"]),
        press=Lexicon(sources["phrases"].items()),
        media=_plain(listed["media"]["nouns"]),
        belonging=Lexicon((word.removesuffix(" ل"), word) for word in words["belonging"]),
        peacekeeping=_plain(words["peacekeeping"]),
        codes=Codes(knowledge),
        parties=tuple(dict.fromkeys(party for theatre in knowledge.theatres for party in theatre.parties)),
        people={slug: tuple(rows) for slug, rows in people.items()},
        cues={actor.code: frozenset(map(fold, actor.cue)) for actor in knowledge.actors.values() if actor.cue},
        marks=Marks(()),
    )
    return msgspec.structs.replace(tables, marks=Marks(tables.starting()))


def _plain(phrases: list[str]) -> Lexicon[str]:
    return Lexicon((phrase.removesuffix(" ل"), phrase) for phrase in phrases)


def _names(knowledge: Knowledge) -> Iterator[tuple[str, Named]]:
    """Those of the theatres before those of the world: of two bearers of a name the theatre's is meant."""
    own = {actor.code for theatre in knowledge.theatres if theatre.id != WORLD for actor in theatre.actors}
    for actor in sorted(knowledge.actors.values(), key=lambda actor: actor.code not in own):
        for sure, names in ((True, (actor.name_ar, *actor.aliases)), (False, actor.cued)):
            for name in names:
                if not name.isascii():
                    yield name, Named(actor, None, sure)
    weak = {phrase_words(name) for name in table("actors")["media"]["weak"]}
    for source in knowledge.sources.values():
        for name in (source.name_ar, *source.aliases):
            yield name, Named(None, source, sure=True, weak=phrase_words(name) in weak)


def _nations(knowledge: Knowledge) -> Iterator[tuple[str, Nation]]:
    weak = forms("nationalities", "weak")
    for actor in knowledge.actors.values():
        for written in actor.demonyms:
            for nationality in nationality_forms(written):
                yield nationality.form, Nation(actor.code, nationality.plural, fold(written) in weak)


def _own(words: dict[str, Any]) -> Iterator[tuple[str, Own]]:
    """«جيش» gives «جيشها», «جيشه» …; a stem in «ي» may also lose it («عسكريي» + «ها»)."""
    nouns = [
        *((noun, "MIL", "force") for noun in words["own"]),
        *((noun, "", "country") for noun in words["own_country"]),
        *((noun, "CVL", "people") for noun in words["own_people"]),
        *((noun, role, "office") for noun, role in words["own_office"].items()),
    ]
    for noun, role, sort in nouns:
        for pronoun in _OWNERS:
            yield noun + pronoun, Own(role, sort, pronoun)

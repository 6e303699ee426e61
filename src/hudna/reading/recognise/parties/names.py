"""Names of a knowledge compiled for look-up: actors, places, nationalities, offices, unnamed sources."""

from collections.abc import Iterator
from typing import Any

import msgspec

from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.nisba import nisba_forms
from hudna.knowledge.languages.ar.words import table
from hudna.model import Actor, Place, Source
from hudna.reading.engine import Gate, Lexicon

_NO_ARTICLE = frozenset(first + second for first in ("", "و", "ف") for second in ("", "ب", "ل", "ك"))
"""A name has its own article or none: «السيول» (torrents) is not Seoul."""


class Office(msgspec.Struct, frozen=True):
    """A head word of an actor phrase."""

    role: str
    sort: str


class Names(msgspec.Struct, frozen=True):
    """Compiled tables of one knowledge."""

    actors: Lexicon[Actor]
    cued: Lexicon[Actor]
    places: Lexicon[Place]
    cued_places: Lexicon[Place]
    sources: Lexicon[Source]
    nations: Lexicon[str]
    offices: Lexicon[Office]
    unnamed: Lexicon[str]
    words: dict[str, Lexicon[str]]
    gate: Gate
    """Words with which an actor or a place may begin."""
    parties: frozenset[str]
    """Codes of the parties of all theatres that are countries."""


_CACHE: dict[str, Names] = {}


_ROLES = frozenset(
    [
        "GOV",
        "PRES",
        "PM",
        "VP",
        "MFA",
        "MOD",
        "MOI",
        "MOH",
        "MIL",
        "POL",
        "PKF",
        "PARL",
        "OMBUDSMAN",
        "CVL",
        "MED",
        "OPP",
        "REB",
        "STATE",
        "HR",
        "SG",
        "SC",
    ]
)


def party_of(knowledge: Knowledge, code: str) -> str:
    """The side that a code belongs to: «AZE» of AZE.MOD, but «SDN.RSF» of SDN.RSF and SDN.RSF.MIL."""
    parts = code.split(".")
    if len(parts) > 1 and parts[1] not in _ROLES:
        group = ".".join(parts[:2])
        actor = knowledge.actors.get(group)
        if actor is not None and actor.sort in {"group", "force", "government"}:
            return group
    return parts[0]


def names_of(knowledge: Knowledge) -> Names:
    """The compiled names, made once per knowledge."""
    known = _CACHE.get(knowledge.fingerprint)
    if known is None:
        known = _CACHE[knowledge.fingerprint] = _compile(knowledge)
    return known


def _compile(knowledge: Knowledge) -> Names:
    offices = table("offices")
    names = Names(
        actors=Lexicon(_actor_names(knowledge), proclitics=_NO_ARTICLE),
        cued=Lexicon(
            ((name, actor) for actor in knowledge.actors.values() for name in actor.cued), proclitics=_NO_ARTICLE
        ),
        places=Lexicon(_place_names(knowledge), proclitics=_NO_ARTICLE),
        cued_places=Lexicon(
            ((name, place) for place in knowledge.places.values() for name in place.cued), proclitics=_NO_ARTICLE
        ),
        sources=Lexicon(
            (
                (name, source)
                for source in knowledge.sources.values()
                for name in (source.name_ar, *source.aliases)
                if name
            ),
            proclitics=_NO_ARTICLE,
        ),
        nations=Lexicon(
            (form, actor.code)
            for actor in knowledge.actors.values()
            for demonym in actor.demonyms
            for form in nisba_forms(demonym)
        ),
        offices=Lexicon(
            (head, Office(role, listed["sort"]))
            for role, listed in offices.items()
            if role not in {"words", "unnamed"}
            for head in listed["heads"]
        ),
        unnamed=Lexicon((phrase, sort) for sort, listed in offices["unnamed"].items() for phrase in listed),
        words={name: Lexicon((phrase, name) for phrase in listed) for name, listed in offices["words"].items()},
        gate=Gate(()),
        parties=frozenset(
            code for theatre in knowledge.theatres for code in theatre.parties if _is_country(knowledge, code)
        ),
    )
    return msgspec.structs.replace(names, gate=Gate(_opening(names)))


_NOT_OPENING = frozenset(("located", "direction", "former", "hit", "on_behalf"))
"""Lists of `offices.toml` whose words stand before or after a name and never begin one."""


def _opening(names: Names) -> list[Lexicon[Any]]:
    """Tables with which an actor or a place may begin: all but the nationalities, which follow a head."""
    lists = [lexicon for name, lexicon in names.words.items() if name not in _NOT_OPENING]
    named = (names.actors, names.cued, names.places, names.cued_places, names.sources, names.offices, names.unnamed)
    return [*named, *lists]


def _is_country(knowledge: Knowledge, code: str) -> bool:
    actor = knowledge.actors.get(code)
    return actor is not None and actor.sort == "country"


def _actor_names(knowledge: Knowledge) -> Iterator[tuple[str, Actor]]:
    for actor in knowledge.actors.values():
        for name in (actor.name_ar, *actor.aliases):
            if name:
                yield name, actor


def _place_names(knowledge: Knowledge) -> Iterator[tuple[str, Place]]:
    for place in knowledge.places.values():
        sides = (name for _, name in place.names_by_side)
        for name in (*place.name_ar.split("/"), *place.aliases, *sides):
            if name:
                yield name, place

"""Where a pattern looks from: the words around a predicate, and the things that it may find there."""

from collections.abc import Iterator

from hudna.model import KindPattern
from hudna.reading.attribute import Clause, Spoken
from hudna.reading.engine.record import Record
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.predicates import ObjectFound, PredicateFound

NEAR = 9
_SORTS = (
    "person soldier civilian child woman peacekeeper journalist policeman medic prisoner hostage family fighter "
    "worker displaced man official refugee settler student"
)
PEOPLE = frozenset(_SORTS.split())
"""Sorts of people that a count may count."""


def reach(seen: Recognised, token: int, last: int, steps: int = NEAR) -> int:
    """The token up to which a predicate looks: `steps` words on, where a name or a time counts as one."""
    past = seen.past_name
    for _ in range(steps):
        if token >= last:
            return last
        token = past[token]
    return min(token, last)


class Need:
    """The thing that a pattern found around its predicate."""

    def __init__(self, first: int, last: int, name: str) -> None:
        """A range of tokens and the class that it satisfies."""
        self.first, self.last, self.name = first, last, name


Finds = Iterator[Need]


class Here(Record, frozen=True):
    """Where a pattern looks."""

    seen: Recognised
    spoken: Spoken
    clause: Clause
    predicate: PredicateFound
    pattern: KindPattern


def objects(seen: Recognised, first: int, last: int, names: tuple[str, ...]) -> Finds:
    """Object nouns of some classes in a range of tokens."""
    for found in between(seen.objects, first, last):
        if found.name in names and not _facing(seen, found):
            yield Need(found.first, found.last, found.name)


_PARTIES = frozenset(
    [
        "طرفا",
        "طرفي",
        "اطراف",
        "طرف",
        "اطرافا",
        "محاور",
        "محور",
        "جبهات",
        "جبهه",
        "مناطق",
        "ساحات",
        "ساحه",
        "خطوط",
        "خط",
        "ميادين",
        "وجبهات",
        "ومحاور",
    ]
)


def _facing(seen: Recognised, found: ObjectFound) -> bool:
    """«لمواجهة الفتنة», «مواجهتها»: to face something is no fighting."""
    if found.name == "fighting" and found.first and seen.text.words[found.first - 1] in _PARTIES:
        return True  # «طرفا النزاع», «جبهات القتال»
    faces = "مواجه" in seen.text.words[found.first]
    return found.name == "fighting" and faces and ("ل" in found.proclitic.replace("ال", "") or bool(found.pronoun))

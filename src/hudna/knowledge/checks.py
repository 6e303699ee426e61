"""What must hold of a theatre's tables. Each check yields complaints; the loader raises the first one.

The checks of agreements and of the chronicle are in `agreements.py`.
"""

import re
from collections.abc import Iterator
from datetime import date

from hudna.errors import PackError
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.names import Names
from hudna.knowledge.raw import Raw, error
from hudna.knowledge.relations import read_zone
from hudna.knowledge.tables import Entry, nearest
from hudna.model import Actor, Place, Source

ACTOR_SORTS = (
    "country",
    "government",
    "office",
    "force",
    "group",
    "organisation",
    "person",
    "agency",
    "people",
    "unnamed_source",
    "capital_as_government",
)
PLACE_SORTS = (
    "country",
    "region",
    "district",
    "city",
    "town",
    "village",
    "border",
    "line",
    "airport",
    "corridor",
    "bridge",
    "base",
    "area",
)
SOURCE_SORTS = ("outlet", "agency", "broadcaster", "social", "official")
EXPECTED = ("documents", "claims", "places_resolved_percent", "claims.KIND")

ACTOR_CODE = re.compile(r"[A-Z][A-Z0-9_]{1,15}(\.[A-Z][A-Z0-9_]*)*(\.[a-z][a-z0-9_]*)?")
SLUG = re.compile(r"[a-z][a-z0-9_]*")
_DOMAIN = re.compile(r"([a-z0-9-]+\.)+[a-z]{2,}(/\S*)?")
_LATITUDE, _LONGITUDE = 90.0, 180.0


def _at(entry: Entry, message: str, hint: str) -> PackError:
    return PackError(message, file=entry.file, line=entry.line, hint=hint)


def check_tables(raw: Raw, names: Names) -> Iterator[PackError]:
    """Everything that must hold of `actors.csv`, `places.csv` and `sources.csv`."""
    yield from _codes(raw.actors, ACTOR_CODE, "an actor", "Dotted, broad to narrow: AZE, AZE.MOD, AZE.PRES.aliyev.")
    yield from _codes(raw.places, SLUG, "a place", "Small Latin letters, digits and _: arm_aze_border.")
    yield from _codes(raw.sources, SLUG, "a source", "Small Latin letters, digits and _: interfax.")
    for entry in raw.actors:
        yield from _actor(entry, entry.noun, names)
    for entry in raw.places:
        yield from _place(entry, entry.noun, names)
    for entry in raw.sources:
        yield from _source(entry, entry.noun)
    yield from _shared_names(raw.actors)
    yield from _shared_names(raw.places)


def _codes(table: list[Entry], form: re.Pattern[str], what: str, hint: str) -> Iterator[PackError]:
    """Codes come first: a wrong one makes every reference to it look wrong."""
    first: dict[str, int] = {}
    for entry in table:
        code = entry.noun.code
        if not form.fullmatch(code):
            yield _at(entry, f"{code!r} is not {what} code", hint)
        line = first.setdefault(code, entry.line)
        if line != entry.line:
            yield _at(entry, f"code {code!r} already stands in line {line}", "Put both rows into one.")


def _sort(entry: Entry, sorts: tuple[str, ...]) -> Iterator[PackError]:
    if entry.noun.sort not in sorts:
        yield _at(entry, f"unknown sort {entry.noun.sort!r}", nearest(entry.noun.sort, sorts))


def _cue(entry: Entry) -> Iterator[PackError]:
    if entry.noun.cued and not entry.noun.cue:
        yield _at(
            entry,
            f"{entry.noun.code!r} has names that need a cue ({entry.noun.cued[0]!r}), but no cue",
            "Fill the column 'cue' with words that stand near the name when this one is meant.",
        )


def _actor(entry: Entry, actor: Actor, names: Names) -> Iterator[PackError]:
    root = actor.code.partition(".")[0]
    if root not in names.actors and root not in names.roots:
        yield _at(entry, f"nobody has the code {root!r}, with which {actor.code!r} begins", f"Add a row for {root!r}.")
    if actor.parent is not None and actor.parent not in names.actors:
        yield _at(entry, f"unknown parent {actor.parent!r}", nearest(actor.parent, list(names.actors)))
    yield from _sort(entry, ACTOR_SORTS)
    yield from _cue(entry)
    yield from _validity(entry, actor)


def _validity(entry: Entry, actor: Actor) -> Iterator[PackError]:
    for day in (actor.first, actor.last):
        if day is not None and _day(day) is None:
            yield _at(entry, f"{day!r} is not a date", "Write dates as 2020-11-10.")
            return
    if actor.first and actor.last and actor.last < actor.first:
        yield _at(entry, f"{actor.code!r} ends on {actor.last}, before it begins", "Swap 'first' and 'last'.")


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words)
    except ValueError:
        return None


def _place(entry: Entry, place: Place, names: Names) -> Iterator[PackError]:
    if abs(place.lat) > _LATITUDE or abs(place.lon) > _LONGITUDE:
        yield _at(
            entry,
            f"{place.code!r} lies at {place.lat}, {place.lon}, which is not on the earth",
            "Latitude first, then longitude, in degrees.",
        )
    if place.precision_km <= 0:
        yield _at(entry, f"precision_km of {place.code!r} is not above 0", "Half the area's width; 1 for a village.")
    yield from _sort(entry, PLACE_SORTS)
    yield from _cue(entry)
    yield from _place_references(entry, place, names)


def _place_references(entry: Entry, place: Place, names: Names) -> Iterator[PackError]:
    for parent in (place.parent, *place.areas):
        if parent is not None and parent not in names.places:
            yield _at(entry, f"unknown parent {parent!r}", nearest(parent, list(names.places)))
    if place.code in names.above(place.code):
        yield _at(entry, f"{place.code!r} lies within itself", "Follow its parents upwards and cut the circle.")
    for actor in (place.government, *(side for side, _ in (*place.names_by_side, *place.names_by_side_en))):
        if actor is not None and actor not in names.actors:
            yield _at(entry, f"unknown actor {actor!r}", nearest(actor, list(names.actors)))


def _source(entry: Entry, source: Source) -> Iterator[PackError]:
    yield from _sort(entry, SOURCE_SORTS)
    for domain in source.domains:
        if not _DOMAIN.fullmatch(domain):
            yield _at(entry, f"{domain!r} is not a domain", "Without https:// and www.: aljazeera.net.")


def _sure_names(noun: Actor | Place) -> tuple[str, ...]:
    by_side = noun.names_by_side if isinstance(noun, Place) else ()
    return (noun.name_ar, *noun.aliases, *(name for _, name in by_side))


def _folded(entries: list[Entry]) -> list[list[tuple[str, str]]]:
    """The sure names of every entry as (folded, written); one long text folds many times faster than many short."""
    written = [_sure_names(entry.noun) for entry in entries]
    flat = iter(fold("\n".join(name for group in written for name in group)).lower().split("\n"))
    return [[(next(flat), name) for name in group] for group in written]


def _shared_names(table: list[Entry]) -> Iterator[PackError]:
    """A name may be sure for one code only; for the others it needs a cue."""
    owner: dict[str, Entry] = {}
    for entry, names in zip(table, _folded(table), strict=True):
        for folded, name in names:
            other = owner.setdefault(folded, entry)
            if other.noun.code != entry.noun.code:
                yield _at(
                    entry,
                    f"the name {name!r} is given to {other.noun.code!r} (line {other.line}) and {entry.noun.code!r}",
                    "Leave it with the one that is meant when nothing else is said; move it to 'cued' in the other"
                    " row and say in 'cue' which words stand near.",
                )


def check_head(raw: Raw, names: Names) -> Iterator[PackError]:
    """Everything that must hold of `theatre.toml`."""
    head, toml = raw.head, raw.head_toml
    if head.id != raw.folder.name:
        yield error(toml, ("id",), f"id {head.id!r} is not the folder's name", f"Write id = {raw.folder.name!r}.")
    if read_zone(head.timezone) is None:
        yield error(toml, ("timezone",), f"{head.timezone!r} is not a zone", "A fixed offset: +04:00.")
    if list(head.parties) != sorted(set(head.parties)):
        yield error(toml, ("parties",), "parties are not in the order of the alphabet", "Sort them, each once.")
    for party in head.parties:
        if party not in names.actors:
            yield error(toml, ("parties",), f"unknown actor {party!r}", nearest(party, list(names.actors)))
    yield from _sides(raw, names)
    yield from _expects(raw, names)


def _sides(raw: Raw, names: Names) -> Iterator[PackError]:
    """Every row is of a party, and nobody stands with two."""
    home: dict[str, str] = {}
    for party, codes in raw.head.sides.items():
        steps = ("sides", party)
        if party not in raw.head.parties:
            hint = nearest(party, list(raw.head.parties))
            yield error(raw.head_toml, steps, f"{party!r} is no party of this theatre", hint)
        for code in codes:
            if code not in names.actors:
                yield error(raw.head_toml, steps, f"unknown actor {code!r}", nearest(code, list(names.actors)))
            if home.setdefault(code, party) != party:
                yield error(raw.head_toml, steps, f"{code!r} stands with two parties", "Leave it with one of them.")


def _expects(raw: Raw, names: Names) -> Iterator[PackError]:
    for what, (least, most) in raw.head.expects.items():
        steps = ("expects", what)
        kind = what.removeprefix("claims.") if what.startswith("claims.") else None
        if kind is None and what not in EXPECTED:
            yield error(raw.head_toml, steps, f"nothing of the name {what!r} is expected", nearest(what, EXPECTED))
        if kind is not None and kind not in names.kinds:
            yield error(raw.head_toml, steps, f"unknown kind {kind!r}", nearest(kind, list(names.kinds)))
        if not 0 <= least <= most:
            yield error(raw.head_toml, steps, f"{what!r} expects [{least}, {most}]", "The minimum, then the maximum.")

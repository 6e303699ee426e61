"""Packs from their folders: read, merged, checked, with a fingerprint. Loading prints nothing and has no memory."""

import hashlib
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

import hudna
from hudna.errors import PackError, UsageError
from hudna.knowledge.checks import check_head, check_tables
from hudna.knowledge.duties import check_agreements, check_chronicle
from hudna.knowledge.kinds import load_kinds
from hudna.knowledge.languages.ar.words import object_classes
from hudna.knowledge.names import Names, gather, places_above
from hudna.knowledge.raw import HEAD, Raw, read_folder, try_folder
from hudna.knowledge.sides import Sides, sides_of_theatres
from hudna.knowledge.tables import nearest
from hudna.model import Actor, Agreement, ChronicleEntry, Issue, Kind, Place, Source, Theatre

WORLD = "world"
"""The theatre that serves all others; it is always loaded, and first."""

_KNOWLEDGE = Path(__file__).parent
_SHIPPED = _KNOWLEDGE / "theatres"


class Knowledge(msgspec.Struct, frozen=True):
    """Everything that the packs say, by code."""

    theatres: tuple[Theatre, ...]
    """The world first, when it is there; then as asked for."""
    actors: dict[str, Actor]
    """By code; a code that several theatres name has the names of all, and every actor its parent."""
    places: dict[str, Place]
    sources: dict[str, Source]
    chronicle: tuple[ChronicleEntry, ...]
    agreements: tuple[Agreement, ...]
    kinds: dict[str, Kind]
    fingerprint: str
    """SHA-256 over every pack file's path and bytes and the package's version: it changes when knowledge does."""
    sides: Sides = msgspec.field(default_factory=Sides)
    """Who is on whose side; without a word of a theatre each country is one."""

    def within(self, place: str) -> frozenset[str]:
        """Codes of everything that a place lies in, upwards through parents and areas, without the place itself."""
        return places_above(self.places, place)


def theatre_names() -> tuple[str, ...]:
    """Names of the theatres that ship with Hudna, the world first."""
    found = sorted(path.parent.name for path in _SHIPPED.glob(f"*/{HEAD}"))
    return tuple(sorted(found, key=lambda name: name != WORLD))


def theatre_titles() -> dict[str, tuple[str, ...]]:
    """The same with what people call each: (Arabic, English)."""
    heads = {name: tomllib.loads((_SHIPPED / name / HEAD).read_text(encoding="utf-8")) for name in theatre_names()}
    return {name: (head["name_ar"], head["name_en"]) for name, head in heads.items()}


def load_knowledge(theatres: Sequence[str] = (), *, folders: Sequence[Path] = ()) -> Knowledge:
    """Load the world, the named theatres and theatres of your own, all checked together.

    Args:
        theatres: Names of shipped theatres (`karabakh`).
        folders: Folders that each hold one theatre; one with a shipped theatre's name takes its place.

    Raises:
        UsageError: There is no theatre of that name.
        PackError: A pack is wrong: file, line, hint.
    """
    raws = [read_folder(folder) for folder in _folders(theatres, folders)]
    kinds = load_kinds(classes=object_classes())
    loaded = tuple(raw.theatre() for raw in raws)
    names = gather(loaded, kinds)
    for problem in _problems(raws, names):
        raise problem
    return Knowledge(
        theatres=loaded,
        actors=names.actors,
        places=names.places,
        sources=names.sources,
        chronicle=tuple(event for theatre in loaded for event in theatre.chronicle),
        agreements=tuple(agreement for theatre in loaded for agreement in theatre.agreements),
        kinds=kinds,
        fingerprint=_fingerprint(raws),
        sides=sides_of_theatres(loaded, names.actors),
    )


def check_packs(theatres: Sequence[str] = (), *, folders: Sequence[Path] = ()) -> tuple[Issue, ...]:
    """Every complaint about the packs at once, instead of the first only; empty when all is well.

    Every cell of every table is looked at. Only when all files of a folder can be read are its codes held against each
    other: a row that cannot be read would make every reference to it look wrong.

    Raises:
        UsageError: There is no theatre of that name.
    """
    raws: list[Raw] = []
    problems: list[PackError] = []
    for folder in _folders(theatres, folders):
        raw, found = try_folder(folder)
        raws.extend([raw] if raw is not None else [])
        problems.extend(found)
    try:
        kinds = load_kinds(classes=object_classes())
    except PackError as problem:
        return tuple(_issue(one) for one in (*problems, problem))  # no kinds, nothing to hold references against
    problems.extend(_problems(raws, gather([raw.theatre() for raw in raws], kinds)))
    return tuple(_issue(problem) for problem in problems)


def _issue(problem: PackError) -> Issue:
    where = str(problem.file) if problem.line is None else f"{problem.file}:{problem.line}"
    return Issue(stage="knowledge", severity="error", where=where, reason=problem.message, hint=problem.hint)


def _problems(raws: Sequence[Raw], names: Names) -> Iterator[PackError]:
    for raw in raws:
        yield from check_tables(raw, names)
        yield from check_head(raw, names)
        yield from check_agreements(raw, names)
        yield from check_chronicle(raw, names)


def _folders(theatres: Sequence[str], folders: Sequence[Path]) -> list[Path]:
    """The folders to load, each theatre once, the world first."""
    shipped = theatre_names()
    own = {folder.resolve().name: folder for folder in folders}
    for name in theatres:
        if name not in shipped and name not in own:
            raise UsageError(f"there is no theatre {name!r}", hint=nearest(name, [*shipped, *own]))
    wanted = dict.fromkeys([*((WORLD,) if WORLD in shipped else ()), *theatres, *own])
    return [own.get(name, _SHIPPED / name) for name in wanted]


def _data_files(shelf: Path) -> Iterator[Path]:
    return (path for path in sorted(shelf.rglob("*")) if path.suffix in {".toml", ".csv"})


def _fingerprint(raws: Sequence[Raw]) -> str:
    digest = hashlib.sha256(hudna.__version__.encode())
    for raw in raws:
        for name, data in raw.files:
            _digest(digest, f"theatres/{raw.head.id}/{name}", data)
    for shelf in ("kinds", "languages"):
        for path in _data_files(_KNOWLEDGE / shelf):
            _digest(digest, path.relative_to(_KNOWLEDGE).as_posix(), path.read_bytes())
    return digest.hexdigest()


def _digest(digest: "hashlib._Hash", name: str, data: bytes) -> None:
    digest.update(f"\0{name}\0{len(data)}\0".encode())
    digest.update(data)

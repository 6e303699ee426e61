"""One theatre's folder, read but not yet checked against the others."""

from collections.abc import Container, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from hudna.errors import PackError
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.tables import Complain, Entry, nearest, read_table
from hudna.knowledge.tomls import Steps, line_at, read_toml
from hudna.model import Actor, Agreement, ChronicleEntry, Place, Source, Theatre

T = TypeVar("T")

HEAD = "theatre.toml"
TABLES: dict[str, type] = {"places.csv": Place, "actors.csv": Actor, "sources.csv": Source}
CHRONICLE = "chronicle.toml"
AGREEMENTS = "agreements"


class Head(msgspec.Struct, frozen=True):
    """`theatre.toml`."""

    id: str
    name_ar: str
    name_en: str
    timezone: str
    parties: tuple[str, ...] = ()
    expects: dict[str, tuple[int, int]] = {}
    sides: dict[str, tuple[str, ...]] = {}


class Chronicle(msgspec.Struct, frozen=True):
    """`chronicle.toml`."""

    events: tuple[ChronicleEntry, ...] = ()


class Toml(NamedTuple):
    """A TOML file: the noun and where it is written."""

    noun: object
    file: Path
    text: str

    def line(self, *steps: str | int) -> int | None:
        """The line of a value of it."""
        return line_at(self.text, steps)


class Raw(NamedTuple):
    """A theatre's folder with the place of everything in it."""

    folder: Path
    head: Head
    head_toml: Toml
    actors: list[Entry]
    places: list[Entry]
    sources: list[Entry]
    agreements: list[tuple[Agreement, Toml]]
    chronicle: Chronicle
    chronicle_toml: Toml | None
    files: list[tuple[str, bytes]]
    """(path within the folder, bytes), sorted: what the fingerprint is taken from."""

    def theatre(self) -> Theatre:
        """The noun."""
        return Theatre(
            id=self.head.id,
            name_ar=self.head.name_ar,
            name_en=self.head.name_en,
            timezone=self.head.timezone,
            actors=tuple(entry.noun for entry in self.actors),
            places=tuple(entry.noun for entry in self.places),
            sources=tuple(entry.noun for entry in self.sources),
            agreements=tuple(agreement for agreement, _ in self.agreements),
            chronicle=tuple(_folded(event) for event in self.chronicle.events),
            parties=self.head.parties,
            expects=self.head.expects,
            sides=self.head.sides,
        )


_folded_word = cache(fold)


def _folded(event: ChronicleEntry) -> ChronicleEntry:
    """Its words in the form in which texts are compared."""
    words = tuple(tuple(map(_folded_word, group)) for group in event.words)
    return msgspec.structs.replace(event, words=words)


def error(toml: Toml, steps: Steps, message: str, hint: str) -> PackError:
    """A complaint about a value of a TOML file."""
    return PackError(message, file=toml.file, line=toml.line(*steps), hint=hint)


def _listed(folder: Path) -> Iterator[Path]:
    """Every file of a pack; hidden files and what a spreadsheet leaves open do not count."""
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.is_file() and not any(part.startswith((".", "~", "__")) for part in parts):
            yield path


def _strangers(folder: Path, names: Iterable[str]) -> Iterator[PackError]:
    known = [HEAD, *TABLES, CHRONICLE, f"{AGREEMENTS}/NAME.toml"]
    for name in names:
        agreement = name.startswith(f"{AGREEMENTS}/") and name.endswith(".toml") and name.count("/") == 1
        if name not in known and not agreement:
            yield PackError(
                f"no pack holds a file of this name ({name})", file=folder / name, hint=nearest(name, known)
            )


def _missing(folder: Path, names: Container[str]) -> Iterator[PackError]:
    for name in (HEAD, *TABLES):
        if name not in names:
            yield PackError("the file is missing", file=folder / name, hint="docs/packs.md says what it holds.")


def read_folder(folder: Path) -> Raw:
    """Read one theatre's folder.

    Raises:
        PackError: A file is missing, unknown, or cannot be read: the first of them.
    """
    raw, problems = try_folder(folder)
    if raw is None:
        raise problems[0]
    return raw


def try_folder(folder: Path) -> tuple[Raw | None, list[PackError]]:
    """One theatre's folder, or None and everything in its files that cannot be read.

    Every cell of a table is looked at; of a TOML file the first thing wrong is told.
    """
    try:
        files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in _listed(folder)]
    except OSError as problem:
        return None, [PackError(f"cannot be read: {problem.strerror}", file=folder, hint="Check who may read it.")]
    contents = dict(files)
    problems = [*_strangers(folder, contents), *_missing(folder, contents)]
    raw = _read(folder, files, problems.append)
    return (None if problems else raw), problems


def _read(folder: Path, files: list[tuple[str, bytes]], complain: Complain) -> Raw | None:
    """Everything that is there; None without a head."""
    contents = dict(files)
    head = _toml(folder / HEAD, contents.get(HEAD), Head, complain)
    tables = [
        read_table(folder / name, contents[name], noun, complain) if name in contents else []
        for name, noun in TABLES.items()
    ]
    chronicle = _toml(folder / CHRONICLE, contents.get(CHRONICLE), Chronicle, complain)
    found = [_toml(folder / name, contents[name], Agreement, complain) for name in contents if _is_agreement(name)]
    if head is None:
        return None
    return Raw(
        folder=folder,
        head=head[0],
        head_toml=head[1],
        places=tables[0],
        actors=tables[1],
        sources=tables[2],
        agreements=[one for one in found if one is not None],
        chronicle=chronicle[0] if chronicle is not None else Chronicle(),
        chronicle_toml=chronicle[1] if chronicle is not None else None,
        files=files,
    )


def _is_agreement(name: str) -> bool:
    return name.startswith(f"{AGREEMENTS}/")


def _toml(path: Path, data: bytes | None, noun: type[T], complain: Complain) -> tuple[T, Toml] | None:
    """A TOML file and where its values stand; None where there is none, or none that can be read."""
    if data is None:
        return None
    try:
        found, text = read_toml(path, data, noun)
    except PackError as problem:
        complain(problem)
        return None
    return found, Toml(found, path, text)

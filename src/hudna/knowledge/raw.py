"""One theatre's folder, read but not yet checked against the others."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import msgspec

from hudna.errors import PackError
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.tables import Entry, nearest, read_table
from hudna.knowledge.tomls import Steps, line_at, read_toml
from hudna.model import Actor, Agreement, ChronicleEntry, Place, Source, Theatre

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


def _refuse_strangers(folder: Path, names: list[str]) -> None:
    known = [HEAD, *TABLES, CHRONICLE, f"{AGREEMENTS}/NAME.toml"]
    for name in names:
        agreement = name.startswith(f"{AGREEMENTS}/") and name.endswith(".toml") and name.count("/") == 1
        if name not in known and not agreement:
            raise PackError(
                f"no pack holds a file of this name ({name})", file=folder / name, hint=nearest(name, known)
            )


def read_folder(folder: Path) -> Raw:
    """Read one theatre's folder.

    Raises:
        PackError: A file is missing, unknown, or cannot be read.
    """
    try:
        files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in _listed(folder)]
    except OSError as problem:
        raise PackError(f"cannot be read: {problem.strerror}", file=folder, hint="Check who may read it.") from problem
    contents = dict(files)
    _refuse_strangers(folder, list(contents))
    for name in (HEAD, *TABLES):
        if name not in contents:
            raise PackError("the file is missing", file=folder / name, hint="docs/packs.md says what it holds.")
    head, text = read_toml(folder / HEAD, contents[HEAD], Head)
    places, actors, sources = (read_table(folder / name, contents[name], noun) for name, noun in TABLES.items())
    chronicle, chronicle_toml = _read_chronicle(folder, contents.get(CHRONICLE))
    return Raw(
        folder=folder,
        head=head,
        head_toml=Toml(head, folder / HEAD, text),
        actors=actors,
        places=places,
        sources=sources,
        agreements=[_read_agreement(folder / name, data) for name, data in files if name.startswith(f"{AGREEMENTS}/")],
        chronicle=chronicle,
        chronicle_toml=chronicle_toml,
        files=files,
    )


def _read_agreement(path: Path, data: bytes) -> tuple[Agreement, Toml]:
    agreement, text = read_toml(path, data, Agreement)
    return agreement, Toml(agreement, path, text)


def _read_chronicle(folder: Path, data: bytes | None) -> tuple[Chronicle, Toml | None]:
    if data is None:
        return Chronicle(), None
    chronicle, text = read_toml(folder / CHRONICLE, data, Chronicle)
    return chronicle, Toml(chronicle, folder / CHRONICLE, text)

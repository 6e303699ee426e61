"""What a format is: how its files are recognised, and how texts come out of them."""

from collections.abc import Callable, Iterator
from typing import Any

import msgspec

from hudna.intake.archive.unpacking import Budget
from hudna.intake.custody import Held
from hudna.intake.metadata import Metadata
from hudna.intake.options import IntakeOptions
from hudna.model import Issue, Origin


class Opened(msgspec.Struct, frozen=True):
    """A source that a format reads."""

    held: Held
    name: str
    """The file's name, or ``-``."""
    where: str
    """The path for people."""
    options: IntakeOptions
    declared: str | None = None
    """The encoding that whoever fetched it wrote down, if any."""
    origin: Origin | None = None
    """Where in an archive it lay, if it did."""
    parents: tuple[str, ...] = ()
    """Its folders, the nearest first."""
    budget: Budget = msgspec.field(default_factory=lambda: Budget(0, 0))
    """How much may come out of it, if it is packed."""

    def inside(self, path: str, **place: Any) -> Origin:  # noqa: ANN401 - the fields of `Origin`
        """Where something inside this source lies, seen from the outermost archive."""
        source, around = self.held.source, self.origin
        if around is None:
            return Origin(archive=source.sha256, name=source.name, size=source.size, path=path, **place)
        whole = "!".join(part for part in (around.path, path) if part)
        return Origin(archive=around.archive, name=around.name, size=around.size, path=whole, **place)


class Draft(msgspec.Struct, frozen=True):
    """A text on its way to be a `Document`: without its name, and without what the sidecar says."""

    text: str
    where: str
    format: str
    encoding: str
    extractor: str = "none"
    id: str | None = None
    """What the record itself is called, if it says so."""
    version: str | None = None
    """What tells a changed text of this id from the earlier one: the time of the change, if the record says it."""
    line: int | None = None
    """Its line or place in a file of many documents, from 1."""
    given: Metadata = Metadata()
    """What the record says: wins over the sidecar."""
    found: Metadata = Metadata()
    """What the page says of itself: the sidecar wins."""


class Member(msgspec.Struct, frozen=True):
    """A source inside a source: a page of a web archive, a file of a ZIP archive. It has its own bytes and hash."""

    held: Held
    name: str
    where: str
    origin: Origin
    parents: tuple[str, ...] = ()
    """Its folders, the nearest first, the archive after them."""
    media: str = ""
    """Its type as whoever packed it wrote down (`text/html`); empty when nobody did."""
    declared: str | None = None
    """The encoding that whoever fetched it wrote down."""
    ids: tuple[str, ...] = ()
    """What its document is called, the usual name first; empty for its file name."""
    found: Metadata = Metadata()
    """What the archive says of it: less than what it says itself."""
    sidecar: Metadata = Metadata()
    """Its own sidecar in the archive, if it has one."""


class LeftOut(msgspec.Struct, frozen=True):
    """Pages that the gate left out, and no more than one of them, kept as a sample."""

    count: int
    held: Held | None = None
    origin: Origin | None = None


Item = Draft | Member | LeftOut | Issue
"""What comes out of a source."""


class Format(msgspec.Struct, frozen=True):
    """One format: a row of the registry in ``hudna.intake.formats``."""

    name: str
    """As in `Document.format`."""
    label: str
    """For people: a web page, JSON Lines, plain text."""
    suffixes: tuple[str, ...]
    """Endings in lower case, the usual one first."""
    looks_like: Callable[[bytes], bool]
    """Whether the first bytes of a file can only be this."""
    read: Callable[[Opened], Iterator[Item]]
    """Texts, sources inside and issues, in the file's order; may raise `OSError` when it can no longer be read."""
    marks: tuple[bytes, ...] = ()
    """First bytes that no other format has: it is this one whatever it is called."""
    media: tuple[str, ...] = ()
    """Types by which web servers and mail name it."""
    container: bool = False
    """Whether it only holds sources. Its own bytes are not kept, theirs are (`Origin`)."""

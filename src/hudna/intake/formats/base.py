"""What a format is: how its files are recognised, and how texts come out of them."""

from collections.abc import Callable, Iterator

import msgspec

from hudna.intake.custody import Held
from hudna.intake.metadata import Metadata
from hudna.intake.options import IntakeOptions
from hudna.model import Issue


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


class Draft(msgspec.Struct, frozen=True):
    """A text on its way to be a `Document`: without its name, and without what the sidecar says."""

    text: str
    where: str
    format: str
    encoding: str
    extractor: str = "none"
    id: str | None = None
    """What the record itself is called, if it says so."""
    line: int | None = None
    """Its line or place in a file of many documents, from 1."""
    given: Metadata = Metadata()
    """What the record says: wins over the sidecar."""
    found: Metadata = Metadata()
    """What the page says of itself: the sidecar wins."""


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
    read: Callable[[Opened], Iterator[Draft | Issue]]
    """Texts and issues, in the file's order; may raise `OSError` when the file can no longer be read."""

"""What comes through the door: a source's bytes, the documents in it, and what could not be read."""

import msgspec

from hudna.model import Document, Issue, SourceFile


class Received(msgspec.Struct, frozen=True):
    """One source, or one batch of a source with many documents."""

    source: SourceFile | None = None
    """The bytes as received; None when there were none to receive (a missing file, a folder that may not be read).

    Batches of one source carry the same `source`.
    """
    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    where: str = ""
    """The path as given or found, `-` for standard input."""

"""What comes through the door: a source's bytes, the documents in it, and what could not be read."""

import msgspec

from hudna.model import Document, Issue, Origin, SourceFile


class Received(msgspec.Struct, frozen=True):
    """One source, or one batch of a source with many documents."""

    source: SourceFile | None = None
    """The bytes as received; None when there were none to receive (a missing file, a folder that may not be read).

    Batches of one source carry the same `source`.
    """
    documents: tuple[Document, ...] = ()
    issues: tuple[Issue, ...] = ()
    where: str = ""
    """The path as given or found, `-` for standard input; `ARCHIVE!MEMBER` or `ARCHIVE@OFFSET` inside an archive."""
    origin: Origin | None = None
    """Where in an archive the bytes lay; None for a file of its own."""
    left_out: int = 0
    """Pages that the gate has left out since the last `Received`."""

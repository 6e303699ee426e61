"""What a caller may choose about the way in."""

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from hudna.intake.gate import Gate

MEBIBYTE = 1024 * 1024


class IntakeOptions(msgspec.Struct, frozen=True, kw_only=True):
    """Limits and neighbours of one run through the intake room."""

    text_limit: int = 5_000_000
    """Longest text that becomes a document, in characters. A long news article has 20,000, a book 2,000,000."""
    memory_limit: int = 32 * MEBIBYTE
    """Largest file, page or JSON line that is taken into memory as a whole, in bytes.

    Five million Arabic letters are 10 MB in UTF-8 and 30 MB as ``\\u0627`` escapes, so 32 MiB lets every text
    through that `text_limit` allows.
    """
    batch_documents: int = 200
    """Most documents in one `Received`."""
    batch_characters: int = 4_000_000
    """A `Received` is closed when its texts reach this many characters together."""
    unpack_limit: int = 8 * 1024 * MEBIBYTE
    """Most bytes that come out of one archive or packed file; more is a bomb, or belongs into several files."""
    depth_limit: int = 4
    """Archives in archives: a WACZ in a ZIP holds a packed WARC that holds pages."""
    gate: Gate | None = None
    """Asked before a page of a web archive is parsed; None lets everything through."""
    gate_all: bool = False
    """Ask it about files, feeds and rows of tables, too."""
    gate_sample: int = 1000
    """Of so many pages that the gate leaves out, about one is kept, so that people can check the gate."""
    columns: Mapping[str, str] = {}
    """For tables: field (`text`, `id`, `url` …) → the column that holds it, where it is not called like the field."""
    alike_limit: int = 100
    """Most issues of one sort and one file that are told one by one; the others are counted."""
    exclude: tuple[str | Path, ...] = ()
    """Files and folders that are never read: the ledger itself, the report of an earlier run."""
    spool_folder: str | Path | None = None
    """Where standard input above `memory_limit` is kept while it is read; None for the system's temporary folder."""
    known_text: Callable[[str], str | None] | None = None
    """Says which text (SHA-256) an earlier run gave a document id to; None when the id is free.

    With it, `report.txt` of Monday's folder and `report.txt` of Tuesday's never share an id, though they come in
    different runs.
    """

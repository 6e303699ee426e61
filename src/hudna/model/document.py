"""A published text, exactly as obtained."""

from typing import Any

import msgspec


class SourceFile(msgspec.Struct, frozen=True):
    """The bytes as received: stored once under their SHA-256, never edited."""

    sha256: str
    """Hex digest of the bytes."""
    size: int
    """Bytes."""
    name: str
    """The file's name as given (no folder), or `-` for standard input."""
    data: bytes
    """All of them; empty when they are too many to hold and `path` says where they lie."""
    path: str | None = None
    """Where the first `size` bytes can be copied from until the next source is asked for; None when `data` has them."""


class Origin(msgspec.Struct, frozen=True):
    """Where in an archive a source's bytes lay. The archive itself is not kept; whoever has it finds them again."""

    archive: str
    """SHA-256 of the archive's file."""
    name: str
    """The archive's file name."""
    size: int
    """Its bytes."""
    path: str = ""
    """The member inside; members of members with `!` between; empty where records have no names."""
    offset: int | None = None
    """First byte of the record in the archive or, with a `path`, in that member."""
    length: int | None = None
    """Bytes that the record takes there, packed as it is; None where only its start is known."""
    head: bytes = b""
    """What stands in the record before the source's bytes: the headers of WARC and HTTP, as they are."""
    record_sha256: str = ""
    """SHA-256 of `head` and the source's bytes together."""
    tool: str = ""
    """Who took it out, with version."""
    left_out: bool = False
    """Not read, because it names nothing of the theatre; kept so that people can check that choice."""


class Furniture(msgspec.Struct, frozen=True):
    """A stretch of the text that is the page's, not the article's. It is marked, never removed."""

    start: int
    end: int
    """Character offsets into the document's text, end exclusive."""
    sort: str
    """menu, share, caption, comment_form, read_also, teaser, tags, print_date, source_line, repeated_headline, …"""
    why: str


class Published(msgspec.Struct, frozen=True):
    """When the document was published, as an interval with its reason."""

    first: str | None = None
    last: str | None = None
    """ISO 8601 local dates or date-times, both ends inclusive; None where unknown."""
    basis: str = "unknown"
    """given, metadata, byline, inferred or unknown."""
    why: tuple[str, ...] = ()


class Document(msgspec.Struct, frozen=True):
    """One text with where it came from. Every offset anywhere in Hudna refers to `text`."""

    id: str
    """What claims call `doc`: the file's name, or the JSON line's `id`."""
    text: str
    """The decoded text, preserved as it is."""
    text_sha256: str
    """Hex digest of `text` as UTF-8."""
    bytes_sha256: str
    """Digest of the received bytes (SourceFile.sha256) that the text was taken from."""
    source: str | None = None
    """Who publishes (a source id of a pack when recognised, else as written)."""
    url: str | None = None
    title: str | None = None
    published: Published = Published()
    language: str = "ar"
    format: str = "text"
    """text, html, jsonl …"""
    encoding: str = "utf-8"
    extractor: str = "none"
    """Tool and version that took the text out of the bytes."""
    furniture: tuple[Furniture, ...] = ()
    extra: dict[str, Any] = {}
    """Other fields of the JSON line or the sidecar, kept."""

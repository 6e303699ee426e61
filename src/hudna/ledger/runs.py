"""What a run says of itself, and what its steps say of what they did."""

import msgspec


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """Who writes, and with what. It is put into the ledger with the first thing that it changes."""

    at: str
    """The clock, ISO 8601 UTC: every entry of the log that this run writes bears it."""
    verb: str = "run"
    theatre: str | None = None
    as_of: str | None = None
    knowledge: str | None = None
    """Fingerprint of the packs."""
    reader: str | None = None
    """Version of the reading room."""
    version: str = ""
    """Of Hudna."""
    sources: tuple[str, ...] = ()
    """As named by the user."""


class ReadWith(msgspec.Struct, frozen=True):
    """What a document was read with. When any of it changes, the document is read again."""

    knowledge: str
    reader: str
    dated: str = ""
    """Digest of the dated events that were lent to an undated document; empty for the first pass."""


class Kept(msgspec.Struct, frozen=True):
    """What one step of intake changed."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    known: tuple[str, ...] = ()

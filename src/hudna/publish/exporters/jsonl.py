"""Everything as JSON Lines: loses nothing, and `hudna import` makes the same ledger of it.

The first line is a manifest; every further line is an object with one field that names the noun and holds it. Words of
articles and names are in it, so it exists in the internal profile only.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec

import hudna
from hudna.ledger import Ledger
from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.nouns import Dumped, Seen

NOUNS = ("documents", "claims", "events", "findings", "judgements", "issues", "left_out", "log")
"""What can be asked for alone."""
VERSION = 2
"""Of the form; 2 added what import needs (bytes, bookkeeping, findings of all days)."""


def manifest(ledger: Ledger, made: str, what: Sequence[str] = ()) -> dict[str, Any]:
    """The first line.

    Args:
        ledger: What is exported.
        made: The clock, ISO 8601 UTC.
        what: Nouns that were asked for alone; empty for everything.
    """
    return {
        "format": "hudna.jsonl",
        "version": VERSION,
        "hudna": hudna.__version__,
        "made": made,
        "theatre": ledger.theatre(),
        "holds": list(what or NOUNS),
        "complete": not what,
        "counts": ledger.counts(),
        "content_sha256": ledger.content_digest(),
    }


def everything(ledger: Ledger) -> Iterator[Dumped]:
    """All nouns, in the order in which `Ledger.restore` takes them."""
    for noun, value in ledger.desk.dump():
        yield Dumped(noun, value)


def only(ledger: Ledger, what: Sequence[str]) -> Iterator[Dumped]:
    """Some nouns alone, to look at; findings of the latest day."""
    for noun in what:
        name = noun.removesuffix("s")
        for thing in getattr(ledger, noun)():
            yield Dumped(name, thing)


def encoded(noun: str, value: Any) -> bytes:  # noqa: ANN401 - any noun
    """One line."""
    told: Mapping[str, Any] = {noun: value}
    return msgspec.json.encode(told, order="deterministic") + b"\n"


class JsonLines(Exporter):
    """The whole ledger."""

    name = "jsonl"
    title_ar = "السجل كله، JSON Lines (داخلي)"
    title_en = "The whole ledger, JSON Lines (internal)"
    file = "ledger.jsonl"
    media_type = "application/jsonl"
    takes = frozenset({Dumped})
    internal_only = True

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._file = path.open("wb")

    def feed(self, seen: Seen) -> None:
        """Write one line."""
        if isinstance(seen, Dumped):
            self._file.write(encoded(seen.noun, seen.value))
            self.rows += 1

    def finish(self) -> None:
        """Close the file."""
        self._file.close()

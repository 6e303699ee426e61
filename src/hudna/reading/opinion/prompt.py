"""What is asked: one fixed instruction with the kinds, and one message with the codes and the text.

The text is only ever in the user's message, between two marks that it cannot hold itself: they carry its own hash.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec

from hudna.model import Document, Kind
from hudna.reading.opinion.proposal import Proposal
from hudna.reading.opinion.shortlist import Shortlist

_WORDS = (Path(__file__).parent / "prompt.txt").read_text(encoding="utf-8")


def _schema() -> dict[str, Any]:
    _, parts = msgspec.json.schema_components([Proposal], ref_template="#/$defs/{name}")
    return {
        "type": "object",
        "properties": {"claims": {"type": "array", "items": {"$ref": "#/$defs/Proposal"}}},
        "required": ["claims"],
        "additionalProperties": False,
        "$defs": parts,
    }


FORMATS: tuple[dict[str, Any] | None, ...] = (
    {"type": "json_schema", "json_schema": {"name": "claims", "schema": _schema()}},
    {"type": "json_object"},
    None,
)
"""Forms of answer to ask for, the strictest first; not every endpoint knows each."""

PROMPT_VERSION = hashlib.sha256(_WORDS.encode() + msgspec.json.encode(FORMATS[0])).hexdigest()[:12]
"""Changes whenever the instruction or the form of the answer does."""


def messages(document: Document, kinds: Mapping[str, Kind], shortlist: Shortlist) -> list[dict[str, str]]:
    """The conversation about one text. Of the document only its text and its date are in it."""
    published = document.published
    given = {"published": [published.first, published.last], "actors": shortlist.actors, "places": shortlist.places}
    mark = f"===== {document.text_sha256[:16]}"
    user = f"{msgspec.json.encode(given).decode()}\n{mark}\n{document.text}\n{mark}"
    return [{"role": "system", "content": _WORDS + _listed(kinds)}, {"role": "user", "content": user}]


def _listed(kinds: Mapping[str, Kind]) -> str:
    return "\n".join(f"- {kind.id}: {kind.label_en} ({kind.label_ar})" for kind in kinds.values())

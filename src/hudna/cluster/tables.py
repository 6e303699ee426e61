"""Nouns as Parquet: columns to ask by, and the noun itself, so that nothing is lost.

Everything is written in a fixed order with fixed settings: the same rows give the same bytes.
"""

import io
from collections.abc import Iterable, Sequence

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq

from hudna.model import Claim, Document

UNKNOWN = "unknown"
"""The day of what has none."""

_TEXTS = pa.list_(pa.string())
CLAIMS = pa.schema(
    [
        ("published_day", pa.string()),
        ("doc", pa.string()),
        ("start", pa.int64()),
        ("end", pa.int64()),
        ("id", pa.string()),
        ("kind", pa.string()),
        ("quote", pa.string()),
        ("by", _TEXTS),
        ("agents", _TEXTS),
        ("targets", _TEXTS),
        ("places", _TEXTS),
        ("when_first", pa.string()),
        ("when_last", pa.string()),
        ("measure", pa.string()),
        ("lo", pa.int64()),
        ("hi", pa.int64()),
        ("bound", pa.string()),
        ("who", pa.string()),
        ("side", pa.string()),
        ("modality", pa.string()),
        ("background", pa.bool_()),
        ("confidence", pa.float64()),
        ("rule", pa.string()),
        ("source", pa.string()),
        ("claim", pa.string()),
    ]
)
"""`published_day` is the document's; `claim` the whole record as JSON, with its reasons."""
DOCUMENTS = pa.schema(
    [
        ("published_day", pa.string()),
        ("id", pa.string()),
        ("source", pa.string()),
        ("url", pa.string()),
        ("title", pa.string()),
        ("published_first", pa.string()),
        ("published_last", pa.string()),
        ("published_basis", pa.string()),
        ("text_sha256", pa.string()),
        ("bytes_sha256", pa.string()),
        ("claims", pa.int64()),
        ("document", pa.string()),
    ]
)
"""`document` is the whole noun as JSON, with its text."""


def day_of(document: Document) -> str:
    """The partition of a document: the first day on which it can have been published."""
    return (document.published.first or UNKNOWN)[:10]


def claim_row(claim: Claim, document: Document) -> dict[str, object]:
    """One row of CLAIMS."""
    count = claim.count
    figure = (count.measure, count.lo, count.hi, count.bound, count.who, count.side) if count else (None,) * 6
    when = claim.when or (None, None)
    held = (day_of(document), claim.doc, claim.start, claim.end, claim.id, claim.kind, claim.quote)
    roles = tuple(map(list, (claim.by, claim.agents, claim.targets, claim.places)))
    rest = (claim.modality, claim.background, claim.confidence, claim.rule, document.source, _json(claim))
    return dict(zip(CLAIMS.names, (*held, *roles, *when, *figure, *rest), strict=True))


def document_row(document: Document, claims: int) -> dict[str, object]:
    """One row of DOCUMENTS."""
    published = document.published
    held = (day_of(document), document.id, document.source, document.url, document.title)
    dated = (published.first, published.last, published.basis)
    rest = (document.text_sha256, document.bytes_sha256, claims, _json(document))
    return dict(zip(DOCUMENTS.names, (*held, *dated, *rest), strict=True))


def _json(noun: Claim | Document) -> str:
    return msgspec.json.encode(noun, order="deterministic").decode()


def packed(rows: Sequence[dict[str, object]], schema: pa.Schema) -> bytes:
    """A Parquet file of these rows, in their order."""
    sink = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(list(rows), schema=schema), sink, compression="zstd")
    return sink.getvalue()


def unpacked(data: bytes, *, day: str | None = None) -> list[dict[str, object]]:
    """The rows of a Parquet file: all, or those of a day."""
    filters = [("published_day", "=", day)] if day is not None else None
    rows: list[dict[str, object]] = pq.read_table(io.BytesIO(data), filters=filters).to_pylist()
    return rows


def in_order(rows: Iterable[dict[str, object]], schema: pa.Schema) -> list[dict[str, object]]:
    """Rows sorted by what names them: the first columns."""
    keys = schema.names[: 5 if schema is CLAIMS else 2]
    return sorted(rows, key=lambda row: tuple(row[key] for key in keys))


def claims_in(rows: Iterable[dict[str, object]]) -> list[Claim]:
    """The nouns of rows of CLAIMS."""
    return [msgspec.json.decode(str(row["claim"]), type=Claim) for row in rows]


def documents_in(rows: Iterable[dict[str, object]]) -> list[Document]:
    """The nouns of rows of DOCUMENTS."""
    return [msgspec.json.decode(str(row["document"]), type=Document) for row in rows]

"""Nouns as Parquet: columns to ask by, and the noun itself, so that nothing is lost.

Everything is written in a fixed order with fixed settings: the same rows give the same bytes.
"""

import io
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import msgspec
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from hudna.model import Claim, Document

pa.set_memory_pool(pa.system_memory_pool())  # Arrow's own pool keeps what it had: 50 MB and more after many small files
UNKNOWN = "unknown"
"""The day of what has none."""

_claim = msgspec.json.Decoder(Claim)
_document = msgspec.json.Decoder(Document)
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


def packed(rows: Iterable[dict[str, object]], schema: pa.Schema) -> bytes:
    """A Parquet file of these rows, sorted by what names them."""
    return _written(pa.Table.from_pylist(list(rows), schema=schema), schema)


def gathered(parts: Iterable[tuple[bytes, Collection[str]]], schema: pa.Schema, day: str) -> tuple[bytes, int]:
    """One Parquet file of what several hold of a day, and how many rows it has.

    The rows stay in Arrow's columns: as objects of Python they would take ten times the room.

    Args:
        parts: Files, each with the ids of documents whose rows are left out.
        schema: CLAIMS or DOCUMENTS.
        day: As `day_of` gives it.
    """
    doc = "doc" if schema is CLAIMS else "id"
    found = [schema.empty_table()]
    for data, left_out in parts:
        table = _read(data, filters=[("published_day", "=", day)]).cast(schema)
        if left_out:
            table = table.filter(pc.invert(pc.is_in(table[doc], value_set=pa.array(sorted(left_out), pa.string()))))
        found.append(table)
    whole = pa.concat_tables(found)
    return _written(whole, schema), whole.num_rows


def _written(table: pa.Table, schema: pa.Schema) -> bytes:
    keys = schema.names[: 5 if schema is CLAIMS else 2]
    sink = io.BytesIO()
    ordered = table.sort_by([(key, "ascending") for key in keys]).combine_chunks()
    pq.write_table(ordered, sink, compression="zstd")
    return sink.getvalue()


def claims_in(data: bytes) -> list[Claim]:
    """The nouns in a file of CLAIMS."""
    return [_claim.decode(value) for value in _column(data, "claim")]


def documents_in(data: bytes) -> list[Document]:
    """The nouns in a file of DOCUMENTS."""
    return [_document.decode(value) for value in _column(data, "document")]


def _column(data: bytes, name: str) -> Iterator[str]:
    """The values of one column, one after the other."""
    if data:
        for chunk in _read(data, columns=[name]).column(0).chunks:
            yield from (value.as_py() for value in chunk)


def release() -> None:
    """Give memory that is free back to the system, so that the next stage does not come on top of this one's peak."""
    pa.default_memory_pool().release_unused()


def _read(data: bytes, **which: Any) -> pa.Table:  # noqa: ANN401 - what Arrow takes
    """Rows of a Parquet file, without threads of Arrow's own: each holds memory, and the work is spread already."""
    return pq.read_table(io.BytesIO(data), use_threads=False, pre_buffer=False, **which)

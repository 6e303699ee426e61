"""Nouns become rows and rows nouns again, without loss: what comes out equals what went in."""

import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import msgspec

from hudna.model import Claim, Count, Document, Event, Finding, Furniture, Issue, Judgement, Published

Row = tuple[Any, ...]
V = TypeVar("V")

DOCUMENT_COLUMNS = (
    "id, text_sha256, bytes_sha256, source, url, title, published_first, published_last, published_basis, "
    "published_why, language, format, encoding, extractor, extra"
)
CLAIM_COLUMNS = (
    "id, doc, start, stop, quote, kind, agents, targets, places, when_first, when_last, measure, lo, hi, bound, who, "
    "side, subset_of, speakers, modality, background, confidence, rule, why"
)
EVENT_COLUMNS = "id, kind, when_first, when_last, modality, background, sources, body"
FINDING_COLUMNS = "as_of, id, agreement, clause, sort, status, due, body"
JUDGEMENT_COLUMNS = "id, verb, who, at, supersedes, body"
ISSUE_COLUMNS = "stage, severity, place, reason, hint, start, stop"
FURNITURE_COLUMNS = "start, stop, sort, why"

_words = msgspec.json.Decoder(tuple[str, ...])
_extra = msgspec.json.Decoder(dict[str, Any])
_event = msgspec.json.Decoder(Event)
_finding = msgspec.json.Decoder(Finding)
_judgement = msgspec.json.Decoder(Judgement)
_document = msgspec.json.Decoder(Document)


def marks(columns: str) -> str:
    """As many question marks as there are columns, in brackets."""
    return "(" + ", ".join("?" * (columns.count(",") + 1)) + ")"


def among(values: Sequence[object]) -> str:
    """As many question marks as there are values, in brackets: for `IN`."""
    return "(" + ", ".join("?" * len(values)) + ")"


def portions(values: Sequence[V], size: int = 500) -> Iterator[Sequence[V]]:
    """The values in their order, at most `size` at once: a statement of SQLite takes only so many."""
    for start in range(0, len(values), size):
        yield values[start : start + size]


def delete(table: str, rest: str = "") -> str:
    """The statement that takes rows out, all of them without a condition; every word of it is ours."""
    return f"DELETE FROM {table} {rest}"  # noqa: S608 - no word of it comes from outside


def insert(table: str, columns: str) -> str:
    """The statement that puts one row in."""
    return " ".join(("INSERT INTO", table, "(" + columns + ")", "VALUES", marks(columns)))


def update(table: str, columns: str, key: str) -> str:
    """The statement that changes one row; the key's value comes last."""
    return " ".join(("UPDATE", table, "SET", "(" + columns + ")", "=", marks(columns), "WHERE", key, "= ?"))


def select(columns: str, table: str, rest: str = "") -> str:
    """The statement that asks for rows."""
    return f"SELECT {columns} FROM {table} {rest}"  # noqa: S608 - all from constants; values are bound


def as_json(value: Any) -> str:  # noqa: ANN401 - any noun or list of nouns
    """The one JSON form of a value: keys in the order of the noun, those of dictionaries sorted."""
    return msgspec.json.encode(value, order="deterministic").decode()


def digest_of(value: Any) -> str:  # noqa: ANN401 - any noun or list of nouns
    """SHA-256 of the JSON form, hexadecimal."""
    return hashlib.sha256(as_json(value).encode()).hexdigest()


def document_row(document: Document) -> Row:
    """In the order of DOCUMENT_COLUMNS; text and furniture have tables of their own."""
    published = document.published
    return (
        document.id,
        document.text_sha256,
        document.bytes_sha256,
        document.source,
        document.url,
        document.title,
        published.first,
        published.last,
        published.basis,
        as_json(published.why),
        document.language,
        document.format,
        document.encoding,
        document.extractor,
        as_json(document.extra),
    )


def document_from(row: Row, text: str, furniture: tuple[Furniture, ...]) -> Document:
    """A document from its row, its text and its furniture."""
    published = Published(first=row[6], last=row[7], basis=row[8], why=_words.decode(row[9]))
    return Document(
        id=row[0],
        text=text,
        text_sha256=row[1],
        bytes_sha256=row[2],
        source=row[3],
        url=row[4],
        title=row[5],
        published=published,
        language=row[10],
        format=row[11],
        encoding=row[12],
        extractor=row[13],
        furniture=furniture,
        extra=_extra.decode(row[14]),
    )


def given_json(document: Document) -> str:
    """The document as intake gave it, without its text."""
    return as_json(msgspec.structs.replace(document, text=""))


def given_from(words: str, text: str) -> Document:
    """The document as intake gave it."""
    return msgspec.structs.replace(_document.decode(words), text=text)


def furniture_row(piece: Furniture) -> Row:
    """In the order of FURNITURE_COLUMNS."""
    return (piece.start, piece.end, piece.sort, piece.why)


def claim_row(claim: Claim) -> Row:
    """In the order of CLAIM_COLUMNS."""
    first, last = claim.when or (None, None)
    count = claim.count
    counted: Row = (None,) * 7
    if count:
        counted = (count.measure, count.lo, count.hi, count.bound, count.who, count.side, count.subset_of)
    return (
        claim.id,
        claim.doc,
        claim.start,
        claim.end,
        claim.quote,
        claim.kind,
        as_json(claim.agents),
        as_json(claim.targets),
        as_json(claim.places),
        first,
        last,
        *counted,
        as_json(claim.by),
        claim.modality,
        int(claim.background),
        claim.confidence,
        claim.rule,
        as_json(claim.why),
    )


def claim_from(row: Row) -> Claim:
    """A claim from its row."""
    return Claim(
        id=row[0],
        doc=row[1],
        start=row[2],
        end=row[3],
        quote=row[4],
        kind=row[5],
        agents=_words.decode(row[6]),
        targets=_words.decode(row[7]),
        places=_words.decode(row[8]),
        when=None if row[9] is None else (row[9], row[10]),
        count=None if row[11] is None else Count(*row[11:18]),
        by=_words.decode(row[18]),
        modality=row[19],
        background=bool(row[20]),
        confidence=row[21],
        rule=row[22],
        why=_words.decode(row[23]),
    )


def actors_of(claim: Claim) -> list[tuple[str, int, str]]:
    """Who stands in a claim: (role, position, actor)."""
    side = (claim.count.side,) if claim.count and claim.count.side else ()
    roles: tuple[tuple[str, Sequence[str]], ...] = (
        ("agent", claim.agents),
        ("target", claim.targets),
        ("speaker", claim.by),
        ("side", side),
    )
    return [(role, position, actor) for role, actors in roles for position, actor in enumerate(actors)]


def event_row(event: Event) -> Row:
    """In the order of EVENT_COLUMNS."""
    first, last = event.when or (None, None)
    return (event.id, event.kind, first, last, event.modality, int(event.background), event.sources, as_json(event))


def event_from(body: str) -> Event:
    """An event from its body."""
    return _event.decode(body)


def finding_row(finding: Finding) -> Row:
    """In the order of FINDING_COLUMNS."""
    key = (finding.as_of, finding.id)
    return (*key, finding.agreement, finding.clause, finding.sort, finding.status, finding.due, as_json(finding))


def finding_from(body: str) -> Finding:
    """A finding from its body."""
    return _finding.decode(body)


def judgement_row(judgement: Judgement) -> Row:
    """In the order of JUDGEMENT_COLUMNS."""
    named = (judgement.id, judgement.verb, judgement.who, judgement.at, judgement.supersedes)
    return (*named, as_json(judgement))


def judgement_from(body: str) -> Judgement:
    """A judgement from its body."""
    return _judgement.decode(body)


def issue_row(issue: Issue) -> Row:
    """In the order of ISSUE_COLUMNS."""
    return (issue.stage, issue.severity, issue.where, issue.reason, issue.hint, issue.start, issue.end)


def issue_from(row: Row) -> Issue:
    """An issue from its row."""
    return Issue(stage=row[0], severity=row[1], where=row[2], reason=row[3], hint=row[4], start=row[5], end=row[6])

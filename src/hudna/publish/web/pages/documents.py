"""Documents, and one document: the text as preserved with the words of every claim underlined in it."""

import re
from collections.abc import Sequence

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import DocumentFilter, DocumentLine
from hudna.model import Claim, Document
from hudna.publish.report import telling, texts
from hudna.publish.report.names import OWN_VOICE
from hudna.publish.report.reasons import Reasons
from hudna.publish.report.wording import direction_of
from hudna.publish.web.asking import day_of
from hudna.publish.web.board import Board
from hudna.publish.web.desk import Desk
from hudna.publish.web.pages.issues import rows_of
from hudna.publish.web.rendering import show, show_missing

SIZE = 40
COPIES = 20
"""Other documents with these words that are listed."""
_WEB = ("http://", "https://")
_SAFE_NAME = re.compile(r"[^A-Za-z0-9._-]+")


class Line(msgspec.Struct, frozen=True):
    """One document in a list."""

    href: str
    title: str
    source: Markup
    published: Markup
    claims: Markup
    copies: int


def answer(desk: Desk) -> Response:
    """The list."""
    words = desk.asked.get("words").split()
    page = desk.ledger.desk.documents(
        DocumentFilter(
            groups=tuple((word,) for word in words[:12]),
            source=desk.asked.get("source") or None,
            first=day_of(desk, "first"),
            last=day_of(desk, "last"),
            undated=True if desk.asked.get("undated") else None,
            copies=True if desk.asked.get("copies") else None,
        ),
        after=desk.asked.get("after") or None,
        size=SIZE,
    )
    return show(
        desk,
        "documents",
        rows=[_line(desk, one) for one in page.items],
        next=page.next,
        unread=sum(desk.ledger.desk.issue_counts().values()),
        source=desk.names.source(desk.asked.get("source")) if desk.asked.get("source") else None,
    )


def _line(desk: Desk, one: DocumentLine) -> Line:
    first, last = one.published_first, one.published_last
    known = first or last
    return Line(
        href=desk.to("documents", one.id),
        title=one.title or one.id,
        source=desk.names.source(one.source) if one.source else desk.words("document.no_source"),
        published=desk.dating.between(first or known or "", last or known or "")
        if known
        else desk.words("basis.unknown"),
        claims=desk.words.counted("claims", one.claims),
        copies=one.copies - 1,
    )


# --- one document -----------------------------------------------------------------------------------------------------


def one(desk: Desk) -> Response:
    """One document; `?claim=ID` marks the words of one claim."""
    document, claims = desk.ledger.text(desk.asked.parts["id"])
    if document is None:
        return show_missing(desk)
    board = Board(desk, claims=claims)
    chosen = desk.asked.get("claim")
    spans = [(claim.start, claim.end, claim.id) for claim in claims if claim.id in board.shown]
    return show(
        desk,
        "document",
        document=document,
        title=document.title or document.id,
        source=desk.names.source_of(document) if document.source else desk.words("document.no_source"),
        published=desk.published(document),
        why=list(Reasons(desk.telling)(document.published.why)),
        safe=(document.url or "").lower().startswith(_WEB),
        text=texts.marked(document.text, spans, board),
        direction=direction_of(document.language),
        claims=_claims(desk, board, claims),
        chosen=chosen if chosen in board.shown else None,
        copies=_copies(desk, document),
        left_out=max(len(claims) - len(board.shown), 0),
        furniture=len(document.furniture),
        issues=rows_of(desk, list(desk.ledger.issues(doc=document.id))),
    )


class Copy(msgspec.Struct, frozen=True):
    """Another document with the same words, or with some of them."""

    href: str
    title: str
    source: Markup
    sort: Markup
    share: str


class Copies(msgspec.Struct, frozen=True):
    """Who else carries these words, and whom they likely come from."""

    rows: tuple[Copy, ...]
    more: int
    origin: Markup | None


def _copies(desk: Desk, document: Document) -> Copies:
    """The largest share first. The very same text counts though nobody has compared it yet."""
    found, group = desk.ledger.copies_of(document.id)
    rows = [_copy(desk, one.other, one.sort, one.share) for one in found[:COPIES]]
    if not found:
        same = [one.id for one in desk.ledger.desk.copies(document.text_sha256) if one.id != document.id]
        rows = [_copy(desk, other, "exact", 1.0) for other in same[:COPIES]]
    origin = (
        desk.names.speaker(group.origin if group.origin in desk.knowledge.actors else f"{OWN_VOICE}{group.origin}")
        if group
        else None
    )
    return Copies(tuple(one for one in rows if one), max(len(found) - COPIES, 0), origin)


def _copy(desk: Desk, other: str, sort: str, share: float) -> Copy | None:
    line = desk.ledger.desk.line(other)
    if line is None:
        return None
    shown = _line(desk, line)
    return Copy(shown.href, shown.title, shown.source, desk.words.label("copy", sort), f"{share:.0%}")


class Beside(msgspec.Struct, frozen=True):
    """One claim beside its text."""

    id: str
    number: str
    head: Markup
    who: Markup
    facts: tuple[Markup, ...]
    corrected: tuple[Markup, ...]
    chips: tuple[Markup, ...]
    events: tuple[tuple[str, Markup], ...]


def _claims(desk: Desk, board: Board, claims: Sequence[Claim]) -> list[Beside]:
    found = []
    for claim in claims:
        if claim.id not in board.shown:
            continue
        view = telling.claim_view(board, board.material.claims[claim.id])
        events = [
            (desk.to("events", event.id), desk.title_alone(event)) for event in desk.ledger.events_of_claim(claim.id)
        ]
        who = desk.names.speaker(board.speaker_code(board.material.claims[claim.id]))
        told = view.head, who, view.facts, view.corrected, view.chips
        found.append(Beside(claim.id, board.number(claim.id), *told, tuple(events)))
    return found


def original(desk: Desk) -> Response:
    """The bytes as received, to be saved and never to be shown: they may be anything."""
    document = desk.ledger.document(desk.asked.parts["id"])
    source = desk.ledger.source_file(document.bytes_sha256) if document else None
    if document is None or source is None:
        return show_missing(desk)
    name = _SAFE_NAME.sub("_", source.name).strip("._") or "document"
    headers = {"content-disposition": f'attachment; filename="{name[-100:]}"', "x-sha256": source.sha256}
    return Response(source.data, media_type="application/octet-stream", headers=headers)

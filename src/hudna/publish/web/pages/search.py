"""Search: the exact words of claims and of whole texts, in any spelling, with what was searched for marked."""

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import DocumentFilter, DocumentLine, Page, WordSearch
from hudna.model import Claim
from hudna.publish.report.wording import direction_of
from hudna.publish.web.asking import actors_of, day_of, is_kind, kinds, one_of, parties
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show
from hudna.publish.web.wanted import Group, Marked, Wanted, marked, snippet, understand

SIZE = 30
COUNTED = 200
"""Hits that are counted; where there are more the page says «more than»."""
_LONGEST = 500
"""Letters of a search: more than any sentence that somebody looks for."""


class Hit(msgspec.Struct, frozen=True):
    """One result."""

    href: str
    title: Markup
    pieces: Sequence[Marked]
    language: str
    direction: str
    about: Sequence[Markup]
    chips: Sequence[Markup]


class Understood(msgspec.Struct, frozen=True):
    """A name that was searched for in all its spellings."""

    typed: str
    names: Markup
    spellings: int


def answer(desk: Desk) -> Response:
    """The page."""
    typed = desk.asked.get("q")[:_LONGEST]
    wanted = understand(typed, desk.knowledge)
    whole = desk.asked.get("in") == "texts"
    hits, following, number = (_texts if whole else _claims)(desk, wanted) if wanted.groups else ([], None, 0)
    said = desk.words.counted("documents" if whole else "claims", min(number, COUNTED))
    return show(
        desk,
        "search",
        typed=typed,
        whole=whole,
        hits=hits,
        next=following,
        count=desk.words("paging.more_than", what=said) if number > COUNTED else said,
        understood=[_understood(desk, group) for group in wanted.groups if group.names],
        exact=" ".join(f'"{group.typed}"' for group in wanted.groups),
        kinds=kinds(desk),
        parties=parties(desk),
        place=desk.names.place(desk.asked.get("place")) if desk.asked.get("place") else None,
        source=desk.names.source(desk.asked.get("source")) if desk.asked.get("source") else None,
    )


def _understood(desk: Desk, group: Group) -> Understood:
    labels = [_label(desk, code) for code in group.names[:4]]
    return Understood(group.typed, desk.words.joined(dict.fromkeys(labels)), len(group.spellings))


def _label(desk: Desk, code: str) -> Markup:
    return desk.names.place(code) if code in desk.knowledge.places else desk.names.actor(code)


Found = tuple[list[Hit], str | None, int]


def _claims(desk: Desk, wanted: Wanted) -> Found:
    kind = one_of(desk, "kind", is_kind(desk))
    place = one_of(desk, "place", desk.knowledge.places.__contains__)
    asked = WordSearch(
        groups=wanted.asked(),
        kinds=(kind,) if kind else (),
        speakers=actors_of(desk, "speaker"),
        places=(place,) if place else (),
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
        source=desk.asked.get("source") or None,
    )
    page = desk.ledger.desk.search(asked, after=desk.asked.get("after") or None, size=SIZE)
    known = _known(desk, page)
    number = desk.ledger.desk.count_claims(asked, most=COUNTED + 1) if known is None else known
    corrections = desk.ledger.desk.corrections(*(claim.id for claim in page.items))
    return [_claim(desk, corrections.apply(claim), wanted) for claim in page.items], page.next, number


def _known(desk: Desk, page: Page[Any]) -> int | None:
    """How many hits there are where the first page holds all: nothing need be looked for a second time."""
    return len(page.items) if page.next is None and not desk.asked.get("after") else None


def _claim(desk: Desk, claim: Claim, wanted: Wanted) -> Hit:
    line = desk.ledger.desk.line(claim.doc)
    speakers = desk.names.ordered(claim.by)
    by = desk.words.joined(speakers) if speakers else desk.words("claim.own_voice")
    return Hit(
        href=desk.to_words(claim.id, claim.doc),
        title=desk.words.joined((desk.names.kind(claim.kind), *([desk.place_and_time(claim)] if claim.places else []))),
        pieces=marked(claim.quote, wanted),
        language=line.language if line else "",
        direction=direction_of(line.language if line else ""),
        about=[by, *_published(desk, line)],
        chips=[*([desk.words.label("modality", claim.modality)] if claim.modality != "actual" else [])],
    )


def _published(desk: Desk, line: DocumentLine | None) -> Iterable[Markup]:
    if line is None:
        return
    yield desk.names.source(line.source) if line.source else desk.words("document.no_source")
    first, last = line.published_first, line.published_last
    known = first or last
    yield desk.dating.between(first or known or "", last or known or "") if known else desk.words("basis.unknown")


def _texts(desk: Desk, wanted: Wanted) -> Found:
    asked = DocumentFilter(
        groups=wanted.asked(),
        source=desk.asked.get("source") or None,
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
    )
    page = desk.ledger.desk.documents(asked, after=desk.asked.get("after") or None, size=SIZE)
    known = _known(desk, page)
    number = desk.ledger.desk.count_documents(asked, most=COUNTED + 1) if known is None else known
    return [_text(desk, line, wanted) for line in page.items], page.next, number


def _text(desk: Desk, line: DocumentLine, wanted: Wanted) -> Hit:
    document = desk.ledger.document(line.id)
    return Hit(
        href=desk.to("documents", line.id),
        title=Markup("<bdi>{}</bdi>").format(line.title or line.id),
        pieces=snippet(document.text if document else "", wanted),
        language=line.language,
        direction=direction_of(line.language),
        about=list(_published(desk, line)),
        chips=[],
    )

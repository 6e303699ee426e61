"""The casualty ledger: low, best and high by event, side and sort, with the rule that chose. Nothing is added up."""

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import EventFilter
from hudna.model import Event, Figure
from hudna.publish.report import telling
from hudna.publish.report.counting import figure_words
from hudna.publish.web.asking import actors_of, day_of, one_of, parties
from hudna.publish.web.board import Board, claims_named
from hudna.publish.web.charts import RANGE_WIDTH, Range, ranges
from hudna.publish.web.desk import Desk
from hudna.publish.web.losses import MEASURES, chart_of
from hudna.publish.web.rendering import show
from hudna.publish.web.settings import LossRow

SIZE = 25
"""Events on one page."""


class Said(msgspec.Struct, frozen=True):
    """One figure with its speaker; it opens its words."""

    figure: Markup
    speaker: Markup
    href: str
    hint: str
    old: bool


class Row(msgspec.Struct, frozen=True):
    """One sort of people of one side in one event."""

    block: Markup
    """Event or side, under which it stands."""
    first: bool
    """It is the first one under it."""
    name: Markup
    """The other of the two."""
    measure: Markup
    people: Markup
    part: bool
    low: str
    best: str
    high: str
    rule: Markup
    why: str
    chart: Range | None
    said: tuple[Said, ...]


def answer(desk: Desk) -> Response:
    """The page."""
    by_side = desk.asked.get("by") == "side"
    side = one_of(desk, "side", desk.knowledge.actors.__contains__)
    measure = next((one for one in MEASURES if one == desk.asked.get("measure")), None)
    wanted = EventFilter(
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
        actors=actors_of(desk, "side"),
        figures=True,
        background=None if desk.asked.get("history") else False,
    )
    page = desk.ledger.desk.events(wanted, after=desk.asked.get("after") or None, size=SIZE)
    found = [one for one in desk.settings.losses(page.items) if _is_wanted(desk, one, side, measure)]
    named = (figure.claim for one in found for figure in one.figures)
    board = Board(desk, events=page.items, claims=claims_named(desk, named))
    return show(
        desk,
        "casualties",
        rows=_rows(board, found, {event.id: event for event in page.items}, by_side=by_side),
        chart=chart_of(board, found),
        by_side=by_side,
        next=page.next,
        parties=parties(desk),
        measures=[(one, desk.words.label("measure", one)) for one in MEASURES],
        chart_width=RANGE_WIDTH,
    )


def _is_wanted(desk: Desk, row: LossRow, side: str | None, measure: str | None) -> bool:
    of_side = side is None or (row.side is not None and desk.names.side(row.side) == desk.names.side(side))
    return of_side and measure in {None, row.measure}


def _rows(board: Board, found: list[LossRow], events: dict[str, Event], *, by_side: bool) -> list[Row]:
    """Under their events, or under the sides that suffered the loss in alphabetical order, unknown ones last."""
    if by_side:
        found = sorted(found, key=lambda one: (one.side is None, board.names.order(one.side or ""), _place(one)))
    drawn = ranges([(one.low, one.best, one.high) for one in found])
    rows: list[Row] = []
    for one, chart in zip(found, drawn, strict=True):
        side = board.names.actor(one.side) if one.side else board.words("figure.of_any")
        block, name = board.event_link(events[one.event]), side
        if by_side:
            block, name = name, block
        rows.append(_row(board, one, (block, name), chart, first=not rows or rows[-1].block != block))
    return rows


def _place(one: LossRow) -> tuple[int, bool]:
    return MEASURES.index(one.measure) if one.measure in MEASURES else len(MEASURES), one.part


def _row(board: Board, one: LossRow, names: tuple[Markup, Markup], chart: Range | None, *, first: bool) -> Row:
    words = board.words
    return Row(
        block=names[0],
        first=first,
        name=names[1],
        measure=words.label("measure", one.measure),
        people=words.label("people", one.who or "person"),
        part=one.part,
        low=_number(one.low),
        best=_number(one.best),
        high=_number(one.high),
        rule=words.label("rule", one.rule or "none"),
        why=next(telling.reasons(board, (one.why,))).striptags(),
        chart=chart,
        said=tuple(_said(board, figure) for figure in one.figures if figure.claim in board.shown),
    )


def _number(value: int | None) -> str:
    return "–" if value is None else f"{value:,}"


def _said(board: Board, figure: Figure) -> Said:
    claim = board.material.claims[figure.claim]
    return Said(
        figure=figure_words(figure, board.words),
        speaker=board.names.speaker(figure.speaker),
        href=board.page.to_words(claim.id, claim.doc),
        hint=claim.quote,
        old=figure.superseded_by is not None,
    )

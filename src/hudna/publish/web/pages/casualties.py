"""The casualty ledger: low, best and high by event, side and sort, with the rule that chose. Nothing is added up."""

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import EventFilter
from hudna.model import Event, Figure
from hudna.publish.report.counting import figure_words
from hudna.publish.web.asking import day_of, one_of, parties
from hudna.publish.web.board import Board, claims_named
from hudna.publish.web.charts import RANGE_WIDTH, Range, ranges
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show
from hudna.publish.web.settings import LossRow

SIZE = 25
"""Events on one page."""
MEASURES = ("killed", "wounded", "missing", "captured")


class Said(msgspec.Struct, frozen=True):
    """One figure with its speaker; it opens its words."""

    figure: Markup
    speaker: Markup
    href: str
    hint: str
    old: bool


class Row(msgspec.Struct, frozen=True):
    """One sort of people of one side in one event."""

    event: Markup
    first: bool
    """The event stands above it already when False."""
    when: Markup
    measure: Markup
    side: Markup
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
    side = one_of(desk, "side", desk.knowledge.actors.__contains__)
    measure = next((one for one in MEASURES if one == desk.asked.get("measure")), None)
    wanted = EventFilter(
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
        actors=(side,) if side else (),
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
        rows=_rows(board, found, {event.id: event for event in page.items}),
        next=page.next,
        parties=parties(desk),
        measures=[(one, desk.words.label("measure", one)) for one in MEASURES],
        chart_width=RANGE_WIDTH,
    )


def _is_wanted(desk: Desk, row: LossRow, side: str | None, measure: str | None) -> bool:
    of_side = side is None or (row.side is not None and desk.names.side(row.side) == desk.names.side(side))
    return of_side and measure in {None, row.measure}


def _rows(board: Board, found: list[LossRow], events: dict[str, Event]) -> list[Row]:
    drawn = ranges([(one.low, one.best, one.high) for one in found])
    rows, above = [], ""
    for one, chart in zip(found, drawn, strict=True):
        rows.append(_row(board, one, events[one.event], chart, first=one.event != above))
        above = one.event
    return rows


def _row(board: Board, one: LossRow, event: Event, chart: Range | None, *, first: bool) -> Row:
    words = board.words
    return Row(
        event=board.event_link(event),
        first=first,
        when=board.dating.between(*event.when) if event.when else words("page.no_date"),
        measure=words.label("measure", one.measure),
        side=board.names.actor(one.side) if one.side else words("figure.of_any"),
        people=words.label("people", one.who or "person"),
        part=one.part,
        low=_number(one.low),
        best=_number(one.best),
        high=_number(one.high),
        rule=words.label("rule", one.rule or "none"),
        why=one.why,
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

"""The board of contradictions: one field of one event, what each says of it, nothing averaged."""

from markupsafe import Markup
from starlette.responses import Response

from hudna.publish.report import telling
from hudna.publish.web.asking import day_of
from hudna.publish.web.board import Board, claims_named
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show

SIZE = 20
SORTS = ("exclusive", "series", "part_whole", "other_scope", "other_grain")
FIELDS = ("places", "when", "means", "agents", "targets", "denied", "count.killed", "count.wounded")


def answer(desk: Desk) -> Response:
    """The page."""
    counts = desk.ledger.desk.dispute_counts(day_of(desk, "first"), day_of(desk, "last"))
    sort = next((one for one in SORTS if one == desk.asked.get("sort")), None)
    known = sorted({field for _, field, _ in counts}, key=_rank)
    field = next((one for one in known if one == desk.asked.get("field")), None)
    page = desk.ledger.desk.disputes(
        sort=sort,
        field=field,
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
        after=desk.asked.get("after") or None,
        size=SIZE,
    )
    named = (claim for one in page.items for reading in one.contradiction.readings for claim in reading.claims)
    board = Board(desk, events=[one.event for one in page.items], claims=claims_named(desk, named))
    rows = [(one.event, telling.difference(board, one.event, one.contradiction)) for one in page.items]
    total = sum(n for s, f, n in counts if sort in {None, s} and field in {None, f})
    return show(
        desk,
        "contradictions",
        rows=[(board.event_link(event), _when(desk, event.when), gap) for event, gap in rows],
        next=page.next,
        count=desk.words.counted("contradictions", total),
        sorts=[(one, desk.words.label("difference", one), sum(n for s, _, n in counts if s == one)) for one in SORTS],
        fields=[(one, desk.field(one)) for one in known],
        sort=sort,
        everything=sum(n for _, _, n in counts),
    )


def _rank(field: str) -> tuple[int, str]:
    return (FIELDS.index(field) if field in FIELDS else len(FIELDS)), field


def _when(desk: Desk, when: tuple[str, str] | None) -> Markup:
    return desk.dating.between(*when) if when else desk.words("page.no_date")

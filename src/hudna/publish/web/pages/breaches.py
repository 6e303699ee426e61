"""Alleged breaches: who accuses whom of breaking which clause, who denies it. The machine does not rule."""

from datetime import date

from starlette.responses import Response

from hudna.ledger import BreachFilter
from hudna.publish.report import alleged
from hudna.publish.report.period import Period
from hudna.publish.report.wording import isolate
from hudna.publish.web.asking import day_of, one_of, parties
from hudna.publish.web.board import Board, claims_named
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show

SIZE = 20
STATUSES = ("breached", "disputed", "acknowledged", "corroborated", "alleged", "unknown")


def answer(desk: Desk) -> Response:
    """The page."""
    agreements = {one.id: one for one in desk.knowledge.agreements}
    wanted = BreachFilter(
        as_of=desk.as_of,
        agreement=one_of(desk, "agreement", agreements.__contains__),
        status=one_of(desk, "status", STATUSES.__contains__),
        accused=one_of(desk, "accused", desk.knowledge.actors.__contains__),
        first=day_of(desk, "first"),
        last=day_of(desk, "last"),
    )
    page = desk.ledger.desk.breaches(wanted, after=desk.asked.get("after") or None, size=SIZE)
    keys = dict.fromkeys(event for one in page.items for event in one.events)
    events = [event for key in keys if (event := desk.ledger.event(key)) is not None]
    named = (claim for one in page.items for claim in one.claims)
    always = Period(date.min, date.min)  # so that none is older than the period: the list has its own order
    board = Board(desk, events=events, claims=claims_named(desk, named), findings=page.items, days=always)
    total = sum(number for _, _, number in desk.ledger.desk.breach_counts(wanted))
    return show(
        desk,
        "breaches",
        rows=alleged.incidents(board).current,
        next=page.next,
        count=desk.words.counted("breaches", total),
        parties=parties(desk),
        statuses=[(code, desk.words.label("breach", code)) for code in STATUSES],
        agreements=[(key, isolate(_title(desk, one.title_ar, one.title_en))) for key, one in agreements.items()],
    )


def _title(desk: Desk, arabic: str, english: str) -> str:
    return arabic if desk.words.language == "ar" else english

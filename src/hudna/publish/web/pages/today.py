"""Today: what a tired analyst must know at half past seven, on one screen."""

from starlette.responses import Response

from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show


def answer(desk: Desk) -> Response:
    """The page."""
    return show(desk, "today", counts=desk.ledger.counts())

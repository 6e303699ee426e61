"""The pages, one file each. A new one is a line here, a template, and its words.

A page is a function from the desk to an answer; it runs in the clerk's thread, asks the ledger bounded questions, and
shows. What stands in the navigation: `navigation.py`.
"""

from collections.abc import Callable

import msgspec
from starlette.responses import Response

from hudna.ledger import Ledger
from hudna.publish.web.addresses import ANYTHING
from hudna.publish.web.desk import Desk, Given
from hudna.publish.web.pages import (
    agreement,
    atlas,
    breaches,
    casualties,
    contradictions,
    correct,
    documents,
    events,
    issues,
    names,
    review,
    search,
    sources,
    timeline,
    today,
)


class Page(msgspec.Struct, frozen=True):
    """One page."""

    name: str
    """Of its address; what stands before the first «_» is its place in the navigation and its word (`nav.NAME`)."""
    path: str
    """Its address below the language, as Starlette writes it."""
    answer: Callable[[Desk], Response]
    take: Callable[[Desk, Ledger, Given], str] | None = None
    """Takes a form: writes into the ledger that it is handed, and gives the address to go on to."""
    looked_at: bool = True
    """False for what is no page to look at: a file to save, data for a map."""


PAGES = (
    Page("today", "/today", today.answer),
    Page("timeline", "/timeline", timeline.answer),
    Page("map", "/map", atlas.answer),
    Page("map_points", "/map/points", atlas.points, looked_at=False),
    Page("events", "/events", events.answer),
    Page("events_one", "/events/{id}", events.one),
    Page("contradictions", "/contradictions", contradictions.answer),
    Page("breaches", "/breaches", breaches.answer),
    Page("casualties", "/casualties", casualties.answer),
    Page("agreement", "/agreement", agreement.answer),
    Page("agreement_one", "/agreement/{id}", agreement.one),
    Page("documents", "/documents", documents.answer),
    Page("documents_one", f"/documents/{{id:{ANYTHING}}}", documents.one),
    Page("documents_original", f"/original/{{id:{ANYTHING}}}", documents.original, looked_at=False),
    Page("search", "/search", search.answer),
    Page("review", "/review", review.answer, review.take),
    Page("review_one", "/review/{id}", review.one, review.take),
    Page("review_claim", "/review/claims/{id}", correct.one, correct.take),
    Page("sources", "/sources", sources.answer),
    Page("issues", "/issues", issues.answer),
    Page("names", "/names", names.answer),
)

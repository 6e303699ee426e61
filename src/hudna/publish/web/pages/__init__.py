"""The pages, one file each. A new one is a line here, a template, and its words.

A page is a function from the desk to an answer; it runs in the clerk's thread, asks the ledger bounded questions, and
shows. The list is the navigation, in the order in which an analyst goes through an evening.
"""

from collections.abc import Callable

import msgspec
from starlette.responses import Response

from hudna.publish.web.desk import Desk
from hudna.publish.web.pages import today


class Page(msgspec.Struct, frozen=True):
    """One page."""

    name: str
    """Of its words (`nav.NAME`) and of its address."""
    path: str
    """Its address below the language, as Starlette writes it."""
    answer: Callable[[Desk], Response]
    listed: bool = True
    """Whether it stands in the navigation."""


PAGES = (Page("today", "/today", today.answer),)

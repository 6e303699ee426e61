"""The article's text out of a parsed page: the fast extractor first, our own collector where it under-delivers."""

import functools
import importlib.metadata
import re

import msgspec
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import HTMLTree

from hudna.intake.page import blocks

UNDER_DELIVERED = 0.85
"""Share of what our collector finds in a marked place below which the extractor has lost something. On pages of ours it
loses whole lists and otherwise nothing (tests/intake/page/test_article.py). Words lost are worse than a menu line too
many: lines of the page can still be marked as furniture, words lost cannot be claimed."""
ENOUGH = 200
"""Characters. Below, the collector is asked in any case: an agency flash with its source line has about as many."""
_OWN = f"hudna blocks {blocks.VERSION}"
_LINES = re.compile("\n{3,}")
_ENDS = re.compile("[ \t]+\n")


class Extracted(msgspec.Struct, frozen=True):
    """A page's text with who took it out."""

    text: str
    extractor: str


def extract(tree: HTMLTree, html: str, body: str | None = None) -> Extracted:
    """The text of the page's article, paragraphs on lines of their own.

    Args:
        tree: The parsed page.
        html: Its source.
        body: The article's text as JSON-LD gives it, if it does.
    """
    if blocks.is_deep(tree, html):
        return Extracted(text=blocks.collect(tree, None), extractor=_OWN)
    text = _main_content(tree)
    name = f"resiliparse {_version()} main_content"
    place = blocks.find_place(tree)
    if place is not None or len(text) < ENOUGH:
        own = blocks.collect(tree, place)
        if len(text) < UNDER_DELIVERED * len(own):
            text, name = own, _OWN
    if body is not None and len(text) < min(ENOUGH, len(body)):
        text, name = body, "JSON-LD articleBody"
    return Extracted(text=text, extractor=name)


def _main_content(tree: HTMLTree) -> str:
    text = extract_plain_text(
        tree,
        main_content=True,
        preserve_formatting=True,
        alt_texts=False,
        links=False,
        list_bullets=False,
        form_fields=False,
        comments=False,
    )
    return _LINES.sub("\n\n", _ENDS.sub("\n", text)).strip(" \n")


@functools.cache
def _version() -> str:
    return importlib.metadata.version("resiliparse")

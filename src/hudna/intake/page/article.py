"""The article's text out of a parsed page: the fast extractor first, others where it under-delivers.

Where the page marks its article's place, our own collector (``blocks``) shows what stands there. Where it does not, and
the fast extractor's text is short for the page or more lists than prose, trafilatura is asked (``careful``), and taken
when it brings clearly more or clearly denser text. The choice and the version are recorded with every document.
"""

import functools
import importlib.metadata
import re

import msgspec
from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.html import ElementNode, HTMLTree

from hudna.intake.page import blocks, careful, mending

UNDER_DELIVERED = 0.85
"""Share of what our collector finds in a marked place below which the extractor has lost something. On pages of ours it
loses whole lists and otherwise nothing (tests/intake/page/test_article.py). Words lost are worse than a menu line too
many: lines of the page can still be marked as furniture, words lost cannot be claimed."""
ENOUGH = 200
"""Characters. Below, the collector is asked in any case: an agency flash with its source line has about as many."""
SHORT = 600
"""Characters below which a text may be a part of its article only. A news article has 1,000 to 5,000."""
PAGE = 8_000
"""Characters of source from which a page is expected to hold more than a flash."""
DENSE = 0.6
"""Share of a text in lines as long as sentences below which menus are in it. Five real articles: 0.94 and more."""
DENSER = 0.15
MORE = 1.25
"""So many times as long, or by so much denser, must the careful extractor's text be to be taken instead."""
_OWN = f"hudna blocks {blocks.VERSION}"
_LINES = re.compile("\n{3,}")
_SPACES = re.compile(r"\s+")
_ENDS = re.compile("[ \t]+\n")


class Extracted(msgspec.Struct, frozen=True):
    """A page's text with who took it out."""

    text: str
    extractor: str
    deep: bool = False
    """Elements are nested deeper than browsers go, so that only our collector was asked."""


def extract(tree: HTMLTree, html: str, body: str | None = None) -> Extracted:
    """The text of the page's article, paragraphs on lines of their own.

    Args:
        tree: The parsed page.
        html: Its source.
        body: The article's text as JSON-LD gives it, if it does.
    """
    if blocks.is_deep(tree, html):
        return Extracted(text=blocks.collect(tree, None), extractor=_OWN, deep=True)
    text = mending.without_top(mending.with_marks(_main_content(tree), tree, html), tree)
    name = f"resiliparse {_version()} main_content, hudna mending {mending.VERSION}"
    place = blocks.find_place(tree)
    own = blocks.collect(tree, place) if _may_lack(text, place) else ""
    if len(text) < UNDER_DELIVERED * len(own):
        text, name = own, _OWN
    elif place is not None:
        text = _without(text, blocks.lines_of_others(tree, place))
    if place is None and _is_doubtful(text, html):
        slow = careful.extract_carefully(html)
        if len(slow) >= ENOUGH and (len(slow) > MORE * len(text) or _density(slow) > _density(text) + DENSER):
            text, name = slow, careful.name()
    if body is not None and len(text) < min(ENOUGH, len(body)):
        text, name = body, "JSON-LD articleBody"
    return Extracted(text=text, extractor=name)


def _may_lack(text: str, place: ElementNode | None) -> bool:
    """Whether our collector could find so much more that it must be asked: it takes as long as the extractor."""
    return len(text) < (ENOUGH if place is None else UNDER_DELIVERED * blocks.most(place))


def _without(text: str, others: frozenset[str]) -> str:
    """The text without lines that stand in other articles of the page."""
    if not others:
        return text
    kept = [line for line in text.split("\n") if not line.strip() or _SPACES.sub(" ", line).strip() not in others]
    return _LINES.sub("\n\n", "\n".join(kept)).strip(" \n")


def _is_doubtful(text: str, html: str) -> bool:
    """Whether a text is too short for its page, or looks like lists of headlines instead of paragraphs."""
    return (len(text) < SHORT and len(html) > PAGE) or _density(text) < DENSE


def _density(text: str) -> float:
    """Share of the letters that stands in lines as long as sentences."""
    lines = text.splitlines()
    return sum(len(line) for line in lines if len(line) >= blocks.PROSE) / max(1, sum(map(len, lines)))


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

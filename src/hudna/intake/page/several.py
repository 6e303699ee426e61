"""Pages that hold several whole articles: overviews of one day, pages that go on with the next article as one scrolls.

Each of them becomes a text of its own; teasers, which are short, and comments do not. What a page says of itself is
true of its first article only: the others have their headings, and the address and time that stand in them.
"""

import re
from collections.abc import Sequence
from urllib.parse import urljoin

import msgspec
from resiliparse.parse.html import ElementNode, HTMLTree

from hudna.intake.dates import read_interval
from hudna.intake.metadata import Metadata
from hudna.intake.page import blocks
from hudna.intake.page.ld import LinkedArticle
from hudna.model import Published

WHOLE = 400
"""Characters of prose from which an article is whole. Teasers of news sites have up to 250."""
MOST = 50
_COMMENT = re.compile(r"comment|reply|respond|teaser|related|widget|promo", re.IGNORECASE)


class Several(msgspec.Struct, frozen=True):
    """One of several articles of a page."""

    text: str
    found: Metadata


def find_several(tree: HTMLTree, linked: Sequence[LinkedArticle], url: str | None) -> list[Several]:
    """The whole articles of a page, in its order; nothing unless there are at least two.

    Args:
        tree: The parsed page.
        linked: What the page says of its articles for search engines.
        url: The page's own address.
    """
    if tree.document is None:
        return []
    nodes = tree.document.query_selector_all("article").values()
    if not 1 < len(nodes) <= MOST:
        return []
    outer = [node for node in nodes if not _is_inside(node) and not _COMMENT.search(f"{node.class_name} {node.id}")]
    whole = [(node, text) for node in outer if len(text := blocks.collect(tree, node)) >= WHOLE and _is_prose(text)]
    if len(whole) < 2 or not all(_heading(node) for node, _ in whole):  # noqa: PLR2004 - several are two
        return []
    return [Several(text, _said(node, linked, url)) for node, text in whole]


def _is_inside(node: ElementNode) -> bool:
    """Whether an article stands in another one, or beside the page's own."""
    parent = node.parent_element
    return parent is not None and (parent.closest("article") or parent.closest("aside, nav, footer")) is not None


def _is_prose(text: str) -> bool:
    return sum(len(line) for line in text.splitlines() if len(line) >= blocks.PROSE) * 2 >= len(text)


def _heading(node: ElementNode) -> str:
    found = node.query_selector("h1") or node.query_selector("h2") or node.query_selector("h3")
    return " ".join((found.text or "").split()) if found else ""


def _said(node: ElementNode, linked: Sequence[LinkedArticle], url: str | None) -> Metadata:
    title = _heading(node)
    known = next((one for one in linked if one.title == title), LinkedArticle())
    time = node.query_selector("time[datetime]")
    when = known.published or (time.getattr("datetime") if time else None)
    interval = read_interval(when) if when else None
    published = (
        Published(*interval, basis="metadata", why=(f"its place on the page says {when}",)) if interval else None
    )
    return Metadata(url=known.url or _address(node, url), title=title or None, published=published)


def _address(node: ElementNode, url: str | None) -> str | None:
    """The article's own address: said by the element, or the link of its heading."""
    for name in ("data-url", "data-permalink", "itemid"):
        if node.getattr(name):
            return urljoin(url or "", node.getattr(name) or "")
    link = node.query_selector("h1 a[href], h2 a[href], h3 a[href]")
    return urljoin(url or "", link.getattr("href") or "") if link and url else None

"""Our own plain collector of a page's paragraphs, for pages on which the extractor finds too little.

It walks the page and makes one line of every block that has text of its own. It knows where articles stand
(``<article>``, ``itemprop=articleBody``, ``<main>``) and what never belongs to one (menus, forms, scripts, hidden
things). Where no such place is marked, only prose counts: blocks of some length that are not mostly links.
"""

import re

from resiliparse.parse.html import DOMContext, ElementNode, HTMLTree, traverse_dom

VERSION = "1"
"""Goes up when the same page would give another text."""

PLACES = ('[itemprop~="articleBody"]', "article", '[role="article"]', "main", '[role="main"]')
"""Where articles stand, the surest first."""
# fmt: off
_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
        "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary",
        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    )
)
# fmt: on
_LINE_ENDS = ",".join(sorted(_BLOCKS))
# fmt: off
_SKIPPED = frozenset(
    (
        "aside", "button", "canvas", "datalist", "dialog", "embed", "footer", "form", "head", "iframe",
        "input", "label", "map", "menu", "nav", "noscript", "object", "option", "script", "select",
        "style", "svg", "template", "textarea", "title", "video", "audio",
    )
)
# fmt: on
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:^|[-_ ])(?:comments?|share|sharing|social|related|sidebar|breadcrumbs?|menu|navbar|newsletter|cookies?|"
    r"ads?|promo|tags|most-?read|read-?also|recommend\w*)(?:$|[-_ ])",
    re.IGNORECASE,
)
"""Words in class and id that mark what is not the article's own, as pages' makers use them."""

PROSE = 60
"""Characters from which a block outside a marked place is prose: longer than menu entries, shorter than sentences."""
LINKED = 0.5
"""Share of a block's characters inside links from which it is a list of links."""
MOST_PLACES = 50
"""A page with more articles than this is a list of teasers."""
DEEPEST = 500
"""Levels. Browsers themselves stop at 512; the extractor's time grows with the square of the depth."""
_SPACE = re.compile(r"[ \t\n\r\f]+")


class _Collector:
    """State of one walk: blocks finished, and the one that is being filled."""

    def __init__(self) -> None:
        self.blocks: list[tuple[str, int]] = []
        """Text, and how many of its characters are in links."""
        self._text: list[str] = []
        self._linked = 0
        self._in_link = 0
        self._skipping: int | None = None

    def enter(self, context: DOMContext) -> None:
        """A node begins."""
        if self._skipping is not None:
            return
        node = context.node
        if not isinstance(node, ElementNode):
            if getattr(node, "node_name", "") == "#text":
                self._add(node.value or "")  # type: ignore[attr-defined]
            return
        if _is_skipped(node):
            self._skipping = context.depth
            return
        self._in_link += node.tag == "a"
        if node.tag in _BLOCKS:
            self._close()

    def leave(self, context: DOMContext) -> None:
        """A node ends."""
        node = context.node
        if self._skipping is not None:
            if context.depth <= self._skipping:
                self._skipping = None
            return
        if isinstance(node, ElementNode):
            self._in_link -= node.tag == "a"
            if node.tag in _BLOCKS:
                self._close()

    def finish(self) -> None:
        """The walk is over: what stands outside every block is one, too."""
        self._close()

    def _add(self, text: str) -> None:
        self._text.append(text)
        if self._in_link:
            self._linked += len(text.strip())

    def _close(self) -> None:
        text = _SPACE.sub(" ", "".join(self._text)).strip(" ")
        if text:
            self.blocks.append((text, self._linked))
        self._text, self._linked = [], 0


def collect(tree: HTMLTree, place: ElementNode | None) -> str:
    """The text of a page, one block a line; empty when there is none.

    Words inside a block are joined by single spaces, other letters stay as they are.

    Args:
        tree: The parsed page.
        place: Where its article stands (`find_place`); None when that is not marked.
    """
    node = place or tree.body
    if node is None:
        return ""
    collector = _Collector()
    traverse_dom(node, collector.enter, collector.leave, elements_only=False)
    collector.finish()
    least = 1 if place else PROSE
    return "\n".join(text for text, linked in collector.blocks if len(text) >= least and linked < LINKED * len(text))


def most(place: ElementNode) -> int:
    """Characters that `collect` can find in a place at most; told without walking through it."""
    return len(place.text or "") + 2 * len(place.query_selector_all(_LINE_ENDS))


def find_place(tree: HTMLTree) -> ElementNode | None:
    """Where the article stands: the first marked place that a page has once, or that holds half of all like it."""
    if tree.document is None:
        return None
    for selector in PLACES:
        nodes = tree.document.query_selector_all(selector).values()
        sizes = [len(node.text or "") for node in nodes[:MOST_PLACES]]
        if sizes and len(nodes) <= MOST_PLACES and max(sizes) * 2 >= sum(sizes):
            return nodes[sizes.index(max(sizes))]
    return None


def lines_of_others(tree: HTMLTree, place: ElementNode) -> frozenset[str]:
    """The lines of other articles on the page: teasers below it, the next one of an endless page.

    Args:
        tree: The parsed page.
        place: Where the page's own article stands (`find_place`).
    """
    nodes = tree.document.query_selector_all("article").values() if tree.document else []
    own = place.closest("article")
    others = [node for node in nodes[:MOST_PLACES] if node not in {own, place} and not _holds(place, node)]
    lines = {line for node in others if not _holds(node, place) for line in collect(tree, node).splitlines()}
    return frozenset(lines - set(collect(tree, place).splitlines())) if lines else frozenset()


def _holds(outer: ElementNode, inner: ElementNode) -> bool:
    node: ElementNode | None = inner
    while node is not None:
        if node == outer:
            return True
        node = node.parent_element
    return False


def is_deep(tree: HTMLTree, html: str) -> bool:
    """Whether elements are nested deeper than any page made for people, so that careful tools take for ever.

    Args:
        tree: The parsed page.
        html: Its source; where so many elements cannot be open at once, the tree is not walked.
    """
    if html.count("<") - 2 * html.count("</") <= DEEPEST or tree.body is None:
        return False
    deepest = 0

    def enter(context: DOMContext) -> None:
        nonlocal deepest
        deepest = max(deepest, context.depth)

    traverse_dom(tree.body, enter, None, elements_only=True)
    return deepest > DEEPEST


def _is_skipped(node: ElementNode) -> bool:
    if node.tag in _SKIPPED or node.hasattr("hidden") or node.getattr("aria-hidden") == "true":
        return True
    if node.tag in {"body", "article", "main"}:
        return False
    names = f"{node.class_name or ''} {node.id or ''}"
    return bool(_ASIDE.search(names) or _HIDDEN.search(node.getattr("style") or ""))

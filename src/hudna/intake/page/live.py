"""Live pages («تغطية مباشرة»): short entries of a day, each with its own time, one below the other.

A page says so for search engines (schema.org LiveBlogPosting, whose `liveBlogUpdate` holds the entries). Each entry
becomes a text of its own with its own time: «قبل ساعة» and «اليوم» count from there, not from when the coverage began.
What the page holds beside them stays its own text, so that nothing is lost where it says little of its entries.
"""

from collections.abc import Sequence

import msgspec
from resiliparse.parse.html import HTMLTree

from hudna.intake.dates import read_interval
from hudna.intake.metadata import Metadata
from hudna.intake.page import blocks
from hudna.intake.page.ld import LinkedArticle
from hudna.model import Published

MOST = 1_000
"""Entries that are read of one page; long coverages have some hundreds."""
_SPACES = str.maketrans(dict.fromkeys(" \t\r\n\N{NO-BREAK SPACE}\u200b\u200e\u200f\N{NARROW NO-BREAK SPACE}"))


class Entry(msgspec.Struct, frozen=True):
    """One entry of a live page."""

    text: str
    """Its headline, and below it its words."""
    found: Metadata
    name: str | None = None
    """Its own address, by which it is known when the page is saved again."""
    version: str | None = None
    """When it was changed last, if the page says so."""


def find_entries(linked: Sequence[LinkedArticle], url: str | None) -> list[Entry]:
    """The entries of a live page, in its order; nothing unless at least two have a time.

    Args:
        linked: What the page says of its articles for search engines.
        url: The page's own address.
    """
    told = [one for live in linked for one in live.updates][:MOST]
    entries = [_entry(one, url) for one in told if one.published and (one.body or one.title)]
    return entries if len(entries) > 1 else []


def beside(text: str, entries: Sequence[Entry]) -> str:
    """What a page's text holds beside its entries: the lines that stand in none, if there is prose among them."""
    known = "\n".join(_bare(entry.text) for entry in entries)
    lines = [line for line in text.splitlines() if not (bare := _bare(line)) or bare not in known]
    return "\n".join(lines).strip() if any(len(line) >= blocks.PROSE for line in lines) else ""


def _entry(one: LinkedArticle, url: str | None) -> Entry:
    body = _plain(one.body or "")
    title = one.title or ""
    text = body if _bare(body).startswith(_bare(title)) else f"{title}\n{body}".strip()
    interval = read_interval(one.published or "")
    published = Published(*interval, basis="metadata", why=(f"the entry says {one.published}",)) if interval else None
    name = one.url if one.url and one.url != url else None
    return Entry(
        text=text,
        found=Metadata(url=one.url or url, title=one.title, published=published),
        name=name,
        version=one.modified if one.modified != one.published else None,
    )


def _plain(body: str) -> str:
    """The words of a body that may be markup."""
    if "<" not in body:
        return body
    tree = HTMLTree.parse(f"<body><article>{body}</article></body>")
    return blocks.collect(tree, blocks.find_place(tree))


def _bare(text: str) -> str:
    return text.translate(_SPACES)

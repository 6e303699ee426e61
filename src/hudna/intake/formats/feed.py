"""RSS and Atom: every entry is a document, its full text where the feed holds it, else its summary.

Entities are never resolved and nothing is fetched, so a feed cannot blow up or reach out. Its bytes are kept as they
are. A feed that was saved again brings the same entries again: those that did not change are known by their ids, a
changed one becomes a document of its own, named with the time of the change.
"""

import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]
from resiliparse.parse.html import HTMLTree

from hudna.intake.dates import read_interval
from hudna.intake.decode import decode
from hudna.intake.formats.base import Draft, Format, Item, Opened
from hudna.intake.formats.text import encoding_issues
from hudna.intake.metadata import Metadata
from hudna.intake.page import blocks, declared_charset, host_of
from hudna.intake.problems import problem
from hudna.model import Published

VERSION = "1"
"""Goes up when the same entry would give another text."""
_LIKE = re.compile(
    rb"^(?:\xef\xbb\xbf)?+\s*+"
    rb"(?:(?:<\?[^>]*+>|<!--(?:(?!-->).)*+-->|<!DOCTYPE[^>\[]*+(?:\[(?:(?!\]\s*+>).)*+\]\s*+)?+>)\s*+)*+"
    rb"<(?:rss|rdf:RDF|(?:\w+:)?feed)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Nothing in it is tried twice (`*+`): some pages begin with dozens of comments, and each would double the time."""
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_ENTITY = re.compile(r"<!ENTITY\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z/!]|&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
_BODIES = ("encoded", "content")
_SUMMARIES = ("description", "summary", "subtitle")
_DATES = ("published", "pubDate", "issued", "date", "created")
_CHANGES = ("updated", "modified")
_LONGEST = 300
MOST_ENTRIES = 10_000
"""Real feeds hold up to some hundred."""

Element: TypeAlias = Any
"""An element of lxml, which brings no types."""


def read_feed(opened: Opened) -> Iterator[Item]:
    """The entries of a feed."""
    if not opened.held.in_memory:
        size, limit = opened.held.source.size, opened.options.memory_limit
        yield problem("too_large", opened.where, what="the feed", size=size, unit="bytes", limit=limit)
        return
    data = opened.held.data
    decoded = decode(data, declared=opened.declared or declared_charset(data))
    yield from encoding_issues(decoded, opened.where)
    if decoded is None:
        return
    if _ENTITY.search(decoded.text):
        yield problem("feed_entities", opened.where)
    root = _parse(decoded.text)
    entries = [] if root is None else [node for node in root.iter() if _name(node) in {"item", "entry"}]
    if not entries or root is None:
        yield problem("feed_empty", opened.where)
        return
    publisher = _publisher(root)
    for number, entry in enumerate(entries[:MOST_ENTRIES], start=1):
        yield from _entry(entry, number, publisher, opened, decoded.encoding)
    if len(entries) > MOST_ENTRIES:
        yield problem("too_large", opened.where, what="the feed", size=len(entries), unit="entries", limit=MOST_ENTRIES)


def _parse(text: str) -> Element | None:
    """The root of a feed, mended where it is broken; None when there is none."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, encoding="utf-8"
    )
    plain = _CONTROLS.sub("", _DECLARATION.sub("", text.lstrip("\ufeff")))
    try:
        root: Element | None = etree.fromstring(plain.encode("utf-8", errors="replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root


def _name(node: Element) -> str:
    """The element's name without its namespace, also where its prefix was never declared."""
    return node.tag.rpartition("}")[2].rpartition(":")[2] if isinstance(node.tag, str) else ""


def _child(node: Element, names: tuple[str, ...]) -> Element | None:
    """The first child with the first of these names that has any text."""
    for name in names:
        for child in node:
            if _name(child) == name and (_text(child) or len(child)):
                return child
    return None


def _text(node: Element | None) -> str:
    return "" if node is None else "".join(str(part) for part in node.itertext()).strip()


def _said(node: Element, names: tuple[str, ...]) -> str:
    return _text(_child(node, names))


def _publisher(root: Element) -> str | None:
    channel = next((node for node in root.iter() if _name(node) == "channel"), root)
    return _said(channel, ("title",)) or None


def _link(entry: Element) -> str | None:
    """The address of the entry's page."""
    links = [node for node in entry if _name(node) == "link"]
    for node in sorted(links, key=lambda node: node.get("rel", "alternate") != "alternate"):
        link = (node.get("href") or node.text or "").strip()
        if link:
            return link
    return None


def _entry(entry: Element, number: int, publisher: str | None, opened: Opened, encoding: str) -> Iterator[Item]:
    where = f"{opened.where}#{number}"
    title = _plain(_said(entry, ("title",))).strip()
    full = _child(entry, _BODIES)
    body = _plain(_inner(full if full is not None else _child(entry, _SUMMARIES)))
    text = "\n\n".join(part for part in (title, body) if part)
    if not text:
        yield problem("empty", where)
        return
    link = _link(entry)
    found, troubles = _published(entry, where)
    yield from troubles
    changed = read_interval(_said(entry, _CHANGES))
    extra = {"feed": "full" if full is not None else "summary"} | ({"modified": changed[0]} if changed else {})
    name = _said(entry, ("guid", "id")) or link
    yield Draft(
        text=text,
        where=where,
        format=FORMAT.name,
        encoding=encoding,
        extractor=f"hudna feed {VERSION}",
        id=name if name and len(name) <= _LONGEST else None,
        version=changed[0] if changed else None,
        line=number,
        found=Metadata(url=link, source=publisher or host_of(link), title=title or None, published=found, extra=extra),
    )


def _inner(node: Element | None) -> str:
    """What an element holds: its text, or the markup of Atom's `xhtml` content."""
    if node is None:
        return ""
    return etree.tostring(node, encoding="unicode", with_tail=False) if len(node) else _text(node)


def _plain(words: str) -> str:
    """The text of a piece of HTML; a plain text stays as it is."""
    if not _MARKUP.search(words):
        return words
    tree = HTMLTree.parse(f"<body>{words}</body>")
    return blocks.collect(tree, tree.body)


def _published(entry: Element, where: str) -> tuple[Published | None, list[Item]]:
    """When the entry was published, or else last changed."""
    for name in (*_DATES, *_CHANGES):
        value = _said(entry, (name,))
        if not value:
            continue
        interval = read_interval(value)
        if interval is None:
            return None, [problem("date_unread", where, value=value[:80])]
        why = (f"the feed's {name} says {value}",)
        return Published(first=interval[0], last=interval[1], basis="metadata", why=why), []
    return None, []


FORMAT = Format(
    name="feed",
    label="a feed (RSS or Atom)",
    suffixes=(".xml", ".rss", ".atom"),
    media=("application/rss+xml", "application/atom+xml", "application/xml", "text/xml", "application/rdf+xml"),
    looks_like=lambda head: _LIKE.match(head) is not None,
    read=read_feed,
)

"""JSON-LD: what a page says of its article for search engines (schema.org NewsArticle and its relatives)."""

import html
import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from hudna.intake.loose_json import REFUSED, loose

ARTICLES = frozenset(
    {
        "AnalysisNewsArticle",
        "Article",
        "BackgroundNewsArticle",
        "BlogPosting",
        "LiveBlogPosting",
        "NewsArticle",
        "OpinionNewsArticle",
        "Report",
        "ReportageNewsArticle",
        "SocialMediaPosting",
    }
)
"""Types of schema.org that are one published text."""
DEPTH = 8
"""Levels that are searched. Real pages nest three (graph, article, publisher)."""


class LinkedArticle(msgspec.Struct, frozen=True):
    """The fields of one article; None where it has none."""

    title: str | None = None
    url: str | None = None
    published: str | None = None
    modified: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    body: str | None = None
    updates: tuple["LinkedArticle", ...] = ()
    """The entries of a live page."""


def read_articles(blocks: Iterable[str]) -> tuple[list[LinkedArticle], list[str]]:
    """The articles in a page's JSON-LD blocks, and why some blocks cannot be read."""
    articles: list[LinkedArticle] = []
    troubles: list[str] = []
    for block in blocks:
        try:
            data = loose(block)
        except REFUSED as trouble:
            troubles.append(str(trouble))
            articles.extend(_salvaged(block))
            continue
        articles.extend(_article(node) for node in _nodes(data, DEPTH) if _types(node) & ARTICLES)
    return articles, troubles


_FIELD = re.compile(
    r'"(headline|datePublished|dateModified)"\s*:\s*(?:"((?:[^"\\\n]|\\.){1,500})"|(\d{4}-\d\d-\d\d[^\s,}\]]{0,40}))'
)
_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"([^"]{1,60})"')


def _salvaged(block: str) -> list[LinkedArticle]:
    """What can still be told of the one article in a block that is no JSON: a quote forgotten, a comma too many."""
    types = [name.rpartition("/")[2] for name in _TYPE.findall(block)]
    if sum(name in ARTICLES for name in types) != 1:
        return []
    found: dict[str, str] = {}
    for name, quoted, bare in _FIELD.findall(block):
        found.setdefault(name, quoted.replace('\\"', '"') or bare)
    return [_article(found)] if found else []


def _nodes(data: Any, depth: int) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - whatever JSON holds
    """Every object, outer ones first."""
    if depth == 0:
        return
    if isinstance(data, list):
        for item in data:
            yield from _nodes(item, depth - 1)
    elif isinstance(data, dict):
        yield data
        for item in data.values():
            if isinstance(item, (dict, list)):
                yield from _nodes(item, depth - 1)


def _types(node: dict[str, Any]) -> set[str]:
    types = node.get("@type")
    listed = types if isinstance(types, list) else [types]
    return {name.rpartition("/")[2] for name in listed if isinstance(name, str)}


def _article(node: dict[str, Any]) -> LinkedArticle:
    return LinkedArticle(
        title=_text(node.get("headline")) or _text(node.get("name")),
        url=_text(node.get("url")) or _text(node.get("mainEntityOfPage"), "@id", "url"),
        published=_text(node.get("datePublished")),
        modified=_text(node.get("dateModified")),
        publisher=_text(node.get("publisher"), "name"),
        authors=_authors(node.get("author")),
        body=_text(node.get("articleBody")),
        updates=_updates(node.get("liveBlogUpdate")),
    )


def _updates(value: Any) -> tuple[LinkedArticle, ...]:  # noqa: ANN401 - whatever JSON holds
    """The entries of a live page; an entry has none of its own."""
    listed = value if isinstance(value, list) else [value]
    entries = ({**node, "liveBlogUpdate": None} for node in listed if isinstance(node, dict))
    return tuple(_article(node) for node in entries)


def _authors(value: Any) -> tuple[str, ...]:  # noqa: ANN401 - whatever JSON holds
    listed = value if isinstance(value, list) else [value]
    return tuple(name for name in (_text(item, "name") for item in listed) if name)


def _text(value: Any, *fields: str) -> str | None:  # noqa: ANN401 - whatever JSON holds
    """A string, or the first of these fields of an object, or of the first object of a list."""
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = next((value[field] for field in fields if isinstance(value.get(field), str)), None)
    return (html.unescape(value).strip() or None) if isinstance(value, str) else None

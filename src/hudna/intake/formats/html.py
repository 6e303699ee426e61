"""A web page, saved as one file: one document, the article's text."""

import re
from collections.abc import Iterator

import msgspec
from resiliparse.parse.html import HTMLTree

from hudna.intake.decode import Decoded, decode, same_encoding
from hudna.intake.formats.base import Draft, Format, Opened
from hudna.intake.formats.text import encoding_issues
from hudna.intake.metadata import Metadata, merge
from hudna.intake.page import beside, blocks, declared_charset, extract, find_entries, find_several, read_metadata
from hudna.intake.page.live import Entry
from hudna.intake.page.several import Several
from hudna.intake.problems import problem
from hudna.model import Issue

_START = re.compile(
    rb"^(?:\xef\xbb\xbf)?+\s*+(?:<\?xml[^>]*+>\s*+)?+(?:<!--(?:(?!-->).)*+-->\s*+)*+"
    rb"<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
"""Nothing in it is tried twice (`*+`): pages may begin with dozens of comments, and each would double the time."""


def looks_like(head: bytes) -> bool:
    """Whether the first bytes are the start of a page: a doctype, or one of the elements around all others."""
    return _START.match(head) is not None


def read_html(opened: Opened) -> Iterator[Draft | Issue]:
    """The one text of a page."""
    source = opened.held.source
    if not opened.held.in_memory:
        limit = opened.options.memory_limit
        yield problem("too_large", opened.where, what="the page", size=source.size, unit="bytes", limit=limit)
        return
    declared = opened.declared or declared_charset(opened.held.data)
    decoded = decode(opened.held.data, declared=declared)
    yield from _encoding_issues(decoded, declared, opened.where)
    if decoded is not None:
        yield from _page(decoded, opened)


def _page(decoded: Decoded, opened: Opened) -> Iterator[Draft | Issue]:
    tree = HTMLTree.parse(decoded.text)
    found, body, linked, issues = read_metadata(tree, opened.where)
    yield from issues
    nul = decoded.text.count("\0")
    if nul:
        yield problem("page_nul", opened.where, count=nul)
    several = find_several(tree, linked, found.url)
    if several:
        yield from _articles(several, found, decoded, opened)
        return
    extracted = extract(tree, decoded.text, body)
    if extracted.deep:
        yield problem("page_deep", opened.where, limit=blocks.DEEPEST)
    if not extracted.text.strip():
        yield problem("page_without_text", opened.where)
        return
    entries = find_entries(linked, found.url)
    text = beside(extracted.text, entries) if entries else extracted.text
    if text:
        yield Draft(
            text=text,
            where=opened.where,
            format=FORMAT.name,
            encoding=decoded.encoding,
            extractor=extracted.extractor,
            found=found,
        )
    yield from _entries(entries, found, decoded, opened)


def _entries(entries: list[Entry], page: Metadata, decoded: Decoded, opened: Opened) -> Iterator[Draft]:
    """The entries of a live page; its publisher is theirs."""
    for number, entry in enumerate(entries, start=1):
        yield Draft(
            text=entry.text,
            where=f"{opened.where}#{number}",
            format=FORMAT.name,
            encoding=decoded.encoding,
            extractor="JSON-LD liveBlogUpdate",
            id=entry.name,
            version=entry.version,
            line=number,
            found=msgspec.structs.replace(entry.found, source=page.source),
        )


def _articles(several: list[Several], found: Metadata, decoded: Decoded, opened: Opened) -> Iterator[Draft | Issue]:
    """Several articles of one page; what the page says of itself is the first one's, its publisher all theirs."""
    for number, one in enumerate(several, start=1):
        own = merge((found, one.found)) if number == 1 else msgspec.structs.replace(one.found, source=found.source)
        yield Draft(
            text=one.text,
            where=f"{opened.where}#{number}",
            format=FORMAT.name,
            encoding=decoded.encoding,
            extractor=f"hudna blocks {blocks.VERSION}",
            line=number if number > 1 else None,
            found=own,
        )


def _encoding_issues(decoded: Decoded | None, declared: str | None, where: str) -> Iterator[Issue]:
    if decoded is None or declared is None or same_encoding(declared, decoded.encoding):
        yield from encoding_issues(decoded, where)
        return
    if not decoded.text.isascii():
        yield problem("other_encoding", where, declared=declared, encoding=decoded.encoding)
    if decoded.replaced:
        yield problem("replaced", where, count=decoded.replaced, encoding=decoded.encoding)


FORMAT = Format(
    name="html",
    label="a web page",
    suffixes=(".html", ".htm", ".xhtml"),
    media=("text/html", "application/xhtml+xml"),
    looks_like=looks_like,
    read=read_html,
)

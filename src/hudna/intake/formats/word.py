"""A Word document (.docx): one document, a paragraph a line, cells of tables among them.

Read are the words of its body as they stand now: what was inserted under review is there, what was deleted is not. The
day on which the file was made is kept (`extra.created`) and not taken for the day of publication, as of a PDF; names of
its authors stay in the bytes. Entities are never resolved and nothing is fetched.
"""

import zipfile
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree  # type: ignore[import-untyped]

from hudna.intake.archive.unpacking import REFUSED
from hudna.intake.formats.base import Draft, Format, Item, Opened
from hudna.intake.metadata import Metadata
from hudna.intake.problems import problem

VERSION = "1"
"""Goes up when the same file would give another text."""
_BODY, _SAID = "word/document.xml", "docProps/core.xml"
_REFUSED = (*REFUSED, etree.XMLSyntaxError, KeyError)
"""What unpacking and parsing raise for damage, passwords, and a file that is none."""
_PASSED = frozenset({"del", "moveFrom", "Fallback", "pPr", "rPr", "tblPr", "sectPr", "instrText"})
"""What was deleted, properties, and the second form of text boxes for old programs."""

Element: TypeAlias = Any
"""An element of lxml, which brings no types."""


def read_word(opened: Opened) -> Iterator[Item]:
    """The text of a document."""
    limit = opened.options.memory_limit
    if not opened.held.in_memory:
        size = opened.held.source.size
        yield problem("too_large", opened.where, what="the document", size=size, unit="bytes", limit=limit)
        return
    try:
        with opened.held.sought() as stream, zipfile.ZipFile(stream) as parts:
            size = parts.getinfo(_BODY).file_size
            if size > limit:
                yield problem("too_large", opened.where, what="the document", size=size, unit="bytes", limit=limit)
                return
            text = _text(_parsed(parts.read(_BODY)))
            found = _said(parts, limit)
    except _REFUSED as trouble:
        yield problem("damaged", opened.where, why=f"{type(trouble).__name__}: {trouble}"[:200])
        return
    yield Draft(
        text=text,
        where=opened.where,
        format=FORMAT.name,
        encoding="utf-8",
        extractor=f"lxml {etree.__version__}, hudna word {VERSION}",
        found=found,
    )


def _parsed(data: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    return etree.fromstring(data, parser)


def _text(root: Element) -> str:
    """The paragraphs, one a line; empty ones are passed over."""
    lines: list[list[str]] = [[]]
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, node in walk:
        name = _name(node)
        if name in {"p", "br", "cr"}:
            lines.append([])
        elif event == "end":
            continue
        elif name in _PASSED:
            walk.skip_subtree()
        elif name in {"t", "tab"}:
            lines[-1].append(node.text or "" if name == "t" else "\t")
    return "\n".join(line for pieces in lines if (line := "".join(pieces).strip(" \t")))


def _name(node: Element) -> str:
    """Its name without the namespace; comments and the like have none."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _said(parts: zipfile.ZipFile, limit: int) -> Metadata:
    """What the file says of itself, where that can be read."""
    if _SAID not in parts.namelist() or parts.getinfo(_SAID).file_size > limit:
        return Metadata()
    try:
        told = {_name(node): (node.text or "").strip() for node in _parsed(parts.read(_SAID))}
    except _REFUSED:
        return Metadata()  # without it the text is as good
    created = told.get("created")
    return Metadata(title=told.get("title") or None, extra={"created": created} if created else {})


FORMAT = Format(
    name="word",
    label="a Word document",
    suffixes=(".docx",),
    media=("application/vnd.openxmlformats-officedocument.wordprocessingml.document",),
    looks_like=lambda head: False,  # noqa: ARG005 - told by its name: its first bytes are those of any ZIP archive
    read=read_word,
)

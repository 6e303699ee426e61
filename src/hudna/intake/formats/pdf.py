"""A PDF with a text layer: one document, its pages one after the other.

Pictures of letters are not read. The day on which the file was made is kept (`extra.created`) and not taken for the day
of publication: files are made anew for years.
"""

import importlib.metadata
import io
import logging
from collections.abc import Iterator
from typing import Any

from hudna.intake.formats.base import Draft, Format, Item, Opened
from hudna.intake.metadata import Metadata
from hudna.intake.problems import problem

VERSION = "1"
_MARK = b"%PDF-"
MOST_PAGES = 2_000
"""A yearbook. Each page takes some tenths of a second."""


def read_pdf(opened: Opened) -> Iterator[Item]:
    """The text of a PDF."""
    from pypdf import PdfReader  # noqa: PLC0415 - most runs have none, and it takes a tenth of a second to load

    if not opened.held.in_memory:
        size, limit = opened.held.source.size, opened.options.memory_limit
        yield problem("too_large", opened.where, what="the PDF", size=size, unit="bytes", limit=limit)
        return
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it complains of is told by our issues
    try:
        reader = PdfReader(io.BytesIO(opened.held.data))
        locked = reader.is_encrypted and not reader.decrypt("")
        pages = 0 if locked else len(reader.pages)
    except Exception as trouble:  # noqa: BLE001 - a broken PDF can raise anything in pypdf, and costs only itself
        yield problem("damaged", opened.where, why=f"{type(trouble).__name__}: {trouble}"[:200])
        return
    if locked:
        yield problem("member_locked", opened.where)
        return
    yield from _document(reader, pages, opened)


def _document(reader: Any, pages: int, opened: Opened) -> Iterator[Item]:  # noqa: ANN401 - pypdf is loaded late
    texts: list[str] = []
    size = 0
    for number in range(min(pages, MOST_PAGES)):
        try:
            texts.extend(_page(reader.pages[number]))
        except Exception as trouble:  # noqa: BLE001 - as above: one page
            why = f"{type(trouble).__name__}: {trouble}"[:200]
            yield problem("pdf_page", f"{opened.where}#{number + 1}", page=number + 1, why=why)
        size = sum(map(len, texts))
        if size > opened.options.text_limit:
            break
    if pages > MOST_PAGES:
        yield problem("too_large", opened.where, what="the PDF", size=pages, unit="pages", limit=MOST_PAGES)
    elif not size:
        yield problem("pdf_without_text", opened.where)
    else:
        yield Draft(
            text="\n".join(texts),
            where=opened.where,
            format=FORMAT.name,
            encoding="utf-8",
            extractor=f"pypdf {importlib.metadata.version('pypdf')}, hudna papers {VERSION}",
            found=_said(reader),
        )


def _page(page: Any) -> list[str]:  # noqa: ANN401 - as above
    from hudna.intake.papers import paragraphs, pieces_of  # noqa: PLC0415 - loads pypdf

    return paragraphs(pieces_of(page))


def _said(reader: Any) -> Metadata:  # noqa: ANN401 - as above
    """What the file says of itself, where that can be read."""
    try:
        found = reader.metadata or {}
        title, created = str(found.get("/Title") or "").strip(), found.get("/CreationDate")
    except Exception:  # noqa: BLE001 - as above: without it the text is as good
        return Metadata()
    return Metadata(title=title or None, extra={"created": str(created)} if created else {})


FORMAT = Format(
    name="pdf",
    label="a PDF",
    suffixes=(".pdf",),
    marks=(_MARK,),
    media=("application/pdf",),
    looks_like=lambda head: head.startswith(_MARK),
    read=read_pdf,
)

"""The few things of a Word document that python-docx has no words for: directions, bookmarks, links, borders."""

import re
import unicodedata
from typing import Any, cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.oxml import serialize_part_xml
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

_NO_NAME = re.compile(r"\W")
_NOTE = 7.5
"""Points of a footnote."""
_RTL = frozenset({"R", "AL"})


def made(tag: str, **attributes: object) -> BaseOxmlElement:
    """One element `w:tag` with its `w:` attributes."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name.rstrip('_')}"), str(value))
    return element


def direction_of_words(words: str) -> str:
    """`rtl` or `ltr` by the first letter that has a direction; words without one run left to right, as numbers do."""
    for letter in words:
        sort = unicodedata.bidirectional(letter)
        if sort in _RTL or sort == "L":
            return "rtl" if sort in _RTL else "ltr"
    return "ltr"


def turn(paragraph: Paragraph) -> None:
    """Make a paragraph run from right to left; its start is the right edge then."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - the only door that python-docx has
    properties.insert_element_before(
        made("bidi"),
        *("w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents"),
        *("w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:outlineLvl", "w:rPr", "w:sectPr"),
    )


def bookmark(paragraph: Paragraph, anchor: str, number: int) -> None:
    """A place that links lead to, at the end of a paragraph as it stands."""
    paragraph._p.append(made("bookmarkStart", id=number, name=bookmark_name(anchor)))  # noqa: SLF001 - as above
    paragraph._p.append(made("bookmarkEnd", id=number))  # noqa: SLF001 - as above


def bookmark_name(anchor: str) -> str:
    """Word takes letters, digits and underscores, forty of them at most."""
    return f"h_{_NO_NAME.sub('_', anchor)}"[:40]


def hyperlink(paragraph: Paragraph, to: str) -> BaseOxmlElement:
    """A link to a bookmark (`#anchor`) or to the web; runs are put into it."""
    if to.startswith("#"):
        element = made("hyperlink", anchor=bookmark_name(to[1:]), history=1)
    else:
        key = paragraph.part.relate_to(to, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        element = made("hyperlink", history=1)
        element.set(qn("r:id"), key)
    paragraph._p.append(element)  # noqa: SLF001 - as above
    return element


def field(paragraph: Paragraph, code: str) -> None:
    """A number that Word computes: PAGE, NUMPAGES."""
    for sort in ("begin", None, "end"):
        run = paragraph.add_run()
        if sort is None:
            words = made("instrText")
            words.text = code
            run._r.append(words)  # noqa: SLF001 - as above
        else:
            run._r.append(made("fldChar", fldCharType=sort))  # noqa: SLF001 - as above


def shape_table(table: Table, *, rtl: bool) -> None:
    """Thin lines between rows, columns from the right in a right-to-left paper, head rows again on each page."""
    properties = table._tbl.tblPr  # noqa: SLF001 - as above
    if rtl:
        properties.insert_element_before(
            made("bidiVisual"), "w:tblStyleRowBandSize", "w:tblStyleColBandSize", "w:tblW", "w:jc", "w:tblLayout"
        )
    borders = made("tblBorders")
    for side, size in (("top", 8), ("bottom", 4), ("insideH", 4)):
        borders.append(made(side, val="single", sz=size, space=0, color="9A9C99"))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    margins = made("tblCellMar")
    for side in ("left", "right"):
        margins.append(made(side, w=70, type="dxa"))
    properties.insert_element_before(margins, "w:tblLook")


def repeat_head(table: Table) -> None:
    """The first row comes again on each page."""
    table.rows[0]._tr.get_or_add_trPr().append(made("tblHeader"))  # noqa: SLF001 - as above


def shade(cell_element: BaseOxmlElement, colour: str) -> None:
    """A cell's ground."""
    cell_element.get_or_add_tcPr().append(made("shd", val="clear", color="auto", fill=colour))


def turn_document(document: Document) -> None:
    """Sections of a right-to-left document: gutter and columns from the right."""
    for section in document.sections:
        section._sectPr.insert_element_before(made("bidi"), "w:rtlGutter", "w:docGrid", "w:printerSettings")  # noqa: SLF001


class Footnotes:
    """The footnotes of a document, which python-docx cannot write: a part of their own, two separators, then notes."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._root = made("footnotes")
        self._count = 0
        for number, sort in ((-1, "separator"), (0, "continuationSeparator")):
            note = made("footnote", type=sort, id=number)
            paragraph = made("p")
            run = made("r")
            run.append(made(sort))
            paragraph.append(run)
            note.append(paragraph)
            self._root.append(note)
        self._styles()

    def _styles(self) -> None:
        """Word's own names, so that its program knows them."""
        styles = self._document.styles
        text: Any = styles.add_style("footnote text", WD_STYLE_TYPE.PARAGRAPH)
        text.base_style, text.font.size = styles["Normal"], Pt(_NOTE)
        mark: Any = styles.add_style("footnote reference", WD_STYLE_TYPE.CHARACTER)
        mark.font.superscript = True
        self._text, self._mark = text.style_id, mark.style_id

    def add(self, paragraph: Paragraph) -> Paragraph:
        """A mark at the end of a paragraph; the paragraph of its note, in which the number stands already."""
        self._count += 1
        paragraph._p.append(self._number("footnoteReference", id=self._count))  # noqa: SLF001 - as above
        note = made("footnote", id=self._count)
        inside = made("p")
        properties = made("pPr")
        properties.append(made("pStyle", val=self._text))
        inside.append(properties)
        inside.append(self._number("footnoteRef"))
        note.append(inside)
        self._root.append(note)
        told = Paragraph(cast("CT_P", inside), paragraph._parent)  # noqa: SLF001 - as above
        told.add_run(" ")
        return told

    def _number(self, tag: str, **attributes: object) -> BaseOxmlElement:
        run, properties = made("r"), made("rPr")
        properties.append(made("rStyle", val=self._mark))
        run.append(properties)
        run.append(made(tag, **attributes))
        return run

    def finish(self) -> None:
        """Put the part into the document's package, where there are notes."""
        if not self._count:
            return
        whole = self._document.part
        name, sort = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
        part = Part(name, sort, serialize_part_xml(self._root), whole.package)
        whole.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

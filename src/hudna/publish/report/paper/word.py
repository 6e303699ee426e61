"""The paper as DOCX, to be edited in the office's own program.

Headings are Word's own heading styles, so its outline works; references are links to bookmarks at the exact words;
right-to-left papers have right-to-left paragraphs, runs and tables. Pictures are PNG: not every program draws SVG.
"""

import io
import zipfile
from typing import Any

import docx
import msgspec
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from hudna.publish.report.dossier import Dossier
from hudna.publish.report.paper import ooxml
from hudna.publish.report.paper.blocks import (
    Bullets,
    Drawing,
    Glance,
    Heading,
    Line,
    Note,
    Paper,
    Para,
    Row,
    Run,
    Table,
)
from hudna.publish.report.paper.build import build
from hudna.publish.report.paper.pdf import picture_png
from hudna.publish.report.wording import Language, clean

FONT = "Arial"
"""On every office machine, and it has Arabic letters; Word takes another where it is missing."""
_INK, _SOFT = RGBColor(0x23, 0x26, 0x2B), RGBColor(0x5D, 0x63, 0x6C)
_WIDTH_MM = 176
BODY, CELL, LARGE = 9.5, 8.5, 17.0
"""Sizes in points: running text, tables, the numbers at a glance."""
_MARKS = {"ltr": "\u200e", "rtl": "\u200f"}
_SIZES = {"Normal": BODY, "Heading 1": 15, "Heading 2": 11.5, "Heading 3": 10.5, "Title": 22, "List Bullet": BODY}
_LOOKS = {"intro": "Hudna Soft", "note": "Hudna Small", "kicker": "Hudna Soft", "hash": "Hudna Small", "title": "Title"}
_SAME_DATE = (1980, 1, 1, 0, 0, 0)
"""Inside the file: the same report gives the same bytes."""


def write_docx(dossier: Dossier, language: Language) -> bytes:
    """One DOCX about a day or a span; arguments are those of `write_report`.

    Raises:
        UsageError: There is no such language, or no font has Arabic letters: the pictures need one.
    """
    return set_document(build(dossier.desk(language)))


def set_document(paper: Paper) -> bytes:
    """A paper as DOCX."""
    writer = Writer(paper)
    for block in paper.blocks:
        writer.put(block)
    writer.finish()
    made = io.BytesIO()
    writer.document.save(made)
    return _undated(made.getvalue())


def _undated(data: bytes) -> bytes:
    """The same archive without the clock."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            info = zipfile.ZipInfo(name, _SAME_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(info, given.read(name))
    return made.getvalue()


class Writer:
    """One document in the making."""

    def __init__(self, paper: Paper) -> None:
        self.rtl = paper.dir == "rtl"
        self.language = paper.language
        self.document: Document = docx.Document()
        self._bookmarks = 0
        self._notes = ooxml.Footnotes(self.document)
        self._makers: dict[type, Any] = {
            Heading: self._heading,
            Para: self._para,
            Bullets: self._bullets,
            Table: self._table,
            Drawing: self._drawing,
            Glance: self._glance,
        }
        self._prepare(paper)

    def put(self, block: object) -> None:
        """One block at the end."""
        self._makers[type(block)](block)

    def finish(self) -> None:
        """What stands at the end of the file."""
        self._notes.finish()

    # --- the document -------------------------------------------------------------------------------------------------

    def _prepare(self, paper: Paper) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm((210 - _WIDTH_MM) / 2)
        section.top_margin = section.bottom_margin = Mm(18)
        about = self.document.core_properties
        about.title, about.author, about.language = clean(paper.title), "Hudna", paper.language
        about.comments = ""
        self._styles()
        if self.rtl:
            ooxml.turn_document(self.document)
        foot = section.footer.paragraphs[0]
        foot.style = self.document.styles["Hudna Small"]
        self._fill(foot, (*paper.footer, Run(f" · {paper.page} ")))
        ooxml.field(foot, "PAGE")

    def _styles(self) -> None:
        styles = self.document.styles
        for name, base in (("Hudna Soft", "Normal"), ("Hudna Small", "Normal")):
            made: Any = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
            made.base_style = styles[base]
            made.font.color.rgb = _SOFT
        for name, size in {**_SIZES, "Hudna Soft": BODY, "Hudna Small": 8}.items():
            style: Any = styles[name]
            _lettering(style, size, bold=name.startswith(("Heading", "Title")))
            if name.startswith(("Heading", "Title")):
                style.font.color.rgb = _INK
        for border in styles["Title"].element.findall(f".//{qn('w:pBdr')}"):
            border.getparent().remove(border)
        normal: Any = styles["Normal"]
        normal.paragraph_format.space_after = Pt(4)

    # --- lines --------------------------------------------------------------------------------------------------------

    def _fill(self, paragraph: Paragraph, line: Line, *, own: str = "", size: float = 0) -> Paragraph:
        """Runs into a paragraph; `own` is the paragraph's direction where it is not the paper's."""
        if (own or ("rtl" if self.rtl else "ltr")) == "rtl":
            ooxml.turn(paragraph)
        for run in line:
            self._run(paragraph, run, own=own, size=size)
        return paragraph

    def _run(self, paragraph: Paragraph, run: Run, *, own: str = "", size: float = 0) -> None:
        around = own or ("rtl" if self.rtl else "ltr")
        direction = run.dir if run.dir in _MARKS else ooxml.direction_of_words(run.text)
        made = paragraph.add_run()
        for number, part in enumerate(_held(run.text, direction, around, foreign=bool(run.dir)).split("\n")):
            if number:
                made.add_break()
            made.add_text(part)
        if direction == "rtl":
            made.font.rtl = True
        if run.bold:
            made.font.bold = made.font.cs_bold = True
        if run.soft:
            made.font.color.rgb = _SOFT
        if size or run.soft:
            _sized(made, (size or BODY) - run.soft)
        if run.link:
            ooxml.hyperlink(paragraph, run.link).append(made._r)  # noqa: SLF001 - python-docx writes no links
        self._mark(paragraph, run.anchor)
        if run.note is not None:
            self._note(paragraph, run.note)

    def _mark(self, paragraph: Paragraph, anchor: str) -> None:
        if anchor:
            self._bookmarks += 1
            ooxml.bookmark(paragraph, anchor, self._bookmarks)

    # --- blocks -------------------------------------------------------------------------------------------------------

    def _heading(self, block: Heading) -> None:
        paragraph = self.document.add_paragraph(style=f"Heading {block.level}")
        self._mark(paragraph, block.anchor)
        self._fill(paragraph, block.line)

    def _para(self, block: Para) -> None:
        paragraph = self.document.add_paragraph(style=_LOOKS.get(block.look, "Normal"))
        self._mark(paragraph, block.anchor)
        self._fill(paragraph, block.line, own=block.dir)

    def _bullets(self, block: Bullets) -> None:
        for first, *more in block.items:
            paragraph = self.document.add_paragraph(style="List Bullet")
            self._fill(paragraph, first)
            for line in more:
                paragraph.add_run().add_break()
                for run in line:
                    self._run(paragraph, run)

    def _table(self, block: Table) -> None:
        table = self.document.add_table(rows=1, cols=len(block.widths))
        table.autofit = False
        ooxml.shape_table(table, rtl=self.rtl)
        widths = [Mm(_WIDTH_MM * width / sum(block.widths)) for width in block.widths]
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        self._cells(table.rows[0].cells, Row(tuple((line,) for line in block.head)), head=True)
        ooxml.repeat_head(table)
        for row in block.rows:
            cells = table.add_row().cells
            self._cells((cells[0].merge(cells[-1]),) if row.band else cells, row)
        for row_cells in table.rows:
            for cell, width in zip(row_cells.cells, widths, strict=True):
                if not cell._tc.grid_span > 1:  # noqa: SLF001 - merged cells keep their own width
                    cell.width = width
        self.document.add_paragraph(style="Hudna Small")

    def _cells(self, cells: Any, row: Row, *, head: bool = False) -> None:  # noqa: ANN401 - a tuple of cells
        for number, (cell, lines) in enumerate(zip(cells, row.cells, strict=True)):
            self._lines(cell, lines, anchor="" if number else row.anchor, head=head)
            if row.band:
                ooxml.shade(cell._tc, "F3F3EF")  # noqa: SLF001 - python-docx knows no shading

    def _lines(self, cell: _Cell, lines: tuple[Line, ...], *, anchor: str, head: bool) -> None:
        paragraph = cell.paragraphs[0]
        self._mark(paragraph, anchor)
        told = [line for line in lines if line]
        for number, line in enumerate(told or [()]):
            paragraph = paragraph if not number else cell.add_paragraph()
            paragraph.paragraph_format.space_after = Pt(1)
            runs = tuple(Run(one.text, dir=one.dir, bold=True, soft=True) for one in line) if head else line
            self._fill(paragraph, runs, size=CELL)

    def _drawing(self, block: Drawing) -> None:
        paragraph = self.document.add_paragraph()
        shape = paragraph.add_run().add_picture(io.BytesIO(picture_png(block.svg, block.width)), width=Mm(_WIDTH_MM))
        shape._inline.docPr.set("descr", block.alt)  # noqa: SLF001 - python-docx knows no alternative text
        paragraph.paragraph_format.keep_with_next = True
        self._fill(self.document.add_paragraph(style="Hudna Small"), block.caption)

    def _glance(self, block: Glance) -> None:
        table = self.document.add_table(rows=1, cols=len(block.cells))
        ooxml.shape_table(table, rtl=self.rtl)
        for cell, (number, line) in zip(table.rows[0].cells, block.cells, strict=True):
            self._fill(cell.paragraphs[0], (Run(number, bold=True),), size=LARGE)
            self._fill(cell.add_paragraph(style="Hudna Small"), line)
        self.document.add_paragraph(style="Hudna Small")

    def _note(self, paragraph: Paragraph, note: Note) -> None:
        """A footnote: the words in their own direction, then who says them and where they stand."""
        own = "rtl" if note.quote.dir == "rtl" else ooxml.direction_of_words(note.quote.text)
        inside = self._notes.add(paragraph)
        quote = Run(f"«{note.quote.text}»", dir=own)
        said = (msgspec.structs.replace(run, soft=True, link="") for run in note.source)
        self._fill(inside, (quote, Run(" "), *said))


def _held(words: str, direction: str, around: str, *, foreign: bool) -> str:
    """Words between marks of their own direction and, outside these, of the line's; our own words need none.

    What isolates do, in letters that every office program knows.
    """
    if not foreign:
        return words
    own, line = _MARKS[direction], _MARKS[around]
    return f"{line}{own}{words}{own}{line}"


def _lettering(style: Any, size: float, *, bold: bool) -> None:  # noqa: ANN401 - a paragraph style
    """Font, size and weight for both kinds of script: Word asks for them apart."""
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)
    style.font.bold = style.font.cs_bold = bold
    _sized(style, size)


def _sized(thing: Any, size: float) -> None:  # noqa: ANN401 - a run or a style
    """A size in both kinds of script; the one for Arabic stands right behind the other, where Word looks for it."""
    thing.font.size = Pt(size)
    properties = thing.element.get_or_add_rPr()
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    properties.find(qn("w:sz")).addnext(ooxml.made("szCs", val=round(size * 2)))

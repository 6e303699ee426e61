import io
import zlib
from datetime import date

import msgspec
import pytest
from pypdf import PdfReader

from hudna.errors import UsageError
from hudna.ledger import Ledger
from hudna.publish.report import LANGUAGES, open_dossier
from hudna.publish.report.paper import fonts, write_pdf
from hudna.publish.report.paper.blocks import Paper, Row, Run, Table
from hudna.publish.report.paper.build import build
from hudna.publish.report.paper.pdf import picture_png, set_paper

from .conftest import DAY, HOSTILE_MARKUP, document


def _read(data):
    return PdfReader(io.BytesIO(data))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_a_pdf_with_an_outline(street, language):
    pdf = _read(write_pdf(street, language))
    assert len(pdf.pages) > 5
    assert len([one for one in pdf.outline if not isinstance(one, list)]) == 14
    assert pdf.trailer["/Root"]["/Lang"] == language


def test_arabic_letters_are_shaped_by_an_arabic_font(street):
    pdf = _read(write_pdf(street, "ar"))
    named = {str(font.get_object()["/BaseFont"]) for page in pdf.pages for font in page["/Resources"]["/Font"].values()}
    assert any("Plex" in name or "Noto" in name or "DejaVu" in name for name in named)


def test_words_of_an_article_are_never_markup(desk, told):
    first = told["documents"][0]
    hostile = document(first.id, first.text, title=HOSTILE_MARKUP, source=HOSTILE_MARKUP)
    nouns = {**told, "documents": (hostile, told["documents"][1])}
    pdf = _read(set_paper(build(desk("en", nouns))))
    words = " ".join("".join(page.extract_text() for page in pdf.pages).split())
    assert '#panic("x") *b* $y$ @ref' in words
    uris = [
        note.get_object()["/A"].get("/URI")
        for page in pdf.pages
        for note in page.get("/Annots", [])
        if "/A" in note.get_object()
    ]
    assert "https://evil.example" not in uris


def test_what_xml_cannot_hold_is_shown_as_such(desk, told):
    first = told["documents"][0]
    odd = msgspec.structs.replace(
        first, title="a\x00b\x1b", source=f"c\x00{'م' * 50_000}", url=f"https://e.example/{'a' * 30_000}"
    )
    pdf = _read(set_paper(build(desk("en", {**told, "documents": (odd, told["documents"][1])}))))
    words = "".join(page.extract_text() for page in pdf.pages)
    assert "\ufffd" in words
    assert "\x1b" not in words


def test_the_same_report_is_the_same_bytes(ledger, told, knowledge):
    with Ledger.open(ledger(**told)) as book:
        made = [open_dossier(book, first=DAY, last=DAY, knowledge=knowledge, as_of="2023-09-20") for _ in "12"]
    assert write_pdf(made[0], "ar") == write_pdf(made[0], "ar") == write_pdf(made[1], "ar")


def test_days_that_end_before_they_begin_are_misuse(ledger, told, knowledge):
    with Ledger.open(ledger(**told)) as book, pytest.raises(UsageError, match="ends"):
        open_dossier(book, first=DAY, last=date(2023, 9, 1), knowledge=knowledge, as_of="2023-09-20")


def test_a_row_stays_on_one_page_and_a_long_one_goes_on():
    def lines(name, count):
        return tuple((Run(f"{name}.{number};"),) for number in range(count))

    rows = [Row((lines(f"row{number}", 4), ((Run("x"),),))) for number in range(60)]
    table = Table(head=((Run("a"),), (Run("b"),)), rows=(*rows, Row((lines("long", 300), ()))), widths=(1, 1))
    pages = [page.extract_text() for page in _read(set_paper(Paper("en", "ltr", "t", (), "Page", (table,)))).pages]
    for number in range(60):
        held = [page for page in pages if f"row{number}." in page]
        assert len(held) == 1
        assert f"row{number}.3;" in held[0]
    assert sum("long." in page for page in pages) > 2
    assert "long.299;" in pages[-1]


def test_without_arabic_letters_nothing_is_set(monkeypatch):
    monkeypatch.setattr(fonts, "FAMILIES", ("No Such Font",))
    with pytest.raises(UsageError, match="Arabic letters"):
        fonts.fonts()


def test_a_picture_is_a_png_of_its_own_size():
    size = 'width="72" height="36"'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 36" {size}><rect {size}/></svg>'
    data = picture_png(svg, 72)
    assert data.startswith(b"\x89PNG")
    width, height = (int.from_bytes(data[at : at + 4]) for at in (16, 20))
    assert (width, height) == (180, 90)
    start = data.index(b"IDAT") + 4
    assert zlib.decompressobj().decompress(data[start:])

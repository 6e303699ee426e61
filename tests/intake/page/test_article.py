import pytest
from resiliparse.parse.html import HTMLTree

from hudna.intake.page.article import Extracted, extract

MENU = "<nav><ul>" + "".join(f"<li><a href=/{number}>قسم {number}</a></li>" for number in range(15)) + "</ul></nav>"
TEASERS = (
    "<aside><h3>اقرأ أيضا</h3>" + "".join(f"<a href=/{n}>خبر آخر عن شأن بعيد {n}</a>" for n in range(10)) + "</aside>"
)
FOOT = "<footer><p>جميع الحقوق محفوظة</p></footer>"


def _extract(page: str, body: str | None = None) -> Extracted:
    return extract(HTMLTree.parse(page), page, body)


@pytest.fixture
def paragraphs(paragraph) -> list[str]:
    return [f"{number} {paragraph}" for number in range(4)]


@pytest.mark.parametrize(
    "layout",
    [
        "<article><h1>عنوان</h1><p>{0}</p><p>{1}</p><p>{2}</p><p>{3}</p></article>",
        "<div class=content><h1>عنوان</h1><div>{0}</div><div>{1}</div><div>{2}<br><br>{3}</div></div>",
        "<table><tr><td>{0}<br>{1}<br>{2}<br>{3}</td></tr></table>",
        "<p>{0}<p>{1}<b><p>{2}</b><p>{3}",
        "<pre>{0}\n{1}\n{2}\n{3}</pre>",
        "<main><article><p>{0}<p>{1}<p>{2}<p>{3}</article><article><a href=/1>خبر آخر</a></article></main>",
        "<article><p>{0}</p><ul><li>{1}</li><li>{2}</li><li>{3}</li></ul></article>",
        "<div itemprop=articleBody><ul><li>{0}</li><li>{1}</li><li>{2}</li><li>{3}</li></ul></div>",
    ],
)
def test_every_paragraph_is_a_line_and_the_page_around_it_is_not(layout, paragraphs):
    extracted = _extract(f"<html><body>{MENU}{layout.format(*paragraphs)}{TEASERS}{FOOT}</body></html>")
    lines = [line for line in extracted.text.splitlines() if line]
    assert [line for line in lines if line in paragraphs] == paragraphs
    assert not [line for line in lines if "قسم" in line or "شأن بعيد" in line or "الحقوق" in line]


def test_who_took_the_text_out_is_said(paragraphs):
    assert _extract("<p>".join(paragraphs)).extractor == f"resiliparse {_version()} main_content, hudna mending 1"
    lost = "<article><p>x</p><ul><li>" + "<li>".join(paragraphs) + "</ul></article>"
    assert _extract(lost).extractor == "hudna blocks 1"


def _version() -> str:
    import importlib.metadata

    return importlib.metadata.version("resiliparse")


def test_a_page_that_is_empty_without_its_scripts_gives_the_body_of_its_metadata(paragraph):
    assert _extract("<div id=app></div><script>x</script>", paragraph) == Extracted(paragraph, "JSON-LD articleBody")
    page = f"<article><p>{paragraph}</p><p>{paragraph}</p></article>"
    assert _extract(page, "a summary").extractor != "JSON-LD articleBody"


def test_nothing_comes_from_nothing():
    assert _extract("<script>x</script>").text == ""
    assert _extract("").text == ""

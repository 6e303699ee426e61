from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.intake.custody import Held
from hudna.intake.formats.base import Opened
from hudna.intake.formats.html import looks_like, read_html
from hudna.intake.options import IntakeOptions
from hudna.model import SourceFile

SAMPLE = Path(__file__).with_name("sample.html")


@pytest.fixture
def read(tmp_path, open_all):
    def reading(page: str | bytes, **options):
        (tmp_path / "a.html").write_bytes(page if isinstance(page, bytes) else page.encode())
        return open_all(tmp_path / "a.html", **options)

    return reading


def test_a_page_is_read_whole(open_all):
    document = open_all(SAMPLE).document
    assert document.title == 'وصول المراقبين إلى "القرية"'
    assert document.url == "https://news.example.org/2020/11/observers"
    assert document.source == "وكالة المثال"
    assert document.published.first == document.published.last == "2020-11-10T14:30:00+04:00"
    assert document.published.basis == "metadata"
    assert len(document.published.why) == 3
    assert document.extra == {"author": ["مراسل الوكالة"], "modified": "2020-11-10T16:00:00+04:00"}
    assert (document.format, document.encoding, document.language) == ("html", "utf-8", "ar")
    assert document.extractor.startswith("resiliparse ")


def test_paragraphs_stand_on_lines_and_other_articles_do_not(open_all):
    lines = [line for line in open_all(SAMPLE).document.text.splitlines() if line]
    assert "قالت الوزارة في بيان إن المراقبين وصلوا إلى القرية\u00a0صباح اليوم، وبدأوا جولة على المواقع." in lines
    assert lines[-1].startswith("وأضافت أن «الوضع هادئ»")
    assert not [line for line in lines if "خبر آخر" in line or "الحقوق" in line or "رياضة" in line]


def test_the_bytes_of_a_page_are_kept(open_all):
    everything = open_all(SAMPLE)
    assert everything.received[0].source.data == SAMPLE.read_bytes()
    assert everything.document.bytes_sha256 == everything.received[0].source.sha256


@pytest.mark.parametrize(
    ("codec", "declared", "code"),
    [
        ("utf-8", "utf-8", None),
        ("utf-8", None, None),
        ("utf-8-sig", "utf-8", None),
        ("cp1256", "windows-1256", None),
        ("utf-16", "utf-16", None),
        ("iso8859-6", "iso-8859-6", None),
        ("cp1256", None, "not declared"),
        ("cp1256", "utf-8", "the page says utf-8"),
        ("utf-8", "windows-1256", "the page says windows-1256"),
        ("cp1256", "iso-8859-1", "the page says iso-8859-1"),
    ],
)
def test_the_encoding_of_a_page(read, paragraph, codec, declared, code):
    text = paragraph.replace("«", "(").replace("»", ")")
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">' if declared else ""
    everything = read(f"<html><head>{meta}</head><body><p>{text}</p>".encode(codec))
    assert everything.document.text == text
    assert [code in issue.reason for issue in everything.issues] == ([True] if code else [])


def test_a_sidecar_wins_over_the_page(tmp_path, open_all):
    (tmp_path / "a.html").write_bytes(SAMPLE.read_bytes())
    (tmp_path / "a.html.meta.json").write_text('{"published": "2020-11-09", "fetched": "x"}', encoding="utf-8")
    document = open_all(tmp_path).document
    assert (document.published.first, document.published.basis) == ("2020-11-09", "given")
    assert document.source == "وكالة المثال"
    assert document.extra["fetched"] == "x"
    assert document.extra["author"] == ["مراسل الوكالة"]


@pytest.mark.parametrize("page", ["<html><body><script>var x = 'نص'</script></body>", "<html></html>", "<p> </p>"])
def test_a_page_without_an_article(read, tmp_path, page):
    everything = read(page)
    assert not everything.documents
    assert everything.said("page_without_text", tmp_path / "a.html")
    assert everything.received[0].source.data == page.encode()


def test_bad_json_ld_costs_only_itself(read, paragraph):
    everything = read(f'<script type="application/ld+json">{{oops</script><p>{paragraph}</p>')
    assert everything.document.text == paragraph
    assert everything.issue.severity == "note"
    assert "JSON-LD" in everything.issue.reason


def test_a_page_above_the_limit(read):
    everything = read("<p>" + "ب" * 1000, memory_limit=500)
    assert not everything.documents
    assert "the page is too large" in everything.issue.reason


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000,
        "<article>" * 3_000,
        "<p>" * 20_000,
        "<table><tr><td>" * 5_000,
        "<article><time datetime=2020>" * 3_000,
        "<meta name=date content=2020>" * 5_000,
        "<!--" * 10_000,
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>",
        "<b><i><p>" * 2_000,
        "\x00" * 10,
    ],
    ids=lambda page: page[:25].replace("\x00", "NUL"),
)
def test_hostile_pages_end(read, paragraph, page):
    everything = read(page + f"<p>{paragraph}</p>")
    assert [document.text for document in everything.documents if paragraph in document.text] or everything.issues


def test_what_starts_like_a_page():
    assert looks_like(b"\xef\xbb\xbf \n<!DOCTYPE html>")
    assert looks_like(b"<!-- a --><!-- b --><html lang=ar>")
    assert not looks_like(b"<p>")
    assert not looks_like(b"1 < 2")
    assert not looks_like(b"<!--" * 10_000)


@given(st.text(alphabet="<>/ap=\"' -!نص&;", max_size=200))
def test_no_page_raises(page):
    data = page.encode()
    source = SourceFile(sha256="", size=len(data), name="a.html", data=data)
    for item in read_html(Opened(held=Held(source), name="a.html", where="a.html", options=IntakeOptions())):
        getattr(item, "text", "").encode()

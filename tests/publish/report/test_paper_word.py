import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from hudna.publish.report import LANGUAGES
from hudna.publish.report.paper import write_docx
from hudna.publish.report.paper.build import build
from hudna.publish.report.paper.ooxml import bookmark_name, direction_of_words
from hudna.publish.report.paper.word import set_document

from .conftest import HOSTILE_MARKUP, document


@pytest.fixture(scope="module")
def documents(street):
    return {language: write_docx(street, language) for language in LANGUAGES}


def _tree(data, name="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_are_words_own(documents, language):
    opened = docx.Document(io.BytesIO(documents[language]))
    tops = [one.text for one in opened.paragraphs if one.style.name == "Heading 1"]
    assert len(tops) == 14


def test_everything_of_an_arabic_paper_runs_from_right_to_left(documents):
    tree = _tree(documents["ar"])
    for table in tree.iter(qn("w:tbl")):
        assert table.find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None
    heads = [
        one for one in tree.iter(qn("w:p")) if one.find(f".//{qn('w:pStyle')}[@{qn('w:val')}='Heading1']") is not None
    ]
    assert heads
    assert all(one.find(f"{qn('w:pPr')}/{qn('w:bidi')}") is not None for one in heads)
    arabic = [run for run in tree.iter(qn("w:r")) if any("ا" <= letter <= "ي" for letter in "".join(run.itertext()))]
    turned = [run for run in arabic if run.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    assert len(turned) > 0.95 * len(arabic)
    assert tree.find(f".//{qn('w:sectPr')}/{qn('w:bidi')}") is not None


def test_an_english_paper_runs_from_left_to_right_but_its_quotes_do_not(documents):
    tree = _tree(documents["en"])
    assert tree.find(f".//{qn('w:bidiVisual')}") is None
    notes = _tree(documents["en"], "word/footnotes.xml")
    turned = [one for one in notes.iter(qn("w:r")) if one.find(f"{qn('w:rPr')}/{qn('w:rtl')}") is not None]
    assert len(turned) > 40  # the sample's quotes


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_exact_words_are_footnotes_of_word(documents, street, language):
    notes = _tree(documents[language], "word/footnotes.xml")
    made = {one.get(qn("w:id")): "".join(one.itertext()) for one in notes.iter(qn("w:footnote"))}
    marks = [one.get(qn("w:id")) for one in _tree(documents[language]).iter(qn("w:footnoteReference"))]
    assert list(made)[:2] == ["-1", "0"], "the two separators come first"
    assert marks == list(made)[2:]
    desk = street.desk(language)
    for claim in desk.shown:
        assert any(desk.material.claims[claim].quote in words for words in made.values())
    relations = _tree(documents[language], "word/_rels/document.xml.rels")
    assert [one.get("Target") for one in relations if one.get("Type").endswith("/footnotes")] == ["footnotes.xml"]
    types = _tree(documents[language], "[Content_Types].xml")
    assert [one for one in types if one.get("PartName") == "/word/footnotes.xml"]


def test_without_claims_there_are_no_footnotes(paper):
    with zipfile.ZipFile(io.BytesIO(set_document(paper("en", {})))) as archive:
        assert "word/footnotes.xml" not in archive.namelist()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reference_has_its_bookmark(documents, language):
    tree = _tree(documents[language])
    there = [one.get(qn("w:name")) for one in tree.iter(qn("w:bookmarkStart"))]
    wanted = {one.get(qn("w:anchor")) for one in tree.iter(qn("w:hyperlink"))} - {None}
    assert len(there) == len(set(there))
    assert wanted
    assert not wanted - set(there)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_are_png_and_described(documents, language):
    with zipfile.ZipFile(io.BytesIO(documents[language])) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert media
    assert all(name.endswith(".png") for name in media)
    tree = _tree(documents[language])
    described = [one.get("descr") for one in tree.iter() if one.tag.endswith("}docPr")]
    assert len(described) >= len(media)
    assert all(described)


def test_the_file_bears_no_clock(documents):
    with zipfile.ZipFile(io.BytesIO(documents["en"])) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_words_of_an_article_are_only_words(desk, told):
    first = told["documents"][0]
    hostile = document(first.id, first.text + "\x0b", title=HOSTILE_MARKUP + "\x00", source=HOSTILE_MARKUP)
    nouns = {**told, "documents": (hostile, told["documents"][1])}
    data = set_document(build(desk("en", nouns)))
    words = "".join(_tree(data).itertext())
    assert "<script>alert(1)</script>" in words
    assert "evil.example" not in "".join(
        one.get("Target", "") for one in _tree(data, "word/_rels/document.xml.rels").iter()
    )


@pytest.mark.parametrize(
    ("words", "direction"), [("قتل 3", "rtl"), ("[3.12]", "ltr"), ("12 (مدنيون)", "rtl"), ("a قتل", "ltr"), ("", "ltr")]
)
def test_the_direction_of_words_is_that_of_their_first_letter(words, direction):
    assert direction_of_words(words) == direction


def test_names_of_bookmarks_are_what_word_takes():
    assert bookmark_name("w3-12") == "h_w3_12"
    assert len(bookmark_name("a" * 90)) == 40


RUN_ORDER = (
    "rStyle",
    "rFonts",
    "b",
    "bCs",
    "i",
    "iCs",
    "color",
    "spacing",
    "kern",
    "sz",
    "szCs",
    "u",
    "rtl",
    "cs",
    "lang",
)
"""The order that the schema of WordprocessingML asks for, of what we use: Word refuses files that break it."""
PARAGRAPH_ORDER = ("pStyle", "keepNext", "keepLines", "numPr", "pBdr", "bidi", "spacing", "ind", "contextualSpacing",
                   "jc", "outlineLvl")  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["word/document.xml", "word/styles.xml"])
@pytest.mark.parametrize(("tag", "order"), [("rPr", RUN_ORDER), ("pPr", PARAGRAPH_ORDER)])
def test_properties_stand_in_the_order_of_the_schema(documents, language, name, tag, order):
    met = set()
    for properties in _tree(documents[language], name).iter(qn(f"w:{tag}")):
        names = [etree.QName(one).localname for one in properties]
        known = [order.index(one) for one in names if one in order]
        assert known == sorted(known), names
        assert len(names) == len(set(names))
        met.update(names)
    assert met & set(order)

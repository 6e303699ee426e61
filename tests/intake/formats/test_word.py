import io
import zipfile
from pathlib import Path

import docx
import pytest

from hudna.intake import IntakeOptions, open_sources

SAMPLE = Path(__file__).with_name("sample.docx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def _packed(**parts):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr({"body": "word/document.xml", "said": "docProps/core.xml"}[name], text)
    return data.getvalue()


def _body(inside):
    return _packed(body=f"<w:document {W} {MC}><w:body>{inside}</w:body></w:document>")


@pytest.fixture
def opened(tmp_path):
    def run(data, name="report.docx", **options):
        (tmp_path / name).write_bytes(data)
        found = list(open_sources([tmp_path / name], options=IntakeOptions(**options)))
        return [one for received in found for one in received.documents], [
            issue for received in found for issue in received.issues
        ]

    return run


def test_a_report_is_one_document_and_its_bytes_are_kept(tmp_path):
    path = tmp_path / "report.docx"
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "تقرير اليوم", "Nadia"
    made.add_heading("قصف قرب آغدام")
    made.add_paragraph("أعلنت وزارة الدفاع ").add_run("أن القوات قصفت مواقعها.").bold = True
    table = made.add_table(2, 2)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"خلية {number}"
    made.add_paragraph("انتهى")
    made.save(path)
    (received,) = open_sources([path])
    (document,) = received.documents
    assert document.text == (
        "قصف قرب آغدام\nأعلنت وزارة الدفاع أن القوات قصفت مواقعها.\nخلية 0\nخلية 1\nخلية 2\nخلية 3\nانتهى"
    )
    assert (document.title, document.format, document.published.first) == ("تقرير اليوم", "word", None)
    assert document.extra["created"]
    assert "Nadia" not in str(document)
    assert received.source.data == path.read_bytes()
    assert received.issues == ()


def test_what_was_inserted_stands_and_what_was_deleted_does_not(opened):
    review = (
        "<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>قتل </w:t></w:r>"
        "<w:del><w:r><w:delText>ثلاثة</w:delText><w:t>x</w:t></w:r></w:del><w:ins><w:r><w:t>أربعة</w:t><w:tab/><w:t>جنود</w:t></w:r></w:ins></w:p>"
    )
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice><w:p><w:r><w:t>إطار</w:t></w:r></w:p></mc:Choice>"
        "<mc:Fallback><w:p><w:r><w:t>إطار</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent><w:br/>"
        "<w:t>بعده</w:t></w:r></w:p>"
    )
    documents, issues = opened(_body(review + box))
    assert documents[0].text == "قتل أربعة\tجنود\nإطار\nبعده"
    assert issues == []


@pytest.mark.parametrize(
    "data",
    [
        SAMPLE.read_bytes()[:-200],
        _packed(said="<x/>"),
        _packed(body="<w:document"),
        b"PK\x03\x04 and nothing else",
    ],
    ids=["cut off", "no body", "broken body", "no archive"],
)
def test_damage_is_told(opened, data):
    documents, issues = opened(data)
    assert documents == []
    assert [issue.severity for issue in issues] == ["error"]
    assert "cannot be unpacked" in issues[0].reason


def test_a_bomb_and_entities_do_nothing(opened):
    documents, issues = opened(_body(f"<w:p><w:r><w:t>{'ا' * 2_000_000}</w:t></w:r></w:p>"), memory_limit=100_000)
    assert documents == []
    assert "too large" in issues[0].reason
    laughs = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    text = f"<w:document {W}><w:body><w:p><w:r><w:t>x&b;y</w:t></w:r></w:p></w:body></w:document>"
    documents, _ = opened(_packed(body=laughs + text))
    assert "haha" not in documents[0].text


def test_one_without_words_is_empty(opened):
    documents, issues = opened(_body("<w:p/>"))
    assert documents == []
    assert "no text" in issues[0].reason

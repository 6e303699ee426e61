import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.intake.custody import Held
from hudna.intake.formats.base import Opened
from hudna.intake.formats.jsonl import read_jsonl
from hudna.intake.options import IntakeOptions
from hudna.model import SourceFile


def _lines(*records: object) -> bytes:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records).encode()


@pytest.fixture
def read(tmp_path, open_all):
    def reading(data: bytes, **options):
        (tmp_path / "a.jsonl").write_bytes(data)
        return open_all(tmp_path / "a.jsonl", **options)

    return reading


@pytest.fixture
def where(tmp_path) -> str:
    return str(tmp_path / "a.jsonl")


def test_every_field_finds_its_place(read):
    everything = read(
        _lines(
            {
                "id": "n-1",
                "text": " نص\r\n\u00a0آخر ",
                "url": "https://example.org/1",
                "source": "وكالة",
                "title": "عنوان",
                "published": "2020-11-10T14:30:00+04:00",
                "tags": ["أ", "ب"],
                "language": "ar",
            }
        )
    )
    document = everything.document
    assert (document.id, document.text) == ("n-1", " نص\r\n\u00a0آخر "), "the text is kept letter by letter"
    assert (document.url, document.source, document.title) == ("https://example.org/1", "وكالة", "عنوان")
    assert document.published.first == "2020-11-10T14:30:00+04:00"
    assert document.published.basis == "given"
    assert document.extra == {"tags": ["أ", "ب"], "language": "ar"}
    assert document.bytes_sha256 == everything.received[0].source.sha256
    assert document.text_sha256 != document.bytes_sha256


def test_names(read):
    everything = read(_lines({"text": "1"}, {"text": "2", "id": 17}, {"text": "3", "id": ""}, {"text": "4", "id": "x"}))
    assert everything.ids == ["a.jsonl:1", "17", "a.jsonl:3", "x"]
    assert not everything.issues


@pytest.mark.parametrize("name", [True, 1.5, ["a"], {"a": 1}, "x" * 1000])
def test_an_id_that_is_none(read, where, name):
    everything = read(_lines({"text": "1", "id": name}))
    assert everything.ids == ["a.jsonl:1"]
    assert everything.document.extra == {"id": name}
    assert everything.said("field_ignored", f"{where}:1", field="id", wanted="short text or a number")


def test_a_bad_line_costs_only_itself(read, where):
    good = _lines({"text": "نص"})
    everything = read(good + b'{"text": "cut\n' + b"\n" + b"[1]\n" + b"null\n" + b'"words"\n' + good)
    assert everything.ids == ["a.jsonl:1", "a.jsonl:7"]
    assert [issue.where for issue in everything.issues] == [f"{where}:{line}" for line in ("2", "4[1]", "5", "6")]
    assert "not valid JSON" in everything.issues[0].reason
    assert everything.said("json_no_object", f"{where}:5", what="null")


@pytest.mark.parametrize("record", [{}, {"text": ""}, {"text": " \n"}, {"text": None}, {"text": 5}, {"body": "نص"}])
def test_a_line_without_text(read, where, record):
    everything = read(_lines(record, {"text": "نص"}))
    assert everything.ids == ["a.jsonl:2"]
    assert everything.said("json_no_text", f"{where}:1")


def test_the_same_record_twice_is_kept_once(read, where):
    record = {"id": "n", "text": "نص", "source": "a"}
    everything = read(_lines(record, record))
    assert everything.ids == ["n"]
    assert everything.said("repeated", f"{where}:2")


def test_one_id_for_two_texts(read, where):
    everything = read(
        _lines({"id": "n", "text": "1"}, {"id": "n", "text": "2"}, {"id": "n", "text": "1", "source": "b"})
    )
    assert everything.ids == ["n", "a.jsonl:2", "a.jsonl:3"], "another publisher is another document"
    assert everything.said("same_id", f"{where}:2", id="n", name="a.jsonl:2")


def test_one_id_in_two_files(tmp_path, open_all):
    (tmp_path / "a.jsonl").write_bytes(_lines({"id": "n", "text": "1"}))
    (tmp_path / "b.jsonl").write_bytes(_lines({"id": "n", "text": "2"}))
    (tmp_path / "c.jsonl").write_bytes(_lines({"id": "n", "text": "1"}))
    everything = open_all(tmp_path)
    assert everything.ids == ["n", "b.jsonl:1"]
    assert everything.said("repeated", f"{tmp_path / 'c.jsonl'}:1")


def test_a_long_line_costs_only_itself(read, where):
    everything = read(_lines({"text": "ب" * 500}, {"text": "نص"}), memory_limit=300)
    assert everything.ids == ["a.jsonl:2"]
    assert everything.said("too_large", f"{where}:1", what="the line", size=1013, unit="bytes", limit=300)


def test_a_long_text_in_a_line_that_fits(read, where):
    everything = read(_lines({"text": "ب" * 500}, {"text": "نص"}), text_limit=499)
    assert everything.ids == ["a.jsonl:2"]
    assert everything.said("too_large", f"{where}:1", what="the text", size=500, unit="characters", limit=499)


def test_lines_of_any_length_are_counted_rightly_above_the_limit(read):
    everything = read(_lines(*({"text": f"نص {number}"} for number in range(200))), memory_limit=64)
    assert everything.ids == [f"a.jsonl:{number}" for number in range(1, 201)]
    assert everything.received[0].source.data == b""


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_encodings(read, codec):
    records = [{"text": "قالت الوزارة إن المراقبين وصلوا"}, {"text": "إلى القرية صباح اليوم"}]
    text = "\r\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    everything = read(text.encode(codec))
    assert everything.texts == [record["text"] for record in records]
    assert {document.encoding for document in everything.documents} <= {"utf-8", "utf-16", "windows-1256"}


def test_escapes_are_letters(read):
    everything = read(json.dumps({"text": "نص 😀"}).encode())
    assert everything.texts == ["نص 😀"]
    assert not everything.issues


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r'{"text": "نص \ud83d"}', "نص \ufffd"),
        (r'{"\udc00": 1, "text": "نص"}', "نص"),
        ('{"text": "نص\tآخر"}', "نص\tآخر"),
        ('{"text": "نص", "score": NaN}', "نص"),
        ('{"text": "نص", "score": 1e999}', "نص"),
    ],
)
def test_almost_json_is_read_and_said(read, where, line, text):
    everything = read(line.encode())
    assert everything.texts == [text]
    assert everything.issue.where == f"{where}:1"
    assert everything.issue.reason.startswith("the line is not strict JSON")


@pytest.mark.parametrize(
    "line",
    ["[" * 100_000, '{"a":' * 100_000, "{" + "9" * 10_000, '{"text": "x", "n": ' + "9" * 10_000 + "}", "\x00", "}"],
)
def test_hostile_lines(read, line):
    everything = read(_lines({"text": "قبل"}) + line.encode() + b"\n" + _lines({"text": "بعد"}))
    assert "قبل" in everything.texts
    assert "بعد" in everything.texts


@pytest.mark.parametrize("indent", [None, 2])
def test_an_array_is_a_file_of_many(tmp_path, open_all, indent):
    records = [{"text": "1"}, {"text": "2", "id": "x"}, {"no": "text"}]
    (tmp_path / "a.json").write_text(json.dumps(records, indent=indent), encoding="utf-8")
    everything = open_all(tmp_path / "a.json")
    assert sorted(everything.texts) == ["1", "2"]
    assert "x" in everything.ids
    assert everything.issue.where.endswith("[3]")


def test_a_single_object_over_several_lines_is_the_file(tmp_path, open_all):
    (tmp_path / "a.json").write_text(json.dumps({"text": "نص", "title": "عنوان"}, indent=2), encoding="utf-8")
    everything = open_all(tmp_path / "a.json")
    assert everything.ids == ["a.json"]
    assert everything.document.title == "عنوان"


def test_a_sidecar_holds_for_every_line(tmp_path, open_all):
    (tmp_path / "a.jsonl").write_bytes(_lines({"text": "1"}, {"text": "2", "source": "own"}))
    (tmp_path / "a.jsonl.meta.json").write_text('{"source": "archive"}', encoding="utf-8")
    assert [document.source for document in open_all(tmp_path).documents] == ["archive", "own"]


def test_a_bad_date_in_a_line(read, where):
    everything = read(_lines({"text": "نص", "published": "10/11/2020"}))
    assert everything.document.published.basis == "unknown"
    assert everything.said("date_unread", f"{where}:1", value="10/11/2020")


@given(st.binary(max_size=200))
def test_no_bytes_raise(data):
    source = SourceFile(sha256="", size=len(data), name="a.jsonl", data=data)
    opened = Opened(held=Held(source), name="a.jsonl", where="a.jsonl", options=IntakeOptions(memory_limit=50))
    for item in read_jsonl(opened):
        item.where.encode()
        getattr(item, "text", "").encode()

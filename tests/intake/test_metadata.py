import json
import os

from hudna.intake.metadata import SIDECAR_LIMIT, Metadata, merge, read_sidecar, take_metadata
from hudna.intake.problems import problem
from hudna.model import Published


def test_a_record_is_taken_apart():
    record = {"url": " https://example.org/1 ", "title": "عنوان", "published": "2020-11-10", "section": ["world"]}
    taken, issues = take_metadata(record, "a.jsonl:1", basis="given")
    assert (taken.url, taken.source, taken.title) == ("https://example.org/1", None, "عنوان")
    assert (taken.published.first, taken.published.last, taken.published.basis) == ("2020-11-10", "2020-11-10", "given")
    assert "2020-11-10" in taken.published.why[0]
    assert taken.extra == {"section": ["world"]}
    assert not issues
    assert "url" in record, "the caller's record is not touched"


def test_a_field_of_the_wrong_sort_is_kept_and_said():
    taken, issues = take_metadata({"title": 5, "source": "", "url": None}, "a:1", basis="given")
    assert (taken.title, taken.source, taken.url) == (None, None, None)
    assert taken.extra == {"title": 5}
    assert issues == [problem("field_ignored", "a:1", field="title", wanted="text")]


def test_a_date_that_cannot_be_read_is_kept_and_said():
    for value in ("10/11/2020", 1604966400):
        taken, issues = take_metadata({"published": value}, "a:1", basis="given")
        assert taken.published is None
        assert taken.extra == {"published": value}
        assert len(issues) == 1


def test_the_first_place_that_says_something_is_believed():
    line = Metadata(title="أول", extra={"a": 1})
    sidecar = Metadata(title="ثان", source="outlet", extra={"a": 2, "b": 2})
    page = Metadata(url="https://example.org", published=Published(first="2020-11-10"), extra={"c": 3})
    merged = merge((line, sidecar, page))
    assert (merged.title, merged.source, merged.url) == ("أول", "outlet", "https://example.org")
    assert merged.published.first == "2020-11-10"
    assert merged.extra == {"a": 1, "b": 2, "c": 3}


def test_both_names_of_a_sidecar(tmp_path):
    path = str(tmp_path / "a.txt")
    assert read_sidecar(path, "a.txt") == (Metadata(), [])
    (tmp_path / "a.meta.json").write_text('{"source": "short"}', encoding="utf-8")
    assert read_sidecar(path, "a.txt")[0].source == "short"
    (tmp_path / "a.txt.meta.json").write_text('{"source": "full"}', encoding="utf-8-sig")
    assert read_sidecar(path, "a.txt")[0].source == "full"


def test_a_sidecar_that_cannot_be_used(tmp_path):
    for written in ("{", "[]", '"text"', "", "[" * 100_000, json.dumps({"x": "y" * SIDECAR_LIMIT})):
        (tmp_path / "a.txt.meta.json").write_text(written, encoding="utf-8")
        metadata, issues = read_sidecar(str(tmp_path / "a.txt"), "a.txt")
        assert metadata == Metadata()
        assert [issue.where for issue in issues] == ["a.txt.meta.json"]
        assert issues[0].reason.startswith("the sidecar cannot be used")


def test_a_pipe_in_the_place_of_a_sidecar_is_never_opened(tmp_path):
    os.mkfifo(tmp_path / "a.txt.meta.json")
    assert read_sidecar(str(tmp_path / "a.txt"), "a.txt") == (Metadata(), [])


def test_a_sidecar_goes_with_its_document(tmp_path, open_all):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    fields = {"url": "https://example.org/1", "source": "وكالة", "title": "عنوان", "published": "2020-11", "desk": 4}
    (tmp_path / "a.txt.meta.json").write_text(json.dumps(fields), encoding="utf-8")
    everything = open_all(tmp_path)
    document = everything.document
    assert (document.url, document.source, document.title) == ("https://example.org/1", "وكالة", "عنوان")
    assert (document.published.first, document.published.last) == ("2020-11-01", "2020-11-30")
    assert document.published.basis == "given"
    assert document.extra == {"desk": 4}
    assert not everything.issues


def test_a_sidecar_may_name_the_encoding(tmp_path, open_all):
    text = "Новости"
    (tmp_path / "a.txt").write_text(text, encoding="cp1251")
    for fields in ({"encoding": "cp1251"}, {"content_type": "text/html; charset=windows-1251"}):
        (tmp_path / "a.txt.meta.json").write_text(json.dumps(fields), encoding="utf-8")
        assert open_all(tmp_path).document.text == text


def test_a_bad_sidecar_costs_only_itself(tmp_path, open_all):
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    (tmp_path / "a.txt.meta.json").write_text("{", encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.texts == ["نص"]
    assert everything.issue.severity == "warning"

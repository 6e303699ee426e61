"""The room as a whole: what people hand in comes out as documents, and nothing stops the rest."""

import hashlib
import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest

from hudna.intake import IntakeOptions, custody, open_sources
from hudna.intake.problems import problem
from hudna.intake.walk import shown


def test_a_file_is_a_document_under_its_name(tmp_path, open_all, paragraph):
    data = f"عنوان\r\n\r\n{paragraph}\u00a0\n".encode()
    (tmp_path / "a.txt").write_bytes(data)
    everything = open_all(tmp_path / "a.txt")
    document, source = everything.document, everything.received[0].source
    assert (document.id, document.format, document.encoding, document.language) == ("a.txt", "text", "utf-8", "ar")
    assert document.text.encode() == data, "line ends, no-break spaces and the last newline stay"
    assert document.text_sha256 == hashlib.sha256(data).hexdigest() == document.bytes_sha256 == source.sha256
    assert (source.data, source.size, source.name, source.path) == (data, len(data), "a.txt", None)
    assert not everything.issues


def test_order_does_not_depend_on_the_order_of_paths(tmp_path, open_all):
    for name in ("b/2.txt", "b/1.txt", "a.txt", "b.txt", "c/d/e/f.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("نص", encoding="utf-8")
    one = open_all(tmp_path / "c", tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "b")
    other = open_all(tmp_path / "b", tmp_path / "a.txt", tmp_path / "c", tmp_path / "b.txt")
    assert one.ids == other.ids == ["a.txt", "1.txt", "2.txt", "b.txt", "f.txt"]


@pytest.mark.parametrize(
    ("written", "ids", "kind"),
    [
        ("نص", ["-"], "text"),
        ("<!doctype html><title>x</title><p>نص", ["-"], "html"),
        ('{"text": "نص", "id": "17"}\n{"text": "آخر"}\n', ["17", "-:2"], "jsonl"),
    ],
)
def test_standard_input_is_what_it_looks_like(open_all, written, ids, kind):
    data = written.encode()
    everything = open_all("-", stdin=io.BytesIO(data))
    assert everything.ids == ids
    assert {document.format for document in everything.documents} == {kind}
    assert everything.received[0].source.data == data
    assert everything.received[0].source.name == "-"


def test_standard_input_named_twice_is_read_once(open_all):
    everything = open_all("-", "-", stdin=io.BytesIO("نص".encode()))
    assert everything.ids == ["-"]
    assert everything.said("stdin_twice", "-")


def test_two_files_of_one_name_are_two_documents(tmp_path, open_all):
    for day in ("monday", "tuesday"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "report.txt").write_text(day, encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.ids == ["report.txt", "tuesday/report.txt"]
    assert everything.said("same_name", tmp_path / "tuesday/report.txt", id="report.txt", name="tuesday/report.txt")


def test_an_id_of_an_earlier_run_is_never_given_to_another_text(tmp_path, open_all):
    ledger: dict[str, str] = {}
    for day in ("monday", "tuesday"):
        (tmp_path / day).mkdir()
        (tmp_path / day / "report.txt").write_text(day, encoding="utf-8")
        for document in open_all(tmp_path / day, known_text=ledger.get).documents:
            ledger[document.id] = document.text_sha256
    assert list(ledger) == ["report.txt", "tuesday/report.txt"]
    again = open_all(tmp_path, known_text=ledger.get)
    assert {document.id: document.text_sha256 for document in again.documents} == ledger, (
        "running again changes nothing"
    )


def test_one_bad_file_does_not_stop_the_others(tmp_path, open_all):
    (tmp_path / "1 empty.txt").write_bytes(b"")
    (tmp_path / "2 blank.txt").write_bytes(b" \r\n\t\n")
    (tmp_path / "3 garbage.txt").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "4 picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    (tmp_path / "5 good.txt").write_text("نص", encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.ids == ["5 good.txt"]
    assert everything.said("empty", tmp_path / "1 empty.txt")
    assert everything.said("empty", tmp_path / "2 blank.txt")
    assert everything.said("binary", tmp_path / "3 garbage.txt", percent=11)
    assert "a picture" in everything.issues[3].reason
    kept = {received.source.name: received.source.data for received in everything.received}
    assert kept == {path.name: path.read_bytes() for path in tmp_path.iterdir()}, "the bytes are kept all the same"


def test_a_file_that_may_not_be_read(tmp_path, open_all, monkeypatch):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(name, encoding="utf-8")
    real = custody.hold_file

    def refusing(path, name, limit):
        if name == "b.txt":
            raise PermissionError(13, "Permission denied", path)
        return real(path, name, limit)

    monkeypatch.setattr("hudna.intake.door.hold_file", refusing)
    everything = open_all(tmp_path)
    assert everything.ids == ["a.txt", "c.txt"]
    assert everything.said("may_not_read", tmp_path / "b.txt", why="Permission denied")
    assert everything.received[1].source is None


def test_a_file_that_vanishes_or_fails_is_an_issue(tmp_path, open_all, monkeypatch):
    troubles = {"a.txt": FileNotFoundError(2, "No such file"), "b.txt": OSError(5, "Input/output error")}
    for name in (*troubles, "c.txt"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    real = custody.hold_file

    def failing(path, name, limit):
        if name in troubles:
            raise troubles[name]
        return real(path, name, limit)

    monkeypatch.setattr("hudna.intake.door.hold_file", failing)
    everything = open_all(tmp_path)
    assert everything.ids == ["c.txt"]
    assert everything.said("missing", tmp_path / "a.txt")
    assert everything.said("read_failed", tmp_path / "b.txt", why="Input/output error")


def test_a_text_above_the_limit_is_kept_and_not_read(tmp_path, open_all):
    (tmp_path / "long.txt").write_text("ب" * 101, encoding="utf-8")
    (tmp_path / "fits.txt").write_text("ب" * 100, encoding="utf-8")
    everything = open_all(tmp_path, text_limit=100)
    assert everything.ids == ["fits.txt"]
    assert everything.said("too_large", tmp_path / "long.txt", what="the text", size=101, unit="characters", limit=100)
    assert everything.received[1].source.size == 202


@pytest.mark.parametrize("name", ["line.txt", "line.html", "line.jsonl", "line.json", "line"])
def test_fifty_megabytes_in_one_line(tmp_path, open_all, name):
    with (tmp_path / name).open("wb") as file:
        file.write(b'{"text": "' if "json" in name else b"<p>")
        for _ in range(50):
            file.write("قصف ".encode() * (1024 * 1024 // 7))
    (tmp_path / "other.txt").write_text("نص", encoding="utf-8")
    tracemalloc.start()
    try:
        everything = open_all(tmp_path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert everything.ids == ["other.txt"]
    assert "too large" in everything.issue.reason
    source = everything.received[0].source
    assert source.data == b""
    assert Path(source.path).stat().st_size == source.size > 49_000_000
    assert peak < 80 * 1024 * 1024, "the line is never held twice"


def test_memory_stays_flat_over_a_long_file(tmp_path, paragraph):
    line = json.dumps({"text": paragraph}, ensure_ascii=False).encode() + b"\n"
    peaks = []
    for lines in (5_000, 15_000):
        with (tmp_path / "long.jsonl").open("wb") as file:
            file.writelines(line for _ in range(lines))
        options = IntakeOptions(memory_limit=100_000, batch_documents=100)
        tracemalloc.start()
        try:
            count = sum(len(one.documents) for one in open_sources([tmp_path / "long.jsonl"], options=options))
            peaks.append(tracemalloc.get_traced_memory()[1])
        finally:
            tracemalloc.stop()
        assert count == lines
    assert peaks[1] - peaks[0] < 200 * 10_000, "only names are remembered: at most 200 bytes a document"


def test_batches_are_bounded_and_share_their_source(tmp_path, open_all):
    lines = "".join(json.dumps({"text": f"نص {number}"}) + "\n" for number in range(7))
    (tmp_path / "a.jsonl").write_text(lines, encoding="utf-8")
    everything = open_all(tmp_path, batch_documents=3)
    assert [len(received.documents) for received in everything.received] == [3, 3, 1]
    assert len({id(received.source) for received in everything.received}) == 1
    everything = open_all(tmp_path, batch_characters=8)
    assert [len(received.documents) for received in everything.received] == [2, 2, 2, 1]


def test_issues_that_are_alike_are_counted(tmp_path, open_all):
    (tmp_path / "a.jsonl").write_text('{"text": "نص"}\n' + "{\n" * 30, encoding="utf-8")
    everything = open_all(tmp_path, alike_limit=5)
    assert len(everything.issues) == 6
    assert everything.issues[-1].where == f"{tmp_path / 'a.jsonl'}:31"
    assert everything.issues[-1].reason.startswith("25 more places like this: the line is not valid JSON")
    assert everything.issues[-1].severity == "error", "as grave as the ones that it counts"


def test_what_was_read_before_a_failure_is_not_lost(tmp_path, open_all, monkeypatch):
    (tmp_path / "a.jsonl").write_text('{"text": "نص"}\n' * 5, encoding="utf-8")
    (tmp_path / "b.txt").write_text("نص", encoding="utf-8")
    real = custody._Watched.readinto

    def failing(self, buffer):
        if self._left < self._source.size:
            raise OSError(5, "Input/output error")
        return real(self, memoryview(buffer)[:40])

    monkeypatch.setattr(custody._Watched, "readinto", failing)
    everything = open_all(tmp_path, memory_limit=50)
    assert everything.ids == ["a.jsonl:1", "a.jsonl:2", "b.txt"]
    assert everything.said("read_failed", tmp_path / "a.jsonl", why="Input/output error")


def test_a_file_that_changes_while_it_is_read(tmp_path):
    path = tmp_path / "a.jsonl"
    line = json.dumps({"text": "ب" * 5_000}, ensure_ascii=False) + "\n"
    path.write_text(line * 400, encoding="utf-8")  # four times what is read ahead
    receiving = open_sources([path], options=IntakeOptions(memory_limit=100_000, batch_documents=1))
    next(receiving)
    path.write_text(line.replace("ب", "ت") * 400, encoding="utf-8")
    issues = [issue for received in receiving for issue in received.issues]
    assert issues == [problem("changed", str(path))]


def test_what_is_appended_while_it_is_read_waits_for_the_next_run(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "نص"}\n' * 20, encoding="utf-8")
    receiving = open_sources([path], options=IntakeOptions(memory_limit=100, batch_documents=1))
    first = next(receiving)
    with path.open("a", encoding="utf-8") as file:
        file.write('{"text": "نص"}\n')
    others = list(receiving)
    assert sum(len(received.documents) for received in (first, *others)) == 20
    assert not [issue for received in others for issue in received.issues]


def test_standard_input_above_the_limit_is_spooled_and_cleaned_up(tmp_path):
    data = '{"text": "نص"}\n'.encode() * 100
    options = IntakeOptions(memory_limit=100, batch_documents=50, spool_folder=tmp_path)
    paths = set()
    for received in open_sources(["-"], stdin=io.BytesIO(data), options=options):
        paths.add(received.source.path)
        assert Path(received.source.path).read_bytes() == data, "it can be copied until the next is asked for"
        assert received.source.sha256 == hashlib.sha256(data).hexdigest()
    assert len(paths) == 1
    assert not list(tmp_path.iterdir())


def test_a_name_that_is_no_text_is_still_read(tmp_path, open_all):
    path = os.fsencode(tmp_path) + b"/\xe3\xd1.txt"
    Path(os.fsdecode(path)).write_text("نص", encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.ids == ["\ufffd\ufffd.txt"]
    assert everything.received[0].where == shown(os.fsdecode(path))
    everything.received[0].where.encode()


def test_control_characters_are_kept_and_said(tmp_path, open_all, paragraph):
    text = paragraph * 3 + "\x00\x07"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.document.text == text
    assert everything.said("controls", tmp_path / "a.txt", count=2, first=len(paragraph) * 3)


def test_a_database_is_not_taken_in(tmp_path, open_all):
    (tmp_path / "ledger.sqlite").write_bytes(b"SQLite format 3\x00" + bytes(4096))
    (tmp_path / "ledger.sqlite-wal").write_bytes(bytes(4096))
    (tmp_path / "a.txt").write_text("نص", encoding="utf-8")
    everything = open_all(tmp_path)
    assert everything.ids == ["a.txt"]
    assert [received.source and received.source.name for received in everything.received] == ["a.txt", None]
    assert everything.issue.severity == "note"


def test_a_thousand_small_files(tmp_path, open_all, paragraph):
    for number in range(1000):
        (tmp_path / f"{number}.txt").write_text(f"{number} {paragraph}", encoding="utf-8")
    everything = open_all(tmp_path)
    assert len(set(everything.ids)) == 1000
    assert not everything.issues


def test_the_seeds_come_through_unchanged(open_all):
    seeds = Path(__file__).parents[2].parent / "shared" / "seeds"
    if not seeds.is_dir():
        pytest.skip("the shared seeds are not here")
    everything = open_all(seeds)
    assert not everything.issues
    assert everything.texts == [path.read_bytes().decode() for path in sorted(seeds.iterdir())]
    assert {document.language for document in everything.documents} == {"ar"}

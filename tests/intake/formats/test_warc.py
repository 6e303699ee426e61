import gzip
import hashlib
import random

import pytest
from tests.intake.warcs import PAGE, answer, packed, record

from hudna.intake import Gate


@pytest.fixture
def archive(tmp_path, open_all):
    def reading(*records: bytes, how: str = "gzip", whole: bool = False, **options):
        path = tmp_path / f"news.warc{'.gz' if how or whole else ''}"
        path.write_bytes(gzip.compress(b"".join(records), mtime=0) if whole else packed(records, how))
        return open_all(path, **options)

    return reading


@pytest.mark.parametrize("how", ["gzip", "zstd", ""])
def test_every_page_is_a_source_with_its_place(archive, tmp_path, how):
    everything = archive(record(1), record(2), how=how)
    assert everything.ids == ["https://news.example.org/1", "https://news.example.org/2"]
    assert [document.source for document in everything.documents] == ["news.example.org"] * 2
    assert everything.documents[0].extra == {"archived": "2020-11-10T10:00:01Z"}
    second = everything.received[1]
    data = PAGE.format(n=2).encode()
    assert (second.source.data, second.source.sha256) == (data, hashlib.sha256(data).hexdigest())
    origin = second.origin
    raw = next(tmp_path.glob("news.warc*")).read_bytes()
    assert (origin.archive, origin.size) == (hashlib.sha256(raw).hexdigest(), len(raw))
    assert raw[origin.offset :].startswith(packed([record(2)], how))
    assert origin.head + data + b"\r\n\r\n" == record(2), "nothing of the record is lost"
    assert origin.record_sha256 == hashlib.sha256(origin.head + data).hexdigest()
    assert origin.tool.startswith("fastwarc ")


def test_an_archive_packed_in_one_piece_has_places_in_the_unpacked(archive):
    everything = archive(record(1), record(2), whole=True)
    assert [one.origin.path for one in everything.received] == ["unpacked"] * 2
    assert everything.received[1].origin.offset == len(record(1))
    assert len(everything.documents) == 2


def test_what_holds_no_page_is_counted(archive):
    everything = archive(
        record(0, b"software: x\r\n", kind="warcinfo"),
        record(1),
        record(1, b"", kind="revisit"),
        record(2, answer(b"", status="301 Moved")),
        record(3, answer(b"body {}", media="text/css")),
        record(4, answer(b"")),
    )
    assert len(everything.documents) == 1
    counted = {issue.reason for issue in everything.issues}
    assert all(issue.severity == "note" for issue in everything.issues)
    assert counted == {
        "1 records hold no page: unchanged since an earlier visit",
        "1 records hold no page: answers of another status than 200",
        "1 records hold no page: no text: pictures, styles, scripts and the like",
        "1 records hold no page: empty",
    }


def test_texts_and_resources_are_read(archive, paragraph):
    everything = archive(
        record(1, paragraph.encode(), kind="resource"), record(2, paragraph.encode() + b"!", kind="conversion")
    )
    assert everything.texts == [paragraph, paragraph + "!"]
    assert {document.format for document in everything.documents} == {"text"}


def test_the_servers_charset_is_believed_where_bytes_do_not_tell(archive):
    page = "<html><body><p>Le cessez-le-feu a été respecté près de Chouchi</p></body></html>".encode("iso8859-15")
    everything = archive(record(1, answer(page, media="text/html; charset=iso-8859-15")))
    assert "été respecté" in everything.document.text


def test_a_page_that_was_sent_packed_keeps_its_bytes_as_sent(archive):
    sent = gzip.compress(PAGE.format(n=1).encode(), mtime=0)
    everything = archive(record(1, answer(sent, more="Content-Encoding: gzip\r\n")))
    assert "المراقبين" in everything.document.text
    assert everything.received[0].source.data == sent


def test_the_same_page_twice_is_one_document_and_a_changed_one_another(archive):
    changed = record(2, answer(PAGE.format(n=9).encode())).replace(b"example.org/2", b"example.org/1")
    again = record(1).replace(b"10:00:01Z", b"11:00:00Z")
    everything = archive(record(1), again, changed)
    assert everything.ids == ["https://news.example.org/1", "https://news.example.org/1 2020-11-10T10:00:02Z"]
    assert [issue.severity for issue in everything.issues] == ["note"]
    assert "stands here a second time" in everything.issue.reason


def test_a_broken_record_is_said_with_its_place(tmp_path, open_all):
    members = [packed([record(n)]) for n in range(3)]
    path = tmp_path / "news.warc.gz"
    path.write_bytes(members[0] + members[1][:60] + bytes(40) + members[1][100:] + members[2])
    everything = open_all(path)
    assert len(everything.documents) == 2
    assert everything.issue.where == f"{path}@{len(members[0])}"
    assert everything.issue.severity == "error"


def test_what_the_gate_leaves_out_is_counted_and_sampled(archive):
    gate = Gate(["شوشا"], ["قصف"])
    near = answer("<p>قُصفت مواقع قرب شوشا، قال شهود إن قصفا عنيفا وقع مساء الأحد على المدينة وأطرافها</p>".encode())
    everything = archive(*(record(n) for n in range(1, 40)), record(40, near), gate=gate, gate_sample=5)
    assert everything.ids == ["https://news.example.org/40"]
    assert sum(one.left_out for one in everything.received) == 39
    sample = [one for one in everything.received if one.origin and one.origin.left_out]
    assert 0 < len(sample) < 39
    assert all(one.source.data.startswith(b"<!doctype") for one in sample)
    assert everything.said("left_out", everything.received[-1].where, count=39, seen=40)
    again = archive(*(record(n) for n in range(1, 40)), record(40, near), gate=gate, gate_sample=5)
    assert [one.origin for one in again.received] == [one.origin for one in everything.received]


def test_a_bomb_in_a_record_is_bounded(archive):
    bomb = gzip.compress(bytes(20_000_000), mtime=0)
    everything = archive(record(1), record(2, answer(bomb, more="Content-Encoding: gzip\r\n")), memory_limit=1_000_000)
    assert everything.ids == ["https://news.example.org/1"]
    assert "more than 1000000 bytes" in everything.issue.reason
    everything = archive(record(1), record(2, answer(bytes(20_000_000))), memory_limit=1_000_000)
    assert everything.ids == ["https://news.example.org/1"]


def test_an_archive_of_bombs_ends_when_its_budget_is_spent(archive):
    everything = archive(*(record(n, answer(b"x" * 900_000)) for n in range(10)), unpack_limit=3_000_000)
    assert len(everything.documents) <= 3
    assert "more comes out of it" in " ".join(issue.reason for issue in everything.issues)


def test_damage_anywhere_in_an_archive_costs_little(tmp_path, open_all):
    whole = packed([record(n) for n in range(30)])
    noise = random.Random(4)  # noqa: S311 - noise, not secrets
    for _ in range(25):
        at = noise.randrange(len(whole))
        (tmp_path / "a.warc.gz").write_bytes(whole[:at] + noise.randbytes(9) + whole[at + 9 :])
        everything = open_all(tmp_path / "a.warc.gz")
        assert len(everything.documents) >= 28
        assert all(issue.hint for issue in everything.issues)

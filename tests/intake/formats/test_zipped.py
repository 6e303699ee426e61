import gzip
import io
import stat
import zipfile

import pytest
from tests.intake.warcs import PAGE, packed, record


@pytest.fixture
def zipped(tmp_path, open_all):
    def reading(files: dict[str, bytes | str], *, name: str = "a.zip", **options):
        (tmp_path / name).write_bytes(archive(files))
        return open_all(tmp_path / name, **options)

    return reading


def archive(files: dict[str, bytes | str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_files_are_read_as_in_a_folder(zipped, paragraph):
    everything = zipped(
        {
            "b/report.txt": paragraph,
            "a/report.txt": paragraph + " ثان",
            "a/report.meta.json": '{"source": "وكالة", "published": "2020-11-10"}',
            "a/page.html": PAGE.format(n=1),
            "lines.jsonl": '{"text": "نص", "id": "17"}',
            ".hidden.txt": "x",
            "__MACOSX/a.txt": "x",
            "empty/": "",
        }
    )
    assert everything.ids == ["page.html", "report.txt", "b/report.txt", "17"]
    assert everything.documents[1].source == "وكالة"
    assert everything.documents[1].published.first == "2020-11-10"
    origin = everything.received[1].origin
    assert (origin.name, origin.path) == ("a.zip", "a/report.txt")
    assert [issue.severity for issue in everything.issues] == ["note"]


def test_the_archive_itself_is_not_kept(zipped, paragraph):
    everything = zipped({"a.txt": paragraph})
    assert [one.source.name for one in everything.received if one.source] == ["a.txt"]


def test_names_lead_nowhere(zipped, paragraph, tmp_path):
    everything = zipped({"../../evil.txt": paragraph, "/etc/passwd.txt": paragraph + "2", "c:\\x.txt": paragraph + "3"})
    assert sorted(everything.ids) == ["evil.txt", "passwd.txt", "x.txt"]
    assert {issue.reason for issue in everything.issues} == {"its name leads out of the archive"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip"], "nothing was written"


def test_links_are_not_followed(tmp_path, open_all, paragraph):
    out = tmp_path / "a.zip"
    with zipfile.ZipFile(out, "w") as made:
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/passwd")
        made.writestr("b.txt", paragraph)
    everything = open_all(out)
    assert everything.ids == ["b.txt"]
    assert everything.said("member_link", f"{out}!link.txt")


def test_a_locked_member_is_said(tmp_path, open_all, paragraph):
    data = bytearray(archive({"a.txt": paragraph, "b.txt": paragraph + "2"}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    (tmp_path / "a.zip").write_bytes(data)
    everything = open_all(tmp_path / "a.zip")
    assert everything.ids == ["b.txt"]
    assert everything.said("member_locked", f"{tmp_path / 'a.zip'}!a.txt")


def test_a_damaged_member_costs_only_itself(tmp_path, open_all, paragraph):
    data = bytearray(archive({"a.txt": paragraph * 9, "b.txt": paragraph}))
    data[60:80] = bytes(20)
    (tmp_path / "a.zip").write_bytes(data)
    everything = open_all(tmp_path / "a.zip")
    assert everything.ids == ["b.txt"]
    assert everything.issue.reason.startswith("it cannot be unpacked")
    (tmp_path / "a.zip").write_bytes(data[:-30])
    assert open_all(tmp_path / "a.zip").issue.reason.startswith("it cannot be unpacked")


def test_bombs_end_early(zipped):
    everything = zipped({"a.txt": bytes(9_000_000), "b.txt": "نص"}, unpack_limit=1_000_000)
    assert everything.ids == []
    assert "more comes out of it" in everything.issue.reason


def test_archives_in_archives_end_early(zipped, paragraph):
    inner = archive({"a.txt": paragraph})
    for _ in range(9):
        inner = archive({"inner.zip": inner})
    everything = zipped({"outer.zip": inner, "b.txt": "نص"})
    assert everything.ids == ["b.txt"]
    assert everything.issue.reason == "it lies in 4 archives, one in the other"


def test_the_budget_holds_for_all_that_is_nested(zipped):
    inner = archive({f"{n}.txt": bytes(400_000) for n in range(5)})
    everything = zipped({f"{n}.zip": inner for n in range(5)}, unpack_limit=1_000_000)
    assert sum(issue.reason.startswith("more comes out") for issue in everything.issues) <= 2


def test_a_web_archive_collection_is_its_archives(zipped):
    everything = zipped(
        {
            "datapackage.json": "{}",
            "archive/data.warc.gz": packed([record(1), record(2)]),
            "indexes/index.cdx.gz": gzip.compress(b"x"),
            "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"id": "1", "url": "https://x", "text": "y"}',
        },
        name="a.wacz",
    )
    assert everything.ids == ["https://news.example.org/1", "https://news.example.org/2"]
    assert everything.received[1].origin.path == "archive/data.warc.gz"
    assert everything.received[1].origin.name == "a.wacz"


def test_office_documents_are_said(zipped):
    everything = zipped({"[Content_Types].xml": "<x/>", "xl/workbook.xml": "<x/>"}, name="a.xlsx")
    assert "an office document" in everything.issue.reason


def test_a_packed_file_is_what_is_in_it(tmp_path, open_all, paragraph):
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(PAGE.format(n=1).encode()))
    (tmp_path / "b.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x1"}\n') + gzip.compress(b'{"text": "x2"}\n'))
    (tmp_path / "c.txt.gz").write_bytes(gzip.compress(paragraph.encode())[:-9])
    everything = open_all(tmp_path)
    assert everything.ids == ["a.html", "b.jsonl:1", "b.jsonl:2"]
    assert everything.issue.reason == "it cannot be unpacked: it ends in the middle"
    assert everything.received[0].origin.path == "unpacked"


def test_a_long_packed_file_is_spooled_and_cleaned_up(tmp_path, open_all):
    (tmp_path / "in").mkdir()
    (tmp_path / "spool").mkdir()
    (tmp_path / "in" / "a.jsonl.gz").write_bytes(gzip.compress(b'{"text": "x"}\n' * 10_000))
    everything = open_all(tmp_path / "in", memory_limit=10_000, spool_folder=tmp_path / "spool")
    assert len(everything.documents) == 10_000
    assert not list((tmp_path / "spool").iterdir())

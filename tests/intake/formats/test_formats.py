"""The registry and the choice between formats."""

from pathlib import Path

import pytest

from hudna.intake.formats import FORMATS, Foreign, choose

PAGE = b"<!DOCTYPE html><html><p>x"
LINE = b'{"text": "x", "id": "1"}\n'


def test_every_format_has_a_sample_beside_its_tests(open_all):
    for known in FORMATS:
        samples = [Path(__file__).with_name(f"sample{suffix}") for suffix in known.suffixes]
        sample = next(path for path in samples if path.exists())
        everything = open_all(sample)
        assert everything.documents
        assert all(issue.severity == "note" for issue in everything.issues)
        assert known.container or {document.format for document in everything.documents} == {known.name}


def test_endings_belong_to_one_format():
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))


@pytest.mark.parametrize(
    ("name", "head", "format_name", "codes"),
    [
        ("a.txt", b"x", "text", 0),
        ("a.TXT", b"x", "text", 0),
        ("a.htm", b"<p>x", "html", 0),
        ("a.ndjson", LINE, "jsonl", 0),
        ("a.json", b"[]", "jsonl", 0),
        ("a", b"x", "text", 0),
        ("a", PAGE, "html", 0),
        ("a", b"\xef\xbb\xbf<!-- saved from -->\n<HTML>", "html", 0),
        ("a", b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', "html", 0),
        ("a", LINE, "jsonl", 0),
        ("a", b'[{"text": "x"},\n{"text": "y"}]', "jsonl", 0),
        ("a", b'{\n  "text": "x"\n}\n', "jsonl", 0),
        ("a", b'{"text": "' + b"x" * 70_000, "jsonl", 0),
        ("a", b'{"text": "x", cut off', "text", 0),
        ("a.log", b"[x] <html> is not the start", "text", 0),
        ("a.zip", b"PK\x03\x04\x14\x00", "zip", 0),
        ("a.txt", b"PK\x03\x04\x14\x00", "zip", 1),
        ("a.html.gz", b"\x1f\x8b\x08\x00", "packed", 0),
        ("a.warc", b"WARC/1.0\r\n", "warc", 0),
        ("a.warc", b"\x1f\x8b\x08\x00", "packed", 0),
        ("a.zip", "نص".encode(), "text", 1),
        ("a.pdf", b"%PDF-1.7\n", "pdf", 0),
        ("a.txt", b"%PDF-1.7\n", "pdf", 1),
        ("a.parquet", b"PAR1\x15\x04", "parquet", 0),
        ("a.csv", b"id,text\n", "csv", 0),
        ("a.eml", b"From: x\n", "mail", 0),
        ("bulletin", b"From: x\nDate: y\nSubject: z\n\nw", "mail", 0),
        ("feed", b'<?xml version="1.0"?>\n<rss version="2.0">', "feed", 0),
        ("a.xml", b"<urlset>", "feed", 0),
        ("a.xml", PAGE, "html", 1),
        ("a.txt", PAGE, "html", 1),
        ("a.txt", LINE, "jsonl", 1),
        ("a.txt", b'{"type": "text"} says the manual', "text", 0),
        ("a.txt", b"BZh is how such files begin", "text", 0),
        ("a.txt", b"ID3 tags", "text", 0),
    ],
)
def test_what_is_read_as_what(name, head, format_name, codes):
    chosen, issues = choose(name, head, name)
    assert chosen.name == format_name
    assert len(issues) == codes
    assert all("it was read as that" in issue.reason for issue in issues)


@pytest.mark.parametrize(
    ("name", "head", "what", "severity"),
    [
        ("sitemap", b"<urlset>", "an XML file that is no feed", "error"),
        ("a.mbox", b"From x", "a mailbox", "error"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "error"),
        ("a.rtf", b"{\\rtf1 x}", "an RTF document", "error"),
        ("a.jpg", b"\xff\xd8\xff\xe0\x00", "a picture", "note"),
        ("a", b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a picture", "note"),
        ("a.mp3", b"ID3\x03\x00", "a sound", "note"),
        ("a.mp4", b"\x00\x00\x00\x18ftypmp42", "a sound", "note"),
        ("a.js", b"var x = 1", "a part of a saved web page", "note"),
        ("a.db", b"SQLite format 3\x00", "a database", "note"),
        ("a", b"\x7fELF\x02", "a program", "note"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_known_and_not_read(name, head, what, severity):
    chosen, issues = choose(name, head, name)
    assert isinstance(chosen, Foreign)
    assert issues[0].reason.startswith(f"this is {what}")
    assert issues[0].severity == severity
    assert issues[0].hint

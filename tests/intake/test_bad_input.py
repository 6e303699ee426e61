"""What people hand in by mistake or by malice: an issue with place, reason and hint, and nothing else is lost."""

import json
import tracemalloc
from pathlib import Path

import pytest
from tests.intake.warcs import PAGE, answer, packed, record

from hudna.intake import IntakeOptions, open_sources
from hudna.intake.formats import feed, html

CORPUS = Path(__file__).with_name("corpus")
GOOD = "قالت الوزارة إن المراقبين وصلوا إلى القرية صباح اليوم، وبدأوا جولة على المواقع."


@pytest.fixture
def beside(tmp_path, open_all):
    """Read bytes beside a good file, which must not be lost."""

    def reading(name: str, data: bytes, **options):
        (tmp_path / name).write_bytes(data)
        (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
        everything = open_all(tmp_path, **options)
        assert GOOD in everything.texts
        assert all(issue.where and issue.reason and issue.hint for issue in everything.issues)
        return everything

    return reading


@pytest.mark.parametrize("path", sorted(CORPUS.iterdir()), ids=lambda path: path.name)
def test_what_fuzzing_has_found_before(path, open_all):
    everything = open_all(path)
    assert everything.documents or everything.issues
    assert all(issue.hint for issue in everything.issues)


def test_a_page_of_two_hundred_megabytes_is_not_taken_into_memory(tmp_path):
    with (tmp_path / "a.html").open("wb") as file:
        file.write(b"<html><body>")
        for _ in range(200):
            file.write(b"<p>x</p>" * 131_072)
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    tracemalloc.start()
    try:
        received = list(open_sources([tmp_path], options=IntakeOptions()))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert "the page is too large" in received[0].issues[0].reason
    assert received[1].documents[0].text == GOOD
    assert peak < 40 * 1024 * 1024


def test_a_title_longer_than_any_is_kept_and_not_used(beside):
    line = {
        "id": "1",
        "text": GOOD + " ثم عادوا.",
        "title": "ع" * 2_001,
        "source": "م" * 500,
        "url": "https://e/" + "a" * 9_000,
    }
    everything = beside("a.jsonl", json.dumps(line).encode())
    (document,) = (one for one in everything.documents if one.id == "1")
    assert (document.title, document.source, document.url) == (None, "م" * 500, None)
    assert document.extra == {"title": line["title"], "url": line["url"]}
    assert [issue.reason.partition(" is ")[0] for issue in everything.issues] == [
        "the field `title`",
        "the field `url`",
    ]


def test_deep_nesting(beside):
    everything = beside("a.html", ("<div>" * 50_000 + f"<p>{GOOD} مرة أخرى.</p>").encode())
    assert "مرة أخرى" in everything.texts[0]
    assert everything.issue.reason == "its elements are nested deeper than 500 levels"


COMMENTS = b"<!-- section -->\n\t" * 2_000


def test_a_page_that_begins_with_very_many_comments(beside):
    """Telling the format must not try every way to part them: a real page with 60 of them once took for ever."""
    page = b"<!DOCTYPE html>" + COMMENTS + f"<html><body><p>{GOOD} مرة أخرى.</p></body></html>".encode()
    assert "مرة أخرى" in beside("a.html", page).texts[0]


@pytest.mark.parametrize("start", [b"", b"<?xml version='1.0'?>", b"<!DOCTYPE x [ <!ENTITY a 'b'> ]>"])
def test_a_feed_is_told_behind_comments_and_a_page_is_not_taken_for_one(start):
    assert feed.FORMAT.looks_like(start + COMMENTS + b"<rss>")
    assert not feed.FORMAT.looks_like(start + COMMENTS + b"<p>")
    assert html.FORMAT.looks_like(COMMENTS + b"<body>")
    assert not html.FORMAT.looks_like(COMMENTS + b"<p>")


def test_nul_bytes_in_a_page(beside):
    everything = beside("a.html", f"<html><body><article><p>{GOOD} مرة\x00 أخرى.</p></article></body></html>".encode())
    assert "مرة" in everything.texts[0]
    assert everything.issue.reason == "the page holds 1 NUL characters, which pages may not hold"


def test_two_encodings_in_one_page(beside):
    page = f"<html><meta charset=utf-8><body><article><p>{GOOD} مرة أخرى.</p><p>".encode()
    everything = beside("a.html", page * 1 + "تعليق القارئ".encode("windows-1256") + b"</p></article></body></html>")
    assert "مرة أخرى." in everything.texts[0]
    assert "could not be decoded" in everything.issue.reason
    assert everything.issue.severity == "warning"


def test_a_page_that_is_all_scripts(beside):
    page = "<html><body><script>" + "var a = 1;" * 50_000 + "</script></body></html>"
    everything = beside("a.html", page.encode())
    assert everything.issue.reason == "no article was found on the page"


def test_a_wrong_content_length_of_the_server(beside):
    whole = answer(PAGE.format(n=1).encode())
    for length in (b"5", b"99999", b"-1", b"x"):
        wrong = whole.replace(b"Content-Length: 428", b"Content-Length: " + length)
        assert len(beside("a.warc.gz", packed([record(0), record(1, wrong), record(2)])).documents) == 4


def test_a_page_that_is_newer_than_its_archive(beside):
    page = PAGE.format(n=1).replace("<title>", '<meta property="article:published_time" content="{}"><title>')
    pages = [
        record(n, answer(page.format(day).encode() + b" " * n)) for n, day in enumerate(["2038-01-01", "2020-11-10"])
    ]
    everything = beside("a.warc", b"".join(pages))
    first = everything.documents[0]
    assert first.published.first is None
    assert first.extra["published"] == "2038-01-01"
    assert "after it was archived" in everything.issue.reason
    assert everything.documents[1].published.first == "2020-11-10"


def test_a_reader_that_fails_loses_its_file_and_nothing_else(beside, monkeypatch):
    def failing(message):
        raise ZeroDivisionError(f"fault in a reader, {len(message)}")

    monkeypatch.setattr("hudna.intake.formats.mail._leaves", failing)
    monkeypatch.setattr("hudna.intake.formats.mail._BROKEN", (ValueError,))
    mail = (
        b"From: a@example.org\nSubject: x\nDate: Tue, 10 Nov 2020 14:30:00 +0400\nMime-Version: 1.0\n\n" + GOOD.encode()
    )
    everything = beside("a.eml", mail)
    assert everything.issue.reason == "Hudna failed to read it: ZeroDivisionError: fault in a reader, 4"
    assert everything.issue.severity == "error"
    assert any(one.source and one.source.data == mail for one in everything.received)


def test_a_link_to_itself_and_to_nothing(tmp_path, beside):
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "nowhere.txt").symlink_to("gone.txt")
    everything = beside("a.txt", GOOD.encode() + b" 2")
    assert {issue.severity for issue in everything.issues} == {"error", "warning"}
    assert len(everything.issues) == 2

"""A bundle holds what the event leans on, under names that do nobody harm, and is the same each time."""

import hashlib
import json
import re
import subprocess
import zipfile

import pytest

from hudna.ledger import Ledger

from .conftest import HARM, OTHER, PAGE, WORDS, hudna, warc

SAFE = re.compile(r"(?:(?:texts|sources|records)/[0-9a-f]{64}\.(?:txt|bytes)|[A-Za-z][A-Za-z0-9]*(?:\.[a-z]+){0,2})")


def held(path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def rows(files, name):
    return [json.loads(line) for line in files[name].splitlines()]


def test_the_bytes_the_texts_and_the_words_are_in_it(bundle, ledger, event):
    files = held(bundle)
    for claim, span in zip(rows(files, "claims.jsonl"), rows(files, "spans.jsonl"), strict=True):
        part = files[span["file"]][span["first_byte"] : span["first_byte"] + span["bytes"]]
        assert part.decode() == claim["quote"]
        assert hashlib.sha256(part).hexdigest() == span["quote_sha256"]
    with Ledger.open(ledger) as book:
        assert [one["id"] for one in rows(files, "claims.jsonl")] == [
            one.id for one in book.claims() if one.id in book.event(event).claims
        ]
        assert json.loads(files["event.json"])["event"]["id"] == event
    assert PAGE.encode() in files.values()
    assert any(WORDS in data.decode() for name, data in files.items() if name.startswith("texts/"))


def test_of_an_archive_the_whole_record_with_its_place(bundle):
    files = held(bundle)
    [origin] = [one for source in rows(files, "sources.jsonl") for one in source["origins"]]
    archive = warc(PAGE.encode())
    assert origin["offset"] == 0
    assert archive.startswith(files[origin["record"]])
    assert hashlib.sha256(files[origin["record"]]).hexdigest() == origin["record_sha256"]
    assert origin["archive"] == hashlib.sha256(archive).hexdigest()


def test_names_are_ours_whatever_documents_are_called(bundle):
    files = held(bundle)
    assert all(SAFE.fullmatch(name) for name in files)
    assert HARM in {one["id"] for one in rows(files, "documents.jsonl")}


def test_the_same_ledger_gives_the_same_bytes(bundle, ledger, event, tmp_path):
    again = tmp_path / "again.zip"
    assert hudna("bundle", event, "--ledger", ledger, "--out", again).exit_code == 0
    assert again.read_bytes() == bundle.read_bytes()


def test_the_history_is_in_it(ledger, event, tmp_path):
    judged = hudna("judge", "verify", event, "--who", "N. Haddad", "--reason", "seen on site", "--ledger", ledger)
    assert judged.exit_code == 0, judged.output
    path = tmp_path / "later.zip"
    assert hudna("bundle", event, "--ledger", ledger, "--out", path).exit_code == 0
    files = held(path)
    assert [one["reason"] for one in rows(files, "judgements.jsonl")] == ["seen on site"]
    entries = {one["what"] for one in rows(files, "log.jsonl")}
    assert {
        "bytes.kept",
        "origin.kept",
        "document.kept",
        "document.read",
        "events.weighed",
        "judgement.made",
    } <= entries
    assert "seen on site" in files["index.en.html"].decode()


def test_the_manifest_names_everything_with_the_head_of_the_log(bundle, ledger):
    files = held(bundle)
    manifest = json.loads(files["manifest.json"])
    listed = {one["name"]: one["sha256"] for one in manifest["files"]}
    assert listed == {n: hashlib.sha256(data).hexdigest() for n, data in files.items() if n != "manifest.json"}
    with Ledger.open(ledger) as book:
        hashes = {one.seq: one.hash for one in book.log()}
        [noted] = book.desk.noted("bundle.made")
        assert book.verify().sound
    assert hashes[manifest["ledger"]["entries"]] == manifest["ledger"]["head"]
    assert json.loads(noted.payload)["manifest"] == hashlib.sha256(files["manifest.json"]).hexdigest()
    assert json.loads(noted.payload)["who"] == "N. Haddad"
    assert manifest["internal"] is True
    assert set(manifest["notice"]) == {"ar", "en"}


def test_the_sums_are_those_of_sha256sum(bundle, tmp_path):
    with zipfile.ZipFile(bundle) as zipped:
        zipped.extractall(tmp_path / "out")
    done = subprocess.run(["sha256sum", "--check", "--strict", "SHA256SUMS"], cwd=tmp_path / "out", check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_page_says_that_it_is_internal_and_runs_nothing(bundle, language):
    files = held(bundle)
    page = files[f"index.{language}.html"].decode()
    assert json.loads(files["manifest.json"])["notice"][language] in page
    assert "<script" not in page
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=\"(?!#|index\.|https?://news\.example)", page)
    assert OTHER in re.sub(r"</?mark[^>]*>", "", page)


def test_an_event_that_is_not_there_makes_no_file(ledger, tmp_path):
    done = hudna("bundle", "E0", "--ledger", ledger, "--out", tmp_path / "none.zip")
    assert done.exit_code == 2
    assert "E0" in done.output
    assert not list(tmp_path.glob("*none.zip*"))

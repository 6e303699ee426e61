import json

import pytest

from hudna.ledger import Ledger

from .conftest import hudna


def _out(done, path):
    path.write_bytes(done.stdout_bytes)
    return path


# --- out and in again -------------------------------------------------------------------------------------------------


def test_a_round_trip_gives_the_same_ledger(ledger, tmp_path):
    done = hudna("judge", "accept", _an_event(ledger), "--who", "B. Reader", "--reason", "seen", "--ledger", ledger)
    assert done.exit_code == 0, done.output
    file = _out(hudna("export", "--ledger", ledger), tmp_path / "all.jsonl")
    new = tmp_path / "new.sqlite"
    done = hudna("import", file, "--ledger", new)
    assert done.exit_code == 0, done.output
    with Ledger.open(ledger) as old, Ledger.open(new) as made:
        assert made.content_digest() == old.content_digest()
        log = list(old.log())
        assert list(made.log())[: len(log)] == log
        assert made.counts() | {"runs": 0} == old.counts() | {"runs": 0}
        assert made.desk.totals() == old.desk.totals()
    assert hudna("verify", "--ledger", new).exit_code == 0
    again = hudna("export", "--ledger", new, "--what", "documents", "--what", "claims", "--what", "events")
    before = hudna("export", "--ledger", ledger, "--what", "documents", "--what", "claims", "--what", "events")
    assert again.stdout.splitlines()[1:] == before.stdout.splitlines()[1:]


def _an_event(ledger):
    with Ledger.open(ledger) as book:
        return next(iter(book.events())).id


def test_the_street_goes_on_in_an_imported_ledger(ledger, articles, tmp_path):
    new = tmp_path / "new.sqlite"
    hudna("import", _out(hudna("export", "--ledger", ledger), tmp_path / "all.jsonl"), "--ledger", new)
    words = ("run", articles, "--theatre", "karabakh", "--as-of", "2020-12-01", "--json")
    done = hudna(*words, "--ledger", new)
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["read"] == 0
    with Ledger.open(ledger) as old, Ledger.open(new) as made:
        assert made.content_digest() == old.content_digest()


@pytest.mark.parametrize("spoil", ["cut", "changed", "added"])
def test_what_is_not_whole_is_refused_and_leaves_nothing(ledger, tmp_path, spoil):
    lines = hudna("export", "--ledger", ledger).stdout_bytes.splitlines(keepends=True)
    claim = next(number for number, line in enumerate(lines) if line.startswith(b'{"claim"'))
    spoilt = {
        "cut": [*lines[:claim], *lines[claim + 1 :]],
        "changed": [
            *lines[:claim],
            lines[claim].replace(b'"background":false', b'"background":true'),
            *lines[claim + 1 :],
        ],
        "added": [*lines, b'{"secret":{}}\n'],
    }[spoil]
    file = tmp_path / "all.jsonl"
    file.write_bytes(b"".join(spoilt))
    done = hudna("import", file, "--ledger", tmp_path / "new.sqlite")
    assert done.exit_code == 2
    assert "export" in done.stderr
    assert not list(tmp_path.glob("new.sqlite*"))


def test_a_part_is_no_ledger(ledger, tmp_path):
    file = _out(hudna("export", "--ledger", ledger, "--what", "claims"), tmp_path / "part.jsonl")
    done = hudna("import", file, "--ledger", tmp_path / "new.sqlite")
    assert done.exit_code == 2
    assert "a part of a ledger" in done.stderr


@pytest.mark.parametrize("content", ["", "not json\n", '{"claim":{}}\n'])
def test_what_is_no_export_is_refused(tmp_path, content):
    file = tmp_path / "x.jsonl"
    file.write_text(content, encoding="utf-8")
    done = hudna("import", file, "--ledger", tmp_path / "new.sqlite")
    assert done.exit_code == 2
    assert "manifest" in done.stderr


def test_an_import_never_overwrites(ledger, tmp_path):
    file = _out(hudna("export", "--ledger", ledger), tmp_path / "all.jsonl")
    done = hudna("import", file, "--ledger", ledger)
    assert done.exit_code == 2
    assert "there already" in done.stderr
    assert hudna("verify", "--ledger", ledger).exit_code == 0


# --- files for others -------------------------------------------------------------------------------------------------


def test_files_go_into_a_folder_and_the_log_knows(ledger, tmp_path):
    out = tmp_path / "handover"
    done = hudna(
        "export", "--ledger", ledger, "--format", "acled", "--format", "ics", "--out", out, "--who", "B. Reader"
    )
    assert done.exit_code == 0, done.output
    manifest = json.loads((out / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["profile"]["name"] == "public"
    assert "Profile public" in done.stderr
    assert {path.name for path in out.iterdir()} == {"manifest.json", *(file["name"] for file in manifest["files"])}
    with Ledger.open(ledger) as book:
        entry = [one for one in book.log() if one.what == "export.made"][-1]
    noted = json.loads(entry.payload)
    assert noted["who"] == "B. Reader"
    assert noted["files"] == manifest["files"]
    assert hudna("verify", "--ledger", ledger).exit_code == 0


def test_the_whole_ledger_can_be_one_of_the_files(ledger, tmp_path):
    done = hudna("export", "--ledger", ledger, "--format", "jsonl", "--profile", "internal", "--out", tmp_path / "x")
    assert done.exit_code == 0, done.output
    new = tmp_path / "new.sqlite"
    assert hudna("import", tmp_path / "x" / "ledger.jsonl", "--ledger", new).exit_code == 0
    with Ledger.open(ledger) as old, Ledger.open(new) as made:
        assert made.content_digest() == old.content_digest()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--format", "csv"), "belong together"),
        (("--out", "x"), "belong together"),
        (("--format", "csv", "--out", "x", "--what", "claims"), "--what"),
        (("--format", "jsonl", "--out", "x"), "internal"),
    ],
)
def test_misuse_is_said(ledger, tmp_path, monkeypatch, words, told):
    monkeypatch.chdir(tmp_path)
    done = hudna("export", "--ledger", ledger, *words)
    assert done.exit_code == 2
    assert told in done.stderr


def test_a_folder_that_cannot_be_made_is_said(ledger, tmp_path):
    (tmp_path / "file").write_text("x", encoding="utf-8")
    done = hudna("export", "--ledger", ledger, "--format", "ics", "--out", tmp_path / "file")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_tombstones_of_a_rejected_event(ledger, tmp_path):
    key = _an_event(ledger)
    words = ("export", "--ledger", ledger, "--format", "acled", "--profile", "internal")
    hudna(*words, "--out", tmp_path / "one")
    hudna("judge", "reject", key, "--who", "B. Reader", "--reason", "another war", "--ledger", ledger)
    done = hudna(*words, "--out", tmp_path / "two", "--since", tmp_path / "one")
    assert done.exit_code == 0, done.output
    stones = [json.loads(line) for line in (tmp_path / "two" / "tombstones.jsonl").read_text().splitlines()]
    assert {"noun": "event", "id": key, "why": "rejected"} in stones

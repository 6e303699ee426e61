"""What sources hold and what is left out of them."""

import json

import pytest
from tests.cli.conftest import ARTICLE, hudna
from tests.intake.warcs import answer, packed, record

SPORT = "<html><body><p>شن المنتخب هجوما كاسحا في الشوط الثاني وقصف مرمى ضيفه بوابل من التسديدات</p></body></html>"
NEWS = f"<html><body><article>{''.join(f'<p>{line}</p>' for line in ARTICLE.splitlines())}</article></body></html>"


@pytest.fixture
def archive(tmp_path):
    path = tmp_path / "news.warc.gz"
    path.write_bytes(packed([record(1, answer(NEWS.encode())), record(2, answer(SPORT.encode()))]))
    return path


def documents(ledger) -> list[str]:
    lines = hudna("export", "--ledger", ledger, "--what", "documents").stdout.splitlines()[1:]
    return [json.loads(line)["document"]["id"] for line in lines]


def test_in_an_archive_the_gate_leaves_out_what_is_not_of_the_theatre(tmp_path, archive):
    ledger = tmp_path / "a.sqlite"
    done = hudna("run", archive, "--theatre", "karabakh", "--ledger", ledger, "--as-of", "2020-12-01", "--json")
    assert done.exit_code == 0, done.output
    assert json.loads(done.stdout)["left_out"] == 1
    assert "left out by the gate" in done.stderr
    assert documents(ledger) == ["https://news.example.org/1"]
    claim = json.loads(hudna("claims", "--ledger", ledger).stdout.splitlines()[0])
    told = hudna("explain", claim["id"], "--ledger", ledger).stdout
    assert "in news.warc.gz (" in told
    assert ", byte 0; record " in told
    assert hudna("verify", "--ledger", ledger).exit_code == 0


def test_nothing_is_left_out_when_nobody_wants_it(tmp_path, archive):
    ledger = tmp_path / "a.sqlite"
    assert hudna("run", archive, "--theatre", "karabakh", "--ledger", ledger, "--no-gate").exit_code == 0
    assert len(documents(ledger)) == 2
    assert hudna("intake", archive, "--ledger", tmp_path / "b.sqlite").exit_code == 0
    assert len(documents(tmp_path / "b.sqlite")) == 2, "without a theatre there is nothing to look for"


def test_files_are_gated_only_when_asked(tmp_path):
    (tmp_path / "sport.html").write_text(SPORT, encoding="utf-8")
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    sources = [tmp_path / "sport.html", tmp_path / "a.txt"]
    hudna("intake", *sources, "--theatre", "karabakh", "--ledger", tmp_path / "a.sqlite")
    assert documents(tmp_path / "a.sqlite") == ["a.txt", "sport.html"]
    hudna("intake", *sources, "--theatre", "karabakh", "--ledger", tmp_path / "b.sqlite", "--gate")
    assert documents(tmp_path / "b.sqlite") == ["a.txt"]


def test_a_gate_without_a_theatre_is_misuse(tmp_path, archive):
    done = hudna("intake", archive, "--ledger", tmp_path / "a.sqlite", "--gate")
    assert done.exit_code == 2
    assert "--theatre" in done.stderr


@pytest.mark.parametrize("column", ["body", "text", "text=", "words=body"])
def test_a_column_must_be_for_a_field(tmp_path, archive, column):
    done = hudna("intake", archive, "--ledger", tmp_path / "a.sqlite", "--column", column)
    assert done.exit_code == 2
    assert "FIELD=COLUMN" in done.stderr

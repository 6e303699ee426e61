import json

import pytest
from tests.cli.conftest import hudna

from hudna.ledger import Ledger


def test_a_run_tells_people_and_keeps_stdout_for_data(tmp_path, articles):
    path = tmp_path / "ledger.sqlite"
    done = hudna("run", articles, "--theatre", "karabakh", "--ledger", path, "--as-of", "2020-12-01")
    assert done.exit_code == 0, done.output
    assert done.stdout == ""
    for word in ("Documents", "Claims", "Contradictions", "Obligations", "2020-12-01", str(path)):
        assert word in done.stderr
    with Ledger.open(path) as ledger:
        assert ledger.counts()["documents"] == 2
        assert ledger.counts()["claims"] > 0
        assert ledger.verify().issues == ()


def test_the_summary_can_be_data(articles, ledger):
    done = hudna("run", articles, "--ledger", ledger, "--as-of", "2020-12-01", "--json")
    summary = json.loads(done.stdout)
    assert (summary["documents"], summary["fresh"], summary["read"]) == (2, 0, 0)
    assert summary["as_of"] == "2020-12-01"
    assert sum(summary["claims"].values()) > 0


def test_a_second_run_knows_the_theatre_and_changes_nothing(articles, ledger):
    before = ledger.read_bytes()
    assert hudna("run", articles, "--ledger", ledger, "--as-of", "2020-12-01").exit_code == 0
    assert ledger.read_bytes() == before


def test_the_stages_one_by_one_make_the_same_ledger(tmp_path, articles, ledger):
    path = tmp_path / "steps.sqlite"
    steps = (
        ("intake", articles),
        ("read", "--theatre", "karabakh"),
        ("events",),
        ("comply", "--as-of", "2020-12-01"),
    )
    for step in steps:
        done = hudna(*step, "--ledger", path)
        assert done.exit_code == 0, done.output
    with Ledger.open(path) as one, Ledger.open(ledger) as two:
        assert one.content_digest() == two.content_digest()
        assert one.verify().issues == ()


def test_standard_input_is_a_source(tmp_path):
    line = json.dumps({"id": "17", "text": "قتل جنديان في قصف على لاتشين.", "published": "2020-10-10"})
    path = tmp_path / "ledger.sqlite"
    done = hudna("run", "-", "--theatre", "karabakh", "--ledger", path, stdin=line)
    assert done.exit_code == 0, done.output
    with Ledger.open(path) as ledger:
        assert [document.id for document in ledger.documents()] == ["17"]


def test_a_missing_theatre_is_misuse_with_a_list(tmp_path, articles):
    path = tmp_path / "ledger.sqlite"
    done = hudna("run", articles, "--ledger", path)
    assert done.exit_code == 2
    assert "karabakh" in done.stderr
    assert not path.exists()


def test_an_unknown_theatre_is_misuse_with_a_list(tmp_path, articles):
    path = tmp_path / "ledger.sqlite"
    done = hudna("run", articles, "--theatre", "atlantis", "--ledger", path)
    assert done.exit_code == 2
    assert "there is no theatre 'atlantis'" in done.stderr
    assert "karabakh" in done.stderr
    assert not path.exists()


def test_a_ledger_that_knows_no_theatre_asks_for_one(tmp_path, articles):
    path = tmp_path / "ledger.sqlite"
    assert hudna("intake", articles, "--ledger", path).exit_code == 0
    done = hudna("read", "--ledger", path)
    assert done.exit_code == 2
    assert "which theatre" in done.stderr


@pytest.mark.parametrize("verb", ["read", "events", "comply"])
def test_a_missing_ledger_is_misuse(tmp_path, verb):
    done = hudna(verb, "--theatre", "karabakh", "--ledger", tmp_path / "nothing.sqlite")
    assert done.exit_code == 2
    assert "there is no ledger" in done.stderr


def test_errors_above_the_limit_are_exit_code_1(tmp_path, articles):
    (articles / "broken.jsonl").write_text('{"text": "قتل جنديان"}\n{"text": \n', encoding="utf-8")
    fixed = ("--theatre", "karabakh", "--ledger", tmp_path / "ledger.sqlite")
    done = hudna("run", articles, *fixed)
    assert done.exit_code == 1
    assert "broken.jsonl:2" in done.stderr
    assert hudna("run", articles, *fixed).exit_code == 1
    assert hudna("run", articles, *fixed, "--max-issues", 1).exit_code == 0


def test_a_source_that_is_not_there_is_an_issue_and_the_rest_is_read(tmp_path, articles):
    path = tmp_path / "ledger.sqlite"
    done = hudna("run", articles, tmp_path / "gone", "--theatre", "karabakh", "--ledger", path)
    assert done.exit_code == 1
    assert "gone" in done.stderr
    with Ledger.open(path) as ledger:
        assert ledger.counts()["documents"] == 2


def test_a_status_can_be_named_that_fails_the_run(articles, ledger):
    with Ledger.open(ledger) as opened:
        status = next(finding.status for finding in opened.findings() if finding.sort == "obligation")
    said = ("--ledger", ledger, "--as-of", "2020-12-01", "--fail-on")
    assert hudna("comply", *said, status).exit_code == 1
    assert hudna("comply", *said, "nonsense").exit_code == 0


@pytest.mark.parametrize("day", ["yesterday", "2020-13-01", "2020-02-30", "20201201"])
def test_a_day_must_be_a_day(articles, ledger, day):
    done = hudna("run", articles, "--ledger", ledger, "--as-of", day)
    assert done.exit_code == 2
    assert "not a date" in done.stderr


def test_whoever_chose_no_day_is_told_that_the_texts_are_old(articles, tmp_path):
    path = tmp_path / "old.sqlite"
    done = hudna("run", articles, "--theatre", "karabakh", "--ledger", path)
    assert "Obligations are looked at as of today" in done.stderr
    with Ledger.open(path) as book:
        newest = book.span()[1]
    assert f"hudna comply --as-of {newest}" in done.stderr
    assert "as of today" not in hudna("comply", "--ledger", path, "--as-of", newest).stderr
    assert "as of today" in hudna("comply", "--ledger", path).stderr

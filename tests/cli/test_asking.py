import json
import subprocess
import sys
from datetime import date

import pytest
from tests.cli.conftest import ARTICLE, hudna

from hudna.ledger import Ledger

FIELDS = [
    "id",
    "doc",
    "start",
    "end",
    "quote",
    "kind",
    "agents",
    "targets",
    "places",
    "when",
    "count",
    "by",
    "modality",
    "background",
    "confidence",
    "rule",
]


def lines(done):
    assert done.exit_code == 0, done.output
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_claims_of_files_are_claim_records(articles):
    records = lines(hudna("claims", "--theatre", "karabakh", articles / "a.txt"))
    assert records
    for record in records:
        assert list(record) == FIELDS
        assert record["doc"] == "a.txt"
        assert ARTICLE[record["start"] : record["end"]] == record["quote"]


def test_claims_of_files_and_of_the_ledger_are_the_same(articles, ledger):
    of_files = lines(hudna("claims", "--theatre", "karabakh", articles))
    of_ledger = lines(hudna("claims", "--ledger", ledger))
    assert sorted(map(str, of_files)) == sorted(map(str, of_ledger))


def test_the_theatre_is_recognised_when_none_is_named(articles):
    assert lines(hudna("claims", articles)) == lines(hudna("claims", "--theatre", "karabakh", articles))


def test_json_lines_come_through_standard_input():
    case = json.dumps({"id": "x1", "text": ARTICLE, "published": "2020-10-12"}, ensure_ascii=False)
    records = lines(hudna("claims", "--theatre", "karabakh", "-", stdin=case))
    assert records
    assert {record["doc"] for record in records} == {"x1"}


def test_a_ledger_is_filtered(ledger):
    kinds = {record["kind"] for record in lines(hudna("claims", "--ledger", ledger, "--kind", "casualties"))}
    assert kinds
    assert all(kind.startswith("casualties.") for kind in kinds)
    assert {record["doc"] for record in lines(hudna("claims", "--ledger", ledger, "--doc", "b.txt"))} == {"b.txt"}
    assert lines(hudna("claims", "--ledger", ledger, "--words", "لا توجد هذه الكلمات")) == []


@pytest.mark.parametrize("words", [(), ("x.txt", "--ledger", "y"), ("x.txt", "--kind", "casualties")])
def test_neither_nor_both_is_misuse(words):
    assert hudna("claims", *words).exit_code == 2


def test_a_file_that_is_not_there_is_exit_code_1(articles, tmp_path):
    done = hudna("claims", "--theatre", "karabakh", articles, tmp_path / "gone.txt")
    assert done.exit_code == 1
    assert "gone.txt" in done.stderr
    assert len(done.stdout.splitlines()) == len(hudna("claims", "--theatre", "karabakh", articles).stdout.splitlines())


def test_claims_come_out_while_documents_come_in():
    """The first document's claims can be read before the second one is written."""
    command = [sys.executable, "-m", "hudna", "claims", "--theatre", "karabakh", "-"]
    case = json.dumps({"id": "x", "text": ARTICLE}, ensure_ascii=False).encode() + b"\n"
    run = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    run.stdin.write(case * 3000)
    run.stdin.close()
    first = json.loads(run.stdout.readline())
    run.stdout.close()
    assert first["kind"]
    assert run.wait() == 0, "a reader that has had enough is no error"


def test_an_export_opens_with_its_manifest(ledger):
    manifest, *nouns = lines(hudna("export", "--ledger", ledger))
    with Ledger.open(ledger) as opened:
        assert manifest["manifest"]["content_sha256"] == opened.content_digest()
        counts = opened.counts()
    found = [next(iter(noun)) for noun in nouns]
    for name in ("document", "claim", "event", "finding"):
        assert found.count(name) == counts[f"{name}s"] == manifest["manifest"]["counts"][f"{name}s"]
    assert "log" in found


def test_an_export_can_be_of_one_noun(ledger):
    manifest, *nouns = lines(hudna("export", "--ledger", ledger, "--what", "documents"))
    assert manifest["manifest"]["holds"] == ["documents"]
    assert [noun["document"]["id"] for noun in nouns] == ["a.txt", "b.txt"]
    assert nouns[0]["document"]["text"] == ARTICLE


@pytest.mark.parametrize("verb", ["claims", "export", "report", "verify"])
def test_a_missing_ledger_is_misuse(tmp_path, verb):
    done = hudna(verb, "--ledger", tmp_path / "nothing.sqlite")
    assert done.exit_code == 2
    assert "there is no ledger" in done.stderr


@pytest.fixture
def asked(monkeypatch):
    """What the report was asked for; publish has tests of its own."""
    report = pytest.importorskip("hudna.publish.report")
    calls = []

    def write_report(dossier, language):
        calls.append((dossier.material, language))
        return "<html>تقرير</html>"

    monkeypatch.setattr(report, "write_report", write_report)
    return calls


def test_a_report_covers_the_ledger_when_no_days_are_named(ledger, asked, tmp_path):
    out = tmp_path / "report.html"
    done = hudna("report", "--ledger", ledger, "--lang", "en", "--out", out)
    assert done.exit_code == 0, done.output
    assert out.read_text(encoding="utf-8") == "<html>تقرير</html>"
    assert done.stdout == ""
    ((told, language),) = asked
    assert (language, told.as_of) == ("en", "2020-12-01")
    assert (told.period.first, told.period.last) == (date(2020, 10, 12), date(2020, 10, 13))


def test_a_report_can_be_of_a_day(ledger, asked):
    done = hudna("report", "--ledger", ledger, "--day", "2020-10-12", "--as-of", "2020-11-01")
    assert done.stdout == "<html>تقرير</html>"
    ((told, language),) = asked
    assert told.period.first == told.period.last == date(2020, 10, 12)
    assert (language, told.as_of) == ("ar", "2020-11-01")


def test_two_languages_are_told_from_one_gathering(ledger, asked, tmp_path):
    done = hudna("report", "--ledger", ledger, "--lang", "both", "--out", tmp_path / "day.html")
    assert done.exit_code == 0, done.output
    assert [language for _, language in asked] == ["ar", "en"]
    assert asked[0][0] is asked[1][0]
    assert {path.name for path in tmp_path.glob("day.*")} == {"day.ar.html", "day.en.html"}


def test_a_report_of_no_days_is_misuse(ledger, asked):
    done = hudna("report", "--ledger", ledger, "--from", "2020-10-12", "--to", "2020-10-10")
    assert done.exit_code == 2


def test_a_report_that_cannot_be_written_is_said(ledger, asked, tmp_path):
    done = hudna("report", "--ledger", ledger, "--out", tmp_path / "no" / "folder.html")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("--kind", "casualty"), "the packs know no kind 'casualty'. Did you mean 'casualties'?"),
        (("--actor", "aze.mod"), "the packs know no actor 'aze.mod'. Did you mean 'AZE.MOD'?"),
        (("--by", "interfx"), "the packs know no actor or source 'interfx'. Did you mean 'interfax'?"),
        (("--place", "lachn"), "the packs know no place 'lachn'. Did you mean 'lachin'?"),
        (("--actor", "\u202exyzzy"), "the packs know no actor"),
    ],
)
def test_a_misspelt_code_is_named_where_nothing_fits(ledger, words, hint):
    done = hudna("claims", "--ledger", ledger, *words)
    assert done.exit_code == 0
    assert done.stdout == ""
    assert "No claim fits." in done.stderr
    assert hint in done.stderr
    assert "\u202e" not in done.stderr


def test_a_known_code_of_which_nothing_is_told_is_no_mistake(ledger):
    done = hudna("claims", "--ledger", ledger, "--actor", "FRA")
    assert done.stdout == ""
    assert "know no" not in done.stderr

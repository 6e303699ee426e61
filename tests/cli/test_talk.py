from pathlib import Path

from click.testing import CliRunner

from hudna.cli import talk
from hudna.model import Issue, Summary


def summary(**fields):
    nothing = {"documents": 0, "received": 0, "fresh": 0, "read": 0, "undated": 0, "claims": {}, "events": 0}
    more = {"contradictions": 0, "obligations": {}, "alleged_breaches": 0, "issues": {}}
    return Summary(**{**nothing, **more, **fields})


def test_the_table_says_what_the_ledger_holds(capsys):
    told = summary(
        documents=3, claims={"casualties": 4, "ceasefire": 1}, obligations={"overdue": 2}, as_of="2020-12-01"
    )
    talk.tell_summary(told, Path("here.sqlite"))
    said = capsys.readouterr()
    assert said.out == ""
    for words in ("Documents", "casualties", "overdue", "as of 2020-12-01", "here.sqlite"):
        assert words in said.err


def test_the_worst_issues_come_first_and_a_screen_is_enough(capsys):
    issues = [Issue("intake", "warning", f"w{number}", "odd", "") for number in range(30)]
    talk.tell_issues([*issues, Issue("intake", "error", "bad.txt", "broken", "mend it")])
    said = capsys.readouterr().err.splitlines()
    assert said[0] == "error: bad.txt: broken (mend it)"
    assert said[-1].startswith("… and 11 more")


def test_what_a_page_says_does_not_steer_the_terminal(capsys):
    talk.tell_issue(Issue("intake", "warning", "a\x1b[31m.txt", "odd\x07", "see \u202eabc\n next"))
    said = capsys.readouterr().err
    assert said == "warning: a\ufffd[31m.txt: odd\ufffd (see \ufffdabc\n next)\n"


def test_nothing_moves_where_there_is_no_terminal(capsys):
    with talk.progress() as told:
        told("reading", 1, 2)
    assert capsys.readouterr().err == ""


def test_bars_move_on_a_terminal(monkeypatch):
    with CliRunner().isolation() as (_, err, _):
        monkeypatch.setattr("sys.stderr.isatty", lambda: True)
        with talk.progress() as told:
            told("intake", 1, 0)
            told("reading", 1, 2)
            told("reading", 2, 2)
        assert b"reading" in err.getvalue()

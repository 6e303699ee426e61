from pathlib import Path

import pytest

from hudna.intake.problems import PROBLEMS, problem

DOCS = (Path(__file__).parents[2] / "docs" / "intake.md").read_text(encoding="utf-8")
SEVERITIES = {"note", "warning", "error"}


@pytest.mark.parametrize("code", PROBLEMS)
def test_every_problem_is_documented(code):
    row = PROBLEMS[code]
    hint = row.hint.replace("{{", "{").replace("}}", "}")
    assert f"| `{code}` | {row.severity} | {row.reason} | {hint} |".replace("\ufffd", "U+FFFD") in DOCS
    assert row.severity in SEVERITIES


def test_the_docs_name_no_problem_that_is_gone():
    rows = [line.split("`")[1] for line in DOCS.split("## Issues")[1].splitlines() if line.startswith("| `")]
    assert rows == list(PROBLEMS)


def test_an_issue_says_where_why_and_what_to_do():
    issue = problem("json_no_object", "a.jsonl:3", what="a list")
    assert (issue.stage, issue.severity, issue.where) == ("intake", "error", "a.jsonl:3")
    assert issue.reason == "the line is a list, not an object"
    assert issue.hint == 'Write one object a line: {"text": "…"}.'

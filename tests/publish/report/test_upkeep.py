import msgspec

from hudna.model import Issue, Judgement
from hudna.publish.report.upkeep import corrections, issues

from .conftest import figure


def test_later_figures_and_changed_accounts(desk, told):
    first = told["events"][0]
    figures = (msgspec.structs.replace(figure(told["claims"][0], "ARM.GOV"), superseded_by="C4"),)
    changed = msgspec.structs.replace(first, figures=figures, superseded=(("C2", "C3"),), warnings=("C1 looks odd",))
    found = corrections(desk("en", {**told, "events": (changed,)}))
    assert [change.striptags() for _, change in found.changes] == [
        "The same speaker changed its account: [1.2], then [1.3]",
        "The same speaker gave a later figure: [1.1], then [2.1]",
    ]
    assert [one.striptags() for _, one in found.warnings] == ["[1.1] looks odd"]


def test_decisions_with_who_and_why(desk, told):
    rejected = Judgement("J1", "reject", ("C1",), "analyst <2>", "2023-09-21T08:00:00Z", "a headline", None)
    found = corrections(desk("en", {**told, "judgements": (rejected,)}))
    assert found.decisions[0].striptags().startswith("rejected by analyst <2> on 21 September 2023")
    assert "&lt;2&gt;" in found.decisions[0]


def test_issues_of_the_period_the_worst_first(desk, told):
    more = (
        Issue("reading", "note", "one.txt", "no date", ""),
        Issue("intake", "warning", "menu.html", "looks like a menu", ""),
        Issue("reading", "error", "old.txt", "of another day", ""),
    )
    old = msgspec.structs.replace(told["documents"][1], id="old.txt", published=type(told["documents"][1].published)())
    nouns = {**told, "documents": (*told["documents"], old), "issues": (*told["issues"], *more)}
    found = issues(desk("en", nouns))
    assert [row.where for row in found.rows] == ["broken.jsonl:3", "menu.html"]
    assert [row.where for row in found.notes] == ["one.txt"]
    assert found.elsewhere == 1

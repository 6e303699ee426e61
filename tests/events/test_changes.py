import pytest

from hudna.events import changes, group_claims

DAY = {"places": ("mill",), "when": "2031-02-03"}


@pytest.fixture
def weigh(claim, doc, knowledge):
    first = claim("first", "casualties.killed", by=("SUD.MOH",), count=("killed", 12), **DAY)
    late = claim("late", "casualties.killed", by=("GUA.OBS",), count=("killed", 20), **DAY)

    def run(*names, late_published="2031-02-06"):
        claims = {"first": first, "late": late}
        documents = [doc("doc-first", "2031-02-04"), doc("doc-late", late_published)]
        return group_claims([claims[name] for name in names], documents, [], knowledge)

    return run


def test_nothing_new_changes_nothing(weigh):
    assert changes(weigh("first"), weigh("first")) == ()


def test_a_late_arrival_says_what_it_changes(weigh):
    found = changes(weigh("first"), weigh("first", "late"))
    assert [one.sort for one in found] == ["new_claims", "figure", "contradiction"]
    assert "20 killed (GUA.OBS, published 2031-02-06)" in found[1].why


def test_an_earlier_report_that_comes_in_late_gives_the_event_another_id(weigh):
    found = changes(weigh("first"), weigh("first", "late", late_published="2031-02-03"))
    assert found[0].sort == "new_id"


def test_new_and_gone_events(weigh):
    assert [one.sort for one in changes((), weigh("first"))] == ["new_event"]
    assert [one.sort for one in changes(weigh("first"), ())] == ["gone_event"]

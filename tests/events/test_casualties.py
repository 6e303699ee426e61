import pytest

from hudna.events import casualties, group_claims
from hudna.model import Count

DAY = {"places": ("mill",), "when": "2031-02-03"}


def row_of(claims, documents, knowledge, **options):
    return casualties(group_claims(claims, documents, [], knowledge), **options)


def test_a_side_s_own_losses_are_best(claim, knowledge):
    said = {"targets": ("NOR.MIL",), **DAY}
    claims = [
        claim("own", "casualties.killed", by=("NOR.MOD",), count=("killed", 12), **said),
        claim("foe", "casualties.killed", by=("SUD.MOD",), count=("killed", 200), **said),
    ]
    (row,) = row_of(claims, [], knowledge)
    assert (row.side, row.low, row.best, row.high, row.rule) == ("NOR", 12, 12, 200, "own_losses")
    (row,) = row_of(claims, [], knowledge, rules=["independent"], parties=["NOR", "SUD"])
    assert (row.best, row.rule) == (None, "")


def test_then_a_speaker_who_is_no_side_of_it(claim, knowledge):
    said = {"agents": ("NOR",), **DAY}
    claims = [
        claim("one", "casualties.killed", by=("NOR.MOD",), count=("killed", 3), **said),
        claim("third", "casualties.killed", by=("XAA.MFA",), count=("killed", 8), **said),
    ]
    (row,) = row_of(claims, [], knowledge)
    assert (row.best, row.rule) == (8, "independent")


def test_replaced_figures_are_shown_and_do_not_count(claim, doc, knowledge):
    claims = [
        claim("early", "casualties.killed", by=("SUD.MOH",), count=("killed", 90), **DAY),
        claim("late", "casualties.killed", by=("SUD.MOH",), count=("killed", 14), **DAY),
    ]
    (row,) = row_of(claims, [doc("doc-early", "2031-02-03"), doc("doc-late", "2031-02-05")], knowledge)
    assert (row.low, row.best, row.high) == (14, 14, 14)
    assert len(row.figures) == 2


def test_an_open_figure_has_no_upper_end(claim, knowledge):
    count = Count("wounded", 200, None, "more_than", "person")
    (row,) = row_of([claim("a", "casualties.wounded", count=count, **DAY)], [], knowledge)
    assert (row.low, row.best, row.high, row.rule) == (200, 200, None, "single")
    assert row.why == "the only figure says more than 200"


def test_parts_have_rows_of_their_own_and_say_so(claim, knowledge):
    claims = [
        claim("all", "casualties.killed", doc="d", count=("killed", 32), **DAY),
        claim(
            "part", "casualties.killed", doc="d", count=Count("killed", 7, 7, "exact", "civilian", None, "all"), **DAY
        ),
    ]
    assert [(row.who, row.part) for row in row_of(claims, [], knowledge)] == [("person", False), ("civilian", True)]


def test_a_rule_that_does_not_exist_is_refused(claim, knowledge):
    claims = [
        claim("a", "casualties.killed", by=("SUD.MOD",), count=("killed", 1), **DAY),
        claim("b", "casualties.killed", by=("XAA.MFA",), count=("killed", 2), **DAY),
    ]
    with pytest.raises(KeyError):
        row_of(claims, [], knowledge, rules=["guess"])

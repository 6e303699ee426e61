import pytest

from hudna.compliance.scores import score_of
from hudna.compliance.statuses import Status
from hudna.model.agreement import STATUSES


@pytest.mark.parametrize(
    ("status", "score"),
    [
        (Status("met_on_time", ""), 3),
        (Status("met_late_agreed", ""), 3),
        (Status("met_late", ""), 3),
        (Status("partly_met", "", share=0.5), 2),
        (Status("partly_met", "", share=0.49), 1),
        (Status("partly_met", ""), 1),
        (Status("in_progress", ""), 1),
        (Status("overdue", "", begun=True), 1),
        (Status("overdue", ""), 0),
        (Status("planned", ""), 0),
        (Status("not_due", ""), 0),
        (Status("breached", ""), 0),
        (Status("reversed", ""), 0),
        (Status("disputed", ""), None),
        (Status("unknown", ""), None),
        (Status("moot", ""), None),
    ],
)
def test_each_status_has_its_score(duty, status, score):
    assert score_of(status, duty("T1.1", "return")) == score


def test_a_continuing_duty_that_is_kept_is_well_under_way(duty):
    assert score_of(Status("in_progress", ""), duty("T1.1", "ceasefire", continuing=True)) == 2


def test_no_status_is_forgotten(duty):
    for status in STATUSES:
        assert score_of(Status(status, ""), duty("T1.1", "return")) in {None, 0, 1, 2, 3}


def test_the_score_stands_beside_the_status(duty, agreement, claim, held):
    owed = agreement(duty("T1.2", "handover", places=("mill", "ford"), kinds=("implementation.handover",)))
    done = claim("a", "implementation.handover", agents=("NOR",), places=("mill",), when="2031-01-10")
    (finding,) = held(owed, [done], "2031-02-01")
    assert (finding.status, finding.score) == ("partly_met", 2)

import pytest

from hudna.compliance.leaning import relation_of
from hudna.model import Deadline

DEPLOYED = {"agents": ("GUA",), "places": ("mill",), "when": "2031-01-10", "by": ("GUA.MOD",)}


@pytest.fixture
def pair(duty, agreement):
    """A handover that is the anchor, and a withdrawal that leans on it; the leaning one stands first in the text."""

    def make(words):
        return agreement(
            duty(
                "T1.1",
                "troop_withdrawal",
                obligors=("NOR",),
                kinds=("implementation.withdrawal",),
                due=Deadline(relative_to=words),
            ),
            duty(
                "T1.2",
                "handover",
                places=("mill",),
                kinds=("implementation.handover",),
                due=Deadline(date="2031-03-01"),
            ),
        )

    return make


@pytest.fixture
def statuses(held, claim):
    def make(agreement, *claims):
        found = held(agreement, [claim(name, kind, **fields) for name, kind, fields in claims], "2031-02-01")
        return {finding.obligation: finding for finding in found if finding.sort == "obligation"}

    return make


HANDED = ("h", "implementation.handover", {"agents": ("NOR",), "places": ("mill",), "when": "2031-01-20"})
PLANNED = ("p", "implementation.withdrawal", {"agents": ("NOR",), "when": "2031-01-15", "modality": "planned"})
DENIED = ("d", "implementation.withdrawal", {"agents": ("NOR",), "when": "2031-01-25", "modality": "negated"})


@pytest.mark.parametrize(
    ("words", "claims", "status"),
    [
        ("after T1.2", (), "not_due"),
        ("in parallel with T1.2", (), "not_due"),
        ("after T1.2", (HANDED,), "unknown"),
        ("in parallel with T1.2", (HANDED,), "unknown"),
        ("in parallel with T1.2", (HANDED, PLANNED), "overdue"),
        ("in parallel with T1.2", (HANDED, DENIED), "overdue"),
        ("after T1.2", (HANDED, PLANNED), "planned"),
        ("in parallel with T1.2", (PLANNED,), "planned"),
    ],
)
def test_the_other_duty_decides_when_this_one_is_owed(pair, statuses, words, claims, status):
    found = statuses(pair(words), *claims)
    assert found["T1.1"].status == status
    assert any("T1.2" in why for why in found["T1.1"].why)


def test_findings_stay_in_the_order_of_the_text(pair, statuses):
    assert list(statuses(pair("after T1.2"))) == ["T1.1", "T1.2"]


def test_a_circle_of_duties_comes_to_an_end(duty, agreement, statuses):
    circle = agreement(
        duty("T1.1", "return", due=Deadline(relative_to="after T1.2")),
        duty("T1.2", "return", due=Deadline(relative_to="after T1.1")),
    )
    assert {finding.status for finding in statuses(circle).values()} == {"unknown"}


@pytest.mark.parametrize(
    "due", [None, Deadline(date="2031-01-01", relative_to="after T1.2"), Deadline(relative_to="5 years from T1.2")]
)
def test_a_date_or_a_count_of_days_leans_on_nothing(duty, due):
    assert relation_of(duty("T1.1", "return", due=due)) is None

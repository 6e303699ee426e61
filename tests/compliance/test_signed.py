import pytest

from hudna.compliance.signed import RULINGS, SIGNABLE, said
from hudna.model import Deadline

SHELLING = {"agents": ("SUD",), "places": ("mill",), "when": "2031-01-20", "by": ("NOR.MOD",)}


@pytest.fixture
def handover(duty, agreement):
    return agreement(
        duty(
            "T1.2",
            "handover",
            obligors=("NOR",),
            places=("mill",),
            kinds=("implementation.handover",),
            due=Deadline(date="2031-01-20"),
        )
    )


@pytest.fixture
def truce(duty, agreement):
    fields = {"obligors": ("NOR", "SUD"), "continuing": True, "against": ("hostilities.shelling",)}
    return agreement(duty("T1.1", "ceasefire", **fields))


def test_a_signed_status_stands_above_what_is_summed_up(handover, held, ruling):
    (finding,) = held(handover, [], "2031-02-02", judgements=[ruling("J1", "T1.2", "met_late")])
    assert (finding.status, finding.reason, finding.score) == ("met_late", "", 3)
    assert finding.why[0] == "signed by N. Haddad on 2031-02-01: met_late (seen on site)"
    views = {cell.assessor: cell.status for cell in finding.assessors}
    assert views["signed:N. Haddad"] == "met_late"
    assert views["hudna"] == "unknown", "what the machine sums up stays in sight"


def test_a_status_signed_on_a_finding_holds_from_its_day_on(handover, held, ruling):
    (judged,) = held(handover, [], "2031-01-25")
    people = {"judgements": [ruling("J1", judged.id, "suspended")], "judged": [judged]}
    status = {day: held(handover, [], day, **people)[0].status for day in ("2031-01-24", "2031-01-25", "2031-03-01")}
    assert status == {"2031-01-24": "unknown", "2031-01-25": "suspended", "2031-03-01": "suspended"}


def test_the_later_decision_holds_and_undo_takes_it_out(handover, held, ruling):
    first, second = ruling("J1", "T1.2", "met_late"), ruling("J2", "T1.2", "overdue", at="2031-02-05T00:00:00Z")
    assert held(handover, [], "2031-02-02", judgements=[second, first])[0].status == "overdue"
    undo = ruling("J3", "J2", None, verb="undo", at="2031-02-06T00:00:00Z")
    assert held(handover, [], "2031-02-02", judgements=[undo, second, first])[0].status == "met_late"


@pytest.mark.parametrize(
    ("verb", "value"), [("rule", "disputed"), ("rule", None), ("rule", "fine"), ("accept", "met_late")]
)
def test_what_cannot_be_signed_changes_nothing(handover, held, ruling, verb, value):
    assert held(handover, [], "2031-02-02", judgements=[ruling("J1", "T1.2", value, verb=verb)]) == held(
        handover, [], "2031-02-02"
    )


@pytest.mark.parametrize(("value", "status"), [("ruled_violation", "breached"), ("exception", "exception")])
def test_a_ruling_on_a_breach_is_about_that_happening_alone(truce, held, claim, ruling, value, status):
    claims = [
        claim("a", "hostilities.shelling", **SHELLING),
        claim("b", "hostilities.shelling", **(SHELLING | {"when": "2031-01-25"})),
    ]
    judged = [one for one in held(truce, claims, "2031-01-31") if one.sort == "alleged_breach"]
    target = next(one for one in judged if one.claims == ("a",))
    people = {"judgements": [ruling("J1", target.id, value)], "judged": judged}
    found = {
        one.claims: one.status for one in held(truce, claims, "2031-02-10", **people) if one.sort == "alleged_breach"
    }
    assert found == {("a",): status, ("b",): "alleged"}


def test_what_can_be_signed_and_what_can_be_ruled_are_different_words():
    assert not SIGNABLE & RULINGS
    assert "disputed" not in SIGNABLE


def test_a_decision_in_a_sentence(ruling):
    assert said(ruling("J1", "T1.2", "moot")) == "signed by N. Haddad on 2031-02-01: moot (seen on site)"

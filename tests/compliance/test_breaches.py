import msgspec
import pytest

from hudna.model import Contradiction, Verdicts


@pytest.fixture
def truce(duty, agreement):
    def make(**fields):
        clause = duty(
            "T1.1",
            "ceasefire",
            obligors=("NOR", "SUD"),
            places=("valley",),
            kinds=("ceasefire.in_force", "ceasefire.holding"),
            against=("ceasefire.violated", "hostilities.shelling"),
            continuing=True,
        )
        return agreement(clause, **fields)

    return make


@pytest.fixture
def shelling(claim):
    def make(name="shelling", **fields):
        said = {"agents": ("NOR",), "targets": ("SUD",), "places": ("mill",), "when": "2031-01-10", "by": ("SUD.MOD",)}
        return claim(name, "hostilities.shelling", **{**said, **fields})

    return make


def breaches(findings):
    return [finding for finding in findings if finding.sort == "alleged_breach"]


def test_an_accusation_inside_the_ceasefire_is_an_alleged_breach(truce, shelling, held):
    duty, breach = held(truce(), [shelling()], "2031-01-15")
    assert (breach.status, breach.accused, breach.clause) == ("alleged", ("NOR",), "1")
    assert {cell.assessor: cell.status for cell in breach.assessors} == {"SUD": "breached", "hudna": "unknown"}
    assert breach.claims == ("shelling",)
    assert "alleged by SUD alone" in breach.why[0]
    assert (duty.status, duty.reason) == ("unknown", "alleged_only")


@pytest.mark.parametrize(
    "changes",
    [
        {"when": "2030-12-31"},
        {"when": ("2030-12-31", "2031-01-02")},
        {"when": "2031-01-01T12:59"},
        {"places": ("port",)},
        {"agents": ("XAA",), "targets": ("XBB",)},
        {"modality": "negated"},
        {"modality": "possible"},
        {"background": True},
    ],
)
def test_outside_the_window_the_area_or_the_parties_there_is_no_finding(changes, truce, shelling, held):
    assert breaches(held(truce(), [shelling(**changes)], "2031-01-15")) == []


def test_the_hour_decides_on_the_first_day(truce, shelling, held):
    (after,) = breaches(held(truce(), [shelling(when="2031-01-01T13:01")], "2031-01-15"))
    assert after.status == "alleged"
    (unsure,) = breaches(held(truce(), [shelling(when="2031-01-01")], "2031-01-15"))
    assert (unsure.status, unsure.reason) == ("unknown", "no_hour")


def test_after_the_end_nothing_is_a_breach(truce, shelling, held):
    assert breaches(held(truce(ended="2031-01-09T00:00Z"), [shelling()], "2031-01-15")) == []


def test_without_a_place_the_area_cannot_be_checked(truce, shelling, held):
    (breach,) = breaches(held(truce(), [shelling(places=())], "2031-01-15"))
    assert (breach.status, breach.reason) == ("unknown", "no_place")


def test_nobody_accused_is_not_attributed(truce, shelling, held):
    (breach,) = breaches(held(truce(), [shelling(agents=(), targets=("GUA.PKF",), by=("GUA.MOD",))], "2031-01-15"))
    assert (breach.status, breach.reason, breach.accused) == ("unknown", "not_attributed", ())
    assert all(cell.status == "unknown" for cell in breach.assessors)


def test_a_place_in_the_area_outside_the_clause_s_own_is_said(truce, shelling, held):
    (breach,) = breaches(held(truce(), [shelling(places=("line",))], "2031-01-15"))
    assert any("outside the places that the clause names" in why for why in breach.why)


def test_a_denial_by_the_accused_makes_it_disputed(truce, shelling, held, event):
    accusation, denial = shelling(), shelling("denial", modality="negated", by=("NOR.MOD",))
    (breach,) = breaches(held(truce(), [accusation, denial], "2031-01-15", events=[event(accusation, denial)]))
    assert breach.status == "disputed"
    assert {cell.assessor: cell.status for cell in breach.assessors}["NOR"] == "premise_disputed"


def test_both_accused_makes_it_disputed(truce, shelling, held, event):
    one, other = shelling(), shelling("back", agents=("SUD",), targets=("NOR",), by=("NOR.MOD",))
    crossed = Contradiction(field="agents", sort="exclusive", readings=(), why="")
    happening = event(one, other, contradictions=(crossed,))
    (breach,) = breaches(held(truce(), [one, other], "2031-01-15", events=[happening]))
    assert (breach.status, breach.accused) == ("disputed", ("NOR", "SUD"))


def test_an_act_that_its_doer_tells_is_acknowledged_and_still_not_ruled(truce, shelling, held):
    duty, breach = held(truce(), [shelling(by=("NOR.MOD",))], "2031-01-15")
    assert breach.status == "acknowledged"
    assert (duty.status, duty.reason) == ("unknown", "act_admitted")


@pytest.mark.parametrize(
    ("happened", "status"), [("reported_independent", "corroborated"), ("recorded_by_monitor", "corroborated")]
)
def test_independent_origins_corroborate(happened, status, truce, shelling, held, event):
    one = shelling()
    happening = event(one, verdicts=Verdicts(happened, "alleged", "not_assessed"))
    assert breaches(held(truce(), [one], "2031-01-15", events=[happening]))[0].status == status


@pytest.mark.parametrize(
    ("ruling", "status"), [("ruled_violation", "breached"), ("ruled_no_violation", "ruled_no_violation")]
)
def test_a_person_s_ruling_is_the_status(ruling, status, truce, shelling, held, event):
    one = shelling()
    happening = event(one, verdicts=Verdicts("verified", "admitted", ruling))
    assert breaches(held(truce(), [one], "2031-01-15", events=[happening]))[0].status == status


def test_a_calm_day_before_the_breach_disputes_nothing(truce, shelling, held, claim):
    calm = claim("calm", "ceasefire.holding", places=("valley",), when="2031-01-05", by=("NOR.MOD",))
    duty = held(truce(), [calm, shelling()], "2031-01-15")[0]
    assert duty.status == "unknown"
    after = msgspec.structs.replace(calm, when=("2031-01-11", "2031-01-11"))
    assert held(truce(), [after, shelling()], "2031-01-15")[0].status == "disputed"


def test_an_outlet_reports_and_accuses_nobody(truce, shelling, held):
    duty = held(truce(), [shelling(by=())], "2031-01-15")[0]
    assert {cell.status for cell in duty.assessors} == {"unknown"}


def test_bulk_complaints_without_places_are_kept(truce, held, claim):
    complaint = claim(
        "bulk", "ceasefire.violated", agents=("NOR",), targets=("SUD",), when="2031-01-10", by=("SUD.MOD",),
        count=("violations", 573),
    )  # fmt: skip
    (breach,) = breaches(held(truce(), [complaint], "2031-01-15"))
    assert breach.reason == "no_place"

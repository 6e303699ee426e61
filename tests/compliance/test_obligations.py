import pytest

from hudna.model import Count, Deadline

HANDOVER = {
    "obligors": ("NOR",),
    "beneficiaries": ("SUD",),
    "places": ("mill",),
    "kinds": ("implementation.handover", "implementation.withdrawal"),
}


def cells(finding):
    return {(cell.assessor, cell.reading): cell.status for cell in finding.assessors}


@pytest.fixture
def handover(duty, agreement):
    def make(**fields):
        return agreement(duty("T1.2", "handover", **{**HANDOVER, **fields}))

    return make


@pytest.fixture
def given_over(claim):
    def make(name="done", **fields):
        said = {"agents": ("NOR",), "targets": ("SUD",), "places": ("mill",), "when": "2031-01-10", "by": ("SUD.MOD",)}
        return claim(name, "implementation.handover", **{**said, **fields})

    return make


def test_every_party_and_guarantor_has_a_cell_even_when_silent(handover, held):
    (finding,) = held(handover(), [], "2031-01-15")
    assert cells(finding) == {(who, "-"): "unknown" for who in ("NOR", "SUD", "GUA", "hudna")}
    assert (finding.status, finding.reason, finding.claims) == ("unknown", "no_claims", ())
    assert all(cell.why for cell in finding.assessors)


def test_before_the_agreement_there_is_nothing_to_keep(handover, held, given_over):
    (finding,) = held(handover(), [given_over(when="2030-06-01")], "2030-12-31")
    assert (finding.status, finding.reason) == ("unknown", "not_yet_signed")


def test_a_date_ahead_and_nothing_said_is_not_due(handover, held):
    (finding,) = held(handover(due=Deadline(date="2031-01-20")), [], "2031-01-15")
    assert (finding.status, finding.due) == ("not_due", "2031-01-20")
    (finding,) = held(handover(due=Deadline(date="2031-01-20")), [], "2031-01-21")
    assert (finding.status, finding.reason) == ("unknown", "no_claims")


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({}, "met_on_time"),
        ({"when": "2031-01-12"}, "met_late"),
        ({"modality": "planned"}, "planned"),
        ({"modality": "obligation"}, "planned"),
        ({"modality": "demanded"}, "unknown"),
        ({"places": ("ford",)}, "unknown"),
        ({"places": ()}, "unknown"),
        ({"agents": ("XAA",), "targets": ("XBB",)}, "unknown"),
        ({"when": "2030-12-01"}, "unknown"),
        ({"when": None, "background": True}, "unknown"),
    ],
)
def test_what_a_claim_makes_of_a_duty(changes, status, handover, held, given_over):
    agreement = handover(due=Deadline(date="2031-01-10", readings=("by",)))
    (finding,) = held(agreement, [given_over(**changes)], "2031-01-09" if status == "planned" else "2031-01-15")
    assert finding.status == status


def test_announced_and_never_told_to_be_done_is_overdue(handover, held, given_over):
    agreement = handover(due=Deadline(date="2031-01-10", readings=("by",)))
    (finding,) = held(agreement, [given_over(modality="planned")], "2031-01-11")
    assert finding.status == "overdue"


@pytest.mark.parametrize("modality", ["planned", "obligation"])
def test_who_only_announced_it_before_the_day_disputes_nothing_later(modality, handover, held, given_over):
    """An outlet's «will be handed over on the tenth» does not say on the fifteenth that it was not."""
    agreement = handover(due=Deadline(date="2031-01-10", readings=("by",)))
    claims = [given_over(), given_over("plan", modality=modality, by=())]
    (finding,) = held(agreement, claims, "2031-01-15")
    assert finding.status == "met_on_time"
    assert cells(finding)["source:doc-plan", "-"] == "planned"


def test_only_what_was_published_by_then_counts(handover, held, given_over, doc):
    documents = [doc("doc-done", "2031-01-12")]
    (before,) = held(handover(), [given_over()], "2031-01-11", documents=documents)
    (after,) = held(handover(), [given_over()], "2031-01-12", documents=documents)
    assert (before.status, after.status) == ("unknown", "met_on_time")


def test_the_place_of_the_event_serves_a_claim_that_names_none(handover, held, given_over, event):
    bare, full = given_over("bare", places=()), given_over("full")
    (finding,) = held(handover(), [bare, full], "2031-01-15", events=[event(full, bare)])
    assert finding.claims == ("bare", "full")
    assert finding.events == ("E-full",)


def test_assessors_who_cannot_both_be_right_are_disputed(handover, held, given_over):
    agreement = handover(due=Deadline(date="2031-01-10", readings=("by",)))
    claims = [given_over(by=("NOR.MFA",)), given_over("no", modality="negated", by=("SUD.MFA",))]
    (finding,) = held(agreement, claims, "2031-01-15")
    assert finding.status == "disputed"
    assert cells(finding)["NOR", "-"] == "met_on_time"
    assert cells(finding)["SUD", "-"] == "overdue"


def test_one_of_two_places_is_partly_met(handover, held, given_over):
    (finding,) = held(handover(places=("mill", "ford")), [given_over()], "2031-01-15")
    assert finding.status == "partly_met"
    both = [given_over(), given_over("second", places=("ford",))]
    (finding,) = held(handover(places=("mill", "ford")), both, "2031-01-15")
    assert finding.status == "met_on_time"


def test_what_is_done_can_be_undone(handover, held, given_over, claim):
    agreement = handover(against=("territory.control_change",))
    back = claim("back", "territory.control_change", agents=("NOR",), places=("mill",), when="2031-03-01", by=("SUD",))
    (finding,) = held(agreement, [given_over(), back], "2031-03-02")
    assert finding.status == "reversed"


def test_readings_that_differ_each_have_a_row(handover, held, given_over):
    agreement = handover(due=Deadline(date="2031-01-10", readings=("by", "before")))
    (finding,) = held(agreement, [given_over()], "2031-01-15")
    assert cells(finding)["hudna", "by"] == "met_on_time"
    assert cells(finding)["hudna", "before"] == "met_late"
    assert finding.status == "met_on_time"
    assert any("the wording decides" in why for why in finding.why)


def test_we_have_no_troops_there_disputes_the_premise(duty, agreement, held, claim):
    withdrawal = duty(
        "T1.4",
        "troop_withdrawal",
        obligors=("NOR",),
        places=("valley",),
        kinds=("implementation.withdrawal",),
        against=("posture.mobilisation",),
        premise_disputed_by=("NOR",),
    )
    said = {"agents": ("NOR",), "places": ("valley",), "when": "2031-01-10"}
    denial = claim("none", "posture.mobilisation", modality="negated", by=("NOR.PM",), **said)
    (finding,) = held(agreement(withdrawal), [denial], "2031-01-15")
    assert finding.status == "premise_disputed"
    accusation = claim("there", "posture.mobilisation", by=("SUD.GOV",), **said)
    (finding,) = held(agreement(withdrawal), [denial, accusation], "2031-01-15")
    assert finding.status == "disputed"


@pytest.mark.parametrize(("number", "status"), [(490, "partly_met"), (1960, "met_on_time"), (None, "in_progress")])
def test_a_quantity_is_met_in_part_or_in_full(number, status, duty, agreement, held, claim):
    deployment = duty(
        "T1.3", "deployment", obligors=("GUA",), kinds=("implementation.deployment",), quantity=1960, unit="person"
    )
    count = Count("deployed", number, number, "exact", "soldier") if number else None
    came = claim("came", "implementation.deployment", agents=("GUA.PKF",), when="2031-01-10", count=count)
    (finding,) = held(agreement(deployment), [came], "2031-01-15")
    assert finding.status == status


def test_a_body_that_is_being_set_up_is_in_progress(duty, agreement, held, claim):
    centre = duty("T1.5", "monitoring_body", obligors=(), kinds=("implementation.monitoring",), vague=True)
    signed = claim("signed", "implementation.monitoring", agents=("GUA", "XAA"), when="2031-01-10", by=("XAA.MOD",))
    (finding,) = held(agreement(centre), [signed], "2031-01-15")
    assert finding.status == "in_progress"
    assert cells(finding)["XAA", "-"] == "in_progress"
    assert "the text leaves this vague" in finding.why


def test_a_meeting_is_the_duty_s_meeting_only_among_those_who_owe_it(duty, agreement, held, claim):
    meeting = duty(
        "T1.6", "talks", obligors=("NOR", "SUD"), kinds=("diplomacy.talks",), due=Deadline(date="2031-01-30")
    )
    said = {"when": "2031-01-10"}
    among = claim("among", "diplomacy.talks", agents=("NOR.MFA", "SUD.MFA"), **said)
    other = claim("other", "diplomacy.talks", agents=("NOR.MFA", "XAA.MFA"), **said)
    years = claim("years", "diplomacy.talks", agents=("NOR.MFA", "SUD.MFA"), when="2033-01-10")
    assert held(agreement(meeting), [among], "2031-02-15")[0].status == "met_on_time"
    assert held(agreement(meeting), [other], "2031-02-15")[0].status == "unknown"
    assert held(agreement(meeting), [years], "2034-02-15")[0].status == "unknown"


def test_a_permission_is_no_duty(duty, agreement, held):
    (finding,) = held(agreement(duty("T1.7", "self_defence", obligors=())), [], "2031-01-15")
    assert (finding.status, finding.reason) == ("unknown", "permission")


def test_a_continuing_duty_of_an_ended_agreement_is_moot(duty, agreement, held):
    truce = duty("T1.1", "ceasefire", obligors=("NOR", "SUD"), kinds=("ceasefire.holding",), continuing=True)
    (finding,) = held(agreement(truce, ended="2031-02-01T00:00Z"), [], "2031-03-01")
    assert finding.status == "moot"


def test_the_id_depends_on_the_duty_and_the_date_alone(handover, held, given_over):
    ids = {held(handover(), claims, "2031-01-15")[0].id for claims in ([], [given_over()])}
    assert len(ids) == 1
    assert held(handover(), [], "2031-01-16")[0].id not in ids


HOSPITALS = ("مستشف", "عيادات", "مراكز صحية")


@pytest.mark.parametrize(
    ("quote", "counts"),
    [
        ("انسحبت القوات من المستشفيات", True),
        ("انسحبت القوات من مُستشفى المدينة", True),
        ("إخلاء مراكز صحيّة", True),
        ("أخلت القوات عيادات الحي", True),
        ("انسحبت القوات من المدينة", False),
        ("أخلت القوات مراكز الشرطة، وزار صحيون المكان", False),
    ],
)
def test_where_a_duty_says_what_it_is_about_a_claim_must_name_it(quote, counts, duty, agreement, held, claim):
    fields = {"kinds": ("implementation.withdrawal",), "about": HOSPITALS, "vague": True, "obligors": ("NOR",)}
    paper = agreement(duty("T1.2", "troop_withdrawal", **fields))
    (finding,) = held(
        paper,
        [claim("left", "implementation.withdrawal", quote=quote, agents=("NOR",), when="2031-01-10")],
        "2031-02-01",
    )
    assert finding.claims == (("left",) if counts else ())
    assert finding.status == ("in_progress" if counts else "unknown")


def test_what_speaks_against_it_must_name_it_too(duty, agreement, held, claim):
    fields = {"kinds": (), "against": ("hostilities.capture",), "about": HOSPITALS, "obligors": ("NOR",)}
    paper = agreement(duty("T1.2", "troop_withdrawal", **fields))
    told = [
        claim(name, "hostilities.capture", quote=quote, agents=("NOR",), when="2031-01-10")
        for name, quote in (("hospital", "سيطرت على مستشفى"), ("bridge", "سيطرت على جسر"))
    ]
    (finding,) = held(paper, told, "2031-02-01")
    assert finding.claims == ("hospital",)

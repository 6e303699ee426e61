"""The five seed articles held against the agreements of the karabakh pack."""

import pytest


@pytest.fixture
def on(seeds):
    def make(as_of):
        findings = seeds.hold(as_of)
        return {finding.obligation: finding for finding in findings if finding.sort == "obligation"}, findings

    return make


def own(finding):
    return {cell.reading: cell.status for cell in finding.assessors if cell.assessor == "hudna"}


def test_every_obligation_is_listed_whatever_the_date(seeds, on):
    owed = {duty.id for agreement in seeds.knowledge.agreements for duty in agreement.obligations}
    for as_of in ("2019-01-01", "2020-12-01", "2023-09-21"):
        duties, _ = on(as_of)
        assert set(duties) == owed
        assert all(finding.why and finding.assessors for finding in duties.values())


def test_aghdam_is_met_on_20_november_and_the_wording_decides(on):
    finding = on("2020-12-01")[0]["NK20.2"]
    assert finding.status == "met_on_time"
    assert {"S1.16"} <= set(finding.claims)
    assert own(finding)["by"] == "met_on_time"
    assert own(finding)["before"] == "met_late"


def test_kalbajar_is_met_on_25_november_within_the_extension(on):
    finding = on("2020-12-01")[0]["NK20.6a"]
    assert (finding.status, finding.due) == ("met_late_agreed", "2020-11-25")
    assert any("extended to 2020-11-25" in why for why in finding.why)
    assert {"S1.17"} <= set(finding.claims)


def test_lachin_is_met_on_1_december_and_the_wording_decides(on):
    finding = on("2020-12-01")[0]["NK20.6b"]
    assert finding.status == "met_on_time"
    assert own(finding)["before"] == "met_late"
    assert {"S1.10", "S1.18"} <= set(finding.claims)


def test_the_monitoring_centre_is_in_progress_on_1_december_2020(on):
    finding = on("2020-12-01")[0]["NK20.5"]
    assert finding.status == "in_progress"
    assert {"S1.01", "S1.05"} <= set(finding.claims)


def test_disarmament_is_planned_on_20_september_2023(on):
    finding = on("2023-09-20")[0]["NK23.3"]
    assert finding.status == "planned"
    assert {cell.assessor: cell.status for cell in finding.assessors}["AZE"] == "planned"
    assert finding.claims == ("S0.05",)


def test_shooting_near_sotk_is_an_alleged_breach_by_one_party(on):
    _, findings = on("2023-09-21")
    breaches = [one for one in findings if one.sort == "alleged_breach" and one.obligation == "NK20.1a"]
    (finding,) = [one for one in breaches if "S2.05" in one.claims]
    assert (finding.status, finding.accused) == ("alleged", ("AZE",))
    assert [cell.assessor for cell in finding.assessors if cell.status == "breached"] == ["ARM"]


def test_the_operation_began_before_the_truce_and_breaches_the_older_one_only(on):
    _, findings = on("2023-09-21")
    held = {one.agreement for one in findings if one.sort == "alleged_breach" and "S0.11" in one.claims}
    assert "NK20" in held
    assert "NK23" not in held


def test_troops_whose_presence_is_denied_make_a_disputed_duty(on):
    finding = on("2023-09-21")[0]["NK23.2"]
    assert finding.status == "disputed"
    assert {cell.assessor: cell.status for cell in finding.assessors}["ARM"] == "premise_disputed"


def test_an_earlier_date_knows_less(on):
    duties, _ = on("2020-11-30")
    assert duties["NK20.6b"].claims == ()
    assert duties["NK23.1"].reason == "not_yet_signed"


def test_each_status_that_is_known_rests_on_claims(on):
    for as_of in ("2020-12-01", "2022-09-14", "2023-09-20", "2023-09-21"):
        for finding in on(as_of)[1]:
            for cell in finding.assessors:
                assert cell.why
                assert cell.claims or cell.status in {"unknown", "not_due", "moot"}

"""The cases of the field guide's annex A that concern compliance, in our own words."""

import pytest

from hudna.model import Count, Deadline, Extension, TextVariant


def rows(finding, who="hudna"):
    return {cell.reading: cell.status for cell in finding.assessors if cell.assessor == who}


@pytest.fixture
def district(duty, agreement, held, claim):
    """A district due on one day, and an army that enters it on another."""

    def make(due, entered, as_of="2020-12-31", **fields):
        owed = duty(
            "T1.2",
            "handover",
            obligors=("NOR",),
            beneficiaries=("SUD",),
            places=("mill",),
            kinds=("implementation.handover",),
            due=due,
            **fields,
        )
        came = claim("came", "implementation.handover", targets=("SUD",), places=("mill",), when=entered)
        text = agreement(owed, signed="2020-11-10", effective="2020-11-09T21:00Z")
        return held(text, [came], as_of)

    return make


def test_3_by_and_before_the_twentieth_entered_on_the_twentieth(district):
    (finding,) = district(Deadline(date="2020-11-20", readings=("by", "before")), "2020-11-20")
    assert rows(finding) == {"by": "met_on_time", "before": "met_late"}


def test_4_extended_to_the_twenty_fifth_and_entered_on_it(district):
    later = Extension(date="2020-11-25", announced="2020-11-15", by="SUD.PRES", source="own")
    due = Deadline(date="2020-11-15", readings=("by", "before"), extensions=(later,))
    (finding,) = district(due, "2020-11-25")
    assert finding.status == "met_late_agreed"
    assert rows(finding) == {"-": "met_late_agreed"}


def test_5_a_place_that_only_one_version_names_is_no_duty(district):
    leaked = TextVariant(
        version="leaked draft", language="en", text="and lands at the ford", source="own", sort="leaked"
    )
    findings = district(Deadline(date="2020-11-20"), "2020-11-20", variants=(leaked,))
    assert [finding.obligation for finding in findings] == ["T1.2"]


def test_9_so_many_trucks_of_so_many_is_partly_met(duty, agreement, held, claim):
    owed = duty(
        "T1.8", "humanitarian_access", obligors=("NOR",), kinds=("humanitarian.aid",), quantity=13200, unit="truck"
    )
    entered = claim(
        "entered", "humanitarian.aid", when="2031-01-10", by=("SUD.MED",), count=Count("entered", 3203, 3203, "exact")
    )
    (finding,) = held(agreement(owed), [entered], "2031-01-15")
    assert finding.status == "partly_met"
    assert rows(finding, "SUD") == {"-": "partly_met"}
    assert "24.3%" in finding.why[0]


def test_2_the_hour_of_the_truce_is_one_moment_in_every_zone(duty, agreement, held, claim):
    truce = duty("T1.1", "ceasefire", obligors=("NOR", "SUD"), against=("hostilities.shelling",), continuing=True)
    text = agreement(truce, signed="2023-09-20", effective="2023-09-20T09:00Z")
    said = {"agents": ("NOR",), "places": ("mill",), "by": ("SUD.MOD",)}
    local = claim("local", "hostilities.shelling", when="2023-09-20T12:59", **said)
    moscow = claim("moscow", "hostilities.shelling", when="2023-09-20T12:01+03:00", **said)
    found = [
        finding.claims for finding in held(text, [local, moscow], "2023-09-21") if finding.sort == "alleged_breach"
    ]
    assert found == [("moscow",)]

"""The cases of the field guide's annex A that concern events, in our own words."""

from hudna.events import arithmetic, group_claims
from hudna.model import Count


def found(events):
    return {(one.field, one.sort): one for event in events for one in event.contradictions}


def values(contradiction):
    return {reading.value: reading.claims for reading in contradiction.readings}


def test_2_one_outlier_among_three_clocks(claim, knowledge):
    said = {"places": ("valley",), "modality": "planned"}
    claims = [
        claim("local", "ceasefire.in_force", when="2023-09-20T13:00", **said),
        claim("noon", "ceasefire.in_force", when="2023-09-20T12:00+03:00", **said),
        claim("moscow", "ceasefire.in_force", when="2023-09-20T13:00+03:00", **said),
    ]
    clocks = values(found(group_claims(claims, [], [], knowledge))["when", "exclusive"])
    assert clocks == {"2023-09-20T09:00Z": ("local", "noon"), "2023-09-20T10:00Z": ("moscow",)}


def test_6_a_mission_first_denies_and_then_confirms(claim, doc, knowledge):
    said = {"targets": ("EU.OBS",), "places": ("ford",), "when": "2023-08-15", "by": ("EU.OBS",)}
    claims = [
        claim("denied", "hostilities.small_arms", modality="negated", **said),
        claim("confirmed", "hostilities.small_arms", **said),
    ]
    documents = [doc("doc-denied", "2023-08-15T11:00"), doc("doc-confirmed", "2023-08-15T15:00")]
    (event,) = group_claims(claims, documents, [], knowledge)
    assert event.superseded == (("denied", "confirmed"),)
    assert found([event])["denied", "series"].why
    assert set(event.claims) == {"denied", "confirmed"}


def test_7_two_parts_of_a_commission_count_apart_and_one_confirms_none(claim, knowledge):
    said = {"places": ("north",), "when": "2017-03-22"}
    claims = [
        claim("six", "ceasefire.violated", count=Count("violations", 6, 6, "exact"), by=("RUS.MOD",), **said),
        claim("thirteen", "ceasefire.violated", count=Count("violations", 13, 13, "exact"), by=("TUR.MOD",), **said),
        claim("none", "ceasefire.violated", modality="negated", by=("RUS.MOD",), **said),
    ]
    (event,) = group_claims(claims, [], [], knowledge)
    assert len(event.claims) == 3
    assert values(found([event])["count.violations", "exclusive"]) == {"6": ("six",), "13": ("thirteen",)}
    assert ("denied", "exclusive") in found([event])


def violations(claim, name, number, part_of=None, **fields):
    count = Count("violations", number, number, "exact", None, None, part_of)
    given = {"doc": "d", "by": ("PSE.MED",), "when": ("2025-10-10", "2025-11-22"), **fields}
    return claim(name, "ceasefire.violated", count=count, **given)


def test_8_four_named_sorts_make_491_and_the_total_says_497(claim, knowledge):
    parts = [violations(claim, f"p{number}", number, "total") for number in (142, 21, 228, 100)]
    (one,) = arithmetic(group_claims([violations(claim, "total", 497), *parts], [], [], knowledge))
    assert (one.made, one.stated, one.verdict, one.warning) == (491.0, 497.0, "short", True)
    assert "6 unexplained" in one.why


def test_10_two_parts_make_more_than_their_total(claim, knowledge):
    parts = [violations(claim, "a", 504, "total"), violations(claim, "b", 54, "total")]
    (one,) = arithmetic(group_claims([violations(claim, "total", 556), *parts], [], [], knowledge))
    assert (one.made, one.stated, one.verdict, one.warning) == (558.0, 556.0, "over", True)


def test_9_so_many_trucks_of_so_many(claim, knowledge):
    target = claim(
        "target", "humanitarian.aid", doc="d", modality="obligation", count=Count("entered", 13200, 13200, "exact")
    )
    entered = Count("entered", 3203, 3203, "exact", None, None, "target")
    claims = [target, claim("entered", "humanitarian.aid", doc="d", by=("PSE.MED",), count=entered)]
    (one,) = arithmetic(group_claims(claims, [], [], knowledge))
    assert one.sort == "target"
    assert "24.3% of the target" in one.why


def devices(claim, doc, numbers):
    """A daily bulletin that counts up from one start."""
    claims = [
        claim(
            f"day{day}",
            "implementation.demining",
            by=("RUS.PKF",),
            places=("valley",),
            when=("2020-11-23", f"2021-0{day}-08"),
            count=Count("cleared", number, number, "exact"),
        )
        for day, number in enumerate(numbers, 1)
    ]
    return claims, [doc(f"doc-day{day}", f"2021-0{day}-08") for day in range(1, len(numbers) + 1)]


def test_12_a_counter_that_only_rises_is_a_series(claim, doc, knowledge):
    claims, documents = devices(claim, doc, [23530, 24181, 26794])
    (one,) = arithmetic(group_claims(claims, documents, [], knowledge))
    assert (one.sort, one.verdict, one.warning) == ("series", "consistent", False)


def test_12_a_counter_that_falls_is_a_warning(claim, doc, knowledge):
    claims, documents = devices(claim, doc, [23530, 26794, 24181])
    (one,) = arithmetic(group_claims(claims, documents, [], knowledge))
    assert (one.verdict, one.warning) == ("falling", True)
    assert "falls from 26,794 to 24,181" in one.why


def test_13_forces_left_says_one_nothing_changed_says_the_other(claim, knowledge):
    said = {"agents": ("SUD.MIL",), "places": ("mill",), "when": "2022-03-27"}
    claims = [
        claim("left", "implementation.withdrawal", by=("GUA.MOD",), **said),
        claim("stayed", "implementation.withdrawal", by=("SUD.MOD",), modality="negated", **said),
    ]
    (event,) = group_claims(claims, [], [], knowledge)
    assert values(found([event])["denied", "exclusive"]) == {"affirmed": ("left",), "denied": ("stayed",)}


def test_14_one_incident_two_accused(claim, knowledge):
    said = {"places": ("mill", "ford"), "when": ("2022-02-20", "2022-02-21")}
    claims = [
        claim("baku", "hostilities.small_arms", agents=("NOR",), by=("SUD.MOD",), **said),
        claim("denies", "hostilities.small_arms", agents=("NOR",), by=("NOR.MOD",), modality="negated", **said),
        claim("accuses", "hostilities.small_arms", agents=("SUD",), by=("NOR.MOD",), **said),
    ]
    (event,) = group_claims(claims, [], [], knowledge)
    assert values(found([event])["agents", "exclusive"]) == {"NOR": ("baku",), "SUD": ("accuses",)}
    assert ("denied", "exclusive") in found([event])
    assert event.verdicts.who == "contested"


def test_15_an_accusation_published_before_the_hour_that_it_tells(claim, doc, knowledge):
    said = {"places": ("valley",), "agents": ("NOR",), "when": "2020-10-26T08:05", "by": ("SUD.MOD",)}
    claims = [
        claim("first", "ceasefire.violated", **said),
        claim("again", "ceasefire.violated", **said),
        claim("deleted", "statement.accusation", agents=("NOR.MOD",), targets=("SUD",), when="2020-10-26"),
    ]
    documents = [doc("doc-first", "2020-10-26T07:51"), doc("doc-again", "2020-10-26T08:30"), doc("doc-deleted")]
    events = {event.kind: event for event in group_claims(claims, documents, [], knowledge)}
    breach = events["ceasefire.violated"]
    assert breach.claims == ("again", "first")
    assert len(breach.warnings) == 1
    assert breach.warnings[0].startswith("first was published 2020-10-26T07:51, before")
    assert events["statement.accusation"].claims == ("deleted",)

"""The five seed articles together, as if reading had found everything in them."""

import pytest

from hudna.events import arithmetic, casualties, contradictions, group_claims


@pytest.fixture(scope="module")
def events(seeds):
    return group_claims(seeds.claims, seeds.documents, [], seeds.knowledge)


@pytest.fixture
def holding(events):
    home = {claim: event for event in events for claim in event.claims}
    return home.__getitem__


def fields(event):
    return {(one.field, one.sort): one for one in event.contradictions}


def values(contradiction):
    return {reading.value: reading.speakers for reading in contradiction.readings}


def test_the_ceasefire_of_20_september_2023_is_one_event_of_three_articles(holding):
    event = holding("S0.01")
    told = {"S0.01", "S0.02", "S0.03", "S0.04", "S0.06", "S0.07", "S2.03", "S3.01", "S3.02", "S3.06"}
    assert told <= set(event.claims)
    assert len(event.documents) == event.sources == 3
    assert event.when == ("2023-09-20", "2023-09-20")
    assert event.places == ("karabakh",)


def test_the_truce_of_2020_is_another_event_told_by_two(holding):
    event = holding("S1.07")
    assert event.claims == ("S1.07", "S4.22")
    assert event.when == ("2020-11-10", "2020-11-10")


def test_the_talks_of_the_21st_are_one_event_with_two_places(holding):
    event = holding("S2.13")
    assert {"S0.08", "S2.01", "S2.02", "S2.13"} <= set(event.claims)
    assert event.modality == "planned"
    places = values(fields(event)["places", "exclusive"])
    assert places["baku"] == ("AZE.GOV",)
    assert set(places) == {"baku", "yevlakh"}


def test_the_killed_of_the_operation_stand_side_by_side(holding):
    event = holding("S3.16")
    assert {"S0.09", "S2.14", "S3.19", "S3.20", "S3.21"} <= set(event.claims)
    assert event.kind == "hostilities.offensive"
    killed = values(fields(event)["count.killed", "exclusive"])
    assert killed["32"] == ("ARM.GOV",)
    assert killed["about 100"] == ("NKR.vardanyan",)
    parts = values(fields(event)["count.killed", "part_whole"])
    assert set(parts) == {"32", "7 civilian", "2 child"}


def test_32_has_several_outlets_and_one_origin(holding):
    event = holding("S3.16")
    thirty_two = [figure for figure in event.figures if figure.measure == "killed" and figure.lo == 32]
    assert len({figure.doc for figure in thirty_two}) == 3
    assert {figure.origin for figure in thirty_two} == {"ARM.GOV"}


def test_nothing_is_averaged_and_no_part_is_added(events, holding):
    rows = [row for row in casualties(events) if row.event == holding("S3.16").id and row.measure == "killed"]
    whole = next(row for row in rows if not row.part)
    assert (whole.low, whole.best, whole.rule) == (32, None, "")
    assert {row.who for row in rows if row.part} == {"civilian", "child"}


def test_the_killed_russian_soldiers_have_two_accounts_of_the_means(holding):
    event = holding("S2.22")
    assert event.claims == ("S2.22", "S2.23", "S3.30", "S3.31")
    assert values(fields(event)["means", "exclusive"]) == {
        "hostilities.shelling": ("RUS.GOV",),
        "hostilities.small_arms": ("RUS.MOD",),
    }
    assert event.verdicts.who == "not_told"


def test_evacuated_and_sheltered_are_not_confused(holding):
    moved, housed = holding("S2.15"), holding("S3.26")
    assert {"S2.15", "S3.24", "S3.25"} == set(moved.claims)
    assert {"S3.26", "S3.27"} <= set(housed.claims)
    assert set(values(fields(moved)["count.evacuated", "series"])) == {
        "about 5,000 civilian",
        "more than 2,000 civilian",
    }


def test_50_and_49_are_about_100(events):
    (found,) = [one for one in arithmetic(events) if one.sort == "sides"]
    assert (found.verdict, found.made, found.stated, found.warning) == ("consistent", 99.0, 100.0, False)
    assert {"S4.04", "S4.08"} <= set(found.claims)
    assert "50 (AZE, says AZE.MOD)" in found.why


def test_each_side_s_own_losses_are_best_for_that_side(events, holding):
    rows = {row.side: row for row in casualties(events) if row.event == holding("S4.04").id}
    assert (rows["AZE"].best, rows["ARM"].best) == (50, 49)


def test_the_three_districts_are_three_handovers(holding):
    found = {claim: holding(claim) for claim in ("S1.16", "S1.17", "S1.18")}
    assert [event.places for event in found.values()] == [("aghdam",), ("kalbajar",), ("lachin",)]
    assert len({event.id for event in found.values()}) == 3
    assert {"S1.02", "S1.10", "S1.18"} <= set(found["S1.18"].claims)


def test_shooting_near_sotk_is_no_part_of_the_operation(holding):
    event = holding("S2.05")
    assert event.claims == ("S2.04", "S2.05", "S2.21")
    assert event.verdicts.happened == "claimed_by_one_party"
    assert event.verdicts.who == "alleged"


def test_forces_that_one_side_alleges_and_the_other_denies(holding):
    event = holding("S0.12")
    assert {"S0.12", "S0.29", "S2.20"} == set(event.claims)
    assert values(fields(event)["denied", "exclusive"]) == {"affirmed": ("AZE.GOV",), "denied": ("ARM.PM.pashinyan",)}


def test_the_list_of_contradictions_begins_with_the_exclusive_ones(events):
    sorts = [row.contradiction.sort for row in contradictions(events)]
    assert sorts == sorted(
        sorts, key=("exclusive", "series", "part_whole", "other_scope", "other_grain", "naming").index
    )
    assert sorts.count("exclusive") >= 4


def test_every_event_of_several_claims_says_why(events):
    assert all(event.why for event in events if len(event.claims) > 1)
    assert all(event.verdicts is not None and len(event.verdicts.why) >= 3 for event in events)

"""The five seed articles through the whole street: `hudna run` reads them, and the ledger is asked.

Nothing here is given to the street but the articles. What reading gets wrong is marked with its cause; an `xfail` that
passes fails the run, so the mark goes when the cause is mended.
"""

from pathlib import Path

import pytest
from click.testing import CliRunner

from hudna.cli.app import cli
from hudna.events import arithmetic, casualties
from hudna.ledger import Ledger
from hudna.model import Claim, Contradiction, Event, Finding

SEEDS = Path(__file__).resolve().parents[1].parent / "shared" / "seeds"
WINTER, AUTUMN, TRUCE, AFTER = "2020-12-01", "2022-09-14", "2023-09-20", "2023-09-21"


def hudna(*words: object) -> None:
    done = CliRunner().invoke(cli, [str(word) for word in words], prog_name="hudna")
    assert done.exit_code == 0, done.output


class Street:
    """A ledger of the seeds, and short ways to ask it."""

    def __init__(self, book: Ledger) -> None:
        self.book = book
        self.claims = {claim.id: claim for claim in book.claims()}
        self.events = list(book.events())

    def holding(self, doc: str, kind: str, **fields: object) -> Event:
        """The one event that holds a claim of this document and kind with these fields."""
        found = {
            event.id: event
            for event in self.events
            for claim in self.told(event)
            if claim.doc.startswith(doc) and claim.kind == kind and all(_has(claim, *field) for field in fields.items())
        }
        assert len(found) == 1, (doc, kind, fields, sorted(found))
        return next(iter(found.values()))

    def told(self, event: Event) -> list[Claim]:
        return [self.claims[key] for key in event.claims]

    def duty(self, key: str, as_of: str) -> Finding:
        return next(one for one in self.book.findings(as_of) if one.obligation == key and one.sort == "obligation")


def _has(claim: Claim, field: str, value: object) -> bool:
    found = (
        getattr(claim.count, field)
        if field in {"lo", "measure", "who"} and claim.count
        else getattr(claim, field, None)
    )
    return found == value or (isinstance(found, tuple) and value in found)


def fields(event: Event) -> dict[tuple[str, str], Contradiction]:
    return {(one.field, one.sort): one for one in event.contradictions}


def values(contradiction: Contradiction) -> dict[str, tuple[str, ...]]:
    return {reading.value: reading.speakers for reading in contradiction.readings}


@pytest.fixture(scope="module")
def street(tmp_path_factory):
    if not SEEDS.is_dir():
        pytest.skip("the shared seeds are not here")
    path = tmp_path_factory.mktemp("seeds") / "ledger.sqlite"
    hudna("run", SEEDS, "--theatre", "karabakh", "--ledger", path, "--as-of", AFTER)
    for day in (WINTER, TRUCE, AUTUMN):
        hudna("comply", "--ledger", path, "--as-of", day)
    with Ledger.open(path) as book:
        yield Street(book)


def test_everything_found_explains_itself(street):
    assert all(event.why for event in street.events if len(event.claims) > 1)
    assert all(event.verdicts is not None and len(event.verdicts.why) >= 3 for event in street.events)
    for as_of in (WINTER, TRUCE, AFTER, AUTUMN):
        for finding in street.book.findings(as_of):
            assert finding.why
            assert all(cell.why for cell in finding.assessors)
            assert all(cell.claims or cell.status in {"unknown", "not_due", "moot"} for cell in finding.assessors)


def test_the_ceasefire_of_20_september_2023_is_one_event_of_three_articles(street):
    event = street.holding("000", "ceasefire.in_force", places="karabakh")
    assert [doc[:3] for doc in event.documents] == ["000", "002", "003"]
    assert (event.sources, event.when, event.places) == (3, ("2023-09-20", "2023-09-20"), ("karabakh",))


def test_the_act_that_the_ceasefire_ends_is_named_differently(street):
    event = street.holding("000", "ceasefire.in_force", places="karabakh")
    names = values(fields(event)["naming", "naming"])
    assert names["مكافحة الإرهاب"] == ("AZE.MOD",)
    assert "AZE.MOD" not in names["عملية عسكرية"]


def test_the_talks_of_the_21st_are_one_event_with_two_places(street):
    event = street.holding("000", "diplomacy.talks", places="baku")
    assert event == street.holding("002", "diplomacy.talks", places="yevlakh")
    places = values(fields(event)["places", "exclusive"])
    assert set(places) == {"baku", "yevlakh"}
    assert places["baku"] == ("AZE.GOV",)


def test_the_killed_of_the_operation_stand_side_by_side(street):
    event = street.holding("003", "casualties.killed", lo=32)
    assert event == street.holding("003", "casualties.killed", by="NKR.vardanyan")
    killed = values(fields(event)["count.killed", "exclusive"])
    assert killed["32"] == ("ARM.GOV",)
    assert killed["about 100"] == ("NKR.vardanyan",)


def test_32_is_told_by_three_outlets_from_one_origin(street):
    event = street.holding("003", "casualties.killed", lo=32)
    told = [figure for figure in event.figures if figure.measure == "killed" and figure.lo == 32]
    assert {figure.doc[:3] for figure in told} == {"000", "002", "003"}
    assert {figure.origin for figure in told} == {"ARM.GOV"}


def test_7_and_2_are_parts_of_it_and_never_added(street):
    event = street.holding("003", "casualties.killed", lo=32)
    parts = values(fields(event)["count.killed", "part_whole"])
    assert set(parts) == {"32", "7 civilian", "2 child"}
    rows = [row for row in casualties([event], parties=("ARM", "AZE", "NKR")) if row.measure == "killed"]
    assert {(row.who, row.best) for row in rows if row.part} == {("civilian", 7), ("child", 2)}
    (whole,) = [row for row in rows if not row.part]
    assert (whole.low, whole.best) == (32, None)


def test_the_killed_russian_soldiers_are_one_event_with_two_means(street):
    event = street.holding("002", "casualties.killed", who="peacekeeper")
    assert event == street.holding("003", "casualties.killed", who="soldier")
    assert values(fields(event)["means", "exclusive"]) == {
        "hostilities.shelling": ("RUS.GOV",),
        "hostilities.small_arms": ("RUS.MOD",),
    }


def test_evacuated_and_sheltered_are_not_confused(street):
    moved, housed = street.holding("002", "humanitarian.evacuation"), street.holding("003", "humanitarian.shelter")
    assert moved != housed
    assert moved == street.holding("003", "humanitarian.evacuation")
    assert {(one.measure, one.lo) for one in moved.figures if one.subset_of is None} == {
        ("evacuated", 5000),
        ("evacuated", 2000),
    }
    assert {(one.measure, one.lo) for one in housed.figures if one.subset_of is None} == {("sheltered", 2116)}
    assert "exclusive" not in {sort for _, sort in fields(moved)}


def test_50_and_49_are_about_100(street):
    found = [one for one in arithmetic(street.events) if one.sort == "sides"]
    assert [(one.verdict, one.made, one.stated, one.warning) for one in found] == [("consistent", 99.0, 100.0, False)]
    assert "50 (AZE, says AZE.MOD)" in found[0].why
    assert "49 (ARM, says ARM.PM.pashinyan)" in found[0].why


@pytest.mark.parametrize(
    ("duty", "place", "day"),
    [("NK20.2", "aghdam", "2020-11-20"), ("NK20.6a", "kalbajar", "2020-11-25"), ("NK20.6b", "lachin", "2020-12-01")],
)
def test_the_three_districts_are_met(street, duty, place, day):
    event = street.holding("001", "implementation.handover", places=place)
    assert (event.places, event.when) == ((place,), (day, day))
    finding = street.duty(duty, WINTER)
    assert set(finding.claims) & set(event.claims)
    own = {cell.reading: cell.status for cell in finding.assessors if cell.assessor == "hudna"}
    if duty == "NK20.6a":
        assert (finding.status, finding.due) == ("met_late_agreed", day)
        assert any("extended to 2020-11-25" in why for why in finding.why)
    else:
        assert (finding.status, own["by"], own["before"]) == ("met_on_time", "met_on_time", "met_late")


def test_the_monitoring_centre_is_in_progress(street):
    finding = street.duty("NK20.5", WINTER)
    assert (finding.status, finding.score) == ("in_progress", 1)
    assert finding.claims


def test_disarmament_is_planned_on_20_september_2023(street):
    finding = street.duty("NK23.3", TRUCE)
    assert (finding.status, finding.score) == ("planned", 0)
    assert {cell.assessor: cell.status for cell in finding.assessors}["AZE"] == "planned"


def test_shooting_near_sotk_is_an_alleged_breach_by_one_party(street):
    event = street.holding("002", "hostilities.small_arms", places="sotk")
    found = [one for one in street.book.findings(AFTER) if one.sort == "alleged_breach" and event.id in one.events]
    (finding,) = [one for one in found if one.obligation == "NK20.1a"]
    assert (finding.status, finding.accused) == ("alleged", ("AZE",))
    assert [cell.assessor for cell in finding.assessors if cell.status == "breached"] == ["ARM"]


def test_the_operation_breaches_the_older_truce_only(street):
    event = street.holding("000", "hostilities.offensive", by="ARM.GOV")
    held = {one.agreement for one in street.book.findings(AFTER) if event.id in one.events and one.accused}
    assert "NK20" in held
    assert "NK23" not in held

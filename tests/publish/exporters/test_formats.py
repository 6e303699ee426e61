"""Files read back by readers that are not ours."""

import csv
import json
import zipfile
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from lxml import etree

from hudna.publish.exporters import EXPORTERS
from hudna.publish.exporters.acled import ACLED_COLUMNS, TYPES, types_of
from hudna.publish.exporters.cells import TextTable, safe
from hudna.publish.exporters.claims import COLUMNS
from hudna.publish.exporters.days import acled_precision, ucdp_precision
from hudna.publish.exporters.figures import best_of_side, best_of_unknown, toll
from hudna.publish.exporters.ics import escaped, folded
from hudna.publish.exporters.ucdp import GED_COLUMNS, prio_cell

from .conftest import CLAIMS, NOW, PRIVATE

SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _csv(path):
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_every_exporter_says_what_it_is():
    assert len({one.name for one in EXPORTERS}) == len({one.file for one in EXPORTERS}) == len(EXPORTERS)
    for one in EXPORTERS:
        assert one.title_ar
        assert one.title_en
        assert "/" in one.media_type
        assert one.takes


# --- ACLED's columns --------------------------------------------------------------------------------------------------


def test_acled_has_its_columns_first(exported):
    folder, _ = exported("acled")
    head = (folder / "events-acled.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    assert tuple(head[: len(ACLED_COLUMNS)]) == ACLED_COLUMNS
    assert len(ACLED_COLUMNS) == 31
    assert all(name.startswith("hudna_") for name in head[len(ACLED_COLUMNS) :])


def test_acled_leaves_empty_what_nobody_knows(exported):
    rows = {row["event_id_cnty"]: row for row in _csv(exported("acled")[0] / "events-acled.csv")}
    shelling = rows["HUDNA-E1"]
    assert shelling["sub_event_type"] == "Shelling/artillery/missile attack"
    assert shelling["event_type"] == "Explosions/Remote violence"
    assert shelling["fatalities"] == ""  # twelve, says one; at least four, says another
    assert (shelling["hudna_killed_low"], shelling["hudna_killed_high"]) == ("12", "12") or shelling["hudna_killed_low"]
    assert (shelling["inter1"], shelling["iso"], shelling["source_scale"]) == ("", "", "")
    assert shelling["civilian_targeting"] == "Civilian targeting"
    captured = rows["HUDNA-E3"]
    assert (captured["event_date"], captured["time_precision"], captured["event_type"]) == ("", "", "")


def test_acled_types_are_acleds(knowledge):
    subs = {sub for several in TYPES.values() for sub in several}
    assert types_of("Armed clash") == ("Battles", "Armed clash")
    assert types_of("Strategic developments") == ("Strategic developments", "")
    assert types_of("no such thing") == ("", "")
    assert len(subs) == 25, "as many as ACLED's codebook has"
    assert {kind.acled for kind in knowledge.kinds.values() if kind.acled} <= subs


def test_no_kind_takes_a_side_in_acleds_words(knowledge):
    """Who regains or overtakes an area is for ACLED's coders to say; that it changed hands stands in the notes."""
    sided = {"Government regains territory", "Non-state actor overtakes territory"}
    assert not sided & {kind.acled for kind in knowledge.kinds.values()}
    assert knowledge.kinds["territory.control_change"].acled == ""


@pytest.mark.parametrize(
    ("when", "acled", "ucdp"),
    [
        (("2030-06-01", "2030-06-01"), 1, 1),
        (("2030-06-01T04:00", "2030-06-01T06:00"), 1, 1),
        (("2030-06-01", "2030-06-04"), 2, 2),
        (("2030-06-01", "2030-06-07"), 2, 3),
        (("2030-06-01", "2030-06-30"), 3, 4),
        (("2030-01-01", "2030-12-31"), None, 5),
    ],
)
def test_precision_of_time(when, acled, ucdp):
    assert acled_precision(when) == acled
    assert ucdp_precision(when) == ucdp


# --- UCDP's columns ---------------------------------------------------------------------------------------------------


def test_ucdp_has_its_columns_and_deadly_events_only(exported):
    folder, _ = exported("ucdp")
    rows = _csv(folder / "events-ucdp-ged.csv")
    assert tuple(rows[0])[: len(GED_COLUMNS)] == GED_COLUMNS
    assert len(GED_COLUMNS) == 49
    assert [row["id"] for row in rows] == ["HUDNA-E1"]
    (row,) = rows
    assert (row["type_of_violence"], row["conflict_new_id"], row["gwnoa"]) == ("", "", "")
    assert (row["side_a"], row["side_b"]) == ("Eastbank", "Westbank of the valley")
    assert (row["date_prec"], row["date_start"]) == ("1", "2030-06-01")


class Row:
    def __init__(self, low, best, high, *, side=None, who="person", part=False, measure="killed"):
        self.low, self.best, self.high, self.side, self.who = low, best, high, side, who
        self.part, self.measure, self.rule = part, measure, ""


def test_losses_of_two_sides_are_never_added():
    rows = [Row(50, 50, 50, side="AAA"), Row(49, 49, 49, side="BBB")]
    told = toll(rows)
    assert (told.low, told.best, told.high) == (50, None, None)
    assert (best_of_side(rows, "AAA"), best_of_side(rows, "BBB"), best_of_unknown(rows)) == (50, 49, None)


def test_a_figure_for_all_is_the_one():
    rows = [Row(90, 100, 111), Row(50, 50, 50, side="AAA"), Row(3, 3, 3, who="child", part=True)]
    assert (toll(rows).low, toll(rows).best, toll(rows).high) == (90, 100, 111)
    assert best_of_unknown(rows) is None


def test_prio_cells_count_from_the_south_west():
    assert prio_cell(-90, -180) == 1
    assert prio_cell(-89.5, -180) == 721
    assert prio_cell(39.9, 46.75) == 259 * 720 + 454


# --- GeoJSON, claims, Parquet -----------------------------------------------------------------------------------------


def test_every_claimed_place_is_a_feature(exported):
    folder, _ = exported("geojson", shown="internal")
    told = json.loads((folder / "events.geojson").read_text(encoding="utf-8"))
    assert told["type"] == "FeatureCollection"
    places = [(one["properties"]["event"], one["properties"]["place"]) for one in told["features"]]
    assert places == [("E2", "twinford"), ("E2", "little_mill"), ("E1", "little_mill")]
    first = told["features"][0]
    assert first["geometry"]["coordinates"] == [20.25, 10.25]
    assert first["properties"]["place_name"] == "Twinford/Zwillfurt"
    assert len({one["id"] for one in told["features"]}) == 3


def test_csv_and_parquet_say_the_same(exported):
    folder, _ = exported("csv", "parquet", shown="internal")
    rows = _csv(folder / "claims.csv")
    table = pq.read_table(folder / "claims.parquet")
    assert tuple(rows[0]) == COLUMNS == tuple(table.column_names)
    assert table.schema.field("lo").type == pa.int64()
    for text, typed in zip(rows, table.to_pylist(), strict=True):
        for name in COLUMNS:
            value = typed[name]
            told = "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)
            assert text[name] == told
    assert {row["quote"] for row in rows} == {one.quote for one in CLAIMS}


def test_for_programs_nothing_is_added(exported):
    folder, _ = exported("csv", shown="internal")
    data = (folder / "claims.csv").read_bytes()
    assert not data.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" not in data
    assert CLAIMS[0].quote in [row["quote"] for row in _csv(folder / "claims.csv")]


def test_for_excel_there_is_a_mark_and_no_formula(exported):
    folder, _ = exported("csv", "acled", "ucdp", shown="internal", excel=True)
    for name in ("claims.csv", "events-acled.csv", "events-ucdp-ged.csv"):
        assert (folder / name).read_bytes().startswith(b"\xef\xbb\xbf")
        for row in _csv(folder / name):
            assert not [cell for cell in row.values() if cell.lstrip().startswith(("=", "+", "-", "@", "\t", "\r"))]
    quotes = [row["quote"] for row in _csv(folder / "claims.csv")]
    assert f"'{CLAIMS[0].quote}" in quotes
    assert f"'{CLAIMS[2].quote}" in quotes
    assert CLAIMS[1].quote in quotes  # Arabic is untouched


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u200f=1", "＝1"])
def test_dangerous_cells_are_text(cell):
    assert safe(cell) == f"'{cell}"


@pytest.mark.parametrize("excel", [True, False])
def test_a_nul_ends_no_file(tmp_path, excel):
    table = TextTable(tmp_path / "a.csv", ("a", "b"), excel=excel)
    table.row(("x\0y", None))
    table.close()
    written = (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    assert "x\ufffdy," in written
    assert "\0" not in written


@pytest.mark.parametrize("cell", [-5.5, 12, None, "قتل 12", "a=b", ""])
def test_other_cells_stay(cell):
    assert safe(cell) == cell


# --- the workbook -----------------------------------------------------------------------------------------------------


def _sheets(path):
    """Sheet name → (its XML, rows of texts)."""
    with zipfile.ZipFile(path) as archive:
        book = etree.fromstring(archive.read("xl/workbook.xml"))
        names = [one.get("name") for one in book.iter(f"{SHEET}sheet")]
        found = {}
        for number, name in enumerate(names, start=1):
            tree = etree.fromstring(archive.read(f"xl/worksheets/sheet{number}.xml"))
            rows = [["".join(cell.itertext()) for cell in row] for row in tree.iter(f"{SHEET}row")]
            found[name] = (tree, rows)
        return found


def test_an_arabic_workbook_runs_from_right_to_left(exported):
    folder, _ = exported("xlsx", shown="internal", language="ar")
    sheets = _sheets(folder / "hudna.xlsx")
    assert list(sheets) == ["الأحداث", "الإفادات", "الالتزامات"]
    for tree, _ in sheets.values():
        assert tree.find(f".//{SHEET}sheetView").get("rightToLeft") == "1"
    _, events = sheets["الأحداث"]
    assert len(events) == 1 + 3
    assert any("تسفلفورت/معبرتان" in cell for row in events for cell in row)


def test_a_workbook_holds_no_formula_and_no_link(exported):
    folder, _ = exported("xlsx", shown="internal")
    sheets = _sheets(folder / "hudna.xlsx")
    for tree, _ in sheets.values():
        assert tree.find(f".//{SHEET}f") is None
        assert tree.find(f".//{SHEET}hyperlink") is None
        assert tree.find(f".//{SHEET}sheetView").get("rightToLeft") is None
    words = [cell for _, rows in sheets.values() for row in rows for cell in row]
    assert CLAIMS[0].quote in words
    assert any(PRIVATE in cell for cell in words)


# --- the calendar -----------------------------------------------------------------------------------------------------


def _entries(path):
    """A reader of calendars in a few lines: unfold, split at the first colon, unescape."""
    lines = path.read_bytes().replace(b"\r\n ", b"").decode().split("\r\n")
    entries, now = [], None
    for line in lines:
        key, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            now = {}
        elif line == "END:VEVENT":
            entries.append(now)
        elif now is not None:
            now[key] = value.replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\")
    return entries


def test_the_calendar_holds_due_days_extensions_and_notices(exported):
    folder, _ = exported("ics")
    entries = _entries(folder / "deadlines.ics")
    days = {one["UID"]: one["DTSTART;VALUE=DATE"] for one in entries}
    assert days == {
        "VT.2.due.2030-05-20@hudna": "20300520",
        "VT.2.extended.2030-05-25@hudna": "20300525",
        "VT.2.notice.2030-05-10@hudna": "20300510",
    }
    assert entries[0]["SUMMARY"] == "Due: Withdrawal from both fords, up to the bridge; whole"
    assert "by (day included); before (day excluded)" in entries[0]["DESCRIPTION"]
    assert entries[0]["DTSTAMP"] == "20300630T120000Z"


def test_lines_of_a_calendar_are_short_and_letters_whole(exported):
    folder, _ = exported("ics", language="ar")
    data = (folder / "deadlines.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "انسحاب من المعبرتين، حتى الجسر؛ كاملا" in _entries(folder / "deadlines.ics")[0]["SUMMARY"]


def test_folding_loses_nothing():
    line = "DESCRIPTION:" + "قتل a" * 60
    assert folded(line).replace(b"\r\n ", b"").decode() == f"{line}\r\n"
    assert escaped("a,b;c\\d\ne\r") == "a\\,b\\;c\\\\d\\ne"
    assert datetime(2030, 6, 30, 12, tzinfo=UTC) == NOW

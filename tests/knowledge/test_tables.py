from pathlib import Path

import msgspec
import pytest

from hudna.errors import PackError
from hudna.knowledge.tables import nearest, read_table
from hudna.model import Place, Source

PLACES = "code,name_ar,name_en,sort,lat,lon,precision_km,aliases,names_by_side\n"
ROW = "gate,البوابة,The Gate,town,1.5,2.5,3,باب|أبواب,A=س|B=ص\n"


def _read(text: str | bytes, noun: type[msgspec.Struct] = Place):
    return read_table(Path("places.csv"), text.encode() if isinstance(text, str) else text, noun)


def _wrong(text: str | bytes, noun: type[msgspec.Struct] = Place) -> PackError:
    with pytest.raises(PackError) as caught:
        _read(text, noun)
    return caught.value


def test_a_row_becomes_a_noun_with_its_line():
    (entry,) = _read(PLACES + ROW)
    assert entry.line == 2
    assert entry.noun.lat == 1.5
    assert entry.noun.aliases == ("باب", "أبواب")
    assert entry.noun.names_by_side == (("A", "س"), ("B", "ص"))
    assert entry.noun.parent is None


def test_columns_stand_in_any_order_and_optional_ones_may_be_missing():
    (entry,) = _read("name_en,sort,code,name_ar\nThe Bell,agency,bell,الجرس\n", Source)
    assert entry.noun == Source(code="bell", name_ar="الجرس", name_en="The Bell", sort="agency")


def test_what_a_spreadsheet_saves_is_read():
    text = (
        "\ufeff"
        + PLACES.replace("\n", "\r\n")
        + ROW.replace("The Gate", '"Gate, The"').replace("\n", "\r\n")
        + "\r\n,,,,,,,,\r\n"
    )
    (entry,) = _read(text)
    assert entry.noun.name_en == "Gate, The"


def test_lines_are_counted_through_cells_of_several_lines():
    text = PLACES + ROW.replace("The Gate", '"The\nGate"') + ROW.replace("gate", "bell")
    assert [entry.line for entry in _read(text)] == [2, 4]


def test_an_unknown_column_is_refused_with_the_nearest_known_one():
    error = _wrong(PLACES.replace("aliases", "alises") + ROW)
    assert (error.line, error.message, error.hint) == (1, "unknown column 'alises'", "Did you mean 'aliases'?")


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        (PLACES.replace("lat,", "") + ROW, 1, "column 'lat' is missing"),
        (PLACES.replace("lon,", "lat,") + ROW, 1, "column 'lat' stands twice"),
        (PLACES.replace(",", ";") + ROW.replace(",", ";"), 1, "the columns are not separated by commas"),
        (PLACES + ROW + "short,row\n", 3, "2 cells, but 9 columns"),
        (PLACES + ROW.replace("1.5", "١,٥"), 2, "10 cells, but 9 columns"),
        (PLACES + ROW.replace("1.5", "north"), 2, "column 'lat': 'north' is not a number with a decimal point"),
        (PLACES + ROW.replace("1.5", ""), 2, "column 'lat' is empty"),
        (PLACES + ROW.replace("البوابة", " "), 2, "column 'name_ar' is empty"),
        (PLACES + ROW.replace("باب|", "باب||"), 2, "column 'aliases': an empty name stands beside a '|'"),
        (PLACES + ROW.replace("A=س", "س"), 2, "column 'names_by_side': 'س' is not of the form CODE=name"),
        (PLACES + ROW.replace("The Gate", '"The Gate'), 2, "this is not CSV: unexpected end of data"),
        ("", None, "the file is empty"),
    ],
)
def test_a_wrong_table_is_refused_with_its_line(text, line, message):
    error = _wrong(text)
    assert (error.line, error.message) == (line, message)
    assert error.hint


def test_a_place_without_coordinates_is_told_where_to_take_them():
    assert "coordinates" in _wrong(PLACES + ROW.replace("2.5", "")).hint


def test_a_table_that_is_not_utf8_names_the_line():
    error = _wrong((PLACES + ROW).encode() + "bell,جرس".encode("cp1256"))
    assert (error.line, error.hint) == (3, "Save the file as UTF-8.")


def test_the_nearest_word_or_the_choice_is_named():
    assert nearest("lachn", ["lachin", "kalbajar"]) == "Did you mean 'lachin'?"
    assert nearest("zzz", ["b", "a"]) == "Known here: a, b."
    assert nearest("zzz", []) == "Known here: nothing."

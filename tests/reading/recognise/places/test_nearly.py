from hudna.model import Place
from hudna.reading.recognise.places.nearly import NearNames, one_letter_apart, skeleton


def place(code: str, sort: str, government: str | None = None) -> Place:
    return Place(code, code, code, sort, 0.0, 0.0, 1.0, government=government)


YEREVAN = place("yerevan", "city", "ARM.GOV")
NEAR = NearNames([("يريفان", YEREVAN), ("غوريس", place("goris", "town")), ("مرو", place("merv", "city"))])
CITY, TOWN = frozenset(("city",)), frozenset(("town",))


def test_dots_make_no_difference():
    assert skeleton("بريفان") == skeleton("يريفان")
    assert skeleton("غوريس") != skeleton("غوريا")


def test_one_letter():
    assert one_letter_apart("استوكهولم", "ستوكهولم")
    assert one_letter_apart("بيروت", "بيرون")
    assert not one_letter_apart("بيروت", "بيروت")
    assert not one_letter_apart("بيروت", "بغداد")


def test_a_misprint_is_found_for_the_right_sort_alone():
    assert NEAR.find("بريفان", CITY, capital=False) == ("يريفان", YEREVAN)
    assert NEAR.find("عوريس", TOWN, capital=False) is not None
    assert NEAR.find("عوريس", CITY, capital=False) is None


def test_other_letters_count_for_capitals_alone():
    assert NEAR.find("يريفات", CITY, capital=True) == ("يريفان", YEREVAN)
    assert NEAR.find("غوريش", TOWN, capital=True) is None
    assert NEAR.find("غوريل", TOWN, capital=False) is None


def test_short_words_are_near_to_nothing():
    assert NEAR.find("مرد", CITY, capital=True) is None

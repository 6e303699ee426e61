from hudna.model import Actor
from hudna.reading.recognise.actors.people import holds, resolve
from hudna.reading.recognise.actors.tables import tables_of

ROW = Actor("RUS.MOD.x", "س", "X", "person", first="2012-11-06", last="2024-05-12")


def test_an_office_is_held_between_its_days():
    assert holds(ROW, "2012-11-06")
    assert holds(ROW, "2024-05-12T10:00")
    assert not holds(ROW, "2024-05-13")
    assert holds(ROW, None)


def test_the_office_named_by_the_text_decides_before_the_day(knowledge):
    tables = tables_of(knowledge)
    rows = [knowledge.actors["RUS.MOD.shoigu"]]
    assert resolve(rows, tables, on="2025-01-01") == "RUS.shoigu"
    assert resolve(rows, tables, on="2025-01-01", role="MOD") == "RUS.MOD.shoigu"
    assert resolve(rows, tables, on="2020-01-01", former=True) == "RUS.shoigu"

"""The words of pages: every table has a known sort and place."""

import pytest

from hudna.errors import PackError
from hudna.knowledge.languages.ar import furniture
from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.split.furniture import SORTS


def test_every_table_has_a_known_sort():
    assert {table.sort for table in furniture.load_furniture().table} <= set(SORTS)


def test_no_phrase_stands_twice_in_a_table():
    for table in furniture.load_furniture().table:
        assert table.phrases
        assert all(fold(phrase).strip() for phrase in table.phrases)


@pytest.mark.parametrize("line", ['where = "middle"', 'where = "line"\nopens = "all"'])
def test_a_wrong_table_is_refused_with_its_file(tmp_path, monkeypatch, line):
    text = furniture.FILE.read_text(encoding="utf-8")
    broken = tmp_path / "furniture.toml"
    broken.write_text(f'[[table]]\nsort = "share"\n{line}\nphrases = ["شارك"]\n\n{text}', encoding="utf-8")
    monkeypatch.setattr(furniture, "FILE", broken)
    furniture.load_furniture.cache_clear()
    with pytest.raises(PackError, match=r"furniture\.toml"):
        furniture.load_furniture()
    monkeypatch.undo()
    furniture.load_furniture.cache_clear()

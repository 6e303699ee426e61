from pathlib import Path

import pytest

from hudna.errors import PackError
from hudna.knowledge.raw import Chronicle
from hudna.knowledge.tomls import line_at, lines_of, read_toml
from hudna.model import Agreement

TEXT = '''\
id = "A"
note = """
id = "not a key"
"""

[[obligations]]
id = "A.1"

[obligations.due]
date = "2020-01-01"

[[obligations]] # the second
id = "A.2"

[[obligations.variants]]
version = "x"

[[obligations.variants]]
version = "y"
'''


def _wrong(text: str, noun: type = Agreement) -> PackError:
    with pytest.raises(PackError) as caught:
        read_toml(Path("a.toml"), text.encode(), noun)
    return caught.value


def test_every_key_has_its_line():
    lines = lines_of(TEXT)
    assert lines["id",] == 1
    assert lines["obligations", 0, "id"] == 7
    assert lines["obligations", 0, "due", "date"] == 10
    assert lines["obligations", 1, "id"] == 13
    assert lines["obligations", 1, "variants", 1, "version"] == 19


def test_a_key_that_is_missing_has_the_line_of_its_table():
    assert line_at(TEXT, ("obligations", 0, "due", "zone")) == 9
    assert line_at(TEXT, ("nowhere",)) is None


def test_text_that_is_not_toml_names_the_line():
    error = _wrong('id = "A"\nname = nothing quoted\n')
    assert error.line == 2
    assert error.message.startswith("this is not TOML")
    assert error.hint


def test_an_unknown_key_is_refused_deep_inside():
    error = _wrong(TEXT.replace("date =", "dat ="))
    assert (error.line, error.message, error.hint) == (10, "unknown key 'dat'", "Did you mean 'date'?")


def test_an_unknown_table_is_refused():
    error = _wrong('[[event]]\nid = "x"\n', Chronicle)
    assert (error.line, error.message, error.hint) == (1, "unknown key 'event'", "Did you mean 'events'?")


def test_a_value_of_another_sort_names_the_line():
    error = _wrong(TEXT.replace('date = "2020-01-01"', "date = 2020-01-01"))
    assert error.hint
    assert error.message


def test_a_missing_key_is_named():
    error = _wrong("id = 'A'\n")
    assert "title_ar" in error.message

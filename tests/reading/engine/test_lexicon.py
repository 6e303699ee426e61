"""Word tables: longest match, with what is written onto the first word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.engine import Lexicon, Marks
from hudna.reading.engine.lexicon import phrase_words

TABLE = Lexicon([("قره باغ", "region"), ("ناغورني قره باغ", "region"), ("الهدنة", "truce"), ("هدنة", "a truce")])
BARE = Lexicon([("قال", "say")], proclitics=frozenset(("", "و")))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("في ناغورني قره باغ", [("", "region")]),
        ("بناغورني قره باغ", [("ب", "region")]),
        ("للهدنة", [("ل", "truce")]),
        ("وبهدنة", [("وب", "a truce")]),
        ("مهادنة", []),
    ],
)
def test_finds(text: str, found: list[tuple[str, str]]) -> None:
    words = list(phrase_words(text))
    assert [(match.proclitic, match.payloads[0]) for match in TABLE.find(words, 0, len(words))] == found


def test_only_the_allowed_proclitics() -> None:
    assert list(BARE.find(["وقال"], 0, 1))
    assert not list(BARE.find(["بقال"], 0, 1))


def test_the_longest_phrase_wins() -> None:
    words = list(phrase_words("ناغورني قره باغ قره باغ"))
    assert [(match.first, match.last) for match in TABLE.find(words, 0, len(words))] == [(0, 3), (3, 5)]


def test_marks_say_which_tables_may_begin_with_a_word() -> None:
    marks = Marks([(1, TABLE), (2, Lexicon([("قوات الإقليم", "force"), ("قره", "name")])), (4, BARE)])
    found = {word: marks[fold(word)] for word in ("قره", "بناغورني", "للهدنة", "وقوات", "باغ", "وقال", "بقال", "و")}
    assert found == {"قره": 3, "بناغورني": 1, "للهدنة": 1, "وقوات": 2, "باغ": 0, "وقال": 4, "بقال": 0, "و": 0}


@given(st.text(st.sampled_from("قرهباغولفسكنمدت "), max_size=12).map(str.split))
def test_marks_and_tables_agree(words: list[str]) -> None:
    marks = Marks([(1, TABLE), (2, BARE)])
    for word in words:
        assert marks[word] == TABLE.begins(word) + 2 * BARE.begins(word)
        assert bool(marks[word] & 1) or TABLE.at([word], 0, 1) is None


@pytest.mark.parametrize("letter", ["ق", "و", "a", "7"])
def test_words_of_any_length_are_looked_up_and_not_remembered(letter: str) -> None:
    table, word = Lexicon([("قره باغ", "region")]), letter * 200_000
    marks = Marks([(1, table)])
    assert table.at([word], 0, 1) is None
    assert marks[word] == 0
    assert not table._heads
    assert not marks

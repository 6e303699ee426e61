"""Word tables: longest match, with what is written onto the first word."""

import pytest

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.engine import Gate, Lexicon
from hudna.reading.engine.lexicon import phrase_words

TABLE = Lexicon([("قره باغ", "region"), ("ناغورني قره باغ", "region"), ("الهدنة", "truce"), ("هدنة", "a truce")])


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
    words = phrase_words(text)
    assert [(match.proclitic, match.payloads[0]) for match in TABLE.find(words, 0, len(words))] == found


def test_only_the_allowed_proclitics() -> None:
    bare = Lexicon([("قال", "say")], proclitics=frozenset(("", "و")))
    assert list(bare.find(("وقال",), 0, 1))
    assert not list(bare.find(("بقال",), 0, 1))


def test_the_longest_phrase_wins() -> None:
    words = phrase_words("ناغورني قره باغ قره باغ")
    assert [(match.first, match.last) for match in TABLE.find(words, 0, len(words))] == [(0, 3), (3, 5)]


def test_a_gate_opens_for_the_first_words_of_all_its_tables() -> None:
    gate = Gate([TABLE, Lexicon([("قوات الإقليم", "force")])])
    assert [word for word in ("قره", "بناغورني", "للهدنة", "وقوات", "باغ", "الاقليم") if gate.opens(fold(word))] == [
        "قره",
        "بناغورني",
        "للهدنة",
        "وقوات",
    ]


@pytest.mark.parametrize("letter", ["ق", "و", "a", "7"])
def test_words_of_any_length_are_looked_up_and_not_remembered(letter: str) -> None:
    table, word = Lexicon([("قره باغ", "region")]), letter * 200_000
    gate = Gate([table])
    assert table.at([word], 0, 1) is None
    assert not gate.opens(word)
    assert not table._heads
    assert not gate._known

"""Word tables: longest match, with what is written onto the first word."""

import pytest

from hudna.reading.engine import Lexicon
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

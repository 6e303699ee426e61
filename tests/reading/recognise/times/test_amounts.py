"""Number words of dates, checked against an independent generator."""

import num2words
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.recognise.times.amounts import read_cardinal, read_ordinal


def words_of(text: str) -> list[str]:
    return fold(text).split()


# «ألفا» alone is «a thousand» in the accusative, which the generator writes for two thousand
@given(st.integers(min_value=1, max_value=2999).filter(lambda value: value != 2000))
def test_cardinals_of_a_generator_read_back(value: int):
    words = words_of(num2words.num2words(value, lang="ar"))
    found = read_cardinal(words, 0, len(words))
    assert found is not None
    assert (found.value, found.last) == (value, len(words))


@pytest.mark.parametrize(
    ("text", "value", "length"),
    [
        ("خمسة عشر", 15, 2),
        ("الخامس والعشرين", 25, 2),
        ("ألف وتسعمائة وثمانية وسبعون", 1978, 4),
        ("ألفين وثمانية عشر", 2018, 3),
        ("خمسة وعشرين ألفا", 25000, 3),
    ],
)
def test_words_of_news(text: str, value: int, length: int):
    words = words_of(text)
    found = read_cardinal(words, 0, len(words)) or read_ordinal(words, 0, len(words))
    assert found is not None
    assert (found.value, found.last) == (value, length)


@pytest.mark.parametrize(
    ("text", "value"),
    [("الأول", 1), ("العاشر", 10), ("الحادي عشر", 11), ("الثاني عشر", 12), ("العشرين", 20), ("الحادي والثلاثين", 31)],
)
def test_ordinals(text: str, value: int):
    words = words_of(text)
    found = read_ordinal(words, 0, len(words))
    assert found is not None
    assert (found.value, found.last, found.definite) == (value, len(words), True)


def test_two_ones_are_two_numbers():
    words = words_of("ثلاثة وأربعة")
    found = read_cardinal(words, 0, len(words))
    assert found is not None
    assert found.last == 1

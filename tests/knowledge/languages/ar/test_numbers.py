import importlib.util
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from hudna.knowledge.languages.ar.numbers import read_cardinal, read_ordinal
from hudna.reading.engine.lexicon import phrase_words

_SPEC = importlib.util.spec_from_file_location("number_speller", Path(__file__).with_name("number_speller.py"))
assert _SPEC is not None
assert _SPEC.loader is not None
speller = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(speller)

ORDINALS = [
    ("الأول", 1),
    ("الأولى", 1),
    ("الثاني", 2),
    ("ثالثة", 3),
    ("العاشر", 10),
    ("الحادي عشر", 11),
    ("الحادية عشرة", 11),
    ("الثاني عشر", 12),
    ("الأحد عشر", 11),
    ("السادس عشر", 16),
    ("العشرون", 20),
    ("الواحد والعشرون", 21),
    ("الحادية و العشرين", 21),
    ("الخامس والعشرين", 25),
    ("المئة والخامسة والعشرون", 125),
    ("الثالث بعد المئة", 103),
    ("الألف والمئتان والخامس", 1205),
]


def cardinal(text):
    words = phrase_words(text)
    return read_cardinal(words, 0, len(words))


@given(st.integers(0, 10**9) | st.integers(0, 3000) | st.integers(0, 10**15 - 1), st.data())
def test_every_number_in_words_reads_back(number, data):
    text = speller.spell(number, lambda ways: data.draw(st.sampled_from(ways)))
    words = phrase_words(text)
    assert read_cardinal(words, 0, len(words)) == (number, len(words)), text


@given(st.integers(0, 10**9))
def test_numbers_as_num2words_spells_them_read_back(number):
    groups = [number // 1000**power % 1000 for power in range(1, 4)]
    spelled_wrong = any(group % 100 in {1, 2} and group > 2 for group in groups) or number in {2000, 2_000_000}
    if not spelled_wrong:  # num2words writes «ثلاثمائة و مليون مليون» for 301 million, «مليونا» for two
        assert cardinal(num2words(number, lang="ar"))[0] == number


@pytest.mark.parametrize(("text", "value"), ORDINALS, ids=[text for text, _ in ORDINALS])
def test_an_ordinal_is_read_to_its_end(text, value):
    words = phrase_words(text)
    assert read_ordinal(words, 0, len(words)) == (value, len(words))


@pytest.mark.parametrize("text", ["أحد الجنود", "الاثنين", "لست", "آلاف", "كميات", "اثنا", "و", ""])
def test_what_is_no_number_is_left_alone(text):
    words = (*phrase_words(text), "")
    assert read_cardinal(words, 0, len(words) - 1) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وخمسة جنود", (5, 1)),
        ("بألفين ومئتين", (2200, 2)),
        ("5 آلاف", (5000, 2)),
        ("ألف وخمسمئة ألف", (1000, 1)),
        ("مئة وخمس مئة", (100, 1)),
        ("عشرة وخمسة عشر", (10, 1)),
        ("ألفا جندي", (2000, 1)),
        ("ألفا من", (1000, 1)),
        ("خمسة وتسعون مائة", (9500, 3)),
    ],
)
def test_a_number_ends_where_the_next_begins(text, expected):
    assert cardinal(text) == expected


@pytest.mark.parametrize("text", ["الواحد", "أحد", "خمسة", "كتاب"])
def test_cardinals_are_no_ordinals(text):
    words = phrase_words(text)
    assert read_ordinal(words, 0, len(words)) is None


@given(
    st.lists(
        st.sampled_from(["مليون", "و", "ألف", "مئة", "خمسة", "سالب", "ونصف", "5", "وعشرون", "الثالث"]), max_size=40
    )
)
def test_any_row_of_number_words_is_read_without_trouble(words):
    for token in range(len(words)):
        for read in (read_cardinal, read_ordinal):
            found = read(words, token, len(words))
            assert found is None or token < found[1] <= len(words)

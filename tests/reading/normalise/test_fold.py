"""Folding: what counts as one letter, and the exact way back."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.languages.ar.spelling import fold, unjoin
from hudna.reading.normalise import fold_text

LETTERS = "ابتةثجحخدذرزسشصضطظعغفقكلمنهويىأإآٱؤئء"
MARKS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640"
HIDDEN = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2066\u2069\ufeff\u00ad"
SHAPES = "ﷲﻻﻵﻷﻹﺍﺎﺑﺔﻯﻲ"
OTHER = ' \u00a0\n\t.,،؛؟0123٤٥۶abZ«»"“”%/-'
mixtures = st.text(st.sampled_from(LETTERS + MARKS + HIDDEN + SHAPES + OTHER), max_size=120)


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("أإآٱ", "اااا"),
        ("قُتِلَ", "قتل"),
        ("هـــدنة", "هدنه"),
        ("مستشفى", "مستشفي"),
        ("١٢٣ ۴۵", "123 45"),
        ("ناغورني\u00a0كاراباخ", "ناغورني كاراباخ"),
        ("اﻻتفاق", "الاتفاق"),
        ("وقف\u200f إطلاق", "وقف اطلاق"),
    ],
)
def test_one_form_for_one_word(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold_text(written).text == folded


@pytest.mark.parametrize("word", ["مؤتمر", "مسؤول", "دائم"])
def test_hamza_on_its_seat_stays(word: str) -> None:
    assert fold(word) == word


@given(mixtures)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert fold_text(text).text == fold(text)


@given(mixtures)
def test_every_kept_character_points_home(text: str) -> None:
    folded = fold_text(text)
    for offset, letter in enumerate(folded.text):
        home = text[folded.raw_at(offset)]
        assert (
            letter in fold(home) or letter == fold(home) or letter in unjoin(home) or fold(unjoin(home)).count(letter)
        )


@given(mixtures)
def test_the_way_back_never_goes_backwards(text: str) -> None:
    folded = fold_text(text)
    homes = [folded.raw_at(offset) for offset in range(len(folded.text))]
    assert homes == sorted(homes)


@given(mixtures, st.data())
def test_a_span_holds_its_letters(text: str, data: st.DataObject) -> None:
    folded = fold_text(text)
    if not folded.text:
        return
    start = data.draw(st.integers(0, len(folded.text) - 1))
    end = data.draw(st.integers(start + 1, len(folded.text)))
    first, last = folded.raw_span(start, end)
    assert 0 <= first < last <= len(text)
    assert folded.text[start:end] in fold(text[first:last]) or any(
        unicodedata.decomposition(c) for c in text[first:last]
    )


def test_marks_on_the_last_letter_belong_to_the_span() -> None:
    text = "قُتِلَ جنديٌّ"
    folded = fold_text(text)
    start, end = folded.raw_span(4, 8)
    assert text[start:end] == "جنديٌّ"


@given(st.text(max_size=200))
def test_any_string_is_a_text(text: str) -> None:
    folded = fold_text(text)
    assert all(0 <= folded.raw_at(offset) < len(text) for offset in range(len(folded.text)))

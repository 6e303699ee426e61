"""Lines, sentences, quotations and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.normalise import fold_text
from hudna.reading.split import Text, split_text
from hudna.reading.split.splitter import LONGEST, LONGEST_WORD


def split(raw: str) -> Text:
    return split_text(fold_text(raw))


def sentences(raw: str) -> list[str]:
    text = split(raw)
    return [text.raw_text(sentence.first, sentence.last) for sentence in text.sentences]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("سقط صاروخ. لم يصب أحد.", ["سقط صاروخ.", "لم يصب أحد."]),
        ("هل صمدت الهدنة؟ نعم!", ["هل صمدت الهدنة؟", "نعم!"]),
        ("وصل 2.5 مليون.", ["وصل 2.5 مليون."]),
        ("عاجل.. سقوط قذيفة", ["عاجل..", "سقوط قذيفة"]),
        ("قال: «انسحبنا.» ثم صمت.", ["قال: «انسحبنا.»", "ثم صمت."]),
        ("(أ. ف. ب) نقلت الخبر.", ["(أ. ف. ب) نقلت الخبر."]),
        ("عنوان بلا نقطة\nنص الخبر.", ["عنوان بلا نقطة", "نص الخبر."]),
        ("انتهى.وعاد الهدوء", ["انتهى.", "وعاد الهدوء"]),
    ],
)
def test_where_sentences_end(raw: str, expected: list[str]) -> None:
    assert sentences(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("قال «نعم» ومضى", ["«نعم»"]),
        ("قال “نعم” ومضى", ["“نعم”"]),
        ('قال "نعم" و"لا"', ['"نعم"', '"لا"']),
        ("«قال لي “لا” أمس»", ["«قال لي “لا” أمس»", "“لا”"]),
        ("بدأ “الكلام ولم ينته", ["“الكلام ولم ينته"]),
        ("بلا اقتباس", []),
    ],
)
def test_quotations(raw: str, expected: list[str]) -> None:
    text = split(raw)
    assert [text.raw_text(quote.first, quote.last) for quote in text.quotations] == expected


def test_line_numbers_count_empty_lines() -> None:
    assert [line.number for line in split("أول\n\n\nثان\nثالث").lines] == [1, 4, 5]


@given(st.text(max_size=300))
def test_every_visible_character_is_in_one_word(raw: str) -> None:
    text = split(raw)
    assert "".join(text.words) == "".join(text.folded.text.split())


@given(st.text(max_size=300))
def test_sentences_cover_all_words_once(raw: str) -> None:
    text = split(raw)
    covered = [token for sentence in text.sentences for token in range(sentence.first, sentence.last)]
    assert covered == list(range(len(text.words)))


def test_a_sentence_without_an_end_is_cut_after_a_comma() -> None:
    text = split("كلمة " * 200 + "، " + "كلمة " * 700)
    assert [sentence.index for sentence in text.sentences] == list(range(len(text.sentences)))
    lengths = [sentence.last - sentence.first for sentence in text.sentences]
    assert lengths == [201, LONGEST, LONGEST, 188]
    assert text.sentences[-1].last == len(text.words) == 901


def test_sentences_of_real_length_stay_whole() -> None:
    assert len(split("كلمة، " * (LONGEST // 2) + "\n" + "كلمة " * (LONGEST - 1) + ".").sentences) == 2


@pytest.mark.parametrize("sign", ["ق", "a", "7", "."])
def test_words_without_an_end_are_cut(sign: str) -> None:
    text = split(sign * 200_000)
    assert "".join(text.words) == sign * 200_000
    assert max(map(len, text.words)) == LONGEST_WORD


@given(st.text(st.sampled_from("اب .!؟…\n«»“”\"()'3"), max_size=80))
def test_lines_and_sentences_fit_into_each_other(raw: str) -> None:
    text = split(raw)
    assert [token for line in text.lines for token in range(line.first, line.last)] == list(range(len(text.words)))
    for sentence in text.sentences:
        line = text.lines[sentence.line]
        assert line.first <= sentence.first < sentence.last <= line.last
    for quote in text.quotations:
        assert any(line.first <= quote.first < quote.last <= line.last for line in text.lines)


@given(
    st.text(alphabet="اببتلا لله\n.،\u064e\u064f\u0640\u0651\ufefb\ufef5\ufdf2\u200f\u200c\u00a0ab12«»", max_size=40)
)
def test_preserved_offsets_made_at_once_are_those_made_one_by_one(raw: str) -> None:
    text = split_text(fold_text(raw))
    one_by_one = [text.folded.raw_span(start, end) for start, end in zip(text.starts, text.ends, strict=True)]
    assert list(zip(text.raw_starts, text.raw_ends, strict=True)) == one_by_one

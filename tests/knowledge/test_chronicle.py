import pytest

from hudna.knowledge.chronicle import Paragraph, spoken_of
from hudna.knowledge.languages.ar.spelling import fold
from hudna.model import ChronicleEntry


def _words(text: str) -> list[str]:
    return fold(text).split()


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("بدأت المحادثات أمس", "محادث"),
        ("وللمحادثات شروط", "محادث"),
        ("اتفقوا على وقف إطلاق النار", "إطلاق النار"),
        ("وبوقف إطلاق النار", "وقف إطلاق النار"),
        ("حل القوات", "حل"),
        ("أسر 15 جنديا", "15"),
    ],
)
def test_stems_stand_in_a_paragraph(text, phrase):
    assert Paragraph(_words(text)).holds(fold(phrase))


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("وصلوا إلى حلب", "حل"),
        ("إطلاق سراح في النار", "إطلاق النار"),
        ("1500 جندي", "15"),
        ("النار", "وقف إطلاق النار"),
        ("", "محادث"),
    ],
)
def test_other_words_are_not_taken_for_them(text, phrase):
    assert not Paragraph(_words(text)).holds(fold(phrase))


def test_an_event_needs_one_word_of_each_group():
    event = ChronicleEntry(
        id="x",
        first="2021-01-01",
        last="2021-01-01",
        kinds=(),
        places=(),
        actors=(),
        words=(("هدنه", "اتفاق"), ("الوادي",)),
    )
    assert spoken_of([event], _words("سرت الهدنة في الوادي")) == [event]
    assert spoken_of([event], _words("سرت الهدنة في المدينة")) == []
    assert spoken_of([event], []) == []

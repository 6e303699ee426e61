"""Verbs taken apart: every form that news writes, from one pair."""

import pytest

from hudna.knowledge.languages.ar.morphology import VerbTable, split_pair
from hudna.knowledge.languages.ar.spelling import fold

TABLE = VerbTable(["قصف/يقصف", "دعا/يدعو", "نفى/ينفي", "قال/يقول", "أجلى/يجلي", "شن/يشن", "أصيب/يصاب"])


@pytest.mark.parametrize(
    ("word", "lexeme", "tense"),
    [
        ("قصفت", "قصف", "p"),
        ("قصفوا", "قصف", "p"),
        ("سيقصفون", "قصف", "f"),
        ("تقصفها", "قصف", "i"),
        ("دعت", "دعا", "p"),
        ("دعاه", "دعا", "p"),
        ("يدعون", "دعا", "i"),
        ("ينف", "نفي", "i"),
        ("نفته", "نفي", "p"),
        ("يقل", "قال", "i"),
        ("أجلوا", "اجلي", "p"),
        ("شنتها", "شن", "p"),
        ("تشنه", "شن", "i"),
        ("أصيبوا", "اصيب", "p"),
    ],
)
def test_reads(word: str, lexeme: str, tense: str) -> None:
    assert (lexeme, tense) in {(form.lexeme, form.tense) for form in TABLE.read(fold(word))}


@pytest.mark.parametrize("word", ["كتاب", "مقصف", "الدعوة", "منفى", "قصيدة", "قصفية"])
def test_ignores(word: str) -> None:
    assert not TABLE.read(fold(word))


def test_the_pronoun_is_told() -> None:
    assert {form.pronoun for form in TABLE.read(fold("تشنها"))} == {"ها"}


@pytest.mark.parametrize("pair", ["قصف", "قصف/قصف", "/يقصف", ""])
def test_a_pair_is_a_pair(pair: str) -> None:
    with pytest.raises(ValueError, match="not a verb pair"):
        split_pair(pair)

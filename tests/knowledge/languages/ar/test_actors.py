import pytest

from hudna.knowledge.languages.ar.actors import given_names, heads, nationality_forms, source_sorts
from hudna.knowledge.languages.ar.spelling import fold


def forms(written: str) -> set[str]:
    return {one.form for one in nationality_forms(written)}


def test_genders_and_numbers_of_a_nationality():
    assert {"اذربيجاني", "اذربيجانيه", "اذربيجانيا", "اذربيجانيون", "اذربيجانيين", "اذربيجانيات"} <= forms("أذربيجاني")


def test_both_words_of_a_nationality_are_inflected():
    assert {"كوري جنوبي", "كوريه جنوبيه", "كوريون جنوبيون", "كوري الجنوبي"} <= forms("كوري جنوبي")
    assert "جنوب افريقيه" in forms("جنوب أفريقي")


def test_a_broken_plural_stands_for_itself():
    assert [tuple(one) for one in nationality_forms("أتراك")] == [("اتراك", True)]
    assert [tuple(one) for one in nationality_forms("أذرية")] == [("اذريه", False)]


def test_plurals_are_told_from_singulars():
    plural = {one.form: one.plural for one in nationality_forms("روسي")}
    assert plural["روسيون"]
    assert not plural["روسيه"]


@pytest.mark.parametrize("phrase", ["وزارة الدفاع", "القوات المسلحة", "قوات حفظ السلام", "رئيس الوزراء"])
def test_heads_of_the_table(phrase):
    assert phrase in {written for written, _ in heads()}


def test_words_of_the_tables_are_folded():
    assert source_sorts()["طبيه"] == "MEDICAL"
    assert all(name == fold(name) for name in given_names())

"""Copies whole, edited and in part; strangers; order; groups."""

from itertools import permutations

import pytest

from hudna.intake.copies import Finder, MemoryShelf


def test_the_same_words_in_another_spelling_are_the_same_text(placed, made, texts):
    other = texts["wire"].replace("أ", "ا").replace("ة", "ه").replace("لم", "لـم").replace("قافلة", "قافِلة")
    found, groups = placed(made("a", texts["wire"]), made("b", other))
    assert found["a", "b"].sort == found["b", "a"].sort == "exact"
    assert found["b", "a"].spans == ((0, len(other) - 1),)
    assert groups == {"a": "a", "b": "a"}


def test_an_edited_copy_is_near_and_its_passages_stand_in_the_text(placed, made, texts):
    whole = f"{texts['wire']}\n\n{texts['other']}"
    edited = f"عنوان جديد تماما للخبر\n\n{whole.replace('صباح الخميس', 'فجر الخميس')}"
    found, groups = placed(made("a", whole), made("b", edited))
    assert found["b", "a"].sort == "near"
    assert len(set(groups.values())) == 1
    start, end = found["b", "a"].spans[0]
    assert edited[start:end].startswith("أفادت مصادر محلية")
    assert found["a", "b"].share == pytest.approx(0.98, abs=0.03)


def test_a_paragraph_inside_a_longer_article_is_a_part_and_no_group(placed, made, texts):
    host = f"{texts['other']}\n\n{texts['wire']}\n\n{texts['third']}"
    found, groups = placed(made("wire", texts["wire"]), made("host", host))
    part = found["host", "wire"]
    assert part.sort == "part"
    assert [host[start:end] + "." for start, end in part.spans] == [texts["wire"]]
    assert found["wire", "host"].share > part.share
    assert groups == {"wire": "wire", "host": "host"}


def test_strangers_who_share_titles_and_set_phrases_are_strangers(placed, made, texts):
    phrase = "وقال المتحدث باسم وزارة الخارجية في مؤتمر صحفي عقده في العاصمة صباح اليوم إن"
    found, _ = placed(made("a", f"{phrase} {texts['wire']}"), made("b", f"{phrase} {texts['third']}"))
    assert not found


def test_one_source_may_repeat_its_own_paragraphs(placed, made, texts):
    one = made("a", f"{texts['wire']}\n\n{texts['other']}", source="daily")
    two = made("b", f"{texts['wire']}\n\n{texts['third']}", source="daily")
    assert placed(one, two)[0] == {}


def test_what_is_the_page_s_is_no_text(placed, made, texts):
    menu = " ".join(["الرئيسية أخبار رياضة اقتصاد ثقافة فيديو من نحن اتصل بنا"] * 6)
    one = made("a", f"{menu}\n{texts['wire']}", furniture=(menu,))
    two = made("b", f"{menu}\n{texts['third']}", furniture=(menu,))
    assert placed(one, two)[0] == {}


@pytest.mark.parametrize("text", ["", "ـــ ً ٌ", "...", "خبر عاجل"])
def test_texts_without_words_are_copies_of_nothing(placed, made, text):
    found, groups = placed(made("a", text), made("b", text))
    assert bool(found) == (text == "خبر عاجل")
    assert (groups["b"] == "a") == (text == "خبر عاجل")


def test_groups_do_not_depend_on_the_order_of_arrival(made, placed, texts):
    long = f"{texts['wire']}\n{texts['other']}\n{texts['third']}"
    documents = [
        made("a", long),
        made("b", f"مقدمة من سطر واحد\n{long}"),
        made("c", long.replace("الخميس", "الجمعة")),
        made("d", texts["wire"]),
    ]
    outcomes = {tuple(sorted(placed(*order)[1].items())) for order in permutations(documents)}
    assert outcomes == {(("a", "a"), ("b", "a"), ("c", "a"), ("d", "d"))}


def test_a_text_that_is_not_there_any_more_is_passed_over(made, texts):
    shelf = MemoryShelf()
    Finder(shelf).place(made("gone", texts["wire"]))
    assert Finder(shelf).place(made("here", texts["wire"])).copied == ()

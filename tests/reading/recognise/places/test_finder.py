"""Places: what a find says of itself, and texts that must not break it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge import load_knowledge
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.places import find_places, gazetteer_of
from hudna.reading.split import split_text


def places(raw: str, knowledge) -> list[tuple[str | None, str]]:
    return [(one.code, one.within) for one in find_places(split_text(fold_text(raw)), knowledge)]


def test_a_misprint_scores_less_and_says_so(knowledge):
    text = split_text(fold_text("في العاصمة بيروث"))
    (found,) = find_places(text, knowledge)
    assert found.code == "beirut"
    assert found.score < 0.7
    assert "بيروت" in found.why


def test_an_unknown_place_is_kept_with_its_name(knowledge):
    (found,) = find_places(split_text(fold_text("في قرية “تل الزهور” أمس")), knowledge)
    assert (found.code, found.name) == (None, "تل الزهور")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # in a list of capitals all are alike
        ("في باكو ويريفان", [("baku", ""), ("yerevan", "")]),
        ("اتهمت باكو ويريفان موسكو", [("baku", "actor"), ("yerevan", "actor"), ("moscow", "actor")]),
        # giving to somebody is no journey
        ("تسليم لاتشين إلى أذربيجان", [("lachin", ""), ("azerbaijan", "actor")]),
        ("سافر الوفد إلى أذربيجان", [("azerbaijan", "")]),
        # where a report was filed
        ("لندن - رويترز: قالت الشرطة", [("london", "document")]),
        # names of media and institutions
        ("قال لـ«الشرق الأوسط» إن", [("middle_east", "actor")]),
        ("في جامعة بغداد", [("baghdad", "document")]),
        # a shared name is its country's
        ("قصف طرابلس في لبنان", [("tripoli_lebanon", ""), ("lebanon", "")]),
        ("قصف طرابلس أمس", [("tripoli", "")]),
    ],
)
def test_what_a_name_stands_for(text, expected, knowledge):
    assert places(text, knowledge) == expected


def test_the_parties_of_the_theatre_have_the_border(knowledge):
    text = "اتهمت أرمينيا أذربيجان، وتحدثت روسيا وأوكرانيا وتركيا، عن قصف على الحدود"
    assert places(text, knowledge)[-1] == ("arm_aze_border", "")


def test_rulers(knowledge):
    gazetteer = gazetteer_of(knowledge)
    assert gazetteer.ruler("stepanakert") == "NKR"
    assert gazetteer.ruler("goris") == "ARM"
    assert gazetteer.ruler("sanaa") == "YEM.HOUTHI"
    assert gazetteer.ruler("red_sea") == ""


def test_one_compilation_per_knowledge(knowledge):
    assert gazetteer_of(knowledge) is gazetteer_of(load_knowledge(["karabakh"]))


@given(st.text(alphabet="قريةبلدحودبينمدعاصم “”«»()،.-:\n١2aB", max_size=200))
def test_no_text_breaks_it(raw):
    text = split_text(fold_text(raw))
    found = find_places(text, load_knowledge([]))
    assert all(0 <= one.first < one.last <= len(text.words) for one in found)
    assert all(one.last <= other.first for one, other in pairwise(found))

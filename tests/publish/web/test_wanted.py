"""What is typed into the search field, and where it is found again."""

import pytest

from hudna.knowledge import load_knowledge
from hudna.publish.web.wanted import MOST_GROUPS, marked, snippet, understand


@pytest.fixture(scope="module")
def packs():
    return load_knowledge(("karabakh",))


def hits(raw, typed, packs):
    pieces = marked(raw, understand(typed, packs))
    assert "".join(piece.text for piece in pieces) == raw
    return [piece.text for piece in pieces if piece.hit]


@pytest.mark.parametrize(
    ("raw", "typed", "found"),
    [
        ("وقف إطلاق النار", "اطلاق", ["إطلاق"]),
        ("وقف إطْلاق النار", "إطلاق", ["إطْلاق"]),
        ("خرق الهدنــة أمس", "هدنة", ["الهدنــة"]),
        ("والتزموا بالهدنة وللهدنة أثر", "هدنة", ["بالهدنة", "وللهدنة"]),
        ("والهدنة قائمة", "الهدنة", ["والهدنة"]),
        ("في الهدنة", "فى", ["في"]),
        ("وفد من باكو", "فد", []),
        ("وقف إطلاق النار في النار", '"إطلاق النار"', ["إطلاق النار"]),
        ("بإطلاق النار", "«إطلاق النار»", []),
        ("إصابة ٣ جنود", "3", ["٣"]),
        ("من شوشي إلى شوشا", "شوشا", ["شوشي", "شوشا"]),
        ("من شوشي إلى شوشا", "Shusha", ["شوشي", "شوشا"]),
        ("قرب ستيباناكيرت وخانكندي", "Khankendi", ["ستيباناكيرت", "وخانكندي"]),
        ("لا شيء", "", []),
    ],
)
def test_raw_words_are_marked_whatever_their_spelling(packs, raw, typed, found):
    assert hits(raw, typed, packs) == found


def test_a_name_of_several_words_is_one_group(packs):
    wanted = understand("قصف ناغورني قره باغ أمس", packs)
    assert [group.typed for group in wanted.groups] == ["قصف", "ناغورني قره باغ", "امس"]
    assert "karabakh" in wanted.groups[1].names


def test_quoted_words_stand_exactly_so(packs):
    wanted = understand('"شوشا" قصف', packs)
    assert wanted.groups[0].exact
    assert wanted.asked()[0] == ("شوشا",)
    assert len(wanted.asked()[1]) > 10


def test_signs_are_no_words_and_there_is_an_end_to_groups(packs):
    assert understand('… " ( * " AND', packs).asked() == (("and",),)
    assert len(understand(" ".join(f"كلمه{number}" for number in range(50)), packs).groups) == MOST_GROUPS


def test_a_snippet_shows_the_surroundings_of_the_first_hit(packs):
    raw = "كلمة " * 200 + "هنا الهدنة هنا " + "كلمة " * 200
    pieces = snippet(raw, understand("هدنة", packs))
    assert [piece.text for piece in pieces if piece.hit] == ["الهدنة"]
    assert pieces[0].text == "… "
    assert pieces[-1].text == " …"
    assert sum(len(piece.text) for piece in pieces) < 500


def test_a_snippet_without_a_hit_is_the_beginning(packs):
    assert "".join(piece.text for piece in snippet("أول الكلام", understand("غائب", packs))) == "أول الكلام"

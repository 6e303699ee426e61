"""Furniture on our own pages, on the shared seeds, and on anything at all."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model import Furniture
from hudna.reading.normalise import fold_text
from hudna.reading.split import split_text
from hudna.reading.split.furniture import SORTS, find_furniture

ROOT = Path(__file__).parents[4]
PAGES = [json.loads(line) for line in (ROOT / "tests/gold/furniture.jsonl").read_text(encoding="utf-8").splitlines()]
SEEDS = ROOT.parent / "shared"


def found(raw: str, title: str | None = None) -> tuple[Furniture, ...]:
    return find_furniture(split_text(fold_text(raw)), title=title)


def marked_lines(raw: str, furniture: tuple[Furniture, ...]) -> dict[int, str]:
    """Line number to sort, for lines that hold a marked character."""
    lines: dict[int, str] = {}
    start = 0
    for number, line in enumerate(raw.split("\n"), start=1):
        for piece in furniture:
            if piece.start < start + len(line) and piece.end > start:
                lines[number] = piece.sort
        start += len(line) + 1
    return lines


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page["name"])
def test_marks_what_is_the_pages_and_nothing_of_the_article(page):
    marked = marked_lines(page["text"], found(page["text"]))
    assert {str(number): sort for number, sort in marked.items()} == page["furniture"]


def test_our_pages_are_many_enough_to_mean_something():
    assert len(PAGES) >= 30
    assert sum(len(page["furniture"]) for page in PAGES) >= 70


@pytest.mark.skipif(not SEEDS.exists(), reason="the shared texts are not beside this checkout")
def test_every_furniture_line_of_the_seeds_and_no_line_of_their_articles():
    gold = [
        json.loads(line) for line in (SEEDS / "gold/seeds.documents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert gold
    for document in gold:
        raw = (SEEDS / "seeds" / document["doc"]).read_text(encoding="utf-8")
        assert sorted(marked_lines(raw, found(raw))) == document["furniture_lines"], document["doc"]


def test_every_piece_has_a_known_sort_and_a_reason():
    for page in PAGES:
        for piece in found(page["text"]):
            assert piece.sort in SORTS
            assert piece.why


def test_the_end_of_a_paragraph_is_marked_without_the_paragraph():
    paragraph = "قالت اللجنة إنها زارت أربع قرى في الوادي وسجلت خرقين للهدنة خلال يوم واحد اقرأ المزيد"
    raw = f"لجنة الهدنة تزور الوادي\n\n{paragraph}"
    (piece,) = found(raw)
    assert raw[piece.start : piece.end] == "اقرأ المزيد"


def test_a_title_known_from_elsewhere_tells_which_line_is_the_headline():
    paragraph = "قالت اللجنة إنها زارت أربع قرى وسجلت خرقين للهدنة خلال يوم واحد."
    raw = f"أخبار الوادي اليوم\nهدنة السهل الغربي مستمرة\nاتفاق في الشمال\nهدنة السهل الغربي مستمرة\n\n{paragraph}"
    marked = marked_lines(raw, found(raw, title="هدنة السهل الغربي مستمرّة"))
    assert marked == {1: "section_label", 3: "byline", 4: "repeated_headline"}


def test_a_text_in_another_language_is_left_alone():
    assert found("Home\nShare\n\nThe commission said that it had visited four villages.\n\nRead more") == ()


def test_marking_a_marked_text_again_gives_the_same():
    for page in PAGES:
        assert found(page["text"]) == found(page["text"])


PIECES = (
    "اقرأ أيضا المصدر : / - | ( ) شارك 12 2025 يناير الثلاثاء و قال . ، رئيس التحرير اترك تعليقا Close وقالت اللجنة"
)
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n"])


@given(st.lists(WORDS, max_size=60).map(" ".join) | st.text(max_size=200))
def test_any_text_is_read_and_pieces_are_ordered_and_apart(raw):
    pieces = found(raw)
    last = 0
    for piece in pieces:
        assert last <= piece.start < piece.end <= len(raw)
        last = piece.end

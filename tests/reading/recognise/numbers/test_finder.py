"""Properties of the whole: digits read back, any input is fine, work grows with the text."""

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.model.claim import BOUNDS
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.numbers import find_bare_people, find_numbers
from hudna.reading.split import split_text

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
GOLD = Path(__file__).parents[3] / "gold" / "numbers_news.jsonl"
SHARED = Path(__file__).parents[5] / "shared"
PIECES = [
    *"،,.-–~/%+^()«»:<>=ـ \n٫٬'",
    *[
        "5",
        "12",
        "960",
        "1",
        "2006",
        "007",
        "١٢٣",
        "3,5",
        "1.200",
        "e",
        "x",
        "مليون",
        "آلاف",
        "ألف",
        "مئة",
        "خمسة",
        "عشر",
    ],
    *["و", "ونصف", "ربع", "أرباع", "جزء", "من", "على", "فاصلة", "سالب", "بين", "إلى", "أو", "أكثر", "أقل", "على الأقل"],
    *[
        "نحو",
        "جندي",
        "جنود",
        "جنديا",
        "طفلان",
        "أحد",
        "عشرات",
        "عدد",
        "عدة",
        "القرار",
        "عيار",
        "عاما",
        "الـ",
        "في",
        "الثاني",
    ],
]


def read(text):
    return find_numbers(split_text(fold_text(text)))


def values(text):
    return [(found.lo, found.hi) for found in read(text)]


def grouped(number, separator):
    return f"{number:,}".replace(",", separator)


@given(
    st.integers(0, 10**12),
    st.sampled_from(["", ",", "٬", ".", "،", "'"]),
    st.sampled_from([{}, ARABIC_DIGITS, PERSIAN_DIGITS]),
    st.sampled_from(["بلغ {} أمس", "{}", "({})", "قتل {}.", "والـ{}"]),
)
def test_whole_numbers_read_back_in_any_dress(number, separator, digits, frame):
    if separator in {".", "،", "'"} and 1000 <= number < 10**6:
        separator = ","  # «1.200» alone may be a decimal
    text = frame.format(grouped(number, separator).translate(digits))
    assert values(text) == [(number, number)], text


@given(
    st.integers(1, 999),
    st.lists(st.integers(0, 999), min_size=1, max_size=3),
    st.sampled_from([" ", "\u00a0", "\u202f"]),
)
def test_groups_with_spaces_read_back(head, groups, space):
    text = space.join([str(head), *(f"{group:03}" for group in groups)])
    assert values(f"{text} نسمة") == [(int("".join([str(head), *(f"{g:03}" for g in groups)])),) * 2]


@given(st.integers(0, 9999), st.integers(0, 99), st.sampled_from([".", ",", "٫", "ر"]))
def test_decimals_read_back(whole, part, mark):
    expected = float(f"{whole}.{part}")
    if not (mark == "," and 1800 <= whole < 2200):  # «2005,20» is a year and the next number
        assert values(f"نحو {whole}{mark}{part} طنا") == [(pytest.approx(expected), pytest.approx(expected))]


@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_any_text_gives_ordered_finds_inside_it(text):
    split = split_text(fold_text(text))
    end = 0
    for found in find_numbers(split):
        assert end <= found.first < found.last <= len(split.words)
        assert found.bound in BOUNDS
        assert (found.noun_first < 0) == (found.noun_last < 0)
        assert found.lo is None or found.hi is None or found.lo <= found.hi
        end = found.last
    for bare in find_bare_people(split, 0, len(split.words)):
        assert bare.sort in {"singular", "plural"}


def test_finds_do_not_depend_on_what_was_read_before():
    text = "قتل 12 جنديا و3 أطفال"
    first = read(text)
    read("مئات الآلاف من النازحين")
    assert read(text) == first


def steps(text):
    """Calls of functions while a text is read: its work, without a clock."""
    split, count = split_text(fold_text(text)), 0

    def seen(_frame, event, _argument):
        nonlocal count
        count += event == "call"

    find_numbers(split)  # fills the tables of known words
    sys.setprofile(seen)
    find_numbers(split)
    sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "مليون ",
        "مئة و",
        "سالب ",
        "5 ",
        "123 ",
        "1,",
        "9",
        "1-",
        "بين 5 و",
        "ونصف ",
        "عدد ",
        "و",
        "1.1.",
        "+1 ",
        "أكثر من ",
    ],
)
def test_work_grows_no_faster_than_the_text(piece):
    assert steps(piece * 2000) < 2.5 * steps(piece * 1000) + 200


def test_huge_numbers_do_no_harm():
    assert read("9" * 5000) == []
    assert read("1," + "234," * 3000 + "567") == []
    read("مليون " * 3000)
    read("9" * 18 + "^40 " + "9" * 18 + "e99")


def gold():
    return [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("case", gold(), ids=lambda case: case["text"])
def test_news_sentences_are_read_as_the_gold_says(case):
    found = [
        [number.lo, number.hi, number.bound, number.counted] for number in read(case["text"]) if number.sort in COUNTS
    ]
    assert found == case["counts"]


COUNTS = {"cardinal", "range", "vague", "dual", "singular"}


def test_the_public_suite_is_read():
    """The floor of the seen half of the public suite (duckling and Recognizers-Text), where its texts are at hand."""
    path = SHARED / "eval" / "suites" / "numbers.jsonl"
    if not path.exists():
        pytest.skip("the public suite is not at hand")
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = total = touched = 0
    for case in cases:
        split = split_text(fold_text(case["text"]))
        found = [(*split.raw_span(n.first, n.last), n.lo, n.hi) for n in find_numbers(split)]
        near = [[n for n in found if n[0] < g["end"] and g["start"] < n[1]] for g in case["gold"]]
        touched += all(near) if case["gold"] else not found
        total += len(case["gold"])
        right += sum(any(same(g, n) for n in ns) for g, ns in zip(case["gold"], near, strict=True))
    assert touched / len(cases) >= 0.98
    assert right / total >= 0.95


def same(gold, found):
    return all(
        (edge is None) == (gold[name] is None) and (edge is None or edge == pytest.approx(gold[name], rel=1e-9))
        for name, edge in (("lo", found[2]), ("hi", found[3]))
    )

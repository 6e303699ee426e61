"""No text, however mangled, raises, hangs or breaks what a claim promises.

Bounded work is shown by counting the lines of Hudna that are executed, not by a clock: twice the text may cost little
more than twice the steps, and no more per kilobyte than `PER_KILOBYTE`. What the interpreter does inside one step (a
regular expression, a slice) is not seen here; `test_long_texts` would hang if one of them had no bound.
"""

import hashlib
import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.knowledge import Knowledge
from hudna.model import Document, Published
from hudna.model.claim import BOUNDS, MODALITIES
from hudna.reading import ReadDocument, read_document

from .conftest import _knowledge as loaded

PER_KILOBYTE = 300_000
"""Steps. The tenth of it is usual; repeated dates without any other word cost most."""
TWICE = 2.25
"""Steps for twice the text, at most; sentences are read whole, so a little more than twice is possible."""


def document(text: str, day: str | None) -> Document:
    digest = hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()
    published = Published(first=day, last=day, basis="given") if day else Published()
    return Document(id="fuzz", text=text, text_sha256=digest, bytes_sha256=digest, published=published)


def check(text: str, read: ReadDocument) -> None:
    """Everything that a reading promises of every text."""
    assert len({claim.id for claim in read.claims}) == len(read.claims)
    for claim in read.claims:
        assert 0 <= claim.start < claim.end <= len(text)
        assert claim.quote == text[claim.start : claim.end]
        assert claim.kind in loaded().kinds
        assert claim.modality in MODALITIES
        assert claim.count is None or claim.count.bound in BOUNDS
        assert claim.count is None or claim.count.subset_of in {None, *(other.id for other in read.claims)}
        assert 0 < claim.confidence <= 1
        assert claim.rule
    for mention in read.mentions:
        assert 0 <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
    edges = [edge for piece in read.document.furniture for edge in (piece.start, piece.end)]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)


# --- mangled texts ----------------------------------------------------------------------------------------------------


def words_of(knowledge: Knowledge) -> list[str]:
    """Words with which rules begin: names, verbs, nouns, numbers, months; and small ones that join them."""
    actors = [name for one in knowledge.actors.values() for name in (one.name_ar, *one.demonyms[:4])]
    places = [one.name_ar for one in knowledge.places.values()]
    patterns = [pattern for kind in knowledge.kinds.values() for pattern in kind.patterns.get("ar", ())]
    verbs = [verb for one in patterns for pair in (*one.verbs, *one.passives) for verb in pair.split("/")]
    nouns = [noun for one in patterns for noun in (*one.nouns, *one.participles)]
    return [*actors[:400], *places[:400], *verbs, *nouns]


SMALL = """
    وقال وقالت أعلنت أضاف إن أن ان في من على عن إلى بعد قبل منذ حتى بين و ف أو لم لن لا ما قد كان كانت سوف التي
    الذي الجانبان البلدين الوزارة الوزير المتحدث باسم وزير وزارة الدفاع الخارجية نظيره الروسي جيشها بلاده مصدر
    عسكري بحسب وكالة أمس اليوم غدا الثلاثاء الماضي المقبل صباح مساء الساعة فجر أكتوبر تشرين الأول 2020 عام شهر
    الأسبوع يومين ساعات رمضان واحد اثنان ثلاثة عشرون مئة ألف مليون نصف ربع عشرات مئات الآلاف نحو أكثر أقل على
    الأقل لا يقل عن بينهم آخرون المئة قتيل قتلى جريح جرحى جندي جنود مدني مدنيين طفل طفلان شخص أشخاص أسير مواقع
    قرى آلية وقف إطلاق النار هدنة اتفاق انسحاب شارك اقرأ أيضا الصورة تعليقات مدينة قرية بلدة إقليم حدود العاصمة
"""
SIGNS = [
    "«",
    "»",
    "“",
    "”",
    '"',
    "(",
    ")",
    "،",
    ",",
    ".",
    "..",
    "…",
    ":",
    "؛",
    "؟",
    "!",
    "-",
    "–",
    "/",
    "|",
    "%",
    "+",
    "ـ",
]
HIDDEN = ["\u200b", "\u200f", "\u202b", "\u202e", "\u2066", "\u2069", "\u00ad", "\ufeff", "\u064b", "\u064f", "\u0651"]
BREAKS = [" ", " ", " ", " ", "", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\x00", "\x1c"]
RAW_DIGITS = st.text(st.sampled_from("0123456789٠١٢٣٤٥٦٧٨٩۰۱۲.,/:-ر"), min_size=1, max_size=9)
LONG = st.builds(lambda sign, size: sign * size, st.sampled_from("قوال17aـ«\u064e.ﷺ"), st.integers(2, 900))


def mangled() -> st.SearchStrategy[str]:
    known = st.sampled_from([*SMALL.split() * 8, *words_of(loaded())])
    glued = st.builds("{}{}".format, st.sampled_from(["و", "ف", "ب", "ل", "ال", "وال", "لل", "س", "ه", "10"]), known)
    signs = st.one_of(st.sampled_from(SIGNS), st.sampled_from(HIDDEN))
    rare = st.one_of(LONG, st.text(max_size=6), st.builds("«{}".format, known))
    piece = st.one_of(known, known, known, known, glued, RAW_DIGITS, signs, rare)
    return st.lists(st.tuples(piece, st.sampled_from(BREAKS)), max_size=70).map(
        lambda pairs: "".join(part for pair in pairs for part in pair)
    )


days = st.sampled_from([None, "2020-10-12", "2023-09-21"])


@settings(max_examples=250, deadline=None)
@given(mangled(), days)
def test_mangled_texts(text: str, day: str | None) -> None:
    once = read_document(document(text, day), loaded(), mentions=True)
    check(text, once)
    assert read_document(document(text, day), loaded(), mentions=True) == once
    alone = read_document(document(text, day), loaded())
    assert (alone.claims, alone.document) == (once.claims, once.document)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), days)
def test_any_unicode(text: str, day: str | None) -> None:
    check(text, read_document(document(text, day), loaded(), mentions=True))


# --- bounded work -----------------------------------------------------------------------------------------------------

NASTY: dict[str, Callable[[int], str]] = {
    "one word": lambda n: "ق" * n * 16,
    "one word of proclitics": lambda n: "و" * n * 16,
    "one number": lambda n: "7" * n * 8,
    "marks": lambda n: "ا" + "\u064e" * n * 8,
    "ready-joined words": lambda n: "ﷺ" * n,
    "quotes that open": lambda n: "«" * n,
    "quotes that close": lambda n: "«" * n + "قتل" + "»" * n,
    "typewriter quotes": lambda n: '"' * n,
    "quoted speech": lambda n: "قال: «قتل 7 جنود» " * n,
    "brackets": lambda n: "(" * n,
    "commas": lambda n: "،" * n,
    "words and commas": lambda n: "قتل، " * n,
    "stops": lambda n: ". " * n,
    "dots": lambda n: "... " * n,
    "line ends": lambda n: "ا\n\n" * n,
    "menus": lambda n: "شارك\n" * n,
    "heads": lambda n: "اقرأ أيضا\nعنوان قصير\n" * n,
    "numbers": lambda n: "12 " * n,
    "number words": lambda n: "خمسة وعشرون " * n,
    "groups of digits": lambda n: "123 " * n,
    "codes": lambda n: "1-" * n,
    "bounds": lambda n: "بين 3 و" * n,
    "dates": lambda n: "10 أكتوبر 2020 " * n,
    "lists of days": lambda n: "10 و11 و" * n + "12 أكتوبر",
    "weekdays": lambda n: "الثلاثاء " * n,
    "clock times": lambda n: "الساعة 10:30 " * n,
    "actors": lambda n: "أرمينيا وأذربيجان " * n,
    "spokesmen": lambda n: "المتحدث باسم " * n,
    "pronouns": lambda n: "أرمينيا جيشها بلاده " * n,
    "pairs": lambda n: "قوات البلدين أرمينيا " * n,
    "counterparts": lambda n: "وزير نظيره الروسي " * n,
    "unnamed sources": lambda n: "مصدر عسكري جيشها " * n,
    "places": lambda n: "قرية لاتشين " * n,
    "verbs": lambda n: "أعلنت وقالت وأضافت " * n,
    "verbal nouns": lambda n: "مقتل جندي أرميني و" * n,
    "truces": lambda n: "هدنة ووقف إطلاق نار وانسحاب و" * n,
    "accusations": lambda n: "اتهمت أرمينيا أذربيجان بقصف " * n,
    "one sentence": lambda n: "وقالت وزارة الدفاع الأرمينية إن 7 جنود قتلوا في قصف على لاتشين أمس و" * (n // 8),
    "sentences": lambda n: "وقالت وزارة الدفاع الأرمينية إن 7 جنود قتلوا في قصف على لاتشين أمس. " * (n // 8),
    "paragraphs": lambda n: "قصفت أذربيجان لاتشين أمس، بحسب وزارة الدفاع، بعد هدنة لم تصمد.\n" * (n // 8),
}
HEAVY = {
    # Twelve readings of a date are tried at every number: 0.1 ms for each, in linear time.
    "slashes": lambda n: "1/" * n,
    "halves": lambda n: "نصف " * n,
}


def steps(text: str, day: str | None) -> int:
    """Lines of Hudna that are executed while a text is read, after a first reading has filled what is remembered."""
    read_document(document(text, day), loaded(), mentions=True)
    count = 0

    def line(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return line

    before = sys.gettrace()
    sys.settrace(line)
    try:
        read_document(document(text, day), loaded(), mentions=True)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("day", ["2020-10-12", None])
@pytest.mark.parametrize("name", NASTY)
def test_twice_the_text_costs_twice_the_steps(name: str, day: str | None) -> None:
    once, twice = (steps(NASTY[name](size), day) for size in (320, 640))
    kilobytes = len(NASTY[name](640).encode()) / 1000
    assert twice <= TWICE * once + 5_000
    assert twice <= PER_KILOBYTE * kilobytes


@pytest.mark.parametrize("name", HEAVY)
def test_heavy_texts_grow_linearly_too(name: str) -> None:
    once, twice = (steps(HEAVY[name](size), None) for size in (160, 320))
    assert twice <= TWICE * once


@pytest.mark.parametrize("name", NASTY)
def test_long_texts(name: str) -> None:
    size = 100_000 // max(1, len(NASTY[name](64).encode()) // 64)
    text = NASTY[name](size)
    check(text, read_document(document(text, None), loaded(), mentions=True))

"""Dates of whole texts: the shared seeds, texts of our own war, and texts that nothing dates."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge import load_knowledge
from hudna.model import Published

SHARED = Path(__file__).parents[4].parent / "shared"
needs_seeds = pytest.mark.skipif(not SHARED.exists(), reason="the shared texts are not beside this checkout")

BACKGROUND = "وتتبادل الأطراف الاتهامات بخرق الاتفاقات السابقة في المنطقة الحدودية."


@needs_seeds
def test_the_seeds_are_dated_as_tightly_as_their_gold(solve):
    chronicle = [event for theatre in load_knowledge(["karabakh"]).theatres for event in theatre.chronicle]
    gold = [
        json.loads(line) for line in (SHARED / "gold/seeds.documents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(gold) == 5
    for document in gold:
        raw = (SHARED / "seeds" / document["doc"]).read_text(encoding="utf-8")
        found = solve(raw, chronicle)
        assert [found.first, found.last] == document["published_interval"], document["doc"]
        assert found.basis == "inferred"
        assert found.why


CASES = [
    # name, text, first, last
    (
        "yesterday beside a known truce",
        "الفصائل تقبل الهدنة\n\nوافقت الفصائل في وادي السدر أمس على هدنة تنص على تسليم السلاح الثقيل خلال أيام.",
        "2023-05-19",
        "2023-05-19",
    ),
    (
        "today beside a known handover",
        "القوات تدخل القلعة البيضاء\n\nأعلن الجيش اليوم دخول وحداته القلعة البيضاء بعد انسحاب الفصائل منها.",
        "2023-06-01",
        "2023-06-01",
    ),
    (
        "a weekday in the lead leaves the days after it",
        "هجوم في وادي السدر\n\nشنت القوات هجوما على مواقع الفصائل في وادي السدر فجر الثلاثاء، وقالت إن 41 مسلحا قتلوا.",
        "2023-05-16",
        "2023-05-18",
    ),
    (
        "two events and a weekday agree on one day",
        (
            "هدنة في وادي السدر\n\nأعلنت الفصائل أمس هدنة في وادي السدر تشمل تسليم السلاح.\n\n"
            "ويجتمع الوسطاء اليوم الجمعة في البلدة.\n\nوكان الهجوم على وادي السدر ومواقع الفصائل بدأ الثلاثاء."
        ),
        "2023-05-19",
        "2023-05-19",
    ),
    (
        "weekday and date agree in one year after the newest year named",
        (
            "اجتماع للجنة الحدود\n\nمن المقرر أن تعقد اللجنة اجتماعها الخميس 14 نيسان الجاري في العاصمة.\n\n"
            "وقالت اللجنة أمس الثلاثاء إن الاتفاق الأخير قائم.\n\nوتعود آخر جولة إلى عام 2020."
        ),
        "2022-04-06",
        "2022-04-13",
    ),
    (
        "the day named as today",
        "لجنة الحدود تجتمع\n\nاجتمعت لجنة الحدود اليوم الاثنين 4 مارس 2024 في العاصمة لبحث فتح الطريق.",
        "2024-03-04",
        "2024-03-04",
    ),
    (
        "a dateline with its year",
        "لجنة الحدود تجتمع\n\nالبلدة القديمة 7 آذار 2022 (وكالة) – قالت لجنة الحدود إنها ستفتح الطريق خلال أيام.",
        "2022-03-07",
        "2022-03-08",
    ),
]


@pytest.mark.parametrize(("name", "raw", "first", "last"), CASES, ids=[case[0] for case in CASES])
def test_dates_a_text_with_reasons(solve, name, raw, first, last):
    found = solve(raw)
    assert (found.first, found.last, found.basis) == (first, last, "inferred"), found.why
    assert found.why


UNKNOWN = [
    ("no time at all", "هدنة في الشمال\n\nقالت اللجنة إن الطرفين التزما الهدنة وإن الطريق فتحت أمام السكان."),
    ("another war with a truce", f"هدنة في بلدة الجسر\n\nوافق الطرفان أمس على هدنة في بلدة الجسر.\n\n{BACKGROUND}"),
    (
        "another war with words of three events",
        "هجوم في بلدة الجسر\n\nشنت القوات أمس هجوما على البلدة، وقتل 41 مسلحا، وقالت الفصائل إن تسليم السلاح مستحيل.",
    ),
    ("the place alone", f"زيارة إلى وادي السدر\n\nزار الوزير أمس وادي السدر والتقى الأهالي.\n\n{BACKGROUND}"),
    (
        "the event as history, far from any time",
        (
            "معرض صور عن وادي السدر\n\nافتتح أمس في العاصمة معرض صور يضم أعمال ثلاثين مصورا من المنطقة ومن خارجها.\n\n"
            "وتظهر الصور وادي السدر قبل أن توافق الفصائل فيه على هدنة وعلى تسليم السلاح."
        ),
    ),
    ("a weekday alone", f"اللجنة تجتمع\n\nاجتمعت اللجنة اليوم الثلاثاء في العاصمة.\n\n{BACKGROUND}"),
    (
        "a weekday that fits no year nearby",
        "اللجنة تجتمع\n\nتجتمع اللجنة الخميس 14 نيسان في العاصمة لبحث فتح الطريق أمام الشاحنات.",
    ),
]


@pytest.mark.parametrize(("name", "raw"), UNKNOWN, ids=[case[0] for case in UNKNOWN])
def test_stays_unknown_when_nothing_decides(solve, name, raw):
    found = solve(raw)
    assert (found.first, found.last, found.basis) == (None, None, "unknown")
    assert found.why


def test_the_articles_own_date_line_counts_and_the_pages_head_does_not(solve):
    article = "اللجنة تفتح الطريق أمام الشاحنات\n{}\n\nقالت اللجنة إنها فتحت الطريق أمام الشاحنات بعد أسبوع من التوقف."
    head = "الأحد 3 نوفمبر 2024\nالرئيسية\n"
    dated = solve(head + article.format("الثلاثاء 16 مايو 2023 - 10:30"))
    assert (dated.first, dated.last, dated.basis) == ("2023-05-16", "2023-05-16", "byline")
    assert solve(head + article.format("")).basis == "unknown"


def test_the_pages_head_is_the_latest_day_possible(solve, make_entry):
    twice = tuple(
        make_entry(f"truce {day}", day, [("وادي السدر",), ("هدنة",), ("الفصائل",)])
        for day in ("2023-05-18", "2025-05-15")
    )
    raw = "وافقت الفصائل في وادي السدر أمس على هدنة تنص على تسليم السلاح الثقيل خلال أيام."
    assert solve(raw, twice).basis == "unknown"
    head = "الأحد 3 نوفمبر 2024\nالرئيسية\nالفصائل تقبل الهدنة\n\n"
    assert solve(head + raw, twice).first == "2023-05-19"
    assert solve(raw, twice, as_of=date(2024, 1, 1)).first == "2023-05-19"


def test_a_teasers_date_is_nobodys_date(solve):
    raw = (
        "اللجنة تفتح الطريق\n\nقالت اللجنة إنها فتحت الطريق أمام الشاحنات بعد أسبوع من التوقف.\n\n"
        "مواضيع ذات صلة\n\nزيارة الوزير إلى الشمال بعد شهر من المعارك في الجبال.\n\nPublished On 26/11/2020"
    )
    assert solve(raw).basis == "unknown"


def test_a_given_date_is_kept_and_contradictions_are_told(solve):
    given = Published(first="2023-05-20", last="2023-05-20", basis="metadata", why=("the page's metadata",))
    raw = "اجتمعت اللجنة اليوم الثلاثاء في العاصمة لبحث فتح الطريق أمام الشاحنات."
    found = solve(raw, published=given)
    assert (found.first, found.last, found.basis) == ("2023-05-20", "2023-05-20", "metadata")
    assert found.why[0] == "the page's metadata"
    assert "Tuesday" in found.why[1]
    kept = Published(first="2023-05-16", last="2023-05-16", basis="given")
    assert solve(raw, published=kept) == kept


def test_what_speaks_against_the_result_is_told(solve):
    raw = "هدنة في وادي السدر\n\nأعلنت الفصائل أمس هدنة في وادي السدر تشمل تسليم السلاح.\n\nوتجتمع اللجنة اليوم الأحد."
    found = solve(raw)
    assert found.basis == "unknown" or any(why.startswith("against it") for why in found.why)


def test_the_chronicles_order_does_not_matter(solve, chronicle):
    raw = CASES[0][1]
    assert solve(raw, chronicle) == solve(raw, tuple(reversed(chronicle)))


PIECES = (
    "اليوم أمس الثلاثاء الماضي الجاري المقبل في 20 أيلول 2020 2023 31 فبراير وادي السدر هدنة الفصائل تسليم السلاح "
    "، . ( ) – هجوم 41 نشر Published"
)


@given(st.lists(st.sampled_from([*PIECES.split(), "\n"]), max_size=60).map(" ".join))
def test_any_text_gets_an_interval_with_reasons_or_stays_unknown(solve, raw):
    found = solve(raw)
    if found.first is None:
        assert (found.last, found.basis) == (None, "unknown")
    else:
        assert found.first <= (found.last or "")
        assert found.basis in {"inferred", "byline"}
    assert found.why

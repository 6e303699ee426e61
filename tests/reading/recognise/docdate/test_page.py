"""Date lines, page heads, posts and datelines."""

from datetime import date

import pytest

from hudna.reading.recognise.docdate.page import byline, dateline, page_evidence
from hudna.reading.recognise.docdate.view import View

BODY = "قالت اللجنة إنها فتحت الطريق أمام الشاحنات بعد أسبوع من التوقف.\n\nوأضافت أن العمل مستمر في الجسر القديم."
HEADLINE = "اللجنة تفتح الطريق أمام الشاحنات"


@pytest.fixture(scope="session")
def view(read):
    def viewed(raw: str) -> View:
        item = read(raw)
        return View(item.text, item.times, item.document.furniture)

    return viewed


def day(evidence) -> str | None:
    return date.fromordinal(evidence.spans[0][0]).isoformat() if evidence else None


@pytest.mark.parametrize(
    "line",
    [
        "16 مايو 2023",
        "الثلاثاء 16 أيار/مايو 2023 - 09:40",
        "نشر في: 16/05/2023",
        "تاريخ النشر: 2023-05-16",
        "آخر تحديث 18 مايو 2023 – نشر 16 مايو 2023",
    ],
)
def test_the_articles_date_line(view, line):
    assert day(byline(view(f"{HEADLINE}\n{line}\n\n{BODY}"))) == "2023-05-16"


def test_a_date_above_the_headline_is_the_pages(view):
    seen = view(f"الأحد 3 نوفمبر 2024\nالقائمة\n{HEADLINE}\n\n{BODY}")
    assert byline(seen) is None
    (bound,) = page_evidence(seen)
    assert date.fromordinal(bound.spans[-1][1]) == date(2024, 11, 3)


def test_a_post_shown_in_the_page_is_not_younger_than_the_article(view):
    post = "شاهد لحظة فتح الجسر pic.twitter.com/abc — غرفة الطرق (@example) May 16, 2023"
    (bound,) = page_evidence(view(f"{HEADLINE}\n\n{BODY}\n\n{post}\n\n{BODY}"))
    assert day(bound) == "2023-05-16"


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("العاصمة 16 أيار 2023 (وكالة) – قالت اللجنة إنها فتحت الطريق.", "2023-05-16"),
        ("(العاصمة، 16 مايو 2023) – قالت اللجنة إنها فتحت الطريق.", None),
        ("قالت اللجنة في 16 مايو 2023 (أول أيام الهدنة) إنها فتحت الطريق.", None),
        ("فتحت اللجنة الطريق في 16 مايو 2023.", None),
    ],
)
def test_datelines(view, raw, expected):
    assert day(next(dateline(view(raw)), None)) == expected


def test_a_dateline_without_its_year_names_that_day_in_every_year(view):
    (found,) = dateline(view("العاصمة 16 أيار (وكالة) – قالت اللجنة إنها فتحت الطريق."))
    assert len(found.spans) > 30
    assert not found.anchor

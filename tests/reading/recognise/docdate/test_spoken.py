"""What times alone tell: weekdays, bounds, years in which weekday and date agree."""

from datetime import date

import pytest

from hudna.reading.recognise.docdate.spoken import newest_past, spoken_evidence
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.docdate.weigh import holds


@pytest.fixture(scope="session")
def told(read):
    """Which of some days a sentence allows, by the reason's words."""

    def allows(raw: str, day: str) -> dict[str, bool]:
        item = read(raw)
        view = View(item.text, item.times, ())
        ordinal = date.fromisoformat(day).toordinal()
        return {evidence.group or evidence.why: holds(evidence, ordinal) for evidence in spoken_evidence(view)}

    return allows


@pytest.mark.parametrize(
    ("raw", "yes", "no"),
    [
        ("اجتمعت اللجنة اليوم الثلاثاء.", "2023-05-16", "2023-05-17"),
        ("اجتمعت اللجنة أمس الاثنين.", "2023-05-16", "2023-05-17"),
        ("اجتمعت اللجنة اليوم (الثلاثاء) في العاصمة.", "2023-05-16", "2023-05-17"),
        ("تجتمع اللجنة غدا الأربعاء.", "2023-05-16", "2023-05-17"),
    ],
)
def test_the_weekday_of_writing(told, raw, yes, no):
    assert told(raw, yes)["weekday"]
    assert not told(raw, no)["weekday"]


def test_a_bare_weekday_tells_nothing_of_the_day_of_writing(told):
    assert told("اجتمعت اللجنة الثلاثاء.", "2023-05-16") == {}


def test_years_looked_back_on_are_bounds(read):
    item = read("ليس لديها جيش هناك منذ أغسطس 2021، بعد حرب دارت في 2020.")
    found = newest_past(View(item.text, item.times, ()))
    assert found is not None
    assert date.fromordinal(found[0]) == date(2021, 8, 1)


def test_years_to_come_are_no_bounds(read):
    item = read("ومن المقرر أن تنتهي المهمة في 2035.")
    assert newest_past(View(item.text, item.times, ())) is None


def test_weekday_and_date_agree_only_in_some_years(told):
    raw = "اجتمعت اللجنة الخميس 21 أيلول في العاصمة."
    assert told(raw, "2023-09-23")["pair الخميس 21 أيلول"]
    assert not told(raw, "2022-09-23")["pair الخميس 21 أيلول"]


def test_this_month_and_a_month_gone_by(told):
    assert told("اجتمعت في 20 أيلول الجاري.", "2023-09-22")["month 9"]
    assert not told("اجتمعت في 20 أيلول الجاري.", "2023-10-22")["month 9"]
    assert told("اجتمعت في 11 نوفمبر الماضي.", "2020-12-01")["after 11"]
    assert not told("اجتمعت في 11 نوفمبر الماضي.", "2020-11-20")["after 11"]


def test_an_impossible_date_tells_nothing(told):
    assert not any(group.startswith(("near", "today")) for group in told("اجتمعت في 31 فبراير 2023.", "2023-03-01"))

"""Resolution: what the document's date does, and what it cannot."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge.languages.ar.times import load_times
from hudna.model import Published
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.found import TimeFound
from hudna.reading.recognise.times import EVERYDAY, NEWS, candidates, find_times, resolve_times
from hudna.reading.split import split_text

FORMS = sorted({form.form for form in load_times().forms})
MANGLED = st.lists(
    st.one_of(
        st.sampled_from(FORMS), st.integers(min_value=0, max_value=3000).map(str), st.sampled_from(list(":/-،.()و"))
    ),
    max_size=40,
).map(" ".join)
ROOT = Path(__file__).parents[4]
GOLD = [json.loads(line) for line in (ROOT / "tests/gold/times_news.jsonl").read_text(encoding="utf-8").splitlines()]


def resolved(raw: str, first: str | None = None, last: str | None = None) -> list[TimeFound]:
    text = split_text(fold_text(raw))
    return resolve_times(text, find_times(text), Published(first=first, last=last or first, basis="given"))


@pytest.mark.parametrize("case", GOLD, ids=[case["id"] for case in GOLD])
def test_news_sentences(case: dict):
    text = split_text(fold_text(case["text"]))
    first, last = case["reference"] or (None, None)
    found = resolve_times(text, find_times(text), Published(first=first, last=last, basis="given"))
    told = [
        {"words": text.raw_text(one.first, one.last), "seconds": int(one.seconds)}
        if one.seconds is not None
        else {"words": text.raw_text(one.first, one.last), "from": one.start, "to": one.end}
        for one in found
    ]
    assert told == case["times"]


def test_without_a_date_absolute_times_resolve_and_relative_ones_wait():
    absolute, relative = resolved("في 3 آذار 2019 ثم أمس")
    assert (absolute.start, absolute.relative) == ("2019-03-03", False)
    assert (relative.start, relative.end, relative.relative) == (None, None, True)
    assert "document's date" in relative.why


def test_a_date_of_several_days_gives_the_union_and_says_so():
    (found,) = resolved("أمس", "2020-10-10", "2020-10-12")
    assert (found.start, found.end) == ("2020-10-09", "2020-10-11")
    assert "2020-10-10 to 2020-10-12" in found.why


def test_the_date_wins_over_a_weekday_that_disagrees():
    (found,) = resolved("الاثنين 3 آذار 2020", "2020-10-14")
    assert found.start == "2020-03-03"
    assert "says Monday but that day is a Tuesday" in found.why


def test_a_weekday_decides_between_two_years():
    (found,) = resolved("الأحد 27 أيلول", "2021-09-28")
    assert found.start == "2020-09-27"


def test_almost_a_year_ago_is_taken_as_coming():
    (found,) = resolved("الاجتماع في 20 تشرين الأول", "2020-10-14")
    assert found.start == "2020-10-20"
    assert "coming soon" in found.why


def test_a_zone_is_kept():
    (found,) = resolved("الساعة 10:00 بتوقيت موسكو", "2020-10-14")
    assert found.zone == "moscow"


def test_candidates_are_what_a_document_of_that_day_would_mean():
    text = split_text(fold_text("الثلاثاء 29 أيلول"))
    (expression,) = find_times(text)
    assert (expression.weekday, expression.day, expression.month) == (1, 29, 9)
    assert candidates(expression, date(2020, 10, 14)) == (date(2020, 9, 29), date(2020, 9, 29))
    (length,) = find_times(split_text(fold_text("ثلاثة أيام")))
    assert candidates(length, date(2020, 10, 14)) is None


def test_conventions_differ_where_language_leaves_it_open():
    text = split_text(fold_text("الثلاثاء"))
    day = Published(first="2020-10-14", last="2020-10-14", basis="given")
    (news,) = resolve_times(text, find_times(text), day, conventions=NEWS)
    (everyday,) = resolve_times(text, find_times(text), day, conventions=EVERYDAY)
    assert (news.start, everyday.start) == ("2020-10-13", "2020-10-20")


SPOKEN = {
    "سأعود السابعة وعشر": ("2013-02-12T07:10", "2013-02-12T07:10"),
    "سأصل في أحد عشر وخمسة": ("2013-02-12T11:05", "2013-02-12T11:05"),
    "سأعود عند التاسعة": ("2013-02-12T09:00", "2013-02-12T09:00"),
    "سأسافر من السادسة إلى الثامنة": ("2013-02-12T06:00", "2013-02-12T08:00"),
    "عشر دقائق إلى الخامسة": ("2013-02-12T04:50", "2013-02-12T04:50"),
    "سأعود التاسعة مساءا": ("2013-02-12T21:00", "2013-02-12T21:00"),
    "بعد نص ساعة": ("2013-02-12T05:00", "2013-02-12T05:00"),
    "خلال ثلاثة أيام": ("2013-02-12T04:30", "2013-02-15T00:00"),
    "من ثلاث سنوات": ("2010-02-12", "2010-02-12"),
    "قبل البارحة": ("2013-02-10", "2013-02-10"),
    "يصل هذه الليلة": ("2013-02-12T20:00", "2013-02-12T23:59"),
    "اليوم الرابع من آب": ("2013-08-04", "2013-08-04"),
    "3 أيار إلى 9 حزيران": ("2013-05-03", "2013-06-08"),
    "3-9 حزيران": ("2013-06-03", "2013-06-09"),
}


@pytest.mark.parametrize(("raw", "told"), SPOKEN.items(), ids=list(SPOKEN))
def test_somebody_who_speaks_at_a_known_moment(raw: str, told: tuple[str, str]):
    text = split_text(fold_text(raw))
    now = Published(first="2013-02-12T04:30", last="2013-02-12T04:30", basis="given")
    (found,) = resolve_times(text, find_times(text), now, conventions=EVERYDAY)
    assert (found.start, found.end) == told


@given(MANGLED, st.dates(), st.sampled_from([NEWS, EVERYDAY]), st.booleans())
def test_no_input_and_no_date_raises(raw: str, day: date, conventions: object, known: bool):  # noqa: FBT001
    text = split_text(fold_text(raw))
    expressions = find_times(text)
    reference = Published(first=day.isoformat(), last=day.isoformat(), basis="given") if known else None
    for found in resolve_times(text, expressions, reference, conventions=conventions):
        assert found.why
        if found.start is not None and found.end is not None:
            assert found.start <= found.end


@given(st.dates(min_value=date(2000, 1, 2), max_value=date(2035, 1, 1)), st.integers(min_value=0, max_value=6))
def test_a_bare_weekday_is_within_the_last_seven_days(day: date, number: int):
    names = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
    (found,) = resolved(f"قصفت القوات البلدة {names[number]}", day.isoformat())
    told = date.fromisoformat(found.start)
    assert told.weekday() == number
    assert 0 <= (day - told).days <= 6

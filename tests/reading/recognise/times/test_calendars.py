"""Calendar arithmetic never raises and knows its edges."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.reading.recognise.times import calendars

UNITS = ["day", "weekend", "week", "month", "quarter", "year", "decade", "century"]


@pytest.mark.parametrize(
    ("year", "expected"),
    [(2000, date(2000, 4, 23)), (2016, date(2016, 3, 27)), (2019, date(2019, 4, 21)), (2038, date(2038, 4, 25))],
)
def test_easter(year: int, expected: date):
    assert calendars.easter(year) == expected


def test_no_such_day_is_none():
    assert calendars.make_date(2021, 2, 29) is None
    assert calendars.make_date(0, 1, 1) is None
    assert calendars.hijri_date(1442, 13, 1) is None
    assert calendars.hijri_month(900, 1) is None
    assert calendars.add_months(date(9999, 12, 31), 1) is None
    assert calendars.move_moment(datetime(9999, 12, 31), 1e9, "hour") is None  # noqa: DTZ001


def test_hijri_by_umm_al_qura():
    assert calendars.hijri_date(1442, 1, 1) == date(2020, 8, 20)
    assert calendars.hijri_year_at(date(2020, 8, 19)) == 1441


def test_a_shorter_month_keeps_its_last_day():
    assert calendars.add_months(date(2020, 1, 31), 1) == date(2020, 2, 29)


@given(st.dates(), st.sampled_from(UNITS), st.integers(min_value=-3, max_value=3), st.sampled_from([0, 6]))
def test_a_unit_holds_its_day_when_it_is_the_current_one(day: date, unit: str, offset: int, starts: int):
    found = calendars.unit_of(unit, day, offset, starts)
    if found is None:
        assert day.year < 400 or day.year > 9600
        return
    assert found.first_day <= found.last_day
    if offset == 0 and unit != "weekend":
        assert found.first_day <= day <= found.last_day


@given(st.dates(), st.dates(), st.integers(min_value=0, max_value=6), st.sampled_from([-1, 1, 2, 5]))
def test_a_counted_weekday_lies_in_its_period(first: date, last: date, weekday: int, ordinal: int):
    found = calendars.nth_weekday(first, last, weekday, ordinal)
    if found is not None:
        assert first <= found <= last
        assert found.weekday() == weekday

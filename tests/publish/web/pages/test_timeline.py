import re

import pytest

from hudna.publish.web.pages.timeline import ends_of, grain_of, periods


@pytest.mark.parametrize(
    ("first", "last", "grain"),
    [
        ("2023-09-19", "2023-09-19", "day"),
        ("2023-08-01", "2023-09-30", "day"),
        ("2023-01-01", "2023-12-31", "month"),
        ("2020-01-01", "2024-12-31", "month"),
        ("1994-01-01", "2024-12-31", "year"),
    ],
)
def test_a_span_is_drawn_with_neither_too_few_bars_nor_too_many(first, last, grain):
    assert grain_of(first, last) == grain
    assert 1 <= len(periods(first, last, grain)) <= 62


@pytest.mark.parametrize(
    ("period", "ends"),
    [
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2023-12", ("2023-12-01", "2023-12-31")),
        ("2023", ("2023-01-01", "2023-12-31")),
        ("2023-09-19", ("2023-09-19", "2023-09-19")),
    ],
)
def test_a_period_ends_where_the_calendar_says(period, ends):
    assert ends_of(period) == ends


def test_the_calendar_ends_and_breaks_nothing():
    assert periods("9998-01-01", "9999-12-31", "year") == ["9998", "9999"]
    assert periods("9999-11-01", "9999-12-31", "month") == ["9999-11", "9999-12"]
    assert periods("9999-12-30", "9999-12-31", "day") == ["9999-12-30", "9999-12-31"]


def test_periods_leave_none_out():
    assert periods("2023-11-15", "2024-02-02", "month") == ["2023-11", "2023-12", "2024-01", "2024-02"]
    assert periods("2024-02-28", "2024-03-01", "day") == ["2024-02-28", "2024-02-29", "2024-03-01"]


def test_a_bar_leads_to_its_own_span_and_says_how_many(desk):
    page = desk.get("/en/timeline").text
    href, label = re.search(r'<a href="([^"]*first=2022-09-01[^"]*)" aria-label="([^"]*)"', page).groups()
    number = int(re.search(r"(\d+) event", label).group(1))
    narrowed = desk.get(href.replace("&amp;", "&")).text
    assert narrowed.count("<li data-row>") >= number > 0
    assert "September 2022" in narrowed


def test_days_in_the_wrong_order_are_turned_round(desk):
    assert desk.get("/en/timeline?first=2023-09-30&last=2020-01-01").status_code == 200

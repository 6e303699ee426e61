from datetime import date

import msgspec
import pytest

from hudna.model import Published
from hudna.publish.report.period import Period

from .conftest import claim, document, event

DAY = Period(date(2023, 9, 20), date(2023, 9, 20))
TEXT = document("a.txt", "قصف المدينة")


def test_the_previous_period_is_as_long_and_ends_the_day_before():
    assert DAY.previous == Period(date(2023, 9, 19), date(2023, 9, 19))
    week = Period(date(2023, 9, 14), date(2023, 9, 20))
    assert Period(date.min, date(2023, 9, 20)).previous.first == date.min
    assert week.previous == Period(date(2023, 9, 7), date(2023, 9, 13))


@pytest.mark.parametrize(
    ("first", "last", "inside"),
    [
        ("2023-09-20", "2023-09-20", True),
        ("2023-09-20T10:00", "2023-09-20T10:00", True),
        ("2023-09-18", "2023-09-21", True),
        ("2023-09-21", "2023-09-22", False),
        (None, "2023-09-20", True),
        ("2023-09-20", None, True),
        (None, None, False),
    ],
)
def test_publication(first, last, inside):
    assert DAY.published(msgspec.structs.replace(TEXT, published=Published(first, last))) is inside


@pytest.mark.parametrize(
    ("when", "inside"),
    [
        (("2023-09-19", "2023-09-20"), True),
        (("2023-09-20T03:00", "2023-09-20T05:59"), True),
        (("2023-01-01", "2023-12-31"), False),
        (("2023-09-21", "2023-09-21"), False),
        (None, False),
    ],
)
def test_happening(when, inside):
    told = event("E1", [claim("C1", TEXT, "قصف المدينة", "hostilities.shelling", when=when)])
    assert DAY.happened(told) is inside


def test_a_rough_time_counts_where_the_period_holds_all_of_it():
    told = event("E1", [claim("C1", TEXT, "قصف المدينة", "hostilities.shelling", when=("2023-01-01", "2023-12-31"))])
    assert Period(date(2023, 1, 1), date(2023, 12, 31)).happened(told)


def test_history_is_no_news_of_its_day():
    old = claim("C1", TEXT, "قصف المدينة", "hostilities.shelling", when=("2023-09-20", "2023-09-20"), background=True)
    assert not DAY.happened(event("E1", [old]))

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.intake import dates
from hudna.intake.dates import read_interval, read_stamp


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020-11-10", "2020-11-10", "2020-11-10"),
        (" 2020-11-10 ", "2020-11-10", "2020-11-10"),
        ("20201110", "2020-11-10", "2020-11-10"),
        ("2020-W46-2", "2020-11-10", "2020-11-10"),
        ("2020-11-10T14:30", "2020-11-10T14:30:00", "2020-11-10T14:30:00"),
        ("2020-11-10 14:30:05", "2020-11-10T14:30:05", "2020-11-10T14:30:05"),
        ("2020-11-10T14:30:00Z", "2020-11-10T14:30:00+00:00", "2020-11-10T14:30:00+00:00"),
        ("2020-11-10T14:30:00.123+0400", "2020-11-10T14:30:00+04:00", "2020-11-10T14:30:00+04:00"),
        ("2020-11", "2020-11-01", "2020-11-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2020", "2020-01-01", "2020-12-31"),
        ("2020-11-09/2020-11-11", "2020-11-09", "2020-11-11"),
        ("2020/11/9", "2020-11-09", "2020-11-09"),
        ("2020/11/09 14:30", "2020-11-09T14:30:00", "2020-11-09T14:30:00"),
        ("2020-11-10T14:30:00EET", "2020-11-10", "2020-11-10"),
        ("2020-11-10 14:30 GMT+4", "2020-11-10", "2020-11-10"),
        ("Tue, 10 Nov 2020 14:30:00 +0400", "2020-11-10T14:30:00+04:00", "2020-11-10T14:30:00+04:00"),
    ],
)
def test_dates_that_are_read(written, first, last):
    assert read_interval(written) == (first, last)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "10/11/2020",
        "11-10-2020",
        "2020-13-01",
        "2020-02-30",
        "2020-11-10T25:00",
        "10 نوفمبر 2020",
        "yesterday",
        "0001-01-01T00:00:00",
        "1970-01-01",
        "1604966400",
        "2020-11-11/2020-11-09",
        "2020-11-10/",
        "20",
        "99999999",
        "9999-12-31",
        "2020-01-01/9999-12-31",
        "0222-03-01",
    ],
)
def test_what_is_not_read(written):
    assert read_interval(written) is None


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("1604966400", "2020-11-10T00:00:00+00:00"),
        (" 1604966400123 ", "2020-11-10T00:00:00+00:00"),
        ("2020-11-10", "2020-11-10"),
        ("16049664001", None),
        ("2020111012", None),
        ("0", None),
    ],
)
def test_seconds_and_milliseconds_in_a_pages_own_metadata(written, first):
    assert (read_stamp(written) or (None,))[0] == first


def test_examples_in_the_docstrings():
    assert doctest.testmod(dates).failed == 0


@given(st.text(alphabet="0123456789-/:TZ+ ,.WTueNov", max_size=30))
def test_nothing_raises(written):
    read_interval(written)
    read_stamp(written)

from datetime import timedelta, timezone

import pytest

from hudna.events.moments import Days, days_of, fixed_zone, gap, likeness, utc

BAKU = timezone(timedelta(hours=4))


def test_hours_of_three_zones_are_one_moment():
    assert utc("2023-09-20T13:00", BAKU) == "2023-09-20T09:00Z"
    assert utc("2023-09-20T12:00+03:00", BAKU) == "2023-09-20T09:00Z"
    assert utc("2023-09-20T13:00+03:00", BAKU) == "2023-09-20T10:00Z"


def test_days_and_their_distance():
    one, other = Days(1, 3), Days(5, 6)
    assert gap(one, other) == gap(other, one) == 2
    assert gap(one, Days(3, 9)) == 0
    assert likeness(Days(1, 4), Days(3, 6)) == pytest.approx(2 / 6)
    assert days_of(("2031-02-04", "2031-02-03T10:00")) == days_of(("2031-02-03", "2031-02-04"))
    assert days_of(None) is None


@pytest.mark.parametrize("words", ["4", "UTC", "04:00", "+0400"])
def test_a_zone_that_is_no_offset_is_refused(words):
    with pytest.raises(ValueError, match=r"."):
        fixed_zone(words)

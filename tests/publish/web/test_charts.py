import pytest

from hudna.publish.web.charts import RANGE_WIDTH, bars, ranges


def test_bars_stand_on_the_floor_and_under_the_top():
    chart = bars([("a", 3, 1, "/a", "A"), ("b", 0, 0, "/b", "B"), ("c", 7, 7, "/c", "C")])
    assert [one.height > 0 for one in chart.bars] == [True, False, True]
    floors = {round(one.y + one.height, 1) for one in chart.bars}
    assert len(floors) == 1
    assert all(one.part <= one.height for one in chart.bars)
    assert [one.x for one in chart.bars] == sorted(one.x for one in chart.bars)
    assert chart.bars[2].height / chart.bars[0].height == pytest.approx(7 / 3, rel=0.01)


def test_many_bars_have_few_labels_and_none_has_one():
    chart = bars([(str(number), number, 0, "/", "") for number in range(60)], ticks=8)
    assert len(chart.bars) == 60
    assert len(chart.ticks) <= 8
    assert bars([]).bars == ()


@pytest.mark.parametrize(("most", "top"), [(1, "2"), (5, "6"), (99, "100"), (101, "200"), (12_345, "20,000")])
def test_the_axis_ends_at_a_round_number(most, top):
    assert bars([("a", most, 0, "/", "")]).levels[-1].label == top


def test_ranges_share_one_scale():
    narrow, wide, unknown, upward = ranges([(49, 49, 49), (90, 100, 111), (None, None, None), (200, 200, None)])
    assert unknown is None
    assert narrow.low == narrow.high == narrow.best
    assert wide.low < wide.best < wide.high
    assert upward.open
    assert not wide.open
    assert narrow.high < wide.low < wide.high < upward.low <= RANGE_WIDTH
    assert ranges([]) == []


def test_a_figure_below_nothing_draws_nothing_and_breaks_nothing():
    below, above = ranges([(-5, -5, -5), (3, 3, 3)])
    assert below.low == below.high < above.low

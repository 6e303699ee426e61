"""The chart of the casualties: lanes by side and sort, every figure once, each leading to its words."""

import re
from itertools import pairwise

import pytest

from hudna.publish.web import losses


def lanes(page):
    return re.findall(
        r'<svg class="chart" height="\d+" role="group" aria-label="([^"]+)">(.*?)</svg></div>', page, re.DOTALL
    )


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_figure_of_the_table_has_its_mark(desk, language):
    page = desk.get(f"/{language}/casualties?history=1").text
    marked = sorted(re.findall(r'<a href="([^"]+)" aria-label="[^"]+"><title>', page))
    listed = sorted(re.findall(r'<a class="figure" href="([^"]+)"', page))
    assert marked
    assert set(marked) <= set(listed)
    told = re.findall(r'<a class="figure" href="[^"]+"[^>]*>(.*?)</a>', page)
    assert len(marked) == sum(bool(re.search(r"\d", one)) for one in told)


def test_lanes_stand_by_side_in_alphabetical_order_and_the_killed_first(desk):
    page = desk.get("/en/casualties?history=1").text
    names = [name for name, _ in lanes(page)]
    assert len(names) == len(set(names)) > 3
    sides = list(dict.fromkeys(name.partition(": ")[0] for name in names))
    known = [side for side in sides if "no side" not in side and "any" not in side]
    assert known[:2] == sorted(known[:2])
    for side in sides:
        measures = [name.partition(": ")[2].partition(" (")[0] for name in names if name.startswith(f"{side}: ")]
        ranks = [losses.MEASURES.index(one) for one in measures if one in losses.MEASURES]
        assert ranks == sorted(ranks)


def test_a_filter_narrows_the_chart_too(desk):
    narrowed = lanes(desk.get("/en/casualties?history=1&measure=wounded").text)
    assert {name.partition(": ")[2].partition(" (")[0] for name, _ in narrowed} == {"wounded"}
    assert "lanes" not in desk.get("/en/casualties?first=1900-01-01&last=1900-01-02").text


def mark(x, end=None, **fields):
    given = {"y": 0, "open": False, "look": "told", "href": "/", "label": "", **fields}
    return losses.Mark(x=x, end=x if end is None else end, **given)


def test_marks_that_would_touch_stand_in_rows(desk):
    made = list(losses._stacked([mark(10), mark(10), mark(11, 40), mark(13), mark(50, open=True), mark(52)]))
    assert [one.y // losses.STEP for one in made] == [0, 1, 2, 0, 0, 1]
    assert max(one.y for one in losses._stacked(mark(10) for _ in range(40))) < losses.STEP * 10


def test_numbers_on_the_scale_are_round_and_stand_apart():
    for most in (1, 7, 49, 200, 12_345):
        numbers = losses._round(most)
        places = [losses._at(number, most) for number in numbers]
        assert numbers[0] == 0
        assert numbers[-1] <= most
        assert all(later - earlier >= 7 for earlier, later in pairwise(places))
        assert 0 < places[0] < places[-1] <= 94

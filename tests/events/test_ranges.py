import pytest

from hudna.events.ranges import admits, agree, numbered, says
from hudna.model import Count


def count(lo, hi, bound):
    return Count(measure="killed", lo=lo, hi=hi, bound=bound)


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        (count(32, 32, "exact"), count(32, None, "at_least"), True),
        (count(32, 32, "exact"), count(100, 100, "about"), False),
        (count(99, 99, "exact"), count(100, 100, "about"), True),
        (count(200, None, "more_than"), count(200, 200, "exact"), False),
        (count(100, None, "hundreds"), count(200, None, "more_than"), True),
        (count(20, None, "dozens"), count(500, 500, "exact"), False),
        (count(None, 50, "at_most"), count(51, 51, "exact"), False),
        (count(50, 60, "exact"), count(60, 60, "exact"), True),
    ],
)
def test_two_figures_agree_when_one_number_satisfies_both(one, other, both):
    assert agree(one, other) is agree(other, one) is both


def test_a_number_of_people_is_no_number():
    assert not numbered(count(None, None, "several"))
    assert admits(count(None, None, "several"))[0] == 0


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        (count(100, 100, "about"), "about 100"),
        (count(50, 60, "exact"), "50 to 60"),
        (count(2000, None, "more_than"), "more than 2,000"),
        (count(None, 50, "at_most"), "at most 50"),
        (count(100, None, "hundreds"), "hundreds"),
    ],
)
def test_a_figure_in_words(figure, words):
    assert says(figure) == words

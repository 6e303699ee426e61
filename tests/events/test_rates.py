import pytest

from hudna.events import rates
from hudna.model import Figure


def figure(claim, measure, lo, hi, **fields):
    given = {"bound": "exact", "who": None, "side": None, "speaker": "NOR.MOD", "origin": "NOR.MOD", **fields}
    return Figure(claim=claim, measure=measure, lo=lo, hi=hi, **given)


def test_so_many_in_so_many_days():
    (rate,) = rates([figure("a", "violations", 120, 120, when=("2031-01-01", "2031-01-30"))])
    assert (rate.sort, rate.days, rate.low, rate.high) == ("period", 30, 4.0, 4.0)
    assert rate.why == "120 violations in 30 days (NOR.MOD): 4.0 a day"


def test_an_open_figure_has_an_open_rate():
    (rate,) = rates([figure("a", "violations", 100, None, bound="more_than", when=("2031-01-01", "2031-01-10"))])
    assert (rate.low, rate.high) == (10.0, None)
    assert rate.why.endswith("at least 10.0 a day")


@pytest.mark.parametrize(
    "fields",
    [
        {"when": ("2031-01-01", "2031-01-01")},
        {"when": ("2021-01-01", "2031-01-01")},
        {"when": None},
        {"when": ("2031-01-01", "2031-01-10"), "superseded_by": "b"},
        {"when": ("2031-01-01", "2031-01-10"), "modality": "planned"},
    ],
    ids=["one day", "a decade", "undated", "replaced", "planned"],
)
def test_no_period_no_rate(fields):
    assert rates([figure("a", "violations", 10, 10, **fields)]) == ()


def test_what_a_fight_cost_is_no_rate():
    assert rates([figure("a", "killed", 32, 32, when=("2031-01-01", "2031-01-02"))]) == ()


def test_a_running_total_rises_so_fast():
    told = [("a", 2000, "2031-01-01"), ("b", 5000, "2031-01-03T09:00"), ("c", 5000, "2031-03-30")]
    found = rates([figure(name, "evacuated", number, number, told=day) for name, number, day in told])
    assert [(rate.sort, rate.claims, rate.days, rate.low) for rate in found] == [("rise", ("a", "b"), 2, 1500.0)]


@pytest.mark.parametrize(
    ("measure", "numbers", "speakers"),
    [
        ("killed", (10, 20), ("NOR.MOD", "NOR.MOD")),
        ("evacuated", (20, 10), ("NOR.MOD", "NOR.MOD")),
        ("evacuated", (10, 20), ("NOR.MOD", "SUD.MOD")),
    ],
    ids=["no running total", "it falls", "two speakers"],
)
def test_what_is_no_rise(measure, numbers, speakers):
    days = ("2031-01-01", "2031-01-02")
    figures = [
        figure(str(day), measure, number, number, told=day, speaker=speaker)
        for number, speaker, day in zip(numbers, speakers, days, strict=True)
    ]
    assert rates(figures) == ()


def test_the_order_of_figures_does_not_matter():
    told = [
        figure(str(n), "evacuated", n * 10, n * 10, told=f"2031-01-0{n}", when=("2031-01-01", "2031-01-09"))
        for n in range(1, 6)
    ]
    assert rates(told) == rates(told[::-1])

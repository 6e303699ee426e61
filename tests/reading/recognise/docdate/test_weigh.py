"""The scales: heaviest days, groups, margins."""

from datetime import date

from hudna.reading.recognise.docdate.evidence import Evidence, joined, merged, since, until
from hudna.reading.recognise.docdate.weigh import holds, published, weigh

DAY = date(2023, 5, 18).toordinal()


def anchor(first: int, last: int, weight: float, group: str = "") -> Evidence:
    return Evidence(spans=((first, last),), weight=weight, why=f"{group} {weight}", anchor=True, group=group)


def test_the_heaviest_days_win():
    evidence = [anchor(DAY, DAY + 6, 4.0, "a"), anchor(DAY + 2, DAY + 3, 4.0, "b"), until(DAY + 2, 1.0, "c")]
    found = published(evidence, weigh(evidence))
    assert (found.first, found.last) == ("2023-05-20", "2023-05-20")
    assert set(found.why) == {"a 4.0", "b 4.0", "c"}


def test_one_find_seen_twice_counts_once():
    evidence = [anchor(DAY, DAY, 3.0, "a"), anchor(DAY, DAY, 2.0, "a")]
    verdict = weigh(evidence)
    assert verdict is not None
    assert verdict.score == 3.0


def test_bounds_alone_fix_nothing():
    evidence = [since(DAY, 5.0, "a"), until(DAY, 5.0, "b")]
    assert weigh(evidence) is None
    assert published(evidence, None).basis == "unknown"


def test_light_anchors_fix_nothing():
    evidence = [anchor(DAY, DAY, 3.0)]
    assert published(evidence, weigh(evidence)).basis == "unknown"


def test_two_equal_days_far_apart_stay_open():
    evidence = [anchor(DAY, DAY, 5.0, "a"), anchor(DAY + 400, DAY + 400, 5.0, "b")]
    assert published(evidence, weigh(evidence)).basis == "unknown"


def test_plain_words_against_the_best_days_take_from_them():
    weekday = Evidence(spans=((DAY + 1, DAY + 1),), weight=3.0, why="weekday")
    evidence = [anchor(DAY, DAY, 5.0), weekday]
    assert published(evidence, weigh(evidence)).basis == "unknown"
    heavier = [anchor(DAY, DAY, 8.0), weekday]
    found = published(heavier, weigh(heavier))
    assert found.first == "2023-05-18"
    assert found.why[-1] == "against it: weekday"


def test_too_wide_an_interval_decides_nothing():
    evidence = [anchor(DAY, DAY + 30, 8.0)]
    assert published(evidence, weigh(evidence)).basis == "unknown"


def test_spans():
    assert joined([5, 3, 4, 9]) == ((3, 5), (9, 9))
    assert merged([(1, 3), (4, 6), (9, 9)]) == ((1, 6), (9, 9))
    item = Evidence(spans=((3, 5), (9, 9)), weight=1.0, why="")
    assert [day for day in range(12) if holds(item, day)] == [3, 4, 5, 9]

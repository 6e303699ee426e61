from datetime import date

import pytest

from hudna.compliance.deadlines import dues, passed, punctuality
from hudna.model import Deadline, Extension

DAY = date(2020, 11, 20)
LATER = Extension(date="2020-11-25", announced="2020-11-15", by="NOR.PRES", source="own")


def due(reading, *extensions, as_of="2020-12-31"):
    (found,) = dues(Deadline(date="2020-11-20", readings=(reading,), extensions=extensions), as_of)
    return found


@pytest.mark.parametrize(
    ("reading", "day", "status"),
    [
        ("by", 20, "met_on_time"),
        ("until", 20, "met_on_time"),
        ("before", 20, "met_late"),
        ("before", 19, "met_on_time"),
        ("by", 21, "met_late"),
    ],
)
def test_the_wording_decides_about_the_day_itself(reading, day, status):
    done = DAY.replace(day=day)
    assert punctuality(due(reading), done, done)[0] == status


@pytest.mark.parametrize(("day", "status"), [(19, "met_on_time"), (25, "met_late_agreed"), (26, "met_late")])
def test_an_extension_is_kept_apart_from_the_first_date(day, status):
    done = DAY.replace(day=day)
    found, why = punctuality(due("by", LATER), done, done)
    assert found == status
    assert ("NOR.PRES announced on 2020-11-15" in why) is (status == "met_late_agreed")


def test_an_extension_counts_from_the_day_it_was_announced():
    assert due("by", LATER, as_of="2020-11-14").extension is None
    assert due("by", LATER, as_of="2020-11-15").final == date(2020, 11, 25)


def test_a_deadline_has_passed_when_its_last_agreed_day_is_over():
    assert not passed(due("by"), "2020-11-20")
    assert passed(due("before"), "2020-11-20")
    assert passed(due("by"), "2020-11-21")
    assert not passed(due("by", LATER), "2020-11-25")


def test_a_span_across_the_deadline_is_too_rough():
    assert punctuality(due("by"), date(2020, 11, 18), date(2020, 11, 23))[0] == "unknown"


def test_no_date_and_no_day():
    assert dues(None, "2020-01-01") == dues(Deadline(), "2020-01-01") == ()
    assert punctuality(None, DAY, DAY)[0] == "met_on_time"
    assert punctuality(due("by"), None, None)[0] == "unknown"


def test_every_reading_of_the_text_is_kept_in_its_order():
    found = dues(Deadline(date="2020-11-20", readings=("before", "by")), "2020-11-20")
    assert [(one.reading, one.last.day) for one in found] == [("before", 19), ("by", 20)]

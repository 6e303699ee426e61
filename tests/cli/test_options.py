from datetime import UTC, datetime

import pytest

from hudna.cli import options
from hudna.errors import UsageError


def test_the_clock_is_utc_and_stamps_are_iso():
    moment = datetime(2020, 11, 10, 1, 2, 3, 456, tzinfo=UTC)
    assert options.stamp(moment) == "2020-11-10T01:02:03Z"
    assert options.today(moment) == "2020-11-10"
    assert options.now().tzinfo is UTC


def test_a_theatre_is_loaded_by_name():
    assert "karabakh" in [theatre.id for theatre in options.load("karabakh").theatres]


def test_an_unknown_theatre_is_told_with_those_that_there_are():
    with pytest.raises(UsageError, match="atlantis") as said:
        options.load("atlantis")
    assert "karabakh" in said.value.hint


@pytest.mark.parametrize(("errors", "limit", "too_many"), [(0, 0, False), (1, 0, True), (1, 1, False), (2, 1, True)])
def test_only_errors_count_against_the_limit(errors, limit, too_many):
    assert options.too_many({"error": errors, "warning": 99, "note": 99}, limit) is too_many

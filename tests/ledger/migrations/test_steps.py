import sqlite3
from pathlib import Path

import pytest

from hudna.errors import LedgerError
from hudna.ledger import Ledger
from hudna.ledger.migrations import Step, bring_up_to_date, steps

ONE = Step(1, "0001_one", "CREATE TABLE a (x TEXT);\n-- a remark; with a semicolon\nINSERT INTO a VALUES ('; ');\n")
TWO = Step(2, "0002_two", "CREATE TABLE b (x TEXT);\nINSERT INTO nowhere VALUES (1);\n")
HERE = Path("here")


@pytest.fixture
def database():
    opened = sqlite3.connect(":memory:", isolation_level=None)
    yield opened
    opened.close()


def test_steps_are_numbered_once_and_come_in_order():
    numbers = [step.number for step in steps()]
    assert numbers == sorted(set(numbers))
    assert numbers[0] == 1


def test_a_gap_can_be_filled_later(database):
    third = Step(3, "0003_third", "CREATE TABLE c (x);")
    bring_up_to_date(database, HERE, application_id=7, known=(ONE, third))
    two = Step(2, "0002_two", "CREATE TABLE b (x);")
    bring_up_to_date(database, HERE, application_id=7, known=(ONE, two, third))
    assert [row[0] for row in database.execute("SELECT number FROM migrations ORDER BY number")] == [1, 2, 3]
    assert database.execute("PRAGMA user_version").fetchone() == (3,)


def test_each_step_is_made_once_and_recorded(database):
    for _ in range(2):
        bring_up_to_date(database, HERE, application_id=7, known=(ONE,))
    assert database.execute("SELECT count(*) FROM a").fetchone() == (1,)
    assert database.execute("SELECT * FROM migrations").fetchall() == [(1, "0001_one", ONE.sha256)]
    assert database.execute("PRAGMA application_id").fetchone() == (7,)


def test_a_step_that_fails_is_taken_back_as_a_whole(database):
    with pytest.raises(sqlite3.OperationalError):
        bring_up_to_date(database, HERE, application_id=7, known=(ONE, TWO))
    tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
    assert tables == {"a", "migrations"}
    assert database.execute("PRAGMA user_version").fetchone() == (1,)


def test_an_edited_step_is_refused(database):
    bring_up_to_date(database, HERE, application_id=7, known=(ONE,))
    edited = Step(1, "0001_one", "CREATE TABLE c (x TEXT);\n")
    with pytest.raises(LedgerError, match="another build"):
        bring_up_to_date(database, HERE, application_id=7, known=(edited,))


def test_the_first_start_can_be_killed_before_its_tables(path):
    sqlite3.connect(path).execute("PRAGMA journal_mode = WAL").connection.close()
    with Ledger.open(path, create=True) as ledger:
        assert ledger.counts()["documents"] == 0

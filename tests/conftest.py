"""What holds for all tests."""

import sqlite3
from pathlib import Path

from hypothesis import settings

# No deadline: a busy machine is not a wrong answer. The same examples each time: what CI says is said of the commit and
# not of chance. New examples are drawn by `make fuzz`, and what it finds becomes a test of its own.
settings.register_profile("house", deadline=None, print_blob=True, derandomize=True)
settings.register_profile("explore", deadline=None, print_blob=True, max_examples=500)
settings.load_profile("house")


def rows_beside(ledger: Path, table: str) -> int:
    """How many rows a table has, looked at from beside the process that writes it; 0 while there is no ledger."""
    if not ledger.exists() or not ledger.stat().st_size:
        return 0
    database = sqlite3.connect(f"{ledger.as_uri()}?mode=ro", uri=True)
    try:
        return database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608 - a table's name, by us
    except sqlite3.Error:  # the tables are being made
        return 0
    finally:
        database.close()

import sqlite3

import pytest

from hudna.errors import LedgerError
from hudna.ledger import Ledger, connection


def test_a_missing_ledger_is_said_with_a_hint(path):
    with pytest.raises(LedgerError, match="no ledger at") as said:
        Ledger.open(path)
    assert "hudna run" in said.value.hint
    assert not path.exists()


def test_a_missing_folder_is_said(tmp_path):
    with pytest.raises(LedgerError, match="no folder"):
        Ledger.open(tmp_path / "nowhere" / "ledger.sqlite", create=True)


def test_a_folder_is_no_ledger(tmp_path):
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger.open(tmp_path, create=True)


@pytest.mark.parametrize("create", [True, False])
def test_other_files_are_left_alone(path, create):
    path.write_text("an article, not a database\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is not a Hudna ledger"):
        Ledger.open(path, create=create)
    assert path.read_bytes() == before


@pytest.mark.parametrize("create", [True, False])
def test_other_databases_are_left_alone(path, create):
    database = sqlite3.connect(path)
    database.execute("CREATE TABLE recipes (name TEXT)")
    database.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match="is not a Hudna ledger"):
        Ledger.open(path, create=create)
    assert path.read_bytes() == before


def test_an_empty_file_becomes_a_ledger_only_when_asked(path):
    path.touch()
    with pytest.raises(LedgerError, match="is not a Hudna ledger"):
        Ledger.open(path)
    with Ledger.open(path, create=True) as ledger:
        assert ledger.counts()["documents"] == 0


def test_a_newer_ledger_is_refused(path):
    Ledger.open(path, create=True).close()
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version = 999")
    database.close()
    with pytest.raises(LedgerError, match="newer Hudna"):
        Ledger.open(path)


def test_a_locked_ledger_is_said(path, run, sample, monkeypatch):
    monkeypatch.setattr(connection, "PATIENCE_MS", 10)
    with Ledger.open(path, create=True) as ledger:
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with ledger.run(run), pytest.raises(LedgerError, match="is locked"):
            ledger.keep(sample.sources[0])
        other.execute("ROLLBACK")
        other.close()
        with ledger.run(run):
            ledger.keep(sample.sources[0])


def test_readers_do_not_wait_for_a_writer(path, full):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(path) as ledger:
        assert len(list(ledger.claims())) == 3
    other.close()


def test_a_damaged_ledger_is_said(full):
    full.close()
    data = bytearray(full.path.read_bytes())
    data[4096 : len(data)] = b"\xff" * (len(data) - 4096)
    full.path.write_bytes(data)
    with pytest.raises(LedgerError, match=r"damaged"), Ledger.open(full.path) as ledger:
        list(ledger.claims())

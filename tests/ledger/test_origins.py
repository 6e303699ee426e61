"""Where in archives bytes lay: kept once, told, checked."""

import hashlib
import sqlite3

import msgspec
import pytest

from hudna.ledger import Ledger
from hudna.model import Origin

from .conftest import TEXT, source_of

HEAD = b"WARC/1.0\r\nContent-Length: 9\r\n\r\n"


def origin_of(data: bytes, **fields) -> Origin:
    record = hashlib.sha256(HEAD + data).hexdigest()
    place = {"archive": "a" * 64, "name": "news.warc.gz", "size": 999, "offset": 7, "head": HEAD, "tool": "t 1"}
    return Origin(**{**place, "record_sha256": record, **fields})


@pytest.fixture
def kept(path, run):
    source = source_of(TEXT, "news.warc.gz@7")
    with Ledger.open(path, create=True) as ledger, ledger.run(run):
        ledger.keep(source, (), (), origin_of(source.data))
        ledger.keep(source, (), (), origin_of(source.data, offset=None, path="b"))
        ledger.keep(source, (), (), origin_of(source.data, offset=99, left_out=True))
    return path, source


def test_every_place_of_the_same_bytes_is_kept_once(kept, run):
    path, source = kept
    with Ledger.open(path) as ledger:
        assert [one.offset for one in ledger.origins_of(source.sha256)] == [7, 99, None]
        assert ledger.origins_of(source.sha256)[0] == origin_of(source.data)
        entries = len(list(ledger.log()))
        with ledger.run(run):
            ledger.keep(source, (), (), origin_of(source.data))
        assert len(list(ledger.log())) == entries
        assert ledger.verify().issues == ()
        assert ledger.verify().checked["origins"] == 3


def test_what_was_left_out_is_listed_until_it_is_read(kept, run):
    path, source = kept
    with Ledger.open(path) as ledger:
        assert [(one.bytes_sha256, one.origin.offset) for one in ledger.left_out()] == [(source.sha256, 99)]
        with ledger.run(run):
            ledger.keep(source, (), (), origin_of(source.data, offset=99))
        assert list(ledger.left_out()) == []
        with ledger.run(run):
            ledger.keep(source, (), (), origin_of(source.data, offset=99, left_out=True))
        assert list(ledger.left_out()) == []
        assert ledger.verify().issues == ()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE origins SET head = x'00'", "not the record that was hashed"),
        ("UPDATE origins SET record_sha256 = 'x'", "not the record that was hashed"),
        ("UPDATE origins SET place = 8 WHERE place = 7", "the log tells otherwise"),
        ("UPDATE origins SET archive = 'b'", "the log tells otherwise"),
        ("UPDATE origins SET left_out = 1 WHERE place = 7", "the log tells otherwise"),
    ],
)
def test_tampering_is_seen(kept, sql, said):
    path, _ = kept
    database = sqlite3.connect(path)
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    database.execute(sql)
    database.commit()
    database.close()
    with Ledger.open(path) as ledger:
        assert any(said in issue.reason for issue in ledger.verify().issues)


def test_places_are_guarded(kept):
    database = sqlite3.connect(kept[0])
    for sql in ("UPDATE origins SET name = 'x'", "DELETE FROM origins"):
        with pytest.raises(sqlite3.IntegrityError, match="never"):
            database.execute(sql)
    database.close()


def test_an_origin_is_json(kept):
    path, source = kept
    with Ledger.open(path) as ledger:
        assert msgspec.json.encode(ledger.origins_of(source.sha256)[0])

"""Whatever is changed behind the ledger's back, `verify` says so."""

import sqlite3

import pytest

from hudna.ledger import Ledger


def test_an_untouched_ledger_is_sound(full):
    seen = full.verify()
    assert seen.sound
    assert seen.issues == ()
    assert seen.checked == {
        "file": 1,
        "source_files": 2,
        "origins": 0,
        "texts": 2,
        "documents": 2,
        "claims": 3,
        "counts": 7,
        "events": 2,
        "findings": 1,
        "judgements": 1,
        "log": seen.entries,
    }
    assert seen.content == full.content_digest()
    assert list(full.log())[-1].hash == seen.head


def test_an_empty_ledger_is_sound(path):
    with Ledger.open(path, create=True) as ledger:
        assert ledger.verify().issues == ()


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE source_pieces SET data = zlib('no')", "not those that were received"),
        ("UPDATE source_pieces SET data = x'00'", "cannot be unpacked"),
        ("UPDATE source_files SET size = size + 1", "not those that were received"),
        ("UPDATE texts SET text = text || ' '", "not the one that was hashed"),
        ("UPDATE documents SET url = 'https://y.example'", "changed afterwards"),
        ("UPDATE documents SET given = replace(given, 'a.txt', 'c.txt')", "what intake said"),
        ("UPDATE documents SET published_first = '1999-01-01'", "changed afterwards"),
        ("UPDATE documents SET read_digest = 'x'", "another reading"),
        ("UPDATE documents SET given_sha256 = 'x'", "the log does not know"),
        ("UPDATE claims SET quote = 'مقتل مئة جندي' WHERE measure = 'killed'", "does not quote"),
        ("UPDATE claims SET lo = 200, hi = 200 WHERE measure = 'killed'", "changed afterwards"),
        ("UPDATE furniture SET stop = 9999", "outside the text"),
        ("UPDATE issues SET severity = 'note'", "changed afterwards"),
        ("DELETE FROM claims WHERE kind = 'ceasefire.holding'", "changed afterwards"),
        ("DELETE FROM events WHERE id = 'e1'", "events were changed"),
        ("UPDATE events SET body = replace(body, 'sotk', 'lachin')", "events were changed"),
        ("UPDATE findings SET body = replace(body, 'disputed', 'breached')", "findings were changed"),
        ("UPDATE judgements SET body = replace(body, 'seen', 'heard')", "not the one that was made"),
        ("UPDATE log SET payload = '{}' WHERE seq = 2", "payload was changed"),
        ("UPDATE log SET at = '1999-01-01T00:00:00Z' WHERE seq = 2", "chain is broken"),
        ("UPDATE log SET prev = 'x' WHERE seq = 2", "chain is broken"),
        ("DELETE FROM log WHERE seq = 2", "chain is broken"),
        ("DELETE FROM source_files WHERE name = 'a.txt'", "not there"),
    ],
)
def test_tampering_is_seen(full, sql, said):
    full.close()
    _edit(full.path, sql)
    with Ledger.open(full.path) as ledger:
        seen = ledger.verify()
    assert not seen.sound
    assert any(said in issue.reason for issue in seen.issues), [issue.reason for issue in seen.issues]


def _edit(path, sql):
    """As somebody would who knows SQLite and takes the guards away first."""
    database = sqlite3.connect(path)
    database.create_function("zlib", 1, lambda words: __import__("zlib").compress(words.encode()))
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    assert database.execute(sql).rowcount > 0
    database.commit()
    database.close()


def test_a_stage_that_was_not_reached_is_a_note(path, run, sample):
    with Ledger.open(path, create=True) as ledger:
        with ledger.run(run):
            sample.put_in(ledger)
            given = ledger.given("a.txt")[1]
            ledger.save_reading(sample.read[0], (), (), _with("k2"), given=given)
        seen = ledger.verify()
        assert seen.sound
        assert [issue.severity for issue in seen.issues] == ["note"]
        with ledger.run(run):
            ledger.save_events(sample.events[1:])
        assert ledger.verify().issues == ()


def _with(knowledge):
    from hudna.ledger import ReadWith

    return ReadWith(knowledge=knowledge, reader="r1")

import re
import sqlite3

import msgspec
import pytest

from hudna.errors import LedgerError
from hudna.ledger import Ledger, Run, dumping

DERIVED = {
    "texts", "text_words", "furniture", "claim_actors", "claim_places", "claim_words", "claim_facts", "event_claims",
    "judgement_about", "event_facts", "event_places", "event_actors", "event_disputes", "day_counts", "place_counts",
    "finding_events", "event_lives", "migrations", "claim_events", "breach_counts", "held_with", "unheld_events",
    "unheld_claims", "lent",
}  # fmt: skip
"""Tables that are made again from the others: with documents, claims, events, findings and judgements."""
NOUNS = {"source_files", "source_pieces", "documents", "claims", "events", "findings", "judgements", "issues"}
"""Tables that go out as nouns."""


@pytest.fixture
def dumped(full):
    return [msgspec.json.encode({noun: value}) for noun, value in full.desk.dump()], full.content_digest()


def _restored(path, lines, expected):
    with Ledger.open(path, create=True) as book, book.run(Run(at="2030-01-01T00:00:00Z", verb="import")):
        return book.restore(lines, expected=expected)


def test_what_comes_out_goes_in_again(full, dumped, tmp_path):
    lines, digest = dumped
    counts = _restored(tmp_path / "new.sqlite", lines, digest)
    assert sum(counts.values()) == len(lines)
    old = full
    with Ledger.open(tmp_path / "new.sqlite") as new:
        assert new.content_digest() == digest
        assert new.verify().sound
        assert list(new.documents()) == list(old.documents())
        assert list(new.claims()) == list(old.claims())
        assert list(new.events()) == list(old.events())
        assert list(new.judgements()) == list(old.judgements())
        assert list(new.issues()) == list(old.issues())
        assert new.as_of_dates() == old.as_of_dates()
        log = list(old.log())
        assert list(new.log())[: len(log)] == log
        assert list(new.log())[-2].what == "ledger.restored"
        assert new.desk.days() == old.desk.days()
        keys = [event.id for event in old.events()]
        assert new.desk.known_since(*keys) == old.desk.known_since(*keys)


def test_every_table_goes_out_or_follows_from_the_rest(tmp_path):
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path, create=True).close()
    database = sqlite3.connect(path)
    there = {name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    database.close()
    shadows = {name for name in there if re.search(r"_words_|^sqlite_", name)}
    assert there - shadows == DERIVED | NOUNS | set(dumping.PLAIN.values()) | {dumping.ORIGIN}


def test_a_ledger_that_holds_something_is_not_filled(full, dumped):
    lines, digest = dumped
    with pytest.raises(LedgerError, match="not empty"):
        _restored(full.path, lines, digest)


@pytest.mark.parametrize(
    "line",
    [b"{", b'{"secret":{}}', b'{"log":{"seq":1}}', b'{"claim":{"id":1}}', b'{"source_piece":{"sha256":"x"}}', b"[]"],
    ids=str,
)
def test_a_line_that_cannot_be_taken_leaves_nothing(dumped, tmp_path, line):
    lines, digest = dumped
    path = tmp_path / "new.sqlite"
    with pytest.raises(LedgerError, match=r"cannot be taken, at line \d+"):
        _restored(path, [*lines, line], digest)
    with Ledger.open(path) as book:
        assert book.counts()["documents"] == 0
        assert not list(book.log())


def test_a_missing_line_is_seen(dumped, tmp_path):
    lines, digest = dumped
    kept = [line for line in lines if not line.startswith(b'{"judgement"')]
    assert len(kept) < len(lines)
    with pytest.raises(LedgerError, match="is not what was exported"):
        _restored(tmp_path / "new.sqlite", kept, digest)

import pytest

from hudna.ledger import Ledger, Run, Weighing
from hudna.model import Move, Placing

RUN = Run(at="2024-01-01T00:00:00Z")


def placing(claim, first, last, **fields):
    given = {"doc": "d", "family": "incident", "head": claim, "room": claim, **fields}
    return Placing(claim=claim, first=first, last=last, **given)


@pytest.fixture
def book(tmp_path):
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as opened, opened.run(RUN):
        yield opened


PLACED = (
    placing("a", 100, 100, room="r"),
    placing("b", 99, 129, room="r", doc="e"),
    placing("c", 99, 130, other="a", why="at the same place"),
    placing("d", None, None),
)


def names(placings):
    return sorted(one.claim for one in placings)


def test_where_claims_stand_comes_back_by_day_group_and_document(book):
    book.save_weighing(Weighing(events=(), placings=PLACED, basis="x"))
    assert names(book.placed_on(100, 100, coarse=False)) == ["a", "b"]
    assert names(book.placed_on(129, 140, coarse=False)) == ["b"]
    assert names(book.placed_on(120, 121, coarse=True)) == ["c"]
    assert names(book.placed_on(131, 999, coarse=True)) == []
    assert names(book.placed_in(["r", "nothing"])) == ["a", "b"]
    assert names(book.placed_of(["d"])) == ["a", "c", "d"]
    assert next(one for one in book.placed_of(["d"]) if one.claim == "c") == PLACED[2]


def test_moves_come_back_from_either_end_once(book):
    moves = (Move("r1", "r2", "a", "b", "why"), Move("r2", "r3", "c", "d", "answers it", answer=True))
    book.save_weighing(Weighing(events=(), moves=moves, basis="x"))
    assert sorted(book.moves_at(["r2"]), key=lambda one: one.room) == list(moves)
    assert book.moves_at(["r1", "r2"]).count(moves[0]) == 1
    assert book.moves_at([]) == []


def test_what_changed_takes_the_place_of_what_was(book):
    book.save_weighing(Weighing(events=(), placings=PLACED, moves=(Move("r1", "r2", "a", "b", ""),), basis="x"))
    later = Weighing(
        events=(),
        whole=False,
        basis="x",
        placings=(placing("a", 7, 7),),
        placings_gone=("d",),
        moves_gone=("r1",),
    )
    book.save_weighing(later)
    assert names(book.placed_of(["d", "e"])) == ["a", "b", "c"]
    assert names(book.placed_on(7, 7, coarse=False)) == ["a"]
    assert book.moves_at(["r1"]) == []


def test_a_whole_weighing_leaves_nothing_of_the_one_before(book):
    book.save_weighing(Weighing(events=(), placings=PLACED, basis="x"))
    book.save_weighing(Weighing(events=(), placings=PLACED[:1], basis="y"))
    assert names(book.placed_of(["d", "e"])) == ["a"]


def test_another_basis_or_none_means_that_all_must_be_weighed(book):
    assert book.unweighed("x") is None
    book.save_weighing(Weighing(events=(), basis="x"))
    assert book.unweighed("x") == ()
    assert book.unweighed("y") is None
    book.save_events(())
    assert book.unweighed("x") is None


def test_documents_that_were_read_since_are_named(full):
    docs = tuple(sorted(document.id for document in full.documents()))
    with full.run(RUN):
        full.save_weighing(Weighing(events=list(full.events()), basis="x"))
    assert full.unweighed("x") == ()
    document = full.document(docs[0])
    with full.run(RUN):
        given = full.given(document.id)
        full.save_reading(document, [], [], next(iter(_read_with())), given=given[1])
    assert full.unweighed("x") == (docs[0],)


def _read_with():
    from hudna.ledger import ReadWith

    yield ReadWith("other", "reader")


def test_whoever_moves_a_claim_behind_its_back_is_seen(tmp_path):
    import sqlite3

    path = tmp_path / "ledger.sqlite"
    with Ledger.open(path, create=True) as book:
        with book.run(RUN):
            book.save_weighing(Weighing(events=(), placings=PLACED, basis="x"))
        assert book.verify().issues == ()
        other = sqlite3.connect(path)
        other.execute("UPDATE placings SET room = 'elsewhere' WHERE claim = 'a'")
        other.commit()
        other.close()
        assert ["where claims stood" in issue.reason for issue in book.verify().issues] == [True]

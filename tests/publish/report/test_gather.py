import msgspec

from hudna.ledger import Ledger
from hudna.publish.report.gather import gather
from hudna.publish.report.period import Period

from .conftest import DAY, claim, document, event, write_ledger


def test_what_was_published_or_happened_in_the_period(ledger):
    late = document("late.txt", "قصف المدينة أمس الأول", published="2023-10-05")
    early = document("early.txt", "انسحاب القوات", published="2023-01-01")
    fresh = document("fresh.txt", "هدوء على الحدود")
    claims = (
        claim("C1", late, "قصف المدينة", "hostilities.shelling", when=("2023-09-20", "2023-09-20")),
        claim("C2", early, "انسحاب القوات", "implementation.withdrawal", when=("2023-01-01", "2023-01-01")),
        claim("C3", fresh, "هدوء على الحدود", "ceasefire.holding"),
    )
    events = tuple(event(f"E{number}", [one]) for number, one in enumerate(claims, start=1))
    with Ledger.open(ledger(documents=(late, early, fresh), claims=claims, events=events)) as book:
        found = gather(book, Period(DAY, DAY), "2023-09-20")
    assert {one.id for one in found.events} == {"E1", "E3"}
    assert [one.id for one in found.cited] == ["fresh.txt", "late.txt"]
    assert [one.id for one in found.received] == ["fresh.txt"]
    assert set(found.claims) == {"C1", "C3"}
    assert found.documents["early.txt"].text == ""
    assert found.documents["late.txt"].text == late.text


def test_news_without_any_date_is_kept_apart(ledger):
    odd = document("odd.txt", "قصف المدينة", published=None)
    said = claim("C1", odd, "قصف المدينة", "hostilities.shelling")
    with Ledger.open(ledger(documents=(odd,), claims=(said,), events=(event("E1", [said]),))) as book:
        found = gather(book, Period(DAY, DAY), "2023-09-20")
    assert found.events == ()
    assert [one.id for one in found.undated] == ["E1"]


def test_the_previous_period_is_counted_too(ledger):
    before = document("before.txt", "قصف المدينة", published="2023-09-19")
    said = claim("C1", before, "قصف المدينة", "hostilities.shelling", when=("2023-09-19", "2023-09-19"))
    with Ledger.open(ledger(documents=(before,), claims=(said,), events=(event("E1", [said]),))) as book:
        found = gather(book, Period(DAY, DAY), "2023-09-20")
    assert (found.before.documents, found.before.incidents) == (1, 1)
    assert (found.tally.documents, found.tally.incidents) == (0, 0)


def test_findings_are_of_the_date_asked_for_or_the_latest_before(told, tmp_path):
    path = write_ledger(tmp_path / "ledger.sqlite", **told)
    with Ledger.open(path) as book:
        period = Period(DAY, DAY)
        assert gather(book, period, "2023-09-25").held_as_of == "2023-09-20"
        assert gather(book, period, "2023-09-19").held_as_of is None
        assert gather(book, period, "2023-09-19").findings == ()


def test_an_event_that_two_clauses_forbid_is_one_breach(told, tmp_path):
    first = told["findings"][0]
    twice = (*told["findings"], msgspec.structs.replace(first, id="F9", agreement="NK22B", obligation="NK22B.1"))
    path = write_ledger(tmp_path / "ledger.sqlite", **{**told, "findings": twice})
    with Ledger.open(path) as book:
        assert gather(book, Period(DAY, DAY), "2023-09-20").tally.breaches == 1


def test_counts(told, tmp_path):
    path = write_ledger(tmp_path / "ledger.sqlite", **told)
    with Ledger.open(path) as book:
        tally = gather(book, Period(DAY, DAY), "2023-09-20").tally
    assert (tally.documents, tally.incidents, tally.figures, tally.accounts, tally.casualties) == (2, 1, 1, 1, 1)

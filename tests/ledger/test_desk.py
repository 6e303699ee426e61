"""The questions of pages, put to a small ledger whose answers can be told by looking at it."""

import sqlite3
from itertools import pairwise

import msgspec
import pytest

from hudna.errors import UsageError
from hudna.ledger import (
    BreachFilter,
    DocumentFilter,
    EventFilter,
    Ledger,
    Run,
    Weighing,
    WordSearch,
    facts,
    rows,
    searching,
)
from hudna.ledger.connection import APPLICATION_ID
from hudna.ledger.migrations import bring_up_to_date, steps
from hudna.ledger.paging import cursor_of, expression
from hudna.model import Contradiction, Event, Figure, Finding, Judgement, Verdicts

LATER = Run(at="2024-02-01T00:00:00Z", theatre="karabakh")


def event_of(number, day, **fields):
    given = {
        "kind": "hostilities.shelling",
        "claims": (),
        "places": ("sotk",),
        "agents": ("AZE.MOD",),
        "targets": (),
        "modality": "actual",
        "background": False,
        "documents": (),
        "sources": 1,
        "origins": ("ARM.MOD",),
        **fields,
    }
    return Event(id=f"v{number:02}", when=None if day is None else (day, fields.pop("last", day)), **given)


EXCLUSIVE = Contradiction("places", "exclusive", (), "two places")
COARSER = Contradiction("when", "other_grain", (), "a day in a month")
DRAWN = [
    event_of(1, "2022-11-30"),
    event_of(2, "2023-01-31", contradictions=(COARSER, EXCLUSIVE)),
    event_of(3, "2023-02-01", kind="casualties.killed", places=("sotk", "shusha")),
    event_of(4, "2023-02-01", origins=("ARM.MOD", "RUS"), verdicts=Verdicts("independent", "alleged", "complaint")),
    event_of(5, "2023-12-31", agents=("ARM",), places=("shusha",)),
    event_of(6, "2024-03-15", modality="planned"),
    event_of(7, "2024-03-16", background=True),
    event_of(8, None, places=()),
    event_of(9, "2024-03-17", figures=(Figure("c", "killed", 2, 2, "exact", None, None, "ARM", "ARM", None),)),
]


def breach_of(number, event, **fields):
    return Finding(
        id=f"b{number}",
        agreement=fields.pop("agreement", "nk20"),
        clause="1",
        as_of=fields.pop("as_of", "2024-04-01"),
        sort="alleged_breach",
        status=fields.pop("status", "alleged"),
        reason="",
        assessors=(),
        claims=(),
        events=(event,),
        obligation="1.cease",
        **fields,
    )


@pytest.fixture
def desk(full, sample):
    """The sample, nine drawn events, and findings about some."""
    with full.run(LATER):
        full.save_weighing(Weighing(events=[*sample.events, *DRAWN]))
        full.save_findings("2024-03-01", [breach_of(1, "v01", as_of="2024-03-01")])
        breaches = [
            breach_of(2, "v02", accused=("AZE",)),
            breach_of(3, "v04", accused=("ARM", "AZE"), status="disputed"),
            breach_of(4, "v05", accused=("ARM",), agreement="other"),
        ]
        full.save_findings("2024-04-01", breaches)
    return full.desk


def ids(page):
    return [one.id for one in page.items]


def test_events_come_newest_day_first_and_those_without_a_day_last(desk):
    assert ids(desk.events())[:3] == ["v09", "v07", "v06"]
    assert ids(desk.events())[-2:] == ["v08", "e2"]


def test_pages_hold_everything_once_whatever_their_size(desk):
    whole = ids(desk.events())
    for size in (1, 2, 4, 50):
        found, after = [], None
        while True:
            page = desk.events(after=after, size=size)
            found += ids(page)
            after = page.next
            if after is None:
                break
        assert found == whole


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (EventFilter(kinds=("casualties",)), ["v03", "e1"]),
        (EventFilter(kinds=("casualties.killed", "ceasefire")), ["v03", "e1", "e2"]),
        (EventFilter(first="2023-02-01", last="2023-12-31"), ["v05", "v04", "v03"]),
        (EventFilter(last="2020-12-31"), ["e1"]),
        (EventFilter(places=("shusha",)), ["v05", "v03"]),
        (EventFilter(places=("shusha",), kinds=("hostilities",)), ["v05"]),
        (EventFilter(actors=("RUS",)), ["v04"]),
        (EventFilter(actors=("ARM",)), ["v05", "e2"]),
        (EventFilter(actors=("ARM.MOD",), last="2023-01-01", first="2021-01-01"), ["v01"]),
        (EventFilter(actors=("AZE.MIL",)), ["e1"]),
        (EventFilter(actors=("AZE.M",)), []),
        (EventFilter(disputed=True), ["v02"]),
        (EventFilter(origins=2), ["v04"]),
        (EventFilter(agreement="nk20"), ["v04", "v02"]),
        (EventFilter(modality="planned"), ["v06", "e2"]),
        (EventFilter(background=True), ["v07"]),
        (EventFilter(happened="independent"), ["v04"]),
        (EventFilter(figures=True), ["v09"]),
        (EventFilter(words="مَقْتَل"), ["e1"]),
        (EventFilter(words="إطلاق النار"), ["e2"]),
        (EventFilter(words="إطلاق النار", kinds=("casualties",)), []),
        (EventFilter(reviewed=True), []),
    ],
)
def test_each_filter_narrows(desk, wanted, found):
    assert ids(desk.events(wanted)) == found
    assert desk.count_events(wanted) == len(found)


@pytest.mark.parametrize("few", [-1, 0, 1])
def test_walking_the_list_and_gathering_give_the_same(desk, monkeypatch, few):
    wanted = (
        EventFilter(places=("sotk",), actors=("AZE", "AZE.MOD"), first="2022-01-01"),
        EventFilter(words="مقتل", kinds=("casualties",)),
        EventFilter(agreement="nk20", disputed=True),
    )
    gathered = [ids(desk.events(one)) for one in wanted]
    monkeypatch.setattr("hudna.ledger.paging.FEW", few)
    monkeypatch.setattr("hudna.ledger.paging.few.__defaults__", (few,))
    assert [ids(desk.events(one)) for one in wanted] == gathered


def test_a_decision_makes_an_event_reviewed(desk, full):
    with full.run(LATER):
        full.save_judgement(Judgement("j9", "accept", ("v03",), "Nadia", LATER.at, "seen"))
        full.save_judgement(Judgement("j10", "undo", ("j9",), "Omar", "2024-02-02T00:00:00Z", "too soon"))
    assert ids(desk.events(EventFilter(reviewed=True))) == ["v03"]
    assert "v03" not in ids(desk.events(EventFilter(reviewed=False)))
    assert [one.id for one in desk.judgements_about("v03")] == ["j9", "j10"]
    assert ids(desk.judgements(size=2)) == ["j10", "j9"]


def test_claims_of_several_events_come_by_one_question(desk, sample):
    found = desk.claims_of("e1", "e2", "v01")
    assert found == {"e1": [sample.claims[0][0]], "e2": [sample.claims[1][0]], "v01": []}


def test_contradictions_are_leafed_through(desk):
    assert [(one.event.id, one.contradiction) for one in desk.disputes().items] == [
        ("v02", EXCLUSIVE),
        ("v02", COARSER),
    ]
    first = desk.disputes(size=1)
    assert [one.contradiction for one in desk.disputes(after=first.next).items] == [COARSER]
    assert [one.contradiction.field for one in desk.disputes(sort="exclusive").items] == ["places"]
    assert desk.disputes(field="when", last="2022-12-31").items == ()
    assert desk.dispute_counts() == [("exclusive", "places", 1), ("other_grain", "when", 1)]


def test_breaches_as_of_the_latest_date_unless_another_is_named(desk):
    assert ids(desk.breaches()) == ["b4", "b3", "b2"]
    assert ids(desk.breaches(BreachFilter(as_of="2024-03-01"))) == ["b1"]
    assert ids(desk.breaches(BreachFilter(agreement="nk20", accused="AZE"))) == ["b3", "b2"]
    assert ids(desk.breaches(BreachFilter(first="2023-02-01", last="2023-02-28"))) == ["b3"]
    assert desk.breach_counts(BreachFilter(agreement="nk20")) == [
        (("ARM", "AZE"), "disputed", 1),
        (("AZE",), "alleged", 1),
    ]
    assert [one.id for one in desk.findings_of("v04")] == ["b3"]
    page = desk.breaches(size=2)
    assert ids(desk.breaches(after=page.next)) == ["b2"]


def test_duties_stand_apart_from_breaches(desk):
    assert [one.id for one in desk.obligations(as_of="2020-11-01")] == ["f1"]
    assert desk.obligations(as_of="2020-11-01", agreement="other") == []


def test_events_are_counted_by_period_and_kind(desk):
    told = [(one.period, one.kind, one.events, one.disputed) for one in desk.by_period("month", first="2023-01-01")]
    assert told == [
        ("2023-01", "hostilities.shelling", 1, 1),
        ("2023-02", "casualties.killed", 1, 0),
        ("2023-02", "hostilities.shelling", 1, 0),
        ("2023-12", "hostilities.shelling", 1, 0),
        ("2024-03", "hostilities.shelling", 1, 0),
    ]
    assert sum(one.events for one in desk.by_period("year", modality=None, background=None)) == 11
    assert desk.days() == ("2020-09-30", "2024-03-17")


def places(found):
    return {(one.place, one.kind.partition(".")[0]): one.events for one in found}


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (None, None),
        ("2022-01-01", "2023-12-31"),
        ("2022-11-30", "2023-02-28"),
        ("2023-01-31", "2023-02-01"),
        ("2022-12-02", "2023-12-30"),
        ("2023-02-01", "2024-03-17"),
        ("2024-12-01", "2024-01-01"),
    ],
)
def test_places_of_any_span_are_those_that_counting_gives(desk, first, last):
    counted: dict[tuple[str, str], int] = {}
    found = desk.events(EventFilter(first=first, last=last, modality="actual", background=False)).items
    for event in found:
        for place in event.places if event.when else ():
            key = (place, event.kind.partition(".")[0])
            counted[key] = counted.get(key, 0) + 1
    assert places(desk.by_place(first, last)) == counted


def test_places_of_a_kind(desk):
    assert places(desk.by_place(kinds=("casualties",))) == {("shusha", "casualties"): 1, ("sotk", "casualties"): 2}


def test_texts_of_a_frequent_word_are_counted_without_being_gathered(desk, monkeypatch):
    word = (("سائد", "الجانبان"),)
    asked = [DocumentFilter(groups=word), DocumentFilter(groups=word, last="2020-10-09"), DocumentFilter(source="none")]
    gathered = [(len(desk.documents(one).items), desk.count_documents(one, most=1)) for one in asked]
    assert [found for found, _ in gathered] == [2, 1, 0]
    monkeypatch.setattr(searching, "_FEW_TEXTS", 1)
    assert [(len(desk.documents(one).items), desk.count_documents(one, most=1)) for one in asked] == gathered


def test_documents_and_sources(desk):
    assert ids(desk.documents()) == ["b.txt", "a.txt"]
    assert ids(desk.documents(DocumentFilter(source="wakala"))) == ["b.txt"]
    assert ids(desk.documents(DocumentFilter(groups=(("هدوء", "الهدوء"),)))) == ["a.txt"]
    assert ids(desk.documents(DocumentFilter(last="2020-10-09"))) == ["a.txt"]
    assert ids(desk.documents(DocumentFilter(undated=True))) == []
    assert ids(desk.documents(DocumentFilter(copies=True))) == []
    line = desk.documents(size=1).items[0]
    assert (line.claims, line.copies, line.published_basis) == (1, 1, "metadata")
    assert [(one.source, one.documents, one.claims) for one in desk.by_source()] == [(None, 1, 2), ("wakala", 1, 1)]
    assert desk.source_days("2020-10-01", "2020-10-05") == {(None, "2020-10-01"): 1}
    assert [one.id for one in desk.copies(line.text_sha256)] == ["b.txt"]


def test_words_are_found_in_every_spelling_and_with_any_alternative(desk, sample):
    def found(**fields):
        return [one.quote for one in desk.search(WordSearch(**fields)).items]

    assert found(groups=(("مقتل",),)) == ["مقتل جنديين"]
    assert found(groups=(("قتلى", "مَقتل جنديّين"),)) == ["مقتل جنديين"]
    assert found(groups=(("مقتل",), ("مدنيين",))) == []
    assert found(groups=(("مقتل",),), places=("sotk",), kinds=("casualties",), speakers=("AZE.GOV",)) == ["مقتل جنديين"]
    assert found(groups=(("مقتل",),), source="wakala") == []
    assert found(first="2020-10-10", last="2020-10-10") == ["اتفق الجانبان على وقف إطلاق النار"]
    assert found(actors=("ARM",)) == ["اتفق الجانبان على وقف إطلاق النار"]
    assert found(actors=("ARM", "ARM.GOV")) == ["اتفق الجانبان على وقف إطلاق النار", "الهدوء سائد"]
    assert desk.count_claims(WordSearch(groups=(("إطلاق",),))) == 1


@pytest.mark.parametrize("words", ['"', "NOT", 'a" OR "b', "*", "الهدوء*", "{x}: y", "(", "^سائد", "NEAR(a b)"])
def test_no_sign_steers_the_search(desk, words):
    desk.search(WordSearch(groups=((words,),)))
    desk.documents(DocumentFilter(groups=((words,),)))


def test_signs_without_letters_are_no_words():
    assert expression((("…", "«»"),)) == ""
    assert expression((("إطلاق-النار", "هدنة"), ("٣",))) == 'folded : (("اطلاق النار" OR "هدنه") AND ("3"))'


@pytest.mark.parametrize("cursor", ["x", "é", "WyJhIl0", cursor_of("a", 1), cursor_of(1, "a")])
def test_a_foreign_cursor_is_refused(desk, cursor):
    with pytest.raises(UsageError, match="page link"):
        desk.events(after=cursor)


def test_followers_hear_what_came_changed_and_went(desk, full):
    everything = list(desk.changes())
    assert all(one.seq <= other.seq for one, other in pairwise(everything))
    assert {one.what for one in everything} == {"document", "event", "findings", "judgement"}
    seen = desk.head()[0]
    assert list(desk.changes(seen)) == []
    for size in (1, 2, 5):
        heard = []
        while more := desk.changes(heard[-1] if heard else 0, size=size):
            heard += more
        assert heard == everything
    changed = msgspec.structs.replace(DRAWN[0], sources=7)
    with full.run(LATER):
        full.save_weighing(Weighing(events=[changed], whole=False, events_gone=["v02"]))
    assert [(one.what, one.id) for one in desk.changes(seen)] == [("event", "v01"), ("event_gone", "v02")]
    assert max(one.seq for one in desk.changes(seen)) <= desk.head()[0]


def test_when_an_event_was_first_known_outlives_its_changes(desk, full):
    changed = msgspec.structs.replace(DRAWN[0], sources=7)
    with full.run(Run(at="2024-05-01T00:00:00Z")):
        full.save_weighing(Weighing(events=[changed, event_of(20, "2024-04-30")], whole=False))
    assert desk.known_since("v01", "v20", "e1") == {
        "v01": LATER.at,
        "v20": "2024-05-01T00:00:00Z",
        "e1": "2024-01-02T03:04:05Z",
    }
    assert [(event.id, at) for event, at in desk.newest(size=1)] == [("v20", "2024-05-01T00:00:00Z")]
    assert desk.known_between("2024-02-01T00:00:00Z", "2024-05-01T00:00:00Z") == 9
    assert desk.known_between("2024-05-01T00:00:00Z", "2025-01-01T00:00:00Z") == 1


def test_the_log_is_leafed_back_to_its_beginning(desk):
    found, after = [], None
    while True:
        page = desk.log(after=after, size=3)
        found += [entry.seq for entry in page.items]
        after = page.next
        if after is None:
            break
    assert found == list(range(desk.head()[0], 0, -1))


def test_totals(desk):
    assert desk.totals() == {"documents": 2, "claims": 3, "events": 11, "disputed": 1, "judgements": 1}


def test_counts_are_right_after_taking_out_and_verify_would_see_it(desk, full, path):
    with full.run(LATER):
        full.save_weighing(Weighing(events=DRAWN[:3]))
    kept = [(one.period, one.events) for one in desk.by_period("year")]
    assert kept == [("2022", 1), ("2023", 1), ("2023", 1)]
    assert places(desk.by_place()) == {
        ("sotk", "hostilities"): 2,
        ("sotk", "casualties"): 1,
        ("shusha", "casualties"): 1,
    }
    assert full.verify().sound
    with sqlite3.connect(path) as other:
        other.execute("UPDATE day_counts SET events = events + 1 WHERE day = '2022-11-30'")
    other.close()
    assert [issue.where for issue in full.verify().issues] == ["day_counts"]


TABLES = (
    "event_facts",
    "event_places",
    "event_actors",
    "event_disputes",
    "claim_facts",
    "claim_events",
    "day_counts",
    "place_counts",
    "finding_events",
    "breach_counts",
)


def test_a_ledger_of_an_earlier_version_is_filled_with_the_same(desk, full, path):
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA foreign_keys = ON")
        kept = {name: sorted(database.execute(rows.select("*", name))) for name in TABLES}
        since = database.execute("SELECT max(seq) + 1 FROM log").fetchone()[0]
        facts.fill(database)
        filled = {name: sorted(database.execute(rows.select("*", name))) for name in TABLES}
    database.close()
    kept["event_facts"] = sorted((*row[:-1], since) for row in kept["event_facts"])
    assert filled == kept


def test_what_is_kept_for_leafing_is_no_part_of_the_content(desk, full, path):
    before = full.content_digest()
    with sqlite3.connect(path) as database:
        facts.fill(database)
    database.close()
    assert full.content_digest() == before


def test_a_ledger_of_version_two_is_brought_up_to_date(full, path, tmp_path):
    old = tmp_path / "old.sqlite"
    with sqlite3.connect(old, isolation_level=None) as database:
        bring_up_to_date(database, old, application_id=APPLICATION_ID, known=steps()[:2])
        database.execute("ATTACH ? AS new", (str(path),))
        for name in _nouns(database):
            columns = ", ".join(row[1] for row in database.execute(f"PRAGMA main.table_info({name})"))
            numbered = f"rowid, {columns}" if name.endswith("_words") else columns
            database.execute(rows.insert(name, numbered).partition("VALUES")[0] + rows.select(numbered, f"new.{name}"))
    database.close()
    with Ledger.open(old) as ledger:
        assert ids(ledger.desk.events()) == ["e1", "e2"]
        assert [one.claims for one in ledger.desk.documents().items] == [1, 2]
        assert ledger.content_digest() == full.content_digest()
        assert ledger.verify().sound


def _nouns(database):
    sql = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name <> 'migrations'"
    return [name for (name,) in database.execute(sql).fetchall() if "_words_" not in name]


def test_a_ledger_that_had_rows_for_whole_countries_loses_them(desk, full, path, tmp_path):
    """Version ten wrote `AZE` beside `AZE.MOD`: a country would be an actor wherever one of its bodies is."""
    old = tmp_path / "old.sqlite"
    with sqlite3.connect(old, isolation_level=None) as database:
        bring_up_to_date(
            database, old, application_id=APPLICATION_ID, known=[one for one in steps() if one.number < 11]
        )
        database.execute("ATTACH ? AS new", (str(path),))
        for name in ("documents", "texts", "events", "findings", "event_facts", "event_actors", "finding_events"):
            columns = ", ".join(row[1] for row in database.execute(f"PRAGMA main.table_info({name})"))
            database.execute(rows.insert(name, columns).partition("VALUES")[0] + rows.select(columns, f"new.{name}"))
        whole = "INSERT OR IGNORE INTO event_actors SELECT substr(actor, 1, 3), day, event, role FROM event_actors"
        database.execute(whole)
    database.close()
    with Ledger.open(old) as ledger:
        assert ids(ledger.desk.events(EventFilter(actors=("AZE",)))) == ids(desk.events(EventFilter(actors=("AZE",))))
        under = [list(book.holding.breaches_under("2024-04-01", "nk20", "1.cease")) for book in (ledger, full)]
    assert under[0] == under[1]
    assert under[0]


def test_the_breaches_of_one_clause(desk, full):
    every = [one for one in full.findings("2024-04-01") if one.sort == "alleged_breach"]
    for agreement, clause in {(one.agreement, one.obligation) for one in every} | {("nk20", "nothing")}:
        right = [one.id for one in every if (one.agreement, one.obligation) == (agreement, clause)]
        found = full.holding.breaches_under("2024-04-01", agreement, clause)
        assert sorted(one.id for one in found) == sorted(right)
    assert every

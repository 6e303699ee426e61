"""The street with other rooms in place of the real ones: what the pipeline itself promises."""

import hashlib
from types import SimpleNamespace

import msgspec
import pytest

from hudna import pipeline
from hudna.events import Weighed
from hudna.knowledge import Knowledge
from hudna.ledger import Ledger, Run
from hudna.model import (
    ChronicleEntry,
    Claim,
    Count,
    Event,
    Finding,
    Issue,
    Judgement,
    Mention,
    Published,
    Summary,
)
from hudna.pipeline import Rooms, mentions_in, read_sources, walk
from hudna.reading import ReadDocument

KNOWN = SimpleNamespace(fingerprint="k1", theatres=())
RUN = Run(at="2024-01-01T00:00:00Z", theatre="karabakh")


def claims_of(document, words="قتل"):
    start = document.text.find(words)
    if start < 0:
        return ()
    key = hashlib.sha256(document.id.encode()).hexdigest()[:12]
    return (Claim(key, document.id, start, start + len(words), words, "casualties.killed", when=("2020-10-01",) * 2),)


def read(document, knowledge, *, dated=(), mentions=False):
    if "خلل" in document.text:
        raise KeyError("no such rule")
    if "مؤرخ" in document.text:
        day = Published("2020-10-02", "2020-10-02", "byline")
        document = msgspec.structs.replace(document, published=day)
    elif dated:
        document = msgspec.structs.replace(document, published=Published(dated[0].first, dated[0].last, "inferred"))
    return ReadDocument(document, claims_of(document), (), ())


def group(claims, documents, judgements, knowledge, *, keep):
    rejected = {key for judgement in judgements if judgement.verb == "reject" for key in judgement.about}
    events = tuple(
        Event(f"E{claim.id}", claim.kind, (claim.id,), claim.when, (), (), (), "actual", False, (claim.doc,), 1, ())  # noqa: FBT003
        for claim in claims
        if claim.id not in rejected
    )
    return Weighed(events)


def hold(events, claims, documents, knowledge, as_of, judgements, judged):
    status = "overdue" if events else "unknown"
    return (Finding("F1", "nk20", "1", as_of, "obligation", status, "", (), (), tuple(event.id for event in events)),)


ROOMS = Rooms(read_document=read, weigh_all=group, hold=hold, hold_again=lambda *_: None, reader="r1")


@pytest.fixture
def articles(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("خبر مؤرخ: قتل جندي قرب القرية", encoding="utf-8")
    (folder / "b.txt").write_text("قتل آخر في مكان بعيد", encoding="utf-8")
    (folder / "c.txt").write_text("لا شيء جديد", encoding="utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as opened:
        yield opened


def unwatched(stage, done, total):
    pass


def go(ledger, articles, *, rooms=ROOMS, knowledge=KNOWN, as_of="2020-12-01", told=None) -> Summary:
    with ledger.run(RUN):
        return walk(ledger, [articles], knowledge, as_of=as_of, rooms=rooms, told=told or unwatched)


def test_the_street_is_walked_to_its_end(ledger, articles):
    seen = go(ledger, articles)
    assert (seen.documents, seen.received, seen.fresh, seen.read, seen.undated) == (3, 3, 3, 3, 2)
    assert seen.claims == {"casualties": 2}
    assert seen.events == 2
    assert seen.obligations == {"overdue": 1}
    assert seen.as_of == "2020-12-01"
    assert seen.issues == {}
    assert ledger.verify().issues == ()


def test_a_second_walk_changes_nothing(ledger, articles):
    go(ledger, articles)
    log, digest = list(ledger.log()), ledger.content_digest()
    seen = go(ledger, articles)
    assert (seen.received, seen.fresh, seen.read) == (3, 0, 0)
    assert (list(ledger.log()), ledger.content_digest()) == (log, digest)


def test_a_new_document_alone_is_read(ledger, articles):
    go(ledger, articles)
    (articles / "d.txt").write_text("قتل ثالث", encoding="utf-8")
    seen = go(ledger, articles)
    assert (seen.fresh, seen.read, seen.events) == (1, 1, 3)


@pytest.mark.parametrize(
    ("rooms", "knowledge"),
    [(msgspec.structs.replace(ROOMS, reader="r2"), KNOWN), (ROOMS, SimpleNamespace(fingerprint="k2", theatres=()))],
    ids=["newer reader", "other knowledge"],
)
def test_everything_is_read_again_when_what_reads_it_changed(ledger, articles, rooms, knowledge):
    go(ledger, articles)
    assert go(ledger, articles, rooms=rooms, knowledge=knowledge).read == 3
    assert ledger.verify().issues == ()


def test_a_bad_document_becomes_an_issue_and_stops_nobody(ledger, articles):
    (articles / "b.txt").write_text("هنا خلل", encoding="utf-8")
    seen = go(ledger, articles)
    assert seen.claims == {"casualties": 1}
    assert seen.issues == {"error": 1}
    (issue,) = ledger.issues()
    assert (issue.stage, issue.where) == ("reading", "b.txt")
    assert "KeyError" in issue.reason
    assert ledger.document("b.txt").text == "هنا خلل"
    assert go(ledger, articles).issues == {"error": 1}


def test_issues_of_the_door_are_kept(ledger, articles):
    (articles / "d.txt").write_bytes(b"")
    seen = go(ledger, articles)
    assert [issue.stage for issue in seen.issues_met] == ["intake"]
    assert ledger.counts()["source_files"] == 4


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"quote": "قتلى"}, "not what stands"),
        ({"end": 999}, "not what stands"),
        ({"quote": "", "start": 0, "end": 0}, "not what stands"),
        ({"doc": "other"}, "not what stands"),
        ({"modality": "rumoured"}, "no modality"),
        ({"count": Count("killed", 10**30, None, "at_least")}, "too large"),
        ({"when": ("yesterday", "today")}, "not ISO 8601"),
    ],
)
def test_a_claim_that_breaks_the_records_promises_is_left_out(ledger, articles, change, said):
    def careless(document, knowledge, *, dated=(), mentions=False):
        claims = claims_of(document)
        bad = tuple(msgspec.structs.replace(claim, id=f"{claim.id}x", **change) for claim in claims)
        return ReadDocument(document, (*claims, *bad), (), ())

    seen = go(ledger, articles, rooms=msgspec.structs.replace(ROOMS, read_document=careless))
    assert seen.claims == {"casualties": 2}
    assert [said in issue.reason for issue in ledger.issues()] == [True, True]
    assert ledger.verify().issues == ()


def test_of_two_claims_with_one_id_the_second_is_left_out(ledger, articles):
    def careless(document, knowledge, *, dated=(), mentions=False):
        return ReadDocument(document, claims_of(document) * 2, (), ())

    seen = go(ledger, articles, rooms=msgspec.structs.replace(ROOMS, read_document=careless))
    assert seen.claims == {"casualties": 2}
    assert seen.issues == {"error": 2}


def test_judgements_come_back_by_the_front_door(ledger, articles):
    go(ledger, articles)
    claim = next(ledger.claims())
    with ledger.run(RUN):
        ledger.save_judgement(Judgement("J1", "reject", (claim.id,), "Nadia", RUN.at, "misread"))
    assert go(ledger, articles).events == 1
    assert ledger.claim(claim.id) == claim


def test_findings_of_two_days_stand_side_by_side(ledger, articles):
    go(ledger, articles)
    go(ledger, articles, as_of="2020-12-02")
    assert ledger.as_of_dates() == ("2020-12-01", "2020-12-02")


def test_the_undated_are_read_again_with_what_others_date(ledger, articles, monkeypatch):
    entry = ChronicleEntry("lent", "2020-10-01", "2020-10-03", (), (), (), ())
    monkeypatch.setattr(pipeline, "lend_dates", lambda *_: (entry,))
    seen = go(ledger, articles)
    assert (seen.read, seen.undated) == (5, 0)
    assert ledger.document("b.txt").published == Published("2020-10-01", "2020-10-03", "inferred")
    log = list(ledger.log())
    assert go(ledger, articles).read == 0
    assert list(ledger.log()) == log


def test_the_ledger_in_a_source_folder_is_not_read(articles):
    with Ledger.open(articles / "ledger.sqlite", create=True) as ledger:
        seen = go(ledger, articles)
    assert (seen.documents, seen.issues) == (3, {})


def test_a_source_that_changes_while_it_is_kept_is_an_issue(ledger, articles):
    from hudna.intake import Received, open_sources

    def torn(sources, **options):
        for item in open_sources(sources, **options):
            source = msgspec.structs.replace(item.source, data=b"other") if "b.txt" in item.where else item.source
            yield Received(source, item.documents, item.issues, item.where)

    seen = go(ledger, articles, rooms=msgspec.structs.replace(ROOMS, open_sources=torn))
    assert seen.documents == 2
    assert [issue.reason for issue in seen.issues_met] == ["b.txt changed while it was read"]
    assert ledger.verify().issues == ()


def test_whoever_watches_is_told_each_stage(ledger, articles):
    told = []
    go(ledger, articles, told=lambda *step: told.append(step))
    stages = [*["intake"] * 3, *["reading"] * 3, "copies", *["events"] * 2, *["compliance"] * 2]
    assert [step[0] for step in told] == stages
    assert ("reading", 3, 3) in told


def test_sources_are_read_without_a_ledger_one_by_one(articles):
    asked = []

    def knowledge_of(document):
        asked.append(document.id)
        return KNOWN

    found = read_sources([articles, articles / "missing.txt"], knowledge_of, rooms=ROOMS)
    assert next(found).document.id == "a.txt"
    assert asked == ["a.txt"]
    rest = list(found)
    assert sum(isinstance(item, Issue) for item in rest) == 1
    assert asked == ["a.txt", "b.txt", "c.txt"]


def test_a_text_of_nobody_is_read_as_of_its_reference():
    def tell(document, knowledge, *, dated=(), mentions=False):
        mention = Mention("time", 0, 4, document.text, {"from": document.published.first}, "r")
        return ReadDocument(document, (), (mention,), ())

    rooms = msgspec.structs.replace(ROOMS, read_document=tell)
    assert mentions_in("أمس", KNOWN, reference="2020-10-10", rooms=rooms).mentions[0].value == {"from": "2020-10-10"}
    assert mentions_in("أمس", KNOWN, rooms=rooms).mentions[0].value == {"from": None}


@pytest.mark.parametrize(("everyday", "day"), [(True, "2020-10-13"), (False, "2020-10-06")])
def test_speech_looks_forward_and_news_looks_back(everyday, day):
    from hudna.reading import read_document

    rooms = msgspec.structs.replace(ROOMS, read_document=read_document)
    knowledge = Knowledge((), {}, {}, {}, (), (), {}, "k")
    read = mentions_in("الثلاثاء", knowledge, reference="2020-10-10", everyday=everyday, rooms=rooms)
    assert [mention.value["from"] for mention in read.mentions] == [day]


def news(folder, number, words):
    """An article of a day; the line above it makes no two of them the same text."""
    (folder / f"n{number:03}.txt").write_text(f"العدد {number}\n{words}", encoding="utf-8")
    (folder / f"n{number:03}.txt.meta.json").write_text(
        f'{{"published": "2020-10-{1 + number // 4:02}"}}', encoding="utf-8"
    )


WORDS = (
    "أعلنت وزارة الدفاع الأذربيجانية مقتل {} جنود في قصف مدفعي على لاتشين.",
    "قالت وزارة الدفاع الأرمينية إن {} من جنودها قتلوا في لاتشين.",
    "قصفت القوات الأذربيجانية بلدة شوشة أمس.",
    "ونفت يريفان خرق الهدنة في قره باغ.",
)


@pytest.fixture(scope="module")
def karabakh():
    from hudna.knowledge import load_knowledge

    return load_knowledge(["karabakh"])


def test_one_more_document_gives_the_ledger_that_all_at_once_gives(tmp_path, karabakh):
    """Documents come, change and are weighed in steps; only the first time everything is grouped."""
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(48):
        news(folder, number, WORDS[number % 4].format(3 + number % 5))
    asked = []

    def whole(*inputs, **keep):
        asked.append(len(inputs[0]))
        return pipeline.STREET.weigh_all(*inputs, **keep)

    rooms = msgspec.structs.replace(pipeline.STREET, weigh_all=whole)
    with Ledger.open(tmp_path / "steps.sqlite", create=True) as ledger:
        go(ledger, folder, rooms=rooms, knowledge=karabakh)
        news(folder, 48, "قصفت القوات الأذربيجانية بلدة شوشة أمس وقتلت ثلاثة مدنيين.")
        go(ledger, folder, rooms=rooms, knowledge=karabakh)
        news(folder, 7, WORDS[1].format(9))
        go(ledger, folder, rooms=rooms, knowledge=karabakh)
        assert len(asked) == 1
        assert ledger.verify().issues == ()
        log = list(ledger.log())
        go(ledger, folder, rooms=rooms, knowledge=karabakh)
        assert list(ledger.log()) == log
        steps = {event.id: event for event in ledger.events()}
        placed = sorted(ledger.placed_on(0, 10**7, coarse=False), key=lambda one: one.claim)
        everything = pipeline.STREET.weigh_all(list(ledger.claims()), list(ledger.documents()), [], karabakh, keep=True)
    assert steps == {event.id: event for event in everything.events}
    assert placed == sorted((one for one in everything.placings if one.first), key=lambda one: one.claim)


def test_a_decision_of_a_person_is_obeyed_by_the_next_weighing_and_those_after(tmp_path, karabakh):
    folder = tmp_path / "news"
    folder.mkdir()
    for number in range(48):
        news(folder, number, WORDS[number % 4].format(3 + number % 5))
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        go(ledger, folder, rooms=pipeline.STREET, knowledge=karabakh)
        event = max(ledger.events(), key=lambda event: len(event.claims))
        one, other = event.claims[0], event.claims[-1]
        with ledger.run(RUN):
            ledger.save_judgement(Judgement("J1", "split", (one, other), "Nadia", RUN.at, "two strikes"))
        for number in (48, 49):
            go(ledger, folder, rooms=pipeline.STREET, knowledge=karabakh)
            assert other not in next(iter(ledger.events_of_claim(one))).claims
            news(folder, number, WORDS[0].format(4))


def test_the_very_same_text_of_two_outlets_makes_claims_of_both(tmp_path, karabakh):
    folder = tmp_path / "news"
    folder.mkdir()
    for name, source in (("one", "وكالة الميزان"), ("two", "صحيفة الضفاف")):
        (folder / f"{name}.txt").write_text(WORDS[0].format(3), encoding="utf-8")
        said = f'{{"published": "2020-10-02", "source": "{source}"}}'
        (folder / f"{name}.txt.meta.json").write_text(said, encoding="utf-8")
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        go(ledger, folder, rooms=pipeline.STREET, knowledge=karabakh)
        told = {doc: [claim.quote for claim in ledger.text(doc)[1]] for doc in ("one.txt", "two.txt")}
        assert told["one.txt"]
        assert told["one.txt"] == told["two.txt"]
        assert len({claim.id for claim in ledger.claims()}) == 2 * len(told["one.txt"])
        assert ledger.verify().issues == ()

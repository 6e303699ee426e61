"""A search that narrows by marks finds what looking at every claim finds, whatever the marks stand for."""

import random
import sqlite3

import msgspec
import pytest

from hudna.ledger import ClaimFilter, Ledger, ReadWith, Run, WordSearch, marking
from hudna.model import Claim, Count, Document, Published, SourceFile

RUN = Run(at="2031-01-01T00:00:00Z", theatre="karabakh")
WITH = ReadWith(knowledge="k", reader="r")
KINDS = ("hostilities.shelling", "hostilities.air", "casualties.killed", "ceasefire.in_force", "ceasefire.inforce")
ACTORS = ("AZE", "AZE.MOD", "AZE.MODE", "ARM.GOV", "AZE.PRES.aliyev", "أحمد", "a b")
PLACES = ("sotk", "so_tk", "shusha")
SOURCES = ("wakala", "wa kala", "وكالة", None)
DAYS = ("2020-09-30", "2020-10-01", "2020-10-31T23:59:00+04:00", "2020-11-01", "2021-01-01", "1994-05-12", None)
WORDS = ("قصف", "مقتل", "هدنة", "kcasualties", "y2020m10")
"""The last two look like marks."""


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """A ledger of claims that differ in everything that a search narrows by, and the claims with their sources."""
    draw = random.Random(7)  # noqa: S311 - claims, no secret
    path = tmp_path_factory.mktemp("marks") / "ledger.sqlite"
    told = []
    with Ledger.open(path, create=True) as ledger, ledger.run(RUN):
        for number in range(60):
            document, claims = _document(draw, number)
            ledger.keep(SourceFile(sha256=document.bytes_sha256, size=1, name="x", data=b"x"), [document])
            ledger.save_reading(document, claims, [], WITH, given=ledger.given(document.id)[1])
            told += [(claim, document.source) for claim in claims]
        yield ledger, path, told


def _document(draw, number):
    words = [draw.choice(WORDS) for _ in range(6)]
    text = " ".join(words)
    document = Document(
        f"d{number}",
        text,
        f"{number:064}",
        "2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881",
        source=draw.choice(SOURCES),
        published=Published("2020-10-01", "2020-10-01", "given"),
    )
    claims, start = [], 0
    for place, word in enumerate(words):
        claims.append(_claim(draw, f"d{number}.{place}", document.id, start, word))
        start += len(word) + 1
    return document, claims


def _claim(draw, key, doc, start, word):
    day = draw.choice(DAYS)
    return Claim(
        id=key,
        doc=doc,
        start=start,
        end=start + len(word),
        quote=word,
        kind=draw.choice(KINDS),
        agents=tuple(draw.sample(ACTORS, draw.randrange(3))),
        by=tuple(draw.sample(ACTORS, draw.randrange(2))),
        places=tuple(draw.sample(PLACES, draw.randrange(3))),
        when=(day, day) if day else None,
        count=Count("killed", 1, 1, "exact", side=draw.choice(ACTORS)) if draw.random() < 0.3 else None,
        modality=draw.choice(("actual", "planned")),
    )


def _under(codes, wanted):
    return any(code == one or code.startswith(f"{one}.") for code in codes for one in wanted)


def _meets(claim, source, wanted):
    actors = [*claim.agents, *claim.targets, *claim.by, *((claim.count.side,) if claim.count else ())]
    first = claim.when[0] if claim.when else ""
    return all(
        (
            all(any(word == claim.quote for word in group) for group in wanted.groups),
            not wanted.kinds or _under([claim.kind], wanted.kinds),
            not wanted.actors or not {*actors}.isdisjoint(wanted.actors),
            not wanted.speakers or not {*claim.by}.isdisjoint(wanted.speakers),
            not wanted.places or set(claim.places) & set(wanted.places),
            not (wanted.first or wanted.last) or (first and (wanted.first or "0") <= first < f"{wanted.last or '9'}~"),
            wanted.source is None or source == wanted.source,
            wanted.modality is None or claim.modality == wanted.modality,
        )
    )


def _wanted(draw):
    some = {
        "groups": ((draw.choice(WORDS),),),
        "kinds": (draw.choice(("hostilities", "casualties", "ceasefire", *KINDS)),),
        "actors": (draw.choice(("AZE.PRES", *ACTORS)),),
        "speakers": (draw.choice(ACTORS),),
        "places": tuple(draw.sample(PLACES, 2)),
        "first": draw.choice(("1990-01-01", "2020-09-30", "2020-10-02")),
        "last": draw.choice(("2020-10-31", "2020-11-01", "2030-12-31")),
        "source": draw.choice(("wakala", "وكالة", "nobody")),
        "modality": draw.choice(("actual", "planned")),
    }
    return WordSearch(**{name: some[name] for name in draw.sample(sorted(some), draw.randrange(1, 5))})


@pytest.mark.parametrize("seed", range(200))
def test_a_search_finds_what_looking_at_every_claim_finds(drawn, seed):
    ledger, _, told = drawn
    wanted = _wanted(random.Random(seed))  # noqa: S311 - questions, no secret
    right = {claim.id for claim, source in told if _meets(claim, source, wanted)}
    found, after = [], None
    while True:
        page = ledger.desk.search(wanted, after=after, size=7)
        found += [claim.id for claim in page.items]
        after = page.next
        if after is None:
            break
    assert len(found) == len(set(found))
    assert set(found) == right
    assert ledger.desk.count_claims(wanted) == len(right)


def test_no_word_of_a_reader_is_taken_for_a_mark(drawn):
    ledger, _, told = drawn
    for word in ("kcasualties", "y2020m10"):
        written = {claim.id for claim, _ in told if claim.quote == word}
        assert {claim.id for claim in ledger.desk.search(WordSearch(groups=((word,),)), size=500).items} == written
        assert {claim.id for claim in ledger.claims(ClaimFilter(words=word))} == written


def test_an_index_made_later_is_the_same(drawn):
    _, path, _ = drawn
    with sqlite3.connect(path) as database:
        before = database.execute("SELECT rowid, folded, marks FROM claim_words ORDER BY rowid").fetchall()
        database.execute("DELETE FROM claim_words")
        marking.fill(database)
        assert database.execute("SELECT rowid, folded, marks FROM claim_words ORDER BY rowid").fetchall() == before
        database.rollback()
    database.close()
    assert len(before) == 360


@pytest.mark.parametrize(
    ("first", "last", "marks"),
    [
        ("2020-11-30", "2021-01-02", "(y2020m11 OR y2020m12 OR y2021m01)"),
        ("2020-01-01", "2023-06-01", "(y2020 OR y2021 OR y2022 OR y2023)"),
        ("2021-01-02", "2020-11-30", ""),
        ("0001-01-01", "9999-12-31", ""),
        ("soon", "later", ""),
    ],
)
def test_a_span_is_looked_up_by_months_or_years(first, last, marks):
    assert marking.day_marks(first, last) == marks


def test_marks_say_nothing_twice(drawn):
    _, _, told = drawn
    for claim, source in told:
        marks = marking.marks_of(claim, source).split()
        assert len(marks) == len(set(marks))
    assert marking.marks_of(msgspec.structs.replace(told[0][0], when=None), None).count("y") == 0

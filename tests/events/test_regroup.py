"""Weighing again after a change gives exactly what weighing everything from the beginning gives."""

import random
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hudna.events import Weighed, event_id, regroup, weigh_all
from hudna.model import Claim, Correction, Count, Document, Published, as_value


class MemoryArchive:
    """What was weighed before, in memory; counts the texts that were asked for.

    Like the ledger it has forgotten the events that leaned on claims of documents that changed.
    """

    def __init__(self, before: Weighed, documents, claims, changed=()) -> None:
        gone = {one.claim for one in before.placings if one.doc in changed}
        events = tuple(event for event in before.events if not gone & set(event.claims))
        self.before = msgspec.structs.replace(before, events=events)
        self._documents = {doc.id: doc for doc in documents}
        self._claims = claims
        self.asked: set[str] = set()

    def placed_on(self, first, last, *, coarse):
        for one in self.before.placings:
            touches = one.first is not None and one.first <= last and one.last >= first
            if touches and (one.last - one.first + 1 > 31) is coarse:
                yield one

    def placed_in(self, rooms):
        return [one for one in self.before.placings if one.room in rooms]

    def placed_of(self, docs):
        return [one for one in self.before.placings if one.doc in docs]

    def moves_at(self, rooms):
        return [one for one in self.before.moves if one.room in rooms or one.to in rooms]

    def text(self, doc):
        self.asked.add(doc)
        return self._documents.get(doc), [claim for claim in self._claims if claim.doc == doc]

    def events_with(self, claims):
        return [event for event in self.before.events if set(event.claims) & set(claims)]

    def claim_docs(self):
        return [(claim.id, claim.doc) for claim in self._claims]


def after(archive: MemoryArchive, done) -> Weighed:
    """What was weighed before with the changes carried out."""
    before = archive.before
    replaced = {event.id for event in done.events} | set(done.events_gone)
    placed = {one.claim for one in done.placings} | set(done.placings_gone)
    moved = {one.room for one in done.moves} | set(done.moves_gone)
    return Weighed(
        events=(*(one for one in before.events if one.id not in replaced), *done.events),
        placings=(*(one for one in before.placings if one.claim not in placed), *done.placings),
        moves=(*(one for one in before.moves if one.room not in moved), *done.moves),
    )


def content(weighed: Weighed):
    return (
        sorted(weighed.events, key=lambda one: one.id),
        sorted(weighed.placings, key=lambda one: one.claim),
        sorted(weighed.moves, key=lambda one: one.room),
    )


_KINDS = [
    "hostilities.shelling",
    "hostilities.small_arms",
    "hostilities.clash",
    "casualties.killed",
    "casualties.wounded",
    "diplomacy.talks",
    "statement.denial",
    "ceasefire.agreed",
    "ceasefire.violated",
    "statement.accusation",
]
_TEXT = "words " * 60
"""Long enough that claims of one text stand in one breath with their neighbours."""
_DAYS = [date(2031, 2, day).isoformat() for day in range(1, 8)]
_SPANS = [(one, other) for one in _DAYS for other in _DAYS if one <= other]
_YEARS = [("2030-06-01", "2030-12-31"), ("2030-06-01", "2031-02-28"), ("2031-01-01", "2031-12-31")]
_DOCS = [f"d{number}" for number in range(7)]


@st.composite
def a_claim(draw, name: str, start: int):
    killed = draw(st.none() | st.integers(1, 3))
    return Claim(
        id=name,
        doc="",
        start=start,
        end=start + 20,
        quote="words",
        kind=draw(st.sampled_from(_KINDS)),
        agents=draw(st.sampled_from([(), ("NOR",), ("SUD",), ("NOR", "SUD")])),
        targets=draw(st.sampled_from([(), (), ("NOR",), ("SUD",)])),
        places=draw(st.sampled_from([(), ("mill",), ("ford",), ("valley",), ("mill", "ford")])),
        when=draw(st.none() | st.sampled_from([*((day, day) for day in _DAYS), *_SPANS[:9], *_YEARS])),
        count=Count("killed", killed, killed, "exact", "person") if killed else None,
        by=draw(st.sampled_from([(), ("NOR.MOD",), ("SUD.MOD", "agency")])),
        modality=draw(st.sampled_from(["actual", "actual", "actual", "planned", "negated", "demanded"])),
        background=draw(st.sampled_from([False, False, False, True])),
        rule=draw(st.sampled_from(["", "", "", "model:any"])),
    )


@st.composite
def a_text(draw, doc: str):
    """A document and its claims; a claim may be a part of the one before it."""
    published = draw(st.none() | st.sampled_from(_DAYS))
    claims = []
    for number in range(draw(st.integers(0, 4))):
        claim = msgspec.structs.replace(draw(a_claim(f"{doc}.{number}", number * 40)), doc=doc)
        if number and claim.count and draw(st.booleans()):
            claim = msgspec.structs.replace(claim, kind=claims[-1].kind, modality=claims[-1].modality)
            claim = msgspec.structs.replace(claim, count=msgspec.structs.replace(claim.count, subset_of=claims[-1].id))
        claims.append(claim)
    document = Document(doc, _TEXT, "", "", published=Published(published, published, "given"))
    return document, claims


@st.composite
def a_change(draw):
    """Two states of one ledger: documents came, went, or were read otherwise."""
    states = ([], [])
    for doc in _DOCS:
        old = draw(st.none() | a_text(doc))
        fate = draw(st.sampled_from(["same", "same", "same", "other", "gone"])) if old else "other"
        new = old if fate == "same" else None if fate == "gone" else draw(a_text(doc))
        for state, text in zip(states, (old, new), strict=True):
            if text:
                state.append(text)
    changed = {doc for doc in _DOCS if _of(states[0], doc) != _of(states[1], doc)}
    return states[0], states[1], changed


def _of(texts, doc):
    return next((text for text in texts if text[0].id == doc), None)


def _parts(texts):
    return [claim for _, claims in texts for claim in claims], [document for document, _ in texts]


def check(old, new, changed, held, knowledge, *, forgets: bool) -> None:
    before = weigh_all(*_parts(old), held, knowledge, keep=True)
    claims, documents = _parts(new)
    archive = MemoryArchive(before, documents, claims, changed if forgets else ())
    done = regroup(archive, changed, held, knowledge)
    assert content(after(archive, done)) == content(weigh_all(claims, documents, held, knowledge, keep=True))


@settings(max_examples=200)
@given(change=a_change(), forgets=st.booleans())
def test_weighing_what_changed_is_weighing_everything(change, forgets, knowledge):
    check(*change, [], knowledge, forgets=forgets)


@pytest.mark.parametrize("seed", range(20))
def test_so_it_is_where_everything_meets_everything(seed, knowledge):
    """Dense wars: each of these finds what a board that forgets to look again at a neighbour gets wrong."""
    draw = random.Random(seed)  # noqa: S311 - a corpus, no secret
    for _ in range(8):
        docs = [f"d{number:02}" for number in range(16)]
        old = {doc: _dense(draw, doc) for doc in docs if draw.random() < 0.85}
        changed = set(draw.sample(docs, 2))
        new = {doc: text for doc, text in old.items() if doc not in changed}
        new |= {doc: _dense(draw, doc) for doc in sorted(changed) if draw.random() < 0.8}
        check(list(old.values()), list(new.values()), changed, [], knowledge, forgets=draw.random() < 0.5)


def _dense(draw: random.Random, doc: str):
    published = draw.choice([None, *_DAYS])
    claims = []
    for number in range(draw.randrange(5)):
        day, killed = draw.choice(_DAYS), draw.choice([None, 1, 2, 3])
        claim = Claim(
            id=f"{doc}.{number}",
            doc=doc,
            start=number * 40,
            end=number * 40 + 20,
            quote="words",
            kind=draw.choice(_KINDS[:5] if draw.random() < 0.6 else _KINDS),
            agents=draw.choice([(), ("NOR",), ("SUD",), ("NOR", "SUD")]),
            targets=draw.choice([(), (), ("NOR",), ("SUD",)]),
            places=draw.choice([(), ("mill",), ("ford",), ("valley",), ("mill", "ford")]),
            when=draw.choice([None, (day, day), (day, day), (day, day), draw.choice(_SPANS), draw.choice(_YEARS)]),
            count=Count("killed", killed, killed, "exact", "person") if killed else None,
            by=draw.choice([(), ("NOR.MOD",), ("SUD.MOD", "agency")]),
            modality=draw.choice(["actual", "actual", "actual", "planned", "negated"]),
            background=draw.random() < 0.1,
            rule="model:any" if draw.random() < 0.15 else "",
        )
        claims.append(claim)
    return Document(doc, _TEXT, "", "", published=Published(published, published, "given")), claims


@settings(max_examples=100)
@given(change=a_change(), forgets=st.booleans(), data=st.data())
def test_what_people_decided_holds_on_the_way(change, forgets, data, judgement, knowledge):
    old, new, changed = change
    names = sorted({claim.id for claim in (*_parts(old)[0], *_parts(new)[0])})
    if len(names) < 3:
        return
    one, two, three, four, five = (data.draw(st.sampled_from(names)) for _ in range(5))
    right = data.draw(
        st.sampled_from(
            [
                Correction(places=("ford",), kind="hostilities.clash"),
                Correction(when=None, agents=("SUD",)),
                Correction(count=Count("killed", 2, 2, "exact", "person"), by=("NOR.MOD",)),
                Correction(modality="actual", background=False, when=("2031-02-03", "2031-02-03")),
            ]
        )
    )
    held = [
        judgement("j1", "merge", event_id(one), two),
        judgement("j2", "split", two, three),
        judgement("j3", "reject", four),
        judgement("j4", "verify", one, value="verified"),
        judgement("j5", "accept", two),
        judgement("j6", "correct", five, value=as_value(right)),
    ]
    check(old, new, changed, held, knowledge, forgets=forgets)


def test_nothing_changed_is_nothing_to_do(claim, doc, knowledge):
    claims = [claim("a", "hostilities.shelling", agents=("NOR",), places=("mill",), when="2031-02-03")]
    documents = [doc("doc-a", "2031-02-03")]
    archive = MemoryArchive(weigh_all(claims, documents, [], knowledge, keep=True), documents, claims)
    done = regroup(archive, [], [], knowledge)
    assert not any(getattr(done, field) for field in done.__struct_fields__)
    assert not archive.asked


def _war(claim, doc, days: int):
    """A shelling and its dead on each day, told twice."""
    claims, documents = [], []
    for number in range(days):
        day = date.fromordinal(date(2031, 1, 1).toordinal() + number).isoformat()
        for teller in "ab":
            name = f"{number:03}{teller}"
            said = {"agents": ("NOR",), "targets": ("SUD",), "places": ("mill",), "when": day, "doc": name}
            claims.append(claim(f"{name}.s", "hostilities.shelling", **said))
            claims.append(claim(f"{name}.k", "casualties.killed", **said, count=("killed", 2)))
            documents.append(doc(name, day))
    return claims, documents


@pytest.mark.parametrize("days", [20, 60])
def test_a_new_document_touches_only_its_neighbourhood(days, claim, doc, knowledge):
    """However long the war is, only the days around the new document are read."""
    claims, documents = _war(claim, doc, days)
    before = weigh_all(claims, documents, [], knowledge, keep=True)
    new = claim("new", "hostilities.shelling", agents=("NOR",), places=("mill",), when="2031-01-10", doc="new")
    archive = MemoryArchive(before, [*documents, doc("new", "2031-01-10")], [*claims, new])
    done = regroup(archive, ["new"], [], knowledge)
    assert "new" in {name for event in done.events for name in event.claims}
    assert len(archive.asked) <= 20
    assert content(after(archive, done)) == content(
        weigh_all([*claims, new], [*documents, doc("new", "2031-01-10")], [], knowledge, keep=True)
    )

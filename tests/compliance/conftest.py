"""What the tests of compliance share: an invented agreement, short ways to hold claims against it, the gold."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from hudna.compliance import hold
from hudna.events import group_claims
from hudna.knowledge import Knowledge, load_knowledge
from hudna.model import (
    Agreement,
    Claim,
    Count,
    Document,
    Event,
    Finding,
    Judgement,
    Obligation,
    Place,
    Published,
    Theatre,
    Verdicts,
)

SHARED = Path(__file__).resolve().parents[2].parent / "shared"


def _place(code: str, sort: str, parent: str | None = None, areas: tuple[str, ...] = ()) -> Place:
    return Place(
        code=code, name_ar=code, name_en=code, sort=sort, lat=0.0, lon=0.0, precision_km=1.0, parent=parent, areas=areas
    )


PLACES = (
    _place("north", "country"),
    _place("south", "country"),
    _place("valley", "region"),
    _place("line", "border"),
    _place("mill", "village", "valley"),
    _place("ford", "village", "valley", ("line",)),
    _place("bridge", "village", "valley", ("line",)),
    _place("port", "city", "south"),
    _place("elsewhere", "region"),
)
PARTIES = ("NOR", "SUD")


def _duty(name: str, sort: str, **fields: object) -> Obligation:
    given = {"obligors": (), **fields}
    return Obligation(id=name, clause=name.split(".")[1], sort=sort, label_ar="", label_en="", **given)


def _agreement(*duties: Obligation, **fields: object) -> Agreement:
    given = {
        "id": "T1",
        "parties": PARTIES,
        "guarantors": ("GUA",),
        "signed": "2031-01-01",
        "effective": "2031-01-01T09:00Z",
        "area": ("valley", "line"),
        **fields,
    }
    return Agreement(title_ar="", title_en="", obligations=duties, **given)


@pytest.fixture(scope="session")
def duty() -> Callable[..., Obligation]:
    return _duty


@pytest.fixture(scope="session")
def agreement() -> Callable[..., Agreement]:
    return _agreement


@pytest.fixture(scope="session")
def packs() -> Callable[..., Knowledge]:
    """Knowledge with these agreements."""

    def make(*agreements: Agreement) -> Knowledge:
        theatre = Theatre(
            id="valley",
            name_ar="",
            name_en="",
            timezone="+04:00",
            actors=(),
            places=PLACES,
            sources=(),
            agreements=agreements,
            chronicle=(),
            parties=PARTIES,
        )
        return Knowledge(
            theatres=(theatre,),
            actors={},
            places={place.code: place for place in PLACES},
            sources={},
            chronicle=(),
            agreements=agreements,
            kinds={},
            fingerprint="",
        )

    return make


@pytest.fixture(scope="session")
def held(packs) -> Callable[..., tuple[Finding, ...]]:
    """Findings of claims held against one agreement; each claim is an event of its own unless events are given."""

    def make(agreement, claims, as_of, *, documents=(), events=None, **people) -> tuple[Finding, ...]:
        known = events if events is not None else [_event(claim) for claim in claims]
        return hold(known, claims, documents, packs(agreement), as_of, **people)

    return make


@pytest.fixture(scope="session")
def ruling() -> Callable[..., Judgement]:
    def make(name: str, about: str, value: str | None, **fields: object) -> Judgement:
        given = {"verb": "rule", "who": "N. Haddad", "at": "2031-02-01T00:00:00Z", "reason": "seen on site", **fields}
        return Judgement(id=name, about=(about,), value=value, **given)

    return make


@pytest.fixture(scope="session")
def event() -> Callable[..., Event]:
    return _event


def _event(*claims: Claim, **fields: object) -> Event:
    """An event as the room of events would hand it over."""
    first = claims[0]
    given = {
        "when": first.when,
        "places": tuple(dict.fromkeys(place for claim in claims for place in claim.places)),
        "agents": tuple(dict.fromkeys(code for claim in claims for code in claim.agents)),
        "targets": (),
        "modality": first.modality,
        "background": all(claim.background for claim in claims),
        "verdicts": Verdicts("claimed_by_one_party", "alleged", "not_assessed"),
        **fields,
    }
    ids = tuple(claim.id for claim in claims)
    docs = tuple(dict.fromkeys(claim.doc for claim in claims))
    return Event(
        id=f"E-{first.id}", kind=first.kind, claims=ids, documents=docs, sources=len(docs), origins=(), **given
    )


@pytest.fixture(scope="session")
def claim() -> Callable[..., Claim]:
    """A claim of an invented text; `when` may be one day, `count` (measure, number) or a Count."""

    def make(name: str, kind: str, **fields: object) -> Claim:
        when, count = fields.pop("when", None), fields.pop("count", None)
        if isinstance(when, str):
            when = (when, when)
        if isinstance(count, tuple):
            count = Count(measure=count[0], lo=count[1], hi=count[1], bound="exact", who="person")
        given = {"doc": f"doc-{name}", "start": 0, "end": 10, "quote": f"words of {name}", **fields}
        return Claim(id=name, kind=kind, when=when, count=count, **given)

    return make


@pytest.fixture(scope="session")
def doc() -> Callable[..., Document]:
    def make(name: str, published: str | None = None, **fields: object) -> Document:
        return Document(
            id=name,
            text="",
            text_sha256="",
            bytes_sha256="",
            published=Published(first=published, last=published, basis="given"),
            **fields,
        )

    return make


class Seeds(msgspec.Struct):
    claims: list[Claim]
    documents: list[Document]
    events: tuple[Event, ...]
    knowledge: Knowledge

    def hold(self, as_of: str) -> tuple[Finding, ...]:
        return hold(self.events, self.claims, self.documents, self.knowledge, as_of)


@pytest.fixture(scope="session")
def seeds() -> Seeds:
    """What must be found in the five seed articles, as if reading had found it."""
    gold = SHARED / "gold"
    if not (gold / "seeds.claims.jsonl").is_file():
        pytest.skip("the shared gold is not here")
    claims = [_gold_claim(line) for line in (gold / "seeds.claims.jsonl").read_text(encoding="utf-8").splitlines()]
    dates = [json.loads(line) for line in (gold / "seeds.documents.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = [_gold_document(row) for row in dates]
    knowledge = load_knowledge(["karabakh"])
    events = group_claims(claims, documents, [], knowledge)
    return Seeds(claims=claims, documents=documents, events=events, knowledge=knowledge)


def _gold_claim(line: str) -> Claim:
    record = json.loads(line)
    return msgspec.convert({name: value for name, value in record.items() if name not in {"core", "note"}}, Claim)


def _gold_document(row: dict[str, object]) -> Document:
    first, last = row["published_interval"]
    text = (SHARED / "seeds" / row["doc"]).read_bytes().decode("utf-8")
    published = Published(first=first, last=last, basis="given")
    return Document(id=row["doc"], text=text, text_sha256="", bytes_sha256="", published=published)

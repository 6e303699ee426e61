"""What the tests of events share: an invented theatre, short ways to make claims, the gold where it is."""

import json
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from hudna.knowledge import Knowledge, load_knowledge
from hudna.model import Agreement, Claim, Count, Document, Judgement, Obligation, Place, Published, Theatre

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
TRUCE = Agreement(
    id="T1",
    title_ar="",
    title_en="Truce of the valley",
    parties=("NOR", "SUD"),
    guarantors=("GUA",),
    signed="2031-01-01",
    effective="2031-01-01T00:00Z",
    area=("valley", "line"),
    obligations=(
        Obligation(
            id="T1.1",
            clause="1",
            sort="ceasefire",
            label_ar="",
            label_en="",
            obligors=("NOR", "SUD"),
            verifier="GUA.OBS",
            continuing=True,
        ),
    ),
)
THEATRE = Theatre(
    id="valley",
    name_ar="",
    name_en="The valley",
    timezone="+04:00",
    actors=(),
    places=PLACES,
    sources=(),
    agreements=(TRUCE,),
    chronicle=(),
    parties=("NOR", "SUD"),
)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return Knowledge(
        theatres=(THEATRE,),
        actors={},
        places={place.code: place for place in PLACES},
        sources={},
        chronicle=(),
        agreements=(TRUCE,),
        kinds={},
        fingerprint="",
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


@pytest.fixture(scope="session")
def judgement() -> Callable[..., Judgement]:
    def make(name: str, verb: str, *about: str, **fields: object) -> Judgement:
        given = {"who": "analyst", "at": "2031-02-01T00:00:00Z", "reason": "seen by eye", **fields}
        return Judgement(id=name, verb=verb, about=about, **given)

    return make


class Seeds(msgspec.Struct):
    claims: list[Claim]
    documents: list[Document]
    knowledge: Knowledge


@pytest.fixture(scope="session")
def seeds() -> Seeds:
    """What must be found in the five seed articles, as if reading had found it."""
    gold = SHARED / "gold"
    if not (gold / "seeds.claims.jsonl").is_file():
        pytest.skip("the shared gold is not here")
    claims = [_gold_claim(line) for line in (gold / "seeds.claims.jsonl").read_text(encoding="utf-8").splitlines()]
    dates = [json.loads(line) for line in (gold / "seeds.documents.jsonl").read_text(encoding="utf-8").splitlines()]
    documents = [_gold_document(row) for row in dates]
    return Seeds(claims=claims, documents=documents, knowledge=load_knowledge(["karabakh"]))


def _gold_claim(line: str) -> Claim:
    record = json.loads(line)
    return msgspec.convert({name: value for name, value in record.items() if name not in {"core", "note"}}, Claim)


def _gold_document(row: dict[str, object]) -> Document:
    first, last = row["published_interval"]
    text = (SHARED / "seeds" / row["doc"]).read_bytes().decode("utf-8")
    published = Published(first=first, last=last, basis="given")
    return Document(id=row["doc"], text=text, text_sha256="", bytes_sha256="", published=published)

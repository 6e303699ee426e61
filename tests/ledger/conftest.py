"""A small ledger to test with: two documents of our own, three claims, an event, a finding."""

import hashlib
from pathlib import Path

import msgspec
import pytest

from hudna.ledger import Ledger, ReadWith, Run
from hudna.model import (
    AssessorStatus,
    Claim,
    Count,
    Document,
    Event,
    Finding,
    Furniture,
    Issue,
    Judgement,
    Published,
    SourceFile,
)

AT = "2024-01-02T03:04:05Z"
TEXT = "أعلنت باكو مقتل جنديين.\nوقالت يريفان إن الهدوء سائد.\nشارك الخبر"
OTHER = "اتفق الجانبان على وقف إطلاق النار."
WITH = ReadWith(knowledge="k1", reader="r1")


def source_of(text: str, name: str) -> SourceFile:
    data = text.encode()
    return SourceFile(sha256=hashlib.sha256(data).hexdigest(), size=len(data), name=name, data=data)


def document_of(text: str, key: str, **fields) -> Document:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Document(id=key, text=text, text_sha256=digest, bytes_sha256=digest, extra={"desk": 7, "a": [1]}, **fields)


def claim_of(document: Document, quote: str, kind: str, **fields) -> Claim:
    start = document.text.index(quote)
    key = hashlib.sha256(f"{document.id} {start} {kind}".encode()).hexdigest()[:12]
    return Claim(id=key, doc=document.id, start=start, end=start + len(quote), quote=quote, kind=kind, **fields)


class Sample:
    """Nouns that belong together."""

    def __init__(self) -> None:
        self.sources = [source_of(TEXT, "a.txt"), source_of(OTHER, "b.txt")]
        self.given = [
            document_of(TEXT, "a.txt"),
            document_of(OTHER, "b.txt", source="wakala", url="https://x.example/b"),
        ]
        at = TEXT.index("شارك")
        furniture = (Furniture(start=at, end=len(TEXT), sort="share", why="the line is a share bar"),)
        published = Published(first="2020-10-01", last="2020-10-02", basis="inferred", why=("a weekday",))
        first = msgspec.structs.replace(self.given[0], furniture=furniture, published=published)
        second = msgspec.structs.replace(
            self.given[1], published=Published("2020-10-10", "2020-10-10", "metadata", ("x",))
        )
        self.read = [first, second]
        killed = Count(measure="killed", lo=2, hi=2, bound="exact", who="soldier", side="AZE.MIL")
        self.claims = [
            [
                claim_of(
                    first,
                    "مقتل جنديين",
                    "casualties.killed",
                    targets=("AZE.MIL",),
                    places=("sotk", "karabakh"),
                    when=("2020-09-30", "2020-09-30"),
                    count=killed,
                    by=("AZE.GOV", "wakala"),
                    confidence=0.8,
                    rule="passive",
                    why=("because",),
                ),
                claim_of(first, "الهدوء سائد", "ceasefire.holding", by=("ARM.GOV",), background=True),
            ],
            [
                claim_of(
                    second,
                    "اتفق الجانبان على وقف إطلاق النار",
                    "ceasefire.agreed",
                    agents=("ARM", "AZE"),
                    when=("2020-10-10T12:00", "2020-10-10T13:00"),
                    modality="planned",
                )
            ],
        ]
        self.issues = [Issue("reading", "warning", "a.txt", "a word is strange", "look", 3, 5)]
        killed_claim, agreed = self.claims[0][0], self.claims[1][0]
        self.events = [
            Event(
                id="e1",
                kind="casualties.killed",
                claims=(killed_claim.id,),
                when=killed_claim.when,
                places=("sotk",),
                agents=(),
                targets=("AZE.MIL",),
                modality="actual",
                background=False,
                documents=("a.txt",),
                sources=1,
                origins=("AZE.GOV",),
            ),
            Event(
                id="e2",
                kind="ceasefire.agreed",
                claims=(agreed.id,),
                when=None,
                places=(),
                agents=("ARM", "AZE"),
                targets=(),
                modality="planned",
                background=False,
                documents=("b.txt",),
                sources=1,
                origins=("source:wakala",),
            ),
        ]
        status = AssessorStatus("AZE", "met_on_time", "by", (agreed.id,), "said so")
        self.findings = [
            Finding(
                id="f1",
                agreement="nk20",
                clause="NK20.1",
                as_of="2020-11-01",
                sort="obligation",
                status="disputed",
                reason="",
                assessors=(status,),
                claims=(agreed.id,),
                events=("e2",),
            )
        ]
        self.judgement = Judgement(id="j1", verb="accept", about=(killed_claim.id,), who="Nadia", at=AT, reason="seen")

    def put_in(self, ledger: Ledger) -> None:
        """Everything, inside an open run."""
        for source, given, read, claims in zip(self.sources, self.given, self.read, self.claims, strict=True):
            ledger.keep(source, [given])
            issues = self.issues if given.id == "a.txt" else []
            ledger.save_reading(read, claims, issues, WITH, given=ledger.given(given.id)[1])
        ledger.save_events(self.events)
        ledger.save_findings("2020-11-01", self.findings)
        ledger.save_judgement(self.judgement)


@pytest.fixture
def sample() -> Sample:
    return Sample()


@pytest.fixture
def run() -> Run:
    return Run(at=AT, theatre="karabakh", as_of="2020-11-01", knowledge="k1", reader="r1", sources=("a.txt",))


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "ledger.sqlite"


@pytest.fixture
def full(path, run, sample):
    """A ledger with the whole sample in it."""
    with Ledger.open(path, create=True) as ledger:
        with ledger.run(run):
            sample.put_in(ledger)
        yield ledger

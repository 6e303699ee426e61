"""A ledger about an invented valley: quotes, titles and names that must not leave the house, and dangerous cells."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from hudna.events import casualties
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, ReadWith, Run
from hudna.model import (
    Claim,
    Contradiction,
    Count,
    Document,
    Event,
    Figure,
    Judgement,
    Published,
    Reading,
    SourceFile,
    Verdicts,
)
from hudna.publish.exporters import EXPORTERS, Filter, Wanted, make_export, profile

HERE = Path(__file__).parent
NOW = datetime(2030, 6, 30, 12, 0, tzinfo=UTC)
PRIVATE = "سمير الطحان"
"""A private person of the valley."""
TEXTS = {
    "one.txt": (
        "=HYPERLINK(1) قصف مدفعي على الطاحونة الصغيرة قتل فيه 12 مدنيا، قال الجار سمير الطحان.\n"
        "-5 درجات وقال الدفاع إن القتلى أربعة على الأقل."
    ),
    "two.txt": "@سمير الطحان يكتب: انسحبت قوات الضفة الغربية من المعبرتين وأسر جنديان.",
}


def document(key, **more):
    text = TEXTS[key]
    sha = hashlib.sha256(text.encode()).hexdigest()
    fields = {"published": Published("2030-06-01", "2030-06-01", "given"), **more}
    return Document(id=key, text=text, text_sha256=sha, bytes_sha256=sha, **fields)


def claim(key, doc, quote, kind, **more):
    start = TEXTS[doc].index(quote)
    return Claim(id=key, doc=doc, start=start, end=start + len(quote), quote=quote, kind=kind, rule="by hand", **more)


DOCUMENTS = (
    document("one.txt", source="valleywire", title="=cmd|'/c calc'!A1", url="https://valleywire.example/samir-tahhan"),
    document("two.txt", source="مدونة سمير الطحان", title=PRIVATE),
)
_DAY = ("2030-06-01", "2030-06-01")
_THERE = {"places": ("little_mill",), "when": _DAY, "agents": ("WESB.MIL",), "targets": ("EASB.CVL",)}
CLAIMS = (
    claim("K1", "one.txt", "=HYPERLINK(1) قصف مدفعي على الطاحونة الصغيرة", "hostilities.shelling",
          by=("EASB.samir_tahhan", "valleywire"), **_THERE),
    claim("K2", "one.txt", "قتل فيه 12 مدنيا", "casualties.killed", by=("EASB.PRES.oster",),
          count=Count("killed", 12, 12, "exact", "civilian", "EASB"), **_THERE),
    claim("K3", "one.txt", "-5 درجات وقال الدفاع إن القتلى أربعة على الأقل", "casualties.killed", by=("EASB.MOD",),
          count=Count("killed", 4, None, "at_least", "person", "EASB"), **_THERE),
    claim("K4", "two.txt", "انسحبت قوات الضفة الغربية من المعبرتين", "implementation.withdrawal",
          agents=("WESB.MIL",), places=("twinford", "little_mill"), when=("2030-05-18", "2030-05-24")),
    claim("K5", "two.txt", "أسر جنديان", "casualties.captured", targets=("WESB.MIL",),
          count=Count("captured", 2, 2, "exact", "soldier", "WESB")),
)  # fmt: skip


def figure(one, speaker):
    count = one.count
    return Figure(one.id, count.measure, count.lo, count.hi, count.bound, count.who, count.side, speaker, speaker,
                  doc=one.doc)  # fmt: skip


def event(key, claims, **more):
    first = claims[0]
    return Event(
        id=key,
        kind=first.kind,
        claims=tuple(one.id for one in claims),
        when=first.when,
        places=first.places,
        agents=first.agents,
        targets=first.targets,
        modality="actual",
        background=False,
        documents=tuple(dict.fromkeys(one.doc for one in claims)),
        sources=1,
        verdicts=Verdicts("claimed_by_one_party", "alleged", "not_assessed"),
        **more,
    )


_APART = Contradiction(
    "count.killed",
    "exclusive",
    (Reading("12", ("EASB.PRES.oster",), ("K2",)), Reading("at least 4", ("EASB.MOD",), ("K3",))),
    "by hand",
)
EVENTS = (
    event("E1", CLAIMS[:3], origins=("EASB.samir_tahhan", "EASB.PRES.oster", "EASB.MOD"), contradictions=(_APART,),
          figures=(figure(CLAIMS[1], "EASB.PRES.oster"), figure(CLAIMS[2], "EASB.MOD"))),
    event("E2", CLAIMS[3:4], origins=("source:مدونة سمير الطحان",)),
    event("E3", CLAIMS[4:5], origins=("source:مدونة سمير الطحان",), figures=(figure(CLAIMS[4], "source:two"),)),
)  # fmt: skip


def fill(path, *, documents=DOCUMENTS, claims=CLAIMS, events=EVENTS, judgements=()):
    with Ledger.open(path, create=True) as book, book.run(Run(at="2030-06-02T00:00:00Z", theatre="valley")):
        for one in documents:
            data = one.text.encode()
            book.keep(SourceFile(sha256=one.bytes_sha256, size=len(data), name=one.id, data=data), [one])
            given, digest = book.given(one.id)
            found = [each for each in claims if each.doc == one.id]
            book.save_reading(
                msgspec.structs.replace(given, published=one.published), found, [], ReadWith("k", "r"), given=digest
            )
        book.save_events(events)
        for one in judgements:
            book.save_judgement(one)
    return path


def reject(key, about):
    return Judgement(id=key, verb="reject", about=(about,), who="B. Reader", at="2030-06-03T00:00:00Z", reason="no")


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge(folders=[HERE / "valley"])


@pytest.fixture
def ledger(tmp_path):
    return fill(tmp_path / "ledger.sqlite")


@pytest.fixture
def exported(ledger, knowledge, tmp_path):
    """Exports some formats of the ledger and gives the folder and the manifest."""

    def make(*names, shown="public", now=NOW, out="out", since=None, book=None, **more):
        wanted = Wanted(
            exporters=[one for one in EXPORTERS if one.name in names],
            profile=profile(shown),
            language=more.pop("language", "en"),
            now=now,
            losses=lambda one: casualties([one], parties=("EASB", "WESB")),
            filter=Filter(**more.pop("wanted", {})),
            since=since,
            **more,
        )
        with Ledger.open(book or ledger) as opened:
            return tmp_path / out, make_export(opened, knowledge, tmp_path / out, wanted)

    return make

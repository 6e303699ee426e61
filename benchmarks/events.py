"""How fast claims are grouped into events, how much memory it takes, and how both grow.

    python benchmarks/events.py                      10,000 and 100,000 claims
    python benchmarks/events.py 10000 100000 1000000
    python benchmarks/events.py --more 10000 100000  what one more document costs, in a ledger
    python benchmarks/events.py --pairs 500 1000 2000   beside comparing every claim with every other

Each size is measured in a process of its own, so that its peak memory is its own. The claims are synthetic and always
the same: texts of ten claims by some hundreds of outlets over years of a war in a made-up theatre of 2,000 places,
where each thing that happens is told by several texts, with other places, figures and means in some of them. What
reading costs is benchmarks/articles.py.
"""

import argparse
import gc
import hashlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from hudna.events import group_claims
from hudna.events.breath import Breath
from hudna.events.ground import Ground
from hudna.events.likeness import compare
from hudna.events.profile import profiles_of
from hudna.knowledge import Knowledge
from hudna.ledger import Ledger, ReadWith, Run
from hudna.model import Claim, Count, Document, Place, Published, SourceFile, Theatre
from hudna.pipeline import weigh

SEED = 20
PER_TEXT = 10
TELLINGS = 4
"""Claims that tell one happening, on average."""
PER_DAY = 400
"""Claims a day: years of a war that many outlets cover."""
REGIONS, TOWNS = 40, 50
KINDS = (
    "hostilities.shelling",
    "hostilities.air",
    "hostilities.small_arms",
    "hostilities.clash",
    "hostilities.offensive",
    "casualties.killed",
    "casualties.wounded",
    "ceasefire.violated",
    "humanitarian.aid",
    "humanitarian.displacement",
    "diplomacy.talks",
    "statement.accusation",
    "statement.denial",
    "statement.demand",
)
_RUN = Run(at="2031-01-01T00:00:00Z", theatre="made-up")
SIDES = ("NOR", "SUD", "EST")
FIRST = date(2015, 1, 1)


def knowledge() -> Knowledge:
    """A theatre of towns in regions."""
    regions = [_place(f"region{one}", "region", None) for one in range(REGIONS)]
    towns = [_place(f"town{one}", "town", f"region{one // TOWNS}") for one in range(REGIONS * TOWNS)]
    places = (*regions, *towns)
    theatre = Theatre("made-up", "", "", "+00:00", (), places, (), (), (), ("NOR", "SUD"))
    return Knowledge((theatre,), {}, {place.code: place for place in places}, {}, (), (), {}, "benchmark")


def _place(code: str, sort: str, parent: str | None) -> Place:
    return Place(code, code, code, sort, 0.0, 0.0, 1.0, parent)


class Happening(NamedTuple):
    """What several texts tell."""

    day: int
    kind: str
    agent: str
    target: str
    town: int
    number: int


def corpus(size: int, truth: dict[str, Happening] | None = None) -> tuple[list[Claim], list[Document]]:
    """So many claims and their documents, always the same, in no order; `truth` takes what each claim tells."""
    draw = random.Random(SEED)  # noqa: S311 - a corpus, no secret
    happenings = [_happening(draw, size) for _ in range(max(1, size // TELLINGS))]
    by_day: dict[int, list[Happening]] = {}
    for _ in range(size):
        told = draw.choice(happenings)
        by_day.setdefault(told.day, []).append(told)
    claims: list[Claim] = []
    documents: list[Document] = []
    for day, news in sorted(by_day.items()):
        draw.shuffle(news)
        for start in range(0, len(news), PER_TEXT):
            doc = f"doc{len(documents):07}"
            documents.append(_document(draw, doc, day))
            portion = news[start : start + PER_TEXT]
            claims.extend(_claim(draw, doc, at, told) for at, told in enumerate(portion))
            if truth is not None:
                truth.update((f"{doc}.{at}", told) for at, told in enumerate(portion))
    draw.shuffle(claims)
    return claims, documents


def _happening(draw: random.Random, size: int) -> Happening:
    agent, target = draw.sample(SIDES, 2)
    day, town = draw.randrange(max(1, size // PER_DAY)), draw.randrange(REGIONS * TOWNS)
    return Happening(day, draw.choice(KINDS), agent, target, town, draw.randrange(1, 60))


def _day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def _document(draw: random.Random, doc: str, day: int) -> Document:
    published = _day(day + draw.randrange(2))
    source = f"outlet{draw.randrange(300)}"
    return Document(doc, "", "", "", source, published=Published(published, published, "given"))


def _claim(draw: random.Random, doc: str, at: int, told: Happening) -> Claim:
    """One telling; half of them name the day, most a town, some only the region, and some nothing."""
    town, region = f"town{told.town}", f"region{told.town // TOWNS}"
    places = draw.choices([(town,), (region,), ()], weights=[7, 2, 1])[0]
    number = told.number + draw.choice([0, 0, 0, 1])
    measure = told.kind.partition(".")[2]
    return Claim(
        id=f"{doc}.{at}",
        doc=doc,
        start=at * 100,
        end=at * 100 + 60,
        quote=f"words {at} of {doc} on what happened in {town}",
        kind=told.kind,
        agents=draw.choices([(told.agent,), ()], weights=[4, 1])[0],
        targets=draw.choices([(told.target,), ()], weights=[3, 2])[0],
        places=places,
        when=draw.choice([(_day(told.day), _day(told.day)), None]),
        count=Count(measure, number, number, "exact", "person") if told.kind.startswith("casualties") else None,
        by=draw.choices([(f"{draw.choice(SIDES)}.MOD",), ()], weights=[3, 2])[0],
    )


def measure(size: int) -> dict[str, float]:
    """Seconds and memory of grouping so many claims, in this process."""
    claims, documents = corpus(size)
    gc.collect()
    before = _memory()
    begun, busy = time.perf_counter(), time.process_time()
    events = group_claims(claims, documents, [], knowledge())
    spent, busy = time.perf_counter() - begun, time.process_time() - busy
    return {
        "claims": size,
        "events": len(events),
        "seconds": round(spent, 2),
        "processor_seconds": round(busy, 2),
        "microseconds_each": round(busy / size * 1e6, 1),
        "megabytes_claims": before,
        "megabytes_peak": _memory(),
    }


def measure_pairs(size: int) -> dict[str, float]:
    """Processor seconds of comparing every claim with every other, and of grouping the same claims."""
    claims, documents = corpus(size)
    ground, breath = Ground(knowledge()), Breath(documents)
    profiles = profiles_of(claims, documents, ground)
    busy = time.process_time()
    alike = sum(
        one.family.name == other.family.name and compare(one, other, breath).points >= one.family.bar
        for one, other in combinations(profiles, 2)
    )
    pairs = time.process_time() - busy
    busy = time.process_time()
    group_claims(claims, documents, [], knowledge())
    grouped = time.process_time() - busy
    return {
        "claims": size,
        "pairs_alike": alike,
        "all_pairs": round(pairs, 2),
        "grouping": round(grouped, 2),
        "ratio": round(pairs / grouped, 1),
    }


def _memory() -> int:
    """Peak of this process so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measure_more(size: int) -> dict[str, float]:
    """Seconds of weighing so many claims in a ledger, and of weighing one more document of ten claims after that."""
    claims, documents = corpus(size)
    told: dict[str, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.doc, []).append(claim)
    last = documents.pop(len(documents) // 2)
    known = knowledge()
    with tempfile.TemporaryDirectory() as folder, Ledger.open(Path(folder) / "ledger.sqlite", create=True) as ledger:
        _keep(ledger, documents, told)
        whole = _weigh(ledger, known)
        _keep(ledger, [last], told)
        more = _weigh(ledger, known)
        nothing = _weigh(ledger, known)
    return {"claims": size, "whole": whole, "one_more": more, "nothing_new": nothing}


def _keep(ledger: Ledger, documents: list[Document], told: dict[str, list[Claim]]) -> None:
    source = SourceFile(sha256=hashlib.sha256(b"made up").hexdigest(), size=7, name="-", data=b"made up")
    empty = hashlib.sha256(b"").hexdigest()
    held = [replace(one, text_sha256=empty, bytes_sha256=source.sha256) for one in documents]
    with ledger.run(_RUN):
        ledger.keep(source, held)
        for document in held:
            given = ledger.given(document.id)
            if given is not None:
                ledger.save_reading(document, told[document.id], [], ReadWith("benchmark", "none"), given=given[1])


def _weigh(ledger: Ledger, known: Knowledge) -> float:
    begun = time.perf_counter()
    with ledger.run(_RUN):
        weigh(ledger, known)
    return round(time.perf_counter() - begun, 2)


def main() -> None:
    """Measure each size in a process of its own."""
    asked = argparse.ArgumentParser(description="Time and memory of grouping claims into events.")
    asked.add_argument("sizes", nargs="*", type=int, default=[10_000, 100_000])
    asked.add_argument("--more", action="store_true", help="what one more document costs in a ledger of this size")
    asked.add_argument("--pairs", action="store_true", help="beside comparing every claim with every other")
    asked.add_argument("--here", action="store_true", help="measure one size in this very process and print JSON")
    said = asked.parse_args()
    if said.here:
        how = measure_more if said.more else measure_pairs if said.pairs else measure
        print(json.dumps(how(said.sizes[0])))
        return
    more = ["--more"] if said.more else ["--pairs"] if said.pairs else []
    for number, size in enumerate(said.sizes):
        command = [sys.executable, __file__, str(size), "--here", *more]
        done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own command
        row = json.loads(done.stdout)
        if number == 0:
            print("".join(f"{name:>18}" for name in row))
        print("".join(f"{value:>18,}" for value in row.values()), flush=True)


if __name__ == "__main__":
    main()

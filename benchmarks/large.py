"""A large made-up ledger: years of claims on the places, sides and sources of a pack, always the same.

    python benchmarks/large.py 1000000 large.sqlite

Nothing of it is news. What matters for speed is as in news: most days are quiet and some are wars; few places and kinds
have most of the events; a happening is told by three texts on average, some with other places or figures; half of the
claims name no day; texts hold ten claims. Sentences are written from templates, so that every claim quotes its text.
"""

import argparse
import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from hudna.knowledge import Knowledge, load_knowledge
from hudna.ledger import Ledger, ReadWith, Run, Weighing
from hudna.model import (
    AssessorStatus,
    Claim,
    Contradiction,
    Count,
    Document,
    Event,
    Figure,
    Finding,
    Judgement,
    Published,
    Reading,
    SourceFile,
    Verdicts,
)

SEED = 6
PER_TEXT = 10
TELLINGS = 3
FIRST, DAYS = date(2020, 1, 1), 2192
"""Six years."""
WARS = ((270, 315, 40.0), (986, 988, 60.0), (1357, 1359, 80.0))
"""(first day, last day, how many times busier): autumn 2020, September 2022, September 2023."""
TRUCE = "2020-11-10"
DATES = ("2025-12-30", "2025-12-31")
"""As of which findings are made."""
_SIDES = ("ARM", "AZE")
_RUN = Run(at="2026-01-01T06:00:00Z", theatre="karabakh", as_of=DATES[-1])

KINDS = {
    "hostilities.shelling": (20, "قصفت {agent} مواقع {target} بالمدفعية قرب {place}"),
    "hostilities.small_arms": (24, "أطلقت {agent} النار من أسلحة خفيفة باتجاه {place}"),
    "hostilities.air": (6, "استهدفت طائرة مسيرة تابعة لـ{agent} موقعا في {place}"),
    "hostilities.clash": (6, "اندلعت اشتباكات بين {agent} و{target} قرب {place}"),
    "casualties.killed": (8, "مقتل {number} من جنود {target} في {place}"),
    "casualties.wounded": (7, "إصابة {number} من جنود {target} في {place}"),
    "ceasefire.violated": (10, "خرقت {agent} وقف إطلاق النار في {place}"),
    "ceasefire.holding": (2, "وقف إطلاق النار صامد في {place}"),
    "humanitarian.aid": (3, "دخول {number} شاحنات مساعدات إلى {place}"),
    "humanitarian.blockade": (2, "إغلاق الطريق المؤدي إلى {place}"),
    "implementation.exchange": (1, "تسليم {number} من أسرى {target}"),
    "implementation.demining": (2, "إزالة {number} لغما في {place}"),
    "diplomacy.talks": (4, "محادثات بين {agent} و{target} حول {place}"),
    "statement.accusation": (5, "اتهمت {agent} {target} بالتصعيد قرب {place}"),
}
"""Kind → (share, sentence)."""
_COUNTED = {"casualties.killed": "killed", "casualties.wounded": "wounded", "humanitarian.aid": "trucks"}
_VIOLENT = ("hostilities.", "ceasefire.violated")


class Happening(NamedTuple):
    """What several texts tell."""

    day: int
    kind: str
    agent: str
    target: str
    place: str
    number: int
    modality: str
    background: bool


class Telling(NamedTuple):
    """One text's words on it."""

    happening: int
    claim: Claim
    source: str


def write(path: Path, size: int) -> None:
    """Write a ledger of about so many claims.

    Raises:
        LedgerError: The file is there already and is no ledger.
    """
    maker = Maker(size)
    with Ledger.open(path, create=True) as ledger, ledger.run(_RUN):
        _hurry(ledger)
        for documents in maker.documents():
            _keep(ledger, documents)
        ledger.save_weighing(Weighing(events=list(maker.events())))
        for as_of in DATES:
            ledger.save_findings(as_of, list(maker.findings(as_of)))
        for judgement in maker.judgements():
            ledger.save_judgement(judgement)


def _hurry(ledger: Ledger) -> None:
    """A made-up file may be lost when the power fails."""
    for pragma in ("synchronous = OFF", "wal_autocheckpoint = 100000", "cache_size = -400000"):
        ledger._database.execute(f"PRAGMA {pragma}")  # noqa: SLF001 - a benchmark's own haste


_SOURCE = SourceFile(sha256=hashlib.sha256(b"made up").hexdigest(), size=7, name="made-up", data=b"made up")


def _keep(ledger: Ledger, documents: Sequence[tuple[Document, list[Claim]]]) -> None:
    ledger.keep(_SOURCE, [document for document, _ in documents])
    for document, claims in documents:
        given = ledger.given(document.id)
        if given is not None:
            ledger.save_reading(document, claims, [], ReadWith("made up", "none"), given=given[1])


class Maker:
    """Draws happenings, has them told, and weighs them as what they are."""

    def __init__(self, size: int) -> None:
        self.draw = random.Random(SEED)  # noqa: S311 - a corpus, no secret
        self.knowledge: Knowledge = load_knowledge(("karabakh",))
        theatre = next(one for one in self.knowledge.theatres if one.id == "karabakh")
        self.places = [one.code for one in theatre.places]
        self.sources = list(self.knowledge.sources)
        self.by_day = self._happenings(max(1, size // TELLINGS))
        self.told: dict[int, list[tuple[Claim, str]]] = {}

    def _happenings(self, size: int) -> dict[int, list[tuple[int, Happening]]]:
        busy = [1.0] * DAYS
        for first, last, times in WARS:
            busy[first:last] = [times] * (last - first)
        found: dict[int, list[tuple[int, Happening]]] = {}
        for number, day in enumerate(self.draw.choices(range(DAYS), busy, k=size)):
            found.setdefault(day, []).append((number, self._happening(day)))
        return found

    def _happening(self, day: int) -> Happening:
        agent, target = self.draw.sample(_SIDES, 2)
        kinds = [*KINDS]
        kind = self.draw.choices(kinds, [KINDS[one][0] for one in kinds])[0]
        place = self.places[min(int(self.draw.paretovariate(0.7)) - 1, len(self.places) - 1)]
        modality = self.draw.choices(("actual", "planned", "demanded", "negated"), (88, 5, 4, 3))[0]
        return Happening(
            day, kind, agent, target, place, self.draw.randrange(1, 60), modality, self.draw.randrange(25) == 0
        )

    def documents(self) -> Iterator[list[tuple[Document, list[Claim]]]]:
        """The texts of each day, with their claims."""
        number = 0
        for day in sorted(self.by_day):
            told = [one for one in self.by_day[day] for _ in range(self._tellings())]
            self.draw.shuffle(told)
            texts = [told[at : at + PER_TEXT] for at in range(0, len(told), PER_TEXT)]
            yield [self._document(f"d{number + at:07}", day, text) for at, text in enumerate(texts)]
            number += len(texts)

    def _tellings(self) -> int:
        return min(int(self.draw.expovariate(1 / (TELLINGS - 0.5))) + 1, 40)

    def _document(self, doc: str, day: int, told: Sequence[tuple[int, Happening]]) -> tuple[Document, list[Claim]]:
        source = self.sources[min(int(self.draw.paretovariate(0.9)) - 1, len(self.sources) - 1)]
        claims: list[Claim] = []
        text = f"{doc} أفادت مصادر بما يلي:\n"
        for number, happening in told:
            quote = self._words(happening)
            claim = self._claim(f"{doc}.{len(claims)}", doc, len(text), quote, happening)
            text += quote + ".\n"
            claims.append(claim)
            self.told.setdefault(number, []).append((claim, source))
        published = Published(_day(day), _day(day), "given") if self.draw.random() < 0.97 else Published()  # noqa: PLR2004 - a few are undated
        digest = hashlib.sha256(text.encode()).hexdigest()
        return Document(
            doc, text, digest, _SOURCE.sha256, source, title=text.split("\n")[1][:80], published=published
        ), claims

    def _words(self, told: Happening) -> str:
        names = {
            role: self.knowledge.actors[code].name_ar for role, code in (("agent", told.agent), ("target", told.target))
        }
        place = self.knowledge.places[told.place]
        spelling = self.draw.choice((place.name_ar, *place.aliases[:3]))
        return KINDS[told.kind][1].format(**names, place=spelling, number=told.number)

    def _claim(self, key: str, doc: str, start: int, quote: str, told: Happening) -> Claim:
        measure = _COUNTED.get(told.kind)
        number = told.number + self.draw.choice((0, 0, 0, 1))
        return Claim(
            id=key,
            doc=doc,
            start=start,
            end=start + len(quote),
            quote=quote,
            kind=told.kind,
            agents=(told.agent,),
            targets=(told.target,),
            places=(told.place,),
            when=(_day(told.day), _day(told.day)) if self.draw.random() < 0.5 else None,  # noqa: PLR2004 - half name a day
            count=Count(measure, number, number, "exact", "soldier", told.target) if measure else None,
            by=(self.draw.choice((f"{told.agent}.MOD", f"{told.target}.MOD")),) if self.draw.random() < 0.7 else (),  # noqa: PLR2004
            modality=told.modality,
            background=told.background,
            rule="made up",
            why=("made up for a benchmark",),
        )

    def events(self) -> Iterator[Event]:
        """What was told, each once."""
        for day in sorted(self.by_day):
            for number, happening in self.by_day[day]:
                if number in self.told:
                    yield self._event(number, happening)

    def _event(self, number: int, told: Happening) -> Event:
        tellings = self.told[number]
        origins = tuple(sorted({claim.by[0] if claim.by else f"source:{source}" for claim, source in tellings}))
        counts = {claim.count.lo for claim, _ in tellings if claim.count}
        independent = "reported_independent" if len(origins) > 1 else "claimed_by_one_party"
        return Event(
            id=f"E{hashlib.sha256(str(number).encode()).hexdigest()[:16]}",
            kind=told.kind,
            claims=tuple(claim.id for claim, _ in tellings),
            when=(_day(told.day), _day(told.day + (6 if number % 25 == 0 else 0))),
            places=(told.place,),
            agents=(told.agent,),
            targets=(told.target,),
            modality=told.modality,
            background=told.background,
            documents=tuple(dict.fromkeys(claim.doc for claim, _ in tellings)),
            sources=len({source for _, source in tellings}),
            origins=origins,
            contradictions=(_contradiction(tellings),) if len(counts) > 1 else (),
            figures=tuple(_figure(claim, source) for claim, source in tellings if claim.count),
            verdicts=Verdicts(independent, "alleged", "complaint", ("made up",)),
            why=("made up for a benchmark",),
        )

    def findings(self, as_of: str) -> Iterator[Finding]:
        """Every duty of every agreement, and an alleged breach for each violent event after the truce."""
        for agreement in self.knowledge.agreements:
            for duty in agreement.obligations:
                yield _finding(
                    f"{agreement.id}.{duty.id}.{as_of}",
                    agreement.id,
                    as_of,
                    sort="obligation",
                    clause=duty.clause,
                    obligation=duty.id,
                )
        for day in sorted(self.by_day):
            for number, told in self.by_day[day]:
                happened = told.modality == "actual" and not told.background and _day(day) >= TRUCE
                if happened and number in self.told and told.kind.startswith(_VIOLENT):
                    yield self._breach(number, told, as_of)

    def _breach(self, number: int, told: Happening, as_of: str) -> Finding:
        event = self._event(number, told)
        status = "corroborated" if len(event.origins) > 1 else "alleged"
        return _finding(
            f"B{event.id[1:]}.{as_of}", "NK20", as_of, sort="alleged_breach", clause="1", obligation="NK20.1a",
            status=status, accused=(told.agent,), claims=event.claims, events=(event.id,),
        )  # fmt: skip

    def judgements(self) -> Iterator[Judgement]:
        """Some decisions, as a desk makes them."""
        for number in sorted(self.told)[::500]:
            event = f"E{hashlib.sha256(str(number).encode()).hexdigest()[:16]}"
            yield Judgement(f"J{number:016}", "accept", (event,), "made up", "2026-01-01T06:00:00Z", "made up")


def _finding(key: str, agreement: str, as_of: str, **fields: object) -> Finding:
    given: dict[str, object] = {
        "status": "unknown",
        "reason": "",
        "claims": (),
        "events": (),
        "why": ("made up",),
        **fields,
    }
    assessors = (AssessorStatus("hudna", str(given["status"]), "-", (), "made up"),)
    return Finding(id=key, agreement=agreement, as_of=as_of, assessors=assessors, **given)  # type: ignore[arg-type]


def _contradiction(tellings: Sequence[tuple[Claim, str]]) -> Contradiction:
    readings = tuple(
        Reading(str(claim.count.lo), (claim.by[0] if claim.by else f"source:{source}",), (claim.id,))
        for claim, source in tellings
        if claim.count
    )
    return Contradiction("count", "exclusive", readings, "the figures differ")


def _figure(claim: Claim, source: str) -> Figure:
    count = claim.count or Count("killed", None, None, "exact")
    speaker = claim.by[0] if claim.by else f"source:{source}"
    return Figure(
        claim.id, count.measure, count.lo, count.hi, count.bound, count.who, count.side, speaker, speaker, doc=claim.doc
    )


def _day(number: int) -> str:
    return (FIRST + timedelta(days=number)).isoformat()


def main() -> None:
    """Write the file, unless it is there."""
    asked = argparse.ArgumentParser(description="Write a large made-up ledger.")
    asked.add_argument("size", type=int)
    asked.add_argument("file", type=Path)
    said = asked.parse_args()
    begun = time.perf_counter()
    write(said.file, said.size)
    print(f"{said.file}: {time.perf_counter() - begun:.0f} s, {said.file.stat().st_size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()

"""Documents come one by one, in any order, with a person's decisions in between: the ledger ends with the same events
and findings, byte for byte, as one that weighs everything at once.

The real rooms, a real ledger, and texts of our own; every step goes through what the ledger kept of the step before.
"""

import random
from pathlib import Path

import msgspec
import pytest

from hudna import pipeline
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.model import Correction, Finding, Judgement, as_value

SAMPLE = Path(__file__).resolve().parents[1] / "examples" / "karabakh"
RUN = Run(at="2031-01-01T00:00:00Z", verb="run", theatre="karabakh")
DAYS = ("2020-12-01", "2023-09-22")
OUTLETS = ("وكالة الجبل", "صحيفة السهل", "إذاعة الوادي")
SENTENCES = (
    "أعلنت وزارة الدفاع الأذربيجانية مقتل {n} جنود في قصف مدفعي على لاتشين.",
    "قالت وزارة الدفاع الأرمينية إن القوات الأذربيجانية أطلقت النار على مواقع قرب سوتك أمس.",
    "ورفضت وزارة الدفاع الأذربيجانية هذا الاتهام وقالت إن مواقعها لم تطلق النار.",
    "وقالت يريفان إن {n} من جنودها قتلوا في اشتباكات على الحدود.",
    "قصفت القوات الأذربيجانية بلدة شوشة في خرق للهدنة.",
    "ونفت باكو خرق الهدنة في قره باغ.",
    "وسلمت القوات الأرمينية محافظة لاتشين إلى أذربيجان.",
    "ودعت موسكو الطرفين إلى وقف إطلاق النار.",
)


@pytest.fixture(scope="module")
def karabakh():
    return load_knowledge(["karabakh"])


def _articles(folder: Path, seed: int) -> list[Path]:
    """The sample, and short reports on three days that speak of the same things."""
    draw = random.Random(seed)  # noqa: S311 - a corpus, no secret
    made = []
    for number in range(12):
        path = folder / f"n{number:02}.txt"
        told = draw.sample(SENTENCES, 4)
        path.write_text("\n".join([f"العدد {number}", *told]).format(n=draw.randint(3, 6)), encoding="utf-8")
        day = f"2020-10-{draw.randint(5, 7):02}"
        side = {"published": day, "source": draw.choice(OUTLETS)} if number % 4 else {"source": OUTLETS[0]}
        path.with_name(f"{path.name}.meta.json").write_text(msgspec.json.encode(side).decode(), encoding="utf-8")
        made.append(path)
    sample = [path for path in sorted(SAMPLE.rglob("*")) if path.suffix in {".txt", ".html", ".jsonl"}]
    return [*made, *sample]


def _take(ledger: Ledger, sources: list[Path], karabakh, rooms=pipeline.STREET) -> None:
    with ledger.run(RUN):
        pipeline.walk(ledger, sources, karabakh, as_of=DAYS[0], rooms=rooms)


def _told(ledger: Ledger, karabakh) -> bytes:
    """Everything that the ledger holds of events and findings."""
    with ledger.run(RUN):
        for day in DAYS:
            pipeline.comply(ledger, karabakh, as_of=day)
    findings = [finding for day in DAYS for finding in ledger.findings(day)]
    return msgspec.json.encode([list(ledger.claims()), list(ledger.events()), findings])


def _decide(ledger: Ledger, wanted: list[Judgement]) -> None:
    with ledger.run(RUN):
        for judgement in wanted:
            ledger.save_judgement(judgement)


def _decisions(ledger: Ledger, draw: random.Random) -> list[Judgement]:
    """Somebody splits an event, merges two, rejects a claim, and corrects two."""
    claims = sorted(claim.id for claim in ledger.claims())
    event = max(ledger.events(), key=lambda event: (len(event.claims), event.id))
    said = {"who": "Nadia", "at": RUN.at, "reason": "seen by eye"}
    return [
        Judgement("J1", "split", (event.claims[0], event.claims[-1]), **said),
        Judgement("J2", "merge", tuple(draw.sample(claims, 2)), **said),
        Judgement("J3", "reject", (draw.choice(claims),), **said),
        Judgement(
            "J4", "correct", (event.claims[1],), value=as_value(Correction(places=("goris",), when=None)), **said
        ),
        Judgement("J5", "correct", (draw.choice(claims),), value=as_value(Correction(kind="hostilities.air")), **said),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_one_by_one_in_any_order_is_all_at_once(seed, tmp_path, karabakh, monkeypatch):
    monkeypatch.setattr(pipeline, "MANY", 1.0)  # few documents: weigh only what changed all the same
    draw = random.Random(seed)  # noqa: S311 - an order, no secret
    folder = tmp_path / "news"
    folder.mkdir()
    paths = _articles(folder, seed)
    draw.shuffle(paths)
    half = len(paths) // 2
    steps_taken = []

    def step(*inputs):
        steps_taken.append(inputs[1])
        return pipeline.STREET.regroup(*inputs)

    rooms = msgspec.structs.replace(pipeline.STREET, regroup=step)
    with Ledger.open(tmp_path / "steps.sqlite", create=True) as ledger:
        for path in paths[:half]:
            _take(ledger, [path], karabakh, rooms)
        decided = _decisions(ledger, draw)
        _decide(ledger, decided)
        for path in paths[half:]:
            _take(ledger, [path], karabakh, rooms)
        steps = _told(ledger, karabakh)
        assert ledger.verify().issues == ()
    with Ledger.open(tmp_path / "once.sqlite", create=True) as ledger:
        _decide(ledger, decided)
        _take(ledger, sorted(paths), karabakh)
        once = _told(ledger, karabakh)
    assert steps == once
    assert len(once) > 10_000
    assert len(steps_taken) > half, "what the ledger kept was used"


def _judged(ledger: Ledger) -> list[Finding]:
    """Findings that people ruled on."""
    return ledger.holding.judged(ledger.judgements())


def _held_at_once(ledger: Ledger, karabakh, day: str) -> bytes:
    """What holding everything gives on what the ledger holds now."""
    judged = _judged(ledger)
    judgements = list(ledger.judgements())
    nouns = list(ledger.events()), list(ledger.claims()), list(ledger.documents())
    held = pipeline.STREET.hold(*nouns, karabakh, day, judgements, judged)
    return msgspec.json.encode(sorted(held, key=lambda one: (one.agreement, one.id)))


def _rulings(ledger: Ledger, day: str) -> list[Judgement]:
    """Somebody rules on a duty, and on an alleged breach if there is one, by their findings."""
    said = {"who": "Nadia", "at": RUN.at, "reason": "seen"}
    duty = next(one for one in ledger.findings(day) if one.sort == "obligation" and one.claims)
    breaches = [one for one in ledger.findings(day) if one.sort == "alleged_breach"][:1]
    ruled = [Judgement(f"J8{one.id}", "rule", (one.id,), value="ruled_violation", **said) for one in breaches]
    return [Judgement("J7", "rule", (duty.id,), value="met_late", **said), *ruled]


@pytest.mark.parametrize("seed", range(3))
def test_after_each_arrival_the_findings_are_those_of_holding_everything(seed, tmp_path, karabakh, monkeypatch):
    monkeypatch.setattr(pipeline, "MANY", 1.0)
    draw = random.Random(seed)  # noqa: S311 - an order, no secret
    day = DAYS[seed % 2]
    paths = _articles(tmp_path, seed)
    draw.shuffle(paths)
    at_once = []

    def hold(*inputs):
        at_once.append(inputs)
        return pipeline.STREET.hold(*inputs)

    rooms = msgspec.structs.replace(pipeline.STREET, hold=hold)
    with Ledger.open(tmp_path / "steps.sqlite", create=True) as ledger:
        for number, path in enumerate(paths):
            if number == len(paths) // 2:
                _decide(ledger, [*_decisions(ledger, draw), *_rulings(ledger, day)])
            with ledger.run(RUN):
                pipeline.walk(ledger, [path], karabakh, as_of=day, rooms=rooms)
            kept = msgspec.json.encode(list(ledger.findings(day)))
            assert kept == _held_at_once(ledger, karabakh, day), path
        assert len(kept) > 10_000
        assert ledger.verify().issues == ()
    assert len(at_once) < len(paths) // 3, "most steps held only what changed"


def test_a_document_that_comes_back_with_another_day_and_publisher_moves_what_rests_on_it(
    tmp_path, karabakh, monkeypatch
):
    monkeypatch.setattr(pipeline, "MANY", 1.0)
    _articles(tmp_path, 7)
    article, side = tmp_path / "moved.txt", tmp_path / "moved.txt.meta.json"
    article.write_text(f"{SENTENCES[4]}\n{SENTENCES[5]}", encoding="utf-8")
    told = [{"published": "2020-11-20", "source": name} for name in OUTLETS[:2]]
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as ledger:
        before: list[Finding] = []
        for said in (*told, {"published": "2020-10-06"}, told[0], {"published": "2020-12-02"}):
            side.write_text(msgspec.json.encode(said).decode(), encoding="utf-8")
            with ledger.run(RUN):
                pipeline.walk(ledger, [tmp_path], karabakh, as_of=DAYS[0])
            found = list(ledger.findings(DAYS[0]))
            assert found != before, said
            assert msgspec.json.encode(found) == _held_at_once(ledger, karabakh, DAYS[0])
            before = found

"""The street with a second opinion: the rules' claims stand, and the ledger knows who was asked."""

import hashlib
import subprocess
import sys

import msgspec
import pytest

from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.model import Claim, Issue
from hudna.pipeline import STREET, walk, with_opinion
from hudna.reading.opinion import Opinion

TEXT = "وكالة الجبل - 12 أكتوبر 2020\nأعلنت أذربيجان مقتل 7 جنود في قصف على لاتشين."
RUN = Run(at="2024-01-01T00:00:00Z", theatre="karabakh")
KNOWLEDGE = load_knowledge(["karabakh"])


class Asked:
    """In place of a model: says what a test tells it to."""

    mark = "model:tester"

    def __init__(self) -> None:
        self.documents: list[str] = []
        self.unanswered = False
        self.trouble: Exception | None = None

    def __call__(self, document, *_: object) -> Opinion:
        self.documents.append(document.id)
        if self.trouble:
            raise self.trouble
        if self.unanswered:
            return Opinion(issues=(Issue("reading", "warning", document.id, "nobody there", "later"),), unanswered=True)
        start = document.text.index("قصف")
        key = hashlib.sha256(document.id.encode()).hexdigest()
        return Opinion((Claim(key, document.id, start, start + 3, "قصف", "hostilities.air", rule=self.mark),))


@pytest.fixture
def asked():
    return Asked()


@pytest.fixture
def article(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path):
    with Ledger.open(tmp_path / "ledger.sqlite", create=True) as book:
        yield book


def go(ledger, article, rooms):
    with ledger.run(RUN):
        return walk(ledger, [article], KNOWLEDGE, as_of="2020-12-01", rooms=rooms)


def rules_of(ledger):
    return [claim for claim in ledger.claims() if not claim.rule.startswith("model:")]


def models_of(ledger):
    return [claim for claim in ledger.claims() if claim.rule.startswith("model:")]


def test_the_models_claims_stand_beside_the_rules(ledger, article, asked):
    go(ledger, article, STREET)
    before = rules_of(ledger)
    assert before
    go(ledger, article, with_opinion(asked))
    assert rules_of(ledger) == before
    assert len(models_of(ledger)) == 1
    assert ledger.verify().issues == ()


def test_nobody_is_asked_twice_and_off_is_off_again(ledger, article, asked):
    go(ledger, article, with_opinion(asked))
    go(ledger, article, with_opinion(asked))
    assert asked.documents == ["a.txt"]
    go(ledger, article, STREET)
    assert models_of(ledger) == []
    assert rules_of(ledger)


def test_who_did_not_answer_is_asked_again_by_the_next_run(ledger, article, asked):
    asked.unanswered = True
    summary = go(ledger, article, with_opinion(asked))
    assert rules_of(ledger)
    assert "nobody there" in [issue.reason for issue in summary.issues_met]
    asked.unanswered = False
    summary = go(ledger, article, with_opinion(asked))
    assert len(models_of(ledger)) == 1
    assert summary.issues == {}
    go(ledger, article, with_opinion(asked))
    assert len(asked.documents) == 2


def test_a_defect_costs_the_opinion_alone(ledger, article, asked):
    asked.trouble = KeyError("no such field")
    summary = go(ledger, article, with_opinion(asked))
    assert rules_of(ledger)
    (issue,) = summary.issues_met
    assert (issue.severity, "KeyError" in issue.reason) == ("warning", True)


def test_a_broken_reading_asks_nobody(ledger, article, asked):
    def broken(document, knowledge, *, dated=(), mentions=False):
        raise KeyError("no such rule")

    go(ledger, article, with_opinion(asked, msgspec.structs.replace(STREET, read_document=broken)))
    assert asked.documents == []


def test_whoever_does_not_ask_loads_nothing_that_could():
    program = "import sys, hudna.pipeline; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    assert "hudna.pipeline" in loaded
    assert not [name for name in loaded if name.startswith(("hudna.reading.opinion", "http.client", "ssl"))]

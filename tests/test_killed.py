"""A run that is killed at any moment is taken up by the next one and ends with the same ledger.

The real command, the real rooms, sixty articles of our own making, and SIGKILL. The moments are drawn at random, by
the log: a run is killed as soon as the ledger holds so many entries, so that a slow machine tests the same as a fast
one.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import rows_beside

from hudna.ledger import Ledger

ARTICLES = 60
KILLS = 5
PATIENCE = 120
OUTLETS = ("وكالة الجبل", "صحيفة السهل", "إذاعة الوادي")
SENTENCES = (
    "أعلنت وزارة الدفاع الأذربيجانية مقتل {n} جنود في اشتباكات قرب لاتشين.",
    "وقالت يريفان إن {n} من جنودها أصيبوا في قصف مدفعي.",
    "ودعت موسكو الجانبين إلى وقف إطلاق النار فورا.",
    "ونفت باكو أن تكون قواتها قد خرقت الهدنة في قره باغ.",
    "وأضاف المتحدث أن عملية تبادل الأسرى ستستأنف غدا.",
)


@pytest.fixture(scope="module")
def articles(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    chance = random.Random(60)  # noqa: S311 - not a secret
    for number in range(ARTICLES):
        sentences = [chance.choice(SENTENCES).format(n=chance.randint(3, 30)) for _ in range(6)]
        dated = f"{chance.choice(OUTLETS)} - {chance.randint(1, 28)} أكتوبر 2020\n" if number % 3 else ""
        (folder / f"{number:02}.txt").write_text(dated + "\n".join(sentences), encoding="utf-8")
    return folder


def command(articles: Path, ledger: Path) -> list[str]:
    fixed = ["--theatre", "karabakh", "--as-of", "2020-12-01", "--max-issues", "1000"]
    return [sys.executable, "-m", "hudna", "run", str(articles), "--ledger", str(ledger), *fixed]


def finish(articles: Path, ledger: Path) -> None:
    done = subprocess.run(command(articles, ledger), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def entries(ledger: Path) -> int:
    """How long the log is; 0 while there is none."""
    return rows_beside(ledger, "log")


def kill_at(articles: Path, ledger: Path, length: int) -> None:
    """Start a run and kill it when the log has so many entries, or let it be when it ends before."""
    run = subprocess.Popen(command(articles, ledger), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while run.poll() is None and entries(ledger) < length:
        assert time.monotonic() < until, "the run goes nowhere"
    if run.poll() is None:
        os.kill(run.pid, signal.SIGKILL)
    run.wait()


def test_killed_and_resumed_is_the_same_as_never_killed(articles, tmp_path):
    whole, torn = tmp_path / "whole.sqlite", tmp_path / "torn.sqlite"
    finish(articles, whole)
    chance = random.Random()  # noqa: S311 - other moments every time
    moments = sorted(chance.sample(range(1, entries(whole)), KILLS))
    for moment in [0, *moments]:
        kill_at(articles, torn, moment)
        if torn.exists() and torn.stat().st_size and entries(torn):
            with Ledger.open(torn) as ledger:
                assert ledger.verify().sound, f"killed at {moment} of {moments}"
    finish(articles, torn)
    with Ledger.open(whole) as one, Ledger.open(torn) as two:
        assert two.content_digest() == one.content_digest(), f"killed at {moments}"
        assert list(two.claims()) == list(one.claims())
        assert two.verify().issues == ()
        assert one.counts()["documents"] == ARTICLES


def test_a_run_that_finds_everything_done_writes_nothing(articles, tmp_path):
    ledger = tmp_path / "ledger.sqlite"
    finish(articles, ledger)
    before = ledger.read_bytes()
    finish(articles, ledger)
    assert ledger.read_bytes() == before

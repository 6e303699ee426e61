"""Real watches: files are dropped, processes killed and started again, and the ledger is that of one run."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime

import pytest
from tests.conftest import rows_beside

from hudna.cli.health import health_of
from hudna.ledger import Ledger, Pulse

from .conftest import hudna

PATIENCE = 120
FIXED = ("--theatre", "karabakh", "--as-of", "2020-12-01")
QUICK = ("--every", "0.2", "--rest", "0.2", "--batch", "3")
FILES = 24


def article(number: int) -> str:
    day = 1 + number % 28
    return (
        f"وكالة الجبل - {day} أكتوبر 2020\n"
        f"أعلنت وزارة الدفاع الأذربيجانية مقتل {number + 3} جنود في قصف مدفعي على لاتشين.\n"
        "ودعت موسكو الجانبين إلى وقف إطلاق النار."
    )


@pytest.fixture
def incoming(tmp_path):
    folder = tmp_path / "incoming"
    folder.mkdir()
    return folder


def drop(folder, numbers) -> None:
    for number in numbers:
        (folder / f"{number:02}.txt").write_text(article(number), encoding="utf-8")


def start(incoming, ledger, *more) -> subprocess.Popen[str]:
    words = [sys.executable, "-m", "hudna", "watch", str(incoming), "--ledger", str(ledger), *FIXED, *QUICK, *more]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def documents(ledger) -> int:
    """How many documents there are; 0 while there is no ledger."""
    return rows_beside(ledger, "documents")


def wait_for(ledger, number, watch) -> None:
    until = time.monotonic() + PATIENCE
    while documents(ledger) < number:
        assert watch.poll() is None, "the watch ended"
        assert time.monotonic() < until, "the watch goes nowhere"
        time.sleep(0.05)


def one_run(incoming, path):
    assert hudna("run", incoming, "--ledger", path, *FIXED).exit_code == 0
    return path


def digest(path) -> str:
    with Ledger.open(path) as book:
        assert book.verify().issues == ()
        return book.content_digest()


def test_killed_again_and_again_it_ends_as_one_run(incoming, tmp_path):
    ledger = tmp_path / "watched.sqlite"
    drop(incoming, range(8))
    for reached in (2, 9, 15):
        watch = start(incoming, ledger)
        try:
            wait_for(ledger, reached, watch)
            drop(incoming, range(8, min(FILES, reached + 9)))
        finally:
            os.kill(watch.pid, signal.SIGKILL)
            watch.communicate()
    drop(incoming, range(FILES))
    done = hudna("watch", incoming, "--ledger", ledger, *QUICK, "--once", "--as-of", "2020-12-01")
    assert done.exit_code == 0, done.output
    assert digest(ledger) == digest(one_run(incoming, tmp_path / "whole.sqlite"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_cleanly(incoming, tmp_path, number):
    ledger = tmp_path / "watched.sqlite"
    drop(incoming, range(3))
    watch = start(incoming, ledger, "--json")
    try:
        wait_for(ledger, 3, watch)
        watch.send_signal(number)
        watch.communicate(timeout=PATIENCE)
    finally:
        watch.kill()
    assert watch.returncode == 0
    with Ledger.open(ledger) as book:
        assert book.verify().sound
        assert [one.what for one in book.log()][-1] == "run.finished"


def test_what_is_taken_is_not_taken_again_and_writes_nothing(incoming, tmp_path):
    ledger = tmp_path / "watched.sqlite"
    drop(incoming, range(5))
    once = ("watch", incoming, "--ledger", ledger, *FIXED, *QUICK, "--once", "--json")
    first, before = hudna(*once), ledger.read_bytes()
    second = hudna(*once)
    assert [json.loads(one.stdout)["taken"] for one in (first, second)] == [5, 0]
    assert ledger.read_bytes() == before
    (incoming / "00.txt").write_text(article(20), encoding="utf-8")
    assert json.loads(hudna(*once).stdout)["taken"] == 1


def test_batches_are_bounded_and_read_one_after_the_other(incoming, tmp_path):
    ledger = tmp_path / "watched.sqlite"
    drop(incoming, range(7))
    assert hudna("watch", incoming, "--ledger", ledger, *FIXED, *QUICK, "--once").exit_code == 0
    with Ledger.open(ledger) as book:
        steps = [one.what for one in book.log() if one.what in {"document.kept", "watch.taken", "document.read"}]
        noted = [len(json.loads(one.payload)["files"]) for one in book.desk.noted("watch.taken")]
    assert noted == [3, 3, 1]
    assert steps == [
        step for size in (3, 3, 1) for step in [*["document.kept"] * size, "watch.taken", *["document.read"] * size]
    ]


def test_a_file_that_is_written_while_it_should_rest_waits(incoming, tmp_path, monkeypatch):
    ledger = tmp_path / "watched.sqlite"
    once = ("watch", incoming, "--ledger", ledger, *FIXED, *QUICK, "--once", "--json")
    drop(incoming, range(1))

    def written_to(*_):
        with (incoming / "00.txt").open("a", encoding="utf-8") as file:
            file.write("\nوقالت يريفان إن الهدوء عاد.")

    with monkeypatch.context() as while_it_rests:
        while_it_rests.setattr(threading.Event, "wait", written_to)
        told = json.loads(hudna(*once).stdout)
    assert (told["taken"], told["waiting"], documents(ledger)) == (0, 1, 0)
    assert json.loads(hudna(*once).stdout)["taken"] == 1
    with Ledger.open(ledger) as book:
        assert [len(one.text.splitlines()) for one in book.documents()] == [4]


def test_errors_set_the_exit_code(incoming, tmp_path):
    once = ("watch", incoming, tmp_path / "nowhere", "--ledger", tmp_path / "l.sqlite", *FIXED, *QUICK, "--once")
    drop(incoming, range(1))
    done = hudna(*once)
    assert "nowhere" in done.stderr
    assert done.exit_code == 1
    with Ledger.open(tmp_path / "l.sqlite") as book:
        assert [one.where for one in book.issues()] == [str(tmp_path / "nowhere")]


def test_misuse_is_told_before_anything_is_made(incoming, tmp_path):
    assert hudna("watch", "-", "--ledger", tmp_path / "l.sqlite", *FIXED).exit_code == 2
    assert hudna("watch", incoming, "--ledger", tmp_path / "l.sqlite").exit_code == 2
    assert not (tmp_path / "l.sqlite").exists()


# --- health -----------------------------------------------------------------------------------------------------------


def at(iso):
    return datetime.fromisoformat(iso).replace(tzinfo=UTC)


def test_silence_is_held_against_the_usual_rhythm():
    daily = Pulse("a", 4, "", ("2020-10-12", "2020-10-11", "2020-10-10", "2020-10-09"))
    hourly = Pulse("b", 3, "", ("2020-10-12T12:00:00", "2020-10-12T11:00:00", "2020-10-12T10:00:00+04:00"))
    calm = health_of([daily, hourly], at("2020-10-12T10:00:00"), "+04:00")
    assert [(one.silence_hours, one.usual_hours, one.silent) for one in calm] == [(0.0, 24.0, False), (2.0, 1.0, False)]
    later = health_of([daily, hourly], at("2020-10-12T11:30:00"), "+04:00")
    assert [(one.silence_hours, one.silent) for one in later] == [(0.0, False), (3.5, True)]
    much_later = health_of([daily], at("2020-10-16T00:00:00"), "+04:00")
    assert (much_later[0].silence_hours, much_later[0].silent) == (76.0, True)


def test_a_source_without_dates_has_no_rhythm():
    [found] = health_of([Pulse("a", 2, "", ())], at("2020-10-12T10:00:00"), "+04:00")
    assert (found.last, found.silence_hours, found.usual_hours, found.silent) == (None, None, None, False)


def test_the_health_of_each_source_is_told(tmp_path, articles):
    ledger = tmp_path / "l.sqlite"
    for number in range(3):
        sidecar = {"published": f"2020-10-{12 + number}", "source": "وكالة الجبل"}
        (articles / f"{number}.txt").write_text(article(number), encoding="utf-8")
        (articles / f"{number}.txt.meta.json").write_text(json.dumps(sidecar), encoding="utf-8")
    done = hudna("watch", articles, "--ledger", ledger, *FIXED, *QUICK, "--once", "--json")
    told = {one["source"]: one for one in json.loads(done.stdout)["health"]}
    [found] = [one for one in told.values() if one["usual_hours"] is not None]
    assert (found["last"][:10], found["usual_hours"], found["silent"]) == ("2020-10-14", 24.0, True)
    assert found["silence_hours"] > 24
    assert "SILENT" in done.stderr

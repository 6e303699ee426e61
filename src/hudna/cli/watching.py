"""The verb `watch`: folders and files read continuously, batch by batch, until somebody ends it."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hudna.cli.health import Health, health_lines, health_of
from hudna.cli.options import (
    Day,
    a_run,
    known_theatres,
    ledger_option,
    load,
    max_issues_option,
    now,
    sources_argument,
    stamp,
    theatre_of,
    theatre_option,
    today,
)
from hudna.cli.taking import intake_options, intake_with
from hudna.cli.talk import put, say, tell_issues
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.intake import IntakeOptions, Look, Ready, Watcher
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import Issue
    from hudna.pipeline import Met

TAKEN = "watch.taken"
"""What the log calls a batch of files that was kept: its payload holds their marks."""
_SHOWN = 20


@click.command(
    short_help="Read folders continuously.",
    epilog="""\b
Examples:
  hudna watch incoming/ --theatre karabakh --ledger ledger.sqlite
  hudna watch feeds/ pages/ --ledger ledger.sqlite --every 300 --json
  hudna watch incoming/ --ledger ledger.sqlite --once""",
)
@sources_argument()
@theatre_option("The theatre. Needed until the ledger knows it.")
@ledger_option()
@click.option(
    "--every",
    type=click.FloatRange(min=0.1),
    default=60.0,
    show_default=True,
    metavar="SECONDS",
    help="How long to wait between two rounds.",
)
@click.option(
    "--rest",
    type=click.FloatRange(min=0.0),
    default=5.0,
    show_default=True,
    metavar="SECONDS",
    help="A file is taken when it has not changed for so long.",
)
@click.option(
    "--batch",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="FILES",
    help="So many files are taken, read and weighed before the next ones.",
)
@click.option("--once", is_flag=True, help="One round, then end.")
@click.option("--as-of", type=Day(), metavar="DATE", help="The day on which obligations are looked at; else each day.")
@click.option("--json", "as_json", is_flag=True, help="Write each round to standard output as one JSON line.")
@max_issues_option
@intake_options
def watch(sources: tuple[str, ...], theatre: str | None, ledger: Path, **asked: Any) -> None:  # noqa: ANN401
    """Read folders and saved feeds continuously: what is new and at rest is kept, read, weighed, held.

    It goes on where an earlier watch ended, whatever ended it, and takes nothing twice. SIGTERM or Ctrl+C end it after
    the step that it is at; a second one ends it at once. Files that somebody is still writing wait.
    """
    from hudna.ledger import Ledger

    if "-" in sources:
        raise UsageError("standard input cannot be watched", hint="Name files or folders; for `-` use hudna run.")
    if theatre is None and not ledger.exists():
        raise UsageError("which theatre? Name it with --theatre NAME", hint=known_theatres())
    knowledge = load(theatre) if theatre else None
    with Ledger.open(ledger, create=True) as book, _until_told() as stop:
        name = theatre_of(theatre, book)
        watching = _Watch(book, knowledge or load(name), name, sources, stop, asked)
        watching.go()
    if watching.errors > asked["max_issues"]:
        click.get_current_context().exit(1)


@contextmanager
def _until_told() -> Iterator[threading.Event]:
    """An event that SIGTERM and SIGINT set; a second signal does what it does elsewhere."""
    stop = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGTERM, signal.SIGINT)}

    def told(number: int, _: object) -> None:
        stop.set()
        signal.signal(number, before[signal.Signals(number)])

    for number in before:
        signal.signal(number, told)
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Watch:
    """The rounds of one watch."""

    def __init__(
        self,
        book: Ledger,
        knowledge: Knowledge,
        theatre: str,
        sources: Sequence[str],
        stop: threading.Event,
        asked: dict[str, Any],
    ) -> None:
        from hudna.pipeline import own_files

        self._book, self._knowledge, self._theatre, self._sources = book, knowledge, theatre, sources
        self._stop, self._asked = stop, asked
        basis = (
            f"{asked['gate']} {sorted(asked['columns'])} {knowledge.fingerprint if asked['gate'] is not False else ''}"
        )
        self._how: IntakeOptions = intake_with(asked, knowledge)
        self._watcher = _watcher(book, sources, own_files(book.path), basis)
        self._zone = _zone(knowledge)
        self._held = ""
        self._silent: dict[str, bool] = {}
        self.errors = 0

    def go(self) -> None:
        """Round after round."""
        say(f"Watching {', '.join(self._sources)}; Ctrl+C ends it.")
        self._walk(())
        first = True
        while not self._stop.is_set():
            more = self._round(first=first)
            first = False
            if self._asked["once"] and not more:
                break
            if not more:
                self._stop.wait(self._asked["every"])
        say(f"Ended. Ledger: {self._book.path}")

    def _round(self, *, first: bool) -> bool:
        """Look, let rest, look again, take what is ready.

        Returns:
            True when there are more new files than one round takes.
        """
        look = self._look()
        if look.waiting:
            self._stop.wait(self._asked["rest"])
            look = self._look()
        fresh = done = 0
        size = self._asked["batch"]
        for start in range(0, len(look.ready), size):
            if self._stop.is_set():
                break
            batch = look.ready[start : start + size]
            fresh += self._walk(batch).fresh
            done += len(batch)
        if not look.ready and self._held != self._day():
            self._walk(())  # a new day: obligations are looked at again
        self._tell(look, done, fresh, first=first)
        return look.more

    def _look(self) -> Look:
        """One look; what the walk could not reach is recorded."""
        look = self._watcher.look()
        if look.issues:
            with self._book.run(a_run("watch", now(), theatre=self._theatre, sources=self._sources)):
                self._book.save_issues(look.issues)
            self._count(look.issues)
        return look

    def _walk(self, batch: Sequence[Ready]) -> Met:
        """One batch down the whole street; a stop is heeded between two stages, and the next start does the rest."""
        from hudna.pipeline import STREET, Met, comply, find_copies, read_waiting, take_in, weigh

        moment, day = now(), self._day()
        with_what = {"as_of": day, "knowledge": self._knowledge.fingerprint, "reader": STREET.reader}
        book, knowledge = self._book, self._knowledge
        met = Met()
        with book.run(a_run("watch", moment, theatre=self._theatre, sources=self._sources, **with_what)):
            if batch:
                met = take_in(book, [one.path for one in batch], intake=self._how)
                book.note(TAKEN, str(len(batch)), {"files": [one.mark for one in batch]})
                self._watcher.took(batch)
                self._count(met.issues)
            stages: tuple[Callable[[], object], ...] = (
                lambda: read_waiting(book, knowledge),
                lambda: find_copies(book, knowledge),
                lambda: weigh(book, knowledge),
                lambda: comply(book, knowledge, as_of=day),
            )
            for stage in stages:
                if self._stop.is_set():
                    return met
                stage()
        self._held = day
        return met

    def _count(self, issues: Sequence[Issue]) -> None:
        told = [issue for issue in issues if issue.severity != "note"]
        tell_issues(told)
        self.errors += sum(issue.severity == "error" for issue in told)

    def _day(self) -> str:
        return str(self._asked["as_of"] or today(now()))

    # --- what is told -------------------------------------------------------------------------------------------------

    def _tell(self, look: Look, done: int, fresh: int, *, first: bool) -> None:
        moment = now()
        found = health_of(self._book.desk.pulses(), moment, self._zone)
        turned = [one for one in found if self._silent.get(one.source, False) != one.silent or first]
        self._silent = {one.source: one.silent for one in found}
        if not (first or done or turned):
            return
        counts = self._book.desk.totals()
        if done or look.waiting or first:
            say(
                f"{stamp(moment)} {done} files taken, {look.waiting} waiting; {fresh} documents new; "
                f"{counts['documents']:,} documents, {counts['claims']:,} claims, {counts['events']:,} events"
            )
        for line in list(health_lines(turned))[:_SHOWN]:
            say(line)
        if self._asked["as_json"]:
            _put_round(stamp(moment), {"taken": done, "waiting": look.waiting, "fresh": fresh}, counts, found)


def _put_round(at: str, numbers: dict[str, int], counts: dict[str, int], health: Sequence[Health]) -> None:
    import sys

    held = {name: counts[name] for name in ("documents", "claims", "events")}
    put({"at": at, **numbers, **held, "health": health})
    sys.stdout.flush()


def _watcher(book: Ledger, sources: Sequence[str], exclude: Sequence[Path], basis: str) -> Watcher:
    """A watcher that knows what earlier watches took."""
    import msgspec

    from hudna.intake import Watcher

    marks = (mark for entry in book.desk.noted(TAKEN) for mark in msgspec.json.decode(entry.payload)["files"])
    return Watcher(sources, exclude, marks, basis)


def _zone(knowledge: Knowledge) -> str:
    from hudna.knowledge import WORLD

    return next((one.timezone for one in knowledge.theatres if one.id != WORLD), "+00:00")

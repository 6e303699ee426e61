"""The verbs that walk the street: `run`, and each stage alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hudna.cli.late import Before
from hudna.cli.opinions import opinion_options, rooms_with
from hudna.cli.options import (
    a_run,
    as_of_option,
    known_theatres,
    ledger_option,
    limits,
    load,
    max_issues_option,
    now,
    sources_argument,
    theatre_of,
    theatre_option,
    today,
    too_many,
)
from hudna.cli.spreading import ENGINE, LEDGER, engine_options, spread
from hudna.cli.taking import intake_options, intake_with
from hudna.cli.talk import progress, put, tell_day, tell_issues, tell_summary
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import Summary
    from hudna.pipeline import Rooms, Told

_theatre = theatre_option("The theatre; when not given, the one that the ledger was written for.")
_json = click.option("--json", "as_json", is_flag=True, help="Write the summary to standard output as one JSON object.")


@click.command(
    short_help="Walk the whole street.",
    epilog="""\b
Examples:
  hudna run articles/ --theatre karabakh --ledger ledger.sqlite
  cat more.jsonl | hudna run - --theatre karabakh --ledger ledger.sqlite
  hudna run articles/ --theatre karabakh --ledger ledger.sqlite --as-of 2020-12-01 --json""",
)
@sources_argument()
@theatre_option("The theatre: a conflict and its agreement. Needed until the ledger knows it.")
@ledger_option(required=False)
@as_of_option()
@_json
@limits
@intake_options
@engine_options
@opinion_options
def run(
    sources: tuple[str, ...],
    theatre: str | None,
    ledger: Path | None,
    as_of: str | None,
    *,
    as_json: bool,
    max_issues: int,
    fail_on: tuple[str, ...],
    **more: Any,  # noqa: ANN401 - the options of engine_options, intake_options and opinion_options
) -> None:
    """Walk the whole street: keep what the sources hold, read it, weigh it, hold it against the agreement.

    A SOURCE is a file (pages, web archives, feeds, Telegram exports, tables, mail, PDF, Word, text, or ZIP archives of
    these), a folder with all that is in it, or `-` for standard input. What the ledger already has is skipped; a run
    that was killed goes on where it ended. With --engine, archives of any size go into Parquet files, one a day, and no
    ledger is kept.
    """
    from hudna.pipeline import walk

    engine = {name: more.pop(name) for name in ENGINE}
    wanted = {name: more.pop(name) for name in ("gate", "columns")}
    if engine["engine"] != LEDGER:
        spread(sources, theatre, engine, wanted, as_json=as_json, max_issues=max_issues)
        return
    if ledger is None:
        raise UsageError("which ledger? Name a file with --ledger FILE", hint="It is made when it is not there.")
    rooms = rooms_with(more)
    with at_work("run", ledger, theatre, sources=sources, as_of=as_of, create=True, rooms=rooms) as work:
        how = intake_with(wanted, work.knowledge)
        before = Before(work.book)
        summary = walk(work.book, sources, work.knowledge, as_of=work.as_of, intake=how, rooms=rooms, told=work.told)
        before.tell(work.book, work.knowledge)
    if as_of is None:
        tell_day(summary)
    _finish(summary, ledger, as_json=as_json, max_issues=max_issues, fail_on=fail_on)


@click.command(
    short_help="Keep what the sources hold.",
    epilog="""\b
Examples:
  hudna intake articles/ --ledger ledger.sqlite
  cat articles.jsonl | hudna intake - --ledger ledger.sqlite""",
)
@sources_argument()
@ledger_option()
@theatre_option("The theatre whose names the gate looks for; without it nothing is left out.")
@_json
@max_issues_option
@intake_options
def intake(
    sources: tuple[str, ...],
    ledger: Path,
    theatre: str | None,
    *,
    as_json: bool,
    max_issues: int,
    **wanted: Any,  # noqa: ANN401 - the options of intake_options
) -> None:
    """Keep the bytes and the texts of the sources in the ledger, and read nothing yet."""
    from hudna.ledger import Ledger
    from hudna.pipeline import summarise, take_in

    how = intake_with(wanted, load(theatre) if theatre else None)
    with Ledger.open(ledger, create=True) as book:
        with progress() as told, book.run(a_run("intake", now(), sources=sources)):
            met = take_in(book, sources, intake=how, told=told)
        summary = summarise(book, met)
    _finish(summary, ledger, as_json=as_json, max_issues=max_issues)


@click.command(
    short_help="Find the claims of documents.",
    epilog="""\b
Examples:
  hudna read --ledger ledger.sqlite --theatre karabakh
  hudna read --ledger ledger.sqlite --json""",
)
@_theatre
@ledger_option()
@_json
@max_issues_option
@opinion_options
def read(theatre: str | None, ledger: Path, *, as_json: bool, max_issues: int, **opinion: Any) -> None:  # noqa: ANN401
    """Find the claims of every document that is new, or was read with other knowledge or by an older reader."""
    from hudna.pipeline import read_waiting, summarise

    rooms = rooms_with(opinion)
    with at_work("read", ledger, theatre, rooms=rooms) as work:
        done = read_waiting(work.book, work.knowledge, rooms=rooms, told=work.told)
        summary = summarise(work.book, read=done)
    _finish(summary, ledger, as_json=as_json, max_issues=max_issues)


class Work:
    """What a verb works with."""

    def __init__(self, book: Ledger, knowledge: Knowledge, as_of: str, told: Told) -> None:
        self.book, self.knowledge, self.as_of, self.told = book, knowledge, as_of, told


@contextmanager
def at_work(
    verb: str,
    ledger: Path,
    theatre: str | None,
    *,
    sources: Sequence[str] = (),
    as_of: str | None = None,
    create: bool = False,
    rooms: Rooms | None = None,
) -> Iterator[Work]:
    """A ledger with an open run, and the packs. Nothing is created before the theatre was found."""
    from hudna.ledger import Ledger
    from hudna.pipeline import STREET

    if theatre is None and create and not ledger.exists():
        raise UsageError("which theatre? Name it with --theatre NAME", hint=known_theatres())
    moment = now()
    day = as_of or today(moment)
    knowledge = load(theatre) if theatre else None
    with Ledger.open(ledger, create=create) as book:
        name = theatre_of(theatre, book)
        knowledge = knowledge or load(name)
        with_what = {"as_of": day, "knowledge": knowledge.fingerprint, "reader": (rooms or STREET).reader}
        with progress() as told, book.run(a_run(verb, moment, theatre=name, sources=sources, **with_what)):
            yield Work(book, knowledge, day, told)


def _finish(summary: Summary, ledger: Path, *, as_json: bool, max_issues: int, fail_on: tuple[str, ...] = ()) -> None:
    """Tell what happened; set the exit code."""
    tell_issues(issue for issue in summary.issues_met if issue.severity != "note")
    tell_summary(summary, ledger)
    if as_json:
        put(summary)
    set_exit_code(summary, max_issues, fail_on)


def set_exit_code(summary: Summary, max_issues: int, fail_on: tuple[str, ...] = ()) -> None:
    """1 for more errors than allowed, or for a status that was named."""
    if too_many(summary.issues, max_issues) or set(fail_on) & summary.obligations.keys():
        click.get_current_context().exit(1)

"""The verbs that show events: `events` and `comply` compute first, `casualties` and `contradictions` only look."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hudna.cli.duties import access_table, duties_table, silence_table
from hudna.cli.labels import Labels
from hudna.cli.late import Before
from hudna.cli.options import (
    as_of_option,
    days_options,
    ledger_option,
    limits,
    load,
    max_issues_option,
    theatre_of,
    theatre_option,
)
from hudna.cli.paper import Days
from hudna.cli.tables import casualties_table, contradictions_table, events_table, sums_table
from hudna.cli.talk import put, say, tell_day, tell_issues
from hudna.cli.walking import at_work, set_exit_code

if TYPE_CHECKING:
    from hudna.events import Disagreement, Sum
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import Event, Finding, Obligation, Summary

LOSSES = ("killed", "wounded", "missing", "captured")
SORTS = ("exclusive", "series", "part_whole", "other_scope", "other_grain", "naming")
RULES = ("own_losses", "independent", "most_origins")
_theatre = theatre_option("The theatre; when not given, the one that the ledger was written for.")
_json_lines = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines instead of a table.")


@click.command(
    short_help="Group claims into events and print them.",
    epilog="""\b
Examples:
  hudna events --ledger ledger.sqlite
  hudna events --ledger ledger.sqlite --from 2020-11-01 --to 2020-11-30 | less
  hudna events --ledger ledger.sqlite --json > events.jsonl""",
)
@_theatre
@ledger_option()
@days_options
@_json_lines
@max_issues_option
def events(
    theatre: str | None, ledger: Path, *, first: str | None, last: str | None, as_json: bool, max_issues: int
) -> None:
    """Group all claims of the ledger into events, with what people have decided (see `hudna judge`), and print them."""
    from hudna.pipeline import summarise, weigh

    with at_work("events", ledger, theatre) as work:
        before = Before(work.book)
        weigh(work.book, work.knowledge, told=work.told)
        before.tell(work.book, work.knowledge)
        summary = summarise(work.book)
        book, labels = work.book, Labels(work.knowledge)
        found = Days(book).within(first, last)
        _print(found, as_json=as_json, table=lambda: events_table(book, labels, found))
    _close(summary, ledger, max_issues=max_issues)


@click.command(
    short_help="Hold events against the agreement and print duties.",
    epilog="""\b
Examples:
  hudna comply --ledger ledger.sqlite --as-of 2020-12-01
  hudna comply --ledger ledger.sqlite --as-of 2020-12-01 --json > findings.jsonl
  hudna comply --ledger ledger.sqlite --fail-on overdue --fail-on breached""",
)
@_theatre
@ledger_option()
@as_of_option()
@_json_lines
@limits
def comply(
    theatre: str | None,
    ledger: Path,
    as_of: str | None,
    *,
    as_json: bool,
    max_issues: int,
    fail_on: tuple[str, ...],
) -> None:
    """Hold the events of the ledger against the agreements, as of a day, and print duties and alleged breaches.

    Findings of other days stay. Below the table: what is said of the ways of monitors and peacekeepers, and which
    sources and parties said nothing on that day.
    """
    from hudna.pipeline import comply, summarise

    with at_work("comply", ledger, theatre, as_of=as_of) as work:
        comply(work.book, work.knowledge, as_of=work.as_of, told=work.told)
        summary = summarise(work.book, as_of=work.as_of)
        book, knowledge, day = work.book, work.knowledge, work.as_of
        found = _in_order(list(book.findings(day)), knowledge)
        _print(found, as_json=as_json, table=lambda: _compliance(book, found, knowledge, day))
    if as_of is None:
        tell_day(summary)
    _close(summary, ledger, max_issues=max_issues, fail_on=fail_on)


def _in_order(found: Sequence[Finding], knowledge: Knowledge) -> list[Finding]:
    """Obligations in the order of the texts, then alleged breaches."""
    order = {key: number for number, key in enumerate(_duties(knowledge))}
    return sorted(found, key=lambda one: (one.sort != "obligation", order.get((one.agreement, one.obligation), -1)))


def _duties(knowledge: Knowledge) -> dict[tuple[str, str], Obligation]:
    return {(agreement.id, duty.id): duty for agreement in knowledge.agreements for duty in agreement.obligations}


def _compliance(book: Ledger, found: Sequence[Finding], knowledge: Knowledge, as_of: str) -> None:
    from hudna.compliance import access_log
    from hudna.events import silence

    labels = Labels(knowledge)
    duties_table(book, labels, found, knowledge)
    claims, documents = list(book.claims()), list(book.documents())
    access_table(book, labels, access_log(list(book.events()), claims, documents, knowledge, as_of))
    silence_table(book, labels, silence(claims, documents, knowledge, as_of))


def _print(found: Sequence[object], *, as_json: bool, table: Callable[[], None]) -> None:
    """As JSON Lines when that is asked for, else as a table for people."""
    if not as_json:
        table()
        return
    for one in found:
        put(one)


def _close(summary: Summary, ledger: Path, *, max_issues: int, fail_on: tuple[str, ...] = ()) -> None:
    """The last words of a verb that printed what it found; sets the exit code."""
    tell_issues(issue for issue in summary.issues_met if issue.severity == "error")
    say(f"{summary.events} events, {summary.contradictions} contradictions. Ledger: {ledger}")
    set_exit_code(summary, max_issues, fail_on)


@click.command(
    short_help="Print losses by event and side: low, best, high.",
    epilog="""\b
Examples:
  hudna casualties --ledger ledger.sqlite
  hudna casualties --ledger ledger.sqlite --from 2023-09-19 --to 2023-09-20
  hudna casualties --ledger ledger.sqlite --rule independent --rule own_losses --json""",
)
@_theatre
@ledger_option()
@days_options
@click.option(
    "--rule",
    "rules",
    multiple=True,
    type=click.Choice(RULES),
    help="Which rule chooses the best figure; may be repeated, the first that decides wins. All, in this order.",
)
@_json_lines
def casualties(
    theatre: str | None,
    ledger: Path,
    *,
    first: str | None,
    last: str | None,
    rules: tuple[str, ...],
    as_json: bool,
) -> None:
    """Print killed, wounded, missing and captured by event, side and sort of people: every figure with who says it.

    Low and high are the least and the most that is claimed, best is one of the claimed figures with the rule that chose
    it. Nothing is added and nothing is averaged.
    """
    from hudna.events import arithmetic, casualties

    with _weighed(ledger) as book:
        knowledge = load(theatre_of(theatre, book))
        told = {event.id: event for event in Days(book).within(first, last)}
        parties = [party for theatre in knowledge.theatres for party in theatre.parties]
        parties += [party for agreement in knowledge.agreements for party in agreement.parties]
        rows = casualties(told.values(), parties=parties, sides=knowledge.sides, rules=rules or RULES)
        sums = [one for one in arithmetic(told.values()) if one.measure in LOSSES]
        labels = Labels(knowledge)
        _print(rows, as_json=as_json, table=lambda: casualties_table(book, labels, rows, told, sums))


@click.command(
    short_help="Print what the accounts differ in.",
    epilog="""\b
Examples:
  hudna contradictions --ledger ledger.sqlite
  hudna contradictions --ledger ledger.sqlite --sort exclusive --from 2023-09-19
  hudna contradictions --ledger ledger.sqlite --sums
  hudna contradictions --ledger ledger.sqlite --json | head""",
)
@_theatre
@ledger_option()
@days_options
@click.option("--sort", "sorts", multiple=True, type=click.Choice(SORTS), help="Only of this sort; may be repeated.")
@click.option("--sums", is_flag=True, help="Print sums and rates instead: parts and totals, sides and all, counters.")
@_json_lines
def contradictions(
    theatre: str | None,
    ledger: Path,
    *,
    first: str | None,
    last: str | None,
    sorts: tuple[str, ...],
    sums: bool,
    as_json: bool,
) -> None:
    """Print every field in which the accounts of one event differ, its readings side by side with who gives each.

    What cannot both be true comes first; the sums of their figures come last. What sorts there are: docs/events.md.
    """
    from hudna.events import arithmetic, contradictions, rates

    with _weighed(ledger) as book:
        labels = Labels(load(theatre_of(theatre, book)))
        told = {event.id: event for event in Days(book).within(first, last)}
        made = arithmetic(told.values()), rates(figure for event in told.values() for figure in event.figures)
        if sums:
            _print([*made[0], *made[1]], as_json=as_json, table=lambda: sums_table(labels, *made))
            return
        rows = [row for row in contradictions(told.values()) if not sorts or row.contradiction.sort in sorts]
        _print(rows, as_json=as_json, table=lambda: _differences(book, labels, rows, told, () if sorts else made[0]))


def _differences(
    book: Ledger, labels: Labels, rows: Sequence[Disagreement], told: dict[str, Event], sums: Sequence[Sum]
) -> None:
    contradictions_table(book, labels, rows, told)
    sums_table(labels, sums, ())


@contextmanager
def _weighed(ledger: Path) -> Iterator[Ledger]:
    """A ledger, with a word to people when its events are older than its documents."""
    from hudna.ledger import Ledger

    with Ledger.open(ledger) as book:
        if book.events_behind():
            say("Documents came in after the events were last weighed. To take them in: hudna events --ledger FILE")
        yield book

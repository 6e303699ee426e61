"""Options that several verbs share, the one clock, and the way to the packs."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger, Run
    from hudna.model import Document

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


class Day(click.ParamType[str]):
    """An ISO date, as text."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Check that it is a day of the calendar."""
        try:
            if _DAY.fullmatch(value):
                datetime.strptime(value, "%Y-%m-%d").replace(tzinfo=UTC)
                return value
        except ValueError:
            pass
        return self.fail(f"{value!r} is not a date like 2020-11-10", param, ctx)


def ledger_option(*, required: bool = True) -> Decorator:
    """`--ledger FILE`."""
    return click.option(
        "--ledger", type=click.Path(path_type=Path), required=required, metavar="FILE", help="The ledger file."
    )


def theatre_option(words: str) -> Decorator:
    """`--theatre NAME`."""
    return click.option("--theatre", metavar="NAME", help=words)


def as_of_option(words: str = "The day on which obligations are looked at; today (UTC) when not given.") -> Decorator:
    """`--as-of DATE`."""
    return click.option("--as-of", type=Day(), metavar="DATE", help=words)


def days_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`--from DATE` and `--to DATE`."""
    verb = click.option("--to", "last", type=Day(), metavar="DATE", help="Only what touches this day or earlier.")(verb)
    words = "Only what touches this day or later (undated news: its publication)."
    return click.option("--from", "first", type=Day(), metavar="DATE", help=words)(verb)


def sources_argument(*, required: bool = True) -> Decorator:
    """`SOURCE…`: files, folders, or `-`."""
    return click.argument("sources", nargs=-1, required=required, metavar="SOURCE..." if required else "[SOURCE]...")


def limits(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`--max-issues N` and `--fail-on STATUS`: when the exit code is 1."""
    verb = click.option(
        "--fail-on",
        multiple=True,
        metavar="STATUS",
        help="Exit with 1 when an obligation has this status (overdue, breached, disputed …); may be repeated.",
    )(verb)
    return max_issues_option(verb)


def max_issues_option(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`--max-issues N`."""
    return click.option(
        "--max-issues",
        type=click.IntRange(min=0),
        default=0,
        show_default=True,
        metavar="N",
        help="Exit with 1 when more than N errors were met; warnings and notes do not count.",
    )(verb)


def now() -> datetime:
    """The clock, asked once for each command. No other room has one."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A moment as the log writes it."""
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def today(moment: datetime) -> str:
    """Its day."""
    return moment.strftime("%Y-%m-%d")


def load(theatre: str) -> Knowledge:
    """The packs of a theatre: one that ships, or a folder of one's own.

    Raises:
        UsageError: There is no such theatre; the hint lists those that there are.
        PackError: A pack is wrong.
    """
    from hudna.knowledge import load_knowledge, theatre_names

    if os.sep in theatre or (Path(theatre) / "theatre.toml").is_file():
        return load_knowledge(folders=[Path(theatre)])
    if theatre not in theatre_names():
        raise UsageError(f"there is no theatre {theatre!r}", hint=known_theatres(theatre))
    return load_knowledge([theatre])


def knowledge_of(theatre: str | None) -> Callable[[Document], Knowledge]:
    """The packs for a document: those of the theatre that was named, or of the one that its text is about."""
    if theatre:
        knowledge = load(theatre)
        return lambda document: knowledge  # noqa: ARG005
    from hudna.knowledge import load_knowledge, theatre_names
    from hudna.reading.recognise.theatres import TheatreFinder

    finder = TheatreFinder(load_knowledge(theatre_names()))
    loaded: dict[str | None, Knowledge] = {}

    def find(document: Document) -> Knowledge:
        name = finder.find(document.text)
        if name not in loaded:
            loaded[name] = load_knowledge([name] if name else [])
        return loaded[name]

    return find


def known_theatres(meant: str = "") -> str:
    """A sentence that lists the theatres, after the one that was meant when a name is like it."""
    from hudna.knowledge import theatre_titles

    titles = theatre_titles()
    called = {word.casefold(): name for name, words in titles.items() for word in (name, *words)}
    close = difflib.get_close_matches(meant.casefold(), called, n=1)
    guess = f"Did you mean {called[close[0]]!r}? " if close else ""
    return f"{guess}Theatres: {', '.join(titles)}. A folder with a theatre of your own will do, too."


def theatre_of(theatre: str | None, ledger: Ledger) -> str:
    """The theatre that was named, or the one that the ledger was written for.

    Raises:
        UsageError: Neither says.
    """
    found = theatre or ledger.theatre()
    if not found:
        raise UsageError("which theatre? Name it with --theatre NAME", hint=known_theatres())
    return found


def a_run(verb: str, moment: datetime, *, theatre: str | None = None, sources: Sequence[str] = (), **more: Any) -> Run:  # noqa: ANN401
    """What the ledger notes about this command."""
    from hudna import __version__
    from hudna.ledger import Run

    return Run(at=stamp(moment), verb=verb, theatre=theatre, sources=tuple(sources), version=__version__, **more)


def too_many(issues: dict[str, int], limit: int) -> bool:
    """Whether there were more errors than allowed."""
    return issues.get("error", 0) > limit

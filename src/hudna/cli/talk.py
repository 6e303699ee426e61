"""What is said on standard error: progress, issues, the table at the end. Standard output is for data."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from pathlib import Path

    from hudna.model import Issue, Summary
    from hudna.pipeline import Told

_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
_MANY = 20
_OLD = 31
"""Days without a text after which it is said that nobody chose the day of the obligations."""


_STEERING = dict.fromkeys(
    [*range(9), *range(11, 32), *range(0x7F, 0xA0), 0x202D, 0x202E, *range(0xD800, 0xE000)], "\ufffd"
)
"""Control characters other than tab and line end, and what turns letters round."""


def say(words: str) -> None:
    """One line for people."""
    click.echo(words, err=True)


def harmless(words: str) -> str:
    """Words of an article or a file's name that cannot steer a terminal; U+FFFD says that something stood there."""
    return words.translate(_STEERING)


def put(noun: Any) -> None:  # noqa: ANN401 - any noun
    """One JSON object on one line of standard output, in UTF-8 whatever the terminal thinks."""
    import msgspec

    out = sys.stdout.buffer
    out.write(msgspec.json.encode(noun))
    out.write(b"\n")


def line(words: str) -> None:
    """One line of text on standard output, in UTF-8 whatever the terminal thinks."""
    sys.stdout.buffer.write(words.encode("utf-8", errors="replace") + b"\n")


def tell_issue(issue: Issue) -> None:
    """One issue, with its hint."""
    severity = click.style(issue.severity, fg=_COLOURS.get(issue.severity))
    say(
        f"{severity}: {harmless(issue.where)}: {harmless(issue.reason)}"
        + (f" ({harmless(issue.hint)})" if issue.hint else "")
    )


def tell_issues(issues: Iterable[Issue], *, shown: int = _MANY) -> None:
    """The worst first, no more than a screen can hold."""
    order = ("error", "warning", "note")
    ranked = sorted(issues, key=lambda issue: order.index(issue.severity) if issue.severity in order else len(order))
    for issue in ranked[:shown]:
        tell_issue(issue)
    if len(ranked) > shown:
        say(f"… and {len(ranked) - shown} more: hudna export --what issues --ledger FILE")


@contextmanager
def progress() -> Iterator[Told]:
    """Bars on a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None  # noqa: ARG005
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description:<10}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def told(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield told


def tell_summary(summary: Summary, ledger: Path) -> None:
    """The table at the end of a run."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, title="What the ledger holds", title_justify="left", show_header=False)
    table.add_column("")
    table.add_column("", justify="right")
    table.add_column("")
    for what, number, more in _lines(summary):
        table.add_row(what, str(number), more)
    Console(stderr=True, width=None if sys.stderr.isatty() else 120).print(table)
    say(f"Ledger: {ledger}")


def tell_day(summary: Summary) -> None:
    """A word on the day that nobody asked for, when the texts are older than a month by then."""
    if summary.as_of is None or summary.span is None:
        return
    newest = summary.span[1]
    if (date.fromisoformat(summary.as_of) - date.fromisoformat(newest)).days > _OLD:
        say(
            f"Obligations are looked at as of today, {summary.as_of}, but the newest text is of {newest}. "
            f"To look at them as of that day: hudna comply --as-of {newest} --ledger FILE"
        )


def _lines(summary: Summary) -> Iterator[tuple[str, int, str]]:
    met = f"{summary.received} received, {summary.fresh} new or changed, {summary.read} read"
    yield "Documents", summary.documents, f"{met}, {summary.undated} without a date"
    if summary.left_out:
        yield "  left out by the gate", summary.left_out, "hudna export --what left_out shows a sample"
    if summary.span is not None:
        yield "  published", summary.documents - summary.undated, f"{summary.span[0]} to {summary.span[1]}"
    yield "Claims", sum(summary.claims.values()), ""
    for name, number in summary.claims.items():
        yield f"  {name}", number, ""
    yield "Events", summary.events, "claims about the same happening count as one"
    yield "Contradictions", summary.contradictions, "different accounts of one event, kept side by side"
    yield "Obligations", sum(summary.obligations.values()), f"as of {summary.as_of}" if summary.as_of else ""
    for name, number in summary.obligations.items():
        yield f"  {name}", number, ""
    yield "Alleged breaches", summary.alleged_breaches, ""
    yield "Issues", sum(summary.issues.values()), ", ".join(f"{n} {name}" for name, n in summary.issues.items())

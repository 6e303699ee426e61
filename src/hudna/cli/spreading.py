"""`hudna run --engine`: archives without a ledger, on one machine or many."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hudna.cli.options import known_theatres, load, too_many
from hudna.cli.taking import intake_with
from hudna.cli.talk import progress, put, say, tell_issues
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.cluster import Job, Outcome

LEDGER = "ledger"
ENGINE = ("engine", "out", "scheduler", "workers")
"""Names of the options of `engine_options`."""


def engine_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`--engine`, `--out`, `--scheduler`, `--workers`."""
    for option in (
        click.option("--workers", type=click.IntRange(min=1), metavar="N", help="Dask: processes here; one a core."),
        click.option("--scheduler", metavar="ADDRESS", help="Dask: a running scheduler; else one is started here."),
        click.option("--out", metavar="FOLDER", help="With --engine: where the Parquet goes; a folder or s3://…"),
        click.option(
            "--engine",
            type=click.Choice((LEDGER, "here", "dask")),
            default=LEDGER,
            show_default=True,
            help="Who reads: a ledger's run; or, without a ledger, this process or Dask, with Parquet in --out.",
        ),
    ):
        verb = option(verb)
    return verb


def spread(
    sources: Sequence[str],
    theatre: str | None,
    engine: dict[str, Any],
    wanted: dict[str, Any],
    *,
    as_json: bool,
    max_issues: int,
) -> None:
    """Read archives into Parquet.

    Args:
        sources: Files, folders, addresses.
        theatre: A name, or a folder of one's own.
        engine: The options of `engine_options`.
        wanted: The options of `intake_options`.
        as_json: Write the manifest to standard output.
        max_issues: Errors that are not too many.

    Raises:
        UsageError: An option is missing or does not fit, there is nothing to read, or no scheduler answers.
    """
    from hudna.cluster import engine_of, run_cluster

    job = _job(theatre, engine["out"], wanted)
    with progress() as told, engine_of(engine["engine"], engine["scheduler"], engine["workers"]) as who:
        outcome = run_cluster(sources, job, who, told)
    _tell(outcome, job.out)
    if as_json:
        put(outcome)
    if too_many(outcome.issues, max_issues):
        click.get_current_context().exit(1)


def _job(theatre: str | None, out: str | None, wanted: dict[str, Any]) -> Job:
    from hudna.cluster import Job

    if out is None:
        raise UsageError("where to? Name a folder with --out FOLDER", hint="With --engine nothing is kept in a ledger.")
    if theatre is None:
        raise UsageError("which theatre? Name it with --theatre NAME", hint=known_theatres())
    knowledge = load(theatre)  # what is wrong with the options is told before any worker is started
    how = intake_with({**wanted}, knowledge)
    folder = (str(Path(theatre).resolve()),) if (Path(theatre) / "theatre.toml").is_file() else ()
    columns = tuple(sorted(how.columns.items()))
    return Job(out, () if folder else (theatre,), folder, gate=wanted["gate"], columns=columns)


def _tell(outcome: Outcome, out: str) -> None:
    from hudna.cluster import issues_of

    tell_issues(issue for issue in issues_of(out) if issue.severity != "note")
    days = f"{outcome.days[0]} to {outcome.days[-1]}" if outcome.days else "no day"
    say(f"{len(outcome.units):,} files, {outcome.fresh:,} of them read now; {outcome.documents:,} documents ({days})")
    say(f"{outcome.claims:,} claims, {outcome.events:,} events, {sum(outcome.issues.values()):,} issues")
    say(f"Content: {outcome.content}")
    say(f"Parquet: {out}")

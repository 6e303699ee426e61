"""The verb `mentions`: what single phrases mean, for tests, for measuring and for the curious."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from hudna.cli.options import load, max_issues_option, sources_argument, theatre_option
from hudna.cli.talk import put, tell_issue
from hudna.cli.viewing import view_sources
from hudna.errors import InputError

if TYPE_CHECKING:
    from hudna.model import Issue, Mention

TYPES = ("number", "time", "duration", "place", "actor", "speaker")
_DEFAULT = ("number", "time", "duration")


@click.command(
    short_help="Print numbers, times, places … of short texts.",
    epilog="""\b
Examples:
  hudna mentions cases.jsonl > found.jsonl
  hudna mentions --type place --type actor --theatre karabakh cases.jsonl
  hudna mentions --view --theatre karabakh article.txt
  hudna mentions --html seen.html --theatre karabakh articles/
  echo '{"id": "1", "text": "قبل يومين", "reference": "2020-10-10"}' | hudna mentions""",
)
@sources_argument(required=False)
@click.option(
    "--type",
    "types",
    multiple=True,
    type=click.Choice(TYPES),
    help="Print mentions of this type; may be repeated. Without it number, time and duration; in a view all.",
)
@click.option(
    "--conventions",
    type=click.Choice(["news", "everyday"]),
    help="How open times are read; everyday where a text has a reference, else news.",
)
@click.option("--view", is_flag=True, help="Sources are documents: show each text with its mentions underlined.")
@click.option(
    "--html", type=click.Path(path_type=Path), metavar="FILE", help="The same as one page, with the claims beside."
)
@theatre_option("The theatre whose places and actors are looked for; the world alone when not given.")
@max_issues_option
def mentions(
    sources: tuple[str, ...],
    types: tuple[str, ...],
    conventions: str | None,
    theatre: str | None,
    *,
    view: bool,
    html: Path | None,
    max_issues: int,
) -> None:
    """Print the mentions in short texts: `{"id", "text", "reference"}` lines in, `{"id", "found"}` lines out.

    `reference` is the ISO date or date-time that relative times count from; it may be left out. A text with a reference
    is read as what somebody says at that moment: a bare weekday is the coming one. `--conventions news` reads it as
    articles are read: a bare weekday is the last one. A mention has `start`, `end` (offsets into the text) and its
    value: `from` and `to`, `seconds`, `lo` and `hi`, or a `code`.

    With `--view` or `--html` sources are whole documents, as for `hudna claims`, and are shown for people: each line
    with its mentions underlined, what they mean, which rule found them and why.
    """
    if view or html is not None:
        errors = view_sources(sources or ("-",), theatre, types=types, view=view, html=html)
    else:
        errors = _print(sources or ("-",), types or _DEFAULT, conventions, theatre)
    if errors > max_issues:
        click.get_current_context().exit(1)


def _print(sources: tuple[str, ...], types: tuple[str, ...], conventions: str | None, theatre: str | None) -> int:
    """One line for each case; returns how many errors were met."""
    from hudna.knowledge import load_knowledge
    from hudna.model import Issue
    from hudna.pipeline import mentions_in

    knowledge = load(theatre) if theatre else load_knowledge()
    errors = 0
    for case in _cases(sources):
        if isinstance(case, Issue):
            tell_issue(case)
            errors += 1
        else:
            reference = case.get("reference")
            everyday = reference is not None if conventions is None else conventions == "everyday"
            read = mentions_in(case["text"], knowledge, reference=reference, everyday=everyday)
            put({"id": case["id"], "found": [_mention(one) for one in read.mentions if one.type in types]})
            errors += len(read.issues)
            for issue in read.issues:
                tell_issue(issue)
    return errors


def _cases(sources: tuple[str, ...]) -> Iterator[dict[str, Any] | Issue]:
    for source in sources:
        if source == "-":
            yield from _lines(sys.stdin.buffer, "-")
            continue
        try:
            with open(source, "rb") as file:  # noqa: PTH123 - a name as the user gave it
                yield from _lines(file, source)
        except OSError as trouble:
            raise InputError(f"{source}: {trouble.strerror}", hint="Check the path.") from trouble


def _lines(file: BinaryIO, name: str) -> Iterator[dict[str, Any] | Issue]:
    """One case a line; a line that is none gives an issue."""
    for number, line in enumerate(file, start=1):
        if line.strip():
            yield _case(line, f"{name}:{number}")


def _case(line: bytes, where: str) -> dict[str, Any] | Issue:
    import msgspec

    from hudna.model import Issue

    try:
        case = msgspec.json.decode(line, type=dict[str, Any])
    except (msgspec.DecodeError, UnicodeDecodeError) as trouble:
        reason = f"the line is not a JSON object: {trouble}"
    else:
        if isinstance(case.get("text"), str) and "id" in case:
            return case
        reason = "the object needs `id` and `text`"
    return Issue(
        "intake", "error", where, reason, 'A line looks like {"id": "1", "text": "…", "reference": "2020-10-10"}.'
    )


def _mention(mention: Mention) -> dict[str, Any]:
    return {"start": mention.start, "end": mention.end, "type": mention.type, "text": mention.text, **mention.value}

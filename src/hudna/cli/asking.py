"""The verbs that ask: claims of files or of a ledger, the reasons."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from hudna.cli.options import (
    Day,
    knowledge_of,
    ledger_option,
    load,
    max_issues_option,
    sources_argument,
    theatre_of,
    theatre_option,
)
from hudna.cli.talk import harmless, line, put, say, tell_issue
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import Claim, Issue

Wanted = str | tuple[str, ...] | None


@click.command(
    short_help="Print claim records, of files or of a ledger.",
    epilog="""\b
Examples:
  hudna claims --theatre karabakh articles/*.txt > claims.jsonl
  cat articles.jsonl | hudna claims -
  hudna claims --ledger ledger.sqlite --kind casualties --actor AZE --from 2020-10-01 --to 2020-10-10""",
)
@sources_argument(required=False)
@theatre_option("The theatre; when not given, it is recognised in each text, and where there is none the world serves.")
@ledger_option(required=False)
@click.option("--doc", "docs", multiple=True, metavar="ID", help="With --ledger: of this document; may be repeated.")
@click.option("--kind", "kinds", multiple=True, metavar="KIND", help="With --ledger: of this kind or class.")
@click.option(
    "--actor",
    "actors",
    multiple=True,
    metavar="CODE",
    help="With --ledger: in which it, or who belongs to it, stands in any role.",
)
@click.option(
    "--by",
    "speakers",
    multiple=True,
    metavar="CODE",
    help="With --ledger: that it, or who belongs to it, says or relays.",
)
@click.option("--place", "places", multiple=True, metavar="CODE", help="With --ledger: in this place.")
@click.option("--from", "first", type=Day(), metavar="DATE", help="With --ledger: of this day or later.")
@click.option("--to", "last", type=Day(), metavar="DATE", help="With --ledger: of this day or earlier.")
@click.option("--words", default="", metavar="TEXT", help="With --ledger: whose quote holds these words, any spelling.")
@max_issues_option
def claims(
    sources: tuple[str, ...], theatre: str | None, ledger: Path | None, *, max_issues: int, **wanted: Wanted
) -> None:
    """Print claim records as JSON Lines, for files or for what a ledger holds.

    A SOURCE is a file, a folder or `-`. A document is a file (its `doc` is the file's name) or a JSON line with `text`.
    Records come out as documents are read. Who found a claim and why: `hudna explain ID`.
    """
    if bool(sources) == (ledger is not None):
        raise UsageError("name either sources or a ledger", hint="hudna claims FILE…, or hudna claims --ledger FILE")
    if ledger is not None:
        _claims_of_ledger(ledger, theatre, wanted)
        return
    if any(wanted.values()):
        raise UsageError("filters need a ledger", hint="hudna claims --ledger FILE --kind …")
    if _claims_of_sources(sources, theatre) > max_issues:
        click.get_current_context().exit(1)


def _claims_of_ledger(ledger: Path, theatre: str | None, wanted: dict[str, Wanted]) -> None:
    import msgspec

    from hudna.ledger import ClaimFilter, Ledger

    with Ledger.open(ledger) as book:
        whose = {name: _belonging(book, theatre, wanted[name]) for name in ("actors", "speakers") if wanted[name]}
        nothing = True
        for claim in book.claims(msgspec.convert({**wanted, **whose}, ClaimFilter)):
            put(record(claim))
            nothing = False
        if nothing:
            say("No claim fits.")
            if any(wanted[name] for name in _CODES):
                _tell_unknown(load(theatre_of(theatre, book)), wanted)


_CODES = ("kinds", "actors", "speakers", "places")
"""Filters whose values the packs know."""


def _tell_unknown(packs: Knowledge, wanted: dict[str, Wanted]) -> None:
    """Which codes no pack knows, each with one that is like it."""
    classes = {kind.partition(".")[0] for kind in packs.kinds}
    actors, sources = frozenset(packs.actors), frozenset(packs.sources)
    known = (frozenset(classes | {*packs.kinds}), actors, actors | sources, frozenset(packs.places))
    for name, codes in zip(_CODES, known, strict=True):
        for code in wanted[name] or ():
            if code not in codes:
                alike = {one.casefold(): one for one in codes}
                close = difflib.get_close_matches(code.casefold(), alike, n=1)
                guess = f" Did you mean {alike[close[0]]!r}?" if close else ""
                say(f"Hint: the packs know no {_CALLED[name]} {harmless(code)!r}.{guess}")


_CALLED = {"kinds": "kind", "actors": "actor", "speakers": "actor or source", "places": "place"}


def _belonging(book: Ledger, theatre: str | None, codes: Wanted) -> tuple[str, ...]:
    """These actors and all that belong to them, as the packs say."""
    return load(theatre_of(theatre, book)).sides.belonging(codes or (), book.desk.actor_codes())


def _claims_of_sources(sources: tuple[str, ...], theatre: str | None) -> int:
    """Print as we read; returns how many errors were met."""
    from hudna.model import Issue
    from hudna.pipeline import read_sources

    errors = 0
    for item in read_sources(sources, knowledge_of(theatre)):
        issues = (item,) if isinstance(item, Issue) else item.issues
        if not isinstance(item, Issue):
            for claim in item.claims:
                put(record(claim))
        errors += _told(issues)
    return errors


def _told(issues: tuple[Issue, ...]) -> int:
    """Tell all but notes; returns how many are errors."""
    for issue in issues:
        if issue.severity != "note":
            tell_issue(issue)
    return sum(issue.severity == "error" for issue in issues)


def record(claim: Claim) -> dict[str, Any]:
    """A claim as its record (docs/claim-record.md): everything but the reasons."""
    import msgspec

    fields: dict[str, Any] = msgspec.to_builtins(claim)
    del fields["why"]
    return fields


@click.command(
    short_help="Print the reasons, down to the words.",
    epilog="""\b
Examples:
  hudna explain CLAIM_ID --ledger ledger.sqlite
  hudna explain EVENT_ID --ledger ledger.sqlite""",
)
@click.argument("key", metavar="ID")
@ledger_option()
def explain(key: str, ledger: Path) -> None:
    """Print how a finding, an event or a claim came about, down to the words of the text."""
    from hudna.cli.reasons import explain_thing
    from hudna.ledger import Ledger

    with Ledger.open(ledger) as book:
        for words in explain_thing(book, key):
            line(harmless(words))

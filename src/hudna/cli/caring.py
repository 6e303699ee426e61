"""The verbs that take care: a person's decisions, the ledger's soundness, the packs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hudna.cli.options import a_run, known_theatres, ledger_option, load, now, stamp
from hudna.cli.talk import harmless, line, put, say
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger, Verification

VERBS = ("accept", "reject", "correct", "merge", "split", "verify", "rule", "undo")
"""As in `hudna.model.judgement`, which is not loaded for a look at the help (a test compares)."""


@click.command(
    short_help="Add a person's decision.",
    epilog="""\b
Examples:
  hudna judge reject CLAIM --who "N. Haddad" --reason "misread: the figure is of last year" --ledger ledger.sqlite
  hudna judge merge EVENT EVENT --who "N. Haddad" --reason "the same strike" --ledger ledger.sqlite
  hudna judge correct CLAIM --set kind=hostilities.air --set lo=12 --who "N. Haddad" --reason "as the text says" \\
    --ledger ledger.sqlite
  hudna judge rule FINDING --value met_late --who "N. Haddad" --reason "seen on site" --ledger ledger.sqlite
  hudna judge undo JUDGEMENT --who "N. Haddad" --reason "the ministry corrected itself" --ledger ledger.sqlite""",
)
@click.argument("verb", type=click.Choice(VERBS), metavar="VERB")
@click.argument("about", nargs=-1, required=True, metavar="ID...")
@click.option("--who", required=True, metavar="NAME", help="Who decides.")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it is shown wherever the decision is.")
@click.option("--value", metavar="TEXT", help="What is decided, where the verb asks for it (a ruling, a verdict).")
@click.option(
    "--set", "typed", multiple=True, metavar="FIELD=VALUE", help="A corrected field of a claim; may be repeated."
)
@click.option("--supersedes", metavar="ID", help="The earlier judgement that this one takes the place of.")
@ledger_option()
def judge(verb: str, about: tuple[str, ...], ledger: Path, typed: tuple[str, ...], **said: str | None) -> None:
    """Add a person's decision about claims, events, findings or duties.

    VERB is one of accept, reject, correct, merge, split, verify, rule, undo. `rule` needs a --value: a status for a
    duty, a ruling for an event or an alleged breach. `correct` is about one claim and needs --set: kind, modality,
    background, places, first, last, agents, targets, by, measure, lo, hi, bound, people, side; several codes stand
    between commas, and nothing behind the sign means that nobody says. What the machine found stays as it is; the next
    `hudna run`, `hudna events` or `hudna comply` takes the decision in.
    """
    from hudna.ledger import Decision, Ledger, decide

    moment = now()
    with Ledger.open(ledger) as book:
        asked = Decision(verb=verb, about=about, typed=_fields(typed), **said)  # type: ignore[arg-type]
        judgement = decide(book, asked, at=stamp(moment), knowledge=_packs(book))
        with book.run(a_run("judge", moment)):
            book.save_judgement(judgement)
    put(judgement)


def _packs(book: Ledger) -> Knowledge | None:
    """The packs of the ledger's theatre, with the duties that can be ruled on before anything was found about them."""
    theatre = book.theatre()
    return load(theatre) if theatre else None


def _fields(typed: tuple[str, ...]) -> dict[str, str]:
    parts = [one.partition("=") for one in typed]
    for name, sign, _ in parts:
        if not sign:
            raise UsageError(f"{name!r} corrects nothing", hint="--set FIELD=VALUE, for example --set lo=12")
    return {name.strip(): value for name, _, value in parts}


@click.command(
    short_help="Re-hash everything.",
    epilog="""\b
Examples:
  hudna verify --ledger ledger.sqlite
  hudna verify --ledger ledger.sqlite --json""",
)
@ledger_option()
@click.option("--json", "as_json", is_flag=True, help="Write the result to standard output as one JSON object.")
def verify(ledger: Path, *, as_json: bool) -> None:
    """Re-hash everything: bytes, texts, quotes, the chain of the log, and the tables against what the log says.

    The last line is the hash of the log's last entry. Note it down elsewhere: whoever has it can show later that
    nothing before it was changed.
    """
    from hudna.ledger import Ledger

    with Ledger.open(ledger) as book:
        seen = book.verify()
    if as_json:
        put(seen)
    else:
        _tell(seen)
    if not seen.sound:
        click.get_current_context().exit(1)


def _tell(seen: Verification) -> None:
    for issue in seen.issues:
        line(harmless(f"{issue.severity}: {issue.where}: {issue.reason} ({issue.hint})"))
    looked = ", ".join(f"{number} {name.replace('_', ' ')}" for name, number in seen.checked.items() if name != "file")
    line(f"{'Sound' if seen.sound else 'NOT sound'}: {looked}")
    line(f"Content {seen.content}")
    line(f"Log     {seen.head} (entry {seen.entries})")


@click.command(
    short_help="Check the packs.",
    epilog="""\b
Examples:
  hudna check
  hudna check karabakh
  hudna check my-theatre/""",
)
@click.argument("theatres", nargs=-1, metavar="[THEATRE]...")
def check(theatres: tuple[str, ...]) -> None:
    """Check packs: every complaint with file, line and hint.

    A THEATRE is one that ships or a folder of your own; without any, all that ship are checked.
    """
    from hudna.knowledge import check_packs, theatre_names

    shipped = theatre_names()
    for name in theatres:
        if name not in shipped and not Path(name).is_dir():
            raise UsageError(f"there is no theatre {name!r}, and no folder of that name", hint=known_theatres(name))
    named = [name for name in theatres if name in shipped]
    folders = [Path(name) for name in theatres if name not in shipped]
    issues = check_packs(named if theatres else shipped, folders=folders)
    for issue in issues:
        line(f"{issue.where}: {issue.reason}" + (f" ({issue.hint})" if issue.hint else ""))
    if issues:
        click.get_current_context().exit(1)
    say(f"All is well with {', '.join(theatres or shipped)}.")

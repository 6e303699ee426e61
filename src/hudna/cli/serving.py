"""The verb that serves the dashboard."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hudna.cli.options import a_run, ledger_option, load, now, stamp, theatre_of, theatre_option, today
from hudna.cli.talk import say
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import Event, Judgement
    from hudna.publish.web import Settings
    from hudna.publish.web.settings import LossRow

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
SHORTEST_WORD = 12
HIGHEST_PORT = 65535


@click.command(
    short_help="Serve the dashboard to a browser.",
    epilog="""\b
Examples:
  hudna serve --ledger ledger.sqlite --open
  hudna serve --ledger ledger.sqlite --port 8080
  HUDNA_TOKEN="three plain words" hudna serve --ledger ledger.sqlite --host 192.0.2.7""",
)
@ledger_option()
@theatre_option("The theatre; when not given, the one that the ledger was written for.")
@click.option("--host", default="127.0.0.1", show_default=True, metavar="ADDRESS", help="Where to listen.")
@click.option(
    "--port", type=click.IntRange(1, HIGHEST_PORT), default=8743, show_default=True, metavar="N", help="Its port."
)
@click.option(
    "--token",
    envvar="HUDNA_TOKEN",
    metavar="WORD",
    help="A word that readers must know (12 characters or more); also from HUDNA_TOKEN. Needed beyond this machine.",
)
@click.option("--open", "show", is_flag=True, help="Open the browser.")
def serve(ledger: Path, theatre: str | None, *, host: str, port: int, token: str | None, show: bool) -> None:
    """Serve the dashboard of a ledger on this machine, in Arabic and English, until Ctrl+C.

    It asks for nothing outside itself. Others can reach it only when --host says so, and then only with a --token.
    """
    import uvicorn

    from hudna.publish.web import make_app

    _check(host, token)
    app = make_app(settings_for(ledger, theatre, host=host, token=token))
    address = f"http://{_written(host)}:{port}/"
    say(f"Dashboard: {address}  (Ctrl+C ends it)")
    if show:
        click.launch(address)
    uvicorn.run(app, host=host, port=port, log_level="warning", access_log=False, server_header=False)


def settings_for(ledger: Path, theatre: str | None, *, host: str = LOOPBACK[0], token: str | None = None) -> Settings:
    """What the dashboard of a ledger needs.

    Raises:
        LedgerError: There is no such ledger.
        UsageError: Nobody says which theatre.
    """
    from hudna.ledger import Ledger
    from hudna.publish.web import Settings

    with Ledger.open(ledger) as book:
        knowledge = load(theatre_of(theatre, book))
    return Settings(
        open_ledger=partial(Ledger.open, ledger),
        knowledge=knowledge,
        losses=partial(_losses, knowledge),
        judged=partial(_judged, knowledge),
        now=lambda: stamp(now()),
        hosts=_hosts(host),
        token=token,
    )


def _losses(knowledge: Knowledge, events: Iterable[Event]) -> Sequence[LossRow]:
    from hudna.events import casualties

    parties = [party for theatre in knowledge.theatres for party in theatre.parties]
    parties += [party for agreement in knowledge.agreements for party in agreement.parties]
    return casualties(events, parties=parties, sides=knowledge.sides)


def _judged(knowledge: Knowledge, book: Ledger, judgement: Judgement) -> None:
    """Keep a decision, then weigh and hold again as of the day that was last looked at."""
    from hudna.pipeline import comply, weigh

    moment = now()
    as_of = next(reversed(book.as_of_dates()), today(moment))
    with book.run(a_run("serve", moment, as_of=as_of, knowledge=knowledge.fingerprint)):
        if book.save_judgement(judgement):
            weigh(book, knowledge)
            comply(book, knowledge, as_of=as_of)


def _check(host: str, token: str | None) -> None:
    if token is not None and len(token) < SHORTEST_WORD:
        raise UsageError(f"the token has {len(token)} characters", hint=f"Take {SHORTEST_WORD} or more.")
    if token is None and not _is_loopback(host):
        raise UsageError(f"others can reach {host}", hint="Name a word that they must know: --token WORD")


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _hosts(host: str) -> tuple[str, ...]:
    """Names under which the dashboard answers: those of this machine, and the one that it listens under."""
    import socket

    from hudna.publish.web.safety import ANY_ADDRESS

    if _is_loopback(host):
        return LOOPBACK
    everywhere = host in {"0.0.0.0", "::"}  # noqa: S104 - a question, not an answer
    return (*LOOPBACK, *((ANY_ADDRESS, socket.gethostname().lower()) if everywhere else (_written(host).lower(),)))


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host

"""The group of all verbs, and what they share: how errors are told and what the exit code says.

Exit codes: 0 all is well, 1 findings or issues above the limit, 2 misuse (a missing theatre, a missing ledger, a bad
pack). Verb modules are light: what a verb needs beyond click it imports when it is called.
"""

import errno
import os
import sys
from typing import Any

import click

from hudna import __version__
from hudna.cli.asking import claims, explain
from hudna.cli.bundling import bundle
from hudna.cli.caring import check, judge, verify
from hudna.cli.exporting import export, import_
from hudna.cli.mentioning import mentions
from hudna.cli.reporting import report
from hudna.cli.serving import serve
from hudna.cli.walking import intake, read, run
from hudna.cli.watching import watch
from hudna.cli.weighing import casualties, comply, contradictions, events
from hudna.errors import HudnaError

MISUSE = 2
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""What a disk says that takes no more."""


class Front(click.Group):
    """A group whose verbs may raise Hudna's errors, and whose readers may stop reading."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own signature
        """Run a verb; tell errors on stderr."""
        try:
            returned = super().invoke(ctx)
            sys.stdout.flush()
        except HudnaError as error:
            click.echo(f"hudna: {error}", err=True)
            ctx.exit(MISUSE)
        except BrokenPipeError:
            _stop_writing()
            ctx.exit(0)
        except OSError as error:
            if error.errno not in _FULL:
                raise
            _stop_writing()
            click.echo(
                f"hudna: the output cannot be written: {error.strerror}\nHint: Make room, or write elsewhere.", err=True
            )
            ctx.exit(MISUSE)
        return returned

    def list_commands(self, ctx: click.Context) -> list[str]:
        """In the order of the street, not of the alphabet."""
        del ctx
        return list(self.commands)


def _stop_writing() -> None:
    """The reader of our output has had enough («hudna claims … | head»). Nothing is wrong; nothing more is written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(
    cls=Front,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    epilog="""\b
Start here:
  hudna run articles/ --theatre karabakh --ledger ledger.sqlite
  hudna report --ledger ledger.sqlite --lang en --out report.html

\b
Data goes to standard output, talk to standard error.
Exit code: 0 all is well, 1 issues or findings above the limit, 2 misuse.""",
)
@click.version_option(__version__, prog_name="hudna")
def cli() -> None:
    """Watch a ceasefire: read what is published, keep apart who claims what, hold it against the agreement.

    Each stage is a verb of its own; `hudna run` walks all of them. `hudna VERB --help` shows examples.
    """


_WALKING = (run, watch, intake, read, events, comply)
_ASKING = (casualties, contradictions, serve, report, claims, mentions, explain)
_CARING = (judge, export, bundle, import_, verify, check)
for verb in (*_WALKING, *_ASKING, *_CARING):
    cli.add_command(verb)

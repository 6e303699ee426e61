"""The options that say how sources are taken in: what the gate leaves out, and what tables' columns mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.intake import IntakeOptions
    from hudna.knowledge import Knowledge

FIELDS = ("text", "id", "url", "source", "title", "published")
_OPTIONS = (
    click.option(
        "--gate/--no-gate",
        default=None,
        help="Leave out what names nothing of the theatre: everywhere, or nowhere.  [default: in web archives]",
    ),
    click.option(
        "--column",
        "columns",
        multiple=True,
        metavar="FIELD=COLUMN",
        help="For tables: which column holds text, id, url, source, title or published; may be repeated.",
    ),
)


def intake_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`--gate/--no-gate` and `--column FIELD=COLUMN`."""
    for option in reversed(_OPTIONS):
        verb = option(verb)
    return verb


def intake_with(wanted: dict[str, Any], knowledge: Knowledge | None) -> IntakeOptions:
    """What the options ask for; they are taken out of `wanted`.

    Raises:
        UsageError: A column is for a field that there is not, or the gate is asked for without a theatre.
    """
    from hudna.intake import IntakeOptions, gate_of

    asked, columns = wanted.pop("gate"), wanted.pop("columns")
    gate = gate_of(knowledge) if knowledge is not None and asked is not False else None
    if asked and gate is None:
        raise UsageError("the gate needs a theatre whose names it can look for", hint="Name it with --theatre NAME.")
    return IntakeOptions(gate=gate, gate_all=bool(asked), columns=dict(map(_column, columns)))


def _column(words: str) -> tuple[str, str]:
    field, equals, column = words.partition("=")
    if field not in FIELDS or not equals or not column:
        raise UsageError(f"--column {words}: no such field", hint=f"FIELD=COLUMN with {', '.join(FIELDS)}.")
    return field, column

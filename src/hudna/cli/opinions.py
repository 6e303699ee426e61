"""The options by which a person asks for a second opinion. Without them no connection is ever opened."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from hudna.cli.talk import say
from hudna.errors import UsageError

if TYPE_CHECKING:
    from hudna.pipeline import Rooms

KEY = "HUDNA_OPINION_KEY"
"""Where the key is when no other variable is named."""
_SECONDS = 60.0
_OPTIONS = (
    click.option(
        "--opinion-url",
        envvar="HUDNA_OPINION_URL",
        metavar="URL",
        help="Ask a model for further claims: base of an OpenAI-compatible endpoint. The articles are sent there.",
    ),
    click.option("--opinion-model", envvar="HUDNA_OPINION_MODEL", metavar="NAME", help="The model to ask."),
    click.option(
        "--opinion-key-env",
        envvar="HUDNA_OPINION_KEY_ENV",
        metavar="VAR",
        help=f"Environment variable that holds the endpoint's key.  [default: {KEY}, if set]",
    ),
    click.option(
        "--opinion-timeout",
        envvar="HUDNA_OPINION_TIMEOUT",
        type=click.FloatRange(min=0, min_open=True),
        default=_SECONDS,
        show_default=True,
        metavar="SECONDS",
        help="Give up on a document's question after this long.",
    ),
    click.option(
        "--opinion-insecure",
        envvar="HUDNA_OPINION_INSECURE",
        is_flag=True,
        help="Allow http:// to another machine, readable by everybody in between.",
    ),
)


def opinion_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """`--opinion-url URL --opinion-model NAME` and what belongs to them."""
    for option in reversed(_OPTIONS):
        verb = option(verb)
    return verb


def rooms_with(wanted: dict[str, Any]) -> Rooms:
    """The rooms of the street, with a second opinion when an address was given.

    Args:
        wanted: The values of the options, by their names.

    Raises:
        UsageError: Model or key are missing, or the address will not do.
    """
    from hudna.pipeline import STREET, with_opinion

    if not wanted["opinion_url"]:
        _refuse_lone_options()
        return STREET
    if not wanted["opinion_model"]:
        raise UsageError("which model? Name it with --opinion-model NAME")
    from hudna.reading.opinion import Endpoint, SecondOpinion

    endpoint = Endpoint(
        url=wanted["opinion_url"],
        model=wanted["opinion_model"],
        key=_key(wanted["opinion_key_env"]),
        timeout=wanted["opinion_timeout"],
        insecure=wanted["opinion_insecure"],
    )
    say(f"Second opinion: the articles read now are sent to {endpoint.host} (model {endpoint.model})")
    return with_opinion(SecondOpinion(endpoint))


def _refuse_lone_options() -> None:
    """Options on the command line that would do nothing are a mistake; variables left set are not."""
    context = click.get_current_context()
    typed = click.core.ParameterSource.COMMANDLINE
    lone = [
        name for name in context.params if name.startswith("opinion_") and context.get_parameter_source(name) is typed
    ]
    if lone:
        raise UsageError(f"--{lone[0].replace('_', '-')} says nothing without --opinion-url URL")


def _key(variable: str | None) -> str:
    key = os.environ.get(variable or KEY, "").strip()
    if variable and not key:
        raise UsageError(f"the environment variable {variable} that should hold the endpoint's key is empty")
    return key

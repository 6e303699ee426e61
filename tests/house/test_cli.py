"""Every verb explains itself, with an example, and the door opens fast."""

import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner

from hudna.cli import main
from hudna.cli.app import cli

HEAVY = (
    "fastwarc",
    "hijridate",
    "jinja2",
    "resiliparse",
    "rich",
    "sqlite3",
    "hudna.knowledge",
    "hudna.pipeline",
)


def _verbs(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            verb = command.get_command(context, name)
            assert verb is not None, f"{name} is listed and does not exist"
            yield from _verbs(verb, (*path, name))


VERBS = [pytest.param(path, verb, id=" ".join(("hudna", *path))) for path, verb in _verbs(cli)]


def test_main_is_a_plain_function_and_cli_a_group():
    assert callable(main)
    assert not isinstance(main, click.Command)
    assert isinstance(cli, click.Group)


@pytest.mark.parametrize(("path", "verb"), VERBS)
def test_every_verb_has_help(path, verb):
    assert (verb.help or "").strip(), f"hudna {' '.join(path)} says nothing of itself"
    shown = CliRunner().invoke(cli, [*path, "--help"], prog_name="hudna")
    assert shown.exit_code == 0, shown.output


@pytest.mark.parametrize(("path", "verb"), VERBS)
def test_every_option_has_help(path, verb):
    silent = [
        option.name
        for option in verb.params
        if isinstance(option, click.Option) and not option.hidden and not (option.help or "").strip()
    ]
    assert not silent, f"hudna {' '.join(path)}: options without help"


@pytest.mark.parametrize(("path", "verb"), VERBS)
def test_every_verb_shows_an_example(path, verb):
    told = f"{verb.help or ''}\n{verb.epilog or ''}"
    assert " ".join(("hudna", *path)) in told, "help or epilog shows the verb in use"


def test_the_door_opens_without_the_furniture():
    program = "import sys, hudna.cli.app; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(HEAVY) & set(loaded.stdout.split()), "import these inside the verb that needs them"

import subprocess
import sys

import click
from tests.cli.conftest import hudna

from hudna.cli.app import Front
from hudna.errors import LedgerError


def test_errors_are_told_with_their_hint_and_no_trace():
    @click.group(cls=Front)
    def group():
        pass

    @group.command()
    def fail():
        raise LedgerError("it is locked", hint="wait")

    done = click.testing.CliRunner().invoke(group, ["fail"])
    assert done.exit_code == 2
    assert done.stderr == "hudna: it is locked\nHint: wait\n"


def test_the_version_is_told():
    from hudna import __version__

    assert hudna("--version").stdout == f"hudna, version {__version__}\n"


def test_an_unknown_verb_is_misuse():
    assert hudna("predict").exit_code == 2


def test_output_is_utf8_whatever_the_locale_says():
    case = '{"id": "1", "text": "خمسة"}'.encode()
    command = [sys.executable, "-m", "hudna", "mentions"]
    environment = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, input=case, capture_output=True, check=True, env=environment)
    assert "خمسة" in done.stdout.decode("utf-8")

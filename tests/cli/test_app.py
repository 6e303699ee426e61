import subprocess
import sys
from pathlib import Path

import click
import pytest
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


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_behind_the_output_is_told_without_a_trace():
    case = '{"id": "1", "text": "خمسة"}'.encode()
    environment = {"PYTHONPATH": ":".join(sys.path)}
    command = [sys.executable, "-m", "hudna", "mentions"]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, input=case, stdout=full, stderr=subprocess.PIPE, check=False, env=environment)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("hudna: the output cannot be written")
    assert b"Traceback" not in done.stderr


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

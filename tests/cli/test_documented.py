"""If it is public, it stands in docs/."""

import re
import sqlite3
from pathlib import Path

import click
import pytest

from hudna.cli.app import cli
from hudna.ledger import Ledger

DOCS = Path(__file__).resolve().parents[2] / "docs"


def section(verb: str) -> str:
    words = (DOCS / "commands.md").read_text(encoding="utf-8")
    found = re.search(rf"^##+ hudna {verb}\n(.*?)(?=^##|\Z)", words, flags=re.MULTILINE | re.DOTALL)
    assert found, f"docs/commands.md has no section on hudna {verb}"
    return found.group(1)


@pytest.mark.parametrize("verb", sorted(cli.commands))
def test_every_verb_and_every_option_is_documented(verb):
    told = section(verb)
    options = [option for option in cli.commands[verb].params if isinstance(option, click.Option)]
    missing = [flag for option in options for flag in option.opts if flag.startswith("--") and flag not in told]
    assert not missing


def test_every_table_is_documented(tmp_path):
    path = tmp_path / "ledger.sqlite"
    Ledger.open(path, create=True).close()
    database = sqlite3.connect(path)
    sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_words\\__%' ESCAPE '\\'"
    tables = [name for (name,) in database.execute(sql)]
    database.close()
    words = (DOCS / "ledger.md").read_text(encoding="utf-8")
    assert not [name for name in tables if f"`{name}`" not in words]


def test_every_method_of_the_ledger_is_documented():
    words = (DOCS / "ledger.md").read_text(encoding="utf-8")
    public = [name for name in vars(Ledger) if not name.startswith("_") and callable(getattr(Ledger, name))]
    assert not [name for name in public if name not in {"open", "close", "run"} and f"`{name}`" not in words]


def test_every_sort_of_log_entry_is_documented():
    words = (DOCS / "ledger.md").read_text(encoding="utf-8")
    source = Path(__file__).resolve().parents[2] / "src" / "hudna" / "ledger" / "book.py"
    kinds = set(re.findall(r'"((?:run|bytes|document|issues|events|findings|judgement)\.[a-z]+)"', source.read_text()))
    assert kinds
    assert not [kind for kind in kinds if f"`{kind}`" not in words]

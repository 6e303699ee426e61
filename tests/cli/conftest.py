"""Articles of our own making, a ledger of them, and the command itself."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hudna.cli.app import cli

ARTICLE = """وكالة الجبل - 12 أكتوبر 2020
أعلنت وزارة الدفاع الأذربيجانية مقتل 7 جنود في قصف مدفعي على لاتشين.
ودعت موسكو الجانبين إلى وقف إطلاق النار."""
OTHER = """إذاعة الوادي - 13 أكتوبر 2020
قالت وزارة الدفاع الأرمينية إن تسعة من جنودها قتلوا في لاتشين.
ونفت يريفان خرق الهدنة في قره باغ."""


def hudna(*words: object, stdin: str | bytes | None = None) -> Result:
    """Run the command."""
    return CliRunner().invoke(cli, [str(word) for word in words], input=stdin, prog_name="hudna")


@pytest.fixture
def articles(tmp_path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    (folder / "a.txt.meta.json").write_text('{"published": "2020-10-12"}', encoding="utf-8")
    (folder / "b.txt.meta.json").write_text('{"published": "2020-10-13"}', encoding="utf-8")
    return folder


@pytest.fixture
def ledger(tmp_path, articles) -> Path:
    """A ledger after a whole run."""
    path = tmp_path / "ledger.sqlite"
    done = hudna("run", articles, "--theatre", "karabakh", "--ledger", path, "--as-of", "2020-12-01")
    assert done.exit_code == 0, done.output
    return path

"""One version, in one place."""

import tomllib
from importlib.metadata import version

import hudna


def test_package_and_metadata_agree():
    assert hudna.__version__ == version("hudna")


def test_the_version_is_written_once(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" not in project
    assert "version" in project["dynamic"]

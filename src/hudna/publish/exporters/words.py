"""The exports' own words: heads of the workbook, names of calendar entries."""

import tomllib
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("words.toml")


@cache
def words(language: str) -> dict[str, str]:
    """All words of one language by key."""
    given: dict[str, dict[str, str]] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {key: told[language] for key, told in given.items()}

"""The Arabic word tables of grammar, loaded once and folded."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hudna.knowledge.languages.ar.morphology import split_pair
from hudna.knowledge.languages.ar.spelling import fold

_HERE = Path(__file__).parent


@cache
def table(name: str) -> dict[str, Any]:
    """One TOML table of this folder, as written: `grammar`, `reporting`, `objects`.

    Raises:
        FileNotFoundError: There is no such table.
        tomllib.TOMLDecodeError: The table is not valid TOML.
    """
    return tomllib.loads((_HERE / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def object_classes() -> frozenset[str]:
    """Names of the classes of words that a pattern of a kind may need."""
    return frozenset(table("objects")["lists"]) | {"truce"}


@cache
def phrases(name: str, section: str, key: str) -> tuple[str, ...]:
    """A list of a table, as written, without repetitions."""
    return tuple(dict.fromkeys(table(name)[section][key]))


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """The folded single words of a list; phrases of several words are left to `phrases`."""
    return frozenset(folded for phrase in phrases(name, section, key) if " " not in (folded := fold(phrase)))


@cache
def lexemes(name: str, section: str, key: str) -> frozenset[str]:
    """The folded perfects of a list of pairs («قصف/يقصف»), by which verbs are known."""
    return frozenset(split_pair(pair)[0] for pair in phrases(name, section, key))

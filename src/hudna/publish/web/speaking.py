"""The words of the dashboard: those of the report, and its own beside them."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from hudna.publish.report.wording import Language, Words, messages

_FILE = Path(__file__).with_name("words.toml")


@cache
def own_messages() -> dict[str, dict[str, Any]]:
    """What only the dashboard says, by section and key."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def words_in(language: Language) -> Words:
    """All messages in one language; where both have a section, its keys stand together."""
    shared, own = messages(), own_messages()
    return Words(
        language, {section: {**shared.get(section, {}), **own.get(section, {})} for section in {**shared, **own}}
    )

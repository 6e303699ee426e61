"""The report's own words: messages of `words.toml` in one language, with everything that is filled in isolated.

A number, a code or a Latin name inside Arabic keeps its own direction only when it is isolated (`<bdi>`); a file name
that ends in a closing bracket would otherwise drag the bracket to the wrong side.
"""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal

from markupsafe import Markup

from hudna.errors import UsageError

Language = Literal["ar", "en"]
LANGUAGES: tuple[Language, ...] = ("ar", "en")
DIRECTIONS = {"ar": "rtl", "en": "ltr"}
PLURALS = {"ar": ("zero", "one", "two", "few", "many", "other"), "en": ("one", "other")}
"""Plural forms by language, as CLDR names them."""

_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202d\u202e\ud800-\udfff]")
"""What HTML and XML cannot hold, or UTF-8 cannot, and what turns letters round so that 12 reads 21."""

_FILE = Path(__file__).with_name("words.toml")
_RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "fa", "he", "ps", "sd", "syr", "ug", "ur", "yi"})


@cache
def messages() -> dict[str, dict[str, Any]]:
    """All messages by section and key."""
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


def clean(text: str) -> str:
    """Without what cannot be written: U+FFFD says that something stood there. The ledger keeps it."""
    return _UNWRITABLE.sub("\ufffd", text)


def isolate(value: object) -> Markup:
    """A value that keeps its own direction wherever it stands; text is escaped.

    Markup is our own phrase in the report's language with everything foreign in it isolated already. Wrapping it again
    would turn it round: a browser that guesses the direction of a `<bdi>` looks past the `<bdi>`s inside.
    """
    return value if isinstance(value, Markup) else Markup("<bdi>{}</bdi>").format(value)


def latin(value: object) -> Markup:
    """A file name, a hash, an address: left to right in any paragraph."""
    return Markup('<bdi dir="ltr">{}</bdi>').format(value)


def direction_of(language: str) -> str:
    """`rtl`, or `auto` for a language that we do not know to run right to left."""
    return "rtl" if language.split("-", maxsplit=1)[0] in _RIGHT_TO_LEFT else "auto"


def plural_form(language: str, number: int) -> str:
    """The CLDR plural form of a whole number."""
    if language == "en":
        return "one" if number == 1 else "other"
    if number in {0, 1, 2}:
        return ("zero", "one", "two")[number]
    hundredth = number % 100
    if 3 <= hundredth <= 10:  # noqa: PLR2004 - CLDR's own limits
        return "few"
    return "many" if hundredth > 10 else "other"  # noqa: PLR2004


class Words:
    """Messages in one language.

    Args:
        language: `ar` or `en`.
        table: The messages; those of the report when not given.

    Raises:
        UsageError: The report does not speak this language.
    """

    def __init__(self, language: Language, table: dict[str, dict[str, Any]] | None = None) -> None:
        if language not in LANGUAGES:
            raise UsageError(f"the report does not speak {language!r}", hint=f"It speaks {', '.join(LANGUAGES)}.")
        self.language = language
        self._table = messages() if table is None else table
        self.direction = DIRECTIONS[language]

    def __call__(self, key: str, **values: object) -> Markup:
        """The message `section.key`, its values escaped and isolated.

        Raises:
            KeyError: There is no such message: a defect of the report.
        """
        section, _, name = key.partition(".")
        pattern = Markup(self._table[section][name][self.language])  # noqa: S704 - our own words
        return pattern.format(**{field: isolate(value) for field, value in values.items()})

    def counted(self, what: str, number: int) -> Markup:
        """«3 documents» in the right plural."""
        return self.plural(f"count.{what}", number)

    def plural(self, key: str, number: int, **more: object) -> Markup:
        """A message with plural forms, in the form that goes with a number; `more` is what else it is filled with."""
        section, _, name = key.partition(".")
        forms = self._table[section][name][self.language]
        pattern = Markup(forms[plural_form(self.language, number)])  # noqa: S704 - our own words
        return pattern.format(n=isolate(f"{number:,}"), **{name: isolate(value) for name, value in more.items()})

    def has(self, section: str, code: str) -> bool:
        """Whether there is a label for a code."""
        return code in self._table[section]

    def label(self, section: str, code: str) -> Markup:
        """The label of a code; a code that nobody gave a label is shown as it is, never dropped."""
        return self(f"{section}.{code}") if self.has(section, code) else latin(code)

    def codes(self, section: str) -> tuple[str, ...]:
        """All codes of a section, in the order of its table."""
        return tuple(self._table[section])

    def rank(self, section: str, code: str) -> tuple[int, str]:
        """Where a code stands in its table; unknown ones come last."""
        order = list(self._table[section])
        return order.index(code) if code in order else len(order), code

    def number(self, value: float) -> Markup:
        """A number in Western digits."""
        return isolate(f"{value:,}")

    def joined(self, parts: Iterable[object], by: str = "and_join") -> Markup:
        """Several things in one line."""
        return Markup(str(self(f"page.{by}"))).join(parts)  # type: ignore[arg-type]  # noqa: S704 - our own words

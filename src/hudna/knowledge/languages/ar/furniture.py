"""The words of web pages that are not the article's, loaded and checked (furniture.toml says what its columns mean)."""

from functools import lru_cache
from pathlib import Path

import msgspec

from hudna.errors import PackError
from hudna.knowledge.tomls import read_toml

FILE = Path(__file__).with_name("furniture.toml")
WHERE = ("line", "start", "end", "has")
OPENS = ("", "next", "teasers")


class FurnitureTable(msgspec.Struct, frozen=True):
    """Phrases of one meaning."""

    sort: str
    where: str
    """One of WHERE."""
    phrases: tuple[str, ...]
    opens: str = ""
    """One of OPENS: what the lines after it are."""
    final: bool = False
    """After this head of teasers the article does not go on."""
    edge: bool = False
    """Counts only before and after the article."""
    loose: bool = False
    """A start needs no sign after it."""
    whole: bool = False
    """An end marks the whole line."""
    short: int = 0
    """Counts only in lines of at most so many words; 0 for any."""


class Credit(msgspec.Struct, frozen=True):
    """What stands between the brackets of a picture's or a team's credit."""

    openers: tuple[str, ...]
    team: tuple[str, ...]
    agencies: tuple[str, ...]
    dateline: tuple[str, ...]
    """Words that stand beside a city or an outlet where a report says where it comes from."""


class ClockWords(msgspec.Struct, frozen=True):
    """Words beside the names of the calendar in a line that only tells a date or an hour."""

    cues: tuple[str, ...]
    fillers: tuple[str, ...]


class Call(msgspec.Struct, frozen=True):
    """A call to follow, and where to."""

    verbs: tuple[str, ...]
    targets: tuple[str, ...]


class Ticker(msgspec.Struct, frozen=True):
    """Units of the small numbers in page heads."""

    units: tuple[str, ...]


class Running(msgspec.Struct, frozen=True):
    """How a paragraph of an article goes on."""

    openers: tuple[str, ...]
    waw: tuple[str, ...]
    """Words that begin with «و» by themselves."""


class FurnitureWords(msgspec.Struct, frozen=True):
    """The whole of furniture.toml."""

    table: tuple[FurnitureTable, ...]
    credit: Credit
    clock: ClockWords
    ticker: Ticker
    call: Call
    running: Running


@lru_cache(maxsize=1)
def load_furniture() -> FurnitureWords:
    """The tables, read once.

    Raises:
        PackError: A table is wrong; the message names the file, the line where known, and what to put right.
    """
    words, _ = read_toml(FILE, FILE.read_bytes(), FurnitureWords)
    for table in words.table:
        if table.where not in WHERE or table.opens not in OPENS:
            raise PackError(
                f"a table of {table.sort!r} has where = {table.where!r}, opens = {table.opens!r}",
                file=FILE,
                hint=f"where is one of {', '.join(WHERE)}; opens is next, teasers or absent.",
            )
    return words

"""The words of time, loaded and checked: dates.toml (calendar), times.toml (all other words), conventions.toml.

This file only reads tables. How the words are put together is grammar, and lives in `hudna.reading.recognise.times`.
"""

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from hudna.errors import PackError

_HERE = Path(__file__).parent
DATES_FILE = _HERE / "dates.toml"
TIMES_FILE = _HERE / "times.toml"
CONVENTIONS_FILE = _HERE / "conventions.toml"

MONTH_SYSTEMS = ("levantine", "gulf", "maghreb", "english")
_MONTHS = 12
_HOLIDAY_RULES = ("fixed", "nth-weekday", "easter", "hijri", "unknown")


class TimeWord(msgspec.Struct, frozen=True):
    """What a form means: its sort, which one of the sort, and whether it needs company to be read as a time."""

    sort: str
    key: str
    number: int = 0
    weak: bool = False
    helper: bool = False
    """A preposition or the like: it never starts the search."""


class TimeForm(msgspec.Struct, frozen=True):
    """A written form (not yet folded) with its meaning."""

    form: str
    article: str
    """no: as written; yes: only with the article, written without it here; may: both."""
    word: TimeWord


class Holiday(msgspec.Struct, frozen=True):
    """A holiday and the rule that finds its day."""

    key: str
    rule: str
    """fixed, nth-weekday, easter, hijri or unknown."""
    numbers: tuple[int, ...]
    """fixed and hijri: month, day; nth-weekday: month, weekday, n; easter: days after western Easter Sunday."""
    days: int = 1
    needs_year: bool = False


class Conventions(msgspec.Struct, frozen=True):
    """What words mean that language leaves open."""

    name: str
    week_starts: int
    """0 Monday … 6 Sunday."""
    prefers: str
    """past or future: where a bare weekday or day and month is looked for."""
    whole_spans: frozenset[str]
    """Units of which «the last three» means calendar units, not so many days."""
    open_ended_ranges: bool
    """The end of a range after «من» or «بين» is not part of it."""
    parts: dict[str, tuple[str, str]]
    """Part of the day → first and last minute, `HH:MM`, both inclusive."""
    month_edges: dict[str, tuple[int, int]]
    """early, middle, late, end → first and last day, counted from 0."""
    year_edges: dict[str, tuple[int, int]]
    """early, middle, late → first and last month, counted from 0."""


class TimeTables(msgspec.Struct, frozen=True):
    """Everything the three files say."""

    forms: tuple[TimeForm, ...]
    holidays: dict[str, Holiday]
    seasons: dict[str, int]
    """Season → its first month."""
    conventions: dict[str, Conventions]
    lists: dict[str, tuple[str, ...]]
    """name_cues, date_named, year_heads, future_cues, clause_breaks, not_future, motion_verbs, age_words."""


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"not valid TOML: {error}", file=path, hint="Check the quotes and brackets there.") from error


def _months(dates: dict[str, Any]) -> Iterator[TimeForm]:
    numbers = [month["number"] for month in dates["months"]]
    if sorted(numbers) != list(range(1, _MONTHS + 1)):
        raise PackError(f"the months are {numbers}", file=DATES_FILE, hint="Each of 1 to 12 stands once.")
    weak = set(dates["weak_months"]["forms"])
    for month in dates["months"]:
        for system in MONTH_SYSTEMS:
            if not month.get(system):
                raise PackError(
                    f"month {month['number']} has no {system} name", file=DATES_FILE, hint="Every system has 12 months."
                )
            for name in month[system]:
                # an English name is read only in a date or beside its Arabic name
                is_weak = name in weak or system == "english"
                yield _form(name, "month", system, number=month["number"], weak=is_weak)


def _form(form: str, sort: str, key: str, *, number: int = 0, weak: bool = False, article: str = "no") -> TimeForm:
    return TimeForm(form=form, article=article, word=TimeWord(sort=sort, key=key, number=number, weak=weak))


def _calendar_names(dates: dict[str, Any]) -> Iterator[TimeForm]:
    yield from _months(dates)
    if sorted(month["number"] for month in dates["hijri_months"]) != list(range(1, _MONTHS + 1)):
        raise PackError("the Hijri months are not 1 to 12", file=DATES_FILE, hint="Each of 1 to 12 stands once.")
    for month in dates["hijri_months"]:
        for name in month["names"]:
            # one word: also a man's name (رجب، شعبان), or «zero» (صفر)
            yield _form(name, "hijri_month", "hijri", number=month["number"], weak=" " not in name)
    for day in dates["weekdays"]:
        for name in day["names"]:
            yield _form(name, "weekday", "arabic", number=day["number"], article="may")
        for name in day["english"]:
            yield _form(name, "weekday", "english", number=day["number"], weak=True)


def _long_names(dates: dict[str, Any]) -> Iterator[TimeForm]:
    for season in dates["seasons"]:
        for name in season["names"]:
            yield _form(name, "season", season["key"], article="may", weak=True)
    for decade in dates["decades"]:
        for name in decade["names"]:
            yield _form(name, "decade", "decade", number=decade["tens"], article="may")
    for holiday in dates["holidays"]:
        for name in holiday["names"]:
            yield _form(name, "holiday", holiday["key"])


def _holiday(entry: dict[str, Any]) -> Holiday:
    kind, _, numbers = entry["rule"].partition(" ")
    if kind not in _HOLIDAY_RULES:
        raise PackError(
            f"holiday {entry['key']}: unknown rule {kind!r}",
            file=DATES_FILE,
            hint=f"Known: {', '.join(_HOLIDAY_RULES)}.",
        )
    separator = "/" if kind == "nth-weekday" else "-"
    parts = [numbers] if kind == "easter" else numbers.replace("/", separator).split(separator)
    return Holiday(
        key=entry["key"],
        rule=kind,
        numbers=tuple(int(part) for part in parts if part),
        days=entry.get("days", 1),
        needs_year=entry.get("needs_year", False),
    )


def _other_words(times: dict[str, Any]) -> Iterator[TimeForm]:
    for entry in times["words"]:
        word = TimeWord(
            sort=entry["sort"],
            key=entry["key"],
            number=entry.get("number", 0),
            weak=entry.get("weak", False),
            helper=entry.get("helper", False),
        )
        if entry["article"] not in {"no", "yes", "may"}:
            raise PackError(f"article = {entry['article']!r}", file=TIMES_FILE, hint="It is no, yes or may.")
        for form in entry["forms"]:
            yield TimeForm(form=form, article=entry["article"], word=word)


def _conventions(name: str, table: dict[str, Any]) -> Conventions:
    return Conventions(
        name=name,
        week_starts=table["week_starts"],
        prefers=table["prefers"],
        whole_spans=frozenset(table["whole_spans"]),
        open_ended_ranges=table["open_ended_ranges"],
        parts={part: (first, last) for part, (first, last) in table["parts"].items()},
        month_edges={edge: (first, last) for edge, (first, last) in table["edges"]["month"].items()},
        year_edges={edge: (first, last) for edge, (first, last) in table["edges"]["year"].items()},
    )


@lru_cache(maxsize=1)
def load_times() -> TimeTables:
    """The tables, read once.

    Raises:
        PackError: A table is wrong; the message names the file and what to put right.
    """
    dates, times, conventions = _read(DATES_FILE), _read(TIMES_FILE), _read(CONVENTIONS_FILE)
    lists = {name: tuple(table.get("forms") or table["prefixes"]) for name, table in times.items() if name != "words"}
    return TimeTables(
        forms=(*_calendar_names(dates), *_long_names(dates), *_other_words(times)),
        holidays={entry["key"]: _holiday(entry) for entry in dates["holidays"]},
        seasons={season["key"]: season["first_month"] for season in dates["seasons"]},
        conventions={name: _conventions(name, table) for name, table in conventions.items()},
        lists=lists,
    )

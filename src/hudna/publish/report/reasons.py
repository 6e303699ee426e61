"""The machine's reasons in the reader's language.

Rules write English sentences, which the ledger keeps and every export hands on. A page or a report looks each one up in
a catalogue (`reasons.toml`) whose keys are the sentences with braces for their values, as gettext does with whole
messages; here the values stand in the sentence already and are taken out of it again. Codes among them (actors, places,
statuses) are named as everywhere else, in English too. A sentence that no key fits is shown as it is, never dropped.
"""

import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import msgspec
from markupsafe import Markup

from hudna.model import Count
from hudna.publish.report.corrected import Telling
from hudna.publish.report.counting import figure_words
from hudna.publish.report.wording import isolate, latin

_FILE = Path(__file__).with_name("reasons.toml")
_WORD = re.compile(r"[^\s,;:()]+")
_NUMBER = re.compile(r"[\d.,]+%?")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]+)?)?)?"
_LINKED = re.compile(r"«(.+?)» \((\S+?)(?: to (\S+))?\)", re.DOTALL)
_READING = re.compile(r"«([^»]+)»: (\w+) \((.*)\)", re.DOTALL)
_FIGURE = re.compile(r"(?:(about|at least|at most|more than|fewer than) )?([\d,]+)(?: to ([\d,]+))?")
_ORIGIN = re.compile(r"([^()]+) \(([^()]+)\)(?:, |$)")
_LABELLED = ("status", "violation", "breach", "happened")
"""Tables of words whose codes stand in sentences."""
_BOUNDS = ("dozens", "hundreds", "thousands", "several")

Called = Callable[[str], str]
"""How a report calls a claim: its number in brackets, or its id where it is not told."""


class Pattern(msgspec.Struct, frozen=True):
    """One key of the catalogue."""

    key: str
    english: Markup
    arabic: Markup
    matches: re.Pattern[str]
    first: str
    """The word that it begins with; empty where a value may stand there."""


@cache
def patterns() -> tuple[Pattern, ...]:
    """The catalogue, in its order."""
    tables = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(_pattern(key, said) for table in tables.values() for key, said in table.items())


def _pattern(key: str, said: str | dict[str, str]) -> Pattern:
    told = {"en": key, "ar": said} if isinstance(said, str) else said
    pieces = []
    for text, name, _, _ in Formatter().parse(key):
        pieces.append(re.escape(text))
        if name is not None:
            again = name in (field for _, field, _, _ in Formatter().parse(key[: key.index(f"{{{name}}}")]))
            pieces.append(f"(?P={name})" if again else f"(?P<{name}>{_FORMS[_kind(name)]})")
    first = key.split(" ", maxsplit=1)[0]
    compiled = re.compile("".join(pieces), re.DOTALL)
    english, arabic = Markup(told["en"]), Markup(told["ar"])  # noqa: S704 - our own words
    return Pattern(key, english, arabic, compiled, "" if "{" in first else first)


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


@cache
def _filed() -> dict[str, tuple[Pattern, ...]]:
    """What can fit a sentence, by its first word; under the empty word what fits any other."""
    known = patterns()
    return {word: tuple(one for one in known if one.first in {"", word}) for word in {one.first for one in known}}


class Reasons:
    """Tells sentences of the machine.

    Args:
        telling: Words, names and dates in the report's language.
        called: How claims are called.
    """

    def __init__(self, telling: Telling, called: Called = str) -> None:
        self._words, self._names, self._dating = telling.words, telling.names, telling.dating
        self._called = called

    def __call__(self, sentences: Iterable[str]) -> Iterator[Markup]:
        """Each sentence in the reader's language; as it is where the catalogue does not have it."""
        for sentence in sentences:
            told = self._say(sentence)
            yield told if told is not None else self._as_it_is(sentence)

    def _as_it_is(self, sentence: str) -> Markup:
        words = _WORD.sub(lambda hit: self._called(hit[0]), sentence)
        return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(words)

    def _say(self, sentence: str) -> Markup | None:
        if _NUMBER.fullmatch(sentence):
            return isolate(sentence)
        filed = _filed()
        for pattern in filed.get(sentence.split(" ", maxsplit=1)[0], filed[""]):
            found = pattern.matches.fullmatch(sentence)
            if found is not None:
                values = {name: self._value(_kind(name), text) for name, text in found.groupdict().items()}
                if None not in values.values():
                    return (pattern.arabic if self._words.language == "ar" else pattern.english).format(**values)
        return None

    def _value(self, kind: str, text: str) -> Markup | None:
        """A value as people read it; None where it is of another sort than its name says."""
        told: Callable[[str], Markup | None] = {
            "claim": self._claims,
            "other_claim": self._claims,
            "claims": self._claims,
            "actors": self._actors,
            "places": lambda codes: self._names.places(codes.split(", ")),
            "day": self._dating.at,
            "days": self._days,
            "day_event": self._event,
            "status": self._label,
            "happened": lambda code: self._words.label("happened", code),
            "reading": lambda code: self._words.label("reading_short", code),
            "measure": lambda code: self._words.label("measure", code),
            "field": lambda code: self._words.label("corrected", code),
            "value": lambda said: self._words("corrected.nothing") if said == "nothing" else isolate(said),
            "duty": latin,
            "figure": self._figure,
            "figures": self._figures,
            "views": self._views,
            "readings": self._readings,
            "parts": self._parts,
            "rest": lambda said: self._say(said) if said else Markup(),
            "why": self._say,
        }.get(kind, isolate)
        return told(text)

    # --- values -------------------------------------------------------------------------------------------------------

    def _claims(self, ids: str) -> Markup:
        return self._words.joined(latin(self._called(one)) for one in ids.split(", "))

    def _actors(self, codes: str) -> Markup:
        return self._words.joined(self._names.speaker(code) for code in codes.split(", "))

    def _days(self, said: str) -> Markup:
        first, _, last = said.partition(" to ")
        return self._dating.between(first, last or first)

    def _event(self, said: str) -> Markup | None:
        found = _LINKED.fullmatch(said)
        if found is None:
            return None
        when = self._dating.between(found[2], found[3] or found[2])
        return self._words("page.parenthesis", what=Markup("«{}»").format(isolate(found[1])), value=when)

    def _label(self, code: str) -> Markup:
        return self._words.label(next((name for name in _LABELLED if self._words.has(name, code)), "status"), code)

    def _figure(self, said: str) -> Markup | None:
        if said in _BOUNDS:
            return self._words(f"figure.{said}")
        found = _FIGURE.fullmatch(said)
        if found is None:
            return self._words("figure.several") if said == "a number" else None
        low = int(found[2].replace(",", ""))
        high = int(found[3].replace(",", "")) if found[3] else low
        return figure_words(Count("", low, high, (found[1] or "exact").replace(" ", "_")), self._words)

    def _figures(self, said: str) -> Markup | None:
        """«about 100 (ARM.GOV), 32 (AZE)»."""
        found = _ORIGIN.findall(said)
        figures = [(self._figure(figure), origin) for figure, origin in found]
        if ", ".join(f"{figure} ({origin})" for figure, origin in found) != said:
            return None
        told = [
            self._words("page.parenthesis", what=figure, value=self._names.speaker(origin))
            for figure, origin in figures
            if figure is not None
        ]
        return self._words.joined(told) if len(told) == len(figures) else None

    def _views(self, said: str) -> Markup:
        """«ARM: overdue; AZE: met_on_time»."""
        pairs = (one.rpartition(": ") for one in said.split("; "))
        told = (
            self._words("page.colon", what=self._names.speaker(who), value=self._label(code)) for who, _, code in pairs
        )
        return self._words.joined(told, by="then_join")

    def _readings(self, said: str) -> Markup | None:
        """«by»: met_on_time (done …); «before»: met_late (done …)."""
        told = []
        for one in re.split(r"; (?=«\w+»: \w+ \()", said):
            found = _READING.fullmatch(one)
            why = self._say(found[3]) if found is not None else None
            if found is None or why is None:
                return None
            status = self._words("page.parenthesis", what=self._label(found[2]), value=why)
            reading = self._words.label("reading_short", found[1])
            told.append(self._words("obligation.under_reading", reading=reading, status=status))
        return self._words.joined(told, by="then_join")

    def _parts(self, said: str) -> Markup | None:
        found = self._apart(said.split(", "))
        return self._words.joined(found) if found else None

    def _apart(self, pieces: list[str]) -> list[Markup] | None:
        """Sentences with commas between them, where a comma may also stand inside one."""
        if not pieces:
            return []
        for end in range(1, len(pieces) + 1):
            first = self._say(", ".join(pieces[:end]))
            rest = self._apart(pieces[end:]) if first is not None else None
            if first is not None and rest is not None:
                return [first, *rest]
        return None


_FORMS = {
    "claim": r"\S+",
    "other_claim": r"\S+",
    "n": r"[\d.,]+%?",
    "numbers": r"[\d., ]+",
    "day": _DAY,
    "days": rf"{_DAY}(?: to {_DAY})?",
    "day_event": r"«.+?» \([^()]+\)",
    "status": r"\w+",
    "happened": r"\w+",
    "reading": r"\w+",
    "measure": r"\w+",
    "field": r"\w+",
    "duty": r"\S+",
    "rest": r"(?:, .+)?",
    **dict.fromkeys(("claims", "actors", "places", "value", "text", "figure", "figures"), ".+?"),
    **dict.fromkeys(("views", "readings", "parts", "why"), ".+?"),
}
"""What can stand in a brace, by its name without digits."""

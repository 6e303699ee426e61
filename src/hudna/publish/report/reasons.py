"""The machine's reasons in the reader's language.

Rules and the door write English sentences, which the ledger keeps and every export hands on. A page or a report looks
each one up in a catalogue (`reasons.toml`, `issues.toml`) whose keys are the sentences with braces for their values, as
gettext does with whole messages; here the values stand in the sentence already and are taken out of it again. Codes
among them (actors, places, statuses) are named as everywhere else, in English too. A sentence that no key fits is shown
as it is, never dropped.
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
from hudna.model.correction import FIELDS
from hudna.model.moment import is_iso
from hudna.publish.report.corrected import Telling
from hudna.publish.report.counting import figure_words
from hudna.publish.report.wording import isolate, latin

_FILES = (Path(__file__).with_name("reasons.toml"), Path(__file__).with_name("issues.toml"))
_WRITTEN = re.compile(r"`[^`]+`")
"""What is typed or stands in a file, and runs from left to right in Arabic too."""
_WORD = re.compile(r"[^\s,;:()]+")
_NUMBER = re.compile(r"[\d.,]+%?")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d(?:T[\d:.+Z-]+)?)?)?"
_NEW_YEAR = "2000-01-01"
_LINKED = re.compile(r"«(.+?)» \(([^()]+)\)", re.DOTALL)
_READING = re.compile(r"«([^»]+)»: (\w+) \((.*)\)", re.DOTALL)
_FIGURE = re.compile(r"(?:(about|at least|at most|more than|fewer than) )?(\d[\d,]*)(?: to (\d[\d,]*))?")
_ORIGIN = re.compile(r"([^()]+) \(([^()]+)\)(?:, |$)")
_LABELLED = ("status", "violation", "breach", "happened")
"""Tables of words whose codes stand in sentences."""
_BOUNDS = ("dozens", "hundreds", "thousands", "several")

LONGEST, DEEPEST = 2_000, 8
"""Characters of a sentence that is taken apart, and sentences inside each other: no rule writes more. A ledger that
somebody else made may hold anything, so that every piece is looked at only once."""

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
    files = (tomllib.loads(file.read_text(encoding="utf-8")) for file in _FILES)
    return tuple(_pattern(key, said) for file in files for table in file.values() for key, said in table.items())


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
    english, arabic = told["en"], _WRITTEN.sub(r'<bdi dir="ltr">\g<0></bdi>', told["ar"])
    wild = "{" in first.replace("{{", "")
    return Pattern(key, Markup(english), Markup(arabic), compiled, "" if wild else first)  # noqa: S704 - our own words


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


@cache
def _filed() -> dict[str, tuple[Pattern, ...]]:
    """What can fit a sentence, by its first word, before what begins with a value; under the empty word the latter."""
    known = sorted(patterns(), key=lambda one: not one.first)
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
        self._seen: dict[str, Markup | None] = {}
        self._depth = 0

    def __call__(self, sentences: Iterable[str]) -> Iterator[Markup]:
        """Each sentence in the reader's language; as it is where the catalogue does not have it."""
        yield from map(self.one, sentences)

    def one(self, sentence: str) -> Markup:
        """The same for one sentence."""
        if not sentence:
            return Markup()
        self._seen.clear()
        told = self._say(sentence) if len(sentence) <= LONGEST else None
        return told if told is not None else self._as_it_is(sentence)

    def _as_it_is(self, sentence: str) -> Markup:
        words = _WORD.sub(lambda hit: self._called(hit[0]), sentence)
        return Markup('<bdi lang="en" dir="ltr">{}</bdi>').format(words)

    def _say(self, sentence: str) -> Markup | None:
        if sentence not in self._seen:
            self._depth += 1
            self._seen[sentence] = self._found(sentence) if self._depth <= DEEPEST else None
            self._depth -= 1
        return self._seen[sentence]

    def _found(self, sentence: str) -> Markup | None:
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
            "day": self._day,
            "days": self._days,
            "day_event": self._event,
            "status": self._label,
            "happened": lambda code: self._words.label("happened", code),
            "reading": lambda code: self._words.label("reading_short", code),
            "measure": lambda code: self._words.label("measure", code),
            "field": lambda code: self._words(f"corrected.{code}") if code in FIELDS else None,
            "value": lambda said: self._words("corrected.nothing") if said == "nothing" else isolate(said),
            "duty": latin,
            "figure": self._figure,
            "figures": self._figures,
            "views": self._views,
            "readings": self._readings,
            "parts": self._parts,
            "rest": lambda said: self._say(said) if said else Markup(),
            "what": lambda said: self._say(said) or isolate(said),
            "kind": self._names.kind,
            "many": self._many,
            "why": self._say,
        }.get(kind, isolate)
        return told(text)

    # --- values -------------------------------------------------------------------------------------------------------

    def _claims(self, ids: str) -> Markup:
        return self._words.joined(latin(self._called(one)) for one in ids.split(", "))

    def _actors(self, codes: str) -> Markup:
        return self._words.joined(self._names.speaker(code) for code in codes.split(", "))

    def _day(self, iso: str) -> Markup | None:
        """A day, a month or a year that the calendar has."""
        whole = iso + _NEW_YEAR[len(iso) :]
        return self._dating.at(iso) if is_iso(whole) else None

    def _days(self, said: str) -> Markup | None:
        first, _, last = said.partition(" to ")
        if not last:
            return self._day(first)
        whole = min(len(first), len(last)) >= len(_NEW_YEAR)
        return self._dating.between(first, last) if whole and is_iso(first) and is_iso(last) else None

    def _event(self, said: str) -> Markup | None:
        found = _LINKED.fullmatch(said)
        if found is None:
            return None
        when = self._days(found[2])
        if when is None:
            return None
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

    def _many(self, said: str) -> Markup | None:
        """Sentences with semicolons between them."""
        told = [self._say(one) for one in said.split("; ")]
        return None if None in told else self._words.joined(filter(None, told), by="then_join")

    def _parts(self, said: str) -> Markup | None:
        """Sentences with commas between them, where a comma may also stand inside one; from the end backwards."""
        pieces = said.split(", ")
        told: dict[int, list[Markup]] = {len(pieces): []}
        for start in reversed(range(len(pieces))):
            for end in filter(told.__contains__, range(start + 1, len(pieces) + 1)):
                first = self._say(", ".join(pieces[start:end]))
                if first is not None:
                    told[start] = [first, *told[end]]
                    break
        return self._words.joined(told[0]) if 0 in told else None


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
    **dict.fromkeys(("actors", "places"), "[^()]+?"),
    **dict.fromkeys(("claims", "value", "text", "figure", "figures"), ".+?"),
    **dict.fromkeys(("views", "readings", "parts", "what", "why", "many"), ".+?"),
    "kind": r"[a-z_.]+",
    "label": r"(?:(?!: )[^«»])+?",
}
"""What can stand in a brace, by its name without digits."""

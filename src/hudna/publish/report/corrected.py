"""What a person corrected of a claim, in words: the right value, and what the machine had read beside it."""

from collections.abc import Iterable, Iterator
from typing import cast

import msgspec
from markupsafe import Markup

from hudna.model import Corrected, Count, correction_of
from hudna.model.judgement import HAPPENED, RULINGS, SIGNABLE, Judgement
from hudna.publish.report.counting import figure_words, people_words
from hudna.publish.report.dating import Dating
from hudna.publish.report.names import Names
from hudna.publish.report.wording import Words, isolate


class Telling(msgspec.Struct, frozen=True):
    """What telling a correction needs."""

    words: Words
    names: Names
    dating: Dating


def corrected_lines(telling: Telling, found: Iterable[Corrected]) -> Iterator[Markup]:
    """A line for each corrected field: what it is, what the machine read, who says so."""
    for one in found:
        yield telling.words(
            "corrected.line",
            field=telling.words(f"corrected.{one.field}"),
            right=_value(telling, one.field, one.right),
            read=_value(telling, one.field, one.read),
            who=one.judgement.who,
        )


def correction_words(telling: Telling, judgement: Judgement) -> Markup | None:
    """The value of a judgement `correct` as «field: value · field: value»; None where it is a note in free words."""
    correction = correction_of(judgement)
    if correction is None:
        return None
    return telling.words.joined(
        telling.words("page.colon", what=telling.words(f"corrected.{name}"), value=_value(telling, name, value))
        for name, value in correction.said.items()
    )


def decision_value(telling: Telling, judgement: Judgement) -> Markup | None:
    """What a judgement says, in words: a correction, a verdict, a status; free words as they were written."""
    value = judgement.value
    if not value:
        return None
    corrected = correction_words(telling, judgement)
    if corrected is not None:
        return corrected
    axis, bare = ("who_did", value.removeprefix("who:")) if value.startswith("who:") else (_axis(value), value)
    return telling.words.label(axis, bare) if axis and telling.words.has(axis, bare) else isolate(value)


def _axis(value: str) -> str:
    axes = (("happened", HAPPENED), ("violation", RULINGS), ("status", SIGNABLE))
    return next((name for name, values in axes if value in values), "")


def _value(telling: Telling, field: str, value: object) -> Markup:
    words, names = telling.words, telling.names
    if field == "background":
        return words("corrected.history" if value else "corrected.news")
    if value in ((), None):
        return words("corrected.nothing")
    if field == "kind":
        return names.kind(cast("str", value))
    if field == "modality":
        return words.label("modality", cast("str", value))
    if field == "when":
        return telling.dating.between(*cast("tuple[str, str]", value))
    if field == "count":
        return _figure(telling, cast("Count", value))
    codes = cast("tuple[str, ...]", value)
    return names.places(codes) if field == "places" else words.joined(names.speaker(code) for code in codes)


def _figure(telling: Telling, count: Count) -> Markup:
    words = telling.words
    more = [people_words(count, words), telling.names.actor(count.side) if count.side else None]
    known = [one for one in more if one is not None]
    told = words("page.colon", what=words.label("measure", count.measure), value=figure_words(count, words))
    return words("page.parenthesis", what=told, value=words.joined(known)) if known else told

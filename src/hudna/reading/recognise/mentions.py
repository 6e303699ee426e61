"""Finds of all recognisers as mentions: what `hudna mentions` prints and the debugging view underlines."""

from typing import Any

from hudna.model import Mention
from hudna.reading.recognise.bundle import Recognised
from hudna.reading.recognise.found import ActorFound, NumberFound, PlaceFound, TimeFound
from hudna.reading.recognise.numbers.number import tidy
from hudna.reading.split import Text


def mentions_of(seen: Recognised) -> tuple[Mention, ...]:
    """All mentions of a text, by their start."""
    found = [
        *(_mention(seen.text, "number", one, _number(one)) for one in seen.numbers),
        *(_mention(seen.text, _time_type(one), one, _time(one)) for one in seen.times),
        *(_mention(seen.text, "place", one, _place(seen, one)) for one in seen.places),
        *(_mention(seen.text, "actor", one, _actor(one)) for one in seen.actors),
    ]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.type)))


def value_mentions(text: Text, numbers: list[NumberFound], times: list[TimeFound]) -> tuple[Mention, ...]:
    """Only the numbers, times and durations, which need no knowledge of a theatre."""
    found = [
        *(_mention(text, "number", one, _number(one)) for one in numbers),
        *(_mention(text, _time_type(one), one, _time(one)) for one in times),
    ]
    return tuple(sorted(found, key=lambda mention: (mention.start, mention.end, mention.type)))


def _mention(
    text: Text, type_: str, one: NumberFound | TimeFound | PlaceFound | ActorFound, value: dict[str, Any]
) -> Mention:
    start, end = text.raw_span(one.first, one.last)
    words = text.folded.raw[start:end]
    return Mention(type=type_, start=start, end=end, text=words, value=value, rule=one.rule, why=one.why)


def _number(one: NumberFound) -> dict[str, Any]:
    value = {"lo": one.lo, "hi": one.hi, "bound": one.bound, "sort": one.sort, "counted": one.counted}
    return {**value, "repaired": True} if one.repaired else value


def _time_type(one: TimeFound) -> str:
    return "duration" if one.grain == "duration" else "time"


def _time(one: TimeFound) -> dict[str, Any]:
    if one.grain == "duration":
        return {"seconds": None if one.seconds is None else tidy(one.seconds)}
    return {
        "from": one.start,
        "to": one.end,
        "grain": one.grain,
        "open_start": one.open_start,
        "open_end": one.open_end,
    }


def _place(seen: Recognised, one: PlaceFound) -> dict[str, Any]:
    known = seen.knowledge.places.get(one.code) if one.code else None
    where = {"lat": known.lat, "lon": known.lon} if known is not None else {"lat": None, "lon": None}
    return {"code": one.code, "name": one.name, "within": one.within, "score": one.score, **where}


def _actor(one: ActorFound) -> dict[str, Any]:
    return {"code": one.code, "codes": list(one.codes), "name": one.name, "sort": one.sort, "score": one.score}

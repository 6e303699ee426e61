"""What known events tell of a document's date.

A text speaks of an event when one word of each of its groups stands in it. That alone proves little: wars have many
truces. It counts when a sentence that holds several of the groups says when: «أمس», «اليوم», «الثلاثاء», «في 20 أيلول».
Then only the days remain on which those words would mean the event's own day. Figures that were reported with the event
(«49», «2116») and the place in the lead make it surer.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

import msgspec

from hudna.model import ChronicleEntry
from hudna.reading.recognise.docdate.evidence import Evidence, Span, joined, since
from hudna.reading.recognise.docdate.known import PREFIX, Group, Known
from hudna.reading.recognise.docdate.spoken import is_future
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.times import TimeExpression, candidates
from hudna.reading.split import Sentence

_LACKING = 1.5
"""What an event loses when one of its groups stands nowhere in the text; two missing groups are too many."""
_ENOUGH_GROUPS = 3
_LONG = 7
"""An event of more days (an exodus, a withdrawal) fixes no date; it only supports."""
_WORDS = 2.0
"""Weight of a sentence that holds all groups; less in proportion, and nothing below half."""
_SHARPLY = 3.0
_BY_WEEKDAY = 2.5
_BY_DATE = 2.0
"""Weight of a time in the same sentence that fits the event: «أمس» and «اليوم», a weekday, a day and month."""
_OTHER_SIDE = 0.75
"""What a day and month without a direction loses when the event is taken to lie ahead."""
_NEWS = 1.0
"""Weight of standing in the lead without a time."""
_FRESH = 1.0
"""Weight of the first days after an event that the lead tells with a weekday."""
_FRESH_DAYS = 2
_BACK = 1.0
_HALF = 0.5
_FIGURE = 1.0
_ROUND = 0.5
"""Weight of a figure, and of one that many reports share: a multiple of a hundred, or small."""
_FIGURES = 2.0
"""Most that figures can add."""
_DISTINCT = 10
_THOUSANDS = 3
_MANY = 6
"""So many words make an entry of another document speak for itself; with fewer it needs a figure."""
_WINDOW = 45
"""Days after an event in which a time of the text is tried."""
_SHARP = 3
"""A time wider than so many days ties nothing."""
_FAR = 25
"""A time that stands farther from the event's words, in words, belongs to something else."""
_COMMAS = frozenset(("،", ",", "؛", ";", "(", ")"))
_COMMA = 5
_COMPETES = 0.8
"""An event that a sentence speaks of so much less than of another one gets none of the sentence's times."""
_TELLING = frozenset(("day", "weekday", "date", "shift"))


class _Met(msgspec.Struct, frozen=True):
    """An event that the text may speak of."""

    event: ChronicleEntry
    number: int
    first: int
    last: int
    """Its days, as ordinals."""
    figures: float
    """What the figures found add, less what a missing group takes away."""
    shown: tuple[int, ...]
    least: float
    """The share of its groups that a sentence must hold."""
    rarest: int
    """Which of its groups stands in the text the fewest times: its own name, mostly."""


class _Tie(msgspec.Struct, frozen=True):
    """A time of a sentence that may belong to an event of it."""

    met: _Met
    time: TimeExpression
    index: int
    """Which of the article's sentences."""
    share: float
    """How many of the event's groups stand there, headline included for the lead."""
    rank: float
    """How much the sentence speaks of this event; the events of a sentence compete for its times."""


def event_evidence(view: View, known: Known) -> Iterator[Evidence]:
    """Everything that known events tell."""
    words = [view.text.words[t] for sentence in view.sentences for t in range(sentence.first, sentence.last)]
    groups = known.groups(words)
    numbers = {int(word) for word in words if word.isdigit() and len(word) < _DISTINCT} | _joined_numbers(words)
    ties: list[_Tie] = []
    for number, event in enumerate(known.events):
        met = _met(event, number, numbers, groups)
        if met is not None:
            ties.extend(_of_event(view, known, met))
            yield since(met.first, _BACK / 2, f"it speaks of {_name(met)}")
            yield from _told_as_news(view, known, met)
    for tie in _best(ties):
        yield from _ties(view, tie)
        if tie.index in view.lead and tie.time.sort == "weekday" and not is_future(tie.time):
            yield from _fresh(tie.met, tie.time)


def _best(ties: list[_Tie]) -> Iterator[_Tie]:
    """Of the events of a sentence, those that a time of it most likely belongs to."""
    ranks: dict[int, float] = defaultdict(float)
    for tie in ties:
        ranks[tie.time.first] = max(ranks[tie.time.first], tie.rank)
    for tie in ties:
        if tie.rank >= _COMPETES * ranks[tie.time.first]:
            yield tie


def _joined_numbers(words: list[str]) -> set[int]:
    """«14,532» and «14.532» as numbers."""
    triples = zip(words, words[1:], words[2:], strict=False)
    return {
        int(head + tail)
        for head, sign, tail in triples
        if sign in {",", ".", "،"} and head.isdigit() and tail.isdigit() and len(tail) == _THOUSANDS
    }


def _met(event: ChronicleEntry, number: int, numbers: set[int], groups: dict[Group, list[int]]) -> _Met | None:
    """The event, if enough of its words stand in the text."""
    lacking = sum((number, group) not in groups for group in range(len(event.words)))
    shown = tuple(sorted(figure for figure in set(event.figures) & numbers if figure >= _DISTINCT))
    if not event.words or not _enough(event, lacking, shown):
        return None
    weight = min(sum(_ROUND if figure % 100 == 0 else _FIGURE for figure in shown), _FIGURES)
    return _Met(
        event=event,
        number=number,
        first=date.fromisoformat(event.first[:10]).toordinal(),
        last=date.fromisoformat(event.last[:10]).toordinal(),
        figures=weight - _LACKING * lacking,
        shown=shown,
        least=1.0 if event.id.startswith(PREFIX) else _HALF,
        rarest=min(range(len(event.words)), key=lambda group: len(groups.get((number, group), ())) or len(groups)),
    )


def _enough(event: ChronicleEntry, lacking: int, shown: tuple[int, ...]) -> bool:
    if event.id.startswith(PREFIX):
        return not lacking and (bool(shown) or len(event.words) >= _MANY)
    return not lacking or (lacking == 1 and len(event.words) > _ENOUGH_GROUPS)


def _of_event(view: View, known: Known, met: _Met) -> Iterator[_Tie]:
    """The times that fit the event, in sentences that speak of it."""
    for index, sentence, held, share in _sentences(view, known, met):
        times = [time for time in view.times_in(sentence) if time.sort in _TELLING]
        for time in times:
            places = _all(held) if len(times) == 1 else held.get(met.rarest) or _all(held)
            if time.year is None and _near(view, sentence, time, times, places):
                rank = share * share * len(met.event.words) + met.figures
                yield _Tie(met=met, time=time, index=index, share=share, rank=rank)


def _all(held: dict[int, list[int]]) -> list[int]:
    return [place for places in held.values() for place in places]


def _told_as_news(view: View, known: Known, met: _Met) -> Iterator[Evidence]:
    """The lead speaks of the event and names no time that fits."""
    for index, sentence, _, share in _sentences(view, known, met):
        if index in view.lead and not _elsewhere(view, sentence, met):
            times = [time for time in view.times_in(sentence) if time.sort in _TELLING and time.year is None]
            if not any(_fitting(met, time) for time in times):
                yield _news(met, share)


def _sentences(view: View, known: Known, met: _Met) -> Iterator[tuple[int, Sentence, dict[int, list[int]], float]]:
    """Sentences that hold enough of the event's groups: index, sentence, group to its words' places, share."""
    headline = _held(known, met, view.words_of(view.headline)) if view.headline else {}
    for index, sentence in enumerate(view.sentences):
        held = _held(known, met, view.words_of(sentence))
        reach = set(held) | (set(headline) if index in view.lead else set())
        share = len(reach) / len(met.event.words)
        alone = len(reach) == 1 and len(met.event.words) > 1
        if held and share >= met.least and not (alone and met.figures < _FIGURE):
            yield index, sentence, held, share


def _held(known: Known, met: _Met, words: list[str]) -> dict[int, list[int]]:
    return {group: places for (number, group), places in known.groups(words).items() if number == met.number}


def _near(view: View, sentence: Sentence, time: TimeExpression, times: list[TimeExpression], places: list[int]) -> bool:
    """Whether the time is the nearest one to a word of the event, and not too far."""
    for place in places:
        token = sentence.first + place
        if _cost(view, time, token) <= min(_FAR, *(_cost(view, other, token) for other in times)):
            return True
    return False


def _cost(view: View, time: TimeExpression, token: int) -> int:
    """Words between, where a comma counts for several."""
    first, last = (token + 1, time.first) if token < time.first else (time.last, token)
    commas = sum(word in _COMMAS for word in view.text.words[first:last])
    return max(last - first, 0) + _COMMA * commas


def _ties(view: View, tie: _Tie) -> Iterator[Evidence]:
    """The days on which a time of the sentence would mean a day of the event."""
    met, time = tie.met, tie.time
    days = _fitting(met, time)
    if not days:
        return
    base = _WORDS * tie.share + met.figures
    why = f"«{view.said(time)}» stands in a sentence that speaks of {_name(met)}{_figures(met)}"
    if time.sort != "date":
        sharp = time.sort in {"day", "shift"} or time.today
        weight = base + (_SHARPLY if sharp else _BY_WEEKDAY)
        yield _event(met, joined(days), weight, why, "sharply" if sharp else "by weekday")
        return
    yield _event(met, joined(days), base + _BY_DATE, why, "by date")
    if not time.direction and not time.cue and not time.anaphora:
        ahead = tuple((first - _WINDOW, first - 1) for first, _ in joined(days)[:1])
        yield _event(met, ahead, base + _BY_DATE - _OTHER_SIDE, f"{why}, if it lay ahead", "by date")


def _event(met: _Met, spans: tuple[Span, ...], weight: float, why: str, sort: str) -> Evidence:
    long = met.last - met.first > _LONG
    return Evidence(
        spans=spans,
        weight=weight / 2 if long else weight,
        why=why,
        anchor=not long,
        group=f"event {met.event.id} {sort}",
    )


def _fitting(met: _Met, time: TimeExpression) -> list[int]:
    """Days of writing on which the time would mean a day of the event."""
    start = met.first - (_WINDOW if is_future(time) else _FRESH_DAYS)
    return [day for day in range(start, met.last + _WINDOW + 1) if _means(time, day, met)]


def _means(time: TimeExpression, day: int, met: _Met) -> bool:
    meant = candidates(time, date.fromordinal(day))
    if meant is None:
        return False
    first, last = meant[0].toordinal(), meant[1].toordinal()
    if last - first >= _SHARP or first > met.last or last < met.first:
        return False
    # «اليوم الثلاثاء» means today only on a Tuesday
    return time.weekday is None or last > first or meant[0].weekday() == time.weekday


def _fresh(met: _Met, time: TimeExpression) -> Iterator[Evidence]:
    """A weekday in the lead is that of the last days: newspapers say «الثلاثاء» until Thursday."""
    meant = {day: candidates(time, date.fromordinal(day)) for day in _fitting(met, time)}
    fresh = [day for day, span in meant.items() if span is not None and day - span[0].toordinal() <= _FRESH_DAYS]
    if fresh:
        why = f"the lead tells {_name(met)} as news of these days"
        yield Evidence(spans=joined(fresh), weight=_FRESH, why=why, group=f"fresh {met.event.id}")


def _news(met: _Met, share: float) -> Evidence:
    weight = _NEWS + _WORDS * share + met.figures
    why = f"the lead tells {_name(met)} as news{_figures(met)}"
    return _event(met, ((met.first, met.last + _FRESH_DAYS),), weight, why, "sharply")


def _elsewhere(view: View, sentence: Sentence, met: _Met) -> bool:
    """Whether the sentence names a year that is not the event's."""
    years = {time.year for time in view.times_in(sentence) if time.year is not None}
    return bool(years) and int(met.event.first[:4]) not in years


def _name(met: _Met) -> str:
    days = met.event.first if met.event.first == met.event.last else f"{met.event.first} to {met.event.last}"
    return f"«{met.event.title_ar or met.event.id}» ({days})"


def _figures(met: _Met) -> str:
    return f", with its figures {', '.join(map(str, met.shown))}" if met.shown else ""

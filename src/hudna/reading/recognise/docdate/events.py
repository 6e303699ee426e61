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
from hudna.reading.engine.record import Record
from hudna.reading.recognise.docdate.calendar import Calendar
from hudna.reading.recognise.docdate.evidence import Evidence, Span, joined, since
from hudna.reading.recognise.docdate.known import PREFIX, Held, Known
from hudna.reading.recognise.docdate.spoken import is_future
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.times import TimeExpression
from hudna.reading.split import Sentence

_LACKING = 1.5
"""What an event loses when one of its groups stands nowhere in the text; two missing groups are too many."""
_ENOUGH_GROUPS = 3
_LONG = 14
"""An event of more days (a withdrawal) fixes no date; it only supports."""
_STRETCHED = 3
"""An event of more days than this says less of a day."""
_STRETCH = 0.9
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
_NEWS_SENTENCES = 2
"""Headline and the sentences after it, in which a weekday is that of the news."""
_BACK = 0.5
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
"""Days around an event in which a text names it by day and month without the year."""
_WEEKS = 14
"""Days around an event in which a text names it by weekday or by a count of days."""
_SHARP = 3
"""A time wider than so many days ties nothing."""
_FAR = 25
"""A time that stands farther from the event's words, in words, belongs to something else."""
_COMMAS = frozenset(("،", ",", "؛", ";", "(", ")"))
_COMMA = 5
_JOIN = 3
_WAW = 3
"""A word of more letters that begins with «و» is taken to be joined by it."""
_COMPETES = 0.8
"""An event that a sentence speaks of so much less than of another one gets none of the sentence's times."""
_MANY_TIMES = 12
"""More times, or more places of an event's words, are not told apart in one sentence."""
_TELLING = frozenset(("day", "weekday", "date", "shift"))


class _Met(Record, frozen=True):
    """An event that the text may speak of."""

    event: ChronicleEntry
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
    met_in: tuple["_MetIn", ...]
    """Sentences that hold enough of its groups."""


class _MetIn(Record, frozen=True):
    """A sentence that speaks of an event."""

    index: int
    """Which of the article's sentences."""
    sentence: Sentence
    held: dict[int, list[int]]
    """Group to the places of its words in the sentence."""
    share: float
    """How many of the event's groups stand there, headline included for the lead."""
    lead: bool


class _Tie(Record, frozen=True):
    """A time of a sentence that may belong to an event of it."""

    met: _Met
    where: _MetIn
    time: TimeExpression
    rank: float
    """How much the sentence speaks of this event; the events of a sentence compete for its times."""


def event_evidence(view: View, known: Known) -> Iterator[Evidence]:
    """Everything that known events tell."""
    calendar = Calendar()
    ties: list[_Tie] = []
    for met in _met_events(view, known):
        yield since(met.first, _BACK, f"it speaks of {_name(met)}")
        found = [tie for where in met.met_in for tie in _times_of(view, met, where, calendar)]
        ties.extend(found)
        if not found:
            yield from _told_as_news(view, met)
    for tie in _best(ties):
        yield from _tied(view, tie, calendar)
        if tie.where.index <= _NEWS_SENTENCES and tie.time.sort == "weekday" and not is_future(tie.time):
            yield from _fresh(tie, calendar)


def _met_events(view: View, known: Known) -> Iterator[_Met]:
    """The events of which enough words stand in the text, in the order of the chronicle."""
    by_sentence = [_held(view, known, sentence) for sentence in view.sentences]
    counts: dict[int, dict[int, int]] = {}
    for held in by_sentence:
        for number, groups in held.items():
            count = counts.setdefault(number, {})
            for group, places in groups.items():
                count[group] = count.get(group, 0) + len(places)
    numbers = _numbers(view)
    for number in sorted(counts):
        met = _met(known.events[number], numbers, counts[number])
        if met is not None:
            yield msgspec.structs.replace(met, met_in=tuple(_met_in(view, met, number, by_sentence)))


def _held(view: View, known: Known, sentence: Sentence) -> Held:
    """Words of events in a sentence; «اليوم» and weekdays are times and no word of an event."""
    held = known.held(view.words_of(sentence))
    times = {
        token - sentence.first
        for time in view.times_in(sentence)
        if time.sort in {"day", "weekday"}
        for token in range(time.first, time.last)
    }
    if not times:
        return held
    kept = {
        number: {group: left for group, places in groups.items() if (left := [p for p in places if p not in times])}
        for number, groups in held.items()
    }
    return {number: groups for number, groups in kept.items() if groups}


def _met_in(view: View, met: _Met, number: int, by_sentence: list[Held]) -> Iterator[_MetIn]:
    headline = set(by_sentence[0].get(number, ())) if view.headline else set()
    for index, sentence in enumerate(view.sentences):
        held = by_sentence[index].get(number)
        if not held:
            continue
        lead = index in view.lead
        reach = set(held) | headline if lead else set(held)
        share = len(reach) / len(met.event.words)
        alone = len(reach) == 1 and len(met.event.words) > 1
        if share >= met.least and not (alone and met.figures < _FIGURE):
            yield _MetIn(index=index, sentence=sentence, held=held, share=share, lead=lead)


def _best(ties: list[_Tie]) -> Iterator[_Tie]:
    """Of the events of a sentence, those that a time of it most likely belongs to."""
    ranks: dict[int, float] = defaultdict(float)
    for tie in ties:
        ranks[tie.time.first] = max(ranks[tie.time.first], tie.rank)
    for tie in ties:
        if tie.rank >= _COMPETES * ranks[tie.time.first]:
            yield tie


def _numbers(view: View) -> set[int]:
    """The numbers of the article, «14,532» and «14.532» among them."""
    found: set[int] = set()
    for sentence in view.sentences:
        words = view.words_of(sentence)
        found.update(int(word) for word in words if word.isdecimal() and len(word) < _DISTINCT)
        for head, sign, tail in zip(words, words[1:], words[2:], strict=False):
            if sign in {",", ".", "،"} and head.isdecimal() and tail.isdecimal() and len(tail) == _THOUSANDS:
                found.add(int(head + tail))
    return found


def _met(event: ChronicleEntry, numbers: set[int], counts: dict[int, int]) -> _Met | None:
    """The event, if enough of its words stand in the text."""
    lacking = len(event.words) - len(counts)
    shown = tuple(sorted(figure for figure in set(event.figures) & numbers if figure >= _DISTINCT))
    if not _enough(event, lacking, shown):
        return None
    weight = min(sum(_ROUND if figure % 100 == 0 else _FIGURE for figure in shown), _FIGURES)
    return _Met(
        event=event,
        first=date.fromisoformat(event.first[:10]).toordinal(),
        last=date.fromisoformat(event.last[:10]).toordinal(),
        figures=weight - _LACKING * lacking,
        shown=shown,
        least=1.0 if event.id.startswith(PREFIX) else _HALF,
        rarest=min(counts, key=lambda group: (counts[group], group)),
        met_in=(),
    )


def _enough(event: ChronicleEntry, lacking: int, shown: tuple[int, ...]) -> bool:
    if event.id.startswith(PREFIX):
        return not lacking and (bool(shown) or len(event.words) >= _MANY)
    return not lacking or (lacking == 1 and len(event.words) > _ENOUGH_GROUPS)


def _telling(view: View, sentence: Sentence) -> list[TimeExpression]:
    return [time for time in view.times_in(sentence) if time.sort in _TELLING][:_MANY_TIMES]


def _times_of(view: View, met: _Met, where: _MetIn, calendar: Calendar) -> Iterator[_Tie]:
    """The times of a sentence that may be the event's, and that on some day of writing mean a day of it."""
    times = _telling(view, where.sentence)
    everywhere = [place for places in where.held.values() for place in places]
    places = everywhere if len(times) == 1 else where.held.get(met.rarest, everywhere)
    rank = where.share * where.share * len(met.event.words) + met.figures
    fitting = _fitting_in(view, where, met, calendar)
    # a sentence that tells the event's day and month does not mean last Saturday by «السبت»
    dated = any(time.sort == "date" for time in fitting)
    for time in fitting:
        if dated and time.sort != "date" and not time.today:
            continue
        if _near(view, where.sentence, time, times, places):
            yield _Tie(met=met, where=where, time=time, rank=rank)


def _fitting_in(view: View, where: _MetIn, met: _Met, calendar: Calendar) -> list[TimeExpression]:
    """The times of a sentence that on some day of writing mean a day of the event."""
    times = _telling(view, where.sentence)
    return [time for time in times if time.year is None and _fitting(met, time, calendar)]


def _near(view: View, sentence: Sentence, time: TimeExpression, times: list[TimeExpression], places: list[int]) -> bool:
    """Whether the time is the nearest one to a word of the event, and not too far."""
    for place in places[:_MANY_TIMES]:
        token = sentence.first + place
        if _cost(view, time, token) <= min(_FAR, *(_cost(view, other, token) for other in times)):
            return True
    return False


def _cost(view: View, time: TimeExpression, token: int) -> int:
    """Words between, where a comma or an «و» counts for several."""
    words = view.text.words
    first, last = (token + 1, time.first) if token < time.first else (time.last, token)
    commas = sum(word in _COMMAS for word in words[first:last])
    # «أغدام الجمعة ولاتشين في …»: the «و» of the event's own word parts it from what stands before
    joins = sum(word[0] == "و" and len(word) > _WAW for word in words[first : last + 1])
    return max(last - first, 0) + _COMMA * commas + _JOIN * joins


def _tied(view: View, tie: _Tie, calendar: Calendar) -> Iterator[Evidence]:
    """The days on which a time of the sentence would mean a day of the event."""
    met, time = tie.met, tie.time
    days = _fitting(met, time, calendar)
    base = _WORDS * tie.where.share + met.figures
    why = f"«{view.said(time)}» stands in a sentence that speaks of {_name(met)}{_figures(met)}"
    if time.sort != "date":
        sharp = time.sort in {"day", "shift"} or time.today
        weight = base + (_SHARPLY if sharp else _BY_WEEKDAY)
        yield _event(met, joined(days), weight, why, "sharply" if sharp else "by weekday")
        return
    yield _event(met, joined(days), base + _BY_DATE, why, "by date")
    if not (time.direction or time.cue or time.anaphora or time.open_start or time.open_end):
        ahead = tuple((first - _WINDOW, first - 1) for first, _ in joined(days)[:1])
        yield _event(met, ahead, base + _BY_DATE - _OTHER_SIDE, f"{why}, if it lay ahead", "by date")


def _event(met: _Met, spans: tuple[Span, ...], weight: float, why: str, sort: str) -> Evidence:
    days = met.last - met.first
    return Evidence(
        spans=spans,
        weight=weight * _STRETCH if days > _STRETCHED else weight,
        why=why,
        anchor=days <= _LONG,
        group=f"event {met.event.id} {sort}",
    )


def _fitting(met: _Met, time: TimeExpression, calendar: Calendar) -> list[int]:
    """Days of writing on which the time would mean a day of the event."""
    if time.sort == "date" and time.calendar == "gregorian" and time.day and time.month:
        named = [day for day in range(met.first, met.last + 1) if _is_day(day, time)]
        return [day for at in named for day in _window(at, time)]
    ahead = _WEEKS if is_future(time) else _FRESH_DAYS
    behind = _FRESH_DAYS if time.today or time.sort == "day" else _WEEKS
    days = range(met.first - ahead, met.last + behind + 1)
    return [day for day in days if _means(time, calendar.meaning(time, day), met)]


def _is_day(day: int, time: TimeExpression) -> bool:
    named = date.fromordinal(day)
    return (named.month, named.day) == (time.month, time.day) and time.weekday in {None, named.weekday()}


def _window(day: int, time: TimeExpression) -> range:
    """A day and month without a year is told within weeks of it, before it where it lies ahead."""
    return range(day - _WINDOW, day + 1) if is_future(time) else range(day, day + _WINDOW + 1)


def _means(time: TimeExpression, meant: Span | None, met: _Met) -> bool:
    if meant is None or meant[1] - meant[0] >= _SHARP or meant[0] > met.last or meant[1] < met.first:
        return False
    # «اليوم الثلاثاء» means today only on a Tuesday
    return time.weekday is None or meant[1] > meant[0] or date.fromordinal(meant[0]).weekday() == time.weekday


def _fresh(tie: _Tie, calendar: Calendar) -> Iterator[Evidence]:
    """A weekday in the lead is that of the last days: newspapers say «الثلاثاء» until Thursday."""
    meant = {day: calendar.meaning(tie.time, day) for day in _fitting(tie.met, tie.time, calendar)}
    fresh = [day for day, span in meant.items() if span is not None and day - span[0] <= _FRESH_DAYS]
    if fresh:
        why = f"the lead tells {_name(tie.met)} as news of these days"
        yield Evidence(spans=joined(fresh), weight=_FRESH, why=why, group=f"fresh {tie.met.event.id}")


def _told_as_news(view: View, met: _Met) -> Iterator[Evidence]:
    """The lead speaks of an event and names no time there; a time that does not fit would be another event's."""
    shares = [
        where.share
        for where in met.met_in
        if where.lead and not _elsewhere(view, where.sentence, met) and not _telling(view, where.sentence)
    ]
    if shares:
        yield _news(met, max(shares))


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

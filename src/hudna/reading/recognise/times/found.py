"""All expressions of a text resolved in order, against the document's date: a day, an interval, or unknown."""

from bisect import bisect_right
from datetime import date, datetime
from itertools import groupby

import msgspec

from hudna.knowledge.languages.ar.times import Conventions
from hudna.model import Published
from hudna.reading.recognise.found import TimeFound
from hudna.reading.recognise.times.calendars import Interval
from hudna.reading.recognise.times.context import NEWS, Context, with_why
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.resolve import resolve_one
from hudna.reading.split import Text

_DATE_LENGTH = 10
_BOTH = 2
_VAGUE = {"end": "late", "later": "late", "earlier": "early"}
_DAY_GRAINS = frozenset(("day", "part_of_day", "minute"))
_NO_TOPIC = frozenset(("duration", "now", "part", "clock", "decade", "century", "beside"))
"""Sorts that later words («الشهر نفسه», «اليوم التالي») do not refer back to."""
_DAYS = frozenset(("date", "weekday", "day", "unit", "shift"))
_RELATIVE = frozenset(("weekday", "day", "unit", "shift", "span", "rest", "now", "clock", "part"))


def candidates(
    expression: TimeExpression, reference: date, *, conventions: Conventions = NEWS
) -> tuple[date, date] | None:
    """The days, both inclusive, that an expression would mean in a document of `reference`.

    None when it cannot be told: it is counted from another time of the text, one end is open, or it is a duration.
    """
    found = resolve_one(expression, Context(conventions=conventions, day=reference))
    if found is None or found.first_day is None or found.last_day is None:
        return None
    return found.first_day, found.last_day


def resolve_times(
    text: Text,
    expressions: list[TimeExpression],
    reference: Published | None,
    *,
    conventions: Conventions = NEWS,
) -> list[TimeFound]:
    """One TimeFound per expression, in the same order.

    `reference` is the document's own date: when unknown, absolute times resolve and relative ones keep `start` and
    `end` None; when it is an interval of several days, a relative time becomes the union for its first and last day.
    """
    times = TimesOf(reference, conventions)
    found: list[TimeFound] = []
    bounds = [sentence.first for sentence in text.sentences]
    for _, together in groupby(expressions, lambda expression: bisect_right(bounds, expression.first)):
        found += times.go_on(list(together))
    return found


class TimesOf:
    """Resolves the times of one text sentence by sentence, against the document's date and what was told before."""

    def __init__(self, reference: Published | None, conventions: Conventions = NEWS) -> None:
        """Take the document's own date, as `resolve_times` does."""
        self._first, self._last = _ends(reference)
        grounds = [_ground(day, conventions) for day in dict.fromkeys((self._first, self._last))]
        self._grounds = grounds
        self._told = grounds

    def go_on(self, expressions: list[TimeExpression]) -> list[TimeFound]:
        """The times of a sentence; those of all sentences before it were resolved."""
        runs = [_run(expressions, context) for context in self._told]
        self._told = [context for _, context in runs]
        return self._found(expressions, [intervals for intervals, _ in runs])

    def alone(self, expressions: list[TimeExpression]) -> list[TimeFound]:
        """The times of a sentence none of which `looks_back`."""
        return self._found(expressions, [_run(expressions, context)[0] for context in self._grounds])

    def _found(self, expressions: list[TimeExpression], runs: list[list[Interval | None]]) -> list[TimeFound]:
        if len(runs) == 1:
            return [_found(expression, interval) for expression, interval in zip(expressions, runs[0], strict=True)]
        return [
            _found(expression, _union(early, late, self._first, self._last))
            for expression, early, late in zip(expressions, runs[0], runs[1], strict=True)
        ]


def looks_back(expression: TimeExpression) -> bool:
    """Whether what an expression means may depend on a time of an earlier sentence."""
    if expression.anaphora or (expression.sort == "shift" and not (expression.direction or expression.cue)):
        return True
    within = expression.within is not None and looks_back(expression.within)
    return within or any(map(looks_back, expression.inner))


def _ends(reference: Published | None) -> tuple[datetime | date | None, datetime | date | None]:
    if reference is None:
        return None, None
    return _moment(reference.first), _moment(reference.last)


def _moment(value: str | None) -> datetime | date | None:
    """A date, or a local date-time when a time of day stands in the value; None when it is no ISO 8601."""
    if not value:
        return None
    try:
        day = date.fromisoformat(value[:_DATE_LENGTH])
        if len(value) <= _DATE_LENGTH:
            return day
        return datetime.fromisoformat(value[:16]).replace(tzinfo=None)
    except ValueError:
        return None


def _ground(now: datetime | date | None, conventions: Conventions) -> Context:
    """Where the first sentence of a text stands."""
    moment = now if isinstance(now, datetime) else None
    day = moment.date() if moment else now
    if moment is not None and moment.time() == datetime.min.time():
        moment = None  # midnight stands for a date without a time
    return Context(conventions=conventions, day=day, moment=moment)


def _run(expressions: list[TimeExpression], context: Context) -> tuple[list[Interval | None], Context]:
    """Resolve a sentence in order, remembering what was told."""
    if context.sentence_day is not None:
        context = msgspec.structs.replace(context, sentence_day=None)
    found: list[Interval | None] = []
    for expression in expressions:
        interval = resolve_one(expression, context)
        found.append(interval)
        context = _told(context, expression, interval)
    return found, context


def _told(context: Context, expression: TimeExpression, interval: Interval | None) -> Context:
    if interval is None or expression.sort in _NO_TOPIC or interval.first_day is None or interval.last_day is None:
        return context
    plain = msgspec.structs.replace(interval, why=())
    if expression.sort in _DAYS and interval.grain in _DAY_GRAINS and interval.first_day == interval.last_day:
        whole = _whole_day(plain)
        return msgspec.structs.replace(context, told=whole, told_day=whole, sentence_day=whole)
    return msgspec.structs.replace(context, told=plain)


def _whole_day(interval: Interval) -> Interval:
    first, last = interval.first, interval.last
    return msgspec.structs.replace(
        interval,
        first=first.replace(hour=0, minute=0) if first else None,
        last=last.replace(hour=23, minute=59) if last else None,
        grain="day",
        timed=False,
    )


def _union(
    early: Interval | None, late: Interval | None, first: datetime | date | None, last: datetime | date | None
) -> Interval | None:
    """From the first day's reading to the last day's."""
    if early is None or late is None:
        return early or late
    if early == late:
        return early
    starts = [end for end in (early.first, late.first) if end]
    ends = [end for end in (early.last, late.last) if end]
    whole = msgspec.structs.replace(
        early,
        first=min(starts) if len(starts) == _BOTH else None,
        last=max(ends) if len(ends) == _BOTH else None,
        why=tuple(dict.fromkeys((*early.why, *late.why))),
    )
    return with_why(whole, f"for every document date from {_text(first)} to {_text(last)}")


def _text(moment: datetime | date | None) -> str:
    return "unknown" if moment is None else moment.isoformat()[:_DATE_LENGTH]


def _found(expression: TimeExpression, interval: Interval | None) -> TimeFound:
    if interval is None:
        return _unresolved(expression)
    return TimeFound(
        first=expression.first,
        last=expression.last,
        start=None if expression.open_start and expression.sort != "beside" else _written(interval.first, interval),
        end=None if expression.open_end and expression.sort != "beside" else _written(interval.last, interval),
        grain=interval.grain,
        rule=expression.rule,
        why="; ".join((expression.rule, *(why for why in interval.why if why))),
        vague=_vague(expression),
        open_start=expression.open_start or interval.first is None,
        open_end=expression.open_end or interval.last is None,
        relative=_is_relative(expression),
        zone=expression.zone,
    )


def _written(moment: datetime | None, interval: Interval) -> str | None:
    if moment is None:
        return None
    return moment.isoformat(timespec="minutes")[:16] if interval.timed else moment.date().isoformat()


def _unresolved(expression: TimeExpression) -> TimeFound:
    length = expression.seconds
    return TimeFound(
        first=expression.first,
        last=expression.last,
        start=None,
        end=None,
        grain="duration" if length is not None else expression.unit or expression.sort,
        rule=expression.rule,
        why=f"{expression.rule}; a length of time" if length is not None else _why_not(expression),
        seconds=length,
        vague=_vague(expression),
        open_start=expression.open_start,
        open_end=expression.open_end,
        relative=length is None and _is_relative(expression),
        zone=expression.zone,
    )


def _why_not(expression: TimeExpression) -> str:
    if expression.name == "happening":
        return f"{expression.rule}; counted from a happening whose date the words do not give"
    if expression.anaphora:
        return f"{expression.rule}; counted from another time of the text, which is not known"
    return f"{expression.rule}; it needs the document's date, or no such day exists"


def _vague(expression: TimeExpression) -> str | None:
    return _VAGUE.get(expression.edge or "", expression.edge) or ("about" if expression.about else None)


def _is_relative(expression: TimeExpression) -> bool:
    if expression.inner:
        return any(_is_relative(inner) for inner in expression.inner)
    if expression.within is not None and _is_relative(expression.within):
        return True
    if expression.sort in {"date", "season", "holiday"}:
        return expression.year is None and expression.within is None
    return expression.sort in _RELATIVE and expression.within is None

"""What the article's own times tell of its date, without knowing any event.

«اليوم الثلاثاء» gives a weekday, «الخميس 21 أيلول» the years in which the two agree, «في 2020» a day before which it
was not written, «الجاري» a month.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache
from itertools import zip_longest

from hudna.reading.recognise.docdate.evidence import EARLIEST, LATEST, Evidence, Span, iso, joined, merged, since, until
from hudna.reading.recognise.docdate.page import day_named
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.times import TimeExpression

_WEEKDAY_WEIGHT = 3.0
_AGAIN = 0.5
"""Every further time that gives the same weekday."""
_PAIR_WEIGHT = 3.0
_NEAREST_WEIGHT = 2.0
_NEAREST_DAYS = 4 * 366
"""A weekday and a date agree again after 5, 6 or 11 years; a text whose newest year lies further back is rare."""
_YEAR_WEIGHT = 4.0
_MONTH_WEIGHT = 2.0
_HINT = 1.0
_TODAY_WEIGHT = 6.0
_BEFORE, _AFTER = 31, 45
"""A date told with its weekday and without its year lies within so many days of the text's day."""
_PAST_DAYS = 92
"""A past date without year and without «الماضي» is rarely further back."""
_BESIDE = frozenset(("(", "،", ","))
_LEAD_DATE_WEIGHT = 2.0
_RECENT = 10
"""Days after the newest whole date of a text within which it was most likely written."""
_YEARS = range(date.fromordinal(EARLIEST).year, date.fromordinal(LATEST).year + 1)


def plain_evidence(view: View) -> Iterator[Evidence]:
    """What needs no company: weekdays of today and yesterday, whole dates, years."""
    yield from _weekdays(view)
    yield from _named_days(view)
    yield from _years(view)


def spoken_evidence(view: View) -> Iterator[Evidence]:
    """Everything that times alone tell."""
    yield from plain_evidence(view)
    yield from _today_dates(view)
    yield from _pairs(view)
    yield from _months(view)


def is_future(time: TimeExpression) -> bool:
    """Whether the words speak of what is still to come: «المقبل», «سيعقد», or a deadline, «حتى»."""
    return "future" in (time.direction, time.cue) or (time.open_start and time.direction != "past")


def newest_past(view: View) -> tuple[int, str] | None:
    """The newest day that the text surely looks back on, with the words that say so."""
    days = [(bound, view.said(time)) for time in _flat(view.times) if (bound := _looked_back(time)) is not None]
    return max(days, default=None)


def _flat(times: tuple[TimeExpression, ...]) -> Iterator[TimeExpression]:
    """The times and the ends of their ranges."""
    for time in times:
        yield time
        yield from _flat(time.inner)
        if time.within is not None and not time.anaphora:
            yield time.within


def _weekdays(view: View) -> Iterator[Evidence]:
    """«اليوم الثلاثاء», «أمس (الأربعاء)»: what weekday the text was written on."""
    said: dict[int, list[str]] = defaultdict(list)
    for time, weekday in _days_with_weekday(view):
        if time.today:
            said[weekday].append(view.said(time))
        elif time.sort == "day" and time.offset is not None and float(time.offset).is_integer():
            said[(weekday - int(time.offset)) % 7].append(view.said(time))
    for weekday in sorted(said):
        words = "», «".join(dict.fromkeys(said[weekday]))
        weight = _WEEKDAY_WEIGHT + _AGAIN * (len(said[weekday]) - 1)
        why = f"«{words}»: it was written on a {_NAMES[weekday]}"
        yield Evidence(spans=_every(weekday), weight=weight, why=why, group="weekday")


def _days_with_weekday(view: View) -> Iterator[tuple[TimeExpression, int]]:
    """Times with the weekday that stands in them or, between brackets or after a comma, beside them."""
    for time, after in zip_longest(view.times, view.times[1:]):
        if time.weekday is not None:
            yield time, time.weekday
        elif after is not None and after.sort == "weekday" and after.weekday is not None:
            between = view.text.words[time.last : after.first]
            if len(between) == 1 and between[0] in _BESIDE:
                yield time, after.weekday


_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def _every(weekday: int) -> tuple[Span, ...]:
    first = EARLIEST + (weekday - date.fromordinal(EARLIEST).weekday()) % 7
    return tuple((day, day) for day in range(first, LATEST + 1, 7))


def _named_days(view: View) -> Iterator[Evidence]:
    """Whole dates: «اليوم الثلاثاء 13 سبتمبر 2022» is the day itself, a coming one a bound, the newest past near."""
    past: list[tuple[int, str]] = []
    for time in _flat(view.times):
        day = day_named(time)
        if day is None:
            continue
        if time.today:
            why = f"«{view.said(time)}» names the day itself"
            yield Evidence(spans=((day, day),), weight=_TODAY_WEIGHT, why=why, anchor=True, group=f"today {day}")
        elif is_future(time):
            yield until(day, _HINT, f"it looks forward to «{view.said(time)}»")
        else:
            past.append((day, view.said(time)))
    if past:
        day, said = max(past)
        why = f"«{said}» is the newest whole date in the text"
        yield Evidence(spans=((day, day + _RECENT),), weight=_HINT, why=why, anchor=True, group="newest")
    yield from _lead_dates(view)


def _lead_dates(view: View) -> Iterator[Evidence]:
    """A whole date in the headline or in the sentence after it is mostly that of the news."""
    for sentence in view.sentences[:2]:
        for time in view.times_in(sentence):
            day = day_named(time)
            if day is not None and not is_future(time) and not time.open_end:
                weight = _LEAD_DATE_WEIGHT + (_HINT if time.weekday is not None else 0)
                why = f"the report begins with «{view.said(time)}»"
                yield Evidence(spans=((day, day + 1),), weight=weight, why=why, anchor=True, group="lead date")


def _looked_back(time: TimeExpression) -> int | None:
    if time.calendar != "gregorian" or time.year is None or is_future(time) or time.open_start:
        return None
    day = day_named(time)
    if day is not None:
        return day
    if time.sort == "year" or (time.sort == "date" and time.day is None):
        return date(time.year, time.month or 1, 1).toordinal() if time.year in _YEARS else None
    return None


def _years(view: View) -> Iterator[Evidence]:
    """«في 2020», «منذ أغسطس 2021»: not written before."""
    newest = newest_past(view)
    if newest is not None:
        day, said = newest
        yield since(day, _YEAR_WEIGHT, f"it looks back on «{said}»: written on or after {iso(day)}")


def _today_dates(view: View) -> Iterator[Evidence]:
    """«اليوم الأربعاء 14 يوليو», «في 26 أكتوبر صباح اليوم الاثنين»: the day itself, but for its year."""
    for time, after in zip_longest(view.times, view.times[1:]):
        weekday, today = time.weekday, time.today
        if after is not None and after.first == time.last and after.today:
            weekday, today = after.weekday if after.weekday is not None else weekday, True
        if not today or time.sort != "date" or time.year is not None or time.day is None or time.month is None:
            continue
        days = _named_in_years(time.month, time.day, weekday)
        if days:
            said = view.said(time)
            why = f"«{said}» names the day itself, without its year"
            yield Evidence(spans=joined(days), weight=_TODAY_WEIGHT, why=why, anchor=True, group=f"today {said}")


def _named_in_years(month: int, day: int, weekday: int | None) -> list[int]:
    """A day and month in every year in which it exists and falls on the weekday."""
    found = []
    for year in _YEARS:
        try:
            named = date(year, month, day)
        except ValueError:
            continue
        if weekday in {None, named.weekday()}:
            found.append(named.toordinal())
    return found


def _pairs(view: View) -> Iterator[Evidence]:
    """A weekday beside a day and month: only in some years do they agree."""
    past = newest_past(view)
    for time in view.times:
        if time.weekday is None or time.day is None or time.month is None or time.year is not None:
            continue
        days = _named_in_years(time.month, time.day, time.weekday)
        if not days:
            continue
        said = view.said(time)
        near = merged((day - _BEFORE, day + _AFTER) for day in days)
        why = f"«{said}»: weekday and date agree only in some years"
        yield Evidence(spans=near, weight=_PAIR_WEIGHT, why=why, anchor=True, group=f"pair {said}")
        nearest = next((day for day in days if past is not None and day >= past[0] - _BEFORE), None)
        if nearest is not None and past is not None and nearest <= past[0] + _NEAREST_DAYS:
            why = f"after «{past[1]}», «{said}» agrees first in {date.fromordinal(nearest).year}"
            span = (nearest - _BEFORE, nearest + _AFTER)
            yield Evidence(spans=(span,), weight=_NEAREST_WEIGHT, why=why, anchor=True, group=f"nearest {said}")


def _months(view: View) -> Iterator[Evidence]:
    """Months without a year: «الجاري» is this month, «الماضي» an earlier one, a bare past date not long ago."""
    for time in view.times:
        if time.sort != "date" or time.month is None or time.year is not None or time.calendar != "gregorian":
            continue
        said = view.said(time)
        if time.direction == "present":
            why = f"«{said}»: written in that month"
            yield Evidence(spans=_each_year(time.month, 1), weight=_MONTH_WEIGHT, why=why, group=f"month {time.month}")
            if not is_future(time):
                continue
        if time.direction == "past":
            why = f"«{said}»: written after that month"
            yield Evidence(spans=_each_year(time.month + 1, 11), weight=_HINT, why=why, group=f"after {time.month}")
        if time.day is not None and not time.anaphora:
            yield from _bare_day(time, said)


def _bare_day(time: TimeExpression, said: str) -> Iterator[Evidence]:
    """«في 20 أيلول» lies behind, «سيعقد في 25 أيار» ahead, neither far."""
    if time.direction == "past" or time.month is None or time.day is None:
        return
    group = f"near {said}"
    ahead = _around(time.month, time.day, _PAST_DAYS, 0)
    behind = _around(time.month, time.day, 0, _PAST_DAYS)
    if is_future(time):
        yield Evidence(spans=ahead, weight=_HINT, why=f"«{said}» lies ahead, and not far", group=group)
        return
    yield Evidence(spans=behind, weight=_HINT, why=f"«{said}» lies behind, and not far", group=group)
    if not time.cue and not time.open_end:
        yield Evidence(spans=ahead, weight=_HINT / 2, why=f"«{said}» may lie ahead", group=group)


@lru_cache(maxsize=1000)
def _around(month: int, day: int, before: int, after: int) -> tuple[Span, ...]:
    """So many days before and after a day of every year."""
    return merged((named - before, named + after) for named in _named_in_years(month, day, None))


@lru_cache(maxsize=100)
def _each_year(month: int, months: int) -> tuple[Span, ...]:
    """From the first of a month on, so many months, in every year."""
    spans = []
    for year in _YEARS:
        first = _first_of(year, month)
        last = _first_of(year, month + months) - timedelta(days=1)
        spans.append((first.toordinal(), last.toordinal()))
    return merged(spans)


def _first_of(year: int, month: int) -> date:
    years, index = divmod(month - 1, 12)
    return date(year + years, index + 1, 1)

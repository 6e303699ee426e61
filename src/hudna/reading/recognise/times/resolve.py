"""From an expression to an interval, for one assumed day of the document."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import msgspec

from hudna.knowledge.languages.ar.times import load_times
from hudna.reading.recognise.times import calendars
from hudna.reading.recognise.times.calendars import Interval, add_days, days
from hudna.reading.recognise.times.context import Context, choose, direction_of, with_why
from hudna.reading.recognise.times.edges import edge_of
from hudna.reading.recognise.times.expression import FUTURE, LAST, PAST, PRESENT, TimeExpression
from hudna.reading.recognise.times.holidays import holiday_in, holiday_in_hijri

Resolver = Callable[[TimeExpression, Context], Interval | None]
_WEEK, _MONTHS = 7, 12
_AROUND = range(-9, 6)
"""Years around the document's to look for a day and month: 29 February may be eight years away."""
_HOURS = frozenset(("hour", "minute", "second"))
_FULL_CENTURY = 100
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def resolve_one(expression: TimeExpression, context: Context) -> Interval | None:
    """The interval that an expression means in this context; None when that cannot be told."""
    resolver = _RESOLVERS.get(expression.sort)
    found = resolver(expression, context) if resolver else None
    if found is None:
        return None
    if expression.edge is not None:
        found = edge_of(found, expression.edge, context.conventions, context.day)
    return _at_time(found, expression, context) if found else None


# --- dates -----------------------------------------------------------------------------------------------------------


def _date(expression: TimeExpression, context: Context) -> Interval | None:
    if expression.calendar == "hijri":
        return _hijri(expression, context)
    if expression.month is None:
        return _day_of_month(expression, context)
    year = expression.year
    if expression.within is not None:
        inner = resolve_one(expression.within, context)
        year = inner.first_day.year if inner and inner.first_day else None
        if year is None:
            return None
    found = _in_year(expression, year) if year is not None else _without_year(expression, context)
    return _by_number(found, expression) or _check_weekday(found, expression)


def _by_number(found: Interval | None, expression: TimeExpression) -> Interval | None:
    """«الثلاثاء الثالث من أيلول»: a Tuesday that is the third, or, where that is no Tuesday, the third Tuesday."""
    day = found.first_day if found else None
    if day is None or expression.ordinal is None or expression.weekday is None or day.weekday() == expression.weekday:
        return None
    whole = calendars.month_of(day.year, day.month)
    if whole is None or whole.first_day is None or whole.last_day is None:
        return None
    counted = calendars.nth_weekday(whole.first_day, whole.last_day, expression.weekday, expression.ordinal)
    return days(counted, counted, "day", "counted among the weekdays of the month, as the date is another weekday")


def _in_year(expression: TimeExpression, year: int) -> Interval | None:
    month = expression.month or 0
    if expression.day is None:
        return calendars.month_of(year, month)
    day = calendars.make_date(year, month, expression.day)
    return days(day, day, "day")


def _years_around(expression: TimeExpression, day: date) -> list[Interval]:
    found = (_in_year(expression, day.year + offset) for offset in _AROUND)
    return [one for one in found if one is not None]


def _without_year(expression: TimeExpression, context: Context) -> Interval | None:
    day = context.day
    if day is None:
        return None
    returns = _years_around(expression, day)
    if expression.today or expression.offset is not None:
        return _nearest(returns, day, "the nearest one to the document's day, for it says which day it counts as")
    chosen = choose(returns, expression, context)
    if expression.weekday is None or chosen is None or _has_weekday(chosen, expression.weekday):
        return chosen
    return _by_weekday(returns, expression.weekday, chosen, day)


def _nearest(returns: list[Interval], day: date, why: str) -> Interval | None:
    near = sorted(returns, key=lambda one: abs(((one.first_day or day) - day).days))
    return with_why(near[0], why) if near else None


_FAR = 60
"""Days ahead in which a weekday that fits decides against the nearest past date."""


def _by_weekday(returns: list[Interval], weekday: int, chosen: Interval, day: date) -> Interval:
    """Another year's date whose weekday fits, when it lies close by."""
    for one in returns:
        close = one.first_day is not None and -366 <= (one.first_day - day).days <= _FAR
        if close and _has_weekday(one, weekday):
            return with_why(one, f"the one that is a {WEEKDAYS[weekday]}")
    return chosen


def _has_weekday(interval: Interval, weekday: int) -> bool:
    return interval.first_day is not None and interval.first_day.weekday() == weekday


def _check_weekday(found: Interval | None, expression: TimeExpression) -> Interval | None:
    if found is None or expression.weekday is None or expression.day is None or found.first_day is None:
        return found
    named, real = WEEKDAYS[expression.weekday], WEEKDAYS[found.first_day.weekday()]
    if named == real:
        return with_why(found, f"it is a {named}, as the text says")
    return with_why(found, f"the text says {named} but that day is a {real}; the date is kept")


def _day_of_month(expression: TimeExpression, context: Context) -> Interval | None:
    number = expression.day or 0
    if expression.within is not None:
        inner = resolve_one(expression.within, context)
        first = inner.first_day if inner else None
        found = calendars.make_date(first.year, first.month, number) if first else None
        return days(found, found, "day", *(inner.why if inner else ()))
    if context.day is None:
        return None
    months = (calendars.add_months(context.day.replace(day=1), offset) for offset in range(-_MONTHS, _MONTHS + 1))
    dates = [calendars.make_date(month.year, month.month, number) for month in months if month]
    returns = [one for one in (days(found, found, "day") for found in dates) if one is not None]
    if expression.weekday is not None:
        fitting = [one for one in returns if _has_weekday(one, expression.weekday)]
        return _nearest(fitting, context.day, "the nearest month in which the weekday fits")
    if context.conventions.prefers == FUTURE:
        found = calendars.make_date(context.day.year, context.day.month, number)
        return days(found, found, "day", "in the current month")
    return choose(returns, expression, context)


def _hijri(expression: TimeExpression, context: Context) -> Interval | None:
    month, year = expression.month or 0, expression.year
    if year is not None and year > 1600:
        # a Hijri month beside a Gregorian year: the one that begins in that year
        start = calendars.make_date(year, 1, 1)
        base = calendars.hijri_year_at(start) if start else None
        near = [_hijri_in(expression, base + later, month) for later in (0, 1)] if base else []
        fitting = [one for one in near if one and one.first_day and one.first_day.year == year]
        return fitting[0] if fitting else None
    if year is not None:
        return _hijri_in(expression, year, month)
    if expression.within is not None or context.day is None:
        return None
    base = calendars.hijri_year_at(context.day)
    if base is None:
        return None
    returns = [_hijri_in(expression, base + offset, month) for offset in (-2, -1, 0, 1, 2)]
    return choose([one for one in returns if one is not None], expression, context)


def _hijri_in(expression: TimeExpression, year: int, month: int) -> Interval | None:
    if expression.day is None:
        found = calendars.hijri_month(year, month)
    else:
        day = calendars.hijri_date(year, month, expression.day)
        found = days(day, day, "day")
    found = with_why(found, "Hijri, by Umm al-Qura") if found else None
    return _check_weekday(found, expression)


def _year(expression: TimeExpression, context: Context) -> Interval | None:
    del context
    year = expression.year or 0
    return calendars.hijri_year(year) if expression.calendar == "hijri" else calendars.year_of(year)


# --- days and weekdays -----------------------------------------------------------------------------------------------


def _day(expression: TimeExpression, context: Context) -> Interval | None:
    moved = add_days(context.day, int(expression.offset or 0))
    found = days(moved, moved, "day", "counted from the document's day")
    if found is None or expression.weekday is None or moved is None or moved.weekday() == expression.weekday:
        return found
    named, real = WEEKDAYS[expression.weekday], WEEKDAYS[moved.weekday()]
    return with_why(found, f"the text says {named} but that day is a {real}: the document's date may be wrong")


def _weekday(expression: TimeExpression, context: Context) -> Interval | None:
    weekday = expression.weekday or 0
    if expression.within is not None:
        return _weekday_within(expression, weekday, context)
    base, following = context.day, False
    if expression.anaphora and context.told_day is not None:
        base, following = context.told_day.last_day, True
    if base is None:
        return None
    if following:
        found = add_days(base, (weekday - base.weekday() - 1) % _WEEK + 1)
        return days(found, found, "day", "the next one after the day told before")
    return _near_weekday(expression, weekday, base, context)


def _near_weekday(expression: TimeExpression, weekday: int, base: date, context: Context) -> Interval | None:
    back = (base.weekday() - weekday) % _WEEK
    direction, said = direction_of(expression, context)
    extra = _WEEK if expression.offset in (-2, 2) else 0
    if said and direction == PRESENT:
        week = calendars.week_of(base, context.conventions.week_starts)
        found = calendars.nth_weekday(week.first_day, week.last_day, weekday, 1) if week else None  # type: ignore[arg-type]
        return days(found, found, "day", "in the current week")
    if said and direction == PAST:
        return _so_far(base, -(back or _WEEK) - extra, "the last one before the document's day")
    if direction == FUTURE:
        ahead = (weekday - base.weekday()) % _WEEK
        skips_today = said or not expression.cue
        return _so_far(base, (ahead or (_WEEK if skips_today else 0)) + extra, "the next one")
    return _so_far(base, -back, "the nearest one past, or the document's day itself")


def _so_far(base: date, number: int, why: str) -> Interval | None:
    found = add_days(base, number)
    return days(found, found, "day", why)


def _weekday_within(expression: TimeExpression, weekday: int, context: Context) -> Interval | None:
    inner = resolve_one(expression.within, context) if expression.within else None
    if inner is None or inner.first_day is None or inner.last_day is None:
        return None
    ordinal = expression.ordinal or 1
    if expression.direction == "after":
        start = add_days(inner.last_day, 1)
        found = calendars.nth_weekday(start, date.max, weekday, ordinal) if start else None
    else:
        found = calendars.nth_weekday(inner.first_day, inner.last_day, weekday, ordinal)
    return days(found, found, "day", *inner.why)


# --- units -----------------------------------------------------------------------------------------------------------


def _unit(expression: TimeExpression, context: Context) -> Interval | None:
    unit = expression.unit or "day"
    if expression.within is not None:
        inner = resolve_one(expression.within, context)
        day = inner.first_day if inner else None
        return calendars.unit_of(unit, day, 0, context.conventions.week_starts) if day else None
    told = context.told_day if unit == "day" else context.told
    if expression.anaphora:
        base = (told.last_day if unit == "day" else told.first_day) if told else None
        why = "counted from the time told before it"
        if base is None and expression.direction:
            base, why = context.day, "no earlier time in the text: counted from the document's day"
    else:
        base, why = context.day, "counted from the document's day"
    if base is None:
        return None
    found = calendars.unit_of(unit, base, int(expression.offset or 0), context.conventions.week_starts)
    return with_why(found, why) if found else None


def _nth(expression: TimeExpression, context: Context) -> Interval | None:
    inner = resolve_one(expression.within, context) if expression.within else None
    if inner is None or inner.first_day is None or inner.last_day is None:
        return None
    pieces = _pieces(expression.unit or "", inner.first_day, inner.last_day, context)
    ordinal = expression.ordinal or 1
    if not pieces or ordinal > len(pieces):
        return None
    return with_why(pieces[-1 if ordinal == LAST else ordinal - 1], *inner.why)


def _pieces(unit: str, first: date, last: date, context: Context) -> list[Interval]:
    """All units of a period, in order; a week belongs to the period in which it begins."""
    if unit == "week":
        start = calendars.nth_weekday(first, last, context.conventions.week_starts, 1)
        found = [add_days(start, _WEEK * number) for number in range((last - first).days // _WEEK + 1)] if start else []
        return [w for w in (days(d, add_days(d, 6), "week") for d in found if d and d <= last) if w]
    if unit == "day":
        return [d for d in (_so_far(first, number, "") for number in range(min((last - first).days + 1, 400))) if d]
    share = {"quarter": 4, "third": 3, "half": 2}.get(unit)
    if share is not None:
        return _shares(first, last, share, unit)
    months = {"month": 1, "decade": 120}.get(unit, 0)
    if not months:
        return []
    starts = (calendars.add_months(first, months * number) for number in range(_MONTHS * 10))
    ends = ((start, add_days(calendars.add_months(start, months), -1)) for start in starts if start and start <= last)
    return [piece for piece in (days(start, end, unit) for start, end in ends) if piece]


def _shares(first: date, last: date, share: int, unit: str) -> list[Interval]:
    """Halves, thirds or quarters of a period: by whole months where that goes, else by days."""
    months = (last.year - first.year) * _MONTHS + last.month - first.month + 1
    if months % share == 0:
        starts = [calendars.add_months(first, months // share * number) for number in range(share)]
    else:
        length = (last - first).days + 1
        starts = [add_days(first, length * number // share) for number in range(share)]
    ends = [add_days(start, -1) for start in starts[1:]]
    return [piece for piece in (days(a, b, unit) for a, b in zip(starts, [*ends, last], strict=True)) if piece]


def _shift(expression: TimeExpression, context: Context) -> Interval | None:
    if expression.name == "happening":
        return None
    base, why = _shift_base(expression, context)
    if base is None:
        return None
    if expression.about and expression.name == "few" and context.conventions.prefers == PAST:
        return _vaguely(base, expression, why)
    moment = context.moment if why == "counted from the document's time" else None
    small = [part for part in expression.shift if part[1] in _HOURS]
    day: date | None = base
    for number, unit in expression.shift:
        day = calendars.move(day, number, unit)
    grain = expression.shift[-1][1]
    if small and moment is not None and day is not None:
        return _moved_moment(datetime.combine(day, moment.time()), small, why)
    return days(day, day, "day" if grain in _HOURS or grain in {"day", "week"} else grain, why)


def _vaguely(base: date, expression: TimeExpression, why: str) -> Interval | None:
    """«قبل أيام», «بعد أسابيع»: before or after the day it is counted from, nobody knows how long."""
    grain = expression.shift[-1][1]
    told = (why, "how long is not told")
    if expression.shift[0][0] < 0:
        return Interval(first=None, last=_minute(base, calendars.DAY_END), grain=grain, why=told)
    return Interval(first=_minute(base, calendars.DAY_START), last=None, grain=grain, why=told)


def _moved_moment(moment: datetime, parts: list[tuple[float, str]], why: str) -> Interval | None:
    found: datetime | None = moment
    for number, unit in parts:
        found = calendars.move_moment(found, number, unit) if found else None
    return Interval(first=found, last=found, grain="minute", timed=True, why=(why,)) if found else None


def _shift_base(expression: TimeExpression, context: Context) -> tuple[date | None, str]:
    if expression.within is not None:
        inner = resolve_one(expression.within, context)
        back = expression.shift[0][0] < 0
        return (inner.first_day if back else inner.last_day) if inner else None, "counted from the time named with it"
    from_text = expression.anaphora or (not expression.direction and not expression.cue)
    if from_text and context.told_day is not None and context.conventions.prefers == PAST:
        return context.told_day.last_day, "counted from the day told before it"
    if expression.anaphora or (from_text and context.conventions.prefers == PAST):
        return None, ""
    return context.day, "counted from the document's time" if context.moment else "counted from the document's day"


def _span(expression: TimeExpression, context: Context) -> Interval | None:
    day = context.day
    direction = expression.direction or expression.cue or (FUTURE if context.conventions.prefers == FUTURE else "")
    number, unit = expression.offset or 0.0, expression.unit or "day"
    if day is None or not direction:
        return None
    if unit in _HOURS:
        return _span_of_hours(day, number, unit, direction, context)
    why = "counted from the document's day"
    vague = expression.about and expression.seconds is None
    if unit in context.conventions.whole_spans and expression.direction and not vague:
        return _whole_units(day, int(number), unit, direction, context)
    if direction == PAST:
        first, last = calendars.move(day, -number, unit), add_days(day, -1)
    elif expression.direction:
        first, last = add_days(day, 1), calendars.move(day, number, unit)
    else:
        first, last = day, calendars.move(day, number, unit)
    if vague:
        start = Interval(first=None, last=datetime.combine(day, calendars.DAY_END), grain=unit, why=(why,))
        end = Interval(first=datetime.combine(day, calendars.DAY_START), last=None, grain=unit, why=(why,))
        return start if direction == PAST else end
    return days(first, last, unit, why)


def _whole_units(day: date, number: int, unit: str, direction: str, context: Context) -> Interval | None:
    """Calendar weeks, not seven days each: several weeks run as one week does."""
    starts = context.conventions.week_starts
    near, far = (-1, -number) if direction == PAST else (1, number)
    ends = [calendars.unit_of(unit, day, offset, starts) for offset in sorted((near, far))]
    if ends[0] is None or ends[1] is None:
        return None
    return days(ends[0].first_day, ends[1].last_day, unit, "whole ones, counted from the document's day")


def _span_of_hours(day: date, number: float, unit: str, direction: str, context: Context) -> Interval | None:
    sign = -1 if direction == PAST else 1
    if context.moment is not None:
        other = calendars.move_moment(context.moment, sign * number, unit)
        first, last = sorted((context.moment, other)) if other else (None, None)
        why = "counted from the document's time"
        return Interval(first=first, last=last, grain="minute", timed=True, why=(why,)) if other else None
    hours = number * {"hour": 1, "minute": 1 / 60, "second": 1 / 3600}[unit]
    other_day = add_days(day, sign * -int(-hours // 24))
    why = "counted from the document's day, as its hour is not known"
    return days(min(day, other_day), max(day, other_day), "day", why) if other_day else None


def _rest(expression: TimeExpression, context: Context) -> Interval | None:
    if context.day is None:
        return None
    whole = calendars.unit_of(expression.unit or "day", context.day, 0, context.conventions.week_starts)
    if whole is None:
        return None
    last = add_days(whole.last_day, -1) if context.conventions.open_ended_ranges else whole.last_day
    return days(context.day, last, whole.grain, "from the document's day to its end")


# --- long and festive ------------------------------------------------------------------------------------------------


def _season(expression: TimeExpression, context: Context) -> Interval | None:
    year = expression.year
    if expression.within is not None:
        inner = resolve_one(expression.within, context)
        year = inner.first_day.year if inner and inner.first_day else None
        if year is None:
            return None
    if year is not None:
        return _season_in(expression.name or "", year)
    if context.day is None:
        return None
    returns = (_season_in(expression.name or "", context.day.year + offset) for offset in _AROUND)
    return choose([one for one in returns if one is not None], expression, context)


def _season_in(name: str, year: int) -> Interval | None:
    first = calendars.make_date(year, load_times().seasons[name], 1)
    return days(first, add_days(calendars.add_months(first, 3), -1), "season")


def _decade(expression: TimeExpression, context: Context) -> Interval | None:
    year = expression.year or 0
    if expression.within is not None:
        inner = _century(expression.within, context)
        year += inner.first_day.year if inner and inner.first_day else 1900
        return calendars.years_of(year, 10, "decade")
    if year >= _FULL_CENTURY:
        return calendars.years_of(year, 10, "decade")
    now = context.day.year if context.day else 2000
    century = now // _FULL_CENTURY * _FULL_CENTURY
    start = century + year if century + year <= now else century - _FULL_CENTURY + year
    return calendars.years_of(start, 10, "decade")


def _century(expression: TimeExpression, context: Context) -> Interval | None:
    if expression.year is not None:
        return calendars.years_of(expression.year, _FULL_CENTURY, "century")
    if context.day is None:
        # every page that Hudna reads is of this century
        found = calendars.years_of(2000 + _FULL_CENTURY * int(expression.offset or 0), _FULL_CENTURY, "century")
        return with_why(found, "counted from the twenty-first century") if found else None
    return _unit(expression, context)


def _holiday(expression: TimeExpression, context: Context) -> Interval | None:
    holiday = load_times().holidays[expression.name or ""]
    if expression.calendar == "hijri" and expression.year is not None:
        return holiday_in_hijri(holiday, expression.year)
    year = expression.year
    if expression.within is not None:
        inner = resolve_one(expression.within, context)
        year = inner.first_day.year if inner and inner.first_day else None
    if year is not None:
        found = holiday_in(holiday, year)
        return found[0] if found else None
    if context.day is None:
        return None
    returns = [one for offset in range(-2, 3) for one in holiday_in(holiday, context.day.year + offset)]
    return choose(returns, expression, context)


# --- moments and ranges ----------------------------------------------------------------------------------------------


def _now(expression: TimeExpression, context: Context) -> Interval | None:
    del expression
    if context.moment is not None:
        return Interval(
            first=context.moment, last=context.moment, grain="minute", timed=True, why=("the document's time",)
        )
    return days(context.day, context.day, "day", "the document's day")


def _dayless(expression: TimeExpression, context: Context) -> Interval | None:
    """A clock time or a part of a day: on the day that its sentence tells, else on the document's."""
    del expression
    if context.sentence_day is not None:
        return with_why(context.sentence_day, "on the day told in the sentence")
    return days(context.day, context.day, "day", "on the document's day")


def _range(expression: TimeExpression, context: Context) -> Interval | None:
    left_expression, right_expression = expression.inner
    left, right = resolve_one(left_expression, context), resolve_one(right_expression, context)
    if left is None or right is None or left.first is None or right.last is None:
        return None
    left, right = _in_order(left, right, left_expression, right_expression)
    if expression.announced and context.conventions.open_ended_ranges:
        right = _without_last(right)
    if left.first is None or right.last is None or left.first > right.last:
        return None
    why = tuple(dict.fromkeys((*left.why, *right.why)))
    return Interval(
        first=left.first, last=right.last, grain=right.grain, timed=left.timed or right.timed, why=why
    )


def _without_last(right: Interval) -> Interval:
    """The end of an announced range is where it stops, not its last day (a convention of calendars)."""
    start = add_days(right.first_day, -1)
    return right if right.timed or start is None else msgspec.structs.replace(right, last=_minute(start, calendars.DAY_END))


def _in_order(
    left: Interval, right: Interval, left_expression: TimeExpression, right_expression: TimeExpression
) -> tuple[Interval, Interval]:
    """Ends that came out crosswise: the free one moves by a day, a week or a year."""
    if left.first is None or right.last is None or left.first <= right.last:
        return left, right
    if right_expression.clock is not None and right.timed:
        return left, _moved(right, 1)
    if right_expression.sort == "weekday":
        return left, _moved(right, _WEEK)
    if left_expression.sort == "date" and left_expression.year is None and left.first_day is not None:
        earlier = calendars.add_months(left.first_day, -_MONTHS)
        return (_moved(left, (earlier - left.first_day).days) if earlier else left), right
    return left, right


def _moved(interval: Interval, number: int) -> Interval:
    delta = timedelta(days=number)
    return msgspec.structs.replace(
        interval,
        first=interval.first + delta if interval.first else None,
        last=interval.last + delta if interval.last else None,
    )


def _beside(expression: TimeExpression, context: Context) -> Interval | None:
    """«قبل 15 نوفمبر», «بعد 20 أيلول»: without the day itself; one end is open."""
    inner = resolve_one(expression.inner[0], context)
    if inner is None:
        return None
    if expression.open_start:
        edge = inner.first if inner.timed else _minute(add_days(inner.first_day, -1), calendars.DAY_END)
        return Interval(first=None, last=edge, grain=inner.grain, timed=inner.timed, why=inner.why)
    edge = inner.last if inner.timed else _minute(add_days(inner.last_day, 1), calendars.DAY_START)
    return Interval(first=edge, last=None, grain=inner.grain, timed=inner.timed, why=inner.why)


def _minute(day: date | None, at: time) -> datetime | None:
    return datetime.combine(day, at) if day else None


def _at_time(found: Interval, expression: TimeExpression, context: Context) -> Interval | None:
    """The hours of a day that a clock time or a part of the day leaves."""
    if found.timed or found.first_day is None or expression.sort in {"range", "beside"}:
        return found
    if expression.clock is not None:
        moment = datetime.combine(found.first_day, time(*expression.clock))
        return Interval(first=moment, last=moment, grain="minute", timed=True, why=found.why)
    return _at_part(found, expression, context) if expression.part is not None else found


def _at_part(found: Interval, expression: TimeExpression, context: Context) -> Interval | None:
    parts = context.conventions.parts
    key = "night" if expression.part == "night_to_dawn" else expression.part or ""
    first, last = (time.fromisoformat(minute) for minute in parts[key])
    if found.first_day is None:
        return None
    start, end = datetime.combine(found.first_day, first), datetime.combine(found.last_day or found.first_day, last)
    if expression.part == "night_to_dawn":
        dawn = time.fromisoformat(parts["dawn"][1])
        end = datetime.combine(end.date(), dawn) + timedelta(days=1)
    middle = start + (end - start) // 2
    if expression.part_edge == "late":
        start = middle.replace(second=0)
    elif expression.part_edge == "early":
        end = middle.replace(second=0)
    return Interval(first=start, last=end, grain="part_of_day", timed=True, why=found.why)


_RESOLVERS: dict[str, Resolver] = {
    "date": _date,
    "year": _year,
    "day": _day,
    "weekday": _weekday,
    "unit": _unit,
    "nth": _nth,
    "shift": _shift,
    "span": _span,
    "rest": _rest,
    "season": _season,
    "decade": _decade,
    "century": _century,
    "holiday": _holiday,
    "now": _now,
    "clock": _dayless,
    "part": _dayless,
    "range": _range,
    "beside": _beside,
}

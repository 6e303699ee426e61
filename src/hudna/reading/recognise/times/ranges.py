"""From one time to another: «من 3 إلى 12 سبتمبر», «بين عامي 2014 و2018», «13-15 تموز», «يومي الثلاثاء والأربعاء»."""

import msgspec

from hudna.reading.recognise.times.clocks import on_24_hours
from hudna.reading.recognise.times.dates import Month, day, month, with_year
from hudna.reading.recognise.times.days import any_day, weekday_at
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.periods import PERIOD_STARTS, period
from hudna.reading.recognise.times.scan import DASHES, Scan, longest
from hudna.reading.recognise.times.timed import TIMED_STARTS, timed
from hudna.reading.recognise.times.units import CONSTRUCT, past_comma, relative_unit
from hudna.reading.recognise.times.words import FIRST_YEAR, LAST_YEAR

_MAX_HOUR, _HALF_DAY = 24, 12
_YEAR_DIGITS = 4
SINGLE_STARTS = TIMED_STARTS | PERIOD_STARTS
SPAN_STARTS = SINGLE_STARTS | {"from", "between"}
_UNFIT = frozenset(("duration", "range", "now", "part"))


def span_between(scan: Scan, at: int) -> TimeExpression | None:
    """A range with both its ends named, in whatever form."""
    if not scan.begins(at, SPAN_STARTS):
        return None
    return longest(
        _between(scan, at),
        _from_to(scan, at),
        _bare_range(scan, at),
        _month_then_days(scan, at),
        _period_then_weekdays(scan, at),
        _day_then_clocks(scan, at),
        _listed(scan, at),
    )


def single(scan: Scan, at: int) -> TimeExpression | None:
    """One day, time or period."""
    return scan.remember("single", at, _single)


def _single(scan: Scan, at: int) -> TimeExpression | None:
    return longest(timed(scan, at), period(scan, at)) if scan.begins(at, SINGLE_STARTS) else None


def _between(scan: Scan, at: int) -> TimeExpression | None:
    """«بين … و…»."""
    word = scan.hit(at, "between")
    return _ends(scan, at, _past_construct(scan, word.last), joined=True, told=True) if word else None


def _from_to(scan: Scan, at: int) -> TimeExpression | None:
    """«من … إلى …», «الساعة من 1 إلى 4»."""
    hour = scan.hit(at, "hour_word")
    word = scan.hit(hour.last if hour else at, "from")
    return _ends(scan, at, word.last, joined=False, told=True) if word else None


def _bare_range(scan: Scan, at: int) -> TimeExpression | None:
    """«2 أكتوبر إلى 22 أكتوبر», «13-15 تموز», «2014-2018», «4 - 5 مساء»."""
    return _ends(scan, at, at, joined=False, told=False)


def _past_construct(scan: Scan, at: int) -> int:
    """Past «عامي», «يومي», «شهري», «الساعة»."""
    unit = scan.hit(at, "unit")
    return unit.last if unit and unit.word.number == CONSTRUCT and not unit.proclitic else at


def _ends(scan: Scan, at: int, start: int, *, joined: bool, told: bool) -> TimeExpression | None:
    """The best range whose left end begins at `start`; `told` when a preposition announced it."""
    best: TimeExpression | None = None
    for left in _left_ends(scan, start, told=told):
        right_start = _connector(scan, left.last, joined=joined)
        if right_start < 0:
            continue
        for right in _right_ends(scan, right_start, left):
            found = _make(scan, at, left, right)
            if found is not None and _announced(left, right, told=told):
                found = msgspec.structs.replace(found, announced=True)
            best = longest(best, found)
    return best


def _announced(left: TimeExpression, right: TimeExpression, *, told: bool) -> bool:
    """«من 3 إلى 12», «2 أكتوبر إلى 22 أكتوبر»: from here to there; «13-15 تموز» are the days themselves."""
    return told or "number" not in {left.sort, right.sort}


def _left_ends(scan: Scan, at: int, *, told: bool) -> list[TimeExpression]:
    """The left end as a time of its own, or as a mere number that the right end explains."""
    found = single(scan, at)
    ends = [found] if found is not None and found.sort not in _UNFIT else []
    if not ends and told and scan.hit(at, "month"):
        ends = [with_year(scan, at, named, day_number=None) for named in (month(scan, at),) if named is not None]
    number = _number(scan, at)
    if number is not None and (told or number.last < scan.limit):
        ends.append(number)
    year = _plain_year(scan, at)
    if year is not None:
        ends.append(year)
    return ends


def _number(scan: Scan, at: int) -> TimeExpression | None:
    """A number that may be a day or an hour: sort «number»."""
    hour = scan.ordinal(at)
    found = day(scan, at)
    if found is None:
        return None
    value = found.number
    return TimeExpression(
        first=at,
        last=found.last,
        sort="number",
        rule="hour" if hour is not None and hour.feminine else "day",
        day=value,
    )


def _plain_year(scan: Scan, at: int) -> TimeExpression | None:
    start = at + 1 if scan.word(at) == "و" and scan.glued(at + 1) else at
    word = scan.word(start)
    if len(word) != _YEAR_DIGITS or not word.isdecimal() or not FIRST_YEAR <= int(word) < LAST_YEAR:
        return None
    return TimeExpression(first=at, last=start + 1, sort="year", rule="year", year=int(word))


def _connector(scan: Scan, at: int, *, joined: bool) -> int:
    """The token where the right end begins, or -1 when nothing connects."""
    start = at + 1 if scan.word(at) == "." and scan.hit(at + 1, "to") else at
    to = scan.hit(start, "to")
    if to is not None:
        return to.last
    if scan.word(start) in DASHES:
        return start + 1
    if not joined:
        return -1
    word = scan.word(start)
    if word == "و":
        return start + 1
    return start if word.startswith("و") else -1


def _right_ends(scan: Scan, at: int, left: TimeExpression) -> list[TimeExpression]:
    found = single(scan, at)
    ends = [found] if found is not None and found.sort not in _UNFIT else []
    year = _plain_year(scan, at) if left.sort in {"year", "date"} else None
    if year is not None:
        ends.append(year)
    number = _number(scan, at) if left.sort in {"clock", "number", "weekday", "day"} or left.clock else None
    if number is not None and (scan.ends(number.last) or scan.hits(number.last)):
        ends.append(number)
    return ends


def _make(scan: Scan, at: int, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """The two ends made whole by each other, when they fit."""
    if left.sort == "number":
        left_full = _left_from_right(left, right)
        if left_full is None:
            return None if right.sort != "number" else _two_numbers(scan, at, left, right)
        left = left_full
    if right.sort == "number":
        right_full = _right_from_left(left, right)
        if right_full is None:
            return None
        right = right_full
    if right.sort == "year" and left.sort == "date" and left.day is not None:
        return None
    if left.sort != right.sort and {left.sort, right.sort} & {"year", "clock"} and not left.clock:
        return None
    left, right = _share(left, right)
    return _range(at, right.last, left, right)


def _range(at: int, last: int, left: TimeExpression, right: TimeExpression) -> TimeExpression:
    return TimeExpression(
        first=at,
        last=last,
        sort="range",
        rule=f"range of: {left.rule}" if left.rule == right.rule else f"range of: {left.rule} to {right.rule}",
        inner=(left, right),
    )


def _left_from_right(left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """The «3» of «من 3 إلى 12 سبتمبر», the «5» of «من 5 إلى 6 مساء»."""
    if right.sort == "clock" and right.clock is not None and left.day is not None and left.day <= _MAX_HOUR:
        return _as_clock(left, right.part, before=right.clock[0])
    if right.sort == "date" and right.day is not None and left.rule == "day":
        return msgspec.structs.replace(right, first=left.first, last=left.last, day=left.day, weekday=None)
    return None


def _right_from_left(left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """The «4» of «الساعة 1 بعد الظهر إلى 4», the «15» of «الجمعة 11 حتى 15»."""
    if left.clock is not None and right.day is not None and right.day <= _MAX_HOUR:
        clocked = _as_clock(right, left.part)
        return msgspec.structs.replace(clocked, first=right.first)
    if left.sort == "date" and left.month is None and left.day is not None:
        return msgspec.structs.replace(left, first=right.first, last=right.last, day=right.day, weekday=None)
    return None


def _as_clock(number: TimeExpression, part: str | None, *, before: int | None = None) -> TimeExpression:
    hour = on_24_hours(number.day or 0, part)
    if before is not None and hour > before:
        hour = number.day or 0
    return TimeExpression(
        first=number.first, last=number.last, sort="clock", rule="clock time", clock=(hour, 0), part=part
    )


def _two_numbers(scan: Scan, at: int, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """«من 4 إلى 23 في الشهر المقبل»: the month after both; «الثالثة إلى الخامسة»: hours."""
    if left.rule == "hour" and right.rule == "hour":
        return _two_hours(scan, at, left, right)
    for start in (scan.past(right.last, "of"), scan.past(right.last, "in")):
        within = relative_unit(scan, start)
        named = month(scan, start)
        if within is not None and within.unit == "month":
            ends = [
                TimeExpression(
                    first=end.first, last=end.last, sort="date", rule="day of a month", day=end.day, within=within
                )
                for end in (left, right)
            ]
            return _range(at, within.last, ends[0], ends[1])
        if named is not None and start > right.last:
            return _days_of(scan, at, named, left, right)
    return None


def _two_hours(scan: Scan, at: int, left: TimeExpression, right: TimeExpression) -> TimeExpression | None:
    """«سأخرج من السابعة إلى التاسعة»; elsewhere they may be classes, pages, rounds."""
    hours = (left.day or 0) <= _HALF_DAY and (right.day or 0) <= _HALF_DAY
    if not (hours and scan.listed(at - 1, "motion_verbs") and scan.ends(right.last)):
        return None
    return _range(at, right.last, _as_clock(left, None), _as_clock(right, None))


def _days_of(scan: Scan, at: int, named: Month, left: TimeExpression, right: TimeExpression) -> TimeExpression:
    whole = with_year(scan, at, named, day_number=None)
    ends = [
        msgspec.structs.replace(whole, first=end.first, last=end.last, day=end.day, rule="day and month")
        for end in (left, right)
    ]
    return _range(at, max(whole.last, right.last), ends[0], ends[1])


def _share(left: TimeExpression, right: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    """What only one end says: the year, the direction, the part of the day, the day of a clock time."""
    if left.sort == right.sort == "date":
        left = _borrow(left, right)
    if left.sort == right.sort == "clock" and left.clock and right.clock:
        left, right = _share_part(left, right)
    if right.sort == "clock" and left.sort != "clock" and left.clock is not None:
        right = msgspec.structs.replace(left, first=right.first, last=right.last, clock=right.clock, part=right.part)
    if left.sort == "clock" and right.sort != "clock" and right.clock is not None:
        left = msgspec.structs.replace(right, first=left.first, last=left.last, clock=left.clock, part=left.part)
    if left.sort == right.sort == "weekday":
        left, right = _share_week(left, right)
    return left, right


def _borrow(left: TimeExpression, right: TimeExpression) -> TimeExpression:
    if left.year is None and left.within is None and not left.direction:
        return msgspec.structs.replace(
            left,
            month=left.month if left.month is not None else right.month,
            year=right.year,
            within=right.within,
            direction=right.direction,
            calendar=right.calendar,
        )
    return left


def _share_part(left: TimeExpression, right: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    if left.clock is None or right.clock is None:
        return left, right
    if left.part is None and right.part is not None and left.clock[0] <= _HALF_DAY:
        hour = on_24_hours(left.clock[0], right.part)
        if (hour, left.clock[1]) <= right.clock:
            left = msgspec.structs.replace(left, clock=(hour, left.clock[1]), part=right.part)
    if right.part is None and left.part is not None and right.clock[0] <= _HALF_DAY:
        right = msgspec.structs.replace(right, clock=(on_24_hours(right.clock[0], left.part), right.clock[1]))
    return left, right


def _share_week(left: TimeExpression, right: TimeExpression) -> tuple[TimeExpression, TimeExpression]:
    if left.within is None and right.within is not None:
        left = msgspec.structs.replace(left, within=right.within)
    if not left.direction and left.within is None:
        left = msgspec.structs.replace(left, direction=right.direction)
    return left, right


def _month_then_days(scan: Scan, at: int) -> TimeExpression | None:
    """«يوليو 13-15», «شهر نوفمبر بين 19 و20», «نوفمبر بين الخامس عشر والتاسع عشر»."""
    named = month(scan, at)
    if named is None:
        return None
    word = scan.hit(named.last, "between") or scan.hit(named.last, "from")
    left = _number(scan, word.last if word else named.last)
    if left is None or left.rule != "day":
        return None
    right_start = _connector(scan, left.last, joined=bool(word and word.word.sort == "between"))
    right = _number(scan, right_start) if right_start >= 0 else None
    if right is None or right.rule != "day" or not (scan.ends(right.last) or scan.hits(right.last)):
        return None
    found = _days_of(scan, at, msgspec.structs.replace(named, last=right.last), left, right)
    return msgspec.structs.replace(found, announced=word is not None)


def _period_then_weekdays(scan: Scan, at: int) -> TimeExpression | None:
    """«الأسبوع المقبل بين الأربعاء والجمعة», «هذا الأسبوع من الثلاثاء إلى الخميس»."""
    week = relative_unit(scan, at)
    if week is None or week.unit != "week":
        return None
    start = past_comma(scan, week.last)
    word = scan.hit(start, "between") or scan.hit(start, "from")
    found = _ends(scan, at, word.last, joined=word.word.sort == "between", told=True) if word else None
    if found is None or any(end.sort != "weekday" for end in found.inner):
        return None
    ends = [msgspec.structs.replace(end, within=week) for end in found.inner]
    return msgspec.structs.replace(_range(at, found.last, ends[0], ends[1]), announced=True)


def _day_then_clocks(scan: Scan, at: int) -> TimeExpression | None:
    """«الخميس من 9:30 إلى 11:00»."""
    day_told = any_day(scan, at)
    if day_told is None or day_told.clock or day_told.part:
        return None
    start = past_comma(scan, day_told.last)
    word = scan.hit(start, "between") or scan.hit(start, "from")
    found = _ends(scan, at, word.last, joined=word.word.sort == "between", told=True) if word else None
    if found is None or any(end.sort != "clock" for end in found.inner):
        return None
    ends = [
        msgspec.structs.replace(day_told, first=end.first, last=end.last, clock=end.clock, part=end.part, zone=end.zone)
        for end in found.inner
    ]
    return _range(at, found.last, ends[0], ends[1])


def _listed(scan: Scan, at: int) -> TimeExpression | None:
    """«يومي الثلاثاء والأربعاء», «في 19 و20 سبتمبر»: neighbours make a range, others are two times (sort `list`)."""
    start = _past_construct(scan, at)
    named = weekday_at(scan, start) if start > at else None
    plain = month(scan, at)
    if named is None and start == at and plain is None and not scan.word(at).isdecimal():
        return None
    found = _ends(scan, at, start, joined=True, told=start > at)
    if found is None or scan.hit(found.inner[0].last, "to"):
        return None
    found = msgspec.structs.replace(found, announced=False)
    if plain is not None and any(end.day is not None or end.edge for end in found.inner):
        return None
    return found if _neighbours(*found.inner) else msgspec.structs.replace(found, sort="list")


def _neighbours(left: TimeExpression, right: TimeExpression) -> bool:
    if left.sort == right.sort == "weekday" and left.weekday is not None and right.weekday is not None:
        return (right.weekday - left.weekday) % 7 == 1
    if left.sort == right.sort == "year":
        return (right.year or 0) - (left.year or 0) == 1
    if left.sort == right.sort == "date" and left.day and right.day:
        return left.month == right.month and right.day - left.day == 1
    if left.sort == right.sort == "date" and left.month and right.month:
        return right.month - left.month == 1
    return False

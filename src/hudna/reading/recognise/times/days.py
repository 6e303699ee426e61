"""Single days: weekdays, «اليوم» and «أمس», a weekday of a week, the first Friday of July, a date with its weekday."""

import msgspec

from hudna.reading.recognise.times.dates import Day, day, full_date, stands_alone
from hudna.reading.recognise.times.expression import PRESENT, TimeExpression
from hudna.reading.recognise.times.periods import containing, holiday, ordinal_at, point_or_period
from hudna.reading.recognise.times.scan import Hit, Scan, longest
from hudna.reading.recognise.times.units import DIRECTIONS, direction_at, relative_unit
from hudna.reading.recognise.times.years import relative_year

_MAX_NTH_WEEKDAY = 5
_OPENING = frozenset(("،", ",", "(", "-", "–", "/"))


DAY_STARTS = frozenset(
    (
        "number", "ordinal", "today", "day_word", "weekday", "unit", "this", "that", "same_before", "month",
        "hijri_month", "holiday", "last_ordinal",
    )
)  # fmt: skip
"""What a day can begin with."""


def any_day(scan: Scan, at: int) -> TimeExpression | None:
    """Any expression for one day, without a part of it."""
    return scan.remember("any_day", at, _any_day)


def _any_day(scan: Scan, at: int) -> TimeExpression | None:
    if not scan.begins(at, DAY_STARTS):
        return None
    return longest(
        _dated(scan, at),
        _counted_day(scan, at),
        _weekday_phrase(scan, at),
        _nth_weekday(scan, at),
        _week_then_weekday(scan, at),
        _day_of_text(scan, at),
        _bare_day(scan, at),
        holiday(scan, at),
    )


def weekday_hit(scan: Scan, at: int) -> Hit | None:
    """A weekday at a token: with the article, or in English."""
    hit = scan.hit(at, "weekday")
    return hit if hit is not None and (hit.definite or hit.word.key == "english") else None


def _after_day_word(scan: Scan, at: int) -> int:
    """Past «يوم» (and «في يوم»'s noun)."""
    word = scan.hit(at, "unit", "day")
    return word.last if word and word.word.number == 1 and not word.definite and not word.word.weak else at


def weekday_at(scan: Scan, at: int) -> Hit | None:
    """«الثلاثاء», «يوم الثلاثاء», «يوم أحد»."""
    start = _after_day_word(scan, at)
    if start > at:
        hit = scan.hit(start, "weekday")
        return hit if hit is not None and not hit.proclitic else None
    hit = weekday_hit(scan, at)
    return hit if hit is None or not _is_name(scan, at) else None


def _is_name(scan: Scan, at: int) -> bool:
    # «بين الاثنين»: the two of them
    return scan.word(at).endswith("الاثنين") and scan.hit(at - 1, "between") is not None and not scan.hits(at + 1)


def _dated(scan: Scan, at: int) -> TimeExpression | None:
    """A date with whatever names its day before it: «اليوم الخميس 21 أيلول», «الأربعاء، 22 يناير», «يوم 25 مارس»."""
    start, today, weekday = _day_names(scan, at)
    found = full_date(scan, start)
    if found is None or (start > at and scan.word(start).startswith("و")):
        return None
    if weekday is None and start > at and not today and found.day is None:
        return None
    if found.day is None and found.sort == "date":
        return None
    rule = found.rule if weekday is None else f"weekday, {found.rule}"
    number = day(scan, start)
    counted = weekday is not None and number is not None and number.ordinal and number.number <= _MAX_NTH_WEEKDAY
    return msgspec.structs.replace(
        found, first=at, weekday=weekday, today=today, rule=rule, ordinal=found.day if counted and found.month else None
    )


def _day_names(scan: Scan, at: int) -> tuple[int, bool, int | None]:
    """(token where the date begins, «اليوم» stands there, weekday) for what leads up to a date."""
    today = scan.hit(at, "today")
    start = today.last if today else at
    if today is not None and scan.ordinal(start) and _not_today(scan, today):
        return start, False, None  # «اليوم الثالث من أكتوبر»: the third day of it
    named = weekday_at(scan, start)
    if named is not None:
        start = named.last
        if scan.word(start) in _OPENING:
            start += 1
    else:
        start = _after_day_word(scan, start)
    match = scan.hit(start, "matching") if start > at else None
    return (match.last if match else start), today is not None, named.word.number if named else None


def _counted_day(scan: Scan, at: int) -> TimeExpression | None:
    """«اليوم», «أمس الأربعاء», «غدا الخميس 21 سبتمبر», «اليوم الثلاثاء»."""
    word = scan.hit(at, "today") or scan.hit(at, "day_word")
    if word is None or _not_today(scan, word):
        return None
    named = weekday_at(scan, word.last)
    last = named.last if named else word.last
    date = full_date(scan, last)
    if date is not None and date.day is not None and not date.within:
        return msgspec.structs.replace(
            date,
            first=at,
            weekday=named.word.number if named else None,
            today=word.word.sort == "today",
            offset=word.word.number,
            rule=f"counted day, {date.rule}",
        )
    return TimeExpression(
        first=at,
        last=last,
        sort="day",
        rule="counted day" + (" and weekday" if named else ""),
        offset=word.word.number,
        unit="day",
        weekday=named.word.number if named else None,
        today=word.word.sort == "today",
        direction=PRESENT if word.word.number == 0 else "",
    )


def _not_today(scan: Scan, word: Hit) -> bool:
    """«اليوم الثاني على التوالي», «اليوم التالي», «لليوم الثالث»: the article's day, not today."""
    if word.word.sort != "today" or word.last - word.first > 1:
        return False
    following = scan.ordinal(word.last)
    if following is not None and following.definite and not weekday_hit(scan, word.last):
        return True
    if scan.hit(word.last, "last_ordinal") or scan.hit(word.last, "same"):
        return True
    if scan.word(word.last) in {"الذي", "التي"}:
        return True
    key, _ = direction_at(scan, word.last)
    return bool(key) or scan.hit(word.first - 1, "that") is not None


def _weekday_phrase(scan: Scan, at: int) -> TimeExpression | None:
    """«الثلاثاء», «الثلاثاء الماضي», «الثلاثاء من الأسبوع الماضي», «هذا الثلاثاء», «الجمعة 15»."""
    this = scan.hit(at, "this")
    start = this.last if this else at
    named = weekday_at(scan, start) or _weekday_of_week(scan, start)
    if named is None:
        return None
    found = TimeExpression(
        first=at,
        last=named.last,
        sort="weekday",
        rule="weekday",
        weekday=named.word.number,
        direction=PRESENT if this else "",
    )
    return _with_week(scan, found) or _with_number(scan, found) or _with_direction(scan, found)


def _weekday_of_week(scan: Scan, at: int) -> Hit | None:
    """«ثلاثاء الأسبوع الفائت»: without the article only before its week."""
    hit = scan.hit(at, "weekday")
    week = relative_unit(scan, hit.last) if hit else None
    return hit if week is not None and week.unit == "week" else None


def _with_direction(scan: Scan, found: TimeExpression) -> TimeExpression:
    key, last = direction_at(scan, found.last)
    if not key or key == "recent":
        return found
    steps = {"past2": -2.0, "future2": 2.0}.get(key)
    return msgspec.structs.replace(
        found,
        last=last,
        direction=DIRECTIONS[key],
        offset=steps,
        anaphora=key == "next",
        rule="weekday and direction",
    )


def _with_week(scan: Scan, found: TimeExpression) -> TimeExpression | None:
    for start in (scan.past(found.last, "of"), found.last):
        week = relative_unit(scan, start)
        if week is not None and week.unit == "week":
            return msgspec.structs.replace(found, last=week.last, within=week, rule="weekday of a week")
    return None


def _with_number(scan: Scan, found: TimeExpression) -> TimeExpression | None:
    """«الجمعة 15», «السبت في 23», «السبت السادس عشر»: the weekday with its day of the month."""
    start = scan.past(found.last, "in")
    numbered = day(scan, start)
    if numbered is None or numbered.proclitic or not _day_number(scan, numbered, near=start == found.last):
        return None
    if numbered.ordinal and numbered.number <= _MAX_NTH_WEEKDAY:
        month = TimeExpression(
            first=start, last=start, sort="unit", rule="current unit", unit="month", offset=0, direction=PRESENT
        )
        return msgspec.structs.replace(
            found, last=numbered.last, ordinal=numbered.number, within=month, rule="weekday by number"
        )
    return msgspec.structs.replace(
        found, last=numbered.last, sort="date", day=numbered.number, rule="weekday and day of the month"
    )


def _day_number(scan: Scan, numbered: Day, *, near: bool) -> bool:
    if numbered.ordinal:
        return numbered.definite and stands_alone(scan, numbered.last)
    return (
        stands_alone(scan, numbered.last)
        and scan.word(numbered.last) not in {":", "%"}
        and (numbered.digits or not near)
    )


def _nth_weekday(scan: Scan, at: int) -> TimeExpression | None:
    """«أول جمعة من يوليو», «الثلاثاء الأخير من مارس», «ثالث ثلاثاء بعد كريسماس»."""
    place = _ordinal_then_weekday(scan, at) or _weekday_then_ordinal(scan, at)
    if place is None:
        return None
    weekday, ordinal, last = place
    after = scan.hit(last, "after")
    anchor = point_or_period(scan, after.last) if after else None
    within = anchor or containing(scan, last)
    if within is None:
        return None
    if within.within is None and within.year is None and anchor is None:
        within = _year_later(scan, within)
    return TimeExpression(
        first=at,
        last=within.last,
        sort="weekday",
        rule="weekday by number",
        weekday=weekday,
        ordinal=ordinal,
        within=within,
        direction="after" if anchor else "",
    )


def _year_later(scan: Scan, within: TimeExpression) -> TimeExpression:
    year = relative_year(scan, within.last)
    return msgspec.structs.replace(within, last=year.last, within=year) if year and within.sort == "date" else within


def _ordinal_then_weekday(scan: Scan, at: int) -> tuple[int, int, int] | None:
    ordinal, last, definite = ordinal_at(scan, at)
    if not ordinal or definite:
        return None
    named = scan.hit(_after_day_word(scan, last), "weekday")
    return (named.word.number, ordinal, named.last) if named and not named.definite else None


def _weekday_then_ordinal(scan: Scan, at: int) -> tuple[int, int, int] | None:
    named = weekday_at(scan, at)
    if named is None:
        return None
    ordinal, last, definite = ordinal_at(scan, named.last)
    valid = ordinal and definite and ordinal <= _MAX_NTH_WEEKDAY
    return (named.word.number, ordinal, last) if valid else None


def _week_then_weekday(scan: Scan, at: int) -> TimeExpression | None:
    """«الأسبوع القادم يوم الجمعة», «هذا الأسبوع الجمعة»."""
    week = relative_unit(scan, at)
    named = weekday_at(scan, week.last) if week is not None and week.unit == "week" else None
    if week is None or named is None:
        return None
    return TimeExpression(
        first=at, last=named.last, sort="weekday", rule="weekday of a week", weekday=named.word.number, within=week
    )


def _day_of_text(scan: Scan, at: int) -> TimeExpression | None:
    """«اليوم نفسه», «في ذلك اليوم», «اليوم التالي»."""
    found = relative_unit(scan, at)
    return found if found is not None and found.unit == "day" else None


def _bare_day(scan: Scan, at: int) -> TimeExpression | None:
    """«يوم 25», and after somebody who comes or goes «في 15», «للثاني»: a day of an unnamed month."""
    start = _after_day_word(scan, at)
    numbered = day(scan, start)
    if numbered is None or not scan.ends(numbered.last) or scan.word(numbered.last) in {":", "%", "/"}:
        return None
    if start > at:
        if not numbered.digits and not (numbered.ordinal and numbered.definite):
            return None
    elif not _after_motion(scan, at, numbered):
        return None
    return TimeExpression(
        first=at, last=numbered.last, sort="date", rule="day of an unnamed month", day=numbered.number
    )


_MAX_HOUR = 12


def _after_motion(scan: Scan, at: int, numbered: Day) -> bool:
    """«عدت في 27», «عدت إلى الحادي والعشرين», «عدت للثاني»; a feminine ordinal up to 12 is an hour."""
    if numbered.ordinal:
        ordinal = scan.ordinal(at)
        if ordinal is None or not ordinal.definite or (ordinal.feminine and ordinal.value <= _MAX_HOUR):
            return False
        if numbered.proclitic == "ل":
            return scan.listed(at - 1, "motion_verbs")
    elif not numbered.digits or numbered.proclitic or numbered.definite:
        return False
    before = scan.hit(at - 1, "in") or scan.hit(at - 1, "to")
    return before is not None and scan.listed(at - 2, "motion_verbs")

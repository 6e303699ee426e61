"""Days with a part or a clock time, and these alone: «فجر الثلاثاء», «العاشرة من مساء أمس», «الليلة الماضية»."""

import msgspec

from hudna.reading.recognise.times.clocks import clock, on_24_hours
from hudna.reading.recognise.times.days import DAY_STARTS, any_day, weekday_hit
from hudna.reading.recognise.times.expression import PRESENT, TimeExpression
from hudna.reading.recognise.times.scan import DASHES, Hit, Scan, longest
from hudna.reading.recognise.times.units import past_comma

_MAX_HOUR_ON_HALF_DAY = 12
_PHRASED = frozenset(("afternoon", "forenoon", "midnight", "small_hours", "lunch", "midday"))
"""Parts that need no article: «بعد ظهر», «منتصف ليل» cannot be anything else."""
_FREE = frozenset(("midday", "midnight", "small_hours"))
"""Parts that name a time without any word beside them."""
_PART_CUES = ("in", "at", "during", "since", "until", "before", "after")
_AM_ONLY = 12
_SHORT = 3
_STAMP_MARKS = frozenset(("-", "–", "|", ":"))


TIMED_STARTS = DAY_STARTS | {"clock_fraction", "hour_word", "part", "part_adverb", "part_frame", "night_word", "now"}
"""What a day, a part of a day or a clock time can begin with."""


def timed(scan: Scan, at: int) -> TimeExpression | None:
    """A day, a part of a day or a clock time, with all that belongs to it."""
    return scan.remember("timed", at, _timed)


def _timed(scan: Scan, at: int) -> TimeExpression | None:
    if not scan.begins(at, TIMED_STARTS):
        return None
    return longest(
        _day_then_time(scan, at),
        _clock_then_day(scan, at),
        part_of_day(scan, at),
        _night_between(scan, at),
        _night_word(scan, at),
        clock(scan, at),
        _now(scan, at),
    )


def _now(scan: Scan, at: int) -> TimeExpression | None:
    hit = scan.hit(at, "now")
    if hit is None:
        return None
    return TimeExpression(first=at, last=hit.last, sort="now", rule="now", offset=0, direction=PRESENT)


def _day_then_time(scan: Scan, at: int) -> TimeExpression | None:
    """«الثلاثاء مساء», «الخميس الساعة 8 بتوقيت غرينتش», «أمس في وقت متأخر من الليل», or the day alone."""
    found = any_day(scan, at)
    if found is None or found.clock or found.part:
        return found
    start = past_comma(scan, found.last)
    if start == found.last and scan.word(start) in _STAMP_MARKS and scan.word(start + 2) == ":":
        start += 1  # «15 أكتوبر 2023 - 10:35»
    for begin in (scan.past(start, "at"), start):
        told = clock(scan, begin)
        if told is not None and told.part is None and begin == start and not _clock_said(scan, begin):
            told = None
        if told is not None:
            return _join(found, told, first=at, last=told.last)
    part = _part_after_day(scan, found.last)
    return msgspec.structs.replace(found, last=part.last, part=part.word.key) if part else found


def _clock_said(scan: Scan, at: int) -> bool:
    return scan.hit(at, "hour_word") is not None or ":" in {scan.word(at + 1), scan.word(at + 2)}


def _join(day: TimeExpression, told: TimeExpression, *, first: int, last: int) -> TimeExpression:
    return msgspec.structs.replace(
        day,
        first=first,
        last=last,
        clock=told.clock,
        part=told.part or day.part,
        zone=told.zone,
        rule=f"{day.rule} with {told.rule}",
    )


def _part_after_day(scan: Scan, at: int) -> Hit | None:
    """«مساء», «صباحا», «في المساء», «بعد الظهر» after a day; not «مساء» before another day."""
    hit = scan.hit(at, "part_adverb")
    if hit is not None and not hit.proclitic and any_day(scan, hit.last) is None:
        return hit
    start = scan.past(at, "in")
    part = scan.hit(start, "part")
    if part is None or part.proclitic or any_day(scan, part.last) is not None:
        return None
    # «بكرا الصبح»: without «في» only after a counted day
    near = start > at or scan.hit(at - 1, "day_word") is not None
    return part if (part.definite and near) or part.word.key in _PHRASED else None


def _clock_then_day(scan: Scan, at: int) -> TimeExpression | None:
    """«العاشرة من مساء أمس», «الساعة 13:00 يوم الثلاثاء», «الثامنة هذه الليلة»."""
    told = clock(scan, at) or _hour_before_part(scan, at)
    if told is None:
        return None
    start = past_comma(scan, told.last)
    for begin in (scan.past(start, "of"), scan.past(start, "in"), start):
        found = longest(part_of_day(scan, begin), any_day(scan, begin), _night_word(scan, begin))
        if found is not None and found.sort not in {"part", "holiday"} and not found.clock:
            return _join(found, _on_part(told, found), first=at, last=found.last)
    return told


def _hour_before_part(scan: Scan, at: int) -> TimeExpression | None:
    """«العاشرة» of «العاشرة من مساء أمس», «الثامنة» of «الثامنة هذه الليلة»: a clock only because of what follows."""
    hour = scan.ordinal(at)
    if hour is None or not hour.feminine or not hour.definite or hour.value > _MAX_HOUR_ON_HALF_DAY:
        return None
    begin = scan.past(hour.last, "of")
    part = part_of_day(scan, begin) or _night_word(scan, begin)
    if part is None or part.sort == "part":
        return None
    return TimeExpression(first=at, last=hour.last, sort="clock", rule="clock time", clock=(hour.value, 0))


def _on_part(told: TimeExpression, found: TimeExpression) -> TimeExpression:
    if told.clock is None or told.part or not found.part or told.clock[0] > _AM_ONLY:
        return told
    return msgspec.structs.replace(told, clock=(on_24_hours(told.clock[0], found.part), told.clock[1]), part=found.part)


def part_of_day(scan: Scan, at: int) -> TimeExpression | None:
    """A part of a day, with its day when that is named."""
    return scan.remember("part_of_day", at, _part_of_day)


def _part_of_day(scan: Scan, at: int) -> TimeExpression | None:
    return longest(_framed(scan, at), _part_then_day(scan, at), _this_part(scan, at), _part_alone(scan, at))


def _framed(scan: Scan, at: int) -> TimeExpression | None:
    """«في وقت متأخر من مساء أمس», «في ساعة مبكرة من صباح اليوم», «وقت متأخر بعد الظهر»."""
    frame = scan.hit(at, "part_frame")
    if frame is None or frame.word.key not in {"late", "early"}:
        return None
    start = scan.past(frame.last, "of")
    part = scan.hit(start, "part")
    found = part_of_day(scan, start)
    if found is None and part is not None and part.definite:
        found = _part_expression(part, start)
    if found is None or found.part is None:
        return None
    return msgspec.structs.replace(found, first=at, part_edge=frame.word.key)


def _part_expression(part: Hit, at: int) -> TimeExpression:
    return TimeExpression(first=at, last=part.last, sort="part", rule="part of a day", part=part.word.key)


def _part_then_day(scan: Scan, at: int) -> TimeExpression | None:
    """«فجر الثلاثاء», «مساء يوم 27 سبتمبر», «بعد ظهر أمس», «صباح اليوم التالي»."""
    part = scan.hit(at, "part")
    if part is None or (part.definite and part.word.key not in _PHRASED):
        return None
    adjective = scan.hit(part.last, "part_adjective")
    start = adjective.last if adjective else part.last
    found = any_day(scan, start) or _night_word(scan, start)
    if found is None or found.sort == "holiday" or (found.sort == "date" and found.day is None):
        return None
    after = scan.hit(found.last, "part_adjective")
    return msgspec.structs.replace(
        found,
        first=at,
        last=after.last if after else found.last,
        part=part.word.key,
        part_edge="early" if adjective or after else None,
        rule=f"part of a day: {found.rule}",
    )


def _this_part(scan: Scan, at: int) -> TimeExpression | None:
    """«هذا المساء», «هذا الصباح»."""
    this = scan.hit(at, "this")
    part = scan.hit(this.last, "part") if this else None
    if part is None or not part.definite or part.proclitic:
        return None
    return TimeExpression(
        first=at,
        last=part.last,
        sort="day",
        rule="part of today",
        offset=0,
        unit="day",
        part=part.word.key,
        direction=PRESENT,
    )


def _part_alone(scan: Scan, at: int) -> TimeExpression | None:
    """«فجرا», «في المساء», «عند الظهيرة», «الصباح الباكر»: its day is told elsewhere."""
    adverb = scan.hit(at, "part_adverb")
    if adverb is not None and not adverb.proclitic and _is_adverb(scan, adverb):
        after = scan.hit(adverb.last, "part_adjective")
        return _with_edge(_part_expression(adverb, at), after)
    part = scan.hit(at, "part")
    if part is None or not _part_stands(scan, at, part):
        return None
    return _with_edge(_part_expression(part, at), scan.hit(part.last, "part_adjective"))


def _is_adverb(scan: Scan, adverb: Hit) -> bool:
    """«صباحا» is; «ليلا ونهارا» is a habit, «مساء» may be the head of «مساء الخير»."""
    after = scan.word(adverb.last)
    if after.startswith("و") and len(after) > _SHORT and after.endswith(("ا", "مساء")) and scan.hits(adverb.last):
        return False
    if adverb.word.key == "dawn" and after.startswith("ال"):
        return False  # «القرارين اللذين فجرا الأزمة»
    return scan.word(adverb.first) != "مساء" or scan.ends(adverb.last) or bool(scan.hits(adverb.last))


def _part_stands(scan: Scan, at: int, part: Hit) -> bool:
    if part.word.key in _FREE and not part.proclitic:
        return True
    if part.word.key in {"afternoon", "forenoon"}:
        return scan.word(part.last - 1).startswith("ال")
    if not part.definite:
        return False
    if part.word.key == "noon" and scan.word(at).endswith("الظهر"):
        # «الظهر» is also the back: only «عند الظهر», or after somebody who comes or goes
        return (scan.hit(at - 1, "at") is not None and scan.word(at - 1) == "عند") or scan.listed(
            at - 1, "motion_verbs"
        )
    if scan.word(at).endswith("الظهيره"):
        return True
    if part.word.key == "late_afternoon" and scan.word(at - 1) != "عند":
        return False  # «العصر» is also the age
    cue = any(hit.last == at and hit.word.sort in _PART_CUES for hit in scan.hits(at - 1)) if at > scan.first else False
    return (cue and part.word.key != "dinner") or part.proclitic.endswith("ب")


def _with_edge(found: TimeExpression, adjective: Hit | None) -> TimeExpression:
    if adjective is None:
        return found
    return msgspec.structs.replace(found, last=adjective.last, part_edge=adjective.word.key)


def _night_between(scan: Scan, at: int) -> TimeExpression | None:
    """«ليل الثلاثاء الأربعاء», «ليلة السبت-الأحد», «منتصف ليل السبت/الأحد»: the night from one day to the next."""
    part = scan.hit(at, "part")
    if part is None or part.definite or part.word.key not in {"night", "midnight"}:
        return None
    first = weekday_hit(scan, part.last)
    if first is None:
        return None
    mark = scan.word(first.last)
    second = weekday_hit(scan, first.last + 1 if mark == "/" or mark in DASHES else first.last)
    if second is None or second.word.number != (first.word.number + 1) % 7:
        return None
    return TimeExpression(
        first=at,
        last=second.last,
        sort="weekday",
        rule="night between two days",
        weekday=first.word.number,
        part="night_to_dawn" if part.word.key == "night" else "midnight",
    )


def _night_word(scan: Scan, at: int) -> TimeExpression | None:
    """«الليلة الماضية», «ليلة أمس», «هذه الليلة»; «الليلة» alone only where no noun follows it."""
    hit = scan.hit(at, "night_word")
    if hit is None:
        return None
    if hit.word.weak and hit.last == at + 1 and not (scan.ends(hit.last) or scan.hits(hit.last)):
        return None
    return TimeExpression(
        first=at,
        last=hit.last,
        sort="day",
        rule="counted night",
        offset=hit.word.number,
        unit="day",
        part="night",
        direction=PRESENT if hit.word.number == 0 else "",
    )

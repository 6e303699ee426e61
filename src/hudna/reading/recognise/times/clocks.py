"""Clock times in digits and words, with the part of the day and the zone that stand beside them."""

import msgspec

from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.scan import Hit, Scan

_MAX_HOUR, _MAX_MINUTE, _NOON, _HALF_DAY = 24, 59, 12, 12
_AFTERNOON = frozenset(("afternoon", "late_afternoon", "evening", "dinner"))
_MORNING = frozenset(("morning", "forenoon", "dawn", "small_hours"))
_EARLY_AFTERNOON, _LATE_MORNING, _EARLY_NIGHT = 6, 9, 5
_DIGITS = 2
_MARKS = frozenset((":", "."))


class _Clock(Record, frozen=True):
    hour: int
    minute: int
    last: int
    sure: bool
    """Nothing else looks like this («12:34», «الساعة 8», «الثامنة والنصف»)."""


def clock(scan: Scan, at: int) -> TimeExpression | None:
    """A clock time with its part of the day and zone, without its day."""
    return scan.remember("clock", at, _clock)


def _clock(scan: Scan, at: int) -> TimeExpression | None:
    return _to_the_hour(scan, at) or _part_then_clock(scan, at) or _hour_first(scan, at) or _coming_at(scan, at)


def _hour_first(scan: Scan, at: int) -> TimeExpression | None:
    word = scan.hit(at, "hour_word")
    found = _hour(scan, _past_about(scan, word.last) if word else at, said=word is not None)
    if found is None:
        return None
    part = _part_after(scan, found.last) or _meridiem(scan, found.last, said=word is not None)
    last, minute = _more_minutes(scan, part.last, found.minute) if part else (found.last, found.minute)
    zone = _zone(scan, last)
    if not (found.sure or part or zone or _after_motion(scan, at)):
        return None
    if not found.sure and scan.listed(at - 1, "count_verbs"):
        return None  # «قتل خمسة مساء أمس»
    return _expression(at, (found.hour, minute), part, zone, last)


def _expression(
    at: int, time: tuple[int, int], part: Hit | None, zone: tuple[str, int] | None, last: int
) -> TimeExpression:
    key = part.word.key if part else None
    # a negative minute counts back from the hour: «الثامنة إلا ربعا»
    hour, minute = divmod((time[0] * 60 + time[1]) % (_MAX_HOUR * 60), 60)
    return TimeExpression(
        first=at,
        last=zone[1] if zone else last,
        sort="clock",
        rule="clock time",
        clock=(on_24_hours(hour, key), minute),
        part=key,
        zone=zone[0] if zone else None,
    )


def on_24_hours(hour: int, part: str | None) -> int:
    """The hour that «8 مساء», «12 ليلا», «1 ظهرا» mean."""
    hour %= _MAX_HOUR
    if hour > _NOON or part is None:
        return hour
    if part in _AFTERNOON:
        return hour + _HALF_DAY if hour < _NOON else hour
    if part in {"noon", "midday", "lunch"}:
        return hour + _HALF_DAY if hour < _EARLY_AFTERNOON else hour
    if part in {"night", "midnight"}:
        return _at_night(hour)
    return 0 if hour == _NOON and part in _MORNING else hour


def _at_night(hour: int) -> int:
    if hour == _NOON:
        return 0
    return hour if hour < _EARLY_NIGHT else hour + _HALF_DAY


def _past_about(scan: Scan, at: int) -> int:
    return scan.past(at, "about")


def _hour(scan: Scan, at: int, *, said: bool) -> _Clock | None:
    return _digital(scan, at, said=said) or _digit_hour(scan, at, said=said) or _word_hour(scan, at, said=said)


def _digital(scan: Scan, at: int, *, said: bool) -> _Clock | None:
    """«15:15», «7:56:35», after «الساعة» also «13.00» and «09,00»."""
    hour, mark, minute = scan.word(at), scan.word(at + 1), scan.word(at + 2)
    if not (hour.isdecimal() and minute.isdecimal() and len(minute) == _DIGITS and len(hour) <= _DIGITS):
        return None
    marks = _MARKS | {",", "،"} if said or _zone(scan, at + 3) else {":"}
    if mark not in marks or not scan.glued(at + 1) or not scan.glued(at + 2):
        return None
    if int(hour) > _MAX_HOUR or int(minute) > _MAX_MINUTE:
        return None
    last = at + 3
    if scan.word(last) == mark and scan.word(last + 1).isdecimal() and scan.glued(last + 1):
        last += 2
    return _Clock(hour=int(hour), minute=int(minute), last=last, sure=True)


def _digit_hour(scan: Scan, at: int, *, said: bool) -> _Clock | None:
    """«الساعة 8», «8 مساء», «8 والنصف», «3 و 18 دقيقة»."""
    number = scan.number(at)
    if number is None or not number.digits or number.value % 1 or not 0 <= number.value <= _MAX_HOUR:
        return None
    if (
        (number.proclitic and not said)
        or len(scan.word(number.last - 1)) > _DIGITS
        or scan.word(at - 1) in {".", "/", ":"}
    ):
        return None
    last, minute = _minutes(scan, number.last)
    sure = said or last > number.last
    return _Clock(hour=int(number.value), minute=minute, last=last, sure=sure)


def _word_hour(scan: Scan, at: int, *, said: bool) -> _Clock | None:
    """«الثامنة», «الثانية عشرة والنصف», «الثالثة وربع», after «الساعة» also «ثلاثة»."""
    ordinal = scan.ordinal(at)
    if ordinal is not None and ordinal.feminine and ordinal.value <= _NOON:
        last, minute = _minutes(scan, ordinal.last)
        fraction = last > ordinal.last and _fraction_said(scan, ordinal.last)
        if ordinal.definite or fraction:
            # «الثامنة و25 دقيقة»: nothing but an hour has minutes
            sure = said or fraction or (last > ordinal.last and scan.hit(last - 1, "unit", "minute") is not None)
            last = last if said or sure or _part_after(scan, last) else ordinal.last
            return _Clock(hour=ordinal.value, minute=minute, last=last, sure=sure)
    number = scan.number(at) if said or _range_or_part(scan, at) else None
    if number is None or number.digits or not 1 <= number.value <= _NOON or number.proclitic:
        return None
    last, minute = _minutes(scan, number.last)
    return _Clock(hour=int(number.value), minute=minute, last=last, sure=said)


def _range_or_part(scan: Scan, at: int) -> bool:
    number = scan.number(at)
    return number is not None and _part_after(scan, number.last) is not None


def _fraction_said(scan: Scan, at: int) -> bool:
    return _fraction(scan, at) is not None or _minus(scan, at) is not None


def _fraction(scan: Scan, at: int) -> Hit | None:
    """«والنصف», «وربع», «و ثلاثة أرباع»."""
    hit = scan.hit(at, "clock_fraction")
    if hit is not None and hit.proclitic == "و":
        return hit
    return scan.hit(at + 1, "clock_fraction") if scan.word(at) == "و" else None


def _minus(scan: Scan, at: int) -> tuple[int, int] | None:
    """(minutes to take off, token after) for «إلا ربعا», «إلا خمس دقائق»."""
    minus = scan.hit(at, "minus")
    if minus is None:
        return None
    fraction = scan.hit(minus.last, "clock_fraction")
    if fraction is not None:
        return fraction.word.number, fraction.last
    number = scan.number(minus.last)
    if number is None or not 1 <= number.value < _MAX_MINUTE:
        return None
    return int(number.value), scan.past(number.last, "unit", "minute")


def _minutes(scan: Scan, at: int) -> tuple[int, int]:
    """(token after, minute) of what follows an hour; a minus counts back from the next hour."""
    fraction = _fraction(scan, at)
    if fraction is not None:
        return fraction.last, fraction.word.number
    minus = _minus(scan, at)
    if minus is not None:
        return minus[1], -minus[0]
    start = at + 1 if scan.word(at) == "و" else at
    number = scan.number(start)
    joined = scan.word(at) == "و" or (number is not None and number.proclitic == "و")
    if number is None or not joined or number.value % 1 or not 1 <= number.value <= _MAX_MINUTE:
        return at, 0
    unit = scan.hit(number.last, "unit")
    if unit is not None:
        return (unit.last, int(number.value)) if unit.word.key == "minute" else (at, 0)
    # without «دقيقة» only before a part of the day: «السابعة وخمسة وثلاثين مساء»
    return (number.last, int(number.value)) if _part_after(scan, number.last) else (at, 0)


def _more_minutes(scan: Scan, at: int, minute: int) -> tuple[int, int]:
    """Minutes after the part of the day: «التاسعة مساء وثلاثة أرباع»."""
    fraction = _fraction(scan, at) if not minute else None
    return (fraction.last, fraction.word.number) if fraction else (at, minute)


def _part_after(scan: Scan, at: int) -> Hit | None:
    """«مساء», «بعد الظهر», «في المساء», «الصبح»; «من صباح …» belongs to the day that follows."""
    adverb = scan.hit(at, "part_adverb")
    if adverb is not None and not adverb.proclitic:
        return adverb
    start = scan.past(at, "in")
    part = scan.hit(start, "part")
    if part is None or part.proclitic not in {"", "ب"}:
        return None
    if part.definite or part.word.key in {"afternoon", "forenoon", "midnight", "small_hours", "lunch", "midday"}:
        return part
    return None


def _meridiem(scan: Scan, at: int, *, said: bool) -> Hit | None:
    """«10:35 م», «الساعة 3 م», «7 pm»: an Arabic letter alone may be a metre."""
    hit = scan.hit(at, "meridiem")
    return hit if hit is not None and (said or scan.word(at - 2) == ":" or scan.word(at).isascii()) else None


def _zone(scan: Scan, at: int) -> tuple[str, int] | None:
    """(zone, token after); any word after «بتوقيت» names a zone."""
    start = at + 1 if scan.word(at) in {"(", "،", ","} else at
    hit = scan.hit(start, "zone")
    if hit is not None:
        last = hit.last
    else:
        word = scan.hit(start, "zone_word")
        if word is None or scan.ends(word.last):
            return None
        last = word.last + 1
    closed = start > at and scan.word(at) == "(" and scan.word(last) == ")"
    return (hit.word.key if hit else scan.word(last - 1)), last + closed


def _after_motion(scan: Scan, at: int) -> bool:
    """«سأعود في السابعة»: an hour in words after somebody who comes or goes."""
    ordinal = scan.ordinal(at)
    if ordinal is None or not ordinal.feminine or not scan.ends(ordinal.last):
        return False
    back = at - 1 if any(scan.hit(at - 1, sort) for sort in ("in", "to", "at")) else at
    return scan.listed(back - 1, "motion_verbs")


def _coming_at(scan: Scan, at: int) -> TimeExpression | None:
    """«سأعود الثامنة وعشر», «سأصل في أحد عشر وخمسة»: an hour with its minutes, after somebody who comes or goes."""
    back = at - 1 if scan.hit(at - 1, "in") else at
    ordinal, number = scan.ordinal(at), scan.number(at)
    hour = ordinal.value if ordinal and ordinal.feminine else int(number.value) if number and not number.digits else 0
    last = ordinal.last if ordinal else number.last if number else at
    minute = scan.number(last)
    if not 1 <= hour <= _NOON or minute is None or minute.proclitic != "و" or not scan.listed(back - 1, "motion_verbs"):
        return None
    if not (1 <= minute.value <= _MAX_MINUTE and scan.ends(minute.last)):
        return None
    return _expression(at, (hour, int(minute.value)), None, None, minute.last)


def _to_the_hour(scan: Scan, at: int) -> TimeExpression | None:
    """«ثلاث دقائق قبل الثامنة», «خمس دقائق حتى التاسعة والنصف», «ربع ساعة بعد السابعة»."""
    found_minutes, last = _so_many_minutes(scan, at)
    if not 1 <= found_minutes <= _MAX_MINUTE:
        return None
    before = scan.hit(last, "before") or scan.hit(last, "until") or scan.hit(last, "to")
    after = scan.hit(last, "after")
    turn = before or after
    found = _hour_first(scan, turn.last) or _plain_hour(scan, turn.last) if turn else None
    if found is None or found.clock is None:
        return None
    minutes = found.clock[0] * 60 + found.clock[1] + (-1 if before else 1) * found_minutes
    return msgspec.structs.replace(
        found, first=at, clock=(minutes // 60 % _MAX_HOUR, minutes % 60), rule="minutes to or past the hour"
    )


def _so_many_minutes(scan: Scan, at: int) -> tuple[int, int]:
    """(minutes, token after) of «عشر دقائق», «ربع ساعة»; 0 where none stand."""
    share = scan.hit(at, "clock_fraction")
    if share is not None and not share.definite and not share.proclitic:
        hour = scan.hit(share.last, "unit", "hour")
        return (share.word.number, hour.last) if hour else (0, at)
    number = scan.number(at)
    unit = scan.hit(number.last, "unit", "minute") if number else None
    return (int(number.value), unit.last) if number and unit else (0, at)


def _plain_hour(scan: Scan, at: int) -> TimeExpression | None:
    ordinal = scan.ordinal(at)
    if ordinal is None or not ordinal.feminine or not ordinal.definite or ordinal.value > _NOON:
        return None
    return TimeExpression(first=at, last=ordinal.last, sort="clock", rule="clock time", clock=(ordinal.value, 0))


def _part_then_clock(scan: Scan, at: int) -> TimeExpression | None:
    """«بعد الظهر 7:00:14», «مساء 7»."""
    part = scan.hit(at, "part_adverb") or scan.hit(at, "part")
    if part is None or not (part.word.sort == "part_adverb" or part.definite or part.last > part.first + 1):
        return None
    word = scan.hit(part.last, "hour_word")
    start = word.last if word else part.last
    found = _hour(scan, start, said=True) if word or scan.ordinal(start) or scan.word(start).isdecimal() else None
    if found is None or not (scan.ends(found.last) or scan.hits(found.last)):
        return None
    again = _part_after(scan, found.last)
    ordinal = scan.ordinal(start)
    if ordinal is not None and not (word or again or _fraction_said(scan, ordinal.last)):
        return None  # «ساعات الفجر الأولى»
    last = again.last if again else found.last
    zone = _zone(scan, last)
    return _expression(at, (found.hour, found.minute), again or part, zone, last)

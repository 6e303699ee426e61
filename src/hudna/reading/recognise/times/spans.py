"""Stretches of time: durations, points so far away («قبل يومين»), the last or next units («الأيام الثلاثة الماضية»)."""

import msgspec

from hudna.reading.recognise.times.expression import FUTURE, PAST, TimeExpression
from hudna.reading.recognise.times.scan import Hit, Scan, longest
from hudna.reading.recognise.times.timed import timed
from hudna.reading.recognise.times.units import DIRECTIONS, DUAL, FEW, PLURAL, SECONDS, Amount, amount

_SIGNS = {"before": -1, "since": -1, "after": 1}
_SIGNS_OF_IT = {"before": -1, "after": 1, "before_it": -1, "after_it": 1}
_SPAN_DIRECTIONS = frozenset(("past", "future", "recent", "next", "previous"))
_TURNS = {**DIRECTIONS, "next": FUTURE, "previous": PAST}


STRETCH_STARTS = frozenset(
    (
        "number",
        "before",
        "after",
        "before_it",
        "after_it",
        "since",
        "few",
        "unit",
        "clock_fraction",
        "half_spoken",
        "last_ordinal",
        "during",
        "for",
        "in",
        "from",
    )
)
"""What a stretch of time can begin with."""


def stretch(scan: Scan, at: int) -> TimeExpression | None:
    """Any of them, the longest."""
    if not scan.begins(at, STRETCH_STARTS):
        return None
    return longest(_shift(scan, at), _ahead(scan, at), _after_then(scan, at), _span(scan, at), _duration(scan, at))


def _past_vague(scan: Scan, at: int) -> tuple[int, bool]:
    """Past «نحو», «أكثر من»."""
    hit = scan.hit(at, "about") or scan.hit(at, "bound")
    return (hit.last, True) if hit else (at, False)


def _shift(scan: Scan, at: int) -> TimeExpression | None:
    """«قبل يومين», «منذ نحو شهر», «بعد أسبوعين من الآن», «بعد ثلاثة أيام من الهجوم»."""
    word = _first_hit(scan, at, tuple(_SIGNS))
    if word is None:
        return _from_then(scan, at)
    start, about = _past_vague(scan, word.last)
    found = amount(scan, start)
    if found is None or found.definite or found.proclitic or _is_named(scan, found) or _is_habit(scan, at, found):
        return None
    return _anchored(
        scan, _shifted(at, found, sign=_SIGNS[word.word.sort], about=about, since=word.word.sort == "since")
    )


def _from_then(scan: Scan, at: int) -> TimeExpression | None:
    """«من أسبوع» as an answer of its own means a week ago; «هدنة من أسبوع» is a length."""
    word = scan.hit(at, "from") if at == scan.first else None
    found = amount(scan, word.last) if word else None
    if found is None or found.definite or found.proclitic or not scan.ends(found.last):
        return None
    return _shifted(at, found, sign=-1)


def _is_named(scan: Scan, found: Amount) -> bool:
    """«قبل عام 2020», «بعد شهر رمضان», «قبل يوم الثلاثاء»: the unit is not counted but named."""
    if not found.bare:
        return False
    after = scan.word(found.last)
    return after.isdecimal() or any(scan.hit(found.last, sort) for sort in ("month", "weekday", "hijri_month"))


def _is_habit(scan: Scan, at: int, found: Amount) -> bool:
    """«يوما بعد يوم», «أسبوعا بعد أسبوع»."""
    before = scan.hit(at - 1, "unit") if found.bare else None
    return before is not None and before.word.key == found.parts[0][1]


def _first_hit(scan: Scan, at: int, sorts: tuple[str, ...]) -> Hit | None:
    for sort in sorts:
        hit = scan.hit(at, sort)
        if hit is not None:
            return hit
    return None


def _shifted(at: int, found: Amount, *, sign: int, about: bool = False, since: bool = False) -> TimeExpression:
    return TimeExpression(
        first=at,
        last=found.last,
        sort="shift",
        rule=_SINCE if since else "so long ago" if sign < 0 else "so long after",
        shift=tuple((sign * number, unit) for number, unit in found.parts),
        about=about or found.vague,
        direction=PAST if sign < 0 else "",
        name="few" if found.vague else None,
        open_end=since and found.vague,
    )


def _anchored(scan: Scan, found: TimeExpression) -> TimeExpression:
    """What it is counted from: now, a time that is named, or a happening that only the text knows."""
    now = scan.hit(found.last, "from_now")
    if now is not None:
        turn = found.direction or FUTURE
        return msgspec.structs.replace(found, last=now.last, direction=turn, rule=f"{found.rule}, from now")
    start = found.last + (scan.word(found.last) == "فقط")
    if scan.word(start) not in _COUNTED_FROM or found.rule == _SINCE:
        return found
    anchor = timed(scan, start + 1) if scan.word(start) == "من" else None
    if anchor is not None and anchor.sort not in {"part", "clock"}:
        return msgspec.structs.replace(found, last=anchor.last, within=anchor, rule=f"{found.rule} another time")
    return msgspec.structs.replace(
        found, anaphora=True, direction="", rule=f"{found.rule} a happening", name="happening"
    )


_COUNTED_FROM = frozenset(("من", "علي", "عن"))
"""«بعد يومين من الهجوم», «بعد أسبوع على توقيع الاتفاق»."""
_SINCE = "since so long"


def _ahead(scan: Scan, at: int) -> TimeExpression | None:
    """«شهر و21 يوما من الآن»."""
    found = amount(scan, at)
    now = scan.hit(found.last, "from_now") if found and not found.definite else None
    if found is None or now is None:
        return None
    shifted = _shifted(at, found, sign=1)
    return msgspec.structs.replace(shifted, last=now.last, direction=FUTURE, rule="so long from now")


def _after_then(scan: Scan, at: int) -> TimeExpression | None:
    """«قبل ذلك بيومين», «بعد ذلك بثلاثة أيام», «بعدها بساعات»."""
    word = _first_hit(scan, at, tuple(_SIGNS_OF_IT))
    if word is None:
        return None
    then = scan.hit(word.last, "then") if word.word.sort in _SIGNS else None
    if then is None and word.word.sort in _SIGNS:
        return None
    found = amount(scan, then.last if then else word.last)
    if found is None or found.proclitic != "ب" or found.definite:
        return None
    return msgspec.structs.replace(
        _shifted(at, found, sign=_SIGNS_OF_IT[word.word.sort]),
        anaphora=True,
        direction="",
        rule="so long before or after that",
    )


def _span(scan: Scan, at: int) -> TimeExpression | None:
    return _unit_then_number(scan, at) or _number_then_unit(scan, at) or _last_so_many(scan, at) or _during(scan, at)


def _spanned(at: int, last: int, number: float, unit: str, *, direction: str, about: bool) -> TimeExpression:
    return TimeExpression(
        first=at,
        last=last,
        sort="span",
        rule="last or next units" if direction else "within so long",
        offset=number,
        unit=unit,
        direction=direction,
        about=about,
    )


def _unit_then_number(scan: Scan, at: int) -> TimeExpression | None:
    """«الأيام الثلاثة الماضية», «الساعات الـ24 الأخيرة», «الأسبوعين الماضيين», «الأيام المقبلة»."""
    unit = scan.hit(at, "unit")
    if unit is None or not unit.definite or unit.word.key not in SECONDS or unit.word.number not in (DUAL, PLURAL):
        return None
    number, last, told = (2.0, unit.last, True) if unit.word.number == DUAL else _so_many(scan, unit.last)
    turn = scan.hit(last, "direction")
    if turn is None or turn.word.key not in _SPAN_DIRECTIONS:
        return None
    direction = _TURNS[turn.word.key]
    return _spanned(at, turn.last, number, unit.word.key, direction=direction, about=not told)


def _so_many(scan: Scan, at: int) -> tuple[float, int, bool]:
    number = scan.number(at)
    if number is not None and not number.proclitic:
        return number.value, number.last, True
    return float(FEW), at, False


def _number_then_unit(scan: Scan, at: int) -> TimeExpression | None:
    """«الـ48 ساعة الماضية», «24 ساعة الأخيرة»."""
    number = scan.number(at)
    unit = scan.hit(number.last, "unit") if number else None
    turn = scan.hit(unit.last, "direction") if unit else None
    if number is None or unit is None or turn is None or turn.word.key not in _SPAN_DIRECTIONS:
        return None
    if unit.word.key not in SECONDS or unit.proclitic:
        return None
    return _spanned(at, turn.last, number.value, unit.word.key, direction=_TURNS[turn.word.key], about=False)


def _last_so_many(scan: Scan, at: int) -> TimeExpression | None:
    """«آخر 24 ساعة», «آخر ثلاثة أيام»."""
    word = scan.hit(at, "last_ordinal")
    found = amount(scan, word.last) if word and not word.definite else None
    if found is None or found.bare or found.proclitic or len(found.parts) > 1:
        return None
    number, unit = found.parts[0]
    return _spanned(at, found.last, number, unit, direction=PAST, about=found.vague)


def _during(scan: Scan, at: int) -> TimeExpression | None:
    """«خلال أسبوعين», «في غضون 24 ساعة», «خلال أيام»: ahead or only how long, which the clause decides."""
    word = scan.hit(at, "during")
    if word is None:
        return None
    start, about = _past_vague(scan, word.last)
    found = amount(scan, start)
    if found is None or found.definite or found.proclitic or len(found.parts) > 1 or _is_named(scan, found):
        return None
    number, unit = found.parts[0]
    return msgspec.structs.replace(
        _spanned(at, found.last, number, unit, direction="", about=about or found.vague), seconds=found.seconds
    )


def _duration(scan: Scan, at: int) -> TimeExpression | None:
    """«ثلاثة أيام», «24 ساعة», «لمدة شهر», «طوال اليوم», «يوم كامل», «بضع دقائق»."""
    word = scan.hit(at, "for") or scan.hit(at, "in")
    lengthy = word is not None and word.word.sort == "for"
    start, about = _past_vague(scan, word.last) if word else (at, False)
    found = amount(scan, start)
    if found is None or _is_age(scan, start, found):
        return None
    # «هدنة لأسبوع»; «لعام 2020» names one
    lengthy = lengthy or (found.bare and found.proclitic == "ل" and scan.ends(found.last) and not found.definite)
    if not _is_length(found, lengthy=lengthy, word=word):
        return None
    return TimeExpression(
        first=at if lengthy else start,
        last=found.last,
        sort="duration",
        rule="duration",
        seconds=found.seconds,
        about=about or found.vague,
    )


def _is_length(found: Amount, *, lengthy: bool, word: Hit | None) -> bool:
    if found.bare:
        return lengthy or (word is not None and not found.definite and found.parts[0][1] == "week")
    if found.proclitic not in {"", "ل", "و", "ب"}:
        return False
    vague_plural = found.vague and found.first + 1 == found.last
    if vague_plural and found.proclitic != "ل" and not lengthy:
        return False
    return lengthy or not found.definite


def _is_age(scan: Scan, at: int, found: Amount) -> bool:
    """«يبلغ من العمر 45 عاما», «(45 عاما)», «في الثلاثين من عمره»."""
    if found.parts[0][1] not in {"year", "month"}:
        return False
    before = at - 1
    if scan.word(before) in {"(", "،"} and scan.word(found.last) in {")", "،"} and not found.bare:
        return True
    near = range(max(scan.first, at - 2), at)
    return any(scan.listed(token, "age_words") for token in near) or scan.listed(found.last + 1, "age_words")

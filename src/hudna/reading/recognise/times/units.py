"""Units: amounts of them («ثلاثة أيام ونصف»), and whole ones counted from now («الأسبوع الماضي», «الشهر نفسه»)."""

import msgspec

from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.expression import FUTURE, PAST, PRESENT, TimeExpression
from hudna.reading.recognise.times.scan import COMMAS, Hit, Scan

SECONDS = {
    "second": 1,
    "minute": 60,
    "hour": 3600,
    "day": 86400,
    "week": 7 * 86400,
    "month": 30 * 86400,
    "year": 365 * 86400,
    "decade": 3650 * 86400,
    "century": 36500 * 86400,
}
"""Length of a unit in seconds; a month counts 30 days, a year 365 (convention of the claim record)."""
SINGULAR, DUAL, PLURAL, CONSTRUCT = 1, 2, 3, 4
FEW = 3
"""«بضعة أيام»: three, as Recognizers-Text counts, and marked as vague."""
_MAX_PARTS = 4
OFFSETS = {"past": -1, "future": 1, "present": 0, "past2": -2, "future2": 2, "next": 1, "previous": -1, "recent": -1}
DIRECTIONS = {"past": PAST, "past2": PAST, "future": FUTURE, "future2": FUTURE, "present": PRESENT, "next": FUTURE}
DIRECTIONS |= {"previous": PAST, "recent": PAST}
_FROM_ANOTHER = frozenset(("next", "previous"))
"""«التالي», «السابق» count from the time told last."""
_PERIODS = frozenset(("day", "week", "month", "year", "decade", "century", "weekend"))


class Amount(Record, frozen=True):
    """So many of a unit, or of several: «شهر و21 يوما»."""

    first: int
    last: int
    parts: tuple[tuple[float, str], ...]
    vague: bool = False
    """«بضعة أيام», «أيام»: how many is not told."""
    bare: bool = False
    """A singular without a number: «شهر»."""
    definite: bool = False
    proclitic: str = ""
    counted: bool = False
    """The number stands in digits or words."""

    @property
    def seconds(self) -> float:
        """The whole length."""
        return sum(number * SECONDS[unit] for number, unit in self.parts)


def amount(scan: Scan, at: int) -> Amount | None:
    """Units with their number, joined by «و»."""
    return scan.remember("amount", at, _amount)


def _amount(scan: Scan, at: int) -> Amount | None:
    whole = _single(scan, at)
    while whole is not None and len(whole.parts) < _MAX_PARTS:
        more = _joined(scan, whole)
        if more is None:
            break
        whole = msgspec.structs.replace(whole, last=more.last, parts=(*whole.parts, *more.parts), bare=False)
    return whole


def _joined(scan: Scan, whole: Amount) -> Amount | None:
    """The next, smaller part: «و 21 يوما», «وشهر واحد», «1 شهر»."""
    at = whole.last
    conjunction = scan.word(at) == "و"
    more = _single(scan, at + 1 if conjunction else at)
    if more is None or more.vague or more.definite:
        return None
    joined = conjunction or more.proclitic == "و" or (more.counted and whole.counted)
    smaller = SECONDS[more.parts[0][1]] != SECONDS[whole.parts[-1][1]]
    return more if joined and smaller else None


def _single(scan: Scan, at: int) -> Amount | None:
    return _few(scan, at) or _half(scan, at) or _counted(scan, at) or _uncounted(scan, at)


def _few(scan: Scan, at: int) -> Amount | None:
    few = scan.hit(at, "few")
    unit = scan.hit(few.last, "unit") if few else None
    if few is None or unit is None or unit.word.number != PLURAL or unit.word.key not in SECONDS:
        return None
    return Amount(
        first=at,
        last=unit.last,
        parts=((FEW, unit.word.key),),
        vague=True,
        proclitic=few.proclitic,
        definite=unit.definite,
    )


def _half(scan: Scan, at: int) -> Amount | None:
    """«نصف ساعة», «نص ساعة», «ثلاثة أرباع الساعة», «ثلث قرن»."""
    part = scan.hit(at, "clock_fraction") or scan.hit(at, "half_spoken")
    unit = scan.hit(part.last, "unit") if part and not part.definite else None
    if part is None or unit is None or unit.word.number != SINGULAR or unit.proclitic:
        return None
    if unit.word.key not in SECONDS or (unit.definite and unit.word.key != "hour"):
        return None
    share = part.word.number / 60
    return Amount(first=at, last=unit.last, parts=((share, unit.word.key),), proclitic=part.proclitic, counted=True)


def _counted(scan: Scan, at: int) -> Amount | None:
    number = scan.number(at)
    if number is None:
        return None
    unit = scan.hit(number.last, "unit")
    if unit is None or unit.proclitic or unit.word.number in (DUAL, CONSTRUCT) or unit.word.key not in SECONDS:
        return None
    last, value = _with_half(scan, unit.last, number.value)
    return Amount(
        first=at,
        last=last,
        parts=((value, unit.word.key),),
        definite=number.definite or unit.definite,
        proclitic=number.proclitic,
        counted=True,
    )


def _with_half(scan: Scan, at: int, value: float) -> tuple[int, float]:
    half = scan.hit(at, "half_more")
    if half:
        return half.last, value + 0.5
    part = scan.hit(at, "clock_fraction") if scan.hit(at - 1, "unit", "hour") else None
    if part is not None and part.proclitic == "و" and not part.definite:
        return part.last, value + part.word.number / 60  # «ساعة وربع»
    return scan.past(at, "whole"), value


def _uncounted(scan: Scan, at: int) -> Amount | None:
    """«يومين», «شهر واحد», «ساعة ونصف», «يوم كامل», «شهر» (bare), «أيام» (vague)."""
    unit = scan.hit(at, "unit")
    if unit is None or unit.word.key not in SECONDS or unit.word.number == CONSTRUCT:
        return None
    if unit.word.number == PLURAL:
        few = scan.hit(unit.last, "few_after")
        return _plain(unit, few.last if few else unit.last, FEW, vague=True)
    if unit.word.number == DUAL:
        last, value = _with_half(scan, unit.last, 2)
        return _plain(unit, last, value)
    last, value = _with_half(scan, unit.last, 1)
    one = scan.past(last, "one")
    return _plain(unit, max(one, last), value, bare=max(one, last) == unit.last)


def _plain(unit: Hit, last: int, value: float, *, vague: bool = False, bare: bool = False) -> Amount:
    return Amount(
        first=unit.first,
        last=last,
        parts=((value, unit.word.key),),
        vague=vague,
        bare=bare,
        definite=unit.definite,
        proclitic=unit.proclitic,
    )


def relative_unit(scan: Scan, at: int) -> TimeExpression | None:
    """A whole unit counted from now or from another time of the text."""
    return scan.remember("relative_unit", at, _relative_unit)


def _relative_unit(scan: Scan, at: int) -> TimeExpression | None:
    return _this_unit(scan, at) or _same_before(scan, at) or _unit_with_direction(scan, at)


def _unit_at(scan: Scan, at: int, *, definite: bool = True) -> Hit | None:
    quarter = scan.hit(at, "fraction_unit", "quarter")
    if quarter is not None and quarter.definite is definite:
        return quarter
    unit = scan.hit(at, "unit")
    if unit is None or unit.word.key not in _PERIODS or unit.word.number != SINGULAR:
        return None
    if unit.word.key == "year" and scan.listed(at - 1, "general_heads"):
        return None  # «الأمين العام», «الرأي العام»
    # «نهاية الأسبوع» is definite though its first word is not
    return unit if unit.definite is definite or unit.word.key == "weekend" else None


def _this_unit(scan: Scan, at: int) -> TimeExpression | None:
    """«هذا الأسبوع», «في ذلك اليوم»."""
    this, that = scan.hit(at, "this"), scan.hit(at, "that")
    word = this or that
    unit = _unit_at(scan, word.last) if word else None
    if word is None or unit is None or unit.proclitic or (this and unit.word.weak and unit.word.key == "day"):
        return None  # «هذه الليلة» is a night
    return TimeExpression(
        first=at,
        last=unit.last,
        sort="unit",
        rule="this unit" if this else "that unit",
        unit=unit.word.key,
        offset=0,
        direction=PRESENT if this else "",
        anaphora=that is not None,
    )


def _same_before(scan: Scan, at: int) -> TimeExpression | None:
    """«نفس الشهر», «ذات اليوم»."""
    same = scan.hit(at, "same_before")
    unit = _unit_at(scan, same.last) if same else None
    if unit is None:
        return None
    return TimeExpression(
        first=at, last=unit.last, sort="unit", rule="same unit", unit=unit.word.key, offset=0, anaphora=True
    )


def _unit_with_direction(scan: Scan, at: int) -> TimeExpression | None:
    """«الأسبوع الماضي», «العام نفسه», «الشهر قبل الماضي»."""
    unit = _unit_at(scan, at)
    if unit is None:
        return None
    same = scan.hit(unit.last, "same")
    if same:
        return TimeExpression(
            first=at, last=same.last, sort="unit", rule="same unit", unit=unit.word.key, offset=0, anaphora=True
        )
    turn = scan.hit(unit.last, "direction")
    if turn is None or _is_no_time(unit, turn):
        return None
    return TimeExpression(
        first=at,
        last=turn.last,
        sort="unit",
        rule="weekend" if unit.word.key == "weekend" else "unit and direction",
        unit=unit.word.key,
        offset=OFFSETS[turn.word.key],
        direction=DIRECTIONS[turn.word.key],
        anaphora=turn.word.key in _FROM_ANOTHER,
    )


def _is_no_time(unit: Hit, turn: Hit) -> bool:
    """«اليوم الأخير» is the last of some days, «الليلة الماضية» is read as a night."""
    if unit.word.key == "quarter":
        return turn.word.key == "recent"
    return unit.word.key == "day" and (turn.word.key == "recent" or (unit.word.weak and turn.word.key != "next"))


def bare_unit(scan: Scan, at: int) -> TimeExpression | None:
    """«الشهر», «العام» as the period of «نهاية الشهر»: the current one."""
    unit = _unit_at(scan, at)
    if unit is None or unit.word.weak or unit.word.key in {"day", "quarter"}:
        return None
    return TimeExpression(
        first=at, last=unit.last, sort="unit", rule="current unit", unit=unit.word.key, offset=0, direction=PRESENT
    )


def direction_at(scan: Scan, at: int) -> tuple[str, int]:
    """The direction that an adjective gives, and the token after it: («past», …) for «الماضي»."""
    turn = scan.hit(at, "direction")
    return (turn.word.key, turn.last) if turn else ("", at)


def past_comma(scan: Scan, at: int) -> int:
    """The token after a comma, or the same token."""
    return at + 1 if scan.word(at) in COMMAS else at

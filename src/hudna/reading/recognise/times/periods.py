"""Periods that a month or year does not name alone: seasons, decades, centuries, holidays, quarters, edges, rests."""

import msgspec

from hudna.knowledge.languages.ar.times import load_times
from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.dates import full_date, month_alone, month_within, numeric_date
from hudna.reading.recognise.times.expression import FUTURE, LAST, PRESENT, TimeExpression
from hudna.reading.recognise.times.scan import Hit, Scan, longest
from hudna.reading.recognise.times.units import DIRECTIONS, bare_unit, direction_at, past_comma, relative_unit
from hudna.reading.recognise.times.years import Year, read_year, relative_year, year_alone

_MAX_CENTURY = 21
_MAX_NTH = 53
_NTH_UNITS = frozenset(("day", "week", "month", "decade"))
_PREPOSITIONS = frozenset(
    ("in", "since", "until", "during", "after", "before", "edge", "this", "to", "from", "season_word")
)


PERIOD_STARTS = frozenset(
    (
        "number", "ordinal", "season", "season_word", "this", "that", "same_before", "decade", "unit", "holiday",
        "month", "hijri_month", "last_ordinal", "fraction_unit", "edge", "part_frame", "rest",
    )
)  # fmt: skip
"""What a period can begin with."""


def period(scan: Scan, at: int) -> TimeExpression | None:
    """Anything longer than a day that an edge, a part or a range can hold on to."""
    return scan.remember("period", at, _period)


def weekend(scan: Scan, at: int) -> TimeExpression | None:
    """«نهاية الأسبوع», «عطلة نهاية الأسبوع»: the current one where no direction follows."""
    unit = scan.hit(at, "unit", "weekend")
    if unit is None:
        return None
    return TimeExpression(
        first=at, last=unit.last, sort="unit", rule="weekend", unit="weekend", offset=0, direction=PRESENT
    )


def week_of_date(scan: Scan, at: int) -> TimeExpression | None:
    """«أسبوع 16 سبتمبر»: the week that holds the date."""
    unit = scan.hit(at, "unit", "week")
    if unit is None or unit.definite or unit.word.number != 1:
        return None
    date = full_date(scan, unit.last)
    if date is None or date.day is None:
        return None
    return TimeExpression(
        first=at, last=date.last, sort="unit", rule="week of a date", unit="week", offset=0, within=date
    )


def _period(scan: Scan, at: int) -> TimeExpression | None:
    if not scan.begins(at, PERIOD_STARTS):
        return None
    return longest(
        numeric_date(scan, at),
        season(scan, at),
        decade(scan, at),
        century(scan, at),
        holiday(scan, at),
        week_of_date(scan, at),
        weekend(scan, at),
        relative_unit(scan, at),
        month_alone(scan, at),
        year_alone(scan, at),
        nth(scan, at),
        edge(scan, at),
        rest(scan, at),
    )


def season(scan: Scan, at: int) -> TimeExpression | None:
    """«خريف 2020», «الصيف الماضي», «فصل الشتاء», «في صيف عام 2014», «هذا الصيف»."""
    this = scan.hit(at, "this")
    start = this.last if this else at
    word = scan.hit(start, "season_word")
    found = scan.hit(word.last if word else start, "season")
    if found is None or (this and not found.definite) or scan.hit(at, "name"):
        return None
    year = read_year(scan, past_comma(scan, found.last), bare=True)
    relative = None if year else relative_year(scan, found.last)
    key, last = ("", found.last) if year or relative else direction_at(scan, found.last)
    if year is None and relative is None and not key and not this and not _season_alone(scan, at, found, word):
        return None
    return TimeExpression(
        first=at,
        last=year.last if year else relative.last if relative else last,
        sort="season",
        rule="season",
        name=found.word.key,
        year=year.number if year else None,
        within=relative,
        direction=PRESENT if this else DIRECTIONS.get(key, ""),
    )


def _season_alone(scan: Scan, at: int, found: Hit, word: Hit | None) -> bool:
    """A bare season needs «فصل», or «في» before and nothing that describes it after («الربيع العربي»)."""
    if word is not None:
        return True
    before = at > scan.first and any(hit.word.sort in _PREPOSITIONS for hit in scan.hits(at - 1))
    return (before or scan.listed(at - 1, "motion_verbs") or _under_edge(scan, at)) and scan.ends(found.last)


def _under_edge(scan: Scan, at: int) -> bool:
    return at > scan.first and scan.hit(at - 1, "edge") is not None


def decade(scan: Scan, at: int) -> TimeExpression | None:
    """«التسعينيات», «تسعينيات القرن الماضي», «ثمانينات القرن العشرين»; not «في الثلاثينيات من العمر»."""
    found = scan.hit(at, "decade")
    if found is None or _is_age(scan, found.last):
        return None
    start = scan.past(found.last, "of")
    era = century(scan, start)
    if era is not None:
        base = era.year if era.year is not None else None
        return TimeExpression(
            first=at,
            last=era.last,
            sort="decade",
            rule="decade of a century",
            year=base + found.word.number if base is not None else found.word.number,
            within=None if base is not None else era,
        )
    return TimeExpression(first=at, last=found.last, sort="decade", rule="decade", year=found.word.number)


def _is_age(scan: Scan, at: int) -> bool:
    after = scan.past(at, "of")
    return scan.listed(after, "age_words") or scan.listed(at, "age_words")


def century(scan: Scan, at: int) -> TimeExpression | None:
    """«القرن الماضي», «القرن العشرين», «القرن الـ19», «القرن التاسع عشر»."""
    unit = scan.hit(at, "unit", "century")
    if unit is None or unit.word.number != 1 or not unit.definite:
        return None
    relative = relative_unit(scan, at)
    if relative is not None:
        return msgspec.structs.replace(relative, sort="century")
    ordinal, number = scan.ordinal(unit.last), scan.number(unit.last)
    value, last = (ordinal.value, ordinal.last) if ordinal else (int(number.value), number.last) if number else (0, at)
    if not 1 <= value <= _MAX_CENTURY:
        return None
    return TimeExpression(first=at, last=last, sort="century", rule="century", year=(value - 1) * 100)


def holiday(scan: Scan, at: int) -> TimeExpression | None:
    """«عيد الفطر», «رأس السنة الهجرية», «عيد الميلاد 2016», «رمضان» is a month, not a holiday."""
    found = scan.hit(at, "holiday")
    if found is None:
        return None
    year = read_year(scan, _year_start(scan, found.last), bare=True)
    relative = None if year else relative_year(scan, found.last)
    if load_times().holidays[found.word.key].needs_year and year is None and relative is None:
        return None
    key, last = ("", found.last) if year or relative else direction_at(scan, found.last)
    return TimeExpression(
        first=at,
        last=year.last if year else relative.last if relative else last,
        sort="holiday",
        rule="holiday",
        name=found.word.key,
        year=year.number if year else None,
        calendar=year.calendar if year else "gregorian",
        within=relative,
        direction=DIRECTIONS.get(key, ""),
    )


def _year_start(scan: Scan, at: int) -> int:
    comma = past_comma(scan, at)
    return comma + 1 if scan.word(comma) == "ل" else comma


def edge(scan: Scan, at: int) -> TimeExpression | None:
    """«أواخر سبتمبر», «مطلع العام المقبل», «نهاية الشهر», «في وقت لاحق من هذا العام»."""
    return scan.remember("edge", at, _edge)


def _edge(scan: Scan, at: int) -> TimeExpression | None:
    found = scan.hit(at, "edge")
    if found is not None:
        return _edged(scan, at, found.word.key, found.last)
    frame = scan.hit(at, "part_frame")
    if frame is None:
        return None
    edged = _edged(scan, at, frame.word.key, scan.past(frame.last, "of"))
    return edged if edged is not None and edged.unit != "day" else None


def _edged(scan: Scan, at: int, key: str, start: int) -> TimeExpression | None:
    inner = longest(
        season(scan, start),
        decade(scan, start),
        century(scan, start),
        relative_unit(scan, start),
        month_alone(scan, start),
        _year_of_edge(scan, start),
        nth(scan, start),
    ) or bare_unit(scan, start)
    if inner is None or inner.edge is not None or inner.unit == "weekend":
        return None
    if inner.unit == "week" and key == "end":
        # «نهاية هذا الأسبوع» is its weekend, as «نهاية الأسبوع» is; «أواخر الأسبوع» is not
        return msgspec.structs.replace(inner, first=at, unit="weekend", rule="weekend")
    return msgspec.structs.replace(inner, first=at, edge=key, rule=f"{key} part of: {inner.rule}")


def _year_of_edge(scan: Scan, at: int) -> TimeExpression | None:
    found = year_alone(scan, at)
    if found is not None:
        return found
    year: Year | None = read_year(scan, at, bare=True)
    if year is None or scan.hit(year.last, "unit"):
        return None
    return TimeExpression(first=at, last=year.last, sort="year", rule="year", year=year.number, calendar=year.calendar)


def rest(scan: Scan, at: int) -> TimeExpression | None:
    """«بقية الأسبوع», «ما تبقى من هذا العام»."""
    found = scan.hit(at, "rest")
    if found is None:
        return None
    inner = relative_unit(scan, found.last) or bare_unit(scan, found.last)
    if inner is None or inner.unit is None or inner.offset:
        return None
    return TimeExpression(
        first=at, last=inner.last, sort="rest", rule="rest of a unit", unit=inner.unit, offset=0, direction=FUTURE
    )


def nth(scan: Scan, at: int) -> TimeExpression | None:
    """«الأسبوع الأول من أكتوبر», «الربع الثالث من العام», «أول أسبوع من 2020», «اليوم الأخير من شهر 10»."""
    return scan.remember("nth", at, _nth)


class _Place(Record, frozen=True):
    """Which one of which unit, before what it belongs to is known."""

    unit: str
    ordinal: int
    last: int


def _nth(scan: Scan, at: int) -> TimeExpression | None:
    place = _unit_then_ordinal(scan, at) or _ordinal_then_unit(scan, at)
    if place is None:
        return None
    within = containing(scan, place.last)
    if within is None:
        return None
    return TimeExpression(
        first=at,
        last=within.last,
        sort="nth",
        rule="unit by number",
        unit=place.unit,
        ordinal=place.ordinal,
        within=within,
    )


def _nth_unit(scan: Scan, at: int) -> Hit | None:
    fraction = scan.hit(at, "fraction_unit")
    if fraction is not None:
        return fraction
    unit = scan.hit(at, "unit")
    if unit is None or unit.word.key not in _NTH_UNITS or unit.word.number != 1 or unit.word.weak:
        return None
    return unit


def ordinal_at(scan: Scan, at: int) -> tuple[int, int, bool]:
    """(ordinal, token after, has the article); 0 when none stands there."""
    final = scan.hit(at, "last_ordinal")
    if final is not None:
        return LAST, final.last, final.definite
    found = scan.ordinal(at)
    if found is not None and not found.proclitic and found.value <= _MAX_NTH:
        return found.value, found.last, found.definite
    return 0, at, False


def _unit_then_ordinal(scan: Scan, at: int) -> _Place | None:
    unit = _nth_unit(scan, at)
    if unit is None or not unit.definite:
        return None
    ordinal, last, definite = ordinal_at(scan, unit.last)
    return _Place(unit=unit.word.key, ordinal=ordinal, last=last) if ordinal and definite else None


def _ordinal_then_unit(scan: Scan, at: int) -> _Place | None:
    ordinal, last, definite = ordinal_at(scan, at)
    unit = _nth_unit(scan, last) if ordinal and not definite else None
    if unit is None or unit.definite or unit.proclitic:
        return None
    return _Place(unit=unit.word.key, ordinal=ordinal, last=unit.last)


def containing(scan: Scan, at: int) -> TimeExpression | None:
    """The period after «من» or «في», or directly: «من هذا العام», «بشهر أكتوبر», «2016»."""
    for start in (scan.past(at, "of"), at):
        found = longest(
            month_within(scan, start), relative_unit(scan, start), season(scan, start), century(scan, start)
        ) or _year_of_edge(scan, start)
        if found is not None and found.unit != "day":
            return found
        bare = bare_unit(scan, start) if start > at else None
        if bare is not None:
            return bare
    return None


def point_or_period(scan: Scan, at: int) -> TimeExpression | None:
    """A date or a period, for «بعد كريسماس 2014»."""
    return longest(full_date(scan, at), holiday(scan, at))

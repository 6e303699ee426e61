"""Days and months: names in every system alone or paired, days before or after them, numeric dates, Hijri dates."""

import msgspec

from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.scan import DASHES, Hit, Scan
from hudna.reading.recognise.times.units import DIRECTIONS, bare_unit, direction_at, past_comma, relative_unit
from hudna.reading.recognise.times.words import FIRST_YEAR, LAST_YEAR
from hudna.reading.recognise.times.years import FIRST_HIJRI, LAST_HIJRI, Year, read_year, relative_year

_MAX_DAY, _MAX_MONTH, _MAX_HIJRI_DAY = 31, 12, 30
_TWO, _THREE, _YEAR_DIGITS = 2, 3, 4
_PIVOT = 70
"""«20» is 2020, «94» is 1994."""
_MIN_WORD_DAY = 10
"""«ثلاثة مارس الضغط» is a count that happens to stand before a month; «خمسة عشر مارس» is a date."""
_PAIR_MARKS = frozenset(("/", "(", "-", "–", "\\", "|"))
_SUFFIXES = frozenset(("st", "nd", "rd", "th"))
HIJRI = "hijri"


class Month(Record, frozen=True):
    """A month with every name that it is given there."""

    first: int
    last: int
    number: int
    calendar: str
    sure: bool
    """Not an everyday word, or beside «شهر» or a second name."""
    word: bool = False
    """«شهر» stands before it."""
    proclitic: str = ""


class Day(Record, frozen=True):
    """A day of a month."""

    last: int
    number: int
    digits: bool
    definite: bool
    ordinal: bool
    proclitic: str = ""


def month(scan: Scan, at: int) -> Month | None:
    """«أيلول», «شهر أيلول», «سبتمبر/أيلول», «آب (أغسطس)», «شهر 9», «الشهر التاسع», «رجب»."""
    return scan.remember("month", at, _month)


def _month(scan: Scan, at: int) -> Month | None:
    word = scan.hit(at, "unit", "month")
    if word is not None and word.word.number == 1:
        return _after_month_word(scan, word)
    return _named_month(scan, at)


def _after_month_word(scan: Scan, word: Hit) -> Month | None:
    named = _named_month(scan, word.last)
    if named is not None and not named.proclitic:
        return msgspec.structs.replace(named, first=word.first, sure=True, word=True, proclitic=word.proclitic)
    ordinal = scan.ordinal(word.last) if word.definite else None
    if ordinal is not None and ordinal.definite and ordinal.value <= _MAX_MONTH and not ordinal.proclitic:
        return _numbered_month(word, ordinal.value, ordinal.last)
    number = None if word.definite else scan.number(word.last)
    if number is None or not 1 <= number.value <= _MAX_MONTH or number.value % 1 or number.proclitic:
        return None
    unit = scan.hit(number.last, "unit")
    if unit is not None and not scan.word(unit.last).isdecimal():
        return None
    return _numbered_month(word, int(number.value), number.last)


def _numbered_month(word: Hit, number: int, last: int) -> Month:
    return Month(
        first=word.first,
        last=last,
        number=number,
        calendar="gregorian",
        sure=True,
        word=True,
        proclitic=word.proclitic,
    )


def _named_month(scan: Scan, at: int) -> Month | None:
    hit = scan.hit(at, "month") or scan.hit(at, "hijri_month")
    if hit is None:
        return None
    last, paired = _paired(scan, hit)
    return Month(
        first=at,
        last=last,
        number=hit.word.number,
        calendar=HIJRI if hit.word.sort == "hijri_month" else "gregorian",
        sure=paired or not hit.word.weak,
        proclitic=hit.proclitic,
    )


def _paired(scan: Scan, hit: Hit) -> tuple[int, bool]:
    """The token after all further names of the same month, and whether there are any."""
    last, paired = hit.last, False
    while True:
        mark = scan.word(last)
        at = last + 1 if mark in _PAIR_MARKS else last
        other = scan.hit(at, hit.word.sort)
        if other is None or other.word.number != hit.word.number or other.proclitic or _same_words(scan, hit, other):
            return last, paired
        last, paired = other.last, True
        if mark == "(" and scan.word(last) == ")":
            last += 1


def _same_words(scan: Scan, hit: Hit, other: Hit) -> bool:
    """«صفر - صفر» is a score, not a month with its second name."""
    return scan.words[hit.first : hit.last] == scan.words[other.first : other.last]


def day(scan: Scan, at: int) -> Day | None:
    """«25», «الـ25», «25th», «الخامس والعشرين», «خمسة وعشرين»."""
    ordinal = scan.ordinal(at)
    if ordinal is not None and (ordinal.value <= _MAX_DAY):
        return Day(
            last=ordinal.last,
            number=ordinal.value,
            digits=False,
            definite=ordinal.definite,
            ordinal=True,
            proclitic=ordinal.proclitic,
        )
    number = scan.number(at)
    if number is None or not 1 <= number.value <= _MAX_DAY or number.value % 1:
        return None
    last = number.last + (scan.word(number.last) in _SUFFIXES)
    return Day(
        last=last,
        number=int(number.value),
        digits=number.digits,
        definite=number.definite,
        ordinal=False,
        proclitic=number.proclitic,
    )


def full_date(scan: Scan, at: int) -> TimeExpression | None:
    """A day with its month, in whatever form; with the year and direction that stand beside it."""
    return scan.remember("full_date", at, _full_date)


def _full_date(scan: Scan, at: int) -> TimeExpression | None:
    return numeric_date(scan, at) or _day_month(scan, at) or _month_day(scan, at) or _day_of_period(scan, at)


def _day_month(scan: Scan, at: int) -> TimeExpression | None:
    """«20 سبتمبر», «العاشر من تشرين الثاني /نوفمبر 2020», «في الـ 10 من آذار الماضي»."""
    found = day(scan, at)
    if found is None:
        return None
    after = _past_of(scan, found.last)
    named = month(scan, after)
    if named is None or (named.proclitic and named.proclitic != "ب") or _is_count(scan, found, after, named):
        return None
    if not _day_fits(found.number, named):
        return None
    return with_year(scan, at, named, day_number=found.number)


def _is_count(scan: Scan, found: Day, after: int, named: Month) -> bool:
    """«ثلاثة مارس», «قتل خمسة في أيلول»: a count that happens to stand before a month; «خمسة حزيران» is a date."""
    if found.digits or found.ordinal:
        return False
    if after > found.last:
        return scan.word(found.last) == "في"
    return found.number < _MIN_WORD_DAY and not named.sure and not scan.ends(named.last)


def _day_fits(number: int, named: Month) -> bool:
    return number <= (_MAX_HIJRI_DAY if named.calendar == HIJRI else _MAX_DAY)


def _past_of(scan: Scan, at: int) -> int:
    """Past «من», or the stroke of «20/سبتمبر»."""
    of = scan.hit(at, "of")
    if of is not None and of.proclitic == "":
        return of.last
    return at + 1 if scan.word(at) in {"/", "-"} else at


def _month_day(scan: Scan, at: int) -> TimeExpression | None:
    """«يناير 1», «مايو الحادي والعشرين», «November 3, 2024»: only when no counted noun follows."""
    named = month(scan, at)
    found = day(scan, named.last) if named else None
    if named is None or found is None or found.proclitic or not _day_fits(found.number, named):
        return None
    if not found.digits and not (found.ordinal and found.definite):
        return None
    if scan.word(found.last) == ":" or not stands_alone(scan, found.last):
        return None
    return with_year(scan, at, msgspec.structs.replace(named, last=found.last), day_number=found.number)


def stands_alone(scan: Scan, at: int) -> bool:
    """True when what follows a number cannot be what it counts."""
    if scan.ends(at) or scan.word(at).isdecimal():
        return True
    if scan.hit(at, "unit"):
        return False
    # a time word, a preposition: no noun
    return bool(scan.hits(at))


def _day_of_period(scan: Scan, at: int) -> TimeExpression | None:
    """«25 من الشهر نفسه», «20 من الشهر القادم», «الخامس من هذا الشهر», «21 الجاري»."""
    found = day(scan, at)
    if found is None:
        return None
    after = _past_of(scan, found.last)
    within = relative_unit(scan, after) or _this_month(scan, after, found)
    if within is not None and within.unit == "month":
        return TimeExpression(
            first=at, last=within.last, sort="date", rule="day of a month", day=found.number, within=within
        )
    key, last = direction_at(scan, after)
    if key not in {"past", "present", "future"} or not found.digits:
        return None
    # «في 21 الجاري»: the month itself is left out
    unit = TimeExpression(
        first=after,
        last=last,
        sort="unit",
        rule="month left out",
        unit="month",
        offset=0 if key == "present" else (1 if key == "future" else -1),
        direction=DIRECTIONS[key],
    )
    return TimeExpression(first=at, last=last, sort="date", rule="day of a month", day=found.number, within=unit)


def _this_month(scan: Scan, at: int, found: Day) -> TimeExpression | None:
    """«يوم 15 من الشهر»."""
    within = bare_unit(scan, at)
    told = within is not None and within.unit == "month" and scan.hit(at - 1, "of") and scan.ends(within.last)
    return within if told and (found.digits or found.definite) else None


def with_year(scan: Scan, first: int, named: Month, *, day_number: int | None) -> TimeExpression:
    """The month (and day) with the year, or the direction, that follows."""
    year, within, key, last = _year_after(scan, named.last)
    rule = "day and month" if day_number is not None else "month"
    calendar = named.calendar
    if year is not None and calendar == HIJRI and year.calendar == "gregorian" and year.marked:
        calendar = HIJRI
    return TimeExpression(
        first=first,
        last=last,
        sort="date",
        rule=rule + (" and year" if year else ""),
        day=day_number,
        month=named.number,
        year=year.number if year else None,
        calendar=calendar,
        direction=DIRECTIONS.get(key, ""),
        within=within,
    )


def _year_after(scan: Scan, at: int) -> tuple[Year | None, TimeExpression | None, str, int]:
    """(year, year counted from now, direction, token after) for what follows a month name."""
    start = past_comma(scan, at)
    start = start + 1 if scan.word(start) in {"-", "/"} and scan.glued(start + 1) else start
    year = read_year(scan, start, bare=True) or _year_in_words(scan, start)
    if year is not None:
        return year, None, "", year.last
    relative = relative_year(scan, at)
    if relative is not None:
        return None, relative, "", relative.last
    key, last = direction_at(scan, at)
    if key in {"", "recent", "past2", "future2"}:
        return None, None, "", at
    return None, None, key, last


def _year_in_words(scan: Scan, at: int) -> Year | None:
    """«من ألف وتسعمائة وثمانية وسبعين»."""
    of = scan.hit(at, "of")
    return None if of is None or scan.word(of.last).isdecimal() else read_year(scan, of.last, bare=True)


def month_alone(scan: Scan, at: int) -> TimeExpression | None:
    """A month without a day; an everyday word is a month only in company."""
    return scan.remember("month_alone", at, _month_alone)


def _month_alone(scan: Scan, at: int) -> TimeExpression | None:
    start = scan.past(at, "this")
    named = month(scan, start)
    if named is None or (start > at and named.proclitic):
        return None
    found = with_year(scan, at, named, day_number=None)
    alone = found.last == named.last
    if not named.sure and alone and start == at and not _after_preposition(scan, at, named):
        return None
    return msgspec.structs.replace(found, direction="present") if start > at and alone else found


def month_within(scan: Scan, at: int) -> TimeExpression | None:
    """The month of «أول جمعة من تموز»: what stands before it shows that it is one."""
    named = month(scan, at)
    return with_year(scan, at, named, day_number=None) if named is not None else month_alone(scan, at)


_MONTH_PREPOSITIONS = ("in", "since", "until", "during", "to", "edge", "between", "before", "after")


def _after_preposition(scan: Scan, at: int, named: Month) -> bool:
    if named.proclitic.endswith("ب"):
        return True
    return at > scan.first and any(
        hit.last == at and hit.word.sort in _MONTH_PREPOSITIONS
        for before in range(max(scan.first, at - 2), at)
        for hit in scan.hits(before)
    )


def numeric_date(scan: Scan, at: int) -> TimeExpression | None:
    """«26/11/2020», «2020-11-26», «26.11.2020», «11/2020», «15/3» after a word that asks for a date."""
    return scan.remember("numeric_date", at, _numeric_date)


def _numeric_date(scan: Scan, at: int) -> TimeExpression | None:
    numbers, last, mark = _number_row(scan, at)
    if len(numbers) == _THREE:
        return _three_numbers(at, numbers, last)
    if len(numbers) == _TWO:
        return _two_numbers(scan, at, numbers, last, mark)
    return None


def _number_row(scan: Scan, at: int) -> tuple[list[str], int, str]:
    """Up to three groups of digits with the same mark between them."""
    if not scan.word(at).isdecimal():
        return [], at, ""
    mark = scan.word(at + 1)
    if mark not in {"/", ".", "\\"} and mark not in DASHES:
        return [], at, ""
    numbers, last = [scan.word(at)], at + 1
    while (
        len(numbers) <= _THREE
        and scan.word(last) == mark
        and scan.word(last + 1).isdecimal()
        and _tight(scan, last, mark)
    ):
        numbers.append(scan.word(last + 1))
        last += 2
    return (numbers, last, mark) if len(numbers) <= _THREE else ([], at, "")


def _tight(scan: Scan, at: int, mark: str) -> bool:
    return mark == "/" or (scan.glued(at) and scan.glued(at + 1))


def _three_numbers(at: int, numbers: list[str], last: int) -> TimeExpression | None:
    lengths = [len(number) for number in numbers]
    first, second, third = (int(number) for number in numbers)
    if lengths[0] == _YEAR_DIGITS and max(lengths[1:]) <= _TWO:
        return _checked(at, last, year=first, month_number=second, day_number=third)
    if max(lengths[:2]) > _TWO or lengths[2] not in (_TWO, _YEAR_DIGITS):
        return None
    year = third if lengths[2] == _YEAR_DIGITS else _century(third)
    # day first, as Arabic writes; month first only where it cannot be otherwise
    return _checked(at, last, year=year, month_number=second, day_number=first) or _checked(
        at, last, year=year, month_number=first, day_number=second
    )


def _century(year: int) -> int:
    return 2000 + year if year < _PIVOT else 1900 + year


def _checked(at: int, last: int, *, year: int | None, month_number: int, day_number: int) -> TimeExpression | None:
    if not (1 <= month_number <= _MAX_MONTH and 1 <= day_number <= _MAX_DAY):
        return None
    calendar = HIJRI if year is not None and FIRST_HIJRI <= year <= LAST_HIJRI else "gregorian"
    return TimeExpression(
        first=at,
        last=last,
        sort="date",
        rule="numeric date",
        day=day_number,
        month=month_number,
        year=year,
        calendar=calendar,
    )


def _two_numbers(scan: Scan, at: int, numbers: list[str], last: int, mark: str) -> TimeExpression | None:
    first, second = int(numbers[0]), int(numbers[1])
    if (
        len(numbers[1]) == _YEAR_DIGITS
        and mark in {"/", "-"}
        and 1 <= first <= _MAX_MONTH
        and FIRST_YEAR <= second < LAST_YEAR
    ):
        return TimeExpression(first=at, last=last, sort="date", rule="numeric month and year", month=first, year=second)
    if (
        len(numbers[0]) == _YEAR_DIGITS
        and mark in {"/", "-"}
        and 1 <= second <= _MAX_MONTH
        and FIRST_YEAR <= first < LAST_YEAR
    ):
        return TimeExpression(first=at, last=last, sort="date", rule="numeric month and year", month=second, year=first)
    if max(len(number) for number in numbers) > _TWO or not _asks_for_date(scan, at, mark) or not scan.ends(last):
        return None
    after = past_comma(scan, last)
    year = read_year(scan, after, bare=True) if after > last else None
    found = _checked(at, last, year=None, month_number=second, day_number=first) or _checked(
        at, last, year=None, month_number=first, day_number=second
    )
    if found is not None and year is not None:
        return msgspec.structs.replace(found, year=year.number, last=year.last)
    return found


def _asks_for_date(scan: Scan, at: int, mark: str) -> bool:
    """A day and month in digits need a word for it: a fraction or a score looks the same."""
    before = at - 1
    if mark == "/" and scan.listed(before, "motion_verbs"):
        return True
    if scan.hit(before, "weekday") or scan.hit(before, "unit", "day"):
        return True
    if not scan.hit(before, "date_word"):
        return False
    return mark == "/" or scan.listed(before - 1, "motion_verbs")

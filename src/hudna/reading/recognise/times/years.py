"""Years: «عام 2020», «2020م», «في 2020», «1445 هـ», «ألفين وثمانية عشر», and the year that words count from now."""

from hudna.reading.engine.record import Record
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.scan import DASHES, Hit, Scan
from hudna.reading.recognise.times.units import CONSTRUCT, SINGULAR, relative_unit
from hudna.reading.recognise.times.words import FIRST_YEAR, LAST_YEAR

_MAX_YEAR = 2999
FIRST_HIJRI, LAST_HIJRI = 1300, 1500
_PREPOSITIONS = ("in", "since", "until", "during", "from", "to", "before", "after", "edge", "between")
_YEAR_DIGITS = 4
_FIRST_BARE = 1000
_MIN_WORDS = 2
"""A year in words without «عام» has at least a thousand and something."""
_ACCUSATIVE = 4
"""Letters of the shortest counted noun in the accusative: «يوما»."""


class Year(Record, frozen=True):
    """A year with the token after it."""

    last: int
    number: int
    calendar: str
    marked: bool
    """A word says that it is a year («عام», «م», «هـ»)."""


def read_year(scan: Scan, at: int, *, bare: bool) -> Year | None:
    """A year in digits or words; `bare` allows one without «عام»."""
    start = scan.past(at, "of") if scan.hit(at, "of") and scan.hit(scan.past(at, "of"), "unit", "year") else at
    word = scan.hit(start, "unit", "year")
    if word is not None and scan.listed(start - 1, "general_heads"):
        return None
    if word is not None and word.word.number in (SINGULAR, CONSTRUCT):
        return _number(scan, word.last, marked=True)
    return _number(scan, start, marked=False) if bare else None


def _number(scan: Scan, at: int, *, marked: bool) -> Year | None:
    number = scan.number(at)
    if number is None or number.value % 1 or not 1 <= number.value <= _MAX_YEAR or number.definite:
        return None
    value = int(number.value)
    if number.proclitic or (not marked and not _is_year(scan, number.digits, value, number.last)):
        return None
    era = scan.hit(number.last, "era")
    last = era.last if era and _era_stands(scan, era) else number.last
    calendar = "hijri" if _is_hijri(value, era) else "gregorian"
    return Year(last=last, number=value, calendar=calendar, marked=marked or era is not None)


def _era_stands(scan: Scan, era: Hit) -> bool:
    return len(scan.word(era.first)) > 1 or not scan.glued(era.last) or scan.ends(era.last)


def _is_hijri(value: int, era: Hit | None) -> bool:
    if era is not None:
        return era.word.key == "hijri"
    return FIRST_HIJRI <= value <= LAST_HIJRI


def _is_year(scan: Scan, digits: bool, value: int, last: int) -> bool:  # noqa: FBT001
    """A bare number is a year when it has four digits and is not a clock, a decimal or the head of something longer."""
    if value < _FIRST_BARE:
        return False
    if not digits:
        return True
    follows = scan.word(last + 1).isdecimal() and scan.glued(last + 1)
    return scan.word(last) != "%" and not (scan.word(last) in {":", ","} and follows)


def relative_year(scan: Scan, at: int) -> TimeExpression | None:
    """«من العام الماضي», «هذه السنة», «من العام نفسه» after a month."""
    for start in (scan.past(at, "of"), at):
        found = relative_unit(scan, start)
        if found is not None and found.unit == "year":
            return found
    return None


def year_alone(scan: Scan, at: int) -> TimeExpression | None:
    """«عام 2020», «سنة ألفين», «2020م», and a bare «2020» where a word before it calls for a year."""
    return scan.remember("year_alone", at, _year_alone)


def _year_alone(scan: Scan, at: int) -> TimeExpression | None:
    if scan.hit(at, "of") is not None:
        return None  # the preposition is not part of the year
    found = read_year(scan, at, bare=True) or _second_year(scan, at)
    if found is None or not (found.marked or _called_for(scan, at, found)):
        return None
    return TimeExpression(
        first=at, last=found.last, sort="year", rule="year", year=found.number, calendar=found.calendar
    )


def _second_year(scan: Scan, at: int) -> Year | None:
    """The «و1994» of «عامي 1988 و1994»."""
    first, second = scan.word(at - 1), scan.word(at + 1)
    if scan.word(at) != "و" or not scan.glued(at + 1) or not all(_four_digits(word) for word in (first, second)):
        return None
    return Year(last=at + 2, number=int(second), calendar="gregorian", marked=True)


def _four_digits(word: str) -> bool:
    return len(word) == _YEAR_DIGITS and word.isdecimal() and FIRST_YEAR <= int(word) < LAST_YEAR


def _called_for(scan: Scan, at: int, found: Year) -> bool:
    """True for «في 2020», «منذ 2020», «حرب 2020»; false for «في 2000 قرية» and «أكثر من 2000 مدني»."""
    if scan.word(at).isdecimal():
        if not (FIRST_YEAR <= found.number < LAST_YEAR and len(scan.word(at)) == _YEAR_DIGITS):
            return False
        if scan.listed(at - 1, "year_heads"):
            return not _counts(scan, found)
    elif found.last - at < _MIN_WORDS:
        return False
    return _after_preposition(scan, at) and not _counts(scan, found)


def _after_preposition(scan: Scan, at: int) -> bool:
    before = at - 1
    if before >= scan.first and scan.word(before) in DASHES:
        return False
    hits = scan.hits(before) if before >= scan.first else ()
    if not any(hit.last == at and hit.word.sort in _PREPOSITIONS for hit in hits):
        return False
    # «أكثر من 2000»: the preposition belongs to a bound
    return not any(
        hit.last == at
        for back in range(max(scan.first, at - 3), at)
        for hit in scan.hits(back)
        if hit.word.sort in {"bound", "about"}
    )


def _counts(scan: Scan, found: Year) -> bool:
    """True when the number is followed by what it may count: a noun without the article."""
    word = scan.word(found.last)
    if scan.ends(found.last) or scan.hits(found.last) or word.startswith(("ال", "و", "لل")):
        return scan.hit(found.last, "unit") is not None
    if found.number % 100 == 0 or found.number < FIRST_YEAR + 20:
        return True
    # an uncommon count: only a noun in the singular accusative or a person word would follow; verbs do as well
    return word.endswith("ا") and not word.endswith("وا") and len(word) >= _ACCUSATIVE

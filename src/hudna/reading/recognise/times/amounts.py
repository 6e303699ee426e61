"""Number words and digits as times use them: days, hours, years, amounts of units.

Counting people is the business of `recognise.numbers`; here a number never has bounds and never has a noun of its own.
"""

from collections.abc import Sequence
from functools import lru_cache

import msgspec

from hudna.knowledge.languages.ar.spelling import fold

_ONES = {
    1: "واحد واحدة أحد إحدى",
    2: "اثنان اثنين اثنتان اثنتين إثنين إثنان اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثة",
    4: "أربع أربعة",
    5: "خمس خمسة",
    6: "ست ستة",
    7: "سبع سبعة",
    8: "ثمان ثمانية ثماني ثمانيا",
    9: "تسع تسعة",
    10: "عشر عشرة",
}
_TENS = {
    20: "عشرون عشرين",
    30: "ثلاثون ثلاثين",
    40: "أربعون أربعين",
    50: "خمسون خمسين",
    60: "ستون ستين",
    70: "سبعون سبعين",
    80: "ثمانون ثمانين",
    90: "تسعون تسعين",
}
_HUNDREDS = {
    100: "مئة مائة",
    200: "مئتان مئتين مائتان مائتين مئتي مائتي",
    **{
        100 * ones: " ".join(f"{stem}{hundred}" for hundred in ("مئة", "مائة"))
        for ones, stem in ((3, "ثلاث"), (4, "أربع"), (5, "خمس"), (6, "ست"), (7, "سبع"), (8, "ثمان"), (9, "تسع"))
    },
}
_HUNDREDS[800] += " ثمانيمئة ثمانيمائة ثمانمية"
_THOUSANDS = {1000: "ألف", 2000: "ألفان ألفين ألفي"}
_TEEN = frozenset(("عشر", "عشره"))
_THOUSAND_PLURAL = frozenset(("الاف", "الف"))
_ORDINALS = {
    1: ("أول", "أولى"),
    2: ("ثاني ثان", "ثانية"),
    3: ("ثالث", "ثالثة"),
    4: ("رابع", "رابعة"),
    5: ("خامس", "خامسة"),
    6: ("سادس", "سادسة"),
    7: ("سابع", "سابعة"),
    8: ("ثامن", "ثامنة"),
    9: ("تاسع", "تاسعة"),
    10: ("عاشر", "عاشرة"),
    11: ("حادي", "حادية"),
}
_ONE_HOUR = ("واحدة",)
"""«الواحدة» is the first hour, though it is no ordinal by form."""
_TEN, _ELEVEN, _TWENTY, _HUNDRED, _THOUSAND = 10, 11, 20, 100, 1000
_PROCLITICS = ("", "و", "ب", "ل", "ف", "وب", "ول", "ك")


class Number(msgspec.Struct, frozen=True):
    """A number with the token after it."""

    value: float
    last: int
    digits: bool
    proclitic: str = ""
    definite: bool = False


class Ordinal(msgspec.Struct, frozen=True):
    """A place in a row with the token after it."""

    value: int
    last: int
    feminine: bool
    definite: bool
    proclitic: str = ""


class _Word(msgspec.Struct, frozen=True):
    value: int
    proclitic: str
    definite: bool
    feminine: bool = False


def _spread(table: dict[int, str]) -> dict[str, int]:
    return {fold(form): value for value, forms in table.items() for form in forms.split()}


@lru_cache(maxsize=1)
def cardinal_words() -> dict[str, _Word]:
    """Every first word of a cardinal as written, with its proclitics."""
    values = {**_spread(_HUNDREDS), **_spread(_THOUSANDS), **_spread(_TENS), **_spread(_ONES)}
    written: dict[str, _Word] = {}
    for form, value in values.items():
        for proclitic in _PROCLITICS:
            written.setdefault(proclitic + form, _Word(value=value, proclitic=proclitic, definite=False))
            written.setdefault(proclitic + "ال" + form, _Word(value=value, proclitic=proclitic, definite=True))
        written.setdefault("لل" + form, _Word(value=value, proclitic="ل", definite=True))
    return written


@lru_cache(maxsize=1)
def ordinal_words() -> dict[str, _Word]:
    """Every first word of an ordinal as written: «الثالث», «للثانية», «والعاشر», «العشرين»."""
    forms: dict[str, tuple[int, bool]] = {}
    for value, (masculine_forms, feminine_forms) in _ORDINALS.items():
        forms.update({fold(form): (value, False) for form in masculine_forms.split()})
        forms.update({fold(form): (value, True) for form in feminine_forms.split()})
    forms.update({fold(form): (1, True) for form in _ONE_HOUR})
    written: dict[str, _Word] = {}
    for form, (value, feminine) in forms.items():
        for proclitic in _PROCLITICS:
            written[proclitic + form] = _Word(value=value, proclitic=proclitic, definite=False, feminine=feminine)
            written[proclitic + "ال" + form] = _Word(value=value, proclitic=proclitic, definite=True, feminine=feminine)
        written["لل" + form] = _Word(value=value, proclitic="ل", definite=True, feminine=feminine)
    # a bare «واحدة» is a number; only «الواحدة» is an hour
    written.pop(fold(_ONE_HOUR[0]), None)
    for form, value in _spread({tens: forms for tens, forms in _TENS.items() if tens in (20, 30)}).items():
        for proclitic in _PROCLITICS:
            written[proclitic + "ال" + form] = _Word(value=value, proclitic=proclitic, definite=True)
        written["لل" + form] = _Word(value=value, proclitic="ل", definite=True)
    return written


def read_cardinal(words: Sequence[str], token: int, last: int) -> Number | None:
    """A number in words up to some thousands: «خمسة وعشرين», «ألفين وثمانية عشر», «ألف وتسعمائة وثمانية وسبعون»."""
    table = cardinal_words()
    start = table.get(words[token]) if token < last else None
    if start is None:
        return None
    total, current, ceiling, at = 0, 0, _THOUSAND * _THOUSAND, token
    word: _Word | None = start
    while word is not None:
        value, after = word.value, at + 1
        if after < last and words[after] in _TEEN and word.value < _TEN:
            value, after = value + _TEN, after + 1
        if after < last and words[after] in _THOUSAND_PLURAL and value < _THOUSAND:
            value, after = (current + value) * _THOUSAND, after + 1
            current = 0
        if not _fits(value, current, ceiling):
            break
        total, current, ceiling, at = _add(total, current, value, ceiling, after)
        word = table.get(words[at]) if at < last else None
        if word is not None and word.proclitic != "و":
            word = None
    if at == token:
        return None
    return Number(value=total + current, last=at, digits=False, proclitic=start.proclitic, definite=start.definite)


def _fits(value: int, current: int, ceiling: int) -> bool:
    """Larger parts come first; only the ones come before the tens («خمسة وعشرين»)."""
    if current == 0:
        return value < ceiling
    return (current % _TEN > 0 and current % _HUNDRED < _TEN and _TWENTY <= value < _HUNDRED) or (
        current % _HUNDRED == 0 and value < _HUNDRED
    )


def _add(total: int, current: int, value: int, ceiling: int, after: int) -> tuple[int, int, int, int]:
    if value >= _THOUSAND:
        return total + value, 0, _THOUSAND, after
    return total, current + value, ceiling, after


def read_ordinal(words: Sequence[str], token: int, last: int) -> Ordinal | None:
    """«الثالث», «الحادي عشر», «الثاني والعشرين», «للثانية والعشرين», «العشرين»."""
    table = ordinal_words()
    word = table.get(words[token]) if token < last else None
    if word is None:
        return None
    value, after = word.value, token + 1
    following = words[after] if after < last else ""
    if following in _TEEN and value <= _ELEVEN and value != _TEN:
        value, after = (1 if value == _ELEVEN else value) + _TEN, after + 1
    elif following.startswith("و") and (tens := _tens(following[1:])):
        value, after = (1 if value == _ELEVEN else value) + tens, after + 1
    elif value == _ELEVEN:
        return None
    return Ordinal(value=value, last=after, feminine=word.feminine, definite=word.definite, proclitic=word.proclitic)


def _tens(word: str) -> int:
    found = cardinal_words().get(word)
    return found.value if found and found.definite and _TWENTY <= found.value < _HUNDRED else 0

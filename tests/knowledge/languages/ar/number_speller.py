"""Spells numbers in Arabic in many of the ways that people write them; the tests read them back.

Our own speller beside num2words, because that one has gaps («ثلاثمائة و مليون مليون») and one spelling only.
"""

from collections.abc import Callable, Sequence

Choose = Callable[[Sequence[str]], str]

UNITS = {
    1: ("واحد", "واحدة", "واحدا"),
    2: ("اثنان", "اثنين", "اثنتان", "اثنتين", "إثنان"),
    3: ("ثلاثة", "ثلاث"),
    4: ("أربعة", "أربع", "اربعه"),
    5: ("خمسة", "خمس"),
    6: ("ستة", "ست"),
    7: ("سبعة", "سبع"),
    8: ("ثمانية", "ثماني", "ثمان"),
    9: ("تسعة", "تسع"),
    10: ("عشرة", "عشر"),
}
TEEN_UNITS = {**UNITS, 1: ("أحد", "إحدى"), 2: ("اثنا", "اثني", "اثنتا", "اثنتي", "إثنى")}
TENS = {
    20: ("عشرون", "عشرين"),
    30: ("ثلاثون", "ثلاثين"),
    40: ("أربعون", "أربعين"),
    50: ("خمسون", "خمسين"),
    60: ("ستون", "ستين"),
    70: ("سبعون", "سبعين"),
    80: ("ثمانون", "ثمانين"),
    90: ("تسعون", "تسعين"),
}
HUNDREDS = {
    1: ("مئة", "مائة", "ميه"),
    2: ("مئتان", "مئتين", "مائتان", "مائتين"),
    3: ("ثلاثمئة", "ثلاثمائة", "ثلاث مئة", "ثلاث مائة", "ثلاث مئات"),
    4: ("أربعمئة", "أربعمائة", "أربع مئة"),
    5: ("خمسمئة", "خمسمائة", "خمس مئة"),
    6: ("ستمئة", "ستمائة", "ست مائة"),
    7: ("سبعمئة", "سبعمائة", "سبع مئة"),
    8: ("ثمانمئة", "ثمانمائة", "ثماني مئة", "ثمانيمئة"),
    9: ("تسعمئة", "تسعمائة", "تسع مئة"),
}
SCALES = (
    (10**12, ("تريليون", "ترليون"), ("تريليونان", "تريليونين"), ("تريليونات",), ("تريليونا", "تريليون")),
    (10**9, ("مليار", "بليون"), ("ملياران", "مليارين"), ("مليارات", "بلايين"), ("مليارا", "مليار")),
    (10**6, ("مليون",), ("مليونان", "مليونين"), ("ملايين",), ("مليونا", "مليون")),
    (10**3, ("ألف", "الف"), ("ألفان", "ألفين"), ("آلاف", "الاف"), ("ألفا", "ألفاً", "ألف")),
)
AND = (" و", " و ")


def spell(number: int, choose: Choose) -> str:
    """A whole number up to 10**15 in words."""
    if number == 0:
        return "صفر"
    parts: list[str] = []
    for scale, one, two, few, many in SCALES:
        count, number = divmod(number, scale)
        if count == 1:
            parts.append(choose(one))
        elif count == 2:
            parts.append(choose(two))
        elif count:
            noun = few if 3 <= count % 100 <= 10 else one if count % 100 < 3 else many
            parts.append(f"{_below_thousand(count, choose)} {choose(noun)}")
    if number:
        parts.append(_below_thousand(number, choose))
    return "".join([parts[0], *(choose(AND) + part for part in parts[1:])])


def _below_thousand(number: int, choose: Choose) -> str:
    hundreds, rest = divmod(number, 100)
    parts = ([choose(HUNDREDS[hundreds])] if hundreds else []) + ([_below_hundred(rest, choose)] if rest else [])
    return choose(AND).join(parts)


def _below_hundred(number: int, choose: Choose) -> str:
    tens, unit = divmod(number, 10)
    if number <= 10:
        return choose(UNITS[number])
    if tens == 1:
        return f"{choose(TEEN_UNITS[unit])} {choose(('عشر', 'عشرة'))}"
    if not unit:
        return choose(TENS[number])
    return choose(UNITS[unit]) + choose(AND) + choose(TENS[tens * 10])

"""Numbers in digits: separators of every habit, decimals, groups with spaces, powers, and what is no number.

«1,234», «1.234.567», «١،٢٣٤», «12 345», «2ر5», «1.5e3» are numbers. Telephone numbers, dates with dashes, clock times,
and digits written onto letters («إف16», «25مل») are codes: they are passed over.
"""

import re
from math import log10

from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers_context import GLUED_AFTER, GLUED_BEFORE
from hudna.knowledge.languages.ar.numbers_words import fraction_word, number_word
from hudna.model import Example, Rule
from hudna.reading.engine.record import Record
from hudna.reading.split import Text

Value = int | float

_CLUSTER = re.compile(r"([0-9]+)((?:[.,،٬٫'’][0-9]+)*)")
_PART = re.compile(r"[.,،٬٫'’]|[0-9]+")
_DECIMAL_LETTER = re.compile(r"ر([0-9]{1,3})(?![0-9])")
_SPACED = re.compile(r"(?: [0-9]{3}){1,6}(?![0-9])(?! [0-9])")
_REVERSED = re.compile(r"((?: [0-9]{3}){0,6}) ([1-9][0-9]{0,2})(?![0-9])(?! [0-9])")
_EXPONENT = re.compile(r"[eE]([+-]?[0-9]{1,2})(?![0-9A-Za-z])")
_POWER = re.compile(r"\^(-?)([0-9]+(?:[.,٫][0-9]+)?)")
_CODE = re.compile(
    r"\+ ?(?:[0-9]{7,}|[0-9]+(?:[ \-/]+[0-9]+){2,})"  # +994 12 345 67 89
    r"|[0-9]+(?:-[0-9]+){2,}"  # 2023-09-20, 050-123-45-67
    r"|[0-9]+-0[0-9]*"  # 1995-01
    r"|00?[0-9]+(?:[ \-/][0-9]+)+"  # 00961 3 123456
    r"|[0-9]+(?::[0-9]+)+"  # 14:30
    r"|0[0-9]+(?![0-9.,٫])|[0-9]{19,}"
)
_LATIN_UNITS = frozenset(("km", "Km", "KM", "kg", "mm", "cm", "m"))
_LONG_WORD = 3
_GROUP = 3
_YEARS = range(1800, 2200)
_THOUSANDS_ONLY = frozenset("٬'’")
_MOST_GROUPS, _MOST_DIGITS = 6, 18
_LARGEST_EXPONENT = 18


class DigitsFound(Record, frozen=True):
    """A number in digits at tokens `first` to before `last`."""

    first: int
    last: int
    value: Value
    repaired: bool = False
    """True for «960 1», the groups of 1960 turned round by a page."""
    thousands: int | None = None
    """What «1.200» is when people are counted: nobody counts them in thousandths."""


def code_end(text: Text, token: int, last: int) -> int | None:
    """The token after a telephone number, date or other code that starts here and ends before `last`, or None."""
    match = _CODE.match(text.folded.text, text.starts[token], text.ends[last - 1])
    return _token_at(text, token, match.end()) if match else None


def read_digits(text: Text, token: int, last: int) -> DigitsFound | None:
    """The number in digits whose first run of digits is the word at `token`; None when it is part of something else."""
    word = text.words[token]
    if not ("0" <= word[0] <= "9") or not _starts_well(text, token):
        return None
    found = _read(text, token)
    if found is None or found.last > last or not _ends_well(text, found.last):
        return None
    return found


def _read(text: Text, token: int) -> DigitsFound | None:
    folded = text.folded.text
    match = _CLUSTER.match(folded, text.starts[token])
    if match is None:
        return None
    found = _grouped(_PART.findall(match.group()))
    if found is None:
        return None
    value, thousands = found
    if _leading_point(text, token):
        return DigitsFound(token - 1, _token_at(text, token, match.end()), float(f"0.{match.group(1)[:_MOST_DIGITS]}"))
    if not match.group(2):
        spaced = _with_spaces(text, token, match.end())
        if spaced is not None:
            return spaced
    value, end = _raised(value, folded, match.end())
    return DigitsFound(token, _token_at(text, token, end), value, thousands=thousands if end == match.end() else None)


def _grouped(parts: list[str]) -> tuple[Value, int | None] | None:
    """The value of groups and separators, and the other reading of «1.200»; None when they make no number."""
    groups, marks = parts[::2], parts[1::2]
    whole_groups = len(groups[0]) <= _GROUP and groups[0][0] != "0" and all(len(g) == _GROUP for g in groups[1:])
    if len(groups) > _MOST_GROUPS or max(map(len, groups)) > _MOST_DIGITS:
        return None
    if not marks:
        return int(groups[0]), None
    if len(marks) == 1:
        return _one_mark(groups, marks[0], whole_groups=whole_groups)
    if whole_groups and len(set(marks)) == 1 and marks[0] != "٫":
        return int("".join(groups)), None
    thousands = len(groups[0]) <= _GROUP and all(len(g) == _GROUP for g in groups[1:-1])
    if thousands and len(set(marks[:-1])) == 1 and marks[-1] != marks[0]:
        return float(f"{''.join(groups[:-1])}.{groups[-1]}"), None
    return None


def _one_mark(groups: list[str], mark: str, *, whole_groups: bool) -> tuple[Value, int | None] | None:
    decimal = float(f"{groups[0]}.{groups[1]}")
    if mark in _THOUSANDS_ONLY:
        return (int("".join(groups)), None) if whole_groups else None
    if mark in ",،":
        if len(groups[0]) > _GROUP and int(groups[0]) in _YEARS:
            return None  # «عام 2005,20 قتيلا»: a comma without its space
        return (int("".join(groups)), None) if whole_groups else (decimal, None)
    return decimal, int("".join(groups)) if mark == "." and whole_groups else None


def _with_spaces(text: Text, token: int, end: int) -> DigitsFound | None:
    """«12 345», «1 234 567» and «960 1 شخصا»."""
    folded, word = text.folded.text, text.words[token]
    follows_digits = token > 0 and text.words[token - 1].isdecimal() and not text.glued(token)
    if len(word) > _GROUP or word[0] == "0" or follows_digits:
        return None
    match = _SPACED.match(folded, end)
    if match and match.end() - end <= (_GROUP + 1) * _MOST_GROUPS:
        groups = word + match.group().replace(" ", "")
        return DigitsFound(token, _token_at(text, token, match.end()), int(groups))
    match = _REVERSED.match(folded, end) if len(word) == _GROUP else None
    if match is None or len(match.group()) > (_GROUP + 1) * _MOST_GROUPS:
        return None
    after = _token_at(text, token, match.end())
    noun = counted_word(text.words[after]) if after < len(text.words) else None
    if noun is None or noun.proclitic:
        return None
    groups = "".join([match.group(2), *reversed(match.group(1).split()), word])
    return DigitsFound(token, after, int(groups), repaired=True)


def _raised(value: Value, folded: str, end: int) -> tuple[Value, int]:
    """«2ر5», «1.5e3», «2^10»."""
    letter = _DECIMAL_LETTER.match(folded, end)
    if letter and isinstance(value, int):
        return float(f"{value}.{letter.group(1)}"), letter.end()
    exponent = _EXPONENT.match(folded, end)
    if exponent and abs(int(exponent.group(1))) <= _LARGEST_EXPONENT:
        return float(f"{value}e{exponent.group(1)}"), exponent.end()
    power = _POWER.match(folded, end)
    if power is None:
        return value, end
    raised = float(power.group(2).replace(",", ".").replace("٫", ".")) * (-1 if power.group(1) else 1)
    if value == 0 or abs(raised * log10(value)) > _LARGEST_EXPONENT:
        return value, end
    return float(value) ** raised, power.end()


def _leading_point(text: Text, token: int) -> bool:
    """«.77» and «٫٧٧», not «قتلى.77»."""
    return (
        text.glued(token)
        and text.words[token - 1] in {".", "٫"}
        and not text.glued(token - 1)
        and counted_word(text.words[token + 1] if token + 1 < len(text.words) else "") is None
    )


def _starts_well(text: Text, token: int) -> bool:
    if not text.glued(token):
        return True
    before = text.words[token - 1]
    if before[0].isascii() and before[0].isalpha():
        return False
    if before[0].isalpha():
        return before in GLUED_BEFORE or len(before) >= _LONG_WORD
    glued_further = text.glued(token - 1)
    earlier = text.words[token - 2] if glued_further else ""
    if before in {"-", "–", "_"} and glued_further and earlier[0].isalpha():
        return False  # «إف-16», «كوفيد-19»
    return not (before in ".,،٫٬:'’" and earlier[:1].isdecimal())


def _ends_well(text: Text, token: int) -> bool:
    if token >= len(text.words) or not text.glued(token):
        return True
    after = text.words[token]
    if after[0].isascii() and after[0].isalpha():
        return after in _LATIN_UNITS
    if after[0].isalpha():
        return after in GLUED_AFTER or bool(counted_word(after) or number_word(after) or fraction_word(after))
    further = text.words[token + 1] if token + 1 < len(text.words) and text.glued(token + 1) else ""
    return not (after in {"_", "@"} or (after in ":-" and further[:1].isalpha() and further[:1].isascii()))


def _token_at(text: Text, token: int, end: int) -> int:
    """The first token that begins at or after a folded offset."""
    while token < len(text.words) and text.starts[token] < end:
        token += 1
    return token


# --- rules, with examples that run as tests --------------------------------------------------------------------------

DIGITS = Rule(
    name="digits",
    reason="Digits of both sets, grouped and with decimals as Arab pages write them.",
    reads=(
        Example("في 12 موقعا", "12..12 exact cardinal position"),
        Example("١٬٢٣٤ شخصا", "1234..1234 exact cardinal person"),
        Example("1,234 شخصا", "1234..1234 exact cardinal person"),
        Example("سكانها ١،٢٣٤،٥٦٧", "1234567..1234567 exact cardinal -"),
        Example("12 345 لاجئا", "12345..12345 exact cardinal refugee"),
        Example("بلغ العدد 960 1 شخصا", "1960..1960 exact cardinal person"),
        Example("1.200 شخص", "1200..1200 exact cardinal person"),
        Example("بلغ ٢,٥", "2.5..2.5 exact cardinal -"),
        Example("وزنه 2ر5", "2.5..2.5 exact cardinal -"),
        Example("-4 قتلى", "4..4 exact cardinal person"),
        Example("قتل 16جنديا", "16..16 exact cardinal soldier"),
        Example("3e2", "300..300 exact cardinal -"),
    ),
    ignores=(
        "هاتف +374 10 123 456",
        "طائرة إف-16",
        "طائرات إف16",
        "في 2023-09-20",
        "عند 14:30",
        "25مل",
    ),
)

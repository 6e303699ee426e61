"""Names of acts that sides choose: «مكافحة الإرهاب», «عدوان»."""

import re
from collections.abc import Iterable
from functools import cache

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases, table

_LETTER = "[ء-ي]"
_BEFORE = rf"(?<!{_LETTER})[وفبلك]?(?:ال|لل)?"
"""What may stand before a name as a part of its first word."""


@cache
def act_names() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Each name of an act as people write it, with a pattern for folded text; longer ones first."""
    found = [(phrases("naming", "acts", key)[0], phrases("naming", "acts", key)) for key in table("naming")["acts"]]
    return tuple((name, pattern_of(forms)) for name, forms in found)


def pattern_of(forms: Iterable[str]) -> re.Pattern[str]:
    """A pattern that finds any of these forms as whole words of a folded text, with proclitics."""
    folded = sorted({fold(form) for form in forms}, key=lambda form: (-len(form), form))
    return re.compile(f"{_BEFORE}(?:{'|'.join(map(re.escape, folded))})(?!{_LETTER})")

"""Which script a text is written in, as far as the next room needs to know."""

import re

_ARABIC = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]+")
_OTHER = re.compile("[\u0370-\u058f\u0590-\u05ff\u0700-\u1fff\u2d00-\ua4cf\uac00-\ud7af]+")
_NOT_ARABIC = re.compile("[پچژگٹڈڑںھێۆ]+")
"""Letters of Persian, Urdu and Kurdish that Arabic uses only in foreign names.

Not ی and ک: Arabic pages typed on a Persian keyboard are full of them.
"""

SAMPLE = 500
"""Characters that are looked at, at the start, in the middle and at the end each: a page may begin with its menu and
end with comments, but the middle is the article's."""
FOREIGN_SHARE = 0.01
"""Of the letters. In our own Arabic test articles: 0; in Persian prose the four letters پ چ ژ گ make over 2%."""
ENOUGH = 100
"""Letters below which that share says nothing: one Persian name in a headline."""


def language_of(text: str) -> str:
    """The language as far as letters tell: ``ar``, ``latin`` (some language in Latin letters) or ``und``."""
    middle = len(text) // 2
    sample = text if len(text) <= 3 * SAMPLE else text[:SAMPLE] + text[middle : middle + SAMPLE] + text[-SAMPLE:]
    arabic, latin, other = _count(_ARABIC, sample), _count(_LATIN, sample), _count(_OTHER, sample)
    if arabic + latin + other == 0 or other > max(arabic, latin):
        return "und"
    if latin > arabic:
        return "latin"
    persian = _count(_NOT_ARABIC, sample)
    return "und" if arabic >= ENOUGH and persian > FOREIGN_SHARE * arabic else "ar"


def _count(letters: re.Pattern[str], text: str) -> int:
    """How many letters of a script; found in runs, faster than one by one."""
    return len("".join(letters.findall(text)))

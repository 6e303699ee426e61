"""Arabic spelling: which letters count as one, which signs do not count, and what a word is.

Folding is for matching only; what people see is always the preserved text. Source of the letter classes: the spelling
variants that Arabic news really shows (field-guide 5.1); hamza on its seat (ؤ، ئ) is kept, because it tells words
apart.
"""

import re
import unicodedata
from functools import lru_cache

ARTICLE = "ال"

CUT = (
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"  # marks
    "\u0640"  # tatweel
    "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # joiners, direction marks, soft hyphen
)
"""Character class of signs that carry no letter."""

LETTERS = "\u0621-\u063a\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
"""Character class of Arabic letters after folding."""

_MERGED = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ة": "ه",
    "ہ": "ه",
    "ۀ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ک": "ك",
    "ڪ": "ك",
    **{chr(0x660 + digit): str(digit) for digit in range(10)},
    **{chr(0x6F0 + digit): str(digit) for digit in range(10)},
    **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
    "٪": "%",
    **dict.fromkeys(
        "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " "
    ),
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
}

PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"
"""Character class of ready-joined letter shapes, which PDF text holds; one of them may be several letters."""

_WORD = 40
_CUT_RE = re.compile(f"[{CUT}]+")
_PRESENTATION_RE = re.compile(f"[{PRESENTATION}]")


def unjoin(shape: str) -> str:
    """The plain letters of one presentation form («ﻻ» is «لا»), without marks and stray spaces."""
    return _CUT_RE.sub("", unicodedata.normalize("NFKC", shape)).replace(" ", "") or " "


def merge_letters(text: str) -> str:
    """Replace every letter by the head of its class, one for one: the length does not change."""
    for letter, head in _MERGED.items():
        if letter in text:
            text = text.replace(letter, head)
    return text


def fold(text: str) -> str:
    """The form in which words are compared. Folding twice changes nothing.

    Use `hudna.reading.normalise` where offsets back to the text are needed.
    """
    return _fold_word(text) if len(text) <= _WORD else _fold(text)


@lru_cache(maxsize=65_536)
def _fold_word(word: str) -> str:
    """Words of tables are folded again and again by those who compare with them."""
    return _fold(word)


def _fold(text: str) -> str:
    if _PRESENTATION_RE.search(text):
        text = _PRESENTATION_RE.sub(lambda shape: unjoin(shape.group()), text)
    return merge_letters(_CUT_RE.sub("", text))

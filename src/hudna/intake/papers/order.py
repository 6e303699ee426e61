"""From what stands side by side to what is read: the order of letters in a line that runs from right to left.

A PDF has no reading order. Most makers draw Arabic from left to right, letter by letter or word by word, so a line
that is collected reads backwards, while numbers and Latin words in it do not. Some makers keep the letters of a word in
reading order. Which of the two it is, is told from the words: «ة» and «ى» end words and begin none, «ال» begins them.
"""

import re
import unicodedata
from collections.abc import Sequence

from hudna.intake.papers.glyphs import Piece
from hudna.knowledge.languages.ar.spelling import LETTERS, PRESENTATION

_ARABIC = re.compile(f"[{LETTERS}{PRESENTATION}]")
_SHAPES = re.compile(f"[{PRESENTATION}]+")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_PAIRS = (("«", "»"), ("(", ")"), ("[", "]"))
_NUMBER = r"[0-9\u0660-\u0669\u06f0-\u06f9]+(?:[.,:/٫٬-][0-9\u0660-\u0669\u06f0-\u06f9]+)*%?"
_WORD = r"[A-Za-z\u00c0-\u024f0-9@_.+&'/:-]*[A-Za-z\u00c0-\u024f][A-Za-z\u00c0-\u024f0-9@_.+&'/:-]*"
_RIGHTWARD = re.compile(f"{_WORD}(?: +(?:{_WORD}|[0-9]+))*|{_NUMBER}")
"""What runs from left to right inside such a line: numbers each by itself, Latin words together."""
_GAP = 0.2
"""Of the letters' height, from which a gap between two pieces is a space. Justified letters leave up to a tenth."""
_ENDS, _BEGINS = re.compile("[ةىﺔﺓﻰﻯ](?= |$)"), re.compile("(?:^| )(?:[وفبك]?ال|[إأ])")
_WRONG = re.compile("(?:^| )[ةىﺔﺓﻰﻯ]|لا(?= |$)|[إأ](?= |$)")


def read_line(pieces: Sequence[Piece], *, turned: bool) -> str:
    """The text of one line.

    Args:
        pieces: What is drawn on it, in any order.
        turned: Whether the letters of a piece stand as they are drawn (True) or as they are read.
    """
    placed = sorted(pieces, key=lambda piece: piece.left)
    strings = [piece.glyphs if turned else tuple(reversed(piece.glyphs)) for piece in placed]
    if not any(_ARABIC.search(glyph) for glyphs in strings for glyph in glyphs):
        return "".join(_spaced(placed, [piece.glyphs for piece in placed])).strip()
    glyphs = list(_spaced(placed, [_kept(piece, order) for piece, order in zip(placed, strings, strict=True)]))
    text = "".join(reversed(glyphs))
    text = _RIGHTWARD.sub(lambda run: run[0][::-1], text)
    return _unshaped(_paired(" ".join(text.split())))


def _kept(piece: Piece, order: tuple[str, ...]) -> tuple[str, ...]:
    """Letters of a piece as they are drawn; Latin ones and digits are drawn as they are read."""
    return order if any(_ARABIC.search(glyph) for glyph in piece.glyphs) else piece.glyphs


def _spaced(placed: Sequence[Piece], strings: Sequence[tuple[str, ...]]) -> list[str]:
    """All glyphs from left to right, with a space where a gap is wide enough for one."""
    found: list[str] = []
    right = None
    for piece, glyphs in zip(placed, strings, strict=True):
        if right is not None and piece.left - right > _GAP * piece.height:
            found.append(" ")
        found.extend(glyphs)
        right = piece.right if right is None else max(right, piece.right)
    return found


def _paired(text: str) -> str:
    """Brackets and quotation marks that stand the wrong way round are turned: some makers name shapes, not signs."""
    for opens, closes in _PAIRS:
        first_open, first_close = text.find(opens), text.find(closes)
        if first_close >= 0 and (first_open < 0 or first_close < first_open) and text.rfind(opens) > first_close:
            text = text.translate({ord(opens): closes, ord(closes): opens})
    return text


def _unshaped(text: str) -> str:
    """Letters for ready-joined shapes; a lam-alef becomes its two letters."""
    return _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes[0]), text)


def is_turned(lines: Sequence[Sequence[Piece]]) -> bool:
    """Whether the letters of a page stand as they are drawn, told from its words; so do most."""
    drawn, read = (sum(_fits(read_line(line, turned=turned)) for line in lines) for turned in (True, False))
    return drawn >= read


def _fits(text: str) -> int:
    return len(_ENDS.findall(text)) + len(_BEGINS.findall(text)) - 2 * len(_WRONG.findall(text))

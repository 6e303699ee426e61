"""What a PDF page draws where.

pypdf's own text of a page puts Arabic words in the wrong order when they are drawn one by one, so only its machinery
below that is used: fonts, their tables of letters, and the places of what is drawn.
"""

import itertools
from collections.abc import Iterator
from typing import Any

import msgspec
from pypdf import PageObject
from pypdf._text_extraction._layout_mode._fixed_width_page import recurse_to_target_op
from pypdf._text_extraction._layout_mode._text_state_manager import TextStateManager
from pypdf.generic import ContentStream

MOST_PIECES = 200_000
"""Of one page, at most a letter each. A dense newspaper page has 20,000."""


class Piece(msgspec.Struct, frozen=True):
    """Glyphs that are drawn in one go, from left to right."""

    left: float
    right: float
    bottom: float
    height: float
    glyphs: tuple[str, ...]
    """What each stands for; a ligature for several letters."""


def pieces_of(page: PageObject) -> list[Piece]:
    """Everything that a page draws in letters, without what is turned.

    Raises:
        Exception: whatever pypdf raises on a broken page.
    """
    contents: Any = page.get("/Contents")
    if contents is None:
        return []
    fonts = page._layout_mode_fonts()  # noqa: SLF001 - pypdf offers places of glyphs nowhere else; pinned below 8
    operations = iter(ContentStream(contents.get_object(), page.pdf, "bytes").operations)
    return list(itertools.islice(_drawn(operations, fonts), MOST_PIECES))


def _drawn(operations: Iterator[Any], fonts: dict[str, Any]) -> Iterator[Piece]:
    state = TextStateManager()
    for first in operations:
        rest = itertools.chain([first], operations)
        _, shown = recurse_to_target_op(rest, state, b"Q", fonts, strip_rotated=True)
        for one in shown:
            if one.rotated or not one.font.interpretable or not one.text:
                continue
            height = abs(one.font_height) or 1.0
            left, right = sorted((one.tx, one.displaced_tx))
            yield Piece(left=left, right=right, bottom=one.ty, height=height, glyphs=_glyphs(one))


def _glyphs(shown: Any) -> tuple[str, ...]:  # noqa: ANN401 - a type of pypdf's own
    """One string for each glyph; pypdf itself keeps only all of them together."""
    codes = shown._raw_chars  # noqa: SLF001
    if isinstance(shown.value, bytes) and not isinstance(shown.font.encoding, str):
        codes = [shown.font.encoding.get(byte, chr(byte)) for byte in shown.value]
    found = tuple(shown.font.character_map.get(code, code) for code in codes)
    return found if "".join(found) == shown.text else tuple(shown.text)

"""Pieces to lines, lines to paragraphs; columns from right to left."""

from collections.abc import Sequence

from hudna.intake.papers.glyphs import Piece
from hudna.intake.papers.order import is_turned, read_line

_SAME_LINE = 0.5
"""Of the letters' height by which pieces of one line may stand higher or lower."""
_NEXT_LINE = 1.9
"""Of the letters' height, up to which the next line can belong to the same paragraph."""
_FULL = 0.8
"""Of the column's width from which a line is full, so that the next one goes on with it."""
_WHOLE = 0.95
"""Of the column's width: a line that ends a sentence there goes on all the same."""
_ONE_SIZE = 0.15
"""Of the letters' height by which lines of a paragraph may differ in size."""
_GUTTER = 1.2
"""Of the letters' height: the narrowest gap between columns."""
_LEAST = 6
"""Lines that a page needs before it can have columns."""
_CROSSING = 0.15
"""Share of lines that may run across the gap between columns: headlines."""
_SLOTS = 200
_ENDINGS = (".", "!", "؟", "?", ":", "…")


def paragraphs(pieces: Sequence[Piece]) -> list[str]:
    """The paragraphs of a page, in reading order."""
    shown = [piece for piece in pieces if "".join(piece.glyphs).strip()]
    if not shown:
        return []
    turned = is_turned(_lines(shown))
    return [text for column in _columns(shown) for text in _joined(_lines(column), turned=turned)]


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Pieces that stand on one height, from the top."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.bottom):
        if lines and abs(lines[-1][0].bottom - piece.bottom) <= _SAME_LINE * max(piece.height, lines[-1][0].height):
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return lines


def _columns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The page's columns, the right one first; one when nothing parts it."""
    lines = _lines(pieces)
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    gap = _gutter(lines, left, right)
    if gap is None:
        return [list(pieces)]
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for piece in pieces:
        sides[piece.right <= gap].append(piece)
    return [side for side in sides if side]


def _gutter(lines: Sequence[Sequence[Piece]], left: float, right: float) -> float | None:
    """Where a gap runs down the middle of the page that hardly a line crosses."""
    if len(lines) < _LEAST or right - left <= 0:
        return None
    step = (right - left) / _SLOTS
    crossed = [0] * _SLOTS
    for line in lines:
        taken: set[int] = set()
        for piece in line:
            taken.update(range(int((piece.left - left) / step), min(_SLOTS, int((piece.right - left) / step) + 1)))
        for slot in taken:
            crossed[slot] += 1
    height = sorted(line[0].height for line in lines)[len(lines) // 2]
    least = max(1, int(_GUTTER * height / step))
    run = 0
    for slot in range(int(0.3 * _SLOTS), int(0.7 * _SLOTS)):
        run = run + 1 if crossed[slot] <= _CROSSING * len(lines) else 0
        if run >= least:
            return left + (slot - run / 2) * step
    return None


def _joined(lines: Sequence[Sequence[Piece]], *, turned: bool) -> list[str]:
    """Lines that go on in the next one are put together."""
    wide = max((_span(line)[1] - _span(line)[0] for line in lines), default=0.0)
    found: list[str] = []
    before: Sequence[Piece] | None = None
    for line in lines:
        text = read_line(line, turned=turned)
        if found and before is not None and _goes_on(before, line, found[-1], wide):
            found[-1] = f"{found[-1]} {text}"
        else:
            found.append(text)
        before = line
    return [text for text in found if text]


def _goes_on(before: Sequence[Piece], line: Sequence[Piece], text: str, wide: float) -> bool:
    (left, right), height = _span(before), max(piece.height for piece in before)
    near = before[0].bottom - line[0].bottom <= _NEXT_LINE * height
    alike = abs(max(piece.height for piece in line) - height) <= _ONE_SIZE * height
    full = right - left >= _FULL * wide
    return near and alike and full and not (text.endswith(_ENDINGS) and right - left < _WHOLE * wide)


def _span(line: Sequence[Piece]) -> tuple[float, float]:
    return min(piece.left for piece in line), max(piece.right for piece in line)

"""Who says how many were killed: a line from lowest to highest for each speaker, an arrow where the top is open.

Every figure stands alone: nothing is added, nothing averaged.
"""

import math
from collections.abc import Iterator, Sequence

from markupsafe import Markup

from hudna.model import Event, Figure
from hudna.publish.report.counting import figure_words, people_words
from hudna.publish.report.desk import Desk
from hudna.publish.report.pictures.svg import INK, Picture, drawing, element, label, line

WIDTH, ROW, TOP, BOTTOM = 720, 20, 8, 26
NAMES = 300
"""Units left for the speakers' names."""
LETTER = 0.56
"""Width of a letter, as a part of its size: a longer name is written smaller, never cut."""
MOST = 24
"""Rows that a reader can compare; the table below has all."""
_TWO = 2


def draw_killed(desk: Desk) -> Picture | None:
    """None where nobody is told to have been killed by at least two figures."""
    told = list(_told(desk))
    rows = told[:MOST]
    most = max((_top(figure) for _, figure in rows), default=0)
    if len(rows) < _TWO or not most:
        return None
    height = TOP + ROW * (len(rows) + len({event.id for event, _ in rows})) + BOTTOM
    parts = [*_axis(most, height), *_rows(desk, rows, most)]
    return drawing(parts, alt=desk.words("picture.killed"), width=WIDTH, height=height)


def _told(desk: Desk) -> Iterator[tuple[Event, Figure]]:
    """Figures of the killed that nobody replaced and that are no part of another, by event and speaker."""
    for event in desk.material.shown:
        seen = set()
        for one in sorted(event.figures, key=lambda one: (desk.names.order(one.speaker), one.lo or 0, one.hi or 0)):
            key = (one.speaker, one.lo, one.hi, one.bound, one.who, one.side)
            standing = one.modality == "actual" and one.superseded_by is None and one.subset_of is None
            if one.measure == "killed" and standing and one.claim in desk.shown and _top(one) and key not in seen:
                seen.add(key)
                yield event, one


def _top(figure: Figure) -> int:
    return max(figure.lo or 0, figure.hi or 0)


def _x(value: float, most: int) -> float:
    return NAMES + (WIDTH - NAMES - 120) * math.sqrt(max(value, 0) / most)


def _axis(most: int, height: int) -> Iterator[Markup]:
    """Square roots: one and a hundred fit one picture, and nobody's figure vanishes."""
    for value in sorted({0, most // 16, most // 4, most}):
        yield line(_x(value, most), TOP, _x(value, most), height - BOTTOM, stroke_opacity=0.2)
        yield label(_x(value, most), height - BOTTOM + 14, f"{value:,}", size=10, anchor="middle", fill_opacity=0.7)


def _rows(desk: Desk, rows: Sequence[tuple[Event, Figure]], most: int) -> Iterator[Markup]:
    y, before = float(TOP), None
    for event, figure in rows:
        if event.id != before:
            before = event.id
            y += ROW
            yield label(6, y - 5, desk.event_title(event).striptags(), size=11, font_weight="bold")
        y += ROW
        yield from _figure(desk, figure, y - ROW / 2, most)


def _figure(desk: Desk, figure: Figure, y: float, most: int) -> Iterator[Markup]:
    low, high = figure.lo, figure.hi
    start = _x(low if low is not None else 0, most)
    end = _x(high if high is not None else _top(figure), most)
    name = desk.names.speaker(figure.speaker).striptags()
    yield label(NAMES - 8, y + 4, name, size=min(11.0, (NAMES - 14) / (LETTER * len(name))), anchor="end")
    yield line(start, y, end, y, stroke_width=5, stroke_opacity=0.55)
    for x in {start, end}:
        yield element("circle", cx=x, cy=y, r=4, fill=INK)
    if high is None:
        yield line(end, y, end + 22, y, stroke_dasharray="3 3", stroke_width=2)
        yield element("path", d=f"M {end + 22:.1f} {y - 4:.1f} l 7 4 l -7 4 z", fill=INK)
    people = people_words(figure, desk.words)
    told = figure_words(figure, desk.words)
    words = desk.words("page.parenthesis", what=told, value=people) if people else told
    yield label(end + (34 if high is None else 9), y + 4, words.striptags(), size=10.5, fill_opacity=0.85)

"""SVG as text: elements with escaped values, nothing that a page must fetch, nothing that runs.

Every text is anchored from the left whatever its script: browsers turn «start» round in a right-to-left page, other
renderers do not. What stands inside a text keeps its own direction by isolates.
"""

from collections.abc import Iterable

import msgspec
from markupsafe import Markup

from hudna.publish.report.wording import clean

INK = "currentColor"


class Picture(msgspec.Struct, frozen=True):
    """One drawing."""

    svg: Markup
    alt: Markup
    width: int
    height: int
    """In units of the drawing; it is shown as wide as the column."""


def element(name: str, content: Iterable[Markup] | str = (), /, **attributes: object) -> Markup:
    """One element; `_` in a name stands for `-`."""
    told = Markup("").join(
        Markup(' {}="{}"').format(key.rstrip("_").replace("_", "-"), _short(value)) for key, value in attributes.items()
    )
    inside = Markup("{}").format(content) if isinstance(content, str) else Markup("").join(content)
    return Markup("<{}{}>{}</{}>").format(Markup(name), told, inside, Markup(name))  # noqa: S704 - names are ours


def _short(value: object) -> object:
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else value


def label(x: float, y: float, words: str, *, size: float = 12, anchor: str = "start", **more: object) -> Markup:
    """Words at a point; `anchor` is the end of the words that stands there: start is left, end is right."""
    shown = f"\u2068{words}\u2069" if any(letter > "\u0590" for letter in words) else words
    return element("text", shown, x=x, y=y, font_size=size, text_anchor=anchor, fill=INK, **more)


def line(x1: float, y1: float, x2: float, y2: float, **more: object) -> Markup:
    """A straight line in ink."""
    looks = {"stroke": INK, "stroke_width": 1, **more}
    return element("line", (), x1=x1, y1=y1, x2=x2, y2=y2, **looks)


def drawing(parts: Iterable[Markup], *, alt: Markup, width: int, height: int) -> Picture:
    """The whole picture."""
    svg = element(
        "svg",
        [element("title", alt.striptags()), *parts],
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="img",
        direction="ltr",
        font_family="IBM Plex Sans Arabic, Noto Sans Arabic, sans-serif",
    )
    return Picture(svg=Markup(clean(svg)), alt=alt, width=width, height=height)  # noqa: S704 - what was escaped stays so

"""Figures in words: «at least 32», «more than 200», «من 50 إلى 60»."""

from markupsafe import Markup

from hudna.model import Count, Figure
from hudna.publish.report.wording import Words

_VAGUE = frozenset({"dozens", "hundreds", "thousands", "several"})
ANYBODY = frozenset({None, "person"})
"""People of whom nothing narrower is said."""


def figure_words(figure: Figure | Count, words: Words) -> Markup:
    """The number with its bound; never narrower than what was said."""
    if figure.bound in _VAGUE:
        return words(f"figure.{figure.bound}")
    number = _number(figure, words)
    if number is None:
        return words("figure.several")
    if not words.has("figure", figure.bound):
        return words("page.parenthesis", what=number, value=figure.bound)
    return words(f"figure.{figure.bound}", n=number)


def _number(figure: Figure | Count, words: Words) -> Markup | None:
    low, high = figure.lo, figure.hi
    if low is not None and high is not None and low != high:
        return words("figure.range", low=f"{low:,}", high=f"{high:,}")
    value = low if low is not None else high
    return None if value is None else words.number(value)


def people_words(figure: Figure | Count, words: Words) -> Markup | None:
    """Who was counted, where something narrower than people is said."""
    return None if figure.who in ANYBODY else words.label("people", figure.who or "")

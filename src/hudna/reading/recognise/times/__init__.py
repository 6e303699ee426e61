"""Times: absolute, relative, vague, recurring to other times; found first, resolved second.

    expressions = find_times(text)                                # symbolic, no date needed
    found = resolve_times(text, expressions, document.published)  # intervals with reasons
    candidates(expression, day)                                   # one expression, one assumed date
"""

from datetime import date

from hudna.model import Published
from hudna.reading.recognise.found import TimeFound
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.split import Text

__all__ = ["TimeExpression", "candidates", "find_times", "resolve_times"]


def find_times(text: Text) -> list[TimeExpression]:
    """All time expressions of a text in order, longest match, not overlapping."""
    raise NotImplementedError


def resolve_times(
    text: Text, expressions: list[TimeExpression], reference: Published | None
) -> list[TimeFound]:
    """One TimeFound per expression, resolved against the document's own date."""
    raise NotImplementedError


def candidates(expression: TimeExpression, reference: date) -> tuple[date, date] | None:
    """The days (both inclusive) that an expression would mean in a document of `reference`; None when it cannot be told."""
    raise NotImplementedError

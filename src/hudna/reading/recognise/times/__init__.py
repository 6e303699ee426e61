"""Times: absolute, relative, vague, counted from other times; found first, resolved second.

    expressions = find_times(text)                                # symbolic, no date needed
    found = resolve_times(text, expressions, document.published)  # intervals with reasons
    candidates(expression, day)                                   # one expression, one assumed date

What is read and what is not: docs/reading-times.md.
"""

from hudna.reading.recognise.times.context import EVERYDAY, NEWS
from hudna.reading.recognise.times.expression import TimeExpression
from hudna.reading.recognise.times.find import find_times, times_in
from hudna.reading.recognise.times.found import TimesOf, candidates, looks_back, resolve_times
from hudna.reading.recognise.times.words import telling_words

__all__ = [
    "EVERYDAY",
    "NEWS",
    "TimeExpression",
    "TimesOf",
    "candidates",
    "find_times",
    "looks_back",
    "resolve_times",
    "telling_words",
    "times_in",
]

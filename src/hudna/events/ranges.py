"""What a figure admits, as a range, and how two figures of one thing agree.

Bounds read as in the claim record. Two readings are ours: «about n» admits n within a tenth, and vague plurals end
where the next one begins (dozens below 100, hundreds below 1,000, thousands below a million).
"""

import math

from hudna.model import Count, Figure

_ABOUT = 0.1
_ENDS = {"dozens": 99, "hundreds": 999, "thousands": 999_999}
_WORDS = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "fewer_than": "fewer than ",
}


def admits(figure: Figure | Count) -> tuple[float, float]:
    """The smallest and the largest number that a figure admits; the largest is infinite where it is open."""
    low = float(figure.lo) if figure.lo is not None else 0.0
    high = float(figure.hi) if figure.hi is not None else math.inf
    if figure.bound == "about":
        return math.floor(low * (1 - _ABOUT)), math.ceil(high * (1 + _ABOUT))
    if figure.bound == "more_than":
        return low + 1, high
    if figure.bound == "fewer_than":
        return low, high - 1
    if figure.bound in _ENDS:
        return low, float(_ENDS[figure.bound])
    return low, high


def agree(one: Figure | Count, other: Figure | Count) -> bool:
    """True when some number satisfies both."""
    first, second = admits(one), admits(other)
    return first[0] <= second[1] and second[0] <= first[1]


def numbered(figure: Figure | Count) -> bool:
    """True when it holds a number at all: «a number of people» does not."""
    return figure.lo is not None or figure.hi is not None


def says(figure: Figure | Count) -> str:
    """A figure in words: `about 100`, `50 to 60`, `hundreds`."""
    if figure.bound in _ENDS or figure.bound == "several":
        return figure.bound
    word = _WORDS.get(figure.bound, f"{figure.bound} ")
    if figure.lo is not None and figure.hi is not None and figure.lo != figure.hi:
        return f"{word}{figure.lo:,} to {figure.hi:,}"
    number = figure.lo if figure.lo is not None else figure.hi
    return f"{word}{number:,}" if number is not None else "a number"

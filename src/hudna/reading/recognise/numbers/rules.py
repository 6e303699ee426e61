"""The catalogue of this room's rules, and the short form in which their examples tell a find."""

from hudna.model import Rule
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.numbers.bare import BARE_PLURAL, BARE_SINGULAR
from hudna.reading.recognise.numbers.bounds import BOUNDS
from hudna.reading.recognise.numbers.context import NO_COUNTS
from hudna.reading.recognise.numbers.digits import DIGITS
from hudna.reading.recognise.numbers.fractions import FRACTIONS, MIXED, POINTS
from hudna.reading.recognise.numbers.nouns import COUNTED
from hudna.reading.recognise.numbers.plurals import DUALS, ONE_OF_SEVERAL, SEVERAL, VAGUE_PLURALS
from hudna.reading.recognise.numbers.spans import RANGES
from hudna.reading.recognise.numbers.values import DIGITS_AND_WORDS, NEGATIVE, ORDINALS, PERCENTAGES, WORDS

RULES: tuple[Rule, ...] = (
    DIGITS,
    WORDS,
    DIGITS_AND_WORDS,
    ORDINALS,
    FRACTIONS,
    MIXED,
    POINTS,
    NEGATIVE,
    PERCENTAGES,
    VAGUE_PLURALS,
    SEVERAL,
    DUALS,
    ONE_OF_SEVERAL,
    RANGES,
    BOUNDS,
    COUNTED,
    NO_COUNTS,
    BARE_SINGULAR,
    BARE_PLURAL,
)


def tell(found: NumberFound) -> str:
    """A find as rules' examples write it: «lo..hi bound sort counted», with * for an open end and - for no noun."""
    low, high = ("*" if edge is None else f"{edge:.12g}" for edge in (found.lo, found.hi))
    return f"{low}..{high} {found.bound} {found.sort} {found.counted or '-'}"

"""What the reader of values hands on."""

from hudna.knowledge.languages.ar.numbers import Value
from hudna.reading.engine.record import Record


class Number(Record, frozen=True):
    """A value at tokens `first` to before `last`, before bounds and nouns are looked at."""

    first: int
    last: int
    value: Value
    sort: str
    """cardinal, ordinal, fraction or percentage."""
    rule: str
    worded: bool = False
    definite: bool = False
    """«الـ50», «الخمسة»."""
    proclitic: str = ""
    """Written onto the number itself, spelled out, when it is a word: «ب» of «بمئة»."""
    repaired: bool = False
    thousands: int | None = None
    """As in DigitsFound."""
    signed: bool = False
    """True for a minus sign in front, which may also be a bullet."""
    joints: tuple[int, ...] = ()
    """Tokens where «و» joined words of this number."""
    scale: int = 1
    """The scale of a single group: 1000 of «5 آلاف»; then value / scale is what was counted in it."""


def tidy(value: float) -> Value:
    """A float without the dust of binary arithmetic; whole values as integers."""
    whole = round(value)
    return whole if abs(value - whole) <= 1e-9 * max(1.0, abs(value)) else round(value, 12)

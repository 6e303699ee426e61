"""A number while it is being read: value first, then bounds, its noun, and what it is part of."""

from dataclasses import dataclass, field

from hudna.knowledge.languages.ar.numbers import Value
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.numbers.number import Number

COUNTS = frozenset(("cardinal", "range", "vague", "dual", "singular"))
"""Sorts that may count something."""


@dataclass(slots=True)
class Draft:
    """One find in the making. `head` and `tail` are the number itself; `first` and `last` take in its bound words."""

    head: int
    tail: int
    lo: Value | None
    hi: Value | None
    bound: str
    sort: str
    rule: str
    first: int = -1
    last: int = -1
    number: Number | None = None
    noun_first: int = -1
    noun_last: int = -1
    counted: str | None = None
    measure: str | None = None
    group: str = ""
    """Group of the counted noun; «other» for a noun that the table does not know."""
    weak: bool = False
    """True when the bound is a preposition that may as well say where."""
    why: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Without bound words the find is the number."""
        self.first = self.head if self.first < 0 else self.first
        self.last = self.tail if self.last < 0 else self.last

    @property
    def end(self) -> int:
        """The token after the find and its noun."""
        return max(self.last, self.noun_last if self.noun_first >= self.head else self.last)

    def found(self) -> NumberFound:
        """The finished find."""
        return NumberFound(
            first=self.first,
            last=self.last,
            lo=self.lo,
            hi=self.hi,
            bound=self.bound,
            sort=self.sort,
            rule=self.rule,
            why="; ".join(self.why),
            noun_first=self.noun_first,
            noun_last=self.noun_last,
            counted=self.counted,
            repaired=self.number is not None and self.number.repaired,
            measure=self.measure,
        )


def draft_of(number: Number) -> Draft:
    """The draft of a plain number."""
    return Draft(
        head=number.first,
        tail=number.last,
        lo=number.value,
        hi=number.value,
        bound="exact",
        sort=number.sort,
        rule=number.rule,
        number=number,
    )

"""A claim: one thing that one text says, with its words and its speakers (spec: docs/claim-record.md)."""

import msgspec


class Count(msgspec.Struct, frozen=True):
    """A number of people or things, as a range with its bound."""

    measure: str
    lo: int | None
    hi: int | None
    bound: str
    """exact, about, at_least, at_most, more_than, fewer_than, dozens, hundreds, thousands, several."""
    who: str | None = None
    side: str | None = None
    subset_of: str | None = None


class Claim(msgspec.Struct, frozen=True):
    """One thing that one text says happened, is happening, is planned, or did not happen."""

    id: str
    doc: str
    start: int
    end: int
    quote: str
    kind: str
    agents: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    when: tuple[str, str] | None = None
    count: Count | None = None
    by: tuple[str, ...] = ()
    modality: str = "actual"
    background: bool = False
    confidence: float = 0.5
    rule: str = ""
    why: tuple[str, ...] = ()
    """Sentences that say how each field was found, for `hudna explain`; not part of the record."""

    @property
    def proposed(self) -> bool:
        """True when a model proposes it and no rule found it: it counts for nothing until a person accepts it."""
        return self.rule.startswith(MODEL)


MODEL = "model:"
"""How the rule of a claim begins that a model proposed; the model's name follows."""
MODALITIES = ("actual", "planned", "obligation", "demanded", "conditional", "possible", "negated")
BOUNDS = (
    "exact",
    "about",
    "at_least",
    "at_most",
    "more_than",
    "fewer_than",
    "dozens",
    "hundreds",
    "thousands",
    "several",
)

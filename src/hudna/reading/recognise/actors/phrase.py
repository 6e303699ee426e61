"""A reading of some words as an actor, before it is decided."""

from hudna.reading.engine.record import Record


class Phrase(Record, frozen=True):
    """A noun phrase from its first token to before `last`."""

    last: int
    code: str | None
    sort: str
    rule: str
    score: float
    why: str
    owner: str = ""
    """The country, group or body that it belongs to: RUS for RUS.MOD."""
    role: str = ""
    proclitic: str = ""
    name: str = ""
    """Of a person or a source as the packs write it; else the words themselves are the name."""
    codes: tuple[str, ...] = ()
    territory: str | None = None
    antecedent: int = -1
    titled: bool = False
    """One person holds it, who may be named after it: «وزير الدفاع التركي …»."""
    spokesman: bool = False
    former: bool = False
    bare: bool = False
    """An office without its nation: a person of any nation may follow («الرئيس فلاديمير بوتين»)."""


def better(one: Phrase | None, other: Phrase | None) -> Phrase | None:
    """The longer of two readings, of equally long ones the surer, of equally sure ones the first."""
    if one is None or other is None:
        return other if one is None else one
    return other if (other.last, other.score) > (one.last, one.score) else one

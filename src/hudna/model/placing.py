"""Where claims stood when events were last weighed: what the next weighing needs to touch only what is new."""

import msgspec


class Placing(msgspec.Struct, frozen=True):
    """One claim in its group, before losses go to their causes."""

    claim: str
    doc: str
    family: str
    """The group of kinds that can be one happening."""
    head: str
    """Name of the claims that belong together with it from the start: the smallest of their ids."""
    room: str
    """Name of its group: the `head` of those that founded it."""
    first: int | None
    last: int | None
    """Days on which it is looked for, as proleptic ordinals; None where it has none."""
    other: str = ""
    """The claim that it was put to, where it joined a group."""
    why: str = ""
    """The reason in a sentence, where it joined a group."""


class Move(msgspec.Struct, frozen=True):
    """A group that goes to another one: losses to what caused them, an answer to what it answers."""

    room: str
    to: str
    """Names of the two groups."""
    claim: str
    other: str
    why: str
    answer: bool = False
    """True for an answer, False for losses."""

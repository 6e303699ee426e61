"""A rule of grammar with the examples that prove it."""

import msgspec


class Example(msgspec.Struct, frozen=True):
    """A text and what the rule reads in it, as a short string (the rule's room says which form)."""

    text: str
    reads: str


class Rule(msgspec.Struct, frozen=True):
    """The name is a phrase a reporter understands; examples run as tests and feed the rule catalogue."""

    name: str
    reason: str
    reads: tuple[Example, ...]
    ignores: tuple[str, ...]

"""What one text took from another."""

import msgspec


class Copied(msgspec.Struct, frozen=True):
    """One text that shares its words with another; the other way round is a record of its own."""

    doc: str
    other: str
    sort: str
    """`exact`: the same words throughout; `near`: nearly all words of both; `part`: passages only."""
    share: float
    """Part of the words of `doc` that stand in shared passages, 0 to 1."""
    spans: tuple[tuple[int, int], ...]
    """Those passages as character offsets into the text of `doc`, ends exclusive, in order."""


class CopyGroup(msgspec.Struct, frozen=True):
    """Texts that are one text: exact and near copies, however many steps apart."""

    id: str
    """Made of its first member, so that it stays when later copies arrive."""
    docs: tuple[str, ...]
    """Earliest first; texts of unknown date last."""
    origin: str
    """Whom the words likely come from: the code of an agency that a member credits, else the source (or the id) of the
    earliest."""
    why: str


class CopyMarks(msgspec.Struct, frozen=True):
    """The numbers by which copies of one text are found again, each a signed 64-bit integer, as databases keep them."""

    whole: int
    """One number for all words in their order."""
    bands: tuple[int, ...]
    """MinHash bands: copies of the whole text share some."""
    samples: tuple[int, ...]
    """Sampled shingles: texts that share a passage share some."""

"""What a paper is made of: runs of text in lines, lines in blocks. Data only; it goes to Typst as JSON as it is."""

from collections.abc import Sequence

import msgspec


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of text in one look."""

    text: str
    dir: str = ""
    """ltr, rtl, or auto: it keeps this direction wherever it stands; empty for our own words."""
    bold: bool = False
    soft: bool = False
    link: str = ""
    """`#anchor` inside the paper, or an address of the web."""


Line = tuple[Run, ...]


class Heading(msgspec.Struct, frozen=True, tag_field="is", tag="heading"):
    """A heading of the outline."""

    level: int
    line: Line
    anchor: str = ""


class Para(msgspec.Struct, frozen=True, tag_field="is", tag="para"):
    """One paragraph."""

    line: Line
    look: str = ""
    """Empty, `kicker`, `title`, `intro`, `note`, or `notice`."""
    dir: str = ""
    """Of the whole paragraph, where it is not the paper's own."""
    anchor: str = ""


class Bullets(msgspec.Struct, frozen=True, tag_field="is", tag="bullets"):
    """A list; each item's first line is its own, further lines stand under it, smaller."""

    items: tuple[tuple[Line, ...], ...]


class Row(msgspec.Struct, frozen=True):
    """One row: a cell for each column, each with its lines. A band has one cell over all columns."""

    cells: tuple[tuple[Line, ...], ...]
    band: bool = False
    anchor: str = ""


class Table(msgspec.Struct, frozen=True, tag_field="is", tag="table"):
    """A table; its head comes again on every page."""

    head: tuple[Line, ...]
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    """Parts of the width, by column."""


class Drawing(msgspec.Struct, frozen=True, tag_field="is", tag="drawing"):
    """A picture with its words."""

    svg: str
    alt: str
    caption: Line
    width: int
    height: int


class Glance(msgspec.Struct, frozen=True, tag_field="is", tag="glance"):
    """Large numbers side by side, each with what it counts."""

    cells: tuple[tuple[str, Line], ...]


class Note(msgspec.Struct, frozen=True, tag_field="is", tag="note"):
    """The exact words of one claim, in their own direction."""

    anchor: str
    number: str
    quote: Run
    language: str
    source: Line


Block = Heading | Para | Bullets | Table | Drawing | Glance | Note


class Paper(msgspec.Struct, frozen=True):
    """One paper."""

    language: str
    dir: str
    title: str
    footer: Line
    page: str
    """The word for «page»."""
    blocks: tuple[Block, ...]


def anchors(blocks: Sequence[Block]) -> frozenset[str]:
    """All places that a link can lead to."""
    own = {block.anchor for block in blocks if isinstance(block, Heading | Para | Note)}
    rows = {row.anchor for block in blocks if isinstance(block, Table) for row in block.rows}
    return frozenset((own | rows) - {""})

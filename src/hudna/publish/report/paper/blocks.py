"""What a paper is made of: runs of text in lines, lines in blocks. Data only; it goes to Typst as JSON as it is."""

from collections.abc import Iterator, Sequence

import msgspec


class Note(msgspec.Struct, frozen=True):
    """A footnote: the exact words of one claim, in their own direction, with who says them and the text's hash."""

    quote: "Run"
    language: str
    source: "Line"


class Run(msgspec.Struct, frozen=True, omit_defaults=True):
    """A stretch of text in one look."""

    text: str
    dir: str = ""
    """ltr, rtl, or auto: it keeps this direction wherever it stands; empty for our own words."""
    bold: bool = False
    soft: bool = False
    link: str = ""
    """`#anchor` inside the paper, or an address of the web."""
    anchor: str = ""
    """A place that links lead to."""
    note: Note | None = None
    """A footnote whose mark stands behind the text."""


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


Block = Heading | Para | Bullets | Table | Drawing | Glance


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
    own = {block.anchor for block in blocks if isinstance(block, Heading | Para)}
    rows = [row for block in blocks if isinstance(block, Table) for row in block.rows]
    told = {run.anchor for run in runs_of(rows)}
    return frozenset((own | {row.anchor for row in rows} | told) - {""})


def runs_of(rows: Sequence[Row]) -> Iterator[Run]:
    """Every run of some rows."""
    return (run for row in rows for cell in row.cells for line in cell for run in line)

"""What a rule says of a line."""

from hudna.reading.engine.record import Record

CAPTION = "caption"
READ_ALSO = "read_also"
TEASER = "teaser"
PRINT_DATE = "print_date"
BYLINE = "byline"
SOURCE = "source_line"
REPEATED = "repeated_headline"
MENU = "menu"
LEFTOVER = "leftover"
COUNTER = "counter"

SORTS = (
    "share",
    "tools",
    MENU,
    "section_label",
    "masthead",
    "ad",
    "slogan",
    READ_ALSO,
    TEASER,
    "tags",
    "comment_form",
    "subscription",
    "cookie_notice",
    "notice",
    CAPTION,
    SOURCE,
    BYLINE,
    PRINT_DATE,
    REPEATED,
    "ticker",
    COUNTER,
    LEFTOVER,
    "embed",
)
"""Every sort of furniture, as docs/reading-furniture-dates.md lists them."""


class Mark(Record, frozen=True):
    """A line, or a stretch of it, that is the page's."""

    sort: str
    why: str
    first: int
    last: int
    """Token indices, end exclusive."""
    opens: str = ""
    """next: one short line after it belongs to it; teasers: titles of other articles follow."""
    final: bool = False
    """The article does not go on after what it opens."""
    edge: bool = False
    """Counts only before and after the article."""
    dated: bool = False
    """It tells a date; where it stands decides whether that is the page's or the article's."""
    cued: bool = False
    """Dated, and the words say that it is the date of publishing."""

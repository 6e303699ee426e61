"""What tables are written on: a sheet of at most 100 columns, the words of claims, and when things were."""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from hudna.cli.talk import line

if TYPE_CHECKING:
    from hudna.cli.labels import Labels
    from hudna.ledger import Ledger
    from hudna.model import Claim, Event

WIDTH = 100
_LONG = 280
"""Characters of a quote that are shown; `hudna explain` shows all of it in its place."""
_QUOTES = 2
"""Quotes shown below a row; the others are counted."""
Column = tuple[str, int]


class Paper:
    """Standard output as a sheet of at most 100 columns."""

    def __init__(self) -> None:
        from rich.console import Console

        terminal = sys.stdout.isatty()
        self._out = io.StringIO()
        width = min(WIDTH, Console().width) if terminal else WIDTH
        self._console = Console(file=self._out, force_terminal=terminal, width=width, highlight=False)

    def _flush(self) -> None:
        for words in self._out.getvalue().splitlines():
            line(words.rstrip())
        self._out.seek(0)
        self._out.truncate()

    def title(self, words: str) -> None:
        """One line above a table."""
        from rich.text import Text

        self._console.print(Text(words, style="bold"))
        self._flush()

    def row(self, columns: Sequence[Column], cells: Sequence[str], style: str = "") -> None:
        """One row; the last column takes what is left of the width."""
        from rich.table import Table
        from rich.text import Text

        grid = Table.grid(padding=(0, 2, 0, 0))
        for _, width in columns[:-1]:
            grid.add_column(width=width, overflow="fold")
        grid.add_column(overflow="fold")
        grid.add_row(*(Text(plain(cell), style=style) for cell in cells))
        self._console.print(grid)
        self._flush()

    def head(self, columns: Sequence[Column]) -> None:
        """The names of the columns, underlined."""
        self.row(columns, [name for name, _ in columns], style="bold")
        line("─" * self._console.width)

    def below(self, words: str, *, indent: int = 2, style: str = "") -> None:
        """A line below a row, wrapped and indented."""
        from rich.padding import Padding
        from rich.text import Text

        self._console.print(Padding(Text(plain(words), style=style), (0, 0, 0, indent)))
        self._flush()

    def gap(self) -> None:
        """An empty line."""
        line("")


def plain(words: str) -> str:
    """Words on one line, without control characters: what a page says must not steer a terminal."""
    shown = "".join(" " if unicodedata.category(one) == "Cc" else one for one in words)
    return " ".join(shown.split())


class Quotes:
    """The words of claims, with who says them."""

    def __init__(self, book: Ledger, labels: Labels) -> None:
        self._book, self._labels = book, labels

    def of(self, paper: Paper, claims: Sequence[str], *, shown: int = _QUOTES, indent: int = 4) -> None:
        """The words of the first few claims by different speakers, each on lines of its own."""
        told: dict[str, Claim] = {}
        for key in claims:
            claim = self._book.claim(key)
            if claim is not None:
                told.setdefault(self.speaker(claim), claim)
            if len(told) == shown:
                break
        for speaker, claim in told.items():
            model = ", as a model proposes (no rule found it)" if claim.proposed else ""
            paper.below(f"{speaker}, in {claim.doc}{model}:", indent=indent - 2, style="dim")
            paper.below(f"«{_cut(plain(claim.quote))}»", indent=indent)
        if len(claims) > len(told):
            paper.below(f"and {many(len(claims) - len(told), 'more claim')}", indent=indent - 2, style="dim")

    def speaker(self, claim: Claim) -> str:
        """Who says it, by way of whom."""
        return " via ".join(map(self._labels.speaker, claim.by)) or "the source in its own voice"


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"


def many(number: int, what: str) -> str:
    """`1 claim`, `1,200 claims`."""
    return f"{number:,} {what}" + ("" if number == 1 else "s")


class Days:
    """When events were: as told, or of undated news when it was published."""

    def __init__(self, book: Ledger) -> None:
        self._book = book
        self._published: dict[str, tuple[str, str] | None] = {}

    def within(self, first: str | None, last: str | None) -> list[Event]:
        """Events that touch these days; those without any date only where no day is named."""
        return [event for event in self._book.events() if self._touches(event, first, last)]

    def order(self, event: Event) -> tuple[bool, tuple[str, str], str]:
        """By the day told, or of undated news the day of publication; what has no date comes last."""
        span = event.when or self._told(event)
        return span is None, span or ("", ""), event.id

    def _touches(self, event: Event, first: str | None, last: str | None) -> bool:
        span = event.when or self._told(event)
        if span is None:
            return first is None and last is None
        return (first is None or span[1][:10] >= first) and (last is None or span[0][:10] <= last)

    def of(self, event: Event) -> str:
        """For people; «told» before a day means that no account names one and the news is of that day."""
        if event.when is not None:
            return when_of(event.when)
        told = self._told(event)
        return f"told {when_of(told)}" if told is not None else "no date"

    def _told(self, event: Event) -> tuple[str, str] | None:
        spans = [] if event.background else [span for doc in event.documents if (span := self._of_document(doc))]
        return min(spans, default=None)

    def _of_document(self, doc: str) -> tuple[str, str] | None:
        if doc not in self._published:
            document = self._book.document(doc)
            published = document.published if document is not None else None
            first = published.first if published is not None else None
            last = (published.last if published is not None else None) or first
            self._published[doc] = (first, last) if first is not None and last is not None else None
        return self._published[doc]


def when_of(when: tuple[str, str] | None) -> str:
    """A time as people read it; one day is told once."""
    if when is None:
        return "no date"
    first, last = when
    return first[:16] if first[:10] == last[:10] else f"{first[:10]}/{last[:10]}"

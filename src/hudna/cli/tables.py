"""Tables for people on standard output: events, the agreement's duties, casualties, contradictions.

At most 100 columns wide, with colours on a terminal only. Arabic words stand on a line of their own below the row that
they belong to: a terminal that turns them cannot push the columns of a row about.
"""

from __future__ import annotations

import io
import sys
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from hudna.cli.talk import line

if TYPE_CHECKING:
    from hudna.compliance import Access
    from hudna.events import CasualtyRow, Disagreement
    from hudna.ledger import Ledger
    from hudna.model import Claim, Event, Figure, Finding, Obligation

WIDTH = 100
_LONG = 280
"""Characters of a quote that are shown; `hudna explain` shows all of it in its place."""
_QUOTES = 2
"""Quotes shown below a row; the others are counted."""

_WHEN = ("When", 21)
_WHAT = ("What", 26)
_WHERE = ("Where", 18)
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

    def __init__(self, book: Ledger) -> None:
        self._book = book

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
            paper.below(f"{speaker}, in {claim.doc}:", indent=indent - 2, style="dim")
            paper.below(f"«{_cut(plain(claim.quote))}»", indent=indent)
        if len(claims) > len(told):
            paper.below(f"and {_many(len(claims) - len(told), 'more claim')}", indent=indent - 2, style="dim")

    def speaker(self, claim: Claim) -> str:
        """Who says it, by way of whom."""
        return " via ".join(claim.by) or "the source in its own voice"


def _cut(words: str) -> str:
    return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + " …"


def _many(number: int, what: str) -> str:
    return f"{number:,} {what}" + ("" if number == 1 else "s")


class Days:
    """When events were: as told, or of undated news when it was published."""

    def __init__(self, book: Ledger) -> None:
        self._book = book
        self._published: dict[str, tuple[str, str] | None] = {}

    def within(self, first: str | None, last: str | None) -> list[Event]:
        """Events that touch these days; those without any date only where no day is named."""
        return [event for event in self._book.events() if self._touches(event, first, last)]

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


def _listed(codes: Iterable[str]) -> str:
    return ", ".join(codes) or "-"


def events_table(book: Ledger, events: Sequence[Event]) -> None:
    """One row an event, with who tells it, what the accounts differ in, and words."""
    paper, quotes, days = Paper(), Quotes(book), Days(book)
    columns = (_WHEN, _WHAT, _WHERE, ("Who → to whom", 0))
    paper.head(columns)
    for event in events:
        who = f"{_listed(event.agents)} → {_listed(event.targets)}" if event.targets else _listed(event.agents)
        what = event.kind if event.modality == "actual" else f"{event.kind} ({event.modality})"
        paper.row(columns, (days.of(event), what, _listed(event.places), who), style="bold")
        paper.below(f"{event.id}: {_told_by(event)}", style="dim")
        if event.verdicts is not None:
            said = event.verdicts
            paper.below(f"happened: {said.happened}; who: {said.who}; violation: {said.violation}")
        if event.contradictions:
            fields = dict.fromkeys(f"{one.field} ({one.sort})" for one in event.contradictions)
            paper.below(f"accounts differ in {', '.join(fields)}", style="yellow")
        quotes.of(paper, event.claims)
        paper.gap()


def _told_by(event: Event) -> str:
    return (
        f"{_many(len(event.claims), 'claim')}, {_many(event.sources, 'outlet')}, "
        f"{_many(len(event.origins), 'independent origin')} ({', '.join(event.origins)})"
    )


def duties_table(book: Ledger, findings: Sequence[Finding], duties: dict[tuple[str, str], Obligation]) -> None:
    """Each duty with its status as of a day, who says what, and why; then the alleged breaches."""
    paper, quotes = Paper(), Quotes(book)
    columns = (("Duty", 10), ("Status", 17), ("Kroc", 4), ("Due", 12), ("What is owed", 0))
    paper.head(columns)
    for finding in (one for one in findings if one.sort == "obligation"):
        duty = duties.get((finding.agreement, finding.obligation))
        label = duty.label_en if duty is not None else ""
        cells = (finding.obligation, finding.status, _number(finding.score), finding.due or "-", label)
        paper.row(columns, cells, style="bold" if finding.claims else "")
        if finding.claims or finding.status not in {"unknown", "not_due"}:
            _assessed(paper, finding)
            quotes.of(paper, finding.claims)
            paper.gap()
    _breaches(paper, quotes, [one for one in findings if one.sort == "alleged_breach"], book)


def _assessed(paper: Paper, finding: Finding) -> None:
    said = [
        f"{one.assessor}: {one.status}" + (f" («{one.reading}»)" if one.reading != "-" else "")
        for one in finding.assessors
        if one.status != "unknown" or one.claims
    ]
    paper.below(f"{finding.id}: {'; '.join(said)}" if said else finding.id, style="dim")
    for why in dict.fromkeys(finding.why):
        paper.below(why)


def _breaches(paper: Paper, quotes: Quotes, findings: Sequence[Finding], book: Ledger) -> None:
    if not findings:
        return
    paper.gap()
    paper.title("Alleged breaches of a ceasefire in force. The machine does not rule; people do (hudna judge rule).")
    columns = (("Clause", 10), ("Status", 17), _WHEN, ("Accused", 12), ("Where", 0))
    paper.head(columns)
    for finding in findings:
        event = book.event(finding.events[0]) if finding.events else None
        where = _listed(event.places) if event else "-"
        when = Days(book).of(event) if event else "-"
        paper.row(columns, (finding.obligation, finding.status, when, _listed(finding.accused), where), style="bold")
        _assessed(paper, finding)
        quotes.of(paper, finding.claims)
        paper.gap()


def access_table(book: Ledger, denials: Sequence[Access]) -> None:
    """What is said of the ways of monitors and peacekeepers, and of what was closed to them."""
    if not denials:
        return
    paper, quotes = Paper(), Quotes(book)
    paper.title("Access of monitors and peacekeepers")
    columns = (_WHEN, ("What", 10), ("To whom", 14), ("By whom", 14), ("Where", 0))
    paper.head(columns)
    for one in denials:
        cells = (when_of(one.when), one.what, _listed(one.to), _listed(one.by), _listed(one.places))
        paper.row(columns, cells, style="bold")
        quotes.of(paper, [one.claim])
        paper.gap()


def casualties_table(book: Ledger, rows: Sequence[CasualtyRow], events: dict[str, Event]) -> None:
    """By event: each side and sort of people with low, best and high, and every figure with its words."""
    paper, quotes, days = Paper(), Quotes(book), Days(book)
    columns = (("Side", 6), ("Lost", 9), ("Who", 11), ("Low", 6), ("Best", 6), ("High", 6), ("Why this one", 0))
    paper.head(columns)
    last = ""
    for row in rows:
        if row.event != last:
            last, event = row.event, events[row.event]
            paper.gap()
            paper.title(f"{days.of(event)}  {event.kind}  {_listed(event.places)}  {event.id}")
        cells = (row.side or "all", row.measure, row.who or "person", *map(_number, (row.low, row.best, row.high)))
        paper.row(columns, (*cells, row.why + (" (part of another row)" if row.part else "")))
        for figure in _first_of_each(row.figures):
            paper.below(f"{_figure(figure)}: {_origin(figure)}", indent=4, style="dim")
            quotes.of(paper, [figure.claim], shown=1, indent=8)


def _first_of_each(figures: Sequence[Figure]) -> list[Figure]:
    return list({(one.lo, one.hi, one.bound, one.speaker): one for one in reversed(figures)}.values())[::-1]


def _figure(figure: Figure) -> str:
    from hudna.events import says

    return says(figure) + (" (replaced later)" if figure.superseded_by else "")


def _origin(figure: Figure) -> str:
    told = f", published {figure.told[:10]}" if figure.told else ""
    return f"{figure.speaker}{f', after {figure.origin}' if figure.origin != figure.speaker else ''}{told}"


def _number(number: int | None) -> str:
    return f"{number:,}" if number is not None else "-"


def contradictions_table(book: Ledger, rows: Sequence[Disagreement], events: dict[str, Event]) -> None:
    """Each contradiction with its readings side by side, who gives each, and words."""
    paper, quotes, days = Paper(), Quotes(book), Days(book)
    columns = (_WHEN, _WHAT, ("Field", 18), ("Sort", 12), ("Where", 0))
    paper.head(columns)
    for row in rows:
        one = row.contradiction
        cells = (days.of(events[row.event]), row.kind, one.field, one.sort, _listed(row.places))
        paper.row(columns, cells, style="bold")
        paper.below(f"{row.event}: {one.why}", style="dim")
        for reading in one.readings:
            paper.below(f"{reading.value}: {', '.join(reading.speakers)}", indent=4)
            quotes.of(paper, reading.claims, shown=1, indent=8)
        paper.gap()

"""Tables for people on standard output: events, casualties, contradictions, sums.

At most 100 columns wide, with colours on a terminal only. Codes are shown as words (`labels`). Arabic words stand on a
line of their own below the row that they belong to: a terminal that turns them cannot push the columns of a row about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hudna.cli.paper import Column, Days, Paper, Quotes, many

if TYPE_CHECKING:
    from hudna.cli.labels import Labels
    from hudna.events import CasualtyRow, Disagreement, Rate, Sum
    from hudna.ledger import Ledger
    from hudna.model import Event, Figure

WHEN: Column = ("When", 21)
_WHAT: Column = ("What", 26)
_WHERE: Column = ("Where", 22)


def events_table(book: Ledger, labels: Labels, events: Sequence[Event]) -> None:
    """One row an event, with who tells it, the three verdicts with reasons, what the accounts differ in, and words."""
    paper, quotes, days = Paper(), Quotes(book, labels), Days(book)
    columns = (WHEN, _WHAT, _WHERE, ("Who → to whom", 0))
    paper.head(columns)
    for event in sorted(events, key=days.order):
        who, whom = labels.speakers(event.agents), labels.speakers(event.targets)
        cells = (days.of(event), _what(event, labels), labels.places(event.places), f"{who} → {whom}")
        paper.row(columns, cells if event.targets else (*cells[:3], who), style="bold")
        paper.below(f"{event.id}: {_told_by(event, labels)}", style="dim")
        for words in _verdicts(event, labels):
            paper.below(words)
        for one in event.contradictions:
            told = f"accounts differ in {labels.field(one).lower()}: {labels.word('difference', one.sort)}"
            paper.below(told, style="yellow")
        for warning in event.warnings:
            paper.below(f"warning: {warning}", style="yellow")
        if event.why:
            paper.below(_held_together(event, labels), style="dim")
        quotes.of(paper, event.claims)
        paper.gap()


def _what(event: Event, labels: Labels) -> str:
    kind = labels.kind(event.kind)
    if event.modality != "actual":
        kind = f"{kind} ({labels.word('modality', event.modality)})"
    return f"{kind}, told as history" if event.background else kind


def _told_by(event: Event, labels: Labels) -> str:
    named = labels.speakers(event.origins)
    sides = {origin if origin.startswith("source:") else labels.side(origin) for origin in event.origins}
    one_side = ", all of one side" if len(event.origins) > 1 and len(sides) == 1 else ""
    return (
        f"{many(len(event.claims), 'claim')}, {many(event.sources, 'outlet')}, "
        f"{many(len(event.origins), 'independent origin')}{one_side} ({named})"
    )


_QUIET = frozenset({"not_assessed"})
"""Verdicts that say nothing: nobody is accused, nobody calls it a breach."""
_PLAIN = frozenset({"reported_one_origin", "not_claimed"})
"""Verdicts whose reason says no more than their label and the line above."""


def _verdicts(event: Event, labels: Labels) -> Iterator[str]:
    """The three axes with their reasons, then what people signed."""
    said = event.verdicts
    if said is None:
        return
    axes = (
        ("happened", "happened", said.happened),
        ("who", "who_did", said.who),
        ("violation", "violation", said.violation),
    )
    for (axis, section, value), why in zip(axes, said.why, strict=False):
        if value not in _QUIET and not (value == "not_claimed" and event.modality != "actual"):
            reason = f" ({labels.sentence(why)})" if value not in _PLAIN else ""
            yield f"{axis}: {labels.word(section, value)}{reason}"
    for signed in said.why[len(axes) :]:
        yield labels.sentence(signed)


def _held_together(event: Event, labels: Labels) -> str:
    """The first reason why its claims are one event; all of them are in `hudna explain`."""
    pairs = [why.partition(": ")[2] for why in event.why]
    more = f"; {many(len(pairs) - 1, 'more reason')}: hudna explain {event.id}" if len(pairs) > 1 else ""
    return f"one event because: {labels.sentence(pairs[0], event.places)}{more}"


def casualties_table(
    book: Ledger, labels: Labels, rows: Sequence[CasualtyRow], events: dict[str, Event], sums: Sequence[Sum]
) -> None:
    """By event: each side and sort of people with low, best and high, and every figure with its words, and the sums."""
    paper, quotes, days = Paper(), Quotes(book, labels), Days(book)
    columns = (("Side", 14), ("Lost", 8), ("Who", 12), ("Low", 6), ("Best", 6), ("High", 6), ("Why this one", 0))
    paper.head(columns)
    last = ""
    for row in sorted(rows, key=lambda row: days.order(events[row.event])):
        if row.event != last:
            last, event = row.event, events[row.event]
            paper.gap()
            paper.title(f"{days.of(event)}  {_what(event, labels)}  {labels.places(event.places)}  {event.id}")
        side = labels.speaker(row.side) if row.side else "not told"
        lost, who = labels.word("measure", row.measure), labels.people(row.who)
        high = "open" if row.high is None and row.low is not None else number(row.high)
        why = labels.sentence(row.why) + (" (part of another row, never added to it)" if row.part else "")
        paper.row(columns, (side, lost, who, number(row.low), number(row.best), high, why))
        for figure in _first_of_each(row.figures):
            paper.below(f"{_figure(figure)}: {_origin(figure, labels)}", indent=4, style="dim")
            quotes.of(paper, [figure.claim], shown=1, indent=8)
    sums_table(labels, sums, ())


def _first_of_each(figures: Sequence[Figure]) -> list[Figure]:
    return list({(one.lo, one.hi, one.bound, one.speaker): one for one in reversed(figures)}.values())[::-1]


def _figure(figure: Figure) -> str:
    from hudna.events import says

    return says(figure) + (" (replaced later)" if figure.superseded_by else "")


def _origin(figure: Figure, labels: Labels) -> str:
    told = f", published {figure.told[:10]}" if figure.told else ""
    origin = f", after {labels.speaker(figure.origin)}" if figure.origin != figure.speaker else ""
    return f"{labels.speaker(figure.speaker)}{origin}{told}"


def number(value: int | None) -> str:
    """A number, or a dash."""
    return f"{value:,}" if value is not None else "-"


def sums_table(labels: Labels, sums: Sequence[Sum], rates: Sequence[Rate]) -> None:
    """Sums that a careful reader would do, warnings first, then so many a day."""
    if not sums and not rates:
        return
    paper = Paper()
    paper.gap()
    paper.title("Sums: what the figures make of each other. Nothing is changed by them.")
    for one in sums:
        sign = "warning" if one.warning else one.verdict.replace("_", " ")
        paper.below(f"{sign}: {labels.sentence(one.why)}", style="yellow" if one.warning else "")
    for rate in rates:
        paper.below(f"a day: {labels.sentence(rate.why)}")


def contradictions_table(book: Ledger, labels: Labels, rows: Sequence[Disagreement], events: dict[str, Event]) -> None:
    """Each contradiction with its readings side by side, who gives each, and words."""
    paper, quotes, days = Paper(), Quotes(book, labels), Days(book)
    columns = (WHEN, _WHAT, ("Differ in", 20), ("Where", 0))
    paper.head(columns)
    for row in rows:
        one, event = row.contradiction, events[row.event]
        cells = (days.of(event), _what(event, labels), labels.field(one), labels.places(row.places))
        paper.row(columns, cells, style="bold")
        paper.below(f"{row.event}: {labels.word('difference', one.sort)}: {labels.sentence(one.why)}", style="dim")
        for reading in one.readings:
            paper.below(f"{labels.reading(one, reading, event)}: {labels.speakers(reading.speakers)}", indent=4)
            quotes.of(paper, reading.claims, shown=1, indent=8)
        paper.gap()

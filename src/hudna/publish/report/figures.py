"""Figures beside each other: what differs of one event, casualties by side and sort. Nothing is added or averaged."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import msgspec
from markupsafe import Markup

from hudna.model import Event, Figure
from hudna.publish.report.counting import ANYBODY, figure_words, people_words
from hudna.publish.report.desk import Desk, Refs
from hudna.publish.report.gather import differences_of_figures, differing_figures, has_casualties

MAIN = ("killed", "wounded")
CASUALTIES = ("killed", "wounded", "missing", "captured")
"""Measures of casualties, in the order of the columns."""
_TWO = 2
_TOLD = frozenset({"actual", "negated"})


class Told(msgspec.Struct, frozen=True):
    """One figure as told, with everything that qualifies it."""

    figure: Markup
    notes: tuple[Markup, ...]
    speaker: Markup
    refs: Refs


class FigureRow(msgspec.Struct, frozen=True):
    """What one speaker counts of one event, a cell for each column."""

    speaker: Markup
    cells: tuple[tuple[Told, ...], ...]


class FigureBlock(msgspec.Struct, frozen=True):
    """The figures of one event, and how far apart they are."""

    title: Markup
    origins: Markup
    sorts: tuple[Markup, ...]
    """In what sense they differ: whether both can be true."""
    rows: tuple[FigureRow, ...]
    spread: tuple[tuple[Markup, ...], ...]
    """Lowest and highest, a cell for each column; empty where nothing comparable differs."""


class FigureTable(msgspec.Struct, frozen=True):
    """All events whose figures differ, under the same columns."""

    columns: tuple[Markup, ...]
    blocks: tuple[FigureBlock, ...]


def figure_table(desk: Desk) -> FigureTable:
    """Contradictory figures of all events of the report, in one table."""
    events = [event for event in desk.material.shown if differing_figures(event)]
    columns = (*(desk.words.label("measure", one) for one in MAIN), desk.words("figure.columns_other"))
    return FigureTable(columns, tuple(_block(desk, event) for event in events))


def _block(desk: Desk, event: Event) -> FigureBlock:
    figures = [one for one in event.figures if one.modality in _TOLD and one.claim in desk.shown]
    speakers = sorted({one.speaker for one in figures}, key=desk.names.order)
    rows = [
        FigureRow(
            desk.names.speaker(speaker),
            tuple(_cell(desk, [one for one in figures if one.speaker == speaker], column) for column in _COLUMNS),
        )
        for speaker in speakers
    ]
    return FigureBlock(
        title=desk.event_link(event),
        origins=desk.words.counted("origins", len({one.origin for one in figures})),
        sorts=tuple(dict.fromkeys(desk.words.label("difference", one.sort) for one in differences_of_figures(event))),
        rows=tuple(rows),
        spread=tuple(tuple(_spreads(desk, figures, column)) for column in _COLUMNS),
    )


def _is_other(measure: str) -> bool:
    return measure not in MAIN


_COLUMNS: tuple[Callable[[str], bool], ...] = (*(measure.__eq__ for measure in MAIN), _is_other)
"""Which measures stand in which column."""


def _cell(desk: Desk, figures: Iterable[Figure], column: Callable[[str], bool]) -> tuple[Told, ...]:
    told: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        if column(one.measure):
            told.setdefault(_same(one), []).append(one)
    return tuple(_told(desk, same) for same in told.values())


def _same(one: Figure) -> tuple[object, ...]:
    whole = one.subset_of is not None
    return one.measure, one.lo, one.hi, one.bound, one.who, one.side, whole, one.superseded_by is not None


def _told(desk: Desk, same: Sequence[Figure]) -> Told:
    first = same[0]
    figure = figure_words(first, desk.words)
    if first.measure not in CASUALTIES:
        figure = desk.words("page.colon", what=desk.words.label("measure", first.measure), value=figure)
    if first.subset_of is not None:
        figure = desk.words("page.colon", what=desk.words("figure.of_them"), value=figure)
    return Told(
        figure=figure,
        notes=tuple(_notes(desk, first)),
        speaker=desk.names.speaker(first.speaker),
        refs=desk.refs(one.claim for one in same),
    )


def _notes(desk: Desk, one: Figure) -> Iterator[Markup]:
    people = people_words(one, desk.words)
    if people is not None:
        yield people
    if one.side is not None:
        yield desk.names.actor(one.side)
    if one.superseded_by is not None:
        yield desk.words("figure.earlier_figure")
    if one.modality == "negated":
        yield desk.words("modality.negated")


# --- how far apart ----------------------------------------------------------------------------------------------------


def _spreads(desk: Desk, figures: Iterable[Figure], column: Callable[[str], bool]) -> Iterator[Markup]:
    """Lowest and highest of figures that count the same people: of one measure, one side, one sort."""
    alike: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        standing = one.subset_of is None and one.superseded_by is None and one.modality == "actual"
        if standing and column(one.measure):
            alike.setdefault((one.measure, one.side, one.who if one.who not in ANYBODY else None), []).append(one)
    for same in alike.values():
        if len({(one.lo, one.hi, one.bound) for one in same}) >= _TWO:
            yield _spread(desk, same)


def _spread(desk: Desk, same: Sequence[Figure]) -> Markup:
    """The lowest and the highest number that anybody names, and whether somebody leaves the top open."""
    words = desk.words
    ends = [end for one in same for end in (one.lo, one.hi) if end is not None]
    parts = [words("figure.low_high", low=f"{min(ends):,}", high=f"{max(ends):,}")] if ends else []
    if any(one.hi is None for one in same):
        parts.append(words("figure.open"))
    about = [part for part in (people_words(same[0], words),) if part is not None]
    if same[0].side is not None:
        about.append(desk.names.actor(same[0].side))
    said = words.joined(parts)
    return words("page.parenthesis", what=said, value=words.joined(about)) if about else said


# --- casualties -------------------------------------------------------------------------------------------------------


class CasualtyRow(msgspec.Struct, frozen=True):
    """One side and sort of people in one event, a cell for each column."""

    side: Markup
    people: Markup
    cells: tuple[tuple[Told, ...], ...]


class CasualtyBlock(msgspec.Struct, frozen=True):
    """Everybody who is told to have been hurt in one event."""

    title: Markup
    rows: tuple[CasualtyRow, ...]


class CasualtyTable(msgspec.Struct, frozen=True):
    """All events with casualties, under columns in which somebody says something."""

    columns: tuple[Markup, ...]
    blocks: tuple[CasualtyBlock, ...]


def casualties(desk: Desk) -> CasualtyTable:
    """Casualties by event, side and sort."""
    events = [event for event in desk.material.shown if has_casualties(event)]
    told = {one.measure for event in events for one in event.figures if one.modality == "actual"}
    measures = [one for one in CASUALTIES if one in told]
    return CasualtyTable(
        columns=tuple(desk.words.label("measure", one) for one in measures),
        blocks=tuple(_casualty_block(desk, event, measures) for event in events),
    )


def _casualty_block(desk: Desk, event: Event, measures: Sequence[str]) -> CasualtyBlock:
    hurt = [one for one in event.figures if one.measure in CASUALTIES and one.modality == "actual"]
    found: dict[tuple[str, str], list[Figure]] = {}
    for one in hurt:
        if one.claim in desk.shown:
            found.setdefault((one.side or "", one.who or "person"), []).append(one)
    rows = sorted(found, key=lambda key: (not key[0], key[0], key[1] != "person", key[1]))
    told = tuple(_casualty_row(desk, key, found[key], measures) for key in rows)
    return CasualtyBlock(desk.event_link(event), told)


def _casualty_row(desk: Desk, key: tuple[str, str], figures: Sequence[Figure], measures: Sequence[str]) -> CasualtyRow:
    side, who = key
    cells = []
    for measure in measures:
        told: dict[tuple[object, ...], list[Figure]] = {}
        for one in figures:
            if one.measure == measure:
                told.setdefault((one.speaker, *_same(one)), []).append(one)
        cells.append(tuple(_casualty(desk, same) for same in told.values()))
    return CasualtyRow(
        side=desk.names.actor(side) if side else desk.words("figure.of_any"),
        people=desk.words.label("people", who),
        cells=tuple(cells),
    )


def told_of(desk: Desk, figures: Iterable[Figure]) -> Iterator[Told]:
    """Figures as told, with their speakers; what one speaker says twice stands once."""
    told: dict[tuple[object, ...], list[Figure]] = {}
    for one in figures:
        if one.modality == "actual" and one.claim in desk.shown:
            told.setdefault((one.speaker, *_same(one)), []).append(one)
    for same in told.values():
        found = _told(desk, same)
        measure = desk.words.label("measure", same[0].measure)
        yield msgspec.structs.replace(found, figure=desk.words("page.colon", what=measure, value=found.figure))


def _casualty(desk: Desk, same: Sequence[Figure]) -> Told:
    told = _told(desk, same)
    notes = [desk.words("figure.earlier_figure")] if same[0].superseded_by is not None else []
    return msgspec.structs.replace(told, notes=tuple(notes))

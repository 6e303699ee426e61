"""The casualty ledger: by event, side and sort of people, every claimed figure, with low, best and high.

Nothing is added and nothing is averaged. Low and high are the least and the most that any standing figure admits; a
figure that its own speaker replaced is shown and no longer counts. Best is one of the claimed figures, chosen by the
first rule that decides, and the row says which. When no rule decides there is no best.
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from hudna.events.ranges import admits, numbered, says
from hudna.knowledge import Sides
from hudna.model import Event, Figure

_LOSSES = ("killed", "wounded", "missing", "captured")

_Choose = Callable[[Sequence[Figure], Event, frozenset[str], Sides], list[Figure]]


class CasualtyRow(msgspec.Struct, frozen=True):
    """One sort of people of one side in one event."""

    event: str
    measure: str
    """killed, wounded, missing, captured."""
    side: str | None
    who: str | None
    """person, soldier, civilian, child …"""
    part: bool
    """True when every figure of the row is a part of another row's figure: never to be added to it."""
    low: int | None
    best: int | None
    high: int | None
    """None where a figure is open upwards, or where nobody gives a number."""
    rule: str
    """Which rule chose best: own_losses, independent, most_origins, agreed; empty where none did."""
    figures: tuple[Figure, ...]
    outlets: int
    """Documents that carry a figure of the row."""
    origins: tuple[str, ...]
    why: str


def _own_losses(figures: Sequence[Figure], _: Event, __: frozenset[str], sides: Sides) -> list[Figure]:
    return [one for one in figures if one.side is not None and sides.of(one.origin) == sides.of(one.side)]


def _independent(figures: Sequence[Figure], event: Event, parties: frozenset[str], sides: Sides) -> list[Figure]:
    """Speakers who are no party and no side of the event; an outlet in its own voice has not counted for itself."""
    involved = parties | sides.of_all((*event.agents, *event.targets, *(one.side for one in figures if one.side)))
    camps = [(sides.of(one.origin), one) for one in figures]
    return [one for camp, one in camps if camp is not None and camp not in involved]


def _most_origins(figures: Sequence[Figure], _: Event, __: frozenset[str], sides: Sides) -> list[Figure]:
    origins: dict[tuple[float, float], set[str]] = {}
    for one in figures:
        origins.setdefault(admits(one), set()).add(sides.of(one.origin) or one.origin)
    most = max((len(voices) for voices in origins.values()), default=0)
    first = [value for value, voices in origins.items() if len(voices) == most]
    return [one for one in figures if admits(one) == first[0]] if len(first) == 1 and most > 1 else []


BEST_RULES: Mapping[str, tuple[str, _Choose]] = {
    "own_losses": ("a side's figure of its own losses", _own_losses),
    "independent": ("a speaker who is no side of it", _independent),
    "most_origins": ("the figure that most independent origins give", _most_origins),
}
"""Rules that can choose best, by name: what it prefers, and how."""


def casualties(
    events: Iterable[Event],
    *,
    parties: Iterable[str] = (),
    sides: Sides | None = None,
    rules: Sequence[str] = ("own_losses", "independent", "most_origins"),
) -> tuple[CasualtyRow, ...]:
    """Rows of all events, in the order of the events; within one killed before wounded, wholes before parts.

    Args:
        events: As weighed.
        parties: Actor codes of the parties to the conflict (`Theatre.parties`): never independent.
        sides: Who is on whose side (`Knowledge.sides`); each country is one when left out.
        rules: Names of BEST_RULES in the order in which they are asked; where all figures agree none is asked.

    Raises:
        KeyError: There is no rule of that name.
    """
    camps = sides or Sides()
    chooser = _Chooser(rules, camps.of_all(parties), camps)
    return tuple(row for event in events for row in _rows(event, chooser))


class _Chooser(NamedTuple):
    """How best is chosen."""

    rules: Sequence[str]
    parties: frozenset[str]
    sides: Sides


def _rows(event: Event, chooser: _Chooser) -> list[CasualtyRow]:
    grouped: dict[tuple[str, str | None, str | None], list[Figure]] = {}
    for figure in event.figures:
        if figure.measure in _LOSSES and figure.modality == "actual":
            grouped.setdefault((figure.measure, figure.side, figure.who), []).append(figure)
    rows = [_row(event, key, figures, chooser) for key, figures in grouped.items()]
    return sorted(rows, key=lambda row: (_LOSSES.index(row.measure), row.part, row.side or "", row.who or ""))


def _row(
    event: Event,
    key: tuple[str, str | None, str | None],
    figures: Sequence[Figure],
    chooser: _Chooser,
) -> CasualtyRow:
    measure, side, who = key
    standing = [one for one in figures if one.superseded_by is None and numbered(one) and not one.proposed]
    best, rule, why = _best(standing, event, chooser)
    low = min((int(admits(one)[0]) for one in standing), default=None)
    if all(one.proposed for one in figures):
        why = "only a model proposes it, and no person accepted that: not counted"
    return CasualtyRow(
        event=event.id,
        measure=measure,
        side=side,
        who=who,
        part=all(one.subset_of is not None for one in figures),
        low=low if best is None or low is None else min(low, best),  # «more than 400» is a bound of 400: no new number
        best=best,
        high=_high(standing),
        rule=rule,
        figures=tuple(figures),
        outlets=len({one.doc for one in figures}),
        origins=tuple(sorted({one.origin for one in figures})),
        why=why,
    )


def _high(standing: Sequence[Figure]) -> int | None:
    most = max((admits(one)[1] for one in standing), default=math.inf)
    return None if math.isinf(most) else int(most)


def _best(standing: Sequence[Figure], event: Event, chooser: _Chooser) -> tuple[int | None, str, str]:
    if not standing:
        return None, "", "nobody gives a number"
    agreed = _one_value(standing)
    if agreed is not None:
        alone = len(standing) == 1
        told = says(standing[0])
        return (
            (agreed, "single", f"the only figure says {told}")
            if alone
            else (agreed, "agreed", f"all figures say {told}")
        )
    for name in chooser.rules:
        what, choose = BEST_RULES[name]
        value = _one_value(choose(standing, event, chooser.parties, chooser.sides))
        if value is not None:
            return value, name, f"best is {value:,}: {what}"
    return None, "", "no rule decides between " + ", ".join(sorted({f"{says(one)} ({one.origin})" for one in standing}))


def _one_value(figures: Sequence[Figure]) -> int | None:
    """The number that all the figures name, when they name one; «at least 32» names 32."""
    values = {one.lo if one.lo is not None else one.hi for one in figures}
    return values.pop() if len(values) == 1 else None

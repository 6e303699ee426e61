"""Sums that a careful reader would do: parts against totals, sides against all, running totals, targets.

Every result states the sum in a sentence, with the claims that it rests on. Figures that overlap are never added: parts
are added only when they are told beside each other as different parts of one total, sides only when each is one side's
losses. A figure that its speaker replaced is left out.
"""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import msgspec

from hudna.events.figures import RUNNING, all_figures, holds
from hudna.events.ranges import admits, numbered, says
from hudna.model import Event, Figure

_NEARLY_ALL = 0.9
"""Share of a total from which its named parts look meant to make the whole: 491 of 497. Below it they are examples."""
_TARGETS = frozenset({"obligation", "planned", "demanded"})


class Sum(msgspec.Struct, frozen=True):
    """One piece of arithmetic."""

    sort: str
    """parts, sides, series, target, part (one part of a total)."""
    verdict: str
    """consistent, short (parts make less than the total), over (parts make more), falling, share, covers_part."""
    warning: bool
    """True when a person should look."""
    measure: str
    claims: tuple[str, ...]
    events: tuple[str, ...]
    made: float | None
    """What the parts make, or the part itself."""
    stated: float | None
    """What the total says."""
    why: str
    """The sum as a sentence."""


def arithmetic(events: Iterable[Event]) -> tuple[Sum, ...]:
    """All sums of the events: warnings first, then by sort and claims."""
    held = list(events)
    figures = {claim: figure for claim, figure in all_figures(held).items() if _counts(figure)}
    home = {claim: event.id for event in held for claim in event.claims}
    found = [*_parts(figures), *_targets(figures), *_series(figures.values())]
    for event in held:
        found.extend(_sides([one for one in event.figures if _counts(one)]))
    sums = [msgspec.structs.replace(one, events=_homes(one, home)) for one in found]
    return tuple(sorted(sums, key=lambda one: (not one.warning, one.sort, one.claims)))


def _counts(figure: Figure) -> bool:
    return numbered(figure) and not figure.proposed


def _homes(one: Sum, home: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted({home[claim] for claim in one.claims}))


def _said(figure: Figure) -> str:
    people = f" {figure.who}" if figure.who not in {None, "person"} else ""
    return f"{says(figure)}{people}"


def _parts(figures: dict[str, Figure]) -> list[Sum]:
    """Parts that one text names beside each other under one total, as told by one speaker."""
    grouped: dict[tuple[str, str, str], list[Figure]] = {}
    for figure in figures.values():
        if figure.subset_of in figures and figures[figure.subset_of].modality not in _TARGETS:
            grouped.setdefault((figure.subset_of, figure.doc, figure.origin), []).append(figure)
    found = []
    for (whole, _, _), parts in sorted(grouped.items()):
        found.append(_parts_sum(figures[whole], sorted(parts, key=lambda one: one.claim)))
    return found


def _parts_sum(whole: Figure, parts: Sequence[Figure]) -> Sum:
    low, high = sum(admits(one)[0] for one in parts), sum(admits(one)[1] for one in parts)
    least, most = admits(whole)
    made = sum(one.lo or 0 for one in parts)
    verdict = _verdict(low, high, least, most, several=len(parts) > 1)
    signs = {"over": "more than", "short": "less than", "consistent": "in keeping with", "covers_part": "a part of"}
    spoken = " + ".join(_said(one) for one in parts)
    total = f" = {made:,}" if len(parts) > 1 else ""
    why = f"{spoken}{total}, {signs[verdict]} {_said(whole)} {whole.measure} ({whole.origin})"
    if verdict in {"over", "short"} and whole.lo is not None:
        why += f": {abs(whole.lo - made):,} unexplained"
    return Sum(
        sort="parts" if len(parts) > 1 else "part",
        verdict=verdict,
        warning=verdict in {"over", "short"},
        measure=whole.measure,
        claims=(whole.claim, *(one.claim for one in parts)),
        events=(),
        made=float(made),
        stated=_number(whole),
        why=why,
    )


def _verdict(low: float, high: float, least: float, most: float, *, several: bool) -> str:
    if low > most:
        return "over"
    if high >= least and several:
        return "consistent"
    return "short" if several and high >= _NEARLY_ALL * least else "covers_part"


def _number(figure: Figure) -> float | None:
    number = figure.lo if figure.lo is not None else figure.hi
    return float(number) if number is not None else None


def _sides(figures: Sequence[Figure]) -> list[Sum]:
    """Each side's losses against a figure for all: «50 + 49 against about 100»."""
    standing = [
        one for one in figures if one.superseded_by is None and one.subset_of is None and one.modality == "actual"
    ]
    found: list[Sum | None] = []
    for measure in sorted({one.measure for one in standing}):
        told = [one for one in standing if one.measure == measure]
        sided = {side: _own([one for one in told if one.side == side]) for side in {one.side for one in told} if side}
        wholes = _distinct([one for one in told if one.side is None])
        if len(sided) > 1:
            found.extend(_sides_sum(whole, [sided[side] for side in sorted(sided)]) for whole in wholes)
    return [one for one in found if one is not None]


def _own(figures: Sequence[Figure]) -> Figure:
    """A side's figure of its own losses where it gives one, else the first."""
    return min(figures, key=lambda one: (not one.origin.startswith(one.side or "?"), one.claim))


def _distinct(figures: Sequence[Figure]) -> list[Figure]:
    return list({admits(one): one for one in reversed(figures)}.values())[::-1]


def _sides_sum(whole: Figure, sided: Sequence[Figure]) -> Sum | None:
    if not all(holds(whole.who, one.who) for one in sided):
        return None
    low, high = sum(admits(one)[0] for one in sided), sum(admits(one)[1] for one in sided)
    least, most = admits(whole)
    made = sum(one.lo or 0 for one in sided)
    verdict = "over" if low > most else "consistent" if high >= least else "short"
    spoken = " + ".join(f"{says(one)} ({one.side}, says {one.origin})" for one in sided)
    sign = {"over": "more than", "consistent": "consistent with", "short": "less than"}[verdict]
    return Sum(
        sort="sides",
        verdict=verdict,
        warning=verdict != "consistent",
        measure=whole.measure,
        claims=(whole.claim, *(one.claim for one in sided)),
        events=(),
        made=float(made),
        stated=_number(whole),
        why=f"{spoken} = {made:,}: {sign} {_said(whole)} {whole.measure} in all ({whole.origin})",
    )


def _targets(figures: dict[str, Figure]) -> list[Sum]:
    """So many of so many: a figure that is a part of a target."""
    found = []
    for figure in figures.values():
        target = figures.get(figure.subset_of or "")
        if target is None or target.modality not in _TARGETS or figure.modality in _TARGETS:
            continue
        made, stated = _number(figure), _number(target)
        if made is None or not stated:
            continue
        why = f"{says(figure)} of {says(target)} {target.measure}: {made / stated:.1%} of the target ({figure.origin})"
        found.append(
            Sum("target", "share", False, figure.measure, (target.claim, figure.claim), (), made, stated, why)  # noqa: FBT003
        )
    return found


def _series(figures: Iterable[Figure]) -> list[Sum]:
    """Running totals of one speaker over time, across events: they may stand still or rise, not fall."""
    grouped: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.measure in RUNNING and figure.told is not None and figure.bound == "exact" and not figure.subset_of:
            key = (figure.origin, figure.measure, figure.who, figure.side, figure.modality)
            grouped.setdefault(key, []).append(figure)
    found = []
    for told in grouped.values():
        days = {one.told: one for one in sorted(told, key=lambda one: one.claim)}
        ordered = [days[day] for day in sorted(days, key=str)]
        if len(ordered) > 2:  # noqa: PLR2004 - two figures make no series
            found.append(_series_sum(ordered))
    return found


def _series_sum(ordered: Sequence[Figure]) -> Sum:
    falls = [(a, b) for a, b in pairwise(ordered) if admits(b)[1] < admits(a)[0]]
    steps = "; ".join(f"{says(one)} ({(one.told or '')[:10]})" for one in ordered)
    why = f"{ordered[0].origin} counts {ordered[0].measure}: {steps}"
    why += ": " + ("; ".join(f"falls from {says(a)} to {says(b)}" for a, b in falls) if falls else "never falls")
    last = _number(ordered[-1])
    return Sum(
        sort="series",
        verdict="falling" if falls else "consistent",
        warning=bool(falls),
        measure=ordered[0].measure,
        claims=tuple(one.claim for one in ordered),
        events=(),
        made=None if last is None or math.isinf(last) else last,
        stated=None,
        why=why,
    )

"""Evidence put on the scales: the days with the heaviest sum, if they stand out."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence

from hudna.model import Published
from hudna.reading.engine.record import Record
from hudna.reading.recognise.docdate.evidence import LATEST, Evidence, iso

_ENOUGH = 4.0
"""Anchors of less weight fix no date: it is what one sentence with a sharp time and half of an event's words weighs."""
_MARGIN = 1.0
"""So much must the best days stand above any others that are not next to them."""
_HINT = 0.5
"""A day lighter by so little is as good as the best: nothing but «may lie ahead» parts them."""
_WIDE = 10
"""An interval of more days decides nothing: relative times would not resolve."""
_NEAR = 3
_OBJECTS = 3.0
"""Evidence of this weight that speaks against the result is told."""
_TOLD = 8
"""So many reasons are told."""


class Verdict(Record, frozen=True):
    """The best days and how they came about."""

    first: int
    last: int
    peak: int
    """The first of the heaviest days."""
    score: float
    rival: float
    """The best score of days that are not near them."""
    rival_day: int
    anchored: float
    """What anchors weigh on the best days."""
    opposed: float
    """What plain words weigh that do not fit the best days («اليوم الثلاثاء» on a Sunday)."""


def weigh(evidence: Sequence[Evidence]) -> Verdict | None:
    """The heaviest of the days that anchors name; None without an anchor."""
    anchors = [item for item in evidence if item.anchor]
    days = sorted({day for item in anchors for first, last in item.spans for day in range(first, last + 1)})
    if not days:
        return None
    scores = dict(zip(days, _scores(evidence, days), strict=True))
    best = max(scores.values())
    tops = _tops(scores, best)
    first, last = tops[0], tops[-1]
    peak = next(day for day in tops if scores[day] == best)
    others = [day for day in days if not first - _NEAR <= day <= last + _NEAR]
    rival = max(others, key=lambda day: (scores[day], -day), default=0)
    return Verdict(
        first=first,
        last=last,
        peak=peak,
        score=best,
        rival=scores.get(rival, 0.0),
        rival_day=rival,
        anchored=_scores(anchors, [peak])[0],
        opposed=sum(_plain_against(evidence, peak)),
    )


def _tops(scores: dict[int, float], best: float) -> list[int]:
    """The best days, and the days beside them that a hint alone makes lighter."""
    tops = {day for day, score in scores.items() if score == best}
    for step in (1, -1):
        for day in sorted(tops):
            beside = day + step
            while beside not in tops and scores.get(beside, 0.0) >= best - _HINT:
                tops.add(beside)
                beside += step
    return sorted(tops)


def _scores(evidence: Sequence[Evidence], days: list[int]) -> list[float]:
    """The sum for each day, of every group the heaviest only."""
    groups: dict[str, list[Evidence]] = defaultdict(list)
    for number, item in enumerate(evidence):
        groups[item.group or f"#{number}"].append(item)
    sums = [0.0] * len(days)
    for items in groups.values():
        heaviest = [0.0] * len(days)
        for item in items:
            for first, last in item.spans:
                for at in range(bisect_left(days, first), bisect_right(days, last)):
                    heaviest[at] = max(heaviest[at], item.weight)
        sums = [total + weight for total, weight in zip(sums, heaviest, strict=True)]
    # sums of halves and quarters: rounding keeps equal days equal
    return [round(total, 6) for total in sums]


def _plain_against(evidence: Sequence[Evidence], day: int) -> list[float]:
    return [item.weight for item in evidence if not item.anchor and item.weight >= _OBJECTS and not holds(item, day)]


def holds(item: Evidence, day: int) -> bool:
    """Whether a day is one of those that the evidence speaks for."""
    at = bisect_right(item.spans, (day, LATEST + 1)) - 1
    return at >= 0 and item.spans[at][0] <= day <= item.spans[at][1]


def published(evidence: Sequence[Evidence], verdict: Verdict | None) -> Published:
    """The verdict in words; unknown when nothing stands out."""
    if verdict is None:
        return Published(basis="unknown", why=("nothing in the text tells its date", *_heaviest(evidence)))
    doubt = _doubt(verdict)
    if doubt:
        return Published(basis="unknown", why=(doubt, *_heaviest(evidence)))
    for_it = _heaviest_of_groups([item for item in evidence if holds(item, verdict.peak)])
    settled = {item.group for item in for_it if item.group}
    against = [item for item in evidence if not holds(item, verdict.peak) and item.group not in settled]
    reasons = _distinct([item.why for item in for_it])[:_TOLD]
    objections = [f"against it: {item.why}" for item in _heaviest_of_groups(against) if item.weight >= _OBJECTS]
    objections = objections[: _TOLD // 2]
    return Published(first=iso(verdict.first), last=iso(verdict.last), basis="inferred", why=(*reasons, *objections))


def _doubt(verdict: Verdict) -> str:
    if verdict.last - verdict.first >= _WIDE:
        return f"the evidence leaves {verdict.last - verdict.first + 1} days open, from {iso(verdict.first)} on"
    if verdict.anchored - verdict.opposed < _ENOUGH:
        return f"the evidence for {iso(verdict.first)} is too light ({_told(verdict)}, needed {_ENOUGH:g})"
    if verdict.score - verdict.rival < _MARGIN:
        return f"{iso(verdict.first)} and {iso(verdict.rival_day)} are about equally likely"
    return ""


def _told(verdict: Verdict) -> str:
    if not verdict.opposed:
        return f"{verdict.anchored:.1f}"
    return f"{verdict.anchored:.1f} less {verdict.opposed:.1f} against it"


def _heaviest_of_groups(evidence: Sequence[Evidence]) -> list[Evidence]:
    found: dict[str, Evidence] = {}
    for item in _by_weight(evidence):
        found.setdefault(item.group or item.why, item)
    return list(found.values())


def _heaviest(evidence: Sequence[Evidence]) -> list[str]:
    return _distinct([item.why for item in _by_weight(evidence)])[: _TOLD // 2]


def _by_weight(evidence: Sequence[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda item: (-item.weight, item.why))


def _distinct(sentences: list[str]) -> list[str]:
    return list(dict.fromkeys(sentences))

"""How many hostile acts, and how many alleged breaches among them, were told day by day; the period before is paler."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from markupsafe import Markup

from hudna.model import Event
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import breaches, is_incident
from hudna.publish.report.pictures.svg import INK, Picture, drawing, element, label, line

WIDTH, HEIGHT = 720, 150
LEFT, RIGHT, TOP, BOTTOM = 36, 12, 16, 34
MOST_DAYS = 62
"""Longer spans are told by month."""
_LABELS = 8


def draw_days(desk: Desk) -> Picture | None:
    """None where nothing hostile is told in either period."""
    now, before = desk.material.events, desk.material.earlier
    alleged = {event for one in breaches(desk.material.findings, (*now, *before)) for event in one.events}
    acts = {event.id: event for event in (*before, *now) if is_incident(event) and event.when is not None}
    bins = _bins(desk)
    counts = Counter(_bin(event, bins) for event in acts.values())
    broken = Counter(_bin(event, bins) for key, event in acts.items() if key in alleged)
    if not any(counts[one] for one in bins):
        return None
    parts = [*_axis(bins, max(counts[one] for one in bins)), *_bars(desk, bins, counts, broken), *_legend(desk)]
    return drawing(parts, alt=desk.words("picture.days"), width=WIDTH, height=HEIGHT)


def _bins(desk: Desk) -> list[date]:
    """First days of all bins of both periods."""
    period = desk.material.period
    start = period.previous.first
    days = (period.last - start).days + 1
    if days <= 2 * MOST_DAYS:
        return [start + timedelta(days=number) for number in range(days)]
    return sorted({(start + timedelta(days=number)).replace(day=1) for number in range(days)})


def _bin(event: Event, bins: Sequence[date]) -> date | None:
    """The bin in which an event begins; None where it is told for longer than a day or begins outside."""
    if event.when is None:
        return None
    first, last = (date.fromisoformat(end[:10]) for end in event.when)
    narrow = _by_day(bins)
    if narrow and (last - first).days > 1:
        return None
    known = [one for one in bins if one <= first]
    return known[-1] if known and (not narrow or known[-1] == first) else None


def _by_day(bins: Sequence[date]) -> bool:
    return len(bins) == 1 or (bins[1] - bins[0]).days == 1


def _x(bins: Sequence[date], number: float) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * number / len(bins)


def _y(count: float, most: int) -> float:
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * count / max(most, 1)


def _axis(bins: Sequence[date], most: int) -> Iterator[Markup]:
    step = max(1, -(-most // 4))
    for count in range(0, most + 1, step):
        yield line(LEFT, _y(count, most), WIDTH - RIGHT, _y(count, most), stroke_opacity=0.15 if count else 0.6)
        yield label(LEFT - 5, _y(count, most) + 4, str(count), size=10, anchor="end", fill_opacity=0.7)
    every = max(1, -(-len(bins) // _LABELS))
    for number, day in enumerate(bins):
        if number % every == 0:
            told = day.isoformat()[: None if _by_day(bins) else len("2023-09")]
            yield label(_x(bins, number + 0.5), HEIGHT - BOTTOM + 14, told, size=9.5, anchor="middle", fill_opacity=0.8)


def _bars(
    desk: Desk, bins: Sequence[date], counts: Counter[date | None], broken: Counter[date | None]
) -> Iterator[Markup]:
    most = max(counts[one] for one in bins)
    wide = min(46.0, (WIDTH - LEFT - RIGHT) / len(bins) * 0.72)
    for number, day in enumerate(bins):
        pale = 0.45 if day < desk.material.period.first else 1.0
        middle = _x(bins, number + 0.5)
        for count, strength in ((counts[day], 0.3), (broken[day], 0.85)):
            if count:
                top = _y(count, most)
                bar = {"x": middle - wide / 2, "y": top, "width": wide, "height": HEIGHT - BOTTOM - top}
                yield element("rect", (), **bar, fill=INK, fill_opacity=round(strength * pale, 2))


def _legend(desk: Desk) -> Iterator[Markup]:
    at = LEFT + 4.0
    for name, strength in (("told", 0.3), ("alleged", 0.85)):
        words = desk.words(f"picture.{name}").striptags()
        yield element("rect", x=at, y=HEIGHT - 13, width=10, height=10, fill=INK, fill_opacity=strength)
        yield label(at + 15, HEIGHT - 4, words, size=11)
        at += 40 + 7.0 * len(words)

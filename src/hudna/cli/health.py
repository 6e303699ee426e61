"""Is a source still publishing? Its silence beside its own usual rhythm."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from hudna.ledger import Pulse

TIMES = 3
"""A source is silent when it has said nothing for so many times its usual while."""
LEAST = 1.0
"""Hours below which nobody is called silent."""
_FEW = 3
"""Moments of publication below which there is no rhythm."""
_DAY = len("2020-10-12")


class Health(msgspec.Struct, frozen=True):
    """One source, at one moment."""

    source: str
    documents: int
    last: str | None
    """Its last publication, ISO date or local date-time; None when nothing of it has a date."""
    arrived: str
    """ISO time (UTC) at which the ledger took in its last document."""
    silence_hours: float | None
    """Since the last publication; where that is a day, since the end of the day. Never below 0."""
    usual_hours: float | None
    """The median while between two of its last publications; None when there are fewer than three."""
    silent: bool


def health_of(pulses: Iterable[Pulse], now: datetime, zone: str) -> list[Health]:
    """Every source.

    Args:
        pulses: As the ledger tells them.
        now: With a zone.
        zone: Of the theatre (`+04:00`): moments of publication without a zone are told in it.
    """
    return [_health(one, now, zone) for one in pulses]


def _health(pulse: Pulse, now: datetime, zone: str) -> Health:
    moments = sorted(_moment(one, zone) for one in pulse.moments)
    gaps = [(later - earlier) / timedelta(hours=1) for earlier, later in pairwise(moments)]
    usual = median(gaps) if len(moments) >= _FEW else None
    silence = max(0.0, (now - moments[-1]) / timedelta(hours=1)) if moments else None
    silent = silence is not None and usual is not None and silence > max(LEAST, TIMES * usual)
    return Health(
        source=pulse.source,
        documents=pulse.documents,
        last=pulse.moments[0] if pulse.moments else None,
        arrived=pulse.arrived,
        silence_hours=_rounded(silence),
        usual_hours=_rounded(usual),
        silent=silent,
    )


def _moment(iso: str, zone: str) -> datetime:
    """A date-time, or the end of a day, with its zone."""
    if len(iso) <= _DAY:
        return datetime.fromisoformat(f"{iso}T00:00:00{zone}") + timedelta(days=1)
    told = datetime.fromisoformat(iso)
    return told if told.tzinfo is not None else datetime.fromisoformat(f"{iso}{zone}")


def _rounded(hours: float | None) -> float | None:
    return None if hours is None else round(hours, 1)


def health_lines(found: Sequence[Health]) -> Iterator[str]:
    """For people; the silent ones first."""
    for one in sorted(found, key=lambda one: (not one.silent, one.source)):
        last = f"last {one.last}, {one.silence_hours:,} h ago" if one.last else "nothing with a date"
        usual = f"usually every {one.usual_hours:,} h" if one.usual_hours is not None else "no rhythm known yet"
        yield f"  {'SILENT ' if one.silent else ''}{one.source}: {last}; {usual}"

"""All contradictions of many events in one list, the hardest first."""

from collections.abc import Iterable

import msgspec

from hudna.model import Contradiction, Event

_ORDER = ("exclusive", "series", "part_whole", "other_scope", "other_grain", "naming")


class Disagreement(msgspec.Struct, frozen=True):
    """One contradiction with the event that it stands in."""

    event: str
    kind: str
    when: tuple[str, str] | None
    places: tuple[str, ...]
    contradiction: Contradiction


def contradictions(events: Iterable[Event]) -> tuple[Disagreement, ...]:
    """Every contradiction of the events: truly exclusive ones first, then by time, field and event."""
    found = [
        Disagreement(event=event.id, kind=event.kind, when=event.when, places=event.places, contradiction=one)
        for event in events
        for one in event.contradictions
    ]
    return tuple(sorted(found, key=_key))


def _key(row: Disagreement) -> tuple[int, tuple[str, str], str, str]:
    return _ORDER.index(row.contradiction.sort), row.when or ("~", "~"), row.contradiction.field, row.event

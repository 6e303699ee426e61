"""What a later weighing changes in an earlier one: late arrivals and corrections, said in sentences."""

from collections.abc import Iterable

import msgspec

from hudna.events.ranges import says
from hudna.model import Event, Figure


class Change(msgspec.Struct, frozen=True):
    """One difference between two weighings."""

    sort: str
    """new_event, gone_event, new_id, new_claims, figure, contradiction."""
    event: str
    """Id in the later weighing; for a gone event, its old id."""
    claims: tuple[str, ...]
    why: str


def changes(before: Iterable[Event], after: Iterable[Event]) -> tuple[Change, ...]:
    """Differences of two weighings of one ledger, in the order of the later one. An event is known by its claims.

    The earlier weighing stands in the ledger; nothing is overwritten. An event whose claims went to several events, or
    came from several, is told at the one that holds most of them.
    """
    old = {claim: event for event in before for claim in event.claims}
    found: list[Change] = []
    met: set[str] = set()
    for event in after:
        former = _former(event, old)
        if former is None:
            found.append(Change("new_event", event.id, event.claims, f"new: {event.kind}, {len(event.claims)} claims"))
            continue
        met.add(former.id)
        found.extend(_differences(former, event))
    gone = {event.id: event for event in old.values() if event.id not in met}
    found.extend(
        Change("gone_event", one.id, one.claims, "its claims now stand in other events, or in none")
        for one in sorted(gone.values(), key=lambda one: one.id)
    )
    return tuple(found)


def _former(event: Event, old: dict[str, Event]) -> Event | None:
    """The earlier event that holds most of its claims; among equals the one with the same id, then by id."""
    candidates: dict[str, int] = {}
    for claim in event.claims:
        if claim in old:
            candidates[old[claim].id] = candidates.get(old[claim].id, 0) + 1
    if not candidates:
        return None
    best = min(candidates, key=lambda name: (-candidates[name], name != event.id, name))
    return next(old[claim] for claim in event.claims if claim in old and old[claim].id == best)


def _differences(former: Event, event: Event) -> Iterable[Change]:
    added = tuple(claim for claim in event.claims if claim not in former.claims)
    if former.id != event.id:
        yield Change("new_id", event.id, event.claims, f"was {former.id}: an earlier report came in late")
    if added:
        yield Change("new_claims", event.id, added, f"{len(added)} more claims on what was {len(former.claims)}")
    yield from _figures(former, event, added)
    before = {(one.field, one.sort) for one in former.contradictions}
    for one in event.contradictions:
        if (one.field, one.sort) not in before:
            told = "; ".join(f"{reading.value} ({', '.join(reading.speakers)})" for reading in one.readings)
            claims = tuple(claim for reading in one.readings for claim in reading.claims)
            yield Change("contradiction", event.id, claims, f"now contradictory in {one.field}: {told}")


def _figures(former: Event, event: Event, added: tuple[str, ...]) -> Iterable[Change]:
    known = {_value(figure) for figure in former.figures}
    for figure in event.figures:
        if figure.claim in added and _value(figure) not in known:
            told = f", published {figure.told[:10]}" if figure.told else ""
            why = f"a further figure: {says(figure)} {figure.measure} ({figure.speaker}{told})"
            yield Change("figure", event.id, (figure.claim,), why)


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.measure, figure.lo, figure.hi, figure.bound, figure.who, figure.side, figure.speaker

"""«سلمت آغدام في 20 نوفمبر، ثم كلبجار في 25 منه»: one verb, several places, each with its own day."""

import msgspec

from hudna.reading.claim.draft import Draft
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import PlaceFound, TimeFound

_KINDS = ("implementation.handover", "territory.control_change", "hostilities.", "implementation.withdrawal")


def told_apart(seen: Recognised, draft: Draft) -> list[Draft]:
    """The drafts that one draft stands for: itself, or one for each place that has a time of its own."""
    if not draft.kind.startswith(_KINDS) or draft.number is not None:
        return [draft]
    stations = _stations(seen, draft)
    if len(stations) < 2:  # noqa: PLR2004 (one station is no list)
        return [draft]
    return [_at(seen, draft, *station, first=index == 0) for index, station in enumerate(stations)]


def _stations(seen: Recognised, draft: Draft) -> list[tuple[PlaceFound, TimeFound]]:
    """(place, its time) after the predicate, as long as each place is followed by a day before the next place."""
    places = [p for p in between(seen.places, draft.anchor, draft.clause.last) if p.code and not p.within]
    found: list[tuple[PlaceFound, TimeFound]] = []
    for index, place in enumerate(places):
        end = places[index + 1].first if index + 1 < len(places) else draft.clause.last
        times = [time for time in between(seen.times, place.last, end) if time.start and time.end]
        if not times:
            return []
        found.append((place, times[0]))
    return found


def _at(seen: Recognised, draft: Draft, place: PlaceFound, time: TimeFound, *, first: bool) -> Draft:
    begin = draft.first if first else place.first - (1 if seen.text.words[place.first - 1] == "ثم" else 0)
    why = [*draft.why, f"places and when: «{place.name}» has a day of its own"]
    return msgspec.structs.replace(
        draft,
        first=begin,
        last=max(place.last, time.last),
        anchor=draft.anchor if first else place.first,
        agents=list(draft.agents),
        targets=list(draft.targets),
        places=[place.code or ""],
        when=(time.start or "", time.end or ""),
        why=why,
    )

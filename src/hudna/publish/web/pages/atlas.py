"""The map: where events are claimed to have been, how precisely, and where the accounts name several places.

Everything that the map shows stands in the table beside it, and the page is whole without the map.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from math import log2
from statistics import median, quantiles

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.knowledge import WORLD, Knowledge
from hudna.ledger import PlaceCount
from hudna.model import Event, Place
from hudna.publish.report.wording import isolate
from hudna.publish.web.asking import before, day_of, is_kind, kinds, one_of
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show

WINDOW = 30
"""Days that are shown when nobody names any: the last ones that anything is told of."""
LISTED = 150
"""Rows of the table; the map itself shows every place."""
LINKED = 200
"""Events with several claimed places that are drawn; the latest."""
PRECISE_KM = 60.0
"""A place that is known less precisely than this is an area: it is drawn hollow."""
NEAREST = (8.0, 10.0)
"""Zoom levels of MapLibre that the map comes to by itself: for a wide theatre, for a small one."""
PAPER, NARROWEST = 351.0, 0.1
"""Degrees that half the map's width shows at zoom 0; the least span of a theatre that is believed."""
ROUND = 1e4
"""Coordinates to about ten metres; packs are no more precise."""


class Spot(msgspec.Struct, frozen=True):
    """One place with its events."""

    code: str
    name: str
    lon: float
    lat: float
    radius: float
    """Kilometres within which it lies somewhere."""
    events: int
    sort: str
    """The class of kinds that has most of its events."""
    classes: dict[str, int]
    href: str


class Link(msgspec.Struct, frozen=True):
    """One event that several places are claimed for."""

    title: str
    href: str
    points: tuple[tuple[float, float], ...]


class Drawn(msgspec.Struct, frozen=True):
    """What the map's script asks for."""

    places: tuple[Spot, ...]
    links: tuple[Link, ...]


class Row(msgspec.Struct, frozen=True):
    """One place in the table."""

    spot: Spot
    name: Markup
    sorts: tuple[tuple[str, Markup, int], ...]
    """(class, label, events)."""
    radius: Markup
    area: bool


class State(msgspec.Struct, frozen=True):
    """What the address asks for."""

    first: str
    last: str
    kind: str | None
    known: tuple[str, str]
    """First and last day of which anything is told."""


def answer(desk: Desk) -> Response:
    """The page."""
    state = _state(desk)
    if state is None:
        return show(desk, "empty")
    spots, elsewhere = _spots(desk, state)
    links = _links(desk, state)
    classes = sorted({name for spot in spots for name in spot.classes}, key=lambda name: desk.words.rank("class", name))
    return show(
        desk,
        "map",
        state=state,
        length=(date.fromisoformat(state.last) - date.fromisoformat(state.first)).days + 1,
        span=desk.dating.days(date.fromisoformat(state.first), date.fromisoformat(state.last)),
        rows=[_row(desk, spot) for spot in spots[:LISTED]],
        places=len(spots),
        events=sum(spot.events for spot in spots),
        elsewhere=elsewhere,
        links=links,
        legend=[(name, desk.words.label("class", name)) for name in classes],
        kinds=kinds(desk),
        middle=_middle(desk.knowledge),
        closest=_closest(desk.knowledge),
    )


def _own(knowledge: Knowledge) -> list[Place]:
    """The theatre's own places; all where there is no theatre but the world."""
    own = [place for one in knowledge.theatres if one.id != WORLD for place in one.places]
    return own or list(knowledge.places.values())


def _middle(knowledge: Knowledge) -> tuple[float, float]:
    """(longitude, latitude) about which the theatre lies: where the map begins before anything is on it."""
    own = _own(knowledge)
    return round(median(one.lon for one in own), 2), round(median(one.lat for one in own), 2)


def _closest(knowledge: Knowledge) -> float:
    """How near the map comes by itself: so that a small theatre fills it, as far as the rough coast allows."""
    own = _own(knowledge)
    spans = [quantiles(ends, n=10) for ends in ([one.lon for one in own], [one.lat for one in own])]
    widest = max(cuts[-1] - cuts[0] for cuts in spans)
    return round(min(max(log2(PAPER / max(widest, NARROWEST)), NEAREST[0]), NEAREST[1]), 1)


def points(desk: Desk) -> Response:
    """The same as JSON, for the map's script."""
    state = _state(desk)
    told = Drawn(tuple(_spots(desk, state)[0]), tuple(_links(desk, state))) if state else Drawn((), ())
    return Response(msgspec.json.encode(told), media_type="application/json")


def _state(desk: Desk) -> State | None:
    known = desk.ledger.desk.days()
    if known is None:
        return None
    last = day_of(desk, "last") or known[1]
    first = day_of(desk, "first") or max(min(before(last, WINDOW - 1), last), "0001-01-01")
    return State(min(first, last), max(first, last), one_of(desk, "kind", is_kind(desk)), known)


def _spots(desk: Desk, state: State) -> tuple[list[Spot], int]:
    """Places that the packs can put on a map, those with most events first; and events elsewhere."""
    counts = desk.ledger.desk.by_place(state.first, state.last, (state.kind,) if state.kind else ())
    together: dict[str, dict[str, int]] = {}
    for one in counts:
        classes = together.setdefault(one.place, {})
        name = one.kind.partition(".")[0]
        classes[name] = classes.get(name, 0) + one.events
    spots = [_spot(desk, state, place, classes) for place, classes in _known(desk, together)]
    return sorted(spots, key=lambda spot: (-spot.events, spot.code)), _unknown(desk, counts)


def _known(desk: Desk, together: Mapping[str, dict[str, int]]) -> Iterable[tuple[Place, dict[str, int]]]:
    places = desk.knowledge.places
    return ((places[code], classes) for code, classes in together.items() if code in places)


def _unknown(desk: Desk, counts: Iterable[PlaceCount]) -> int:
    return sum(one.events for one in counts if one.place not in desk.knowledge.places)


def _spot(desk: Desk, state: State, place: Place, classes: dict[str, int]) -> Spot:
    return Spot(
        code=place.code,
        name=str(desk.names.place(place.code).striptags()),
        lon=round(place.lon * ROUND) / ROUND,
        lat=round(place.lat * ROUND) / ROUND,
        radius=place.precision_km,
        events=sum(classes.values()),
        sort=max(classes, key=lambda name: (classes[name], name)),
        classes=dict(sorted(classes.items())),
        href=desk.to("events", place=place.code, first=state.first, last=state.last, kind=state.kind or ""),
    )


def _row(desk: Desk, spot: Spot) -> Row:
    sorts = tuple((name, desk.words.label("class", name), number) for name, number in spot.classes.items())
    radius = isolate(f"{spot.radius:g}")
    return Row(spot, desk.names.place(spot.code), sorts, radius, area=spot.radius > PRECISE_KM)


def _links(desk: Desk, state: State) -> list[Link]:
    """Events whose accounts name places that cannot both be right."""
    page = desk.ledger.desk.disputes(sort="exclusive", field="places", first=state.first, last=state.last, size=LINKED)
    found = (_link(desk, one.event) for one in page.items if _is_wanted(one.event, state))
    return [link for link in found if len(link.points) > 1]


def _is_wanted(event: Event, state: State) -> bool:
    family = {event.kind, event.kind.partition(".")[0]}
    return event.modality == "actual" and not event.background and (state.kind is None or state.kind in family)


def _link(desk: Desk, event: Event) -> Link:
    known = (desk.knowledge.places[code] for code in event.places if code in desk.knowledge.places)
    where = dict.fromkeys((round(one.lon * ROUND) / ROUND, round(one.lat * ROUND) / ROUND) for one in known)
    return Link(str(desk.title_alone(event).striptags()), desk.to("events", event.id), tuple(where))

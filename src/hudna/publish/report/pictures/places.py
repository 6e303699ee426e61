"""The map: the places of the period, each with the radius within which it is known. No border and no line of contact.

The coast is drawn where the assets hold it (Natural Earth, public domain, 1:50 million: kilometres wrong at this scale,
so it is faint). Borders are left out altogether: where some are disputed, every drawing of them takes a position.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec
from markupsafe import Markup

from hudna.model import Event, Place
from hudna.publish.report.desk import Desk
from hudna.publish.report.pictures.shores import shores_near
from hudna.publish.report.pictures.svg import INK, Picture, drawing, element, label, line

WIDTH, HEIGHT, EDGE = 720, 460, 34
ROUGHEST_KM = 80.0
"""Places known less closely than this are in the key only: a country is no point."""
NARROWEST = 0.8
"""Degrees of latitude that the map shows at least."""
KM_PER_DEGREE = 111.2
BADGE = 9.0
SHOWN_EVENTS = 4
LINES = 6
"""Lines of latitude at most."""
BEARINGS = 5
"""Towns named for orientation."""
APART = (95, 26)
"""Units that the names of two towns keep between them, across and down."""
_ROUND = (1, 2, 5, 10, 20, 50, 100, 200, 500)
_STEPS = (0.1, 0.25, 0.5, 1, 2, 5, 10, 20)


class PlaceRow(msgspec.Struct, frozen=True):
    """One line of the key."""

    number: int | None
    """As on the map; None for what is too rough to be drawn."""
    name: Markup
    radius: Markup
    events: tuple[Markup, ...]
    more: int


class Frame(msgspec.Struct, frozen=True):
    """From degrees to the drawing: equirectangular, true to distance at its middle."""

    west: float
    north: float
    scale: float
    """Units of the drawing for one degree of latitude."""
    squeeze: float
    """Cosine of the middle latitude."""

    def x(self, lon: float) -> float:
        """From longitude."""
        return EDGE + (lon - self.west) * self.squeeze * self.scale

    def y(self, lat: float) -> float:
        """From latitude."""
        return EDGE + (self.north - lat) * self.scale

    def length(self, km: float) -> float:
        """From kilometres."""
        return km / KM_PER_DEGREE * self.scale


def draw_places(desk: Desk) -> tuple[Picture | None, tuple[PlaceRow, ...]]:
    """The map and its key; both by number of events, then by code, so that a place has one number in both languages."""
    at = _events_by_place(desk)
    ranked = sorted(at, key=lambda code: (-len(at[code]), code))
    places = {code: desk.knowledge.places[code] for code in ranked if code in desk.knowledge.places}
    drawn = [code for code, place in places.items() if place.precision_km <= ROUGHEST_KM]
    numbers = {code: number for number, code in enumerate(drawn, start=1)}
    rows = tuple(_row(desk, places[code], numbers.get(code), at[code]) for code in (*drawn, *_rest(places, numbers)))
    if not drawn:
        return None, rows
    frame = _frame([places[code] for code in drawn])
    parts = [
        *_coast(frame),
        *_grid(desk, frame),
        *_bearings(desk, frame, drawn),
        *_links(desk, frame, numbers),
        *_marks(places, frame, numbers, at),
    ]
    return drawing(parts, alt=desk.words("picture.places"), width=WIDTH, height=HEIGHT), rows


def _rest(places: Mapping[str, Place], numbers: Mapping[str, int]) -> list[str]:
    return [code for code in places if code not in numbers]


def _events_by_place(desk: Desk) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = {}
    for event in desk.material.events:
        if not event.background:
            for code in event.places:
                found.setdefault(code, []).append(event)
    return found


def _row(desk: Desk, place: Place, number: int | None, events: Sequence[Event]) -> PlaceRow:
    return PlaceRow(
        number=number,
        name=desk.names.place(place.code),
        radius=desk.words("picture.radius", km=f"{place.precision_km:g}"),
        events=tuple(desk.event_link(event) for event in events[:SHOWN_EVENTS]),
        more=max(0, len(events) - SHOWN_EVENTS),
    )


# --- the frame --------------------------------------------------------------------------------------------------------


def _frame(places: Sequence[Place]) -> Frame:
    around = [(one, one.precision_km / KM_PER_DEGREE) for one in places]
    south, north = _span([one.lat + sign * reach for one, reach in around for sign in (-1, 1)], NARROWEST)
    squeeze = max(0.1, math.cos(math.radians((south + north) / 2)))
    west, east = _span(
        [one.lon + sign * reach / squeeze for one, reach in around for sign in (-1, 1)], NARROWEST / squeeze
    )
    scale = min((WIDTH - 2 * EDGE) / ((east - west) * squeeze), (HEIGHT - 2 * EDGE) / (north - south))
    spare_x = (WIDTH - 2 * EDGE) / scale / squeeze - (east - west)
    spare_y = (HEIGHT - 2 * EDGE) / scale - (north - south)
    return Frame(west=west - spare_x / 2, north=north + spare_y / 2, scale=scale, squeeze=squeeze)


def _span(values: Sequence[float], least: float) -> tuple[float, float]:
    """From the lowest to the highest with a margin, at least so wide."""
    low, high = min(values), max(values)
    margin = max((least - (high - low)) / 2, (high - low) * 0.06)
    return low - margin, high + margin


def _grid(desk: Desk, frame: Frame) -> Iterator[Markup]:
    """Degrees as thin lines with their numbers at the edge, and a scale."""
    right, bottom = WIDTH - EDGE, HEIGHT - EDGE
    yield element(
        "rect",
        x=EDGE,
        y=EDGE,
        width=WIDTH - 2 * EDGE,
        height=HEIGHT - 2 * EDGE,
        fill="none",
        stroke=INK,
        stroke_opacity=0.4,
    )
    tall = (HEIGHT - 2 * EDGE) / frame.scale
    step = next(one for one in _STEPS if tall / one <= LINES)
    for lat in _multiples(frame.north - tall, frame.north, step):
        yield line(EDGE, frame.y(lat), right, frame.y(lat), stroke_opacity=0.14)
        yield label(EDGE - 3, frame.y(lat) + 3.5, f"{lat:g}°", size=9, anchor="end", fill_opacity=0.65)
    wide = (WIDTH - 2 * EDGE) / frame.scale / frame.squeeze
    for lon in _multiples(frame.west, frame.west + wide, step):
        yield line(frame.x(lon), EDGE, frame.x(lon), bottom, stroke_opacity=0.14)
        yield label(frame.x(lon), bottom + 12, f"{lon:g}°", size=9, anchor="middle", fill_opacity=0.65)
    km = max(one for one in _ROUND if frame.length(one) <= WIDTH / 4 or one == 1)
    yield line(right - frame.length(km), bottom - 12, right, bottom - 12, stroke_width=2)
    yield label(
        right - frame.length(km) / 2,
        bottom - 17,
        desk.words("picture.radius", km=km).striptags(),
        size=10,
        anchor="middle",
    )


def _coast(frame: Frame) -> Iterator[Markup]:
    """Shores inside the frame, as far as the assets hold them."""
    east = frame.west + WIDTH / frame.scale / frame.squeeze
    for shore in shores_near(frame.west, frame.north - HEIGHT / frame.scale, east, frame.north):
        pieces: list[list[str]] = [[]]
        for lon, lat in shore:
            x, y = frame.x(lon), frame.y(lat)
            if EDGE <= x <= WIDTH - EDGE and EDGE <= y <= HEIGHT - EDGE:
                pieces[-1].append(f"{x:.1f},{y:.1f}")
            elif pieces[-1]:
                pieces.append([])
        for piece in pieces:
            if len(piece) > 1:
                yield element("polyline", points=" ".join(piece), fill="none", stroke=INK, stroke_opacity=0.35)


def _multiples(low: float, high: float, step: float) -> Iterator[float]:
    for number in range(math.ceil(low / step), math.floor(high / step) + 1):
        yield round(number * step, 4)


def _inside(frame: Frame, place: Place) -> bool:
    x, y = frame.x(place.lon), frame.y(place.lat)
    return EDGE + 40 < x < WIDTH - EDGE - 40 and EDGE + 12 < y < HEIGHT - EDGE - 24


def _bearings(desk: Desk, frame: Frame, drawn: Sequence[str]) -> Iterator[Markup]:
    """Towns of the packs that no event names: bearings for the reader, with both names where they have two."""
    towns = [
        one
        for one in desk.knowledge.places.values()
        if one.sort == "city" and one.code not in drawn and _inside(frame, one)
    ]
    taken = [(frame.x(desk.knowledge.places[code].lon), frame.y(desk.knowledge.places[code].lat)) for code in drawn]
    shown = 0
    for town in sorted(towns, key=lambda one: (one.government is None, one.precision_km * -1, one.code)):
        x, y = frame.x(town.lon), frame.y(town.lat)
        if shown == BEARINGS or any(abs(x - left) < APART[0] and abs(y - top) < APART[1] for left, top in taken):
            continue
        shown += 1
        taken.append((x, y))
        yield element("rect", x=x - 2, y=y - 2, width=4, height=4, fill=INK, fill_opacity=0.55)
        yield label(x, y - 5, desk.names.place(town.code).striptags(), size=10, anchor="middle", fill_opacity=0.7)


def _links(desk: Desk, frame: Frame, numbers: Mapping[str, int]) -> Iterator[Markup]:
    """Several places that accounts give for one event, joined by a broken line."""
    pairs: Counter[tuple[str, str]] = Counter()
    for event in desk.material.events:
        known = [code for code in event.places if code in numbers]
        if not event.background:
            pairs.update((min(pair), max(pair)) for pair in pairwise(known))
    for one, other in sorted(pairs):
        start, end = desk.knowledge.places[one], desk.knowledge.places[other]
        ends = (frame.x(start.lon), frame.y(start.lat), frame.x(end.lon), frame.y(end.lat))
        yield line(*ends, stroke_dasharray="4 4", stroke_opacity=0.55)


# --- the marks --------------------------------------------------------------------------------------------------------


def _marks(
    places: Mapping[str, Place], frame: Frame, numbers: Mapping[str, int], at: Mapping[str, Sequence[Event]]
) -> Iterator[Markup]:
    """Radii first, so that no circle hides a number."""
    for code in numbers:
        place = places[code]
        radius = max(3.0, frame.length(place.precision_km))
        yield element(
            "circle",
            cx=frame.x(place.lon),
            cy=frame.y(place.lat),
            r=radius,
            fill=INK,
            fill_opacity=0.05,
            stroke=INK,
            stroke_opacity=0.45,
            stroke_dasharray="3 3",
        )
    spots: list[tuple[float, float]] = []
    for code, number in numbers.items():
        home = (frame.x(places[code].lon), frame.y(places[code].lat))
        spot = _free(home, spots)
        spots.append(spot)
        if spot != home:
            yield line(*home, *spot, stroke_opacity=0.6)
            yield element("circle", cx=home[0], cy=home[1], r=2, fill=INK)
        yield from _badge(spot, number, hostile=any(_hostile(event) for event in at[code]))


def _hostile(event: Event) -> bool:
    return event.kind.partition(".")[0] in {"hostilities", "casualties"} or event.kind == "ceasefire.violated"


def _free(home: tuple[float, float], taken: Sequence[tuple[float, float]]) -> tuple[float, float]:
    """The place itself, or the nearest free point on circles around it."""
    for ring in range(8):
        for turn in range(8 if ring else 1):
            angle = math.tau * turn / 8
            spot = (home[0] + ring * 2.2 * BADGE * math.cos(angle), home[1] - ring * 2.2 * BADGE * math.sin(angle))
            if all(math.dist(spot, other) > 2.1 * BADGE for other in taken) and _on_paper(spot):
                return spot
    return home


def _on_paper(spot: tuple[float, float]) -> bool:
    return BADGE < spot[0] < WIDTH - BADGE and BADGE < spot[1] < HEIGHT - BADGE


def _badge(spot: tuple[float, float], number: int, *, hostile: bool) -> Iterator[Markup]:
    """A filled disc where hostile acts are told, an open square elsewhere: told apart without colour."""
    x, y = spot
    if hostile:
        yield element("circle", cx=x, cy=y, r=BADGE, fill="#2b2b33", stroke="#ffffff", stroke_width=1)
    else:
        yield element(
            "rect",
            x=x - BADGE + 1,
            y=y - BADGE + 1,
            width=2 * BADGE - 2,
            height=2 * BADGE - 2,
            rx=2,
            fill="#ffffff",
            stroke="#2b2b33",
            stroke_width=1.4,
        )
    ink = "#ffffff" if hostile else "#2b2b33"
    yield element("text", str(number), x=x, y=y + 3.6, font_size=10, font_weight="bold", text_anchor="middle", fill=ink)

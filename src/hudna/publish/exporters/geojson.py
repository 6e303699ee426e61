"""Claimed places as GeoJSON (RFC 7946): one feature for each place that somebody gives for an event.

An event with two claimed places is two features with one event id; none is chosen. A point is the middle of what is
known: `radius_km` says within which distance the place lies.
"""

from pathlib import Path
from typing import Any, ClassVar

import msgspec

from hudna.publish.exporters.base import Exporter, Setting
from hudna.publish.exporters.figures import toll
from hudna.publish.exporters.nouns import Seen, SeenEvent, Spot


class GeoJson(Exporter):
    """One feature for each claimed place of each event."""

    name = "geojson"
    title_ar = "أماكن الأحداث المروية، GeoJSON"
    title_en = "Claimed places of events, GeoJSON"
    file = "events.geojson"
    media_type = "application/geo+json"
    takes = frozenset({SeenEvent})
    columns: ClassVar = (
        "event", "kind", "label", "first", "last", "modality", "background", "place", "place_name", "radius_km",
        "places_of_event", "agents", "targets", "claims", "sources", "origins", "happened", "who", "violation",
        "differs", "killed_low", "killed_best", "killed_high", "words",
    )  # fmt: skip

    def __init__(self, path: Path, setting: Setting) -> None:
        super().__init__(path, setting)
        self._file = path.open("wb")
        self._file.write(b'{"type":"FeatureCollection","features":[')

    def feed(self, seen: Seen) -> None:
        """Write the places of an event; one without a place has no feature."""
        if isinstance(seen, SeenEvent):
            for spot in seen.spots:
                self._file.write((b",\n" if self.rows else b"\n") + msgspec.json.encode(self._feature(seen, spot)))
                self.rows += 1

    def finish(self) -> None:
        """Close the collection and the file."""
        self._file.write(b"\n]}\n")
        self._file.close()

    def _feature(self, event: SeenEvent, spot: Spot) -> dict[str, Any]:
        killed = toll(event.losses)
        first, last = event.when or (None, None)
        labels = self.setting.labels
        where = (spot.code or None, spot.name or None, spot.radius_km, len(event.spots))
        what = (event.id, event.kind, labels.kind(event.kind), first, last, event.modality, event.background)
        counted = (event.claims, event.sources, event.origins, event.happened, event.who, event.violation)
        rest = (event.differs, killed.low, killed.best, killed.high, event.words)
        told = (*what, *where, event.agents, event.targets, *counted, *rest)
        return {
            "type": "Feature",
            "id": f"{event.id}.{event.spots.index(spot)}",
            "geometry": {"type": "Point", "coordinates": [spot.lon, spot.lat]},
            "properties": dict(zip(self.columns, told, strict=True)),
        }

"""The shores of the world, where the assets were built: Natural Earth by way of world-atlas, public domain."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

FILE = Path(__file__).parents[2] / "web" / "static" / "vendor" / "land.json"

Shore = list[tuple[float, float]]
"""Longitude and latitude, one after the other."""


class _Shape(msgspec.Struct):
    coordinates: list[list[Shore]]


class _Feature(msgspec.Struct):
    geometry: _Shape


class _Land(msgspec.Struct):
    features: list[_Feature]


def shores_near(west: float, south: float, east: float, north: float) -> Iterator[Shore]:
    """Shores that may touch a box of degrees; none where the assets were not built."""
    for (left, bottom, right, top), shore in _shores():
        if left <= east and right >= west and bottom <= north and top >= south:
            yield shore


@cache
def _shores() -> tuple[tuple[tuple[float, float, float, float], Shore], ...]:
    """All shores with the boxes that they fill."""
    if not FILE.is_file():
        return ()
    land = msgspec.json.decode(FILE.read_bytes(), type=_Land)
    rings = [ring for one in land.features for polygon in one.geometry.coordinates for ring in polygon]
    return tuple((_box(ring), ring) for ring in rings)


def _box(shore: Shore) -> tuple[float, float, float, float]:
    """West, south, east, north."""
    lons, lats = [lon for lon, _ in shore], [lat for _, lat in shore]
    return min(lons), min(lats), max(lons), max(lats)

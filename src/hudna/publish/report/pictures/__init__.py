"""Pictures of the report: a map of the places told, and charts. Drawn as SVG by us, the same in every form.

They use one ink in several strengths and no colour, so no side has one; they bear numbers and names only, and no
border of any kind. What a picture shows stands in words beside it.
"""

from collections.abc import Sequence

import msgspec

from hudna.publish.report.desk import Desk
from hudna.publish.report.pictures.days import draw_days
from hudna.publish.report.pictures.killed import draw_killed
from hudna.publish.report.pictures.places import PlaceRow, draw_places
from hudna.publish.report.pictures.svg import Picture


class Pictures(msgspec.Struct, frozen=True):
    """All of them; None where there is nothing to draw."""

    places: Picture | None
    rows: Sequence[PlaceRow]
    """The key of the map: number, names, radius, events."""
    days: Picture | None
    killed: Picture | None


def gathered_pictures(desk: Desk) -> Pictures:
    """Draw what there is to draw."""
    drawn, rows = draw_places(desk)
    return Pictures(places=drawn, rows=rows, days=draw_days(desk), killed=draw_killed(desk))


__all__ = ["Picture", "Pictures", "PlaceRow", "gathered_pictures"]

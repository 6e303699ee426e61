"""Names: the policy by which we name places and actors, with everything that it decides (field-guide 5.1)."""

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.knowledge import WORLD
from hudna.model import Actor, Place
from hudna.publish.report.names import alphabetical
from hudna.publish.report.wording import isolate
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show

_TWO = 2


class PlaceRow(msgspec.Struct, frozen=True):
    """One place that the parties name differently."""

    shown: Markup
    arabic: tuple[tuple[Markup, str], ...]
    english: tuple[tuple[Markup, str], ...]
    """(who says so, the name)."""
    spellings: tuple[str, ...]


class ActorRow(msgspec.Struct, frozen=True):
    """One actor whom our own prose calls by a neutral label."""

    shown: Markup
    arabic: str
    english: str


def answer(desk: Desk) -> Response:
    """The page: places named differently, actors with a neutral label; the codes stand beside."""
    places = [one for one in desk.knowledge.places.values() if _contested(one)]
    own = {actor.code for one in desk.knowledge.theatres if one.id != WORLD for actor in one.actors}
    actors = [desk.knowledge.actors[code] for code in sorted(own)]
    neutral = [one for one in actors if one.neutral_ar or one.neutral_en]
    return show(
        desk,
        "names",
        places=sorted((_place(desk, one) for one in places), key=lambda row: alphabetical(row.shown.striptags())),
        actors=sorted((_actor(desk, one) for one in neutral), key=lambda row: alphabetical(row.shown.striptags())),
    )


def _contested(place: Place) -> bool:
    named = (place.names_by_side, place.names_by_side_en)
    return any(len({name for _, name in names}) >= _TWO for names in named)


def _place(desk: Desk, place: Place) -> PlaceRow:
    said = {name for _, name in (*place.names_by_side, *place.names_by_side_en)}
    return PlaceRow(
        shown=desk.names.place(place.code),
        arabic=_by_side(desk, place.names_by_side),
        english=_by_side(desk, place.names_by_side_en),
        spellings=tuple(one for one in place.aliases if one not in said and one != place.name_ar),
    )


def _by_side(desk: Desk, names: tuple[tuple[str, str], ...]) -> tuple[tuple[Markup, str], ...]:
    return tuple((desk.names.actor(side), name) for side, name in sorted(names))


def _actor(desk: Desk, actor: Actor) -> ActorRow:
    return ActorRow(shown=isolate(desk.names.actor(actor.code)), arabic=actor.name_ar, english=actor.name_en)

"""Civilians: who among them is told to have been hurt, and what the humanitarian news says. Nothing is added up."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from hudna.model import Event
from hudna.publish.report.desk import Desk, Refs
from hudna.publish.report.figures import CASUALTIES, Told, told_of
from hudna.publish.report.gather import of_class

PEOPLE = frozenset(
    {
        "civilian",
        "child",
        "woman",
        "family",
        "journalist",
        "medic",
        "worker",
        "student",
        "refugee",
        "displaced",
        "settler",
    }
)
"""Sorts of people who take no part in hostilities; «people» without more are not taken to be civilians."""


class Hurt(msgspec.Struct, frozen=True):
    """Civilians told to have been hurt in one event."""

    title: Markup
    told: tuple[Told, ...]


class Relief(msgspec.Struct, frozen=True):
    """One humanitarian event: aid, shelter, flight, destruction, blockade."""

    title: Markup
    sides: tuple[Markup, ...]
    counts: Markup
    refs: Refs


class Civilians(msgspec.Struct, frozen=True):
    """The section."""

    hurt: tuple[Hurt, ...]
    relief: tuple[Relief, ...]


def civilians(desk: Desk) -> Civilians:
    """The section, of everything that the report tells."""
    return Civilians(
        hurt=tuple(_hurt(desk)),
        relief=tuple(relief(desk, event) for event in desk.material.shown if of_class(event, "humanitarian")),
    )


def _hurt(desk: Desk) -> Iterator[Hurt]:
    for event in desk.material.shown:
        wanted = [one for one in event.figures if one.measure in CASUALTIES and one.who in PEOPLE]
        told = tuple(told_of(desk, wanted))
        if told:
            yield Hurt(desk.event_link(event), told)


def relief(desk: Desk, event: Event) -> Relief:
    """One event in a line: what, who, how many say so, and where they say so."""
    sides = []
    if event.agents:
        sides.append(desk.words("page.colon", what=desk.words("claim.actor"), value=desk.names.actors(event.agents)))
    if event.targets:
        sides.append(desk.words("page.colon", what=desk.words("claim.target"), value=desk.names.actors(event.targets)))
    return Relief(
        title=desk.event_link(event),
        sides=tuple(sides),
        counts=desk.words.counted("origins", len(event.origins)),
        refs=desk.refs(event.claims),
    )

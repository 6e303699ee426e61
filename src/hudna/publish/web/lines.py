"""Events in lists: one line each, with what a reader needs to decide whether to open it."""

from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup

from hudna.model import Event
from hudna.publish.report.telling import event_chips
from hudna.publish.web.desk import Desk

_SAID_BY_THE_COUNT = frozenset({"reported_one_origin", "reported_independent"})
"""Verdicts that say no more than the number of origins, which stands in the line anyhow."""


class EventLine(msgspec.Struct, frozen=True):
    """One event in a list."""

    id: str
    href: str
    title: Markup
    kind: str
    when: Markup | None
    sides: Markup | None
    chips: tuple[Markup, ...]
    disputed: bool
    origins: Markup
    sources: Markup
    verdict: Markup | None
    new: bool
    """Told for the first time in the period of the page."""


def lines(desk: Desk, events: Iterable[Event], new: Iterable[str] = ()) -> list[EventLine]:
    """Events as lines, in the order given.

    Args:
        desk: Of the request.
        events: What is listed.
        new: Ids of those that were told for the first time.
    """
    fresh = frozenset(new)
    return [_line(desk, event, new=event.id in fresh) for event in events]


def _line(desk: Desk, event: Event, *, new: bool) -> EventLine:
    happened = event.verdicts.happened if event.verdicts else ""
    told = happened not in {"", "not_assessed"} and happened not in _SAID_BY_THE_COUNT
    return EventLine(
        id=event.id,
        href=desk.to("events", event.id),
        title=desk.title(event),
        kind=event.kind.partition(".")[0],
        when=desk.dating.between(*event.when) if event.when else None,
        sides=_sides(desk, event),
        chips=tuple(event_chips(desk.words, event)),
        disputed=any(one.sort == "exclusive" for one in event.contradictions),
        origins=desk.words.counted("origins", len(event.origins)),
        sources=desk.words.counted("sources", event.sources),
        verdict=desk.words.label("happened", happened) if told else None,
        new=new,
    )


def _sides(desk: Desk, event: Event) -> Markup | None:
    if not event.agents and not event.targets:
        return None
    if event.agents and set(event.agents) == set(event.targets):
        return desk.names.actors(event.agents)
    said: Sequence[tuple[str, tuple[str, ...]]] = (("claim.actor", event.agents), ("claim.target", event.targets))
    parts = [desk.words("page.colon", what=desk.words(key), value=desk.names.actors(who)) for key, who in said if who]
    return desk.words.joined(parts, by="then_join")

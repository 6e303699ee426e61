"""The counts inside an event: who counted what, whose figure a later one replaces, and which are parts of others."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from hudna.events.profile import Profile
from hudna.model import Event, Figure

_PEOPLE = {
    "child": "civilian",
    "woman": "civilian",
    "journalist": "civilian",
    "medic": "civilian",
    "civilian": "person",
    "soldier": "person",
    "peacekeeper": "soldier",
    "policeman": "person",
    "prisoner": "person",
    "hostage": "person",
}
"""Each sort of people and the sort that holds it."""

RUNNING = frozenset(
    {
        "evacuated",
        "sheltered",
        "displaced",
        "released",
        "returned",
        "disarmed",
        "cleared",
        "destroyed",
        "delivered",
        "entered",
        "violations",
    }
)
"""Measures that a speaker usually counts up from a start: two figures can be two moments of one total."""


def figures_of(
    members: Sequence[Profile],
    origins: Mapping[str, str],
    speakers: Mapping[str, str],
    proposed: frozenset[str] = frozenset(),
) -> tuple[Figure, ...]:
    """All figures of one event, in a fixed order, with supersession marked.

    Args:
        members: The event's claims that count.
        origins: By claim id.
        speakers: By claim id.
        proposed: Claims of an event that only a model tells.
    """
    told = [member for member in members if member.claim.count is not None]
    figures = [_figure(member, origins[member.claim.id], speakers[member.claim.id]) for member in told]
    later = superseded(figures)
    ordered = sorted(figures, key=lambda one: (one.measure, one.told or "~", one.claim))
    return tuple(
        msgspec.structs.replace(one, superseded_by=later.get(one.claim), proposed=one.claim in proposed)
        for one in ordered
    )


def _figure(member: Profile, origin: str, speaker: str) -> Figure:
    claim, count = member.claim, member.claim.count
    if count is None:
        raise ValueError(f"claim {claim.id} has no count")
    return Figure(
        claim=claim.id,
        measure=count.measure,
        lo=count.lo,
        hi=count.hi,
        bound=count.bound,
        who=count.who,
        side=count.side or _only_side(member),
        speaker=speaker,
        origin=origin,
        subset_of=count.subset_of,
        modality=claim.modality,
        when=claim.when,
        told=member.published,
        doc=claim.doc,
    )


def _only_side(member: Profile) -> str | None:
    """The side of the victims where the targets name exactly one; casualties only."""
    is_loss = member.claim.kind.startswith("casualties.")
    return next(iter(member.targets)) if is_loss and len(member.targets) == 1 else None


def superseded(figures: Iterable[Figure]) -> dict[str, str]:
    """Claim id of each figure that its own speaker later replaced by another, to the replacing claim's id.

    Only a later publication replaces; a text never corrects itself, and an equal figure confirms.
    """
    found: dict[str, str] = {}
    latest: dict[tuple[object, ...], Figure] = {}
    dated = [one for one in figures if one.told is not None and _value(one) is not None]
    for figure in sorted(dated, key=lambda one: (one.told or "", one.claim)):
        key = (figure.speaker, figure.measure, figure.side, figure.who, figure.subset_of is None, figure.modality)
        earlier = latest.get(key)
        if earlier is not None and earlier.told != figure.told and _value(earlier) != _value(figure):
            found[earlier.claim] = figure.claim
        latest[key] = figure
    return found


def _value(figure: Figure) -> int | None:
    """The number itself: «at least 32» and «32» differ in the bound only, and replace nothing."""
    return figure.lo if figure.lo is not None else figure.hi


def holds(outer: str | None, inner: str | None) -> bool:
    """True when one sort of people holds another: civilians hold children. The unnamed sort is `person`."""
    sort: str | None = inner or "person"
    while sort is not None:
        if sort == (outer or "person"):
            return True
        sort = _PEOPLE.get(sort)
    return False


def all_figures(events: Iterable[Event]) -> dict[str, Figure]:
    """Every figure of several events by its claim's id."""
    return {figure.claim: figure for event in events for figure in event.figures}

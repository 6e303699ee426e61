"""Events as told: claims side by side by speaker, and what the accounts differ in."""

from collections.abc import Iterator, Sequence

import msgspec
from markupsafe import Markup

from hudna.model import Claim, Contradiction, Event, Reading
from hudna.publish.report.counting import figure_words, people_words
from hudna.publish.report.desk import Desk, Refs
from hudna.publish.report.names import OWN_VOICE
from hudna.publish.report.reasons import Reasons
from hudna.publish.report.wording import Words, direction_of, isolate, latin

_GROUPS = {
    "hostilities": "hostilities",
    "casualties": "hostilities",
    "territory": "hostilities",
    "ceasefire": "ceasefire",
    "implementation": "implementation",
    "humanitarian": "humanitarian",
    "diplomacy": "diplomacy",
    "statement": "statement",
    "politics": "politics",
    "posture": "politics",
}
"""Classes of kinds, in the order in which the report tells them."""
ORDER = (*dict.fromkeys(_GROUPS.values()), "history", "undated")
_OPEN = frozenset({"hostilities", "ceasefire", "implementation", "humanitarian"})
"""Groups that a reader sees without unfolding."""
_MANY = 8


class ClaimView(msgspec.Struct, frozen=True):
    """One claim as it is shown."""

    anchor: str
    number: Markup
    head: Markup
    facts: tuple[Markup, ...]
    chips: tuple[Markup, ...]
    quote: str
    language: str
    direction: str
    relay: Markup | None
    origin: Markup
    corrected: tuple[Markup, ...]
    """What people corrected, beside what the machine read."""


class Column(msgspec.Struct, frozen=True):
    """Everything that one speaker says of an event."""

    speaker: Markup
    own_voice: bool
    claims: tuple[ClaimView, ...]


class Difference(msgspec.Struct, frozen=True):
    """One field in which the accounts differ."""

    field: Markup
    sort: Markup
    exclusive: bool
    readings: tuple[tuple[Markup, Markup, Refs], ...]
    """(value, speakers, where they say so)."""


class EventView(msgspec.Struct, frozen=True):
    """One event as it is shown."""

    anchor: str
    kind: Markup
    where_when: Markup
    sides: tuple[Markup, ...]
    chips: tuple[Markup, ...]
    counts: Markup
    verdicts: tuple[tuple[Markup, Markup], ...]
    signed: tuple[Markup, ...]
    differences: tuple[Difference, ...]
    columns: tuple[Column, ...]
    open: bool
    warnings: tuple[Markup, ...]
    why: tuple[Markup, ...]


class Group(msgspec.Struct, frozen=True):
    """Events of one class."""

    name: str
    title: Markup
    events: tuple[EventView, ...]
    open: bool


def groups(desk: Desk) -> tuple[Group, ...]:
    """All events of the report by class, in fixed order."""
    sorted_out: dict[str, list[Event]] = {name: [] for name in ORDER}
    for event in desk.material.events:
        sorted_out[_group_of(event)].append(event)
    sorted_out["undated"].extend(desk.material.undated)
    return tuple(
        Group(name, desk.words(f"group.{name}"), tuple(event_view(desk, one) for one in events), name in _OPEN)
        for name, events in sorted_out.items()
        if events
    )


def _group_of(event: Event) -> str:
    # A class that nobody sorted yet is told among the first, never dropped.
    return "history" if event.background else _GROUPS.get(event.kind.partition(".")[0], "hostilities")


def event_view(desk: Desk, event: Event) -> EventView:
    """One event with everything that is said of it."""
    words = desk.words
    claims = [desk.material.claims[one] for one in event.claims if one in desk.material.claims]
    return EventView(
        anchor=desk.event_anchor(event),
        kind=desk.names.kind(event.kind),
        where_when=words.joined(desk.place_and_time(event)) or words("page.no_date"),
        sides=tuple(_sides(desk, event)) if len(claims) > 1 else (),
        chips=tuple(event_chips(words, event)),
        counts=words.joined(
            (
                words.counted("claims", len(claims)),
                words.counted("sources", event.sources),
                words.counted("origins", len(event.origins)),
            )
        ),
        verdicts=tuple(_verdicts(desk, event)),
        signed=tuple(_signed(desk, event)),
        differences=tuple(difference(desk, event, one) for one in event.contradictions),
        columns=tuple(columns(desk, claims, alone=len(claims) == 1)),
        open=len(claims) <= _MANY or bool(event.contradictions),
        warnings=tuple(reasons(desk, event.warnings)),
        why=tuple(reasons(desk, event.why)),
    )


def _sides(desk: Desk, event: Event) -> Iterator[Markup]:
    if event.agents and set(event.agents) == set(event.targets):
        yield desk.words("page.colon", what=desk.words("claim.sides"), value=desk.names.actors(event.agents))
        return
    if event.agents:
        yield desk.words("page.colon", what=desk.words("claim.actor"), value=desk.names.actors(event.agents))
    if event.targets:
        yield desk.words("page.colon", what=desk.words("claim.target"), value=desk.names.actors(event.targets))


def event_chips(words: Words, event: Event) -> Iterator[Markup]:
    """What must be known of an event wherever it is named: planned or denied, history, told by a model alone."""
    yield from _modality_chips(words, event.modality, background=event.background)
    if event.only_proposed:
        yield words("page.proposed")


def _modality_chips(words: Words, modality: str, *, background: bool) -> Iterator[Markup]:
    if modality != "actual":
        yield words.label("modality", modality)
    if background:
        yield words("claim.background")


def _verdicts(desk: Desk, event: Event) -> Iterator[tuple[Markup, Markup]]:
    """(axis, value) of the axes on which anything is said."""
    if event.verdicts is None:
        return
    axes = (("happened", "happened"), ("who", "who_did"), ("violation", "violation"))
    for axis, section in axes:
        verdict = getattr(event.verdicts, axis)
        if verdict != "not_assessed":
            yield desk.words(f"axis.{axis}"), desk.words.label(section, verdict)


def _signed(desk: Desk, event: Event) -> Iterator[Markup]:
    about = {event.id, *event.claims}
    for one in desk.material.judgements:
        if one.verb in {"verify", "rule"} and not about.isdisjoint(one.about):
            yield desk.words("page.signed", who=one.who, when=desk.dating.at(one.at))


# --- claims -----------------------------------------------------------------------------------------------------------


def columns(desk: Desk, claims: Sequence[Claim], *, alone: bool = False) -> Iterator[Column]:
    """Claims by speaker: actors alphabetical, then outlets in their own voice.

    `alone`: the event has this claim only, so that its heading says already where and when.
    """
    spoken: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda one: desk.claim_numbers[one.id]):
        spoken.setdefault(desk.speaker_code(claim), []).append(claim)
    for speaker in sorted(spoken, key=desk.names.order):
        views = tuple(claim_view(desk, claim, alone=alone) for claim in spoken[speaker])
        yield Column(desk.names.speaker(speaker), speaker.startswith(OWN_VOICE), views)


def claim_view(desk: Desk, claim: Claim, *, alone: bool = False) -> ClaimView:
    """One claim with its words untouched."""
    document = desk.document(claim)
    return ClaimView(
        anchor=desk.card(claim.id),
        number=desk.to_words(claim.id),
        head=_head(desk, claim),
        facts=(*(() if alone else desk.place_and_time(claim)), *_roles(desk, claim)),
        chips=(
            *_modality_chips(desk.words, claim.modality, background=claim.background),
            *((desk.words("page.proposed"),) if claim.id in desk.proposed else ()),
        ),
        quote=claim.quote,
        language=document.language,
        direction=direction_of(document.language),
        relay=_relay(desk, claim),
        origin=desk.words.joined((desk.names.source_of(document), desk.published(document))),
        corrected=desk.corrected(claim.id),
    )


def _head(desk: Desk, claim: Claim) -> Markup:
    """The kind, with the figure where one is told."""
    kind = desk.names.kind(claim.kind)
    if claim.count is None:
        return kind
    figure = figure_words(claim.count, desk.words)
    people = people_words(claim.count, desk.words)
    if people is not None:
        figure = desk.words("page.parenthesis", what=figure, value=people)
    known = desk.knowledge.kinds.get(claim.kind)
    if (known is None or claim.count.measure != known.measure) and desk.words.has("measure", claim.count.measure):
        figure = desk.words("page.colon", what=desk.words.label("measure", claim.count.measure), value=figure)
        return desk.words.joined((kind, figure))
    return desk.words("page.colon", what=kind, value=figure)


def _roles(desk: Desk, claim: Claim) -> Iterator[Markup]:
    """Who did it and who suffered it, each only where it is told, and the figure that this one is part of."""
    words = desk.words
    casualty = claim.kind.startswith("casualties.")
    if claim.agents and set(claim.agents) == set(claim.targets):
        yield words("page.colon", what=words("claim.sides"), value=desk.names.actors(claim.agents))
        return
    if claim.agents:
        what = words("claim.accused_of_killing" if casualty else "claim.actor")
        yield words("page.colon", what=what, value=desk.names.actors(claim.agents))
    targets = claim.targets or ((claim.count.side,) if claim.count and claim.count.side else ())
    if targets:
        what = words("casualty.side" if casualty else "claim.target")
        yield words("page.colon", what=what, value=desk.names.actors(targets))
    whole = claim.count.subset_of if claim.count else None
    if whole is not None and whole in desk.shown and whole in desk.material.claims:
        yield words("claim.part_of", whole=desk.to_card(whole))


def _relay(desk: Desk, claim: Claim) -> Markup | None:
    if len(claim.by) > 1:
        return desk.words("claim.relayed", list=desk.words.joined(desk.names.speaker(one) for one in claim.by[1:]))
    return None


# --- differences ------------------------------------------------------------------------------------------------------


def field_label(words: Words, field: str) -> Markup:
    """A field in which accounts differ: the place, the time, the number of those killed."""
    name, _, measure = field.partition(".")
    if name == "count":
        return words("field.count", measure=words.label("measure", measure)) if measure else latin(field)
    return words.label("field", name)


def difference(desk: Desk, event: Event, one: Contradiction) -> Difference:
    """One field in which the accounts of an event differ."""
    return Difference(
        field=field_label(desk.words, one.field),
        sort=desk.words.label("difference", one.sort),
        exclusive=one.sort == "exclusive",
        readings=tuple(_reading(desk, event, one.field, reading) for reading in one.readings),
    )


def _reading(desk: Desk, event: Event, field: str, reading: Reading) -> tuple[Markup, Markup, Refs]:
    speakers = desk.words.joined(desk.names.ordered(reading.speakers))
    return _value(desk, event, field, reading), speakers, desk.refs(reading.claims)


def _value(desk: Desk, event: Event, field: str, reading: Reading) -> Markup:
    """A value in words; figures are told from the figures themselves."""
    parts = reading.value.split(", ")
    if field.startswith("count."):
        return _counted(desk, event, reading)
    if field == "places":
        return desk.names.places(parts)
    if field == "when":
        return _time(desk, reading.value)
    if field == "means":
        return desk.words.joined(map(desk.names.kind, parts))
    if field in {"agents", "targets"}:
        return desk.names.actors(parts)
    return desk.words("field.negated" if reading.value == "denied" else "field.affirmed")


def _time(desk: Desk, value: str) -> Markup:
    first, _, last = value.partition("/")
    return desk.dating.between(first, last or first)


def _counted(desk: Desk, event: Event, reading: Reading) -> Markup:
    figure = next((one for one in event.figures if one.claim in reading.claims), None)
    if figure is None:
        return isolate(reading.value)
    told = figure_words(figure, desk.words)
    more = [people_words(figure, desk.words), desk.names.actor(figure.side) if figure.side else None]
    known = [one for one in more if one is not None]
    return desk.words("page.parenthesis", what=told, value=desk.words.joined(known)) if known else told


# --- the machine's own sentences --------------------------------------------------------------------------------------


def reasons(desk: Desk, sentences: Sequence[str]) -> Iterator[Markup]:
    """The machine's sentences in the report's language, with claims called by their numbers."""
    return Reasons(desk.telling, lambda word: f"[{desk.number(word)}]" if word in desk.claim_numbers else word)(
        sentences
    )

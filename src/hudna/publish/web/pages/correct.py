"""Correct one claim, field by field: what the machine read stands beside what is right.

The form offers only what the packs know: kinds and modalities to choose from, places and actors to pick by code or to
name in any spelling. Whatever is typed is checked once more by `hudna.ledger.correcting`, the one way in.
"""

from collections.abc import Iterable, Mapping

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import TYPED, Decision, Ledger, typed_of
from hudna.model import Claim
from hudna.model.claim import BOUNDS, MODALITIES
from hudna.publish.report.corrected import corrected_lines
from hudna.publish.report.names import alphabetical
from hudna.publish.report.wording import direction_of
from hudna.publish.web.desk import Desk, Given
from hudna.publish.web.pages.review import keep
from hudna.publish.web.rendering import show, show_missing

LISTED = {"places": "places", "agents": "actors", "targets": "actors", "by": "actors", "side": "actors"}
"""Field → the list that its codes are picked from."""
_TEXT = ("places", "first", "last", "agents", "targets", "by", "lo", "hi", "side")

Choices = list[tuple[str, str]]


class Field(msgspec.Struct, frozen=True):
    """One field of the form."""

    name: str
    label: Markup
    value: str
    """As it stands now."""
    sort: str
    """choice, text, time or number."""
    choices: Choices
    listed: str
    """The list of suggestions; empty where there is none."""


def one(desk: Desk) -> Response:
    """One claim with its words, what was read, what is corrected already, and the form."""
    read = desk.ledger.claim(desk.asked.parts["id"])
    if read is None:
        return show_missing(desk)
    corrections = desk.ledger.desk.corrections(read.id)
    claim = corrections.apply(read)
    line = desk.ledger.desk.line(claim.doc)
    events = desk.ledger.events_of_claim(claim.id)
    return show(
        desk,
        "correct",
        claim=claim,
        title=desk.names.kind(claim.kind),
        by=desk.words.joined(desk.names.ordered(claim.by)) if claim.by else desk.words("claim.own_voice"),
        direction=direction_of(line.language if line else ""),
        words_at=desk.to_words(claim.id, claim.doc),
        back=desk.to("review", events[0].id) if events else desk.to("review"),
        corrected=list(corrected_lines(desk.telling, corrections.of(read))),
        fields=_fields(desk, claim),
        places=_named(desk, {code: (one.name_ar, one.name_en) for code, one in desk.knowledge.places.items()}),
        actors=_named(desk, {code: (one.name_ar, one.name_en) for code, one in desk.knowledge.actors.items()}),
    )


def _fields(desk: Desk, claim: Claim) -> dict[str, Field]:
    now = typed_of(claim)
    return {name: _field(desk, name, now[name]) for name in TYPED}


def _field(desk: Desk, name: str, value: str) -> Field:
    sort = "choice"
    if name in _TEXT:
        sort = {"first": "time", "last": "time", "lo": "number", "hi": "number"}.get(name, "text")
    choices = [] if name in _TEXT else _choices(desk, name, value)
    return Field(name, desk.words(f"typed.{name}"), value, sort, choices, LISTED.get(name, ""))


def _choices(desk: Desk, name: str, value: str) -> Choices:
    """(code, label) of everything that a field can be; what it is now stands among them whatever the packs say."""
    words = desk.words
    if name == "kind":
        found = {code: desk.names.kind(code).striptags() for code in desk.knowledge.kinds}
        return [*_kept(found, value), *sorted(found.items(), key=lambda one: (one[0].partition(".")[0], one[1]))]
    if name == "background":
        return [("", words("corrected.news").striptags()), ("1", words("corrected.history").striptags())]
    if name in {"modality", "bound"}:
        section, codes = ("modality", MODALITIES) if name == "modality" else ("bound", BOUNDS)
        empty = [("", "—")] if name == "bound" else []
        return [*empty, *((code, words.label(section, code).striptags()) for code in codes)]
    section = "measure" if name == "measure" else "people"
    found = {code: words.label(section, code).striptags() for code in words.codes(section)}
    return [("", "—"), *_kept(found, value), *found.items()]


def _kept(found: Mapping[str, str], value: str) -> Choices:
    return [(value, value)] if value and value not in found else []


def _named(desk: Desk, names: Mapping[str, tuple[str, str]]) -> Choices:
    """(code, name) in the language of the page, alphabetical."""
    which = 0 if desk.words.language == "ar" else 1
    return sorted(((code, called[which]) for code, called in names.items()), key=lambda one: alphabetical(one[1]))


def take(desk: Desk, book: Ledger, given: Given) -> str:
    """Keep a correction that was sent, and say where to go on: the event that the claim is part of now.

    Raises:
        UsageError: A field cannot be taken, or nothing differs.
        LedgerError: It cannot be written now.
    """
    claim = desk.asked.parts["id"]
    asked = Decision(
        verb="correct",
        about=(claim,),
        who=given.get("who").strip(),
        reason=given.get("reason").strip(),
        typed={name: given.get(name) for name in _sent(given)},
    )
    made = keep(desk, book, asked)
    events = book.events_of_claim(claim)
    return desk.to("review", events[0].id, done=made) if events else desk.to("review", done=made)


def _sent(given: Given) -> Iterable[str]:
    names = {name for name, _ in given.fields}
    return [name for name in TYPED if name in names]

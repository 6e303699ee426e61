"""Corrections, signed decisions, and what could not be read."""

from collections.abc import Iterable, Iterator

import msgspec
from markupsafe import Markup

from hudna.model import Issue, Judgement
from hudna.publish.report.corrected import decision_value
from hudna.publish.report.desk import Desk
from hudna.publish.report.reasons import Reasons
from hudna.publish.report.telling import reasons

_ORDER = ("error", "warning", "note")


class Corrections(msgspec.Struct, frozen=True):
    """What speakers took back or counted anew, what people decided, and what looks wrong."""

    changes: tuple[tuple[Markup, Markup], ...]
    """(event, what changed)."""
    decisions: tuple[Markup, ...]
    warnings: tuple[tuple[Markup, Markup], ...]


class IssueRow(msgspec.Struct, frozen=True):
    """One thing that could not be read or trusted."""

    severity: Markup
    where: str
    reason: Markup
    hint: Markup


class Issues(msgspec.Struct, frozen=True):
    """The section."""

    rows: tuple[IssueRow, ...]
    notes: tuple[IssueRow, ...]
    elsewhere: int
    """Of documents outside the period."""


def corrections(desk: Desk) -> Corrections:
    """The section."""
    return Corrections(
        changes=tuple(_changes(desk)),
        decisions=tuple(_decision(desk, one) for one in desk.material.judgements),
        warnings=tuple(
            (desk.event_link(event), told) for event in desk.material.shown for told in reasons(desk, event.warnings)
        ),
    )


def _changes(desk: Desk) -> Iterator[tuple[Markup, Markup]]:
    for event in desk.material.shown:
        pairs = [("reversed", *pair) for pair in event.superseded]
        pairs += [("replaced", one.claim, one.superseded_by) for one in event.figures if one.superseded_by]
        for message, earlier, later in pairs:
            if {earlier, later} <= desk.claim_numbers.keys():
                links = {"earlier": desk.to_card(earlier), "later": desk.to_card(later)}
                yield desk.event_link(event), desk.words(f"correction.{message}", **links)


def _decision(desk: Desk, one: Judgement) -> Markup:
    verb = desk.words.label("verb", one.verb)
    value = decision_value(desk.telling, one)
    if value is not None:
        verb = desk.words("page.parenthesis", what=verb, value=value)
    when = desk.dating.at(one.at)
    return desk.words("correction.decision", verb=verb, who=one.who, when=when, reason=one.reason)


def issues(desk: Desk) -> Issues:
    """What could not be read: of the period, and of files that gave no document."""
    known = desk.material.documents
    received = {one.id for one in desk.material.received}
    mine = [one for one in desk.material.issues if one.where not in known or one.where in received]
    return Issues(
        rows=tuple(_rows(desk, (one for one in mine if one.severity != "note"))),
        notes=tuple(_rows(desk, (one for one in mine if one.severity == "note"))),
        elsewhere=len(desk.material.issues) - len(mine),
    )


def _rows(desk: Desk, found: Iterable[Issue]) -> Iterator[IssueRow]:
    rank = {severity: place for place, severity in enumerate(_ORDER)}
    tell = Reasons(desk.telling)
    for one in sorted(found, key=lambda one: (rank.get(one.severity, 0), one.where, one.reason)):
        yield IssueRow(desk.words.label("severity", one.severity), one.where, tell.one(one.reason), tell.one(one.hint))

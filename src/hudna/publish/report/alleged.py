"""Alleged breaches: which clause of a ceasefire in force, who alleges it, who denies it. The machine does not rule."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

import msgspec
from markupsafe import Markup

from hudna.model import Event, Finding
from hudna.publish.report.desk import Desk, Refs
from hudna.publish.report.gather import breaches, is_incident
from hudna.publish.report.telling import reasons
from hudna.publish.report.wording import isolate, latin


class Voice(msgspec.Struct, frozen=True):
    """Somebody and where he says so."""

    who: Markup
    refs: Refs


class ClauseView(msgspec.Struct, frozen=True):
    """One clause that an incident is held against."""

    clause: Markup
    code: str
    status: Markup
    reason: Markup | None


class Incident(msgspec.Struct, frozen=True):
    """One event that is alleged to break a ceasefire, or a hostile act that no ceasefire reaches."""

    title: Markup
    accused: Markup | None
    alleges: tuple[Voice, ...]
    denies: tuple[Voice, ...]
    admits: tuple[Voice, ...]
    tells: tuple[Voice, ...]
    clauses: tuple[ClauseView, ...]
    why: tuple[Markup, ...]


class Incidents(msgspec.Struct, frozen=True):
    """The section: of the period, older ones told in it, and hostile acts that no ceasefire reaches."""

    current: tuple[Incident, ...]
    older: tuple[Incident, ...]
    beyond: tuple[Incident, ...]


def incidents(desk: Desk) -> Incidents:
    """All alleged breaches by events of the report, and the other hostile acts."""
    found: dict[str, list[Finding]] = {}
    for one in breaches(desk.material.findings, desk.material.shown):
        for event in one.events:
            if event in desk.events:
                found.setdefault(event, []).append(one)
    rows = [(event, _incident(desk, event, found[event.id])) for event in desk.material.shown if event.id in found]
    beyond = [event for event in desk.material.shown if is_incident(event) and event.id not in found]
    return Incidents(
        current=tuple(row for event, row in rows if not _older(desk, event)),
        older=tuple(row for event, row in rows if _older(desk, event)),
        beyond=tuple(_incident(desk, event, ()) for event in beyond),
    )


def _older(desk: Desk, event: Event) -> bool:
    return event.when is not None and date.fromisoformat(event.when[1][:10]) < desk.material.period.first


def _incident(desk: Desk, event: Event, findings: Sequence[Finding]) -> Incident:
    accused = {code for one in findings for code in one.accused}
    # The same event stands before several clauses with the same voices: told once, with all clauses.
    admits = _voices(desk, findings, "breached", lambda who: who in accused)
    return Incident(
        title=desk.event_link(event),
        accused=desk.names.actors(accused) if accused else None,
        alleges=_voices(desk, findings, "breached", lambda who: who not in accused or len(accused) > 1),
        denies=_voices(desk, findings, "premise_disputed", lambda _: True),
        admits=admits if len(accused) == 1 else (),
        tells=_voices(desk, findings, "unknown", lambda who: who != "hudna"),
        clauses=tuple(_clauses(desk, findings)),
        why=tuple(reasons(desk, list(dict.fromkeys(why for one in findings for why in one.why)))),
    )


def _voices(desk: Desk, findings: Iterable[Finding], status: str, wanted: Callable[[str], bool]) -> tuple[Voice, ...]:
    said: dict[str, set[str]] = {}
    for one in findings:
        for cell in one.assessors:
            if cell.status == status and wanted(cell.assessor):
                said.setdefault(cell.assessor, set()).update(cell.claims)
    return tuple(Voice(desk.names.speaker(who), desk.refs(said[who])) for who in sorted(said, key=desk.names.order))


def _clauses(desk: Desk, findings: Iterable[Finding]) -> Iterator[ClauseView]:
    for one in sorted(findings, key=lambda one: (one.agreement, one.clause)):
        yield ClauseView(
            clause=desk.words.joined(
                (
                    agreement_title(desk, one.agreement),
                    desk.words("incident.in_clause", clause=desk.names.clause(one.agreement, one.clause)),
                )
            ),
            code=one.status,
            status=desk.words.label("breach", one.status),
            reason=desk.words.label("reason", one.reason) if one.reason else None,
        )


def agreement_title(desk: Desk, code: str) -> Markup:
    """An agreement's title; its code where the packs no longer have it."""
    known = next((one for one in desk.knowledge.agreements if one.id == code), None)
    if known is None:
        return latin(code)
    return isolate(known.title_ar if desk.words.language == "ar" else known.title_en)

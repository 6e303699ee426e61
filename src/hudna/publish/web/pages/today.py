"""Today: what a tired analyst must know at half past seven, on one screen."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import BreachFilter
from hudna.model import Finding
from hudna.publish.report import front
from hudna.publish.report.coverage import parties_to_hear
from hudna.publish.report.period import ROUGHEST, Period
from hudna.publish.web.asking import before, day_of, latest_day, spoken
from hudna.publish.web.board import Board
from hudna.publish.web.desk import Desk
from hudna.publish.web.lines import lines
from hudna.publish.web.rendering import show

SPANS = (1, 7, 30)
"""Days that a page can cover."""
TOP = 8
"""Lines of a list; the rest is one click away."""
SOON = 30
"""Days ahead in which a duty that falls due is shown."""
REMEMBERED = 14
"""Days back in which a source must have published to be missed (as `events.silence` has it)."""
_BAD = ("breached", "reversed", "overdue", "disputed", "premise_disputed")
_MOST = 500
"""Alleged breaches that say how an agreement stands. Where there are more, one word says it all the same."""


class Tile(msgspec.Struct, frozen=True):
    """One number with what it was before."""

    label: Markup
    number: int
    before: int
    href: str


class Duty(msgspec.Struct, frozen=True):
    """One duty that needs a look."""

    title: Markup
    clause: str
    code: str
    status: Markup
    due: Markup | None
    href: str


class Silent(msgspec.Struct, frozen=True):
    """Sources and parties of whom nothing was read."""

    sources: tuple[Markup, ...]
    parties: tuple[Markup, ...]


def answer(desk: Desk) -> Response:
    """The page."""
    latest = latest_day(desk)
    last = day_of(desk, "day") or latest
    if last is None:
        return show(desk, "empty")
    days = next((one for one in SPANS if str(one) == desk.asked.get("days")), SPANS[0])
    first = before(last, days - 1)
    told, many = desk.ledger.desk.told(first, last, size=TOP)
    known = desk.ledger.desk.first_told(*(event.id for event in told)) if told else {}
    states, ended = front.states(_board(desk, first, last))
    return show(
        desk,
        "today",
        day=last,
        latest=latest,
        span=desk.dating.days(date.fromisoformat(first), date.fromisoformat(last)),
        days=days,
        spans=SPANS,
        steps=(desk.here(day=before(last, days)), desk.here(day=before(last, -days))),
        tiles=_tiles(desk, first, last, days),
        told=lines(desk, told, (key for key, day in known.items() if day >= first)),
        more=many - len(told),
        states=states,
        ended=ended,
        breaches=_breaches(desk, first, last),
        disputes=_disputes(desk, first, last),
        duties=list(_duties(desk, last)),
        silent=_silent(desk, first, last),
        decided=_decided(desk, first, last),
        first=first,
        last=last,
    )


def _board(desk: Desk, first: str, last: str) -> Board:
    """Duties, and the alleged breaches by events that touch these days: those that the report of them tells."""
    days = Period(*map(date.fromisoformat, (first, last)))
    wanted = BreachFilter(as_of=desk.as_of, first=before(first, ROUGHEST.days), last=last)
    found = desk.ledger.desk.breaches(wanted, size=_MOST).items
    named = dict.fromkeys(event for one in found for event in one.events)
    events = [one for key in named if (one := desk.ledger.event(key)) is not None and days.happened(one)]
    kept = {one.id for one in events}
    findings = [
        *desk.ledger.desk.obligations(as_of=desk.as_of),
        *(one for one in found if kept.intersection(one.events)),
    ]
    return Board(desk, events=events, findings=findings, days=days)


# --- numbers ----------------------------------------------------------------------------------------------------------


def _tiles(desk: Desk, first: str, last: str, days: int) -> list[Tile]:
    now = _counts(desk, first, last)
    earlier = _counts(desk, before(first, days), before(last, days))
    span = {"first": first, "last": last}
    hrefs = {
        "documents": desk.to("documents", **span),
        "sources": desk.to("sources", **span),
        "claims": desk.to("documents", **span),
        "events": desk.to("events", **span),
        "breaches": desk.to("breaches", **span),
        "contradictions": desk.to("contradictions", sort="exclusive", **span),
    }
    return [Tile(desk.words(f"tile.{name}"), now[name], earlier[name], hrefs[name]) for name in hrefs]


def _counts(desk: Desk, first: str, last: str) -> dict[str, int]:
    sources = desk.ledger.desk.by_source(first, last)
    return {
        "documents": sum(one.documents for one in sources),
        "sources": len(sources),
        "claims": sum(one.claims for one in sources),
        "events": sum(one.events for one in desk.ledger.desk.by_period("year", first=first, last=last)),
        "breaches": sum(
            number
            for _, _, number in desk.ledger.desk.breach_counts(BreachFilter(as_of=desk.as_of, first=first, last=last))
        ),
        "contradictions": sum(
            number for sort, _, number in desk.ledger.desk.dispute_counts(first, last) if sort == "exclusive"
        ),
    }


# --- alleged breaches -------------------------------------------------------------------------------------------------


class Side(msgspec.Struct, frozen=True):
    """What one side is accused of."""

    name: Markup
    cells: tuple[tuple[int, str], ...]
    """(how many, where they are told), one for each column."""
    total: int


class Breaches(msgspec.Struct, frozen=True):
    """The table: sides in alphabetical order, by how independently it is told."""

    columns: tuple[tuple[str, Markup], ...]
    sides: tuple[Side, ...]


def _breaches(desk: Desk, first: str, last: str) -> Breaches:
    counted: Counter[tuple[str, str]] = Counter()
    for accused, status, number in desk.ledger.desk.breach_counts(
        BreachFilter(as_of=desk.as_of, first=first, last=last)
    ):
        for side in {desk.names.side(code) for code in accused} or {""}:
            counted[side, status] += number
    statuses = sorted({status for _, status in counted}, key=lambda code: desk.words.rank("breach", code))
    sides = sorted({side for side, _ in counted}, key=lambda side: (not side, desk.names.order(side)))
    span = {"first": first, "last": last}
    return Breaches(
        columns=tuple((code, desk.words.label("breach", code)) for code in statuses),
        sides=tuple(
            Side(
                name=desk.names.actor(side) if side else desk.words("incident.nobody"),
                cells=tuple(
                    (counted[side, code], desk.to("breaches", accused=side, status=code, **span)) for code in statuses
                ),
                total=sum(counted[side, code] for code in statuses),
            )
            for side in sides
        ),
    )


# --- contradictions, duties, silence ----------------------------------------------------------------------------------


def _disputes(desk: Desk, first: str, last: str) -> list[tuple[Markup, Markup, str]]:
    """(field, event, address) of accounts that cannot all be true, the latest first."""
    found = desk.ledger.desk.disputes(sort="exclusive", first=first, last=last, size=TOP).items
    return [
        (desk.field(one.contradiction.field), desk.title_alone(one.event), desk.to("events", one.event.id))
        for one in found
    ]


def _duties(desk: Desk, day: str) -> Iterable[Duty]:
    """Duties that stand badly, and those that fall due soon or fell due lately; the worst first, then by date."""
    found = desk.ledger.desk.obligations(as_of=desk.as_of)
    wanted = [one for one in found if one.reason != "permission" and (one.status in _BAD or _near(one, day))]
    for one in sorted(wanted, key=lambda one: (desk.words.rank("status", one.status), one.due or "~", one.id)):
        yield Duty(
            title=desk.duty_label(one),
            clause=desk.names.clause(one.agreement, one.clause),
            code=one.status,
            status=desk.words.label("status", one.status),
            due=desk.dating.at(one.due) if _dated(one) and one.due else None,
            href=f"{desk.to('agreement', one.agreement)}#{one.obligation}",
        )


def _dated(one: Finding) -> bool:
    """Whether it is due on a day; some duties are due «after» another one."""
    return one.due is not None and one.due[:4].isdecimal()


def _near(one: Finding, day: str) -> bool:
    if one.due is None or not _dated(one):
        return False
    away = date.fromisoformat(one.due[:10]) - date.fromisoformat(day)
    return timedelta(days=-SOON) <= away <= timedelta(days=SOON)


def _decided(desk: Desk, first: str, last: str) -> list[tuple[Markup, str]]:
    """(what, why) of the last decisions that people signed on these days."""
    found = desk.ledger.desk.judgements(size=TOP).items
    return [
        (
            desk.words(
                "event.decided", verb=desk.words.label("verb", one.verb), who=one.who, when=desk.dating.at(one.at)
            ),
            one.reason,
        )
        for one in found
        if first <= one.at[:10] <= last
    ]


def _silent(desk: Desk, first: str, last: str) -> Silent:
    """Who is usually heard and was not: that is no sign of calm."""
    heard = {source for source, day in desk.ledger.desk.source_days(first, last)}
    usual = {source for source, _ in desk.ledger.desk.source_days(before(first, REMEMBERED), before(first, 1))}
    spoke = spoken(desk, first, last)
    missed = sorted(source for source in usual - heard if source is not None)
    return Silent(
        sources=tuple(desk.names.source(source) for source in missed),
        parties=tuple(
            desk.names.actor(code) for code in parties_to_hear(desk.knowledge, desk.names) if code not in spoke
        ),
    )

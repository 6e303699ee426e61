"""The first screen: numbers at a glance, the summary in its fixed order, and one neutral word for each agreement."""

from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec
from markupsafe import Markup

from hudna.model import Agreement, Event, Figure, Finding
from hudna.publish.report.alleged import agreement_title
from hudna.publish.report.counting import figure_words, people_words
from hudna.publish.report.coverage import parties, silent_parties
from hudna.publish.report.desk import Desk
from hudna.publish.report.duties import agreement_anchor, in_force
from hudna.publish.report.gather import Tally, breaches, differences_of_figures, differing_figures, is_news

TOP = 3
"""How many events the summary names in full."""
_KEPT = frozenset({"in_progress", "met_on_time", "met_late", "met_late_agreed", "partly_met"})
_DISPUTED = frozenset({"disputed", "premise_disputed"})


class Bullet(msgspec.Struct, frozen=True):
    """One line of the summary."""

    number: int
    text: Markup
    target: str
    """The section that has the whole of it."""
    before: Markup | None = None
    more: tuple[Markup, ...] = ()


class State(msgspec.Struct, frozen=True):
    """One agreement in one word."""

    id: str
    title: Markup
    code: str
    word: Markup
    why: tuple[Markup, ...]
    anchor: str


def glance(desk: Desk) -> list[tuple[int, Markup, str]]:
    """(number, label, section) of what a reader wants to know first."""
    tally = desk.material.tally
    sources = {one.source or one.id for one in desk.material.received}
    shown = [claim for claim in desk.shown if claim in desk.material.claims]
    found = (
        ("documents", tally.documents, "coverage"),
        ("sources", len(sources), "coverage"),
        ("claims", len(shown), "events"),
        ("breaches", tally.breaches, "incidents"),
        ("contradictions", tally.accounts, "figures"),
        ("issues", len(troubles(desk)), "issues"),
    )
    return [(number, desk.words.plural(f"glance.{name}", number), section) for name, number, section in found]


def troubles(desk: Desk) -> list[str]:
    """Where something could not be read: errors and warnings of the period."""
    received = {one.id for one in desk.material.received}
    known = desk.material.documents
    told = [one for one in desk.material.issues if one.severity != "note"]
    return [one.where for one in told if one.where not in known or one.where in received]


# --- the summary ------------------------------------------------------------------------------------------------------


def bullets(desk: Desk) -> tuple[Bullet, ...]:
    """The summary, always in the same order."""
    return (
        _counted(desk, "breaches", "incidents", more=tuple(_breaches_told(desk))),
        _counted(desk, "incidents", "incidents"),
        _counted(desk, "casualties", "casualties"),
        _counted(desk, "figures", "figures", more=tuple(_figures_told(desk))),
        _counted(desk, "accounts", "events"),
        _counted(desk, "ceasefire", "events", more=tuple(_ceasefire_told(desk))),
        _counted(desk, "humanitarian", "events"),
        _obligations(desk),
        _silence(desk),
        Bullet(len(troubles(desk)), desk.words("summary.issues"), "issues"),
    )


def _counted(desk: Desk, name: str, target: str, more: tuple[Markup, ...] = ()) -> Bullet:
    now, before = (getattr(tally, name) for tally in (desk.material.tally, desk.material.before))
    told = desk.words("summary.previous", n=before) if desk.material.before.documents else None
    return Bullet(now, desk.words.plural(f"summary.{name}", now), target, told, more if now else ())


def _breaches_told(desk: Desk) -> Iterator[Markup]:
    found = breaches(desk.material.findings, desk.material.shown)
    worst = {event: one.status for one in reversed(found) for event in one.events}
    counted = Counter(worst.values())
    if counted:
        yield _so_many(desk, "breach", counted)


def _so_many(desk: Desk, section: str, counted: Counter[str]) -> Markup:
    """«3 disputed, 2 alleged by one side», in the order of the table of words: what needs a reader first."""
    return desk.words.joined(
        desk.words("summary.so_many", n=number, what=desk.words.label(section, code))
        for code, number in sorted(counted.items(), key=lambda pair: desk.words.rank(section, pair[0]))
    )


def _figures_told(desk: Desk) -> Iterator[Markup]:
    events = [event for event in desk.material.events if differing_figures(event)]
    ranked = sorted(events, key=lambda event: (not _exclusive(event), -len(event.figures)))
    for event in ranked[:TOP]:
        yield _spoken(desk, event)


def _exclusive(event: Event) -> bool:
    """No number satisfies all who give one."""
    return any(one.sort == "exclusive" for one in differences_of_figures(event))


def _spoken(desk: Desk, event: Event) -> Markup:
    """The figures that differ, each with its speaker, in the order in which they were told."""
    field = differences_of_figures(event)[0]
    wanted = {claim for reading in field.readings for claim in reading.claims}
    told: dict[tuple[object, ...], Figure] = {}
    for figure in event.figures:
        if figure.claim in wanted:
            told.setdefault((figure.speaker, figure.lo, figure.hi, figure.bound), figure)
    said = desk.words.joined((_says(desk, figure) for figure in told.values()), by="then_join")
    measure = desk.words.label("measure", field.field.partition(".")[2])
    return desk.words("page.parenthesis", what=desk.event_link(event), value=measure) + Markup("<br>") + said


def _says(desk: Desk, figure: Figure) -> Markup:
    words = desk.words
    about = [one for one in (people_words(figure, words),) if one is not None]
    about += [desk.names.actor(figure.side)] if figure.side else []
    told = figure_words(figure, words)
    if about:
        told = words("page.parenthesis", what=told, value=words.joined(about))
    return words("page.colon", what=desk.names.speaker(figure.speaker), value=told)


def _ceasefire_told(desk: Desk) -> Iterator[Markup]:
    events = [one for one in desk.material.events if is_news(one) and one.kind.startswith("ceasefire.")]
    ranked = sorted(events, key=lambda one: (-len(one.origins), one.id))
    for event in ranked[:TOP]:
        yield desk.words.joined((desk.event_link(event), desk.words.counted("origins", len(event.origins))))


def _obligations(desk: Desk) -> Bullet:
    duties = [one for one in desk.material.findings if one.sort == "obligation" and one.reason != "permission"]
    told = [one for one in duties if one.claims]
    counted = Counter(one.status for one in told)
    text = desk.words.plural("summary.obligations", len(told), total=len(duties))
    return Bullet(len(told), text, "obligations", more=(_so_many(desk, "status", counted),) if told else ())


def _silence(desk: Desk) -> Bullet:
    silent = silent_parties(desk)
    more = (desk.names.actors(silent),) if silent else ()
    return Bullet(len(silent), desk.words.plural("summary.silent", len(silent)), "coverage", more=more)


def comparison(desk: Desk) -> Markup:
    """What the figures in brackets are compared with."""
    before = desk.material.period.previous
    span = desk.dating.days(before.first, before.last)
    tally: Tally = desk.material.before
    if not tally.documents:
        return desk.words("summary.no_previous", span=span)
    return desk.words("summary.compared", span=span, documents=desk.words.counted("documents", tally.documents))


# --- agreements -------------------------------------------------------------------------------------------------------


def states(desk: Desk) -> tuple[tuple[State, ...], tuple[Markup, ...]]:
    """Agreements that bind in the period, and the titles of those that ended before it."""
    ordered = sorted(desk.knowledge.agreements, key=lambda one: one.effective, reverse=True)
    current = [one for one in ordered if in_force(desk, one)]
    earlier = [one for one in ordered if not in_force(desk, one)]
    return tuple(_state(desk, one) for one in current), tuple(agreement_title(desk, one.id) for one in earlier)


def _state(desk: Desk, agreement: Agreement) -> State:
    duties = [one for one in desk.material.findings if one.agreement == agreement.id and one.sort == "obligation"]
    alleged = [one for one in breaches(desk.material.findings, desk.material.events) if one.agreement == agreement.id]
    code, why = _word(desk, agreement, duties, alleged)
    return State(
        id=agreement.id,
        title=agreement_title(desk, agreement.id),
        code=code,
        word=desk.words(f"state.{code}"),
        why=tuple(why),
        anchor=agreement_anchor(agreement.id) if duties else "obligations",
    )


def _word(
    desk: Desk, agreement: Agreement, duties: Sequence[Finding], alleged: Sequence[Finding]
) -> tuple[str, list[Markup]]:
    """The first word that fits, and why."""
    words, as_of = desk.words, desk.material.as_of[:10]
    if agreement.effective[:10] > as_of:
        return "pending", [words("state_why.pending", when=desk.dating.at(agreement.effective))]
    why = [*_why_alleged(desk, alleged), *_why_disputed(desk, duties)]
    if agreement.ended is not None and agreement.ended[:10] <= as_of:
        return "ended", [words("state_why.ended", when=desk.dating.at(agreement.ended)), *why]
    if any(one.status == "disputed" for one in alleged) or any(one.status in _DISPUTED for one in duties):
        return "contested", why
    if any(one.status != "unknown" for one in alleged):
        return "alleged", why
    if alleged:
        return "unclear", why
    if any(one.status in _KEPT and one.claims for one in duties):
        return "told_kept", [words("state_why.kept")]
    told = any(one.claims for one in duties)
    return ("told_of", [words("state_why.told_of")]) if told else ("silent", [words("state_why.silent")])


def _why_alleged(desk: Desk, alleged: Sequence[Finding]) -> Iterator[Markup]:
    if not alleged:
        return
    number = desk.words.counted("breaches", len({event for one in alleged for event in one.events}))
    counted = Counter(one.status for one in alleged)
    yield desk.words("state_why.breaches", breaches=number, list=_so_many(desk, "breach", counted))


def _why_disputed(desk: Desk, duties: Sequence[Finding]) -> Iterator[Markup]:
    clauses = [desk.names.clause(one.agreement, one.clause) for one in duties if one.status in _DISPUTED]
    if clauses:
        told = desk.words("state_why.clauses", list=desk.words.joined(sorted(set(clauses))))
        yield desk.words("state_why.disputed_clauses", clauses=told)


def party_line(desk: Desk) -> Markup:
    """The parties, alphabetical."""
    return desk.words.joined(desk.names.actor(code) for code in parties(desk))

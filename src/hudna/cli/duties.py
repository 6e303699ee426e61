"""Tables of compliance: duties with who says what, alleged breaches, ways that were closed, and silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hudna.cli.paper import Days, Paper, Quotes, when_of
from hudna.cli.tables import WHEN, number

if TYPE_CHECKING:
    from hudna.cli.labels import Labels
    from hudna.compliance import Access
    from hudna.events import Silence
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import AssessorStatus, Finding, Obligation

_HUDNA = "hudna"
_WORDLESS = frozenset({"unknown", "not_due"})


def duties_table(book: Ledger, labels: Labels, findings: Sequence[Finding], knowledge: Knowledge) -> None:
    """Each duty with its status as of a day, who says what, and why, by agreement; then the alleged breaches."""
    paper, quotes = Paper(), Quotes(book, labels)
    columns = (("Duty", 10), ("Status", 24), ("Kroc", 4), ("Due", 16), ("What is owed", 0))
    paper.head(columns)
    owed = [one for one in findings if one.sort == "obligation"]
    for agreement in knowledge.agreements:
        duties = {duty.id: duty for duty in agreement.obligations}
        paper.gap()
        paper.title(f"{agreement.id}  {agreement.title_en}")
        for finding in (one for one in owed if one.agreement == agreement.id):
            duty = duties.get(finding.obligation)
            cells = (finding.obligation, *_cells(finding, duty, labels))
            paper.row(columns, cells, style="bold" if finding.claims else "")
            if finding.claims or finding.status not in _WORDLESS:
                _assessed(paper, finding, labels)
                quotes.of(paper, finding.claims)
                paper.gap()
    _breaches(paper, quotes, [one for one in findings if one.sort == "alleged_breach"], book, labels)


def _cells(finding: Finding, duty: Obligation | None, labels: Labels) -> tuple[str, str, str, str]:
    """Status, score, due date, and what is owed; where nothing more is said below, with the reason."""
    label = duty.label_en if duty is not None else ""
    if finding.reason and not finding.claims:
        label += f" ({labels.word('reason', finding.reason)})"
    return labels.word("status", finding.status), number(finding.score), finding.due or "-", label


def _assessed(paper: Paper, finding: Finding, labels: Labels, places: Sequence[str] = ()) -> None:
    """Who says what, one assessor after the other, then why."""
    said: dict[str, list[AssessorStatus]] = {}
    for one in finding.assessors:
        if one.status != "unknown" or one.claims:
            said.setdefault(one.assessor, []).append(one)
    views = [f"{labels.speaker(who)}: {_view(rows, finding, labels)}" for who, rows in said.items()]
    paper.below(f"{finding.id}: {'; '.join(views)}" if views else finding.id, style="dim")
    for why in dict.fromkeys(finding.why):
        paper.below(labels.sentence(why, places))


def _view(rows: Sequence[AssessorStatus], finding: Finding, labels: Labels) -> str:
    """`met on time («by», «until»), met late («before»)`."""
    section = "said_status" if finding.sort == "alleged_breach" else "status"
    grouped: dict[str, list[str]] = {}
    for row in rows:
        grouped.setdefault(row.status, []).append(row.reading)
    return ", ".join(_status(code, readings, section, labels) for code, readings in grouped.items())


def _status(code: str, readings: Sequence[str], section: str, labels: Labels) -> str:
    read = ", ".join(f"«{one}»" for one in readings if one != "-")
    return labels.word(section, code) + (f" ({read})" if read else "")


def _breaches(paper: Paper, quotes: Quotes, findings: Sequence[Finding], book: Ledger, labels: Labels) -> None:
    if not findings:
        return
    paper.gap()
    paper.title("Alleged breaches of a ceasefire in force. The machine does not rule; people do (hudna judge rule).")
    columns = (("Clause", 10), ("Status", 24), WHEN, ("Accused", 14), ("Where", 0))
    paper.head(columns)
    days, met = Days(book), set()
    events = {one.id: book.event(one.events[0]) if one.events else None for one in findings}
    for finding in sorted(
        findings, key=lambda one: days.order(event) if (event := events[one.id]) else (True, ("", ""), "")
    ):
        event = events[finding.id]
        where, when = (event.places, days.of(event)) if event is not None else ((), "-")
        status = labels.word("breach", finding.status)
        if finding.reason:
            status += f": {labels.word('reason', finding.reason)}"
        cells = (finding.obligation, status, when, labels.speakers(finding.accused), labels.places(where))
        paper.row(columns, cells, style="bold")
        _assessed(paper, finding, labels, where)
        if event is None or event.id not in met:
            quotes.of(paper, finding.claims)
        else:
            paper.below(f"the same event as above, under another clause: {event.id}", style="dim")
        met.add(event.id if event is not None else "")
        paper.gap()


def access_table(book: Ledger, labels: Labels, denials: Sequence[Access]) -> None:
    """What is said of the ways of monitors and peacekeepers, and of what was closed to them."""
    if not denials:
        return
    paper, quotes = Paper(), Quotes(book, labels)
    paper.title("Access of monitors and peacekeepers")
    columns = (WHEN, ("What", 16), ("To whom", 18), ("By whom", 18), ("Where", 0))
    paper.head(columns)
    for one in denials:
        what = one.what.replace("_", " ")
        cells = (when_of(one.when), what, labels.speakers(one.to), labels.speakers(one.by), labels.places(one.places))
        paper.row(columns, cells, style="bold")
        quotes.of(paper, [one.claim])
        paper.gap()


def silence_table(book: Ledger, labels: Labels, silence: Silence) -> None:
    """Who said nothing on the day, and who says that nothing happened: not the same."""
    told = list(_silent(silence, labels))
    if not told and not silence.none_recorded:
        return
    paper, quotes = Paper(), Quotes(book, labels)
    paper.title(f"Silence on {silence.day}. It is no sign of calm.")
    for words in told:
        paper.below(words)
    if silence.none_recorded:
        paper.below("Said on that day not to have happened:")
        quotes.of(paper, [one.claim for one in silence.none_recorded], shown=5, indent=6)
    paper.gap()


def _silent(silence: Silence, labels: Labels) -> Iterator[str]:
    for one in silence.silent:
        name = labels.speaker(one.name if one.sort == "party" else f"source:{one.name}")
        yield f"{one.sort} {name}: {one.why}"

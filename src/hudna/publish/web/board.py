"""Some events with their claims, told by the report's own parts: what a page shows of them is said only once.

A claim is called by a running number of the page, «[7]»; the mark leads to the exact words in the document, and says
them when one points at it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice

from markupsafe import Markup

from hudna.model import Claim, Document, Event, Finding, Judgement
from hudna.publish.report.desk import FEW, Refs
from hudna.publish.report.desk import Desk as ReportDesk
from hudna.publish.report.gather import Material, Tally
from hudna.publish.report.period import Period
from hudna.publish.web.desk import Desk

MOST = 200
"""Claims that one page shows of its events; the event says how many there are."""
_HINT = 140
"""Characters of a quote that are said when one points at its mark."""


class Board(ReportDesk):
    """A part of the ledger that a page tells.

    Args:
        desk: Of the request.
        events: Those that are told.
        claims: Theirs, in the order in which they are numbered.
        findings: Duties and alleged breaches that are told.
        days: The period of the page; the day of the findings when not given.
        judgements: What people decided about them.
    """

    def __init__(
        self,
        desk: Desk,
        *,
        events: Sequence[Event] = (),
        claims: Iterable[Claim] = (),
        findings: Sequence[Finding] = (),
        days: Period | None = None,
        judgements: Sequence[Judgement] = (),
    ) -> None:
        self.page = desk
        told = list(islice(claims, MOST))
        corrections = desk.ledger.desk.corrections(*(claim.id for claim in told))
        material = Material(
            period=days or _day(desk.as_of),
            as_of=desk.as_of or "",
            held_as_of=desk.as_of,
            documents=documents_of(desk, told),
            claims={claim.id: corrections.apply(claim) for claim in told},
            as_read={claim.id: claim for claim in told if claim.id in corrections},
            corrections=corrections,
            events=tuple(events),
            earlier=(),
            undated=(),
            findings=tuple(findings),
            issues=(),
            judgements=tuple(judgements),
            tally=Tally(),
            before=Tally(),
        )
        super().__init__(material, desk.knowledge, desk.words)
        self.shown = frozenset(material.claims)

    def _number_claims(self) -> dict[str, tuple[int, int]]:
        return {claim: (0, number) for number, claim in enumerate(self.material.claims, start=1)}

    def number(self, claim: str) -> str:
        """«7»."""
        return str(self.claim_numbers[claim][1])

    def mark(self, claim: str) -> str:
        """The anchor of a claim's words in its document."""
        return claim

    def card(self, claim: str) -> str:
        """The anchor of a claim where its event is told."""
        return claim

    def to_words(self, claim: str) -> Markup:
        """A mark that leads to the exact words, and says them when one points at it."""
        told = self.material.claims[claim]
        return Markup('<a class="ref" dir="ltr" href="{}" title="{}">[{}]</a>').format(
            self.page.to_words(claim, told.doc), _short(told.quote), self.number(claim)
        )

    def to_card(self, claim: str) -> Markup:
        """The same: the words are what a reader wants."""
        return self.to_words(claim)

    def refs(self, claims: Iterable[str]) -> Refs:
        """Marks of several claims, in the order of the page; those that it does not tell are left out."""
        told = sorted({claim for claim in claims if claim in self.material.claims}, key=self.claim_numbers.__getitem__)
        links = [self.to_words(claim) for claim in told]
        return Refs(tuple(links[:FEW]), tuple(links[FEW:]))

    def event_link(self, event: Event) -> Markup:
        """The title of an event, as a link to its page."""
        return Markup('<a href="{}">{}</a>').format(self.page.to("events", event.id), self.event_title(event))

    def event_anchor(self, event: Event) -> str:
        """The anchor of an event."""
        return event.id


def board_of(desk: Desk, events: Sequence[Event], **more: object) -> Board:
    """A board of some events with all their claims."""
    claims = desk.ledger.desk.claims_of(*(event.id for event in events)) if events else {}
    told = {claim.id: claim for event in events for claim in claims[event.id]}
    return Board(desk, events=events, claims=told.values(), **more)  # type: ignore[arg-type]


def documents_of(desk: Desk, claims: Iterable[Claim]) -> dict[str, Document]:
    """The documents of some claims, by id."""
    wanted = dict.fromkeys(claim.doc for claim in claims)
    return {doc: found for doc in wanted if (found := desk.ledger.document(doc)) is not None}


def claims_named(desk: Desk, keys: Iterable[str]) -> list[Claim]:
    """Claims by id, those that are there, as many as a page shows."""
    return [found for key in islice(dict.fromkeys(keys), MOST) if (found := desk.ledger.claim(key)) is not None]


def _day(iso: str | None) -> Period:
    day = date.fromisoformat(iso[:10]) if iso else date.max
    return Period(day, day)


def _short(quote: str) -> str:
    return quote if len(quote) <= _HINT else f"{quote[:_HINT]}…"

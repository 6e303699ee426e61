"""What every part of the report needs at hand: material, words, labels, dates, and the number of everything cited.

A claim is called by its text's number and its own, «3.12»: short enough to print beside a figure, and the same in both
languages, because it depends on the ledger alone.
"""

from collections.abc import Iterable

import msgspec
from markupsafe import Markup

from hudna.knowledge import Knowledge
from hudna.model import Claim, Document, Event
from hudna.publish.report.corrected import Telling, corrected_lines
from hudna.publish.report.dating import Dating
from hudna.publish.report.gather import Material
from hudna.publish.report.names import OWN_VOICE, Names
from hudna.publish.report.wording import Words

FEW = 3
"""References that are shown at once; the rest unfolds."""


class Refs(msgspec.Struct, frozen=True):
    """References to claims: those shown, and those that unfold."""

    shown: tuple[Markup, ...]
    folded: tuple[Markup, ...]


class Desk:
    """One report in the making."""

    def __init__(self, material: Material, knowledge: Knowledge, words: Words) -> None:
        self.material = material
        self.knowledge = knowledge
        self.words = words
        self.dating = Dating(words)
        self.text_numbers = {doc.id: number for number, doc in enumerate(material.cited, start=1)}
        self.names = Names(knowledge, words, material.documents, self.text_numbers)
        self.telling = Telling(words, self.names, self.dating)
        self.claim_numbers = self._number_claims()
        self._cards = {self.card(claim): claim for claim in self.claim_numbers}
        self.shown = frozenset(claim for event in material.shown for claim in event.claims)
        self.event_numbers = {event.id: number for number, event in enumerate(material.shown, start=1)}
        self.events = {event.id: event for event in material.shown}
        self.proposed = frozenset(claim for event in material.shown for claim in event.proposed)
        """Claims that only a model found and no person accepted."""

    def _number_claims(self) -> dict[str, tuple[int, int]]:
        counted: dict[str, int] = {}
        numbers = {}
        for claim in self.material.claims.values():
            if claim.doc in self.text_numbers:
                counted[claim.doc] = counted.get(claim.doc, 0) + 1
                numbers[claim.id] = (self.text_numbers[claim.doc], counted[claim.doc])
        return numbers

    # --- anchors and links --------------------------------------------------------------------------------------------

    def number(self, claim: str) -> str:
        """«3.12»."""
        text, own = self.claim_numbers[claim]
        return f"{text}.{own}"

    def mark(self, claim: str) -> str:
        """The anchor of a claim's words in the appendix."""
        text, own = self.claim_numbers[claim]
        return f"w{text}-{own}"

    def card(self, claim: str) -> str:
        """The anchor of a claim where its event is told."""
        text, own = self.claim_numbers[claim]
        return f"c{text}-{own}"

    def claim_of(self, card: str) -> Claim:
        """The claim that is told at an anchor (`card`)."""
        return self.material.claims[self._cards[card]]

    def to_words(self, claim: str) -> Markup:
        """A link to a claim's words in its preserved text."""
        return Markup('<a class="ref" dir="ltr" href="#{}">[{}]</a>').format(self.mark(claim), self.number(claim))

    def to_card(self, claim: str) -> Markup:
        """A link to where a claim is told."""
        return Markup('<a class="ref" dir="ltr" href="#{}">[{}]</a>').format(self.card(claim), self.number(claim))

    def refs(self, claims: Iterable[str]) -> Refs:
        """Links to the cards of several claims, in the order of the texts; those not told here are left out."""
        told = sorted((self.claim_numbers[claim], claim) for claim in set(claims) if claim in self.shown)
        links = [self.to_card(claim) for _, claim in told if claim in self.material.claims]
        return Refs(tuple(links[:FEW]), tuple(links[FEW:]))

    def event_link(self, event: Event) -> Markup:
        """The title of an event, as a link to where it is told."""
        return Markup('<a href="#{}">{}</a>').format(self.event_anchor(event), self.event_title(event))

    def event_anchor(self, event: Event) -> str:
        """The anchor of an event."""
        return f"e{self.event_numbers[event.id]}"

    def event_title(self, event: Event) -> Markup:
        """Kind, place and time in one line; who it is about where neither is told."""
        about = self.place_and_time(event) or self.names.ordered(event.agents or event.targets)
        title = self.words.joined((self.names.kind(event.kind), *about))
        return (
            self.words("page.parenthesis", what=title, value=self.words("page.proposed"))
            if event.only_proposed
            else title
        )

    def place_and_time(self, event: Event | Claim) -> list[Markup]:
        """Where and when an event is told to have been, or one claim tells it, as far as anybody says."""
        when = [self.dating.between(*event.when)] if event.when else []
        return [*([self.names.places(event.places)] if event.places else []), *when]

    def corrected(self, claim: str) -> tuple[Markup, ...]:
        """What people corrected of a claim, beside what the machine read."""
        read = self.material.as_read.get(claim)
        return tuple(corrected_lines(self.telling, self.material.corrections.of(read))) if read is not None else ()

    # --- who says so --------------------------------------------------------------------------------------------------

    def speaker_code(self, claim: Claim) -> str:
        """The original speaker, or the outlet in its own voice, as events call it."""
        if claim.by:
            return claim.by[0]
        document = self.material.documents.get(claim.doc)
        return OWN_VOICE + ((document.source if document else None) or claim.doc)

    def document(self, claim: Claim) -> Document:
        """The document of a claim."""
        return self.material.documents[claim.doc]

    def published(self, document: Document) -> Markup:
        """When a document was published, with how we know."""
        first, last = document.published.first, document.published.last
        if first is None and last is None:
            return self.words("basis.unknown")
        when = self.dating.between(first or last or "", last or first or "")
        if document.published.basis in {"given", "metadata", "byline"}:
            return when
        return self.words("page.parenthesis", what=when, value=self.words.label("basis", document.published.basis))

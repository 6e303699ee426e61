"""What every page needs at hand: the ledger, words, names, dates, and addresses that keep the state of the page."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from urllib.parse import quote, urlencode

import msgspec
from markupsafe import Markup

from hudna.knowledge import Knowledge
from hudna.ledger import Ledger
from hudna.model import Claim, Document, Event, Finding, Obligation
from hudna.publish.report.corrected import Telling
from hudna.publish.report.dating import Dating
from hudna.publish.report.names import OWN_VOICE, Names
from hudna.publish.report.telling import field_label
from hudna.publish.report.wording import LANGUAGES, Language, isolate, latin
from hudna.publish.web.settings import Settings
from hudna.publish.web.speaking import words_in


class Asked(msgspec.Struct, frozen=True):
    """One request, as far as a page cares."""

    language: Language
    page: str
    """Name of the page; empty where none was found."""
    path: str
    query: tuple[tuple[str, str], ...]
    """The state, without empty fields."""
    parts: dict[str, str]
    """What stands in the path: the id of an event, of a document."""
    csrf: str

    def get(self, key: str, default: str = "") -> str:
        """The last value of a field."""
        return next((value for name, value in reversed(self.query) if name == key), default)

    def number(self, key: str, *, least: int = 0, most: int = 1_000_000) -> int:
        """A whole number of the state; the least one where there is none or it is none."""
        said = self.get(key)
        return min(max(int(said), least), most) if said.isascii() and said.isdecimal() and len(said) < 10 else least  # noqa: PLR2004

    @property
    def other_language(self) -> Language:
        """The one that the switch leads to."""
        return next(one for one in LANGUAGES if one != self.language)

    @property
    def switched(self) -> str:
        """The same place in the other language."""
        rest = self.path.removeprefix(f"/{self.language}") if self.page else "/"
        return quote(f"/{self.other_language}{rest}") + (f"?{urlencode(self.query)}" if self.query else "")


class Given(msgspec.Struct, frozen=True):
    """A form as it was sent."""

    fields: tuple[tuple[str, str], ...]

    def get(self, key: str) -> str:
        """The last value of a field; empty where there is none."""
        return next((value for name, value in reversed(self.fields) if name == key), "")

    def every(self, key: str) -> tuple[str, ...]:
        """All values of a field, in order."""
        return tuple(value for name, value in self.fields if name == key)


class Desk:
    """One page in the making.

    Args:
        ledger: Only asked, never written.
        settings: What the dashboard was told when it started.
        asked: The request.
    """

    def __init__(self, ledger: Ledger, settings: Settings, asked: Asked) -> None:
        self.ledger = ledger
        self.settings = settings
        self.asked = asked
        self.knowledge: Knowledge = settings.knowledge
        self.words = words_in(asked.language)
        self.dating = Dating(self.words)
        self.names = Names(self.knowledge, self.words, Known(ledger), {})
        self.telling = Telling(self.words, self.names, self.dating)

    # --- addresses ----------------------------------------------------------------------------------------------------

    def to(self, page: str, *parts: str, **state: object) -> str:
        """The address of a page, with the state that is given; empty values are left out."""
        path = "/".join((f"/{self.asked.language}/{page}", *(quote(part, safe="") for part in parts)))
        kept = [(key, str(value)) for key, value in state.items() if value not in {None, ""}]
        return f"{path}?{urlencode(kept)}" if kept else path

    def here(self, **state: object) -> str:
        """This page with some of its state changed; an empty value takes a field out."""
        kept = [(key, value) for key, value in self.asked.query if key not in state]
        kept += [(key, str(value)) for key, value in state.items() if value not in {None, ""}]
        return quote(self.asked.path) + (f"?{urlencode(kept)}" if kept else "")

    def to_words(self, claim: str, doc: str) -> str:
        """Where the exact words of a claim stand."""
        return f"{self.to('documents', doc, claim=claim)}#{quote(claim)}"

    # --- names and dates ----------------------------------------------------------------------------------------------

    def place_and_time(self, told: Event | Claim) -> Markup:
        """Where and when something is told to have been, as far as anybody says."""
        parts = [self.names.places(told.places)] if told.places else []
        return self.words.joined([*parts, *([self.dating.between(*told.when)] if told.when else [])])

    def title(self, event: Event) -> Markup:
        """Kind and place of an event; who it is about where no place is told."""
        about = [self.names.places(event.places)] if event.places else self.names.ordered(event.agents or event.targets)
        return self.words.joined((self.names.kind(event.kind), *about))

    def title_alone(self, event: Event) -> Markup:
        """The title where nothing stands beside it: marked when only a model tells the event."""
        title = self.title(event)
        if not event.only_proposed:
            return title
        return self.words("page.parenthesis", what=title, value=self.words("page.proposed"))

    def speaker_of(self, claim: Claim, document: Document | None) -> str:
        """The original speaker of a claim, or the outlet in its own voice, as events call it."""
        return claim.by[0] if claim.by else OWN_VOICE + ((document.source if document else None) or claim.doc)

    def published(self, document: Document) -> Markup:
        """When a document was published, with how we know where it was not told."""
        first, last = document.published.first, document.published.last
        if first is None and last is None:
            return self.words("basis.unknown")
        when = self.dating.between(first or last or "", last or first or "")
        if document.published.basis in {"given", "metadata", "byline"}:
            return when
        return self.words("page.parenthesis", what=when, value=self.words.label("basis", document.published.basis))

    def field(self, name: str) -> Markup:
        """A field in which accounts differ: the place, the time, the number of those killed."""
        return field_label(self.words, name)

    def duty_label(self, finding: Finding) -> Markup:
        """A duty in a few words; its id where the packs no longer know it."""
        duty = next(
            (one for each in self.knowledge.agreements for one in each.obligations if one.id == finding.obligation),
            None,
        )
        return latin(finding.obligation) if duty is None else self.duty(duty)

    def duty(self, duty: Obligation) -> Markup:
        """A duty in a few words."""
        return isolate(duty.label_ar if self.words.language == "ar" else duty.label_en)

    def agreement_title(self, code: str) -> Markup:
        """An agreement's title; its code where the packs no longer have it."""
        known = next((one for one in self.knowledge.agreements if one.id == code), None)
        if known is None:
            return latin(code)
        return isolate(known.title_ar if self.words.language == "ar" else known.title_en)

    def clause(self, finding: Finding) -> Markup:
        """«clause 4»."""
        return self.words("incident.in_clause", clause=self.names.clause(finding.agreement, finding.clause))

    @cached_property
    def as_of(self) -> str | None:
        """The day of the findings that are shown: the latest, or the latest until the day that was asked for."""
        days = self.ledger.as_of_dates()
        wanted = self.asked.get("as_of")
        return max((day for day in days if not wanted or day <= wanted), default=None)


class Known(Mapping[str, Document]):
    """The ledger's documents by id, looked up one by one: names of sources need few of them."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def __getitem__(self, key: str) -> Document:
        found = self._ledger.document(key)
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[str]:
        """Never walked: there may be a hundred thousand."""
        raise NotImplementedError

    def __len__(self) -> int:
        return self._ledger.counts()["documents"]

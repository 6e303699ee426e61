"""What a program is answered: nouns of the ledger as they are, lists as pages, troubles in one shape."""

from typing import Generic, TypeVar

import msgspec
from starlette.responses import Response

from hudna.ledger import DocumentLine, Page
from hudna.model import Claim, Contradiction, Document, Event, Finding, Judgement

T = TypeVar("T")


class Listed(msgspec.Struct, Generic[T], frozen=True):
    """A page of a list."""

    items: tuple[T, ...]
    next: str | None
    """Address of the next page; null on the last one."""


class OneEvent(msgspec.Struct, frozen=True):
    """An event with everything that is said of it."""

    event: Event
    claims: tuple[Claim, ...]
    findings: tuple[Finding, ...]
    """As of the latest date."""
    judgements: tuple[Judgement, ...]
    corrected: tuple[Claim, ...]
    """Those of the claims that people corrected, as they count; `claims` holds them as the machine read them."""
    known_since: str | None
    """ISO time (UTC) at which it was first known."""


class OneClaim(msgspec.Struct, frozen=True):
    """A claim with the events that it is part of and what people decided about it."""

    claim: Claim
    """As the machine read it."""
    corrected: Claim | None
    """As people corrected it, which is how it counts; null where nobody did."""
    events: tuple[str, ...]
    judgements: tuple[Judgement, ...]


class OneDocument(msgspec.Struct, frozen=True):
    """A document with its text, its claims and its copies."""

    document: Document
    claims: tuple[Claim, ...]
    copies: tuple[str, ...]
    """Ids of all documents that bear this very text."""


class Told(msgspec.Struct, frozen=True):
    """One contradiction, with the event that it stands in."""

    event: str
    kind: str
    when: tuple[str, str] | None
    contradiction: Contradiction


class PlaceLine(msgspec.Struct, frozen=True):
    """A place of the packs with the events of each kind."""

    code: str
    name_ar: str
    name_en: str
    lat: float | None
    lon: float | None
    """Null where no pack knows the code."""
    precision_km: float | None
    events: dict[str, int]
    """Kind → events."""


class Stand(msgspec.Struct, frozen=True):
    """How much there is, and how far the log has come."""

    version: str
    theatres: tuple[str, ...]
    totals: dict[str, int]
    log: int
    """Number of the last entry: where `changes` goes on from."""
    log_sha256: str
    as_of: tuple[str, ...]
    """Days as of which there are findings."""


class Heard(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the stream of changes. The last line says `end` and the number to go on from."""

    seq: int
    what: str
    """document, event, event_gone, findings, judgement, end."""
    id: str = ""
    document: DocumentLine | None = None
    claims: tuple[Claim, ...] | None = None
    """Of a document: all that was read in it; earlier ones no longer hold."""
    event: Event | None = None
    judgement: Judgement | None = None


class Wrong(msgspec.Struct, frozen=True):
    """What went wrong."""

    status: int
    reason: str
    hint: str


class Trouble(msgspec.Struct, frozen=True):
    """The shape of every error."""

    error: Wrong


def listed(page: Page[T], following: str) -> Listed[T]:
    """A page as an answer; `following` is the address, without `after`, that the page belongs to."""
    if page.next is None:
        return Listed(page.items, None)
    return Listed(page.items, f"{following}{'&' if '?' in following else '?'}after={page.next}")


def answer(told: object, status: int = 200) -> Response:
    """Anything as JSON."""
    return Response(msgspec.json.encode(told), status, media_type="application/json")


def trouble(status: int, reason: str, hint: str = "") -> Response:
    """An error as JSON."""
    return answer(Trouble(Wrong(status, reason, hint)), status)

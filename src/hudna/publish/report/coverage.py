"""Who was read and who said nothing: no report is not the same as nothing to report."""

from collections import Counter
from collections.abc import Iterable

import msgspec
from markupsafe import Markup

from hudna.knowledge import Knowledge
from hudna.model import Document
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import is_incident
from hudna.publish.report.names import Names

_LISTED = 12


class SourceRow(msgspec.Struct, frozen=True):
    """One source."""

    name: Markup
    documents: int
    before: int
    claims: int


class PartyRow(msgspec.Struct, frozen=True):
    """One party: what it says, and what is said of it."""

    name: Markup
    spoke: int
    accused: int
    hit: int
    sources: int


class Coverage(msgspec.Struct, frozen=True):
    """The section."""

    sources: tuple[SourceRow, ...]
    silent: Markup | None
    parties: tuple[PartyRow, ...]
    empty: Markup | None
    undated: Markup | None
    compared: bool


def coverage(desk: Desk) -> Coverage:
    """Sources, silent sources, the balance between the parties, and documents in which nothing was read."""
    documents = desk.material.documents.values()
    silent = [one for one in _by_source(desk, documents) if not _of_period(desk, one)]
    return Coverage(
        sources=tuple(_sources(desk)),
        silent=_listed(desk, "silent_sources", (desk.names.source_of(one) for one in silent)),
        parties=tuple(_party(desk, code) for code in parties(desk)),
        empty=_listed(desk, "empty_documents", (_called(one) for one in desk.material.received if _empty(desk, one))),
        undated=_listed(desk, "undated_documents", (_called(one) for one in documents if _undated(one))),
        compared=bool(desk.material.before.documents),
    )


def _listed(desk: Desk, message: str, things: Iterable[Markup]) -> Markup | None:
    """A list in one line; a long one is cut and says by how much."""
    found = list(things)
    if not found:
        return None
    rest = [desk.words("summary.more", n=len(found) - _LISTED)] if len(found) > _LISTED else []
    return desk.words(f"coverage.{message}", list=desk.words.joined([*found[:_LISTED], *rest]))


def _called(document: Document) -> Markup:
    return Markup('<bdi dir="auto">{}</bdi>').format(document.title or document.id)


def _undated(document: Document) -> bool:
    return document.published.first is None and document.published.last is None


def _empty(desk: Desk, document: Document) -> bool:
    """True when no event rests on it."""
    return document.id not in desk.text_numbers


def _key(document: Document) -> str:
    return document.source or document.id


def _by_source(desk: Desk, documents: Iterable[Document]) -> list[Document]:
    """One document of each named source, by the source's name."""
    first = {one.source: one for one in documents if one.source}
    return sorted(first.values(), key=lambda one: desk.names.source_of(one).striptags())


def _of_period(desk: Desk, document: Document) -> bool:
    return any(one.source == document.source for one in desk.material.received)


def _sources(desk: Desk) -> Iterable[SourceRow]:
    received = desk.material.received
    now = Counter(map(_key, received))
    previous = desk.material.period.previous
    before = Counter(_key(one) for one in desk.material.documents.values() if previous.published(one))
    claims = Counter(_key(desk.document(one)) for one in desk.material.claims.values())
    first = {_key(one): one for one in reversed(received)}
    for key in sorted(now, key=lambda key: (-now[key], desk.names.source_of(first[key]).striptags())):
        yield SourceRow(desk.names.source_of(first[key]), now[key], before[key], claims[key])


_CEASEFIRE = "ceasefire"


# --- parties ----------------------------------------------------------------------------------------------------------


def parties(desk: Desk) -> list[str]:
    """Codes of the parties to hear, alphabetical in the report's language."""
    return parties_to_hear(desk.knowledge, desk.names)


def parties_to_hear(knowledge: Knowledge, names: Names) -> list[str]:
    """The parties of the theatres and of their truces, alphabetical.

    Who only signed a communiqué, as sixteen did on Libya in Berlin, is not missed when nobody quotes them.
    """
    codes = {code for theatre in knowledge.theatres for code in theatre.parties}
    truces = [one for one in knowledge.agreements if any(duty.sort == _CEASEFIRE for duty in one.obligations)]
    codes |= {names.side(code) for one in truces for code in one.parties}
    return sorted(codes, key=names.order)


def silent_parties(desk: Desk) -> list[str]:
    """Parties of whom nothing was read in the period."""
    return [code for code in parties(desk) if not _spoke(desk, code)]


def _spoke(desk: Desk, party: str) -> int:
    return sum(
        desk.names.side(desk.speaker_code(desk.material.claims[claim])) == party
        or (not desk.material.claims[claim].by and _acts_by_speaking(desk, claim, party))
        for event in desk.material.events
        for claim in event.claims
        if claim in desk.material.claims
    )


def _acts_by_speaking(desk: Desk, claim: str, party: str) -> bool:
    """A statement is its agent's own word, whoever carries it."""
    told = desk.material.claims[claim]
    return told.kind.startswith("statement.") and any(desk.names.side(code) == party for code in told.agents)


def _party(desk: Desk, party: str) -> PartyRow:
    acts = [event for event in desk.material.events if is_incident(event)]
    countries = {_key(one) for one in desk.material.received if desk.names.is_of_country(one.source, party)}
    return PartyRow(
        name=desk.names.actor(party),
        spoke=_spoke(desk, party),
        accused=sum(any(desk.names.side(code) == party for code in event.agents) for event in acts),
        hit=sum(any(desk.names.side(code) == party for code in event.targets) for event in acts),
        sources=len(countries),
    )

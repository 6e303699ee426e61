"""The steps of reading in their order: one document in, its claims out."""

from collections.abc import Sequence

import msgspec

from hudna.knowledge import Knowledge
from hudna.model import ChronicleEntry, Claim, Document, Issue, Mention
from hudna.reading.claim import find_claims
from hudna.reading.engine.record import Record
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.asked import Expressions, recognised
from hudna.reading.recognise.docdate import anchors_from, may_contradict, solve_date
from hudna.reading.recognise.docdate.known import Known
from hudna.reading.recognise.mentions import mentions_of
from hudna.reading.recognise.numbers import find_bare_people
from hudna.reading.recognise.times import find_times
from hudna.reading.split import Text, split_text
from hudna.reading.split.furniture import find_furniture

READER_VERSION = "6"
"""Raised whenever the same text and knowledge may give other claims; a ledger then reads its documents again."""


class ReadDocument(Record, frozen=True):
    """What one text says."""

    document: Document
    """With its furniture and its date as solved."""
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    """Empty unless they were asked for."""
    issues: tuple[Issue, ...]
    unanswered: bool = False
    """A second opinion was wanted and not got: the rules' claims stand, and the next run reads it again."""


def read_document(
    document: Document, knowledge: Knowledge, *, dated: Sequence[ChronicleEntry] = (), mentions: bool = False
) -> ReadDocument:
    """Read one document. Pure: the same document, knowledge and `dated` give the same result.

    Args:
        document: The preserved text; a date that it already has is kept.
        knowledge: The packs.
        dated: Events that other documents date, beside the theatre's chronicle.
        mentions: Give all mentions too. Claims need only those around them, which is much less work.
    """
    text = split_text(fold_text(document.text))
    expressions = Expressions(text)
    document = _settle(document, text, expressions, (*knowledge.chronicle, *dated))
    seen = recognised(text, knowledge, document.published, expressions)
    claims = find_claims(document, seen, document.furniture, lambda first, last: find_bare_people(text, first, last))
    return ReadDocument(document=document, claims=claims, mentions=mentions_of(seen) if mentions else (), issues=())


def anchors_of(document: Document) -> tuple[ChronicleEntry, ...]:
    """What a document that has its furniture and its date tells of a day: it may date another one (`dated`)."""
    text = split_text(fold_text(document.text))
    return anchors_from(document, text, find_times(text))


class Lending:
    """What dated documents tell (`anchors_of`), ready to be looked for in undated ones."""

    def __init__(self, entries: Sequence[ChronicleEntry]) -> None:
        """Take the words of all entries apart, once for many documents."""
        self._known = Known(entries)

    def to(self, document: Document) -> tuple[ChronicleEntry, ...]:
        """The entries all of whose words stand somewhere in the text: no other one can date it (`dated`)."""
        held = self._known.held(split_text(fold_text(document.text)).words)
        entries = enumerate(self._known.events)
        return tuple(entry for number, entry in entries if len(held.get(number, ())) == len(entry.words))


def _settle(document: Document, text: Text, expressions: Expressions, chronicle: Sequence[ChronicleEntry]) -> Document:
    """The document with its furniture and its own date."""
    furniture = find_furniture(text, title=document.title)
    given = document.published.first
    times = expressions.all() if given is None else expressions.those_of(may_contradict(text, given))
    published = solve_date(text, times, document=document, furniture=furniture, chronicle=chronicle)
    return msgspec.structs.replace(document, furniture=furniture, published=published)

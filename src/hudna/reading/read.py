"""The steps of reading in their order: one document in, its claims out."""

from collections.abc import Sequence

import msgspec

from hudna.knowledge import Knowledge
from hudna.model import ChronicleEntry, Claim, Document, Issue, Mention
from hudna.reading.claim import find_claims
from hudna.reading.engine.record import Record
from hudna.reading.normalise import fold_text
from hudna.reading.recognise.bundle import Finds, Recognised, past_names
from hudna.reading.recognise.docdate import anchors_from, solve_date
from hudna.reading.recognise.found import NumberFound, TimeFound
from hudna.reading.recognise.mentions import mentions_of
from hudna.reading.recognise.numbers import find_bare_people, find_numbers
from hudna.reading.recognise.parties import find_parties
from hudna.reading.recognise.predicates import PredicateFound, find_objects, find_predicates, vocabulary_of
from hudna.reading.recognise.times import find_times, resolve_times
from hudna.reading.split import Text, split_text
from hudna.reading.split.furniture import find_furniture

READER_VERSION = "3"
"""Raised whenever the same text and knowledge may give other claims; a ledger then reads its documents again."""


class ReadDocument(Record, frozen=True):
    """What one text says."""

    document: Document
    """With its furniture and its date as solved."""
    claims: tuple[Claim, ...]
    mentions: tuple[Mention, ...]
    issues: tuple[Issue, ...]
    unanswered: bool = False
    """A second opinion was wanted and not got: the rules' claims stand, and the next run reads it again."""


def read_document(document: Document, knowledge: Knowledge, *, dated: Sequence[ChronicleEntry] = ()) -> ReadDocument:
    """Read one document. Pure: the same document, knowledge and `dated` give the same result.

    Args:
        document: The preserved text; a date that it already has is kept.
        knowledge: The packs.
        dated: Events that other documents date, beside the theatre's chronicle.
    """
    text = split_text(fold_text(document.text))
    document, times = _settle(document, text, knowledge, dated)
    seen = _recognise(document, text, times, knowledge)
    claims = find_claims(document, seen, document.furniture, lambda first, last: find_bare_people(text, first, last))
    return ReadDocument(document=document, claims=claims, mentions=mentions_of(seen), issues=())


def anchors_of(document: Document) -> tuple[ChronicleEntry, ...]:
    """What a document that has its furniture and its date tells of a day: it may date another one (`dated`)."""
    text = split_text(fold_text(document.text))
    return anchors_from(document, text, find_times(text))


def _settle(
    document: Document, text: Text, knowledge: Knowledge, dated: Sequence[ChronicleEntry]
) -> tuple[Document, list[TimeFound]]:
    """The document with its furniture and its own date, and its times resolved against that date."""
    furniture = find_furniture(text, title=document.title)
    expressions = find_times(text)
    chronicle = (*knowledge.chronicle, *dated)
    published = solve_date(text, expressions, document=document, furniture=furniture, chronicle=chronicle)
    document = msgspec.structs.replace(document, furniture=furniture, published=published)
    return document, resolve_times(text, expressions, published)


def _recognise(document: Document, text: Text, times: list[TimeFound], knowledge: Knowledge) -> Recognised:
    actors, places = find_parties(text, knowledge, on=document.published.first)
    vocabulary = vocabulary_of(knowledge.kinds)
    numbers = find_numbers(text)
    first, last = document.published.first, document.published.last
    timed, placed, acting = Finds(times), Finds(places), Finds(actors)
    return Recognised(
        text=text,
        knowledge=knowledge,
        vocabulary=vocabulary,
        numbers=Finds(_apart_from(numbers, times)),
        times=timed,
        places=placed,
        actors=acting,
        objects=Finds(find_objects(text, vocabulary)),
        predicates=Finds(_not_bounds(find_predicates(text, vocabulary), numbers)),
        published=(first, last or first) if first is not None else None,
        past_name=past_names(len(text.words), acting, placed, timed),
    )


def _not_bounds(predicates: list[PredicateFound], numbers: list[NumberFound]) -> list[PredicateFound]:
    """Predicates without the verbs that only bound a number: «ما لا يقل عن 12» tells nothing of who said it."""
    taken = {token for number in numbers for token in range(number.first, number.last - 1)}
    return [one for one in predicates if one.pos != "verb" or one.first not in taken]


def _apart_from(numbers: list[NumberFound], times: list[TimeFound]) -> list[NumberFound]:
    """Numbers that are not part of a date, a clock time or a duration."""
    taken = {token for time in times for token in range(time.first, time.last)}
    return [number for number in numbers if number.first not in taken]

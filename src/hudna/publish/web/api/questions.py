"""What a program may ask: one struct for each operation.

It is both how the parameters of an address are read and how they are documented.
"""

from typing import Annotated, Literal, TypeVar

import msgspec
from msgspec import Meta
from starlette.datastructures import QueryParams

from hudna.errors import UsageError
from hudna.knowledge import Knowledge
from hudna.ledger import BreachFilter, DocumentFilter, EventFilter, Ledger, WordSearch
from hudna.publish.web.wanted import understand

T = TypeVar("T")

Day = Annotated[str, Meta(pattern=r"^\d{4}-\d{2}-\d{2}$", description="ISO day, included", examples=["2023-09-19"])]
Kind = Annotated[str, Meta(description="a kind (`casualties.killed`) or a whole class (`casualties`); may be repeated")]
Code = Annotated[str, Meta(description="a code of the packs; may be repeated")]
Actor = Annotated[str, Meta(description="an actor's code, for it and all that belong to it; may be repeated")]
Words = Annotated[str, Meta(description="words, in any spelling; in quotation marks exactly so", max_length=500)]
After = Annotated[str, Meta(description="where the page begins: `next` of an answer carries it")]
Size = Annotated[int, Meta(ge=1, le=500, description="things on a page")]
Modality = Literal["actual", "planned", "obligation", "demanded", "conditional", "possible", "negated"]


class Nothing(msgspec.Struct, forbid_unknown_fields=True):
    """No parameters."""


class Paged(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """A list, a page at a time."""

    after: After | None = None
    size: Size = 50


class ForEvents(Paged, kw_only=True):
    """Every field that is given narrows; events belong to the day on which they began."""

    kind: tuple[Kind, ...] = ()
    first: Day | None = None
    last: Day | None = None
    place: tuple[Code, ...] = ()
    actor: tuple[Actor, ...] = ()
    agreement: Annotated[str, Meta(description="events that findings on this agreement lean on")] | None = None
    disputed: Annotated[bool, Meta(description="values that cannot both be true")] | None = None
    origins: Annotated[int, Meta(ge=0, description="independent origins, at least")] = 0
    q: Words = ""
    modality: Modality | None = None
    background: Annotated[bool, Meta(description="told of an earlier war")] | None = None
    reviewed: Annotated[bool, Meta(description="whether anybody decided anything about it")] | None = None


class ForClaims(Paged, kw_only=True):
    """Without words, all claims that the other fields let through; those that came in last first."""

    q: Words = ""
    kind: tuple[Kind, ...] = ()
    actor: tuple[Actor, ...] = ()
    speaker: tuple[Actor, ...] = ()
    place: tuple[Code, ...] = ()
    first: Day | None = None
    last: Day | None = None
    source: Annotated[str, Meta(description="who published the document")] | None = None
    modality: Modality | None = None


class ForDocuments(Paged, kw_only=True):
    """The last published first."""

    q: Words = ""
    source: str | None = None
    first: Day | None = None
    last: Day | None = None
    undated: bool | None = None
    copies: Annotated[bool, Meta(description="only texts that several documents bear")] | None = None


class ForContradictions(Paged, kw_only=True):
    """The latest day first."""

    sort: Literal["exclusive", "series", "part_whole", "other_scope", "other_grain"] | None = None
    field: Annotated[str, Meta(description="places, when, means, count.killed …")] | None = None
    first: Day | None = None
    last: Day | None = None


class ForBreaches(Paged, kw_only=True):
    """As of the latest day on which findings were made, unless another is named."""

    as_of: Day | None = None
    agreement: str | None = None
    status: str | None = None
    accused: Code | None = None
    first: Day | None = None
    last: Day | None = None


class ForDuties(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """As of the latest day on which findings were made, unless another is named."""

    as_of: Day | None = None
    agreement: str | None = None


class ForCounts(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Events that are said to have happened, in this war, by the period in which they began."""

    grain: Literal["day", "month", "year"] = "day"
    first: Day | None = None
    last: Day | None = None
    kind: tuple[Kind, ...] = ()


class ForPlaces(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The same, by place."""

    first: Day | None = None
    last: Day | None = None
    kind: tuple[Kind, ...] = ()


class ForSources(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """By days of publication."""

    first: Day | None = None
    last: Day | None = None


class ForChanges(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """Go on with the highest `seq` that was received."""

    after: Annotated[int, Meta(ge=0, description="number of an entry of the log; 0 for everything")] = 0


class ForFeed(msgspec.Struct, forbid_unknown_fields=True, kw_only=True):
    """The language of titles and summaries; quotes stay as they are."""

    lang: Literal["ar", "en"] = "ar"
    size: Annotated[int, Meta(ge=1, le=200)] = 50


def read(params: QueryParams, wanted: type[T]) -> T:
    """An address's parameters as what they ask for.

    Raises:
        UsageError: One is unknown, or its value is not of its kind.
    """
    given: dict[str, object] = {}
    for name in params:
        told = params.getlist(name)
        given[name] = told if _is_list(wanted, name) else told[-1]
    try:
        return msgspec.convert(given, wanted, strict=False)
    except msgspec.ValidationError as trouble:
        raise UsageError(str(trouble), hint="The parameters: /api/v1/openapi.json") from trouble


def _is_list(wanted: type, name: str) -> bool:
    return any(field.name == name and field.default == () for field in msgspec.structs.fields(wanted))


# --- as the ledger asks -----------------------------------------------------------------------------------------------


def _belonging(codes: tuple[str, ...], knowledge: Knowledge, ledger: Ledger) -> tuple[str, ...]:
    """These actors and all that belong to them, as the packs say."""
    return knowledge.sides.belonging(codes, ledger.desk.actor_codes()) if codes else ()


def event_filter(asked: ForEvents, knowledge: Knowledge, ledger: Ledger) -> EventFilter:
    """For `Desk.events`."""
    return EventFilter(
        kinds=asked.kind,
        first=asked.first,
        last=asked.last,
        places=asked.place,
        actors=_belonging(asked.actor, knowledge, ledger),
        agreement=asked.agreement,
        disputed=asked.disputed,
        origins=asked.origins,
        words=understand(asked.q, knowledge).asked(),
        modality=asked.modality,
        background=asked.background,
        reviewed=asked.reviewed,
    )


def word_search(asked: ForClaims, knowledge: Knowledge, ledger: Ledger) -> WordSearch:
    """For `Desk.search`."""
    return WordSearch(
        groups=understand(asked.q, knowledge).asked(),
        kinds=asked.kind,
        actors=_belonging(asked.actor, knowledge, ledger),
        speakers=_belonging(asked.speaker, knowledge, ledger),
        places=asked.place,
        first=asked.first,
        last=asked.last,
        source=asked.source,
        modality=asked.modality,
    )


def document_filter(asked: ForDocuments, knowledge: Knowledge) -> DocumentFilter:
    """For `Desk.documents`."""
    return DocumentFilter(
        groups=understand(asked.q, knowledge).asked(),
        source=asked.source,
        first=asked.first,
        last=asked.last,
        undated=asked.undated,
        copies=asked.copies,
    )


def breach_filter(asked: ForBreaches) -> BreachFilter:
    """For `Desk.breaches`."""
    return BreachFilter(
        as_of=asked.as_of,
        agreement=asked.agreement,
        status=asked.status,
        accused=asked.accused,
        first=asked.first,
        last=asked.last,
    )

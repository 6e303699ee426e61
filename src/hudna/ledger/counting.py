"""Counts that pages show: kept up to date as things come in, so that asking is cheap whatever the size."""

import calendar
import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hudna.ledger import rows
from hudna.ledger.browsing import kind_is
from hudna.ledger.paging import marks

_GRAINS = {"day": 10, "month": 7, "year": 4}
"""How much of an ISO day names the period."""


class DayCount(msgspec.Struct, frozen=True):
    """Events of one kind that began in one period."""

    period: str
    """«2023-09-19», «2023-09» or «2023», as asked; empty for events without a day."""
    kind: str
    events: int
    long: int
    """Of these, events that span more than a day: told as a week, a month."""
    disputed: int
    """Of these, events with values that exclude each other."""


class PlaceCount(msgspec.Struct, frozen=True):
    """Events of one kind at one place."""

    place: str
    kind: str
    events: int


class SourceCount(msgspec.Struct, frozen=True):
    """What one source brought."""

    source: str | None
    documents: int
    claims: int
    first: str | None
    last: str | None
    """Earliest and latest publication day."""


def by_period(
    database: sqlite3.Connection,
    *,
    grain: str = "day",
    first: str | None = None,
    last: str | None = None,
    kinds: Sequence[str] = (),
    modality: str | None = "actual",
    background: bool | None = False,
) -> list[DayCount]:
    """Events by the period in which they began and by kind, in order of time.

    Args:
        database: The ledger.
        grain: day, month or year.
        first: ISO day from which on; events without a day are left out when it or `last` is given.
        last: ISO day until which, included.
        kinds: Kinds or whole classes; none for all.
        modality: None for all.
        background: True for events of earlier wars only, None for all.
    """
    parts = list(_kinds(kinds))
    given = (("day >= ?", first), ("day <> '' AND day <= ?", last), ("modality = ?", modality))
    parts.extend((sql, (value,)) for sql, value in given if value is not None)
    if background is not None:
        parts.append(("background = ?", (int(background),)))
    where = f"WHERE {' AND '.join(sql for sql, _ in parts)}" if parts else ""
    period = "day" if grain == "day" else f"substr(day, 1, {_GRAINS[grain]})"
    columns = f"{period}, kind, sum(events), sum(long), sum(disputed)"
    sql = rows.select(columns, "day_counts", f"{where} GROUP BY 1, 2 ORDER BY 1, 2")
    return [DayCount(*row) for row in database.execute(sql, [value for _, some in parts for value in some])]


def _kinds(kinds: Sequence[str]) -> Iterator[tuple[str, tuple[Any, ...]]]:
    if kinds:
        told = [kind_is("kind", one) for one in kinds]
        yield f"({' OR '.join(f'({sql})' for sql, _ in told)})", tuple(value for _, some in told for value in some)


def days_span(database: sqlite3.Connection) -> tuple[str, str] | None:
    """The first and the last day on which an event of this war is said to have happened; None when there is none."""
    sql = "SELECT min(day), max(day) FROM day_counts WHERE day <> '' AND modality = 'actual' AND background = 0"
    first, last = database.execute(sql).fetchone()
    return (first, last) if first else None


def by_place(
    database: sqlite3.Connection, first: str | None = None, last: str | None = None, kinds: Sequence[str] = ()
) -> list[PlaceCount]:
    """Events that are said to have happened, by place and kind: what a map shows.

    From kept counts: of whole years, of whole months, and of the days at both ends.
    """
    known = days_span(database)
    if known is None:
        return []
    first, last = max(first or known[0], known[0]), min(last or known[1], known[1])
    told = list(_kinds(kinds))
    also = "".join(f" AND {sql}" for sql, _ in told)
    more = [value for _, some in told for value in some]
    pieces, values = [], list[Any]()
    for sql, some in _spans(first, last):
        pieces.append(sql + also)
        values.extend((*some, *more))
    if not pieces:
        return []
    union = " UNION ALL ".join(pieces)
    sql = rows.select("place, kind, sum(events)", f"({union})", "GROUP BY place, kind ORDER BY place, kind")
    return [PlaceCount(*row) for row in database.execute(sql, values)]


def _spans(first: str, last: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """A span of days as SELECTs: whole periods where there are any, days for the rest."""
    if first > last:
        return
    years = _whole(first, last, 4)
    told = frozenset(years)
    months = [month for month in _whole(first, last, 7) if month[:4] not in told]
    if years or months:
        periods = (*years, *months)
        yield rows.select("place, kind, events", "place_counts", f"WHERE period IN {marks(periods)}"), periods
    covered = sorted((*years, *months))
    before, behind = (_begin(covered[0]), _end(covered[-1])) if covered else ("9", "0")
    if first < before:
        yield _days("<"), (first, min(f"{last}~", before))
    if covered and f"{last}~" > behind:
        yield _days(">"), (f"{last}~", behind)


def _days(sign: str) -> str:
    """Kept counts of single days, which stand among those of months and years."""
    span = "period >= ? AND period < ?" if sign == "<" else "period < ? AND period > ?"
    return rows.select("place, kind, events", "place_counts", f"WHERE {span} AND length(period) = 10")


def _begin(period: str) -> str:
    return period + "-01-01"[len(period) - 4 :]


def _end(period: str) -> str:
    """A word behind every day of the period and before the next one."""
    return period + "-99-99"[len(period) - 4 :]


def _whole(first: str, last: str, length: int) -> tuple[str, ...]:
    """The years or months that lie wholly between two days; a last day of a month is not known here, so 31 must be."""
    found: list[str] = []
    for year in range(int(first[:4]), int(last[:4]) + 1):
        names = [f"{year:04}"] if length == 4 else [f"{year:04}-{month:02}" for month in range(1, 13)]  # noqa: PLR2004 - «2023»
        found.extend(name for name in names if first <= _begin(name) and last >= _last_day(name))
    return tuple(found)


def _last_day(period: str) -> str:
    return period + "-12-31"[len(period) - 4 :] if len(period) == 4 else f"{period}-{_length(period)}"  # noqa: PLR2004 - «2023»


def _length(month: str) -> int:
    return calendar.monthrange(int(month[:4]), int(month[5:]))[1]


def by_source(database: sqlite3.Connection, first: str | None = None, last: str | None = None) -> list[SourceCount]:
    """What each source brought, of documents published between two ISO days (both included), by source."""
    given = (("published_first >= ?", first), ("published_first < ?", f"{last}~" if last else None))
    where = " AND ".join(sql for sql, value in given if value is not None)
    columns = "source, count(*), sum(claims), min(substr(published_first, 1, 10)), max(substr(published_first, 1, 10))"
    rest = f"{f'WHERE {where}' if where else ''} GROUP BY source ORDER BY source"
    values = [value for _, value in given if value is not None]
    return [SourceCount(*row) for row in database.execute(rows.select(columns, "documents", rest), values)]


def source_days(database: sqlite3.Connection, first: str, last: str) -> dict[tuple[str | None, str], int]:
    """(source, ISO day) → documents published on it; a day that is missing is a day of silence."""
    sql = (
        "SELECT source, substr(published_first, 1, 10), count(*) FROM documents "
        "WHERE ifnull(published_first, '') >= ? AND ifnull(published_first, '') < ? GROUP BY 1, 2"
    )
    return {(source, day): count for source, day, count in database.execute(sql, (first, f"{last}~"))}


def dispute_counts(
    database: sqlite3.Connection, first: str | None = None, last: str | None = None
) -> list[tuple[str, str, int]]:
    """(sort, field, how many) of contradictions in events that began between two days."""
    given = (("day >= ?", first), ("day <> '' AND day <= ?", last))
    where = " AND ".join(sql for sql, value in given if value is not None)
    rest = f"{f'WHERE {where}' if where else ''} GROUP BY sort, field ORDER BY sort, field"
    values = [value for _, value in given if value is not None]
    return [
        tuple(row) for row in database.execute(rows.select("sort, field, count(*)", "event_disputes", rest), values)
    ]


def totals(database: sqlite3.Connection) -> dict[str, int]:
    """How many documents, claims, events, disputed events and judgements there are, from kept counts."""
    documents, claims = database.execute("SELECT count(*), ifnull(sum(claims), 0) FROM documents").fetchone()
    sums = "SELECT ifnull(sum(events), 0), ifnull(sum(disputed), 0) FROM day_counts"
    events, disputed = database.execute(sums).fetchone()
    judgements = database.execute("SELECT count(*) FROM judgements").fetchone()[0]
    counted = {"documents": documents, "claims": claims, "events": events}
    return {**counted, "disputed": disputed, "judgements": judgements}

"""Leafing through events, contradictions and alleged breaches: newest day first, a page at a time.

Days are ISO days. An event belongs to the day on which it began; those without a day stand at the end.
"""

import sqlite3
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from hudna.ledger import asking, rows
from hudna.ledger.paging import (
    PAGE,
    Condition,
    Page,
    cursor_of,
    expression,
    few,
    gather,
    key_of,
    marks,
    page_of,
    size_of,
)
from hudna.model import Claim, Contradiction, Event, Finding


class EventFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which events are asked for; every field that is given narrows."""

    kinds: tuple[str, ...] = ()
    """Kinds (`casualties.killed`) or whole classes (`casualties`)."""
    first: str | None = None
    last: str | None = None
    """ISO days: events that began between them, both included."""
    places: tuple[str, ...] = ()
    """Place codes, exactly these (`Knowledge.within` knows what lies in what)."""
    actors: tuple[str, ...] = ()
    """Actor codes as agent, target or origin, exactly these (`Knowledge.sides` knows who belongs to whom)."""
    agreement: str | None = None
    """Id of an agreement: events that findings as of the latest date lean on."""
    disputed: bool | None = None
    """True: two told values of one field cannot both be true."""
    origins: int = 0
    """At least so many independent origins."""
    words: str | tuple[tuple[str, ...], ...] = ""
    """A phrase that one of its claims holds, any spelling; or groups of alternatives (`searching.WordSearch`)."""
    modality: str | None = None
    background: bool | None = None
    reviewed: bool | None = None
    """Whether anybody decided anything about it."""
    happened: str | None = None
    """The first verdict axis, as the machine proposes it."""
    figures: bool = False
    """True: only events with counted people or things."""


class Dispute(msgspec.Struct, frozen=True):
    """One contradiction with its event."""

    event: Event
    contradiction: Contradiction


class BreachFilter(msgspec.Struct, frozen=True, kw_only=True):
    """Which alleged breaches are asked for."""

    as_of: str | None = None
    """None: as of the latest date that was asked for."""
    agreement: str | None = None
    status: str | None = None
    accused: str | None = None
    """Code of one who is accused, alone or among others."""
    first: str | None = None
    last: str | None = None
    """ISO days on which the event began."""


def _days(wanted: EventFilter | BreachFilter, column: str) -> tuple[str, tuple[str, ...]]:
    parts = []
    values: list[str] = []
    if wanted.first:
        parts.append(f"{column} >= ?")
        values.append(wanted.first)
    if wanted.last:
        parts.append(f"{column} <= ? AND {column} <> ''")
        values.append(wanted.last)
    return " AND ".join(parts), tuple(values)


def kind_is(column: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """A kind, or every kind of a class: «/» is the character after «.»."""
    if "." in kind:
        return f"{column} = ?", (kind,)
    return f"{column} > ? AND {column} < ?", (f"{kind}.", f"{kind}/")


def _conditions(database: sqlite3.Connection, wanted: EventFilter) -> Iterator[Condition]:
    days, between = _days(wanted, "day")
    also = f" AND {days}" if days else ""
    if wanted.kinds:
        yield _any("event_facts", "kind", [kind_is("kind", one) for one in wanted.kinds], also, between)
    if wanted.places:
        yield _any("event_places", "place", [(f"place IN {marks(wanted.places)}", wanted.places)], also, between)
    if wanted.actors:
        yield _any("event_actors", "actor", [(f"actor IN {marks(wanted.actors)}", wanted.actors)], also, between)
    if wanted.agreement is not None:
        on = (asking.latest_date(database) or "", wanted.agreement)
        yield _any("finding_events", "", [("as_of = ? AND agreement = ?", on)], also, between)
    if days:
        yield Condition(rows.select("event", "event_facts", f"WHERE {days}"), _of_f(days), between, between)
    if wanted.origins > 1:
        least = (wanted.origins,)
        yield Condition(rows.select("event", "event_facts", "WHERE origins >= ?"), "+f.origins >= ?", least, least)
    words = expression(((wanted.words,),) if isinstance(wanted.words, str) else wanted.words)
    if words:
        yield _holding(words)


def _of_f(sql: str) -> str:
    return sql.replace("day", "f.day")


def _any(
    table: str, column: str, parts: Sequence[tuple[str, tuple[str, ...]]], also: str, between: tuple[str, ...]
) -> Condition:
    """Rows of a table of which one part at least is true."""
    where = " OR ".join(f"({sql})" for sql, _ in parts)
    values = tuple(value for _, some in parts for value in some)
    keys = rows.select("event", table, f"WHERE ({where}){also}")
    if column == "kind":
        # «+» keeps SQLite from gathering several kinds by their index: the walk along the days ends sooner
        own = "f.kind" if len(parts) == 1 and where.endswith("= ?)") else "+f.kind"
        return Condition(keys, f"({where.replace('kind', own)})", (*values, *between), values)
    inside = rows.select("1", table, f"WHERE {table}.event = f.event AND ({where})")
    return Condition(keys, f"EXISTS ({inside})", (*values, *between), values)


def _holding(words: str) -> Condition:
    """Events one of whose claims holds the words."""
    keys = (
        "SELECT claim_events.event FROM claim_words CROSS JOIN claim_events ON claim_events.claim = claim_words.rowid "
        "WHERE claim_words MATCH ?"
    )
    found = "claim_events JOIN temp.found ON found.claim = claim_events.claim"
    inside = rows.select("1", found, "WHERE claim_events.event = f.event")
    return Condition(keys, f"EXISTS ({inside})", (words,), (), words)


def _plain(wanted: EventFilter) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Conditions that only a row itself can answer."""
    if wanted.disputed is not None:
        yield f"f.disputed = {int(wanted.disputed)}", ()  # written out: the index of the disputed ones needs it so
    if wanted.modality is not None:
        yield "f.modality = ?", (wanted.modality,)
    if wanted.background is not None:
        yield "f.background = ?", (int(wanted.background),)
    if wanted.happened is not None:
        yield "f.happened = ?", (wanted.happened,)
    if wanted.figures:
        yield "f.figures > 0", ()
    if wanted.reviewed is not None:
        known = "EXISTS (SELECT 1 FROM judgement_about WHERE about = f.event)"
        yield known if wanted.reviewed else f"NOT {known}", ()


def _question(database: sqlite3.Connection, wanted: EventFilter) -> tuple[str, list[str], list[Any]]:
    """(from what, conditions, values) of a question for events."""
    conditions = list(_conditions(database, wanted))
    start = few(database, conditions)
    source, values = "event_facts AS f", list[Any]()
    if start is not None:
        source = f"(SELECT DISTINCT event FROM ({start.keys})) AS d CROSS JOIN event_facts AS f ON f.event = d.event"  # noqa: S608 - constants
        values.extend(start.values)
    tested = [one for one in conditions if one is not start]
    for one in tested:
        if one.words:
            gather(database, one.words)
    tests = [one.test for one in tested]
    values.extend(value for one in tested for value in one.tested)
    for sql, more in _plain(wanted):
        tests.append(sql)
        values.extend(more)
    return source, tests, values


def events(
    database: sqlite3.Connection, wanted: EventFilter, *, after: str | None = None, size: int = PAGE
) -> Page[Event]:
    """Events, the latest day first; those without a day last."""
    source, tests, values = _question(database, wanted)
    key = key_of(after, str, str)
    if key is not None:
        tests.append("(f.day, f.event) < (?, ?)")
        values.extend(key)
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    rest = f"{where} ORDER BY f.day DESC, f.event DESC LIMIT ?"
    size = size_of(size)
    found = database.execute(rows.select("f.day, f.event", source, rest), (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(*row), lambda row: event(database, row[1]))


def event(database: sqlite3.Connection, key: str) -> Event:
    """An event that is there."""
    return rows.event_from(database.execute("SELECT body FROM events WHERE id = ?", (key,)).fetchone()[0])


def count_events(database: sqlite3.Connection, wanted: EventFilter, *, most: int) -> int:
    """How many events a filter lets through, counted up to `most`."""
    source, tests, values = _question(database, wanted)
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    inside = rows.select("1", source, f"{where} LIMIT ?")
    found: int = database.execute(rows.select("count(*)", f"({inside})"), (*values, most)).fetchone()[0]
    return found


def claims_of(database: sqlite3.Connection, events: Sequence[str]) -> dict[str, list[Claim]]:
    """The claims of events, in the events' own order, by one question."""
    columns = ", ".join(f"claims.{name.strip()}" for name in rows.CLAIM_COLUMNS.split(","))
    joined = "event_claims JOIN claims ON claims.id = event_claims.claim"
    rest = f"WHERE event_claims.event IN {marks(events)} ORDER BY event_claims.event, event_claims.position"
    found: dict[str, list[Claim]] = {key: [] for key in events}
    for row in database.execute(rows.select(f"{columns}, event_claims.event", joined, rest), tuple(events)):
        found[row[-1]].append(rows.claim_from(row[:-1]))
    return found


def disputes(
    database: sqlite3.Connection,
    *,
    sort: str | None = None,
    field: str | None = None,
    first: str | None = None,
    last: str | None = None,
    after: str | None = None,
    size: int = PAGE,
) -> Page[Dispute]:
    """Contradictions, the latest day first.

    Args:
        database: The ledger.
        sort: exclusive, series, part_whole, other_scope or other_grain; None for all.
        field: places, when, means, count.killed …
        first: ISO day on which the event began, or later.
        last: The same, or earlier.
        after: `Page.next` of the page before.
        size: Of the page.
    """
    given = (("sort = ?", sort), ("field = ?", field), ("day >= ?", first), ("day <> '' AND day <= ?", last))
    tests = [sql for sql, value in given if value is not None]
    values: list[Any] = [value for _, value in given if value is not None]
    key = key_of(after, str, str, int)
    if key is not None:
        tests.append("(day, event, position) < (?, ?, ?)")
        values.extend(key)
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    rest = f"{where} ORDER BY day DESC, event DESC, position DESC LIMIT ?"
    size = size_of(size)
    found = database.execute(
        rows.select("day, event, position", "event_disputes", rest), (*values, size + 1)
    ).fetchall()
    return page_of(found, size, lambda row: cursor_of(*row), lambda row: _dispute(event(database, row[1]), row[2]))


def _dispute(event: Event, position: int) -> Dispute:
    return Dispute(event, event.contradictions[position])


def _breaches(database: sqlite3.Connection, wanted: BreachFilter) -> tuple[list[str], list[Any]]:
    as_of = wanted.as_of or asking.latest_date(database)
    days, between = _days(wanted, "day")
    tests, values = ["as_of = ?", "sort = 'alleged_breach'"], [as_of, *between]
    tests.extend([days] if days else [])
    for column, value in (("agreement", wanted.agreement), ("status", wanted.status)):
        if value is not None:
            tests.append(f"{column} = ?")
            values.append(value)
    if wanted.accused is not None:
        tests.append("instr(accused, ?)")
        values.append(rows.as_json(wanted.accused))
    return tests, values


def breaches(
    database: sqlite3.Connection, wanted: BreachFilter, *, after: str | None = None, size: int = PAGE
) -> Page[Finding]:
    """Alleged breaches, the latest day of the event first."""
    tests, values = _breaches(database, wanted)
    key = key_of(after, str, str)
    if key is not None:
        tests.append("(day, finding) < (?, ?)")
        values.extend(key)
    rest = f"WHERE {' AND '.join(tests)} ORDER BY day DESC, finding DESC LIMIT ?"
    size = size_of(size)
    found = database.execute(rows.select("day, finding, as_of", "finding_events", rest), (*values, size + 1)).fetchall()
    return page_of(found, size, lambda row: cursor_of(*row[:2]), lambda row: _finding(database, row[2], row[1]))


def _finding(database: sqlite3.Connection, as_of: str, key: str) -> Finding:
    body = database.execute("SELECT body FROM findings WHERE as_of = ? AND id = ?", (as_of, key)).fetchone()[0]
    return rows.finding_from(body)


def breach_counts(database: sqlite3.Connection, wanted: BreachFilter) -> list[tuple[tuple[str, ...], str, int]]:
    """(who is accused, status, how many) of alleged breaches."""
    tests, values = _breaches(database, wanted)
    tests.remove("sort = 'alleged_breach'")
    rest = f"WHERE {' AND '.join(tests)} GROUP BY accused, status ORDER BY accused, status"
    found = database.execute(rows.select("accused, status, sum(breaches)", "breach_counts", rest), values)
    return [(tuple(msgspec.json.decode(accused, type=list[str])), status, count) for accused, status, count in found]


def findings_of(database: sqlite3.Connection, event: str, as_of: str | None = None) -> list[Finding]:
    """What is found about an event as of a date, the latest when none is named."""
    on = as_of or asking.latest_date(database) or ""
    sql = "SELECT finding FROM finding_events WHERE event = ? AND as_of = ? ORDER BY finding"
    return [_finding(database, on, key) for (key,) in database.execute(sql, (event, on)).fetchall()]


def obligations(
    database: sqlite3.Connection, *, as_of: str | None = None, agreement: str | None = None
) -> list[Finding]:
    """The findings about duties as of a date: as many as agreements name, whatever happened."""
    on = as_of or asking.latest_date(database)
    more, values = (" AND agreement = ?", (agreement,)) if agreement is not None else ("", ())
    sql = f"SELECT body FROM findings WHERE as_of = ? AND sort = 'obligation'{more} ORDER BY agreement, id"  # noqa: S608 - constants
    return [rows.finding_from(body) for (body,) in database.execute(sql, (on, *values))]

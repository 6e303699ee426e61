"""People of the packs: which row is meant, in which office, on which day."""

from collections.abc import Sequence

from hudna.model import Actor
from hudna.reading.recognise.actors.codes import Codes
from hudna.reading.recognise.actors.tables import Tables


def holds(row: Actor, on: str | None) -> bool:
    """Whether an office was held on a day; always when its dates or the day are not known."""
    if on is None:
        return True
    return (row.first is None or row.first <= on[:10]) and (row.last is None or on[:10] <= row.last)


def resolve(rows: Sequence[Actor], tables: Tables, *, on: str | None, role: str = "", former: bool = False) -> str:
    """The code of a person.

    Args:
        rows: The rows that bear the name; at least one.
        tables: Compiled tables, which know the person's other offices.
        on: The document's ISO date, None when not known.
        role: The office that the text itself gives (MOD); it decides before the date.
        former: The text says that the office is over.

    Returns:
        The office held on that day; the office that the text names; else COUNTRY.person.
    """
    slug = rows[0].code.rpartition(".")[2]
    state = rows[0].code.partition(".")[0]
    offices = [row for row in tables.people.get(slug, ()) if row.code.partition(".")[0] == state] or list(rows)
    if former:
        return tables.codes.former(offices[0].code)
    named = [row for row in offices if role and _same_role(tables.codes, row.code, role)]
    if named:
        return named[0].code
    held = [row for row in offices if holds(row, on)]
    if held:
        return max(held, key=lambda row: row.first or "").code
    return tables.codes.former(offices[0].code)


def _same_role(codes: Codes, code: str, role: str) -> bool:
    return codes.role_of(code) == codes.role_of(codes.compose(codes.state_of(code), role))

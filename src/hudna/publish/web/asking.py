"""The state of a page, read from its address: days, filters, the place in a list. What makes no sense is left out."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from markupsafe import Markup

from hudna.errors import UsageError
from hudna.publish.web.desk import Desk


class FormError(UsageError):
    """What is missing in a form, said in the reader's language."""


def day_of(desk: Desk, field: str) -> str | None:
    """An ISO day of the address; None where there is none, or none of the calendar."""
    said = desk.asked.get(field)
    try:
        return date.fromisoformat(said).isoformat() if said else None
    except ValueError:
        return None


def one_of(desk: Desk, field: str, known: Callable[[str], bool]) -> str | None:
    """A value of the address that is known; None for any other."""
    said = desk.asked.get(field)
    return said if said and known(said) else None


def actors_of(desk: Desk, field: str) -> tuple[str, ...]:
    """The actor of the address and all that belong to it, as the packs say; none where they know no such actor."""
    code = one_of(desk, field, desk.knowledge.actors.__contains__)
    return desk.knowledge.sides.belonging([code], desk.ledger.desk.actor_codes()) if code else ()


def before(day: str, days: int) -> str:
    """The ISO day so many days before (after, where negative); the first or the last of the calendar where it ends."""
    ordinal = date.fromisoformat(day).toordinal() - days
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def latest_day(desk: Desk) -> str | None:
    """The day that the ledger is about when nobody names one: of the findings, else of the last publication."""
    days = desk.ledger.as_of_dates()
    if days:
        return days[-1]
    newest = desk.ledger.desk.documents(size=1).items
    return newest[0].published_first[:10] if newest and newest[0].published_first else None


def spoken(desk: Desk, first: str, last: str) -> Counter[str]:
    """Side → claims that it speaks, of the documents published between two ISO days."""
    found: Counter[str] = Counter()
    for speaker, claims in desk.ledger.desk.quoted(first, last).items():
        found[desk.names.side(speaker)] += claims
    return found


Options = list[tuple[str, Markup]]
"""(value, label) of a choice."""


def parties(desk: Desk) -> Options:
    """The parties of the theatres and of their agreements, alphabetical."""
    codes = {code for theatre in desk.knowledge.theatres for code in theatre.parties}
    codes |= {desk.names.side(code) for one in desk.knowledge.agreements for code in one.parties}
    return [(code, desk.names.actor(code)) for code in sorted(codes, key=desk.names.order)]


def kinds(desk: Desk) -> list[tuple[str, Markup, Options]]:
    """Classes of kinds with their kinds: (class, label, kinds)."""
    found: dict[str, Options] = {}
    for code in sorted(desk.knowledge.kinds):
        found.setdefault(code.partition(".")[0], []).append((code, desk.names.kind(code)))
    return [(name, desk.words.label("class", name), inside) for name, inside in found.items()]


def is_kind(desk: Desk) -> Callable[[str], bool]:
    """Whether a code is a kind or a class of kinds."""
    classes = {code.partition(".")[0] for code in desk.knowledge.kinds}
    return lambda code: code in desk.knowledge.kinds or code in classes

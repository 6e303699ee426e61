"""New events for a feed reader: Atom, in one language, with the exact words of one claim each."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from hudna.ledger import Ledger
from hudna.model import Claim, Event
from hudna.publish.report.wording import Language, clean
from hudna.publish.web.desk import Asked, Desk
from hudna.publish.web.settings import Settings

_BEGINNING = "1970-01-01T00:00:00Z"
"""For an empty feed: Atom wants a time."""


def feed(ledger: Ledger, settings: Settings, language: Language, size: int, base: str) -> str:
    """The feed.

    Args:
        ledger: Only asked.
        settings: Of the dashboard.
        language: Of titles.
        size: Entries at most.
        base: Address of this dashboard, `http://127.0.0.1:8743`: feed readers want whole addresses.
    """
    desk = Desk(ledger, settings, Asked(language, "events", "/", (), {}, ""))
    found = ledger.desk.newest(size=size)
    told = ledger.desk.claims_of(*(event.id for event, _ in found))
    updated = max((at for _, at in found), default=_BEGINNING)
    entries = (_entry(desk, event, at, told[event.id], base) for event, at in found)
    own = f"{base}/api/v1/feed.atom?lang={language}"
    return clean(
        f'<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{language}">\n'
        f"<id>{escape(own)}</id>\n<title>{_plain(desk.words('feed.title'))}</title>\n<updated>{updated}</updated>\n"
        f'<link rel="self" href="{escape(own)}"/>\n<author><name>Hudna</name></author>\n{"".join(entries)}</feed>\n'
    )


def _entry(desk: Desk, event: Event, at: str, claims: Iterable[Claim], base: str) -> str:
    address = f"{base}{desk.to('events', event.id)}"
    when = f" · {desk.dating.between(*event.when).striptags()}" if event.when else ""
    quotes = [claim.quote for claim in claims][:1]
    speakers = desk.names.ordered(event.origins)
    said = desk.words("feed.said_by", who=desk.words.joined(speakers)) if speakers else ""
    return (
        f"<entry><id>urn:hudna:event:{quote(event.id)}</id><title>{_plain(desk.title_alone(event))}{escape(when)}</title>"
        f'<updated>{at or _BEGINNING}</updated><link href="{escape(address)}"/>'
        f"<summary>{_plain(said)}{''.join(f' «{escape(one)}»' for one in quotes)}</summary></entry>\n"
    )


def _plain(told: object) -> str:
    """Our own phrase without its markup, as text of an XML document."""
    stripped = told.striptags() if hasattr(told, "striptags") else str(told)
    return escape(str(stripped))

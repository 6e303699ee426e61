"""Sources: how much each brings, in whose voice, what it tells alone, and on which days it was silent."""

from collections.abc import Sequence
from datetime import date

import msgspec
from markupsafe import Markup
from starlette.responses import Response

from hudna.publish.report.coverage import parties_to_hear
from hudna.publish.web.asking import before, day_of, latest_day, spoken
from hudna.publish.web.desk import Desk
from hudna.publish.web.rendering import show

DAYS = 28
"""Days that are looked at when nobody names any, and whose silence is drawn."""
LONGEST = 92
"""Days over which voices are counted; a longer span is cut to its end."""


class Row(msgspec.Struct, frozen=True):
    """One source."""

    name: Markup
    href: str
    country: Markup | None
    documents: int
    claims: int
    own: int
    relayed: int
    speakers: int
    alone: int
    strip: tuple[tuple[int, int, str], ...]
    """(day, 0 to 3 for how much, label) of each day."""
    silent: int


class Party(msgspec.Struct, frozen=True):
    """One party."""

    name: Markup
    spoke: int
    sources: int


def answer(desk: Desk) -> Response:
    """The page."""
    newest = desk.ledger.desk.documents(size=1).items
    last = day_of(desk, "last") or (newest[0].published_first or "")[:10] if newest else latest_day(desk)
    if not last:
        return show(desk, "empty")
    first = max(day_of(desk, "first") or before(last, DAYS - 1), before(last, LONGEST - 1))
    rows = _rows(desk, first, last)
    return show(
        desk,
        "sources",
        rows=rows,
        first=first,
        last=last,
        span=desk.dating.days(date.fromisoformat(first), date.fromisoformat(last)),
        parties=_parties(desk, first, last),
        cut=day_of(desk, "first") not in {None, first},
        strip_width=DAYS * 9,
    )


def _rows(desk: Desk, first: str, last: str) -> list[Row]:
    found = desk.ledger.desk.by_source(first, last)
    voices = {one.source: one for one in desk.ledger.desk.voices(first, last)}
    alone = desk.ledger.desk.alone(first, last)
    days = [before(last, DAYS - 1 - place) for place in range(DAYS)]
    published = desk.ledger.desk.source_days(days[0], last)
    labels = [desk.dating.at(day).striptags() for day in days]
    rows = []
    for one in found:
        voice = voices.get(one.source)
        strip = _strip(labels, [published.get((one.source, day), 0) for day in days])
        rows.append(
            Row(
                name=desk.names.source(one.source) if one.source else desk.words("document.no_source"),
                href=desk.to("documents", source=one.source, first=first, last=last),
                country=_country(desk, one.source),
                documents=one.documents,
                claims=one.claims,
                own=voice.own if voice else 0,
                relayed=voice.relayed if voice else 0,
                speakers=voice.speakers if voice else 0,
                alone=alone.get(one.source, 0),
                strip=strip,
                silent=sum(level == 0 for _, level, _ in strip),
            )
        )
    return sorted(rows, key=lambda row: (-row.documents, row.name.striptags()))


def _country(desk: Desk, source: str | None) -> Markup | None:
    code = desk.names.country_of(source)
    return desk.names.actor(code) if code else None


def _strip(labels: Sequence[str], counts: Sequence[int]) -> tuple[tuple[int, int, str], ...]:
    most = max(counts, default=0) or 1
    return tuple(
        (place, 0 if not count else 1 + min(2, 3 * (count - 1) // most), f"{label}: {count:,}")
        for place, (label, count) in enumerate(zip(labels, counts, strict=True))
    )


def _of_country(desk: Desk, sources: Sequence[str | None], party: str) -> int:
    return sum(desk.names.is_of_country(one, party) for one in sources)


def _parties(desk: Desk, first: str, last: str) -> list[Party]:
    """Whom one hears: the balance between the parties (field-guide N7)."""
    spoke = spoken(desk, first, last)
    sources = [one.source for one in desk.ledger.desk.by_source(first, last)]
    heard = parties_to_hear(desk.knowledge, desk.names)
    return [Party(desk.names.actor(code), spoke[code], _of_country(desk, sources, code)) for code in heard]

"""Who said nothing: silence is not calm, and «no report» differs from «none recorded»."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import msgspec

from hudna.knowledge import Knowledge, Sides
from hudna.model import Claim, Document

EXPECTED = 14
"""Days back in which a source must have published to be missed today."""


class Silent(msgspec.Struct, frozen=True):
    """A source or a party that said nothing on a day."""

    sort: str
    """source or party."""
    name: str
    last: str | None
    """The last day before on which it spoke; None where it never did."""
    why: str


class NoneRecorded(msgspec.Struct, frozen=True):
    """A claim that nothing happened: somebody looked, or says so. That is not silence."""

    claim: str
    speaker: str


class Silence(msgspec.Struct, frozen=True):
    """A day's silence."""

    day: str
    silent: tuple[Silent, ...]
    none_recorded: tuple[NoneRecorded, ...]


def silence(claims: Sequence[Claim], documents: Sequence[Document], knowledge: Knowledge, day: str) -> Silence:
    """Sources and parties that said nothing on a day, and claims of that day that nothing happened.

    Args:
        claims: All claims.
        documents: Theirs. Those without a source or a publication date are passed over.
        knowledge: Its theatres name the parties.
        day: ISO date.
    """
    published = {doc.id: doc.published.first[:10] for doc in documents if doc.published.first is not None}
    sources = [(doc.source, published[doc.id]) for doc in documents if doc.source and doc.id in published]
    voices = [
        (voice, published[claim.doc])
        for claim in claims
        if claim.doc in published
        for voice in _voices(claim, knowledge.sides)
    ]
    earliest = (date.fromisoformat(day) - timedelta(days=EXPECTED)).isoformat()
    parties = sorted({party for theatre in knowledge.theatres for party in knowledge.sides.of_all(theatre.parties)})
    missed = [
        *_missing("source", _regular(sources, earliest, day), sources, day),
        *_missing("party", parties, voices, day),
    ]
    return Silence(
        day=day,
        silent=tuple(missed),
        none_recorded=tuple(
            NoneRecorded(claim=claim.id, speaker=claim.by[0] if claim.by else f"source:{claim.doc}")
            for claim in sorted(claims, key=lambda claim: claim.id)
            if claim.modality == "negated" and published.get(claim.doc) == day and _of_violence(claim)
        ),
    )


def _voices(claim: Claim, sides: Sides) -> frozenset[str]:
    speakers = claim.by[:1] or (claim.agents if claim.kind.startswith("statement.") else ())
    return sides.of_all(speakers)


def _of_violence(claim: Claim) -> bool:
    return claim.kind == "ceasefire.violated" or claim.kind.startswith(("hostilities.", "casualties."))


def _regular(told: Iterable[tuple[str, str]], earliest: str, day: str) -> list[str]:
    return sorted({name for name, when in told if earliest <= when < day})


def _missing(sort: str, names: Iterable[str], told: Sequence[tuple[str, str]], day: str) -> list[Silent]:
    found = []
    for name in names:
        days = {when for who, when in told if who == name and when <= day}
        if day not in days:
            last = max(days, default=None)
            why = f"last heard on {last}" if last else "never heard in what was read"
            found.append(Silent(sort=sort, name=name, last=last, why=f"nothing read of {day}; {why}"))
    return found

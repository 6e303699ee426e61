"""Who could not get where: claims of closed and opened ways that concern monitors or peacekeepers.

The kind `implementation.access` tells openings and closings alike, so the log says `opened_or_closed` and leaves it to
the words; a claim that access was not given is `denied`, and being cut off is `blocked`.
"""

from collections.abc import Sequence

import msgspec

from hudna.compliance.common import Evidence, known
from hudna.knowledge import Knowledge, Sides
from hudna.model import Claim, Document, Event

_BLOCKED, _ACCESS = "humanitarian.blockade", "implementation.access"
_WATCHING = frozenset({"PKF", "OBS"})
"""Parts of a code that mean peacekeepers and observers."""
_TOLD = frozenset({"actual", "negated"})


class Access(msgspec.Struct, frozen=True):
    """One claim on the way of somebody who watches a truce."""

    what: str
    """blocked, denied, opened_or_closed, block_denied (somebody says that nothing is blocked)."""
    claim: str
    event: str | None
    to: tuple[str, ...]
    """Monitors and peacekeepers whose way it is."""
    by: tuple[str, ...]
    """Who opens or closes it."""
    places: tuple[str, ...]
    when: tuple[str, str] | None
    assessor: str
    """Who says so: a side, an unnamed speaker's code, or `source:ID`."""


def access_log(
    events: Sequence[Event], claims: Sequence[Claim], documents: Sequence[Document], knowledge: Knowledge, as_of: str
) -> tuple[Access, ...]:
    """All such claims that were published by a date, by time and claim. Background counts: it is a log.

    Args:
        events: As weighed; they tell which claims are about one happening.
        claims: All claims.
        documents: Theirs.
        knowledge: Its agreements name who verifies.
        as_of: ISO date.
    """
    watchers = _watchers(knowledge)
    wanted = [claim for claim in claims if claim.kind in {_BLOCKED, _ACCESS} and claim.modality in _TOLD]
    evidence = known(events, wanted, documents, as_of, knowledge.sides)
    found = [row for one in evidence if (row := _row(one, watchers, knowledge.sides)) is not None]
    return tuple(sorted(found, key=lambda row: (row.when or ("~", "~"), row.claim)))


def _watchers(knowledge: Knowledge) -> frozenset[str]:
    """Codes of everybody whom an agreement names as its verifier."""
    duties = (duty for agreement in knowledge.agreements for duty in agreement.obligations)
    return frozenset(duty.verifier for duty in duties if duty.verifier)


def _watches(code: str, watchers: frozenset[str]) -> bool:
    return bool(_WATCHING & set(code.split("."))) or any(code == one or code.startswith(f"{one}.") for one in watchers)


def _row(one: Evidence, watchers: frozenset[str], sides: Sides) -> Access | None:
    claim = one.claim
    actors = (*claim.targets, *claim.agents)
    to = tuple(dict.fromkeys(code for code in actors if _watches(code, watchers)))
    if not to or (claim.kind == _BLOCKED and not set(to) & set(claim.targets)):
        return None
    return Access(
        what=_what(claim),
        claim=claim.id,
        event=one.event.id if one.event is not None else None,
        to=to,
        by=tuple(code for code in claim.agents if code not in to and sides.of(code) is not None),
        places=one.places,
        when=claim.when,
        assessor=one.assessor,
    )


def _what(claim: Claim) -> str:
    if claim.kind == _BLOCKED:
        return "block_denied" if claim.modality == "negated" else "blocked"
    return "denied" if claim.modality == "negated" else "opened_or_closed"

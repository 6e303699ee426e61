"""The door of the room: everything known as of a date, held against every agreement."""

from collections.abc import Sequence

from hudna.compliance.breaches import cases, hold_cases
from hudna.compliance.common import World, known
from hudna.compliance.obligations import hold_duty
from hudna.knowledge import Knowledge
from hudna.model import Claim, Document, Event, Finding

_TELLING = frozenset({"breached", "unknown"})
"""Views of those who tell the act; the others deny it."""


def hold(
    events: Sequence[Event],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    knowledge: Knowledge,
    as_of: str,
) -> tuple[Finding, ...]:
    """Findings as of a date: one for every obligation of every agreement, then one for every alleged breach.

    Pure. Only what was published by that date counts, whatever the events hold since.

    Args:
        events: As weighed over all claims; they tell which claims are about one happening.
        claims: All claims.
        documents: Theirs.
        knowledge: Agreements, places, zones.
        as_of: ISO date; the end of that day.

    Returns:
        Obligations in the order of the packs, then alleged breaches by agreement, clause and time.

    Raises:
        ValueError: A date of a claim, a document or `as_of` is not ISO 8601.
    """
    world = World(knowledge)
    evidence = known(events, claims, documents, as_of)
    held = cases(events, evidence)
    breaches = [finding for agreement in knowledge.agreements for finding in hold_cases(held, agreement, world, as_of)]
    alleged = _claims_by_duty(breaches)
    duties = [
        hold_duty(evidence, duty, agreement, world, as_of, alleged.get((agreement.id, duty.id), frozenset()))
        for agreement in knowledge.agreements
        for duty in agreement.obligations
    ]
    return (*duties, *breaches)


def _claims_by_duty(breaches: Sequence[Finding]) -> dict[tuple[str, str], frozenset[str]]:
    """Claims that allege an assessable breach by somebody, by agreement and duty."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for one in breaches:
        if one.accused and one.status != "unknown":
            claims = {claim for cell in one.assessors if cell.status in _TELLING for claim in cell.claims}
            key = one.agreement, one.obligation
            found[key] = found.get(key, frozenset()) | claims
    return found

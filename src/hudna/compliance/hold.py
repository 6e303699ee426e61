"""The door of the room: everything known as of a date, held against every agreement."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from hudna.compliance.breaches import cases, hold_cases
from hudna.compliance.common import Evidence, World, known
from hudna.compliance.evidence import Stock, bearing
from hudna.compliance.leaning import relation_of
from hudna.compliance.obligations import hold_duty
from hudna.compliance.signed import Signed
from hudna.knowledge import Knowledge
from hudna.model import Agreement, Claim, Corrections, Document, Event, Finding, Judgement, Obligation, standing

COMPLIANCE_VERSION = "2"
"""Raised whenever the same events, claims and packs may give other findings; a ledger then holds them again."""
_TELLING = frozenset({"breached", "unknown"})
"""Views of those who tell the act; the others deny it."""


def hold(
    events: Sequence[Event],
    claims: Sequence[Claim],
    documents: Sequence[Document],
    knowledge: Knowledge,
    as_of: str,
    judgements: Sequence[Judgement] = (),
    judged: Sequence[Finding] = (),
) -> tuple[Finding, ...]:
    """Findings as of a date: one for every obligation of every agreement, then one for every alleged breach.

    Pure. Only what was published by that date counts, whatever the events hold since.

    Args:
        events: As weighed over all claims; they tell which claims are about one happening.
        claims: All claims.
        documents: Theirs.
        knowledge: Agreements, places, zones.
        as_of: ISO date; the end of that day.
        judgements: What people decided; signed statuses and rulings stand above what is summed up.
        judged: Findings, of any date, that judgements name by their ids.

    Returns:
        Obligations in the order of the packs, then alleged breaches by agreement, clause and time.

    Raises:
        ValueError: A date of a claim, a document or `as_of` is not ISO 8601.
    """
    world, corrections = World(knowledge), Corrections(judgements)
    everything = known(events, [corrections.apply(claim) for claim in claims], documents, as_of, knowledge.sides)
    proposed = _proposed(everything, judgements)
    evidence = Stock(one for one in everything if one.claim.id not in proposed)
    held = cases(events, evidence)
    signed = Signed(judgements, judged)
    breaches = [
        finding for agreement in world.agreements for finding in hold_cases(held, agreement, world, as_of, signed)
    ]
    alleged = claims_by_duty(breaches)
    duties = [
        finding
        for agreement in world.agreements
        for finding in _hold_duties(evidence, agreement, world, as_of, alleged, signed)
    ]
    if proposed:
        extra = Stock(one for one in everything if one.claim.id in proposed)
        duties = [_mention(finding, extra, world) for finding in duties]
    return tuple(as_corrected(finding, corrections) for finding in (*duties, *breaches))


def as_corrected(finding: Finding, corrections: Corrections) -> Finding:
    """The finding with a word on the claims that count in it as a person corrected them."""
    said = corrections.sentences(finding.claims)
    return msgspec.structs.replace(finding, why=(*finding.why, *said)) if said else finding


def _proposed(evidence: Sequence[Evidence], judgements: Sequence[Judgement]) -> frozenset[str]:
    """Claims that only a model found and no person accepted: they are evidence of nothing."""
    accepted = {about for one in standing(judgements) if one.verb == "accept" for about in one.about}
    return frozenset(one.claim.id for one in evidence if one.claim.proposed) - accepted


def _mention(finding: Finding, extra: Stock, world: World) -> Finding:
    """The finding of a duty with a word on what a model proposes about it."""
    agreement = next(one for one in world.agreements if one.id == finding.agreement)
    duty = next(one for one in agreement.obligations if one.id == finding.obligation)
    named = bearing(extra, duty, agreement, world).claims
    if not named:
        return finding
    why = f"not counted, because only a model proposes it and no person accepted it: {', '.join(named)}"
    return msgspec.structs.replace(finding, why=(*finding.why, why))


def _hold_duties(
    evidence: Stock,
    agreement: Agreement,
    world: World,
    as_of: str,
    alleged: Mapping[tuple[str, str], frozenset[str]],
    signed: Signed,
) -> list[Finding]:
    """All duties of an agreement in the order of its text; what leans on another duty is held after that one."""
    found: dict[str, Finding] = {}
    for duty in anchors_first(agreement.obligations):
        relation = relation_of(duty)
        anchor = found.get(relation.anchor) if relation is not None else None
        breaches = alleged.get((agreement.id, duty.id), frozenset())
        found[duty.id] = hold_duty(evidence, duty, agreement, world, as_of, breaches, anchor, signed)
    return [found[duty.id] for duty in agreement.obligations]


def anchors_first(duties: Sequence[Obligation]) -> list[Obligation]:
    """Duties with what they lean on before them; a circle is broken where the text begins it."""
    known = {duty.id: duty for duty in duties}
    ordered: dict[str, Obligation] = {}

    def put(duty: Obligation, waiting: frozenset[str]) -> None:
        relation = relation_of(duty)
        if relation is not None and relation.anchor in known and relation.anchor not in waiting | ordered.keys():
            put(known[relation.anchor], waiting | {relation.anchor})
        ordered.setdefault(duty.id, duty)

    for duty in duties:
        put(duty, frozenset({duty.id}))
    return list(ordered.values())


def claims_by_duty(breaches: Iterable[Finding]) -> dict[tuple[str, str], frozenset[str]]:
    """Claims that allege an assessable breach by somebody, by agreement and duty."""
    found: dict[tuple[str, str], set[str]] = {}
    for one in breaches:
        if one.accused and one.status != "unknown":
            claims = {claim for cell in one.assessors if cell.status in _TELLING for claim in cell.claims}
            found.setdefault((one.agreement, one.obligation), set()).update(claims)
    return {key: frozenset(claims) for key, claims in found.items()}

"""What the claims of one sentence share: its place, and what a clause of detail leaves out."""

from collections.abc import Sequence

from hudna.reading.claim.draft import Draft
from hudna.reading.recognise.bundle import Recognised, between

_TOGETHER = ("hostilities.", "casualties.", "humanitarian.")
_ELSEWHERE = frozenset(("humanitarian.displacement", "humanitarian.shelter", "humanitarian.evacuation"))
"""Told of where people went, which is not where they came to harm."""
_AROUND = ("territory.", "ceasefire.holding", "ceasefire.violated")
"""What else a sentence may tell of the one place of its violence."""


def share_places(seen: Recognised, drafts: Sequence[Draft]) -> None:
    """What a sentence tells of violence and its victims was in one place, if it names just one."""
    news = [d for d in drafts if not d.background and d.modality == "actual"]
    told = [d for d in news if d.kind.startswith(_TOGETHER) and d.kind not in _ELSEWHERE]
    around = [d for d in news if d.kind.startswith(_AROUND)]
    for harm in told:
        _closer(seen, harm, told)
    places = {tuple(d.places) for d in told if d.places} or {tuple(d.places) for d in around if d.places and told}
    if len(places) != 1:
        return
    (there,) = places
    for draft in [*told, *(d for d in around if _same_doers(seen, d, told))]:
        if not draft.places:
            draft.places = list(there)
            draft.why.append("places: the one place that the sentence tells of")


def _closer(seen: Recognised, harm: Draft, told: Sequence[Draft]) -> None:
    """«في محافظة كذا، قُتل مدنيان بقصف على بلدة كذا»: the blow behind it tells more closely where they fell."""
    if not harm.kind.startswith("casualties.") or not harm.places:
        return
    blow = next((d for d in told if d.kind.startswith("hostilities.") and d.anchor > harm.anchor), None)
    near = blow is not None and blow.clause.index == harm.clause.index and blow.anchor - harm.last <= _NEAR
    if blow is not None and near and _above(seen, harm.places, blow.places):
        harm.places = list(blow.places)
        harm.why.append("places: of the blow in which they fell")


_NEAR = 6


def _above(seen: Recognised, places: Sequence[str], others: Sequence[str]) -> bool:
    return bool(others) and all(any(place in seen.knowledge.within(other) for other in others) for place in places)


def _same_doers(seen: Recognised, draft: Draft, told: Sequence[Draft]) -> bool:
    """«شنت القوات هجوماً في ريف كذا، واستعادت ثلاث قرى»: the same side goes on, and the clause names no place."""
    named = between(seen.places, draft.clause.first, draft.clause.last)
    before = [d for d in told if d.anchor < draft.anchor and d.agents == draft.agents and d.agents]
    goes_on = draft.clause.opener == "coordinate" and draft.kind.startswith("territory.")
    return goes_on and not named and bool(before)


def told_once(seen: Recognised, drafts: Sequence[Draft]) -> None:
    """The sides of fighting and the target of a blow, where the sentence names them once."""
    _sides_told_once(drafts)
    _elaborated(seen, drafts)


def _elaborated(seen: Recognised, drafts: Sequence[Draft]) -> None:
    """«استهدف الجيش دورية للبعثة، حيث ألقت مسيّرة قنبلة»: a clause of detail tells of the same blow's target."""
    for draft in drafts:
        if not draft.kind.startswith("hostilities.") or draft.targets or not _details(seen, draft):
            continue
        before = [d for d in drafts if d.kind.startswith("hostilities.") and d.clause.index < draft.clause.index]
        if before and before[-1].targets and not set(before[-1].targets) & set(draft.agents):
            draft.targets = list(before[-1].targets)
            draft.why.append("targets: of the blow that it tells in detail")


def _details(seen: Recognised, draft: Draft) -> bool:
    clauses = draft.spoken.clauses
    at = draft.clause.index
    while at > 0 and clauses[at].opener == "coordinate":
        at -= 1
    return seen.text.words[clauses[at].first] == _WHERE and at > 0


_WHERE = "حيث"


def _sides_told_once(drafts: Sequence[Draft]) -> None:
    """«اشتعل القتال في المدينة، حيث وقعت اشتباكات بين X وY»: the fighting of one sentence is of the sides it names."""
    told = [d for d in drafts if d.kind == "hostilities.clash" or _both_fire(d)]
    sides = [d.agents for d in told if len(d.agents) > 1]
    for draft in told if len({tuple(one) for one in sides}) == 1 else ():
        if draft.kind == "hostilities.clash" and not draft.agents and not draft.background:
            draft.agents = list(sides[0])
            draft.why.append("agents: the two sides that the sentence names")


def _both_fire(draft: Draft) -> bool:
    return draft.predicate is not None and draft.predicate.lexeme.startswith("تبادل") and len(draft.agents) > 1

"""Which face of a side acts: its government when it agrees or speaks, its forces when it fights or disarms.

Convention of the claim record: «the separatists» are NKR.GOV when they agree or speak, NKR.MIL when they fight or
disarm. It holds for an actor of no country whose faces a pack lists (`NKR.GOV`); a group has its one code.
"""

from hudna.reading.claim.draft import Draft
from hudna.reading.recognise.bundle import Recognised, between

_AGREE = ("ceasefire.", "statement.", "diplomacy.")
_FIGHT = ("hostilities.", "implementation.disarmament", "implementation.withdrawal", "territory.")
_STATELESS = frozenset(("group", "region"))


def settle_sides(seen: Recognised, draft: Draft) -> None:
    """Give role-less groups the role that the kind asks for, and a handover its other side."""
    face = "GOV" if draft.kind.startswith(_AGREE) else "MIL" if draft.kind.startswith(_FIGHT) else ""
    if face:
        draft.agents = [_with_face(seen, code, face) for code in draft.agents]
        draft.targets = [_with_face(seen, code, face) for code in draft.targets]
    if draft.kind == "implementation.handover":
        _other_side(seen, draft)
    mutual = draft.predicate is not None and draft.predicate.lexeme.startswith("تبادل")
    if (draft.kind == "hostilities.clash" or mutual) and len(draft.agents) == 1:
        _own_side(seen, draft)
    if draft.kind == "hostilities.clash" and len(draft.agents) < 2:  # noqa: PLR2004 (a clash has two sides)
        _across_the_border(seen, draft)
    if draft.kind in _TWO_SIDED and len(draft.agents) == 1:
        _speaker_joins(draft)


def _with_face(seen: Recognised, code: str, face: str) -> str:
    actor, faced = seen.knowledge.actors.get(code), f"{code}.{face}"
    stateless = "." not in code and actor is not None and actor.sort in _STATELESS
    return faced if stateless and faced in seen.knowledge.actors else code


_TWO_SIDED = ("implementation.monitoring", "diplomacy.talks", "diplomacy.contact", "diplomacy.agreement")


def _speaker_joins(draft: Draft) -> None:
    """«أعلنت X توقيع اتفاق مع Y», «قال X خلال مكالمة مع Y»: who announces it is the other side."""
    if draft.predicate is None or draft.predicate.pos == "verb":
        return
    speaker = draft.by[0] if draft.by else ""
    named = draft.spoken.named.get(draft.clause.index)
    if not speaker and draft.kind == "diplomacy.contact" and named is not None and named.code:
        speaker = named.code
    country = speaker.split(".")[0]
    if speaker and country not in {code.split(".")[0] for code in draft.agents}:
        talks = draft.kind == "diplomacy.talks" and speaker.endswith(".GOV")
        draft.agents.insert(0, country if talks else speaker)
        draft.why.append("agents: who announces it is one side of it")


def _own_side(seen: Recognised, draft: Draft) -> None:
    """«اشتباكات مع قوات X», told by a party: the other side is its own forces."""
    parties = {party for theatre in seen.knowledge.theatres for party in theatre.parties}
    side_of = seen.knowledge.sides.of
    speaker = side_of(draft.by[0]) if draft.by else None
    if speaker is not None and speaker in parties and speaker != side_of(draft.agents[0]):
        draft.agents.insert(0, speaker if "." in speaker else f"{speaker}.MIL")
        draft.why.append("agents: the speaker's own forces are the other side")


def _across_the_border(seen: Recognised, draft: Draft) -> None:
    """«تجددت المعارك على الحدود بين أرمينيا وأذربيجان»: a clash at a border is of the two countries named there."""
    for place in between(seen.places, draft.anchor, draft.clause.last):
        known = seen.knowledge.places.get(place.code or "")
        if known is None or known.sort != "border" or seen.text.words[place.first - 1] != "علي":
            continue
        told = _BETWEEN in seen.text.words[place.first : place.last]
        sides = [part.upper() for part in known.code.split("_")[:2]]
        if told and {code.split(".")[0] for code in draft.agents} <= set(sides):
            draft.agents = [*draft.agents, *(s for s in sides if s not in {c.split(".")[0] for c in draft.agents})]
            draft.why.append("agents: the two countries of the border that it names")


_BETWEEN = "بين"


def _other_side(seen: Recognised, draft: Draft) -> None:
    """Who gives, or receives, when the sentence names just one other party."""
    if not draft.agents or draft.targets:
        return
    sentence = draft.spoken.sentence
    sides = seen.knowledge.sides
    named = sides.of_all(a.code for a in between(seen.actors, sentence.first, sentence.last) if a.code)
    parties = {party for theatre in seen.knowledge.theatres for party in theatre.parties}
    others = (named & parties) - sides.of_all(draft.agents)
    if len(others) == 1:
        draft.targets = sorted(others)
        draft.why.append("targets: the one other party that the sentence names")

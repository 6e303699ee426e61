"""The three axes (field-guide 1.3): did it happen, who did it, is it a violation. The machine proposes with reasons.

Only a person signs: a judgement `verify` with a value sets the first axis, `rule` the third; `verify` with `who:VALUE`
the second. «Denied» is a claim by a named speaker, never a value of the first axis.
"""

from collections.abc import Collection, Mapping, Sequence
from itertools import combinations

from hudna.events.disagreements import accused_and_denying
from hudna.events.families import ACCUSING, VIOLENT
from hudna.events.profile import Profile
from hudna.knowledge import Sides
from hudna.model import Agreement, Judgement, Verdicts
from hudna.model.judgement import HAPPENED, WHO

__all__ = ["HAPPENED", "VIOLATION", "WHO", "monitors_of", "propose"]

VIOLATION = (
    "not_assessed",
    "complaint",
    "under_inquiry",
    "ruled_violation",
    "ruled_no_violation",
    "exception",
    "no_body",
)
"""Axis C. Everything after `complaint` is signed only."""

_WATCHING = ("PKF", "OBS")
"""Roles that watch: peacekeepers and observers."""


def monitors_of(agreements: Sequence[Agreement]) -> frozenset[str]:
    """Actor codes that an agreement names as its verifier."""
    return frozenset(duty.verifier for agreement in agreements for duty in agreement.obligations if duty.verifier)


def propose(
    members: Sequence[Profile],
    origins: Mapping[str, str],
    sources: int,
    monitors: Collection[str],
    parties: Collection[str],
    signed: Sequence[Judgement],
    sides: Sides,
) -> Verdicts:
    """The three verdicts of one event, the signed ones in place of the proposed."""
    happened, first = _happened(members, origins, sources, monitors, parties, sides)
    who, second = _who(members)
    violation, third = _violation(members)
    why = [first, second, third]
    for judgement in signed:
        value = judgement.value or ""
        note = f"signed by {judgement.who} on {judgement.at[:10]}: {value} ({judgement.reason})"
        if judgement.verb == "rule":
            violation, why = value, [*why, note]
        elif judgement.verb == "verify" and value.startswith("who:"):
            who, why = value.removeprefix("who:"), [*why, note]
        elif judgement.verb == "verify":
            happened, why = value or "verified", [*why, note]
    return Verdicts(happened=happened, who=who, violation=violation, why=tuple(why))


def _happened(
    members: Sequence[Profile],
    origins: Mapping[str, str],
    sources: int,
    monitors: Collection[str],
    parties: Collection[str],
    sides: Sides,
) -> tuple[str, str]:
    told = [member for member in members if _affirms(member)]
    if not told:
        return "not_claimed", "nobody says that it happened"
    admitted = _admitted(members)
    if admitted:
        return "acknowledged", f"{admitted} says it of itself"
    voices = sorted({origins[member.claim.id] for member in told})
    seen = [voice for voice in voices if voice in monitors or any(role in voice.split(".") for role in _WATCHING)]
    if seen:
        return "recorded_by_monitor", f"recorded by {', '.join(seen)}"
    camps = {sides.of(voice) or voice for voice in voices}
    if len(camps) > 1:
        return "reported_independent", f"{len(camps)} origins that do not depend on each other: {', '.join(voices)}"
    return _one_camp(members, voices, sources, parties, sides)


def _one_camp(
    members: Sequence[Profile], voices: Sequence[str], sources: int, parties: Collection[str], sides: Sides
) -> tuple[str, str]:
    """Several outlets with one party as their origin are still one party's claim."""
    involved = frozenset(side for member in members for side in member.parties) | frozenset(parties)
    outlets = f"{sources} outlet" + ("s" if sources != 1 else "")
    if sides.of_all(voices) & involved:
        return "claimed_by_one_party", f"only {', '.join(voices)} says so, carried by {outlets}"
    return "reported_one_origin", f"{outlets}, one origin: {', '.join(voices)}"


def _affirms(member: Profile) -> bool:
    return member.claim.modality == "actual" and member.claim.kind != "statement.denial"


def _admitted(members: Sequence[Profile]) -> str:
    """Who says of itself that it did the violence it is accused of, or empty."""
    deeds = [one for one in members if one.family.name in VIOLENT and _affirms(one) and one.agents]
    accused = frozenset(side for one in deeds if not one.speakers & one.agents for side in one.agents)
    own = frozenset(side for one in deeds for side in one.speakers & one.agents)
    words = [one for one in members if one.claim.kind == "statement.admission"]
    own |= frozenset(side for one in words for side in one.named[0] & accused)
    return ", ".join(sorted(own & accused) or sorted(side for one in words for side in one.named[0]))


def _who(members: Sequence[Profile]) -> tuple[str, str]:
    if not any(member.family.name in VIOLENT or member.claim.kind in ACCUSING for member in members):
        return "not_assessed", "nobody is accused of anything"
    accused, deniers = accused_and_denying(members)
    if not accused:
        return "not_told", "no account names who did it"
    named = ", ".join(sorted(accused))
    if _crossed(members):
        return "contested", f"different sides are accused: {named}"
    if accused & deniers:
        return "contested", f"{', '.join(sorted(accused & deniers))} denies it"
    if _admitted(members):
        return "admitted", f"{_admitted(members)} says it of itself"
    return "alleged", f"attributed to {named}"


def _crossed(members: Sequence[Profile]) -> bool:
    """True when two accounts of violence accuse sides that have nothing in common."""
    accused = {one.agents for one in members if one.family.name in VIOLENT and _affirms(one) and one.agents}
    return any(not one & other for one, other in combinations(accused, 2))


def _violation(members: Sequence[Profile]) -> tuple[str, str]:
    """A complaint is somebody's words that a truce was broken; whether it was is for compliance and for people."""
    complaints = sorted({by for one in members if one.claim.kind == "ceasefire.violated" for by in one.claim.by[:1]})
    if complaints:
        return "complaint", f"called a breach by {', '.join(complaints)}"
    return "not_assessed", "nobody calls it a breach in so many words"

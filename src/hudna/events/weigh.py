"""From groups of claims to events: what is told, by whom, and what the accounts differ in."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import timezone

import msgspec

from hudna.events.breath import Breath
from hudna.events.causes import join_causes
from hudna.events.disagreements import contradictions_of, superseded_claims
from hudna.events.families import leading_kind
from hudna.events.figures import figures_of
from hudna.events.ground import Ground
from hudna.events.groups import Group, Link
from hudna.events.likeness import ANSWERS
from hudna.events.linkage import group_profiles
from hudna.events.moments import day_of, days_of, has_clock, moment
from hudna.events.origins import origins_of, source_of, speakers_of
from hudna.events.profile import Profile, profiles_of
from hudna.events.verdicts import monitors_of, propose
from hudna.events.wishes import Wishes
from hudna.knowledge import Knowledge
from hudna.model import Claim, Corrections, Document, Event, Judgement, Move, Placing, Verdicts, standing

EVENTS_VERSION = "5"
"""Raised with every change of what grouping or weighing gives: ledgers are then weighed anew as a whole."""
_STRONGEST = ("actual", "planned", "obligation", "demanded", "conditional", "possible", "negated")
"""Which modality names an event when its claims differ."""


def event_id(claim: str) -> str:
    """The id of the event that a claim founds: `E` and 16 hex digits of SHA-256 over the claim's id.

    An event is founded by the claim of its earliest publication (ties and undated ones: the smallest claim id). A later
    report therefore never changes the id; an earlier one that comes in late does, and judgements follow (`wishes`).
    """
    return "E" + hashlib.sha256(claim.encode()).hexdigest()[:16]


def group_claims(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    judgements: Sequence[Judgement],
    knowledge: Knowledge,
) -> tuple[Event, ...]:
    """Claims of many documents as events, sorted by time, place and id.

    Pure: the same claims, documents and judgements give the same events, in whatever order they come, and a claim
    handed in twice counts once. Every claim stands in exactly one event, except those that a person rejected.

    Args:
        claims: Of all documents that are to be weighed together.
        documents: Theirs; a claim whose document is missing has no publication date and no outlet's name.
        judgements: Merges, splits, rejections, corrections, signed verdicts; those about other things are passed
            over.
        knowledge: Places and their parents, zones, verifiers.

    Raises:
        ValueError: A claim's time is not ISO 8601, or its modality is none of the claim record's.
    """
    return weigh_all(claims, documents, judgements, knowledge).events


class Weighed(msgspec.Struct, frozen=True):
    """Events, and where the claims stood before they were events: with that, `regroup` touches only what is new."""

    events: tuple[Event, ...]
    placings: tuple[Placing, ...] = ()
    moves: tuple[Move, ...] = ()


def weigh_all(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    judgements: Sequence[Judgement],
    knowledge: Knowledge,
    *,
    keep: bool = False,
) -> Weighed:
    """As `group_claims`; with `keep`, also where each claim stood."""
    corrections = Corrections(judgements)
    unique = sorted({one.id: corrections.apply(one) for one in claims}.values(), key=lambda claim: claim.id)
    ground = Ground(knowledge)
    wishes = Wishes(judgements, names_of(unique), wholes_of(unique))
    profiles = profiles_of([claim for claim in unique if claim.id not in wishes.rejected], documents, ground)
    breath = Breath(documents)
    placed = group_profiles(profiles, breath, wishes)
    placings = tuple(one for group in placed for one in placings_of(group, wishes.head)) if keep else ()
    groups, moves = join_causes(placed, breath, wishes)
    scales = Scales({doc.id: doc for doc in documents}, ground, knowledge, judgements, wishes.accepted)
    events = tuple(sorted((scales.weigh(group) for group in groups), key=in_order))
    return Weighed(events, placings, tuple(moves) if keep else ())


def in_order(event: Event) -> tuple[object, ...]:
    """By time, place and id."""
    return event.when or ("~", "~"), event.places, event.id


def placings_of(group: Group, head_of: Callable[[str], str]) -> Iterator[Placing]:
    """Where the claims of a group stand, before losses go to their causes.

    Args:
        group: With its name.
        head_of: From a claim's id to the name of those that belong together with it from the start.
    """
    links = {link.claim: link for link in group.links}
    met: set[str] = set()
    for member in group.members:
        claim, days = member.claim, member.days or member.told
        head = head_of(claim.id)
        link = links.get(claim.id) if head not in met else None
        met.add(head)
        yield Placing(
            claim=claim.id,
            doc=claim.doc,
            family=member.family.name,
            head=head,
            room=group.name,
            first=days.first if days is not None else None,
            last=days.last if days is not None else None,
            other=link.other if link is not None else "",
            why=link.why if link is not None else "",
        )


def names_of(claims: Sequence[Claim]) -> dict[str, str]:
    """Every claim id, and the id of the event that each claim would found, to the claim id."""
    return {name: claim.id for claim in claims for name in (event_id(claim.id), claim.id)}


def wholes_of(claims: Sequence[Claim]) -> dict[str, str]:
    """Claims whose figure is a part of another claim's, where both are told as the same sort of thing."""
    known = {claim.id: claim for claim in claims}
    found: dict[str, str] = {}
    for claim in claims:
        whole = known.get(claim.count.subset_of) if claim.count and claim.count.subset_of else None
        if whole is None or claim.proposed or whole.proposed:
            continue  # a model's part is placed like any other claim of its
        if whole.kind == claim.kind and whole.modality == claim.modality:
            found[claim.id] = whole.id
    return found


class Scales:
    """What weighing needs besides the claims.

    Args:
        documents: By id.
        ground: Places and zones.
        knowledge: Its agreements name parties and verifiers.
        judgements: Of which signed verdicts are looked at.
        accepted: Claims of a model that a person accepted.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        ground: Ground,
        knowledge: Knowledge,
        judgements: Sequence[Judgement],
        accepted: frozenset[str] = frozenset(),
    ) -> None:
        self._accepted = accepted
        self._documents = documents
        self._ground = ground
        self._monitors = monitors_of(knowledge.agreements)
        self._parties = frozenset(
            side for agreement in knowledge.agreements for side in ground.sides.of_all(agreement.parties)
        )
        self._signed = [one for one in standing(judgements) if one.verb in {"verify", "rule"}]
        self._corrections = Corrections(judgements)

    def weigh(self, group: Group) -> Event:
        """One group as an event. What only a model proposes stands in it and counts for nothing, unless it is all."""
        everybody = sorted(group.members, key=lambda member: member.claim.id)
        proposed = [member for member in everybody if self._proposed(member.claim)]
        members = [member for member in everybody if not self._proposed(member.claim)] or everybody
        founder = min(members, key=lambda member: (member.published or "~", member.claim.id))
        outlets = {source_of(self._documents.get(member.claim.doc), member.claim) for member in members}
        origins = origins_of(members, self._documents)
        speakers = speakers_of(members, self._documents)
        alone = frozenset(member.claim.id for member in proposed) if members is everybody else frozenset()
        figures = figures_of(members, origins, speakers, alone)
        doers = doers_of(members)
        return Event(
            id=event_id(founder.claim.id),
            kind=leading_kind(Counter(member.claim.kind for member in members)),
            claims=tuple(member.claim.id for member in everybody),
            when=_when(members, origins),
            places=_codes(members, "places"),
            agents=_codes(doers, "agents"),
            targets=_codes(doers, "targets"),
            modality=min((member.claim.modality for member in members), key=_STRONGEST.index),
            background=all(member.claim.background for member in members),
            documents=tuple(sorted({member.claim.doc for member in everybody})),
            sources=len(outlets),
            origins=tuple(sorted({origins[member.claim.id] for member in tellers_of(members)})),
            contradictions=contradictions_of(members, figures, speakers, self._ground),
            figures=figures,
            verdicts=self._verdicts(group, members, origins, len(outlets)),
            why=(*map(_joined, _ordered(group)), *self._corrections.sentences([one.claim.id for one in everybody])),
            superseded=superseded_claims(members),
            warnings=(*_warnings(members, self._ground), *_of_a_model(proposed, members)),
            proposed=tuple(member.claim.id for member in proposed),
            corrected=tuple(member.claim.id for member in everybody if member.claim.id in self._corrections),
        )

    def _verdicts(self, group: Group, members: Sequence[Profile], origins: Mapping[str, str], outlets: int) -> Verdicts:
        about = self._about(group)
        return propose(members, origins, outlets, self._monitors, self._parties, about, self._ground.sides)

    def _proposed(self, claim: Claim) -> bool:
        return claim.proposed and claim.id not in self._accepted

    def _about(self, group: Group) -> list[Judgement]:
        if not self._signed:
            return []
        names = group.ids | {event_id(claim) for claim in group.ids}
        return [judgement for judgement in self._signed if names & set(judgement.about)]


def tellers_of(members: Sequence[Profile]) -> Sequence[Profile]:
    """Claims whose origins count for the event: a denial supports nothing; all where nobody says anything else."""
    told = [one for one in members if one.claim.modality != "negated" and one.claim.kind != "statement.denial"]
    return told or members


def doers_of(members: Sequence[Profile]) -> Sequence[Profile]:
    """Claims that say who did it: those that affirm it; without any those that plan or deny it; else acts of speech.

    Whoever denies an act is no doer of it, and whom a denial speaks to suffered nothing.
    """
    deeds = [member for member in members if member.claim.kind not in ANSWERS]
    affirmed = [member for member in deeds if member.claim.modality != "negated"]
    return affirmed or deeds or members


def _of_a_model(proposed: Sequence[Profile], members: Sequence[Profile]) -> Iterator[str]:
    if not proposed:
        return
    named = ", ".join(member.claim.id for member in proposed)
    if len(proposed) == len(members) and proposed[0] in members:
        yield (
            f"proposed by a model and found by no rule: {named}; "
            "nothing else tells this (a person can accept or reject it)"
        )
    else:
        yield (
            f"proposed by a model and found by no rule: {named}; "
            "counted for nothing here (a person can accept or reject it)"
        )


def _joined(link: Link) -> str:
    return f"{link.claim} with {link.other}: {link.why}"


def _ordered(group: Group) -> list[Link]:
    return sorted(group.links, key=lambda link: (link.claim, link.other, link.why))


def _codes(members: Sequence[Profile], field: str) -> tuple[str, ...]:
    """Codes told in a field, the most told first; a broad code gives way to a narrower one (AZE to AZE.MIL)."""
    told = Counter(code for member in members for code in getattr(member.claim, field))
    kept = [code for code in told if not any(other.startswith(code + ".") for other in told)]
    return tuple(sorted(kept, key=lambda code: (-told[code], code)))


def _when(members: Sequence[Profile], origins: Mapping[str, str]) -> tuple[str, str] | None:
    """The time that most origins give; among equals the narrowest, then the earliest. Never an average."""
    voices: dict[tuple[str, str], set[str]] = {}
    for member in members:
        if member.claim.when is not None:
            voices.setdefault(member.claim.when, set()).add(origins[member.claim.id])
    if not voices:
        return None
    return min(voices, key=lambda when: (-len(voices[when]), _length(when), when))


def _length(when: tuple[str, str]) -> int:
    days = days_of(when)
    return days.length if days is not None else 0


def _warnings(members: Sequence[Profile], ground: Ground) -> list[str]:
    """News that was published before it is said to have happened."""
    found = []
    for member in members:
        claim = member.claim
        if claim.modality != "actual" or claim.when is None or member.published is None:
            continue
        if _before(member.published, claim.when[0], ground.zone(sorted(member.places))):
            found.append(f"{claim.id} was published {member.published}, before the time it tells ({claim.when[0]})")
    return found


def _before(published: str, told: str, zone: timezone) -> bool:
    """True when a publication is surely earlier: on an earlier day, or at an earlier hour where both name one."""
    if has_clock(published) and has_clock(told):
        return moment(published, zone) < moment(told, zone)
    return day_of(published) < day_of(told)

"""A claim in the making: token ranges and roles before offsets, speakers and times are settled."""

import msgspec

from hudna.reading.attribute import Clause, Spoken
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.predicates import PredicateFound


class Draft(msgspec.Struct):
    """What the grammar has made of one predicate. Later steps fill in fields; a Claim is made of it at the end."""

    kind: str
    rule: str
    first: int
    last: int
    """Tokens of the smallest clause with the predicate, its count and its place."""
    anchor: int
    """Token of the predicate itself."""
    spoken: Spoken
    clause: Clause
    predicate: PredicateFound | None = None
    agents: list[str] = []
    targets: list[str] = []
    places: list[str] = []
    when: tuple[str, str] | None = None
    number: NumberFound | None = None
    measure: str | None = None
    who: str | None = None
    side: str | None = None
    parent: "Draft | None" = None
    """The claim with the larger figure that this one is part of."""
    cause: "Draft | None" = None
    """The event of the same sentence that it came of; its place and time are shared."""
    by: tuple[str, ...] = ()
    mood: str = ""
    modality: str = "actual"
    background: bool = False
    speech_act: bool = False
    """The verb itself is the act: the speaker stands in `agents`."""
    named_noun: bool = False
    """A definite noun follows the verb: a subject that no pack knows."""
    definite_event: bool = False
    """It speaks of an event told elsewhere («العملية العسكرية»), whose time and place it may take."""
    in_war: bool = False
    """It counts only where the text tells of war otherwise."""
    passing: bool = False
    """Mentioned to say who is meant, or as the occasion of other news."""
    confidence: float = 0.6
    why: list[str] = []

    def stretch(self, first: int, last: int) -> None:
        """Widen the span to hold another range."""
        self.first, self.last = min(self.first, first), max(self.last, last)


def add(codes: list[str], new: tuple[str, ...] | list[str]) -> None:
    """Add codes that are not there yet, in order."""
    for code in new:
        if code not in codes:
            codes.append(code)


def share_cause(draft: Draft) -> None:
    """«معارك على الحدود … أسفرت عن مقتل»: what came of an event was where and when it was."""
    if draft.cause is None:
        return
    if not draft.agents and draft.cause.kind != "hostilities.clash":
        add(draft.agents, draft.cause.agents)
    draft.when = draft.when or draft.cause.when
    draft.places = draft.places or list(draft.cause.places)


def inherit(draft: Draft) -> None:
    """A part is where, when and by whom its whole is."""
    whole = draft.parent
    if whole is None or whole.kind != draft.kind:
        return
    draft.modality = whole.modality if draft.modality == "actual" else draft.modality
    draft.agents, draft.targets = draft.agents or list(whole.agents), draft.targets or list(whole.targets)
    draft.places, draft.when = draft.places or list(whole.places), draft.when or whole.when

"""Answers go to what they answer: denials and admissions, bare negations, and «in breach of the truce».

All of it is looked for in the answer's own text, so what one group does never depends on texts that it has no part in.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from hudna.events.breath import Breath
from hudna.events.families import ACCUSING, CASUALTIES, VIOLENT
from hudna.events.groups import Group
from hudna.events.likeness import ANSWERS, apart
from hudna.events.profile import Profile
from hudna.model import Move

_REACH = 600
"""Characters before an answer in which the thing answered is looked for: about one paragraph."""
_NEXT = 60
"""Characters after the word of denial in which what is denied begins."""
_BREACH = "ceasefire.violated"
_ACCUSATION = "statement.accusation"

_Told = Sequence[tuple[Profile, Group]]
"""Claims of one text with the groups that they stand in."""


def answer_moves(groups: Iterable[Group], breath: Breath) -> Iterator[Move]:
    """Where each lone answer goes.

    - A denial or an admission goes to the nearest claim before it that accuses its speaker; a denial that says what it
      denies («denied shelling homes») goes with those words.
    - A claim that something did not happen, without a day or a place of its own, goes to the nearest claim of that sort
      before it that another side tells, of the denier or of nobody.
    - Words that call something a breach go to the violence told beside them by the same speaker.

    Args:
        groups: All groups that have claims in any text of the answers.
        breath: Who tells what in one breath.
    """
    by_text: dict[str, list[tuple[Profile, Group]]] = {}
    lone = []
    for group in groups:
        for member in group.members:
            if not member.claim.proposed:  # nothing stands with a model's claim for its sake
                by_text.setdefault(member.claim.doc, []).append((member, group))
        if may_answer(group):
            lone.append(group)
    for group in lone:
        found = _goal(group, by_text, breath)
        if found is not None and found[2].name != group.name:
            member, other, goal, why = found
            yield Move(group.name, goal.name, member.claim.id, other.claim.id, why, answer=True)


def may_answer(group: Group) -> bool:
    """True for what goes to something else in its own text when that is there."""
    return is_answer(group) or is_bare_denial(group) or is_called_breach(group)


def is_answer(group: Group) -> bool:
    """True for a denial or an admission that stands alone."""
    told = group.counting
    return len(told) == 1 and told[0].claim.kind in ANSWERS


def is_bare_denial(group: Group) -> bool:
    """True when one text says that something did not happen, and neither when nor where."""
    told = group.counting
    first = told[0]
    return first.family.name != CASUALTIES and all(
        member.claim.modality == "negated"
        and member.claim.when is None
        and not member.places
        and member.claim.doc == first.claim.doc
        and _deniable(member)
        for member in told
    )


def is_called_breach(group: Group) -> bool:
    """True for words that call something a breach, denied or not, and count none."""
    told = group.counting
    return any(_calls(member) for member in told) and all(
        member.claim.kind == _BREACH and member.claim.count is None for member in told
    )


def _calls(member: Profile) -> bool:
    return member.claim.kind == _BREACH and member.claim.modality == "actual"


_Goal = tuple[Profile, Profile, Group, str]
"""Which claim goes, to which other, in which group, and why."""


def _goal(group: Group, by_text: Mapping[str, _Told], breath: Breath) -> _Goal | None:
    first = group.counting[0]
    told = by_text.get(first.claim.doc, ())
    if is_answer(group):
        return _answer(first, told)
    if is_bare_denial(group):
        return _denied(first, told)
    members = sorted(filter(_calls, group.counting), key=lambda one: (one.claim.doc, one.claim.start, one.claim.id))
    return next(
        (goal for one in members if (goal := _called(one, by_text.get(one.claim.doc, ()), breath)) is not None), None
    )


def _answer(answer: Profile, told: _Told) -> _Goal | None:
    speaker = answer.named[0]
    said = [
        (member, group)
        for member, group in told
        if member.claim.modality == "negated"
        and member.claim.start - answer.claim.start >= 0
        and member.claim.start - answer.claim.end <= _NEXT
        and speaker & member.speakers
    ]
    if said and answer.claim.kind == "statement.denial":
        member, group = min(said, key=lambda pair: (pair[0].claim.start, pair[0].claim.id))
        return answer, member, group, "says what it denies"
    accused = [
        (member, group)
        for member, group in _before(answer, told)
        if speaker & _accused(member) and not speaker & _tellers(member)
    ]
    found = _nearest(accused)
    if found is None:
        return None
    return answer, *found, "answers it: the nearest thing before it that its speaker is accused of"


def _denied(denial: Profile, told: _Told) -> _Goal | None:
    speaker = denial.speakers
    fitting = [
        (member, group)
        for member, group in _before(denial, told)
        if member.family.name == denial.family.name
        and member.claim.modality == "actual"
        and not (speaker & member.speakers)
        and not (denial.agents and member.agents and not denial.agents & member.agents)
        and (not member.agents or bool((speaker | denial.agents) & member.agents))
    ]
    found = _nearest(fitting)
    return (denial, *found, "denies it: the nearest thing of the kind told before it") if found is not None else None


def _called(breach: Profile, told: _Told, breath: Breath) -> _Goal | None:
    beside = [
        (member, group)
        for member, group in told
        if member.family.name in VIOLENT
        and member.family.name != CASUALTIES
        and member.claim.modality == "actual"
        and member.claim.by[:1] == breach.claim.by[:1]
        and not apart(breach, member)
        and breath.one(breach.claim, member.claim)
    ]
    if not beside:
        return None
    member, group = min(
        beside, key=lambda pair: (abs(pair[0].claim.start - breach.claim.start), pair[0].claim.start, pair[0].claim.id)
    )
    return breach, member, group, "calls it a breach in one breath"


def _before(answer: Profile, told: _Told) -> Iterator[tuple[Profile, Group]]:
    for member, group in told:
        near = 0 < answer.claim.start - member.claim.start <= _REACH
        if near and member.claim.kind not in ANSWERS and not apart(answer, member) and _deniable(member):
            yield member, group


def _deniable(member: Profile) -> bool:
    """Deeds that a side may be blamed for, and accusations; a demand or a meeting is no blame."""
    kind = member.claim.kind
    return member.family.name in VIOLENT or kind in ACCUSING or kind == _ACCUSATION or kind.startswith("territory.")


def _accused(member: Profile) -> frozenset[str]:
    return member.named[1 if member.claim.kind == _ACCUSATION else 0]


def _tellers(member: Profile) -> frozenset[str]:
    if member.claim.by or member.claim.kind != _ACCUSATION:
        return member.speakers
    return member.named[0]


def _nearest(found: _Told) -> tuple[Profile, Group] | None:
    return max(found, key=lambda pair: (pair[0].claim.start, pair[0].claim.id), default=None)

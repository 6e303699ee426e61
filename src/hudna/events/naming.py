"""One thing by different names: «anti-terror measures» and «offensive», Shusha and Shushi.

No name is wrong and none is ours; the accounts stand side by side by speaker. In reported speech the word may be the
outlet's, and the reason says so.
"""

from collections.abc import Iterator, Mapping, Sequence

from hudna.events.families import FIGHTING, INCIDENT
from hudna.events.ground import Ground
from hudna.events.profile import Profile
from hudna.knowledge.languages.ar.naming import act_names
from hudna.knowledge.languages.ar.spelling import fold

_ACTS = frozenset({FIGHTING, INCIDENT, "truce", "hostilities.halted"})
_TWO = 2

Named = tuple[str, str]
"""A name as people write it, and the id of the claim that uses it."""


def names_told(members: Sequence[Profile], speakers: Mapping[str, str], ground: Ground) -> Iterator[list[Named]]:
    """For each thing that different speakers name differently: every name with a claim that uses it."""
    if len({speakers[member.claim.id] for member in members}) < _TWO:
        return
    for told in (_acts(members), *_places(members, ground)):
        by_name: dict[str, set[str]] = {}
        for name, claim in told:
            by_name.setdefault(name, set()).add(speakers[claim])
        if len(by_name) > 1 and any(one != other for one in by_name.values() for other in by_name.values()):
            yield told


def _acts(members: Sequence[Profile]) -> list[Named]:
    found = []
    for member in members:
        if member.family.name in _ACTS:
            words = fold(member.claim.quote)
            found += [(name, member.claim.id) for name, pattern in act_names() if pattern.search(words)]
    return found


def _places(members: Sequence[Profile], ground: Ground) -> Iterator[list[Named]]:
    for place in sorted({place for member in members for place in member.places}):
        names = ground.names(place)
        if len(names) < _TWO:
            continue
        told = [member for member in members if place in member.places]
        quotes = [(fold(member.claim.quote), member.claim.id) for member in told]
        yield [(name, claim) for words, claim in quotes for name, pattern in names if pattern.search(words)]

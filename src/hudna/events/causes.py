"""Casualties go to the violence that caused them; answers go to what they answer (`answers`).

Casualties of one side, of the other side and of all are separate groups until here: only the fighting that they share
makes them one event. Each group of casualties goes to one piece of violence at most, so two fights are never glued
together by their dead.
"""

from collections.abc import Iterable, Iterator, Sequence

from hudna.events.answers import answer_moves, is_bare_denial
from hudna.events.breath import Breath
from hudna.events.families import CASUALTIES, FIGHTING, INCIDENT
from hudna.events.groups import Group, Link
from hudna.events.likeness import apart
from hudna.events.moments import COARSE, SHORT, Days, gap
from hudna.events.profile import Profile
from hudna.events.wishes import Wishes
from hudna.model import Move

_VIOLENCE = frozenset({FIGHTING, INCIDENT})
_BAR = 4.5
_CROWD = 50
"""Pieces of violence near some losses from which on only the nearest are looked at."""


def join_causes(groups: Sequence[Group], breath: Breath, wishes: Wishes) -> tuple[list[Group], list[Move]]:
    """The groups, with casualties and answers moved to what they belong to, and these moves.

    Args:
        groups: In the order of their founding, each with a name of its own.
        breath: Who tells what in one breath.
        wishes: What people decided.
    """
    losses = [group for group in groups if sort_of(group) == CASUALTIES]
    violence = [group for group in groups if is_violence(group)]
    moves = [*cause_moves(losses, violence, breath, wishes), *answer_moves(groups, breath)]
    return gather(groups, moves, wishes), moves


def sort_of(group: Group) -> str:
    """What a group is: violence when any member tells violence, casualties when that is all it tells."""
    families = {member.family.name for member in group.members}
    for name in (FIGHTING, INCIDENT, CASUALTIES):
        if name in families:
            return name
    return min(families)


def is_violence(group: Group) -> bool:
    """True for fighting and incidents that losses can come from; nobody was hurt in what is only denied.

    What only a model tells draws no losses to it, so that rules' claims never stand together for a model's sake.
    """
    if sort_of(group) not in _VIOLENCE or is_bare_denial(group):
        return False
    return any(member.family.name in _VIOLENCE and not member.claim.proposed for member in group.members)


def cause_moves(losses: Sequence[Group], violence: Sequence[Group], breath: Breath, wishes: Wishes) -> Iterator[Move]:
    """Where losses go. What one group of casualties does cannot depend on another."""
    shelf = _Shelf(violence)
    for group in losses:
        found = _cause(group, shelf, breath, wishes)
        if found is not None:
            cause, link = found
            yield Move(group.name, cause.name, link.claim, link.other, link.why)


def gather(groups: Sequence[Group], moves: Iterable[Move], wishes: Wishes) -> list[Group]:
    """The groups with the moves carried out, losses first; a person's split may forbid one.

    Args:
        groups: In the order of their founding; both ends of every move are among them.
        moves: Where groups go.
        wishes: What people decided.
    """
    known = {group.name: group for group in groups}
    gone: dict[str, Group] = {}
    wanted = {move.room: move for move in moves}
    for answer in (False, True):
        for group in groups:
            move = wanted.get(group.name)
            if move is None or move.answer is not answer:
                continue
            target = known[move.to]
            while target.name in gone:  # it went on to something else
                target = gone[target.name]
            if wishes.free or wishes.may_join(group.ids, target.ids):
                target.absorb(group)
                target.links.append(Link(move.claim, move.other, move.why))
                gone[group.name] = target
    return [group for group in groups if group.name not in gone]


class _Shelf:
    """Pieces of violence, filed by text, day and place."""

    def __init__(self, violence: Sequence[Group]) -> None:
        self.groups = violence
        self._filed: dict[object, list[int]] = {}
        for number, group in enumerate(violence):
            for member in group.counting:
                for key in (*_keys(member), *_narrow_keys(member)):
                    held = self._filed.setdefault(key, [])
                    if not held or held[-1] != number:
                        held.append(number)

    def under(self, keys: Iterable[object]) -> set[int]:
        """Numbers of what is filed under any of the keys."""
        return {number for key in keys for number in self._filed.get(key, ())}


def _keys(profile: Profile) -> Iterator[object]:
    """Its text, and its days with its places and all that they lie in."""
    yield profile.claim.doc
    places = profile.places | profile.above or {""}
    yield from ((day, place) for day in _days(profile) for place in places)


def _narrow_keys(profile: Profile) -> Iterator[object]:
    """Its text, and its days with its own places only."""
    yield profile.claim.doc
    yield from ((day, "at", place) for day in _days(profile) for place in profile.places)


def _days(profile: Profile) -> range:
    days = profile.days or profile.told
    return range(days.first, days.last + 1) if days is not None and days.length <= COARSE else range(0)


def _near(losses: Group, shelf: _Shelf) -> list[int]:
    """Violence around the losses; in a crowd only what is told at their own places or in their own texts."""
    found: set[int] = set()
    for keys in (_keys, _narrow_keys):
        found = shelf.under(key for member in losses.counting for key in keys(member))
        if len(found) <= _CROWD:
            break
    return sorted(found)


def _cause(losses: Group, shelf: _Shelf, breath: Breath, wishes: Wishes) -> tuple[Group, Link] | None:
    fits = []
    for number in _near(losses, shelf):
        cause = shelf.groups[number]
        if wishes.free or wishes.may_join(losses.ids, cause.ids):
            points, link = _best_pair(losses, cause, breath)
            if link is not None and points >= _BAR:
                fits.append((points, cause, link))
    fits.sort(key=lambda fit: -fit[0])
    if not fits or (len(fits) > 1 and fits[0][0] == fits[1][0]):
        return None
    return fits[0][1], fits[0][2]


def _best_pair(losses: Group, cause: Group, breath: Breath) -> tuple[float, Link | None]:
    best: tuple[float, Link | None] = (0.0, None)
    fighters, struck = cause.fighters, cause.struck
    if losses.struck and fighters and not losses.struck & fighters:
        return best  # all that is lost there is of sides that had no part in it
    for loss, deed in _pairs(losses, cause):
        points, why = _weigh(loss, deed, fighters, struck, breath)
        if points > best[0]:
            why = f"the losses of it: {why} ({points:g} of {_BAR:g} points)"
            best = points, Link(loss.claim.id, deed.claim.id, why)
    return best


def _pairs(losses: Group, cause: Group) -> Iterator[tuple[Profile, Profile]]:
    """Different accounts with each other, and whatever one text tells of both."""
    deeds = [*cause.faces(FIGHTING), *cause.faces(INCIDENT)]
    pairs = [(loss, deed) for loss in losses.faces(CASUALTIES) for deed in deeds]
    for loss in losses.members:
        pairs += [(loss, deed) for family in (FIGHTING, INCIDENT) for deed in cause.told_in(family, loss.claim.doc)]
    rules = any(not loss.claim.proposed for loss in losses.members)
    for loss, deed in pairs:
        if not deed.claim.proposed and not (rules and loss.claim.proposed):
            yield loss, deed


def _weigh(
    loss: Profile, deed: Profile, fighters: frozenset[str], struck: frozenset[str], breath: Breath
) -> tuple[float, str]:
    """Points for «these people were lost in that»; 0 where it cannot be."""
    if loss.reality != deed.reality or apart(loss, deed):
        return 0.0, ""
    victims = loss.targets
    if victims and struck and deed.family.name == INCIDENT and not victims & struck:
        return 0.0, ""
    if victims and fighters and not victims & fighters and deed.family.name == FIGHTING:
        return 0.0, ""
    parts = [_time(loss, deed), _place(loss, deed), _who(loss, deed, fighters)]
    if any(points < 0 for points, _ in parts):
        return 0.0, ""
    if breath.nested(loss.claim, deed.claim):
        parts.append((4.0, "told in the same words"))
    elif breath.one(loss.claim, deed.claim):
        parts.append((3.0, "told in one breath"))
    elif loss.claim.doc == deed.claim.doc:
        parts.append((1.0, "told in one text"))
    return sum(points for points, _ in parts), ", ".join(why for _, why in parts if why)


def _time(loss: Profile, deed: Profile) -> tuple[float, str]:
    one, other = loss.days or loss.told, deed.days or deed.told
    if one is None or other is None:
        return (0.0, "") if loss.claim.doc == deed.claim.doc else (-1.0, "")
    if gap(one, other) > 0:
        return -1.0, ""
    if loss.firm and deed.firm and _sharp(one) and _sharp(other):
        return 2.0, "at the same time"
    return 0.5, "at times that allow it"


def _sharp(days: Days) -> bool:
    return days.length <= SHORT


def _place(loss: Profile, deed: Profile) -> tuple[float, str]:
    shared = loss.places & deed.places
    if shared:
        return (2.5 if loss.fine and deed.fine else 1.5), f"at the same place ({', '.join(sorted(shared))})"
    return (1.0, "one place lies in the other") if loss.places and deed.places else (0.0, "")


def _who(loss: Profile, deed: Profile, fighters: frozenset[str]) -> tuple[float, str]:
    if loss.agents and deed.agents and not loss.agents & deed.agents:
        return -1.0, ""
    points, why = 0.0, []
    if loss.targets & fighters:
        # A side's losses belong to the fight as a whole rather than to one incident in it, where nothing else decides.
        points = points + (2.5 if deed.family.name == FIGHTING else 2.0)
        why = [f"losses of a side of it ({', '.join(sorted(loss.targets & fighters))})"]
    if loss.agents & deed.agents:
        points, why = points + 1.0, [*why, f"done by {', '.join(sorted(loss.agents & deed.agents))}"]
    if not loss.targets and deed.family.name == FIGHTING:
        points, why = points + 1.0, [*why, "losses of no named side"]
    return points, ", ".join(why)

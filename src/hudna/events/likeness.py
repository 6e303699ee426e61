"""How much two claims look like one happening: points with a sentence each, or a reason why they cannot be.

The points are weights of evidence, set by hand on the five seed articles and the cases of the field guide (annex A),
not learned; a sum is compared with the family's bar. A refusal outweighs any sum.
"""

from collections.abc import Callable

import msgspec

from hudna.events.breath import Breath
from hudna.events.families import CASUALTIES, INCIDENT, MEANS
from hudna.events.ground import akin
from hudna.events.moments import COARSE, SHORT, Days, gap, likeness
from hudna.events.profile import Profile, violent

_ALIKE = 0.3
"""Share of days from which two seasons are the same season: autumn 2020 and the six weeks of its war share 0.55."""


class Part(msgspec.Struct, frozen=True):
    """One piece of evidence."""

    points: float = 0.0
    why: str = ""
    refused: bool = False


class Likeness(msgspec.Struct, frozen=True):
    """What speaks for one happening, summed."""

    points: float
    why: tuple[str, ...]
    refused: str = ""
    """Why they cannot be one, or empty."""


_NOTHING = Part()
ANSWERS = frozenset({"statement.denial", "statement.admission"})
"""Acts of speech that belong to what they answer."""


def compare(one: Profile, other: Profile, breath: Breath) -> Likeness:
    """Compare two claims of one family. The order of the two does not matter."""
    found = []
    for weigh in _PARTS:
        part = weigh(one, other, breath)
        if part.refused:
            return Likeness(points=0.0, why=(), refused=part.why)
        if part.why:
            found.append(part)
    points = sum(part.points for part in found) + one.family.rare
    return Likeness(points=points, why=tuple(part.why for part in found))


def hopeless(one: Profile, other: Profile) -> bool:
    """True when a refusal is plain to see: what `compare` would find out too, many times faster, and never more."""
    if one.reality != other.reality:
        return True
    if one.days is not None and other.days is not None and gap(one.days, other.days) > 1:
        return True
    if not violent(one) or one.places & other.places:
        return False
    if one.family.name == CASUALTIES:
        return bool(one.targets and other.targets) and not one.targets & other.targets
    return _differ(one.agents, other.agents) or _differ(one.targets, other.targets)


def _reality(one: Profile, other: Profile, _: Breath) -> Part:
    if one.reality != other.reality:
        return Part(why="one is said to be, the other is a term or a wish", refused=True)
    return _NOTHING


def _answers(one: Profile, other: Profile, _: Breath) -> Part:
    """Two bare denials of two texts: each answers something in its own text, and that decides where it belongs."""
    both = one.claim.kind in ANSWERS and other.claim.kind in ANSWERS and one.claim.doc != other.claim.doc
    shared = one.targets & other.targets or one.places & other.places
    return Part(why="each answers its own text", refused=True) if both and not shared else _NOTHING


def _time(one: Profile, other: Profile, breath: Breath) -> Part:
    if one.days is not None and other.days is not None:
        return _dated(one.days, other.days)
    first, second = one.days or one.told, other.days or other.told
    if first is None or second is None:
        if one.claim.doc != other.claim.doc or one.claim.background != other.claim.background:
            return Part(why="nothing says that the times agree", refused=True)
        return _NOTHING if breath.one(one.claim, other.claim) else Part(points=-1.5, why="one of them undated")
    allowed = 1 if one.firm or other.firm else 0  # two undated reports of two days are two days' news
    if max(first.length, second.length) > COARSE or gap(first, second) > allowed:
        return Part(why="published at other times than it happened", refused=True)
    if gap(first, second) == 1:
        return Part(points=0.5, why="published right after")
    return Part(points=1.5, why="published at the time")


def _dated(one: Days, other: Days) -> Part:
    if gap(one, other) > 1:
        return Part(why="at different times", refused=True)
    coarse = (one.length > COARSE) + (other.length > COARSE)
    if coarse == 2:  # noqa: PLR2004 - both of the two
        if likeness(one, other) < _ALIKE:
            return Part(why="in spans too different to be one", refused=True)
        return Part(points=2.0, why="in much the same span")
    if coarse:
        return Part(why="a season says too little of a day", refused=True)
    if gap(one, other) == 1:
        short = max(one.length, other.length) <= SHORT
        return Part(points=1.0, why="on neighbouring days") if short else Part(why="at different times", refused=True)
    short = max(one.length, other.length) <= SHORT
    return Part(points=3.0, why="at the same time") if short else Part(points=1.0, why="within the same weeks")


def apart(one: Profile, other: Profile) -> bool:
    """True when both name places and no place of one is, holds or lies in a place of the other."""
    if not (one.places and other.places):
        return False
    return not (one.places & other.places or one.places & other.above or other.places & one.above)


def _place(one: Profile, other: Profile, _: Breath) -> Part:
    shared = one.places & other.places
    if shared:
        points = 3.0 if one.fine and other.fine else 1.5
        return Part(points=points, why=f"at the same place ({', '.join(sorted(shared))})")
    if not (one.places and other.places):
        return _context(one, other)
    if not apart(one, other):
        return Part(points=1.0, why="one place lies in the other")
    if one.family.roams and _same_day(one, other):
        if one.parties & other.parties:
            return Part(points=-1.0, why="the same parties on the same day, at places told differently")
        if one.parties or other.parties:  # who does not say whose talks they were cannot say that they were others
            return Part(points=-2.0, why="on the same day, at places told differently")
    return Part(why="at different places", refused=True)


def _same_day(one: Profile, other: Profile) -> bool:
    return one.days is not None and other.days is not None and gap(one.days, other.days) == 0


def _context(one: Profile, other: Profile) -> Part:
    """Where one names no place, the two texts must at least be about one part of the world."""
    if one.area and other.area:
        related = one.area & other.area
    else:
        related = one.company & other.company
        if not (one.company and other.company):
            return _NOTHING
    return _NOTHING if related else Part(why="of different conflicts", refused=True)


def _parties(one: Profile, other: Profile, _: Breath) -> Part:
    if one.family.personal:
        return _speakers(one, other)
    if not (one.parties and other.parties):
        return _NOTHING
    if one.parties == other.parties:
        return Part(points=2.0, why=f"between the same sides ({', '.join(sorted(one.parties))})")
    if one.parties & other.parties:
        return Part(points=1.0, why=f"with a side in common ({', '.join(sorted(one.parties & other.parties))})")
    if one.family.name == INCIDENT and _one_spot(one, other):
        return _NOTHING  # who did it is weighed with the roles
    return Part(why="between different sides", refused=True)


def _one_spot(one: Profile, other: Profile) -> bool:
    return bool(one.places & other.places) and one.fine and other.fine and _same_day(one, other)


def _speakers(one: Profile, other: Profile) -> Part:
    who = [(a, b) for a in one.claim.agents for b in other.claim.agents if akin(a, b)]
    if not who:
        return Part(why="different people speak", refused=True)
    if one.targets and other.targets and not one.targets & other.targets:
        return Part(why="spoken to different people", refused=True)
    return Part(points=2.0, why=f"by the same speaker ({who[0][0]})")


def _roles(one: Profile, other: Profile, _: Breath) -> Part:
    """Violence has a direction. Another attacker at one spot on one day is one incident with two accused."""
    if not violent(one):
        return _NOTHING
    if one.family.name == CASUALTIES:
        return _victims(one, other)
    if _differ(one.agents, other.agents):
        if _one_spot(one, other):
            return Part(points=-1.0, why="at one spot and time, with another side accused")
        return Part(why="done by another side", refused=True)
    if _differ(one.targets, other.targets):
        return Part(why="done to another side", refused=True)
    return _NOTHING


def _differ(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other and not one & other)


def _victims(one: Profile, other: Profile) -> Part:
    """Losses of one side and losses of all are different figures, unless the figure itself is the same."""
    if one.targets & other.targets or not (one.targets or other.targets):
        return _NOTHING
    if one.targets and other.targets:
        return Part(why="losses of different sides", refused=True)
    if _figure(one) is not None and _figure(one) == _figure(other):
        return _NOTHING
    return Part(why="losses of one side and losses of all", refused=True)


def _figure(profile: Profile) -> tuple[str, int] | None:
    count = profile.claim.count
    return (count.measure, count.lo) if count is not None and count.lo is not None else None


def _kind(one: Profile, other: Profile, breath: Breath) -> Part:
    if one.claim.kind == other.claim.kind:
        return Part(points=1.0, why="told as the same kind")
    two_means = one.family.name == INCIDENT and {one.claim.kind, other.claim.kind} <= set(MEANS)
    if two_means and _one_voice(one, other) and not breath.nested(one.claim, other.claim):
        return Part(why="one speaker tells two means in one text", refused=True)
    return Part(points=0.5, why="told as kinds of one family")


def _one_voice(one: Profile, other: Profile) -> bool:
    return one.claim.doc == other.claim.doc and one.claim.by[:1] == other.claim.by[:1]


def _figures(one: Profile, other: Profile, _: Breath) -> Part:
    figure = _figure(one)
    if figure is None or figure != _figure(other):
        return _NOTHING
    return Part(points=2.0, why=f"with the same figure ({figure[1]} {figure[0]})")


def _text(one: Profile, other: Profile, breath: Breath) -> Part:
    if one.claim.doc != other.claim.doc:
        return _NOTHING
    if breath.one(one.claim, other.claim):
        return Part(points=2.0, why="told in one breath")
    return Part(points=1.0, why="told in one text")


_Weigh = Callable[[Profile, Profile, Breath], Part]
_PARTS: tuple[_Weigh, ...] = (_reality, _answers, _time, _place, _parties, _roles, _kind, _figures, _text)

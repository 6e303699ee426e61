"""What the accounts of one event differ in, field by field, side by side by speaker. Nothing is averaged.

Sorts: `exclusive` (both cannot be true), `other_grain` (one says the same more roughly), `part_whole`, `series` (two
moments of one running total, or one speaker at two times), `other_scope` (not about the same people or things),
`naming` (one thing by different names).
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from hudna.events.families import BOTH_SIDES, INCIDENT, MEANS
from hudna.events.figures import RUNNING, holds
from hudna.events.ground import Ground
from hudna.events.moments import days_of, gap, has_clock, utc
from hudna.events.naming import names_told
from hudna.events.profile import Profile
from hudna.events.ranges import agree, numbered, says
from hudna.knowledge import Sides
from hudna.model import Contradiction, Figure, Reading

_Key = tuple[str, ...]


def contradictions_of(
    members: Sequence[Profile], figures: Sequence[Figure], speakers: Mapping[str, str], ground: Ground
) -> tuple[Contradiction, ...]:
    """All contradictions of one event: places, times, means, who did it, denials, then figures."""
    found = [
        *_places(members, speakers, ground),
        *_times(members, speakers, ground),
        *_means(members, speakers),
        *_doers(members, speakers, "agents", lambda member: member.agents),
        *_doers(members, speakers, "targets", lambda member: member.targets),
        *_denials(members, speakers),
        *_naming(members, speakers, ground),
        *_counts(figures, ground.sides),
    ]
    return tuple(found)


def superseded_claims(members: Sequence[Profile]) -> tuple[tuple[str, str], ...]:
    """(earlier, later) where a speaker first denied and later confirmed the same thing, or the reverse."""
    found = []
    latest: dict[tuple[str, str], Profile] = {}
    news = [one for one in members if one.claim.by and one.published and one.claim.modality in {"actual", "negated"}]
    for member in sorted(news, key=lambda one: (one.published or "", one.claim.id)):
        key = (member.claim.by[0], member.claim.kind)
        earlier = latest.get(key)
        if earlier is not None and earlier.claim.modality != member.claim.modality and _earlier(earlier, member):
            found.append((earlier.claim.id, member.claim.id))
        latest[key] = member
    return tuple(found)


def _earlier(one: Profile, other: Profile) -> bool:
    return (one.published or "") < (other.published or "")


def _readings(values: Iterable[tuple[_Key, str]], speakers: Mapping[str, str]) -> tuple[Reading, ...]:
    """One reading for each different value, with all who give it."""
    grouped: dict[_Key, set[str]] = {}
    for value, claim in values:
        grouped.setdefault(value, set()).add(claim)
    return tuple(
        Reading(
            value=", ".join(value),
            speakers=tuple(sorted({speakers[claim] for claim in claims})),
            claims=tuple(sorted(claims)),
        )
        for value, claims in sorted(grouped.items())
    )


def _places(members: Sequence[Profile], speakers: Mapping[str, str], ground: Ground) -> Iterator[Contradiction]:
    told = [(tuple(sorted(member.places)), member.claim.id) for member in members if member.places]
    values = sorted({value for value, _ in told})
    if len(values) < 2:  # noqa: PLR2004 - it takes two to differ
        return
    sorts = {_place_sort(one, other, ground) for one, other in combinations(values, 2)}
    sort = next(sort for sort in ("exclusive", "part_whole", "other_grain") if sort in sorts)
    why = {
        "exclusive": "the places told lie apart",
        "part_whole": "one list of places holds a part of the other",
        "other_grain": "one place lies in the other",
    }[sort]
    yield Contradiction(field="places", sort=sort, readings=_readings(told, speakers), why=why)


def _place_sort(one: _Key, other: _Key, ground: Ground) -> str:
    if set(one) & set(other):
        return "part_whole"
    return "other_grain" if ground.inside(one, other) or ground.inside(other, one) else "exclusive"


def _times(members: Sequence[Profile], speakers: Mapping[str, str], ground: Ground) -> Iterator[Contradiction]:
    yield from _clocks(members, speakers, ground)
    told = [((_interval(member),), member) for member in members if member.claim.when is not None and member.firm]
    values = sorted({value for value, _ in told})
    if len(values) < 2:  # noqa: PLR2004
        return
    spans = {days_of(member.claim.when) for _, member in told} - {None}
    far = any(gap(one, other) > 0 for one, other in combinations(sorted(span for span in spans if span), 2))
    if not far and len(spans) == 1:
        return  # they differ in the hour only, which the clocks show
    sort, why = ("exclusive", "the days told differ") if far else ("other_grain", "one span of days holds the other")
    readings = _readings([(value, member.claim.id) for value, member in told], speakers)
    yield Contradiction(field="when", sort=sort, readings=readings, why=why)


def _interval(member: Profile) -> str:
    first, last = member.claim.when or ("", "")
    return first[:10] if first[:10] == last[:10] else f"{first[:10]}/{last[:10]}"


def _clocks(members: Sequence[Profile], speakers: Mapping[str, str], ground: Ground) -> Iterator[Contradiction]:
    """Hours on one common clock: «13:00 local» and «12:00 Moscow» agree, «13:00 Moscow» does not."""
    told: list[tuple[_Key, str]] = []
    for member in members:
        when = member.claim.when
        if when is not None and has_clock(when[0]) and when[0] == when[1]:
            told.append(((utc(when[0], ground.zone(sorted(member.places))),), member.claim.id))
    if len({value for value, _ in told}) > 1:
        why = "the hours told differ, all brought to one clock (UTC)"
        yield Contradiction(field="when", sort="exclusive", readings=_readings(told, speakers), why=why)


def _means(members: Sequence[Profile], speakers: Mapping[str, str]) -> Iterator[Contradiction]:
    """One speaker may tell two means; two speakers who share none contradict each other."""
    told = [member for member in members if member.claim.kind in MEANS and member.claim.modality == "actual"]
    by_speaker: dict[str, set[str]] = {}
    for member in told:
        by_speaker.setdefault(speakers[member.claim.id], set()).add(member.claim.kind)
    if len({member.claim.kind for member in told}) < 2 or len(by_speaker) < 2:  # noqa: PLR2004
        return
    exclusive = any(not one & other for one, other in combinations(by_speaker.values(), 2))
    sort, why = ("exclusive", "told with different means") if exclusive else ("part_whole", "one tells more means")
    values = [((member.claim.kind,), member.claim.id) for member in told]
    yield Contradiction(field="means", sort=sort, readings=_readings(values, speakers), why=why)


def _doers(
    members: Sequence[Profile],
    speakers: Mapping[str, str],
    field: str,
    sides: Callable[[Profile], frozenset[str]],
) -> Iterator[Contradiction]:
    """Who is said to have done an incident, or to have suffered it."""
    told = [
        member
        for member in members
        if member.family.name == INCIDENT
        and member.claim.kind not in BOTH_SIDES
        and member.claim.modality == "actual"
        and sides(member)
    ]
    if all(one & other for one, other in combinations({sides(member) for member in told}, 2)):
        return
    values = [(tuple(sorted(sides(member))), member.claim.id) for member in told]
    what = "each accuses another side" if field == "agents" else "another side is said to have suffered it"
    yield Contradiction(field=field, sort="exclusive", readings=_readings(values, speakers), why=what)


def _denials(members: Sequence[Profile], speakers: Mapping[str, str]) -> Iterator[Contradiction]:
    said = [(_stance(member), member) for member in members]
    values = [((stance,), member.claim.id) for stance, member in said if stance]
    if {value for value, _ in values} != {("affirmed",), ("denied",)}:
        return
    alone = len({speakers[claim] for _, claim in values}) == 1
    sort, why = (
        ("series", "one speaker, at two times") if alone else ("exclusive", "affirmed by one, denied by another")
    )
    yield Contradiction(field="denied", sort=sort, readings=_readings(values, speakers), why=why)


def _stance(member: Profile) -> str:
    """Affirmed, denied, or empty: a plan is neither."""
    if member.claim.kind == "statement.denial" or member.claim.modality == "negated":
        return "denied"
    return "affirmed" if member.claim.modality == "actual" else ""


def _naming(members: Sequence[Profile], speakers: Mapping[str, str], ground: Ground) -> Iterator[Contradiction]:
    for told in names_told(members, speakers, ground):
        why = "who says which; in reported speech the word may be the outlet's"
        yield Contradiction("naming", "naming", _readings([((name,), claim) for name, claim in told], speakers), why)


def _counts(figures: Sequence[Figure], sides: Sides) -> Iterator[Contradiction]:
    by_measure: dict[str, list[Figure]] = {}
    for figure in figures:
        if numbered(figure) and figure.modality in {"actual", "negated"}:
            by_measure.setdefault(figure.measure, []).append(figure)
    for measure, told in sorted(by_measure.items()):
        yield from _count(measure, told, sides)


def _count(measure: str, told: Sequence[Figure], sides: Sides) -> Iterator[Contradiction]:
    """Whole figures against each other, then parts with their wholes, then sides, then what was corrected."""
    whole = [one for one in told if one.subset_of is None]
    standing = [one for one in whole if one.superseded_by is None]
    for side in sorted({one.side for one in standing}, key=lambda side: side or ""):
        yield from _rivals(measure, [one for one in standing if one.side == side], sides)
    parts = [one for one in told if one.subset_of is not None]
    if parts:
        wholes = {one.subset_of for one in parts}
        readings = _figure_readings([one for one in told if one in parts or one.claim in wholes])
        yield Contradiction(f"count.{measure}", "part_whole", readings, "some are a part of others")
    if len({one.side for one in standing}) > 1 and len({(one.lo, one.hi, one.bound) for one in standing}) > 1:
        why = "losses of different sides, or of one side and of all"
        yield Contradiction(f"count.{measure}", "other_scope", _figure_readings(standing), why)
    replaced = [one for one in whole if one.superseded_by is not None]
    if replaced:
        later = {one.superseded_by for one in replaced}
        readings = _figure_readings([one for one in whole if one in replaced or one.claim in later])
        yield Contradiction(f"count.{measure}", "series", readings, "the same speaker gave another figure later")


def _rivals(measure: str, told: Sequence[Figure], sides: Sides) -> Iterator[Contradiction]:
    """Figures of one side that name the same people, or people that hold each other."""
    different = {_value(one): one for one in told}.values()
    same = [
        (one, other) for one, other in combinations(different, 2) if _comparable(one, other) and _differ(one, other)
    ]
    if not same:
        return
    sort, why = _rivalry(measure, same, sides)
    involved = {_value(figure) for pair in same for figure in pair}
    readings = _figure_readings([one for one in told if _value(one) in involved])
    yield Contradiction(field=f"count.{measure}", sort=sort, readings=readings, why=why)


def _value(figure: Figure) -> tuple[object, ...]:
    return figure.lo, figure.hi, figure.bound, figure.who, figure.speaker


def _comparable(one: Figure, other: Figure) -> bool:
    return holds(one.who, other.who) or holds(other.who, one.who)


def _differ(one: Figure, other: Figure) -> bool:
    return (one.lo, one.hi, one.bound) != (other.lo, other.hi, other.bound)


def _rivalry(measure: str, pairs: Sequence[tuple[Figure, Figure]], sides: Sides) -> tuple[str, str]:
    clash = [(one, other) for one, other in pairs if not agree(one, other)]
    equals = [(one, other) for one, other in clash if (one.who or "person") == (other.who or "person")]
    if measure in RUNNING and all(sides.of(one.speaker) == sides.of(other.speaker) for one, other in pairs):
        return "series", "one side counts up: two moments of a running total"
    if equals:
        return "exclusive", f"no number satisfies both {_pair(equals)}"
    if clash:
        return "other_scope", f"one counts a narrower sort of people: {_pair(clash)}"
    return "other_grain", f"one number can satisfy both {_pair(pairs)}"


def _pair(pairs: Sequence[tuple[Figure, Figure]]) -> str:
    """The first pair, with who says what; the readings show the others."""
    one, other = min(pairs, key=lambda pair: (pair[0].claim, pair[1].claim))
    more = f" (and {len(pairs) - 1} more)" if len(pairs) > 1 else ""
    return f"{_label(one)} ({one.origin}) and {_label(other)} ({other.origin}){more}"


def _figure_readings(figures: Sequence[Figure]) -> tuple[Reading, ...]:
    values = [((_label(figure),), figure.claim) for figure in figures]
    return _readings(values, {figure.claim: figure.speaker for figure in figures})


def _label(figure: Figure) -> str:
    people = f" {figure.who}" if figure.who not in {None, "person"} else ""
    return f"{says(figure)}{people}" + (f" of {figure.side}" if figure.side else "")


def accused_and_denying(members: Sequence[Profile]) -> tuple[frozenset[str], frozenset[str]]:
    """Sides said to have done it, and sides that deny it."""
    told = [member for member in members if _stance(member) == "affirmed"]
    denied = [member for member in members if _stance(member) == "denied"]
    accused = frozenset(side for member in told for side in member.agents)
    deniers = frozenset(
        side
        for member in denied
        for side in (member.named[0] if _speech(member) and not member.claim.by else member.speakers)
    )
    return accused, deniers


def _speech(member: Profile) -> bool:
    return member.claim.kind.startswith("statement.")

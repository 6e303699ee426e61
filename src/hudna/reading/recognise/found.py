"""What the recognisers find: phrases with a fixed meaning, as token ranges of a `Text`.

Every find says which rule made it and why. `first`/`last` are token indices, end exclusive.
"""

from hudna.reading.engine.record import Record


class NumberFound(Record, frozen=True):
    """A number as a range: «نحو 100», «32», «عشرات», «طفلان»."""

    first: int
    last: int
    """Bound words and number words together, without the noun that is counted (a dual is its own number)."""
    lo: float | None
    hi: float | None
    bound: str
    """One of hudna.model.claim.BOUNDS."""
    sort: str
    """cardinal, ordinal, fraction, percentage, range, vague, dual, singular."""
    rule: str
    why: str = ""
    noun_first: int = -1
    noun_last: int = -1
    """The counted noun, -1 when none is named; equal to the number's own range for duals and singulars."""
    counted: str | None = None
    """person, soldier, civilian, child, woman, peacekeeper, journalist, policeman, medic, prisoner, hostage, family,
    vehicle, position, violation, hour, house … ; None when not known."""
    repaired: bool = False
    """True when the text's form was mended («960 1» read as 1960)."""
    measure: str | None = None
    """What the counted noun itself says of them: killed («قتيلا»), wounded, captured, missing, displaced."""


class TimeFound(Record, frozen=True):
    """A time resolved to an interval, or a duration."""

    first: int
    last: int
    start: str | None
    end: str | None
    """ISO 8601 local dates or date-times, both ends inclusive; None where open or not resolvable."""
    grain: str
    """minute, hour, part_of_day, day, week, month, season, year, decade, century, duration."""
    rule: str
    why: str
    seconds: float | None = None
    """For a duration."""
    vague: str | None = None
    """early, middle, late, about."""
    open_start: bool = False
    open_end: bool = False
    """«منذ …» has an open end."""
    relative: bool = False
    """True when it was resolved against the document's date or another time."""
    zone: str | None = None
    """As named: local, moscow, utc …"""


class PlaceFound(Record, frozen=True):
    """A place."""

    first: int
    last: int
    """With its sort word («مدينة يفلاخ», «إقليم ناغورني قره باغ») and without proclitics' own tokens."""
    code: str | None
    """Slug of the gazetteer; None for a place that no pack knows («قرية X»): unlocated, not dropped."""
    name: str
    score: float
    rule: str
    why: str
    proclitic: str = ""
    """What was written onto it: «وب»."""
    within: str = ""
    """Where the name is only part of another name: force, document, actor, or empty for a real place."""


class ActorFound(Record, frozen=True):
    """Somebody who acts or speaks."""

    first: int
    last: int
    """The whole noun phrase: «وزير الدفاع الروسي سيرغي شويغو», «وحدات الجيش الأذربيجاني»."""
    code: str | None
    """Dotted code; None for an unknown person or organisation found by pattern."""
    name: str
    sort: str
    """country, government, office, person, force, group, organisation, agency, people, unnamed_source, social."""
    score: float
    rule: str
    why: str
    proclitic: str = ""
    codes: tuple[str, ...] = ()
    """More than one for «قوات البلدين», «الجانبان», «أرمينيا وأذربيجان»."""
    territory: str | None = None
    """Place code where the same words may be a place («باكو»): grammar decides."""
    antecedent: int = -1
    """Token of the mention it refers back to («الوزارة», «البيان», «جيشها»), -1 when it stands by itself."""

"""A time as the words say it, before anybody knows what day it is.

An expression is symbolic: «الثلاثاء الماضي» is (weekday 1, direction past), whatever the date of the document.
Resolving it needs that date; finding out that date needs the expression. So both start from here.
"""

from hudna.reading.engine.record import Record

PAST = "past"
FUTURE = "future"
PRESENT = "present"
NO_DIRECTION = ""

LAST = -1
"""The ordinal of «الأخير»."""


class TimeExpression(Record, frozen=True):
    """What one phrase says about time. Fields that the words do not fill stay at their default."""

    first: int
    last: int
    """Token indices of the `Text`, end exclusive."""
    sort: str
    """What resolves it:

    date            day and month (and year), month (and year), or a day of an unnamed month («يوم 25»)
    year            «عام 2020»
    weekday         «الثلاثاء», «الثلاثاء الماضي»; with `ordinal` and `within`: «أول جمعة من يوليو»
    day             a day counted from now: `offset` days («اليوم» 0, «أمس» -1, «أول من أمس» -2)
    unit            a whole unit counted from now: `offset` units of `unit` («الأسبوع الماضي» -1 week, «هذا العام» 0)
    nth             the `ordinal`-th `unit` of `within` («الربع الثالث من العام», «الأسبوع الأخير من 2015»)
    shift           a point: `shift` away from now or, with `anaphora`, from another time («قبل يومين»)
    span            the last or next `offset` units («الأيام الثلاثة الماضية», «خلال أسبوعين»)
    rest            what remains of `unit` («بقية الأسبوع»)
    season, decade, century, holiday
    part, clock     a part of a day or a clock time whose day the words do not name
    duration        `seconds`
    range           from `inner[0]` to `inner[1]`
    now             «الآن», «حاليا»
    """
    rule: str
    """Name of the rule that read it."""
    weekday: int | None = None
    """0 Monday … 6 Sunday, as `date.weekday()`. With `day` and `month` it is the weekday named beside the date."""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    """Gregorian, or Hijri when `calendar` says so. For a decade its first year (1990; 90 when no century is named)."""
    calendar: str = "gregorian"
    """gregorian or hijri."""
    offset: float | None = None
    unit: str | None = None
    """second, minute, hour, day, weekend, week, month, quarter, half, season, year, decade, century."""
    shift: tuple[tuple[float, str], ...] = ()
    """Signed amounts with their units: «قبل شهر و21 يوما» is ((-1, month), (-21, day))."""
    ordinal: int | None = None
    """From 1; `LAST` for «الأخير»."""
    name: str | None = None
    """The season (spring, summer, autumn, winter), the holiday (a key of the holiday table), or of a shift: `happening`
    when it is counted from something that only the text knows, `few` when how many is not told."""
    part: str | None = None
    """Part of the day, also when a date is named with it («صباح الثلاثاء»): a key of the part table."""
    part_edge: str | None = None
    """early, middle or late in that part."""
    clock: tuple[int, int] | None = None
    """Hour 0..23 and minute, parts of the day already applied."""
    zone: str | None = None
    """local, utc, moscow …: a key of the zone table."""
    edge: str | None = None
    """early, middle, late, end, earlier or later in the period that the rest names («أواخر سبتمبر»)."""
    direction: str = NO_DIRECTION
    """What the words beside it say: past («الماضي»), future («المقبل»), present («الجاري», «هذا»), or nothing."""
    cue: str = NO_DIRECTION
    """future when the clause before it speaks of the future («من المقرر», «سيعقد»); used where `direction` is empty."""
    today: bool = False
    """«اليوم» stands with it: «اليوم الثلاثاء» is the day of writing."""
    anaphora: bool = False
    """Counted from another time of the text, not from the document's date («الشهر نفسه», «في اليوم التالي»)."""
    about: bool = False
    """«نحو», «قرابة» stand before it."""
    open_start: bool = False
    """«حتى …»: the start is not told."""
    open_end: bool = False
    """«منذ …»: it lasts until now, or its end is not told."""
    seconds: float | None = None
    """Length of a duration; a month counts 30 days, a year 365."""
    within: "TimeExpression | None" = None
    """The period that this one is part of: the month of «25 من الشهر نفسه», the year of «الربع الثالث من العام»."""
    announced: bool = False
    """A range after «من» or «بين»."""
    inner: "tuple[TimeExpression, ...]" = ()
    """The two ends of a range."""

"""The timeline: how many events began when, as bars that narrow the span; below, the events themselves."""

from calendar import monthrange
from datetime import date, timedelta
from itertools import groupby

from markupsafe import Markup
from starlette.responses import Response

from hudna.ledger import EventFilter
from hudna.model import Event
from hudna.publish.web.asking import actors_of, day_of, is_kind, kinds, one_of, parties
from hudna.publish.web.charts import Bars, bars
from hudna.publish.web.desk import Desk
from hudna.publish.web.lines import lines
from hudna.publish.web.rendering import show

SIZE = 40
MOST_DAYS = 62
MOST_MONTHS = 60
"""A span of so many days is drawn by day, of so many months by month, a longer one by year."""
_LENGTH = {"day": 10, "month": 7, "year": 4}


def answer(desk: Desk) -> Response:
    """The page."""
    known = desk.ledger.desk.days()
    if known is None:
        return show(desk, "empty")
    first, last = day_of(desk, "first") or known[0], day_of(desk, "last") or known[1]
    first, last = min(first, last), max(first, last)
    kind = one_of(desk, "kind", is_kind(desk))
    wanted = EventFilter(
        kinds=(kind,) if kind else (),
        actors=actors_of(desk, "actor"),
        first=first,
        last=last,
        background=False,
    )
    page = desk.ledger.desk.events(wanted, after=desk.asked.get("after") or None, size=SIZE)
    return show(
        desk,
        "timeline",
        chart=chart(desk, first, last, kind),
        days=_by_day(desk, page.items),
        next=page.next,
        kinds=kinds(desk),
        parties=parties(desk),
        span=desk.dating.days(date.fromisoformat(first), date.fromisoformat(last)),
        wide=bool(desk.asked.get("first") or desk.asked.get("last")),
        grain=grain_of(first, last),
    )


def _by_day(desk: Desk, events: tuple[Event, ...]) -> list[tuple[Markup, list[object]]]:
    """Events under the day on which they began."""
    found = []
    for day, inside in groupby(events, key=lambda event: event.when[0][:10] if event.when else ""):
        head = desk.dating.day(date.fromisoformat(day)) if day else desk.words("page.no_date")
        found.append((head, list[object](lines(desk, inside))))
    return found


# --- the bars ---------------------------------------------------------------------------------------------------------


def grain_of(first: str, last: str) -> str:
    """day, month or year: so that there are neither too few bars nor too many."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    if days < MOST_DAYS:
        return "day"
    return "month" if days < MOST_MONTHS * 31 else "year"


def chart(desk: Desk, first: str, last: str, kind: str | None) -> Bars:
    """Events that are told to have happened, by day, month or year; each bar leads to its own span."""
    grain = grain_of(first, last)
    counted: dict[str, tuple[int, int]] = {}
    for one in desk.ledger.desk.by_period(grain, first=first, last=last, kinds=(kind,) if kind else ()):
        events, disputed = counted.get(one.period, (0, 0))
        counted[one.period] = events + one.events, disputed + one.disputed
    values = []
    for period in periods(first, last, grain):
        events, disputed = counted.get(period, (0, 0))
        start, end = ends_of(period)
        href = desk.here(first=start, last=end, after="")
        said = desk.words("timeline.bar", when=_told(desk, period), events=desk.words.counted("events", events))
        values.append((_short(period), events, disputed, href, said.striptags()))
    return bars(values, ticks=10)


def periods(first: str, last: str, grain: str) -> list[str]:
    """Every day («2023-09-19»), month («2023-09») or year («2023») of a span."""
    found: list[str] = []
    day, end = date.fromisoformat(first), date.fromisoformat(last)
    while True:
        found.append(day.isoformat()[: _LENGTH[grain]])
        behind = date.fromisoformat(ends_of(found[-1])[1])
        if behind >= end:  # asked before the step: behind the last day of the calendar there is none
            return found
        day = behind + timedelta(days=1)


def ends_of(period: str) -> tuple[str, str]:
    """First and last day of a day, a month or a year."""
    if len(period) == _LENGTH["day"]:
        return period, period
    if len(period) == _LENGTH["year"]:
        return f"{period}-01-01", f"{period}-12-31"
    year, month = int(period[:4]), int(period[5:])
    return f"{period}-01", f"{period}-{monthrange(year, month)[1]}"


def _told(desk: Desk, period: str) -> Markup:
    start, end = ends_of(period)
    return desk.dating.days(date.fromisoformat(start), date.fromisoformat(end))


def _short(period: str) -> str:
    """What stands under the axis: «19.9.», «9.2023», «2023»."""
    parts = [str(int(part)) for part in period.split("-")]
    return ".".join(reversed(parts[1:])) + "." if len(parts) == len("ymd") else ".".join(reversed(parts))

"""What the page tells of the article's date: date lines, crawl dates, posts inside it, the article's own dateline."""

from collections.abc import Iterator
from datetime import date

from hudna.reading.recognise.docdate.evidence import EARLIEST, Evidence, iso, joined, until
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.times import TimeExpression, candidates

BYLINE_WEIGHT = 8.0
_PRINT_WEIGHT = 5.0
_DATELINE_WEIGHT = 5.0
_POST_WEIGHT = 3.0
_NEAR_POST = 14
"""A post is shown within so many days after it was written."""
_DATELINE_TOKENS = 14
_ANY_DAY = date(2020, 1, 1)
_BREAKS = frozenset(("-", "–", "—", ":", "("))


def day_named(time: TimeExpression) -> int | None:
    """The day of a time that names day, month and year; None for any other, and for a date that does not exist."""
    if time.sort != "date" or time.day is None or time.month is None or time.year is None:
        return None
    # a whole date means the same day whenever it is written; this also turns Hijri dates
    meant = candidates(time, _ANY_DAY)
    if meant is None or meant[0] != meant[1] or meant[0].toordinal() < EARLIEST:
        return None
    return meant[0].toordinal()


def byline(view: View) -> Evidence | None:
    """The date line of the article itself. Of several (published, updated) the first in time is the publication."""
    days = [
        (day, view.said(time))
        for time, sort in view.page_times
        if sort == "byline" and (day := day_named(time)) is not None
    ]
    if not days:
        return None
    day, said = min(days)
    return Evidence(
        spans=((day, day),),
        weight=BYLINE_WEIGHT,
        why=f"the article's own date line says «{said}»",
        anchor=True,
        group="byline",
    )


def page_evidence(view: View) -> Iterator[Evidence]:
    """Bounds from the page around the article."""
    for time, sort in view.page_times:
        day = day_named(time)
        if day is None:
            continue
        if sort == "print_date":
            why = (
                f"the page's head says «{view.said(time)}»: the page was printed or stored then, the article not later"
            )
            yield until(day, _PRINT_WEIGHT, why)
        elif sort == "embed":
            why = f"the page shows a post of {iso(day)}: the article is not older, and hardly much younger"
            yield Evidence(spans=((day, day + _NEAR_POST),), weight=_POST_WEIGHT, why=why, group=f"post {day}")


def dateline(view: View) -> Iterator[Evidence]:
    """«المدينة 2 آذار (وكالة) – …»: the day on which the report was filed, with or without its year."""
    for sentence in view.sentences[:2]:
        for time in view.times_in(sentence):
            if not _is_dateline(view, sentence.first, time):
                continue
            days = _days(time)
            if days:
                why = f"the report is datelined «{view.said(time)}»"
                yield Evidence(
                    spans=joined(day for named in days for day in (named, named + 1)),
                    weight=_DATELINE_WEIGHT,
                    why=why,
                    anchor=len(days) == 1,
                    group="dateline",
                )
                return


def _days(time: TimeExpression) -> list[int]:
    day = day_named(time)
    if day is not None:
        return [day]
    if time.sort != "date" or time.day is None or time.month is None or time.year is not None:
        return []
    found = []
    for year in range(date.fromordinal(EARLIEST).year, 2100):
        try:
            named = date(year, time.month, time.day)
        except ValueError:
            continue
        if time.weekday in {None, named.weekday()}:
            found.append(named.toordinal())
    return found


def _is_dateline(view: View, first: int, time: TimeExpression) -> bool:
    words = view.text.words
    if time.first - first > _DATELINE_TOKENS // 2 or time.last >= len(words) or time.sort != "date":
        return False
    after = words[time.last : min(time.last + _DATELINE_TOKENS // 2, len(words))]
    if not after or after[0] not in _BREAKS:
        return False
    # «… 2 آذار (وكالة) – قال» is a dateline, «… في 2 آذار (أول أيام الهدنة) قال» is not
    return after[0] != "(" or (
        ")" in after and after.index(")") + 1 < len(after) and after[after.index(")") + 1] in _BREAKS
    )

"""What times mean on assumed days of writing, asked once each."""

from datetime import date

from hudna.reading.recognise.docdate.evidence import Span
from hudna.reading.recognise.times import TimeExpression, candidates


class Calendar:
    """What times mean on days of writing, asked once each."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._known: dict[tuple[int, int], Span | None] = {}

    def meaning(self, time: TimeExpression, day: int) -> Span | None:
        """The days that a time means in a text of a day, None when that cannot be told."""
        key = time.first, day
        if key not in self._known:
            meant = candidates(time, date.fromordinal(day))
            self._known[key] = (meant[0].toordinal(), meant[1].toordinal()) if meant else None
        return self._known[key]

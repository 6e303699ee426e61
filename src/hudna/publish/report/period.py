"""The days that a report covers, and what falls into them."""

from datetime import date, timedelta

import msgspec

from hudna.model import Document, Event

ROUGHEST = timedelta(days=7)
"""How long an event's own time may be and still put it into a shorter period: «in 2020» is not news of each day."""


class Period(msgspec.Struct, frozen=True):
    """Both days inclusive."""

    first: date
    last: date

    @property
    def previous(self) -> "Period":
        """The period of equal length that ends on the day before."""
        last = max(self.first.toordinal() - 1, 1)  # the calendar begins somewhere
        first = max(last - (self.last - self.first).days, 1)
        return Period(date.fromordinal(first), date.fromordinal(last))

    def touches(self, first: str, last: str) -> bool:
        """True when an interval of ISO dates has a day in common with it."""
        return date.fromisoformat(first[:10]) <= self.last and self.first <= date.fromisoformat(last[:10])

    def published(self, document: Document) -> bool:
        """True when the document can have been published in it; one without any date never is."""
        first, last = document.published.first, document.published.last
        if first is None and last is None:
            return False
        return self.touches(first or last or "", last or first or "")

    def happened(self, event: Event) -> bool:
        """True when the event is told for days in it, closely enough."""
        if event.when is None or event.background:
            return False
        first, last = (date.fromisoformat(end[:10]) for end in event.when)
        inside = self.first <= first and last <= self.last
        return inside or (self.touches(*event.when) and last - first < ROUGHEST)

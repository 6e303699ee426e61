"""What a run changes in events that the ledger already told: late arrivals, corrections, new contradictions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hudna.cli.talk import say

if TYPE_CHECKING:
    from hudna.events import Change
    from hudna.knowledge import Knowledge
    from hudna.ledger import Ledger
    from hudna.model import Event

_TOLD = frozenset({"figure", "contradiction", "new_id", "gone_event"})
"""Changes that alter what was told yesterday; a further account that agrees alters nothing."""
_SHOWN = 8
_MOST = 200_000
"""Events above which nothing is compared: that would take longer than weighing one more document."""


class Before:
    """The events as they stood before.

    Args:
        book: The ledger, before anything is weighed.
    """

    def __init__(self, book: Ledger) -> None:
        self._many = book.counts()["events"] > _MOST
        self._events: list[Event] = [] if self._many else list(book.events())

    def tell(self, book: Ledger, knowledge: Knowledge) -> None:
        """Say what is told otherwise now, on standard error."""
        from hudna.events import changes

        if self._many:
            say(f"More than {_MOST:,} events: what late news changed in them was not compared.")
        if not self._events:
            return
        after = {event.id: event for event in book.events()}
        found = [one for one in changes(self._events, after.values()) if one.sort in _TOLD]
        if not found:
            return
        known = {event.id: event for event in self._events} | after
        say(f"What came in, or was decided, changes what was told before ({len(found)}):")
        for one in found[:_SHOWN]:
            say(f"  {_line(one, known[one.event], knowledge)}")
        if len(found) > _SHOWN:
            say(f"  … and {len(found) - _SHOWN} more")


def _line(one: Change, event: Event, knowledge: Knowledge) -> str:
    from hudna.cli.labels import Labels
    from hudna.cli.paper import when_of

    labels = Labels(knowledge)
    where = f", {labels.places(event.places)}" if event.places else ""
    return (
        f"{when_of(event.when)} {labels.kind(event.kind)}{where} ({event.id}): {labels.sentence(one.why, event.places)}"
    )

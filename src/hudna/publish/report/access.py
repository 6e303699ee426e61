"""Access: whose way is told to have been closed, opened or refused. What is silent stands under coverage."""

import msgspec

from hudna.model import Event
from hudna.publish.report.civilians import Relief, relief
from hudna.publish.report.desk import Desk

KINDS = ("implementation.access", "humanitarian.blockade", "implementation.monitoring")
"""Ways opened or closed, being cut off, and the work of monitors."""
_TOLD = frozenset({"actual", "negated"})


class Access(msgspec.Struct, frozen=True):
    """The section."""

    rows: tuple[Relief, ...]


def access(desk: Desk) -> Access:
    """Events about the way of monitors, peacekeepers, aid and people, as told."""
    return Access(tuple(relief(desk, event) for event in desk.material.shown if _about_access(event)))


def _about_access(event: Event) -> bool:
    return event.kind in KINDS and event.modality in _TOLD and not event.background

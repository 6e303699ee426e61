"""A phrase that means something fixed."""

from typing import Any

import msgspec


class Mention(msgspec.Struct, frozen=True):
    """A number, time, duration, place, actor or speaker as it stands in the text.

    `value` depends on `type`: number {lo, hi, bound, sort: cardinal|ordinal|fraction|percentage, unit}; time {from, to,
    grain, open}; duration {seconds}; place {code, lat, lon}; actor {code}. Unknown is None, never a guess.
    """

    type: str
    start: int
    end: int
    """Character offsets into the preserved text, end exclusive."""
    text: str
    value: dict[str, Any]
    rule: str
    why: str = ""

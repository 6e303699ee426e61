"""The stream of changes, line by line: a portion is asked for, written, and the next one begins behind it.

No cursor stays open between portions, so a slow reader holds nobody up and sees what is new meanwhile.
"""

from collections.abc import AsyncIterator, Awaitable, Callable

import msgspec

from hudna.ledger import Change, ClaimFilter, Ledger
from hudna.publish.web.api.answers import Heard

PORTION = 200
"""Changes in memory at a time: some hundred kilobytes."""


async def stream(
    ask: Callable[[Callable[[Ledger], "Portion"]], Awaitable["Portion"]], after: int
) -> AsyncIterator[bytes]:
    """The lines, each with its line end.

    Args:
        ask: Puts a question to the ledger, in its own thread.
        after: The highest number that was received.
    """
    here: Change | int = after
    while True:
        portion = await ask(_asking(here))
        yield portion.lines
        if portion.last is None:
            return
        here = portion.last


class Portion(msgspec.Struct, frozen=True):
    """Some lines."""

    lines: bytes
    last: Change | None
    """The change to go on from; None when there are no more."""


def _asking(here: Change | int) -> Callable[[Ledger], Portion]:
    return lambda ledger: _portion(ledger, here)


def _portion(ledger: Ledger, here: Change | int) -> Portion:
    head = ledger.desk.head()[0]  # before the question: what comes in between is told again next time, never lost
    changes = ledger.desk.changes(here, size=PORTION)
    lines: list[Heard] = [_heard(ledger, change) for change in changes]
    if len(changes) == PORTION:
        return Portion(msgspec.json.Encoder().encode_lines(lines), changes[-1])
    reached = max([head, *(change.seq for change in changes)])
    return Portion(msgspec.json.Encoder().encode_lines([*lines, Heard(reached, "end")]), None)


def _heard(ledger: Ledger, change: Change) -> Heard:
    if change.what == "event":
        return Heard(change.seq, change.what, change.id, event=ledger.event(change.id))
    if change.what == "document":
        claims = tuple(ledger.claims(ClaimFilter(docs=(change.id,))))
        return Heard(change.seq, change.what, change.id, document=ledger.desk.line(change.id), claims=claims)
    if change.what == "judgement":
        return Heard(change.seq, change.what, change.id, judgement=ledger.desk.judgement(change.id))
    return Heard(change.seq, change.what, change.id)

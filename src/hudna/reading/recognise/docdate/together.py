"""Several documents dated together: each that is dated may date another.

Rounds: all undated documents are solved against the chronicle and what the dated ones tell; those that this dates
join the dated ones of the next round. A round sees only the rounds before it, and everything is sorted, so the order in
which documents came does not matter. A round that dates nothing new is the last.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from hudna.model import ChronicleEntry, Document, Published
from hudna.reading.engine.record import Record
from hudna.reading.recognise.docdate.anchors import anchors_from
from hudna.reading.recognise.docdate.known import PREFIX
from hudna.reading.recognise.docdate.solve import solve_date
from hudna.reading.recognise.times import TimeExpression
from hudna.reading.split import Text

_ROUNDS = 8
"""More rounds than any chain of reports that we saw; every round dates at least one document, so it ends anyway."""


class Undated(Record, frozen=True):
    """A document as dating needs it, dated or not."""

    document: Document
    """With its furniture."""
    text: Text
    times: Sequence[TimeExpression]


def solve_together(
    items: Iterable[Undated], chronicle: Sequence[ChronicleEntry] = (), *, as_of: date | None = None
) -> dict[str, Published]:
    """The dates of documents that may date each other, by document id.

    The result does not depend on the order of `items`. Ids must differ.
    """
    ordered = sorted(items, key=lambda item: item.document.id)
    found: dict[str, Published] = {}
    for _ in range(_ROUNDS):
        anchors = _anchors(ordered, found)
        new = {
            item.document.id: _solve(item, [*chronicle, *anchors], as_of)
            for item in ordered
            if item.document.id not in found or found[item.document.id].first is None
        }
        dated = {name for name, published in new.items() if published.first is not None}
        found.update(new)
        if not dated:
            break
    return found


def _anchors(items: Sequence[Undated], found: dict[str, Published]) -> list[ChronicleEntry]:
    return [
        entry
        for item in items
        if (published := found.get(item.document.id)) is not None
        for entry in anchors_from(item.document, item.text, item.times, published=published)
    ]


def _solve(item: Undated, chronicle: Sequence[ChronicleEntry], as_of: date | None) -> Published:
    others = [entry for entry in chronicle if entry.id != PREFIX + item.document.id]
    return solve_date(
        item.text, item.times, document=item.document, furniture=item.document.furniture, chronicle=others, as_of=as_of
    )

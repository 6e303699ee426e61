"""The document's own date, solved for."""

from collections.abc import Sequence
from datetime import date

from hudna.model import ChronicleEntry, Document, Furniture, Published
from hudna.reading.recognise.docdate.events import event_evidence
from hudna.reading.recognise.docdate.evidence import Evidence, iso, until
from hudna.reading.recognise.docdate.known import compiled
from hudna.reading.recognise.docdate.page import byline, dateline, page_evidence
from hudna.reading.recognise.docdate.spoken import plain_evidence, spoken_evidence
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.docdate.weigh import holds, published, weigh
from hudna.reading.recognise.times import TimeExpression
from hudna.reading.split import Text

_AS_OF_WEIGHT = 5.0
_STRONG = 3.0
"""Evidence of this weight is worth a remark when it contradicts a given date."""


def solve_date(
    text: Text,
    times: Sequence[TimeExpression],
    *,
    document: Document,
    furniture: Sequence[Furniture] = (),
    chronicle: Sequence[ChronicleEntry] = (),
    as_of: date | None = None,
) -> Published:
    """When a document was published.

    A date that the document already has is kept; what the text says against it is added to its reasons. Else the
    article's own date line counts, and else the date is inferred from what the text says and from known events
    (docs/reading-furniture-dates.md).

    Args:
        text: The text, taken apart.
        times: Its times, symbolic, in order; for a document that has a date those of the sentences that
            `may_contradict` it are enough.
        document: The document, for the date that it may already have.
        furniture: What is the page's and not the article's.
        chronicle: Events of known date, and anchors that other documents gave (`anchors_from`).
        as_of: A day after which the document cannot have been published; None where that is not known.

    Returns:
        An interval of days with its basis (`byline`, `inferred`; `unknown` without an interval) and its reasons.
    """
    if document.published.first is not None and not times:
        return document.published
    view = View(text, times, furniture)
    if document.published.first is not None:
        return _checked(document.published, view)
    line = byline(view)
    if line is not None:
        day = line.spans[0][0]
        found = Published(first=iso(day), last=iso(day), basis="byline", why=(line.why,))
        return _checked(found, view)
    evidence = [*_all_evidence(view, chronicle, as_of)]
    return published(evidence, weigh(evidence))


def _all_evidence(view: View, chronicle: Sequence[ChronicleEntry], as_of: date | None) -> list[Evidence]:
    evidence = [*page_evidence(view), *dateline(view), *spoken_evidence(view)]
    if as_of is not None:
        evidence.append(until(as_of.toordinal(), _AS_OF_WEIGHT, f"it was read on {as_of.isoformat()}"))
    if chronicle:
        events = tuple(sorted(set(chronicle), key=lambda event: (event.first, event.id)))
        evidence.extend(event_evidence(view, compiled(events)))
    return evidence


def _checked(found: Published, view: View) -> Published:
    """A date that is already there, with what the text says against it."""
    try:
        first = date.fromisoformat((found.first or "")[:10]).toordinal()
        last = date.fromisoformat((found.last or found.first or "")[:10]).toordinal()
    except ValueError:
        return found
    remarks = [
        f"but the text contradicts this: {item.why}"
        for item in plain_evidence(view)
        if item.weight >= _STRONG and not any(holds(item, day) for day in range(first, min(last, first + 31) + 1))
    ]
    if not remarks:
        return found
    return Published(first=found.first, last=found.last, basis=found.basis, why=(*found.why, *dict.fromkeys(remarks)))

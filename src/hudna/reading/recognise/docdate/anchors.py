"""A dated document as a known event, so that it can date another one that tells the same news.

The news of a report stands in its headline and lead. The words that both share, and the figures of the lead, make an
entry as a chronicle would hold it; its day is what the lead's own time means on the document's date. Such an entry
counts only where a sentence of the other document holds all of its words and a figure of it, or many words: reports of
one day share them, reports of other days hardly ever do (`events` sees to that).
"""

from collections.abc import Iterator, Sequence
from datetime import date

from hudna.knowledge.languages.ar.clitics import peel
from hudna.model import ChronicleEntry, Document, Published
from hudna.reading.recognise.docdate.known import PREFIX
from hudna.reading.recognise.docdate.spoken import is_future
from hudna.reading.recognise.docdate.view import View
from hudna.reading.recognise.times import TimeExpression, candidates
from hudna.reading.split import Sentence, Text

_GROUPS = range(4, 9)
"""So many words must headline and lead share; fewer say too little."""
_LETTERS = 4
_FIGURE = 10
_SHARP = 2
"""A document dated to more days than this dates no other."""
_SENTENCES = 4
_TWO = 2
_TELLING = frozenset(("day", "weekday"))


def anchors_from(
    document: Document, text: Text, times: Sequence[TimeExpression], *, published: Published | None = None
) -> tuple[ChronicleEntry, ...]:
    """What a dated document tells of a day, as an entry for `solve_date` of another document.

    Args:
        document: The document, with its furniture.
        text: Its text, taken apart.
        times: Its times.
        published: Its date, where that is not in the document.

    Returns:
        One entry, or none: for an undated document, one dated too widely, or one whose headline and lead share too few
        words.
    """
    dated = _days(published or document.published)
    view = View(text, times, document.furniture)
    if dated is None or view.headline is None or len(view.sentences) < _TWO:
        return ()
    lead = view.sentences[1:_SENTENCES]
    headline = view.words_of(view.headline)
    best = max(lead, key=lambda sentence: len(_shared(headline, view.words_of(sentence))))
    shared = _shared(headline, view.words_of(best))
    if len(shared) < _GROUPS.start:
        return ()
    first, last = _event_days(view, best, dated)
    return (
        ChronicleEntry(
            id=f"{PREFIX}{document.id}",
            first=first.isoformat(),
            last=last.isoformat(),
            kinds=(),
            places=(),
            actors=(),
            words=tuple((word,) for word in shared[: _GROUPS.stop - 1]),
            figures=_figures(view, lead),
            title_ar=text.raw_text(view.headline.first, view.headline.last),
            source=document.id,
        ),
    )


def _days(published: Published) -> tuple[date, date] | None:
    if published.first is None:
        return None
    try:
        first = date.fromisoformat(published.first[:10])
        last = date.fromisoformat((published.last or published.first)[:10])
    except ValueError:
        return None
    return (first, last) if 0 <= (last - first).days < _SHARP else None


def _shared(headline: list[str], sentence: list[str]) -> list[str]:
    """Words of the headline that the sentence says again, in their shortest common form, in the headline's order."""
    said = {form for word in sentence for form in _stems(word)}
    found: list[str] = []
    for word in headline:
        common = [form for form in _stems(word) if form in said]
        if common and common[-1] not in found:
            found.append(common[-1])
    return found


def _stems(word: str) -> list[str]:
    """A word and what remains of it without proclitics, the longest first; short words say too little."""
    stems = dict.fromkeys([word, *(stem for _, stem in peel(word))])
    return sorted((stem for stem in stems if len(stem) >= _LETTERS and stem.isalpha()), key=len, reverse=True)


def _figures(view: View, lead: Sequence[Sentence]) -> tuple[int, ...]:
    times = {token for time in view.times for token in range(time.first, time.last)}
    found = {
        int(view.text.words[token])
        for sentence in lead
        for token in range(sentence.first, sentence.last)
        if view.text.words[token].isdecimal() and token not in times and len(view.text.words[token]) < _FIGURE
    }
    return tuple(sorted(figure for figure in found if figure >= _FIGURE))


def _event_days(view: View, sentence: Sentence, dated: tuple[date, date]) -> tuple[date, date]:
    """What the lead's first sharp time means on the document's days; without one, these days and the one before."""
    for time in view.times_in(sentence):
        if time.sort in _TELLING and time.year is None and not is_future(time):
            spans = list(_meant(time, dated))
            if spans:
                return min(span[0] for span in spans), max(span[1] for span in spans)
    return date.fromordinal(dated[0].toordinal() - 1), dated[1]


def _meant(time: TimeExpression, dated: tuple[date, date]) -> Iterator[tuple[date, date]]:
    for day in range(dated[0].toordinal(), dated[1].toordinal() + 1):
        span = candidates(time, date.fromordinal(day))
        if span is not None and (span[1] - span[0]).days < _SHARP:
            yield span

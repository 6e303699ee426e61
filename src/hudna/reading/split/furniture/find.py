"""Furniture of a whole text: words first, places second."""

from hudna.model import Furniture
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.split.furniture import layout as place
from hudna.reading.split.furniture.look import Look, key_of, look_at
from hudna.reading.split.furniture.mark import MENU, Mark
from hudna.reading.split.furniture.rules import mark_line
from hudna.reading.split.furniture.words import compiled
from hudna.reading.split.text import Text

_ARABIC_SHARE = 0.3
"""Below this share of Arabic words a text is in another language, which these rules do not read."""


def find_furniture(text: Text, *, title: str | None = None) -> tuple[Furniture, ...]:
    """Stretches of a text that are the page's and not the article's, in order, not overlapping.

    Args:
        text: The text, taken apart.
        title: The article's headline where it is known from elsewhere; it tells which line is the headline.

    Returns:
        Preserved character offsets with a sort (`mark.SORTS`) and a reason each. Nothing is removed, and what stays in
        doubt is not marked.
    """
    looks = [look_at(text, index) for index in range(len(text.lines))]
    if not _reads_as_arabic(looks):
        return ()
    layout = _layout(text, looks)
    place.close_article(layout)
    place.settle_edges(layout)
    place.mark_next(layout)
    place.find_headline(layout, title, tuple(word for word in phrase_words(title or "") if word.isalnum()))
    place.mark_repeated(layout)
    place.mark_teasers(layout)
    place.mark_above(layout)
    place.mark_between(layout)
    place.mark_after(layout)
    place.settle_dates(layout)
    return tuple(_furniture(text, layout.marks[index]) for index in sorted(layout.marks))


def _reads_as_arabic(looks: list[Look]) -> bool:
    arabic, all_words = sum(look.arabic for look in looks), sum(look.words for look in looks)
    return arabic > 0 and arabic >= _ARABIC_SHARE * all_words


def _layout(text: Text, looks: list[Look]) -> place.Layout:
    words = compiled()
    marks: dict[int, Mark] = {}
    for look in looks:
        mark = mark_line(text, look, words)
        if mark is not None:
            marks[look.index] = mark
    body = [look.index for look in looks if look.paragraph and not look.ticker and not _whole(look, marks)]
    _mark_tickers(looks, marks, body)
    return place.Layout(
        text=text, words=words, looks=looks, marks=marks, keys=[key_of(text, look) for look in looks], body=body
    )


def _whole(look: Look, marks: dict[int, Mark]) -> bool:
    """Whether the whole line is marked, and not just its end."""
    return look.index in marks and marks[look.index].first == look.first


def _mark_tickers(looks: list[Look], marks: dict[int, Mark], body: list[int]) -> None:
    why = "many words with no sign between them: headlines of other articles in one line"
    for look in looks:
        if look.ticker and look.index not in marks and body and look.index < body[0]:
            marks[look.index] = Mark(sort=MENU, why=why, first=look.first, last=look.last)


def _furniture(text: Text, mark: Mark) -> Furniture:
    start, end = text.raw_span(mark.first, mark.last)
    return Furniture(start=start, end=end, sort=mark.sort, why=mark.why)

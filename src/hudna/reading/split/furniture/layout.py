"""What the place of a line tells: above the headline, between headline and article, inside it, after it.

The article is looked for first: its paragraphs, then the line that is its headline. All else is judged by where it
stands between them. Whatever stays in doubt stays the article's.
"""

import msgspec

from hudna.reading.split.furniture.look import Look, content
from hudna.reading.split.furniture.mark import (
    BYLINE,
    CAPTION,
    MENU,
    PRINT_DATE,
    READ_ALSO,
    REPEATED,
    SOURCE,
    TEASER,
    Mark,
)
from hudna.reading.split.furniture.words import Words
from hudna.reading.split.text import Text

_HEADLINE = range(2, 31)
"""Words of a headline."""
_SHARED = 2
"""So many words in common with the first paragraphs make a line the article's."""
_PARAGRAPHS = 3
_NAME = 3
"""A line of so few words between headline and article is an author, an outlet or a picture's label."""
_DATELINE = 6
_JOINERS = frozenset(("/", "-", "–", "—", "|", "(", ":"))
_SIGNS = _JOINERS - {":"}
_DASHES = frozenset(("/", "-", "–", "—", "|"))
_HEADS = 4
"""So many headlines in a row above the article are other articles'."""
_REPEATED = 8
"""Inside the article only lines of so many words count as repeated: «وقال البيان:» may well come twice."""
_TEASERS = 6
_TAIL = 15
_FOOT = frozenset(
    (
        "share",
        "tools",
        "comment_form",
        "subscription",
        "cookie_notice",
        "tags",
        "menu",
        "section_label",
        "source_line",
        "read_also",
    )
)
"""Sorts with which the foot of a page may begin; a credit, a post or an advertisement may stand anywhere."""
_NEXT = 6
_TITLE = 4


class Layout(msgspec.Struct):
    """The text's lines and what is known of them so far. Lives only while one text is looked at."""

    text: Text
    words: Words
    looks: list[Look]
    marks: dict[int, Mark]
    keys: list[tuple[str, ...]]
    body: list[int]
    """Indices of the article's paragraphs, ascending."""
    headline: int | None = None
    contents: dict[int, set[str]] = {}
    """Stems of lines, as far as they were asked for."""


def mark(layout: Layout, index: int, sort: str, why: str) -> None:
    """Mark a whole line, unless it is already marked or the headline."""
    if index not in layout.marks and index != layout.headline:
        look = layout.looks[index]
        layout.marks[index] = Mark(sort=sort, why=why, first=look.first, last=look.last)


def find_headline(layout: Layout, title: str | None, title_key: tuple[str, ...]) -> None:
    """The line that is the article's headline, if one can be told."""
    layout.headline = _by_title(layout, title_key) if title else None
    if layout.headline is not None or not layout.body:
        return
    above = [index for index in range(layout.body[0]) if index not in layout.marks]
    above = [index for index in above if layout.looks[index].words in _HEADLINE and not _dateline(layout, index)]
    told = [index for index in above if shares(layout, index)]
    full = [index for index in above if layout.looks[index].words > _NAME] or above
    if told:
        layout.headline = told[0]
    elif 0 < len(full) < _HEADS:
        layout.headline = full[0]


def _dateline(layout: Layout, index: int) -> bool:
    """A short line that ends in a dash or colon, or has one after its first word: «الموقع -», «عدن – الموقع»."""
    look = layout.looks[index]
    line = layout.text.words[look.first : look.last]
    if look.words > _DATELINE or look.stop:
        return False
    return line[-1] in _JOINERS or (len(line) > _SHARED and line[1] in _DASHES and not shares(layout, index))


def _by_title(layout: Layout, title_key: tuple[str, ...]) -> int | None:
    limit = layout.body[0] if layout.body else len(layout.keys)
    return next((index for index in range(limit) if title_key and layout.keys[index] == title_key), None)


def shares(layout: Layout, index: int, paragraphs: list[int] | None = None) -> bool:
    """Whether a line has words in common with the article's first paragraphs."""
    nearby = paragraphs if paragraphs is not None else layout.body[:_PARAGRAPHS]
    words = _content(layout, index)
    shared = {stem for other in nearby for stem in words & _content(layout, other)}
    return len(shared) >= _SHARED or (0 < len(words) <= _SHARED + 1 and len(shared) >= len(words) - 1 > 0)


def _content(layout: Layout, index: int) -> set[str]:
    if index not in layout.contents:
        layout.contents[index] = content(layout.text, layout.looks[index])
    return layout.contents[index]


def mark_above(layout: Layout) -> None:
    """Lines above the headline, or above the article where no headline can be told."""
    end = layout.headline if layout.headline is not None else (layout.body[0] if layout.body else 0)
    heads = [
        index for index in range(end) if index in layout.marks and layout.marks[index].sort not in {REPEATED, CAPTION}
    ]
    for index in range(heads[-1] if heads else 0):
        if not layout.looks[index].paragraph:
            mark(layout, index, MENU, "the line stands in the head of the page, above the headline")
    free = [index for index in range(end) if index not in layout.marks]
    if len(free) >= _HEADS and not any(shares(layout, index) for index in free):
        for index in free:
            mark(layout, index, TEASER, "one of many headlines above the article that say nothing of what it tells")


def mark_between(layout: Layout) -> None:
    """Lines between headline and first paragraph: authors, outlets, datelines."""
    if not layout.body:
        return
    start = layout.headline + 1 if layout.headline is not None else 0
    for index in range(start, layout.body[0]):
        look = layout.looks[index]
        line = layout.text.words[look.first : look.last]
        if index in layout.marks or look.stop or _joined(layout, index):
            continue
        if _dateline(layout, index):
            mark(layout, index, SOURCE, "an outlet or a city, as a dateline")
        elif layout.headline is not None and look.words <= _DATELINE and not _SIGNS.isdisjoint(line):
            mark(layout, index, SOURCE, "a city, an outlet or an author, before the first paragraph")
        elif layout.headline is not None and _credited(layout, index + 1):
            mark(layout, index, CAPTION, "it stands before a picture's credit")
        elif look.words <= (_NAME if layout.headline is not None else 1):
            mark(
                layout,
                index,
                BYLINE,
                "so short a line before the first paragraph names an author, an outlet or a picture",
            )


def _credited(layout: Layout, index: int) -> bool:
    credit = layout.marks.get(index)
    return credit is not None and credit.sort == CAPTION and not credit.opens


def mark_repeated(layout: Layout) -> None:
    """The second of two equal lines; both, where they are labels of a picture."""
    seen: dict[tuple[str, ...], int] = {}
    head = layout.keys[layout.headline] if layout.headline is not None else ()
    for index, key in enumerate(layout.keys):
        look = layout.looks[index]
        if index in layout.marks or not key or index == layout.headline:
            seen.setdefault(key, index)
            continue
        if _repeats_headline(layout, index, head):
            mark(layout, index, REPEATED, "these words are the headline's")
        elif key in seen and (look.words >= _REPEATED or not _inside(layout, index)):
            mark(layout, index, REPEATED, f"the same words stand in line {layout.text.lines[seen[key]].number}")
        elif key in seen and seen[key] == index - 1 and not look.stop:
            mark(layout, index, CAPTION, "a label that stands twice in a row, as under pictures")
        seen.setdefault(key, index)
    _mark_first_labels(layout)


def _repeats_headline(layout: Layout, index: int, head: tuple[str, ...]) -> bool:
    """The headline again, whole or in pieces or with the site's name."""
    key = layout.keys[index]
    if len(head) < _TITLE or layout.looks[index].stop:
        return False
    if len(key) <= len(head) + _TITLE and _contains(key, head):
        return True
    first = layout.body[0] if layout.body else len(layout.keys)
    return index < first and len(key) >= _NAME and _contains(head, key)


def _contains(whole: tuple[str, ...], part: tuple[str, ...]) -> bool:
    size = len(part)
    return any(whole[at : at + size] == part for at in range(len(whole) - size + 1))


def _mark_first_labels(layout: Layout) -> None:
    """The first of two equal labels in a row is a label too."""
    for index in range(1, len(layout.keys)):
        again = layout.marks.get(index)
        if again is None or again.sort not in {REPEATED, CAPTION} or layout.keys[index] != layout.keys[index - 1]:
            continue
        look = layout.looks[index - 1]
        told_apart = layout.headline is not None or not shares(layout, index - 1)
        if look.words < _REPEATED and not look.stop and told_apart:
            mark(layout, index - 1, CAPTION, "a label that stands twice in a row, as under pictures")


def _inside(layout: Layout, index: int) -> bool:
    return bool(layout.body) and layout.body[0] < index < layout.body[-1]


def mark_next(layout: Layout) -> None:
    """The one line that belongs to a head before it: a name under «رئيس التحرير»."""
    for index in range(len(layout.looks)):
        head = layout.marks.get(index)
        if head is not None and head.opens == "next":
            _open_next(layout, index, head)


def mark_teasers(layout: Layout) -> None:
    """The titles under a head: «اقرأ أيضا»."""
    for index in range(len(layout.looks)):
        head = layout.marks.get(index)
        if head is not None and head.opens == "teasers":
            _open_teasers(layout, index)


def _open_next(layout: Layout, index: int, head: Mark) -> None:
    after = index + 1
    if after >= len(layout.looks) or layout.looks[after].paragraph:
        return
    limit = _TAIL if head.sort == CAPTION else _NEXT
    if layout.looks[after].words <= limit and not layout.looks[after].stop:
        mark(layout, after, head.sort, f"the line belongs to the head «{_said(layout, index)}» before it")


def _open_teasers(layout: Layout, index: int) -> None:
    """Titles under a head, up to the first paragraph; a last one that speaks of the next paragraph is a sub-heading."""
    run = []
    for after in range(index + 1, min(index + 1 + _TEASERS, len(layout.looks))):
        if layout.looks[after].paragraph or layout.looks[after].stop:
            break
        run.append(after)
    follows = run[-1] + 1 if run else len(layout.looks)
    if len(run) > 1 and follows in layout.body and shares(layout, run[-1], [follows]):
        run.pop()
    for after in run:
        mark(layout, after, TEASER, f"a title under the head «{_said(layout, index)}»")


def close_article(layout: Layout) -> None:
    """A head after which the article does not go on: whatever follows is other articles', until the article resumes."""
    heads = [index for index, head in layout.marks.items() if head.final and _told_enough(layout, index)]
    if not heads:
        return
    closed, head = False, min(heads)
    for index in range(head + 1, len(layout.looks)):
        if index in layout.marks:
            closed = closed or (layout.marks[index].final and index in heads)
        elif index == head + 1 or not closed:
            closed = not _runs_on(layout, index)
        elif _runs_on(layout, index):
            closed = False
        if closed:
            mark(layout, index, TEASER, f"it follows the head «{_said(layout, head)}», after the end of the article")
    layout.body = [index for index in layout.body if index not in layout.marks]


def _told_enough(layout: Layout, index: int) -> bool:
    return any(paragraph < index for paragraph in layout.body)


def _runs_on(layout: Layout, index: int) -> bool:
    """A paragraph that goes on from another: «وقال …», «كما …»."""
    look = layout.looks[index]
    if not (look.paragraph and look.stop):
        return False
    return _joined(layout, index) or layout.text.words[look.first] in layout.words.running


def _joined(layout: Layout, index: int) -> bool:
    """Whether the line begins with «و» as a word of its own, written onto the next."""
    word = layout.text.words[layout.looks[index].first]
    return word.startswith("و") and len(word) > _NAME and word not in layout.words.waw


def mark_after(layout: Layout) -> None:
    """Lines after the article: once the page's own words have begun, short lines are the page's."""
    if not layout.body:
        return
    begun = ""
    for index in range(layout.body[-1] + 1, len(layout.looks)):
        look = layout.looks[index]
        if index in layout.marks:
            begun = begun or (_said(layout, index) if layout.marks[index].sort in _FOOT else "")
        elif begun and look.words <= _TAIL and not look.stop and not _joined(layout, index):
            mark(layout, index, MENU, f"a short line in the foot of the page, after «{begun}»")


def settle_edges(layout: Layout) -> None:
    """Marks that count only outside the article are taken back inside it."""
    for index in list(layout.marks):
        if layout.marks[index].edge and _inside(layout, index):
            del layout.marks[index]


def settle_dates(layout: Layout) -> None:
    """A date between headline and article is the article's; above the headline or after the article, the page's."""
    first, last = (layout.body[0], layout.body[-1]) if layout.body else (len(layout.looks), -1)
    head = min(
        (index for index, mark in layout.marks.items() if mark.sort in {READ_ALSO, TEASER}), default=len(layout.looks)
    )
    for index, dated in list(layout.marks.items()):
        if not dated.dated and dated.sort != PRINT_DATE:
            continue
        under = layout.headline is not None and layout.headline < index < first
        sort = BYLINE if under or (dated.cued and index < first) else PRINT_DATE
        if index > max(head, last):
            sort = TEASER
        layout.marks[index] = msgspec.structs.replace(dated, sort=sort)


def _said(layout: Layout, index: int) -> str:
    look = layout.looks[index]
    return layout.text.raw_text(look.first, min(look.last, look.first + _NEXT))

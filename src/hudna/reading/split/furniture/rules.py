"""What the words of one line tell, wherever the line stands.

Each rule looks at a line and gives a `Mark` or None; the first that gives one wins. Marks with `edge` still depend on
where the line stands (`layout` decides).
"""

import re

from hudna.knowledge.languages.ar.furniture import FurnitureTable
from hudna.reading.split.furniture.look import Look, is_arabic
from hudna.reading.split.furniture.mark import BYLINE, CAPTION, COUNTER, LEFTOVER, MENU, PRINT_DATE, SOURCE, Mark
from hudna.reading.split.furniture.words import Words
from hudna.reading.split.text import Text

_WORDY = 12
"""Lines of phrases alone have at most so many words; longer ones are sentences."""
_CAPTION_WORDS = 45
_SEARCHED = 60
"""Phrases are looked for anywhere in lines of at most so many words."""
_SEPARATORS = frozenset((":", "/", "|", "-", "–", "—", "،", "»", "•"))
_CRUMBS = frozenset(("/", "»", "›", ">", "|", "-", "–", "←", "\\"))
_HOME = frozenset(("الرييسيه", "الرئيسيه"))
_DATE_WORDS = 3
"""A line with a whole date may hold so many other words: a city, an author."""
_DATE_TOKENS = 24
_UNIT_WORDS = 3
_DATELINE = 6
_JOINERS = frozenset(("/", "-", "–", "—", "|", "(", ":"))
_GLUED = 20
"""No Arabic word of news has so many letters."""
_FEW = 4
_YEAR = range(1900, 2101)
_HIJRI_YEAR = range(1350, 1500)
_NUMERIC_DATE = re.compile(r"\b(?:\d{1,2}[/.\-]\d{1,2}[/.\-]\d{4}|\d{4}[/.\-]\d{1,2}[/.\-]\d{1,2})(?!\d)")
_EMBED = re.compile(r"pic\.twitter\.com|https?://t\.co/|\(@\w+\)|—\s?[^—]{1,60}@\w+")


def mark_line(text: Text, look: Look, words: Words) -> Mark | None:
    """The first rule that knows the line."""
    for rule in _RULES:
        mark = rule(text, look, words)
        if mark is not None:
            return mark
    return None


def _whole(look: Look, sort: str, why: str) -> Mark:
    return Mark(sort=sort, why=why, first=look.first, last=look.last)


def _from_table(table: FurnitureTable, why: str, first: int, last: int) -> Mark:
    return Mark(sort=table.sort, why=why, first=first, last=last, opens=table.opens, final=table.final, edge=table.edge)


def _short_enough(table: FurnitureTable, look: Look) -> bool:
    return not table.short or look.words <= table.short


def _not_arabic(_text: Text, look: Look, _words: Words) -> Mark | None:
    """A line without an Arabic letter: English leftovers, addresses, counters, code."""
    if look.arabic:
        return None
    if look.foreign:
        return _whole(look, LEFTOVER, "no Arabic word stands in this line")
    return _whole(look, COUNTER, "only numbers and signs stand in this line")


def _code(text: Text, look: Look, _words: Words) -> Mark | None:
    line = text.words[look.first : look.last]
    if line[0] in {"http", "https", "www"} or (look.foreign > look.arabic and {"{", "}"} <= set(line)):
        return _whole(look, LEFTOVER, "an address or a piece of the page's code")
    return None


def _hardly_arabic(_text: Text, look: Look, _words: Words) -> Mark | None:
    if look.foreign < max(look.arabic, 2) or look.words > _FEW:
        return None
    why = "most words of so short a line are not Arabic"
    return Mark(sort=LEFTOVER, why=why, first=look.first, last=look.last, edge=True)


def _phrases_alone(text: Text, look: Look, words: Words) -> Mark | None:
    if not 0 < look.arabic <= _WORDY:
        return None
    token, found = look.first, []
    while token < look.last:
        if not is_arabic(text.words[token]):
            token += 1
            continue
        match = words.line.at(text.words, token, look.last)
        if match is None:
            return None
        found.append(match.payloads[0])
        token = match.last
    opener = next((table for table in reversed(found) if table.opens), found[0])
    mark = _from_table(
        opener, f"the words of this line are those of a page ({found[0].sort}), and nothing else", look.first, look.last
    )
    return mark if all(table.edge for table in found) or not mark.edge else _whole(look, mark.sort, mark.why)


def _starts(text: Text, look: Look, words: Words) -> Mark | None:
    first = look.first
    while first < look.last and not text.words[first].isalnum():
        first += 1
    match = words.start.at(text.words, first, look.last) if first < look.last else None
    if match is None:
        return None
    followed = match.last == look.last or text.words[match.last] in _SEPARATORS
    for table in match.payloads:
        if (followed or table.loose) and _short_enough(table, look) and not (look.paragraph and not followed):
            said = " ".join(text.words[match.first : match.last])
            return _from_table(table, f"the line begins with «{said}»", look.first, look.last)
    return None


def _date_line(text: Text, look: Look, words: Words) -> Mark | None:
    """A line that tells a date and hardly anything else."""
    if look.stop or look.last - look.first > _DATE_TOKENS or not look.digits:
        return None
    parts, others, cued, token = set[str](), 0, False, look.first
    while token < look.last:
        name = words.calendar.at(text.words, token, look.last)
        cue = words.cues.at(text.words, token, look.last)
        if name is not None:
            parts.update(name.payloads)
        elif cue is not None:
            cued = True
        else:
            parts.update(_part(text.words[token]))
            others += text.words[token].isalpha() and text.words[token] not in words.fillers
        token = max(token + 1, name.last if name else 0, cue.last if cue else 0)
    return _dated(text, look, parts, others, cued=cued)


def _part(word: str) -> set[str]:
    if not word.isdecimal():
        return set()
    return {"year"} if len(word) == _FEW and (int(word) in _YEAR or int(word) in _HIJRI_YEAR) else {"number"}


def _dated(text: Text, look: Look, parts: set[str], others: int, *, cued: bool) -> Mark | None:
    start, end = text.starts[look.first], text.ends[look.last - 1]
    numeric = _NUMERIC_DATE.search(text.folded.text[start:end]) is not None
    whole = numeric or ("year" in parts and bool(parts & {"month", "hijri_month"}))
    clock = "number" in parts and ":" in text.words[look.first : look.last]
    partly = clock or bool(parts & {"weekday", "month", "hijri_month"})
    allowed = _DATE_WORDS if whole else 0
    if others > allowed or not (whole or partly or (cued and not others)):
        return None
    sort = BYLINE if cued or others else PRINT_DATE
    why = (
        "the line tells when the page or the article was published"
        if cued
        else "the line tells a date or an hour and no more"
    )
    return Mark(sort=sort, why=why, first=look.first, last=look.last, edge=not cued, dated=whole or cued, cued=cued)


def _dateline(text: Text, look: Look, words: Words) -> Mark | None:
    """A city or an outlet with its sort: «عدن – متابعات», «اسم الموقع/ قسم الأخبار»."""
    line = text.words[look.first : look.last]
    if look.arabic > _DATELINE or look.stop or words.dateline.isdisjoint(line) or _JOINERS.isdisjoint(line):
        return None
    why = "a city or an outlet with a word for where the report comes from"
    return Mark(sort=SOURCE, why=why, first=look.first, last=look.last, edge=True)


def _run_together(text: Text, look: Look, _words: Words) -> Mark | None:
    """Labels that lost the space between them."""
    if look.arabic > _DATELINE or look.stop or max(len(word) for word in text.words[look.first : look.last]) < _GLUED:
        return None
    return Mark(sort="tags", why="labels run together without a space", first=look.first, last=look.last, edge=True)


def _numbers(text: Text, look: Look, words: Words) -> Mark | None:
    """Weather and exchange rates in page heads: «22° القدس», «4.14 جنيه إسترليني»."""
    if not look.digits or look.arabic > _UNIT_WORDS or look.stop:
        return None
    line = text.words[look.first : look.last]
    if "°" in line or (look.arabic and all(word in words.units for word in line if is_arabic(word))):
        return Mark(sort="ticker", why="weather or an exchange rate", first=look.first, last=look.last, edge=True)
    return None


def _breadcrumbs(text: Text, look: Look, _words: Words) -> Mark | None:
    """«الرئيسية / أخبار / …»: the way to this page."""
    line = text.words[look.first : look.last]
    if line[0] in _HOME and len(line) > 1 and line[1] in _CRUMBS and not look.stop:
        return _whole(look, MENU, "the line is the way from the front page to this one")
    return None


def _credit(text: Text, look: Look, words: Words) -> Mark | None:
    """A credit between brackets: «… (الصورة: وكالة)», «(تغطية فلان – تحرير فلان)», «(رويترز)» alone."""
    if text.words[look.last - 1] != ")" or look.words > _CAPTION_WORDS:
        return None
    opening = next((t for t in range(look.last - 1, look.first - 1, -1) if text.words[t] == "("), None)
    if opening is None or opening + 1 >= look.last - 1:
        return None
    word = text.words[opening + 1]
    if word in words.credit_openers and not look.paragraph:
        return _whole(look, CAPTION, "the line ends with a picture's credit between brackets")
    if opening != look.first:
        return None
    if word in words.credit_team:
        return _whole(look, BYLINE, "a line between brackets that names who worked on the report")
    agency = words.agencies.at(text.words, opening + 1, look.last - 1)
    if agency is not None and look.words <= _FEW:
        return _whole(look, SOURCE, "a line between brackets that names the agency")
    return None


def _anywhere(text: Text, look: Look, words: Words) -> Mark | None:
    if look.last - look.first > _SEARCHED or words.has_heads.isdisjoint(text.words[look.first : look.last]):
        return None
    for match in words.has.find(text.words, look.first, look.last):
        for table in match.payloads:
            if _short_enough(table, look):
                said = " ".join(text.words[match.first : match.last])
                return _from_table(table, f"«{said}» stands in the line", look.first, look.last)
    return None


def _call(text: Text, look: Look, words: Words) -> Mark | None:
    line = text.words[look.first : look.last]
    if look.paragraph or words.call_verbs.isdisjoint(line) or words.call_targets.isdisjoint(line):
        return None
    return _whole(look, "subscription", "the line calls readers to follow the page somewhere")


def _embed(text: Text, look: Look, _words: Words) -> Mark | None:
    """A post of a social network that the page shows, by its signature."""
    if look.foreign < 2:  # noqa: PLR2004 - a signature has a name and an address
        return None
    start, end = text.starts[look.first], text.ends[look.last - 1]
    if _EMBED.search(text.folded.text[start:end]):
        return _whole(look, "embed", "a post of a social network, shown inside the page")
    return None


def _ends(text: Text, look: Look, words: Words) -> Mark | None:
    last = look.last
    while last > look.first and not text.words[last - 1].isalnum():
        last -= 1
    if last == look.first or text.words[last - 1] not in words.end_words:
        return None
    for phrase, table in words.end:
        first = last - len(phrase)
        if first >= look.first and tuple(text.words[first:last]) == phrase and _short_enough(table, look):
            start = look.first if table.whole else first
            return _from_table(table, f"«{' '.join(phrase)}» stands at the end", start, look.last)
    return None


_RULES = (
    _code,
    _embed,
    _date_line,
    _not_arabic,
    _hardly_arabic,
    _phrases_alone,
    _starts,
    _dateline,
    _run_together,
    _numbers,
    _breadcrumbs,
    _credit,
    _anywhere,
    _call,
    _ends,
)

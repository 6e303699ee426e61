"""From a text to its time expressions: where to look, which reading wins, what is a name and no time."""

from itertools import compress, count

import msgspec

from hudna.reading.recognise.times.amounts import is_number_word
from hudna.reading.recognise.times.cues import future_cue
from hudna.reading.recognise.times.expression import FUTURE, TimeExpression
from hudna.reading.recognise.times.ranges import SINGLE_STARTS, SPAN_STARTS, single, span_between
from hudna.reading.recognise.times.scan import Hit, Scan, longest
from hudna.reading.recognise.times.spans import STRETCH_STARTS, stretch
from hudna.reading.recognise.times.words import DIGIT_PREFIXES, vocabulary
from hudna.reading.split import Sentence, Text

_OPENERS = frozenset(("since", "until", "before", "after"))
STARTS = SINGLE_STARTS | SPAN_STARTS | STRETCH_STARTS | _OPENERS
_REACH = 12
"""How far before an anchor its phrase may begin: «في الساعات الأولى من صباح يوم …» has eight words."""
_UNTIL = {"until": "until", "before": "before"}
_QUOTES = frozenset('«»“”„"')
_BRIDGES = frozenset(("/", "-", "–", ":", "و", ".", "(", "،", ","))


def find_times(text: Text) -> list[TimeExpression]:
    """All expressions of a text, in order."""
    return [expression for sentence in text.sentences for expression in times_in(text, sentence)]


def times_in(text: Text, sentence: Sentence) -> list[TimeExpression]:
    """The expressions of a sentence, longest match from left to right."""
    anchors = _anchors(text, sentence.first, sentence.last)
    return _in_sentence(Scan(text, sentence.first, sentence.last), anchors) if anchors else []


def _anchors(text: Text, first: int, last: int) -> list[int]:
    known, words = vocabulary().anchors, text.words
    found = []
    for token in list(compress(count(first), map(known.__contains__, words[first:last]))):
        following = known[words[token]]
        if following is None or (token + 1 < len(words) and words[token + 1] in following):
            found.append(token)
    return found


def _in_sentence(scan: Scan, anchors: list[int]) -> list[TimeExpression]:
    found: list[TimeExpression] = []
    cursor = scan.first
    for anchor in anchors:
        token = max(cursor, _leftmost(scan, anchor, cursor))
        # after somebody who comes or goes the time begins behind the verb
        reach = anchor + 2 if scan.listed(anchor, "motion_verbs") else anchor
        while cursor <= anchor and token <= min(reach, scan.limit - 1):
            name = _name(scan, token)
            expression = None if name else read_at(scan, token)
            if name:
                cursor = name
                break
            if expression is not None and expression.last > anchor:
                cursor = expression.last
                found.extend([] if _is_event_name(scan, expression) else _finished(scan, expression))
                break
            token += 1
    return found


def _leftmost(scan: Scan, anchor: int, cursor: int) -> int:
    """Where a phrase that holds the anchor may begin: back over time words, numbers and small marks."""
    heads = scan.vocabulary.heads
    token = anchor
    while token > max(cursor, anchor - _REACH):
        word = scan.word(token - 1)
        if not (
            word in heads
            or word.isdecimal()
            or is_number_word(word)
            or word in DIGIT_PREFIXES
            or word in _BRIDGES
            or word in scan.vocabulary.interior
        ):
            break
        token -= 1
    return token


def _name(scan: Scan, token: int) -> int:
    """The token after a name that holds a time word («المصري اليوم»), or 0."""
    hit = scan.hit(token, "name")
    if hit is not None:
        return hit.last
    hit = scan.hit(token, "name_after_cue")
    if hit is None:
        return 0
    quoted = scan.word(token - 1) in {"«", '"', "“", "”"} and scan.word(hit.last) in {"»", '"', "”", "“"}
    return hit.last if quoted or scan.listed(token - 1, "name_cues") else 0


def read_at(scan: Scan, token: int) -> TimeExpression | None:
    """The longest expression that begins at a token."""
    if not scan.begins(token, STARTS):
        return None
    return longest(span_between(scan, token), single(scan, token), stretch(scan, token), _opened(scan, token))


def _is_event_name(scan: Scan, found: TimeExpression) -> bool:
    """«ميدان 25 يناير», «ثورة 17 تموز»: a day and month without a year after a word for a place or a movement."""
    if found.inner and found.sort in {"range", "list"}:
        found = msgspec.structs.replace(found.inner[-1], first=found.first, last=found.last)
    if found.sort != "date" or found.day is None or found.year is not None or found.direction or found.within:
        return False
    before = found.first - 1
    if scan.word(before) in _QUOTES and scan.word(found.last) in _QUOTES:
        return True
    if scan.hit(before, "of") or scan.hit(before, "in"):
        return False
    return scan.listed(before, "date_named") and found.weekday is None


def _opened(scan: Scan, token: int) -> TimeExpression | None:
    """«منذ نهاية سبتمبر», «حتى 15 نوفمبر», «قبل نهاية العام», «بعد 20 أيلول»."""
    if not scan.begins(token, _OPENERS):
        return None
    hit = scan.hit(token, "since") or scan.hit(token, "until") or scan.hit(token, "before") or scan.hit(token, "after")
    if hit is None:
        return None
    found = single(scan, hit.last)
    if found is None or found.sort in {"part", "now"} or found.open_end or found.open_start:
        return None
    return _open(token, hit, found)


def _open(token: int, hit: Hit, found: TimeExpression) -> TimeExpression:
    """The end that the preposition leaves open; «قبل» and «بعد» leave out the time itself."""
    sort = hit.word.sort
    if sort in {"before", "after"}:
        return TimeExpression(
            first=token,
            last=found.last,
            sort="beside",
            rule=f"{sort} {found.rule}",
            inner=(found,),
            open_start=sort == "before",
            open_end=sort == "after",
            weekday=found.weekday,
            day=found.day,
            month=found.month,
            year=found.year,
        )
    return msgspec.structs.replace(
        found,
        first=token,
        rule=f"{sort} {found.rule}",
        open_end=sort == "since",
        open_start=sort == "until",
    )


def _finished(scan: Scan, expression: TimeExpression) -> list[TimeExpression]:
    """With the cue of its clause; a list falls apart into its members."""
    parts = list(expression.inner) if expression.sort == "list" else [expression]
    cue = FUTURE if future_cue(scan, expression.first) else ""
    return [_cued(part, cue) for part in parts] if cue else parts


def _cued(expression: TimeExpression, cue: str) -> TimeExpression:
    inner = tuple(_cued(part, cue) for part in expression.inner)
    within = _cued(expression.within, cue) if expression.within is not None else None
    return msgspec.structs.replace(expression, cue=cue, inner=inner, within=within)

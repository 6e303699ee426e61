"""Two numbers that are one: «بين 50 و60», «من 50 إلى 60», «50-60», «خمسة أو ستة», «أكثر من 40 وأقل من 60»."""

from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers import Value
from hudna.knowledge.languages.ar.numbers_context import BETWEEN, CHANGED, FROM, TO
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.draft import Draft, draft_of
from hudna.reading.recognise.numbers.plurals import stems
from hudna.reading.recognise.numbers.values import NumberReader

_AND, _OR = "و", "او"
_DASHES = frozenset("-–—~−")
_TATWEEL = "\u0640"
_BACK = 8
_LINKS = frozenset((_AND, _OR, "،", ","))
_VALUED = frozenset(("cardinal", "fraction", "percentage"))
_TEN = 10


def join_spans(reader: NumberReader, drafts: list[Draft], first: int, last: int) -> list[Draft]:
    """Make ranges out of pairs of plain numbers; everything else stays."""
    joined: list[Draft] = []
    at = 0
    while at < len(drafts):
        low = drafts[at]
        high = drafts[at + 1] if at + 1 < len(drafts) else None
        span = _span(reader, low, high, first) if high is not None else None
        if span is None and low.sort == "cardinal":
            alone = _split(reader, low, first, last)
            joined.append(alone or low)
            at += 1
        elif span is None:
            joined.append(low)
            at += 1
        else:
            joined.append(span)
            at += 2
    return joined


def _span(reader: NumberReader, low: Draft, high: Draft, first: int) -> Draft | None:
    if low.sort not in _VALUED or high.sort not in _VALUED or low.lo is None or high.hi is None:
        return None
    between = BETWEEN.ending_at(reader.words, low.head, first)
    if between is not None and _follows_with_and(reader, low, high):
        return _make(low, high, between[0], "between two numbers")
    gap = reader.words[low.tail : high.head]
    if len(gap) == 1 and gap[0] in TO:
        return _from_to(reader, low, high, first)
    if len(gap) == 1 and gap[0] == _OR and _near(low, high):
        return _make(low, high, low.head, "one number or the next")
    return _dashed(reader, low, high, gap)


def _follows_with_and(reader: NumberReader, low: Draft, high: Draft) -> bool:
    """«بين 50 و60», «بين خمسين وستين», «بين 50 شخصا و60»: perhaps with the noun in between."""
    gap = reader.words[low.tail : high.head]
    if gap and gap[-1] == _AND:
        gap = gap[:-1]
    elif not reader.words[high.head].startswith(_AND):
        return False
    if not gap:
        return True
    noun = counted_word(gap[0])
    other = counted_word(reader.words[high.tail]) if high.tail < len(reader.words) else None
    return len(gap) == 1 and noun is not None and (other is None or other.noun.sort == noun.noun.sort)


def _from_to(reader: NumberReader, low: Draft, high: Draft, first: int) -> Draft | None:
    """«من 50 إلى 60»; after «ارتفع» it is a change, and both numbers stay apart."""
    started = FROM.ending_at(reader.words, low.head, first)
    if started is None and (low.lo or 0) * _TEN < (high.hi or 0):
        return None  # «عام 1993 إلى 25 مليونا»: too far apart for one guess
    start = low.head if started is None else started[0]
    if any(stem in CHANGED for word in reader.words[max(first, start - _BACK) : start] for stem in stems(word)):
        if low.sort == "cardinal" and started is not None:
            low.sort = "former"
            low.why.append("what it was before the change")
        return None
    return _make(low, high, start, "from one number to another")


def _near(low: Draft, high: Draft) -> bool:
    """«خمسة أو ستة»: alternatives of one guess, not two answers."""
    plain = low.sort == high.sort == "cardinal" and low.lo is not None and high.hi is not None
    return plain and (high.hi or 0) <= max(2 * (low.lo or 0), _TEN)


def _dashed(reader: NumberReader, low: Draft, high: Draft, gap: list[str]) -> Draft | None:
    text = reader.text
    if not (reader.words[low.head][0].isdecimal() and high.number is not None):
        return None
    head = high.head + high.number.signed
    dashes = [*gap, *reader.words[high.head : head]]
    if len(dashes) == 1 and dashes[0] in _DASHES and reader.words[head][0].isdecimal():
        value = abs(high.hi) if high.number.signed and high.hi is not None else high.hi
        return _make(low, high, low.head, "two numbers with a dash", hi=value)
    if not dashes and text.ends[low.tail - 1] < text.starts[head] and reader.words[head][0].isdecimal():
        raw = text.folded.raw[text.raw_span(low.head, low.tail)[1] : text.raw_span(head, head + 1)[0]]
        if raw.strip() == _TATWEEL:
            return _make(low, high, low.head, "two numbers with a dash")
    return None


def _make(low: Draft, high: Draft, first: int, why: str, *, hi: Value | None = None) -> Draft | None:
    """The range, when it goes upwards; «20 إلى 30 ألفا» is in thousands at both ends."""
    top = high.hi if hi is None else hi
    bottom = low.lo
    if bottom is None or top is None:
        return None
    number = high.number
    if number is not None and number.scale > 1 and low.number is not None and low.number.scale == 1:
        coefficient = number.value / number.scale
        bottom = bottom * number.scale if 0 < bottom < coefficient else bottom
    if bottom >= top:
        return None
    sort = "percentage" if high.sort == "percentage" else "range"
    return Draft(low.head, high.tail, bottom, top, "exact", sort, "range", first=first, number=number, why=[why])


def _split(reader: NumberReader, draft: Draft, first: int, last: int) -> Draft | None:
    """«بين خمسة وعشرين»: what was taken for 25 is 5 to 20."""
    number = draft.number
    if number is None or not number.joints or BETWEEN.ending_at(reader.words, draft.head, first) is None:
        return None
    for joint in reversed(number.joints):
        edge = joint - (reader.words[joint - 1] == _AND)
        low, high = reader.read(draft.head, edge), reader.read(joint, last)
        if low is not None and high is not None and low.last == edge:
            return _span(reader, draft_of(low), draft_of(high), first)
    return None


def merge_bounds(words: list[str], drafts: list[Draft]) -> list[Draft]:
    """«أكثر من 40 وأقل من 60» is one range when a lower bound and an upper bound stand side by side."""
    merged: list[Draft] = []
    for draft in drafts:
        low = merged[-1] if merged else None
        if low is None or not _sides(words, low, draft):
            merged.append(draft)
            continue
        lower, upper = (low, draft) if low.hi is None else (draft, low)
        span = Draft(
            low.head, draft.tail, lower.lo, upper.hi, "exact", "range", "range", why=["a lower and an upper bound"]
        )
        span.first, span.last = low.first, draft.last
        counted = draft if draft.noun_first >= 0 else low
        span.noun_first, span.noun_last, span.group = counted.noun_first, counted.noun_last, counted.group
        span.counted, span.measure = counted.counted, counted.measure
        merged[-1] = span
    return merged


def _sides(words: list[str], left: Draft, right: Draft) -> bool:
    if left.sort not in _VALUED or right.sort not in _VALUED:
        return False
    lower, upper = (left, right) if left.hi is None else (right, left)
    if lower.lo is None or lower.hi is not None or upper.hi is None or upper.lo is not None or lower.lo >= upper.hi:
        return False
    gap = words[left.last : right.first]
    joined = bool(gap) or words[right.first].startswith(_AND)
    return joined and all(word in _LINKS for word in gap)


# --- rules, with examples that run as tests --------------------------------------------------------------------------

RANGES = Rule(
    name="range",
    reason="Two numbers that bound one count; after a verb of change they stay two.",
    reads=(
        Example("بين 50 و60 قتيلا", "50..60 exact range person"),
        Example("من 20 إلى 30 ألف شخص", "20000..30000 exact range person"),
        Example("50-60 جنديا", "50..60 exact range soldier"),
        Example("خمسة أو ستة أشخاص", "5..6 exact range person"),
        Example("أكثر من 40 وأقل من 60", "40..60 exact range -"),
    ),
    ignores=(
        "ارتفع العدد من 50 إلى 60",
        "بنتيجة 5 - 2",
        "قتل 50 وجرح 60",
    ),
)

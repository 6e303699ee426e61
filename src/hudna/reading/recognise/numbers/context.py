"""Numbers that count nothing: parts of names («القرار 1701»), ages, calibres, years."""

from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers_context import AGE, AGE_AFTER, CALIBRE, LOOSE_CUES, NAME_CUES
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.draft import Draft
from hudna.reading.recognise.numbers.plurals import PREPOSITIONS, stems
from hudna.reading.split import Text

_ARTICLE = "ال"
_YEARS = range(1800, 2200)
_MILLIMETRES = range(4, 421)
_LONG_NUMBER = 100
_NAME_REACH = 3
_PAIRS = {"(": ")", "«": "»", '"': '"', "،": "،", ",": ",", "-": "-", "–": "–"}
_BETWEEN_CUE_AND_NUMBER = frozenset(("رقم", "(", "«", '"', "-", ":", _ARTICLE))


def not_a_count(text: Text, draft: Draft, first: int, last: int) -> None:
    """Give ages, calibres, names and years their own sort, and let them count nothing."""
    if draft.sort not in {"cardinal", "range"}:
        return
    for sort, test in (("age", _is_age), ("calibre", _is_calibre), ("name", _is_name), ("date", _is_year)):
        if test(text, draft, first, last):
            draft.sort, draft.counted, draft.measure = sort, None, None
            draft.why.append(f"part of {'an' if sort == 'age' else 'a'} {sort}, not a count")
            return


def _is_age(text: Text, draft: Draft, first: int, last: int) -> bool:
    if draft.counted not in {None, "year", "month"} or draft.group == "other":
        return False
    if AGE.ending_at(text.words, draft.first, first) or AGE_AFTER.starting_at(text.words, draft.end, last):
        return True
    before = text.words[draft.first - 1] if draft.first > first else ""
    after = text.words[draft.end] if draft.end < last else ""
    return draft.counted == "year" and _PAIRS.get(before) == after and draft.bound == "exact"


def _is_calibre(text: Text, draft: Draft, first: int, _last: int) -> bool:
    cued = any(
        stem in CALIBRE for word in text.words[max(first, draft.first - 2) : draft.first] for stem in stems(word)
    )
    if draft.counted == "millimetre":
        return draft.hi in _MILLIMETRES
    return cued and draft.counted is None


def _is_name(text: Text, draft: Draft, first: int, _last: int) -> bool:
    if draft.noun_first >= draft.head or draft.bound != "exact" or (draft.number and draft.number.proclitic):
        return False
    at = draft.first - 1
    while at >= first and text.words[at] in _BETWEEN_CUE_AND_NUMBER:
        if text.words[at] == "رقم":
            return True
        at -= 1
    if at >= first and any(stem in NAME_CUES for stem in stems(text.words[at])):
        return True
    return _is_loose_name(text, draft, at, first)


def _is_loose_name(text: Text, draft: Draft, at: int, first: int) -> bool:
    """«القرار الدولي 1701»: only nouns and adjectives may stand between, and the number is a long one."""
    if draft.rule != "digits" or draft.lo is None or draft.lo < _LONG_NUMBER:
        return False
    for token in range(at, max(at - _NAME_REACH, first) - 1, -1):
        word = text.words[token]
        if any(stem in LOOSE_CUES for stem in stems(word)):
            return True
        if not word[0].isalpha() or word in PREPOSITIONS:
            return False
    return False


def _is_year(text: Text, draft: Draft, first: int, _last: int) -> bool:
    """«عام 2006», «سنة 1983», «1987 - 1994»: told from «سنة 25» by the size of the number."""
    if draft.sort == "range" and draft.noun_first < 0:
        return draft.lo in _YEARS and draft.hi in _YEARS
    if draft.noun_first >= draft.head or draft.lo not in _YEARS or draft.first <= first:
        return False
    before = counted_word(text.words[draft.first - 1])
    return before is not None and before.noun.sort == "year" and before.number in {"singular", "dual"}


# --- rules, with examples that run as tests --------------------------------------------------------------------------

NO_COUNTS = Rule(
    name="not a count",
    reason="Numbers of resolutions, units, ages, calibres and years count nothing.",
    reads=(
        Example("القرار 1701", "1701..1701 exact name -"),
        Example("القرار الدولي 1701", "1701..1701 exact name -"),
        Example("مجموعة السبع", "7..7 exact name -"),
        Example("البالغ من العمر 25 عاما", "25..25 exact age -"),
        Example("سالم (40 عاما)", "40..40 exact age -"),
        Example("عيار 122 ملم", "122..122 exact calibre -"),
        Example("عام 2006", "2006..2006 exact date -"),
    ),
    ignores=(
        "مجموعة من 5 جنود",
        "قبل 25 عاما",
        "قناة 12 قتيلا",
    ),
)

"""What is counted: the noun after the number («49 جنديا», «خمسة آلاف من السكان») or before it («المدنيين الـ50»)."""

from hudna.knowledge.languages.ar.counted import (
    ADVERBS,
    COMPLEMENTS,
    CountedWord,
    construct_plural,
    counted_word,
    looks_like_persons,
)
from hudna.knowledge.languages.ar.numbers_context import TOTAL_HEADS, TOTAL_PRONOUNS
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.draft import COUNTS, Draft
from hudna.reading.recognise.numbers.plurals import is_few_after, stems
from hudna.reading.split import Text

_ARTICLE = "ال"
_OF = "من"
_YEARS = range(1800, 2200)
_PLURAL_NUMBERS = range(3, 11)
_TAMYIZ_NUMBERS = range(11, 100)
_LONG_WORD = 4
_TOTAL_SPAN = 8
_COMPLEMENT_REACH = 2
_INSIDE = frozenset(("في", "من", "وفي", "ومن"))
_POINTERS = frozenset(("هذه", "هؤلاء", "تلك", "اولئك", "بين"))
_LONGEST_COMPLEMENT = max(len(phrase) for phrase, _ in COMPLEMENTS)
_COMPLEMENT = dict(COMPLEMENTS)


def attach_noun(text: Text, draft: Draft, first: int, last: int) -> None:
    """Find the counted noun of a draft, after it or before it, inside its sentence."""
    if draft.sort not in COUNTS or draft.noun_first >= 0:
        return
    definite = draft.number is not None and draft.number.definite
    if definite and _noun_right_before(text, draft, first):
        return  # «المتظاهرين الخمسة يهتفون»
    if not _noun_after(text, draft, last) and (definite or not _noun_right_before(text, draft, first)):
        _total_before(text, draft, first)


def _noun_after(text: Text, draft: Draft, last: int) -> bool:
    at = _past_bracket(text, draft, last)
    of = at < last and text.words[at] == _OF
    at += of
    if at >= last or not text.words[at][0].isalpha():
        return False
    of = of or text.words[at - 1] == _OF  # «عدد من» ends with its «من»
    at += of and at + 1 < last and text.words[at] in _POINTERS
    word = counted_word(text.words[at]) or (construct_plural(text.words[at]) if of or draft.sort == "vague" else None)
    if word is not None and _may_count(draft, word, of=of):
        _take(text, draft, word, at, last)
        return True
    if of and (who := _complement(text, at, last)) is not None:
        _set(draft, at, who, "people")
        return True
    return _unknown_noun(text, draft, at, of=of)


def _past_bracket(text: Text, draft: Draft, last: int) -> int:
    """«(969) خرقاً»: statements of offices put their figures into brackets; the noun stands behind."""
    closed = draft.last < last and text.words[draft.last] == ")"
    alone = closed and draft.first > 0 and text.words[draft.first - 1] == "("
    return draft.last + alone


def _may_count(draft: Draft, word: CountedWord, *, of: bool) -> bool:
    """Arabic says how a counted noun looks: indefinite after a number, definite after «من» and after «عشرات»."""
    if word.proclitic not in {"", _ARTICLE}:
        return False
    if of:
        return word.number != "singular" or word.noun.form == "mass"
    if draft.sort == "vague":
        return word.number == "plural" or draft.bound != "several"
    if word.definite or word.number == "dual":
        return False
    year = draft.rule == "digits" and draft.bound == "exact" and draft.lo in _YEARS
    return not (year and word.number == "plural")  # «في 2014 مسلحون»


def _take(text: Text, draft: Draft, word: CountedWord, at: int, last: int) -> None:
    _set(draft, at, sort_of(text, word, at, last), word.noun.group, word.noun.measure)


def sort_of(text: Text, word: CountedWord, at: int, last: int) -> str:
    """The sort of a counted noun at token `at`, with what its complement or adjective adds («عناصر الشرطة»)."""
    if word.noun.form == "head" or word.noun.sort in {"soldier", "man"}:
        who = _complement(text, at + 1, last)
        return who if who is not None and (word.noun.sort != "soldier" or who == "peacekeeper") else word.noun.sort
    if word.noun.sort == "person":
        return _described(text, word, at + 1, last) or word.noun.sort
    return word.noun.sort


def refine_noun(text: Text, draft: Draft, last: int) -> None:
    """«عنصران من الشرطة»: the words after a noun that is its own number, too, may say who they are."""
    word = counted_word(text.words[draft.noun_first]) if draft.noun_first >= 0 else None
    if word is not None:
        draft.counted = sort_of(text, word, draft.noun_first, last)


def _described(text: Text, word: CountedWord, at: int, last: int) -> str | None:
    """«خمسة قتلى مدنيين» are civilians: the adjective says more than the noun."""
    adjective = counted_word(text.words[at]) if at < last else None
    if adjective is None or adjective.noun.form != "adjective" or adjective.noun.measure is not None:
        return None
    agrees = adjective.number == word.number and adjective.proclitic == word.proclitic.removeprefix("و")
    return adjective.noun.sort if agrees and adjective.noun.is_people else None


def _set(draft: Draft, at: int, sort: str | None, group: str, measure: str | None = None) -> None:
    draft.noun_first, draft.noun_last = at, at + 1
    draft.counted, draft.group, draft.measure = sort, group, measure


def _complement(text: Text, at: int, last: int) -> str | None:
    """Who the people are from the next words: «عناصر الشرطة», «جنديا من قوات حفظ السلام»."""
    for start in range(at, min(at + _COMPLEMENT_REACH + 1, last)):
        for length in range(min(_LONGEST_COMPLEMENT, last - start), 0, -1):
            sort = _COMPLEMENT.get(tuple(text.words[start : start + length]))
            if sort is not None:
                return sort
        between = counted_word(text.words[start])
        adjective = between is not None and between.noun.form == "adjective"
        if not adjective and text.words[start] not in _INSIDE and not text.words[start].endswith(("يا", "يين")):
            return None
    return None
    return None


def _unknown_noun(text: Text, draft: Draft, at: int, *, of: bool) -> bool:
    """A noun outside the table: a plural of persons («خمسة متطوعين»), a nisba («13 عراقيا»), an accusative thing."""
    word = text.words[at]
    value = draft.lo if draft.lo is not None else draft.hi
    definite = word.startswith(_ARTICLE)
    plural = word.endswith(("ين", "ون"))
    if looks_like_persons(word) and not word.startswith("و"):
        fits = value is None or value in _PLURAL_NUMBERS or draft.sort == "vague" or of
        if (plural and fits and (definite == of or draft.sort == "vague")) or (not plural and not definite and not of):
            _set(draft, at, "person", "people")
            return True
    tamyiz = value is not None and value % 100 in _TAMYIZ_NUMBERS and word.endswith("ا") and not word.endswith("وا")
    if tamyiz and not definite and len(word) >= _LONG_WORD and word not in ADVERBS and not word.startswith("و"):
        _set(draft, at, None, "other")
        return True
    return False


# --- the noun before --------------------------------------------------------------------------------------------------


def _noun_right_before(text: Text, draft: Draft, first: int) -> bool:
    at = draft.head - 1
    if at >= first and text.words[at] == _ARTICLE and text.glued(draft.head):
        at -= 1
    return at >= first and _right_before(text, draft, at, first)


def _right_before(text: Text, draft: Draft, at: int, first: int) -> bool:
    """«المدنيين الـ50», «المحافظات السبع», «جندي واحد», «أشخاص عدة»."""
    word = counted_word(text.words[at])
    described = counted_word(text.words[at - 1]) if at > first else None
    if word is not None and word.noun.form == "adjective" and described is not None and described.number == word.number:
        word, at = described, at - 1  # «جندي أرميني واحد»
    number = draft.number
    one = number is not None and number.worded and draft.lo == draft.hi and draft.lo in {1, 2}
    if word is None:
        if one and draft.lo == 1 and at > first and text.words[at - 1] in _INSIDE:
            _set(draft, at, None, "other")  # «في آن واحد»
            return True
        return False
    definite = number is not None and number.definite and word.definite
    victims = word.noun.measure is not None and word.definite and draft.rule == "digits"  # «والجرحى 30»
    some = number is not None and number.worded and draft.lo in _PLURAL_NUMBERS and not word.definite
    fits = (
        (one and word.number == ("singular" if draft.lo == 1 else "dual"))
        or (one and draft.lo != 1 and text.words[at].endswith("ين"))
        or ((definite or some or victims) and word.number == "plural")
        or is_few_after(text.words, draft.head)
    )
    if fits:
        _set(draft, at, word.noun.sort, word.noun.group, word.noun.measure)
    return fits


def _total_before(text: Text, draft: Draft, first: int) -> None:
    """«وبلغ عدد القتلى في المدينة 50»: the nearest total before the number, with no other number in between."""
    if draft.bound == "several" or draft.sort == "dual":
        return
    for at in range(draft.head - 1, max(first, draft.head - _TOTAL_SPAN) - 1, -1):
        word = text.words[at]
        if word.isdecimal() or word in ".؛:()":
            return
        if word.removeprefix("و") in TOTAL_PRONOUNS:
            _set(draft, at, "person", "people")
            return
        noun = counted_word(word)
        if noun is not None and noun.definite and noun.noun.is_people and _is_total(text, at, first):
            _set(draft, at, noun.noun.sort, noun.noun.group, noun.noun.measure)
            return


def _is_total(text: Text, at: int, first: int) -> bool:
    """«عدد القتلى», and «حصيلة القتلى والجرحى» through the coordinated noun."""
    if at <= first:
        return False
    before = text.words[at - 1]
    if any(stem in TOTAL_HEADS for stem in stems(before)):
        return True
    coordinated = counted_word(before) if text.words[at].startswith("و") else None
    return coordinated is not None and at - 1 > first and _is_total(text, at - 1, first)


# --- rules, with examples that run as tests --------------------------------------------------------------------------

COUNTED = Rule(
    name="counted noun",
    reason="What is counted stands after the number or before it, and looks as Arabic grammar asks.",
    reads=(
        Example("49 جنديا أرمينيا", "49..49 exact cardinal soldier"),
        Example("خمسة آلاف من السكان", "5000..5000 exact cardinal person"),
        Example("المدنيين الـ50", "50..50 exact cardinal civilian"),
        Example("ثلاثة من عناصر الشرطة", "3..3 exact cardinal policeman"),
        Example("جندي واحد", "1..1 exact cardinal soldier"),
        Example("بلغ عدد القتلى في البلدة 40", "40..40 exact cardinal person"),
        Example("خمسة قتلى مدنيين", "5..5 exact cardinal civilian"),
        Example("ثمانية متطوعين", "8..8 exact cardinal person"),
    ),
    ignores=(
        "أصيب 200 بجروح",
        "في 2014 مسلحون",
        "30 يوميا",
    ),
)

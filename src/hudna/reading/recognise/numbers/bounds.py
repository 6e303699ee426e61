"""Bounds: «نحو», «ما لا يقل عن», «على الأقل», «أو أكثر», «>»: how sure the number is, and on which side it is open."""

from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers_context import AFTER, BEFORE, SIGNS, UP_TO, WEAK, WEAK_AFTER
from hudna.knowledge.languages.ar.numbers_words import number_word
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.draft import Draft
from hudna.reading.recognise.numbers.plurals import PREPOSITIONS, stems
from hudna.reading.split import Text

_SIGN_LETTERS = frozenset("<>=≤≥≠")
_OPEN_UPWARDS = frozenset(("at_least", "more_than"))
_OPEN_DOWNWARDS = frozenset(("at_most", "fewer_than"))
_BOUNDED = frozenset(("cardinal", "fraction", "percentage", "dual"))
_MODIFIERS = 3
_ARTICLE = "ال"


def sign_before(text: Text, token: int, first: int) -> tuple[int, str | None] | None:
    """The run of comparison signs written onto the number: its first token and its bound, None for nonsense («<>»)."""
    at = token
    while at > first and text.words[at - 1] in _SIGN_LETTERS and (text.glued(at) or at == token):
        at -= 1
    spaced = at < token and not text.glued(token)
    if at == token or (spaced and token - at == 1):  # a lone «>» with a space is a bullet or a path of menus
        return None
    return at, SIGNS.get(tuple(text.words[at:token]))


def bound_before(text: Text, draft: Draft, first: int) -> None:
    """Take in the bound that ends right before the number."""
    if draft.sort not in _BOUNDED or (draft.number is not None and draft.number.proclitic):
        return
    if draft.sort == "dual" and (noun := counted_word(text.words[draft.head])) is not None and noun.proclitic:
        return
    sign = sign_before(text, draft.head, first)
    if sign is not None and sign[1] is not None:
        _apply(draft, sign[1], first=sign[0])
        return
    at = draft.head
    if at > first and text.words[at - 1] == _ARTICLE and text.glued(at):
        at -= 1
    found = BEFORE.ending_at(text.words, at, first)
    if found is None:
        return
    start, bound = found
    phrase = text.words[start:at]
    draft.weak = " ".join(phrase) in WEAK
    if draft.weak and start > first and text.words[start - 1] in WEAK_AFTER:
        return
    _apply(draft, bound, first=start)


def bound_after(text: Text, draft: Draft, last: int) -> None:
    """Take in the bound right after the number, or after its noun and the noun's adjectives."""
    if draft.sort not in _BOUNDED:
        return
    found = _after(text, draft.tail, last)
    if found is not None:
        _apply_after(draft, found[1])
        draft.last = found[0]
        return
    if draft.noun_first != draft.tail and draft.noun_first < draft.tail:
        return
    for at in range(draft.noun_last, min(draft.noun_last + _MODIFIERS, last)):
        found = _after(text, at, last)
        if found is not None:
            _apply_after(draft, found[1])
            return
        if not _is_modifier(text.words[at]):
            return


def _after(text: Text, token: int, last: int) -> tuple[int, str] | None:
    found = AFTER.starting_at(text.words, token, last)
    if found is None:
        return None
    # «أو أقل من 6000» and «وأكثر من 40» belong to the number that follows
    then = found[0] + (text.words[found[0] : found[0] + 1] == ["من"])
    starts_number = then < last and (text.words[then].isdecimal() or number_word(text.words[then]) is not None)
    return None if starts_number and text.words[then - 1] == "من" else found


def _is_modifier(word: str) -> bool:
    """An adjective that agrees with the noun: «جنديا أرمينيا»."""
    return word[0].isalpha() and not word.startswith("و") and word not in PREPOSITIONS


def _apply_after(draft: Draft, bound: str) -> None:
    if draft.bound in {"exact", "about"}:
        _apply(draft, bound, first=draft.first)


def _apply(draft: Draft, bound: str, *, first: int) -> None:
    value = draft.lo if draft.lo is not None else draft.hi
    draft.first = min(first, draft.first)
    draft.bound = bound
    draft.lo = None if bound in _OPEN_DOWNWARDS else value
    draft.hi = None if bound in _OPEN_UPWARDS else value
    if bound != "exact":
        draft.why.append(f"bound: {bound}")


def check_weak(draft: Draft) -> None:
    """«فوق 3 منازل» is a place; take the bound back."""
    if draft.weak and draft.group not in {"", "people"} and draft.counted != "year":
        value = draft.lo if draft.lo is not None else draft.hi
        draft.lo = draft.hi = value
        draft.first, draft.bound = draft.head, "exact"
        draft.why = [reason for reason in draft.why if not reason.startswith("bound:")]


def up_to(text: Text, draft: Draft, first: int) -> None:
    """«حتى 50 شخصا», with people only: before other things «حتى» is «until»."""
    before = text.words[draft.head - 1] if draft.head > first else ""
    people = draft.sort == "cardinal" and draft.bound == "exact" and draft.group == "people"
    if people and any(stem in UP_TO for stem in stems(before)):
        _apply(draft, "at_most", first=draft.head - 1)


# --- rules, with examples that run as tests --------------------------------------------------------------------------

BOUNDS = Rule(
    name="bound words",
    reason="Words before or after a number that open it or make it rough (docs/claim-record.md, bounds).",
    reads=(
        Example("نحو 100 شخص", "100..100 about cardinal person"),
        Example("ما لا يقل عن 32 شخصا", "32..* at_least cardinal person"),
        Example("32 شخصا على الأقل", "32..* at_least cardinal person"),
        Example("أكثر من 200 جريح", "200..* more_than cardinal person"),
        Example("ما يصل إلى 50 مقاتلا", "*..50 at_most cardinal fighter"),
        Example("لا يتجاوز عددهم 50", "*..50 at_most cardinal person"),
        Example("أقل من 24 ساعة", "*..24 fewer_than cardinal hour"),
        Example("500 أو أقل", "*..500 at_most cardinal -"),
        Example("حتى 50 شخصا", "*..50 at_most cardinal person"),
    ),
    ignores=(
        "فوق 3 منازل",
        "من دون 5 جنود",
        "حتى 5 كيلومترات",
    ),
)

"""Counts without a number word: «عشرات», «مئات الآلاف», «عدد من», «طفلان», «أحد جنودها»."""

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.counted import CountedWord, counted_word, looks_like_persons
from hudna.knowledge.languages.ar.numbers_context import FEW, FEW_AFTER, MANY_ADJECTIVES, MANY_OF, VAGUE
from hudna.knowledge.languages.ar.numbers_words import number_word
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.draft import Draft

_ARTICLE = "ال"
_THOUSAND = 1000
_ADJECTIVES = 4
_OWNED = 6
PREPOSITIONS = frozenset(("في", "من", "علي", "ب", "ل", "الي", "عن", "مع", "خلال", "بين"))
ONE_OF = frozenset(("احد", "احدي", "واحد", "واحده"))
"""«أحد جنودها», «وأحد»: with «و» it is spelled like «واحد»."""


def stems(word: str) -> list[str]:
    """The word without every combination of small words that may be written onto it, the whole word first."""
    return [stem for _, stem in peel(word)] or [word]


def read_vague(words: list[str], token: int, last: int) -> Draft | None:
    """«عشرات», «عشرات الآلاف», «بضع مئات», «عدة», «عدد كبير من»."""
    for proclitic, stem in peel(words[token]) or (("", words[token]),):
        if stem in VAGUE:
            return _plural_of_scale(words, token, last, stem)
        if proclitic.endswith(_ARTICLE):
            continue  # «العدد» is no «عدد من»
        if stem in FEW:
            return _few(words, token, last)
        if stem in MANY_OF:
            return _many_of(words, token, last)
    return None


def _scale_after(words: list[str], token: int, last: int) -> str | None:
    """The «آلاف» of «عشرات الآلاف»."""
    if token >= last:
        return None
    word = words[token].removeprefix(_ARTICLE)
    if word in VAGUE:
        return word
    number = number_word(words[token])
    singular = number is not None and number.role == "scale" and number.proclitic in {"", _ARTICLE}
    return words[token] if singular else None


def _scale_value(word: str) -> int:
    if word in VAGUE:
        return VAGUE[word].lo
    number = number_word(word)
    return number.value if number is not None else 1


def _plural_of_scale(words: list[str], token: int, last: int, stem: str) -> Draft:
    vague = VAGUE[stem]
    scale = _scale_after(words, token + 1, last)
    if scale is None or _scale_value(scale) < _THOUSAND or _scale_value(scale) <= vague.lo < _THOUSAND:
        return Draft(
            token, token + 1, vague.lo, None, vague.bound, "vague", "vague plural", why=[f"{vague.bound}: a plural"]
        )
    lo = vague.lo * _scale_value(scale)
    return Draft(token, token + 2, lo, None, "thousands", "vague", "vague plural", why=["a plural of thousands"])


def _few(words: list[str], token: int, last: int) -> Draft:
    """«بضع مئات» are at least a hundred; «بضعة أشخاص» are some."""
    scale = _scale_after(words, token + 1, last)
    if scale is not None and scale in VAGUE:
        vague = VAGUE[scale]
        return Draft(token, token + 2, vague.lo, None, vague.bound, "vague", "vague plural", why=["several of a scale"])
    return Draft(token, token + 1, None, None, "several", "vague", "several", why=["several, without a figure"])


def _many_of(words: list[str], token: int, last: int) -> Draft | None:
    """«عدد من», «عدد كبير من», «العديد من»; «عدد القتلى» is no count."""
    at = token + 1
    while at < min(last, token + 1 + _ADJECTIVES) and words[at] in MANY_ADJECTIVES:
        at += 1
    following = words[at + 1] if at + 1 < last else ""
    if at >= last or words[at] != "من" or following[:1].isdecimal() or number_word(following) is not None:
        return None  # «عدد أكبر من 100» is a bound
    return Draft(token, at + 1, None, None, "several", "vague", "several", why=["a number of, without a figure"])


def is_few_after(words: list[str], token: int) -> bool:
    """«أشخاص عدة»: the word stands after the plural that it counts."""
    before = counted_word(words[token - 1]) if token else None
    return words[token] in FEW_AFTER and before is not None and before.number == "plural" and not before.definite


def read_dual(words: list[str], token: int, last: int) -> Draft | None:
    """«طفلان», «جنديين»: two of them; «جنديان اثنان» says it twice."""
    word = counted_word(words[token])
    if word is None or word.number != "dual" or not word.noun.dual_counts:
        return None
    if word.noun.form == "adjective" and not word.proclitic and token and words[token - 1].endswith(("ان", "ين")):
        return None  # «شابان فلسطينيان»: the noun before is the count
    two = number_word(words[token + 1]) if token + 1 < last else None
    doubled = two is not None and two.value == 2 and two.role == "unit" and not two.proclitic  # noqa: PLR2004
    draft = Draft(token, token + 1 + doubled, 2, 2, "exact", "dual", "dual noun", why=["a dual is two"])
    return _own_noun(draft, word, token)


def read_doubled_plural(words: list[str], token: int) -> CountedWord | None:
    """«مدنيين اثنين»: the noun right before «اثنين» when it may be a dual."""
    word = counted_word(words[token - 1]) if token else None
    return word if word is not None and words[token - 1].endswith(("ين", "ان")) else None


def read_one_of(words: list[str], token: int, last: int) -> Draft | None:
    """«أحد جنودها», «إحدى السيدات», «أحد الفلسطينيين»: one out of a definite plural."""
    if token + 1 >= last or not any(stem in ONE_OF for stem in stems(words[token])):
        return None
    word = counted_word(words[token + 1])
    if word is not None and word.number == "plural" and word.definite and word.noun.dual_counts and not _joined(word):
        draft = Draft(token, token + 1, 1, 1, "exact", "singular", "one of several", why=["one out of a plural"])
        return _own_noun(draft, word, token + 1)
    if _unknown_persons(words[token + 1]):
        draft = Draft(
            token, token + 1, 1, 1, "exact", "singular", "one of several", why=["one out of a plural of persons"]
        )
        draft.noun_first, draft.noun_last, draft.counted, draft.group = token + 1, token + 2, "person", "people"
        return draft
    return None


def _unknown_persons(word: str) -> bool:
    """«الفلسطينيين» and «مساعديه»: plurals of persons that the table does not know."""
    owned = word.endswith(("يه", "يها", "يهم")) and len(word) >= _OWNED and not word.startswith("ال")
    return owned or (word.startswith(_ARTICLE) and looks_like_persons(word))


def _joined(word: CountedWord) -> bool:
    return word.proclitic not in {"", _ARTICLE}


def _own_noun(draft: Draft, word: CountedWord, token: int) -> Draft:
    draft.noun_first, draft.noun_last = token, token + 1
    draft.counted, draft.measure, draft.group = word.noun.sort, word.noun.measure, word.noun.group
    return draft


# --- rules, with examples that run as tests --------------------------------------------------------------------------

VAGUE_PLURALS = Rule(
    name="vague plural",
    reason="A plural of a scale says at least how many: dozens 20, hundreds 100, tens of thousands 20,000.",
    reads=(
        Example("عشرات الجنود", "20..* dozens vague soldier"),
        Example("مئات الآلاف من النازحين", "100000..* thousands vague displaced"),
        Example("بضع مئات", "100..* hundreds vague -"),
    ),
    ignores=("ثلاثة آلاف جندي",),
)

SEVERAL = Rule(
    name="several",
    reason="Some, without a figure.",
    reads=(
        Example("عدد من الجنود", "*..* several vague soldier"),
        Example("بضعة جنود", "*..* several vague soldier"),
        Example("عدد كبير من المدنيين", "*..* several vague civilian"),
    ),
    ignores=(
        "عدد القتلى",
        "العدد من جديد",
    ),
)

DUALS = Rule(
    name="dual noun",
    reason="An Arabic dual is two, without any number word.",
    reads=(
        Example("طفلان", "2..2 exact dual child"),
        Example("جنديين", "2..2 exact dual soldier"),
        Example("دبابتين اثنتين", "2..2 exact dual vehicle"),
    ),
    ignores=(
        "مدنيين",
        "طالبان",
        "يومين",
        "قال شخصيا",
    ),
)

ONE_OF_SEVERAL = Rule(
    name="one of several",
    reason="One out of a definite plural.",
    reads=(
        Example("أحد جنودها", "1..1 exact singular soldier"),
        Example("إحدى السيدات", "1..1 exact singular woman"),
    ),
    ignores=(
        "يوم الأحد",
        "لا أحد",
    ),
)

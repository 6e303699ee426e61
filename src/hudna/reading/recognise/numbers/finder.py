"""Walks over a text: the words that may start a number, the numbers, then their spans, bounds and nouns."""

from itertools import compress, count

from hudna.knowledge.languages.ar.counted import counted_word, may_count
from hudna.knowledge.languages.ar.numbers_context import FEW, MANY_OF, PART_WORDS, SIGN_WORDS, VAGUE
from hudna.knowledge.languages.ar.numbers_words import NUMBER_STEMS, fraction_word, number_word, ordinal_word
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.numbers.bounds import bound_after, bound_before, check_weak, sign_before, up_to
from hudna.reading.recognise.numbers.context import not_a_count
from hudna.reading.recognise.numbers.digits import code_end
from hudna.reading.recognise.numbers.draft import Draft, draft_of
from hudna.reading.recognise.numbers.nouns import attach_noun, refine_noun
from hudna.reading.recognise.numbers.number import Number
from hudna.reading.recognise.numbers.plurals import ONE_OF, read_dual, read_one_of, read_vague, stems
from hudna.reading.recognise.numbers.spans import join_spans, merge_bounds
from hudna.reading.recognise.numbers.values import NumberReader
from hudna.reading.split import Sentence, Text

_CACHE_LIMIT = 300_000
_NUMBER, _VAGUE, _DUAL, _ONE_OF = 1, 2, 4, 8
_VAGUE_WORDS = frozenset(VAGUE) | FEW | MANY_OF
_STEMS = NUMBER_STEMS | SIGN_WORDS | _VAGUE_WORDS | ONE_OF


class _Marks(dict[str, int]):
    """For every word ever seen, what may start there; 0 for nearly all of them."""

    def __missing__(self, word: str) -> int:
        if len(self) > _CACHE_LIMIT:
            self.clear()
        mark = self[word] = _mark(word)
        return mark


def _mark(word: str) -> int:
    if word[0].isdecimal():
        return _NUMBER
    if not word[0].isalpha() or word[0].isascii():
        return 0
    forms = stems(word)
    if _STEMS.isdisjoint(forms) and word not in PART_WORDS and not may_count(word, forms):
        return 0  # nearly all words; the same as what follows would say of them
    number, fraction, counted = number_word(word), fraction_word(word), counted_word(word)
    starts = (
        (number is not None and not number.plural) or ordinal_word(word) or (fraction is not None and fraction.taken)
    )
    starts = starts or word.removeprefix("و") in SIGN_WORDS or word in PART_WORDS
    return (
        _NUMBER * bool(starts)
        | _VAGUE * (not _VAGUE_WORDS.isdisjoint(forms))
        | _DUAL * (counted is not None and counted.number == "dual" and counted.noun.dual_counts)
        | _ONE_OF * (not ONE_OF.isdisjoint(forms))
    )


_MARKS = _Marks()


def counts(word: str) -> bool:
    """True for a word that may be, or start, a number that counts the noun after it."""
    return bool(_MARKS[word] & (_NUMBER | _VAGUE | _ONE_OF))


def find_numbers(text: Text) -> list[NumberFound]:
    """All numbers of a text in order, not overlapping. Pure and linear in the length of the text; any text is fine."""
    return [number for sentence in text.sentences for number in numbers_in(text, sentence)]


def numbers_in(text: Text, sentence: Sentence) -> list[NumberFound]:
    """The numbers of a sentence.

    A find covers the number and the bound words before it and right after it, not the noun that is counted. Only sorts
    cardinal, range, vague, dual and singular count something; the others are ordinals, fractions, percentages, ages,
    calibres, years after «عام» (`date`) and parts of names (`name`).
    """
    first, last = sentence.first, sentence.last
    hits = list(compress(count(first), map(_MARKS.__getitem__, text.words[first:last])))
    return [draft.found() for draft in _read_sentence(text, hits, first, last)] if hits else []


def _read_sentence(text: Text, hits: list[int], first: int, last: int) -> list[Draft]:
    reader = NumberReader(text)
    drafts = join_spans(reader, _values(reader, hits, first, last), first, last)
    for index, draft in enumerate(drafts):
        before = drafts[index - 1] if index else None
        ceiling = drafts[index + 1].head if index + 1 < len(drafts) else last
        _finish(text, draft, before, ceiling, sentence=(first, last))
    return merge_bounds(text.words, drafts)


def _finish(text: Text, draft: Draft, before: Draft | None, ceiling: int, *, sentence: tuple[int, int]) -> None:
    """Bounds and noun of one draft, between its neighbours."""
    first, last = sentence
    floor = first if before is None else before.last
    bound_before(text, draft, first if before is None else before.end)
    attach_noun(text, draft, floor, ceiling)
    bound_after(text, draft, last)
    if draft.noun_first < 0:  # «50 على الأقل من المدنيين»
        attach_noun(text, draft, floor, ceiling)
    _bullet_or_minus(draft)
    check_weak(draft)
    up_to(text, draft, floor)
    not_a_count(text, draft, first, last)


def _bullet_or_minus(draft: Draft) -> None:
    """A dash before counted people is a bullet of a list; «1.200 شخص» are twelve hundred."""
    number = draft.number
    if number is None or not draft.group:
        return
    if number.signed and draft.lo is not None and draft.lo < 0:
        draft.lo, draft.hi = -draft.lo, None if draft.hi is None else -draft.hi
        draft.first = draft.head = draft.head + 1
    if number.thousands is not None and draft.group not in {"unit", "other"}:
        draft.lo = None if draft.lo is None else number.thousands
        draft.hi = None if draft.hi is None else number.thousands


def _values(reader: NumberReader, hits: list[int], first: int, last: int) -> list[Draft]:
    drafts: list[Draft] = []
    done = first
    for token in hits:
        if token < done:
            continue
        start = token - 1 if token > first and reader.words[token - 1] == "+" else token
        passed = code_end(reader.text, start, last) if reader.words[token].isdecimal() else None
        if passed is not None:
            done = passed
            continue
        draft = _read_at(reader, token, first, last)
        if draft is not None and draft.head >= done:
            drafts.append(draft)
            done = max(draft.tail, draft.noun_last if draft.sort == "singular" else 0)
    return drafts


def _read_at(reader: NumberReader, token: int, first: int, last: int) -> Draft | None:
    words, mark = reader.words, _MARKS[reader.words[token]]
    for bit, read in ((_ONE_OF, read_one_of), (_VAGUE, read_vague), (_DUAL, read_dual)):
        if mark & bit and (draft := read(words, token, last)) is not None:
            refine_noun(reader.text, draft, last)
            return draft
    if not mark & _NUMBER:
        return None
    number = reader.read(token, last)
    if number is None or _nonsense_sign(reader.text, number, first):
        return None
    return draft_of(number)


def _nonsense_sign(text: Text, number: Number, first: int) -> bool:
    """«<>30» says nothing that we know."""
    sign = sign_before(text, number.first, first)
    return sign is not None and sign[1] is None

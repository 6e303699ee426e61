"""How Arabic composes numbers: «ألفان وثلاثمئة وخمسة وعشرون» is 2325, «الحادي والعشرون» is the 21st.

Units stand before tens, everything else goes from large to small, «و» joins what is added, and what is multiplied
stands side by side. The functions take folded words and a first token, and give a value with the token after it, or
None.
"""

from collections.abc import Callable

import msgspec

from hudna.knowledge.languages.ar.numbers_words import NumberWord, OrdinalWord, number_word, ordinal_word

Value = int | float
Digits = Callable[[int], tuple[Value, int] | None]
"""Reads a number in digits at a token: its value and the token after it."""

_AND = "و"
_AND_ONE = "واحد"
_TEN, _HUNDRED, _THOUSAND = 10, 100, 1000
_LARGEST = 10**18
"""What no count exceeds; a row of «مليون مليون مليون …» stops here."""
_BARE = frozenset(("", "ال"))
_JOINED = frozenset(("و", "وال"))


class Cardinal(msgspec.Struct, frozen=True):
    """A cardinal number with what a fraction after it needs to know."""

    value: Value
    last: int
    """The token after it."""
    unit: int = 1
    """What its last part counts in: 1, 100, 1000 …: only something smaller can be added."""
    tail: Value = 0
    """The last part that was added, when it is below 100: 3 of 103."""
    worded: bool = True
    """False when it is digits alone."""
    joints: tuple[int, ...] = ()
    """Tokens of the words that «و» joined: where two numbers of a range may have been taken for one."""


def plain_digits(words: list[str], last: int) -> Digits:
    """Digits as single tokens."""

    def read(token: int) -> tuple[Value, int] | None:
        if token < last and words[token].isdecimal() and words[token].isascii():
            return int(words[token]), token + 1
        return None

    return read


def read_cardinal(words: list[str], token: int, last: int) -> tuple[Value, int] | None:
    """The cardinal number that starts at `token` and ends before `last`: its value and the token after it.

    Number words, plain digits and both together («5 آلاف»). The first word may carry «و ف ب ل ك ال».
    """
    found = cardinal(words, token, last, plain_digits(words, last))
    return None if found is None else (found.value, found.last)


def cardinal(words: list[str], token: int, last: int, digits: Digits) -> Cardinal | None:
    """As `read_cardinal`, with a reader for digits and with the parts of the number."""
    return _Reader(words, last, digits).whole(token)


def small_cardinal(words: list[str], token: int, last: int, digits: Digits) -> Cardinal | None:
    """As `cardinal`, below a thousand and without scales: what may stand after «فاصلة»."""
    return _Reader(words, last, digits).below_thousand(token)


class _Reader:
    """Walks over the words of one number; every method takes a token and gives a Cardinal or None."""

    __slots__ = ("digits", "last", "words")

    def __init__(self, words: list[str], last: int, digits: Digits) -> None:
        self.words = words
        self.last = last
        self.digits = digits

    def word(self, token: int, proclitics: frozenset[str] | None = None) -> NumberWord | None:
        if token >= self.last:
            return None
        found = number_word(self.words[token])
        return found if found is None or proclitics is None or found.proclitic in proclitics else None

    def joined(self, token: int) -> int:
        """The token that «و» joins to what stands before `token`, -1 when nothing is joined."""
        if token + 1 < self.last and self.words[token] == _AND:
            return token + 1 if self.word(token + 1, _BARE) or self.digits(token + 1) else -1
        return token if self.word(token, _JOINED) or self._and_eleven(token) else -1

    def _and_eleven(self, token: int) -> bool:
        """«وأحد عشر», which folds to the same letters as «واحد عشر»."""
        ten = self.word(token + 1, frozenset(("",)))
        return token < self.last and self.words[token] == _AND_ONE and ten is not None and ten.role == "ten"

    def whole(self, token: int) -> Cardinal | None:
        """Groups from large to small: «مليونان وثلاثمئة ألف وخمسة»."""
        found = self.group(token)
        while found is not None and found.unit > 1:
            joint = self.joined(found.last)
            added = self.group(joint) if joint >= 0 else self._unjoined(found)
            if added is None or added.value >= found.unit:
                break
            found = _add(found, added, joint)
        return found

    def _unjoined(self, found: Cardinal) -> Cardinal | None:
        """«4 آلاف 3 مئة»: a smaller group with its own multiplier needs no «و»."""
        if found.unit < _THOUSAND or self.word(found.last, frozenset(("ال",))):
            return None
        added = self.group(found.last)
        head = self.word(found.last)
        plain = head is None or (head.role == "unit" and not head.proclitic)
        return added if added is not None and added.worded and added.value >= _HUNDRED and plain else None

    def group(self, token: int) -> Cardinal | None:
        """A number below a thousand with the scales after it: «مئة وعشرون ألفا»."""
        head = self.word(token)
        if head is not None and head.role in {"scale", "dual"}:
            if head.plural:
                return None
            found: Cardinal | None = Cardinal(self._scale_alone(head, token), token + 1, head.value)
            if head.role == "dual" and found is not None:
                found = msgspec.structs.replace(found, unit=head.value // 2)
        else:
            found = self.below_thousand(token)
        while found is not None:
            scale = self.word(found.last, frozenset(("",)))
            if scale is None or scale.role not in {"scale", "dozen"} or found.value == 0:
                break
            if found.value * scale.value > _LARGEST:
                break
            unit = scale.value if scale.role == "scale" else 1
            found = Cardinal(found.value * scale.value, found.last + 1, unit, joints=found.joints)
        return found

    def _scale_alone(self, head: NumberWord, token: int) -> int:
        """«ألفا جندي» is two thousand soldiers; «ألفا» alone, before «من» or before «و» is one thousand."""
        following = self.words[token + 1] if token + 1 < self.last else ""
        noun = following.isalpha() and not following.startswith((_AND, "ال")) and following != "من"
        return head.value * 2 if head.either and noun and not following.endswith("ا") else head.value

    def below_thousand(self, token: int) -> Cardinal | None:
        found = self.hundreds(token)
        if found is None or found.unit != _HUNDRED:
            return found
        joint = self.joined(found.last)
        added = self.below_hundred(joint) if joint >= 0 else None
        if added is None or added.value >= _HUNDRED or self._is_hundred(added.last):
            return found
        return _add(found, added, joint)

    def _is_hundred(self, token: int) -> bool:
        word = self.word(token, frozenset(("",)))
        return word is not None and word.role == "hundred"

    def hundreds(self, token: int) -> Cardinal | None:
        """«مئة», «مئتان», «خمسمئة», «خمس مئة», «5 مئة»; what is below a hundred stays as it is."""
        head = self.word(token)
        if head is not None and head.role in {"hundreds", "hundred", "dozen"}:
            unit = _HUNDRED if head.role != "dozen" and head.value >= _HUNDRED else 1
            return None if head.plural else Cardinal(head.value, token + 1, unit)
        found = self.below_hundred(token)
        if found is not None and found.value and found.value < _HUNDRED and self._is_hundred(found.last):
            return Cardinal(found.value * _HUNDRED, found.last + 1, _HUNDRED, joints=found.joints)
        return found

    def below_hundred(self, token: int) -> Cardinal | None:
        """Zero to ninety-nine in words, or any number in digits."""
        digits = self.digits(token)
        if digits is not None:
            return Cardinal(digits[0], digits[1], tail=digits[0], worded=False)
        head = self.word(token)
        if head is None:
            return None
        if head.role == "unit":
            return self._unit(head, token)
        if head.role in {"zero", "ten", "tens", "below_100"}:
            return Cardinal(head.value, token + 1, tail=head.value)
        return None

    def _unit(self, head: NumberWord, token: int) -> Cardinal | None:
        """«خمسة», «خمسة عشر», «خمسة وعشرون»."""
        following = self.word(token + 1, frozenset(("",)))
        if following is not None and following.role == "ten":
            value = head.value + _TEN
            return Cardinal(value, token + 2, tail=value)
        joint = self.joined(token + 1)
        tens = self.word(joint) if joint >= 0 else None
        if tens is not None and tens.role == "tens":
            value = head.value + tens.value
            return Cardinal(value, joint + 1, tail=value, joints=(joint,))
        if not head.alone or (head.weekday and head.proclitic.endswith("ال")):
            return None
        return Cardinal(head.value, token + 1, tail=head.value)


def _add(found: Cardinal, added: Cardinal, joint: int) -> Cardinal:
    joints = (*found.joints, joint, *added.joints) if joint >= 0 else found.joints
    tail = added.tail if added.unit == 1 else 0
    return Cardinal(found.value + added.value, added.last, added.unit, tail, joints=joints)


# --- ordinals ---------------------------------------------------------------------------------------------------------


def read_ordinal(words: list[str], token: int, last: int) -> tuple[int, int] | None:
    """The ordinal that starts at `token` and ends before `last`: its value and the token after it.

    «الثاني», «ثاني», «الحادي عشر», «الواحد والعشرون», «الثلاثون», «المئة والخامسة والعشرون», «الثالث بعد المئة».
    «أحد» and «اثنان» count only with «عشر» or tens; definite tens and hundreds are read as ordinals, and the caller
    sees from the noun before («البيت العشرون», «الأسرى العشرون») which they are.
    """
    found = _large_first(words, token, last) or _small(words, token, last, first=True)
    if found is None:
        return None
    value, end = found
    if end + 1 < last and words[end] == "بعد":  # «الثالث بعد المئة»
        base = number_word(words[end + 1])
        if base is not None and base.proclitic == "ال" and base.value >= _HUNDRED > value:
            return value + base.value, end + 2
    return value, end


def _definite(word: NumberWord | OrdinalWord, *, first: bool) -> bool:
    return word.proclitic.endswith("ال") and (first or word.proclitic in {"ال", "وال"})


def _large_first(words: list[str], token: int, last: int) -> tuple[int, int] | None:
    """«المئة والخامسة والعشرون», «الألف والمئتان»."""
    total, limit, end = 0, 0, token
    while end < last:
        start = end + 1 if total and words[end] == _AND and end + 1 < last else end
        word = number_word(words[start])
        if word is None or word.plural or word.role not in {"hundred", "hundreds", "scale", "dual"}:
            break
        if not _definite(word, first=not total) or (limit and word.value >= limit):
            break
        if start == end and total and not word.proclitic.startswith(_AND):
            break
        total, limit, end = total + word.value, word.value, start + 1
    if not total:
        return None
    small = _small(words, end + 1 if end < last and words[end] == _AND else end, last, first=False)
    return (total + small[0], small[1]) if small and small[0] < limit else (total, end)


def _small(words: list[str], token: int, last: int, *, first: bool) -> tuple[int, int] | None:
    """Below a hundred: «الثاني», «الثاني عشر», «الثاني والعشرون», «العشرون»."""
    if token >= last:
        return None
    head = ordinal_word(words[token])
    if head is not None:
        return _ordinal_unit(head, words, token, last, first=first)
    tens = number_word(words[token])
    if tens is not None and tens.role == "tens" and _definite(tens, first=first):
        return tens.value, token + 1
    return None


def _ordinal_unit(head: OrdinalWord, words: list[str], token: int, last: int, *, first: bool) -> tuple[int, int] | None:
    definite = _definite(head, first=first)
    if not definite and (not first or head.cardinal):
        return None
    following = number_word(words[token + 1]) if token + 1 < last else None
    if following is not None and following.role == "ten" and following.proclitic in _BARE and head.value < _TEN:
        return head.value + _TEN, token + 2
    tens = _joined_tens(words, token + 1, last)
    if definite and tens is not None and head.value < _TEN:
        return head.value + tens[0], tens[1]
    return (head.value, token + 1) if head.alone else None


def _joined_tens(words: list[str], token: int, last: int) -> tuple[int, int] | None:
    separate = token + 1 < last and words[token] == _AND
    token += separate
    word = number_word(words[token]) if token < last else None
    if word is None or word.role != "tens" or word.proclitic != ("ال" if separate else "وال"):
        return None
    return word.value, token + 1

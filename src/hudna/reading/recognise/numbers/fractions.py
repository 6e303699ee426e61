"""Parts of a number: «نصف», «ثلاثة أرباع», «مليون ونصف المليون», «واحد على عشرين», «ثلاثة فاصلة خمسة»."""

import msgspec

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers import Cardinal, Value, cardinal, small_cardinal
from hudna.knowledge.languages.ar.numbers_context import (
    OVER_WORDS,
    PART_WORDS,
    POINT_WORDS,
    PRICE,
    PRICE_AFTER,
    PRICE_BEFORE,
)
from hudna.knowledge.languages.ar.numbers_words import fraction_word, number_word, ordinal_word
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.digits import DigitsFound, read_digits
from hudna.reading.recognise.numbers.number import Number, tidy
from hudna.reading.split import Text

_THOUSAND = 1000
_PRICE_REACH = 3
_DAMMA = "\u064f"
_AND = "و"
_ARTICLE = "ال"
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))


class FractionReader:
    """Reads digits and fractions of one text. Every method takes a token and the end of its sentence."""

    def __init__(self, text: Text) -> None:
        """Keep the text; nothing is read yet."""
        self.text = text
        self.words = text.words
        self._digits: dict[int, DigitsFound | None] = {}

    def digits(self, token: int, last: int) -> DigitsFound | None:
        """The number in digits at a token, read once."""
        if not self.words[token].isdecimal():
            return None
        if token not in self._digits:
            self._digits[token] = read_digits(self.text, token, last)
        return self._digits[token]

    def plain(self, token: int, last: int) -> tuple[Value, int] | None:
        """The value of a number in digits and the token after it, as the grammar of words wants it."""
        digits = self.digits(token, last) if token < last else None
        return None if digits is None else (digits.value, digits.last)

    def with_fraction(self, number: Number, found: Cardinal, last: int) -> Number:
        """«ثلاثة أرباع», «واحد جزء من مئة», «خمسة على ستة», «مليون ونصف», «ثلاثة فاصلة خمسة»."""
        at = number.last
        if at >= last:
            return number
        return (
            self._point(number, at, last)
            or self._parts(number, found, at, last)
            or self._over(number, at, last)
            or self._and_fraction(number, found, at, last)
            or number
        )

    def _point(self, number: Number, at: int, last: int) -> Number | None:
        """«ثلاثة فاصلة خمسة»: each number after the point gives its digits."""
        if self.words[at] not in POINT_WORDS or not isinstance(number.value, int):
            return None
        decimals, end = "", at + 1
        while end < last and (end == at + 1 or number_word(self.words[end]) is not None):
            word = number_word(self.words[end])
            part = small_cardinal(self.words, end, last, lambda token: self.plain(token, last))
            if part is None or not isinstance(part.value, int) or part.value >= _THOUSAND:
                break
            if word is not None and word.proclitic:
                break
            decimals, end = decimals + str(part.value), part.last
        if not decimals:
            return None
        value = float(f"{number.value}.{decimals}")
        return self._scaled(number, value, end, last, rule="decimal in words")

    def _parts(self, number: Number, found: Cardinal, at: int, last: int) -> Number | None:
        """«ثلاثة أرباع», «مئة وثلاثة أرباع», «واحد جزء من مئة»."""
        plural = fraction_word(self.words[at])
        if plural is not None and plural.taken == 0 and plural.proclitic in {"", _ARTICLE}:
            return self._of_parts(number, found, plural.parts, at + 1, last)
        if self.words[at] not in PART_WORDS or at + 2 >= last or self.words[at + 1] != "من":
            return None
        below = cardinal(self.words, at + 2, last, lambda token: self.plain(token, last))
        return (
            None if below is None or not below.value else self._of_parts(number, found, below.value, below.last, last)
        )

    def _of_parts(self, number: Number, found: Cardinal, parts: Value, end: int, last: int) -> Number:
        """«مئة وثلاثة أرباع» is 100.75, «مئة وثلاثون أخماس» is 26: only a proper part is split off."""
        mixed = 0 < found.tail < parts and found.value != found.tail
        value = found.value - found.tail + found.tail / parts if mixed else found.value / parts
        return self._scaled(number, value, end, last, rule="fraction")

    def _over(self, number: Number, at: int, last: int) -> Number | None:
        """«واحد على عشرين», «واحد من كل خمسة», «2 من 5» before an end."""
        start = at + 1
        if self.words[at] == "من":
            if at + 1 < last and self.words[at + 1] == "كل":
                start = at + 2
            elif number.worded or not self._closed_after(at + 1, last):
                return None
        elif self.words[at] not in OVER_WORDS:
            return None
        head = number_word(self.words[start]) if start < last else None
        below = cardinal(self.words, start, last, lambda token: self.plain(token, last))
        if below is None or not below.value or (head is not None and head.proclitic):
            return None
        noun = counted_word(self.words[below.last]) if below.last < last else None
        if noun is not None and noun.noun.sort in _TIMES:
            return None
        return self._scaled(number, number.value / below.value, below.last, last, rule="fraction")

    def _closed_after(self, token: int, last: int) -> bool:
        """True when a number in digits stands at `token` and no word it could count follows."""
        digits = self.plain(token, last)
        if digits is None:
            return False
        return digits[1] >= last or not self.words[digits[1]][0].isalpha() or self.words[digits[1]] == "او"

    def _and_fraction(self, number: Number, found: Cardinal, at: int, last: int) -> Number | None:
        """«واحد ونصف», «مليون ونصف المليون», «23 وثلاثة أخماس»."""
        separate = self.words[at] == _AND and at + 1 < last
        start = at + separate
        if not separate and not self.words[at].startswith(_AND):
            return None
        part = self._fraction_at(start, last, joined=not separate)
        if part is None:
            return None
        share, end = part
        if found.unit >= _THOUSAND and found.tail == 0:  # «مليون ونصف»: half of the million
            same = number_word(self.words[end]) if end < last else None
            named = same is not None and same.value == found.unit and same.proclitic in {"", _ARTICLE}
            if not named and self._definite(end, last):
                return None
            return msgspec.structs.replace(
                number,
                value=tidy(number.value + share * found.unit),
                last=end + named,
                rule="number and fraction",
                joints=(),
            )
        scale = number_word(self.words[end]) if end < last else None
        if (scale is None or scale.role != "scale") and self._definite(end, last):
            return None  # «قتل 50 ونصف المنازل دمرت»
        return self._scaled(number, float(number.value + share), end, last, rule="number and fraction")

    def _definite(self, token: int, last: int) -> bool:
        return token < last and self.words[token].startswith(_ARTICLE) and number_word(self.words[token]) is None

    def _fraction_at(self, token: int, last: int, *, joined: bool) -> tuple[float, int] | None:
        """A fraction's name, or a number with its plural: «نصف», «ثلاثة أخماس»; joined to what stands before by «و»."""
        word = fraction_word(self.words[token])
        wanted = _AND if joined else ""
        if word is not None and word.taken and word.alone and word.proclitic == wanted:
            return word.taken / word.parts, token + 1
        head = number_word(self.words[token])
        if head is None or head.proclitic != wanted or token + 1 >= last:
            return None
        few = cardinal(self.words, token, last, lambda at: self.plain(at, last))
        plural = fraction_word(self.words[few.last]) if few is not None and few.last < last else None
        if few is None or plural is None or plural.taken or plural.proclitic or not few.value < plural.parts:
            return None
        return few.value / plural.parts, few.last + 1

    def fraction(self, token: int, last: int) -> Number | None:
        """A fraction by itself: «نصف», «ثلثا السكان», «ربع مليون»."""
        word = fraction_word(self.words[token])
        if word is None or not word.taken or not (word.alone or self._is_part(token, last)):
            return None
        number = Number(
            token,
            token + 1,
            word.taken / word.parts,
            "fraction",
            "fraction",
            worded=True,
            definite=word.proclitic.endswith(_ARTICLE),
            proclitic=word.proclitic.removesuffix(_ARTICLE),
        )
        return self._scaled(number, word.taken / word.parts, token + 1, last, rule="fraction")

    def _is_part(self, token: int, last: int) -> bool:
        """«خُمس» with its damma, or before a definite singular («خمس السكان»), is a fifth, not five."""
        if _DAMMA in self.text.raw_text(token, token + 1)[:3]:
            return True
        following = self.words[token + 1] if token + 1 < last else ""
        word = fraction_word(self.words[token])
        if word is None or word.proclitic.endswith(_ARTICLE) or not following.startswith(_ARTICLE):
            return False
        if number_word(following) is not None or ordinal_word(following) is not None:
            return False
        return not self._is_price(token, following)

    def _is_price(self, token: int, following: str) -> bool:
        """«دفعوا ثمن الحرب»: the word for an eighth is the word for a price."""
        stems = [stem for _, stem in peel(self.words[token])]
        if not any(stem in PRICE for stem in stems):
            return False
        before = self.words[max(0, token - _PRICE_REACH) : token]
        paid = any(stem in PRICE_AFTER for word in before for _, stem in peel(word))
        return paid or stems[0] not in PRICE or following in PRICE_BEFORE

    def bare_part(self, token: int, last: int) -> Number | None:
        """«جزء من مئة», where no indefinite noun is counted after it."""
        if self.words[token] not in PART_WORDS or token + 2 >= last or self.words[token + 1] != "من":
            return None
        below = cardinal(self.words, token + 2, last, lambda at: self.plain(at, last))
        if below is None or not below.value:
            return None
        following = self.words[below.last] if below.last < last else ""
        if following[:1].isalpha() and not following.startswith(_ARTICLE):
            return None
        return Number(token, below.last, tidy(1 / below.value), "fraction", "fraction", worded=True)

    def _scaled(self, number: Number, value: float, end: int, last: int, *, rule: str) -> Number:
        """A fraction or decimal with its scale: «نصف مليون», «ثلاثة أرباع المليون», «ثلاثة فاصلة خمسة مليون»."""
        scale = number_word(self.words[end]) if end < last else None
        if (
            scale is not None
            and scale.role in {"scale", "dozen"}
            and not scale.plural
            and scale.proclitic in {"", _ARTICLE}
        ):
            value, end, sort = value * scale.value, end + 1, "cardinal"
        else:
            sort = "fraction" if rule == "fraction" and abs(value) < 1 else "cardinal"
        return msgspec.structs.replace(number, value=tidy(value), last=end, sort=sort, rule=rule, scale=1, joints=())


# --- rules, with examples that run as tests --------------------------------------------------------------------------

FRACTIONS = Rule(
    name="fraction",
    reason="Parts of one, with the sign that the word is a part and not a number.",
    reads=(
        Example("ثلاثة أرباع البلدة", "0.75..0.75 exact fraction -"),
        Example("نصف مليون نازح", "500000..500000 exact cardinal displaced"),
        Example("خمس السكان", "0.2..0.2 exact fraction -"),
        Example("ثلثا المدينة", "0.666666666667..0.666666666667 exact fraction -"),
        Example("بنسبة 3/4", "0.75..0.75 exact fraction -"),
        Example("واحد من كل خمسة", "0.2..0.2 exact fraction -"),
    ),
    ignores=(
        "خمس قرى",
        "دفعوا ثمن الحرب",
        "قتل 3 من 5 جنود",
        "موسم 2020/2021",
    ),
)

MIXED = Rule(
    name="number and fraction",
    reason="A number and a part of its last unit.",
    reads=(
        Example("مليون ونصف المليون لاجئ", "1500000..1500000 exact cardinal refugee"),
        Example("ثلاثة ونصف", "3.5..3.5 exact cardinal -"),
    ),
    ignores=("أحرقوا 50 ونصف البيوت دمرت",),
)

POINTS = Rule(
    name="decimal in words",
    reason="«فاصلة» as it is read aloud.",
    reads=(Example("ثلاثة فاصلة خمسة", "3.5..3.5 exact cardinal -"),),
    ignores=("قتل ثلاثة، فاصلة",),
)

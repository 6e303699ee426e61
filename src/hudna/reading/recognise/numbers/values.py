"""One number with everything that makes up its value: sign, digits, words, fractions, percent. No bounds, no nouns."""

import msgspec

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers import Cardinal, Value, cardinal, read_ordinal
from hudna.knowledge.languages.ar.numbers_context import (
    OVER_WORDS,
    PART_WORDS,
    PERCENT,
    POINT_WORDS,
    PRICE,
    PRICE_AFTER,
    PRICE_BEFORE,
    SIGN_WORDS,
)
from hudna.knowledge.languages.ar.numbers_words import MONTH_HEADS, fraction_word, number_word, ordinal_word
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.digits import DigitsFound, read_digits
from hudna.reading.split import Text

_HUNDRED, _THOUSAND = 100, 1000
_DAMMA = "\u064f"
_TANWIN = "\u064b"
_AND = "و"
_ARTICLE = "ال"
_PRICE_REACH = 3
_RULES = {(True, False): "number words", (True, True): "digits and words", (False, True): "digits"}
_TIMES = frozenset(("second", "minute", "hour", "day", "week", "month", "year"))


class Number(msgspec.Struct, frozen=True):
    """A value at tokens `first` to before `last`, before bounds and nouns are looked at."""

    first: int
    last: int
    value: Value
    sort: str
    """cardinal, ordinal, fraction or percentage."""
    rule: str
    worded: bool = False
    definite: bool = False
    """«الـ50», «الخمسة»."""
    proclitic: str = ""
    """Written onto the number itself, spelled out, when it is a word: «ب» of «بمئة»."""
    repaired: bool = False
    thousands: int | None = None
    """As in DigitsFound."""
    signed: bool = False
    """True for a minus sign in front, which may also be a bullet."""
    joints: tuple[int, ...] = ()
    """Tokens where «و» joined words of this number."""
    scale: int = 1
    """The scale of a single group: 1000 of «5 آلاف»; then value / scale is what was counted in it."""


def tidy(value: float) -> Value:
    """A float without the dust of binary arithmetic; whole values as integers."""
    whole = round(value)
    return whole if abs(value - whole) <= 1e-9 * max(1.0, abs(value)) else round(value, 12)


class NumberReader:
    """Reads numbers of one text. Every method takes a token and the end of its sentence."""

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

    def read(self, token: int, last: int) -> Number | None:
        """The number that starts with the word at `token`, as long as it goes."""
        word = self.words[token]
        if word.isdecimal():
            return self._with_percent(self._digit_number(token, last), last)
        if self._stem(word) in SIGN_WORDS:
            return self._signed(token, last)
        found = self._ordinal(token, last)
        plain = self._fraction(token, last) or self._cardinal(token, last) or self._bare_part(token, last)
        if plain is not None and (found is None or plain.last > found.last):
            return self._with_percent(plain, last)
        return found

    def _stem(self, word: str) -> str:
        return word.removeprefix(_AND)

    # --- digits -------------------------------------------------------------------------------------------------------

    def _digit_number(self, token: int, last: int) -> Number | None:
        digits = self.digits(token, last)
        if digits is None:
            return None
        slashed = self._slashed(digits, last)
        found = slashed or self._cardinal(token, last)
        if found is None:
            return None
        first = digits.first
        sign = first > 0 and self.words[first - 1] in {"-", "−"} and self.text.glued(first)
        if sign and not (self.text.glued(first - 1) and self.words[first - 2][0].isalnum()):
            return msgspec.structs.replace(found, first=first - 1, value=-found.value, signed=True)
        definite = self.text.glued(first) and self.words[first - 1].endswith(_ARTICLE)
        return msgspec.structs.replace(found, first=first, definite=definite)

    def _slashed(self, digits: DigitsFound, last: int) -> Number | None:
        """«3/4», «1 4/5»; three numbers between slashes are a date and stay three numbers."""
        whole = 0
        over = self._over_slash(digits, last)
        if over is None and digits.last < last and self._one_space(digits.last):
            following = self.digits(digits.last, last)
            over = self._over_slash(following, last) if following is not None else None
            if over is None or over[0] >= 1 or not isinstance(digits.value, int):
                return None
            whole = digits.value
        if over is None:
            return None
        value, end = over
        return Number(digits.first, end, tidy(whole + value), "fraction" if not whole else "cardinal", "fraction")

    def _over_slash(self, digits: DigitsFound, last: int) -> tuple[float, int] | None:
        at = digits.last
        glued = at + 1 < last and self.words[at] == "/" and self.text.glued(at) and self.text.glued(at + 1)
        below = self.digits(at + 1, last) if glued else None
        if below is None or not below.value or below.value >= _THOUSAND or digits.value >= _THOUSAND:
            return None
        before = digits.first > 0 and self.words[digits.first - 1] == "/" and self.text.glued(digits.first)
        after = below.last < last and self.words[below.last] == "/" and self.text.glued(below.last)
        return None if before or after else (digits.value / below.value, below.last)

    def _one_space(self, token: int) -> bool:
        return self.text.starts[token] - self.text.ends[token - 1] == 1

    def _signed(self, token: int, last: int) -> Number | None:
        """«سالب عشرة», «ناقص 5»."""
        if token + 1 >= last or self._stem(self.words[token + 1]) in SIGN_WORDS:
            return None
        inner = self.read(token + 1, last)
        if inner is None or inner.sort in {"ordinal", "percentage"} or inner.proclitic:
            return None
        return msgspec.structs.replace(inner, first=token, value=-inner.value, rule="negative number")

    def _with_percent(self, found: Number | None, last: int) -> Number | None:
        if found is None or found.sort == "ordinal":
            return found
        percent = PERCENT.starting_at(self.words, found.last, last)
        if percent is not None and not self.words[found.last].startswith(_AND):
            return msgspec.structs.replace(found, last=percent[0], sort="percentage", rule="percentage")
        if found.first > 0 and self.words[found.first - 1] == "%" and self.text.glued(found.first):
            return msgspec.structs.replace(found, first=found.first - 1, sort="percentage", rule="percentage")
        return found

    # --- words --------------------------------------------------------------------------------------------------------

    def _ordinal(self, token: int, last: int) -> Number | None:
        word = ordinal_word(self.words[token])
        tens = number_word(self.words[token]) if word is None else None
        definite = tens is not None and tens.proclitic.endswith(_ARTICLE) and tens.value % 10 == 0
        if (word is None and not definite) or self._month_name(token):
            return None
        found = read_ordinal(self.words, token, last)
        if found is None or (found[1] == token + 1 and self._no_ordinal(token, last)):
            return None
        is_ordinal = any(ordinal_word(self.words[at]) is not None for at in range(token, found[1]))
        is_ordinal = is_ordinal or self._after_singular(token)
        rule, sort = ("ordinal", "ordinal") if is_ordinal else ("number words", "cardinal")
        return Number(token, found[1], found[0], sort, rule, worded=True, definite=True)

    def _after_singular(self, token: int) -> bool:
        """«البيت العشرون» is the twentieth, «الأسرى العشرون» and «نحو العشرين» are twenty."""
        before = self.words[token - 1] if token else ""
        noun = counted_word(before)
        definite = before.removeprefix(_AND).startswith((_ARTICLE, "بال", "لل", "عام", "ذكر"))
        return definite and (noun is None or noun.number == "singular")

    def _month_name(self, token: int) -> bool:
        """«تشرين الثاني» is a month, not the second of anything."""
        return token > 0 and any(stem in MONTH_HEADS for _, stem in peel(self.words[token - 1]))

    def _no_ordinal(self, token: int, last: int) -> bool:
        """«30 ثانية», «أول من أمس»: seconds and the day before yesterday."""
        word = self.words[token]
        following = self.words[token + 1 : min(token + 3, last)]
        return (
            word == "ثانيه"
            or (word.endswith("اول") and ("امس" in following[:1] or following[:2] == ["من", "امس"]))
            or (token > 0 and self.words[token - 1].endswith("امس"))
        )

    def _cardinal(self, token: int, last: int) -> Number | None:
        found = cardinal(self.words, token, last, lambda at: self._plain(at, last))
        if found is None:
            return None
        digits = self.digits(token, last)
        word = number_word(self.words[token])
        number = Number(
            token,
            found.last,
            tidy(self._without_dual(found, token)),
            "cardinal",
            _RULES[found.worded, digits is not None],
            worded=found.worded and digits is None,
            definite=word is not None and word.proclitic.endswith(_ARTICLE),
            proclitic=word.proclitic.removesuffix(_ARTICLE) if word is not None else "",
            repaired=digits is not None and digits.repaired,
            thousands=digits.thousands if digits is not None and not found.worded else None,
            joints=found.joints,
            scale=found.unit if found.unit >= _THOUSAND and not found.joints else 1,
        )
        return self._with_fraction(number, found, last)

    def _plain(self, token: int, last: int) -> tuple[Value, int] | None:
        digits = self.digits(token, last) if token < last else None
        return None if digits is None else (digits.value, digits.last)

    def _without_dual(self, found: Cardinal, token: int) -> Value:
        """«ألفاً» with its tanwin is one thousand, whatever follows; «ألفا» before a noun is two."""
        word = number_word(self.words[token])
        if word is None or not word.either or found.value != word.value * 2:
            return found.value
        return word.value if _TANWIN in self.text.raw_text(token, token + 1) else found.value

    def _with_fraction(self, number: Number, found: Cardinal, last: int) -> Number:
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
            part = cardinal(self.words, end, last, lambda token: self._plain(token, last))
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
        below = cardinal(self.words, at + 2, last, lambda token: self._plain(token, last))
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
        below = cardinal(self.words, start, last, lambda token: self._plain(token, last))
        if below is None or not below.value or (head is not None and head.proclitic):
            return None
        noun = counted_word(self.words[below.last]) if below.last < last else None
        if noun is not None and noun.noun.sort in _TIMES:
            return None
        return self._scaled(number, number.value / below.value, below.last, last, rule="fraction")

    def _closed_after(self, token: int, last: int) -> bool:
        """True when a number in digits stands at `token` and no word it could count follows."""
        digits = self._plain(token, last)
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
        few = cardinal(self.words, token, last, lambda at: self._plain(at, last))
        plural = fraction_word(self.words[few.last]) if few is not None and few.last < last else None
        if few is None or plural is None or plural.taken or plural.proclitic or not few.value < plural.parts:
            return None
        return few.value / plural.parts, few.last + 1

    def _fraction(self, token: int, last: int) -> Number | None:
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

    def _bare_part(self, token: int, last: int) -> Number | None:
        """«جزء من مئة», where no indefinite noun is counted after it."""
        if self.words[token] not in PART_WORDS or token + 2 >= last or self.words[token + 1] != "من":
            return None
        below = cardinal(self.words, token + 2, last, lambda at: self._plain(at, last))
        if below is None or not below.value:
            return None
        following = self.words[below.last] if below.last < last else ""
        if following[:1].isalpha() and not following.startswith(_ARTICLE):
            return None
        return Number(token, below.last, tidy(1 / below.value), "fraction", "fraction", worded=True)

    def _scaled(self, number: Number, value: float, end: int, last: int, *, rule: str) -> Number:
        """A fraction or decimal with its scale: «نصف مليون», «ثلاثة أرباع المليون», «ثلاثة فاصلة خمسة مليون»."""
        scale = number_word(self.words[end]) if end < last else None
        if scale is not None and scale.role == "scale" and not scale.plural and scale.proclitic in {"", _ARTICLE}:
            value, end, sort = value * scale.value, end + 1, "cardinal"
        else:
            sort = "fraction" if rule == "fraction" and abs(value) < 1 else "cardinal"
        return msgspec.structs.replace(number, value=tidy(value), last=end, sort=sort, rule=rule, scale=1, joints=())


# --- rules, with examples that run as tests --------------------------------------------------------------------------

WORDS = Rule(
    name="number words",
    reason="Number words of both genders and all cases, composed to trillions.",
    reads=(
        Example("خمسة وعشرون جنديا", "25..25 exact cardinal soldier"),
        Example("مئتا جندي", "200..200 exact cardinal soldier"),
        Example("مائة وستة صفحات", "106..106 exact cardinal document"),
        Example("خمسمئة وإحدى عشرة امرأة", "511..511 exact cardinal woman"),
        Example("ألفا قتيل", "2000..2000 exact cardinal person"),
        Example("ثمان عشرة مرة", "18..18 exact cardinal time"),
    ),
    ignores=(
        "لست هنا",
        "يوم الاثنين",
        "وصل الأحد",
    ),
)

DIGITS_AND_WORDS = Rule(
    name="digits and words",
    reason="Digits with a scale in words.",
    reads=(
        Example("120 ألفا من السكان", "120000..120000 exact cardinal person"),
        Example("2ر5 مليون نازح", "2500000..2500000 exact cardinal displaced"),
        Example("4 آلاف و200 مقاتل", "4200..4200 exact cardinal fighter"),
    ),
    ignores=("120 قذيفة وألف لغم",),
)

ORDINALS = Rule(
    name="ordinal",
    reason="Ordinals say which, not how many.",
    reads=(
        Example("اليوم الثاني", "2..2 exact ordinal -"),
        Example("المرة الحادية عشرة", "11..11 exact ordinal -"),
        Example("الجولة الثالثة والعشرون", "23..23 exact ordinal -"),
        Example("القرن الحادي والعشرين", "21..21 exact ordinal -"),
    ),
    ignores=(
        "تشرين الثاني",
        "أول من أمس",
        "الأسرى العشرون",
    ),
)

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

NEGATIVE = Rule(
    name="negative number",
    reason="«سالب» and «ناقص» before a number.",
    reads=(Example("ناقص عشرة", "-10..-10 exact cardinal -"),),
    ignores=("العدد ناقص",),
)

PERCENTAGES = Rule(
    name="percentage",
    reason="A share in hundredths; lo and hi are the figure itself.",
    reads=(
        Example("50% من السكان", "50..50 exact percentage -"),
        Example("20 في المئة", "20..20 exact percentage -"),
        Example("ثلاثون بالمئة", "30..30 exact percentage -"),
        Example("%15", "15..15 exact percentage -"),
    ),
    ignores=("مئة جندي",),
)

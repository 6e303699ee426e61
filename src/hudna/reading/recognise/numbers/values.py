"""One number with everything that makes up its value: sign, digits, words, percent. No bounds, no nouns."""

import msgspec

from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.counted import counted_word
from hudna.knowledge.languages.ar.numbers import Cardinal, Value, cardinal, read_ordinal
from hudna.knowledge.languages.ar.numbers_context import PERCENT, SIGN_WORDS
from hudna.knowledge.languages.ar.numbers_words import MONTH_HEADS, number_word, ordinal_word
from hudna.model import Example, Rule
from hudna.reading.recognise.numbers.digits import DigitsFound
from hudna.reading.recognise.numbers.fractions import FractionReader
from hudna.reading.recognise.numbers.number import Number, tidy

_THOUSAND = 1000
_TANWIN = "\u064b"
_AND = "و"
_ARTICLE = "ال"
_RULES = {(True, False): "number words", (True, True): "digits and words", (False, True): "digits"}


class NumberReader(FractionReader):
    """Reads numbers of one text. Every method takes a token and the end of its sentence."""

    def read(self, token: int, last: int) -> Number | None:
        """The number that starts with the word at `token`, as long as it goes."""
        word = self.words[token]
        if word.isdecimal():
            return self._with_percent(self._digit_number(token, last), last)
        if self._stem(word) in SIGN_WORDS:
            return self._signed(token, last)
        found = self._ordinal(token, last)
        plain = self.fraction(token, last) or self._cardinal(token, last) or self.bare_part(token, last)
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
        if number_word(before) is not None:
            return False
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
        found = cardinal(self.words, token, last, lambda at: self.plain(at, last))
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
        return self.with_fraction(number, found, last)

    def _without_dual(self, found: Cardinal, token: int) -> Value:
        """«ألفاً» with its tanwin is one thousand, whatever follows; «ألفا» before a noun is two."""
        word = number_word(self.words[token])
        if word is None or not word.either or found.value != word.value * 2:
            return found.value
        return word.value if _TANWIN in self.text.raw_text(token, token + 1) else found.value


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

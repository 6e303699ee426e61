"""People counted: where their number stands around a verb or noun that tells what happened to them.

Before it («32 شخصاً قتلوا»), after it («مقتل 32 شخصاً وإصابة …»), coordinated, bare («مقتل جندي»), or one of a force
(«أحد عناصر الشرطة»).
"""

from collections.abc import Callable, Iterator

import msgspec

from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases
from hudna.reading.attribute.clauses import COMMAS
from hudna.reading.attribute.subjects import PREPOSITIONS
from hudna.reading.claim.here import NEAR, PEOPLE
from hudna.reading.claim.owners import demonyms
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.found import NumberFound
from hudna.reading.recognise.predicates import PredicateFound
from hudna.reading.split import Sentence

_VICTIM = frozenset(("ضحيه", "ضحايا"))
_FELL = frozenset(("راح", "ذهب", "سقط", "وقع"))
BarePeople = Callable[[int, int], list[NumberFound]]
"""Finds «جندي», «مدنيين» and the like without a number in a range of tokens."""

SUBSET = frozenset(fold(phrase) for phrase in phrases("grammar", "small", "subset"))
"""What opens a part of a figure: «بينهم»، «من بينهم»."""
_PART_LONG = 6
"""«من بينهم عدد من النساء والأطفال»."""
_AT_LEAST = frozenset((("علي", "الاقل"), ("علي", "الاكثر")))


def pair(number: NumberFound) -> NumberFound:
    """«مدنيين قتلا»: the verb in the dual says that they were two."""
    return msgspec.structs.replace(number, lo=2, hi=2, bound="exact", sort="dual")


_BEHIND, _BEHIND_A_PART = 8, 12
"""Words before a verb within which its people stand, without and with a part between commas."""


class People:
    """The counts of one sentence, each of which is used once."""

    def __init__(self, seen: Recognised, sentence: Sentence, bare: BarePeople) -> None:
        """`bare` finds people without a number."""
        self.seen = seen
        self.sentence = sentence
        self.bare = bare
        self.taken: set[int] = set()

    def usable(self, number: NumberFound) -> bool:
        """Whether a number may still count people."""
        return (
            number.sort in {"cardinal", "range", "vague", "dual", "singular", "plural"}
            and number.first not in self.taken
        )

    def numbers_over(self, token: int) -> Iterator[NumberFound]:
        """Numbers whose words or noun hold a token."""
        for number in between(self.seen.numbers, token - 6, token + 1):
            inside = number.noun_first <= token < number.noun_last or number.first <= token < number.last
            if inside and self.usable(number):
                yield number

    def number_before(self, predicate: PredicateFound) -> NumberFound | None:
        """«32 شخصاً قتلوا»، «وأكثر من 200 جرحوا»."""
        far = _BEHIND_A_PART if self.seen.text.words[predicate.first - 1] in COMMAS else _BEHIND
        numbers = [n for n in between(self.seen.numbers, predicate.first - far, predicate.first) if self.usable(n)]
        form = predicate.form
        plural = form is not None and form.number in {"p", "d"}
        if not numbers or not plural:
            return None
        end = self.past_group(max(numbers[-1].last, numbers[-1].noun_last))
        if predicate.first - end > 1 and not self._only_a_part(end, predicate.first):
            return self._whole_before(numbers, predicate)
        return next((number for number in reversed(numbers) if not self._part(number)), None)

    def _whole_before(self, numbers: list[NumberFound], predicate: PredicateFound) -> NumberFound | None:
        """«إن 20 مدنياً على الأقل، بينهم سبعة أطفال، قتلوا»: a part with its number between commas."""
        closed = self.seen.text.words[predicate.first - 1] in COMMAS and len(numbers) > 1
        whole = numbers[-2] if closed and self._part(numbers[-1]) else None
        end = max(numbers[-1].last, numbers[-1].noun_last)
        return whole if predicate.first - end == 1 and whole is not None and self.counts_people(whole) else None

    def numbers_before(self, predicate: PredicateFound) -> list[NumberFound]:
        """«شرطيين وثلاثة عسكريين أصيبوا»: the count before a verb, with those before it that «و» joins to it."""
        number = self.number_before(predicate)
        joined = [number] if number is not None else []
        while joined and self.coordinated(joined[0]):
            before = [n for n in between(self.seen.numbers, joined[0].first - 4, joined[0].first) if self.usable(n)]
            touching = [n for n in before if max(n.last, n.noun_last) >= joined[0].first - 1 and self.counts_people(n)]
            if not touching or touching[-1].first >= joined[0].first or self._part(touching[-1]):
                break
            joined.insert(0, touching[-1])
        return joined

    def _only_a_part(self, first: int, last: int) -> bool:
        """«22 مدنيا بينهم نساء وأطفال قتلوا»: nothing but a part without a number stands in between."""
        words_ = [word for word in self.seen.text.words[first:last] if word not in COMMAS]
        opens = any(" ".join(words_[:length]) in SUBSET for length in (1, 2))
        return opens and not between(self.seen.predicates, first, last) and len(words_) <= _PART_LONG

    def _part(self, number: NumberFound) -> bool:
        """«12 شخصا بينهم طفلان قتلوا»: the part is told after the whole, and the verb is the whole's."""
        return self.seen.text.words[number.first - 1].lstrip("و") in SUBSET

    def people_ahead(self, predicate: PredicateFound, first: int) -> list[NumberFound]:
        """«أن مدنياً وطفلاً قتلا»: people without a number before a dual or plural verb."""
        form = predicate.form
        if form is None or form.tense != "p":
            return []
        one_of = self._one_of_them(predicate)
        if one_of:
            return one_of
        again = bool(between(self.seen.predicates, predicate.last, predicate.last + 1))  # «أن جندياً قُتل وأصيب 8»
        after = [] if again else self.people_after(predicate.last, predicate.last + 4, first_gap=2)
        named = between(self.seen.actors, predicate.last, predicate.last + 2)
        if form.number == "s" and (after or named):
            return []  # «جندي قتل مدنيا»: he did it
        near = self.bare(max(first, predicate.first - 5), predicate.first)
        people = [pair(n) if form.number == "d" else n for n in near if n.lo is not None or form.number == "d"]
        touches = bool(people) and people[-1].last + self.adjectives(people[-1].last) == predicate.first
        joined = touches or (bool(people) and self.past_group(people[-1].last) == predicate.first)
        return [n for n in people if self.usable(n)] if joined else []

    def _one_of_them(self, predicate: PredicateFound) -> list[NumberFound]:
        """«أن أحد عسكرييها أصيب»."""
        first = predicate.first - 2
        opens = first >= self.sentence.first and self.seen.text.words[first] in {"احد", "احدي"}
        return self.bare_or_one_of(first, predicate.first) if opens else []

    def past_group(self, token: int) -> int:
        """The token after «على الأقل» and after the force that people are of («ستة من أفراد قوات حفظ السلام قتلوا»)."""
        token += self.adjectives(token) if token < self.sentence.last else 0
        if tuple(self.seen.text.words[token : token + 2]) in _AT_LEAST:
            token += 2
        over = covering(self.seen.actors, token - 1) if token else None
        actor = over if over is not None and over.last > token else None
        actor = actor or next(iter(between(self.seen.actors, token, token + 2)), None)
        belongs = actor is not None and (
            actor.sort in {"force", "group"} or self.seen.text.words[actor.first - 1] == "من"
        )
        if actor is None or not belongs:
            return token
        for other in between(self.seen.actors, actor.last, actor.last + 1):  # «من جماعة كذا وقوات كذا»
            actor = other if other.proclitic.startswith("و") else actor
        return actor.last + (self.seen.text.words[actor.last : actor.last + 1] in (["،"], [","]))

    def people_after(self, first: int, last: int, *, first_gap: int) -> list[NumberFound]:
        """People counted from a token on: the first within a short gap, others coordinated with «و»."""
        found: list[NumberFound] = []
        end = first
        for number in between(self.seen.numbers, first, last):
            gap = first_gap if not found else 1
            if number.first - end > gap or not self.usable(number) or not self.counts_people(number):
                break
            if found and not self.coordinated(number):
                break
            if not found and self.blocked(first, number.first):
                break
            found.append(number)
            end = self._past_side(max(number.last, number.noun_last))
        return [*found, *self._one_more(end, last)] if found else found

    def _past_side(self, token: int) -> int:
        """Past an adjective of nationality, or past «من أرمينيا», «من الجانب الأذري»."""
        words_ = self.seen.text.words
        if token < self.sentence.last and words_[token] == "من":
            actor = covering(self.seen.actors, token + 1)
            place = covering(self.seen.places, token + 1)
            side = actor or place
            return side.last if side is not None and side.first == token + 1 else token
        return token + self.adjectives(token)

    def _one_more(self, token: int, last: int) -> list[NumberFound]:
        """«مقتل ثلاثة جنود أرمن وشخص من الجانب الأذري»: a single person of another side, joined by «و»."""
        words_ = self.seen.text.words
        joined = (
            token + 1 < min(last, self.sentence.last) and words_[token].startswith("و") and words_[token + 1] == "من"
        )
        more = self.bare(token, token + 1) if joined else []
        return [number for number in more if self.usable(number) and self._past_side(token + 1) > token + 1]

    def fell_victim(self, predicate: PredicateFound) -> NumberFound | None:
        """«راح ضحية الهجوم 12 مدنياً», «سقط ضحية النزاع 400 شخص»: who fell stands behind what they fell to."""
        before = self.seen.text.words[predicate.first - 1].removeprefix("و") if predicate.first else ""
        if predicate.lexeme not in _VICTIM or predicate.pronoun or before not in _FELL:
            return None  # «راح ضحيتها 400 شخص» mostly says which event of long ago is meant
        last = min(self.sentence.last, predicate.last + NEAR)
        after = between(self.seen.numbers, predicate.last, last)
        return next((n for n in after if self.usable(n) and self.counts_people(n)), None)

    def adjectives(self, token: int) -> int:
        """How many words an adjective of nationality takes."""
        match = (
            demonyms(self.seen.knowledge).at(self.seen.text.words, token, token + 2)
            if token < self.sentence.last
            else None
        )
        return match.last - token if match is not None else 0

    def counts_people(self, number: NumberFound) -> bool:
        """Whether a number counts people, or nothing that it says."""
        if number.counted in PEOPLE:
            return True
        return number.counted is None and number.noun_first < 0

    def coordinated(self, number: NumberFound) -> bool:
        """Whether a number is joined by «و»."""
        raw = self.seen.text.words[number.first]
        return raw.startswith("و") or self.seen.text.words[number.first - 1] == "و"

    def blocked(self, first: int, last: int) -> bool:
        """Whether a preposition or another predicate stands in between."""
        other = any(found.first > first for found in between(self.seen.predicates, first, last))
        return other or any(word in PREPOSITIONS for word in self.seen.text.words[first:last])

    def nearer(self, first: int, last: int) -> list[NumberFound]:
        """People right after a noun: bare («مقتل امرأة»), or counted; what another noun governs is not its own."""
        counted = self.people_after(first, last, first_gap=2)
        bare = self.bare(first, min(last, first + 1))
        nearer = bare and (not counted or bare[0].first < counted[0].first)
        return bare[:1] if nearer else counted

    def bare_or_one_of(self, first: int, last: int) -> list[NumberFound]:
        """«مقتل جندي»، «مقتل أحد عناصر الشرطة»."""
        words_ = self.seen.text.words
        if first + 1 < self.sentence.last and words_[first] in {"احد", "احدي"}:
            sort = self.bare(first + 1, first + 2)
            of_peace = "حفظ" in words_[first + 1 : first + 4] or "اليونيفيل" in words_[first + 1 : first + 4]
            who = sort[0].counted if sort else ("policeman" if "الشرطه" in words_[first + 1 : first + 4] else "person")
            who = "peacekeeper" if of_peace else who
            return [
                NumberFound(first, first + 2, 1, 1, "exact", "singular", "one of them", "", first + 1, first + 2, who)
            ]
        return self.bare(first, last)[:1]

"""People killed, wounded, missing, captured: how many, of what sort, whose, and by whom.

The count is the heart: before or after the verb, coordinated («50 قتيلاً و120 جريحاً»), as a part («بينهم طفلان»), bare
(«مقتل جندي»), dual, vague. Verbs written alike in active and passive («قتل») are told apart by what follows: a count
or a victim makes it passive, a force followed by a bare count makes the force the doer.
"""

import msgspec

from hudna.reading.attribute import Clause, Spoken, actor_codes, clause_at, scope_at
from hudna.reading.attribute.clauses import CLOSING_QUOTES
from hudna.reading.attribute.subjects import governed
from hudna.reading.claim.draft import Draft, add
from hudna.reading.claim.fallen import FALLS, THE_ONE, fell, lost_by, one_who_is_named, the_one
from hudna.reading.claim.here import NEAR, PEOPLE
from hudna.reading.claim.needs import resumed
from hudna.reading.claim.nobody import NOBODY, nobody
from hudna.reading.claim.owners import adjective, owner_after
from hudna.reading.claim.parts import MEASURES, Parts
from hudna.reading.claim.people import BarePeople, People
from hudna.reading.claim.recalled import dated, unjoined
from hudna.reading.claim.whose import FORCE_SORTS, KILLING, OTHERS
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.found import ActorFound, NumberFound
from hudna.reading.recognise.parties import party_of
from hudna.reading.recognise.predicates import PredicateFound

_FEMININE = frozenset(("woman", "family", "child", "person"))
_SINGULAR = frozenset(
    ("قتيل", "قتيلا", "شهيد", "شهيدا", "جريح", "جريحا", "مصاب", "مصابا", "اسير", "اسيرا", "مفقود", "مفقودا")
)
_RISES = frozenset(("رفع", "ارتفع", "بلغ", "وصل", "تجاوز", "تخطي", "فاق", "زاد", "قفز"))
_EXCEEDS = frozenset(("تجاوز", "تخطي", "فاق"))
_RISING = frozenset(("ارتفاع", "بارتفاع", "لارتفاع", "وارتفاع"))
_TOLLS = frozenset(("حصيله", "عدد", "اعداد"))
_DEATHS = frozenset(("مقتل", "استشهاد", "مصرع", "اصابه"))
"""Nouns that news uses for a person's death as news; «اغتيال فلان» is mostly history."""
_DEATH = ("حتف", "مصرع")
_BY_FIRE = (["برصاص"], ["بنيران"], ["بقصف"], ["بانفجار"], ["بطلق"], ["بطلقات"])
_LOST = "فقد"
_KILLERS = frozenset(("aircraft", "shells", "arms", "devices"))
_THEM = frozenset(("هم", "هما", "هن"))
_DIES, _OF_WOUNDS = frozenset(("توفي", "وفاه")), ("متاثر", "بجراح")
"""«وفاة ستة أشخاص متأثرين بجراحهم»: a death tells of war only where it came of wounds."""
_OF_SORT = {"العسكريين": "soldier", "العسكريون": "soldier", "المدنيين": "civilian", "المدنيون": "civilian"}
_ONE_OF = frozenset(("احد", "احدي"))
_COUNTED_AMONG = ["في", "عداد"]
_SEIZES = "قبض"
_BOTH_KILLED = "قتلا"
_BECOMES = frozenset(("اصبح", "وقع", "بات", "سقط"))
_BECAME_FAR = 6
_DONE, _LOSS = "قضي", "فقدان"
_FREED = (["المفرج"], ["المحررين"], ["المحررون"])
_BEFALLS = frozenset(("اصاب",))
_BEFORE_VERBS = frozenset(("قد", "فقد", "لقد", "عندما", "حين", "حيث", "ما", "بينما", "فيما", "كما", "كان", "كانت"))
_FALLS = frozenset(("سقوط", "سقط", "اسقط", "اسقطت", "خلف", "خلفت", "اوقع", "اوقعت", "وقوع", "بوقوع")) | {
    "مخلفا",
    "مخلفه",
    "موقعا",
    "موقعه",
}
"""Words behind which victims without a number fell."""
_HURT, _NONE = "اصابات", frozenset(("لم", "ولم", "دون", "عدم", "بدون", "لا"))
_ANCHORS = frozenset(("بعد", "منذ", "غداه", "قبل", "عند", "حول", "بشان", "ذكري"))


def _harm(predicate: PredicateFound) -> str | None:
    """The kind of harm that a predicate tells of, if it does."""
    for ref in predicate.patterns:
        if ref.kind in MEASURES:
            return ref.kind
    return None


class Casualties(Parts):
    """The casualty grammar over one sentence."""

    def __init__(self, seen: Recognised, spoken: Spoken, others: list[Draft], bare: BarePeople) -> None:
        """`others` are the sentence's drafts of other kinds: what people were killed in, and what a part is part of."""
        self.seen = seen
        self.spoken = spoken
        self.others = others
        self.people = People(seen, spoken.sentence, bare)
        self.drafts: list[Draft] = []

    def run(self) -> list[Draft]:
        """All casualty drafts, in text order; parts of other counted claims (evacuated, sheltered) among them."""
        sentence = self.spoken.sentence
        for predicate in between(self.seen.predicates, sentence.first, sentence.last):
            kind = _harm(predicate)
            if kind is not None and not self._inside_actor(predicate):
                self._predicate(predicate, kind)
        self._lives()
        self._counted_victims()
        self.parts()
        for draft in self.drafts:
            self.finish(draft)
        self.share_sides()
        return sorted(self.drafts, key=lambda draft: (draft.first, draft.last))

    def _inside_actor(self, predicate: PredicateFound) -> bool:
        actor = covering(self.seen.actors, predicate.first)
        return actor is not None and actor.first < predicate.first

    def _lives(self) -> None:
        """«أودى الهجوم بحياة 12 شخصاً»."""
        for number in between(self.seen.numbers, self.spoken.sentence.first + 1, self.spoken.sentence.last):
            if self.seen.text.words[number.first - 1] == "بحياه" and self.people.usable(number):
                here = number.first - 1
                life = PredicateFound(here, here + 1, "noun", "حياه", "ب", "", None, ())
                self._count("casualties.killed", life, number, "it cost so many lives")

    def _counted_victims(self) -> None:
        """«سقوط شهيدين»: a number whose noun itself tells what happened, where no predicate has told it."""
        for number in between(self.seen.numbers, self.spoken.sentence.first, self.spoken.sentence.last):
            kind = f"casualties.{number.measure}" if number.measure in {"killed", "wounded"} else ""
            if not kind or not self.people.usable(number) or self.subset_opener(number) is not None:
                continue
            here = number.first
            nouns = self.seen.text.words[max(0, number.noun_first) : number.noun_last]
            if not any(word.removeprefix("و").startswith("ال") for word in (self.seen.text.words[here], *nouns)):
                told = PredicateFound(here, here + 1, "noun", self.seen.text.words[here], "", "", None, ())
                self._count(kind, told, number, "the counted noun tells what happened")

    # ------------------------------------------------------------------ predicates

    def _predicate(self, predicate: PredicateFound, kind: str) -> None:
        if predicate.pos != "verb" and nobody(self.seen, clause_at(self.spoken.clauses, predicate.first), predicate):
            self._count(kind, predicate, _some(predicate), NOBODY)
            return
        if predicate.pos != "participle" and self._joint(predicate, kind):
            return
        if predicate.pos == "participle":
            self._victim_noun(predicate, kind)
        elif predicate.pos == "verb":
            self._verb(predicate, kind)
        else:
            self._noun(predicate, kind)

    def _joint(self, predicate: PredicateFound, kind: str) -> bool:
        """«قتل وأصيب خمسة», «مقتل وإصابة 28 مدنياً»: one figure for both, so at most that many of each."""
        twin = next(iter(between(self.seen.predicates, predicate.last, predicate.last + 1)), None)
        other = _harm(twin) if twin is not None else None
        if twin is None or other is None or other == kind or not twin.proclitic.startswith("و"):
            return False
        if predicate.pos != twin.pos or (predicate.pos == "verb" and self._has_its_own(predicate)):
            return False  # written «قتلا», the dual passive looks like the noun
        last = min(self.spoken.sentence.last, twin.last + NEAR)
        numbers = self.people.people_after(twin.last, last, first_gap=2)
        if not numbers or not OTHERS.isdisjoint(self.seen.text.words[numbers[0].first : numbers[0].last + 2]):
            return False
        figure = numbers[0].hi if numbers[0].lo is not None else None
        bound = "at_most" if figure is not None else "several"  # «مقتل وإصابة المئات»
        most = msgspec.structs.replace(numbers[0], lo=None, hi=figure, bound=bound)
        for each in (kind, other):
            self.people.taken.discard(most.first)
            self._count(each, predicate, most, "one figure for dead and wounded")
        return True

    def _has_its_own(self, predicate: PredicateFound) -> bool:
        """Whether a verb speaks of people before it: «مدنيا وطفلا قتلا وأصيب 11», «ابنه قتل وأصيب ثلاثة»."""
        if predicate.form is not None and predicate.form.number in {"p", "d"}:
            return True
        before = predicate.first - 1
        opens = predicate.first == clause_at(self.spoken.clauses, predicate.first).first
        return not opens and not predicate.proclitic and self.seen.text.words[before] not in _BEFORE_VERBS

    def _verb(self, predicate: PredicateFound, kind: str) -> None:
        clause = clause_at(self.spoken.clauses, predicate.first)
        told_else = self._means_else(predicate, clause.last) or self._seized(predicate, kind, clause)
        if told_else or self._killed_those(predicate, kind, clause) or self._by_means(predicate, kind, clause.last):
            return
        if self._told_before(predicate, kind, clause.first):
            return
        agent = self._active_agent(predicate, clause.last)
        on = predicate.lexeme == _DONE and self.seen.text.words[predicate.last : predicate.last + 1] == ["علي"]
        start = self._past_place(agent.last) if agent is not None else predicate.last + on
        gap = 1 if predicate.lexeme == _LOST else 3  # «فقد أربعة بحارة»; «فقد» is mostly a particle
        numbers = self.people.people_after(start, min(clause.last, start + NEAR), first_gap=gap)
        numbers = numbers or self._behind_aside(clause, start)
        habitual = predicate.form is not None and predicate.form.tense != "p"
        active = predicate.lexeme in _BEFALLS
        if active and (habitual or clause.opener == "relative"):
            return  # «أزمة تصيب ملايين الناس»، «الحالة التي أصابت بعض الشباب»
        one_of = self.seen.text.words[start : start + 1] in (["احد"], ["احدي"])
        alone = self.people.bare_or_one_of if one_of else self.people.bare
        bare = alone(start, min(clause.last, start + gap))[:1]
        victims = numbers or ([] if habitual else bare)
        for number in victims:
            own = lost_by(self.spoken, clause, predicate, number)
            told = kind if own is None else "casualties.killed"
            draft = self._count(told, predicate, number, "the count stands after the verb")
            if draft is not None and own is not None:
                add(draft.targets, actor_codes(own))
                draft.side = party_of(self.seen.knowledge, actor_codes(own)[0])
            elif draft is not None and agent is not None:
                add(draft.agents, actor_codes(agent))
                draft.why.append("agents: subject of the active verb")
            elif draft is not None and self._active(predicate, number):
                self._carried_doer(draft)
        one = None if victims else one_who_is_named(self.seen, self.people, predicate, clause.last)
        if one is not None:
            self._count(kind, predicate, one, "one who is named stands after the verb")
        elif not victims:
            self._named_victim(predicate, kind, clause.last)

    def _by_means(self, predicate: PredicateFound, kind: str, last: int) -> bool:
        """«قتلت مسيّرة للدعم السريع ستة أشخاص», «أصابت غارة إسرائيلية ثلاثة»: what killed, whose it is, and whom."""
        means = [o for o in between(self.seen.objects, predicate.last, predicate.last + 1) if o.name in _KILLERS]
        if not means or predicate.passive_mark:
            return False
        numbers = self.people.people_after(means[-1].last, min(last, means[-1].last + NEAR), first_gap=4)
        draft = self._count(kind, predicate, numbers[0], "what killed stands behind the verb") if numbers else None
        if draft is not None:
            whose = owner_after(self.seen, means[-1].last, numbers[0].first)
            side = adjective(self.seen, means[-1].last, numbers[0].first)
            add(draft.agents, actor_codes(whose) if whose is not None else (side,) if side else ())
        return draft is not None

    def _killed_those(self, predicate: PredicateFound, kind: str, clause: Clause) -> bool:
        """«خمسة مدنيين أعدمتهم القوات»: the pronoun is the people before; who stands behind the verb did it."""
        named = self.spoken.named.get(clause.index)
        if predicate.pronoun not in _THEM or predicate.passive_mark or named is None or named.first < predicate.last:
            return False
        near = between(self.seen.numbers, predicate.first - _BECAME_FAR, predicate.first)
        for number in [n for n in near if self.people.usable(n) and self.people.counts_people(n)][-1:]:
            draft = self._count(kind, predicate, number, "the people stand before the verb")
            if draft is not None:
                add(draft.agents, actor_codes(named))
        return True

    def _told_before(self, predicate: PredicateFound, kind: str, first: int) -> bool:
        """Whether a verb's people stand before it, counted or not."""
        counted = self.people.numbers_before(predicate)
        for number in counted:
            self._count(kind, predicate, number, "the count stands before the verb")
        ahead = [] if counted else self.people.people_ahead(predicate, first)
        for number in ahead:
            self._count(kind, predicate, number, "the people stand before the verb")
        return bool(counted or ahead)

    def _behind_aside(self, clause: Clause, start: int) -> list[NumberFound]:
        """«قتل، بحسب الوزارة، ثلاثة جنود»."""
        behind = resumed(self.seen, self.spoken, clause) if start >= clause.last - 1 else None
        return self.people.people_after(*behind, first_gap=1) if behind is not None else []

    def _seized(self, predicate: PredicateFound, kind: str, clause: Clause) -> bool:
        """«قبضت القوات على ستة جنود»: soldiers are taken prisoner; anybody else is arrested, which is no claim here."""
        if predicate.lexeme != _SEIZES:
            return False
        words_ = self.seen.text.words
        last = min(clause.last, predicate.last + NEAR)
        on = next((token for token in range(predicate.last, last) if words_[token] == "علي"), last)
        for number in self.people.people_after(on + 1, last, first_gap=1):
            if number.counted in FORCE_SORTS - {"policeman"}:
                draft = self._count(kind, predicate, number, "soldiers are seized")
                named = self.spoken.named.get(clause.index)
                if draft is not None and named is not None and named.first < number.first:
                    add(draft.agents, actor_codes(named))
        return True

    def _means_else(self, predicate: PredicateFound, last: int) -> bool:
        """«لقي ترحيباً», «قضى بحبسه»: verbs that tell of death only with «مصرع» or «على»."""
        after = self.seen.text.words[predicate.last : last]
        if predicate.lexeme in _DIES:
            return not any(word.startswith(_OF_WOUNDS) for word in after)
        if predicate.lexeme == FALLS:
            return not fell(self.seen, self.people, predicate, after)
        if predicate.lexeme == "لقي":
            return not any(word.startswith(_DEATH) for word in after)
        people = self.people.people_after(predicate.last, last, first_gap=0)  # «قضى مدنيان»
        return predicate.lexeme == _DONE and after[:1] != ["علي"] and not people

    def _active(self, predicate: PredicateFound, victim: NumberFound) -> bool:
        """«قتلت ثلاثة مقاتلين», «قضت على 40»: the verb does not agree with the victims, so somebody else does it."""
        form = predicate.form
        if form is None or predicate.passive_mark:
            return False
        women = victim.counted in _FEMININE or victim.sort == "vague"
        return predicate.lexeme == _DONE or (form.gender == "f" and form.number == "s" and not women)

    def _carried_doer(self, draft: Draft) -> None:
        codes = self.spoken.subjects.get(draft.clause.index, ())
        doers = tuple(self.doer(code) for code in codes if self.doer(code))
        add(draft.agents, doers)
        if doers:
            draft.why.append("agents: the subject goes on")

    def _active_agent(self, predicate: PredicateFound, last: int) -> ActorFound | None:
        """A force right after the verb, with the people it killed bare behind it."""
        actors = between(self.seen.actors, predicate.last, min(last, predicate.last + 2))
        if predicate.passive_mark or not actors or governed(self.seen, actors[0]):
            return None
        if self.seen.text.words[actors[0].last : actors[0].last + 1] in _BY_FIRE:
            return None  # «قتل جندي أرميني برصاص قناص»: he is the victim
        start = self._past_place(actors[0].last)
        behind = self.people.people_after(start, min(last, start + NEAR), first_gap=2)
        return actors[0] if behind or self.people.bare(actors[0].last, min(last, actors[0].last + 2)) else None

    def _past_place(self, token: int) -> int:
        """«قتلت قوات كذا في دارفور 25 شخصاً»: past where they are."""
        inside = self.seen.text.words[token : token + 1] == ["في"]
        place = covering(self.seen.places, token + 1) if inside else None
        return place.last if place is not None else token

    def _named_victim(self, predicate: PredicateFound, kind: str, last: int) -> None:
        """«قتل قائد اللواء»: one person of office or name."""
        for actor in between(self.seen.actors, predicate.last, min(last, predicate.last + 2)):
            if actor.sort == "person" and not governed(self.seen, actor):
                one = NumberFound(actor.first, actor.last, 1, 1, "exact", "singular", "a named person is one", "")
                draft = self._count(kind, predicate, one, "a person is named")
                if draft is not None:
                    add(draft.targets, actor_codes(actor))

    def _noun(self, predicate: PredicateFound, kind: str) -> None:
        """«مقتل 32 شخصاً وإصابة …»، «بقتل أحد عسكرييها»."""
        clause = clause_at(self.spoken.clauses, predicate.first)
        last = min(max(clause.last, predicate.last), predicate.last + NEAR)
        if self.seen.text.words[predicate.first] == _BOTH_KILLED and self._both(predicate, kind):
            return
        if predicate.lexeme in _DIES and self._means_else(predicate, last):
            return
        first = self._past_on(predicate)
        victims = self.people.nearer(first, last)
        if predicate.lexeme != _LOSS:  # «فقدان أحد الوالدين»
            victims = victims or self.people.bare_or_one_of(first, min(last, first + 2))
        if predicate.lexeme == _LOSS and victims and self.seen.text.words[victims[0].first] in _ONE_OF:
            return  # «فقدان أحد الوالدين» is a bereavement
        victims = victims or self._the_one(predicate, first) or self._some_hurt(predicate)
        for number in victims:
            self._count(kind, predicate, number, "the count stands after the verbal noun")
        if predicate.pronoun in {"هم", "ها", "ه"} or victims or predicate.lexeme not in _DEATHS:
            return
        if not self._anchors(predicate) or dated(self.seen, clause):
            self._named_victim(predicate, kind, last)

    def _the_one(self, predicate: PredicateFound, token: int) -> list[NumberFound]:
        """«مقتل الجندي فلان»: one, who is named."""
        word = self.seen.text.words[token] if token < self.spoken.sentence.last else ""
        who = THE_ONE.get(word, "")
        if predicate.lexeme not in _DEATHS or not who or self._anchors(predicate):
            return []
        return [the_one(token, who)]

    def _some_hurt(self, predicate: PredicateFound) -> list[NumberFound]:
        """«سقوط إصابات», «وقوع إصابات»: some are wounded."""
        if predicate.lexeme != _HURT or predicate.pronoun or not self._tells_of_fall(predicate):
            return []
        if not _NONE.isdisjoint(self.seen.text.words[max(0, predicate.first - NEAR) : predicate.first]):
            return []  # «لم ترد أنباء عن وقوع إصابات»
        here = predicate.first
        return [NumberFound(here, here + 1, None, None, "several", "vague", "victims without a number", "")]

    def _both(self, predicate: PredicateFound, kind: str) -> bool:
        """«شخصين اثنين قتلا»: after two people the word is the verb in the dual, and no noun."""
        near = between(self.seen.numbers, predicate.first - 8, predicate.first)
        two = next((n for n in reversed(near) if n.lo == n.hi == 2 and self.people.usable(n)), None)  # noqa: PLR2004
        if two is None or self.people.past_group(max(two.last, two.noun_last)) != predicate.first:
            return False
        return self._count(kind, predicate, two, "the count stands before the verb") is not None

    def _anchors(self, predicate: PredicateFound) -> bool:
        """«في اليوم التالي لمقتل الوزير», «منذ مقتله»: a known death tells when something else was."""
        before = unjoined(self.seen, predicate.first - 1, predicate.first) if predicate.first else set()
        return "ل" in predicate.proclitic.replace("ال", "") or not _ANCHORS.isdisjoint(before)

    def _past_on(self, predicate: PredicateFound) -> int:
        """The token where the victims of a verbal noun begin: past «على» of «القضاء على 40 مسلحاً»."""
        token = predicate.last
        while token < self.spoken.sentence.last and self.seen.text.words[token] in CLOSING_QUOTES:
            token += 1
        on = predicate.lexeme in KILLING and self.seen.text.words[token : token + 1] == ["علي"]
        return token + 1 if on else predicate.last

    def _victim_noun(self, predicate: PredicateFound, kind: str) -> None:
        """«50 قتيلاً»: the counted noun itself tells what happened; without a count, some."""
        definite = self.seen.text.words[predicate.first].startswith("ال")
        of_them = definite and self.seen.text.words[predicate.first - 1] == "من"
        freed = kind == "casualties.captured" and self.seen.text.words[predicate.last : predicate.last + 1] in _FREED
        if self.seen.text.words[predicate.first - 2 : predicate.first] == _COUNTED_AMONG:
            self._among_the_missing(predicate, kind)
            return
        if of_them or freed or self._exchanged(predicate):
            return  # «سبعة من القتلى مدنيون» is a part
        if kind == "casualties.captured" and self._became(predicate):
            return
        number = next((n for n in self.people.numbers_over(predicate.first)), None) or self.people.fell_victim(
            predicate
        )
        if number is not None:
            self._count(kind, predicate, number, "the counted noun tells what happened")
            return
        before = [n for n in between(self.seen.numbers, predicate.first - 4, predicate.first) if self.people.usable(n)]
        if before and before[-1].last == predicate.first:
            self._count(kind, predicate, before[-1], "the number stands right before the noun")
        elif self._total(predicate, kind) or self.seen.text.words[predicate.first - 1] in {"ليس", "ليسوا", "ليست"}:
            return
        elif not predicate.proclitic.endswith("ال") and self._tells_of_fall(predicate):
            self._count(kind, predicate, _some(predicate), "victims without a number")

    def _among_the_missing(self, predicate: PredicateFound, kind: str) -> None:
        """«لا يزال 100 شخص في عداد المفقودين»."""
        before = between(self.seen.numbers, predicate.first - NEAR, predicate.first)
        for number in [n for n in before if self.people.usable(n) and self.people.counts_people(n)][-1:]:
            self._count(kind, predicate, number, "they are counted among them")

    def _became(self, predicate: PredicateFound) -> bool:
        """«تسعة جنود أصبحوا أسرى», «وقع ستة جنود أسرى»: whom the verb before speaks of."""
        verbs = between(self.seen.predicates, predicate.first - _BECAME_FAR, predicate.first)
        verb = next((v for v in reversed(verbs) if v.pos == "verb" and v.lexeme in _BECOMES), None)
        if verb is None:
            return False
        before = self.people.number_before(verb)
        after = self.people.people_after(verb.last, predicate.first, first_gap=2)
        numbers = [before] if before is not None else after
        for number in numbers:
            self._count("casualties.captured", predicate, number, "they became prisoners")
        return bool(numbers)

    def _total(self, predicate: PredicateFound, kind: str) -> bool:
        """«ارتفع عدد القتلى … إلى 14»، «بلغت حصيلة الضحايا 14»: the whole so far."""
        clause = clause_at(self.spoken.clauses, predicate.first)
        verb = clause.verb
        toll = self.seen.text.words[predicate.first - 1 : predicate.first]  # «حصيلة الشهداء قفزت إلى …»
        later = verb is not None and verb.first > predicate.first and _TOLLS.isdisjoint(toll)
        risen = not _RISING.isdisjoint(self.seen.text.words[max(clause.first, predicate.first - 2) : predicate.first])
        if not risen and (verb is None or verb.lexeme not in _RISES or later):
            return False  # «أعلنت الوزارة ارتفاع حصيلة قتلاها إلى 604» rises by a noun
        start = predicate.last if risen or verb is None else max(predicate.last, verb.last)
        numbers = [n for n in between(self.seen.numbers, start, clause.last) if self.people.usable(n)]
        mine = (n for n in numbers if n.measure in {"", None, MEASURES[kind]})
        told = [n for n in mine if self.people.counts_people(n)]
        if not told:
            return False
        number = told[-1]
        if not risen and verb is not None and verb.lexeme in _EXCEEDS and number.bound == "exact":
            number = msgspec.structs.replace(number, bound="more_than", hi=None)  # «تجاوز عدد الجرحى 500»
        draft = self._count(kind, predicate, number, "the total has reached")
        if draft is not None and draft.who == "person":  # «عدد القتلى العسكريين»
            draft.who = _OF_SORT.get(self.seen.text.words[predicate.last], "person")
        return draft is not None

    def _exchanged(self, predicate: PredicateFound) -> bool:
        """«الإفراج عن 90 أسيراً»: prisoners who are let go are not captured now."""
        near = (other for other in self.others if other.kind == "implementation.exchange")
        return any(other.first <= predicate.first <= other.last + NEAR for other in near)

    def _tells_of_fall(self, predicate: PredicateFound) -> bool:
        before = self.seen.text.words[max(0, predicate.first - 3) : predicate.first]
        return any(_FALLS.isdisjoint((word, word.lstrip("وب"), word.removeprefix("ب"))) is False for word in before)

    # ------------------------------------------------------------------ drafts

    def _count(self, kind: str, predicate: PredicateFound, number: NumberFound, why: str) -> Draft | None:
        if number.first in self.people.taken or (kind == "casualties.captured" and self._exchanged(predicate)):
            return None
        self.people.taken.add(number.first)
        end = max(number.last, number.noun_last)
        draft = Draft(
            kind=kind,
            rule=f"{kind.partition('.')[2]}: {why}",
            first=min(predicate.first, number.first),
            last=max(predicate.last, end),
            anchor=predicate.first,
            spoken=self.spoken,
            clause=clause_at(self.spoken.clauses, predicate.first),
            predicate=predicate,
            number=number,
            measure=MEASURES[kind],
            who=number.counted if number.counted in PEOPLE else "person",
            confidence=0.8,
        )
        scope = scope_at(self.spoken, predicate.first)
        draft.by = scope.by if scope is not None else ()
        draft.why.append(f"«{self.seen.text.raw_text(draft.first, draft.last)}»: {why}")
        self.drafts.append(draft)
        return draft


def _some(predicate: PredicateFound) -> NumberFound:
    """Victims whose noun stands alone: one («شهيد») or some («ضحايا»)."""
    alone = predicate.lexeme in _SINGULAR
    one, bound, sort = (1, "exact", "singular") if alone else (None, "several", "vague")
    return NumberFound(predicate.first, predicate.last, one, one, bound, sort, "victims without a number", "")

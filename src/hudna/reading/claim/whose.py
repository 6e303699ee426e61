"""Whose the people are who came to harm, and by whom: only where the words say so."""

from itertools import pairwise

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute import Spoken, actor_codes, governed, scope_at
from hudna.reading.claim.draft import Draft, add
from hudna.reading.claim.owners import demonyms
from hudna.reading.claim.people import People
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound
from hudna.reading.recognise.parties import party_of

_BY_HAND_OF = (("علي", "يد"), ("علي", "ايدي"), ("من", "قبل"))
_FIRE_OF = frozenset(("برصاص", "بنيران", "بايدي"))
_BLOWS = frozenset(("hostilities.shelling", "hostilities.air", "hostilities.attack", "hostilities.small_arms"))
RANKS = ("رقيب", "عريف", "ملازم", "نقيب", "رائد", "مقدم", "عقيد", "عميد", "لواء", "جنرال")
_MEMBERS = frozenset(
    ("عنصر", "عنصرا", "عناصر", "قيادي", "قياديا", "عضو", "مقاتل", "مقاتلا", "ضابط", "ضباط", "جندي", *RANKS)
)
_HAND_FAR = 12
_HELD, _ABLE_FAR = frozenset(("لدي", "بيد", "يد", "ايدي", "بايدي", "قبضه", "عند")), 4
_SAYS_IT = 5
"""Words of time and place between a saying verb and what it announces."""
_LOSSES = frozenset(("خسائرها", "خسائره", "قتلاها", "قتلاه", "افرادها", "افراده", "عناصرها", "عناصره"))
_OUR_SIDE = frozenset(("بلاده", "بلادها", "قواته", "قواتها", "جيشه", "جيشها", "البلاد"))
_SIDE = frozenset(("جانب", "طرف", "معسكر", "صف", "صفوف"))
_TOLLS = frozenset(("حصيله", "ضحايا", "قتلي", "عدوان"))
_LOSES = frozenset(("تكبد", "خسر"))
_ABLE = frozenset(("استطاع", "تمكن"))
_BELONG = frozenset(("تابع", "تابعا", "تابعين", "تابعه", "منتميا", "مواليا", "موالين"))
_OURS = frozenset(("قوات", "جنود", "صفوف", "جيش", "مقاتلي", "عناصر", "افراد"))
_ON_OUR_SIDE = frozenset(("جانبنا", "طرفنا", "جهتنا"))
_THEIR_RANKS = frozenset(("صفوفهم", "صفوفها", "صفوفه"))
_OF_A_GROUP = frozenset(("fighter", "soldier", "person"))
"""«عنصرين بحزب كذا»: «بـ» before a group says of whom they are; before a place it says where."""
OTHERS = frozenset(("اخرون", "اخرين", "اخر", "اخري", "اخران", "ثالث", "رابع", "خامس", "ثان", "العشرات"))
_LEADERS = frozenset(("قاده", "قيادات", "قياديي", "مقاتلي", "مسلحي", "عناصر", "افراد", "جنود", "ضباط"))
_HARMFUL = ("hostilities.", "ceasefire.violated")
_THROUGH = words("grammar", "small", "through")
KILLING = frozenset(("قتل", "القضاء", "قضاء", "اسر"))
"""Verbal nouns of somebody's deed: «أعلن الجيش قتل 40 مسلحاً» says that he killed them; «مقتل» does not."""
FORCE_SORTS = frozenset(("soldier", "peacekeeper", "policeman", "fighter"))
"""Sorts of people who belong to a force."""


def _mutual(blow: Draft) -> bool:
    """«تبادل لإطلاق النار»: fire from both sides tells nobody's killer."""
    return blow.predicate is not None and blow.predicate.lexeme.startswith("تبادل")


class Whose:
    """The sides of casualties in one sentence."""

    seen: Recognised
    spoken: Spoken
    others: list[Draft]
    people: People
    drafts: list[Draft]

    def finish(self, draft: Draft) -> None:
        """Fill `who`, `targets`, `side` and `agents` of a casualty; a part takes its whole's."""
        if draft.parent is not None and draft.parent.kind == draft.kind:
            parent = draft.parent
            draft.agents, draft.targets, draft.side = list(parent.agents), list(parent.targets), parent.side
            return
        self._of_what_sort(draft)
        self._whose(draft)
        self._by_whom(draft)

    def share_sides(self) -> None:
        """«قتلى وجرحى في صفوف الجيش»: whose they all are is told once, behind the last of them."""
        for one, other in pairwise(sorted(self.drafts, key=lambda draft: draft.first)):
            joined = one.last == other.first and self.seen.text.words[other.first].startswith("و")
            if joined and other.targets and not one.targets and one.who in {"person", other.who} and not one.parent:
                one.targets, one.side, one.who = list(other.targets), other.side, other.who
                one.why.append("targets: told once for both figures")

    def _of_what_sort(self, draft: Draft) -> None:
        """«مقتل سبعة مدنيين وإصابة ثلاثة آخرين»: the others are of the sort named before."""
        number = draft.number
        end = max(number.last, number.noun_last) if number is not None else 0
        words_ = self.seen.text.words[end - 1 : end + 1] if number is not None else []
        before = [d for d in self.drafts if self._stands_before(d, draft) and d.parent is None]
        bare = number is not None and number.counted is None and number.noun_first < 0
        others = bool(before) and (bare or any(word in OTHERS for word in words_))
        if others and draft.who == "person" and before[-1].who:
            draft.who = before[-1].who
        own = number is not None and self._side_after(draft, end)  # «49 جندياً من أرمينيا و50 من أذربيجان»
        if others and not own and draft.who == before[-1].who and before[-1].by == draft.by:
            add(draft.targets, before[-1].targets)
            draft.side = draft.side or before[-1].side

    def _stands_before(self, one: Draft, other: Draft) -> bool:
        """Whether one figure is told before another; both may hang on one verb («قتل 30 … و40 …»)."""
        if one.number is None or other.number is None or one is other:
            return one.anchor < other.anchor
        return one.number.first < other.number.first

    def _whose(self, draft: Draft) -> None:
        number = draft.number
        if number is None or draft.targets:
            return
        end = max(number.last, number.noun_last)
        self._in_their_ranks(draft)
        if draft.targets:
            return
        side = self._side_after(draft, end) or self._own_losses(draft) or self._who_lost(draft)
        group = self._of_a_group(draft) if not side else ""
        if group:
            draft.who, draft.side = "fighter", group
            add(draft.targets, (group,))
            draft.why.append(f"targets: {group}")
            return
        if not side and draft.who in FORCE_SORTS and draft.by and not draft.agents and not self._own_deed(draft):
            side = self._own(draft)
        if not side:
            return
        force = draft.who in FORCE_SORTS and "." not in side
        target = f"{side}.MIL" if force else side
        add(draft.targets, (target,))
        if draft.who in FORCE_SORTS:
            draft.side = party_of(self.seen.knowledge, side)
        draft.why.append(f"targets: {target}")

    def _in_their_ranks(self, draft: Draft) -> None:
        """«40 من جنودها قتلوا، ما يرفع عدد القتلى في صفوفهم إلى 280»: the pronoun is those told of before."""
        words_ = self.seen.text.words
        ranks = next(
            (t for t in range(draft.first + 1, min(draft.last + 2, len(words_))) if words_[t] in _THEIR_RANKS), 0
        )
        if not ranks or words_[ranks - 1] != "في":
            return
        before = [d for d in self.drafts if self._stands_before(d, draft) and d.kind == draft.kind and d.targets]
        others = between(self.seen.actors, draft.clause.first, draft.first)
        if not before and draft.by and self.doer(draft.by[0]) and len(others) <= 1:
            draft.targets = [self.doer(draft.by[0])]  # «تحدث الانفصاليون عن 213 قتيلاً في صفوفهم»
        if before:
            draft.targets, draft.side = list(before[-1].targets), before[-1].side
            draft.who = before[-1].who if draft.who == "person" else draft.who
            draft.why.append("targets: the ranks of those told of before")

    def _of_a_group(self, draft: Draft) -> str:
        """«مقتل 12 حوثياً»: people named by the group that they are of."""
        number = draft.number
        if number is None or draft.who != "person":
            return ""
        match = demonyms(self.seen.knowledge).at(self.seen.text.words, number.last, self.spoken.sentence.last)
        code = match.payloads[0] if match is not None and match.last - match.first == 1 else ""
        actor = self.seen.knowledge.actors.get(code)
        return code if "." in code and actor is not None and actor.sort == "group" else ""

    def _who_lost(self, draft: Draft) -> str:
        """«تكبدت القوات الحكومية 32 قتيلاً»: the subject's own."""
        verb = draft.clause.verb
        named = self.spoken.named.get(draft.clause.index)
        if verb is None or verb.lexeme not in _LOSES or named is None or not actor_codes(named):
            return ""
        draft.who = self._sort_of(named) if draft.who == "person" else draft.who
        return party_of(self.seen.knowledge, actor_codes(named)[0])

    def _own_losses(self, draft: Draft) -> str:
        """«حصيلة خسائرها … 84 قتيلاً», «مقتل 71 من أفرادها»: the speaker's own."""
        if not draft.by or not self.doer(draft.by[0]):
            return ""
        first, last = (
            (draft.clause.first, draft.last) if draft.clause.first < draft.first else (draft.first, draft.last)
        )
        ours = (w for w in self.seen.text.words[last : last + 4] if w.endswith("نا"))
        losses = any(word.lstrip("و") in _LOSSES for word in self.seen.text.words[first:last])
        stretch = self.seen.text.words[first:last]
        losses = losses or any(
            loss.startswith("خسائر") and whose in _OUR_SIDE for loss, whose in pairwise(stretch)
        )  # «خسائر بلاده بلغت 105 قتلى»
        losses = losses or any(word[:-2] in _OURS for word in ours)  # «قتلى في صفوف قواتنا»
        before = self.seen.text.words[max(draft.clause.first - 3, 0) : draft.first]
        losses = losses or any(word in _ON_OUR_SIDE for word in before)  # «من جانبنا، قتل 18 جندياً»
        if not losses:
            return ""
        draft.who = "soldier" if draft.who == "person" else draft.who
        return party_of(self.seen.knowledge, draft.by[0])

    def _side_after(self, draft: Draft, end: int) -> str:
        number = draft.number
        last = min(self.spoken.sentence.last, end + 4)
        noun = self.seen.text.words[number.noun_first] if number and number.noun_first >= 0 else ""
        if end < last and self.seen.text.words[end] in OTHERS:
            end += 1  # «40 آخرين من جنودها»
        if noun.endswith(("ها", "هم")) and draft.who in FORCE_SORTS and draft.by and self.doer(draft.by[0]):
            return party_of(self.seen.knowledge, draft.by[0])
        for actor in between(self.seen.actors, number.first if number else end, last):
            member = self.seen.text.words[actor.first - 2 : actor.first]
            of_it = len(member) > 1 and member[1] == "في" and member[0].removeprefix("ال") in _MEMBERS
            of_it = (
                of_it
                or member == ["في", "صفوف"]
                or self._among_them(draft, actor)
                or (actor.proclitic == "ب" and draft.who in _OF_A_GROUP)
            )
            before = self.seen.text.words[actor.first - 1]
            of_it = of_it or before.removeprefix("ال") in _BELONG
            apart = before in {"مع", "ضد", "في", "علي", "بين"} or actor.proclitic.startswith(("ب", "ل"))
            if (apart and not of_it) or before in _FIRE_OF:
                break
            led = before in _LEADERS and self.seen.text.words[end : end + 1] == ["من"]  # «ثلاثة من أبرز قادة فلان»
            if (led or actor.first <= end + 1 + of_it) and (actor.code or actor.codes):
                if draft.by and self.doer(draft.by[0]) and self._of_the_speaker(actor):
                    draft.who = self._sort_of(actor) if draft.who == "person" and actor.sort == "force" else draft.who
                    return party_of(self.seen.knowledge, draft.by[0])  # «40 آخرين من جنودها»
                draft.stretch(actor.first, actor.last)
                if draft.who == "person" and actor.sort in {"force", "group"}:
                    draft.who = self._sort_of(actor)
                elif draft.who == "soldier" and (actor.code or "").endswith(".PKF"):
                    draft.who = "peacekeeper"
                return ".".join(part for part in actor_codes(actor)[0].split(".") if led is False or not part.islower())
        match = demonyms(self.seen.knowledge).at(self.seen.text.words, end, last) if end < last else None
        if match is not None and draft.who in FORCE_SORTS:
            draft.stretch(draft.first, match.last)
            return match.payloads[0]
        return ""

    def _among_them(self, draft: Draft, actor: ActorFound) -> bool:
        """«قتلى وجرحى بين الجنود الأرمن», «قتلى في الجانب الأرميني»: among whom they fell."""
        words_ = self.seen.text.words
        side = words_[actor.first].removeprefix("ال") in _SIDE and words_[actor.first - 1] in {"في", "لدي", "من"}
        forces = actor.sort == "force" and words_[actor.first - 1] == "بين"
        return (side or forces) and draft.number is not None and draft.number.sort in {"vague", "cardinal", "plural"}

    def _of_the_speaker(self, actor: ActorFound) -> bool:
        word = self.seen.text.words[actor.first]
        return actor.last - actor.first == 1 and word.endswith(("ها", "هم", "ه")) and not word.startswith("ال")

    def _sort_of(self, actor: ActorFound) -> str:
        """People of a force: peacekeepers, soldiers; of an armed group: fighters."""
        if (actor.code or "").endswith(".PKF"):
            return "peacekeeper"
        return "fighter" if actor.sort == "group" else "soldier"

    def _own(self, draft: Draft) -> str:
        """A party that announces soldiers' deaths without saying whose announces its own."""
        body = draft.by[0].split(".")
        official = len(body) > 1 and body[1] in {"MOD", "MIL", "GOV", "PM", "PRES"} and body[0] not in {"UN", "EU"}
        verbal = draft.predicate is not None and draft.predicate.pos == "noun"
        return body[0] if official and verbal else ""

    def _by_whom(self, draft: Draft) -> None:
        """What they were killed in names who did it: «في قصف إسرائيلي», «في العملية التي تشنها X»; a clash does not."""
        self._caused(draft)
        if not draft.agents:
            self._by_hand(draft)
        if draft.agents:
            return
        later = [
            other
            for other in self.others
            if other.kind.startswith("hostilities.")
            and other.kind != "hostilities.clash"
            and not _mutual(other)
            and other.anchor > draft.anchor
        ]
        for other in later:
            if self._leads_to(draft, other) and other.agents:
                add(draft.agents, other.agents)
                draft.definite_event = draft.definite_event or other.kind == "hostilities.offensive"
                draft.why.append(f"agents: doer of «{self.seen.text.raw_text(other.first, other.last)}»")
                return

    def _by_hand(self, draft: Draft) -> None:
        """«قتل … على يد X», «برصاص X», «حصيلة القصف الإسرائيلي»; «أعلن X قتل 40»: who says that he did it."""
        words_ = self.seen.text.words
        last = min(self.spoken.sentence.last, draft.last + _HAND_FAR)
        for token in range(draft.last, last - 1):
            if (words_[token], words_[token + 1]) in _BY_HAND_OF or words_[token] in _FIRE_OF:
                start = token + (1 if words_[token] in _FIRE_OF else 2)
                named = next(iter(between(self.seen.actors, start, start + 2)), None)
                match = demonyms(self.seen.knowledge).at(words_, start, start + 2)
                nation = match.payloads[:1] if match is not None else ()  # «بنيران أذربيجانية»
                add(draft.agents, actor_codes(named) if named is not None else nation)
        if draft.kind == "casualties.captured" and not draft.agents:
            add(draft.agents, self._held_by(draft))
        if not draft.agents and self._able(draft):
            add(draft.agents, actor_codes(self.spoken.named[draft.clause.index]))
        tolled = self._toll_of(draft)
        if not draft.agents and tolled:
            add(draft.agents, (tolled,))
        if not draft.agents and self._own_deed(draft):
            add(draft.agents, (self.doer(draft.by[0]),))
            draft.why.append("agents: who announces that he did it")

    def _held_by(self, draft: Draft) -> tuple[str, ...]:
        """«وقعوا أسرى لدى القوات الأذربيجانية», «أسرى بيد X»."""
        for token in range(draft.last, min(self.spoken.sentence.last, draft.last + _ABLE_FAR)):
            if self.seen.text.words[token] in _HELD:
                held = next(iter(between(self.seen.actors, token + 1, token + 3)), None)
                return actor_codes(held) if held is not None else ()
        return ()

    def _able(self, draft: Draft) -> bool:
        """«استطاع التحالف قتل 58 مقاتلاً»: the subject did it."""
        verb, noun = draft.clause.verb, draft.predicate
        killed = noun is not None and noun.pos == "noun" and noun.lexeme in KILLING
        could = verb is not None and verb.lexeme in _ABLE and verb.first < draft.anchor
        return killed and could and draft.clause.index in self.spoken.named

    def _own_deed(self, draft: Draft) -> bool:
        """«أعلن الجيش قتل 40 مسلحاً»: a verbal noun of killing right after the saying verb is the speaker's deed."""
        own = draft.predicate is not None and draft.predicate.pos == "noun" and draft.predicate.lexeme in KILLING
        own = own and (draft.number is None or draft.number.first > draft.anchor)  # «إن جنديين قتلا» tells no doer
        scope = scope_at(self.spoken, draft.anchor)
        says = scope is not None and scope.verb >= 0 and 0 <= draft.anchor - scope.first <= _SAYS_IT
        return own and says and bool(draft.by) and bool(self.doer(draft.by[0]))

    def doer(self, speaker: str) -> str:
        """Whoever speaks, as one who fights: a state or group, or its army; nobody for sources and third parties."""
        body = speaker.split(".")
        fights = len(body) == 1 or body[1] in {"MIL", "MOD", "GOV"} or speaker in self.seen.knowledge.actors
        known = body[0] not in {"SOURCE", "UN", "EU", "ICRC", "SOHR"} and body[0].isupper()
        if not known or not fights:
            return ""
        return speaker if speaker.endswith(".MIL") else party_of(self.seen.knowledge, speaker)

    def _toll_of(self, draft: Draft) -> str:
        """«حصيلة القصف الأرميني … 60 قتيلاً»: whose blows the toll is of."""
        words_ = self.seen.text.words
        for blow in between(self.seen.predicates, draft.clause.first, draft.first):
            told = any(ref.kind.startswith("hostilities.") for ref in blow.patterns) and blow.pos == "noun"
            if told and blow.first and words_[blow.first - 1].lstrip("و").removeprefix("ال") in _TOLLS:
                match = demonyms(self.seen.knowledge).at(words_, blow.last, blow.last + 2)
                whose = next(iter(between(self.seen.actors, blow.last, blow.last + 1)), None)
                if whose is not None and not governed(self.seen, whose) and actor_codes(whose):
                    return actor_codes(whose)[0]  # «حصيلة ضحايا قصف النظام السوري»
                return match.payloads[0] if match is not None else ""
        return ""

    def _caused(self, draft: Draft) -> None:
        """«خلّفت العملية العسكرية 32 قتيلاً»، «معارك … أسفرت عن مقتل»: the cause is the event."""
        verb = draft.clause.verb
        if verb is None or verb.lexeme not in self.seen.vocabulary.causes:
            return
        operation = [o for o in between(self.seen.objects, draft.clause.first, draft.last) if o.name == "operation"]
        draft.definite_event = draft.definite_event or bool(operation)
        before = [o for o in self.others if o.kind.startswith(_HARMFUL) and o.anchor < draft.anchor]
        if before:
            draft.cause = before[-1]
        elif not draft.agents:
            add(draft.agents, self._blow_of(draft))

    def _blow_of(self, draft: Draft) -> tuple[str, ...]:
        """«القصف الروسي والسوري أدى إلى مقتل …», «اعتداءات الجيش أدت إلى …»: whose the blow is that it came of."""
        words_ = self.seen.text.words
        for blow in between(self.seen.predicates, draft.clause.first, draft.anchor):
            struck = blow.pos == "noun" and any(ref.kind in _BLOWS for ref in blow.patterns)
            if not struck:
                continue
            whose = next(iter(between(self.seen.actors, blow.last, blow.last + 1)), None)
            if whose is not None and not governed(self.seen, whose) and actor_codes(whose):
                return actor_codes(whose)
            found = demonyms(self.seen.knowledge).find(words_, blow.last, blow.last + 2)
            return tuple(dict.fromkeys(one.payloads[0] for one in found))
        return ()

    def _leads_to(self, draft: Draft, other: Draft) -> bool:
        if any(
            c.opener in {"resume", "according"} and draft.last <= c.first <= other.first for c in self.spoken.clauses
        ):
            return False
        stretch = self.seen.text.words[draft.last : max(draft.last, other.first + 1)]
        return any(word.lstrip("و") in _THROUGH or word[:1] == "ب" or word == "من" for word in stretch)

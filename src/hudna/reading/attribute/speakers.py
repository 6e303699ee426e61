"""Who says what: scopes of speakers over the words of a text.

A scope is a stretch of tokens with its chain of speakers, the original first, then each relay. Inner scopes are added
after the outer ones and win. What no scope covers, the source says in its own voice.
"""

import re
from collections.abc import Callable

import msgspec

from hudna.reading.attribute.attributions import ANSWERS, DOCUMENTS, PIECE
from hudna.reading.attribute.clauses import COMMAS, Clause, split_clauses
from hudna.reading.attribute.described import unnamed
from hudna.reading.attribute.moods import MOODS
from hudna.reading.attribute.nouns import WithoutVerbs
from hudna.reading.attribute.scopes import Scope, Spoken
from hudna.reading.attribute.subjects import (
    PREPOSITIONS,
    apposed,
    goes_on_inside,
    governed,
    speaker_codes,
    subject_of,
    with_coordinated,
)
from hudna.reading.attribute.tolls import harms, tells_a_toll
from hudna.reading.recognise.bundle import Recognised, between
from hudna.reading.recognise.found import ActorFound
from hudna.reading.recognise.predicates import PredicateFound
from hudna.reading.split import Sentence

_NOMINATIVE = re.compile("(?:ال)?.{2,}ون")
_CONTRAST = frozenset(("لكن", "لكنه", "لكنها", "الا", "غير", "بيد"))
_NEED_OBJECT = frozenset(("اتهم", "حث", "ناشد"))
"""Verbs that always name whom they address: the only actor after one is that."""
_CALLS = frozenset(("دعا", "طالب"))
_SHOWS = frozenset(("اظهر", "ابدي", "نشر", "بث"))
"""«أظهر تحقيق أن …» says; «يظهرون علامات الذعر» and «نشر الجيش قوات» do not."""
_EMBEDDED = frozenset(("that", "relative", "subordinate", "asyndetic"))
_NEAR_COLON = 3
_NAMED_FAR = 8
_RELAY_FAR = 4
_ALSO = "كما"
_CAME, _AMID, _CARRIES = "جاء", "وسط", "نقل"
_ISSUER_FAR, _ISSUED_FAR = 3, 5
_ANNOUNCE = frozenset(("اعلن", "اكد", "افاد", "كشف", "اشار", "لفت", "سجل", "احصي", "رصد", "وثق", "نعي"))
_DEEMS = "اعتبر"
_QUOTED = "the speaker's own words in quotation marks"
_NO_SUBJECT = frozenset(("في", "ان", "انه", "انها", "بان", "بانه", "بانها", "خلال", "عبر", "فقط", "ايضا", "كذلك"))
"""Words right behind a verb that leave no room for its subject."""
_ENDS = frozenset(("resume", "coordinate", "participle", "according"))
_TELLING = frozenset(("that", "masdar"))
_FIRES = 7
"""«أطلقت دبابة "ميركافا" إسرائيلية النار»: what fires, its make and whose it is stand before what it fires."""
_HEAD = 3
"""Words of a speaker whom no pack knows that tell the sort of it."""


class Walk(WithoutVerbs):
    """The walk over one sentence's clauses."""

    def __init__(self, seen: Recognised, sentence: Sentence, before: Callable[[], tuple[str, ...]]) -> None:
        """Take what is recognised, and what tells who spoke last before this sentence."""
        self.seen = seen
        self.sentence = sentence
        self.said: tuple[str, ...] | None = None
        """Who spoke last in this sentence, so far; None while nobody has."""
        self._before = before
        self.clauses = split_clauses(seen, sentence)
        self.scopes: list[Scope] = []
        self.subjects: dict[int, tuple[str, ...]] = {}
        self.named: dict[int, ActorFound] = {}
        self.current: Scope | None = None
        self.outer: list[Scope] = []
        self.style = ""
        self.main: tuple[str, ...] = ()
        self.trailing: tuple[str, ...] = ()
        self.accused: tuple[str, ...] = ()
        self.accusing: set[int] = set()

    def run(self) -> Spoken:
        """Scopes, subjects and clauses; afterwards `said` is who spoke last."""
        self._headline_colon()
        for clause in self.clauses:
            self._visit(clause)
        self._close(self.sentence.last)
        self._speech_nouns()
        self._attributions()
        self._quotation_goes_on()
        return Spoken(self.sentence, self.clauses, self.scopes, self.subjects, self.named)

    # ------------------------------------------------------------------ walking

    def _visit(self, clause: Clause) -> None:
        self._subject(clause)
        if clause.opener == "participle" and self._speech_participle(clause):
            return
        lexeme = clause.verb.lexeme if clause.verb else ""
        if clause.opener == "according":
            return
        if lexeme == _CAME and self._in_document(clause):
            return
        if self._carries_a_document(clause):
            return
        if self._says(clause):
            self._report(clause)
        elif lexeme in ANSWERS and clause.index in self.named:
            self.said = self.subjects[clause.index]  # «ولم ترد يريفان على هذا. وأعلنت فقط أن …»
        elif clause.opener == "result":
            self._result(clause)
        elif self._ends_saying(clause) and not self._goes_on(clause):
            self._close(clause.first)

    def _goes_on(self, clause: Clause) -> bool:
        return self._toll_goes_on(clause) or self._within_quotation(clause.first) or self._adds(clause)

    def _adds(self, clause: Clause) -> bool:
        """«أفاد المركز بأن القوات قصفت …، كما أصيب …»: in the same sentence «كما» adds to what is said."""
        return self.style == "that" and self.seen.text.words[clause.first] == _ALSO

    def _within_quotation(self, token: int) -> bool:
        """«أكدت أن “القوات تكبدت خسائر، في حين تتواصل المعارك”»: what is quoted goes on to the closing mark."""
        start = self.current.first if self.current is not None else token
        return any(start <= quoted.first < token < quoted.last for quoted in self.seen.text.quotations)

    def _ends_saying(self, clause: Clause) -> bool:
        return clause.opener == "resume" or (clause.opener == "coordinate" and self.style == "masdar")

    def _toll_goes_on(self, clause: Clause) -> bool:
        """«قال إن 20 شخصاً قتلوا، فيما أصيب 290»: the rest of the toll is told by the same speaker."""
        told = self.current is not None and self.style in _TELLING and clause.index not in self.named
        harmed = clause.verb is not None and tells_a_toll(self.seen, clause.verb)
        return told and harmed and any(map(harms, between(self.seen.predicates, self._first(), clause.first)))

    def _first(self) -> int:
        return self.current.first if self.current is not None else self.sentence.last

    def _carries_a_document(self, clause: Clause) -> bool:
        """«قالت الوزارة، في بيان نشرته على موقعها: …»: how it came out; the speaker goes on."""
        verb = clause.verb
        before = self.seen.text.words[max(self.sentence.first, clause.first - 2) : clause.first]
        own = verb is not None and verb.first == clause.first and bool(verb.pronoun)
        return own and clause.opener == "asyndetic" and not DOCUMENTS.isdisjoint(before)

    def _in_document(self, clause: Clause) -> bool:
        """«وجاء في بيان للجيش أن …»: whoever issued the document says it."""
        verb = clause.verb
        following = self.clauses[clause.index + 1 : clause.index + 2]
        out = following[0] if following and self._carries_a_document(following[0]) else None
        if out is not None:
            following = self.clauses[clause.index + 2 : clause.index + 3]  # «جاء في بيان نشرته الوزارة أن …»
        quoted = (
            any(self._opens_quote(q.first, verb.last + 2, clause.last) for q in self.seen.text.quotations)
            if verb
            else False
        )
        if verb is None or not (quoted or (following and following[0].opener == "that")):
            return False
        after = self.seen.text.words[verb.last : verb.last + 2]
        if after[:1] != ["في"] or not any(word.removeprefix("ال") in DOCUMENTS for word in after[1:]):
            return False
        issuer = next(iter(between(self.seen.actors, verb.last + 2, clause.last)), None)
        issuer = issuer or (subject_of(self.seen, out) if out is not None else None)
        by = speaker_codes(issuer) if issuer is not None else self._speaker()
        if not by:
            return False
        self._close(clause.first)
        self.said = by
        self._open(clause, by, verb.first, "")
        return True

    def _result(self, clause: Clause) -> None:
        """«ما أدى إلى …»: the speaker goes on, unless the words before were only a participle's."""
        if self.current is not None and self.current.rule.startswith("speech participle"):
            self._close(clause.first)
        amid = clause.index > 1 and self.seen.text.words[self.clauses[clause.index - 1].first] == _AMID
        if self.current is None and amid and self.scopes and self._speaker() == self.scopes[-1].by:
            self.current = msgspec.structs.replace(self.scopes[-1], first=clause.first, last=self.sentence.last)

    def _subject(self, clause: Clause) -> None:
        actor = subject_of(self.seen, clause)
        if (actor is None or (actor.sort == "person" and not actor.code)) and self._says(clause):
            actor = apposed(self.seen, clause) or actor
        actor = self._by_name(clause, actor) if actor is not None else None
        if actor is not None and not self._is_accused(clause, actor):
            self.named[clause.index] = actor
            self.subjects[clause.index] = speaker_codes(actor)
        elif clause.verb is not None:
            self.subjects[clause.index] = () if self._stranger(clause) else self._carried(clause)
        if actor is not None and clause.opener in {"start", "coordinate", "resume"}:
            self.main = self.subjects.get(clause.index, self.main)
        elif clause.opener in {"start", "coordinate", "resume"} and self.subjects.get(clause.index):
            self.main = self.subjects[clause.index]

    def _by_name(self, clause: Clause, office: ActorFound) -> ActorFound:
        """«المتحدث باسم رئيس الإقليم المعترف به من جانب واحد، فلان»: a person of that office named behind a comma."""
        if office.sort not in {"office", "government"} or not office.code:
            return office
        words_ = self.seen.text.words
        for actor in between(self.seen.actors, office.last, min(clause.last, office.last + _NAMED_FAR)):
            own = actor.sort == "person" and (actor.code or "").startswith(office.code.split(".")[0] + ".")
            if own and not COMMAS.isdisjoint(words_[actor.first - 2 : actor.first]) and not actor.proclitic:
                verbs = between(self.seen.predicates, office.last, actor.first)
                return office if any(verb.pos == "verb" for verb in verbs) else actor
        return office

    def _stranger(self, clause: Clause) -> bool:
        """«وطالب المحتجون»: a plural in the nominative right after the verb is a subject, even if no pack knows it."""
        last = clause.verb.last if clause.verb is not None else clause.last
        after = self.seen.text.words[last : last + 1]
        told = {found.name for found in between(self.seen.objects, last, last + 1)}
        behind = {found.name for found in between(self.seen.objects, last + 1, last + _FIRES)}
        drone = not told.isdisjoint(("aircraft", "arms")) and not behind.isdisjoint(("bombs", "fire", "shells"))
        drone = drone or self._forces_before(clause) or after[:1] in (["احد"], ["احدي"])
        return "forces" in told or drone or any(_NOMINATIVE.fullmatch(word) for word in after)

    def _forces_before(self, clause: Clause) -> bool:
        """«موسكو: التشكيلات المسلحة بدأت …»: forces that no pack knows, right behind a colon."""
        verb = clause.verb.first if clause.verb is not None else clause.last
        before = between(self.seen.objects, clause.body + 1, verb)
        return any(found.name == "forces" and self.seen.text.words[found.first - 1] == ":" for found in before)

    def _is_accused(self, clause: Clause, actor: ActorFound) -> bool:
        """«واتهمت القوات الأرمينية بشنّ …»: a lone actor before «بـ» is who is accused, if somebody spoke before."""
        verb = clause.verb
        if verb is None or actor.first < verb.first or verb.pronoun:
            return False  # «حثتهما روسيا»: the pronoun is whom
        called = verb.lexeme in _CALLS and actor.sort == "people"  # «ودعا الأرمن إلى الوحدة»
        if verb.lexeme not in _NEED_OBJECT and not called:
            return False
        end = min(clause.last, actor.last + 4)
        following = [word for word in self.seen.text.words[actor.last : end] if word not in COMMAS]
        masdar = self.seen.text.words[actor.last : actor.last + 1]
        stop = actor.last + 1 if masdar and masdar[0].startswith("ب") and len(masdar[0]) > _NEAR_COLON else clause.last
        others = [other for other in between(self.seen.actors, actor.last, stop) if not governed(self.seen, other)]
        lone = not others and any(word.startswith("ب") or word in {"علي", "الي"} for word in following[:2])
        return lone and bool(self._carried(clause))

    def _says(self, clause: Clause) -> bool:
        reporting, verb = self.seen.vocabulary.reporting, clause.verb
        if verb is None or not (verb.lexeme in reporting["say"] or verb.lexeme in reporting["act"]):
            return False
        if verb.passive_mark or self._bears(clause):
            return False  # «سُجّل أكثر من 55 خرقاً»: nobody says it
        following = self.clauses[clause.index + 1 : clause.index + 2]
        if verb.lexeme not in _SHOWS or not following or following[0].opener != "that":
            return verb.lexeme not in _SHOWS
        near = following[0].first - verb.last <= _NEAR_COLON
        return near or any(  # «نشر الجيش مقطعاً يوثق ما قال إنه …»
            other.last == following[0].first and other.lexeme in reporting["say"]
            for other in between(self.seen.predicates, verb.last, following[0].first)
        )

    def _carried(self, clause: Clause) -> tuple[str, ...]:
        """The subject of a clause that names none: the pronoun's or the coordinate clause's."""
        if clause.opener == "that" and not self._speaker_is_meant(clause):
            return ()
        if clause.opener in {"that", "participle"} and self.current is not None:
            return self.accused if self.current.verb in self.accusing else self.current.by[:1]
        told = clause.opener == "coordinate" and not self._says(clause)
        inside = goes_on_inside(self.seen, self.clauses, clause, self.named, self.subjects) if told else None
        if inside is not None:
            return inside
        if clause.opener == "coordinate" and (other := self._told_of(clause)) is not None:
            return other
        if clause.opener in {"coordinate", "subordinate", "that", "quote"}:
            return self.main or self._speaker()
        speech = clause.verb is not None and clause.verb.lexeme in self.seen.vocabulary.reporting["continue"]
        return (self.main or self._speaker()) if clause.opener in {"start", "resume"} and speech else self.main

    def _told_of(self, clause: Clause) -> tuple[str, ...] | None:
        """Nobody where the verb before «و» has a subject that no pack knows; None where it may be the speaker."""
        before = self.clauses[clause.index - 1] if clause.index else clause
        verb, other, say = clause.verb, before.verb, self.seen.vocabulary.reporting
        speaks = verb is not None and any(verb.lexeme in say[group] for group in ("say", "act", "continue"))
        if verb is None or verb.form is None or other is None or other.form is None or speaks:
            return None
        alike = (verb.form.gender, verb.form.number) == (other.form.gender, other.form.number)
        if before.opener == "that" and before.index in self.named and alike:
            return speaker_codes(self.named[before.index])
        return () if before.index == 0 and not self.main and before.index not in self.named else None

    def _speaker_is_meant(self, clause: Clause) -> bool:
        """«إنها أجلت»: a pronoun on «أن» is the speaker; in «إنه لم تقع أضرار» it is nobody."""
        word = self.seen.text.words[clause.body - 1] if clause.body > clause.first else ""
        if word.endswith(("ها", "هم", "هما", "نا")):
            return True
        form = clause.verb.form if clause.verb is not None else None
        return word.endswith("ه") and form is not None and form.gender != "f"

    def _report(self, clause: Clause) -> None:
        verb = clause.verb
        if verb is None or MOODS.get(verb.lexeme) == "silent" or self._held_for(clause):
            return
        by = self._speaking(clause) or self._sorted(clause)
        by = self._relayed(clause, by)
        quoting = next((scope for scope in self.scopes if self._quoted_in(scope, verb.first)), None)
        if not by:
            return
        if quoting is not None:
            self.outer.append(quoting)
            self._open(clause, self._within(by, quoting.by), verb.first, MOODS.get(verb.lexeme, ""))
            return
        embedded = clause.opener in _EMBEDDED and self.current is not None and not self._contrasts(clause)
        if embedded and self.current is not None and self.style != "masdar":
            by = self._within(by, self.current.by)
        if embedded and self.current is not None:
            self.outer.append(self.current)
        elif not embedded:
            self._close(clause.first)
            self.said = by
        self._open(clause, by, verb.first, MOODS.get(verb.lexeme, ""))
        if verb.lexeme == "اتهم":
            self._accuse(clause, verb.first)

    def _quoted_in(self, scope: Scope, token: int) -> bool:
        return scope.rule == _QUOTED and scope.first <= token < scope.last

    def _within(self, by: tuple[str, ...], outer: tuple[str, ...]) -> tuple[str, ...]:
        """Who speaks in the words of another, then the other; «قال متحدثها إن قطر تعلن»: he speaks for the country."""
        own = by[0].endswith(".GOV") and outer[:1] != by[:1] and outer[0].startswith(by[0].removesuffix("GOV"))
        return outer if own else (*by, *(code for code in outer if code not in by))

    def _held_for(self, clause: Clause) -> bool:
        """«اعتُبر 105 أشخاص في عداد المفقودين»: nobody says it, so many are counted as such."""
        verb = clause.verb
        counted = between(self.seen.numbers, verb.last, verb.last + 1) if verb is not None else []
        return bool(counted) and verb is not None and verb.lexeme == _DEEMS

    def _relayed(self, clause: Clause, by: tuple[str, ...]) -> tuple[str, ...]:
        """«ونقلت وكالة X عن الوزارة قولها إن …»: the ministry says it, the agency carries it."""
        verb, named = clause.verb, self.named.get(clause.index)
        if verb is None or verb.lexeme not in self.seen.vocabulary.relays or not by:
            return by
        if named is None and (verb.lexeme != _CARRIES or not by[-1].islower()):
            return by  # «فيما نقلت عن مصدر …»: the outlet of before goes on to carry
        start = named.last if named is not None else verb.last
        for actor in between(self.seen.actors, start, min(clause.last, start + _RELAY_FAR)):
            if self.seen.text.words[actor.first - 1] == "عن":
                return tuple(dict.fromkeys((*speaker_codes(actor), *by)))
        return by

    def _accuse(self, clause: Clause, verb: int) -> None:
        """«اتهمت X Y بأنها …»: the pronoun is Y's."""
        named = self.named.get(clause.index)
        start = named.last if named is not None else verb + 1
        bare = [a for a in between(self.seen.actors, start, clause.last) if not governed(self.seen, a)]
        if bare:
            self.accusing.add(verb)
            self.accused = speaker_codes(bare[0])

    def _contrasts(self, clause: Clause) -> bool:
        """«لكن وزارة الدفاع نفت ذلك»: another side answers, outside the words of the first."""
        word = self.seen.text.words[clause.first].removeprefix("و")
        return clause.opener == "subordinate" and word in _CONTRAST and clause.index in self.named

    def _speaking(self, clause: Clause) -> tuple[str, ...]:
        """Who speaks in a reporting clause; «البيان» and «الوزارة» speak for whoever spoke last."""
        actor = self.named.get(clause.index)
        if actor is not None and (actor.code or actor.codes or actor.sort == "person"):
            together = [actor] if actor.codes else with_coordinated(self.seen, actor)
            return tuple(dict.fromkeys(code for one in together for code in speaker_codes(one)))
        verb = clause.verb
        if verb is None:
            return ()
        after = self.seen.text.words[verb.last : verb.last + 2]
        if after[1:] in (["عسكري"], ["عسكريه"]) and after[0] in DOCUMENTS:
            return ("SOURCE.MILITARY",)
        if any(word.removeprefix("ال") in DOCUMENTS or word in DOCUMENTS for word in after[:1]):
            far = _ISSUED_FAR if self.seen.text.words[verb.last + 1 : verb.last + 2] == ["صادر"] else _ISSUER_FAR
            issuer = next(iter(between(self.seen.actors, verb.last + 1, min(verb.last + far, clause.last))), None)
            return speaker_codes(issuer) if issuer is not None else self._speaker()
        if self._institution(clause, verb) not in {"", "SOURCE"}:
            return ()  # «وقال مركز الطوارئ إن …»: somebody else, whom no pack knows
        goes_on = verb.lexeme in self.seen.vocabulary.reporting["continue"]
        if not goes_on and clause.opener == "start" and self._left_out(clause, verb):
            return self._speaker()
        return self.subjects.get(clause.index, ()) if goes_on or clause.opener != "start" else ()

    def _left_out(self, clause: Clause, verb: PredicateFound) -> bool:
        """«وأعلن في بيان أن», «وصرح بأن»: behind «و» and a verb of saying without a subject, the same one goes on."""
        after = self.seen.text.words[verb.last : verb.last + 1]
        said = verb.lexeme in self.seen.vocabulary.reporting["say"] and verb.proclitic == "و"
        past = verb.form is not None and verb.form.tense == "p" and verb.form.number == "s"
        return said and past and clause.index not in self.named and bool(after) and after[0] in _NO_SUBJECT

    def _sorted(self, clause: Clause) -> tuple[str, ...]:
        """The sort of a speaker whom no pack knows; who goes on («وأشار إلى …») is of the same sort."""
        by = self._unread_speaker(clause)
        if by and self.main == ("SOURCE",):
            self.main = by
        return by

    def _unread_speaker(self, clause: Clause) -> tuple[str, ...]:
        """«أوضحت مديرية الصحة أن …»: somebody speaks whom no pack knows; the sort is read from the words."""
        verb = clause.verb
        if verb is None or verb.lexeme not in self.seen.vocabulary.reporting["say"] or clause.opener not in _MAIN:
            return ()
        words_ = self.seen.text.words[verb.last : min(verb.last + _SUBJECT_WORDS, clause.last)]
        if issued := self._issued(verb.last, words_):
            return issued
        following = [c for c in self.clauses[clause.index + 1 :] if not self._carries_a_document(c)]
        says = bool(following) and following[0].opener == "that"
        sort = self._institution(clause, verb)
        announces = verb.lexeme in _ANNOUNCE and sort not in {"", "SOURCE"}  # «أعلنت وزارة الصحة مقتل …»
        return (unnamed(words_),) if sort and (says or announces) else ()

    def _institution(self, clause: Clause, verb: PredicateFound) -> str:
        """The sort of whoever is named right behind a verb and no pack knows; nothing where nobody is named there."""
        following = between(self.seen.predicates, verb.last, verb.last + 1)
        words_ = self.seen.text.words[verb.last : min(verb.last + _HEAD, clause.last)]
        named = bool(words_) and not following and words_[0] not in PREPOSITIONS and words_[0].isalpha()
        return unnamed(words_) if named else ""

    def _open(self, clause: Clause, by: tuple[str, ...], verb: int, mood: str) -> None:
        start = self._content_start(clause)
        quote = next((q for q in self.seen.text.quotations if self._opens_quote(q.first, start, clause.last)), None)
        following = self.clauses[clause.index + 1 : clause.index + 2]
        says_that = bool(following) and following[0].opener == "that" and following[0].first >= verb
        named = quote is not None and says_that and self._names_a_subject(quote.first, quote.last)
        if quote is not None and not named and not self._quoted_word(quote.first, quote.last):
            self.style = "quote"
            last = self._last_quote(quote.last) if says_that else quote.last
            self.current = Scope(start, last, by, _QUOTED, mood, verb)
            self.scopes.append(self.current)
            self.current = None
            return
        self.style = "that" if says_that else "masdar"
        start = self.clauses[clause.index + 1].first if says_that else start
        self.current = Scope(start, self.sentence.last, by, "reporting verb with its speaker", mood, verb)

    def _last_quote(self, last: int) -> int:
        """«قال إنه "…" في الجنوب "استهدفت …"»: words quoted in pieces; up to the end of the last of the sentence."""
        stop = next((c.first for c in self.clauses if c.first >= last and c.opener in _ENDS), self.sentence.last)
        pieces = [q.last for q in self.seen.text.quotations if last <= q.first < stop and q.last - q.first > PIECE]
        return max([last, *(min(piece, stop) for piece in pieces)])

    def _opens_quote(self, token: int, start: int, last: int) -> bool:
        """A quotation right behind the speaker, or behind a colon in the same clause («قالت، في بيان نشرته: "…"»)."""
        return start <= token <= start + 2 or (start < token < last and ":" in self.seen.text.words[token - 2 : token])

    def _quoted_word(self, first: int, last: int) -> bool:
        return last - first <= _NEAR_COLON + 2

    def _names_a_subject(self, first: int, last: int) -> bool:
        """«أن “طائرة معادية” استهدفت سيارة»: a name in quotation marks, and what it did right behind them."""
        inside = any(found.pos == "verb" for found in between(self.seen.predicates, first, last))
        behind = next(iter(between(self.seen.predicates, last, last + 2)), None)
        return not inside and behind is not None and behind.pos == "verb" and not behind.proclitic

    def _content_start(self, clause: Clause) -> int:
        actor = self.named.get(clause.index)
        verb = clause.verb
        start = verb.last if verb else clause.body
        return actor.last if actor is not None and actor.first >= start else start

    def _close(self, at: int) -> None:
        for scope in (*self.outer, self.current):
            if scope is not None and at > scope.first:
                self.scopes.append(msgspec.structs.replace(scope, last=at))
        self.current = None
        self.outer = []
        self.style = ""

    # ------------------------------------------------------------------ participles, nouns, colons

    def _speech_participle(self, clause: Clause) -> bool:
        by = self.current.by if self.current is not None else (self._just_told(clause) or self._just_named(clause))
        by = by or self.main or self._speaker()
        if not by:
            return False
        self._close(clause.first)
        self.said = by
        self.style = "that"
        word = self.seen.text.words[clause.first].lstrip("وف")
        mood = "demanded" if word.startswith(("مطالب", "داعي")) else "negated" if word.startswith("نافي") else ""
        self.current = Scope(clause.first, self.sentence.last, by, "speech participle: the same speaker goes on", mood)
        return True

    def _just_told(self, clause: Clause) -> tuple[str, ...]:
        """«بعد أن أغلقت أذربيجان الممر، متهمة …»: who does what the clause right before tells."""
        before = self.clauses[clause.index - 1] if clause.index else None
        told = before is not None and before.opener == "subordinate" and before.index in self.named
        return self.subjects.get(clause.index - 1, ()) if told else ()


_SUBJECT_WORDS = 5
_MAIN = frozenset(("start", "coordinate", "resume"))

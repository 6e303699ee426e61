"""Who says what: scopes of speakers over the words of a text.

A scope is a stretch of tokens with its chain of speakers, the original first, then each relay. Inner scopes are added
after the outer ones and win. What no scope covers, the source says in its own voice.
"""

import re
from collections.abc import Callable

import msgspec

from hudna.knowledge.languages.ar.morphology import split_pair
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases, words
from hudna.reading.attribute.clauses import COMMAS, Clause, split_clauses
from hudna.reading.attribute.described import narrower, unnamed
from hudna.reading.attribute.scopes import Scope, Spoken
from hudna.reading.attribute.subjects import (
    PREPOSITIONS,
    goes_on_inside,
    governed,
    speaker_codes,
    subject_of,
    with_coordinated,
)
from hudna.reading.recognise.bundle import Recognised, between, covering
from hudna.reading.recognise.found import ActorFound
from hudna.reading.split import Sentence

_QUOTE_MARKS = frozenset('«“"„')
_ALL_MARKS = frozenset('«»“”"„')
_DOCUMENTS = frozenset(fold(word) for word in phrases("reporting", "words", "documents"))
_SPEECH_NOUNS = words("reporting", "words", "nouns")
_NOMINATIVE = re.compile("(?:ال)?.{2,}ون")
_CONTRAST = frozenset(("لكن", "لكنه", "لكنها", "الا", "غير", "بيد"))
_NEED_OBJECT = frozenset(("اتهم", "حث", "ناشد"))
"""Verbs that always name whom they address: the only actor after one is that."""
_SHOWS = frozenset(("اظهر", "ابدي", "نشر", "بث"))
"""«أظهر تحقيق أن …» says; «يظهرون علامات الذعر» and «نشر الجيش قوات» do not."""
_EMBEDDED = frozenset(("that", "relative", "subordinate", "asyndetic"))
_NEAR_COLON = 3
_RELAY_FAR = 4
_CAME, _AMID = "جاء", "وسط"
_ISSUER_FAR, _ISSUED_FAR = 3, 5
_RELAYED = "نقلا"
_ANNOUNCE = "اعلن"
_HEAD = 2
"""Words of a speaker whom no pack knows that tell the sort of it."""


def _moods() -> dict[str, str]:
    return {
        split_pair(pair)[0]: mood
        for mood in ("negated", "demanded", "possible", "silent")
        for pair in phrases("reporting", "moods", mood)
    }


MOODS = _moods()


class Walk:
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
        return Spoken(self.sentence, self.clauses, self.scopes, self.subjects, self.named)

    def _speaker(self) -> tuple[str, ...]:
        """Who spoke last."""
        return self.said if self.said is not None else self._before()

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
        elif clause.opener == "result":
            self._result(clause)
        elif self._ends_there(clause) and not self._within_quotation(clause.first):
            self._close(clause.first)

    def _ends_there(self, clause: Clause) -> bool:
        return clause.opener == "resume" or (clause.opener == "coordinate" and self.style == "masdar")

    def _within_quotation(self, token: int) -> bool:
        """«أكدت أن “القوات تكبدت خسائر، في حين تتواصل المعارك”»: what is quoted goes on to the closing mark."""
        start = self.current.first if self.current is not None else token
        return any(start <= quoted.first < token < quoted.last for quoted in self.seen.text.quotations)

    def _carries_a_document(self, clause: Clause) -> bool:
        """«قالت الوزارة، في بيان نشرته على موقعها: …»: how it came out; the speaker goes on."""
        verb = clause.verb
        before = self.seen.text.words[max(self.sentence.first, clause.first - 2) : clause.first]
        own = verb is not None and verb.first == clause.first and bool(verb.pronoun)
        return own and clause.opener == "asyndetic" and not _DOCUMENTS.isdisjoint(before)

    def _in_document(self, clause: Clause) -> bool:
        """«وجاء في بيان للجيش أن …»: whoever issued the document says it."""
        verb = clause.verb
        following = self.clauses[clause.index + 1 : clause.index + 2]
        quoted = (
            any(self._opens_quote(q.first, verb.last + 2, clause.last) for q in self.seen.text.quotations)
            if verb
            else False
        )
        if verb is None or not (quoted or (following and following[0].opener == "that")):
            return False
        after = self.seen.text.words[verb.last : verb.last + 2]
        if after[:1] != ["في"] or not any(word.removeprefix("ال") in _DOCUMENTS for word in after[1:]):
            return False
        issuer = next(iter(between(self.seen.actors, verb.last + 2, clause.last)), None)
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
        if actor is not None and not self._is_accused(clause, actor):
            self.named[clause.index] = actor
            self.subjects[clause.index] = speaker_codes(actor)
        elif clause.verb is not None:
            self.subjects[clause.index] = () if self._stranger(clause) else self._carried(clause)
        if actor is not None and clause.opener in {"start", "coordinate", "resume"}:
            self.main = self.subjects.get(clause.index, self.main)
        elif clause.opener in {"start", "coordinate", "resume"} and self.subjects.get(clause.index):
            self.main = self.subjects[clause.index]

    def _stranger(self, clause: Clause) -> bool:
        """«وطالب المحتجون»: a plural in the nominative right after the verb is a subject, even if no pack knows it."""
        last = clause.verb.last if clause.verb is not None else clause.last
        after = self.seen.text.words[last : last + 1]
        forces = any(found.name == "forces" for found in between(self.seen.objects, last, last + 1))
        return forces or any(_NOMINATIVE.fullmatch(word) for word in after)

    def _is_accused(self, clause: Clause, actor: ActorFound) -> bool:
        """«واتهمت القوات الأرمينية بشنّ …»: a lone actor before «بـ» is who is accused, if somebody spoke before."""
        verb = clause.verb
        if verb is None or verb.lexeme not in _NEED_OBJECT or actor.first < verb.first or verb.pronoun:
            return False  # «حثتهما روسيا»: the pronoun is whom
        end = min(clause.last, actor.last + 4)
        following = [word for word in self.seen.text.words[actor.last : end] if word not in COMMAS]
        masdar = self.seen.text.words[actor.last : actor.last + 1]
        stop = actor.last + 1 if masdar and masdar[0].startswith("ب") and len(masdar[0]) > _NEAR_COLON else clause.last
        others = [other for other in between(self.seen.actors, actor.last, stop) if not governed(self.seen, other)]
        lone = not others and any(word.startswith("ب") or word == "علي" for word in following[:2])
        return lone and bool(self._carried(clause))

    def _says(self, clause: Clause) -> bool:
        reporting, verb = self.seen.vocabulary.reporting, clause.verb
        if verb is None or not (verb.lexeme in reporting["say"] or verb.lexeme in reporting["act"]):
            return False
        following = self.clauses[clause.index + 1 : clause.index + 2]
        return verb.lexeme not in _SHOWS or (bool(following) and following[0].opener == "that")

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
        if clause.opener in {"coordinate", "subordinate", "that", "quote"}:
            return self.main or self._speaker()
        speech = clause.verb is not None and clause.verb.lexeme in self.seen.vocabulary.reporting["continue"]
        return (self.main or self._speaker()) if clause.opener in {"start", "resume"} and speech else self.main

    def _speaker_is_meant(self, clause: Clause) -> bool:
        """«إنها أجلت»: a pronoun on «أن» is the speaker; in «إنه لم تقع أضرار» it is nobody."""
        word = self.seen.text.words[clause.body - 1] if clause.body > clause.first else ""
        if word.endswith(("ها", "هم", "هما", "نا")):
            return True
        form = clause.verb.form if clause.verb is not None else None
        return word.endswith("ه") and form is not None and form.gender != "f"

    def _report(self, clause: Clause) -> None:
        verb = clause.verb
        if verb is None or MOODS.get(verb.lexeme) == "silent":
            return
        by = self._speaking(clause) or self._unread_speaker(clause)
        by = self._relayed(clause, by)
        if not by:
            return
        embedded = clause.opener in _EMBEDDED and self.current is not None and not self._contrasts(clause)
        if embedded and self.current is not None and self.style != "masdar":
            by = (*by, *(code for code in self.current.by if code not in by))
        if embedded and self.current is not None:
            self.outer.append(self.current)
        elif not embedded:
            self._close(clause.first)
            self.said = by
        self._open(clause, by, verb.first, MOODS.get(verb.lexeme, ""))
        if verb.lexeme == "اتهم":
            self._accuse(clause, verb.first)

    def _relayed(self, clause: Clause, by: tuple[str, ...]) -> tuple[str, ...]:
        """«ونقلت وكالة X عن الوزارة قولها إن …»: the ministry says it, the agency carries it."""
        verb, named = clause.verb, self.named.get(clause.index)
        if verb is None or named is None or verb.lexeme not in self.seen.vocabulary.relays or not by:
            return by
        for actor in between(self.seen.actors, named.last, min(clause.last, named.last + _RELAY_FAR)):
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
        if after[1:] in (["عسكري"], ["عسكريه"]) and after[0] in _DOCUMENTS:
            return ("SOURCE.MILITARY",)
        if any(word.removeprefix("ال") in _DOCUMENTS or word in _DOCUMENTS for word in after[:1]):
            far = _ISSUED_FAR if self.seen.text.words[verb.last + 1 : verb.last + 2] == ["صادر"] else _ISSUER_FAR
            issuer = next(iter(between(self.seen.actors, verb.last + 1, verb.last + far)), None)
            return speaker_codes(issuer) if issuer is not None else self._speaker()
        goes_on = verb.lexeme in self.seen.vocabulary.reporting["continue"]
        return self.subjects.get(clause.index, ()) if goes_on or clause.opener != "start" else ()

    def _unread_speaker(self, clause: Clause) -> tuple[str, ...]:
        """«أوضحت مديرية الصحة أن …»: somebody speaks whom no pack knows; the sort is read from the words."""
        verb = clause.verb
        if verb is None or verb.lexeme not in self.seen.vocabulary.reporting["say"] or clause.opener not in _MAIN:
            return ()
        following = between(self.seen.predicates, verb.last, verb.last + 1)
        words_ = self.seen.text.words[verb.last : min(verb.last + _SUBJECT_WORDS, clause.last)]
        says = clause.index + 1 < len(self.clauses) and self.clauses[clause.index + 1].opener == "that"
        named = bool(words_) and not following and words_[0] not in PREPOSITIONS
        sort = unnamed(words_[:_HEAD]) if named else ""
        announces = verb.lexeme == _ANNOUNCE and sort not in {"", "SOURCE"}  # «أعلنت وزارة الصحة مقتل …»
        return (unnamed(words_),) if named and (says or announces) else ()

    def _open(self, clause: Clause, by: tuple[str, ...], verb: int, mood: str) -> None:
        start = self._content_start(clause)
        quote = next((q for q in self.seen.text.quotations if self._opens_quote(q.first, start, clause.last)), None)
        says_that = any(
            other.opener == "that" and other.first >= verb for other in self.clauses if other.index == clause.index + 1
        )
        if quote is not None and not self._quoted_word(quote.first, quote.last):
            self.style = "quote"
            self.current = Scope(start, quote.last, by, "the speaker's own words in quotation marks", mood, verb)
            self.scopes.append(self.current)
            self.current = None
            return
        self.style = "that" if says_that else "masdar"
        start = self.clauses[clause.index + 1].first if says_that else start
        self.current = Scope(start, self.sentence.last, by, "reporting verb with its speaker", mood, verb)

    def _opens_quote(self, token: int, start: int, last: int) -> bool:
        """A quotation right behind the speaker, or behind a colon in the same clause («قالت، في بيان نشرته: "…"»)."""
        return start <= token <= start + 2 or (start < token < last and ":" in self.seen.text.words[token - 2 : token])

    def _quoted_word(self, first: int, last: int) -> bool:
        return last - first <= _NEAR_COLON + 2

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
        by = self.current.by if self.current is not None else (self.main or self._speaker())
        if not by:
            return False
        self._close(clause.first)
        self.said = by
        self.style = "that"
        word = self.seen.text.words[clause.first].lstrip("وف")
        mood = "demanded" if word.startswith(("مطالب", "داعي")) else "negated" if word.startswith("نافي") else ""
        self.current = Scope(clause.first, self.sentence.last, by, "speech participle: the same speaker goes on", mood)
        return True

    def _speech_nouns(self) -> None:
        """«تأكيد باكو استعادتها السيطرة»: the noun's genitive is the speaker."""
        text = self.seen.text
        for actor in between(self.seen.actors, self.sentence.first + 1, self.sentence.last):
            before = actor.first - 1
            while before > self.sentence.first and text.words[before] in _ALL_MARKS:
                before -= 1
            word = text.words[before]
            if word in _SPEECH_NOUNS and not actor.proclitic:
                end = next((c.last for c in self.clauses if c.first <= actor.first < c.last), self.sentence.last)
                self.scopes.append(
                    Scope(actor.last, end, speaker_codes(actor), "verbal noun of saying with its speaker")
                )
        for place in between(self.seen.places, self.sentence.first + 1, self.sentence.last):
            known = self.seen.knowledge.places.get(place.code or "")
            saying = text.words[place.first - 1] in _SPEECH_NOUNS and place.within == "document"
            told = between(self.seen.predicates, place.last, place.last + 1)
            if saying and known is not None and known.government and told and told[0].pos == "noun":
                end = next((c.last for c in self.clauses if c.first <= place.first < c.last), self.sentence.last)
                by = (known.government,)  # «إعلان أنقرة مقتل جنود» says; «إعلان أنقرة» alone is a document
                self.scopes.append(Scope(place.last, end, by, "verbal noun of saying with its speaker"))

    def _headline_colon(self) -> None:
        """«الجيش: مقتل ثلاثة»: who stands before the colon says what follows."""
        actor = covering(self.seen.actors, self.sentence.first)
        if actor is not None and actor.last < self.sentence.last and self.seen.text.words[actor.last] == ":":
            by = speaker_codes(actor)
            self.said = by
            self.scopes.append(Scope(actor.last + 1, self.sentence.last, by, "speaker before a colon"))

    # ------------------------------------------------------------------ attributions

    def _attributions(self) -> None:
        for clause in self.clauses:
            if clause.opener == "according":
                self._attribution(clause)

    def _attribution(self, clause: Clause) -> None:
        by, end = self._named_in(clause)
        if not by:
            return
        if self._carries_on(clause):
            self._prepend(by)
            return
        following = self.clauses[clause.index + 1] if clause.index + 1 < len(self.clauses) else None
        before = self.clauses[clause.index - 1] if clause.index else None
        if clause.index == 0 or (clause.index == 1 and before is not None and before.last - before.first <= 1):
            self.scopes.insert(0, Scope(end, self.sentence.last, by, "attribution at the beginning"))
        elif following is not None and following.opener == "that" and self._awaits(before):
            self._relay(before, by, origin=self.seen.text.words[clause.body - 1] == "عن")
        else:
            self._trailing(clause, by)

    def _carries_on(self, clause: Clause) -> bool:
        """«وفق ما أفادت وكالة X نقلاً عن Y»: a second attribution right after one names whom the first carries."""
        before = self.clauses[clause.index - 1] if clause.index else None
        relayed = self.seen.text.words[clause.first] == _RELAYED
        return relayed and before is not None and before.opener == "according" and bool(self.trailing)

    def _prepend(self, by: tuple[str, ...]) -> None:
        """Put the original speaker before those of the attribution just made."""
        self.scopes = [
            msgspec.structs.replace(scope, by=tuple(dict.fromkeys((*by, *scope.by))))
            if scope.by[-len(self.trailing) :] == self.trailing
            else scope
            for scope in self.scopes
        ]
        self.said = by

    def _awaits(self, clause: Clause | None) -> bool:
        reporting = self.seen.vocabulary.reporting
        return clause is not None and clause.verb is not None and clause.verb.lexeme in reporting["say"]

    def _relay(self, clause: Clause | None, by: tuple[str, ...], *, origin: bool = False) -> None:
        verb = clause.verb.first if clause and clause.verb else -1
        if origin:  # «ذكرت وكالة X نقلاً عن Y»: Y says it, X carries it
            self.scopes = [
                msgspec.structs.replace(scope, by=(*by, *scope.by)) if scope.verb == verb else scope
                for scope in self.scopes
            ]
            return
        self.scopes = [
            msgspec.structs.replace(scope, by=(*scope.by, *by)) if scope.verb == verb else scope
            for scope in self.scopes
        ]

    def _trailing(self, clause: Clause, by: tuple[str, ...]) -> None:
        """It governs its own coordinate clause; a closer description of the same speaker replaces the vaguer one."""
        first = self._coordinate_start(clause)
        self.said = by
        self.trailing = by
        inside = [scope for scope in self.scopes if scope.first < clause.first and scope.last > first]
        if inside:
            narrowed = {id(s): narrower(s.by, by) for s in inside}
            self.scopes = [
                msgspec.structs.replace(s, by=narrowed[id(s)]) if id(s) in narrowed else s for s in self.scopes
            ]
            return
        self.scopes.append(Scope(first, clause.first, by, "attribution after what is said"))

    def _coordinate_start(self, clause: Clause) -> int:
        for earlier in reversed(self.clauses[: clause.index]):
            own = earlier.opener == "coordinate" and earlier.index in self.named
            if earlier.opener in {"resume", "start", "according"} or own:
                return earlier.last if earlier.opener == "according" else earlier.first
        return self.sentence.first

    def _described(self, clause: Clause, comma: int) -> list[ActorFound]:
        """«بحسب ما أفاد فلان، المتحدث باسم X»: a person whom no pack knows is who the words after the comma say."""
        after = between(self.seen.actors, comma + 1, comma + 2)
        named = 0 < comma - clause.body <= _SUBJECT_WORDS
        return after if named and after and after[0].sort == "office" and after[0].code else []

    def _named_in(self, clause: Clause) -> tuple[tuple[str, ...], int]:
        """The speaker chain of «وفق ما نقلت وكالة X عن Y»: Y, then X."""
        last = next(
            (t for t in range(clause.body, clause.last) if self.seen.text.words[t] in "،," and t > clause.body),
            clause.last,
        )
        following = [c for c in self.clauses[clause.index + 1 :] if c.opener == "asyndetic"][:1]
        last = max(last, following[0].last) if following and following[0].first <= last + 1 else last
        actors = between(self.seen.actors, clause.body, last) or self._described(clause, last)
        if not actors:
            named = self.seen.text.words[clause.body : min(last, clause.body + _SUBJECT_WORDS)]
            if named and named[0] in _DOCUMENTS and self._speaker():
                return self._speaker(), clause.body + 1
            sort = unnamed(named)
            by_rule = sort == "SOURCE" and not _BY_RULE.isdisjoint(self.seen.text.words[clause.first : clause.body])
            return ((sort,), last) if named and not by_rule else ((), clause.body)
        origin = next((a for a in actors[1:] if "عن" in self.seen.text.words[a.first - 1 : a.first]), None)
        if origin is not None:
            return (*speaker_codes(origin), *speaker_codes(actors[0])), actors[-1].last
        return speaker_codes(actors[0]), actors[0].last


_SUBJECT_WORDS = 5
_BY_RULE = frozenset(("وفقا", "ووفقا", "طبقا", "وطبقا", "تبعا", "وتبعا"))
"""«وفقاً لبنود الاتفاق» names what is followed; it takes a known speaker, or a sort of one, to make an attribution."""
_MAIN = frozenset(("start", "coordinate", "resume"))

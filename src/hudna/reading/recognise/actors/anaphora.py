"""Who is meant by what was said before: «الوزارة», «الجيش», «الطرفان», «نظيره», «جيشها»; people by nationality."""

from collections.abc import Callable

import msgspec

from hudna.knowledge.languages.ar.spelling import ARTICLE
from hudna.reading.engine import Match
from hudna.reading.recognise.actors.memory import Memory, Spoken
from hudna.reading.recognise.actors.parse import Parser
from hudna.reading.recognise.actors.phrase import Phrase, better
from hudna.reading.recognise.actors.standing import governed, said
from hudna.reading.recognise.actors.tables import (
    BOTH,
    COUNTERPART,
    HEAD,
    NATION,
    OWN,
    SHORT,
    TITLE,
    Tables,
    forms,
)
from hudna.reading.split import Sentence

_SAME_ROLE, _RELAYED, _LAST_COUNTRY, _SHORT, _PAIR, _OWN, _PEOPLE, _UNKNOWN = 0.75, 0.8, 0.4, 0.75, 0.7, 0.65, 0.7, 0.5
_RETURNS = forms("forms", "returns")
_STATES = frozenset(("بلدان", "بلدين", "دولتان", "دولتين", "جارتين", "جارتان", "جمهوريتين"))
_NOT_CARRIED = frozenset(("MED", "ENVOY", "OPP", "REB", "VP", "MOJ", "SG"))
"""Roles of which a bare word («الإعلام», «المعارضة») is too common to mean one that was spoken of."""
_STATE_ROLES = frozenset(("MIL", "GOV", "PRES", "PM", "MFA", "MOD", "MOI", "MOH"))
_COUNTS_VICTIMS = "MOH"
_ARMY, _ARMY_WORD = "MIL", "جيش"
_PAIRED = 2
_SPEAKING_ROLES = {"REP": "GOV", "SEP": ""}
_TWO_STATES = "حل"
_RELAY = "عن"
_PLURALS = ("ون", "ين")
_BODY, _BODY_FAR, _SHORT_FORM = "body", 400, "short form"
_BODIES = frozenset(("organisation", "office", "agency", "outlet", "group"))


REFERENCES = BOTH | HEAD | OWN | COUNTERPART | SHORT | NATION | TITLE
"""Marks of words with which a reference back may begin."""


def no_scene() -> str:
    """No country at all."""
    return ""


class Anaphora:
    """References back in one text."""

    def __init__(self, words: list[str], tables: Tables, parser: Parser, memory: Memory) -> None:
        """Take the words, the tables, the parser and what the walk remembers."""
        self._words = words
        self._tables = tables
        self._parser = parser
        self._memory = memory
        self.met = 0
        """Marks of all words of the sentence together: what none of them has is not looked for."""
        self.scene: Callable[[], str] = no_scene
        """The country in which most of the text's places lie; empty where it could mislead."""

    def at(self, token: int, bits: int, sentence: Sentence) -> Phrase | None:
        """The longest reference that begins at a token."""
        best = self._both(token) if bits & (BOTH | HEAD) and self.met & BOTH else None
        if bits & OWN:
            best = better(best, self._own(token, sentence))
        if bits & COUNTERPART:
            best = better(best, self._counterpart(token))
        if bits & SHORT:
            best = better(best, self._short(token))
        if bits & HEAD:
            best = better(best, self._bare(token))
        if bits & NATION:
            best = better(best, self._people(token))
        return better(best, self._unknown(token)) if bits & TITLE else best

    # ------------------------------------------------------------------ two sides

    def _both(self, token: int) -> Phrase | None:
        """«الطرفان», «قوات البلدين», «رئيسي البلدين»."""
        head = self._tables.heads.at(self._words, token, self._parser.last)
        start = head.last if head is not None and ARTICLE not in head.proclitic else token
        match = self._tables.both.at(self._words, start, self._parser.last) if start < self._parser.last else None
        if match is None or self._not_two(start, match.last):
            return None
        named, last = self._parser.nations(match.last, definite=True)
        states = any(word.removeprefix(ARTICLE) in _STATES for word in self._words[start : match.last])
        sides = tuple(named) if len(named) == _PAIRED else self._memory.sides(token, states=states or start > token)
        if len(sides) != _PAIRED:
            return None
        role, sort = (head.payloads[0].role, head.payloads[0].sort) if head is not None and start > token else ("", "")
        role = _SPEAKING_ROLES.get(role, role)
        codes = tuple(self._tables.codes.compose(side, role) if role else side for side in sides)
        proclitic = head.proclitic if head is not None and start > token else match.proclitic
        why = f"the two sides {'named' if named else 'spoken of'}: {' and '.join(sides)}"
        end = last if len(named) == _PAIRED else match.last
        return Phrase(end, codes[0], sort or "country", "both sides", _PAIR, why, "", role, proclitic, codes=codes)

    def _not_two(self, start: int, last: int) -> bool:
        """«حل الدولتين» is a plan, and «البلدان العربية» are many countries."""
        before = self._words[start - 1] if start else ""
        after = self._words[last] if last < self._parser.last else ""
        plural = self._words[last - 1].endswith("بلدان") and after.startswith(ARTICLE) and after.endswith("ه")
        return plural or before.removeprefix("ب").removeprefix("ل") == _TWO_STATES

    # ------------------------------------------------------------------ pronouns

    def _own(self, token: int, sentence: Sentence) -> Phrase | None:
        """«جيشها», «بلاده», «وزير خارجيتها»: of the subject that the pronoun goes back to."""
        match = self._tables.own.at(self._words, token, self._parser.last)
        if match is None or ARTICLE in match.proclitic:  # «الرئيسة» is no «رئيسه»
            return None
        own = match.payloads[0]
        since = self._return(sentence, token)
        owner = self._memory.owner(own.pronoun, sentence.index, since)
        if owner is None or not owner.phrase.owner:
            return None
        state = owner.phrase.owner if own.role else self._tables.codes.state_of(owner.phrase.owner)
        code = self._tables.codes.compose(state, own.role)
        why = f"«{own.pronoun}» goes back to {owner.phrase.code}"
        found = Phrase(match.last, code, own.sort, "possessive", _OWN, why, state, own.role, match.proclitic)
        return msgspec.structs.replace(found, antecedent=owner.token, titled=own.sort == "office")

    def _return(self, sentence: Sentence, token: int) -> int:
        """The last participle of saying before a token («مشيرة إلى أن»): it returns to the sentence's topic."""
        return next((at for at in range(token - 1, sentence.first, -1) if self._words[at] in _RETURNS), -1)

    # ------------------------------------------------------------------ offices

    def _counterpart(self, token: int) -> Phrase | None:
        """«نظيره الروسي سيرغي شويغو»: the same office of another country."""
        match = self._tables.counterparts.at(self._words, token, self._parser.last)
        if match is None:
            return None
        owners, last = self._parser.nations(match.last, definite=True)
        before = next((one for one in self._memory.back() if one.phrase.role), None)
        if before is None:
            return None
        role = before.phrase.role
        code = self._tables.codes.compose(owners[0], role) if owners else None
        why = f"the counterpart of {before.phrase.code}"
        found = Phrase(
            last,
            code,
            "office",
            "counterpart",
            _SAME_ROLE,
            why,
            owners[0] if owners else "",
            role,
            match.proclitic,
            antecedent=before.token,
            titled=True,
            bare=not owners,
            codes=tuple(self._tables.codes.compose(owner, role) for owner in owners) if len(owners) > 1 else (),
        )
        found = self._parser.with_holder(found)
        return found if found.code else None

    def _bare(self, token: int) -> Phrase | None:
        """«وزارة الدفاع», «الجيش»: of the nation whose such office was spoken of, or that carries the news."""
        found = self._parser.bare_office(token)
        if found is None or found.code is not None:
            return found
        role = found.role
        agency = self._memory.agency() if self._words[token - 1] == _RELAY else None
        if agency is not None and agency.phrase.owner:
            return self._carried(found, agency, agency.phrase.owner, _RELAYED, "of the country whose agency carries it")
        at_home = self.scene() if role == _COUNTS_VICTIMS else ""
        if at_home:
            why = f"victims are counted where they fell, in {at_home}"
            code = self._tables.codes.compose(at_home, role)
            rule = "office of the country of the places"
            return msgspec.structs.replace(found, code=code, owner=at_home, score=_SAME_ROLE, rule=rule, why=why)
        army = self._army(token) if role == _ARMY else None
        if army is not None:
            return self._same_army(found, army)
        same = self._memory.office(role, token)
        if same is not None and same.phrase.owner:
            return self._carried(found, same, same.phrase.owner, _SAME_ROLE, "the one spoken of before")
        country = self._country(token) if role in _STATE_ROLES else ""
        if country and role not in _NOT_CARRIED:
            return msgspec.structs.replace(
                found,
                code=self._tables.codes.compose(country, role),
                owner=country,
                score=_LAST_COUNTRY,
                rule="office of the country spoken of",
                why=f"the country spoken of last is {country}",
            )
        return found if found.titled and found.name else None

    def _army(self, token: int) -> Spoken | None:
        """«الجيش» after «الجيش الوطني الليبي»: the force last spoken of whose own name begins so."""
        if self._words[token].lstrip("وبل").removeprefix("ال") != _ARMY_WORD:
            return None

        def an_army(one: Spoken) -> bool:
            named = self._words[one.token].lstrip("وبل").removeprefix("ال") == _ARMY_WORD
            return named and one.phrase.sort == "force" and "." in (one.phrase.code or "")

        last = self._memory.last(token, an_army)
        return last if last is not None and not self._tables.codes.role_of(last.phrase.code or "") else None

    def _same_army(self, found: Phrase, army: Spoken) -> Phrase:
        return msgspec.structs.replace(
            found,
            code=army.phrase.code,
            owner=army.phrase.owner,
            score=_SAME_ROLE,
            rule="office spoken of before",
            why=f"the army spoken of before: {army.phrase.code}",
            antecedent=army.token,
        )

    def _country(self, token: int) -> str:
        """The country spoken of most; the one where the text happens, if it was spoken of or no other was."""
        spoken = self._memory.country(token)
        scene = self.scene()
        return scene if scene and (not spoken or self._memory.spoke_of(scene, token)) else spoken

    def _carried(self, found: Phrase, before: Spoken, owner: str, score: float, why: str) -> Phrase:
        code = self._tables.codes.compose(owner, found.role)
        return msgspec.structs.replace(
            found,
            code=code,
            owner=owner,
            score=score,
            rule="office spoken of before",
            why=f"{why}: {code}",
            antecedent=before.token,
        )

    def _foe(self, token: int) -> Spoken | None:
        """«غارة العدو» after «العدو الإسرائيلي», «الاحتلال» after «قوات الاحتلال»: whoever was called so by name."""
        so = self._words[token].lstrip("وبل")
        so = so if so.startswith(ARTICLE) else ARTICLE + so.removeprefix("ل")

        def named(one: Spoken) -> bool:
            return any(word.endswith(so) for word in self._words[one.token : one.phrase.last])

        return self._memory.last(token, named)

    def _short(self, token: int) -> Phrase | None:
        """«الوزير», «الوزارة», «المتحدث», «البيان»."""
        match = self._tables.short.at(self._words, token, self._parser.last)
        if match is None:
            return None
        kind = match.payloads[0]
        if kind == "minister" and (named := self._of_nation(match)) is not None:
            return named
        if kind == "institution" and not said(self._words, token):
            return None
        look_up = {
            "minister": self._memory.minister,
            "spokesman": self._memory.spokesman,
            "institution": self._memory.institution,
            "group": self._memory.group,
            "foe": self._foe,
        }
        before = self._body(token) if kind == _BODY else look_up[kind](token)
        if before is None or before.phrase.code is None:
            return None
        person = before.phrase.sort == "person" and self._words[token].endswith("ه") and kind == "minister"
        code = self._tables.codes.compose(before.phrase.owner, before.phrase.role) if person else before.phrase.code
        why = f"short for {code}, spoken of before"
        return Phrase(
            match.last,
            code,
            before.phrase.sort if not person else "office",
            "short form",
            _SHORT,
            why,
            before.phrase.owner,
            before.phrase.role,
            match.proclitic,
            antecedent=before.token,
            spokesman=before.phrase.spokesman,
        )

    def _body(self, token: int) -> Spoken | None:
        """«المرصد», «الوكالة»: the last one whose name begins with the word."""
        noun = self._words[token].removeprefix("لل").removeprefix("ب").removeprefix("و").removeprefix("ال")
        for one in self._memory.back():
            first = self._words[one.token]
            if token - one.token > _BODY_FAR:
                return None
            same = first.removeprefix("ال") == noun or first.removeprefix("و").removeprefix("ال") == noun
            if same and one.phrase.sort in _BODIES and one.phrase.code and one.phrase.rule != _SHORT_FORM:
                return one
        return None

    def _of_nation(self, match: Match[str]) -> Phrase | None:
        """«الوزارة الأرمينية», «الوزير الروسي»: that country's ministry of which the text speaks."""
        owners, last = self._parser.nations(match.last, definite=True)
        if not owners:
            return None
        before = self._memory.minister(match.first, owners[0]) or self._memory.minister(match.first)
        role = self._tables.codes.role_of(before.phrase.code or "") if before is not None else "GOV"
        code = self._tables.codes.compose(owners[0], role)
        why = f"{owners[0]}'s ministry, of the sort spoken of before" if before is not None else f"of {owners[0]}"
        antecedent = before.token if before is not None else -1
        person = self._words[match.first].endswith("وزير")
        found = Phrase(last, code, "office", "short form", _SHORT, why, owners[0], role, match.proclitic)
        return msgspec.structs.replace(found, antecedent=antecedent, titled=person)

    # ------------------------------------------------------------------ people

    def _people(self, token: int) -> Phrase | None:
        """«الأرمن», «آلاف الروس»: people by their nationality alone, not beside a noun that it describes."""
        match = self._tables.nations.at(self._words, token, self._parser.last)
        nation = match.payloads[0] if match is not None else None
        if match is None or nation is None or not nation.plural or nation.weak or ARTICLE not in match.proclitic:
            return None
        before = self._words[token - 1] if token else ""
        if match.proclitic == ARTICLE and before.startswith(ARTICLE) and before.endswith(_PLURALS):
            return None
        why = f"people of the nationality of {nation.code}"
        found = Phrase(
            match.last, nation.code, "people", "people of a nationality", _PEOPLE, why, nation.code, "", match.proclitic
        )
        return self._parser.among(found, "CVL")

    def _unknown(self, token: int) -> Phrase | None:
        """«المحلل السياسي أحمد العلي»: a title and a first name; kept without a code."""
        match = self._tables.honorifics.at(self._words, token, self._parser.last)
        if match is None or match.last >= self._parser.last:
            return None
        owners, start = self._parser.nations(match.last, definite=ARTICLE in self._words[match.last - 1])
        known = self._parser.named(start) if start < self._parser.last else None
        if known is not None and known.sort == "person" and not known.proclitic:
            return msgspec.structs.replace(known, proclitic=match.proclitic)
        last = self._parser.unknown_person(start)
        if not last or governed(self._words, start, ""):
            return None
        name = " ".join(self._words[start:last])
        why = "a title and a name that no pack knows"
        return Phrase(
            last,
            None,
            "person",
            "unknown person",
            _UNKNOWN,
            why,
            owners[0] if owners else "",
            "",
            match.proclitic,
            name,
        )

"""The grammar of actor phrases: a head with its nationality, its genitive or its seat, and the person after it."""

import msgspec

from hudna.knowledge.languages.ar.actors import Head
from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.spelling import ARTICLE
from hudna.reading.engine import Match
from hudna.reading.recognise.actors.codes import MINISTRIES
from hudna.reading.recognise.actors.naming import BY_NAME, DEEPEST, NameReader
from hudna.reading.recognise.actors.phrase import Phrase
from hudna.reading.recognise.actors.tables import (
    CARRIER,
    HEAD,
    NAME,
    SPEAKER,
    SPOKESMAN,
    forms,
)
from hudna.reading.recognise.found import PlaceFound
from hudna.reading.recognise.places.standing import open_quote, past_quote

_COMPOSED, _NAME, _UNKNOWN = 0.95, 0.9, 0.5
_TRANSPARENT = forms("forms", "transparent")
_FORMER = forms("forms", "former")
_ACTING = forms("forms", "acting")
_SEATED = forms("forms", "seated")
_QUOTES = (frozenset("«“\"'"), frozenset("»”\"'"))
_DASHES = frozenset("-–")
_MOST_ADJECTIVES = 4
_BARE = forms("forms", "bare")
_SHARED = forms("forms", "shared")
_OVER = frozenset(("SG", "MIL", "MFA"))
"""Offices over something: «القائد العام للجيش», «السفير لدى»."""
_SEPARATISTS = "SEP"
_LOCAL = "المحليه"
_OF_A_PART = "محلي"
_OF_PERSONS = frozenset(("GOV", "MIL"))
_MEDIA_SORTS = frozenset(("agency", "outlet", "social"))
_GROUPS = frozenset(("group", "force", "organisation", "government", "office"))
_NO_OWNERS = frozenset(("person", "agency", "outlet", "social"))
_NATURAL = frozenset(("country", "group", "organisation", "government", "people"))


_BEGINS = SPOKESMAN | CARRIER | HEAD | SPEAKER | NAME


class Parser(NameReader):
    """Reads one text's phrases; it remembers nothing but people named in full."""

    # ------------------------------------------------------------------ the phrase at a token

    def phrase(self, token: int, depth: int = 0) -> Phrase | None:
        """The longest composed or named actor that begins at a token, with the person named after it."""
        found = self._unheld(token, depth)
        return self.with_holder(found) if found is not None else None

    def _unheld(self, token: int, depth: int) -> Phrase | None:
        """The longest composed or named actor that begins at a token, without a person after it."""
        if token >= self.last or depth > DEEPEST:
            return None
        bits = self.tables.marks[self.words[token]] & _BEGINS
        best: Phrase | None = None
        if bits & SPOKESMAN:
            best = self._spokesman(token, depth)
        if bits & CARRIER:
            best = _preferred(best, self._carried(token, depth))
        if bits & HEAD:
            best = _preferred(best, self.headed(token, depth))
        if bits & SPEAKER:
            best = _preferred(best, self._speaker(token, depth))
        if bits & NAME:
            best = _preferred(best, self.named(token))
        return best if best is not None else self._ruled(token)

    def _ruled(self, token: int) -> Phrase | None:
        """A capital that speaks or acts: its government."""
        place = self.places.starting(token)
        if place is None or place.within != "actor" or place.code is None:
            return None
        government = self.gazetteer.governments.get(place.code)
        if government is None:
            return None
        owner = self.tables.codes.owner_of(government)
        why = f"«{place.name}» stands for its government"
        rule = "capital as its government"
        return Phrase(
            place.last, government, "government", rule, 0.7, why, owner, "GOV", place.proclitic, territory=place.code
        )

    # ------------------------------------------------------------------ heads

    def headed(self, token: int, depth: int) -> Phrase | None:
        """The longest head that makes an actor with what follows: «رئيس حكومة …» before «رئيس» + «حكومة …»."""
        last = self.last
        while (match := self.tables.heads.at(self.words, token, last)) is not None:
            found = self._with_head(match, depth)
            if found is not None or match.last - token == 1:
                return found
            last = match.last - 1
        return None

    def _with_head(self, match: Match[Head], depth: int) -> Phrase | None:
        head = match.payloads[0]
        definite = self.definite(match)
        named = self._past_own_quote(match)
        start, former = self._past_adjectives(named, definite=definite)
        if start > named and head.role in MINISTRIES and match.last - match.first == 1 and not former:
            return None  # «الدفاع المدني», «الدفاع الجوي» are no ministries
        found = self._of_nations(start, head, definite=definite) or (
            self._of_seat(start, head, depth, former=former)
            if definite
            else self._genitive_of(match, start, head, depth)
        )
        if found is None and definite:
            found = self._belonging(start, head, depth)
        if head.role == _SEPARATISTS:
            found = self._separatists(match.first, match.last, found)
        if found is None:
            return None
        by_nation = found.rule == _BY_NATION
        last, later = self._past_adjectives(found.last, definite=definite) if by_nation else (found.last, False)
        found = msgspec.structs.replace(
            found, last=last, proclitic=match.proclitic, titled=head.person, former=former or later
        )
        return self._refined(found, head, depth)

    def _past_own_quote(self, match: Match[Head]) -> int:
        """«الخارجية» الروسية: past the mark that closes what opened right before the head."""
        quoted = match.last < self.last and match.first and self.words[match.first - 1] in _QUOTES[0]
        return match.last + 1 if quoted and self.words[match.last] in _QUOTES[1] else match.last

    def _separatists(self, token: int, last: int, found: Phrase | None) -> Phrase | None:
        """«الانفصاليون الأرمن»: the packs say who they are, or the region; their nationality does not."""
        name = self.tables.names.at(self.words, token, last)
        actor = name.payloads[0].actor if name is not None and name.last == last and name.payloads[0].sure else None
        if actor is not None:
            end = found.last if found is not None else last
            return Phrase(end, actor.code, actor.sort, BY_NAME, _NAME, f"a name of {actor.code}", actor.code)
        if found is None or self.tables.codes.is_country(found.owner):
            return None if found is None else msgspec.structs.replace(found, code=None, score=_UNKNOWN)
        return msgspec.structs.replace(found, code=found.owner)

    def definite(self, match: Match[Head]) -> bool:
        """Whether a head has its article: on itself, or on its last word («وزارة الدفاع»)."""
        word = self.words[match.last - 1]
        single = match.last - match.first == 1
        return ARTICLE in match.proclitic or word[len(match.proclitic) if single else 0 :].startswith(ARTICLE)

    def _past_adjectives(self, token: int, *, definite: bool) -> tuple[int, bool]:
        """(end, whether one said «former») of adjectives that change nothing: «المسلحة», «الحالي», «السابق»."""
        former = False
        for _ in range(_MOST_ADJECTIVES):
            word = self.words[token] if token < self.last else ""
            bare = word.removeprefix(ARTICLE) if definite else word
            if word in _FORMER:
                former = True
            elif word not in _ACTING and (bare not in _TRANSPARENT or definite != word.startswith(ARTICLE)):
                break
            token += 1
        return token, former

    def _of_nations(self, token: int, head: Head, *, definite: bool) -> Phrase | None:
        """«القوات الأرمينية», «القوات الأرمينية والأذربيجانية», «مناورات روسية صينية»."""
        owners, last = self.nations(token, definite=definite)
        if not owners:
            return None
        if head.role == "REP" or (head.sort == "group" and head.role != _SEPARATISTS and self._of_country(owners[0])):
            return None  # «حركة أميركية», «الممثلون الأميركيون» are not the country
        codes = tuple(self.tables.codes.compose(owner, head.role) for owner in owners)
        rule, why = _BY_NATION, f"a head with the nationality of {' and '.join(owners)}"
        many = codes if len(codes) > 1 else ()
        return Phrase(last, codes[0], head.sort, rule, _COMPOSED, why, owners[0], head.role, codes=many)

    def _of_country(self, owner: str) -> bool:
        return self.tables.codes.is_country(owner)

    def nations(self, token: int, *, definite: bool) -> tuple[list[str], int]:
        """(owners, end) of nationalities that agree with a head, one or several."""
        owners: list[str] = []
        plain = ARTICLE if definite else ""
        while token < self.last:
            at = token + 1 if owners and self.words[token] in _DASHES else token
            match = self.tables.nations.at(self.words, at, self.last) if at < self.last else None
            wanted = {plain} if not owners else {plain, "و" + plain}
            if match is None or match.proclitic not in wanted or match.payloads[0].code in owners:
                break
            if owners and not match.proclitic.startswith("و") and self._people_again(at):
                break
            if self.words[at].endswith("يا") and not self.words[at - 1].endswith("ا"):
                break  # «جيش تركيا» names the country; «جنديا تركيا» is the adjective in the accusative
            owners.append(match.payloads[0].code)
            token = match.last
        return owners, token

    def _genitive_of(self, match: Match[Head], start: int, head: Head, depth: int) -> Phrase | None:
        """What follows an indefinite head; behind an adjective («عناصر مسلحة مدير المكتب») it is no genitive of it."""
        adjectives = head.sort == "force" and start > self._past_own_quote(match)
        bare = adjectives and self.words[start : start + 1] != ["من"]
        return None if bare else self._of_genitive(start, head, depth)

    def _people_again(self, token: int) -> bool:
        """«اتهمت الحكومة اليمنية الحوثيين»: an adjective of people that agrees not is a noun."""
        before = self.words[token - 1]
        return self.words[token].endswith(_OF_PEOPLE) and not before.endswith(_OF_PEOPLE) and before not in _DASHES

    def _of_genitive(self, token: int, head: Head, depth: int) -> Phrase | None:
        """«جيش أذربيجان», «سلطات “قره باغ”», «قوات البلدين», «قائد الجيش السوداني»."""
        start = open_quote(self.words, token, self.last)
        found = self._of_name(start, head) or self._of_place(start, head) or self._of_phrase(start, head, depth)
        if found is None:
            return None
        return msgspec.structs.replace(found, last=past_quote(self.words, token, found.last, self.last))

    def _of_name(self, token: int, head: Head) -> Phrase | None:
        match = self.tables.names.at(self.words, token, self.last) if token < self.last else None
        actor = match.payloads[0].actor if match is not None and match.payloads[0].sure else None
        if match is None or actor is None or match.proclitic or actor.sort not in _NATURAL:
            return None
        if actor.sort == "people":
            return None
        owned = self._owned(match.last, actor.code, head, f"a head with {actor.code}")
        other = self._second_owner(match.last) if actor.sort == "country" and self._shared(token) else None
        if other is None:
            return owned
        codes = (owned.code or "", self.tables.codes.compose(other[0], head.role))
        return msgspec.structs.replace(owned, last=other[1], codes=codes)

    def _shared(self, token: int) -> bool:
        """Whether a head just before may belong to two countries: «وزيرا دفاع روسيا وأرمينيا»."""
        before = self.words[max(0, token - 2) : token]
        return any(stem in _SHARED for word in before for _, stem in peel(word))

    def _second_owner(self, token: int) -> tuple[str, int] | None:
        match = self.tables.names.at(self.words, token, self.last) if token < self.last else None
        actor = match.payloads[0].actor if match is not None and match.proclitic == "و" else None
        return (actor.code, match.last) if match is not None and actor is not None and actor.sort == "country" else None

    def _of_place(self, token: int, head: Head) -> Phrase | None:
        place = self.places.starting(token)
        if place is None or place.code is None or place.proclitic:
            return None
        if head.sort == "office" and place.code not in self.gazetteer.ruling:
            return None  # «رئيس بلدة …» is no president
        owner = self.gazetteer.ruler(place.code)
        return self._owned(place.last, owner, head, f"a head with {place.code}, which is {owner}'s") if owner else None

    def _of_phrase(self, token: int, head: Head, depth: int) -> Phrase | None:
        inner = self._unheld(token, depth + 1)
        if head.role in _OF_PERSONS and (person := self._of_person(token, head, depth)) is not None:
            return person
        if inner is None or inner.proclitic not in {"", ARTICLE} or inner.sort in _NO_OWNERS:
            return None
        if head.role == "REP" or (head.sort == inner.sort and not head.person) or inner.sort == "group":
            code = inner.code if head.role != "REP" or inner.sort == "people" else None
            code = code or self.tables.codes.compose(inner.owner, "GOV")
            return msgspec.structs.replace(inner, code=code, rule=_BY_GENITIVE, titled=head.person)
        return self._owned(inner.last, inner.owner, head, f"a head with {inner.code}") if inner.owner else None

    def _of_person(self, token: int, head: Head, depth: int) -> Phrase | None:
        """«حكومة الرئيس …», «قوات حفتر»: of whoever the person stands for."""
        person = self.phrase(token, depth + 1) or self.bare_office(token)
        if person is None or person.sort != "person" or not person.owner or person.proclitic not in {"", ARTICLE}:
            return None
        return self._owned(person.last, person.owner, head, f"a head of {person.code}")

    def _of_seat(self, token: int, head: Head, depth: int, *, former: bool) -> Phrase | None:
        """«وزارة الدفاع في يريفان»; «الرئيس السابق لحكومة …»; «وزارة الدفاع بجمهورية …»."""
        word = self.words[token] if token < self.last else ""
        if word in _SEATED and head.sort in {"office", "government"}:
            seat = self.places.starting(token + 1)
            local = self.words[token - 1].removeprefix(ARTICLE).startswith(_OF_A_PART)  # «السلطات المحلية في كذا»
            in_it = local or seat is None or seat.within == "actor" or self._own_region(seat)
            return (self._of_place(token + 1, head) or self._of_name(token + 1, head)) if in_it else None
        place = self.places.starting(token)
        own = place is not None and (place.within == "actor" or (place.proclitic == "ب" and self._own_region(place)))
        if place is not None and place.proclitic in {"ب", "ل"} and place.code and own:
            owner = self.gazetteer.ruler(place.code)
            if owner and head.sort in {"office", "government"}:
                return self._owned(place.last, owner, head, f"a head at {place.code}")
        to_whom = word.startswith("ل") and (former or head.role in _OVER)
        inner = self._unheld(token, depth + 1) if to_whom else None
        if inner is not None and inner.owner and "ل" in inner.proclitic and inner.sort != "person":
            return self._owned(inner.last, inner.owner, head, f"a head of {inner.code}")
        return None

    def _own_region(self, seat: PlaceFound) -> bool:
        """«وزارة الدفاع في منطقة قره باغ»: a region that is no state has offices of its own there."""
        owner = self.gazetteer.ruler(seat.code) if seat.code is not None else ""
        return bool(owner) and not self._of_country(owner) and "." not in owner

    def _owned(self, last: int, owner: str, head: Head, why: str) -> Phrase:
        codes = self.tables.codes
        owner = codes.owner_of(owner)
        role = "GOV" if head.role == "REP" else head.role
        code = codes.compose(owner, role)
        return Phrase(last, code, head.sort, _BY_GENITIVE, _COMPOSED, why, owner, role)

    def _refined(self, found: Phrase, head: Head, depth: int) -> Phrase:
        """What follows a composed phrase and changes it: «لحفظ السلام», «التابعة ل…», «الأرمن في قره باغ»."""
        last = found.last
        word = self.words[last] if last < self.last else ""
        if head.sort == "force" and (
            peace := self.tables.peacekeeping.at(self.words, last, self.last) if word else None
        ):
            code = self.tables.codes.compose(found.owner, "PKF")
            return msgspec.structs.replace(found, last=peace.last, code=code, role="PKF")
        other = self._belonging(last, head, depth) if word else None
        if other is not None:
            why = f"{found.why}, but belonging to {other.owner}"
            return msgspec.structs.replace(found, last=other.last, code=other.code, owner=other.owner, why=why)
        return self.among(found, head.role) if head.sort == "people" and head.role != "REP" else found

    def _belonging(self, token: int, head: Head, depth: int) -> Phrase | None:
        """«التابعة لإدارة إقليم …»: whose the head is, whatever its nationality."""
        belonging = self.tables.belonging.at(self.words, token, self.last) if token < self.last else None
        inner = self.phrase(belonging.last, depth + 1) if belonging is not None else None
        if inner is None or not inner.owner or not any(letter in inner.proclitic for letter in "لب"):
            return None
        if self.words[token].removeprefix(ARTICLE).startswith(_LOYAL) and inner.owner in self.gazetteer.countries:
            return None  # «المليشيات الموالية لإيران» are no army of Iran's, and whose they are is not told
        return self._owned(inner.last, inner.owner, head, f"a head belonging to {inner.owner}")

    def among(self, found: Phrase, role: str) -> Phrase:
        """«السكان الأرمن في قره باغ» are the region's people, where the region has an actor of its own."""
        place = self.places.starting(found.last + 1) or self.places.starting(found.last)
        in_it = found.last < self.last and (self.words[found.last] == "في" or (place and place.proclitic == "ب"))
        owner = self.gazetteer.ruler(place.code) if place is not None and place.code and in_it else ""
        if not owner or owner in self.gazetteer.countries or "." in owner:
            return found
        why = f"{found.why}, living in {owner}"
        return msgspec.structs.replace(found, code=self.tables.codes.compose(owner, role), owner=owner, why=why)

    # ------------------------------------------------------------------ carriers and spokesmen

    def _carried(self, token: int, depth: int) -> Phrase | None:
        """«عناصر قوات حفظ السلام», «فرق من خبراء الجيش التركي»: whoever follows, if a force or a group."""
        match = self.tables.carriers.at(self.words, token, self.last)
        inner = self.phrase(open_quote(self.words, match.last, self.last), depth + 1) if match is not None else None
        if match is None or inner is None or inner.sort not in _GROUPS:
            return None
        if inner.proclitic.replace(ARTICLE, "") != ("ل" if match.payloads[0].endswith(" ل") else ""):
            return None
        if inner.sort in {"government", "office"} and inner.rule != _BY_GENITIVE and not inner.name:
            return None
        if inner.sort == "organisation" and self.tables.codes.compose(inner.owner, "MIL") != inner.owner:
            return None  # «قوات الأمم المتحدة» are its peacekeepers
        why = f"people of: {inner.why}"
        return msgspec.structs.replace(inner, proclitic=match.proclitic, titled=True, rule=_BY_CARRIER, why=why)

    def _spokesman(self, token: int, depth: int) -> Phrase | None:
        """«المتحدث باسم وزارة الدفاع», «نائب وزير الخارجية الروسي»."""
        match = self.tables.spokesmen.at(self.words, token, self.last)
        if match is None or (ARTICLE in match.proclitic and match.last - token == 1):
            return None  # «النائب» is a member of parliament
        start = open_quote(self.words, match.last, self.last)
        inner = self._unheld(start, depth + 1) or self.bare_office(start)
        if inner is not None and inner.titled and inner.rule in {_BY_NATION, _BY_GENITIVE}:
            inner = self.with_holder(inner)  # «مستشار الرئيس الروسي فلاديمير بوتين» names the president
        if inner is not None and match.last - token == 1 and inner.sort in _NATURAL:
            return None  # «مستشار إسرائيل»
        written = "ل" if match.payloads[0].endswith(" ل") else ""
        if inner is None or inner.proclitic.replace(ARTICLE, "") != written or inner.sort in _MEDIA_SORTS:
            return None
        person = inner.sort == "person" and inner.owner
        code = self.tables.codes.compose(inner.owner, inner.role) if person else inner.code
        titled = not person
        return msgspec.structs.replace(
            inner,
            code=code,
            sort="office",
            name="",
            proclitic=match.proclitic,
            titled=titled,
            spokesman=True,
            rule="spokesman of an actor",
            why=f"spokesman of: {inner.why}",
        )

    def _speaker(self, token: int, depth: int) -> Phrase | None:  # noqa: ARG002 (one signature for all)
        """«المتحدث العسكري الإسرائيلي»."""
        match = self.tables.speakers.at(self.words, token, self.last)
        owners, last = self.nations(match.last, definite=True) if match is not None else ([], 0)
        if match is None or not owners:
            return None
        code = self.tables.codes.compose(owners[0], match.payloads[0])
        why = f"a spokesman with the nationality of {owners[0]}"
        return Phrase(
            last,
            code,
            "office",
            "spokesman of an actor",
            _COMPOSED,
            why,
            owners[0],
            match.payloads[0],
            match.proclitic,
            titled=True,
            spokesman=True,
        )

    def bare_office(self, token: int) -> Phrase | None:
        """«رئيس الوزراء», «الجيش»: a definite head without its nation, which what was said before must give."""
        match = self.tables.heads.at(self.words, token, self.last) if token < self.last else None
        if match is None:
            return None
        head = match.payloads[0]
        last = match.last
        if (
            " ".join(self.words[token:last])[len(match.proclitic.replace(ARTICLE, "")) :].replace("لل", "ال", 1)
            not in _BARE
        ):
            return None
        if head.role in MINISTRIES and last - token == 1 and self.words[token - 1].startswith(ARTICLE):
            return None  # «المواصلات الداخلية»
        if self.words[last : last + 1] == [_LOCAL]:
            return None  # «السلطات المحلية» are nobody's government
        last, former = self._past_adjectives(last, definite=True)
        phrase = Phrase(
            last,
            None,
            head.sort,
            "office without its nation",
            0.3,
            "no nation was named",
            "",
            head.role,
            match.proclitic,
            titled=head.person,
            former=former,
            bare=True,
        )
        return self.with_holder(phrase)


_BY_CARRIER = "people of a force or group"
_BY_NATION = "head with its nationality"
_OF_PEOPLE = ("ين", "ون")
_BY_GENITIVE = "head with its genitive"
_LOYAL = "موالي"
"""«الموالية», «الموالون»: loyal to somebody, who need not command them."""
_RANKS = {BY_NAME: 2, _BY_CARRIER: 1}
"""Of two readings of the same words."""


def _preferred(one: Phrase | None, other: Phrase | None) -> Phrase | None:
    """The longer reading; of two of the same words the packs' own name: «الجيش الوطني الليبي» is no army of Libya."""
    if one is None or other is None:
        return other if one is None else one
    return other if _weight(other) > _weight(one) else one


def _weight(option: Phrase) -> tuple[int, int, float]:
    return option.last, _RANKS.get(option.rule, 0), option.score

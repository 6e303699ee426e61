"""Finding actors and places from left to right, longest first, with what was spoken of before.

At each word the possible readings are tried in the order of their length: a composed office («وزارة الدفاع الأذرية»), a
name of the packs, an unnamed source, a place. An office takes the person named after it; what stands without a nation
(«الوزارة», «الجيش») means the nation or the speaker mentioned last, with a lower score.
"""

import msgspec

from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.spelling import fold
from hudna.knowledge.languages.ar.words import phrases
from hudna.knowledge.languages.ar.words import words as word_list
from hudna.model import Place
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.recognise.found import ActorFound, PlaceFound
from hudna.reading.recognise.parties.names import Names, names_of, party_of
from hudna.reading.split import Sentence, Text

_MARKS = frozenset("«»“”\"'()")
_COMMAS = frozenset("،,")
_HIT = word_list("offices", "words", "hit")
_ON_BEHALF = frozenset(fold(phrase) for phrase in phrases("offices", "words", "on_behalf"))
_LOCATED = word_list("offices", "words", "located")
_FORMER = word_list("offices", "words", "former")
_STATE_MFA = {"USA.MFA": "USA.STATE"}
"""The State Department is what the record calls the foreign ministry of the United States."""
_SPOKESMEN = 3
_ISO = 3
_BACKED = frozenset(("مدعومه", "مدعوم", "مدعومين", "مدعومون"))
_LOYAL = frozenset(("مواليه", "موالي", "موالين", "موالون"))
_COMPOSED_SCORE, _NAME_SCORE, _CARRIED_SCORE = 0.95, 0.9, 0.6


class Phrase(msgspec.Struct, frozen=True):
    """A reading of some words as an actor."""

    last: int
    code: str
    sort: str
    rule: str
    score: float
    proclitic: str
    name: str = ""
    codes: tuple[str, ...] = ()
    territory: str | None = None


def find_parties(text: Text, knowledge: Knowledge) -> tuple[list[ActorFound], list[PlaceFound]]:
    """All actors and places of a text, in order; actors do not overlap each other."""
    return _Walk(text, knowledge).run()


class _Walk:
    """The state of one text: what was found and what was spoken of last."""

    def __init__(self, text: Text, knowledge: Knowledge) -> None:
        self.text = text
        self.words = text.words
        self.knowledge = knowledge
        self.names: Names = names_of(knowledge)
        self.actors: list[ActorFound] = []
        self.places: list[PlaceFound] = []
        self.by_role: dict[str, str] = {}
        self.nations: list[str] = []
        self.region: Place | None = None
        self.relayed = ""
        self.place_nation = ""
        self.ministry: tuple[str, str] | None = None
        self.group = ""
        self.sentence = Sentence(0, 0, 0, 0)
        self.subject = ""
        """The first actor of the sentence."""
        self.pair: tuple[str, ...] = ()
        """The two parties named last, the later one first."""
        self.office = ""
        """The last one who is more than a nation."""
        self.depth = 0
        """Spokesmen of spokesmen that are being read."""

    def run(self) -> tuple[list[ActorFound], list[PlaceFound]]:
        opens, words = self.names.gate.opens, self.words
        for sentence in self.text.sentences:
            self.sentence = sentence
            self.subject = ""
            token = sentence.first
            while token < sentence.last:
                token = self._step(token) if opens(words[token]) else token + 1
        return self.actors, self.places

    def _step(self, token: int) -> int:
        if self._epithet(token):
            return token + 1
        if len(self.words[token]) < 2:  # noqa: PLR2004 (a sign or a lone letter)
            return token + 1
        phrase = self._actor_at(token)
        place = self._place_at(token)
        if place is not None and (phrase is None or self._is_place(token, phrase, place)):
            self._keep_place(token, place)
            return place[0]
        if phrase is not None:
            self._keep_actor(token, phrase)
            return phrase.last
        return token + 1

    def _epithet(self, token: int) -> bool:
        """«المدعومة من إيران»، «الموالية لتركيا»: who stands behind somebody neither acts nor is a place here."""
        before = self.words[max(self.sentence.first, token - 2) : token]
        backed = len(before) > 1 and before[1] == "من" and before[0].removeprefix("ال") in _BACKED
        loyal = bool(before) and before[-1].removeprefix("ال") in _LOYAL and self.words[token].startswith("ل")
        return backed or loyal

    # ------------------------------------------------------------------ actors

    def _actor_at(self, token: int) -> Phrase | None:
        options = [
            option
            for option in (
                self._collective(token),
                self._composed(token),
                self._named(token),
                self._unnamed(token),
                self._capital(token),
                self._own(token, "own_force", ".MIL", "force"),
                self._own(token, "own_country", "", "country"),
            )
            if option is not None
        ]
        if not options:
            return self._bare_office(token)
        best = max(options, key=lambda option: (option.last, option.score))
        return self._with_person(best)

    def _composed(self, token: int) -> Phrase | None:
        """«وزارة الدفاع» + nation; «قوات “قره باغ”»; «وزارة الدفاع في موسكو»; «المتحدث باسم» + any actor."""
        spokesman = self.names.words["spokesman"].at(self.words, token, self.sentence.last)
        if spokesman is not None:
            inner = self._represented(spokesman.last)
            return msgspec.structs.replace(inner, proclitic=spokesman.proclitic) if inner is not None else None
        head = self.names.offices.at(self.words, token, self.sentence.last)
        if head is None:
            return None
        office = head.payloads[0]
        nation = self._nation_after(head.last)
        if nation is None:
            return None
        code, last = nation
        known = self.knowledge.actors.get(code)
        if office.role and known is not None and known.sort not in {"country", "group"}:
            return None  # only a state has ministries
        group = "." in code  # an armed group has no ministries: «قوات الدعم السريع» are the group
        code = f"{code}.{office.role}" if office.role and not group else code
        code = _STATE_MFA.get(code, code)
        return Phrase(last, code, office.sort, "office with its nation", _COMPOSED_SCORE, head.proclitic)

    def _represented(self, token: int) -> Phrase | None:
        """For whom a spokesman speaks; the spokesman of a spokesman's spokesman is nobody."""
        if token >= self.sentence.last or self.depth >= _SPOKESMEN:
            return None
        self.depth += 1
        inner = self._actor_at(token)
        self.depth -= 1
        return inner

    def _nation_after(self, token: int) -> tuple[str, int] | None:
        """(country or group code, end) of an adjective, a country, a capital or a region right after a head."""
        token = self._past_marks(token)
        if token >= self.sentence.last:
            return None
        adjective = self.names.nations.at(self.words, token, self.sentence.last)
        if adjective is not None and not _preposed(adjective.proclitic):
            return self._people_of(adjective.last) or (adjective.payloads[0], adjective.last)
        start = token + 1 if self.words[token] in {"في", "لدي"} else token
        sort_word = self.names.words["place_sorts"].at(self.words, start, self.sentence.last)
        start = self._past_marks(sort_word.last) if sort_word is not None else start
        name = self.names.actors.at(self.words, start, self.sentence.last) if start < self.sentence.last else None
        if name is not None and name.payloads[0].sort in {"country", "group"} and start == token and not name.proclitic:
            return name.payloads[0].code, name.last
        place = self.names.places.at(self.words, start, self.sentence.last) if start < self.sentence.last else None
        if place is None or place.proclitic:
            return None
        nation = self._nation_of(place.payloads[0])
        return (nation, self._past_marks(place.last, closing=True)) if nation else None

    def _people_of(self, token: int) -> tuple[str, int] | None:
        """«ممثلين عن أرمن قره باغ»: the people of a region are the region's, not their kin's."""
        start = self._past_marks(token)
        place = self.names.places.at(self.words, start, self.sentence.last) if start < self.sentence.last else None
        if place is None or place.proclitic or place.payloads[0].sort != "region":
            return None
        nation = self._nation_of(place.payloads[0])
        return (nation, self._past_marks(place.last, closing=True)) if nation else None

    def _nation_of(self, place: Place) -> str:
        """Who rules or stands for a place: its government's country, or the group that has the place's name."""
        if place.government:
            return place.government.split(".")[0]
        group = next(
            (a for a in self.knowledge.actors.values() if a.sort == "group" and a.name_en in place.name_en), None
        )
        own = self.names.actors.at(tuple(_words(place.name_ar)), 0, len(_words(place.name_ar)))
        if own is not None and own.payloads[0].sort == "group":
            return own.payloads[0].code
        return group.code if group is not None else self._theatre_group(place)

    def _theatre_group(self, place: Place) -> str:
        """The one stateless party of the theatre whose region it is."""
        for theatre in self.knowledge.theatres:
            groups = [
                c for c in theatre.parties if c in self.knowledge.actors and self.knowledge.actors[c].sort == "group"
            ]
            if len(groups) == 1 and any(p.code == place.code and p.sort == "region" for p in theatre.places):
                return groups[0]
        return ""

    def _named(self, token: int) -> Phrase | None:
        match = self.names.actors.at(self.words, token, self.sentence.last)
        source = self.names.sources.at(self.words, token, self.sentence.last)
        if source is not None and (match is None or source.last > match.last):
            found = source.payloads[0]
            return Phrase(
                source.last, found.code, found.sort, "source of the packs", _NAME_SCORE, source.proclitic, found.name_ar
            )
        if match is None:
            return None
        actor = match.payloads[0]
        last = match.last
        if actor.sort in {"country", "group"}:
            located = self._past_marks(last, closing=True)
            last = located
        return Phrase(last, actor.code, actor.sort, "name of the packs", _NAME_SCORE, match.proclitic, actor.name_ar)

    def _with_person(self, phrase: Phrase) -> Phrase:
        """An office takes the person named right after it, past a nationality and a comma."""
        if phrase.sort not in {"office", "government", "force", "agency"}:
            return self._former(phrase)
        token = self._past_marks(phrase.last)
        adjective = self.names.nations.at(self.words, token, self.sentence.last) if token < self.sentence.last else None
        if phrase.sort == "agency":
            end = adjective.last if adjective is not None else phrase.last
            if adjective is not None:
                self.relayed = adjective.payloads[0]
            return msgspec.structs.replace(phrase, last=end)
        token = adjective.last if adjective is not None else token
        if token < self.sentence.last and self.words[token] in _COMMAS:
            token += 1
        token = self._past_marks(token)
        person = self.names.actors.at(self.words, token, self.sentence.last) if token < self.sentence.last else None
        if person is None or person.payloads[0].sort != "person" or person.proclitic:
            return phrase
        found = person.payloads[0]
        last = self._past_marks(person.last, closing=True)
        return Phrase(
            last, found.code, "person", "office with its holder", _COMPOSED_SCORE, phrase.proclitic, found.name_ar
        )

    def _former(self, phrase: Phrase) -> Phrase:
        """«فلان الرئيس السابق لحكومة …»: the description belongs to the name."""
        if phrase.sort != "person" or phrase.last + 1 >= self.sentence.last:
            return phrase
        office = self.names.offices.at(self.words, phrase.last, self.sentence.last)
        if office is None or office.last >= self.sentence.last or self.words[office.last] not in _FORMER:
            return phrase
        last = office.last + 1
        inner = self._composed(last) or self._named(last) if last < self.sentence.last else None
        return msgspec.structs.replace(phrase, last=inner.last if inner is not None else last)

    def _capital(self, token: int) -> Phrase | None:
        """A capital as its government; `_is_place` decides between the two."""
        match = self.names.places.at(self.words, token, self.sentence.last)
        if match is None or not match.payloads[0].government or match.payloads[0].sort == "country":
            return None
        place = match.payloads[0]
        government = place.government or ""
        return Phrase(
            match.last,
            government,
            "capital",
            "capital as its government",
            0.7,
            match.proclitic,
            place.name_ar,
            (),
            place.code,
        )

    def _unnamed(self, token: int) -> Phrase | None:
        match = self.names.unnamed.at(self.words, token, self.sentence.last)
        if match is None:
            return None
        sort = match.payloads[0]
        code = "SOURCE" if sort == "OFFICIAL" else f"SOURCE.{sort}"
        nation = self._nation_after(match.last) if sort == "OFFICIAL" else None
        if nation is not None:
            return Phrase(nation[1], f"{nation[0]}.GOV", "office", "official of a nation", 0.7, match.proclitic)
        return Phrase(match.last, code, "unnamed_source", "unnamed source with its sort", 0.8, match.proclitic)

    def _collective(self, token: int) -> Phrase | None:
        """«الجانبان»، «قوات البلدين»: the two parties spoken of last."""
        forces = self.names.words["pair_forces"].at(self.words, token, self.sentence.last)
        match = forces or self.names.words["pair"].at(self.words, token, self.sentence.last)
        parties = self._last_parties() if match is not None else ()
        if match is None or len(parties) != 2:  # noqa: PLR2004 (a pair is two)
            return None
        codes = tuple(f"{code}.MIL" if forces is not None else code for code in parties)
        sort = "force" if forces is not None else "country"
        return Phrase(match.last, "", sort, "the two parties spoken of", 0.7, match.proclitic, "", codes)

    def _last_parties(self) -> tuple[str, ...]:
        """The two parties named last, alphabetical; fewer when fewer were named."""
        return tuple(sorted(self.pair))

    def _speak_of(self, nation: str) -> None:
        if len(nation) == _ISO and nation.isupper():
            self.nations.append(nation)
        if nation in self.names.parties and nation not in self.pair[:1]:
            self.pair = (nation, *self.pair[:1])

    def _own(self, token: int, table: str, face: str, sort: str) -> Phrase | None:
        """«جيشها»، «بلاده»: of whoever the sentence is about."""
        match = self.names.words[table].at(self.words, token, self.sentence.last)
        if match is None or not self.subject:
            return None
        nation = party_of(self.knowledge, self.subject)
        face = "" if "." in nation else face
        rule = "what belongs to the sentence's subject"
        return Phrase(match.last, nation + face, sort, rule, _CARRIED_SCORE, match.proclitic)

    def _bare_office(self, token: int) -> Phrase | None:
        """«وزارة الدفاع», «الوزارة», «نظيره الروسي»: the nation or the office spoken of before."""
        counterpart = self.names.words["counterpart"].at(self.words, token, self.sentence.last)
        if counterpart is not None:
            return self._counterpart(counterpart.last, counterpart.proclitic)
        band = self.names.words["short_group"].at(self.words, token, self.sentence.last)
        if band is not None and self.group:
            return Phrase(
                band.last, self.group, "group", "short form of the group named before", _CARRIED_SCORE, band.proclitic
            )
        short = self.names.words["short"].at(self.words, token, self.sentence.last)
        if short is not None and self.ministry:
            code, sort = self.ministry
            return Phrase(short.last, code, sort, "short form of who was named before", _CARRIED_SCORE, short.proclitic)
        head = self.names.offices.at(self.words, token, self.sentence.last)
        if head is None or not head.payloads[0].role or not self._definite(token, head.last):
            return None
        role = head.payloads[0].role
        relayed = f"{self.relayed}.{role}" if self.relayed and self.words[token - 1] == "عن" else ""
        near = f"{self.place_nation}.{role}" if role == "MOH" and self.place_nation else ""
        known = relayed or self.by_role.get(role) or near or (f"{self.nations[-1]}.{role}" if self.nations else "")
        if not known or role in {"CVL", "PARL"}:
            return None
        found = Phrase(
            head.last, known, head.payloads[0].sort, "office of the nation spoken of", _CARRIED_SCORE, head.proclitic
        )
        return self._with_person(found)

    def _definite(self, token: int, last: int) -> bool:
        return any(word.removeprefix("و").startswith("ال") or word.startswith("لل") for word in self.words[token:last])

    def _counterpart(self, token: int, proclitic: str) -> Phrase | None:
        """«نظيره الروسي سيرغي شويغو»: the office of whoever was named last, of another nation."""
        adjective = self.names.nations.at(self.words, token, self.sentence.last) if token < self.sentence.last else None
        if not self.office or adjective is None:
            return None
        role = self.office.split(".")[1]
        code = f"{adjective.payloads[0]}.{role}"
        found = Phrase(
            adjective.last, _STATE_MFA.get(code, code), "office", "counterpart of another nation", 0.8, proclitic
        )
        return self._with_person(found)

    # ------------------------------------------------------------------ places

    def _place_at(self, token: int) -> tuple[int, Place, str, str] | None:
        """(end, place, proclitic, rule)."""
        sort_word = self.names.words["place_sorts"].at(self.words, token, self.sentence.last)
        start = self._past_marks(sort_word.last) if sort_word is not None else token
        adjective = self.names.nations.at(self.words, start, self.sentence.last) if sort_word is not None else None
        start = adjective.last if adjective is not None else start  # «العاصمة الليبية طرابلس»
        match = self.names.places.at(self.words, start, self.sentence.last) if start < self.sentence.last else None
        if match is not None and (sort_word is None or not match.proclitic or match.proclitic == "ال"):
            proclitic = sort_word.proclitic if sort_word is not None else match.proclitic
            return self._past_marks(match.last, closing=True), match.payloads[0], proclitic, "name of the packs"
        region = self.names.words["region"].at(self.words, token, self.sentence.last)
        if region is not None and self.region is not None:
            return region.last, self.region, region.proclitic, "the region spoken of"
        border = self.names.words["border"].at(self.words, token, self.sentence.last)
        shared = self._border() if border is not None else None
        if border is not None and shared is not None:
            return border.last, shared, border.proclitic, "the border of the two parties spoken of"
        return None

    def _border(self) -> Place | None:
        """The border place that lies between the parties spoken of."""
        if len(self._last_parties()) != 2:  # noqa: PLR2004 (a border has two sides)
            return None
        borders = (place for place in self.knowledge.places.values() if place.sort == "border")
        return next((place for place in borders if self._lies_between(place)), None)

    def _lies_between(self, border: Place) -> bool:
        """Whether a border's names speak of both parties («الحدود الأرمينية الأذربيجانية»)."""
        names = fold(" ".join((border.name_ar, *border.aliases)))
        return all(self._spoken_in(code, names) for code in self._last_parties())

    def _spoken_in(self, code: str, names: str) -> bool:
        actor = self.knowledge.actors[code]
        return any(fold(name) in names for name in (actor.name_ar, *actor.demonyms))

    def _is_place(self, token: int, phrase: Phrase, place: tuple[int, Place, str, str]) -> bool:
        """Whether words that may be both are a place here: longer as a place, or after a word of location."""
        if place[0] != phrase.last and phrase.sort not in {"country", "capital"}:
            return place[0] > phrase.last
        if place[0] > phrase.last:
            return True
        if phrase.sort not in {"country", "capital", "group"}:
            return False
        before = self.words[token - 1].removeprefix("و") if token > self.sentence.first else ""
        pair = " ".join(self.words[token - 2 : token]) if token - 2 >= self.sentence.first else ""
        if pair in _ON_BEHALF or before in _ON_BEHALF:
            return False
        if before in _HIT and phrase.sort == "capital":
            return True
        return before in _LOCATED or "ب" in place[2].replace("ال", "")

    # ------------------------------------------------------------------ keeping

    def _keep_actor(self, token: int, phrase: Phrase) -> None:
        code = phrase.code or None
        self.actors.append(
            ActorFound(
                first=token,
                last=phrase.last,
                code=code,
                name=phrase.name or self.text.raw_text(token, phrase.last),
                sort=phrase.sort,
                score=phrase.score,
                rule=phrase.rule,
                why=f"{phrase.rule}: {code or ', '.join(phrase.codes)}",
                proclitic=phrase.proclitic,
                codes=phrase.codes,
                territory=phrase.territory,
            )
        )
        self._places_inside(token, phrase.last)
        self.office = code if code and "." in code else self.office
        self.subject = self.subject or (code if code and not code.startswith("SOURCE") else "")
        if code is None or code.startswith("SOURCE"):
            return
        self._speak_of(code.split(".")[0])
        if phrase.sort == "group":
            self.group = code
        if code.count(".") >= 1 and code.split(".")[1] in {"MOD", "MFA", "STATE", "MOH", "MOI"}:
            self.ministry = (".".join(code.split(".")[:2]), "office")
        if code.count(".") == 1:
            self.by_role[code.split(".")[1]] = code

    def _country_of(self, place: Place) -> str:
        """The country that a place lies in, by its government or its parents'."""
        for code in (place.code, *sorted(self.knowledge.within(place.code))):
            home = self.knowledge.places.get(code)
            if home is not None and home.government and home.sort == "country":
                return home.government.split(".")[0]
        return place.government.split(".")[0] if place.government else ""

    def _places_inside(self, first: int, last: int) -> None:
        """«الانفصاليون الأرمن في قره باغ»: the place after «في» inside a name is still a place."""
        for token in range(first + 1, last - 1):
            if self.words[token] == "في" and (place := self._place_at(token + 1)) is not None:
                self._keep_place(token + 1, place)

    def _keep_place(self, token: int, found: tuple[int, Place, str, str]) -> None:
        last, place, proclitic, rule = found
        before = self.words[token - 1] if token > self.sentence.first else ""
        within = "direction" if before in word_list("offices", "words", "direction") and self.places else ""
        score = _NAME_SCORE if rule == "name of the packs" else _CARRIED_SCORE
        self.places.append(
            PlaceFound(token, last, place.code, place.name_ar, score, rule, f"{rule}: {place.code}", proclitic, within)
        )
        if place.sort in {"region", "area"}:
            self.region = place
        self.place_nation = self._country_of(place) or self.place_nation
        if place.government:
            self._speak_of(place.government.split(".")[0])

    def _past_marks(self, token: int, *, closing: bool = False) -> int:
        if closing and not (token < self.sentence.last and self.words[token] in _MARKS):
            return token
        if closing:
            opened = any(self.words[t] in _MARKS for t in range(max(self.sentence.first, token - 4), token))
            return token + 1 if opened else token
        while token < self.sentence.last and self.words[token] in _MARKS:
            token += 1
        return token


def _preposed(proclitic: str) -> bool:
    return any(letter in proclitic.replace("ال", "") for letter in "وفبلك")


def _words(name: str) -> list[str]:
    return list(phrase_words(name))

"""Names of the packs and people: which of its bearers a name means, and who holds an office."""

from abc import ABC, abstractmethod
from collections.abc import Callable

import msgspec

from hudna.knowledge.languages.ar.actors import given_names
from hudna.knowledge.languages.ar.clitics import peel
from hudna.knowledge.languages.ar.spelling import ARTICLE
from hudna.model import Actor
from hudna.reading.engine import Match
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.recognise.actors.people import resolve
from hudna.reading.recognise.actors.phrase import Phrase
from hudna.reading.recognise.actors.tables import (
    BOTH,
    HEAD,
    NATION,
    SPOKESMAN,
    TITLE,
    Named,
    Tables,
    forms,
)
from hudna.reading.recognise.places import Gazetteer, PlacesOf
from hudna.reading.recognise.places.gazetteer import NAME as PLACE_NAME
from hudna.reading.recognise.places.gazetteer import SORT
from hudna.reading.recognise.places.standing import open_quote, past_quote

_COMPOSED, _NAME, _CUED = 0.95, 0.9, 0.75
_NOT_NAMES = forms("unknown", "not_names")
_COMMAS = frozenset("،,")
_TWO = 2
_MIDDLE = frozenset(("بن", "ال", "ابو", "دي", "فون", "فان"))
_TITLE_REACH, _CUE_REACH = 3, 60
"""Words before a shared surname that hold its title; words around another shared name that hold its cue."""
DEEPEST = 4
"""Heads within heads: «المتحدث باسم قيادة قوات حفظ السلام» has three."""
_LONGEST_NAME = 3
_UNRECOGNISED = ("غير", "المعترف", "بها")
_SENT = frozenset(("ENVOY", "MFA"))
_ERRANDS = frozenset(("الي", "في", "لدي"))
_NO_SURNAMES = ("وا", "لل", "بال", "لم", "بم", "لت", "لا", "ي", "ست", "سي")
"""How verbs and words with small words before them begin, and names of families hardly do."""
_THERE = frozenset(("group", "people", "force"))


def nobody_named(_code: str) -> bool:
    """Nobody was named before."""
    return False


class NameReader(ABC):
    """Reads names; what stands before and after them is the parser's."""

    def __init__(
        self, words: list[str], tables: Tables, gazetteer: Gazetteer, places: PlacesOf, on: str | None
    ) -> None:
        """Take the words, the compiled tables, the places by their first token, and the document's date."""
        self.words = words
        self.tables = tables
        self.gazetteer = gazetteer
        self.places = places
        self.on = on
        self.last = 0
        """End of the sentence that is being read."""
        self.people: set[str] = set()
        """Codes of people named in this sentence."""
        self.named_before: Callable[[str], bool] = nobody_named
        """Whether somebody was named in full before, in this sentence or an earlier one."""

    @abstractmethod
    def headed(self, token: int, depth: int) -> Phrase | None:
        """The longest head that makes an actor with what follows."""

    @abstractmethod
    def among(self, found: Phrase, role: str) -> Phrase:
        """People of a region, where it has an actor of its own."""

    # ------------------------------------------------------------------ names

    def named(self, token: int) -> Phrase | None:
        """A name of the packs that is meant here: a person in the office of the day, a country, a group, a body."""
        match = self.tables.names.at(self.words, token, self.last)
        if match is None:
            return None
        meant = [named for named in match.payloads if self._meant(named, token, match.last)]
        if not meant or (
            len(self.words[token]) - len(match.proclitic) < _LONGEST_NAME
            and match.proclitic
            and match.last - token == 1
        ):
            return None
        people = [named.actor for named in meant if named.actor is not None and named.actor.sort == "person"]
        first = meant[0]
        if first.actor is None:
            return self._source(first, match.last, match.proclitic)
        if first.actor.sort == "person":
            if self._surname(match) and self._other_given_name(token, people):
                return None
            return self._person(people, match.last, match.proclitic, sure=first.sure)
        if first.actor.sort == "country" and match.last - token == 1 and self._adjective(token):
            return None
        return self._body(first, token, match.last, match.proclitic)

    def _adjective(self, token: int) -> bool:
        """«التركيبة السعودية»: a country's name that is an adjective too, after a definite noun of its gender."""
        before = self.words[token - 1] if token else ""
        nation = self.tables.nations.begins(self.words[token])
        return nation and before.startswith(ARTICLE) and before.endswith("ه")

    def _surname(self, match: Match[Named]) -> bool:
        return match.last - match.first == 1 or self.words[match.first] in _MIDDLE

    def _other_given_name(self, token: int, rows: list[Actor]) -> bool:
        """«رياض المالكي» and «سيف بن زايد» are others than the bearers of the surname whom the packs know."""
        before = self.words[token - 1] if token else ""
        stems = {stem for _, stem in peel(before)} & given_names() if len(before) > _TWO else set()
        if not stems or before in _NOT_NAMES:
            return False
        own = {word for row in rows for name in (row.name_ar, *row.aliases) for word in phrase_words(name)}
        return not stems & own

    def _meant(self, named: Named, token: int, last: int) -> bool:
        if named.actor is None:
            return not named.weak or self._after_media(token)
        if named.sure or (named.actor.sort == "person" and self.named_before(named.actor.code)):
            return True
        cues = self.tables.cues.get(named.actor.code, frozenset())
        if named.actor.sort == "person":
            around = self.words[max(0, token - _TITLE_REACH) : token]
        else:
            around = self.words[max(0, token - _CUE_REACH) : token] + self.words[last : last + _CUE_REACH]
        endings = tuple(cue.rpartition(" ")[2] for cue in cues)
        return any(word.endswith(endings) for word in around)

    def _after_media(self, token: int) -> bool:
        """Whether a noun of the media stands before a name, or «عن» and a quotation mark."""
        at = token - 1
        while at >= 0 and self.words[at] in "«“”\"':":
            at -= 1
        if at < 0:
            return False
        word = self.words[at]
        return any(self.tables.media.begins(word) for word in (word, self.words[max(0, at - 1)]) if len(word) > 1)

    def _person(self, rows: list[Actor], last: int, proclitic: str, *, sure: bool) -> Phrase:
        code = resolve(rows, self.tables, on=self.on)
        self.people.update(row.code for row in rows)
        codes = self.tables.codes
        why = f"a person of the packs{f' as of {self.on[:10]}' if self.on else ''}: {code}"
        phrase = Phrase(
            last,
            code,
            "person",
            "name of a person",
            _NAME if sure else _CUED,
            why,
            codes.owner_of(code),
            codes.role_of(code),
            proclitic,
            rows[0].name_ar,
        )
        return self._described(phrase, rows)

    def _described(self, phrase: Phrase, rows: list[Actor]) -> Phrase:
        """«فلان، الرئيس السابق لحكومة …»: a description of the same country belongs to the name."""
        start = phrase.last + 1 if phrase.last < self.last and self.words[phrase.last] in _COMMAS else phrase.last
        if start >= self.last or not self.tables.mark(self.words[start]) & HEAD:
            return phrase
        office = self.headed(start, DEEPEST - 1)
        states = {row.code.partition(".")[0] for row in rows}
        if office is None or not office.titled or office.proclitic not in {"", ARTICLE}:
            return phrase
        if self.tables.codes.state_of(office.code or "") not in states:
            return phrase
        code = resolve(rows, self.tables, on=self.on, role=office.role, former=office.former)
        return msgspec.structs.replace(phrase, last=office.last, code=code, why=f"{phrase.why}; {office.why}")

    def _source(self, named: Named, last: int, proclitic: str) -> Phrase | None:
        source = named.source
        if source is None:
            return None
        sort = (
            "outlet" if source.sort == "broadcaster" else "organisation" if source.sort == "official" else source.sort
        )
        owner = source.country or ""
        why = f"a source of the packs: {source.code}"
        return Phrase(last, source.code, sort, "name of a source", _NAME, why, owner, "", proclitic, source.name_ar)

    def _body(self, named: Named, token: int, last: int, proclitic: str) -> Phrase | None:
        actor = named.actor
        if actor is None:
            return None
        codes = self.tables.codes
        score = _NAME if named.sure else _CUED
        why = f"a name of the packs: {actor.code}" if named.sure else f"a shared name with its cue near: {actor.code}"
        titled = actor.sort in {"office", "force", "government"}
        sort = "government" if actor.sort == "capital_as_government" else actor.sort
        found = Phrase(
            last,
            actor.code,
            sort,
            BY_NAME,
            score,
            why,
            codes.owner_of(actor.code),
            codes.role_of(actor.code),
            proclitic,
            actor.name_ar,
            titled=titled,
        )
        found = msgspec.structs.replace(found, last=self._before_place(token, last, sort))
        return self.among(found, "CVL") if sort == "people" else found

    def _before_place(self, token: int, last: int, sort: str) -> int:
        """The end of a name without «في قره باغ», which stays a place of its own, for groups, forces and people."""
        if sort not in _THERE:
            return last
        return next((at for at in range(token + 1, last) if self._tells_where(at)), last)

    def _tells_where(self, at: int) -> bool:
        place = self.places.starting(at + 1)
        return self.words[at] == "في" and place is not None and not place.within

    # ------------------------------------------------------------------ holders

    def with_holder(self, phrase: Phrase) -> Phrase:
        """An office takes the person named right after it, past a comma, a title or a quotation mark."""
        if not phrase.titled or phrase.codes or phrase.sort == "person":
            return phrase
        start = self._past_comma(self._past_unrecognised(phrase.last))
        start = self._past_titles(self._past_errand(start, phrase.role))
        start = open_quote(self.words, start, self.last)
        if start >= self.last:
            return phrase
        rows, last = self._people_at(start)
        fitting = [row for row in rows if phrase.bare or self._same_state(row, phrase)]
        if fitting:
            return self._held(phrase, fitting, past_quote(self.words, phrase.last, last, self.last))
        last = self.unknown_person(start) if not rows else 0
        if not last:
            return phrase
        name = " ".join(self.words[start:last])
        return msgspec.structs.replace(
            phrase, last=last, name=name, rule="office with an unknown holder", spokesman=phrase.spokesman
        )

    def _held(self, phrase: Phrase, rows: list[Actor], last: int) -> Phrase:
        codes = self.tables.codes
        code = resolve(rows, self.tables, on=self.on, role=phrase.role, former=phrase.former)
        self.people.update(row.code for row in rows)
        return msgspec.structs.replace(
            phrase,
            last=last,
            code=code,
            sort="person",
            rule="office with its holder",
            score=_COMPOSED,
            bare=False,
            owner=codes.owner_of(code),
            role=codes.role_of(code),
            name=rows[0].name_ar,
            why=f"{phrase.why}; its holder is {code}",
        )

    def _people_at(self, token: int) -> tuple[list[Actor], int]:
        """(rows, end) of a person of the packs named at a token; after a title a shared surname needs no other cue."""
        match = self.tables.names.at(self.words, token, self.last)
        if match is None or match.proclitic:
            return [], 0
        rows = [named.actor for named in match.payloads if named.actor is not None and named.actor.sort == "person"]
        return rows, match.last

    def _same_state(self, row: Actor, phrase: Phrase) -> bool:
        states = self.tables.codes
        return states.state_of(row.code) in {states.state_of(phrase.code or ""), states.state_of(phrase.owner)}

    def _past_comma(self, token: int) -> int:
        return token + 1 if token < self.last and self.words[token] in _COMMAS else token

    def _past_unrecognised(self, token: int) -> int:
        """«رئيس … غير المعترف بها»: what news adds to the name of a region."""
        said = tuple(self.words[token : token + len(_UNRECOGNISED)])
        fits = said[:-1] == _UNRECOGNISED[:-1] and said[-1:] in {("بها",), ("به",)}
        return token + len(_UNRECOGNISED) if fits and token + len(_UNRECOGNISED) <= self.last else token

    def _past_errand(self, token: int, role: str) -> int:
        """«المبعوث الأممي إلى اليمن مارتن …», «السفير الروسي لدى …»: where an envoy is sent."""
        place = self.places.starting(token + 1)
        sent = role in _SENT and place is not None and token < self.last and self.words[token] in _ERRANDS
        if place is None or not sent:
            return token
        return place.last + 1 if place.last < self.last and self.words[place.last] in _COMMAS else place.last

    def _past_titles(self, token: int) -> int:
        for _ in range(_TWO):
            word = self.words[token] if token < self.last else ""
            match = self.tables.honorifics.at(self.words, token, self.last) if len(word) > 1 else None
            if match is None or match.proclitic not in {"", ARTICLE}:
                break
            token = match.last
        return token

    def unknown_person(self, token: int) -> int:
        """The end of a name that begins with a first name: two or three words; 0 when there is none."""
        names = given_names()
        if token + 1 >= self.last or self.words[token] not in names or not self._may_name(token + 1):
            return 0
        if self.words[token] in _NOT_NAMES and self.words[token + 1] not in names:
            return 0  # «علي» is mostly «على»
        third = token + _TWO
        longer = (
            self.words[token + 1] in names or self.words[token] == "عبد" or self.words[token + 1] in {"بن", "ال", "ابو"}
        )
        return third + 1 if longer and third < self.last and self._may_name(third) else third

    def _may_name(self, token: int) -> bool:
        word = self.words[token]
        marked = self.tables.mark(word) & (HEAD | NATION | SPOKESMAN | TITLE | BOTH)
        known = word not in given_names() and (marked or self.gazetteer.mark(word) & (PLACE_NAME | SORT))
        letters = word.isalpha() and not word.isascii() and len(word) > 1
        if not letters or known or word in _NOT_NAMES:
            return False
        return word in given_names() or not word.startswith(_NO_SURNAMES)


BY_NAME = "name of the packs"

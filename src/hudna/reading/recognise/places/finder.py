"""Finding places from left to right: a name with its sort word, a list of names, a border, a reference back."""

from bisect import bisect_right
from itertools import chain, compress

from hudna.knowledge import Knowledge
from hudna.knowledge.languages.ar.spelling import ARTICLE, fold
from hudna.knowledge.languages.ar.words import table
from hudna.model import Place
from hudna.reading.recognise.found import PlaceFound
from hudna.reading.recognise.places.borders import Borders
from hudna.reading.recognise.places.gazetteer import (
    BACK,
    BLOCK,
    BORDER,
    NAME,
    NATION,
    SORT,
    Named,
    SortWord,
    gazetteer_of,
)
from hudna.reading.recognise.places.standing import Standing, open_quote, past_quote
from hudna.reading.recognise.places.unknown import may_name, unknown_name
from hudna.reading.split import Sentence, Text

_NAME_SCORE, _SORTED_SCORE, _CUED_SCORE, _NEAR_SCORE, _UNKNOWN_SCORE = 0.92, 0.97, 0.8, 0.6, 0.5
_CUE_REACH = 60
"""Words before and after a name within which its cue must stand: about a paragraph of news."""
_LONGEST_NAME = 5
_LONGEST_PROCLITIC = 4
"""Letters of «وبال», the longest that usually stands before a word."""
_WIDEST = 300.0
"""Kilometres: «المنطقة» does not mean the Middle East."""


def _neighbours(section: str) -> dict[str, frozenset[str]]:
    return {fold(name): frozenset(map(fold, listed)) for name, listed in table("places")[section].items()}


_NOT_BEFORE, _NOT_AFTER = _neighbours("not_before"), _neighbours("not_after")
_OPENING = frozenset("«“”„\"'")
_PEOPLE = frozenset(("group", "people", "force"))
"""Sorts of actors whose «في X» tells where they are; an office is only told apart by it."""
_COMMAS = frozenset("،,")


def find_places(text: Text, knowledge: Knowledge) -> list[PlaceFound]:
    """All places of a text, in order, not overlapping: see `PlacesOf`."""
    places = PlacesOf(text, knowledge)
    return [place for sentence in text.sentences for place in places.read(sentence.index)]


class PlacesOf:
    """Reads the places of one text, any sentence when it is asked for.

    What was spoken of before a sentence decides little in it («الإقليم», «على الحدود»). Only where it does, the
    sentences before are read first; so it makes no difference in which order sentences are asked for.
    """

    def __init__(self, text: Text, knowledge: Knowledge) -> None:
        """Take the text, split, and the packs."""
        self.text = text
        self.words = text.words
        self.gazetteer = gazetteer_of(knowledge)
        self.standing = Standing(text, self.gazetteer)
        self._known: dict[int, _Read] = {}
        self._starts: dict[int, PlaceFound] = {}
        self._first = self._last = 0
        """The sentence last asked for."""
        self._done = 0
        """Sentences before this one are read, and what they named stands in the next two."""
        self._places: list[Place] = []
        self._countries: list[str] = []
        self.borders = Borders(text, self.gazetteer)
        self.sentence = Sentence(0, 0, 0, 0)
        self.now = _Read()
        self.blocked = (0, "")

    def read(self, index: int) -> list[PlaceFound]:
        """The places of a sentence, in order, not overlapping.

        Finds whose `within` says what a name is only part of: force, actor, document or direction; empty for a place.
        A country or a capital that acts or speaks is `within` actor: `find_actors` makes the actor of it.
        """
        sentence = self.text.sentences[index]
        known = self._known.get(index)
        if known is None:
            known = self._walk(sentence)
        self._first, self._last = sentence.first, sentence.last
        return known.found

    def starting(self, token: int) -> PlaceFound | None:
        """The last place that begins at a token."""
        if not self._first <= token < self._last:
            index = bisect_right(self.text.sentences, token, key=_first_of) - 1
            if not 0 <= index < len(self.text.sentences):
                return None
            self.read(index)
        return self._starts.get(token)

    def _begin(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.now = self._known[sentence.index] = _Read()
        self.blocked = (0, "")

    def _walk(self, sentence: Sentence) -> "_Read":
        before = self.sentence, self.now, self.blocked
        self._begin(sentence)
        now = self.now
        done = first = sentence.first
        marks = list(map(self.gazetteer.marks.__getitem__, self.words[first : sentence.last]))
        for token, bits in compress(enumerate(marks, first), marks):
            if token >= done:
                done = self._step(token, bits)
        self.sentence, self.now, self.blocked = before
        for place in now.found:
            self._starts[place.first] = place
        return now

    def _catch_up(self) -> None:
        """Read what stands before the sentence that is being read."""
        while self._done < self.sentence.index:
            index = self._done
            known = self._known.get(index)
            if known is None:
                known = self._walk(self.text.sentences[index])
            self._places += known.places
            self._countries += known.countries
            self._done = index + 1

    def _spoken(self) -> list[str]:
        """The countries spoken of so far, oldest first."""
        self._catch_up()
        return [*self._countries, *self.now.countries]

    def _step(self, token: int, bits: int) -> int:
        if bits & BLOCK:
            block = self.gazetteer.blocks.at(self.words, token, self.sentence.last)
            if block is not None and block.last > self.blocked[0]:
                self.blocked = (block.last, block.payloads[0])
        last = 0
        if bits & BORDER:
            last = self._border(token)
        if not last and bits & (NAME | SORT):
            last = self._named(token, bits)
        if not last and bits & BACK:
            last = self._back(token)
        if not last and bits & NATION:
            nation = self.gazetteer.nations.at(self.words, token, self.sentence.last)
            if nation is not None:
                self.now.countries.append(nation.payloads[0])
                last = nation.last
        return max(last, token + 1)

    # ------------------------------------------------------------------ names

    def _named(self, token: int, bits: int) -> int:
        """A name, alone or after its sort word, whichever is longer."""
        alone = self._name_at(token, None) if bits & NAME else None
        sorted_last = self._sorted(token, least=alone[0] if alone else token) if bits & SORT else 0
        if sorted_last:
            return sorted_last
        if alone is None:
            return 0
        last, named, proclitic = alone
        score = _NAME_SCORE if named.sure else _CUED_SCORE
        why = "a name of the gazetteer" if named.sure else "a shared name, with its cue near"
        self._keep(token, last, named.place, score, "name of the gazetteer", why, proclitic)
        return last

    def _name_at(self, token: int, sort: SortWord | None) -> tuple[int, Named, str] | None:
        """(end, name, proclitics) of the name that begins at a token and is meant here."""
        if token >= self.sentence.last:
            return None
        if sort is not None and sort.one and (one := self._one_of(token, sort.one)) is not None:
            return one
        match = self.gazetteer.names.at(self.words, token, self.sentence.last)
        if match is None or not self._written(match.proclitic, sort):
            return None
        if self._otherwise(token, match.last, match.proclitic):
            return None
        if sort is None and self._adjective(token, match.last):
            return None
        named = self._meant(match.payloads, token, sort)
        return None if named is None else (match.last, named, match.proclitic)

    def _one_of(self, token: int, one: str) -> tuple[int, Named, str] | None:
        """«محافظات صعدة ومأرب»: each is «محافظة صعدة», «محافظة مأرب»."""
        word = self.words[token]
        end = min(token + _LONGEST_NAME, self.sentence.last)
        for bare, proclitic in ((word, ""), (word.removeprefix("و"), "و")):
            words = [one, bare, *self.words[token + 1 : end]]
            match = self.gazetteer.names.at(words, 0, len(words))
            if match is not None and match.last > 1 and match.payloads[0].sure:
                return token + match.last - 1, match.payloads[0], proclitic
        return None

    def _adjective(self, token: int, last: int) -> bool:
        """«التركيبة السعودية»: a country's name that is an adjective too, after a definite noun of its gender."""
        before = self.words[token - 1] if token > self.sentence.first else ""
        nation = self.gazetteer.nations.begins(self.words[token]) and last - token == 1
        return nation and before.startswith(ARTICLE) and before.endswith("ه")

    def _otherwise(self, token: int, last: int, proclitic: str) -> bool:
        """«مسقط رأسه» and «صلاة المغرب» are no places."""
        name = self.words[token][len(proclitic) :] if last - token == 1 else ""
        after = self.words[last] if last < self.sentence.last else ""
        before = self.words[token - 1] if token > self.sentence.first else ""
        return after in _NOT_BEFORE.get(name, ()) or before in _NOT_AFTER.get(name, ())

    def _written(self, proclitic: str, sort: SortWord | None) -> bool:
        # «المأرب» is not Marib: a name brings its own article; after «مدينة» nothing but «و» of a list stands before it
        return "ال" not in proclitic and (sort is None or proclitic in {"", "و"})

    def _meant(self, candidates: tuple[Named, ...], token: int, sort: SortWord | None) -> Named | None:
        if len(candidates) == 1:
            only = candidates[0]
            fits = only.sure or (sort is not None and only.place.sort in sort.fits)
            return only if fits or self._cued(only, token) else None
        fitting = [named for named in candidates if sort is not None and named.place.sort in sort.fits]
        surer = [named for named in candidates if named.sure and named not in fitting]
        if len(fitting) == 1 and surer and not fitting[0].sure and not self._cued(fitting[0], token):
            return surer[0]  # «بلدة مارتوني»: a district's town has its name, and nothing speaks of the other one
        if fitting:
            return fitting[0] if len(fitting) == 1 else next((n for n in fitting if self._cued(n, token)), fitting[0])
        cued = next((named for named in candidates if not named.sure and self._cued(named, token)), None)
        sure = next((named for named in candidates if named.sure), None)
        return cued or sure

    def _cued(self, named: Named, token: int) -> bool:
        """Whether a cue of the place stands near, with or without proclitics."""
        cues = self.gazetteer.cues.get(named.place.code, frozenset())
        around = self.words[max(0, token - _CUE_REACH) : token + _CUE_REACH]
        return any(self._holds(around, cue) for cue in cues)

    def _holds(self, around: list[str], cue: tuple[str, ...]) -> bool:
        head, rest = cue[0], cue[1:]
        return any(
            word.endswith(head)
            and len(word) - len(head) <= _LONGEST_PROCLITIC
            and tuple(around[at + 1 : at + len(cue)]) == rest
            for at, word in enumerate(around)
        )

    # ------------------------------------------------------------------ after a sort word

    def _sorted(self, token: int, *, least: int) -> int:
        """«مدينة يفلاخ», «بلدات غوريس وسوتك», «العاصمة السورية», «قرية X»; 0 when none is longer than `least`."""
        match = self.gazetteer.sorts.at(self.words, token, self.sentence.last)
        if match is None:
            return 0
        sort = match.payloads[0]
        start = self._second_sort(open_quote(self.words, match.last, self.sentence.last))
        capital = self._capital_of(token, start, match.proclitic) if sort.capital else 0
        if capital:
            return capital
        quoted = self._quoted(token, match.proclitic, start) if start == match.last + 1 else 0
        if quoted:
            return quoted
        name = self._name_at(start, sort)
        if name is not None and name[1].place.sort == "country":
            name = None if not sort.capital else (name[0], self._capital_named(name[1]), name[2])
        if name is not None and sort.capital and name[1].place.sort == "region":
            last = past_quote(self.words, token, name[0], self.sentence.last)
            why = "a region whose capital is meant"
            self._keep(
                token, last, name[1].place, _NEAR_SCORE, "name after its sort", why, match.proclitic, "direction"
            )
            return last
        if name is not None and not name[1].sure and ARTICLE in match.proclitic and not self._cued(name[1], start):
            return 0  # «المدينة المطلة على البحر»
        if name is not None and name[2] == "" and name[0] > least:
            return self._list(token, match.proclitic, sort, start)
        if name is not None or least > token:
            return 0
        return self._near(token, match.proclitic, sort, start) or self._unknown(token, match.proclitic, sort, start)

    def _capital_named(self, country: Named) -> Named:
        """«عاصمة جورجيا» is the capital."""
        capital = self.gazetteer.capitals.get(self.gazetteer.ruler(country.place.code))
        return country if capital is None else Named(capital, sure=True)

    def _quoted(self, token: int, proclitic: str, start: int) -> int:
        """«ممر “زنغزور”»: a name that holds its sort word, with a quotation mark inside."""
        words = [self.words[token], *self.words[start : min(start + _LONGEST_NAME, self.sentence.last)]]
        match = self.gazetteer.names.at(words, 0, len(words))
        if match is None or match.last == 1 or not match.payloads[0].sure:
            return 0
        last = start + match.last - 1
        why = "a name of the gazetteer, its own part in quotation marks"
        self._keep(token, last, match.payloads[0].place, _SORTED_SCORE, "name after its sort", why, proclitic)
        return past_quote(self.words, token, last, self.sentence.last)

    def _second_sort(self, start: int) -> int:
        """«منطقة إقليم كاراباخ» has two sort words."""
        second = self.gazetteer.sorts.at(self.words, start, self.sentence.last) if start < self.sentence.last else None
        if second is None or second.proclitic or self._name_at(start, None) is not None:
            return start
        after = open_quote(self.words, second.last, self.sentence.last)
        return after if self._name_at(after, None) is not None else start

    def _list(self, token: int, proclitic: str, sort: SortWord, start: int) -> int:
        """The name after the sort word, and the further ones of a list."""
        first, end = token, token
        within: str | None = ""
        while True:
            name = self._name_at(start, sort)
            if name is None:
                return end
            if sort.capital and name[1].place.sort == "country":
                name = (name[0], self._capital_named(name[1]), name[2])
            end = past_quote(self.words, first, name[0], self.sentence.last)
            why = f"a name of the gazetteer after «{self.text.raw_text(token, token + 1)}»"
            self._keep(
                *(first, end, name[1].place, _SORTED_SCORE, "name after its sort", why, proclitic or name[2]),
                within,
            )
            within = (
                "" if self.now.found[-1].within else None
            )  # «محافظات اللاذقية ودمشق»: all are places where the first is
            proclitic = ""
            following = self._next_of_list(end)
            if following < 0:
                return end
            first = start = following

    def _next_of_list(self, end: int) -> int:
        """Where the next name of a list begins, -1 at its end."""
        if end >= self.sentence.last:
            return -1
        at = end + 1 if self.words[end] in _COMMAS or self.words[end] == "و" else end
        at = open_quote(self.words, at, self.sentence.last)
        if at >= self.sentence.last or self._name_at(at, None) is None:
            return -1
        coordinated = at > end or self.words[at].startswith("و")
        return at if coordinated and not self.gazetteer.sorts.begins(self.words[at]) else -1

    def _capital_of(self, token: int, start: int, proclitic: str) -> int:
        """«العاصمة السورية»: the capital of a nationality; the capital's name may follow."""
        nation = (
            self.gazetteer.nations.at(self.words, start, self.sentence.last) if start < self.sentence.last else None
        )
        if nation is None or nation.proclitic != "ال" or nation.payloads[0] not in self.gazetteer.capitals:
            return 0
        place = self.gazetteer.capitals[nation.payloads[0]]
        name = self._name_at(open_quote(self.words, nation.last, self.sentence.last), None)
        last = name[0] if name is not None and name[1].place.parent == place.parent else nation.last
        place = name[1].place if name is not None and last == name[0] else place
        self._keep(token, last, place, _SORTED_SCORE, "capital of a nationality", "capital of the country", proclitic)
        return last

    def _near(self, token: int, proclitic: str, sort: SortWord, start: int) -> int:
        """«العاصمة بريفان»: a misprint of a name that the sort word asks for."""
        word = self.words[start] if start < self.sentence.last else ""
        masculine = not self.words[token].endswith("ه")
        if self.gazetteer.mark(word) & NATION or not may_name(word, masculine=masculine):
            return 0
        near = self.gazetteer.near.find(word, sort.fits, capital=sort.capital)
        if near is None:
            return 0
        why = f"«{word}» is not in the gazetteer but one letter from «{near[0]}»"
        last = past_quote(self.words, token, start + 1, self.sentence.last)
        self._keep(token, last, near[1], _NEAR_SCORE, "misprint of a name", why, proclitic)
        return last

    def _unknown(self, token: int, proclitic: str, sort: SortWord, start: int) -> int:
        """«قرية X»: a place that no pack knows is kept without a code."""
        if not sort.unknown or ARTICLE in proclitic:
            return 0
        masculine = not self.words[token].endswith("ه")
        last = unknown_name(self.text, start, self.sentence.last, self.gazetteer, masculine=masculine)
        if last == 0 or (sort.bare and self.words[start].startswith(ARTICLE)):
            return 0
        within = self.standing.part_of(token, proclitic)
        name = self.text.raw_text(start, last)
        last = past_quote(self.words, token, last, self.sentence.last)
        why = f"«{self.text.raw_text(token, start)}» and a name that no pack knows"
        self.now.found.append(
            PlaceFound(token, last, None, name, _UNKNOWN_SCORE, "unknown place", why, _plain(proclitic), within)
        )
        return last

    # ------------------------------------------------------------------ back and borders

    def _back(self, token: int) -> int:
        """«الإقليم», «الجيب الانفصالي»: the last place of such a sort."""
        match = self.gazetteer.backs.at(self.words, token, self.sentence.last)
        if match is None:
            return 0
        back = match.payloads[0]
        self._catch_up()
        named = chain(reversed(self.now.places), reversed(self._places))
        spoken = (place for place in named if place.sort in back.fits)
        place = next((place for place in spoken if place.precision_km <= _WIDEST and _bears(place, back.named)), None)
        if place is None:
            return match.last
        why = f"«{self.text.raw_text(token, match.last)}» means the {place.sort} spoken of before"
        self._keep(token, match.last, place, back.score, "reference back", why, match.proclitic)
        return match.last

    def _border(self, token: int) -> int:
        border = self.borders.at(token, self.sentence.last, self._spoken)
        if border is None:
            return 0
        why = f"the border between {' and '.join(sorted(border.sides))}"
        self.now.found.append(
            PlaceFound(
                token,
                border.last,
                border.place.code,
                border.place.name_ar,
                border.score,
                border.rule,
                why,
                _plain(border.proclitic),
            )
        )
        return border.last

    # ------------------------------------------------------------------ keeping

    def _keep(
        self,
        first: int,
        last: int,
        place: Place,
        score: float,
        rule: str,
        why: str,
        proclitic: str,
        within: str | None = "",
    ) -> None:
        """Keep a place; `within` None says that it is surely one, whatever stands around it."""
        if not within and self._inside_name(first):
            within = "force" if self.blocked[1] == "force" else "actor"
        if within == "":
            within = self.standing.part_of(first, proclitic, place, self._before(first))
        last = past_quote(self.words, first, last, self.sentence.last)
        self.now.found.append(
            PlaceFound(
                first,
                last,
                place.code,
                place.name_ar,
                score,
                rule,
                f"{why}: {place.code}",
                _plain(proclitic),
                within or "",
            )
        )
        self.now.places.append(place)
        country = self.gazetteer.ruler(place.code)
        if place.government and "." not in country:
            self.now.countries.append(country)

    def _inside_name(self, first: int) -> bool:
        """Whether a place stands inside an actor's own name; «الانفصاليون في قره باغ» are in it all the same."""
        end, sort = self.blocked
        paper = first > 0 and self.words[first - 1] in _OPENING and self._paper(first)
        return paper or (first < end and not (sort in _PEOPLE and self.words[first - 1] == "في"))

    def _paper(self, first: int) -> bool:
        """«الشرق الأوسط» in quotation marks is the newspaper."""
        return any(tuple(self.words[first : first + len(name)]) == name for name in self.gazetteer.papers)

    def _before(self, first: int) -> PlaceFound | None:
        """The last place of the same sentence."""
        before = self.now.found[-1] if self.now.found else None
        return before if before is not None and before.first >= self.sentence.first and before.last <= first else None


def _first_of(sentence: Sentence) -> int:
    return sentence.first


class _Read:
    """What was read of one sentence."""

    __slots__ = ("countries", "found", "places")

    def __init__(self) -> None:
        self.found: list[PlaceFound] = []
        self.places: list[Place] = []
        """The places named, in order."""
        self.countries: list[str] = []
        """The countries named, by their name, their capital or a nationality."""


def _bears(place: Place, word: str) -> bool:
    return not word or any(word in fold(name) for name in (place.name_ar, *place.aliases))


def _plain(proclitic: str) -> str:
    return proclitic.replace("ال", "")

"""Finding actors from left to right: at each word the longest reading, with what was spoken of before."""

from collections import Counter
from collections.abc import Iterator
from functools import reduce
from itertools import compress, count
from operator import or_

import msgspec

from hudna.knowledge import Knowledge
from hudna.reading.recognise.actors.anaphora import REFERENCES, Anaphora, no_scene
from hudna.reading.recognise.actors.memory import Memory, Spoken, nothing_said, nothing_said_in
from hudna.reading.recognise.actors.naming import nobody_named
from hudna.reading.recognise.actors.parse import Parser
from hudna.reading.recognise.actors.phrase import Phrase, better
from hudna.reading.recognise.actors.sources import SOURCES, Sources
from hudna.reading.recognise.actors.standing import governed, is_subject, masculine, one_clause, speaks
from hudna.reading.recognise.actors.tables import tables_of
from hudna.reading.recognise.found import ActorFound, PlaceFound
from hudna.reading.recognise.places import PlacesOf, gazetteer_of
from hudna.reading.split import Sentence, Text

_NO_ACTORS = frozenset(("", "direction", "document"))
"""What a place's name may be part of without being an actor itself."""
_SPEAKING, _OBJECT = 0.9, 0.6
_DEEPEST = 8
_OF = "من"
_GRANTED = frozenset(("منح", "امهال", "اعطاء", "بمنح", "بامهال", "باعطاء"))
"""Verbal nouns whose bare object gets something, and so may own what is told next."""
_NO_ARMY = frozenset(("PSE",))
"""«الجيش» in a text about their places is another state's."""


class ActorsOf:
    """Reads the actors of one text, any sentence when it is asked for.

    Where it matters who was spoken of before a sentence («الوزارة», «الطرفان»), the sentences before are read first; so
    it makes no difference in which order sentences are asked for. `places` reads the places of the same text; a capital
    that it calls `within` actor is read as its government here.
    """

    def __init__(self, text: Text, knowledge: Knowledge, places: PlacesOf, *, on: str | None) -> None:
        """Take a text; `on` is the ISO day as of which offices are read, None for the latest office."""
        self.text = text
        self.words = text.words
        self.tables = tables_of(knowledge)
        self.gazetteer = gazetteer_of(knowledge)
        self.places = places
        self.memory = Memory(self.tables.codes, self.tables.parties)
        self.parser = Parser(text.words, self.tables, self.gazetteer, places, on)
        self.anaphora = Anaphora(text.words, self.tables, self.parser, self.memory)
        self.sources = Sources(text.words, self.tables, self.parser, self.memory)
        self._known: dict[int, _Read] = {}
        self._done = 0
        """Sentences before this one are read, and whom they name stands in the next set."""
        self._people: set[str] = set()
        self._deep = 0
        """Sentences whose reading waits for the one that is being read."""
        self._scene_known: str | None = None
        self.now = _Read()
        self.sentence = Sentence(0, 0, 0, 0)

    def read(self, index: int) -> list[ActorFound]:
        """The actors of a sentence, in order, not overlapping.

        Finds with a code; None for a person or body that no pack knows. Of a find with several `codes` («قوات البلدين»)
        `code` is the first.
        """
        known = self._known.get(index)
        if known is None:
            known = self._walk_connected(self.text.sentences[index])
        return known.found

    def _walk_connected(self, sentence: Sentence) -> "_Read":
        """Read a sentence while the parts may ask for those before; ties for longer would keep the text alive."""
        self.memory.back, self.memory.of = self._back, self._spoken_in
        self.parser.named_before, self.anaphora.scene = self._named_before, self._scene
        try:
            return self._walk(sentence)
        finally:
            self.memory.back, self.memory.of = nothing_said, nothing_said_in
            self.parser.named_before, self.anaphora.scene = nobody_named, no_scene

    def _reading(self, index: int) -> "_Read":
        known = self._known.get(index)
        return known if known is not None else self._walk(self.text.sentences[index])

    def _walk(self, sentence: Sentence) -> "_Read":
        before = self.sentence, self.now, self.anaphora.met
        self._deep += 1
        self._turn_to(sentence, _Read())
        now = self._known[sentence.index] = self.now
        first, last = sentence.first, sentence.last
        marks = list(map(self.tables.marks.__getitem__, self.words[first:last]))
        self.anaphora.met = reduce(or_, marks)
        placed = {place.first: place for place in self.places.read(sentence.index)}
        for place in placed.values():
            if place.rule.startswith("border"):
                now.borders.update(dict.fromkeys(range(place.first, place.last), place.last))
        done = first
        for token in sorted({*compress(count(first), marks), *placed}):
            if token >= done:
                done = self._step(token, marks[token - first], placed.get(token))
        self.anaphora.met = before[2]
        self._deep -= 1
        self._turn_to(before[0], before[1])
        return now

    def _turn_to(self, sentence: Sentence, read: "_Read") -> None:
        self.sentence, self.now = sentence, read
        self.parser.last = sentence.last
        self.parser.people = read.people
        self.memory.now = read.spoken

    def _back(self) -> Iterator[Spoken]:
        """All mentions before, newest first; the sentences before are read as they are met."""
        index, now = self.sentence.index, self.now.spoken
        yield from reversed(now)
        if self._deep > _DEEPEST:
            self._catch_up()  # in their order none waits for another
        for earlier in range(index - 1, -1, -1):
            yield from reversed(self._reading(earlier).spoken)

    def _spoken_in(self, index: int) -> list[Spoken]:
        return self._reading(index).spoken if index >= 0 else []

    def _named_before(self, code: str) -> bool:
        """Whether a person was named in full before, in this sentence or an earlier one."""
        if code in self.now.people:
            return True
        self._catch_up()
        return code in self._people

    def _catch_up(self) -> None:
        """Read what stands before the sentence that is being read."""
        while self._done < self.sentence.index:
            self._people |= self._reading(self._done).people
            self._done += 1

    def _scene(self) -> str:
        """The country of most places; none where the theatre's parties stand against each other, or without an army."""
        if self._scene_known is None:
            self._scene_known = self._most_named()
        return self._scene_known

    def _most_named(self) -> str:
        gazetteer = self.gazetteer
        places = {place.first: place for sentence in self.text.sentences for place in self.places.read(sentence.index)}
        owners = [gazetteer.ruler(place.code) for place in places.values() if place.code and not place.within]
        states = Counter(owner for owner in owners if owner in gazetteer.countries)
        if not states:
            return ""
        state, times = states.most_common(1)[0]
        return "" if times * 2 <= states.total() or state in {*self.tables.parties, *_NO_ARMY} else state

    def _step(self, token: int, bits: int, place: PlaceFound | None) -> int:
        if token in self.now.borders:
            return self.now.borders[token]
        if place is not None and not place.within and not bits:
            return place.last
        best = self.parser.phrase(token)
        if bits & SOURCES:
            best = better(best, self.sources.at(token, bits))
        if bits & REFERENCES:
            best = better(best, self.anaphora.at(token, bits, self.sentence))
        if best is None or (place is not None and place.within in _NO_ACTORS and place.last >= best.last):
            return place.last if place is not None else token + 1
        self._keep(token, best)
        return best.last

    def _keep(self, token: int, phrase: Phrase) -> None:
        phrase = self._scored(token, phrase)
        raw = self.text.raw_text(token, phrase.last)
        subject = is_subject(self.words, token, self.sentence.first, phrase.proclitic) and not self._object(
            token, phrase
        )
        part = token > self.sentence.first and self.words[token - 1] == _OF
        self.now.spoken.append(
            Spoken(token, self.sentence.index, phrase, subject, masculine(self.words[token], phrase), part)
        )
        self.now.found.append(
            ActorFound(
                first=token,
                last=phrase.last,
                code=phrase.code,
                name=phrase.name or raw,
                sort=phrase.sort,
                score=phrase.score,
                rule=phrase.rule,
                why=phrase.why,
                proclitic=phrase.proclitic,
                codes=phrase.codes,
                territory=phrase.territory,
                antecedent=phrase.antecedent,
            )
        )

    def _object(self, token: int, phrase: Phrase) -> bool:
        """«حث بلينكن علييف»: the second actor of one clause, not joined to the first by «و», is the verb's object."""
        before = self.now.spoken[-1] if self.now.spoken else None
        if before is None or not before.subject or phrase.proclitic.startswith("و"):
            return False
        if token and self.words[token - 1].removeprefix("و") in _GRANTED:
            return False  # «منح يريفان مهلة لسحب قواتها»: hers
        return one_clause(self.words, before.phrase.last, token)

    def _scored(self, token: int, phrase: Phrase) -> Phrase:
        """A capital is surely its government beside a verb of saying or doing, less surely elsewhere."""
        if phrase.territory is None:
            return phrase
        sure = speaks(self.words, token, phrase.last, self.sentence.last) and not governed(
            self.words, token, phrase.proclitic
        )
        return msgspec.structs.replace(phrase, score=_SPEAKING if sure else _OBJECT)


class _Read:
    """What was read of one sentence."""

    __slots__ = ("borders", "found", "people", "spoken")

    def __init__(self) -> None:
        self.found: list[ActorFound] = []
        self.spoken: list[Spoken] = []
        self.people: set[str] = set()
        """Codes of people named in full."""
        self.borders: dict[int, int] = {}
        """Tokens of borders → where each ends."""

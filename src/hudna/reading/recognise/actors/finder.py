"""Finding actors from left to right: at each word the longest reading, with what was spoken of before."""

from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import compress, count
from operator import or_

import msgspec

from hudna.knowledge import Knowledge
from hudna.reading.recognise.actors.anaphora import REFERENCES, Anaphora
from hudna.reading.recognise.actors.memory import Memory
from hudna.reading.recognise.actors.parse import Parser
from hudna.reading.recognise.actors.phrase import Phrase, better
from hudna.reading.recognise.actors.sources import SOURCES, Sources
from hudna.reading.recognise.actors.standing import governed, is_subject, masculine, one_clause, speaks
from hudna.reading.recognise.actors.tables import tables_of
from hudna.reading.recognise.found import ActorFound, PlaceFound
from hudna.reading.recognise.places import gazetteer_of
from hudna.reading.split import Sentence, Text

_NO_ACTORS = frozenset(("", "direction", "document"))
"""What a place's name may be part of without being an actor itself."""
_SPEAKING, _OBJECT = 0.9, 0.6
_NO_ARMY = frozenset(("PSE",))
"""«الجيش» in a text about their places is another state's."""


def find_actors(text: Text, knowledge: Knowledge, places: Sequence[PlaceFound], *, on: str | None) -> list[ActorFound]:
    """All actors of a text, in order, not overlapping.

    Args:
        text: The text, split.
        knowledge: The packs.
        places: What `find_places` found; a capital that it calls `within` actor is read as its government here.
        on: The document's ISO date: offices are read as of that day. None when not known: the latest office.

    Returns:
        Finds with a code; None for a person or body that no pack knows. Of a find with several `codes` («قوات البلدين»)
        `code` is the first.
    """
    return _Walk(text, knowledge, places, on).run()


class _Walk:
    """The state of one text."""

    def __init__(self, text: Text, knowledge: Knowledge, places: Sequence[PlaceFound], on: str | None) -> None:
        tables = tables_of(knowledge)
        self.text = text
        self.words = text.words
        self.tables = tables
        self.places = {place.first: place for place in places}
        self.borders = {
            token: place.last
            for place in places
            if place.rule.startswith("border")
            for token in range(place.first, place.last)
        }
        self.memory = Memory(tables.codes, tables.parties)
        self.parser = Parser(text.words, tables, gazetteer_of(knowledge), self.places, on)
        self.anaphora = Anaphora(text.words, tables, self.parser, self.memory)
        self.anaphora.scene = self._scene(knowledge)
        self.sources = Sources(text.words, tables, self.parser, self.memory)
        self.found: list[ActorFound] = []
        self.sentence = Sentence(0, 0, 0, 0)

    def _scene(self, knowledge: Knowledge) -> str:
        """The country of most places; none where the theatre's parties stand against each other, or without an army."""
        gazetteer = gazetteer_of(knowledge)
        owners = [gazetteer.ruler(place.code) for place in self.places.values() if place.code and not place.within]
        states = Counter(owner for owner in owners if owner in gazetteer.countries)
        if not states:
            return ""
        state, times = states.most_common(1)[0]
        return "" if times * 2 <= states.total() or state in {*self.tables.parties, *_NO_ARMY} else state

    def run(self) -> list[ActorFound]:
        sentences, done = iter(self.text.sentences), 0
        marks = list(map(self.tables.marks.__getitem__, self.words))
        self.anaphora.met = reduce(or_, set(marks), 0)
        for token in sorted({*compress(count(), marks), *self.places}):
            if token >= done:
                while token >= self.sentence.last:
                    self.sentence = next(sentences)
                    self.parser.last = self.sentence.last
                done = self._step(token, marks[token])
        return self.found

    def _step(self, token: int, bits: int) -> int:
        if token in self.borders:
            return self.borders[token]
        place = self.places.get(token)
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
        self.memory.keep(
            token, self.sentence.index, phrase, subject=subject, masculine=masculine(self.words[token], phrase)
        )
        self.found.append(
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
        before = self.memory.spoken[-1] if self.memory.spoken else None
        if (
            before is None
            or before.token < self.sentence.first
            or not before.subject
            or phrase.proclitic.startswith("و")
        ):
            return False
        return one_clause(self.words, before.phrase.last, token)

    def _scored(self, token: int, phrase: Phrase) -> Phrase:
        """A capital is surely its government beside a verb of saying or doing, less surely elsewhere."""
        if phrase.territory is None:
            return phrase
        sure = speaks(self.words, token, phrase.last, self.sentence.last) and not governed(
            self.words, token, phrase.proclitic
        )
        return msgspec.structs.replace(phrase, score=_SPEAKING if sure else _OBJECT)

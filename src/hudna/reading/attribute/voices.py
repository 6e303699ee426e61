"""Who speaks in the sentences of a text, each looked at when it is asked for.

A sentence may go on with the speaker of one before («وأضافت»), so what it does not say itself is asked of them. Most
sentences hold no word that could change the speaker; they are passed over without being taken apart.
"""

from hudna.knowledge.languages.ar.words import phrases
from hudna.reading.attribute.scopes import Spoken
from hudna.reading.attribute.speakers import Walk
from hudna.reading.engine import Lexicon, Marks
from hudna.reading.recognise.bundle import Recognised
from hudna.reading.recognise.predicates import SPEAKS

_DEEPEST = 8
"""Sentences that are asked one by the other; where more are waiting they are looked at in their order."""


def _turning() -> Marks:
    listed = (*phrases("reporting", "words", "according"), *phrases("reporting", "words", "participles"), ":")
    return Marks(((1, Lexicon([(phrase, "") for phrase in listed], proclitics=frozenset(("", "و", "ف")))),))


_TURNS = _turning()
"""Words with which the speaker may change, beside verbs of saying."""


class Voices:
    """Scopes of speakers over the sentences of one text."""

    def __init__(self, seen: Recognised) -> None:
        """Take what is recognised."""
        self._seen = seen
        self._spoken: dict[int, Spoken] = {}
        self._said: dict[int, tuple[str, ...] | None] = {}
        """For the sentences looked at, who spoke last in them; None where nobody did."""
        self._carried: dict[int, tuple[str, ...]] = {}
        """For the sentences that asked, who spoke last before them."""

    def spoken(self, index: int) -> Spoken:
        """Clauses, subjects and scopes of a sentence."""
        known = self._spoken.get(index)
        if known is None:
            known = self._look_at(index)
        return known

    def _look_at(self, index: int) -> Spoken:
        walk = Walk(self._seen, self._seen.text.sentences[index], lambda: self._before(index))
        spoken = self._spoken[index] = walk.run()
        self._said[index] = walk.said
        return spoken

    def _before(self, index: int) -> tuple[str, ...]:
        """Who spoke last before a sentence."""
        known = self._carried.get(index)
        if known is None:
            known = self._carried[index] = self._find_before(index)
        return known

    def _find_before(self, index: int) -> tuple[str, ...]:
        waiting: list[int] = []
        carried: tuple[str, ...] = ()
        for earlier in range(index - 1, -1, -1):
            if self._waits(earlier):
                waiting.append(earlier)
            elif (said := self._said[earlier]) is not None:
                carried = said
                break
            elif earlier in self._carried:
                carried = self._carried[earlier]
                break
        if len(waiting) > _DEEPEST:
            waiting.reverse()
        for earlier in waiting:
            self._look_at(earlier)
            said = self._said[earlier]
            if said is not None:
                carried = said
                if len(waiting) <= _DEEPEST:
                    break
        return carried

    def _waits(self, index: int) -> bool:
        """Whether a sentence was not looked at yet and may change the speaker."""
        if index in self._said:
            return False
        sentence = self._seen.text.sentences[index]
        if self._seen.met.hints(sentence) & SPEAKS:
            return True
        if any(map(_TURNS.__getitem__, self._seen.text.words[sentence.first : sentence.last])):
            return True
        self._said[index] = None
        return False

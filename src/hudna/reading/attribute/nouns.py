"""Speakers told without a verb: by a verbal noun of saying («تأكيد باكو»), or before a colon («الجيش: …»)."""

from hudna.knowledge.languages.ar.words import words
from hudna.reading.attribute.attributions import Attributions
from hudna.reading.attribute.scopes import Scope
from hudna.reading.attribute.subjects import speaker_codes
from hudna.reading.recognise.bundle import between, covering
from hudna.reading.recognise.found import ActorFound

_ALL_MARKS = frozenset('«»“”"„')
_SPEECH_NOUNS = words("reporting", "words", "nouns")


class WithoutVerbs(Attributions):
    """The verbal nouns and colons of one sentence, beside its attributions."""

    def _speech_nouns(self) -> None:
        """«تأكيد باكو استعادتها السيطرة»: the noun's genitive is the speaker."""
        text = self.seen.text
        if _SPEECH_NOUNS.isdisjoint(text.words[self.sentence.first : self.sentence.last]):
            return
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
        colon = actor is not None and actor.last < self.sentence.last and self.seen.text.words[actor.last] == ":"
        if actor is not None and colon and not self._dateline(actor):
            by = speaker_codes(actor)
            self.said = by
            self.scopes.append(Scope(actor.last + 1, self.sentence.last, by, "speaker before a colon"))

    def _dateline(self, actor: ActorFound) -> bool:
        """«بيروت: استشهد شخص …»: a capital, and right behind the colon a verb in the third person: where it is from."""
        verb = next(iter(between(self.seen.predicates, actor.last + 1, actor.last + 2)), None)
        told = verb is not None and verb.form is not None and verb.form.tense == "p" and verb.form.number == "s"
        return bool(actor.territory) and told

"""A text recognised sentence by sentence, as the later steps look into it."""

from collections.abc import Iterable
from operator import attrgetter

from hudna.knowledge import Knowledge
from hudna.model import Published
from hudna.reading.recognise.actors import ActorsOf
from hudna.reading.recognise.bundle import Finds, PastNames, Recognised
from hudna.reading.recognise.found import NumberFound, TimeFound
from hudna.reading.recognise.numbers import numbers_in
from hudna.reading.recognise.places import PlacesOf
from hudna.reading.recognise.predicates import (
    Met,
    ObjectFound,
    PredicateFound,
    Vocabulary,
    objects_in,
    predicates_in,
    vocabulary_of,
)
from hudna.reading.recognise.times import TimeExpression, TimesOf, looks_back, times_in
from hudna.reading.split import Text


class Expressions:
    """The time expressions of a text, read once for each sentence."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._known: dict[int, list[TimeExpression]] = {}

    def of(self, index: int) -> list[TimeExpression]:
        """The expressions of a sentence."""
        known = self._known.get(index)
        if known is None:
            known = self._known[index] = times_in(self._text, self._text.sentences[index])
        return known

    def all(self) -> list[TimeExpression]:
        """The expressions of all sentences, in order."""
        return self.those_of(range(len(self._text.sentences)))

    def those_of(self, sentences: Iterable[int]) -> list[TimeExpression]:
        """The expressions of some sentences, in their order."""
        return [expression for index in sentences for expression in self.of(index)]


def recognised(text: Text, knowledge: Knowledge, published: Published, expressions: Expressions) -> Recognised:
    """What there is in a text of a day, found when it is asked for."""
    sentences = _Sentences(text, vocabulary_of(knowledge.kinds), published, expressions)
    bounds = [*map(attrgetter("first"), text.sentences), len(text.words)]
    placed = PlacesOf(text, knowledge)
    acting = ActorsOf(text, knowledge, placed, on=published.first)
    times = Finds(read=sentences.times, bounds=bounds)
    places, actors = Finds(read=placed.read, bounds=bounds), Finds(read=acting.read, bounds=bounds)
    first, last = published.first, published.last
    return Recognised(
        text=text,
        knowledge=knowledge,
        vocabulary=sentences.vocabulary,
        met=sentences.met,
        numbers=Finds(read=sentences.numbers, bounds=bounds),
        times=times,
        places=places,
        actors=actors,
        objects=Finds(read=sentences.objects, bounds=bounds),
        predicates=Finds(read=sentences.predicates, bounds=bounds),
        published=(first, last or first) if first is not None else None,
        past_name=PastNames(actors, places, times, bounds),
    )


class _Sentences:
    """What can be read of one sentence without knowing the others, and times."""

    def __init__(self, text: Text, vocabulary: Vocabulary, published: Published, expressions: Expressions) -> None:
        self.vocabulary = vocabulary
        self.met = Met(text, vocabulary)
        self._text = text
        self._expressions = expressions
        self._published = published
        self._resolver = TimesOf(published)
        self._numbers: dict[int, list[NumberFound]] = {}
        self._times: dict[int, list[TimeFound]] = {}
        self._in_turn = 0
        """Sentences before this one were resolved in their order."""

    def objects(self, index: int) -> list[ObjectFound]:
        return objects_in(self._text, self.vocabulary, self._text.sentences[index], self.met)

    def predicates(self, index: int) -> list[PredicateFound]:
        """Predicates without the verbs that only bound a number: «ما لا يقل عن 12» tells nothing of who said it."""
        found = predicates_in(self._text, self.vocabulary, self._text.sentences[index], self.met)
        numbers = self._all_numbers(index) if found else []
        if not numbers:
            return found
        taken = {token for number in numbers for token in range(number.first, number.last - 1)}
        return [one for one in found if one.pos != "verb" or one.first not in taken]

    def numbers(self, index: int) -> list[NumberFound]:
        """Numbers that are not part of a date, a clock time or a duration."""
        numbers = self._all_numbers(index)
        times = self._expressions.of(index) if numbers else []
        if not times:
            return numbers
        taken = {token for time in times for token in range(time.first, time.last)}
        return [number for number in numbers if number.first not in taken]

    def _all_numbers(self, index: int) -> list[NumberFound]:
        known = self._numbers.get(index)
        if known is None:
            known = self._numbers[index] = numbers_in(self._text, self._text.sentences[index])
        return known

    def times(self, index: int) -> list[TimeFound]:
        """Times resolved against the document's date; sentences before are read first only where it matters."""
        expressions = self._expressions.of(index)
        if not any(map(looks_back, expressions)):
            return self._resolver.alone(expressions) if expressions else []
        while self._in_turn <= index:
            here = self._expressions.of(self._in_turn)
            self._times[self._in_turn] = self._resolver.go_on(here) if here else []
            self._in_turn += 1
        return self._times[index]

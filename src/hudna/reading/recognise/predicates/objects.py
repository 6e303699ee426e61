"""Object nouns of a text: what a blow strikes, what is handed over, the words for a truce."""

from hudna.reading.engine.record import Record
from hudna.reading.recognise.predicates.met import Met
from hudna.reading.recognise.predicates.vocabulary import Vocabulary
from hudna.reading.split import Sentence, Text


class ObjectFound(Record, frozen=True):
    """A noun of an object class."""

    first: int
    last: int
    name: str
    proclitic: str
    pronoun: str


def objects_in(text: Text, vocabulary: Vocabulary, sentence: Sentence, met: Met) -> list[ObjectFound]:
    """Object nouns of a sentence, in order; fixed phrases win over single words. A word may be of several classes."""
    found: list[ObjectFound] = []
    done = 0
    for token, sense in met.of(sentence):
        if token < done or not sense.names:
            continue
        match = vocabulary.objects.at(text.words, token, sentence.last) if sense.opens_object else None
        if match is not None:
            found.extend(ObjectFound(token, match.last, name, match.proclitic, "") for name in match.payloads)
            done = match.last
        elif len(text.words[token]) > 1:
            for name, proclitic, pronoun in sense.objects:
                found.append(ObjectFound(token, token + 1, name, proclitic, pronoun))
    return found

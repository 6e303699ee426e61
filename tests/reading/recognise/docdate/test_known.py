"""Words of events found where they stand, by the same rule as the pack's own matcher."""

from hypothesis import given
from hypothesis import strategies as st

from hudna.knowledge import load_knowledge
from hudna.knowledge.chronicle import spoken_of
from hudna.knowledge.languages.ar.spelling import fold
from hudna.reading.engine.lexicon import phrase_words
from hudna.reading.recognise.docdate.known import Known, compiled

EVENTS = [event for theatre in load_knowledge(["karabakh"]).theatres for event in theatre.chronicle]
WORDS = {word for event in EVENTS for group in event.words for phrase in group for word in phrase.split()}
VOCABULARY = sorted(word for word in WORDS if phrase_words(word) == (word,))
"""Without «00:00»: splitting makes three words of it, which only reading's matcher, made for split texts, looks for."""


def test_a_stem_matches_the_beginning_of_a_word_with_small_words_before_it(make_entry):
    known = Known([make_entry("event", "2023-05-18", [("هدنة",), ("تسليم السلاح",)])])
    words = fold("وبالهدنة وتسليم السلاح هدن").split()
    assert known.held(words) == {0: {0: [0], 1: [1]}}


def test_short_stems_and_numbers_are_whole_words(make_entry):
    known = Known([make_entry("event", "2023-05-18", [("حل",), ("2023",)])])
    assert known.held(["حلب", "20234"]) == {}
    assert known.held(["والحل", "2023"]) == {0: {0: [0], 1: [1]}}


def test_compiling_twice_gives_the_same_object():
    assert compiled(tuple(EVENTS)) is compiled(tuple(EVENTS))


@given(st.lists(st.sampled_from(VOCABULARY) | st.sampled_from(["و", "في", "قال", "بالهدنة"]), max_size=40))
def test_finds_the_same_events_as_the_packs_matcher(words):
    folded = [fold(word) for word in words]
    held = compiled(tuple(EVENTS)).held(folded)
    full = [event for number, event in enumerate(EVENTS) if len(held.get(number, {})) == len(event.words)]
    assert full == spoken_of(EVENTS, folded)

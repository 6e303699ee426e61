"""Cases of the field guide's annex A that begin with the words of a text: 1, 11, 13 and 14, in our own words.

The others stand in tests/events/test_annex.py and tests/compliance/test_annex.py.
"""

import pytest

from hudna.events import group_claims
from hudna.knowledge import load_knowledge
from hudna.model import Document, Published
from hudna.reading import read_document


@pytest.fixture(scope="module")
def karabakh():
    return load_knowledge(["karabakh"])


@pytest.fixture(scope="module")
def read(karabakh):
    def make(text, day):
        published = Published(day, day, "given")
        return read_document(Document("d", text, "", "", published=published), karabakh, mentions=True)

    return make


def test_1_a_number_that_the_page_turned_round_is_mended_and_says_so(read):
    found = read("أعلنت وزارة الدفاع الأذربيجانية مقتل 960 1 شخصا في الحرب.", "2020-11-12")
    (claim,) = [one for one in found.claims if one.kind == "casualties.killed"]
    assert (claim.count.lo, claim.count.hi) == (1960, 1960)
    assert "960 1" in claim.quote
    assert any("mended to 1,960" in why for why in claim.why)
    (number,) = [one for one in found.mentions if one.type == "number"]
    assert (number.text, number.value["repaired"]) == ("960 1", True)


def test_1_a_number_that_stands_right_is_not_flagged(read):
    found = read("أعلنت وزارة الدفاع الأذربيجانية مقتل 1960 شخصا في الحرب.", "2020-11-12")
    assert not any("mended" in why for claim in found.claims for why in claim.why)
    assert not any("repaired" in mention.value for mention in found.mentions)


@pytest.mark.parametrize("name", ["فروخ", "فاروخ", "فرّخ", "باروخ"])
def test_11_every_spelling_of_one_village_is_one_place(name, read):
    found = read(f"قالت وزارة الدفاع الروسية إن القوات الأذربيجانية انسحبت من قرية {name}.", "2022-03-27")
    assert [claim.places for claim in found.claims] == [("farrukh",)]


def test_11_what_an_outlet_inserts_is_no_second_place_and_stays_in_the_words(read):
    """The speaker said Aghdam; the outlet put the other name in brackets behind it."""
    text = "قالت وزارة الدفاع الأذربيجانية إن وحداتها قصفت مواقع في آغدام [(أكنا)] صباح اليوم."
    found = read(text, "2020-10-20")
    (claim,) = [one for one in found.claims if one.kind.startswith("hostilities.")]
    assert claim.places == ("aghdam",)
    assert claim.by == ("AZE.MOD",)
    assert claim.quote == text[claim.start : claim.end]


def test_13_forces_left_says_moscow_and_baku_says_that_nothing_changed(read, karabakh):
    text = (
        "قالت وزارة الدفاع الروسية إن القوات الأذربيجانية انسحبت من قرية فروخ. وقالت باكو إن قواتها لم تنسحب من القرية."
    )
    found = read(text, "2022-03-27")
    (event,) = group_claims(found.claims, [found.document], [], karabakh)
    (one,) = [one for one in event.contradictions if one.field == "denied"]
    assert one.sort == "exclusive"
    assert {reading.value: reading.speakers for reading in one.readings} == {
        "affirmed": ("RUS.MOD",),
        "denied": ("AZE.GOV",),
    }


def test_14_accused_denied_and_accused_back_is_one_incident(read, karabakh):
    text = (
        "قالت وزارة الدفاع الأذربيجانية إن القوات الأرمينية أطلقت النار على مواقعها قرب شوشة في 20 فبراير 2022. "
        "ونفت سلطات قره باغ ذلك، وقالت إن القوات الأذربيجانية أطلقت النار قرب شوشة في 20 فبراير."
    )
    found = read(text, "2022-02-21")
    events = group_claims(found.claims, [found.document], [], karabakh)
    event = next(one for one in events if one.kind == "hostilities.small_arms")
    (one,) = [one for one in event.contradictions if one.field == "agents"]
    assert {reading.value for reading in one.readings} == {"ARM", "AZE"}
    assert event.verdicts.who == "contested"

"""One thing by different names stands side by side by speaker, and no name is called wrong."""

import pytest

from hudna.events import group_claims
from hudna.knowledge import load_knowledge
from hudna.knowledge.languages.ar.naming import act_names
from hudna.knowledge.languages.ar.spelling import fold

OPERATION = {"agents": ("AZE",), "places": ("karabakh",), "when": "2023-09-19"}


@pytest.fixture(scope="module")
def karabakh():
    return load_knowledge(["karabakh"])


@pytest.fixture
def named(claim, karabakh):
    """What the accounts of one event call it: value to speakers."""

    def make(kind, *told, **fields):
        claims = [
            claim(f"c{number}", kind, by=(speaker,), quote=words, **{**OPERATION, **fields})
            for number, (speaker, words) in enumerate(told)
        ]
        (event,) = group_claims(claims, [], [], karabakh)
        found = [one for one in event.contradictions if one.field == "naming"]
        assert all(one.sort == "naming" for one in found)
        return [{reading.value: reading.speakers for reading in one.readings} for one in found]

    return make


def test_each_side_names_the_act(named):
    told = named(
        "hostilities.offensive",
        ("AZE.MOD", "إجراءات محلية لمكافحة الإرهاب"),
        ("ARM.GOV", "العدوان الأذربيجاني على قره باغ"),
        ("ARM.MOD", "بعدوان جديد"),
    )
    assert told == [{"مكافحة الإرهاب": ("AZE.MOD",), "عدوان": ("ARM.GOV", "ARM.MOD")}]


def test_each_side_names_the_place(named):
    told = named(
        "hostilities.shelling",
        ("NKR.GOV", "قصف مدينة ستيباناكيرت"),
        ("AZE.MOD", "قصف مدينة خانكندي"),
        places=("stepanakert",),
    )
    assert told == [{"ستيباناكيرت": ("NKR.GOV",), "خانكندي": ("AZE.MOD",)}]


@pytest.mark.parametrize(
    "told",
    [
        (("AZE.MOD", "عملية لمكافحة الإرهاب"), ("ARM.GOV", "إطلاق نار")),  # the other names nothing
        (("AZE.MOD", "هجوم مضاد"), ("ARM.GOV", "الهجوم")),  # both the same
        (("AZE.MOD", "هجوم عسكري"), ("AZE.MOD", "عملية عسكرية")),  # one speaker, two words
    ],
)
def test_no_two_names_no_contradiction(told, named):
    assert named("hostilities.offensive", *told) == []


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("وللهجوم", "هجوم"),
        ("بالعدوان", "عدوان"),
        ("مهجوم", None),
        ("هجومية", None),
        ("والاجتياح", "غزو"),
        ("غزوة", None),
    ],
)
def test_names_are_whole_words_with_what_is_written_onto_them(words, name):
    found = [given for given, pattern in act_names() if pattern.search(fold(words))]
    assert found == ([name] if name else [])

import pytest

from hudna.knowledge import load_knowledge
from hudna.publish.report.names import Names, alphabetical
from hudna.publish.report.wording import Words

from .conftest import document


@pytest.fixture
def names(knowledge):
    def make(language="en"):
        texts = {"a.txt": document("a.txt", "x", source=None), "b.txt": document("b.txt", "x", source="صحيفة <الضفاف>")}
        return Names(knowledge, Words(language), texts, {"a.txt": 7, "b.txt": 8})

    return make


@pytest.mark.parametrize(
    ("code", "english", "arabic"),
    [
        ("stepanakert", "Khankendi/Stepanakert", "خانكندي/ستيباناكيرت"),
        ("lachin", "Berdzor/Lachin", "بيردزور/لاتشين"),
        ("sotk", "Sotk", None),
        ("atlantis", "atlantis", "atlantis"),
    ],
)
def test_places_bear_both_names_in_alphabetical_order(names, code, english, arabic):
    assert names("en").place(code).striptags() == english
    assert arabic is None or names("ar").place(code).striptags() == arabic


def test_the_table_of_names_says_who_uses_which(names):
    made = names("en")
    made.places(["lachin", "sotk", "atlantis"])
    ((name, used),) = made.place_names()
    assert name.striptags() == "Berdzor/Lachin"
    assert [(side.striptags(), own.striptags()) for side, own in used] == [
        ("Armenia", "Berdzor"),
        ("Azerbaijan", "Lachin"),
    ]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("ARM.PM.pashinyan", "Nikol Pashinyan (Prime Minister of Armenia)"),
        ("NKR.GOV", "the Karabakh Armenian authorities"),
        ("AZE", "Azerbaijan"),
        ("interfax", "Interfax"),
        ("SOURCE.PRESS", "an unnamed press source"),
        ("SOURCE.ASTROLOGY", "an unnamed source"),
        ("XYZ.MOD", "XYZ.MOD"),
        ("hudna", "computed"),
        ("source:interfax", "Interfax"),
        ("source:a.txt", "unnamed source, Text 7"),
        ("source:مجلة", "مجلة"),
    ],
)
def test_speakers(names, code, label):
    assert names("en").speaker(code).striptags() == label


def test_a_source_as_written_is_escaped(names):
    made = names("en")
    assert "<الضفاف>" not in made.source("صحيفة <الضفاف>")
    assert made.source_of(document("b.txt", "x", source="صحيفة <الضفاف>")) == made.source("صحيفة <الضفاف>")


def test_alphabetical_order_with_outlets_last(names):
    order = names("en").ordered(["source:interfax", "SOURCE.PRESS", "RUS", "AZE", "ARM", "ARM"])
    assert [one.striptags() for one in order] == [
        "Armenia",
        "Azerbaijan",
        "Russia",
        "an unnamed press source",
        "Interfax",
    ]
    arabic = names("ar").ordered(["RUS", "ARM", "AZE"])
    assert [alphabetical(one.striptags()) for one in arabic] == sorted(alphabetical(one.striptags()) for one in arabic)


def test_kinds(names):
    assert names("en").kind("casualties.killed").striptags() == "Killed"
    assert names("en").kind("weather.rain").striptags() == "weather.rain"


def test_country_of_a_source(names):
    assert names().country_of("armenpress") == "ARM"
    assert names().country_of("مجلة") is None
    assert names().country_of(None) is None


def test_an_outlet_is_of_its_country_for_every_party_of_it():
    names = Names(load_knowledge(["yemen"]), Words("en"), {}, {})
    assert names.is_of_country("alsahwa", "YEM.GOV")
    assert names.is_of_country("alsahwa", "YEM.HOUTHI")
    assert not names.is_of_country("alsahwa", "SAU.COALITION")
    assert not names.is_of_country("nobody", "YEM.GOV")
    assert not names.is_of_country(None, "YEM.GOV")

"""The world pack: what every theatre may lean on."""

import pytest

from hudna.knowledge import check_packs, load_knowledge
from hudna.model import Actor


@pytest.fixture(scope="module")
def world():
    return load_knowledge([])


def countries(world) -> list[Actor]:
    return [actor for actor in world.actors.values() if actor.sort == "country"]


def test_nothing_to_complain_about():
    assert check_packs([]) == ()


def test_every_country_has_a_place_and_a_government(world):
    listed = countries(world)
    assert len(listed) >= 195
    named = {place.government for place in world.places.values() if place.sort == "country"}
    for country in listed:
        assert len(country.code) == 3
        assert f"{country.code}.GOV" in world.actors
        assert f"{country.code}.GOV" in named


def test_capitals_lie_in_their_country_and_speak_for_it(world):
    assert world.places["baku"].parent == "azerbaijan"
    assert world.places["baku"].government == "AZE.GOV"
    speaking = [place for place in world.places.values() if place.sort == "city" and place.government]
    assert len(speaking) >= 190


def test_people_have_offices_of_their_country_and_dates(world):
    people = [actor for actor in world.actors.values() if actor.sort == "person"]
    assert len(people) >= 250
    for person in people:
        assert person.code.rpartition(".")[2].islower()
        assert person.code.count(".") < 2 or person.first, person.code


def test_borders_name_two_countries(world):
    for place in world.places.values():
        parts = place.code.upper().split("_")
        if parts[-1] == "BORDER" and parts[0] != "GZA":
            assert {parts[0], parts[1]} <= set(world.actors), place.code


def test_agencies_have_a_country(world):
    agencies = [source for source in world.sources.values() if source.sort == "agency"]
    assert len(agencies) >= 50
    assert all(source.country in world.actors for source in agencies)


@pytest.mark.parametrize(
    "code",
    [
        *(
            "UN.SC",
            "UN.SG.guterres",
            "EU.HR",
            "CSTO",
            "NATO",
            "ARAB_LEAGUE",
            "ICRC",
            "YEM.HOUTHI",
            "SDN.RSF",
            "LBY.LNA",
        ),
        *("LBN.HEZBOLLAH", "PSE.HAMAS", "PSE.PIJ", "SYR.HTS", "SYR.SDF", "ISR.MIL", "USA.STATE", "VAT.pope_francis"),
    ],
)
def test_codes_of_the_record(world, code):
    assert code in world.actors

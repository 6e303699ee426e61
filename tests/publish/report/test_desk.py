from .conftest import claim, document, event


def test_claims_are_called_by_text_and_place(desk):
    made = desk()
    assert {claim: made.number(claim) for claim in made.claim_numbers} == {
        "C1": "1.1", "C2": "1.2", "C3": "1.3", "C4": "2.1",
    }  # fmt: skip


def test_numbers_do_not_depend_on_the_language(desk, tmp_path):
    english, arabic = desk("en"), desk("ar")
    assert english.claim_numbers == arabic.claim_numbers


def test_few_references_are_shown_and_the_rest_unfolds(desk):
    found = desk().refs(["C1", "C2", "C3", "C4", "nobody"])
    assert [one.striptags() for one in found.shown] == ["[1.1]", "[1.2]", "[1.3]"]
    assert [one.striptags() for one in found.folded] == ["[2.1]"]


def test_the_title_of_an_event(desk):
    made = desk()
    assert made.event_title(made.material.events[0]).striptags() == "Attack, Artsakh/Karabakh, 19–20 September 2023"


def test_who_speaks(desk):
    made = desk()
    claims = made.material.claims
    assert made.speaker_code(claims["C4"]) == "NKR.vardanyan"
    assert made.speaker_code(claims["C3"]) == "source:صحيفة الضفاف"


def test_a_date_says_how_it_is_known(desk, told):
    made = desk()
    document = made.material.documents["one.txt"]
    assert made.published(document).striptags() == "20 September 2023"


def test_an_event_without_place_and_time_is_called_by_who_it_is_about(desk):
    text = document("one.txt", "طالب البابا بالهدوء")
    said = claim("C1", text, "طالب البابا بالهدوء", "statement.demand", agents=("VAT.pope_francis",))
    made = desk("en", {"documents": (text,), "claims": (said,), "events": (event("E1", [said]),)})
    assert made.event_title(made.material.events[0]).striptags().startswith("Demand, Pope Francis")

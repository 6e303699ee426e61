"""Correcting a claim in the dashboard: field by field, checked, weighed at once, the machine's reading beside it."""

import re

import pytest

from hudna.ledger import Ledger, typed_of
from hudna.model import correction_of


@pytest.fixture
def shelled(copied):
    """An event of one claim, with that claim."""
    with Ledger.open(copied) as book:
        event = next(one for one in book.events() if len(one.claims) == 1 and one.places and one.when and one.agents)
        return event, book.claim(event.claims[0])


def send(reader, claim, language="en", **changed):
    """Send the form as a browser does: every field, some of them changed."""
    there = f"/{language}/review/claims/{claim.id}"
    csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', reader.get(there).text).group(1)
    sent = {"csrf": csrf, "who": "N. Haddad", "reason": "as the text says", **typed_of(claim), **changed}
    return reader.post(there, data=sent, headers={"origin": "http://localhost"})


def test_the_form_holds_what_was_read(reader, shelled):
    _, claim = shelled
    page = reader.get(f"/en/review/claims/{claim.id}").text
    assert re.search(rf'<option value="{claim.kind}" selected>', page)
    assert f'name="places" value="{", ".join(claim.places)}"' in page
    assert f'name="first" value="{claim.when[0]}"' in page
    assert '<datalist id="places">' in page
    assert "Corrected so far" not in page


def test_a_correction_is_weighed_at_once_and_both_readings_are_shown(reader, shelled, copied):
    event, claim = shelled
    answer = send(reader, claim, places="جوريس", last="2031-01-02", first="2031-01-01")
    assert answer.status_code == 303, answer.text
    with Ledger.open(copied) as book:
        (made,) = book.judgements(claim.id)
        assert correction_of(made).said == {"places": ("goris",), "when": ("2031-01-01", "2031-01-02")}
        (now,) = book.events_of_claim(claim.id)
        assert (now.places, now.when, now.corrected) == (("goris",), ("2031-01-01", "2031-01-02"), (claim.id,))
        assert any("as N. Haddad corrected it" in line for line in now.why)
        assert book.claim(claim.id) == claim
        assert book.verify().sound
    for page in (answer.headers["location"], f"/en/events/{now.id}", f"/en/documents/{claim.doc}?claim={claim.id}"):
        told = reader.get(page).text
        assert re.search(r"Place: .*Goris.*, as corrected by .*N\. Haddad.*the machine had read", told), page
    assert "كانت الآلة قد قرأت" in reader.get(f"/ar/events/{now.id}").text
    assert event.places != now.places


def test_undo_brings_the_machines_reading_back(reader, shelled, copied):
    event, claim = shelled
    send(reader, claim, kind="diplomacy.talks", modality="planned")
    with Ledger.open(copied) as book:
        (made,) = book.judgements(claim.id)
        assert book.events_of_claim(claim.id)[0].kind == "diplomacy.talks"
    csrf = re.search(r'name="csrf" value="([0-9a-f]+)"', reader.get(f"/en/review/claims/{claim.id}").text).group(1)
    sent = {"csrf": csrf, "verb": "undo", "about": made.id, "who": "O. Saleh", "reason": "misread"}
    assert reader.post("/en/review", data=sent, headers={"origin": "http://localhost"}).status_code == 303
    with Ledger.open(copied) as book:
        assert book.events_of_claim(claim.id)[0] == event


@pytest.mark.parametrize(
    ("changed", "english", "arabic"),
    [
        ({"places": "Atlantis"}, "the packs do not know", "الحزم لا تعرف"),
        ({"first": "soon"}, "is no time", "وقتا"),
        ({"lo": "many", "measure": "killed"}, "is no whole number", "عددا صحيحا"),
        ({"lo": "9", "hi": "3", "measure": "killed"}, "comes before", "يسبق"),
        ({}, "says this already", "الإفادة تقول هذا"),
    ],
)
def test_what_cannot_be_taken_is_said_in_the_readers_language(reader, shelled, copied, changed, english, arabic):
    _, claim = shelled
    for language, words in (("en", english), ("ar", arabic)):
        answer = send(reader, claim, language, **changed)
        assert answer.status_code == 400
        assert words in re.sub(r"<[^>]+>", "", answer.text)
    with Ledger.open(copied) as book:
        assert not list(book.judgements())


def test_a_typed_value_is_escaped(reader, shelled):
    answer = send(reader, shelled[1], places="<script>alert(1)</script>")
    assert answer.status_code == 400
    assert "<script>alert" not in answer.text


def test_a_claim_that_is_not_there_is_missing(reader):
    assert reader.get("/ar/review/claims/nothing").status_code == 404

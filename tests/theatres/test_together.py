"""All shipped packs at once: they load together, and a text is told to be about its own."""

import json

import pytest
from tests.theatres.conftest import ARTICLES

from hudna.knowledge import check_packs, load_knowledge, theatre_names
from hudna.reading.recognise.theatres import TheatreFinder

OWN = ("gaza", "lebanon", "syria")


@pytest.fixture(scope="module")
def finder():
    return TheatreFinder(load_knowledge([name for name in theatre_names() if name != "world"]))


def test_every_shipped_pack_is_without_complaint():
    assert set(OWN) <= set(theatre_names())
    assert check_packs([name for name in theatre_names() if name != "world"]) == ()


@pytest.mark.parametrize("theatre", OWN)
def test_an_article_is_about_its_own_theatre(finder, theatre):
    lines = (ARTICLES / f"{theatre}.jsonl").read_text(encoding="utf-8").splitlines()
    articles = [json.loads(line) for line in lines]
    found = [finder.find(f"{one['title']}\n\n{one['text']}") for one in articles]
    assert found == [theatre] * len(articles)


@pytest.mark.parametrize("theatre", OWN)
def test_every_source_of_a_text_is_an_address(theatre):
    own = load_knowledge([theatre]).theatres[-1]
    for agreement in own.agreements:
        duties = agreement.obligations
        addresses = [
            *agreement.sources,
            *(one.source for duty in duties for one in (*duty.variants, *duty.record)),
            *(one.source for duty in duties if duty.due for one in duty.due.extensions),
        ]
        assert addresses
        assert all(one.startswith(("https://", "http://")) for one in addresses)

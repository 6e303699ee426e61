"""Every page in both languages, asked for without a browser."""

import re
from html.parser import HTMLParser

import pytest

from hudna.ledger import Ledger
from hudna.publish.web.navigation import NAVIGATION
from hudna.publish.web.pages import PAGES

LISTED = [name for _, names in NAVIGATION for name in names]
DATA = {page.name for page in PAGES if not page.looked_at}
"""Addresses that answer no page."""
_VOID = {"meta", "br", "hr", "img", "link", "input", "wbr"}


class Strict(HTMLParser):
    """A tag that is closed in the wrong place, an id that stands twice, script or style in a page: all are noted."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.problems, self.ids, self.links = [], [], set(), []

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag not in _VOID:
            self.open.append(tag)
        if given.get("id") in self.ids:
            self.problems.append(f"id {given['id']} stands twice")
        self.ids.update(filter(None, [given.get("id")]))
        self.links.extend(filter(None, [given.get("href"), given.get("src"), given.get("action")]))
        self.problems += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and not given.get("src")):
            self.problems.append(f"inline <{tag}>")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.problems.append(f"</{tag}> at {self.getpos()}")


def read(html):
    reader = Strict()
    reader.feed(html)
    reader.close()
    assert not reader.problems
    assert not reader.open
    return reader


def main_of(html):
    return html[html.index("<main") : html.index("</main>")]


@pytest.fixture(scope="session")
def addresses(sample):
    """An address of every page below the language."""
    with Ledger.open(sample) as book:
        disputed = next(iter(book.desk.disputes(sort="exclusive").items)).event.id
        claim = book.event(disputed).claims[0]
    there = {"events_one": f"/events/{disputed}", "agreement_one": "/agreement/NK20"}
    there |= {"review_one": f"/review/{disputed}", "review_claim": f"/review/claims/{claim}"}
    there |= {"documents_one": "/documents/wire-1", "documents_original": "/original/wire-1"}
    return {page.name: there.get(page.name, page.path) for page in PAGES}


def test_the_navigation_lists_pages_that_there_are():
    names = {page.name for page in PAGES}
    assert set(LISTED) <= names
    assert {name.partition("_")[0] for name in names} == set(LISTED)


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name not in DATA])
def test_every_page_is_whole(desk, addresses, page, language):
    answer = desk.get(f"/{language}{addresses[page]}")
    assert answer.status_code == 200
    found = read(answer.text)
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text
    assert not [link for link in found.links if link.startswith(("//", "javascript:"))]
    outside = [link for link in found.links if link.startswith("http")]
    assert page in {"documents_one", "agreement_one"} or not outside
    assert re.search(r"<h1>.*\S.*</h1>|<h1><bdi>.*\S.*</h1>", answer.text)


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name not in DATA])
def test_the_switch_leads_to_the_same_place_with_the_same_state(desk, addresses, page):
    state = "?first=2020-01-01&after="
    there = desk.get(f"/en{addresses[page]}{state}").text
    switched = re.search(r'id="switch" href="([^"]+)"', there).group(1)
    assert switched == f"/ar{addresses[page]}?first=2020-01-01"
    assert desk.get(switched).status_code == 200


@pytest.mark.parametrize("page", [page.name for page in PAGES if page.name not in DATA])
def test_nothing_in_a_page_leads_nowhere(desk, addresses, page):
    found = read(desk.get(f"/en{addresses[page]}").text)
    inside = sorted({link.partition("#")[0] for link in found.links if link.startswith("/")})[:150]
    assert inside
    broken = [link for link in inside if "/vendor/" not in link and desk.get(link).status_code not in {200, 307}]
    assert not broken
    assert not [link for link in found.links if link.startswith("#") and link[1:] not in found.ids and link != "#main"]


@pytest.mark.parametrize(
    "state",
    [
        "first=2023-13-45",
        "after=x",
        "kind=%3Cscript%3E",
        "actor=zzz",
        "day=yesterday",
        "first=0001-01-01&last=9999-12-31",
        "day=0001-01-01&days=30",
        "day=9999-12-31&days=30",
    ],
)
@pytest.mark.parametrize("page", LISTED)
def test_a_state_that_makes_no_sense_breaks_nothing(desk, page, state):
    answer = desk.get(f"/en/{page}?{state}")
    assert answer.status_code in {200, 400}
    assert "<script>" not in answer.text
    read(answer.text)


@pytest.mark.parametrize(
    "path", ["/events/nothing", "/agreement/nothing", "/documents/nothing", "/original/nothing", "/x"]
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_what_is_not_there_is_said_in_words(desk, language, path):
    answer = desk.get(f"/{language}{path}")
    assert answer.status_code == 404
    assert f'lang="{language}"' in answer.text
    read(answer.text)


def test_the_front_opens_in_the_readers_language(desk):
    assert desk.get("/").headers["location"] == "/ar/today"
    assert desk.get("/", headers={"accept-language": "en-GB,en;q=0.9"}).headers["location"] == "/en/today"
    assert desk.get("/", headers={"accept-language": "de, ar;q=0.5"}).headers["location"] == "/ar/today"
    assert desk.get("/en").headers["location"] == "/en/today"

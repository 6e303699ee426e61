"""Who asks for an actor is shown those that belong to it: in the command, the interface, the pages, the exports."""

import json
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from click.testing import CliRunner
from lxml import html
from starlette.testclient import TestClient

from hudna.cli.app import cli
from hudna.cli.serving import settings_for
from hudna.publish.web import make_app

PAIRS = [("yemen", "YEM.GOV"), ("yemen", "YEM.HOUTHI"), ("sudan", "SDN.MIL"), ("lebanon", "LBN"), ("gaza", "ISR")]


class Links(HTMLParser):
    """Ids of the events that a page leads to."""

    def __init__(self):
        super().__init__()
        self.events = set()

    def handle_starttag(self, tag, attrs):
        path = (dict(attrs).get("href") or "").partition("?")[0]
        if tag == "a" and path.startswith("/en/events/"):
            self.events.add(path.rpartition("/")[2])


def run(*words):
    done = CliRunner().invoke(cli, [str(word) for word in words])
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture(params=PAIRS, ids=lambda pair: pair[1])
def asked(request, street):
    """(street, code, whether a code belongs to it), where it makes a difference that they do."""
    theatre, code = request.param
    sides = street(theatre).knowledge.sides
    return street(theatre), code, lambda actors: any(sides.of(one) == code for one in actors)


@pytest.fixture
def reader(asked):
    with TestClient(make_app(settings_for(asked[0].path, None)), base_url="http://localhost") as client:
        yield client


def test_claims_of_a_ledger(asked):
    street, code, belongs = asked
    right = [one.id for one in street.claims if belongs(one.by)]
    found = run("claims", "--ledger", street.path, "--by", code).splitlines()
    assert sorted(json.loads(line)["id"] for line in found) == sorted(right)
    assert right


def test_the_interface_and_the_page(asked, reader):
    street, code, belongs = asked
    right = {one.id for one in street.events if belongs([*one.agents, *one.targets, *one.origins])}
    told = reader.get("/api/v1/events", params={"actor": code, "size": 500}).json()
    assert {one["id"] for one in told["items"]} == right
    said = reader.get("/api/v1/claims", params={"speaker": code, "size": 500}).json()
    assert {one["id"] for one in said["items"]} == {one.id for one in street.claims if belongs(one.by)}
    links, after = Links(), None
    while after is None or after:
        page = reader.get("/en/events", params={"actor": code, "history": "1", **({"after": after} if after else {})})
        before = len(links.events)
        links.feed(page.text)
        after = _next(page.text) if len(links.events) > before else ""
    assert links.events == right


def _next(page):
    _, found, rest = page.partition("after=")
    return rest.partition('"')[0].partition("&")[0] if found else ""


def test_files_for_others(asked, tmp_path):
    street, code, belongs = asked
    words = ("--format", "csv", "--profile", "internal", "--actor", code, "--out", tmp_path)
    run("export", "--ledger", street.path, *words)
    told = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    right = [
        one
        for one in street.claims
        if belongs([*one.agents, *one.targets, *one.by, *([one.count.side] if one.count and one.count.side else [])])
    ]
    assert told["counts"]["claims"] == len(right)
    assert told["filter"]["actors"] == [code]


def test_whoever_of_a_side_is_quoted_the_side_is_not_silent(street):
    """In a divided country, too, where a side is no country."""
    sudan = street("sudan")
    sides = sudan.knowledge.sides
    with TestClient(make_app(settings_for(sudan.path, None)), base_url="http://localhost") as client:
        page = client.get("/en/sources?first=2023-05-20&last=2023-06-15").text
        silent = client.get("/en/today?day=2023-06-20&days=30").text
    told = Counter(sides.of(one.by[0]) for one in sudan.claims if one.by)
    assert told["SDN.MIL"] > 0
    assert told["SDN.RSF"] > 0
    (said,) = re.findall(r"Rapid Support Forces.*?<td>(.*?)</td>", page, re.DOTALL)
    assert html.fromstring(said).text_content() == str(told["SDN.RSF"])
    (panel,) = re.findall(r"Parties not quoted.*?</section>", silent, re.DOTALL)
    assert "Rapid Support Forces" not in panel


def test_who_signed_a_communique_alone_is_not_missed(street):
    with TestClient(make_app(settings_for(street("libya").path, None)), base_url="http://localhost") as client:
        (panel,) = re.findall(r"Parties not quoted.*?</section>", client.get("/en/today").text, re.DOTALL)
    assert "General Command" in panel
    assert "Algeria" not in panel

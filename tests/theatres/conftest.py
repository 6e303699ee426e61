"""Articles of our own about a theatre, walked through the whole street, and what it makes of them on a given day."""

from pathlib import Path

import pytest

from hudna.compliance import hold
from hudna.knowledge import load_knowledge
from hudna.knowledge.languages.ar.spelling import fold
from hudna.ledger import Ledger, Run
from hudna.pipeline import walk

ARTICLES = Path(__file__).parent / "articles"
LAST = "2026-11-01"


class Street:
    """A theatre's articles, read, weighed and kept."""

    def __init__(self, theatre, path):
        self.theatre, self.path = theatre, path
        self.knowledge = load_knowledge([theatre])
        run = Run(at=f"{LAST}T12:00:00Z", theatre=theatre, as_of=LAST)
        with Ledger.open(path, create=True) as book, book.run(run):
            self.summary = walk(book, [str(ARTICLES / f"{theatre}.jsonl")], self.knowledge, as_of=LAST)
            self.documents = list(book.documents())
            self.claims = list(book.claims())
            self.events = list(book.events())

    def claim(self, words):
        """The one claim in whose words these stand."""
        (found,) = [one for one in self.claims if words in one.quote]
        return found

    def findings(self, day):
        """Findings on the duties, by the duty's id."""
        return {one.obligation: one for one in self.held(day) if one.sort == "obligation"}

    def breaches(self, day):
        """{(agreement, accused, status, places)} of the alleged breaches."""
        places = {event.id: event.places for event in self.events}
        return {
            (one.agreement, one.accused, one.status, places[one.events[0]])
            for one in self.held(day)
            if one.sort == "alleged_breach"
        }

    def held(self, day):
        return hold(self.events, self.claims, self.documents, self.knowledge, day)


@pytest.fixture(scope="session")
def street(tmp_path_factory):
    """Makes the street of a theatre, once."""
    made = {}

    def walked(theatre):
        if theatre not in made:
            made[theatre] = Street(theatre, tmp_path_factory.mktemp(theatre) / "ledger.sqlite")
        return made[theatre]

    return walked


def names(nouns, name):
    """Codes that a name is given to by this theatre's own rows."""
    wanted = fold(name)
    return {one.code for one in nouns if wanted in {fold(other) for other in (one.name_ar, *one.aliases)}}


def cells(finding):
    """{assessor: status} of those who said something."""
    return {one.assessor: one.status for one in finding.assessors if one.status != "unknown"}

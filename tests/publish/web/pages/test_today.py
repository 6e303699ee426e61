"""Today: what is counted belongs to the days of the page; what is new, silent or decided is said."""

import re
from datetime import date

import pytest

from hudna.ledger import BreachFilter, DocumentFilter, Ledger, Run
from hudna.model import Judgement
from hudna.publish.report.period import Period


def tiles(page):
    found = re.findall(r"<li><a href=\"[^\"]*\"><b><bdi>([\d,]+)</bdi></b><span>([^<]+)</span>", page)
    return {name: int(number.replace(",", "")) for number, name in found}


@pytest.fixture
def decided(copied, serve_ledger):
    """A dashboard of the sample with one decision of a person."""
    with Ledger.open(copied) as book, book.run(Run(at="2023-09-27T20:00:00Z", theatre="karabakh")):
        claim = next(iter(book.claims())).id
        book.save_judgement(Judgement("J1", "reject", (claim,), "Nadia", "2023-09-27T20:00:00Z", "<b>misread</b>"))
    return serve_ledger(copied)


@pytest.mark.parametrize(("days", "first"), [("1", "2023-09-27"), ("7", "2023-09-21"), ("30", "2023-08-29")])
def test_the_numbers_are_those_of_the_days(desk, sample, days, first):
    found = tiles(desk.get(f"/en/today?days={days}").text)
    with Ledger.open(sample) as book:
        documents = book.desk.documents(DocumentFilter(first=first, last="2023-09-27"), size=100).items
        breaches = book.desk.breach_counts(BreachFilter(first=first, last="2023-09-27"))
    assert found["Documents"] == len(documents)
    assert found["Claims"] == sum(one.claims for one in documents)
    assert found["Alleged breaches begun"] == sum(number for _, _, number in breaches)


def test_a_day_without_documents_says_that_this_is_no_sign_of_calm(desk):
    page = desk.get("/en/today?day=2021-06-01").text
    assert tiles(page)["Documents"] == 0
    assert "no sign of calm" in page


def test_the_steps_lead_to_the_days_beside(desk):
    page = desk.get("/en/today?day=2023-09-20&days=7").text
    assert "day=2023-09-13" in page
    assert "day=2023-09-27" in page


def test_whoever_said_nothing_is_named(desk):
    page = desk.get("/en/today?day=2020-11-25").text
    told = page[page.index("Parties not quoted") :]
    assert "Karabakh" in told[: told.index("</dd>")]


def test_a_decision_of_the_day_is_told_with_its_reason(decided):
    page = decided.get("/en/today").text
    assert "rejected" in page
    assert "Nadia" in page
    assert "&lt;b&gt;misread&lt;/b&gt;" in page
    assert "Nadia" not in decided.get("/en/today?day=2023-09-01").text


def test_an_empty_ledger_says_so(tmp_path, serve_ledger):
    path = tmp_path / "empty.sqlite"
    with Ledger.open(path, create=True) as book, book.run(Run(at="2023-09-27T20:00:00Z", theatre="karabakh")):
        book.note("test", "ledger", {})
    client = serve_ledger(path)
    for page in ("today", "timeline", "sources"):
        answer = client.get(f"/en/{page}")
        assert answer.status_code == 200
        assert "no documents yet" in answer.text
    for page in (
        "events",
        "contradictions",
        "breaches",
        "casualties",
        "agreement",
        "agreement/NK20",
        "documents",
        "names",
    ):
        assert client.get(f"/ar/{page}").status_code == 200


@pytest.mark.parametrize("day", ["2023-09-19", "2023-09-20", "2022-09-13"])
def test_agreements_stand_by_all_that_touches_the_day(desk, sample, day):
    """What began the day before and went on is of this day, too."""
    told = " ".join(re.sub(r"<[^>]+>", "", desk.get(f"/en/today?day={day}").text).split())
    days = Period(date.fromisoformat(day), date.fromisoformat(day))
    with Ledger.open(sample) as book:
        found = book.desk.breaches(BreachFilter(agreement="NK20"), size=500).items
        touching = {key for one in found for key in one.events if days.happened(book.event(key))}
    assert touching
    assert f"{len(touching)} alleged breach" in told[told.index("Trilateral statement of 10 November 2020") :]

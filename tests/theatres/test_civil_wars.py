"""Theatres of one country with several sides, through the whole street: short invented articles on the public record.

Nothing is given to the street but the articles (`articles/NAME.jsonl`) and the shipped pack.
"""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from hudna.cli.app import cli
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger
from hudna.model import Claim, Finding

ARTICLES = Path(__file__).parent / "articles"


def hudna(*words: object) -> str:
    done = CliRunner().invoke(cli, [str(word) for word in words], prog_name="hudna")
    assert done.exit_code == 0, done.output
    return done.output


class Street:
    """A ledger of one theatre's articles, held as of any day."""

    def __init__(self, theatre: str, folder: Path) -> None:
        self.theatre, self.ledger = theatre, folder / f"{theatre}.sqlite"
        self.held = ""

    def as_of(self, day: str) -> list[Finding]:
        if self.held != day:
            articles = ARTICLES / f"{self.theatre}.jsonl"
            hudna("run", articles, "--theatre", self.theatre, "--ledger", self.ledger, "--as-of", day)
            self.held = day
        with Ledger.open(self.ledger) as book:
            return list(book.findings(day))

    def duty(self, key: str, day: str) -> Finding:
        return next(one for one in self.as_of(day) if one.obligation == key and one.sort == "obligation")

    def breaches(self, key: str, day: str) -> list[Finding]:
        return [one for one in self.as_of(day) if one.obligation == key and one.sort == "alleged_breach"]

    def told(self, doc: str, kind: str) -> list[Claim]:
        self.as_of(self.held or "2030-01-01")
        with Ledger.open(self.ledger) as book:
            return [claim for claim in book.claims() if claim.doc == doc and claim.kind == kind]

    def report(self, day: str, language: str) -> str:
        out = self.ledger.parent / f"{self.theatre}-{day}-{language}.html"
        self.as_of(day)
        words = ("--lang", language, "--profile", "internal", "--out", out)
        hudna("report", "--ledger", self.ledger, "--as-of", day, *words)
        return out.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def streets(tmp_path_factory) -> Callable[[str], Street]:
    made: dict[str, Street] = {}

    def street(theatre: str) -> Street:
        if theatre not in made:
            made[theatre] = Street(theatre, tmp_path_factory.mktemp(theatre))
        return made[theatre]

    return street


def views(finding: Finding) -> dict[str, str]:
    return {one.assessor: one.status for one in finding.assessors if one.status != "unknown"}


def test_yemen_who_accuses_whom_and_who_denies(streets):
    (shelling,) = streets("yemen").told("yemen-1", "hostilities.shelling")
    assert (shelling.by, shelling.agents, shelling.places) == (("YEM.MIL",), ("YEM.HOUTHI",), ("durayhimi",))
    (denial,) = streets("yemen").told("yemen-1", "statement.denial")
    assert denial.agents == ("YEM.HOUTHI.abdulsalam",)


def test_yemen_a_breach_is_disputed_between_the_two_sides(streets):
    (breach,) = streets("yemen").breaches("HUD18.1", "2018-12-20")
    assert breach.accused == ("YEM.HOUTHI",)
    assert views(breach) == {"YEM.GOV": "breached", "YEM.HOUTHI": "premise_disputed"}
    assert breach.status == "disputed"


def test_yemen_redeployment_from_the_ports_is_disputed(streets):
    duty = streets("yemen").duty("HUD18.2", "2019-05-13")
    assert duty.status == "disputed"
    assert views(duty)["YEM.GOV"] == "overdue"
    assert views(duty)["UN"] == "in_progress"
    assert duty.due == "2019-01-01"


def test_yemen_the_truce_is_extended_on_the_day_it_is_announced(streets):
    before, after = streets("yemen").duty("YT22.3", "2022-06-01"), streets("yemen").duty("YT22.3", "2022-06-03")
    assert (before.due, after.due) == ("2022-06-02", "2022-08-02")
    assert (before.status, after.status) == ("not_due", "in_progress")
    accused = {one.accused: views(one) for one in streets("yemen").breaches("YT22.1", "2022-06-03")}
    assert accused[("YEM.HOUTHI",)] == {"YEM.GOV": "breached"}
    assert accused[("SAU.COALITION",)] == {"YEM.HOUTHI": "breached"}


def test_yemen_after_the_truce_lapsed_nothing_breaks_it(streets):
    assert streets("yemen").duty("YT22.1", "2022-10-10").status == "moot"
    assert not [one for one in streets("yemen").breaches("YT22.1", "2022-10-10") if "taiz" in " ".join(one.why)]


def test_yemen_the_exchange_is_counted_and_the_next_meeting_is_overdue(streets):
    released = streets("yemen").duty("YEX23.1", "2023-06-15")
    assert (released.status, released.why[0]) == ("partly_met", "869 of 887: 98.0%")
    meeting = streets("yemen").duty("YEX23.2", "2023-06-15")
    assert (meeting.status, views(meeting)["YEM.HOUTHI"]) == ("overdue", "planned")


@pytest.mark.parametrize(("language", "names"), [("ar", ["أنصار الله (الحوثيون)"]), ("en", ["Ansar Allah (Houthis)"])])
def test_yemen_the_report_names_both_sides_in_neutral_words(streets, language, names):
    page = streets("yemen").report("2023-06-15", language)
    government = {"ar": "الحكومة اليمنية المعترف بها دوليا", "en": "Internationally recognised Government of Yemen"}
    assert all(name in page for name in [*names, government[language]])


def test_yemen_deadlines_follow_from_the_ceasefire():
    duties = {duty.id: duty for one in load_knowledge(["yemen"]).agreements for duty in one.obligations}
    assert (duties["HUD18.2"].due.date, duties["HUD18.3"].due.date) == ("2019-01-01", "2019-01-08")

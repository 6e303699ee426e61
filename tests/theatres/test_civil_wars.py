"""Theatres of one country with several sides, through the whole street: short invented articles on the public record.

Nothing is given to the street but the articles (`articles/NAME.jsonl`) and the shipped pack.
"""

import csv
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from hudna.cli.app import cli
from hudna.compliance import hold
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger
from hudna.model import Claim, Document, Finding, Published

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


def test_sudan_an_air_strike_on_the_first_morning_is_alleged_and_denied(streets):
    (strike,) = streets("sudan").told("sudan-2", "hostilities.air")
    assert (strike.by, strike.agents, strike.places) == (("SDN.RSF",), ("SDN.MIL",), ("omdurman",))
    (breach,) = [one for one in streets("sudan").breaches("STC23.1", "2023-05-24") if one.status == "disputed"]
    assert (breach.accused, views(breach)) == (
        ("SDN.MIL",),
        {"SDN.RSF": "breached", "SDN.MIL": "premise_disputed"},
    )


def test_sudan_the_truce_begins_at_its_hour_in_khartoum(streets):
    (begins,) = [one for one in streets("sudan").told("sudan-1", "ceasefire.in_force") if one.modality == "planned"]
    assert begins.when == ("2023-05-22T21:45", "2023-05-22T21:45")
    truce = next(one for one in load_knowledge(["sudan"]).agreements if one.id == "STC23")
    assert truce.effective == "2023-05-22T19:45Z"


def test_sudan_leaving_hospitals_is_due_five_days_later_after_the_extension_and_then_disputed(streets):
    assert streets("sudan").duty("STC23.2", "2023-05-25").due == "2023-05-29"
    assert streets("sudan").duty("STC23.2", "2023-05-30").due == "2023-06-03"
    late = streets("sudan").duty("STC23.2", "2023-06-05")
    assert (late.status, views(late)) == ("overdue", {"SDN.MIL": "overdue", "SAU": "planned", "hudna": "overdue"})


def test_sudan_aid_that_the_united_nations_hand_out_is_access_given(streets):
    assert views(streets("sudan").duty("JED23.3", "2023-06-05"))["UN"] == "in_progress"


def test_sudan_fighting_after_the_last_truce_breaks_none(streets):
    last = streets("sudan").as_of("2025-11-10")
    assert not [one for one in last if one.sort == "alleged_breach" and "fasher" in " ".join(one.why)]
    assert streets("sudan").duty("STC23.1", "2025-11-10").status == "moot"
    (killed,) = streets("sudan").told("sudan-6", "casualties.killed")
    assert (killed.by, killed.agents, killed.count.lo) == (("SDN.JOINTFORCE",), ("SDN.RSF",), 2000)


def test_libya_shelling_is_alleged_by_one_side_and_denied_by_the_other(streets):
    (breach,) = [one for one in streets("libya").breaches("LIB20.1", "2020-11-16") if one.status == "disputed"]
    assert breach.accused == ("LBY.LNA",)
    assert views(breach) == {"LBY.GNA": "breached", "LBY.LNA": "premise_disputed"}


def test_libya_foreign_fighters_are_announced_then_overdue(streets):
    before, after = streets("libya").duty("LIB20.2b", "2020-11-16"), streets("libya").duty("LIB20.2b", "2021-02-01")
    assert (before.status, before.due) == ("planned", "2021-01-23")
    assert (after.status, views(after)["UN"]) == ("overdue", "overdue")


def test_libya_an_envoy_for_the_time_being_is_the_person_named(streets):
    (planned,) = streets("libya").told("libya-1", "implementation.withdrawal")
    assert (planned.by, planned.modality, planned.places) == (("UN.ENVOY.williams",), "planned", ("contact_lines",))


def test_libya_the_road_is_opened_by_the_commission_that_both_sides_form(streets):
    road = streets("libya").duty("LIB20.6", "2021-08-05")
    assert (road.status, views(road)["LBY.JMC"]) == ("in_progress", "in_progress")


def test_libya_the_truce_of_tripoli_binds_armed_groups_as_sides(streets):
    (breach,) = streets("libya").breaches("TRI18.1", "2018-09-06")
    assert (breach.accused, views(breach)) == (("LBY.B7",), {"LBY.GNA": "breached"})


@pytest.mark.parametrize("theatre", ["libya", "sudan", "yemen"])
def test_the_pack_is_in_order_and_its_places_lie_in_its_country(theatre):
    knowledge = load_knowledge([theatre])
    own = knowledge.theatres[-1]
    assert [event.first for event in own.chronicle] == sorted(event.first for event in own.chronicle)
    assert len(own.chronicle) >= 20
    inside = [place.code for place in own.places if theatre in knowledge.within(place.code)]
    assert len(inside) > 100
    for code in inside:
        place, country = knowledge.places[code], knowledge.places[theatre]
        reach = country.precision_km * 2 / 111
        assert abs(place.lat - country.lat) < reach, code
        assert abs(place.lon - country.lon) < reach * 1.2, code


@pytest.mark.parametrize("theatre", ["libya", "sudan", "yemen"])
def test_every_duty_has_words_in_both_languages_and_every_agreement_a_source(theatre):
    for agreement in load_knowledge([theatre]).theatres[-1].agreements:
        assert agreement.sources, agreement.id
        assert all(duty.label_ar and duty.label_en for duty in agreement.obligations)
        assert all(one.source for duty in agreement.obligations for one in (*duty.variants, *duty.record))


def test_yemen_an_export_in_the_columns_of_ucdp_names_the_party_and_not_the_country(streets, tmp_path):
    streets("yemen").as_of("2023-06-15")
    ledger = streets("yemen").ledger
    hudna("export", "--ledger", ledger, "--format", "ucdp", "--profile", "internal", "--out", tmp_path / "out")
    with (tmp_path / "out" / "events-ucdp-ged.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["hudna_side_a"], row["side_a"], row["best"]) for row in rows] == [
        ("YEM.HOUTHI", "Ansar Allah (Houthis)", "2")
    ]


@pytest.mark.parametrize(
    ("theatre", "duty", "words", "others"),
    [
        ("sudan", "JED23.2a", "إخلاء منازل المواطنين", "الانسحاب من الجسر"),
        ("sudan", "JED23.2c", "الخروج من المستشفيات والعيادات", "الخروج من الأسواق"),
        ("libya", "LIB20.2c", "مغادرة المدربين الأتراك", "مغادرة المرتزقة"),
    ],
)
def test_what_is_left_must_be_what_the_clause_names(theatre, duty, words, others):
    """The pack's own words for it, held against claims of ours."""
    knowledge = load_knowledge([theatre])
    (agreement, owed) = next((one, each) for one in knowledge.agreements for each in one.obligations if each.id == duty)
    day = (date.fromisoformat(agreement.effective[:10]) + timedelta(days=3)).isoformat()
    for quote, counts in ((words, True), (others, False)):
        claim = Claim("c", "d", 0, len(quote), quote, owed.kinds[0], agents=(owed.obligors[0],), when=(day, day))
        document = Document("d", quote, "0" * 64, "0" * 64, published=Published(day, day, "given"))
        held = hold([], [claim], [document], knowledge, "2026-11-01")
        (finding,) = [one for one in held if one.obligation == duty]
        assert bool(finding.claims) == counts, quote

"""A public report holds nothing that its profile keeps back, in every form and language; an internal one has it all."""

import html
import io
import re
import zipfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import msgspec
import pytest
from pypdf import PdfReader

from hudna.cli.reporting import PROFILES
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.model import Claim, Count, Document, Event, Figure, Issue, Judgement, Published, Reading
from hudna.model import Contradiction as Gap
from hudna.pipeline import walk
from hudna.publish.exporters import DEFAULT, profile, profiles, redaction
from hudna.publish.report import open_dossier, write_report
from hudna.publish.report.gather import Material, Tally
from hudna.publish.report.paper import write_docx, write_pdf
from hudna.publish.report.period import Period

SAMPLE = Path(__file__).resolve().parents[3] / "examples" / "karabakh"
SPAN = {"first": date(2020, 9, 1), "last": date(2023, 9, 27), "as_of": "2023-09-27"}
NOW = datetime(2024, 1, 1, tzinfo=UTC)
RUN = Run(at="2023-09-27T19:30:00Z", theatre="karabakh", as_of="2023-09-27")


@pytest.fixture(scope="module")
def karabakh():
    return load_knowledge(["karabakh"])


@pytest.fixture(scope="module")
def book(tmp_path_factory, karabakh):
    path = tmp_path_factory.mktemp("public") / "ledger.sqlite"
    with Ledger.open(path, create=True) as ledger, ledger.run(RUN):
        walk(ledger, [str(SAMPLE)], karabakh, as_of="2023-09-27")
        ledger.save_issues([Issue("intake", "error", "secret/informant.txt", "no text of Informant", "Ask Informant.")])
        claim = next(iter(ledger.claims()))
        ledger.save_judgement(
            Judgement("J1", "verify", (claim.id,), "Nadia Informant", RUN.at, "Informant told us", "verified")
        )
        yield ledger


def _page(made):
    return html.unescape(re.sub(r"<[^>]+>", " ", re.sub(r"<style.*?</style>", "", made, flags=re.DOTALL)))


def _docx(made):
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        names = [name for name in parts.namelist() if name.startswith("word/") and name.endswith(".xml")]
        return _page(" ".join(parts.read(name).decode() for name in names))


def _pdf(made):
    return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)


FORMS = {"html": (write_report, _page), "docx": (write_docx, _docx), "pdf": (write_pdf, _pdf)}


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_stays_in_the_house_stands_in_a_public_report(book, karabakh, form, language):
    write, read = FORMS[form]
    through = redaction(profile("public"), now=NOW)
    told = read(write(open_dossier(book, knowledge=karabakh, through=through, **SPAN), language))
    whole = read(write(open_dossier(book, knowledge=karabakh, **SPAN), language))
    documents = list(book.documents())
    secret = [one.text_sha256 for one in documents] + [one.bytes_sha256 for one in documents]
    secret += [one.url for one in documents if one.url]
    secret += ["informant", "Informant", "Nadia"]
    if form != "pdf":  # a PDF shapes and turns Arabic letters
        secret += [one.id for one in documents if not one.id.isdigit() and len(one.id) > 6]
        secret += [claim.quote for claim in book.claims() if len(claim.quote) > 25]
        secret += [one.title for one in documents if one.title and len(one.title) > 25]
    public = " ".join(duty.label_ar for agreement in karabakh.agreements for duty in agreement.obligations)
    assert not [one for one in secret if one in told and one not in public]
    assert len([one for one in secret if one in whole]) > 10, "the same search finds them in the internal report"
    assert ("For the public" in told) == (language == "en" and form == "html")


def test_an_internal_report_is_the_same_with_and_without_its_profile(book, karabakh):
    plain = write_report(open_dossier(book, knowledge=karabakh, **SPAN), "en")
    internal = redaction(profile("internal"), now=NOW)
    assert write_report(open_dossier(book, knowledge=karabakh, through=internal, **SPAN), "en") == plain


def test_news_waits_as_long_as_the_rules_say(book, karabakh):
    def events(now):
        through = redaction(profile("public"), now=now)
        made = write_report(open_dossier(book, knowledge=karabakh, through=through, **SPAN), "en")
        return len(re.findall(r'<section class="event"', made)), int(
            re.search(r"rejected them: <bdi>(\d+)", made).group(1)
        )

    early, waiting = events(datetime(2023, 9, 21, tzinfo=UTC))
    late, held = events(NOW + timedelta(days=400))
    assert early + waiting == late + held
    assert waiting > held
    assert late > early


def test_the_profiles_of_the_command_are_those_that_there_are():
    assert set(PROFILES) == set(profiles())
    assert PROFILES[0] == DEFAULT


# --- piece by piece ---------------------------------------------------------------------------------------------------


def _material(**event):
    doc = Document("a/secret name.txt", "t", "s", "b", source="A private blog", title="x", url="https://x.example",
                   published=Published("2020-10-01", "2020-10-01", "given"))  # fmt: skip
    count = Count("killed", 3, 3, "exact", "person", "علي")
    claim = Claim("c1", doc.id, 0, 1, "t", "casualties.killed", agents=("AZE", "علي"), places=("sotk",),
                  when=("2020-10-01", "2020-10-01"), count=count, by=("علي",), why=("علي says so",))  # fmt: skip
    figure = Figure("c1", "killed", 3, 3, "exact", "person", "علي", "علي", "source:A private blog", doc=doc.id)
    gap = Gap("agents", "exclusive", (Reading("AZE, علي", ("علي",), ("c1",)), Reading("ARM", ("AZE",), ("c1",))), "علي")
    fields = {"kind": "casualties.killed", "when": claim.when, "places": ("sotk",), "agents": ("AZE", "علي"),
              "targets": (), "modality": "actual", "background": False, "documents": (doc.id,), "sources": 1,
              "origins": ("علي",), "figures": (figure,), "contradictions": (gap,), "why": ("علي",)}  # fmt: skip
    told = Event("e1", claims=("c1",), **{**fields, **event})
    day = date(2020, 10, 1)
    return Material(period=Period(day, day), as_of="2020-10-01", held_as_of=None, documents={doc.id: doc},
                    claims={"c1": claim}, events=(told,), earlier=(), undated=(), findings=(), issues=(),
                    judgements=(), tally=Tally(), before=Tally())  # fmt: skip


def test_whoever_the_packs_do_not_know_is_nowhere(karabakh):
    seen, _ = redaction(profile("public"), now=NOW)(_material(), karabakh)
    said = msgspec.json.encode([*seen.events, *seen.claims.values(), *seen.documents.values()]).decode()
    for name in ("علي", "private blog", "secret", "x.example"):
        assert name not in said
    (event,) = seen.events
    assert event.agents == ("AZE",)
    assert event.contradictions[0].readings[0].value == "AZE"
    assert seen.claims["c1"].by == ("SOURCE",)
    assert seen.documents[event.documents[0]].source is None


def test_places_are_named_and_drawn_coarsely(karabakh):
    seen, packs = redaction(profile("public"), now=NOW)(_material(), karabakh)
    (code,) = seen.events[0].places
    assert code != "sotk"
    assert code in karabakh.within("sotk")
    assert packs.places["sotk"].precision_km >= 25
    there, drawn = karabakh.places["sotk"], packs.places["sotk"]
    assert (drawn.lat, drawn.lon) != (there.lat, there.lon)
    assert karabakh.places["sotk"].precision_km < 25, "the packs themselves are not touched"


def test_what_people_rejected_is_not_told(karabakh):
    material = msgspec.structs.replace(
        _material(), judgements=(Judgement("J1", "reject", ("e1",), "N.", RUN.at, "misread"),)
    )
    seen, _ = redaction(profile("public"), now=NOW)(material, karabakh)
    assert (seen.events, seen.withheld, dict(seen.claims)) == ((), 1, {})

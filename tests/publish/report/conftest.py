"""Ledgers written by hand, and a small reader of the pages made from them."""

import hashlib
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, ReadWith, Run
from hudna.model import (
    AssessorStatus,
    Claim,
    Contradiction,
    Count,
    Document,
    Event,
    Figure,
    Finding,
    Issue,
    Published,
    Reading,
    SourceFile,
    Verdicts,
)
from hudna.pipeline import walk
from hudna.publish.report import open_dossier, write_report
from hudna.publish.report.desk import Desk
from hudna.publish.report.gather import gather
from hudna.publish.report.paper.build import build
from hudna.publish.report.period import Period
from hudna.publish.report.wording import Words

DAY = date(2023, 9, 20)
EXAMPLES = Path(__file__).parents[3] / "examples" / "karabakh"
HOSTILE_MARKUP = '#panic("x") *b* $y$ @ref <script>alert(1)</script> \\ ` "quoted" [x](https://evil.example) =cmd'
_VOID = {"meta", "br", "hr", "img", "link", "input"}


# --- writing ledgers --------------------------------------------------------------------------------------------------


def document(key, text, published="2023-09-20", source="صحيفة الضفاف", **more):
    sha = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    when = Published(published, published, "given") if published else Published()
    return Document(id=key, text=text, text_sha256=sha, bytes_sha256=sha, source=source, published=when, **more)


def claim(key, doc, quote, kind, **more):
    start = doc.text.index(quote)
    fields = {"rule": "by hand", **more}
    return Claim(id=key, doc=doc.id, start=start, end=start + len(quote), quote=quote, kind=kind, **fields)


def event(key, claims, **more):
    first = claims[0]
    fields = {
        "kind": first.kind,
        "when": first.when,
        "places": first.places,
        "agents": first.agents,
        "targets": first.targets,
        "modality": first.modality,
        "background": first.background,
        "documents": tuple(sorted({one.doc for one in claims})),
        "sources": 1,
        "origins": ("ARM.GOV",),
        "verdicts": Verdicts("claimed_by_one_party", "alleged", "not_assessed", ("only ARM.GOV says so",)),
        **more,
    }
    return Event(id=key, claims=tuple(one.id for one in claims), **fields)


def figure(one, speaker, **more):
    count = one.count
    return Figure(
        claim=one.id,
        measure=count.measure,
        lo=count.lo,
        hi=count.hi,
        bound=count.bound,
        who=count.who,
        side=count.side,
        speaker=speaker,
        origin=more.pop("origin", speaker),
        subset_of=count.subset_of,
        doc=one.doc,
        **more,
    )


def write_ledger(path, documents=(), claims=(), events=(), findings=(), issues=(), judgements=(), as_of="2023-09-20"):
    run = Run(at="2023-09-21T00:00:00Z", theatre="karabakh")
    with Ledger.open(path, create=True) as book, book.run(run):
        for one in documents:
            data = one.text.encode("utf-8", "surrogatepass")
            book.keep(SourceFile(sha256=one.bytes_sha256, size=len(data), name=one.id, data=data), [one])
            given, digest = book.given(one.id)
            found = [each for each in claims if each.doc == one.id]
            book.save_reading(
                msgspec.structs.replace(given, published=one.published), found, [], ReadWith("k", "r"), given=digest
            )
        if issues:
            book.save_issues(issues)
        book.save_events(events)
        if findings:
            book.save_findings(as_of, findings)
        for one in judgements:
            book.save_judgement(one)
    return path


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge(["karabakh"])


@pytest.fixture
def ledger(tmp_path):
    """Writes a ledger and gives its path."""
    return lambda **nouns: write_ledger(tmp_path / "ledger.sqlite", **nouns)


@pytest.fixture
def told():
    """Two speakers who count differently, a denial, a breach, a duty, a file that could not be read."""
    first = document(
        "one.txt",
        "قالت الحكومة الأرمينية إن 32 شخصا قتلوا في قره باغ في هجوم شنته أذربيجان.\nونفت باكو ذلك.",
        title="ثلاثون قتيلا",
        url="https://difaf.example/one",
    )
    second = document("two.txt", "أفاد روبن فاردانيان بمقتل نحو 100 شخص.", source="interfax")
    killed = {"places": ("karabakh",), "when": ("2023-09-19", "2023-09-20"), "targets": ("NKR.CVL",)}
    claims = (
        claim("C1", first, "32 شخصا قتلوا في قره باغ", "casualties.killed", by=("ARM.GOV",), agents=("AZE",),
              count=Count("killed", 32, 32, "exact", "person"), **killed),
        claim("C2", first, "هجوم شنته أذربيجان", "hostilities.attack", by=("ARM.GOV",), agents=("AZE",), **killed),
        claim("C3", first, "نفت باكو ذلك", "statement.denial", agents=("AZE.GOV",), places=("karabakh",)),
        claim("C4", second, "مقتل نحو 100 شخص", "casualties.killed", by=("NKR.vardanyan", "interfax"),
              count=Count("killed", 100, 100, "about", "person"), **killed),
    )  # fmt: skip
    readings = (Reading("32", ("ARM.GOV",), ("C1",)), Reading("about 100", ("NKR.vardanyan",), ("C4",)))
    attack = event(
        "E1",
        [claims[1], claims[0], claims[3], claims[2]],
        origins=("ARM.GOV", "NKR.vardanyan"),
        figures=(figure(claims[0], "ARM.GOV"), figure(claims[3], "NKR.vardanyan")),
        contradictions=(
            Contradiction("count.killed", "exclusive", readings, "no number satisfies both"),
            Contradiction(
                "denied",
                "exclusive",
                (Reading("affirmed", ("ARM.GOV",), ("C1",)), Reading("denied", ("AZE.GOV",), ("C3",))),
                "affirmed by one, denied by another",
            ),
        ),
        why=("C1 with C2: the same place and day",),
    )
    findings = (
        Finding("F1", "NK20", "1", "2023-09-20", "alleged_breach", "disputed", "", (
            AssessorStatus("ARM", "breached", "-", ("C1", "C2"), "tells an act that the clause forbids"),
            AssessorStatus("AZE", "premise_disputed", "-", ("C3",), "denies that it happened so"),
            AssessorStatus("hudna", "unknown", "-", (), "whether it is a breach is for people to rule"),
        ), ("C1", "C2", "C3"), ("E1",), obligation="NK20.1a", accused=("AZE",), why=("alleged, and denied by AZE",)),
        Finding("F2", "NK20", "2", "2023-09-20", "obligation", "met_on_time", "", (
            AssessorStatus("ARM", "unknown", "-", (), "nothing read has it speak of this"),
            AssessorStatus("AZE", "met_on_time", "by", ("C2",), "done"),
            AssessorStatus("AZE", "met_late", "before", ("C2",), "done"),
            AssessorStatus("hudna", "met_on_time", "by", ("C2",), "done"),
            AssessorStatus("hudna", "met_late", "before", ("C2",), "done"),
        ), ("C2",), (), due="2020-11-20", obligation="NK20.2", why=("done on 2020-11-20",)),
        Finding("F3", "NK20", "8", "2023-09-20", "obligation", "unknown", "no_claims", (
            AssessorStatus("hudna", "unknown", "-", (), "nothing read speaks of it"),
        ), (), (), obligation="NK20.8", why=("nothing read speaks of it",)),
    )  # fmt: skip
    issues = (Issue("intake", "error", "broken.jsonl:3", "this line is not JSON", "Look at the quotes."),)
    return {
        "documents": (first, second),
        "claims": claims,
        "events": (attack,),
        "findings": findings,
        "issues": issues,
    }


@pytest.fixture
def desk(ledger, told, knowledge):
    """The desk of a report on the hand-written ledger, in one language."""

    def make(language="en", nouns=None, as_of="2023-09-20"):
        period = Period(DAY, DAY)
        with Ledger.open(ledger(**(told if nouns is None else nouns))) as book:
            return Desk(gather(book, period, as_of), knowledge, Words(language))

    return make


@pytest.fixture
def page(ledger, told, knowledge):
    """The page of a hand-written ledger."""

    def make(language="en", nouns=None, first=DAY, last=DAY, as_of="2023-09-20"):
        with Ledger.open(ledger(**(told if nouns is None else nouns))) as book:
            return write_report(open_dossier(book, first=first, last=last, knowledge=knowledge, as_of=as_of), language)

    return make


# --- papers -----------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def street(tmp_path_factory, knowledge):
    """The dossier of the shipped sample after the whole street."""
    path = tmp_path_factory.mktemp("street") / "ledger.sqlite"
    run = Run(at="2023-10-01T00:00:00Z", theatre="karabakh")
    with Ledger.open(path, create=True) as book, book.run(run):
        walk(book, [EXAMPLES], knowledge, as_of="2023-09-27")

    with Ledger.open(path) as book:
        return open_dossier(
            book, first=date(2022, 9, 1), last=date(2023, 9, 27), knowledge=knowledge, as_of="2023-09-27"
        )


@pytest.fixture
def paper(desk):
    """The paper of a hand-written ledger."""
    return lambda *args, **named: build(desk(*args, **named))


# --- reading pages ----------------------------------------------------------------------------------------------------


class Element:
    """One element of a page."""

    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, attributes, parent, []

    def all(self, tag=None, cls=None):
        for child in self.children:
            if isinstance(child, Element):
                wanted = cls is None or cls in child.attributes.get("class", "").split()
                if wanted and tag in {None, child.tag}:
                    yield child
                yield from child.all(tag, cls)

    @property
    def text(self):
        return "".join(child.text if isinstance(child, Element) else child for child in self.children)


class Reader(HTMLParser):
    """A strict reader: a tag that is closed in the wrong place is an error."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.root = self.here = Element("root", {}, None)
        self.problems = []

    def handle_starttag(self, tag, attrs):
        made = Element(tag, {name: value or "" for name, value in attrs}, self.here)
        self.here.children.append(made)
        if tag not in _VOID:
            self.here = made

    def handle_endtag(self, tag):
        if self.here.tag != tag:
            self.problems.append(f"</{tag}> inside <{self.here.tag}> at {self.getpos()}")
            return
        self.here = self.here.parent

    def handle_data(self, data):
        self.here.children.append(data)

    def handle_comment(self, data):
        self.problems.append(f"a comment: {data}")


@pytest.fixture(scope="session")
def read():
    """Reads a page; anything that is not well nested fails."""

    def parse(html):
        reader = Reader()
        reader.feed(html)
        reader.close()
        assert not reader.problems
        assert reader.here is reader.root
        return reader.root

    return parse

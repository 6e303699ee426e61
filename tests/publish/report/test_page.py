import re
from collections import Counter
from datetime import date

import msgspec
import pytest

from hudna.errors import UsageError
from hudna.knowledge import load_knowledge
from hudna.ledger import Ledger, Run
from hudna.model import Issue
from hudna.pipeline import walk
from hudna.publish.report import LANGUAGES, open_dossier, write_report

from .conftest import EXAMPLES, claim, document, event

HOSTILE = "<script>alert('1')</script><img src=x onerror=alert(2)>\"'><!--"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The shipped sample, through the whole street, in both languages."""
    knowledge = load_knowledge(["karabakh"])
    path = tmp_path_factory.mktemp("sample") / "ledger.sqlite"
    with Ledger.open(path, create=True) as book:
        with book.run(Run(at="2023-10-01T00:00:00Z", theatre="karabakh")):
            walk(book, [EXAMPLES], knowledge, as_of="2023-10-01")
        days = [date.fromisoformat(day) for day in book.span()]
        dossier = open_dossier(book, first=days[0], last=days[1], knowledge=knowledge, as_of="2023-10-01")
        pages = {language: write_report(dossier, language) for language in LANGUAGES}
        quotes = Counter(one.quote for one in book.claims())
    return pages, quotes


# --- the shipped sample -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_is_told_with_its_own_words(sample, read, language):
    pages, quotes = sample
    shown = Counter(one.text for one in read(pages[language]).all("blockquote"))
    assert shown == quotes
    assert quotes.total() > 50  # the sample was read


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_of_the_sample_arrives_and_every_id_is_one(sample, read, language):
    _links_arrive(read(sample[0][language]))


def _links_arrive(root):
    ids = Counter(one.attributes["id"] for one in root.all() if "id" in one.attributes)
    assert max(ids.values()) == 1
    inside = {one.attributes["href"][1:] for one in root.all("a") if one.attributes["href"].startswith("#")}
    assert not inside - set(ids)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_fetched(sample, read, language):
    html = sample[0][language]
    root = read(html)
    assert not list(root.all("script"))
    assert not list(root.all("link"))
    assert not [one.tag for one in root.all() if {"src", "srcset", "style", "background"} & one.attributes.keys()]
    assert not [name for one in root.all() for name in one.attributes if name.startswith("on")]
    style = "".join(one.text for one in root.all("style"))
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src 'none'" in html


def test_both_languages_tell_the_same(sample, read):
    arabic, english = (read(sample[0][language]) for language in LANGUAGES)
    for mark in ("claim", "event", "preserved", "agreement", "duties", "incidents"):
        assert len(list(arabic.all(cls=mark))) == len(list(english.all(cls=mark)))
    ids = [{one.attributes.get("id") for one in root.all()} for root in (arabic, english)]
    assert ids[0] == ids[1]


def test_the_arabic_report_runs_right_to_left_and_explains_itself_in_arabic(sample, read):
    root = read(sample[0]["ar"])
    (html,) = root.all("html")
    assert (html.attributes["lang"], html.attributes["dir"]) == ("ar", "rtl")
    headings = [one.text for tag in ("h2", "h3", "h4", "summary", "dt") for one in root.all(tag)]
    latin = [one for one in headings if re.search("[A-Za-z]{3}", one) and not re.search("[\u0621-\u064a]", one)]
    assert not latin


def test_machine_sentences_stand_apart_in_the_arabic_report(sample, page, told, read):
    nouns = told
    assert not [one for one in read(sample[0]["ar"]).all("bdi") if one.attributes.get("lang") == "en"]
    told = [one for one in read(page("ar")).all("bdi") if one.attributes.get("lang") == "en"]
    assert told, "a sentence that the catalogue does not have stays English"
    unread = {one.reason for one in nouns["issues"]} | {one.hint for one in nouns["issues"]}
    assert all("machine" in _classes_around(one) for one in told if one.text not in unread)
    assert unread == {one.text for one in told if "machine" not in _classes_around(one)}


def _classes_around(element):
    while element is not None:
        yield element.attributes.get("class")
        element = element.parent


def test_no_range_of_arabic_words_turns_around(sample, read):
    """A browser that guesses a `<bdi>`'s direction looks past the `<bdi>`s inside: our phrases are never wrapped."""
    assert not [one.text for one in read(sample[0]["ar"]).all("bdi") if any(one.all("bdi"))]


# --- by hand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_whole_and_says_the_same_twice(page, read, language):
    html = page(language)
    _links_arrive(read(html))
    assert html == page(language)
    assert html.startswith("<!doctype html>")


def test_quotes_are_untouched_in_their_own_direction(page, read, told):
    root = read(page("en"))
    quotes = list(root.all("blockquote"))
    assert {one.text for one in quotes} == {one.quote for one in told["claims"]}
    assert {(one.attributes["lang"], one.attributes["dir"]) for one in quotes} == {("ar", "rtl")}


def test_the_marked_words_are_the_quote(page, read, told):
    root = read(page("en"))
    marks = {one.attributes["id"]: one.text for one in root.all("mark") if "id" in one.attributes}
    assert set(marks.values()) == {one.quote for one in told["claims"]}
    for card in root.all("article", "claim"):
        (link,) = [one for one in card.all("a", "ref") if one.attributes["href"].startswith("#w")]
        (quote,) = card.all("blockquote")
        assert marks[link.attributes["href"][1:]] == quote.text


@pytest.mark.parametrize("language", LANGUAGES)
def test_hostile_words_are_only_words(page, read, language):
    bad = document(
        f"{HOSTILE}.txt", f"قبل {HOSTILE} بعد", source=HOSTILE, title=HOSTILE, url=f"javascript:{HOSTILE}",
        language='ar" onload="x', extractor=HOSTILE,
    )  # fmt: skip
    said = claim("C1", bad, HOSTILE, "statement.demand", agents=(HOSTILE,), by=(HOSTILE,), places=(HOSTILE,))
    told = event("E1", [said], why=(HOSTILE,), warnings=(HOSTILE,), origins=(HOSTILE,))
    issue = Issue("intake", "error", HOSTILE, HOSTILE, HOSTILE)
    nouns = {"documents": (bad,), "claims": (said,), "events": (told,), "issues": (issue,)}
    root = read(page(language, nouns))
    assert not list(root.all("script"))
    assert not list(root.all("img"))
    assert not [one for one in root.all() if one.attributes.keys() & {"onerror", "onload"}]
    assert [one.text for one in root.all("blockquote")] == [HOSTILE]
    assert not [one for one in root.all("a") if one.attributes["href"].startswith("javascript")]


def test_an_address_of_the_web_is_a_link_that_tells_nobody(page, read):
    links = [one for one in read(page()).all("a") if not one.attributes["href"].startswith("#")]
    assert [one.attributes["href"] for one in links] == ["https://difaf.example/one"]
    assert links[0].attributes["rel"] == "noopener noreferrer"


def test_characters_that_no_file_can_hold_are_replaced(page):
    odd = document("odd.txt", "قصف \x00\x1b المدينة أمس")
    said = claim("C1", odd, "قصف \x00\x1b المدينة", "hostilities.shelling")
    html = page("en", {"documents": (odd,), "claims": (said,), "events": (event("E1", [said]),)})
    html.encode("utf-8")
    assert "قصف \ufffd\ufffd المدينة" in html


@pytest.mark.parametrize(("language", "words"), [("en", "no documents yet"), ("ar", "لا وثائق في هذا السجل بعد")])
def test_an_empty_ledger_says_that_nothing_was_read(page, read, language, words):
    root = read(page(language, {}))
    _links_arrive(root)
    assert words in "".join(one.text for one in root.all(cls="notice"))
    assert not list(root.all(cls="claim"))


@pytest.mark.parametrize(("language", "words"), [("en", "no documents from this period"), ("ar", "من هذه المدة")])
def test_a_day_without_documents_is_not_called_calm(page, read, language, words):
    day = date(2021, 5, 5)
    root = read(page(language, first=day, last=day))
    assert words in "".join(one.text for one in root.all(cls="notice"))


def test_a_period_that_ends_before_it_begins(page):
    with pytest.raises(UsageError, match="ends"):
        page(first=date(2023, 9, 21), last=date(2023, 9, 20))


def test_a_language_that_it_does_not_speak(page):
    with pytest.raises(UsageError, match="fr"):
        page("fr")


def test_as_of_may_be_a_date(page):
    assert page(as_of=date(2023, 9, 20)) == page(as_of="2023-09-20")


def test_without_findings_it_says_so(page, read, told):
    root = read(page("en", {**told, "findings": ()}))
    assert "hudna comply" in "".join(one.text for one in root.all(cls="notice"))


def test_knowledge_that_has_forgotten_an_agreement(ledger, told, knowledge, read):
    """The packs may have changed since the findings were held."""
    with Ledger.open(ledger(**told)) as book:
        bare = msgspec.structs.replace(knowledge, agreements=(), theatres=())
        day = date(2023, 9, 20)
        html = write_report(open_dossier(book, first=day, last=day, knowledge=bare, as_of="2023-09-20"), "en")
    _links_arrive(read(html))
    assert "NK20" in html

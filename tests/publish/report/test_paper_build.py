import msgspec
import pytest

from hudna.publish.report import LANGUAGES
from hudna.publish.report.context import SECTIONS
from hudna.publish.report.paper.blocks import Heading, Run, anchors
from hudna.publish.report.paper.build import build


def _runs(thing):
    if isinstance(thing, Run):
        yield thing
    elif isinstance(thing, tuple):
        for one in thing:
            yield from _runs(one)
    elif isinstance(thing, msgspec.Struct):
        for name in thing.__struct_fields__:
            yield from _runs(getattr(thing, name))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_stand_in_the_order_that_never_changes(street, language):
    paper = build(street.desk(language))
    tops = [block.anchor for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    assert tops == ["summary", "agreements", *SECTIONS]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_arrives(street, language):
    paper = build(street.desk(language))
    known = anchors(paper.blocks)
    inside = {run.link[1:] for run in _runs(paper.blocks) if run.link.startswith("#")}
    assert not inside - known
    assert len(inside) > 50


def _footnotes(paper):
    """(number of the claim, its words) of every footnote, as they come."""
    return [(run.text.strip("[]"), run.note.quote.text) for run in _runs(paper.blocks) if run.note is not None]


def test_every_claim_that_is_told_has_its_words_in_one_footnote_with_their_hash(street):
    desk = street.desk("ar")
    built = build(desk)
    told = {desk.number(claim): desk.material.claims[claim].quote for claim in desk.shown}
    assert len(_footnotes(built)) == len(told)
    assert dict(_footnotes(built)) == told
    hashes = {document.text_sha256[:16] for document in desk.material.cited}
    for run in _runs(built.blocks):
        if run.note is not None:
            assert any(sha in "".join(one.text for one in run.note.source) for sha in hashes)


def test_a_reference_leads_to_where_the_claim_is_told(street):
    desk = street.desk("en")
    built = build(desk)
    marks = {run.anchor for run in _runs(built.blocks) if run.note is not None}
    assert marks == {desk.card(claim) for claim in desk.shown}
    led = {run.link[1:] for run in _runs(built.blocks) if run.link.startswith("#c") and run.link[2:3].isdigit()}
    assert led
    assert led <= marks


def test_numbers_are_the_same_in_both_languages(street):
    arabic, english = (build(street.desk(language)) for language in LANGUAGES)
    notes = [sorted(_footnotes(paper)) for paper in (arabic, english)]
    assert notes[0] == notes[1]


def test_the_hashes_stand_beside_the_words(paper, told):
    words = "".join(run.text for run in _runs(paper().blocks))
    for document in told["documents"]:
        assert document.text_sha256 in words
        assert document.bytes_sha256 in words


def test_a_link_to_what_is_not_on_paper_is_only_words(paper):
    built = paper()
    assert not [run for run in _runs(built.blocks) if run.link.startswith("#w")]


def test_what_is_longer_than_paper_bears_is_cut_and_says_so(desk, told):
    first = told["documents"][0]
    long = msgspec.structs.replace(first, source="م" * 50_000, url=f"https://e.example/\x00{'a' * 3_000}")
    made = build(desk("en", {**told, "documents": (long, told["documents"][1])}))
    longest = max(_runs(made.blocks), key=lambda run: len(run.text))
    assert longest.text.endswith("م […]")
    assert len(longest.text) < 20_000
    assert not [run for run in _runs(made.blocks) if "\x00" in run.link or len(run.link) > 2_000]


def test_an_empty_ledger_makes_a_paper_that_says_so(paper):
    words = "".join(run.text for run in _runs(paper("en", {}).blocks))
    assert "no sign of calm" in words

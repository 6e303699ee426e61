import hashlib

import msgspec
import pytest
from tests.reading.opinion.conftest import proposal, raw

from hudna.model import Claim, Document, Furniture, Published
from hudna.model.claim import MODALITIES
from hudna.reading.opinion.accept import CONFIDENCE, Desk, shown, standing
from hudna.reading.opinion.proposal import MOST

TEXT = """أعلنت وزارة الدفاع الأذربيجانية مقتل 7 جنود قرب لاتشين في 9 أكتوبر.
وبقي سكان لاتشين بلا خبز أسبوعا كاملا. وسقط نحو 100 مدني صرعى.
بقي الناس بلا ماء، وفي المساء بقي الناس بلا ضوء."""
BREAD = "وبقي سكان لاتشين بلا خبز أسبوعا كاملا"
FALLEN = "وسقط نحو 100 مدني صرعى"
RULE = "model:tester"


def document(text=TEXT, **fields):
    digest = hashlib.sha256(text.encode()).hexdigest()
    published = Published("2020-10-12", "2020-10-12", "given")
    return Document(id="t", text=text, text_sha256=digest, bytes_sha256=digest, published=published, **fields)


@pytest.fixture
def judge(knowledge):
    """The claims that come of proposals, and the issues."""

    def judged(*proposals, rules=(), doc=None):
        desk = Desk(doc or document(), rules, knowledge, rule=RULE, why="proposed by the tester")
        return desk.accept(raw(*proposals))

    return judged


@pytest.fixture
def refused(judge):
    """The one issue of a proposal that is turned down."""

    def issue(one, **more):
        claims, issues = judge(one, **more)
        assert claims == ()
        assert len(issues) == 1
        assert (issues[0].stage, issues[0].severity, issues[0].where) == ("reading", "warning", "t")
        assert issues[0].hint
        return issues[0]

    return issue


def test_a_good_proposal_is_a_claim_of_the_model(judge):
    (claim,), issues = judge(
        proposal(BREAD, places=["lachin"], by=["AZE.MOD"], when=["2020-10-05", "2020-10-12"], background=True)
    )
    assert issues == ()
    assert TEXT[claim.start : claim.end] == claim.quote == BREAD
    assert (claim.kind, claim.places, claim.by) == ("humanitarian.aid", ("lachin",), ("AZE.MOD",))
    assert (claim.when, claim.modality, claim.background) == (("2020-10-05", "2020-10-12"), "actual", True)
    assert (claim.rule, claim.confidence, claim.why[0]) == (RULE, CONFIDENCE, "proposed by the tester")


def test_ids_are_hashes_of_text_span_kind_and_rule(judge, knowledge):
    (claim,), _ = judge(proposal(BREAD))
    raw_id = f"{document().text_sha256}|{document().id}|{claim.start}|{claim.end}|{claim.kind}|{RULE}"
    assert claim.id == "c" + hashlib.sha256(raw_id.encode()).hexdigest()[:16]
    other, _ = Desk(document(), (), knowledge, rule="model:other", why="").accept(raw(proposal(BREAD)))
    assert other[0].id != claim.id


def test_claims_come_in_text_order_each_once(judge):
    claims, issues = judge(proposal(FALLEN), proposal(BREAD), proposal(BREAD))
    assert [claim.quote for claim in claims] == [BREAD, FALLEN]
    assert issues == ()


# --- the quote --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "quote",
    [
        "قتلت أرمينيا ألف شخص",
        "وبقى سكان لاتشين بلا خبز",  # another spelling
        "وبقي سكان لاتشين  بلا خبز",  # another space
        "بقي سكان لاتشين بلا خبز",  # a part of a word
        "وبقي سكان لاتشين بلا خب",
        "residents of Lachin had no bread",
    ],
)
def test_made_up_and_changed_quotes_are_turned_down(refused, quote):
    assert "does not stand in the text" in refused(proposal(quote)).reason


@pytest.mark.parametrize("quote", ["", "   ", "أكتوبر.\nوبقي سكان", "وبقي " * 100])
def test_a_quote_is_a_clause_of_one_line(refused, quote):
    assert "no clause of one line" in refused(proposal(quote)).reason


TWICE = "بقي الناس بلا"


def test_a_quote_that_stands_twice_needs_its_neighbours(refused):
    assert "stands in the text 2 times" in refused(proposal(TWICE)).reason


@pytest.mark.parametrize(
    ("around", "which"),
    [({"after": "ماء"}, 0), ({"before": "وفي المساء"}, 1), ({"before": "المساء", "after": "ضوء"}, 1)],
)
def test_neighbours_tell_which_is_meant(judge, around, which):
    (claim,), issues = judge(proposal(TWICE, **around))
    assert issues == ()
    assert claim.start == [start for start, _ in standing(TEXT, TWICE)][which]


@pytest.mark.parametrize("around", [{"before": "أكتوبر"}, {"before": "المساء", "after": "ماء"}, {"before": " "}])
def test_neighbours_that_are_none_do_not_tell(refused, around):
    assert "nothing tells which" in refused(proposal(TWICE, **around)).reason


def test_whole_words_only():
    assert list(standing("مقتل قتل قتلى", "قتل")) == [(5, 8)]
    assert list(standing("قُتِلَ", "قُتِل")) == []
    assert list(standing("«قتل»", "قتل")) == [(1, 4)]


def test_page_matter_tells_no_news(refused):
    start = TEXT.index(BREAD)
    menu = (Furniture(start, start + len(BREAD), "menu", ""),)
    assert "the page's" in refused(proposal(BREAD), doc=document(furniture=menu)).reason


# --- what it means ----------------------------------------------------------------------------------------------------


def test_an_unknown_kind_is_turned_down(refused):
    issue = refused(proposal(BREAD, kind="hostilities.famine\x1b[2J"))
    assert "there is no kind «hostilities.famine [2J»" in issue.reason
    assert TEXT[issue.start : issue.end] == BREAD


def test_an_unknown_modality_is_turned_down_and_not_taken_for_fact(refused):
    assert "there is no modality" in refused(proposal(BREAD, modality="rumoured")).reason


@pytest.mark.parametrize("modality", MODALITIES)
def test_every_modality_can_be_proposed(judge, modality):
    (claim,), _ = judge(proposal(BREAD, modality=modality))
    assert claim.modality == modality


@pytest.mark.parametrize("field", ["kind", "quote", "by", "modality", "background"])
def test_a_record_without_a_field_that_decides_is_turned_down(refused, field):
    record = proposal(BREAD)
    del record[field]
    assert f"missing required field `{field}`" in refused(record).reason


def test_one_bad_record_costs_only_itself(knowledge):
    desk = Desk(document(), (), knowledge, rule=RULE, why="")
    claims, issues = desk.accept([msgspec.Raw(b'"nonsense"'), *raw(proposal(BREAD)), msgspec.Raw(b"{}")])
    assert len(claims) == 1
    assert len(issues) == 2


# --- the rules' claims stand ------------------------------------------------------------------------------------------


def rules_claim(quote, kind):
    start = TEXT.index(quote)
    return Claim("c1", "t", start, start + len(quote), quote, kind)


def test_what_a_rule_found_is_agreement_only(judge):
    rule = rules_claim("سكان لاتشين بلا خبز", "humanitarian.aid")
    claims, (issue,) = judge(proposal(BREAD, modality="negated"), rules=(rule,))
    assert claims == ()
    assert (issue.severity, issue.reason) == ("note", f"{RULE} proposes what the rules found: c1")


def test_another_kind_or_another_place_is_a_claim_of_its_own(judge):
    kind = rules_claim(BREAD, "humanitarian.blockade")
    place = rules_claim(FALLEN, "humanitarian.aid")
    claims, issues = judge(proposal(BREAD), rules=(kind, place))
    assert len(claims) == 1
    assert issues == ()


# --- fields that may be dropped ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", ["agents", "targets", "places"])
@pytest.mark.parametrize("code", ["XYZ.MOD", "ARM.MOD", "yerevan", "", "'; DROP TABLE claims"])
def test_a_code_that_is_not_named_in_the_text_is_dropped(judge, role, code):
    (claim,), (issue,) = judge(proposal(BREAD, **{role: [code]}))
    assert getattr(claim, role) == ()
    assert issue.severity == "warning"
    assert role in issue.reason
    assert any(role in why for why in claim.why)


def test_known_codes_stay_each_once_and_nobody_on_both_sides(judge):
    (claim,), issues = judge(proposal(BREAD, agents=["AZE.MIL", "AZE.MIL"], targets=["AZE.MIL", "AZE"]))
    assert (claim.agents, claim.targets) == (("AZE.MIL",), ("AZE",))
    assert issues == ()


def test_an_unknown_speaker_is_not_the_outlet(judge):
    (claim,), (issue,) = judge(proposal(BREAD, by=["ARM.MOD", "NOBODY", "AZE.MOD"]))
    assert claim.by == ("SOURCE", "AZE.MOD")
    assert "by «ARM.MOD»" in issue.reason


@pytest.mark.parametrize(
    "when",
    [
        ["2020-10-09", "2020-10-09"],
        ["2020-10-09T08:30", "2020-10-09T09:00:00"],
        ["2020-10-09T08:30", "2020-10-09"],
        ["2019-12-31", "2020-01-01T00:00"],
    ],
)
def test_a_span_of_time_is_taken(judge, when):
    (claim,), issues = judge(proposal(BREAD, when=when))
    assert claim.when == tuple(when)
    assert issues == ()


@pytest.mark.parametrize(
    "when",
    [
        ["yesterday", "today"],
        ["2020-13-01", "2020-13-02"],
        ["2020-02-30", "2020-03-01"],
        ["20201009", "20201009"],
        ["2020-W41-5", "2020-W41-5"],
        ["٢٠٢٠-١٠-٠٩", "٢٠٢٠-١٠-٠٩"],
        ["2020-10-09T25:00", "2020-10-10"],
        ["2020-10-09T08:00+04:00", "2020-10-10"],
        ["2020-10-10", "2020-10-09"],
        ["2020-10-09T09:00", "2020-10-09T08:00"],
        ["", ""],
    ],
)
def test_what_is_no_span_of_time_is_dropped(judge, when):
    (claim,), (issue,) = judge(proposal(BREAD, when=when))
    assert claim.when is None
    assert "no span of time" in issue.reason


KILLED = "مقتل 7 جنود قرب لاتشين في 9 أكتوبر"


@pytest.mark.parametrize("figure", [{"lo": 7, "hi": 7}, {"lo": 7, "hi": None}])
def test_a_figure_is_read_by_our_own_reader(judge, figure):
    (claim,), issues = judge(proposal(KILLED, kind="casualties.killed", count=figure))
    assert issues == ()
    assert (claim.count.measure, claim.count.lo, claim.count.hi, claim.count.bound) == ("killed", 7, 7, "exact")
    assert claim.count.who == "soldier"


def test_bound_and_people_are_the_words_own(judge):
    (claim,), _ = judge(proposal(FALLEN, kind="casualties.killed", count={"lo": 100, "hi": 100}))
    assert (claim.count.lo, claim.count.hi, claim.count.bound, claim.count.who) == (100, 100, "about", "civilian")


@pytest.mark.parametrize(
    ("quote", "kind", "figure", "why"),
    [
        (KILLED, "casualties.killed", {"lo": 1000, "hi": 1000}, "no number of the quote"),
        (KILLED, "casualties.killed", {"lo": 7, "hi": 8}, "no number of the quote"),
        (KILLED, "casualties.killed", {"lo": 9, "hi": 9}, "no number of the quote"),  # the day of the month
        (KILLED, "casualties.killed", {"lo": 10**30, "hi": None}, "no number of the quote"),
        (BREAD, "casualties.killed", {"lo": 7, "hi": 7}, "no number of the quote"),  # of another sentence
        (KILLED, "hostilities.attack", {"lo": 7, "hi": 7}, "counts nothing"),
    ],
)
def test_a_figure_that_the_quote_does_not_say_is_dropped(judge, quote, kind, figure, why):
    (claim,), (issue,) = judge(proposal(quote, kind=kind, count=figure))
    assert claim.count is None
    assert why in issue.reason


def test_a_figure_of_the_wounded_does_not_count_the_dead(judge):
    text = "وصل إلى المشفى 5 جرحى من القرية."
    (claim,), (issue,) = judge(
        proposal("وصل إلى المشفى 5 جرحى", kind="casualties.killed", count={"lo": 5, "hi": 5}), doc=document(text)
    )
    assert claim.count is None
    assert "count 5" in issue.reason


def test_no_figure_is_no_count(judge):
    for figure in (None, {"lo": None, "hi": None}):
        (claim,), issues = judge(proposal(KILLED, kind="casualties.killed", count=figure))
        assert claim.count is None
        assert issues == ()


# --- limits -----------------------------------------------------------------------------------------------------------


def test_only_so_many_proposals_are_looked_at(judge):
    claims, issues = judge(*(proposal(BREAD) for _ in range(MOST)), proposal(FALLEN))
    assert [claim.quote for claim in claims] == [BREAD]
    assert f"{MOST + 1} claims" in issues[-1].reason


def test_a_strangers_words_are_shown_on_one_short_line():
    assert shown("a\n\tb\x1b[0m\u202e") == "a b [0m"
    assert len(shown("x" * 1000)) == 81

"""The theatre holds what its users rely on: codes of the record, names of both sides, deadlines of the agreements."""

import json
from itertools import chain
from pathlib import Path

import pytest

from hudna.knowledge import Knowledge, load_knowledge
from hudna.knowledge.languages.ar.spelling import fold

GOLD = Path(__file__).resolve().parents[3].parent / "shared" / "gold" / "seeds.claims.jsonl"


@pytest.fixture(scope="module")
def karabakh() -> Knowledge:
    return load_knowledge(["karabakh"])


@pytest.fixture(scope="module")
def duties(karabakh):
    return {duty.id: duty for agreement in karabakh.agreements for duty in agreement.obligations}


def _places_named(karabakh: Knowledge, name: str) -> set[str]:
    wanted = fold(name)
    return {p.code for p in karabakh.places.values() if wanted in {fold(n) for n in (p.name_ar, *p.aliases)}}


def _actors_named(karabakh: Knowledge, name: str) -> set[str]:
    wanted = fold(name)
    return {a.code for a in karabakh.actors.values() if wanted in {fold(n) for n in (a.name_ar, *a.aliases)}}


@pytest.mark.skipif(not GOLD.exists(), reason="the shared gold is not beside the checkout")
def test_every_place_and_actor_of_the_gold_is_known(karabakh):
    claims = [json.loads(line) for line in GOLD.read_text(encoding="utf-8").splitlines()]
    places = set(chain.from_iterable(claim["places"] for claim in claims))
    speakers = set(chain.from_iterable(claim["agents"] + claim["targets"] + claim["by"] for claim in claims))
    assert places <= set(karabakh.places)
    own = {code for code in speakers if code.split(".")[0] in {"ARM", "AZE", "NKR", "JMC", "RUS", "TUR"} or "." in code}
    unknown = own - set(karabakh.actors)
    # Roles that grammar derives from a country («Azerbaijan's forces») need no row of their own.
    assert {
        code for code in unknown if code.rpartition(".")[2].islower() or code.startswith(("ARM", "AZE", "NKR"))
    } == set()
    assert "interfax" in karabakh.sources


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ناغورني قره باغ", "karabakh"),
        ("ناجورنو كاراباخ", "karabakh"),
        ("قرةباغ", "karabakh"),
        ("آرتساخ", "karabakh"),
        ("كيلبجار", "kalbajar"),
        ("كارفاتشار", "kalbajar"),
        ("لاشين", "lachin"),
        ("بيردزور", "lachin"),
        ("خانكندي", "stepanakert"),
        ("ستيباناكيرت", "stepanakert"),
        ("شوشي", "shusha"),
        ("فاروخ", "farrukh"),
        ("الحدود بين أرمينيا وأذربيجان", "arm_aze_border"),
        ("الحدود الأرمنية الأذربيجانية", "arm_aze_border"),
        ("ممر لاشين", "lachin_corridor"),
        ("ممر زانجيزور", "zangezur_corridor"),
    ],
)
def test_places_have_the_names_that_the_news_give_them(karabakh, name, code):
    assert _places_named(karabakh, name) == {code}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("علييف", "AZE.PRES.aliyev"),
        ("إلهام الييف", "AZE.PRES.aliyev"),
        ("باشنيان", "ARM.PM.pashinyan"),
        ("الدفاع الأذرية", "AZE.MOD"),
        ("وزارة الدفاع في يريفان", "ARM.MOD"),
        ("الانفصاليون الأرمن", "NKR"),
        ("انفصاليي كاراباخ", "NKR"),
        ("الجماعات المسلحة غير الشرعية", "NKR.MIL"),
        ("سلطات قره باغ", "NKR.GOV"),
        ("قوات حفظ السلام الروسية", "RUS.PKF"),
        ("مركز مراقبة وقف إطلاق النار", "JMC"),
        ("الكرملين", "RUS.PRES"),
        ("البابا فرنسيس", "VAT.pope_francis"),
    ],
)
def test_actors_have_the_names_that_the_news_give_them(karabakh, name, code):
    assert _actors_named(karabakh, name) == {code}


def test_an_ordinary_word_is_a_place_only_with_a_cue(karabakh):
    assert _places_named(karabakh, "باردة") == set()
    assert "باردة" in karabakh.places["barda"].cued


def test_places_lie_where_they_lie(karabakh):
    assert {"gegharkunik", "arm_aze_border", "armenia"} <= karabakh.within("sotk")
    assert {"syunik", "armenia"} <= karabakh.within("nerkin_hand")
    assert {"karabakh_surroundings", "azerbaijan"} <= karabakh.within("kalbajar")
    for place in karabakh.theatres[-1].places:
        assert 38 < place.lat < 42
        assert 43 < place.lon < 51


def test_both_names_of_a_disputed_place_are_there_in_both_languages(karabakh):
    for code in ("stepanakert", "shusha", "aghdam", "kalbajar", "lachin", "farrukh"):
        place = karabakh.places[code]
        assert [side for side, _ in place.names_by_side] == ["ARM", "AZE"]
        assert [side for side, _ in place.names_by_side_en] == ["ARM", "AZE"]


def test_the_statement_of_2020_has_every_duty(duties):
    expected = [
        "1a",
        "1b",
        "2",
        "3",
        "4a",
        "4b",
        "5",
        "6a",
        "6b",
        "6c",
        "6d",
        "6e",
        "6f",
        "7",
        "8",
        "9a",
        "9b",
        "9c",
        "9d",
    ]
    assert [name for name in duties if name.startswith("NK20.")] == [f"NK20.{part}" for part in expected]


def test_the_terms_of_2023_have_every_duty_with_both_texts(duties):
    names = [f"NK23.{number}" for number in range(1, 7)]
    assert [name for name in duties if name.startswith("NK23.")] == names
    for name in names[:5]:
        assert {variant.sort for variant in duties[name].variants} >= {"official"}
        assert len([variant for variant in duties[name].variants if variant.sort == "official"]) == 2


def test_aghdam_is_due_by_or_before_the_day(duties):
    duty = duties["NK20.2"]
    assert (duty.due.date, duty.due.readings) == ("2020-11-20", ("by", "before", "until"))
    assert {variant.version: variant.reading for variant in duty.variants if variant.sort == "official"} == {
        "ARM": "by",
        "AZE": "before",
        "RUS": "before",
    }


def test_the_gazakh_words_are_a_variant_and_no_duty(duties):
    assert [variant.sort for variant in duties["NK20.2"].variants if "Gazakh" in variant.text] == ["leaked"]
    assert not any("gazakh" in duty.places for duty in duties.values())


def test_kalbajar_was_extended_by_announcement(duties):
    (extension,) = duties["NK20.6a"].due.extensions
    assert (extension.date, extension.announced) == ("2020-11-25", "2020-11-15")


def test_terms_are_computed(duties):
    assert (duties["NK20.4b"].due.date, duties["NK20.4b"].due.notice) == ("2025-11-10", "2025-05-10")
    assert duties["NK20.6d"].due.date == "2023-11-10"


def test_denied_premises_are_marked(duties):
    assert duties["NK20.4a"].premise_disputed_by == duties["NK23.2"].premise_disputed_by == ("ARM",)


def test_the_hour_of_2023_has_one_outlier(duties):
    moments = [variant.moment for variant in duties["NK23.1"].variants]
    assert moments.count("2023-09-20T13:00+04:00") == 2
    assert moments.count("2023-09-20T13:00+03:00") == 1


def test_the_truces_of_2020_follow_one_another(karabakh):
    truces = {agreement.id: agreement for agreement in karabakh.agreements}
    row = [truces[name] for name in ("NK20H1", "NK20H2", "NK20H3", "NK20")]
    assert [one.ended for one in row[:3]] == [other.effective for other in row[1:]]


def test_the_chronicle_is_in_order_and_within_the_conflict(karabakh):
    events = karabakh.theatres[-1].chronicle
    assert [event.first for event in events] == sorted(event.first for event in events)
    assert events[0].first.startswith("1988")
    assert events[-1].last.startswith("2024")
    assert len(events) > 60

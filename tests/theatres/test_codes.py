"""One code for everybody, whichever theatre is read with: first a country or a body of the world pack."""

import hashlib

import pytest

from hudna.knowledge import load_knowledge, theatre_names
from hudna.model import Document, Published
from hudna.reading import read_document

THEATRES = [name for name in theatre_names() if name != "world"]
OF_THE_SPEC = {"NKR"}
"""Registered by the claim record itself, not by the world pack."""

SENTENCES = [
    "قصفت {} السبت مواقع عسكرية قرب المدينة.",
    "اتهمت روسيا {} السبت بخرق وقف إطلاق النار.",
    "قالت {} إن روسيا خرقت وقف إطلاق النار السبت.",
]
NAMED = [
    ("lebanon", "قال الأمين العام لحزب الله نعيم قاسم إن إسرائيل خرقت وقف إطلاق النار.", "LBN.HEZBOLLAH.qassem"),
    ("lebanon", "شن مقاتلو حزب الله هجوما على موقع في مزارع شبعا.", "LBN.HEZBOLLAH"),
    ("lebanon", "قالت لجنة الميكانيزم إن الجيش اللبناني انتشر في الناقورة.", "MECH"),
    ("gaza", "أعلنت كتائب القسام قصف موقع إسرائيلي شرق رفح.", "PSE.HAMAS"),
    ("gaza", "أعلنت سرايا القدس قصف عسقلان.", "PSE.PIJ"),
    ("gaza", "قالت وزارة الصحة في غزة إن القصف أسفر عن مقتل 12 شخصا.", "PSE.GAZA_MOH"),
    ("gaza", "قال المكتب الإعلامي الحكومي في غزة إن إسرائيل ارتكبت 80 خرقا لوقف إطلاق النار.", "PSE.GAZA_GOV"),
    ("syria", "اتهمت وزارة الدفاع السورية قسد بقصف حي في حلب.", "SYR.SDF"),
    ("syria", "قال مظلوم عبدي إن الجيش السوري خرق وقف إطلاق النار.", "SYR.SDF.abdi"),
    ("syria", "قصفت فصائل المعارضة السورية مواقع قوات النظام في ريف إدلب.", "SYR.OPP"),
    ("syria", "اندلعت اشتباكات بين مقاتلي العشائر والفصائل الدرزية في السويداء.", "SYR.DRUZE"),
    ("yemen", "قصفت جماعة الحوثي مواقع في مأرب.", "YEM.HOUTHI"),
    ("sudan", "قصفت قوات الدعم السريع مدينة الفاشر.", "SDN.RSF"),
    ("sudan", "قال رئيس مجلس السيادة عبد الفتاح البرهان إن قوات الدعم السريع خرقت الهدنة.", "SDN.RSF"),
    ("sudan", "قال المتحدث باسم قوات الدعم السريع إن الجيش السوداني خرق الهدنة.", "SDN.RSF"),
    ("sudan", "قال قائد قوات الدعم السريع محمد حمدان دقلو إن الجيش السوداني خرق الهدنة.", "SDN.RSF.hemedti"),
    ("libya", "قصفت قوات حفتر حيا في طرابلس.", "LBY.LNA"),
]


@pytest.fixture(scope="module")
def world():
    return load_knowledge([])


@pytest.fixture(scope="module")
def with_theatre():
    return {name: load_knowledge([name]) for name in THEATRES}


def told(text, knowledge):
    """{(kind, agents, targets, by)} of a sentence's claims, without outlets."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    day = Published(first="2025-11-10", last="2025-11-10", basis="given")
    document = Document(id="t", text=text, text_sha256=digest, bytes_sha256=digest, published=day)
    return {(one.kind, one.agents, one.targets, one.by) for one in read_document(document, knowledge).claims}


def codes(claims):
    return {code for _, *roles in claims for role in roles for code in role}


def own_groups(theatre):
    """The named groups of a theatre's own table: (code, Arabic name)."""
    actors = load_knowledge([theatre]).theatres[-1].actors
    return [(theatre, one.code, one.name_ar) for one in actors if one.sort == "group" and one.code not in OF_THE_SPEC]


GROUPS = [group for theatre in THEATRES for group in own_groups(theatre)]


@pytest.mark.parametrize("theatre", THEATRES)
def test_a_code_begins_with_a_country_or_a_registered_body(theatre, world, with_theatre):
    own = with_theatre[theatre].theatres[-1]
    used = {
        *(actor.code for actor in own.actors),
        *own.parties,
        *(side for place in own.places for side, _ in (*place.names_by_side, *place.names_by_side_en)),
        *(place.government for place in own.places if place.government),
        *(party for agreement in own.agreements for party in agreement.parties),
    }
    assert {code for code in used if code.partition(".")[0] not in {*world.actors, *OF_THE_SPEC}} == set()


@pytest.mark.parametrize("theatre", THEATRES)
def test_a_group_has_one_code_whether_it_speaks_or_fights(theatre, with_theatre):
    actors = with_theatre[theatre].actors
    groups = [code for code, actor in actors.items() if actor.sort == "group" and code not in OF_THE_SPEC]
    assert len(groups) > 40
    assert [code for code in groups if {f"{code}.GOV", f"{code}.MIL"} & actors.keys()] == []


def test_every_theatre_with_armed_groups_is_asked():
    assert {theatre for theatre, *_ in GROUPS} == set(THEATRES)
    assert len(GROUPS) >= 25


@pytest.mark.parametrize(("theatre", "code", "name"), GROUPS)
def test_a_group_is_read_alike_with_its_theatre_and_without(theatre, code, name, world, with_theatre):
    for sentence in SENTENCES:
        text = sentence.format(name)
        alone = told(text, world)
        assert code in codes(alone), text
        assert told(text, with_theatre[theatre]) == alone


@pytest.mark.parametrize(("theatre", "text", "code"), NAMED)
def test_people_and_forces_of_a_group_are_read_alike(theatre, text, code, world, with_theatre):
    alone = told(text, world)
    assert code in codes(alone)
    assert codes(told(text, with_theatre[theatre])) == codes(alone)

"""What observers, medical networks and missions tell: what they saw, tolls that go on, that nobody came to harm.

Every sentence is ours.
"""

import pytest
from tests.reading.claim.conftest import Read, only

SEEN = [
    ("رصدت قوات اليونيفيل سبع غارات جوية إسرائيلية على بلدة الخيام.", "hostilities.air", ("ISR",)),
    ("وثق المراقبون قصفا مدفعيا على القرية قرب الحدود.", "hostilities.shelling", ()),
    ("سمع المراقبون دوي انفجار عبوة ناسفة قرب القاعدة.", "hostilities.explosion", ()),
    ("رصد المراقبون إطلاق أكثر من 20 صاروخا باتجاه إسرائيل.", "hostilities.shelling", ()),
]


@pytest.mark.parametrize(("text", "kind", "agents"), SEEN)
def test_what_was_seen_happened_and_who_saw_it_did_not_do_it(
    read: Read, text: str, kind: str, agents: tuple[str, ...]
) -> None:
    assert only(read(text), kind).agents == agents


def test_breaches_of_air_space_are_counted(read: Read) -> None:
    claims = read("أعلنت اليونيفيل أنها سجلت منذ سريان الهدنة أكثر من 300 انتهاك جوي ونحو 40 انتهاكا بريا.")
    told = [claim for claim in claims if claim.kind == "ceasefire.violated"]
    assert [(claim.count.measure, claim.count.lo, claim.count.bound) for claim in told if claim.count] == [
        ("violations", 300, "more_than"),
        ("violations", 40, "about"),
    ]
    assert {claim.by for claim in told} == {("UN.UNIFIL",)}


def test_by_air_is_no_town(read: Read) -> None:
    assert all("jouaiya" not in claim.places for claim in read("سجلت البعثة 12 انتهاكا جويا للهدنة."))


def test_who_is_shot_at_did_not_shoot(read: Read) -> None:
    text = 'قالت المتحدثة باسم اليونيفيل: "نحتج على ذلك"، بعد أن أطلقت دبابة النار على قوات اليونيفيل.'
    claim = only(read(text), "hostilities.small_arms")
    assert (claim.agents, claim.targets) == ((), ("UN.UNIFIL",))


NOBODY = [
    "ولم تقع أي إصابات بشرية جراء القصف.",
    "لم تسجل أي إصابات في صفوف القوات.",
    "ولم يسفر الهجوم عن وقوع إصابات.",
    "سقطت القذيفة في أرض خالية دون وقوع إصابات.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_came_to_harm(read: Read, text: str) -> None:
    assert only(read(text), "casualties.wounded").modality == "negated"


def test_the_blow_that_harmed_nobody_was(read: Read) -> None:
    assert only(read("لم يوقع القصف ضحايا."), "hostilities.shelling").modality == "actual"


def test_a_toll_goes_on_in_the_same_words(read: Read) -> None:
    text = "أعلنت شبكة أطباء السودان ارتفاع عدد القتلى إلى 30 شخصا، فيما تجاوز عدد الجرحى 500."
    wounded = only(read(text), "casualties.wounded")
    assert wounded.by == ("SDN.DOCTORS",)
    assert wounded.count is not None
    assert (wounded.count.lo, wounded.count.hi, wounded.count.bound) == (500, None, "more_than")


def test_a_part_of_victims_whose_figure_is_told_elsewhere(read: Read) -> None:
    claim = only(read("وقالت شبكة أطباء السودان إن من بين القتلى سبعة أطفال."), "casualties.killed")
    assert claim.count is not None
    assert (claim.count.lo, claim.count.who) == (7, "child")


def test_an_unread_speaker_goes_on_as_the_same(read: Read) -> None:
    text = "قال الناطق الرسمي باسم وزارة الصحة إن القوات قصفت السوق، وأضاف أن 15 شخصا قتلوا."
    assert only(read(text), "casualties.killed").by == ("SOURCE.MEDICAL",)


def test_an_airdrop_is_no_aircraft_shot_down(read: Read) -> None:
    claims = read("نفذ الجيش عملية إسقاط جوي لتقديم الدعم لقواته في الفاشر.")
    assert all(claim.kind != "hostilities.attack" for claim in claims)


def test_the_place_that_sees_it_may_stand_first(read: Read) -> None:
    text = "أعلنت الشبكة أن مدينة الفاشر شهدت قصفا مدفعيا أسفر عن مقتل 24 شخصا."
    assert {claim.places for claim in read(text)} == {("fasher",)}


def test_what_came_before_is_told_where_an_armed_side_did_it(read: Read) -> None:
    text = "وجاء ذلك عقب إلقاء الجيش الإسرائيلي قنابل من طائرات مسيرة على دورية في بلدة مارون الراس."
    claim = only(read(text), "hostilities.air")
    assert (claim.agents, claim.places) == (("ISR.MIL",), ("maroun_ras",))


def test_in_answer_to_it_is_no_verb(read: Read) -> None:
    text = "قالت اليونيفيل: رصدنا سبع غارات جوية إسرائيلية وأكثر من 120 حادثة قصف مدفعي ردا على ذلك."
    assert only(read(text), "hostilities.shelling").agents == ()


def test_what_was_also_seen_is_a_clause_of_its_own(read: Read) -> None:
    text = "رصدت اليونيفيل إطلاق 20 مقذوفا باتجاه إسرائيل، وكذلك رصدت سبع غارات جوية إسرائيلية."
    assert only(read(text), "hostilities.air").agents == ("ISR",)


def test_a_figure_with_a_decimal_point_is_counted(read: Read) -> None:
    text = "أعلنت اليونيفيل أنها سجلت منذ سريان الهدنة أكثر من 7.5 آلاف انتهاك جوي."
    claim = only(read(text), "ceasefire.violated")
    assert claim.count is not None
    assert claim.count.lo == 7500

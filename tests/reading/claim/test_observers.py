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


APPOSED = [
    ("قال كريم سالم، المتحدث باسم الجيش السوداني، إن 15 جنديا قتلوا.", ("SDN.MIL",)),
    ("وأضاف سالم كريموف، وهو متحدث باسم الجيش السوداني، أن 15 جنديا قتلوا.", ("SDN.MIL",)),
    ("وأكد العقيد كريم سالم، قائد قوات حفظ السلام الروسية، للصحفيين أن 15 جنديا قتلوا.", ("RUS.PKF",)),
    ("وقال كريم سالم، مدير مستشفى الفاشر، إن 15 جنديا قتلوا.", ("SOURCE.MEDICAL",)),
    ("وجاء في بيان للمركز نشرته وزارة الدفاع الروسية، أن 15 جنديا قتلوا.", ("RUS.MOD",)),
]


@pytest.mark.parametrize(("text", "by"), APPOSED)
def test_whose_office_stands_behind_the_name(read: Read, text: str, by: tuple[str, ...]) -> None:
    assert only(read(text), "casualties.killed").by == by


def test_figures_in_brackets_keep_their_noun_and_their_brackets(read: Read) -> None:
    text = "أكدت الوزارة أن الاحتلال الإسرائيلي ارتكب (312) خرقا للهدنة، مما أسفر عن استشهاد (41) فلسطينيا."
    breach, killed = only(read(text), "ceasefire.violated"), only(read(text), "casualties.killed")
    assert breach.count is not None
    assert breach.count.lo == 312
    assert killed.quote == "استشهاد (41) فلسطينيا"


def test_for_they_have_is_no_loss(read: Read) -> None:
    claims = read("ووفق البيان، فقد ارتقى 38 شهيدا منذ بدء الهدنة.")
    assert only(claims, "casualties.killed").count is not None
    assert all(claim.kind != "casualties.missing" for claim in claims)


def test_none_but_so_many_is_so_many(read: Read) -> None:
    claim = only(read("لم يسمح بدخول سوى 40 شاحنة مساعدات إلى قطاع غزة."), "humanitarian.aid")
    assert claim.modality == "actual"


def test_what_befell_many_places_was_not_meant(read: Read) -> None:
    text = "تعرضت أكثر من 17 بلدة وقرية في محافظة إدلب لقصف المسلحين."
    assert only(read(text), "hostilities.shelling").modality == "actual"


def test_capitals_in_a_list_of_provinces_are_places(read: Read) -> None:
    text = "رصد الجانب التركي 14 خرقا للهدنة في محافظات اللاذقية ودمشق وإدلب."
    assert "damascus" in only(read(text), "ceasefire.violated").places


def test_explosives_that_are_made_safe(read: Read) -> None:
    assert only(read("كما تم إبطال أكثر من ألف مادة متفجرة في قره باغ."), "implementation.demining")


def test_a_mission_is_no_high_representative(read: Read) -> None:
    claim = only(read("وقالت البعثة الأممية إن 15 شخصا قتلوا."), "casualties.killed")
    assert claim.by[0].split(".")[0] == "UN"
    assert claim.by != ("UN.HR",)


def test_while_the_other_side_saw(read: Read) -> None:
    text = "رصد الجانب الروسي 12 خرقا للهدنة، وذلك في حين رصد الجانب التركي 28 خرقا."
    told = [claim for claim in read(text) if claim.kind == "ceasefire.violated"]
    assert [claim.by for claim in told][-1] == ("TUR.GOV",)


def test_the_statement_is_not_whom_it_speaks_of(read: Read) -> None:
    claim = only(read("وذكر البيان أن قوات الاحتلال توغلت شرق مدينة غزة."), "hostilities.sabotage")
    assert claim.by == ("SOURCE",)


def test_a_ministry_that_points_to_victims_says_so(read: Read) -> None:
    claims = read("وأشارت وزارة الصحة في بيان إلى سقوط شهيد وإصابة خمسة بجروح في الغارة على بلدة الطيبة.")
    assert {claim.by for claim in claims if claim.kind.startswith("casualties.")} == {("LBN.MOH",)}


def test_what_arrived_has_arrived_whatever_it_is_for(read: Read) -> None:
    text = "وصلت إلى معبر رفح 50 شاحنة مساعدات تمهيدا لدخولها إلى القطاع."
    assert only(read(text), "humanitarian.aid").modality == "actual"


def test_one_whom_only_a_name_tells(read: Read) -> None:
    killed = only(read("استشهد الشاب كريم سالم متأثرا بجراحه."), "casualties.killed")
    assert killed.count is not None
    assert killed.count.lo == 1


PREPARED = [
    ("أعلنت اللجنة قرب الانتهاء من ترتيبات فتح الطريق الساحلي في ليبيا.", "implementation.access", "planned"),
    ("بدأت اللجنة الإجراءات التحضيرية لإخراج القوات الأجنبية من ليبيا.", "implementation.withdrawal", "planned"),
    ("وطالبت اللجنة بإلزام الدول بإخراج قواتها من ليبيا.", "implementation.withdrawal", "demanded"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), PREPARED)
def test_what_is_prepared_or_asked_for_is_not_done(read: Read, text: str, kind: str, modality: str) -> None:
    assert only(read(text), kind).modality == modality


def test_an_air_base_is_no_aircraft(read: Read) -> None:
    claim = only(read("استهدف حزب الله قاعدة ميرون الجوية بعشرات صواريخ الكاتيوشا."), "hostilities.shelling")
    assert claim.agents == ("LBN.HEZBOLLAH",)


def test_a_denial_behind_a_comma_is_a_clause_of_its_own(read: Read) -> None:
    text = "انطلقت القذائف من الجولان، ولم تسفر عن وقوع إصابات بشرية."
    assert only(read(text), "casualties.wounded").modality == "negated"


@pytest.mark.parametrize("text", ["قتل الشرطي فلسطينيا.", "قتل الجندي المواطن كريم سالم."])
def test_who_killed_somebody_is_not_the_one_killed(read: Read, text: str) -> None:
    told = [claim.count for claim in read(text) if claim.kind == "casualties.killed"]
    assert all(count is not None and count.who not in {"soldier", "policeman"} for count in told)

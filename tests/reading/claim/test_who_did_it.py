"""Who did it, to whom, and by what means: sentences of our own, what must be read and what must not."""

import pytest
from tests.reading.claim.conftest import Read, only

from hudna.model import Claim


def kinds(claims: tuple[Claim, ...]) -> set[str]:
    return {claim.kind for claim in claims}


AGENTS = [
    ("المعارك توقفت بين الجيش السوداني وقوات الدعم السريع.", "hostilities.halted", ("SDN.MIL", "SDN.RSF")),
    ("قصف على الخرطوم نُسب إلى قوات الدعم السريع.", "hostilities.shelling", ("SDN.RSF",)),
    ("حمّل مجلس الأمن الحوثيين مسؤولية انهيار الهدنة في اليمن.", "ceasefire.collapsed", ("YEM.HOUTHI",)),
    ("تبادلت حماس وإسرائيل الاتهامات بخرق الهدنة.", "ceasefire.violated", ("PSE.HAMAS", "ISR")),
    ("وتسلمت إسرائيل من الصليب الأحمر جثماني رهينتين.", "implementation.exchange", ("ICRC",)),
    ("انتشرت قوات الأمن السورية في مدينة السويداء.", "implementation.deployment", ("SYR.MIL",)),
    ("اتهمت أرمينيا أذربيجان بخرق الهدنة، وشن ضربات مدفعية على أراضيها.", "hostilities.shelling", ("AZE",)),
    ("وقالت يريفان إن أذربيجان قامت بإطلاق النار على قرية تيغ.", "hostilities.small_arms", ("AZE",)),
    ("أكدت يريفان استمرار خروقات أذربيجان لوقف إطلاق النار.", "ceasefire.violated", ("AZE",)),
    ("أصيب مدني بقصف بصاروخ شنه الحوثيون على مأرب.", "hostilities.shelling", ("YEM.HOUTHI",)),
    ("استهدفت مسيرة إسرائيلية سيارة في رفح.", "hostilities.air", ("ISR",)),
    ("أعلن الجيش السوداني قتل 40 مسلحا.", "casualties.killed", ("SDN.MIL",)),
    ("وتقول إسرائيل إنها قتلت ثلاثة مقاتلين.", "casualties.killed", ("ISR",)),
    ("وفتحت القوات الأرمينية النار في خرق لوقف إطلاق النار.", "ceasefire.violated", ("ARM.MIL",)),
]


@pytest.mark.parametrize(("text", "kind", "agents"), AGENTS)
def test_doers(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


NO_AGENTS = [
    ("أعلن الجيش السوداني مقتل 40 مسلحا.", "casualties.killed"),
    ("قُتلت امرأة في الحي.", "casualties.killed"),
    ("قال مصدر طبي إن ثلاثة مقاتلين قتلوا.", "casualties.killed"),
]


@pytest.mark.parametrize(("text", "kind"), NO_AGENTS)
def test_no_doer_is_made_up(read: Read, text: str, kind: str) -> None:
    assert only(read(text), kind).agents == ()


def test_the_receiver_is_no_giver(read: Read) -> None:
    received = only(read("وتسلمت إسرائيل من الصليب الأحمر جثماني رهينتين."), "implementation.exchange")
    assert received.targets == ("ISR",)
    arms = only(read("أعلنت باكو تسلم أسلحة ثقيلة من أرمن قره باغ."), "implementation.disarmament")
    assert "AZE" not in arms.agents


MEANS = [
    ("شن الحوثيون هجوما بصاروخين على مأرب.", "hostilities.shelling"),
    ("تعرضت مدينة كنجة لهجوم أرميني بصواريخ.", "hostilities.shelling"),
    ("تعرضت المدينة لهجمات جوية.", "hostilities.air"),
    ("وقالت الشرطة إن صاروخا أصاب منزلا في البلدة.", "hostilities.shelling"),
    ("شهدت بلدة عبسان شرق خان يونس جنوب قطاع غزة قصفا مدفعيا.", "hostilities.shelling"),
    ("شن مسلحون هجوما على القاعدة.", "hostilities.attack"),
]


@pytest.mark.parametrize(("text", "kind"), MEANS)
def test_the_means_decide_the_kind(read: Read, text: str, kind: str) -> None:
    assert {found for found in kinds(read(text)) if found.startswith("hostilities.")} == {kind}


def test_one_figure_for_dead_and_wounded(read: Read) -> None:
    claims = read("قُتل وأصيب خمسة مدنيين في القصف.")
    counts = {claim.kind: claim.count for claim in claims if claim.count}
    assert set(counts) == {"casualties.killed", "casualties.wounded"}
    assert {(count.lo, count.hi, count.bound) for count in counts.values()} == {(None, 5, "at_most")}


def test_two_figures_are_not_one(read: Read) -> None:
    claims = read("وقال مسعفون إن 20 شخصا قتلوا وجرح 13 آخرون.")
    assert [(claim.kind, claim.count.lo) for claim in claims if claim.count] == [
        ("casualties.killed", 20),
        ("casualties.wounded", 13),
    ]


def test_breaches_counted_by_times(read: Read) -> None:
    count = only(read("خرقت إسرائيل اتفاق وقف إطلاق النار أكثر من ألف مرة."), "ceasefire.violated").count
    assert count is not None
    assert (count.measure, count.lo, count.bound) == ("violations", 1000, "more_than")


CROWDS = [
    ("أعلنت يريفان وصول أكثر من 84 ألف شخص من قره باغ إلى أرمينيا.", True),
    ("خرج 200 شخص من المحافظة.", True),
    ("وصل ثلاثة أشخاص إلى المدينة.", False),
    ("خرج مئات الأشخاص في مظاهرة في المدينة.", False),
]


@pytest.mark.parametrize(("text", "moved"), CROWDS)
def test_a_crowd_that_leaves(read: Read, text: str, *, moved: bool) -> None:
    assert ("humanitarian.displacement" in kinds(read(text))) is moved


def test_a_place_sees_a_truce(read: Read) -> None:
    assert "ceasefire.holding" in kinds(read("شهدت المحافظة وقفا لإطلاق النار."))
    assert "ceasefire.holding" not in kinds(read("شهدت المحافظة خرقا لوقف إطلاق النار."))


def test_whose_losses(read: Read) -> None:
    killed = only(read("أعلنت وزارة الدفاع الأذربيجانية مقتل 71 من أفرادها."), "casualties.killed")
    assert killed.targets == ("AZE.MIL",)


def test_in_the_middle_of_a_town(read: Read) -> None:
    shelling = only(read("قالت مصادر طبية إن القصف الحوثي استهدف حيا سكنيا وسط مدينة مأرب."), "hostilities.shelling")
    assert shelling.places == ("marib",)


def test_the_particle_is_no_loss(read: Read) -> None:
    claims = read("وقالت الوزارة: فقد قُتل مدنيون في القصف.")
    assert "casualties.killed" in kinds(claims)
    assert "casualties.missing" not in kinds(claims)


def test_a_blow_named_again(read: Read) -> None:
    text = "قتل شخص في غارة إسرائيلية على مدينة صور. وأفادت الوكالة بأن الغارة استهدفت سيارة."
    assert [claim.agents for claim in read(text) if claim.kind == "hostilities.air"] == [("ISR",), ("ISR",)]
    other = "قتل شخص في غارة إسرائيلية على مدينة صور. واستهدفت غارة سيارة في دمشق."
    assert [claim.agents for claim in read(other) if claim.kind == "hostilities.air"][1] == ()


SCENES = [
    ("قتل جندي في غارة على جنوب لبنان، بحسب وزارة الصحة.", ("LBN.MOH",)),
    ("وقتلت امرأة في قصف على مدينة مأرب، وفق وزارة الداخلية.", ("YEM.MOI",)),
    ("أعلنت وزارة الصحة مقتل شخصين.", ("SOURCE.MEDICAL",)),
]


@pytest.mark.parametrize(("text", "by"), SCENES)
def test_an_office_is_of_the_country_where_it_happens(read: Read, text: str, by: tuple[str, ...]) -> None:
    assert only(read(text), "casualties.killed").by == by


GROUPS = [
    ("اندلعت اشتباكات بين مسلحين من العشائر والفصائل الدرزية في السويداء.", ("SYR.TRIBES", "SYR.DRUZE")),
    ("اندلعت اشتباكات بين قوة الردع الخاصة واللواء 444 في طرابلس.", ("LBY.RADA", "LBY.B444")),
    ("دارت معارك بين الحوثيين والقوات الموالية للشرعية غرب مأرب.", ("YEM.HOUTHI", "YEM.MIL")),
]


@pytest.mark.parametrize(("text", "agents"), GROUPS)
def test_groups_of_the_world_pack(read: Read, text: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), "hostilities.clash").agents == agents


def test_what_a_road_joins_is_not_where_it_was_closed(read: Read) -> None:
    closed = only(read("أغلقت أذربيجان ممر لاتشين الواصل بين قره باغ وأرمينيا."), "implementation.access")
    assert closed.places == ("lachin_corridor",)


def test_governorates_in_the_plural(read: Read) -> None:
    strikes = only(read("شن التحالف العربي غارات على محافظات صعدة ومأرب."), "hostilities.air")
    assert strikes.places == ("saada_governorate", "marib_governorate")


AGENCIES = [
    ("أفادت وكالة سبأ بمقتل طفل في القصف.", "saba"),
    ("أفادت وكالة سبأ التابعة للحوثيين بمقتل طفل في القصف.", "saba_houthi"),
    ("أفادت وكالة الأنباء اليمنية الرسمية بمقتل طفل في القصف.", "saba_aden"),
]


@pytest.mark.parametrize(("text", "source"), AGENCIES)
def test_an_agency_with_two_masters(read: Read, text: str, source: str) -> None:
    assert only(read(text), "casualties.killed").by == (source,)


def test_offices_of_a_region_that_is_no_state(read: Read) -> None:
    denial = only(read("ونفت وزارة الدفاع في منطقة ناغورني قره باغ قصف مدينة كنجة."), "statement.denial")
    assert denial.agents == ("NKR.MOD",)


MORE_AGENTS = [
    ("وقالت باكو إن القوات الأرمينية بدأت تسليم أسلحتها.", "implementation.disarmament", ("ARM.MIL",)),
    ("شنت الطائرات الإسرائيلية غارات على رفح فيما قصفت المدفعية خان يونس.", "hostilities.shelling", ("ISR.MIL",)),
    (
        "وتجددت المعارك، وتبادل الجيش السوداني وقوات الدعم السريع الاتهامات بخرق الهدنة.",
        "ceasefire.violated",
        ("SDN.MIL", "SDN.RSF"),
    ),
    (
        "بدأ الجيش الأذربيجاني بالدخول إلى لاتشين بعد انسحاب القوات الأرمينية.",
        "implementation.withdrawal",
        ("ARM.MIL",),
    ),
]


@pytest.mark.parametrize(("text", "kind", "agents"), MORE_AGENTS)
def test_more_doers(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


SPEAKERS = [
    ("قتل شخصان في القصف، وفق ما أفادت وكالة وفا نقلا عن مصادر طبية.", "casualties.killed", "SOURCE.MEDICAL"),
    ("وقالت المتحدثة باسم «الخارجية» الروسية إن أذربيجان أغلقت ممر لاتشين.", "implementation.access", "RUS.MFA"),
    ("وقالت «الدفاع» الأذربيجانية إن جنديا قتل في القصف.", "casualties.killed", "AZE.MOD"),
]


@pytest.mark.parametrize(("text", "kind", "by"), SPEAKERS)
def test_who_says_so(read: Read, text: str, kind: str, by: str) -> None:
    assert only(read(text), kind).by[:1] == (by,)


def test_members_of_a_group(read: Read) -> None:
    killed = only(read("أعلن الجيش الإسرائيلي القضاء على عنصر في حزب الله."), "casualties.killed")
    assert (killed.agents, killed.targets) == (("ISR.MIL",), ("LBN.HEZBOLLAH",))
    assert killed.count is not None
    assert killed.count.who == "fighter"


def test_fire_from_both_sides(read: Read) -> None:
    claims = read("قتل جندي أرميني في تبادل لإطلاق النار مع القوات الأذربيجانية على الحدود.")
    assert only(claims, "casualties.killed").agents == ()
    assert set(only(claims, "hostilities.small_arms").agents) == {"AZE.MIL", "ARM.MIL"}


def test_the_side_of_the_fallen_fought(read: Read) -> None:
    claims = read("قتل جندي أرميني في اشتباك مسلح مع القوات الأذربيجانية على الحدود.")
    assert set(only(claims, "hostilities.clash").agents) == {"AZE.MIL", "ARM.MIL"}
    assert only(claims, "casualties.killed").agents == ()


def test_one_of_them_before_the_verb(read: Read) -> None:
    wounded = only(read("وأعلنت يريفان أن أحد عسكرييها أصيب بنيران أذربيجانية."), "casualties.wounded")
    assert (wounded.agents, wounded.count.lo if wounded.count else None) == (("AZE",), 1)


def test_the_displaced_before_the_verb(read: Read) -> None:
    count = only(read("أعلنت يريفان أن 13 ألف شخص على الأقل نزحوا إلى أرمينيا."), "humanitarian.displacement").count
    assert count is not None
    assert (count.lo, count.bound) == (13000, "at_least")


MORE_SPEAKERS = [
    ("ونقلت وكالة سبوتنيك عن وزارة الدفاع الأرمينية قولها إن جنديا قتل في القصف.", "ARM.MOD"),
    ("قتل حارس في القصف، بحسب ما أفاد محمد علي، المتحدث باسم وزارة الدفاع الأرمينية.", "ARM.MOD"),
    ("وذكر بيان صادر عن وزارة الدفاع الأرمينية أن جنديا قتل في القصف.", "ARM.MOD"),
]


@pytest.mark.parametrize(("text", "by"), MORE_SPEAKERS)
def test_the_first_speaker_stands_first(read: Read, text: str, by: str) -> None:
    assert only(read(text), "casualties.killed").by[0] == by


def test_a_group_in_short(read: Read) -> None:
    text = "قصفت قوات سوريا الديمقراطية أحياء سكنية في حلب. وقتل مدني في هجوم شنه التنظيم على المدينة."
    assert only(read(text), "hostilities.attack").agents == ("SYR.SDF",)
    assert only(read("قتل مدني في هجوم شنه التنظيم على المدينة."), "hostilities.attack").agents == ()


def test_forces_loyal_to_somebody(read: Read) -> None:
    shelled = only(read("وقصفت القوات الموالية لخليفة حفتر مدينة طرابلس."), "hostilities.shelling")
    assert shelled.agents[0].startswith("LBY.LNA")


def test_others_are_of_the_same_side(read: Read) -> None:
    claims = read("أعلنت وزارة الدفاع الأرمينية مقتل جنديين وإصابة ثالث بنيران أذربيجانية.")
    assert {(claim.kind, claim.agents, claim.targets) for claim in claims if claim.count} == {
        ("casualties.killed", ("AZE",), ("ARM.MIL",)),
        ("casualties.wounded", ("AZE",), ("ARM.MIL",)),
    }


COMMITTED = [
    ("وأكدت حماس التزامها بوقف إطلاق النار.", {"ceasefire.holding"}),
    ("ودعت الأمم المتحدة إلى الالتزام بالهدنة.", set()),
    ("أعلنت باماكو انسحابها من اتفاق الهدنة.", {"ceasefire.collapsed"}),
]


@pytest.mark.parametrize(("text", "told"), COMMITTED)
def test_a_side_and_its_truce(read: Read, text: str, told: set[str]) -> None:
    assert {kind for kind in kinds(read(text)) if kind.startswith("ceasefire.")} == told


def test_the_noun_of_others(read: Read) -> None:
    text = "وأعلنت أذربيجان مصرع 7 من جنودها في الاشتباكات التي وقعت الثلاثاء الماضي، وجرح عشرة آخرين."
    assert {claim.by for claim in read(text) if claim.count} == {("AZE.GOV",)}


DEEDS = [
    ('أعلن "حزب الله" إطلاق عشرات الصواريخ على شمال إسرائيل.', "hostilities.shelling", ("LBN.HEZBOLLAH",)),
    ("أعلنت يريفان إطلاق نار على الحدود.", "hostilities.small_arms", ()),
]


@pytest.mark.parametrize(("text", "kind", "agents"), DEEDS)
def test_who_announces_his_own_blow(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


def test_in_the_ranks_of(read: Read) -> None:
    wounded = only(read("وذكرت باكو أن القصف أدى إلى إصابة 8 في صفوف الجيش الأرميني."), "casualties.wounded")
    assert wounded.targets == ("ARM.MIL",)

"""More words and constructions of truce news: agreements, sides that go on, means, who is struck. Our own sentences."""

from collections.abc import Callable

import pytest

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def only(claims: tuple[Claim, ...], kind: str) -> Claim:
    found = [claim for claim in claims if claim.kind == kind]
    assert len(found) == 1, [(claim.kind, claim.quote) for claim in claims]
    return found[0]


TOLD = [
    ("أحرق مسلحون مقر حزب في عدن.", "humanitarian.destruction"),
    ("وفجرت القوات ثلاثة منازل في البلدة.", "humanitarian.destruction"),
    ("دمر الجيش السوداني متحركا لقوات الدعم السريع.", "hostilities.attack"),
    ("صادرت القوات أسلحة ثقيلة من المخازن.", "implementation.disarmament"),
    ("مشطت القوات أطراف البلدة بالرشاشات.", "hostilities.small_arms"),
    ("قضى مدنيان بقصف على سراقب.", "casualties.killed"),
    ("وتوفي شاب متأثرا بجراحه في نابلس.", "casualties.killed"),
    ("باشرت لجنة المراقبة أعمالها في الحديدة.", "implementation.monitoring"),
    ("استأنفت إسرائيل حربها على غزة.", "hostilities.offensive"),
    ("هدأت المعارك في محيط الفاشر.", "hostilities.halted"),
    ("أعلنت إسرائيل ممرا آمنا لخروج السكان.", "implementation.access"),
    ("واشتعل القتال مجددا في طرابلس.", "hostilities.clash"),
    ("وامتد القتال إلى ولاية الجزيرة.", "hostilities.clash"),
    ("سيتم ترحيل مسلحي تنظيم قسد من الحي.", "implementation.withdrawal"),
    ("أعلن الجيش السوري عزمه وقف جميع العمليات العسكرية في الحي.", "ceasefire.agreed"),
    ("وسيطر الجيش السوداني على محاور حول المدينة.", "territory.control_change"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_is_told(read: Read, text: str, kind: str) -> None:
    assert kind in {claim.kind for claim in read(text)}


BY = [
    (
        "واتفق الحوثيون المتحالفون مع إيران، خلال محادثات السويد، على وقف إطلاق النار.",
        "ceasefire.agreed",
        ("YEM.HOUTHI",),
    ),
    ("انتهت الهدنة التي اقترحتها البعثة، ووافقت عليها حكومة الوفاق.", "ceasefire.agreed", ("LBY.GNA",)),
    ("أعلن التحالف العربي الذي تقوده السعودية هدنة لمدة يومين.", "ceasefire.agreed", ("SAU.COALITION",)),
    ("أعلنت وزارة الدفاع الروسية وقفا لإطلاق النار في إدلب.", "ceasefire.agreed", ("RUS",)),
    ("وقع تبادل للقصف بين الجيش السوداني وقوات الدعم السريع.", "hostilities.shelling", ("SDN.MIL", "SDN.RSF")),
    ("اتهم الجيش اليمني الحوثيين بشن هجوم واسع على مأرب.", "hostilities.offensive", ("YEM.HOUTHI",)),
    ("قال الجيش اليمني إن الحوثيين خرقوا الهدنة وهاجموا قرية.", "hostilities.attack", ("YEM.HOUTHI",)),
    ("أعلنت سرايا القدس قصف تجمع للجنود بقذائف الهاون.", "hostilities.shelling", ("PSE.PIJ",)),
    ("توغل رتل إسرائيلي في قرية بريف القنيطرة.", "hostilities.sabotage", ("ISR",)),
    (
        "قال الحوثيون إن التحالف العربي خرق الهدنة أكثر من ألف مرة، ما أدى إلى مقتل 300 مدني.",
        "casualties.killed",
        ("SAU.COALITION",),
    ),
]


@pytest.mark.parametrize(("text", "kind", "agents"), BY)
def test_by_whom(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


def test_a_drone_is_not_the_peacekeepers_who_tell_of_it(read: Read) -> None:
    claims = read(
        "أعلنت اليونيفيل أن الجيش الإسرائيلي استهدف دورية لها، حيث ألقت مسيرة قنبلة وأطلقت دبابة النار على الجنود."
    )
    struck = [claim for claim in claims if claim.kind.startswith("hostilities.")]
    assert {claim.agents for claim in struck} == {("ISR.MIL",)}
    assert only(claims, "hostilities.attack").targets == ("UN.UNIFIL",)


def test_nobody_known_is_not_who_spoke_before(read: Read) -> None:
    claims = read("أعلنت موسكو الهدنة. ويوم أمس شن مجهولون هجوما، واستعادوا ثلاث قرى.")
    assert only(claims, "territory.control_change").agents == ()


def test_what_a_crowd_calls_for_is_demanded(read: Read) -> None:
    opened = only(read("خرجت مظاهرات في السويداء تطالب بفتح طريق دمشق."), "implementation.access")
    assert opened.modality == "demanded"


def test_talks_put_off_are_not_held(read: Read) -> None:
    assert (
        only(read("تأجلت جولة المفاوضات المقررة في جنيف بين الجيش السوداني والدعم السريع."), "diplomacy.talks").modality
        == "negated"
    )


def test_each_figure_of_a_toll_counts_its_own(read: Read) -> None:
    claims = read("ارتفعت حصيلة ضحايا القصف إلى 40 قتيلا و100 جريح.")
    told = {(claim.kind, claim.count.lo) for claim in claims if claim.count is not None}
    assert told == {("casualties.killed", 40), ("casualties.wounded", 100)}


NOT_TOLD = [
    ("شهد اليوم الأول من الهدنة الإفراج عن أسرى.", "ceasefire.holding"),
    ("قصف محيط مطار معيتيقة الدولي المغلق.", "implementation.access"),
    ("اجتمعت لجنة مراقبة وقف إطلاق النار وإعادة الانتشار.", "implementation.withdrawal"),
    ("تسلم الوسطاء رد الحركة على مقترح الهدنة.", "ceasefire.proposed"),
    ("توفي ثلاثة أشخاص في المستشفى بعد مرض طويل.", "casualties.killed"),
    ("سلم الجيش اللبناني الفصائل مهلة أسبوع.", "implementation.handover"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not_told(read: Read, text: str, kind: str) -> None:
    assert kind not in {claim.kind for claim in read(text)}


def test_whom_the_pronoun_of_a_killing_means(read: Read) -> None:
    killed = only(read("وعثر الأهالي على جثث خمسة مدنيين أعدمتهم عناصر الدعم السريع."), "casualties.killed")
    assert killed.count is not None
    assert (killed.count.lo, killed.count.who, killed.agents) == (5, "civilian", ("SDN.RSF",))


def test_armed_men_are_not_whom_they_take(read: Read) -> None:
    taken = only(read("اختطفت عناصر مسلحة مدير مكتب برنامج الأغذية العالمي في تعز."), "hostilities.capture")
    assert (taken.agents, taken.targets) == ((), ("UN.WFP",))


def test_what_an_army_repels_has_happened(read: Read) -> None:
    assert only(read("أفشل الجيش السوداني هجوما على الفاشر."), "hostilities.attack").modality == "actual"


def test_dawn_is_no_blast(read: Read) -> None:
    claims = read("استعاد الجيش السوداني ثلاث تلال كانت قوات الدعم السريع سيطرت عليها فجرا.")
    assert {claim.kind for claim in claims} == {"territory.control_change"}


def test_direct_speech_without_that_has_its_own_clause(read: Read) -> None:
    struck = only(read('وتابع "قوات الدعم السريع نفذت هجوما على مواقع الجيش السوداني".'), "hostilities.attack")
    assert struck.agents == ("SDN.RSF",)


def test_families_counted_before_the_verb(read: Read) -> None:
    fled = only(read("وأوضح المحافظ أن 30 ألف أسرة نزحت من الحديدة."), "humanitarian.displacement")
    assert fled.count is not None
    assert (fled.count.lo, fled.count.who) == (30000, "family")


def test_what_goes_on_behind_a_future_is_to_come(read: Read) -> None:
    left = only(read("سيبدأ الجيش السوري بتسليم المرافق وينسحب من شوارع الحي."), "implementation.withdrawal")
    assert left.modality == "planned"


def test_who_holds_captives_lets_them_go(read: Read) -> None:
    freed = only(read("من المنتظر الإفراج عن 13 محتجزا إسرائيليا لدى حركة حماس."), "implementation.exchange")
    assert (freed.agents, freed.modality) == (("PSE.HAMAS",), "planned")


def test_a_recognised_government_is_not_always_that_of_yemen(read: Read) -> None:
    fought = only(read("دارت اشتباكات بين الجيش الوطني الليبي وقوات الحكومة المعترف بها دوليا."), "hostilities.clash")
    assert "YEM.MIL" not in fought.agents


def test_a_rocket_fired_by_the_subject_before(read: Read) -> None:
    claims = read("قالت مصادر إن المليشيا الحوثية قصفت مأرب بالمدفعية، بعد صاروخ أطلقته على رغوان قبل يومين.")
    assert {claim.agents for claim in claims if claim.kind == "hostilities.shelling"} == {("YEM.HOUTHI",)}


MEANS = [
    ("قتلت مسيرة للدعم السريع ستة أشخاص داخل مسجد.", "casualties.killed", ("SDN.RSF",)),
    ("قتلت غارة إسرائيلية ثلاثة أشخاص في البلدة.", "casualties.killed", ("ISR",)),
    ("أقدمت قوات الدعم السريع على إحراق قرية كاملة.", "humanitarian.destruction", ("SDN.RSF",)),
    ("رصد الجيش السوداني تحشيدات لقوات الدعم السريع غرب الأبيض.", "posture.mobilisation", ("SDN.RSF",)),
]


@pytest.mark.parametrize(("text", "kind", "agents"), MEANS)
def test_whose_the_means_are(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


def test_a_front_is_no_fighting(read: Read) -> None:
    assert "hostilities.clash" not in {claim.kind for claim in read("شهدت محاور القتال جنوب طرابلس هدوءا نسبيا.")}


def test_people_made_to_leave_a_town(read: Read) -> None:
    fled = only(read("أجبرت قوات النظام السوري آلاف المدنيين على مغادرة بلدة داريا."), "humanitarian.displacement")
    assert fled.count is not None
    assert fled.count.who == "civilian"


TRANSPORT = [
    ("وصلت طائرة تقل 48 أسيرا من الحوثيين إلى صنعاء.", "implementation.exchange"),
    ("وأعلن الصليب الأحمر وصول طائرة تحمل 42 محتجزا إلى مأرب.", "implementation.exchange"),
    ("ونقلت الحافلات مئات المدنيين والمقاتلين إلى إدلب.", "humanitarian.evacuation"),
    ("وفجر جيش الاحتلال الإسرائيلي عدة منازل شرق مدينة غزة.", "humanitarian.destruction"),
    ("شنت قوات الدعم السريع هجوما بـ 32 مسيرة انتحارية.", "hostilities.air"),
]


@pytest.mark.parametrize(("text", "kind"), TRANSPORT)
def test_who_is_on_board_and_what_it_was_done_with(read: Read, text: str, kind: str) -> None:
    assert {claim.kind for claim in read(text)} == {kind}


def test_where_forces_are_posted_tells_of_no_deployment(read: Read) -> None:
    claims = read("قصف الجيش السوداني مواقع تمركز قوات الدعم السريع.")
    assert "implementation.deployment" not in {claim.kind for claim in claims}

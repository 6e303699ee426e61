"""Turns of phrase in which two sides tell of one another: asides, mutual accusations, blame. Every sentence is ours."""

import pytest
from tests.reading.claim.conftest import Read, only

ASIDES = [
    ("وذكرت يريفان، من جانبها، أن الجيش الأذربيجاني أطلق النار على مواقعها.", "hostilities.small_arms", ("ARM.GOV",)),
    ("أعلنت موسكو، في وقت سابق الأحد، أن أرمينيا وأذربيجان اتفقتا على هدنة.", "ceasefire.agreed", ("RUS.GOV",)),
    ("أكدت أنقرة، في المقابل، مقتل أربعة من جنودها في إدلب.", "casualties.killed", ("TUR.GOV",)),
    ("أعلنت باكو ويريفان أن الهدنة دخلت حيز التنفيذ.", "ceasefire.in_force", ("AZE.GOV", "ARM.GOV")),
    ("أعلنت كل من الخرطوم وجوبا أن الهدنة دخلت حيز التنفيذ.", "ceasefire.in_force", ("SDN.GOV", "SSD.GOV")),
    (
        "وتابعت الخارجية الأذربيجانية بالتأكيد على أن “ثلاثة جنود قتلوا، في حين تتواصل المعارك”.",
        "hostilities.clash",
        ("AZE.MFA",),
    ),
    ("قالت أرمينيا إن القصف مستمر، فيما اتهمت أذربيجان، أرمينيا بخرق الهدنة.", "ceasefire.violated", ("AZE.GOV",)),
    ("نشر الجيش السوداني مقطعا يوثق ما قال إنه استهداف لمدرعات قوات الدعم السريع.", "hostilities.attack", ("SDN.MIL",)),
]


@pytest.mark.parametrize(("text", "kind", "by"), ASIDES)
def test_who_says_so(read: Read, text: str, kind: str, by: tuple[str, ...]) -> None:
    assert only(read(text), kind).by == by


BOTH = ("AZE", "ARM")
MUTUAL = [
    ("تجددت الاشتباكات بين أذربيجان وأرمينيا وسط اتهامات متبادلة بخرق الهدنة.", "ceasefire.violated"),
    ("اتهامات متبادلة بين أذربيجان وأرمينيا بخرق الهدنة.", "ceasefire.violated"),
    ("تبادلت أذربيجان وأرمينيا الاتهامات بشأن خرق الهدنة.", "ceasefire.violated"),
    ("تبادلت أذربيجان وأرمينيا الاتهامات بشن الهجمات.", "hostilities.attack"),
    ("تبادلت أذربيجان وأرمينيا الاتهامات بمواصلة عمليات القصف.", "hostilities.shelling"),
    ("وسارعت أذربيجان وأرمينيا إلى تقاذف الاتهامات بقصف المدن.", "hostilities.shelling"),
    ("واتهمت أذربيجان وأرمينيا كل منهما الأخرى بخرق الهدنة.", "ceasefire.violated"),
    ("وتتهم كل من باكو ويريفان الأخرى بقصف المناطق السكنية.", "hostilities.shelling"),
]


@pytest.mark.parametrize(("text", "kind"), MUTUAL)
def test_each_says_it_of_the_other(read: Read, text: str, kind: str) -> None:
    claim = only(read(text), kind)
    assert claim.agents == BOTH
    assert claim.by == ("AZE.GOV", "ARM.GOV")


def test_what_dates_the_accusations_is_not_alleged(read: Read) -> None:
    text = "تبادلت أذربيجان وأرمينيا الاتهامات بخرق الهدنة، بعد وقت قصير من دخولها حيز التنفيذ."
    claim = only(read(text), "ceasefire.in_force")
    assert (claim.by, claim.agents) == ((), ())


DOERS = [
    ("حملت باكو يريفان مسؤولية قصف ترتر.", "hostilities.shelling", ("ARM",)),
    ("حملت الحكومة اليمنية الحوثيين المسؤولية الكاملة عن قصف مأرب.", "hostilities.shelling", ("YEM.HOUTHI",)),
    ("قال الجيش السوداني إن وحداته تمكنت من صد كافة الهجمات من قوات الدعم السريع.", "hostilities.attack", ("SDN.RSF",)),
    ("شنت القوات الأذربيجانية، بعد ساعة من بدء سريان الهدنة، هجوما على هادروت.", "hostilities.attack", ("AZE.MIL",)),
    (
        "قالت يريفان إن القوات الأذربيجانية توغلت في سيونيك وأطلقت النار على رعاة.",
        "hostilities.small_arms",
        ("AZE.MIL",),
    ),
    ("وذكرت باكو أن الجنود الأرمن يرفعون الرايات ويغادرون مواقعهم.", "implementation.withdrawal", ("ARM.MIL",)),
    ("وأكدت يريفان أن أذربيجان هي من اعتدت على أراضيها.", "hostilities.attack", ("AZE",)),
    ("قالت وزارة الخارجية الأذرية إن القصف استمر وتضررت بعض المنازل.", "humanitarian.destruction", ()),
    ("أعلنت باكو ويريفان موافقتهما على هدنة إنسانية.", "ceasefire.agreed", ("AZE", "ARM")),
    ("جدد الجيش السوداني التزامه بالهدنة.", "ceasefire.holding", ("SDN.MIL",)),
    ("توصلت باكو ويريفان خلال مشاورات استضافتها جنيف إلى اتفاق على هدنة إنسانية.", "ceasefire.agreed", ("AZE", "ARM")),
    ("قالت باكو إن يريفان فقدت السيطرة على موقعين عسكريين.", "territory.control_change", ("ARM",)),
    ("حثتهما روسيا على ضبط النفس.", "statement.demand", ("RUS.GOV",)),
]


@pytest.mark.parametrize(("text", "kind", "agents"), DOERS)
def test_who_did_it(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


TARGETS = [
    ("أعلنت وزارة الدفاع الأذرية إسقاط مقاتلة أرمينية من طراز سوخوي.", "hostilities.attack", ("ARM.MIL",)),
    ("أعلن الجيش الإسرائيلي تدمير منصات صواريخ لحزب الله.", "hostilities.attack", ("LBN.HEZBOLLAH",)),
    ("أدى القصف إلى سقوط جرحى بين الجنود الأرمن.", "casualties.wounded", ("ARM.MIL",)),
    ("أدى القصف إلى سقوط قتلى وجرحى في صفوف القوات الأرمينية.", "casualties.killed", ("ARM.MIL",)),
    ("أدى القصف إلى سقوط قتلى وجرحى في الجانب الأرميني.", "casualties.killed", ("ARM",)),
    ("أعلن باشينيان أن خسائر بلاده بلغت 80 قتيلا.", "casualties.killed", ("ARM.MIL",)),
    ("طلبت أرمينيا دعما من روسيا لحماية حدودها.", "statement.demand", ("RUS",)),
    ("وطلبت باكو من يريفان تنفيذ الاتفاق.", "statement.demand", ("ARM",)),
    ("أطلع باشينيان وزير الخارجية الفرنسي على ما جرى.", "diplomacy.notification", ("FRA.MFA",)),
]


@pytest.mark.parametrize(("text", "kind", "targets"), TARGETS)
def test_to_whom(read: Read, text: str, kind: str, targets: tuple[str, ...]) -> None:
    assert only(read(text), kind).targets == targets


def test_the_fallen_of_two_sides_stand_apart(read: Read) -> None:
    claims = read("قتل نحو 30 جنديا من أرمينيا و40 من أذربيجان في معارك أمس.")
    told = [(claim.count.lo, claim.targets) for claim in claims if claim.kind == "casualties.killed" and claim.count]
    assert told == [(30, ("ARM.MIL",)), (40, ("AZE.MIL",))]
    claims = read("أسفرت المعارك عن مقتل أربعة جنود أرمن وشخص من الجانب الأذري.")
    told = [(claim.count.lo, claim.targets) for claim in claims if claim.kind == "casualties.killed" and claim.count]
    assert told == [(4, ("ARM.MIL",)), (1, ("AZE",))]


FELL = [("راح ضحية الهجوم 12 مدنيا.", 12), ("وسقط ضحية القتال ما لا يقل عن 90 شخصا.", 90)]


@pytest.mark.parametrize(("text", "least"), FELL)
def test_who_fell_victim(read: Read, text: str, least: int) -> None:
    claim = only(read(text), "casualties.killed")
    assert claim.count is not None
    assert claim.count.lo == least


MOODS = [
    ("وكانت المقاتلة تحاول شن هجوم على مواقع الجيش الأذري.", "hostilities.attack", "possible"),
    ("الهدف من وقف إطلاق النار هو تبادل الأسرى.", "implementation.exchange", "planned"),
    ("أعلنت باكو أن جنود أرمينيا يغادرون مواقعهم وهم في حالة ذعر.", "implementation.withdrawal", "actual"),
    ("سينسحب الجيش في حالة عدم الرد.", "implementation.withdrawal", "conditional"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), MOODS)
def test_how_surely(read: Read, text: str, kind: str, modality: str) -> None:
    assert only(read(text), kind).modality == modality


def test_a_superlative_is_measured_and_not_dated(read: Read) -> None:
    text = "اتفق الطرفان على هدنة بعد أسبوعين من قتال عنيف يمثل أسوأ اندلاع للعنف منذ ربع قرن."
    claim = only(read(text), "hostilities.clash")
    assert not claim.background
    assert claim.when is None


SINCE = [
    "اعتبارا من ليلة 8 أكتوبر، قصفت القوات الأرمينية مواقع أذربيجانية.",
    "منذ ليل 8 أكتوبر قصفت القوات الأرمينية مواقع أذربيجانية.",
]


@pytest.mark.parametrize("text", SINCE)
def test_what_goes_on_since_a_day(read: Read, text: str) -> None:
    assert only(read(text, "2020-10-12"), "hostilities.shelling").when == ("2020-10-08", "2020-10-12")


NOTHING = [
    "نشر الجيش صورا للغارة.",
    "وكان الجيش الأذري نشر فيديو شبيها بالفيديو الذي نشره اليوم.",
    "جدد المجلس دعوته إلى الهدنة.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_pictures_and_appeals_move_no_forces(read: Read, text: str) -> None:
    assert not [claim for claim in read(text) if claim.kind in {"posture.mobilisation", "ceasefire.extended"}]


@pytest.mark.parametrize("text", ["قتل جنديان", "قتل نحو 30 جنديا من", "مقتل ثلاثة جنود أرمن وشخص", "هي من اعتدت"])
def test_a_text_may_break_off_anywhere(read: Read, text: str) -> None:
    assert all(claim.quote in text for claim in read(text))


CARRIED_OUT = [
    ("قالت الوزارة إن الجيش الإسرائيلي نفذ هجمات على قريتين في جنوب لبنان.", "hostilities.attack", ("ISR.MIL",)),
    ('قال حزب الله في بيان: "استهدفنا موقعا تابعا للجيش الإسرائيلي".', "hostilities.attack", ("LBN.HEZBOLLAH",)),
    ('قال الناطق باسم الجيش السوداني: "قصفنا مواقع الدعم السريع في بحري".', "hostilities.shelling", ("SDN.MIL",)),
    ("جاء ذلك بعد قيام مسلحي الحوثي بخرق الهدنة.", "ceasefire.violated", ("YEM.HOUTHI",)),
    (
        "قال المصدر إن ذلك جاء بعد قيام مسلحي الحوثي بخرق الهدنة وقصف مواقع للقوات الحكومية.",
        "hostilities.shelling",
        ("YEM.HOUTHI",),
    ),
    ("تزامن ذلك مع هجوم مفاجئ لميليشيات الحوثي استهدف شرق المدينة.", "hostilities.attack", ("YEM.HOUTHI",)),
    ("اندلعت الحرب عقب هجوم غير مسبوق شنته حركة حماس على إسرائيل.", "hostilities.clash", ()),
    ("موسكو: القوات بدأت بتسليم أسلحتها.", "implementation.disarmament", ()),
    ("حيث هاجمت مواقع قوات الحكومة اليمنية في حيس.", "hostilities.attack", ()),
]


@pytest.mark.parametrize(("text", "kind", "agents"), CARRIED_OUT)
def test_whose_deed_it_is(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


def test_whose_land_a_border_is_names_nobody_struck(read: Read) -> None:
    claim = only(read("غارة إسرائيلية استهدفت سيارة على طريق زراعي عند الحدود اللبنانية السورية."), "hostilities.air")
    assert claim.targets == ()


COUNTED = [
    ("أعلن الجيش اللبناني أن عدد خروقات الاتفاق تجاوز 4500 خرق.", "ceasefire.violated", (4500, None, "more_than")),
    ("سُجل أكثر من 55 خرقا للاتفاق من الجانب الإسرائيلي.", "ceasefire.violated", (55, None, "more_than")),
    ("نحو 3 آلاف شخص دخلوا أرمينيا من قره باغ.", "humanitarian.displacement", (3000, 3000, "about")),
    ("دخل 2906 أشخاص أرمينيا من إقليم قره باغ.", "humanitarian.displacement", (2906, 2906, "exact")),
    ("أكثر من 2.9 ألف شخص غادروا إقليم قره باغ.", "humanitarian.displacement", (2900, None, "more_than")),
    ("ما زال لدى قوات حفظ السلام الروسية 826 مدنيا.", "humanitarian.shelter", (826, 826, "exact")),
    ("أسفر القصف عن مقتل وإصابة المئات.", "casualties.killed", (None, None, "several")),
]


@pytest.mark.parametrize(("text", "kind", "figure"), COUNTED)
def test_how_many(read: Read, text: str, kind: str, figure: tuple[int | None, int | None, str]) -> None:
    claim = only(read(text), kind)
    assert claim.count is not None
    assert (claim.count.lo, claim.count.hi, claim.count.bound) == figure


OPERATIONS = [
    ('أعلنت باكو إطلاق عملية "لمكافحة الإرهاب" في قره باغ.', "hostilities.offensive"),
    ('أعلنت باكو انتهاء "عملية مكافحة الإرهاب" في قره باغ.', "hostilities.halted"),
]


@pytest.mark.parametrize(("text", "kind"), OPERATIONS)
def test_an_operation_by_its_own_name(read: Read, text: str, kind: str) -> None:
    assert only(read(text), kind).by == ("AZE.GOV",)


def test_what_an_agreement_holds_is_owed(read: Read) -> None:
    claims = read("وتضمن الاتفاق حل جيش قره باغ ونزع سلاحه وانسحاب الوحدات الأرمينية.")
    assert len(claims) == 3
    assert {claim.modality for claim in claims} == {"obligation"}


UNDATED = ["اندلعت الحرب قبل أكثر من عام.", "ويناقش الطرفان خطوات لمنع استمرار المواجهة المسلحة."]


@pytest.mark.parametrize("text", UNDATED)
def test_vague_times_date_nothing(read: Read, text: str) -> None:
    assert only(read(text), "hostilities.clash").when is None


SAYS = ["وينص إعلان وقف إطلاق النار على بقاء القوات في مواقعها."]


@pytest.mark.parametrize("text", SAYS)
def test_a_known_document_is_not_agreed_anew(read: Read, text: str) -> None:
    assert not [claim for claim in read(text) if claim.kind == "ceasefire.agreed"]


def test_transport_and_records_say_nothing(read: Read) -> None:
    assert only(read("ونقل موقع أكسيوس عن مسؤول إسرائيلي قوله إن جنديا قتل."), "casualties.killed").by == (
        "SOURCE.PRESS",
    )
    assert not read("توقفت حركة نقل البضائع في سجل الشركة.")


def test_a_day_may_stand_before_what_is_announced(read: Read) -> None:
    claim = only(read("أعلنت باكو الثلاثاء الماضي، إطلاق عملية لمكافحة الإرهاب في قره باغ."), "hostilities.offensive")
    assert claim.by == ("AZE.GOV",)


def test_people_enter_a_country(read: Read) -> None:
    assert only(read("نحو 3 آلاف شخص دخلوا أرمينيا من قره باغ."), "humanitarian.displacement").places == ("armenia",)
    text = "غادر نحو ثلاثة آلاف شخص حتى صباح اليوم إقليم قره باغ."
    assert only(read(text), "humanitarian.displacement").places == ("karabakh",)


def test_mediation_from_somebody(read: Read) -> None:
    text = "أعلنت باكو التوصل إلى هدنة بوساطة من قوات حفظ السلام الروسية."
    assert only(read(text), "diplomacy.mediation").agents == ("RUS.PKF",)


def test_what_goes_on_since_a_truce(read: Read) -> None:
    text = "وتستمر إسرائيل بخرق الاتفاق مع لبنان منذ سريانه في 27 نوفمبر 2024."
    claim = only(read(text, "2025-01-11"), "ceasefire.violated")
    assert claim.agents == ("ISR",)
    assert claim.when == ("2024-11-27", "2025-01-11")
    assert not claim.background


def test_nobody_says_a_passive(read: Read) -> None:
    text = "بعد أسبوع على إبرام الاتفاق بين إسرائيل وحزب الله، سُجّل أكثر من 55 خرقا من الجانب الإسرائيلي."
    claim = only(read(text), "ceasefire.violated")
    assert (claim.by, claim.agents, claim.targets) == ((), ("ISR",), ())


NOT_THEN = [
    "قالت موسكو إن وحدة من القوات الأذربيجانية اجتازت خط التماس، في انتهاك لوقف إطلاق النار المبرم في 2020.",
    "اعتبرت يريفان أن نقطة التفتيش تمثل انتهاكا صارخا لاتفاق وقف إطلاق النار الموقع عام 2020.",
]


@pytest.mark.parametrize("text", NOT_THEN)
def test_when_a_truce_was_made_is_not_when_it_was_broken(read: Read, text: str) -> None:
    claim = only(read(text), "ceasefire.violated")
    assert claim.when is None
    assert not claim.background


INSTITUTIONS = [
    ("وقال مركز الطوارئ في طرابلس إن 27 شخصا قتلوا.", "casualties.killed", ("SOURCE.MEDICAL",)),
    ("وأكد المستشفى الميداني في بيان مساء الأربعاء، مقتل 26 شخصا.", "casualties.killed", ("SOURCE.MEDICAL",)),
    ("وأفاد مجمع الشفاء الطبي باستشهاد اثنين.", "casualties.killed", ("SOURCE.MEDICAL",)),
]


@pytest.mark.parametrize(("text", "kind", "by"), INSTITUTIONS)
def test_institutions_that_no_pack_knows(read: Read, text: str, kind: str, by: tuple[str, ...]) -> None:
    before = "قالت وزارة الدفاع الأرمينية إن القصف مستمر. "
    assert only(read(before + text), kind).by == by


def test_an_attribution_speaks_on(read: Read) -> None:
    text = "وبحسب وزارة الدفاع الأرمينية، فإن القصف مستمر. وأوضح البيان أن جنديا قتل."
    assert only(read(text), "casualties.killed").by == ("ARM.MOD",)


def test_a_toll_has_one_day(read: Read) -> None:
    claims = read("استشهد 4 فلسطينيين، وأصيب آخرون، اليوم، في غزة.")
    assert {claim.when for claim in claims} == {("2023-09-21", "2023-09-21")}


def test_a_toll_that_leaps(read: Read) -> None:
    claims = read("قالت وزارة الصحة إن حصيلة الشهداء قفزت إلى 690 إلى جانب 1700 مصاب.")
    told = {claim.kind: claim.count.lo for claim in claims if claim.count is not None}
    assert told == {"casualties.killed": 690, "casualties.wounded": 1700}


MOODS_OF_CROWDS = [
    ("خرج مئات المتظاهرين في يريفان مطالبين روسيا بسحب قوات حفظ السلام.", "implementation.withdrawal", "demanded"),
    ("حثت واشنطن باكو على إدخال المساعدات إلى المنطقة التي تغلق باكو طريقها.", "implementation.access", "actual"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), MOODS_OF_CROWDS)
def test_what_is_asked_for_and_what_is_told(read: Read, text: str, kind: str, modality: str) -> None:
    assert only(read(text), kind).modality == modality


def test_a_truce_enters_into_force_behind_its_sides(read: Read) -> None:
    text = "دخل وقف إطلاق النار بين حركة حماس والجيش الإسرائيلي في قطاع غزة، حيز التنفيذ في 10 سبتمبر."
    assert only(read(text), "ceasefire.in_force").when == ("2023-09-10", "2023-09-10")


NO_SUCH = [
    ("ويعد لاتشين الممر الوحيد إلى المنطقة بموجب الاتفاق.", "implementation.handover"),
    ("سلمت الحركة جثتين لأسيرين من أسرى إسرائيل.", "casualties.captured"),
]


@pytest.mark.parametrize(("text", "kind"), NO_SUCH)
def test_what_is_not_told(read: Read, text: str, kind: str) -> None:
    assert not [claim for claim in read(text) if claim.kind == kind]

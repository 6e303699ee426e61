"""Who, to whom, where and who says so, in turns of phrase that news of several wars share. Every sentence is ours."""

import pytest
from tests.reading.claim.conftest import Read, only

TARGETS = [
    ("قصفت الطائرات الإسرائيلية مواقع لحزب الله في جنوب لبنان.", "hostilities.air", ("LBN.HEZBOLLAH",)),
    ("استهدفت مسيرة إسرائيلية سيارة تابعة لحزب الله في بلدة يارون.", "hostilities.air", ("LBN.HEZBOLLAH",)),
    ("استهدف قصف مدفعي أذربيجاني مواقع عسكرية أرمينية.", "hostilities.shelling", ("ARM.MIL",)),
    ("استهدف هجوم بطائرة مسيرة قاعدة للجيش السوداني في كوستي.", "hostilities.air", ("SDN.MIL",)),
    ("اتهمت باكو القوات الأرمينية بإطلاق النار على مواقع جيشها في كلبجار.", "hostilities.small_arms", ("AZE.MIL",)),
    ("أطلقت القوات الأذربيجانية النار على سيارة تابعة لوزارة الصحة الأرمينية.", "hostilities.small_arms", ("ARM.MOH",)),
    ("ألقت مسيرة قنبلة على دورية لليونيفيل.", "hostilities.air", ("UN.UNIFIL",)),
    ("دمرت القوات الأذربيجانية آليات للجيش الأرميني قرب جبرائيل.", "hostilities.attack", ("ARM.MIL",)),
    ("وصد الجيش السوداني هجوما شنته قوات الدعم السريع في الفاشر.", "hostilities.attack", ("SDN.MIL",)),
    ("نصب الجيش السوداني كمينا لقوات الدعم السريع.", "hostilities.attack", ("SDN.RSF",)),
    ("سلمت يريفان إلى باكو ستة جنود أسرتهم خلال المعارك.", "implementation.exchange", ("AZE",)),
    ("سلمت باكو يريفان 12 أسيرا.", "implementation.exchange", ("ARM",)),
    ("أفرجت باكو عن ستة جنود أرمينيين.", "implementation.exchange", ("ARM",)),
    ("حصلت باكو من يريفان على خرائط لحقول الألغام في فضولي.", "implementation.demining", ("AZE",)),
    ("أعلن الجيش الإسرائيلي قتل عنصرين بحزب الله في يارون.", "casualties.killed", ("LBN.HEZBOLLAH",)),
    ("وطالبوا رئيس الوزراء نيكول باشينيان بالاستقالة.", "politics.resignation_call", ("ARM.PM.pashinyan",)),
]


@pytest.mark.parametrize(("text", "kind", "targets"), TARGETS)
def test_to_whom(read: Read, text: str, kind: str, targets: tuple[str, ...]) -> None:
    assert only(read(text), kind).targets == targets


AGENTS = [
    ("شن طيران مسير تابع للجيش الإسرائيلي ظهر السبت غارة على بلدة الخيام.", "hostilities.air", ("ISR.MIL",)),
    ("القصف الذي نفذته القوات الأذربيجانية على القرية أسفر عن سقوط قتلى.", "casualties.killed", ("AZE.MIL",)),
    ("القصف الذي نفذته القوات الأذربيجانية على القرية أسفر عن سقوط قتلى.", "hostilities.shelling", ("AZE.MIL",)),
    ("جددت ميليشيا الحوثي اليوم الاثنين قصفها المدفعي على قرى في حيس.", "hostilities.shelling", ("YEM.HOUTHI",)),
    ("قصفت قوات الدعم السريع الفاشر، في أحدث خرق للهدنة.", "ceasefire.violated", ("SDN.RSF",)),
    ("قال مصدر إن ميليشيا الحوثي تواصل خروقات الهدنة في حيس.", "ceasefire.violated", ("YEM.HOUTHI",)),
    ("وتجددت المعارك على الحدود بين أرمينيا وأذربيجان.", "hostilities.clash", ("ARM", "AZE")),
    ("حثت روسيا أذربيجان على فتح ممر لاتشين.", "implementation.access", ("AZE",)),
    ("أسقطت الدفاعات الجوية الأرمينية طائرة مسيرة أذربيجانية.", "hostilities.attack", ("ARM.MIL",)),
    ("وقبضت القوات الأذربيجانية على أربعة جنود أرمن عند الحدود.", "casualties.captured", ("AZE.MIL",)),
    ("وأقر رئيس الأركان الإسرائيلي بتنفيذ 300 غارة جوية على بلدة الخيام.", "hostilities.air", ("ISR.MIL",)),
    ("أعلن الجيش الإسرائيلي قتل مسلحين بغارة على بلدة يارون.", "hostilities.air", ("ISR.MIL",)),
    ("بحث باشينيان الأزمة مع بوتين.", "diplomacy.contact", ("ARM.PM.pashinyan", "RUS.PRES.putin")),
    ("تستضيف موسكو محادثات بين وزيري خارجية أرمينيا وأذربيجان.", "diplomacy.talks", ("ARM.MFA", "AZE.MFA")),
]


@pytest.mark.parametrize(("text", "kind", "agents"), AGENTS)
def test_who_did_it(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


SAID = [
    ("قتل 40 شخصا في طرابلس، وفقا لوزارة الصحة الليبية.", "casualties.killed", ("LBY.MOH",)),
    ("قتل 40 شخصا في الفاشر، طبقا للجيش السوداني.", "casualties.killed", ("SDN.MIL",)),
    ("سيسلم الجانبان الأسرى وفقا لبنود الاتفاق.", "implementation.exchange", ()),
    ("وقعت الغارة بعد إعلان أنقرة مقتل أربعة من جنودها.", "casualties.killed", ("TUR.GOV",)),
    ("أصدرت وزارة الدفاع الأرمينية بيانا أوضحت فيه أن جنديا قتل.", "casualties.killed", ("ARM.MOD",)),
    ('وقالت وزارة الخارجية الأذرية، في بيان نشرته أمس: "قتل جندي".', "casualties.killed", ("AZE.MFA",)),
    ("أعلن مسؤول انفصالي في قره باغ مقتل 90 شخصا.", "casualties.killed", ("NKR.GOV",)),
    (
        "تبادلت حكومتا أرمينيا وأذربيجان الاتهام بإطلاق النار على الحدود.",
        "hostilities.small_arms",
        ("ARM.GOV", "AZE.GOV"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "by"), SAID)
def test_who_says_so(read: Read, text: str, kind: str, by: tuple[str, ...]) -> None:
    assert only(read(text), kind).by == by


PLACES = [
    ("قتل ثلاثة مدنيين في كلبجار المجاورة لأرمينيا وإقليم قره باغ.", "casualties.killed", ("kalbajar",)),
    ("أصيب جندي في قرية نيركين هاند بمقاطعة سيونيك.", "casualties.wounded", ("nerkin_hand",)),
    ("قال مصدر طبي في نيالا إن سبعة مدنيين قتلوا.", "casualties.killed", ("nyala",)),
    ("قصفت القوات بلدة هادروت. وأسفر القصف عن إصابة ثلاثة مدنيين.", "casualties.wounded", ("hadrut",)),
    ("قصفت القوات بلدة هادروت. من جهة أخرى، قتل جندي روسي.", "casualties.killed", ()),
    ("غادر مئات المدنيين شوشا نحو ستيباناكيرت.", "humanitarian.displacement", ("shusha",)),
    ("وصل ألف نازح من شوشا إلى ستيباناكيرت.", "humanitarian.displacement", ("stepanakert",)),
    ("سلمت يريفان إلى باكو خرائط لحقول الألغام في أغدام.", "implementation.demining", ("aghdam",)),
    ("تستضيف موسكو محادثات بين أرمينيا وأذربيجان.", "diplomacy.talks", ("moscow",)),
    ("زار وزير الخارجية الفرنسي مدينة بنغازي.", "diplomacy.contact", ("benghazi",)),
]


@pytest.mark.parametrize(("text", "kind", "places"), PLACES)
def test_where(read: Read, text: str, kind: str, places: tuple[str, ...]) -> None:
    assert only(read(text), kind).places == places


TOLD = [
    ("وقالت باكو إن العبور عبر معبر لاتشين معلق مؤقتا.", "implementation.access"),
    ("أعلنت أذربيجان أنها علقت حركة المرور إلى ستيباناكيرت.", "implementation.access"),
    ("ولا يزال وقف إطلاق النار بين إسرائيل وحماس صامدا في غزة.", "ceasefire.holding"),
    ("وتم التوصل إلى اتفاق بشأن الوقف الكامل لإطلاق النار.", "ceasefire.agreed"),
    ("وأكدت يريفان أن اشتباكات عنيفة مستمرة في سيونيك.", "hostilities.clash"),
    ("قتل 15 جنديا في اشتباكات على الحدود مع أذربيجان.", "hostilities.clash"),
    ("وقال الصليب الأحمر إنه سلم 30 طنا من المواد الغذائية إلى مستشفيات ستيباناكيرت.", "humanitarian.aid"),
    ("وذكرت مصادر طبية أن شخصين اثنين قتلا بقذائف.", "casualties.killed"),
    ("خرقت القوات الهدنة بإطلاق النار على قرية شوش.", "hostilities.small_arms"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_is_told(read: Read, text: str, kind: str) -> None:
    assert only(read(text), kind).modality == "actual"


def test_prisoners_who_became_so(read: Read) -> None:
    claim = only(read("وأوضحت وزارة الدفاع الأرمينية أن تسعة من جنودها أصبحوا أسرى."), "casualties.captured")
    assert claim.count is not None
    assert (claim.count.lo, claim.count.who, claim.count.side) == (9, "soldier", "ARM")


def test_police_who_seize_people_take_no_prisoners_of_war(read: Read) -> None:
    assert read("قبضت الشرطة على ثلاثة لصوص.") == ()


def test_what_is_awaited_is_planned(read: Read) -> None:
    assert only(read("قبل يوم من الإفراج المتوقع عن الرهائن."), "implementation.exchange").modality == "planned"


LATER = [
    ("أعلنت أرمينيا وصول 53 ألف لاجئ من قره باغ إلى أراضيها.", "humanitarian.displacement", "places", ("armenia",)),
    ("استقبلت أرمينيا 12 ألف لاجئ من قره باغ.", "humanitarian.displacement", "places", ()),
    ("اتهمت يريفان أذربيجان بمواصلة القصف.", "hostilities.shelling", "agents", ("AZE",)),
    ("واتهمت باكو أرمينيا بالاستمرار في قصف مدينة ترتر.", "hostilities.shelling", "agents", ("ARM",)),
    ("واتهمت باكو ويريفان بعضهما البعض بقصف القرى.", "hostilities.shelling", "agents", ("AZE", "ARM")),
    ("وأفادت وزارة الدفاع الأذربيجانية بإطلاق نار على بلدة ترتر.", "hostilities.small_arms", "by", ("AZE.MOD",)),
    ("وأشارت وزارة الدفاع الأرمينية إلى قصف قرية تيغ.", "hostilities.shelling", "by", ("ARM.MOD",)),
    ("أبرمت بغداد وطهران صفقة تبادل أسرى.", "implementation.exchange", "agents", ("IRQ", "IRN")),
    ("استعادت إسرائيل أربعة رهائن من حماس.", "implementation.exchange", "targets", ("ISR",)),
    ("تكبد الجيش السوداني 32 قتيلا.", "casualties.killed", "targets", ("SDN.MIL",)),
    ("استطاع التحالف العربي قتل 58 مقاتلا.", "casualties.killed", "agents", ("SAU.COALITION",)),
    ("قتل 58 مقاتلا تابعا لجماعة الحوثي.", "casualties.killed", "targets", ("YEM.HOUTHI",)),
    ("اتفقا بحلول صباح يوم 13 سبتمبر 2023 على وقف إطلاق النار.", "ceasefire.agreed", "when", ("2023-09-13",) * 2),
]


@pytest.mark.parametrize(("text", "kind", "field", "value"), LATER)
def test_fields(read: Read, text: str, kind: str, field: str, value: tuple[str, ...]) -> None:
    assert getattr(only(read(text), kind), field) == value


def test_the_missing_are_counted_before_they_are_called_so(read: Read) -> None:
    count = only(read("ولا يزال 100 شخص في عداد المفقودين."), "casualties.missing").count
    assert count is not None
    assert count.lo == 100


def test_a_family_is_not_captured(read: Read) -> None:
    assert [claim.kind for claim in read("ونزحت 235 أسرة من مأرب.")] == ["humanitarian.displacement"]


AGAIN = [
    ('وجاء في بيان لوزارة الدفاع الأذربيجانية: "أصيب جندي في كلبجار".', "casualties.wounded", "by", ("AZE.MOD",)),
    (
        "أطلقت نيران من مواقع القوات الأرمينية على مواقع الجيش الأذربيجاني.",
        "hostilities.small_arms",
        "agents",
        ("ARM.MIL",),
    ),
    ("وأكدت باكو تعرض ثلاثة مدنيين لإطلاق نار من القوات الأرمينية.", "hostilities.small_arms", "agents", ("ARM.MIL",)),
    ("أعلن الجيش السوداني إسقاط طائرة مسيرة لقوات الدعم السريع.", "hostilities.attack", "targets", ("SDN.RSF",)),
    ("أعلن الجيش السوداني إسقاط طائرة مسيرة لقوات الدعم السريع.", "hostilities.attack", "agents", ("SDN.MIL",)),
    ("طائرات مسيرة إسرائيلية أسقطت أربع قنابل قرب بلدة يارون.", "hostilities.air", "agents", ("ISR",)),
    ("وأعلنت قوات الدعم السريع أنها بسطت سيطرتها على بابنوسة.", "territory.control_change", "agents", ("SDN.RSF",)),
    ("التقى باشينيان علييف لإجراء محادثات في بروكسل.", "diplomacy.talks", "places", ("brussels",)),
    ("حضّ الكرملين أذربيجان على فتح الطريق.", "statement.demand", "targets", ("AZE",)),
    ("إنّه قوات أذربيجانية أطلقت النار على قرية تيغ.", "hostilities.small_arms", "agents", ("AZE.MIL",)),
    (
        "قتل جندي أذربيجاني بتبادل لإطلاق النار مع القوات الأرمينية.",
        "hostilities.small_arms",
        "agents",
        ("ARM.MIL", "AZE.MIL"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "field", "value"), AGAIN)
def test_fields_again(read: Read, text: str, kind: str, field: str, value: tuple[str, ...]) -> None:
    assert getattr(only(read(text), kind), field) == value


COUNTED = [
    ("مقتل الجندي الأذربيجاني فوسال في كلبجار.", "casualties.killed", 1, "soldier"),
    ("وتجمع قرابة ستة آلاف متظاهر في الساحة.", "politics.protest", 6000, "person"),
    ("إن جنديا أرمنيا قتل.", "casualties.killed", 1, "soldier"),
    ("إن سبعة مدنيين قتلوا وأصيب أكثر من ثلاثين.", "casualties.wounded", 30, "civilian"),
    ("أصيب أحد جنود حفظ السلام.", "casualties.wounded", 1, "peacekeeper"),
]


@pytest.mark.parametrize(("text", "kind", "lo", "who"), COUNTED)
def test_counts(read: Read, text: str, kind: str, lo: int, who: str) -> None:
    count = only(read(text), kind).count
    assert count is not None
    assert (count.lo, count.who) == (lo, who)


@pytest.mark.parametrize("text", ["وألقت الطائرات منشورات على المدينة.", "وأطلقت القوات سراح ثلاثة رجال."])
def test_no_blow_from_the_air(read: Read, text: str) -> None:
    assert [claim.kind for claim in read(text) if claim.kind == "hostilities.air"] == []

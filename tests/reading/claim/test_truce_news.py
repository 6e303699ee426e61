"""Words and constructions of truce news from many wars: what is told, and by whom. Our own sentences."""

import pytest
from tests.reading.claim.conftest import Read, only

TOLD = [
    ("دخلت قوات الأمن الداخلي مدينة السويداء.", "implementation.deployment"),
    ("هبطت أول طائرة مساعدات في مطار الخرطوم.", "humanitarian.aid"),
    ("توقفت الرحلات من وإلى مطار معيتيقة.", "implementation.access"),
    ("سمحت السلطات بمرور قافلة أممية إلى كادقلي.", "humanitarian.aid"),
    ("أوقفت إسرائيل إدخال المساعدات إلى غزة.", "humanitarian.blockade"),
    ("نقضت المليشيا الهدنة بعد ساعات من إعلانها.", "ceasefire.violated"),
    ("تعرض اتفاق وقف إطلاق النار للخرق مجددا في السويداء.", "ceasefire.violated"),
    ("شهد اليوم الأول للهدنة خروقات عدة في الخرطوم.", "ceasefire.violated"),
    ("انتزع الفريق الهندسي 120 لغما خلال أسبوع.", "implementation.demining"),
    ("أتلف الخبراء ألف لغم.", "implementation.demining"),
    ("رست أول سفينة وقود في ميناء الحديدة.", "implementation.access"),
    ("وخرج 17 مصابا إلى مصر عبر المعبر.", "humanitarian.evacuation"),
    ("خرج مستشفى البلدة عن الخدمة بعد القصف.", "humanitarian.destruction"),
    ("نهبت المليشيا منازل المواطنين في ود مدني.", "humanitarian.destruction"),
    ("طردت القوات الحكومية الحوثيين من مديرية حريب.", "territory.control_change"),
    ("أحرز الجيش تقدما في جبهة صرواح.", "hostilities.offensive"),
    ("ورد الجيش السوري بإطلاق عملية عسكرية محدودة.", "hostilities.offensive"),
    ("وصلت حافلات تقل أسرى محررين إلى رام الله.", "implementation.exchange"),
    ("اختتم طرفا النزاع مشاوراتهما في جنيف.", "diplomacy.talks"),
    ("استقدم الجيش السوري تعزيزات إلى محيط حلب.", "posture.mobilisation"),
    ("حفرت المليشيا خنادق وأقامت تحصينات في الحديدة.", "posture.mobilisation"),
    ("أعلنت القبائل النفير العام.", "posture.mobilisation"),
    ("اقتاد مسلحون ستة مدنيين إلى جهة مجهولة.", "hostilities.capture"),
    ("وصل فريق المراقبين إلى سرت.", "implementation.deployment"),
    ("واستمرت المعارك ساعات، موقعة قتلى وجرحى.", "casualties.killed"),
    ("شنت القوات حملة اعتقالات في الخليل.", "hostilities.capture"),
    ("تمركزت آليات عسكرية قرب البلدة.", "implementation.deployment"),
    ("أقامت القوات الإسرائيلية حاجزا في القنيطرة.", "posture.mobilisation"),
    ("أضرم مستوطنون النار في مركبات.", "humanitarian.destruction"),
    ("فككت فرق الهندسة 30 عبوة ناسفة.", "implementation.demining"),
    ("قتل طفل وأصيب آخر بانفجار لغم في درعا.", "hostilities.explosion"),
    ("أعلنت القوات المسلحة اليمنية في صنعاء استهداف سفينة.", "hostilities.attack"),
    ("شن حزب الله هجوما على مواقع في الجليل.", "hostilities.attack"),
]


@pytest.mark.parametrize(("text", "kind"), TOLD)
def test_what_is_told(read: Read, text: str, kind: str) -> None:
    assert kind in {claim.kind for claim in read(text)}


IN_WAR = [
    ("اضطر ثلاثة آلاف مدني إلى الفرار من المدينة.", "humanitarian.displacement"),
    ("انهارت المفاوضات بين الطرفين.", "diplomacy.talks"),
    ("بلغ عدد النازحين 12 ألف شخص منذ السبت.", "humanitarian.displacement"),
    ("احترقت ثلاث شاحنات تابعة لبرنامج الأغذية العالمي.", "humanitarian.destruction"),
]
"""Words of everyday, too: they tell where the text tells of war."""


@pytest.mark.parametrize(("text", "kind"), IN_WAR)
def test_what_is_told_where_there_is_war(read: Read, text: str, kind: str) -> None:
    assert kind in {claim.kind for claim in read(f"{text} وتجددت الاشتباكات بين الجيش السوداني وقوات الدعم السريع.")}
    assert kind not in {claim.kind for claim in read(text)}


BY = [
    ("تعرضت مدينة الأبيض لقصف مدفعي من الدعم السريع.", "hostilities.shelling", ("SDN.RSF",)),
    ("تعرضت مدينة نيالا لقصف جوي من طيران الجيش السوداني.", "hostilities.air", ("SDN.MIL",)),
    ("سجل الجيش اليمني ارتكاب الحوثيين 60 خرقا للهدنة الأممية.", "ceasefire.violated", ("YEM.HOUTHI",)),
    ("منعت إسرائيل دخول 300 شاحنة مساعدات إلى غزة.", "humanitarian.blockade", ("ISR",)),
    ("عرقلت قوات الدعم السريع وصول قافلة الإغاثة إلى الفاشر.", "humanitarian.blockade", ("SDN.RSF",)),
    ("فرضت قوات الدعم السريع حصارا على الفاشر.", "humanitarian.blockade", ("SDN.RSF",)),
    ("قصفت قوات حفتر طرابلس، كما واصلت حصارها للمدينة.", "humanitarian.blockade", ("LBY.LNA",)),
    ("واصلت مليشيا الحوثي وقوات الرئيس المخلوع قصف الأحياء.", "hostilities.shelling", ("YEM.HOUTHI", "YEM.SALEH")),
    ("شن حزب الله من مناطق سيطرته في القرى هجمات على مواقع.", "hostilities.attack", ("LBN.HEZBOLLAH",)),
    ("سقطت مدينة الفاشر بيد الدعم السريع.", "territory.control_change", ("SDN.RSF",)),
    ("عزز الجيش السوداني سيطرته على مدينة بارا.", "territory.control_change", ("SDN.MIL",)),
    ("تقدمت قوات حفتر نحو طرابلس.", "hostilities.offensive", ("LBY.LNA",)),
    ("أعادت القوات الإسرائيلية انتشارها خارج المدن.", "implementation.withdrawal", ("ISR.MIL",)),
    ("أعلنت قوات الدعم السريع هدنة إنسانية لثلاثة أشهر.", "ceasefire.agreed", ("SDN.RSF",)),
    ("أعلن الجيش السوداني موافقته على تمديد الهدنة.", "ceasefire.extended", ("SDN.MIL",)),
    ("تنصلت مليشيا الحوثي من اتفاق ستوكهولم.", "ceasefire.violated", ("YEM.HOUTHI",)),
    ("خاضت قوات النظام السوري اشتباكات مع قسد.", "hostilities.clash", ("SYR.MIL", "SYR.SDF")),
    (
        "صمدت الهدنة بين الجيش الوطني الليبي بقيادة خليفة حفتر، وقوات حكومة الوفاق.",
        "ceasefire.holding",
        ("LBY.LNA", "LBY.GNA"),
    ),
    ("بعد خسائر على يد قوات حفتر، وافقت حكومة الوفاق على هدنة.", "ceasefire.agreed", ("LBY.GNA",)),
    ("علق الجيش السوداني مشاركته في محادثات جدة.", "diplomacy.talks", ("SDN.MIL",)),
    ("اتفق الطرفان على سحب القوات وفتح ممرات وفتح الطريق وتبادل الأسرى.", "implementation.exchange", ()),
    ("هاجمت الميليشيات الموالية لإيران موقعا عسكريا.", "hostilities.attack", ()),
    ("أعلن الجيش السوري فتح ممر لخروج أهالي حلب.", "implementation.access", ("SYR.MIL",)),
    ("وسط تبادل الاتهامات بين إسرائيل وحماس بخرق الهدنة.", "ceasefire.violated", ("ISR", "PSE.HAMAS")),
    ("وجددت مليشيا الحوثي خرقها للهدنة.", "ceasefire.violated", ("YEM.HOUTHI",)),
    ("تبنت حركة الشباب الهجوم على الفندق.", "hostilities.attack", ("SOM.SHABAAB",)),
    ("تخضع مدينة الدلنج لحصار تفرضه قوات الدعم السريع.", "humanitarian.blockade", ("SDN.RSF",)),
    ("جددت الأمم المتحدة دعوتها إلى وقف إطلاق النار.", "statement.demand", ("UN",)),
    ("ناشدت منظمة أطباء بلا حدود الأطراف حماية المرضى.", "statement.demand", ("MSF",)),
    ("تقدمت قوات النظام السوري بعد قصف عنيف أطلقته الخميس.", "hostilities.offensive", ("SYR.MIL",)),
    ("وأكدت قوات الدعم السريع تصديها لهجمات من الجيش السوداني.", "hostilities.attack", ("SDN.MIL",)),
    ("وافق الجيش السوداني على الهدنة بعد وساطة سعودية أميركية.", "diplomacy.mediation", ("SAU", "USA")),
    (
        "هاجمت مليشيا الحوثي مواقع لألوية العمالقة، مما أسفر عن اندلاع مواجهات.",
        "hostilities.clash",
        ("YEM.HOUTHI", "YEM.JOINT"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "agents"), BY)
def test_by_whom(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert only(read(text), kind).agents == agents


NOT_TOLD = [
    ("منعت إسرائيل دخول شاحنات المساعدات.", "humanitarian.aid"),
    ("قصف الجيش البلدة من مناطق سيطرته في الجنوب.", "territory.control_change"),
    ("في سياق حملته لـ«تحرير» المدينة.", "territory.control_change"),
    ("نجدد التزامنا بالهدنة الإنسانية.", "ceasefire.extended"),
    ("مددت الهدنة بوساطة دولية.", "diplomacy.mediation"),
    ("منذ انتهاء الجولة الثانية من المعارك.", "diplomacy.talks"),
    ("تقدم الوفد بشكوى إلى الأمم المتحدة.", "hostilities.offensive"),
    ("أطلق الجنود النار على معتقلين.", "implementation.exchange"),
    ("علق برنامج الأغذية العالمي عملياته في المخيم.", "hostilities.halted"),
    ("وجددت المليشيا خرقها للهدنة.", "ceasefire.extended"),
    ("نصبت الجماعة كمينا لدورية.", "posture.mobilisation"),
    ("منعت الوزارة دخول السيارات القديمة إلى البلاد.", "humanitarian.blockade"),
    ("توقف المصنع عن العمل بسبب نقص المواد الخام.", "humanitarian.destruction"),
    ("سقطت المباراة في قبضة الفريق الضيف.", "territory.control_change"),
    ("واحترق عشرون محلا في سوق شعبي.", "humanitarian.destruction"),
    ("سجلت الشركة خروقات في نظامها.", "ceasefire.violated"),
    ("حفرت البلدية خنادق لمد أنابيب المياه.", "posture.mobilisation"),
    ("اختتم المنتدى الاقتصادي اجتماعاته في دبي.", "diplomacy.talks"),
    ("جددت الوزارة دعوتها إلى ترشيد استهلاك المياه.", "statement.demand"),
    ("عبرت القافلة الثقافية إلى المحافظات.", "humanitarian.aid"),
    ("أمر القائد السكان بإخلاء البلدة، وتوقفت قوافل كثيرة.", "humanitarian.aid"),
]


@pytest.mark.parametrize(("text", "kind"), NOT_TOLD)
def test_what_is_not_told(read: Read, text: str, kind: str) -> None:
    assert kind not in {claim.kind for claim in read(text)}


def test_one_rocket_is_one_blow(read: Read) -> None:
    shelled = only(read("وسمع السكان سقوط صاروخ باليستي أطلقته مليشيات الحوثي."), "hostilities.shelling")
    assert shelled.agents == ("YEM.HOUTHI",)


def test_breaches_are_counted_where_they_are_committed(read: Read) -> None:
    broken = only(read("سجل الجيش اليمني ارتكاب الحوثيين 60 خرقا للهدنة."), "ceasefire.violated")
    assert broken.count is not None
    assert (broken.count.measure, broken.count.lo) == ("violations", 60)


def test_no_breach_in_particular_is_only_possible(read: Read) -> None:
    broken = only(read("وشدد الجيش السوداني على جاهزيته للرد على أي خروقات للهدنة."), "ceasefire.violated")
    assert broken.modality == "possible"


def test_a_side_told_once_is_that_of_all_the_figures(read: Read) -> None:
    claims = read("سقط قتلى وجرحى في صفوف الجيش السوداني في المعارك.")
    assert only(claims, "casualties.killed").targets == ("SDN.MIL",)
    assert only(claims, "casualties.wounded").targets == ("SDN.MIL",)


def test_who_calls_on_whom_in_a_participle(read: Read) -> None:
    called = only(read("أعلن الجيش السوري فتح ممر، داعيا مقاتلي قسد إلى الخروج."), "statement.demand")
    assert (called.agents, called.targets) == (("SYR.MIL",), ("SYR.SDF",))


def test_terms_of_a_list_are_all_agreed(read: Read) -> None:
    claims = read("اتفق الطرفان على سحب القوات من الحديدة وفتح ممرات للإغاثة وفتح الطريق إلى صنعاء وتبادل الأسرى.")
    told = [claim for claim in claims if claim.kind.startswith("implementation.")]
    assert {claim.modality for claim in told} == {"obligation"}
    assert len(told) == 4


def test_a_town_is_no_verb(read: Read) -> None:
    shelled = only(read("وفي تعز جنوبا قصفت مليشيا الحوثي الأحياء السكنية."), "hostilities.shelling")
    assert (shelled.agents, shelled.places) == (("YEM.HOUTHI",), ("taiz",))


def test_the_foe_is_whom_the_text_has_called_so(read: Read) -> None:
    claims = read("قصف العدو الإسرائيلي بلدة الخيام. وأدت غارة العدو على سيارة إلى استشهاد مواطن.")
    assert only(claims, "hostilities.air").agents == ("ISR",)


def test_the_soldiers_of_an_army_are_not_those_who_struck(read: Read) -> None:
    struck = only(read("وقع هجوم قتل فيه ثلاثة من الجيش اليمني."), "hostilities.attack")
    assert struck.agents == ()

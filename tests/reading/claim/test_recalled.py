"""What tells that something happened, and what only names, intends, denies or means it otherwise. Our own sentences."""

from collections.abc import Callable

import pytest

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]

TELLS = [
    ("خطف مسلحون ثلاثة مهندسين في المدينة.", "hostilities.capture"),
    ("وخطف القنصل في بلدة حدودية من قبل أربعة مسلحين.", "hostilities.capture"),
    ("الرهائن الذين خطفتهم الحركة يوم الخميس في البلدة ما زالوا محتجزين.", "hostilities.capture"),
    ("وقال البيان إن الهجوم نفذه انتحاري من خارج البلاد.", "hostilities.attack"),
    ("قام مسلحون بهجوم على حاجز للجيش.", "hostilities.attack"),
    ("وتعرض مقر البعثة في العاصمة لهجوم.", "hostilities.attack"),
    ("ضربت القوات الأميركية مواقع للجماعة.", "hostilities.attack"),
    ("أسقطت الدفاعات الجوية طائرتين مسيرتين.", "hostilities.attack"),
    ("وألقى مجهولون قنبلة يدوية على المقر.", "hostilities.explosion"),
    ("أصاب صاروخ سيارة على الطريق.", "hostilities.shelling"),
    ("ووجهت الطائرات ضربات جوية إلى المعسكر.", "hostilities.air"),
    ("أعدم التنظيم عشرة جنود في الصحراء.", "casualties.killed"),
    ("قام جنود بقتل المدنيين في القرية.", "casualties.killed"),
    ("فقد لقي عشرة أشخاص حتفهم في الانفجار.", "casualties.killed"),
    ("اعتقل الجيش الإسرائيلي عشرين فلسطينيا في نابلس.", "hostilities.capture"),
    ("وهتف مئات المتظاهرين ضد الحكومة.", "politics.protest"),
    ("وهتف المتظاهرون بشعارات أمام البرلمان.", "politics.protest"),
    ("أضرب عمال الميناء عن العمل.", "politics.protest"),
    ("ويضربون عن الطعام منذ أسبوع.", "politics.protest"),
    ("ورشق مئات المتظاهرين الجنود بالحجارة.", "politics.protest"),
    ("وقتل ثلاثة أطفال وهم يشاهدون فيلما.", "casualties.killed"),
    ("وتجمع العشرات أمام السفارة للمطالبة بالإفراج عنهم.", "politics.protest"),
    ("وقال ضابط إن انتحاريا فجر نفسه وسط السوق.", "hostilities.explosion"),
    ("نجا رئيس البلدية من محاولة اغتيال.", "hostilities.attack"),
    ("وبعد أن يقصف الجيش البلدة ينسحب منها.", "hostilities.shelling"),
    ("فقد أربعة بحارة.", "casualties.missing"),
    ("شن مسلحون هجوما انتحاريا على نقطة تفتيش.", "hostilities.explosion"),
    ("شهدت المدينة ثلاث هجمات انتحارية.", "hostilities.explosion"),
    ("وقال شهود إن أشخاصا عمدوا إلى إلقاء قنابل على المقر.", "hostilities.explosion"),
]

NAMES_ONLY = [
    ("ألقى الوزير الذي خطفته الجماعة محاضرة عن السلام.", "hostilities.capture"),
    ("وألقت القوات القبض على من أطلقوا النار على الموكب.", "hostilities.small_arms"),
    ("وأفرج عن الضابط الذي قام بالاعتداء على السجين.", "hostilities.attack"),
    ("مثل أمام القاضي رجل متهم بقتل عشرة أشخاص.", "casualties.killed"),
    ("ونفى تورطه في خطف ثلاثة صحفيين.", "hostilities.capture"),
    ("أعدم ثلاثة أشخاص شنقا بعد إدانتهم بتهريب المخدرات.", "casualties.killed"),
    ("واعتقلت الشرطة عشرة أشخاص.", "hostilities.capture"),
    ("وعند اغتيال الرئيس قامت الحكومة بواجبها.", "hostilities.attack"),
    ("وحملت الحركة الوزير المسؤولية عن اغتيال النائب.", "hostilities.attack"),
    ("وانتقد الكاتب من يحاول تبرير قتل المدنيين.", "casualties.killed"),
    ("واعتقلت القوات ستة من المتظاهرين الذين تجمعوا في الساحة.", "politics.protest"),
    ("ومن الشعارات التي رددها المتظاهرون الحرية للجميع.", "politics.protest"),
    ("وردد المتظاهرون هتافات وطنية.", "politics.protest"),
    ("ويشارك ناشط في هذه المظاهرات كل أسبوع.", "politics.protest"),
    ("ورفع المتظاهرون لافتات.", "politics.protest"),
    ("وخرجوا إلى الشوارع لمواجهة المتظاهرين.", "politics.protest"),
    ("وخرج الوزير إلى الصحفيين للتنديد بالقرار.", "politics.protest"),
    ("وألقي القبض على منفذ جريمة اغتيال النائب.", "hostilities.attack"),
    ("نظام يخطف الفلسطينيين ويظلمهم.", "hostilities.capture"),
    ("وقالت الوزارة إنها رصدت المكالمة بعد اغتيال النائب.", "hostilities.attack"),
]

OTHERWISE = [
    ("كثف الفريق هجومه في الشوط الثاني من المباراة.", "hostilities.attack"),
    ("وشن النائب هجوما على الحكومة في خطابه.", "hostilities.attack"),
    ("إنها خطة تستهدف زعزعة الاستقرار في البلاد.", "hostilities.attack"),
    ("ضرب زلزال مواقع أثرية في الجنوب.", "hostilities.attack"),
    ("الأنظمة المضادة للصواريخ تستهدف حماية المدن.", "hostilities.shelling"),
    ("وتخشى المنظمة أزمة تصيب ملايين السكان.", "casualties.wounded"),
    ("فقد حررت القوات الرهائن.", "casualties.missing"),
    ("إنهم يضربون القوانين عرض الحائط.", "politics.protest"),
    ("واستهدفت التظاهرة النزول إلى الميدان.", "politics.protest"),
    ("هاجم النائب قرار الحكومة.", "hostilities.attack"),
    ("وبدأت الحكومة لقاءات لمواجهة الفقر بين السكان.", "hostilities.clash"),
    ("وأدى الزلزال إلى مقتل مئات السكان.", "casualties.killed"),
    ("وطلبت القيادة تنفيذ ضربات جوية.", "hostilities.air"),
    ("وهو فيلم يخطف فيه البطل ثلاثة رجال في المدينة.", "hostilities.capture"),
    ("وأطلقت كوريا الشمالية صاروخين في تجربة جديدة.", "hostilities.shelling"),
    ("وذكرت الشرطة أنها اعتقلت عشرين من الطلاب.", "hostilities.capture"),
    ("إنهم يقومون بتفجير أنفسهم بلا رحمة.", "hostilities.explosion"),
    ("وصحا الناس فجر الثلاثاء على المطر.", "hostilities.explosion"),
    ("وشن نواب المعارضة هجوما عنيفا على الوزير على خلفية دعوته إلى الحوار.", "hostilities.attack"),
    ("لكنه هاجم السلطات على معاملتها للسجناء.", "hostilities.attack"),
    ("وواصل الحزب هجومه على اللجنة التي طالبت بحله.", "hostilities.attack"),
    ("وغالبا ما تقوم العصابات بقتل المدنيين.", "casualties.killed"),
    ("وتدخل الفرق كل منطقة تتعرض للهجوم.", "hostilities.attack"),
    ("وهم اليوم يطلقون الصواريخ ولا يبالون.", "hostilities.shelling"),
    ("نظر القاضي محمد قنصوm في القضية.", "hostilities.small_arms"),
    ("وأساء إليه دفاعه عن رجال تتهمهم الحركة بارتكاب تفجيرات.", "hostilities.explosion"),
    ("وعندما نشبت الحرب كان طالبا.", "hostilities.clash"),
    ("وقال إن اندلاع القتال الأخير لن يؤثر في المشاورات.", "hostilities.clash"),
    ("وزار المدينة في أعقاب هجوم استهدف مدرسة.", "hostilities.attack"),
    ("وكتب عن فقدان أحد الوالدين.", "casualties.missing"),
    ("خاض الفريق معركة شرسة أمام منافسه في الدوري.", "hostilities.clash"),
    ("اندلعت حرب كلامية بين الوزيرين.", "hostilities.clash"),
    ("كانت المجموعة تعتزم مهاجمة ثكنة وخطف عدد من الجنود.", "hostilities.capture"),
    ("شملت المناورات قصف أهداف وهمية وضرب طائرات معادية.", "hostilities.air"),
    ("انفجر إطار شاحنة على الطريق.", "hostilities.explosion"),
    ("قتل خمسة أشخاص في حادث سير قرب العاصمة.", "casualties.killed"),
    ("لقي ثلاثة عمال مصرعهم في انهيار مبنى.", "casualties.killed"),
    ("وأصيب عشرات السكان بالكوليرا.", "casualties.wounded"),
    ("هذه الجماعات تمتهن الخطف وتفجير السيارات.", "hostilities.explosion"),
    ("صدرت مذكرة بحق القائد المتهم بارتكاب مجازر وخطف مدنيين.", "hostilities.capture"),
    ("وآخرين تتهمهم الحركة بتنفيذ تفجيرات واغتيالات.", "hostilities.explosion"),
    ("أدانت محكمة أربعة رجال بتفجير قطار.", "hostilities.explosion"),
    ("وهذا ثاني هجوم انتحاري في غضون يومين.", "hostilities.explosion"),
    ("خرج سكان الحي في وسط المدينة في مظاهرة.", "humanitarian.displacement"),
    ("ولم تعلن أي جهة عن سقوط ضحايا.", "casualties.killed"),
    ("لم يؤكد الجيش مقتل ثلاثة جنود.", "casualties.killed"),
    ("المعركة القانونية بين الشركتين مستمرة.", "hostilities.clash"),
    ("اشتبك النواب بالأيدي في البرلمان.", "hostilities.clash"),
    ("أطلقت الوكالة صاروخا إلى الفضاء.", "hostilities.shelling"),
    ("قتلت صاعقة ثلاثة مزارعين.", "casualties.killed"),
    ("اعتبر أن قتل الرهائن عمل جبان.", "casualties.killed"),
    ("استبعد الخبير أن تؤدي التظاهرات إلى رحيل الحكومة.", "politics.protest"),
    ("اقتحم المتظاهرون مبنى السفارة.", "hostilities.sabotage"),
]

HOW_SURELY = [
    ("أحبطت القوات مخططا لتفجير محطة كهرباء.", "hostilities.explosion", "negated"),
    ("وقال المصدر إن هجوما سينفذ غدا.", "hostilities.attack", "planned"),
    ("وكانت الخلية تستهدف تفجير مقر البرلمان.", "hostilities.explosion", "planned"),
    ("وتعرض المعسكر لقصف مدفعي.", "hostilities.shelling", "actual"),
    ("وخشي السكان أن يقصف الجيش البلدة.", "hostilities.shelling", "possible"),
    ("وأعلنت الحركة التوقف عن إطلاق الصواريخ.", "hostilities.shelling", "negated"),
    ("مقابل توقف «حماس» عن إطلاق الصواريخ.", "hostilities.shelling", "negated"),
    ("وقد ينفجر لغم تحت أي سيارة.", "hostilities.explosion", "possible"),
    ("وقد تتجدد المعارك بين القوتين.", "hostilities.clash", "possible"),
    ("وفي أيار كانت القوات تطلق النار على الحاجز يوميا.", "hostilities.small_arms", "actual"),
    ("انفجرت العبوة دون التسبب في سقوط ضحايا.", "casualties.killed", "negated"),
    ("أحبطت الشرطة مخططا لتفجير سفارة وقتل دبلوماسيين.", "casualties.killed", "negated"),
    ("أعلن الجيش إحباط محاولة تسلل وقتل ثلاثة مسلحين.", "casualties.killed", "actual"),
    ("هدد التنظيم بشن هجمات جديدة وقتل جنود.", "casualties.killed", "possible"),
    ("توعد التنظيم بشن هجمات جديدة.", "hostilities.attack", "possible"),
    ("هددت الحركة بالرد بعد مقتل ثلاثة من عناصرها.", "casualties.killed", "actual"),
    ("نفى الناطق وقوع هجوم على المدينة.", "hostilities.attack", "negated"),
    ("لا صحة لما تردد عن اغتيال القائد.", "hostilities.attack", "negated"),
    ("لم تسجل أي إصابات ولم يطلق الجنود النار.", "hostilities.small_arms", "negated"),
    ("وهل قصفت الطائرات القرية؟", "hostilities.air", "possible"),
    ("قد تؤدي الأزمة إلى اندلاع حرب ومقتل كثيرين.", "hostilities.clash", "possible"),
    ("تراجع عن تنفيذ هجوم كان مقررا.", "hostilities.attack", "planned"),
    ("لم يستبعد الجيش وقوع هجوم على المدينة.", "hostilities.attack", "possible"),
    ("لم تسفر الغارة عن إصابات.", "hostilities.air", "actual"),
    ("سنستمر بتظاهراتنا حتى رحيل الحكومة.", "politics.protest", "planned"),
    ("قررت النقابة تنفيذ إضراب عام يوم الأحد.", "politics.protest", "planned"),
    ("أعلنت النقابة إضراباً عاماً في المصانع.", "politics.protest", "planned"),
    ("أعلن خمسون سجيناً إضراباً عن الطعام.", "politics.protest", "actual"),
    ("قررت الحكومة شن هجوم على مواقع المتمردين.", "hostilities.attack", "planned"),
]


@pytest.mark.parametrize(("text", "kind"), TELLS)
def test_it_is_told(read: Read, text: str, kind: str) -> None:
    assert [claim.modality for claim in read(text) if claim.kind == kind] == ["actual"]


@pytest.mark.parametrize(("text", "kind"), [*NAMES_ONLY, *OTHERWISE])
def test_it_is_not_told(read: Read, text: str, kind: str) -> None:
    assert [claim.quote for claim in read(text) if claim.kind == kind] == []


@pytest.mark.parametrize(("text", "kind", "modality"), HOW_SURELY)
def test_how_surely_violence_is_told(read: Read, text: str, kind: str, modality: str) -> None:
    assert {claim.modality for claim in read(text) if claim.kind == kind} == {modality}


def test_what_had_been_before_is_background(read: Read) -> None:
    (taken,) = [
        claim
        for claim in read("أفرج المسلحون عن السفينة وكانوا قد خطفوا ثلاثة مهندسين في الميناء.")
        if "capture" in claim.kind
    ]
    assert taken.background


def test_late_in_a_long_sentence_is_less_sure(read: Read) -> None:
    long = "وقالت الحكومة في بيانها إنها تدرس مع شركائها " + "خطة لبناء المدارس والطرق والمستشفيات " * 6
    early, late = (
        next(claim for claim in read(text) if claim.kind == "casualties.killed")
        for text in ("قتل ثلاثة جنود أمس.", long + "وأعلنت مقتل ثلاثة جنود أمس.")
    )
    assert late.confidence < 0.5 <= early.confidence
    assert late.why[-1].startswith("told late")


MENTIONED = [
    ("جاءت الزيارة بعد يومين من مقتل جنديين.", 0.4),
    ("توترت العلاقات بين البلدين إثر مقتل 11 جنديا.", 0.4),
    ("وأغلق الفندق الذي قتل فيه ثلاثة سياح.", 0.4),
    ("قتل ثلاثة جنود إثر انفجار عبوة ناسفة.", 0.8),
    ("وانفجرت عبوة في السوق، الأمر الذي أدى إلى مقتل ثلاثة جنود.", 0.8),
    ("ومنذ توقيع الاتفاق قتل مسلحون ثلاثة جنود.", 0.8),
    ("وبعد ظهر أمس قتل ثلاثة جنود.", 0.8),
]


@pytest.mark.parametrize(("text", "confidence"), MENTIONED)
def test_what_is_mentioned_in_passing_is_less_sure(read: Read, text: str, confidence: float) -> None:
    assert {claim.confidence for claim in read(text) if claim.kind == "casualties.killed"} == {confidence}


def test_a_bare_mention_in_passing_is_no_claim(read: Read) -> None:
    bare, dated = (
        [claim.kind for claim in read(f"شددت الحكومة الحراسة بعد هجوم نفذه مسلحون{when}.")] for when in ("", " أمس")
    )
    assert "hostilities.attack" not in bare
    assert "hostilities.attack" in dated

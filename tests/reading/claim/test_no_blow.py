"""Words of war and of crowds that tell of no blow, and blows that are only possible. Every sentence is ours."""

from collections.abc import Callable

import pytest

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]

NO_BLOW = [
    "تشهد البلاد تفجيرات بين الحين والآخر.",
    "المقصود من هذه الهجمات هو قتل أعداد كبيرة من الناس.",
    "يسبب النزوح فقدانا للأهل ومعاناة كبيرة.",
    "وجهت النيابة تهما للمدانين بتفجير محطة.",
    "قدم المحامي طعنا في الحكم.",
    "تستخدم الشركة طائرات صغيرة في نقل البضائع.",
    "ألقت الشرطة قنابل مسيلة للدموع على الطلاب.",
    "أطلقت الشرطة قنابل الغاز على المحتجين.",
    "تسلل بعض الموظفين بين المتظاهرين.",
    "اجتاح المتظاهرون شوارع المدينة.",
    "اعتقلت الشرطة ستة من المتظاهرين.",
    "زار الوزير عددا من أسر الضحايا.",
    "تتواصل مسيرة التنمية في وقت يتقدم العالم.",
    "وكاد الخلاف يدخل البلاد في دائرة حرب.",
    "عاقبت الحركة من يطلق الصواريخ.",
    "تسيطر الحركة على مناطق تشن منها هجمات.",
    "أدى انفجار الفقاعة إلى إفلاس المصارف.",
    "مقتل سبعة ركاب في تحطم طائرة خاصة.",
    "قصف الفريق شباك خصمه بثلاثة أهداف.",
]

BLOWS = [
    ("طعن شاب جنديا بسكين قرب الحاجز.", "hostilities.attack"),
    ("أقدم تلميذ على طعن زميله بسلاح أبيض.", "hostilities.attack"),
    ("قتل فتى طعنا في حي جنوب المدينة.", "hostilities.attack"),
    ("أقدم مسلحون على خطف مهندسين في المدينة.", "hostilities.capture"),
    ("هاجم الجنود المسيرة واعتدوا على المتظاهرين.", "hostilities.attack"),
    ("الحرب دائرة في شرق البلاد بين الجيش والمتمردين.", "hostilities.clash"),
    ("فقد أربعة بحارة في المعركة.", "casualties.missing"),
]

HOW_SURELY = [
    ("لا تعرف أسرته إن كان حيا أم فجر نفسه.", "hostilities.explosion", "possible"),
    ("ستكون المواجهة محتدمة في الجنوب.", "hostilities.clash", "planned"),
    ("عوقب الضباط بسبب رفضهم قتل مدنيين.", "casualties.killed", "negated"),
    ("شدد الناطق على عدم وجود إصابات وقتلى في الشجار.", "casualties.wounded", "negated"),
    ("لا يعرف أحد عدد القتلى، فقد يتجاوز المئات.", "casualties.killed", "possible"),
    ("كانت الخلية تستهدف تفجير مقر، وضرب مواقع، واغتيال شخصيات.", "hostilities.attack", "planned"),
]


@pytest.mark.parametrize("text", NO_BLOW)
def test_nobody_is_struck(read: Read, text: str) -> None:
    struck = ("hostilities.", "casualties.")
    assert [claim.quote for claim in read(text) if claim.kind.startswith(struck) and claim.modality == "actual"] == []


@pytest.mark.parametrize(("text", "kind"), BLOWS)
def test_it_is_told(read: Read, text: str, kind: str) -> None:
    assert [claim.modality for claim in read(text) if claim.kind == kind] == ["actual"]


@pytest.mark.parametrize(("text", "kind", "modality"), HOW_SURELY)
def test_how_surely(read: Read, text: str, kind: str, modality: str) -> None:
    assert {claim.modality for claim in read(text) if claim.kind == kind} == {modality}

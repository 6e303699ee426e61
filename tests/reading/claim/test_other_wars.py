"""Who says so and where, in turns of phrase that news of civil wars uses. Every sentence is ours."""

import pytest
from tests.reading.claim.conftest import Read, only

SPOKEN = [
    ("بيروت: قتل ثلاثة أشخاص في غارة إسرائيلية على بلدة الخيام.", "casualties.killed", ()),
    ("باكو: مقتل ثلاثة جنود.", "casualties.killed", ("AZE.GOV",)),
    (
        "أفادت وكالة الأنباء اللبنانية بأن “مسيرة معادية (إسرائيلية)” استهدفت شاحنة في بلدة الخيام.",
        "hostilities.air",
        ("nna",),
    ),
    (
        "أعلن المرصد السوري لحقوق الإنسان أن طائرات قصفت سراقب، كما قتل شخصان في بنش.",
        "casualties.killed",
        ("SOHR",),
    ),
    (
        "أصيب عشرة أشخاص في قصف على الفاشر، حسبما قال طبيب لوكالة رويترز.",
        "casualties.wounded",
        ("SOURCE.MEDICAL", "reuters"),
    ),
    ("سجل الجيش اليمني يوم الأحد ارتكاب مليشيا الحوثي 40 خرقاً للهدنة في تعز.", "ceasefire.violated", ("YEM.MIL",)),
    (
        "ذكر مراسل الحرة نقلا عن مصادر طبية أن أربعة مدنيين قتلوا في تعز.",
        "casualties.killed",
        ("SOURCE.MEDICAL", "alhurra"),
    ),
    (
        "قالت وكالة سانا إن الطريق فتح، فيما نقلت عن مصدر عسكري مقتل خمسة مسلحين في حلب.",
        "casualties.killed",
        ("SOURCE.MILITARY", "sana"),
    ),
    ("أفادت مصادر في المعارضة السورية المسلحة بأن قوات النظام قصفت سراقب.", "hostilities.shelling", ("SYR.OPP",)),
    ("قال محافظ تعز إن الحوثيين قصفوا حياً سكنياً.", "hostilities.shelling", ("YEM.GOV",)),
    ("قالت السلطة المحلية في مأرب إن الحوثيين قصفوا حياً سكنياً.", "hostilities.shelling", ("YEM.GOV",)),
    ("أعلن الدفاع المدني السعودي إصابة مواطن بسقوط قذيفة على جازان.", "casualties.wounded", ("SAU.CD",)),
]


@pytest.mark.parametrize(("text", "kind", "by"), SPOKEN)
def test_who_says_so(read: Read, text: str, kind: str, by: tuple[str, ...]) -> None:
    assert only(read(text), kind).by == by


def test_who_governs_a_part_tells_of_it(read: Read) -> None:
    claim = only(read("قال محافظ تعز إن الحوثيين قصفوا حياً سكنياً."), "hostilities.shelling")
    assert (claim.places, claim.agents) == (("taiz",), ("YEM.HOUTHI",))


def test_who_committed_what_is_counted(read: Read) -> None:
    claim = only(read("سجل الجيش اليمني ارتكاب مليشيا الحوثي 40 خرقاً للهدنة في تعز."), "ceasefire.violated")
    assert claim.agents == ("YEM.HOUTHI",)


def test_victims_are_counted_by_the_ministry_where_they_fell(read: Read) -> None:
    text = (
        "شن الجيش الإسرائيلي غارات على بلدتي الخيام ويارون في جنوب لبنان. "
        "وقتل شخصان في غارة إسرائيلية على مدينة صور، وفق ما أفادت وزارة الصحة."
    )
    assert only(read(text), "casualties.killed").by == ("LBN.MOH",)

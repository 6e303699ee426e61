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


WHERE = [
    ("دخلت عشر شاحنات مساعدات إلى قطاع غزة عبر معبر رفح.", "humanitarian.aid", ("gaza_strip", "rafah_crossing")),
    ("قصفت طائرات سورية بلدة سراقب، معقل الفصائل في ريف حلب.", "hostilities.air", ("saraqib",)),
    ("اتفق الطرفان على سحب القوات من الحديدة وفتح الطريق بين تعز وصنعاء.", "implementation.access", ("taiz", "sanaa")),
    ("اتفق الطرفان على سحب القوات من الحديدة وفتح الطريق بين تعز وصنعاء.", "implementation.withdrawal", ("hudaydah",)),
    ("شن الجيش الإسرائيلي غارات جوية شرقي مدينة خان يونس.", "hostilities.air", ("khan_younis",)),
    ("وصلت إلى صنعاء طائرة تقل 40 أسيراً محرراً قادمة من مأرب.", "implementation.exchange", ("sanaa",)),
    ("وفي محافظة مأرب، قُتل مدنيان بقصف حوثي استهدف مدينة حريب.", "casualties.killed", ("harib",)),
    ("سيطرت الفصائل على مدينة سراقب، وبدأ إجلاء مئات المدنيين منها.", "humanitarian.evacuation", ("saraqib",)),
    ("وتواصل إسرائيل قصف أهداف في أنحاء متفرقة من لبنان.", "hostilities.shelling", ("lebanon",)),
]


@pytest.mark.parametrize(("text", "kind", "places"), WHERE)
def test_where(read: Read, text: str, kind: str, places: tuple[str, ...]) -> None:
    assert only(read(text), kind).places == places


DOERS = [
    ("قتلت قوات الدعم السريع عشرين مدنياً في هجوم على الفاشر.", "hostilities.attack", ("SDN.RSF",)),
    (
        "وافق على الهدنة الحوثيون المتحالفون مع إيران والحكومة اليمنية المدعومة من السعودية.",
        "ceasefire.agreed",
        ("YEM.HOUTHI", "YEM.GOV"),
    ),
    ("قصفت خلال الساعات الماضية مواقع الجيش اليمني في حيس.", "hostilities.shelling", ()),
    ("قال الجيش السوداني إن قواته تمكنت من تحرير مدينة بارا.", "territory.control_change", ("SDN.MIL",)),
    ("قصفت طائرات النظام السوري مدينة سراقب.", "hostilities.air", ("SYR.GOV",)),
    ("قال المرصد السوري إن فصائل بينها جبهة النصرة هاجمت سراقب.", "hostilities.attack", ()),
    (
        "اندلع القتال في طرابلس، حيث وقعت اشتباكات بين قوات حفتر وقوات الوفاق.",
        "hostilities.clash",
        ("LBY.LNA", "LBY.GNA"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "agents"), DOERS)
def test_who_did_it(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    found = [claim.agents for claim in read(text) if claim.kind == kind]
    assert found, text
    assert set(found) == {agents}


def test_a_blow_with_its_article_is_the_one_told_before(read: Read) -> None:
    text = "هاجمت ميليشيا الحوثي مواقع للجيش اليمني في حريب. وأشار المتحدث إلى أن ثلاثة جنود قتلوا في الهجوم."
    assert only(read(text), "casualties.killed").agents == ("YEM.HOUTHI",)


def test_details_of_a_blow_have_its_target(read: Read) -> None:
    text = "قالت قوات اليونيفيل إن الجيش الإسرائيلي استهدف دورية لها قرب يارون، حيث ألقت مسيّرة قنبلة."
    assert only(read(text), "hostilities.air").targets == ("UN.UNIFIL",)


def test_the_army_is_the_one_named_before(read: Read) -> None:
    text = "تقدم الجيش الوطني الليبي في ترهونة. وتبادل الجيش وقوات الوفاق القصف في طرابلس."
    assert "LBY.LNA" in only(read(text), "hostilities.shelling").agents


FALLEN = [
    ("قتلت قوات الدعم السريع في دارفور 25 شخصاً على الأقل.", "casualties.killed", [25], ["person"]),
    ("أصيب 12 مدنياً، منهم أربعة أطفال وثماني نساء.", "casualties.wounded", [12, 4, 8], ["civilian", "child", "woman"]),
    (
        "قال الجيش إن 20 مدنياً على الأقل، بينهم سبعة أطفال، قتلوا في القصف.",
        "casualties.killed",
        [20, 7],
        ["civilian", "child"],
    ),
    ("أفاد شهود بوقوع شهداء في قصف على خان يونس.", "casualties.killed", [None], ["person"]),
    ("أدى القصف على خان يونس إلى سقوط إصابات.", "casualties.wounded", [None], ["person"]),
    ("قصف الجيش خان يونس من دون الإبلاغ عن وقوع إصابات.", "casualties.wounded", [], []),
    ("أعلن الجيش مقتل 12 حوثياً في معارك تعز.", "casualties.killed", [12], ["fighter"]),
]


@pytest.mark.parametrize(("text", "kind", "counts", "who"), FALLEN)
def test_who_fell(read: Read, text: str, kind: str, counts: list[int | None], who: list[str]) -> None:
    found = [claim.count for claim in read(text) if claim.kind == kind]
    assert [(one.lo, one.who) for one in found if one is not None] == list(zip(counts, who, strict=True))


def test_people_named_by_their_group_are_its_fighters(read: Read) -> None:
    claim = only(read("أعلن الجيش اليمني مقتل 12 حوثياً في معارك تعز."), "casualties.killed")
    assert claim.targets == ("YEM.HOUTHI",)


def test_an_exchange_is_between_the_two_sides(read: Read) -> None:
    text = "قامت لجنة 5+5 الليبية بإتمام تبادل الأسرى بين حكومة الوفاق -المعترف بها دوليا- وقوات خليفة حفتر."
    assert only(read(text), "implementation.exchange").agents == ("LBY.GNA", "LBY.LNA")


def test_the_speaker_of_before_is_not_whose_blow_is_pointed_at(read: Read) -> None:
    text = "قالت لجان المقاومة إن القصف توقف. وأشارت إلى هجوم الدعم السريع على الفاشر، وأكدت أن المليشيا تحاصر المدينة."
    assert only(read(text), "humanitarian.blockade").by == ("SDN.RC",)


def test_behind_that_and_its_pronoun_stands_a_verb(read: Read) -> None:
    claim = only(read("أعلن الجيش الإسرائيلي أنه قصف أهدافا لحماس في خانيونس."), "hostilities.shelling")
    assert (claim.agents, claim.targets) == (("ISR.MIL",), ("PSE.HAMAS",))
    called = read("قال الجيش اللبناني إن إسرائيل قصفت الخيام، ووصف ذلك بأنه خرق لوقف إطلاق النار.")
    assert only(called, "ceasefire.violated").agents != ("LBN.MIL",)

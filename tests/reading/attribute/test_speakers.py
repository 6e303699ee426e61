"""Who says so: sentences of our own with the claim that they hold and its chain of speakers."""

from collections.abc import Callable

import pytest

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]

CASES = [
    # verb first, with «أن», with a verbal noun, and in the source's own voice
    ("قالت وزارة الدفاع الأرمينية إن القوات الأذربيجانية قصفت مواقع قرب سوتك.", "hostilities.shelling", ("ARM.MOD",)),
    ("أعلنت أذربيجان مقتل ثلاثة من جنودها.", "casualties.killed", ("AZE.GOV",)),
    ("قصفت القوات الأذربيجانية مواقع قرب سوتك.", "hostilities.shelling", ()),
    ("وكانت أرمينيا أعلنت الأربعاء مقتل جندي.", "casualties.killed", ("ARM.GOV",)),
    # a capital, a headline's colon
    ("باكو: مقتل جنديين في اشتباكات على الحدود.", "casualties.killed", ("AZE.GOV",)),
    ("يريفان تعلن مقتل جندي.", "casualties.killed", ("ARM.GOV",)),
    # attributions before and after
    ("بحسب وزارة الصحة في غزة، قتل 20 شخصا في خان يونس.", "casualties.killed", ("PSE.GAZA_MOH",)),
    ("قتل خمسة مدنيين في الفاشر، وفق ما أفاد مصدر طبي.", "casualties.killed", ("SOURCE.MEDICAL",)),
    ("نزح آلاف السكان من المدينة، بحسب شهود عيان.", "humanitarian.displacement", ("SOURCE.WITNESS",)),
    # relays: the origin first
    (
        "أجلت قوات حفظ السلام الروسية 200 مدني، وفق ما نقلت وكالة إنترفاكس عن وزارة الدفاع الروسية.",
        "humanitarian.evacuation",
        ("RUS.MOD", "interfax"),
    ),
    (
        "ذكرت وكالة إنترفاكس نقلا عن وزارة الدفاع الروسية أن خمسة جنود قتلوا.",
        "casualties.killed",
        ("RUS.MOD", "interfax"),
    ),
    # participles and accusations
    (
        "دعا جوزيب بوريل إلى ضبط النفس، مؤكدا ضرورة انسحاب القوات الأذربيجانية.",
        "implementation.withdrawal",
        ("EU.HR.borrell",),
    ),
    ("اتهمت أرمينيا أذربيجان بقصف مواقعها في جيرموك.", "hostilities.shelling", ("ARM.GOV",)),
    # whoever carries it stands behind whoever says it, in whatever order they are named
    (
        "أفادت وكالة إنترفاكس بأن خمسة جنود قتلوا، وفقا لتصريح المتحدث باسم الكرملين دميتري بيسكوف.",
        "casualties.killed",
        ("RUS.PRES.peskov", "interfax"),
    ),
    ("ووفقا للمعلومات الواردة من باكو، قتل 11 شخصا.", "casualties.killed", ("AZE.GOV",)),
    # who speaks for a country says what it announces; what another side announces is told by both
    (
        "قالت المتحدثة باسم الخارجية الأذربيجانية: «تعلن أذربيجان أن وقف إطلاق النار دخل حيز التنفيذ».",
        "ceasefire.in_force",
        ("AZE.MFA",),
    ),
    ("قال نيكول باشينيان: «أعلنت أذربيجان مقتل خمسة جنود».", "casualties.killed", ("AZE.GOV", "ARM.PM.pashinyan")),
    # words in pieces, a comma between the speaker and what he announces, what a fight led to
    (
        "قالت وزارة الدفاع الروسية إنه «بعد ساعات من التوتر على الحدود» في الجنوب «قصفت القوات الأرمينية مدينة ترتر».",
        "hostilities.shelling",
        ("RUS.MOD",),
    ),
    ("أعلن الرئيس الروسي فلاديمير بوتين، توصل أرمينيا وأذربيجان إلى هدنة.", "ceasefire.agreed", ("RUS.PRES.putin",)),
    (
        "أعلن الجيش الروسي سريان الهدنة، عقب الاشتباكات بين القوات الأرمينية والأذربيجانية، أسفرت عن مقتل 20 شخصا.",
        "casualties.killed",
        ("RUS.MIL",),
    ),
    # the rest of a toll
    ("قالت السلطات الأرمينية إن 20 شخصا قتلوا، فيما أصيب 290 آخرون.", "casualties.wounded", ("ARM.GOV",)),
    (
        "قالت السلطات الأرمينية إن 20 شخصا قتلوا، فيما اعتبر 105 آخرون في عداد المفقودين.",
        "casualties.missing",
        ("ARM.GOV",),
    ),
    # a turn of phrase before who says so, an office in a region, a person behind what describes his office
    ("وفي المقابل، وبحسب وزارة الدفاع الأرمينية، فإن أذربيجان قصفت بلدة غوريس.", "hostilities.shelling", ("ARM.MOD",)),
    ("أعلنت وزارة الدفاع بإقليم ناغورنو قره باغ مقتل 62 جنديا.", "casualties.killed", ("NKR.MOD",)),
    (
        "وأكد المتحدث باسم رئيس جمهورية قره باغ المعترف بها من جانب واحد، فغرام بوغوسيان، أن المدينة تعرضت لقصف مدفعي.",
        "hostilities.shelling",
        ("NKR.PRES.poghosyan",),
    ),
    # another side answers after «لكن», and the source goes on after «فيما»
    ("قالت يريفان إن الهدنة خرقت، لكن وزارة الدفاع الأذربيجانية نفت ذلك.", "statement.denial", ()),
    ("أعلنت أذربيجان وقف إطلاق النار، فيما قصفت القوات الأرمينية بلدة.", "hostilities.shelling", ()),
]


@pytest.mark.parametrize(("text", "kind", "by"), CASES)
def test_who_says_so(read: Read, text: str, kind: str, by: tuple[str, ...]) -> None:
    found = [claim for claim in read(text) if claim.kind == kind]
    assert found, [(claim.kind, claim.quote) for claim in read(text)]
    assert found[0].by == by


def test_the_speaker_goes_on_in_the_next_sentence(read: Read) -> None:
    claims = read("قالت وزارة الدفاع الأرمينية إن جنديا قتل. وأضافت أن ثلاثة جنود أصيبوا.")
    assert [claim.by for claim in claims if claim.kind == "casualties.wounded"] == [("ARM.MOD",)]


def test_the_source_speaks_again_in_the_next_sentence(read: Read) -> None:
    claims = read("قالت وزارة الدفاع الأرمينية إن جنديا قتل. وقصفت المدفعية الأذربيجانية بلدة غوريس.")
    assert [claim.by for claim in claims if claim.kind == "hostilities.shelling"] == [()]


def test_a_trailing_attribution_governs_its_own_clause_only(read: Read) -> None:
    claims = read("خلفت العملية 32 قتيلا، كما أجلت قوات حفظ السلام الروسية 50 مدنيا، وفق وزارة الدفاع الروسية.")
    speakers = {claim.kind: claim.by for claim in claims}
    assert speakers["casualties.killed"] == ()
    assert speakers["humanitarian.evacuation"] == ("RUS.MOD",)


def test_a_quotation_ends_its_speaker(read: Read) -> None:
    claims = read("وقالت باكو: «سلمت القوات الأرمينية أسلحتها». وانسحبت القوات الأرمينية من البلدة.")
    assert [claim.by for claim in claims] == [("AZE.GOV",), ()]


def test_a_verb_of_saying_without_a_subject_goes_on(read: Read) -> None:
    claims = read("قال الجيش الأذربيجاني إن جنديا قتل. وأعلن في بيان أن القوات الأرمينية قصفت مدينة ترتر.")
    assert [claim.by for claim in claims if claim.kind == "hostilities.shelling"] == [("AZE.MIL",)]


def test_a_ministry_by_its_nation_alone(read: Read) -> None:
    told = "قالت وزارة الدفاع الأذربيجانية إن جنديا قتل. وقالت الوزارة الأرمينية إن القوات الأذربيجانية قصفت قرية تيغ."
    assert [c.by for c in read(told) if c.kind == "hostilities.shelling"] == [("ARM.MOD",)]


def test_a_ministry_whose_people_are_told_of_does_not_speak(read: Read) -> None:
    claims = read(
        "قالت وزارة الدفاع الأذربيجانية إن ثلاثة عناصر من وزارة الداخلية قتلوا. وأضافت الوزارة أن جنديا أصيب."
    )
    assert [claim.by for claim in claims if claim.kind == "casualties.wounded"] == [("AZE.MOD",)]


def test_who_accuses_is_who_just_did_something(read: Read) -> None:
    claims = read("ويشكو السكان من نقص الأدوية، بعد أن أغلقت أذربيجان ممر لاتشين، متهمة أرمينيا بتهريب الأسلحة.")
    assert [claim.agents for claim in claims if claim.kind == "statement.accusation"] == [("AZE.GOV",)]

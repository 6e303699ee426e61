"""Places, doers and turns of phrase met in news about Nagorno-Karabakh and other truces. Every sentence is ours."""

from collections.abc import Callable

import pytest

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]


def first(claims: tuple[Claim, ...], kind: str) -> Claim:
    found = [claim for claim in claims if claim.kind == kind]
    assert found, [(claim.kind, claim.quote) for claim in claims]
    return found[0]


PLACES = [
    # a district's town has its name; the other one is named only where something speaks of it
    ("قصفت القوات الأذربيجانية بلدة مارتوني في قره باغ.", "hostilities.shelling", ("khojavend",)),
    ("قصفت القوات الأذربيجانية بلدة مارتوني في غيغاركونيك.", "hostilities.shelling", ("martuni_armenia",)),
    # a border whose countries stand behind a comma, a province at the border
    (
        "قتل جنود في معارك على الحدود بين الجمهوريتين السوفيتيتين السابقتين، أرمينيا وأذربيجان.",
        "casualties.killed",
        ("arm_aze_border",),
    ),
    ("قتل جندي على الحدود مع أذربيجان في منطقة سيونيك.", "casualties.killed", ("syunik",)),
    # where it struck, not from where it was fired
    (
        "أطلقت القوات الأذربيجانية النار من منطقة لاتشين على مواقع أرمينية في كورنيدزور.",
        "hostilities.small_arms",
        ("kornidzor",),
    ),
    ("تعرضت مدينة غنجة لقصف صاروخي من أراضي أرمينيا.", "hostilities.shelling", ("ganja",)),
    (
        "مواقعها في مقاطعتي توفوز وغاداباي تعرضت لإطلاق نار من مناطق بيرد وفاردينيس في أرمينيا.",
        "hostilities.small_arms",
        ("tovuz", "gadabay"),
    ),
    ("أطلقت القوات الأذربيجانية النار على مواقع أرمينية بالقرب من سوتك.", "hostilities.small_arms", ("sotk",)),
    # where those sit with whom it was agreed is not where it holds
    ("أعلنت حماس أنه تم الاتفاق مع الأشقاء في قطر ومصر على تمديد الهدنة.", "ceasefire.extended", ()),
    # behind what interrupts the clause
    (
        "تجتمع مجموعة مينسك التي تضم سفراء فرنسا وروسيا، في فيينا الثلاثاء.",
        "diplomacy.talks",
        ("vienna",),
    ),
    ("قتل جندي، وفق ما أعلنت وزارة الدفاع الأرمينية، في قصف على قرية تيغ.", "casualties.killed", ("tegh",)),
]


@pytest.mark.parametrize(("text", "kind", "places"), PLACES)
def test_where(read: Read, text: str, kind: str, places: tuple[str, ...]) -> None:
    assert first(read(text), kind).places == places


def test_the_disputed_region_is_no_town_named_before(read: Read) -> None:
    claims = read("وصل مصور إلى بلدة ترتر قرب قره باغ. وقتل 64 شخصا في هذه المنطقة المتنازع عليها.")
    assert first(claims, "casualties.killed").places == ("karabakh",)


def test_the_same_place_named_again_begins_no_other_matter(read: Read) -> None:
    told = "قصفت القوات الأذربيجانية مدينة شوشا. وقالت السلطات في شوشا إن أربعة مدنيين قتلوا."
    assert first(read(told), "casualties.killed").places == ("shusha",)


AGENTS = [
    ("أعلنت أذربيجان السيطرة على سبع قرى.", "territory.control_change", ("AZE",)),
    ("أعلنت وزارة الدفاع الأذربيجانية عن السيطرة على مرتفعات قرب شوشا.", "territory.control_change", ("AZE.MIL",)),
    (
        "قال باشينيان إن باكو وافقت على منح يريفان مهلة لسحب قواتها من كلبجار.",
        "implementation.withdrawal",
        ("ARM",),
    ),
    ("قال لافروف إن بوتين تحدث إلى باشينيان.", "diplomacy.contact", ("RUS.PRES.putin", "ARM.PM.pashinyan")),
    ("قتل جندي أرميني برصاص قناص أذربيجاني.", "casualties.killed", ("AZE.MIL",)),
]


@pytest.mark.parametrize(("text", "kind", "agents"), AGENTS)
def test_who(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert first(read(text), kind).agents == agents


KINDS = [
    ("دخل الجيش الأذربيجاني محافظة أغدام. وجاء ذلك وفقا للاتفاق بين باكو ويريفان.", ["implementation.handover"]),
    ("ونص الاتفاق على استعادة أذربيجان السيطرة على محافظة أغدام.", ["implementation.handover"]),
    ("استعادت أذربيجان السيطرة على محافظة أغدام بعد معارك.", ["territory.control_change"]),
    ("أوقف الطرفان القصف بعد ظهر الثلاثاء.", ["hostilities.halted"]),
    ("مددت قطر، وفق ما نقلت رويترز عن مصدر مطلع، وقف إطلاق النار يومين.", ["ceasefire.extended"]),
    ("توصلت أذربيجان وسلطات قره باغ، الذي تحتله أرمينيا، الثلاثاء، إلى هدنة.", ["ceasefire.agreed"]),
]


@pytest.mark.parametrize(("text", "kinds"), KINDS)
def test_what(read: Read, text: str, kinds: list[str]) -> None:
    assert [claim.kind for claim in read(text)] == kinds


MODALITIES = [
    ("أفرجت يريفان عن 15 أسيرا، على أن يتم الإفراج عن 20 أسيرا خلال 48 ساعة.", ["actual", "obligation"]),
    ("جاء الاتفاق بالتزامن مع انسحاب القوات الأرمينية من كلبجار.", ["actual"]),
]


@pytest.mark.parametrize(("text", "modalities"), MODALITIES)
def test_how_surely(read: Read, text: str, modalities: list[str]) -> None:
    told = [c for c in read(text) if c.kind in {"implementation.exchange", "implementation.withdrawal"}]
    assert [claim.modality for claim in told] == modalities


BODIES = [
    ("قال المرصد السوري لحقوق الإنسان إن جنديا قتل. وأفاد المرصد بإصابة سبعة مدنيين.", ("SOHR",)),
    ("أفادت وكالة إنترفاكس بأن جنديا قتل. وأضافت الوكالة أن خمسة أصيبوا.", ("interfax",)),
]


@pytest.mark.parametrize(("text", "by"), BODIES)
def test_a_body_by_its_noun_alone(read: Read, text: str, by: tuple[str, ...]) -> None:
    assert first(read(text), "casualties.wounded").by == by


AGAIN = [
    # the same hour by another clock, and where people went
    ("فجر الثلاثاء (الاثنين 20:05 بتوقيت غرينتش) قصفت أذربيجان بلدة غوريس.", "hostilities.shelling", "2023-09-19"),
]


@pytest.mark.parametrize(("text", "kind", "day"), AGAIN)
def test_when(read: Read, text: str, kind: str, day: str) -> None:
    when = first(read(text), kind).when
    assert when is not None
    assert when[0][:10] == day


def test_where_people_fled_is_not_where_others_died(read: Read) -> None:
    told = "قتل 20 شخصا، وأصيب 290 جراء انفجار في إقليم قره باغ، بالتزامن مع نزوح الآلاف باتجاه أرمينيا."
    claims = read(told)
    assert first(claims, "casualties.killed").places == ("karabakh",)
    assert first(claims, "casualties.wounded").places == ("karabakh",)


def test_a_critical_state_is_no_condition(read: Read) -> None:
    claims = read("أصيب 290 شخصا، بينهم العشرات في حالة حرجة.")
    assert {claim.modality for claim in claims} == {"actual"}


BY_WHOM = [
    ("وقال إن القصف الروسي والسوري أدى إلى مقتل عشرات المدنيين.", "casualties.killed", ("RUS", "SYR")),
    ("وأدت اعتداءات الجيش الإسرائيلي إلى مقتل 15 مدنيا.", "casualties.killed", ("ISR.MIL",)),
    ("وأضافت أن أذربيجان استخدمت المدفعية في هجومها.", "hostilities.shelling", ("AZE",)),
    ("استخدمت أذربيجان في الهجوم طائرات مسيرة.", "hostilities.air", ("AZE",)),
    ("أعلنت أرمينيا التعبئة العامة.", "posture.mobilisation", ("ARM",)),
    ("وصلت شاحنة روسية تحمل مساعدات إلى ستيباناكيرت.", "humanitarian.aid", ("RUS",)),
    (
        "تم التوصل إلى اتفاق بين حركة حماس وإسرائيل لتمديد الهدنة يومين.",
        "ceasefire.extended",
        ("PSE.HAMAS", "ISR"),
    ),
    (
        "اتفقت أرمينيا وأذربيجان على وقف إطلاق النار، لكن الجانبان تبادلا الاتهامات بخرقه.",
        "ceasefire.agreed",
        ("ARM", "AZE"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "agents"), BY_WHOM)
def test_by_whom(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert first(read(text), kind).agents == agents


def test_positions_are_shelled_and_do_not_shell(read: Read) -> None:
    shelled = first(read("تم قصف مواقع للجيش الأذربيجاني من الجانب الأرميني."), "hostilities.shelling")
    assert (shelled.agents, shelled.targets) == (("ARM",), ("AZE.MIL",))


def test_each_accuses_the_other_of_breaking_it(read: Read) -> None:
    told = "اتفقت أرمينيا وأذربيجان على وقف إطلاق النار، لكن لاحقا تبادل الطرفان الاتهامات بخرقه."
    assert set(first(read(told), "ceasefire.violated").agents) == {"ARM", "AZE"}


def test_two_counts_joined_before_their_verb(read: Read) -> None:
    claims = read("قال الجانب الأرميني إن شرطيين وثلاثة عسكريين أصيبوا.")
    assert [claim.count.who for claim in claims if claim.count] == ["policeman", "soldier"]


def test_a_total_is_passed(read: Read) -> None:
    assert first(read("تخطى عدد المصابين 200."), "casualties.wounded").count is not None


def test_citizens_of_whoever_calls_on_them(read: Read) -> None:
    assert first(read("دعا نيكول باشينيان مواطنيه إلى ضبط النفس."), "statement.demand").targets == ("ARM.CVL",)


THIRD = [
    # a party that announces a truce with another is one side of it
    ("أعلنت أرمينيا هدنة مع أذربيجان.", "ceasefire.agreed", ("ARM", "AZE")),
    (
        "أعلنت أذربيجان التوصل إلى اتفاق وقف النار مع الانفصاليين في إقليم قره باغ.",
        "ceasefire.agreed",
        ("AZE", "NKR.GOV"),
    ),
    ("وكانت أذربيجان قد بادرت بقصف بلدة غوريس.", "hostilities.shelling", ("AZE",)),
    ("قالت يريفان إن ستة من جنودها وقعوا أسرى لدى القوات الأذربيجانية.", "casualties.captured", ("AZE.MIL",)),
    (
        "أجرى وزير الدفاع الروسي اتصالين هاتفيين بنظيريه الأرميني والأذربيجاني.",
        "diplomacy.contact",
        ("RUS.MOD", "ARM.MOD", "AZE.MOD"),
    ),
]


@pytest.mark.parametrize(("text", "kind", "agents"), THIRD)
def test_who_is_a_side(read: Read, text: str, kind: str, agents: tuple[str, ...]) -> None:
    assert set(first(read(text), kind).agents) == set(agents)


def test_units_of_the_army_enter(read: Read) -> None:
    told = "قالت وزارة الدفاع الأذربيجانية إن وحدات من الجيش دخلت منطقة أغدام وفقا للاتفاق."
    assert first(read(told), "implementation.handover").targets == ("AZE.MIL",)


def test_so_many_out_of_so_many_is_no_verb(read: Read) -> None:
    exchanged = first(read("سلمت أذربيجان 15 سجينا من أصل أرميني إلى أرمينيا."), "implementation.exchange")
    assert exchanged.targets == ("ARM",)


def test_control_is_handed_over(read: Read) -> None:
    told = read("ووفقا للاتفاق، وافقت أرمينيا على تسليم السيطرة على ثلاث مناطق لأذربيجان.")
    assert [(claim.kind, claim.agents, claim.targets) for claim in told] == [
        ("implementation.handover", ("ARM",), ("AZE",))
    ]


def test_where_people_are_taken_in(read: Read) -> None:
    taken = first(read("أعلنت الحكومة الأرمينية أنها استقبلت أكثر من 13 ألف شخص."), "humanitarian.displacement")
    assert taken.places == ("armenia",)


def test_a_truce_that_something_is_about_has_its_place(read: Read) -> None:
    told = "أعلن الكرملين أن بوتين وعلييف وقعا إعلانا مشتركا حول وقف إطلاق النار في قره باغ."
    assert first(read(told), "ceasefire.agreed").places == ("karabakh",)


def test_what_stays_in_quotation_marks_stays_its_speakers(read: Read) -> None:
    told = "قالت الخارجية الأذربيجانية إن «وساطة روسية ساعدت في ذلك، فيما تم في المقابل الإفراج عن 15 أسيرا»."
    assert first(read(told), "implementation.exchange").by == ("AZE.MFA",)


def test_verbal_nouns_side_by_side(read: Read) -> None:
    told = read("قالت وكالة إنترفاكس إن الاتفاق يعني تفكيك وسحب جميع الأسلحة الثقيلة.")
    assert {claim.modality for claim in told if claim.kind == "implementation.disarmament"} == {"obligation"}


def test_what_a_denial_still_waits_for_is_no_deed_of_the_denier(read: Read) -> None:
    claims = read("نفى المتحدث باسم الرئاسة الأذربيجانية حكمت حاجييف، في اتصال مع الجزيرة، قصف المدنيين.")
    assert [claim.kind for claim in claims] == ["statement.denial"]


def test_a_people_that_is_called_on_does_not_call(read: Read) -> None:
    called = first(read("وصف نيكول باشينيان الاتفاق بأنه مؤلم، ودعا الأرمن إلى الوحدة."), "statement.demand")
    assert (called.agents, called.targets) == (("ARM.PM.pashinyan",), ("ARM",))


def test_fighting_is_resumed(read: Read) -> None:
    assert first(read("استؤنفت المعارك في قره باغ صباح اليوم."), "hostilities.clash").places == ("karabakh",)


def test_between_whom_what_entered_into_force_was_made(read: Read) -> None:
    told = read("منذ توقيع الاتفاق بين أرمينيا وأذربيجان، الذي دخل حيز التنفيذ في 10 نوفمبر.")
    assert first(told, "ceasefire.in_force").agents == ("ARM", "AZE")


TARGETS = [
    ("حث الانفصاليون السكان في قره باغ على البقاء.", "statement.demand", ("NKR.CVL",)),
    ("دعت الحكومة الأرمينية المواطنين إلى الهدوء.", "statement.demand", ("ARM.CVL",)),
    ("دعا الجيش الإسرائيلي السكان إلى الإخلاء.", "statement.demand", ()),
    ("اتهمت وزارة الدفاع الأذربيجانية القوات الأرمينية بأعمال تخريبية قرب داشكسان.", "hostilities.sabotage", ("AZE",)),
    ("قالت وزارة الدفاع الأذربيجانية إن القوات الأرمينية قصفت ترتر.", "hostilities.shelling", ()),
]


@pytest.mark.parametrize(("text", "kind", "targets"), TARGETS)
def test_at_whom(read: Read, text: str, kind: str, targets: tuple[str, ...]) -> None:
    assert first(read(text), kind).targets == targets


LATE = [
    ("واتهمت أرمينيا أذربيجان بقتل أحد جنودها، وهو ما نفته أذربيجان.", "statement.denial", ("AZE.GOV",), ()),
    (
        "وقالت وزارة الدفاع الانفصالية في قره باغ إن القوات الأذربيجانية قصفت شوشا.",
        "hostilities.shelling",
        ("AZE.MIL",),
        ("NKR.MOD",),
    ),
    ("قدمت أرمينيا إلى أذربيجان خرائط لنحو 92 ألف لغم في فيزولي.", "implementation.demining", ("ARM",), ()),
    ("لا يزال وقف إطلاق النار محترما في قره باغ.", "ceasefire.holding", (), ()),
]


@pytest.mark.parametrize(("text", "kind", "agents", "by"), LATE)
def test_who_and_who_says_so(read: Read, text: str, kind: str, agents: tuple[str, ...], by: tuple[str, ...]) -> None:
    claim = first(read(text), kind)
    assert (claim.agents, claim.by) == (agents, by)

"""Turns of phrase of news about a border war: who goes on, who fell, what was tried, who says so. Our own sentences."""

import pytest
from tests.reading.claim.conftest import Read, only


def test_a_verb_that_begins_with_waw(read: Read) -> None:
    """«واصل» is no «و» before another word."""
    blow = only(read("واصل الجيش الأذربيجاني قصف القرى الحدودية."), "hostilities.shelling")
    assert blow.agents == ("AZE.MIL",)


def test_what_a_bus_carries_says_nothing(read: Read) -> None:
    """«تقل» is a form of «قال» behind «لم» only."""
    claims = read("أكدت موسكو أن حافلة تقل قوات حفظ السلام الروسية تعرضت لإطلاق نار.")
    fire = only(claims, "hostilities.small_arms")
    assert (fire.by, fire.targets) == (("RUS.GOV",), ("RUS.PKF",))


def test_who_bears_something_blames_nobody(read: Read) -> None:
    """«تحمل» is «blames» only with what somebody is blamed for."""
    claims = read("ذكرت يريفان أن حافلة تحمل القوات الروسية انقلبت، وأن ثلاثة جنود قتلوا.")
    assert only(claims, "casualties.killed").by == ("ARM.GOV",)


@pytest.mark.parametrize("fire", ["نيران قناصة", "نيران أسلحة رشاشة", "نيران كثيفة"])
def test_fire_that_somebody_comes_under(read: Read, fire: str) -> None:
    assert only(read(f"تعرضت القوات الأرمينية ل{fire} قرب القرية."), "hostilities.small_arms").targets == ("ARM.MIL",)


def test_others_of_theirs_and_the_toll_in_their_ranks(read: Read) -> None:
    claims = read("قالت وزارة الدفاع الأرمينية إن 7 آخرين من جنودها قتلوا، ما يرفع عدد القتلى في صفوفهم إلى 52.")
    new, total = (claim for claim in claims if claim.kind == "casualties.killed")
    assert new.count is not None
    assert total.count is not None
    assert (new.count.who, new.count.side, total.count.who, total.count.side) == ("soldier", "ARM", "soldier", "ARM")
    assert new.targets == total.targets == ("ARM.MIL",)


@pytest.mark.parametrize(
    ("text", "lo"),
    [
        ("أعلنت وزارة الدفاع الأرمينية أن اثنين من جنودها سقطا قرب الحدود.", 2),
        ("سقط أربعة جنود أرمن في القصف.", 4),
    ],
)
def test_soldiers_who_fell_died(read: Read, text: str, lo: int) -> None:
    killed = only(read(text), "casualties.killed")
    assert killed.count is not None
    assert (killed.count.lo, killed.count.side) == (lo, "ARM")


@pytest.mark.parametrize("text", ["سقط عشرة جنود في الأسر.", "سقط عشرة جنود بين قتيل وجريح.", "سقط الجنود في كمين."])
def test_soldiers_who_fell_otherwise(read: Read, text: str) -> None:
    assert not [c for c in read(text) if c.kind == "casualties.killed" and c.count and c.count.lo == 10]


def test_those_who_fell_are_no_shells(read: Read) -> None:
    assert "hostilities.shelling" not in {claim.kind for claim in read("سقط أربعة جنود أرمن في القصف.")}


def test_one_of_a_rank(read: Read) -> None:
    killed = only(read("قتل النقيب في الجيش الأذربيجاني رامز قلييف."), "casualties.killed")
    assert killed.count is not None
    assert (killed.count.lo, killed.count.who, killed.targets) == (1, "soldier", ("AZE.MIL",))


def test_one_of_a_rank_who_kills(read: Read) -> None:
    killed = only(read("قتل الجندي الإسرائيلي فتاة في البلدة."), "casualties.killed")
    assert killed.agents == ("ISR.MIL",)


def test_a_private_killing_is_none_of_war(read: Read) -> None:
    assert not read("قالت الجارة إن فارس قتل ابنه وإنه نادم.")
    assert read("أسفر القصف عن قتل ابنه في البلدة.")
    assert not read("وتعرض زوجها للاعتداء ولم يسمعها أحد.")
    assert read("وتعرضت القوات الأرمينية للاعتداء.")


def test_a_third_one_who_was_hurt(read: Read) -> None:
    wounded = only(read("قتل جنديان، وأصيب ثالث جراء انفجار لغم."), "casualties.wounded")
    assert wounded.count is not None
    assert (wounded.count.lo, wounded.count.who) == (1, "soldier")


def test_of_what_sort_most_are_is_no_figure(read: Read) -> None:
    assert len(read("نزح مئة شخص من القرية، غالبيتهم سوريون.")) == 1


def test_said_so_at_the_end(read: Read) -> None:
    """«كما» before a verb of saying that says nothing itself."""
    killed = only(read("قتل جندي عند الحدود، كما أعلنت وزارة الدفاع الأرمينية."), "casualties.killed")
    assert killed.by == ("ARM.MOD",)
    claims = read("قتل جندي عند الحدود، كما أعلنت وزارة الدفاع الأرمينية إصابة خمسة.")
    assert only(claims, "casualties.killed").by == ()


def test_a_quotation_goes_on_in_the_next_sentence(read: Read) -> None:
    text = 'وقالت وزارة الدفاع الأرمينية إن الليل كان هادئا. "لكن ثلاثة جنود قتلوا صباحا جراء قصف القرية".'
    assert only(read(text), "casualties.killed").by == ("ARM.MOD",)


def test_who_does_not_answer_speaks_next(read: Read) -> None:
    text = "نفت وزارة الدفاع الأذربيجانية ذلك. ولم ترد يريفان على النفي. وأعلنت فقط أن أحد جنودها أصيب."
    wounded = only(read(text), "casualties.wounded")
    assert (wounded.by, wounded.targets) == (("ARM.GOV",), ("ARM.MIL",))


@pytest.mark.parametrize(
    "text",
    [
        "حاولت القوات الأذربيجانية السيطرة على تلة قرب القرية.",
        "خاض الجيش حربا بهدف السيطرة على الإقليم.",
        "سعت القوات إلى استعادة البلدة.",
    ],
)
def test_what_was_tried_is_not_taken(read: Read, text: str) -> None:
    assert "territory.control_change" not in {claim.kind for claim in read(text)}


def test_aircraft_that_were_shot_down(read: Read) -> None:
    down = only(read("أعلنت باكو أن مروحية أرمينية أسقطت قرب الحدود."), "hostilities.attack")
    assert (down.agents, down.targets) == ((), ("ARM",))


def test_aircraft_that_drop_bombs(read: Read) -> None:
    dropped = only(read("طائرات مسيرة إسرائيلية أسقطت قنابل على البلدة."), "hostilities.air")
    assert dropped.agents == ("ISR",)


def test_what_somebody_goes_on_with(read: Read) -> None:
    fire = only(read("أكدت يريفان مواصلة القوات الأذربيجانية إطلاق النار."), "hostilities.small_arms")
    assert fire.agents == ("AZE.MIL",)


def test_an_outbreak_that_only_dates(read: Read) -> None:
    claims = read("ارتفع عدد القتلى إلى 40 منذ اندلاع القتال.")
    assert {claim.kind for claim in claims} == {"casualties.killed"}


WAR = "وتجددت الاشتباكات بين الجيش الأرميني والجيش الأذربيجاني."


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("اتفقت أرمينيا وأذربيجان على تشكيل لجنة مشتركة.", "diplomacy.agreement"),
        ("القتال العنيف مستمر في الجبال.", "hostilities.clash"),
    ],
)
def test_what_is_told_of_a_war(read: Read, text: str, kind: str) -> None:
    assert kind in {claim.kind for claim in read(f"{text} {WAR}")}


def test_a_call_that_is_put_to_somebody(read: Read) -> None:
    claims = read(f"وجهت روسيا نداء إلى الجانب الأذربيجاني لسحب قواته. {WAR}")
    call = only(claims, "statement.demand")
    assert (call.agents, call.targets) == (("RUS.GOV",), ("AZE",))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("أعلنت وزارة الدفاع الأذربيجانية شن الجيش عملية ضد القوات الأرمينية.", "hostilities.offensive"),
        ("وأكدت باكو أن قواتها تواصل التقدم في الجبال.", "hostilities.offensive"),
        ("عادت الاشتباكات إلى الحدود.", "hostilities.clash"),
        ("منعت أذربيجان حركة المرور عبر الممر.", "implementation.access"),
        ("استعادت القوات الأذربيجانية عددا من القرى.", "territory.control_change"),
    ],
)
def test_plain_words_of_war(read: Read, text: str, kind: str) -> None:
    assert kind in {claim.kind for claim in read(f"{WAR} {text}") if claim.start > len(WAR)}


@pytest.mark.parametrize("text", ["أطلقت الحكومة عملية سياسية شاملة.", "وهي عملية أمنية أطلق عليها اسم الربيع."])
def test_operations_of_peace(read: Read, text: str) -> None:
    assert "hostilities.offensive" not in {claim.kind for claim in read(f"{WAR} {text}")}


def test_soldiers_that_a_force_lost(read: Read) -> None:
    killed = only(read("قالت وزارة الدفاع الأرمينية إن قواتها فقدت 12 جنديا في المعارك."), "casualties.killed")
    assert killed.count is not None
    assert (killed.agents, killed.targets, killed.count.side) == ((), ("ARM.MIL",), "ARM")
    assert only(read("فقد أربعة جنود أرمن قرب الحدود."), "casualties.missing").targets == ("ARM.MIL",)


def test_a_soldier_of_an_army_was_killed(read: Read) -> None:
    killed = only(read("ذكرت باكو أن جنديا من الجيش الأذربيجاني قتل أمس."), "casualties.killed")
    assert killed.targets == ("AZE.MIL",)


def test_arms_that_are_destroyed_destroy_nothing(read: Read) -> None:
    claims = read("أسقطت القوات الأرمينية طائرة مسيرة أذربيجانية، ودمرت دبابة أذربيجانية.")
    assert [(claim.agents, claim.targets) for claim in claims] == [(("ARM.MIL",), ("AZE.MIL",))] * 2


def test_on_our_side(read: Read) -> None:
    claims = read('وقال رئيس الوزراء الأرميني نيكول باشينيان "من جانبنا، قتل 9 جنود وأصيب 20".')
    assert {claim.targets for claim in claims} == {("ARM.MIL",)}


def test_both_in_the_accusative_are_called_on(read: Read) -> None:
    text = "وأعرب الرئيس الفرنسي إيمانويل ماكرون عن قلقه من القتال، ودعا الطرفين إلى وقف إطلاق النار."
    assert only(read(text), "statement.demand").agents == ("FRA.PRES.macron",)


def test_a_participle_behind_an_attribution(read: Read) -> None:
    claims = read("قتل جنديان، وفق ما أفادت وزارة الدفاع الأرمينية في بيان، مضيفة أن سبعة أصيبوا.")
    assert {claim.by for claim in claims} == {("ARM.MOD",)}


def test_some_of_the_dead_are_of_a_sort(read: Read) -> None:
    claims = read("قالت وزارة الدفاع الأرمينية إن 30 شخصا قتلوا، وإن ستة من القتلى مدنيون.")
    assert [claim.count.who for claim in claims if claim.count] == ["person", "civilian"]

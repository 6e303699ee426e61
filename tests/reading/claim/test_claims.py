"""Claims of sentences of our own: kinds, counts, roles, modality, background, and what is no claim."""

import pytest
from tests.reading.claim.conftest import Read, only

COUNTS = [
    ("أعلنت الوزارة مقتل -5.", "killed", 5, 5, "exact", "person"),
    ("قتل ثلاثة جنود في الهجوم.", "killed", 3, 3, "exact", "soldier"),
    ("قتل ما لا يقل عن 32 شخصا.", "killed", 32, None, "at_least", "person"),
    ("وأصيب أكثر من 200 مدني.", "wounded", 200, None, "more_than", "civilian"),
    ("أسفر القصف عن مقتل نحو 100 عسكري.", "killed", 100, 100, "about", "soldier"),
    ("مقتل طفلين بقصف على الحي.", "killed", 2, 2, "exact", "child"),
    ("قُتل جندي برصاص قناص.", "killed", 1, 1, "exact", "soldier"),
    ("أدى الانفجار إلى سقوط عشرات القتلى.", "killed", 20, None, "dozens", "person"),
    ("إن 12 شخصا قتلوا.", "killed", 12, 12, "exact", "person"),
    ("إن 22 مدنيا بينهم نساء وأطفال قتلوا.", "killed", 22, 22, "exact", "civilian"),
    ("إن عشرة جنود، من بينهم ضباط، أصيبوا.", "wounded", 10, 10, "exact", "soldier"),
    ("قتل بين 50 و60 مقاتلا.", "killed", 50, 60, "exact", "fighter"),
    ("فقد أربعة بحارة.", "missing", 4, 4, "exact", "worker"),
]


@pytest.mark.parametrize(("text", "measure", "lo", "hi", "bound", "who"), COUNTS)
def test_counts(read: Read, text: str, measure: str, lo: int, hi: int | None, bound: str, who: str) -> None:
    count = only(read(text), f"casualties.{measure}").count
    assert count is not None
    assert (count.measure, count.lo, count.hi, count.bound) == (measure, lo, hi, bound)
    assert count.who == who


def test_two_figures_of_one_verb(read: Read) -> None:
    claims = read("قُتل ثلاثة أشخاص وأصيب خمسة آخرون في غارة إسرائيلية.")
    assert [(claim.kind, claim.count.lo) for claim in claims if claim.count] == [
        ("casualties.killed", 3),
        ("casualties.wounded", 5),
    ]


@pytest.mark.parametrize(
    "text", ["وقال إن مدنيا وطفلا قتلا وأصيب 11 آخرون في القصف.", "وقال إن رجلين قتلا وأصيب 11 شخصا في القصف."]
)
def test_those_who_were_killed_before_are_not_among_the_wounded(read: Read, text: str) -> None:
    claims = read(text)
    assert all(claim.count.bound == "exact" for claim in claims if claim.count)
    assert only(claims, "casualties.wounded").count.lo == 11


def test_one_figure_for_dead_and_wounded_bounds_each(read: Read) -> None:
    counts = [claim.count for claim in read("وقتل وأصيب خمسة جنود في القصف.") if claim.count]
    assert [(count.measure, count.lo, count.hi, count.bound) for count in counts] == [
        ("killed", None, 5, "at_most"),
        ("wounded", None, 5, "at_most"),
    ]


def test_a_part_points_to_its_whole(read: Read) -> None:
    whole, part = [claim for claim in read("قتل عشرة مدنيين بينهم طفلان.") if claim.count]
    assert part.count is not None
    assert part.count.subset_of == whole.id
    assert (part.count.lo, part.count.who) == (2, "child")


def test_whose_and_by_whom(read: Read) -> None:
    killed = only(read("أعلنت وزارة الصحة في غزة مقتل 35 فلسطينيا في غارات إسرائيلية على رفح."), "casualties.killed")
    assert killed.agents == ("ISR",)
    assert killed.places == ("rafah",)


def test_a_party_announces_its_own_soldiers(read: Read) -> None:
    killed = only(read("أعلنت وزارة الدفاع الأذربيجانية مقتل 50 من جنودها."), "casualties.killed")
    assert killed.targets == ("AZE.MIL",)
    assert killed.count is not None
    assert killed.count.side == "AZE"


MODALITIES = [
    ("ستسلم القوات الأرمينية أسلحتها بموجب الاتفاق.", "implementation.disarmament", "obligation"),
    ("من المقرر أن تنطلق محادثات بين أرمينيا وأذربيجان غدا.", "diplomacy.talks", "planned"),
    ("نفت أذربيجان قصف بلدة غوريس.", "hostilities.shelling", "negated"),
    ("لم تقصف القوات الأذربيجانية البلدة.", "hostilities.shelling", "negated"),
    ("ستتوقف العملية العسكرية في حال تسليم الأسلحة.", "hostilities.halted", "conditional"),
    ("طالبت أذربيجان بانسحاب القوات الأرمينية من المنطقة.", "implementation.withdrawal", "demanded"),
    ("أحبط الجيش هجوما على القاعدة.", "hostilities.attack", "negated"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), MODALITIES)
def test_how_surely(read: Read, text: str, kind: str, modality: str) -> None:
    assert modality in {claim.modality for claim in read(text) if claim.kind == kind}


def test_history_is_background(read: Read) -> None:
    claims = read("وخاضت أذربيجان وأرمينيا حربا في التسعينيات. وقصفت أذربيجان اليوم بلدة غوريس.")
    assert {claim.kind: claim.background for claim in claims} == {
        "hostilities.clash": True,
        "hostilities.shelling": False,
    }


NOTHING = [
    "فاز الفريق بثلاثة أهداف مقابل هدف.",
    "ارتفعت أسعار النفط بعد انفجار الأزمة.",
    "هاجم النائب سياسة الحكومة في البرلمان.",
    "قتل الوقت في انتظار القطار.",
    "انسحب المرشح من السباق الرئاسي.",
    "شنت الشركة حملة إعلانية واسعة.",
    "معركة انتخابية حامية في الضاحية.",
    "عيد سعيد لجميع القراء.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_no_claim_at_all(read: Read, text: str) -> None:
    assert [(claim.kind, claim.quote) for claim in read(text)] == []


def test_furniture_claims_nothing(read: Read) -> None:
    text = "قتل جنديان في اشتباكات على الحدود.\n\nاقرأ أيضا\nمقتل خمسة مدنيين في قصف على البلدة\nاترك تعليقا"
    assert [claim.count.lo for claim in read(text) if claim.count] == [2]


def test_every_claim_says_why(read: Read) -> None:
    for claim in read("أعلنت أرمينيا مقتل 49 جنديا في اشتباكات مع القوات الأذربيجانية قرب جيرموك أمس."):
        assert claim.rule
        assert claim.why


def test_the_same_text_gives_the_same_ids(read: Read) -> None:
    text = "أعلنت أرمينيا مقتل 49 جنديا. وقالت باكو إن 50 جنديا قتلوا."
    assert read(text) == read(text)


def test_a_part_before_the_verb_leaves_the_whole_its_verb(read: Read) -> None:
    claims = [claim for claim in read("وقال مسعفون إن 12 شخصا بينهم طفلان قتلوا في قصف على السوق.") if claim.count]
    assert [(claim.count.lo, claim.count.who) for claim in claims if claim.count] == [
        (12, "person"),
        (2, "child"),
    ]


def test_a_bound_is_no_negation_and_no_speaker(read: Read) -> None:
    claims = read("ما لا يقل عن 12 شخصا قتلوا في قصف القرية.")
    assert {claim.modality for claim in claims} == {"actual"}
    assert {claim.by for claim in claims} == {()}


def test_whose_withdrawal_is_demanded_does_not_demand_it(read: Read) -> None:
    demand = only(read("ودانت أرمينيا القصف وطالبت بانسحاب القوات الأذربيجانية."), "statement.demand")
    assert demand.agents == ("ARM.GOV",)


def test_demonstrators_gather(read: Read) -> None:
    assert only(read("وتجمع مئات المحتجين أمام البرلمان."), "politics.protest").modality == "actual"
    assert not [claim for claim in read("وتجمعت المياه أمام البيت.") if claim.kind == "politics.protest"]


def test_two_others_are_counted(read: Read) -> None:
    count = only(read("قُتل مدني وجرح آخران في الهجوم."), "casualties.wounded").count
    assert count is not None
    assert (count.lo, count.hi, count.bound, count.who) == (2, 2, "exact", "civilian")


def test_a_pronoun_of_that_is_no_verb(read: Read) -> None:
    claims = read("أعلنت أرمينيا أنه للمرة الثالثة قصفت القوات الأذربيجانية قرية حدودية.")
    assert only(claims, "hostilities.shelling").agents == ("AZE.MIL",)
    assert only(read("قالت الشرطة إنه لم تقع أضرار في المنازل."), "humanitarian.destruction").modality == "negated"


def test_air_defence_is_no_aircraft(read: Read) -> None:
    assert [claim.kind for claim in read("شنت القوات الأذربيجانية هجوما على مقر الدفاع الجوي.")] == [
        "hostilities.attack"
    ]


def test_a_clause_goes_on_behind_who_says_so(read: Read) -> None:
    given = only(
        read("وسلمت القوات الأرمينية، بحسب وكالة إنترفاكس، خمسة أسرى إلى أذربيجان."), "implementation.exchange"
    )
    assert given.agents == ("ARM.MIL",)
    arms = only(read("وسلم المقاتلون، وفق البعثة، ست مدرعات وأكثر من 800 قطعة سلاح."), "implementation.disarmament")
    assert "مدرعات" in arms.quote
    assert not read("وعاد إلى بيته، بحسب الجيران، وأسلحة كثيرة في القرية.")

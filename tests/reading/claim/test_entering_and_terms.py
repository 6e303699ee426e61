"""Forces that enter a town, duties that have a term or a plan, tolls that rise by a noun, truces that fail."""

import pytest
from tests.reading.claim.conftest import Read, only


def test_forces_that_enter_a_town_take_it(read: Read) -> None:
    claim = only(read("دخلت وحدات من الجيش الأذربيجاني مدينة شوشا صباح الاثنين."), "territory.control_change")
    assert (claim.agents, claim.places[0]) == (("AZE.MIL",), "shusha")


def test_forces_that_enter_under_a_handover_are_handed_the_town(read: Read) -> None:
    text = "أعلنت وزارة الدفاع الأذربيجانية دخول وحدات من جيشها إلى مدينة آغدام. وتمت عملية التسليم ليلا."
    kinds = {claim.kind for claim in read(text)}
    assert "implementation.handover" in kinds
    assert "territory.control_change" not in kinds


@pytest.mark.parametrize(
    "text",
    [
        "دخلت قافلة مساعدات إلى مدينة شوشا.",
        "دخل وفد من الجيش مدينة شوشا للقاء الأهالي.",
        "دخلت قوات حفظ السلام مدينة شوشا.",
    ],
)
def test_who_else_enters_takes_nothing(read: Read, text: str) -> None:
    assert not [claim for claim in read(text) if claim.kind == "territory.control_change"]


TERMS = [
    ("مددت باكو المهلة الممنوحة للأرمن للانسحاب من كلبجار عشرة أيام.", "implementation.withdrawal", "obligation"),
    ("ناقش الوفدان خطة لتبادل الأسرى.", "implementation.exchange", "planned"),
]


@pytest.mark.parametrize(("text", "kind", "modality"), TERMS)
def test_what_has_a_term_or_a_plan_is_to_come(read: Read, text: str, kind: str, modality: str) -> None:
    assert only(read(text), kind).modality == modality


def test_a_toll_that_rises_by_a_noun(read: Read) -> None:
    claim = only(read("أعلنت وزارة الدفاع الأرمينية ارتفاع حصيلة قتلاها إلى 604."), "casualties.killed")
    assert (claim.by, claim.count.lo, claim.targets) == (("ARM.MOD",), 604, ("ARM.MIL",))


def test_a_truce_that_fails(read: Read) -> None:
    assert only(read("فشلت الهدنة بعد دقائق من بدئها."), "ceasefire.collapsed").modality == "actual"


def test_forbidden_munitions_are_shelling(read: Read) -> None:
    text = "اتهمت منظمة حقوقية أذربيجان باستخدام ذخائر عنقودية في قصف ستيباناكرت."
    claim = only(read(text), "hostilities.shelling")
    assert (claim.by, claim.agents, claim.places[0]) == (("SOURCE.HUMANITARIAN",), ("AZE",), "stepanakert")

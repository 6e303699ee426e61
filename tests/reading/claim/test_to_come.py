"""What is still to come is planned; what was agreed was agreed before. Every sentence is ours."""

from collections.abc import Callable

import pytest

from hudna.model import Claim

Read = Callable[..., tuple[Claim, ...]]

TO_COME = [
    ("تسلم أرمينيا محافظة آغدام إلى أذربيجان غدا.", "implementation.handover", "2020-11-19"),
    ("أعلنت باكو تسليم محافظة آغدام يوم الجمعة المقبل.", "implementation.handover", "2020-11-20"),
    ("ينسحب الجيش الأرميني غدا من محافظة كلبجار.", "implementation.withdrawal", "2020-11-19"),
    ("أعلنت الوزارة انسحاب القوات من كلبجار بحلول 25 نوفمبر.", "implementation.withdrawal", "2020-11-25"),
    ("يلتقي وزيرا خارجية أرمينيا وأذربيجان في واشنطن يوم الاثنين المقبل.", "diplomacy.talks", "2020-11-23"),
    ("اتفق الجانبان على وقف لإطلاق النار يبدأ سريانه غدا.", "ceasefire.in_force", "2020-11-19"),
]


@pytest.mark.parametrize(("text", "kind", "day"), TO_COME)
def test_a_day_after_the_text_is_planned(read: Read, text: str, kind: str, day: str) -> None:
    found = [claim for claim in read(text, "2020-11-18") if claim.kind == kind]
    assert [(claim.modality, claim.when and claim.when[0][:10]) for claim in found] == [("planned", day)]


DONE = [
    ("انسحبت القوات الأرمينية من كلبجار اليوم.", "implementation.withdrawal"),
    ("سلمت أرمينيا محافظة آغدام أمس.", "implementation.handover"),
]


@pytest.mark.parametrize(("text", "kind"), DONE)
def test_what_was_is_told_as_done(read: Read, text: str, kind: str) -> None:
    assert [claim.modality for claim in read(text, "2020-11-18") if claim.kind == kind] == ["actual"]


def test_an_agreement_is_not_dated_to_what_it_begins(read: Read) -> None:
    agreed = [
        c
        for c in read("اتفق الجانبان على وقف لإطلاق النار يبدأ سريانه غدا.", "2020-11-18")
        if c.kind == "ceasefire.agreed"
    ]
    assert [(claim.modality, claim.when) for claim in agreed] == [("actual", None)]


def test_what_was_promised_is_not_dated_to_the_promise(read: Read) -> None:
    claims = read("وكان الجانبان اتفقا الأسبوع الماضي على تبادل الأسرى.", "2020-11-18")
    assert [(claim.modality, claim.when) for claim in claims if claim.kind == "implementation.exchange"] == [
        ("obligation", None)
    ]


def test_a_time_opens_what_is_quoted(read: Read) -> None:
    claims = read("وأضافت وزارة الدفاع الأرمينية: «في 9 نوفمبر، قصفت القوات الأذربيجانية قرية تيغ».", "2020-11-18")
    assert [claim.when for claim in claims if claim.kind == "hostilities.shelling"] == [("2020-11-09", "2020-11-09")]


def test_the_place_of_the_main_verb_is_not_that_of_what_opens_the_sentence(read: Read) -> None:
    places = {c.kind: c.places for c in read("وبعد ساعات من سريان الهدنة، قصفت القوات الأذربيجانية مدينة هادروت.")}
    assert places == {"ceasefire.in_force": (), "hostilities.shelling": ("hadrut",)}


def test_a_toll_is_of_the_place_named_before_its_verb(read: Read) -> None:
    claims = read("قالت السلطات إن عدد ضحايا انفجار مستودع الوقود في قره باغ ارتفع إلى 68 قتيلا.")
    assert [claim.places for claim in claims if claim.kind == "casualties.killed"] == [("karabakh",)]


def test_who_reports_two_dead_did_not_kill_them(read: Read) -> None:
    killed = [c for c in read("قالت وزارة الدفاع الأرمينية إن جنديين قتلا.") if c.kind == "casualties.killed"]
    assert [(claim.agents, claim.targets) for claim in killed] == [((), ("ARM.MIL",))]


FRONTED = [
    (
        "في 13 سبتمبر قصفت أذربيجان جيرموك، وفي اليوم التالي اتفق الجانبان على هدنة.",
        "hostilities.shelling",
        "2022-09-13",
    ),
    ("في 13 سبتمبر قصفت أذربيجان جيرموك، وفي اليوم التالي اتفق الجانبان على هدنة.", "ceasefire.agreed", "2022-09-14"),
    (
        "دخلت الهدنة حيز التنفيذ الساعة 12 ظهرا بالتوقيت المحلي (08:00 بتوقيت غرينتش) السبت 10 سبتمبر.",
        "ceasefire.in_force",
        "2022-09-10",
    ),
]


@pytest.mark.parametrize(("text", "kind", "day"), FRONTED)
def test_a_time_before_its_verb(read: Read, text: str, kind: str, day: str) -> None:
    found = [claim for claim in read(text, "2022-09-16") if claim.kind == kind]
    assert [claim.when and claim.when[0][:10] for claim in found] == [day]


UNDATED = [
    # no day was told to which there is a next one; a time joined to the second verb is not the first one's
    ("وفي اليوم التالي انسحبت القوات الأرمينية من كلبجار.", "implementation.withdrawal"),
    ("قصفت القوات الأذربيجانية ترتر، ومساء الأحد ردت القوات الأرمينية بقصف غنجة.", "hostilities.shelling"),
]


@pytest.mark.parametrize(("text", "kind"), UNDATED)
def test_no_day_is_better_than_a_wrong_one(read: Read, text: str, kind: str) -> None:
    assert next(claim for claim in read(text, "2022-09-16") if claim.kind == kind).when is None

import msgspec
import pytest

from hudna.model import Contradiction, Judgement, Reading
from hudna.publish.report.telling import event_view, groups

from .conftest import claim, document, event


def view(desk, language="en", nouns=None):
    made = desk(language, nouns)
    return event_view(made, made.material.events[0])


def test_claims_stand_side_by_side_by_speaker(desk):
    columns = view(desk).columns
    assert [one.speaker.striptags() for one in columns] == [
        "Government of Armenia", "Ruben Vardanyan (the Karabakh Armenian side)", "صحيفة الضفاف",
    ]  # fmt: skip
    assert [one.own_voice for one in columns] == [False, False, True]


def test_a_claim_says_what_is_told_and_by_whom(desk):
    killed = view(desk).columns[1].claims[0]
    assert killed.head.striptags() == "Killed: about 100"
    assert killed.relay.striptags() == "carried by Interfax"
    assert killed.quote == "مقتل نحو 100 شخص"
    facts = [one.striptags() for one in killed.facts]
    assert facts == ["Artsakh/Karabakh", "19–20 September 2023", "Victims' side: Karabakh Armenians"]


def test_roles_in_arabic(desk):
    told = view(desk, "ar").columns
    attack = next(one for column in told for one in column.claims if one.anchor == "c1-2")
    assert [one.striptags() for one in attack.facts][2:] == ["الفاعل: أذربيجان", "المعنيّ: أرمن قره باغ"]


@pytest.mark.parametrize(("language", "chip"), [("en", "planned"), ("ar", "مقرر")])
def test_what_is_not_said_to_have_happened_says_so(desk, language, chip):
    text = document("one.txt", "سيبدأ الانسحاب غدا")
    said = claim("C1", text, "الانسحاب", "implementation.withdrawal", modality="planned")
    nouns = {"documents": (text,), "claims": (said,), "events": (event("E1", [said]),)}
    told = view(desk, language, nouns)
    assert [one.striptags() for one in told.chips] == [chip]
    assert [one.striptags() for one in told.columns[0].claims[0].chips] == [chip]


def test_differences_stand_with_who_says_what(desk):
    count, denied = view(desk).differences
    assert (count.field.striptags(), count.sort.striptags(), count.exclusive) == (
        "Number (killed)", "cannot both be true", True,
    )  # fmt: skip
    assert [(value.striptags(), who.striptags()) for value, who, _ in count.readings] == [
        ("32", "Government of Armenia"), ("about 100", "Ruben Vardanyan (the Karabakh Armenian side)"),
    ]  # fmt: skip
    assert [value.striptags() for value, _, _ in denied.readings] == ["affirmed", "denied"]


@pytest.mark.parametrize(
    ("field", "value", "english"),
    [
        ("places", "lachin, sotk", "Berdzor/Lachin, Sotk"),
        ("when", "2023-09-19/2023-09-20", "19–20 September 2023"),
        ("when", "2023-09-20", "20 September 2023"),
        ("means", "hostilities.air", "Air or drone strike"),
        ("agents", "ARM, AZE", "Armenia, Azerbaijan"),
        ("count.killed", "hundreds", "hundreds"),
    ],
)
def test_values_of_every_field_are_told_in_words(desk, told, field, value, english):
    gap = Contradiction(field, "exclusive", (Reading(value, ("ARM.GOV",), ("C2",)),), "x")
    first = msgspec.structs.replace(told["events"][0], contradictions=(gap,), figures=())
    shown = view(desk, "en", {**told, "events": (first,)}).differences[0].readings[0][0]
    assert shown.striptags() == english


def test_verdicts_are_told_by_axis_and_signatures_by_name(desk, told):
    signed = Judgement("J1", "verify", ("E1",), "observer <1>", "2023-09-21T08:00:00Z", "seen", "verified")
    shown = view(desk, "en", {**told, "judgements": (signed,)})
    assert [(axis.striptags(), value.striptags()) for axis, value in shown.verdicts] == [
        ("happened", "claimed by one party"), ("doer", "attributed by others"),
    ]  # fmt: skip
    (signature,) = shown.signed
    assert str(signature) == (
        "signed by <bdi>observer &lt;1&gt;</bdi> on <bdi>21</bdi> September <bdi>2023</bdi>, "
        '<bdi dir="ltr">08:00</bdi> <bdi dir="ltr">UTC</bdi>'
    )


def test_the_machine_calls_claims_by_their_numbers(desk):
    assert [one.striptags() for one in view(desk).why] == ["[1.1] with [1.2]: the same place and day"]


def test_groups_keep_their_order_and_lose_nothing(desk):
    text = document("one.txt", "قصف ثم هدنة ثم حرب قديمة ثم مطر")
    claims = (
        claim("C1", text, "هدنة", "ceasefire.agreed"),
        claim("C2", text, "قصف", "hostilities.shelling"),
        claim("C3", text, "حرب قديمة", "hostilities.clash", background=True),
        claim("C4", text, "مطر", "weather.rain"),
    )
    events = tuple(event(f"E{number}", [one]) for number, one in enumerate(claims, start=1))
    found = groups(desk("en", {"documents": (text,), "claims": claims, "events": events}))
    assert [(one.name, len(one.events)) for one in found] == [("hostilities", 2), ("ceasefire", 1), ("history", 1)]


@pytest.mark.parametrize(("language", "mark"), [("en", "proposed by a model alone"), ("ar", "اقترحه نموذج آلي وحده")])
def test_what_only_a_model_proposed_is_marked_wherever_it_is_named(desk, language, mark):
    text = document("one.txt", "قصف ثم مقتل")
    one = claim("m1", text, "قصف", "hostilities.shelling", rule="model:any", places=("shushi",))
    two = claim("c2", text, "مقتل", "casualties.killed")
    alone, mixed = event("e1", [one], proposed=("m1",)), event("e2", [two, one], proposed=("m1",))
    for told, is_alone in ((alone, True), (mixed, False)):
        made = desk(language, {"documents": [text], "claims": [one, two], "events": [told]})
        shown = event_view(made, told)
        assert any(mark in chip for chip in shown.chips) is is_alone
        assert (mark in made.event_title(told)) is is_alone
        chips = {said.head.striptags(): said.chips for column in shown.columns for said in column.claims}
        assert sum(any(mark in chip for chip in found) for found in chips.values()) == 1

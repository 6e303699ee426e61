import msgspec

from hudna.publish.report.front import bullets, comparison, glance, states
from hudna.publish.report.wording import Words

from .conftest import claim, document, event


def test_numbers_at_a_glance(desk):
    assert [(number, label.striptags()) for number, label, _ in glance(desk())] == [
        (2, "documents of the period"),
        (2, "sources"),
        (4, "claims told"),
        (1, "alleged breach"),
        (1, "event with rival accounts"),
        (1, "could not be read"),
    ]


def test_the_summary_always_has_the_same_lines(desk):
    full, empty = bullets(desk()), bullets(desk("en", {}))
    assert [one.target for one in full] == [one.target for one in empty]
    assert [one.text.split()[-1] for one in full[1:3]] == [one.text.split()[-1] for one in empty[1:3]]


def test_a_line_of_the_summary_agrees_with_its_number():
    words = Words("ar")
    forms = {number: words.plural("summary.incidents", number) for number in (0, 1, 2, 7, 21, 100)}
    assert forms[1] == forms[100] == "عمل قتالي مروي"
    assert forms[2] == "عملان قتاليان مرويان"
    assert forms[0] == forms[7] == "أعمال قتالية مروية"
    assert forms[21] == "عملا قتاليا مرويا"
    assert words.plural("summary.obligations", 21, total=36).striptags() == "التزاما وردت عنه إفادات، من أصل 36"


def test_the_summary_names_who_counts_what(desk):
    figures = next(one for one in bullets(desk()) if one.target == "figures")
    assert figures.number == 1
    (line,) = figures.more
    assert line.striptags() == (
        "Attack, Artsakh/Karabakh, 19–20 September 2023 (killed)"
        "Government of Armenia: 32; Ruben Vardanyan (the Karabakh Armenian side): about 100"
    )


def test_without_earlier_documents_nothing_is_compared(desk):
    made = desk()
    assert not [one for one in bullets(made) if one.before]
    assert comparison(made).striptags().startswith("The ledger holds no documents from the previous period")


def test_the_previous_period_is_told_beside_this_one(desk, told):
    before = document("zero.txt", "هجوم على قرية", published="2023-09-19")
    said = claim("C0", before, "هجوم على قرية", "hostilities.attack", when=("2023-09-19", "2023-09-19"))
    nouns = {
        **told,
        "documents": (*told["documents"], before),
        "claims": (*told["claims"], said),
        "events": (*told["events"], event("E0", [said])),
    }
    made = desk("en", nouns)
    # the attack of the 19th to the 20th belongs to both days
    assert next(one for one in bullets(made)[1:2]).before.striptags() == "previous period: 2"
    assert comparison(made).striptags().endswith("19 September 2023 (1 document).")


def test_parties_that_said_nothing_are_named(desk):
    silence = next(one for one in bullets(desk()) if one.target == "coverage")
    assert (silence.number, silence.more) == (0, ())
    quiet = next(one for one in bullets(desk("en", {})) if one.target == "coverage")
    assert quiet.number == 3
    assert quiet.more[0].striptags() == "Armenia, Azerbaijan, the Karabakh Armenian side"


# --- one word for each agreement --------------------------------------------------------------------------------------


def state(desk, told, code, **changes):
    nouns = {**told, **changes}
    current, earlier = states(desk("en", nouns))
    return {one.anchor: one for one in current}.get(code), [one.striptags() for one in earlier], current


def test_contested_where_a_breach_is_disputed(desk, told):
    one, _, _ = state(desk, told, "aNK20")
    assert (one.code, one.word.striptags()) == ("contested", "Contested")
    assert [why.striptags() for why in one.why] == ["1 alleged breach in this period: 1 disputed"]


def test_alleged_where_nobody_denies(desk, told):
    finding = msgspec.structs.replace(told["findings"][0], status="alleged")
    one, _, _ = state(desk, told, "aNK20", findings=(finding, *told["findings"][1:]))
    assert one.code == "alleged"


def test_not_assessable_where_no_alleged_breach_can_be(desk, told):
    finding = msgspec.structs.replace(told["findings"][0], status="unknown", reason="no_hour")
    one, _, _ = state(desk, told, "aNK20", findings=(finding, *told["findings"][1:]))
    assert one.code == "unclear"


def test_said_to_hold_and_no_word(desk, told):
    one, earlier, current = state(desk, told, "aNK20", findings=told["findings"][1:])
    assert one.code == "told_kept"
    assert {other.code for other in current if other is not one} == {"silent"}
    assert "Humanitarian ceasefire of 10 October 2020" in earlier


def test_before_it_takes_effect(desk, told, knowledge):
    made = desk("en", told, as_of="2020-01-01")
    assert {one.code for one in states(made)[0]} == {"pending"}

"""What a person types becomes a checked correction, or is refused with the field that is to blame."""

import msgspec
import pytest

from hudna.errors import CorrectionError, UsageError
from hudna.knowledge import load_knowledge
from hudna.ledger import Decision, Run, decide, typed_of
from hudna.ledger.correcting import check_correction, correction_from
from hudna.model import Claim, Correction, Count, correction_of

RUN = Run(at="2031-01-01T00:00:00Z")
SAID = {"who": "N. Haddad", "reason": "as the text says"}


@pytest.fixture(scope="module")
def karabakh():
    return load_knowledge(["karabakh"])


@pytest.fixture
def claim():
    return Claim(
        id="c1",
        doc="d",
        start=0,
        end=5,
        quote="words",
        kind="casualties.killed",
        targets=("AZE.MIL",),
        places=("lachin",),
        when=("2020-10-01", "2020-10-02"),
        count=Count("killed", 2, 2, "exact", "soldier", "AZE.MIL", "c0"),
        by=("AZE.MOD",),
    )


def test_only_what_differs_is_corrected(claim, karabakh):
    typed = {**typed_of(claim), "places": " شوشا ، lachin ", "hi": "3"}
    right = correction_from(typed, claim, karabakh)
    place = right.said["places"]
    assert place[1] == "lachin"
    assert "شوشا" in (karabakh.places[place[0]].name_ar, *karabakh.places[place[0]].aliases)
    assert right.said == {"places": place, "count": Count("killed", 2, 3, "exact", "soldier", "AZE.MIL", "c0")}


def test_a_few_fields_leave_the_others_alone(claim, karabakh):
    assert correction_from({"last": "2020-10-05"}, claim, karabakh).said == {"when": ("2020-10-01", "2020-10-05")}
    assert correction_from({"lo": "1"}, claim, karabakh).said["count"].hi == 2
    assert correction_from({"kind": "casualties.wounded"}, claim, karabakh).said == {"kind": "casualties.wounded"}


def test_a_number_that_is_typed_once_is_exact(claim, karabakh):
    bare = msgspec.structs.replace(claim, count=None)
    right = correction_from({"lo": "7"}, bare, karabakh).said["count"]
    assert right == Count("killed", 7, 7, "exact")
    least = correction_from({"lo": "7", "hi": "", "bound": "at_least"}, claim, karabakh).said["count"]
    assert (least.lo, least.hi, least.bound) == (7, None, "at_least")


def test_an_empty_field_says_that_nobody_says(claim, karabakh):
    empty = {"places": "", "first": "", "last": " ", "by": "", "measure": "", "lo": "", "hi": ""}
    assert correction_from(empty, claim, karabakh).said == {"places": (), "when": None, "count": None, "by": ()}


def test_a_role_of_a_known_side_and_a_sort_of_unnamed_source_speak_too(claim, karabakh):
    assert correction_from({"by": "ARM.GOV; SOURCE.MEDICAL"}, claim, karabakh).said["by"] == (
        "ARM.GOV",
        "SOURCE.MEDICAL",
    )
    assert correction_from({"background": "yes"}, claim, karabakh).said == {"background": True}


@pytest.mark.parametrize(
    ("typed", "fault", "field"),
    [
        ({"kind": "hostilities.magic"}, "unknown", "kind"),
        ({"modality": "maybe"}, "unknown", "modality"),
        ({"background": "perhaps"}, "unknown", "background"),
        ({"places": "Atlantis"}, "unknown", "places"),
        ({"agents": "NOBODY.AT.ALL"}, "unknown", "agents"),
        ({"by": "a man in the street"}, "unknown", "by"),
        ({"first": "yesterday"}, "time", "first"),
        ({"first": "2020-10-09"}, "order", "last"),
        ({"lo": "a dozen"}, "number", "lo"),
        ({"lo": "-3"}, "number", "lo"),
        ({"lo": "٣"}, "number", "lo"),
        ({"hi": "9" * 30}, "number", "hi"),
        ({"lo": "9"}, "order", "hi"),
        ({"bound": "roughly"}, "unknown", "bound"),
        ({"bound": "at_least"}, "open", "hi"),
        ({"bound": "at_most"}, "open", "lo"),
        ({"lo": "", "hi": ""}, "number", "lo"),
        ({"people": "Drop Table"}, "unknown", "people"),
        ({"colour": "red"}, "field", "colour"),
        ({"kind": "casualties.killed"}, "same", ""),
    ],
)
def test_what_the_packs_do_not_know_is_refused(claim, karabakh, typed, fault, field):
    with pytest.raises(CorrectionError) as told:
        correction_from(typed, claim, karabakh)
    assert (told.value.fault, told.value.field) == (fault, field)
    assert told.value.hint


def test_a_name_that_several_bear_asks_which(claim, karabakh):
    names = {}
    for code, actor in karabakh.actors.items():
        names.setdefault(actor.name_en, []).append(code)
    twice = next((name for name, codes in names.items() if len(codes) > 1), None)
    assert twice, "the packs have a name that two bear"
    with pytest.raises(CorrectionError) as told:
        correction_from({"agents": twice}, claim, karabakh)
    assert told.value.fault == "several"
    assert all(code in told.value.hint for code in names[twice])


def test_a_correction_handed_in_whole_is_checked_alike(claim, karabakh):
    check_correction(Correction(places=("lachin",), when=None), claim, karabakh)
    for wrong in (Correction(places=("atlantis",)), Correction(when=("soon", "later")), Correction(kind="x.y")):
        with pytest.raises(CorrectionError):
            check_correction(wrong, claim, karabakh)


def test_a_correction_is_about_one_claim_and_says_something(full, karabakh):
    claim, other = list(full.claims())[:2]

    def ask(*about, packs=karabakh, **said):
        decide(full, Decision(verb="correct", about=about, **said, **SAID), at=RUN.at, knowledge=packs)

    for about in ((claim.id, other.id), ("e1",)):
        with pytest.raises(UsageError, match="about one claim"):
            ask(*about, typed={"lo": "1"})
    for value in (None, "it was the ford", "{}"):
        with pytest.raises(UsageError, match="correct it to what"):
            ask(claim.id, value=value)
    with pytest.raises(UsageError, match="which theatre"):
        ask(claim.id, typed={"lo": "1"}, packs=None)


def test_the_second_correction_starts_from_the_first(full, karabakh):
    claim = next(one for one in full.claims() if one.count)
    with full.run(RUN):
        for number, typed in enumerate(({"lo": "1"}, {"hi": "5"})):
            asked = Decision(verb="correct", about=(claim.id,), typed=typed, **SAID)
            made = decide(full, asked, at=f"2031-01-0{number + 1}T00:00:00Z", knowledge=karabakh)
            full.save_judgement(made)
    right = correction_of(made).said["count"]
    assert (right.lo, right.hi) == (1, 5)
    now = full.desk.corrections(claim.id).apply(claim)
    assert (now.count.lo, now.count.hi) == (1, 5)
    assert full.claim(claim.id) == claim, "what the machine read stays"
    assert full.verify().issues == ()

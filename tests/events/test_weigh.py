import random

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hudna.events import event_id, group_claims
from hudna.model import Claim, Count, Document, Published


def by_claim(events):
    return {claim: event for event in events for claim in event.claims}


def partition(events):
    return {frozenset(event.claims) for event in events}


def test_two_reports_of_one_shelling_are_one_event(claim, doc, knowledge):
    claims = [
        claim("a", "hostilities.shelling", agents=("NOR",), places=("mill",), when="2031-02-03", by=("SUD.MOD",)),
        claim("b", "hostilities.shelling", agents=("NOR.MIL",), places=("mill",), when="2031-02-03"),
    ]
    (event,) = group_claims(claims, [doc("doc-a", "2031-02-03"), doc("doc-b", "2031-02-04")], [], knowledge)
    assert event.claims == ("a", "b")
    assert event.agents == ("NOR.MIL",)
    assert event.sources == 2
    assert event.origins == ("SUD.MOD", "source:doc-b")
    assert "at the same place (mill)" in event.why[0]


@pytest.mark.parametrize(
    "change",
    [
        {"when": "2031-02-09"},
        {"places": ("ford",)},
        {"agents": ("SUD",)},
        {"modality": "demanded"},
    ],
)
def test_another_day_place_attacker_or_a_mere_demand_is_another_event(change, claim, knowledge):
    said = {"agents": ("NOR",), "places": ("valley",), "when": "2031-02-03"} | (
        {"places": ("mill",)} if "places" in change else {}
    )
    claims = [claim("a", "hostilities.shelling", **said), claim("b", "hostilities.shelling", **(said | change))]
    assert len(group_claims(claims, [], [], knowledge)) == 2


def test_a_village_lies_in_its_region(claim, knowledge):
    claims = [
        claim("a", "hostilities.shelling", agents=("NOR",), places=("mill",), when="2031-02-03"),
        claim("b", "hostilities.shelling", agents=("NOR",), places=("valley",), when="2031-02-03"),
    ]
    (event,) = group_claims(claims, [], [], knowledge)
    assert [(one.field, one.sort) for one in event.contradictions] == [("places", "other_grain")]


def test_a_vague_claim_does_not_glue_two_villages_together(claim, knowledge):
    said = {"agents": ("NOR",), "when": "2031-02-03"}
    claims = [
        claim("mill", "hostilities.shelling", places=("mill",), **said),
        claim("ford", "hostilities.shelling", places=("ford",), **said),
        claim("vague", "hostilities.shelling", **said),
    ]
    events = by_claim(group_claims(claims, [], [], knowledge))
    assert events["mill"] is not events["ford"]
    assert events["vague"].claims == ("vague",)


def test_claims_that_name_neither_time_nor_place_stand_alone(claim, knowledge):
    claims = [claim(str(number), "hostilities.clash", agents=("NOR", "SUD")) for number in range(5)]
    assert len(group_claims(claims, [], [], knowledge)) == 5


def test_a_season_does_not_swallow_its_days(claim, knowledge):
    claims = [
        claim("war", "hostilities.clash", agents=("NOR", "SUD"), when=("2031-01-01", "2031-12-31"), background=True),
        claim("day", "hostilities.clash", agents=("NOR", "SUD"), when="2031-02-03"),
    ]
    assert len(group_claims(claims, [], [], knowledge)) == 2


def test_undated_news_takes_the_time_of_its_publication(claim, doc, knowledge):
    said = {"targets": ("GUA.PKF",), "places": ("valley",)}
    claims = [
        claim("a", "hostilities.small_arms", **said),
        claim("b", "hostilities.small_arms", **said),
        claim("later", "hostilities.small_arms", **said),
    ]
    documents = [doc("doc-a", "2031-02-03"), doc("doc-b", "2031-02-03"), doc("doc-later", "2031-02-20")]
    assert partition(group_claims(claims, documents, [], knowledge)) == {frozenset("ab"), frozenset({"later"})}


def test_a_chain_of_days_does_not_become_one_event(claim, knowledge):
    claims = [
        claim(f"day{day}", "hostilities.shelling", agents=("NOR",), places=("valley",), when=f"2031-02-{day:02}")
        for day in range(1, 20)
    ]
    events = group_claims(claims, [], [], knowledge)
    assert all(len(event.claims) <= 3 for event in events)


def test_truces_of_two_wars_on_one_day_are_two(claim, doc, knowledge):
    claims = [
        claim("here", "ceasefire.agreed", places=("valley",), when="2031-02-03"),
        claim("here2", "ceasefire.in_force", doc="doc-here", when="2031-02-03"),
        claim("there", "ceasefire.agreed", places=("elsewhere",), when="2031-02-03"),
        claim("there2", "ceasefire.in_force", doc="doc-there", when="2031-02-03"),
    ]
    found = partition(group_claims(claims, [], [], knowledge))
    assert found == {frozenset({"here", "here2"}), frozenset({"there", "there2"})}


def test_the_losses_of_both_sides_meet_in_their_battle(claim, knowledge):
    day = {"places": ("line",), "when": "2031-02-03"}
    claims = [
        claim("battle", "hostilities.clash", agents=("NOR.MIL", "SUD.MIL"), **day),
        claim("ours", "casualties.killed", targets=("NOR.MIL",), count=("killed", 12), by=("NOR.MOD",), **day),
        claim("theirs", "casualties.killed", targets=("SUD.MIL",), count=("killed", 9), by=("SUD.MOD",), **day),
        claim("guards", "casualties.killed", targets=("GUA.PKF",), count=("killed", 2), by=("GUA.MOD",), **day),
    ]
    events = by_claim(group_claims(claims, [], [], knowledge))
    assert events["battle"].claims == ("battle", "ours", "theirs")
    assert events["battle"].kind == "hostilities.clash"
    assert events["guards"].claims == ("guards",)


def test_a_denial_goes_to_what_it_answers(claim, knowledge):
    claims = [
        claim(
            "accused",
            "hostilities.shelling",
            doc="d",
            agents=("NOR",),
            places=("mill",),
            when="2031-02-03",
            by=("SUD",),
        ),
        claim("denied", "statement.denial", doc="d", start=50, end=60, agents=("NOR.MOD",)),
    ]
    (event,) = group_claims(claims, [], [], knowledge)
    assert event.kind == "hostilities.shelling"
    assert [(one.field, one.sort) for one in event.contradictions] == [("denied", "exclusive")]
    assert event.verdicts.who == "contested"


def test_the_id_is_of_the_earliest_publication_and_a_later_report_keeps_it(claim, doc, knowledge):
    said = {"agents": ("NOR",), "places": ("mill",), "when": "2031-02-03"}
    first, second = claim("z", "hostilities.shelling", **said), claim("a", "hostilities.shelling", **said)
    documents = [doc("doc-z", "2031-02-03"), doc("doc-a", "2031-02-05")]
    (alone,) = group_claims([first], documents, [], knowledge)
    (both,) = group_claims([first, second], documents, [], knowledge)
    assert alone.id == both.id == event_id("z")


def test_the_order_of_kinds_and_the_told_time_name_the_event(claim, knowledge):
    said = {"places": ("mill",), "targets": ("SUD",)}
    claims = [
        claim("a", "hostilities.shelling", when=("2031-02-03", "2031-02-04"), by=("SUD.MOD",), **said),
        claim("b", "hostilities.shelling", when="2031-02-03", by=("NOR.MOD",), **said),
        claim("c", "hostilities.shelling", when="2031-02-03", by=("GUA.OBS",), **said),
    ]
    (event,) = group_claims(claims, [], [], knowledge)
    assert event.when == ("2031-02-03", "2031-02-03")


def test_a_rejected_claim_stands_in_no_event(claim, judgement, knowledge):
    claims = [claim("good", "hostilities.shelling"), claim("misread", "hostilities.shelling")]
    events = group_claims(claims, [], [judgement("j", "reject", "misread")], knowledge)
    assert partition(events) == {frozenset({"good"})}


def test_an_unknown_modality_is_refused(claim, knowledge):
    with pytest.raises(ValueError, match="modality"):
        group_claims([claim("a", "hostilities.shelling", modality="maybe")], [], [], knowledge)


def test_nothing_gives_nothing(knowledge):
    assert group_claims([], [], [], knowledge) == ()


_KINDS = ("hostilities.shelling", "hostilities.clash", "casualties.killed", "ceasefire.agreed", "statement.denial")
_DAYS = st.sampled_from(["2031-02-03", "2031-02-04", "2031-02-20"])


@st.composite
def texts(draw):
    """Up to twelve claims of up to four texts, few values each, so that they meet."""
    claims = []
    for number in range(draw(st.integers(0, 12))):
        day = draw(st.none() | _DAYS)
        killed = draw(st.none() | st.integers(1, 3))
        claims.append(
            Claim(
                id=f"c{number}",
                doc=draw(st.sampled_from(["d0", "d1", "d2", "d3"])),
                start=number * 40,
                end=number * 40 + 20,
                quote="words",
                kind=draw(st.sampled_from(_KINDS)),
                agents=draw(st.sampled_from([(), ("NOR",), ("SUD",), ("NOR", "SUD")])),
                targets=draw(st.sampled_from([(), ("NOR",), ("SUD",), ("GUA",)])),
                places=draw(st.sampled_from([(), ("mill",), ("ford",), ("valley",), ("mill", "ford")])),
                when=(day, day) if day else None,
                count=Count("killed", killed, killed, "exact", "person") if killed else None,
                by=draw(st.sampled_from([(), ("NOR.MOD",), ("SUD.MOD", "agency")])),
                modality=draw(st.sampled_from(["actual", "planned", "negated", "demanded"])),
                background=draw(st.booleans()),
            )
        )
    return claims


_DOCUMENTS = [
    Document(id=f"d{number}", text="", text_sha256="", bytes_sha256="", published=Published(first=day, last=day))
    for number, day in enumerate(["2031-02-03", "2031-02-04", "2031-02-21", None])
]


@given(claims=texts(), seed=st.integers())
def test_the_order_of_arrival_does_not_matter(claims, seed, knowledge):
    shuffled, documents = list(claims), list(_DOCUMENTS)
    order = random.Random(seed)  # noqa: S311 - an order, no secret
    order.shuffle(shuffled)
    order.shuffle(documents)
    assert group_claims(claims, _DOCUMENTS, [], knowledge) == group_claims(shuffled, documents, [], knowledge)


@given(claims=texts())
def test_each_claim_stands_in_one_event_and_twice_is_once(claims, knowledge):
    events = group_claims(claims, _DOCUMENTS, [], knowledge)
    assert sorted(claim for event in events for claim in event.claims) == sorted(one.id for one in claims)
    assert len({event.id for event in events}) == len(events)
    assert group_claims([*claims, *claims], _DOCUMENTS, [], knowledge) == events


@given(claims=texts(), data=st.data())
def test_a_person_has_the_last_word(claims, data, judgement, knowledge):
    """Merge and split hold whatever else comes in, by claim id and by event id alike."""
    if len(claims) < 3:
        return
    one, other, third = data.draw(st.permutations([claim.id for claim in claims]))[:3]
    rest = [claim for claim in claims if claim.id in {one, other, third}]
    held = [judgement("j1", "merge", event_id(one), other), judgement("j2", "split", one, third)]
    for known in (rest, claims):
        events = by_claim(group_claims(known, _DOCUMENTS, held, knowledge))
        assert events[one] is events[other]
        assert events[one] is not events[third]


@given(claims=texts())
def test_every_figure_and_reading_names_a_claim_of_its_event(claims, knowledge):
    for event in group_claims(claims, _DOCUMENTS, [], knowledge):
        told = set(event.claims)
        assert {figure.claim for figure in event.figures} <= told
        for one in event.contradictions:
            assert len(one.readings) > 1 or one.sort == "part_whole"
            assert all(set(reading.claims) <= told for reading in one.readings)
            assert one.why


def test_events_survive_a_round_trip_as_json(claim, knowledge):
    events = group_claims([claim("a", "casualties.killed", count=("killed", 3))], [], [], knowledge)
    assert msgspec.json.decode(msgspec.json.encode(events), type=type(events)) is not None

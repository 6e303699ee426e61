from hudna.events import group_claims

DAY = {"places": ("mill",), "when": "2031-02-03"}
WORDS = "the guns fell silent over the mill at noon"


def only(events):
    (event,) = events
    return event


def test_relays_collapse_to_the_original_speaker(claim, doc, knowledge):
    claims = [
        claim("a", "hostilities.shelling", by=("SUD.MOD", "agency"), **DAY),
        claim("b", "hostilities.shelling", by=("SUD.MOD",), **DAY),
    ]
    event = only(group_claims(claims, [doc("doc-a", source="one"), doc("doc-b", source="two")], [], knowledge))
    assert (event.sources, event.origins) == (2, ("SUD.MOD",))
    assert event.verdicts.happened == "claimed_by_one_party"


def test_copies_of_one_text_are_one_origin(claim, doc, knowledge):
    claims = [claim(name, "hostilities.shelling", quote=WORDS, **DAY) for name in "abc"]
    documents = [doc(f"doc-{name}", f"2031-02-0{day}", source=name) for name, day in zip("abc", (5, 4, 6), strict=True)]
    event = only(group_claims(claims, documents, [], knowledge))
    assert (event.sources, event.origins) == (3, ("source:b",))
    assert event.verdicts.happened == "reported_one_origin"


def test_a_syndication_group_is_one_origin_whatever_the_words(claim, doc, knowledge):
    claims = [claim(name, "hostilities.shelling", quote=f"{name} {name}", **DAY) for name in "ab"]
    documents = [doc(f"doc-{name}", source=name, extra={"syndication": "g1"}) for name in "ab"]
    assert len(only(group_claims(claims, documents, [], knowledge)).origins) == 1


def test_different_words_of_two_outlets_are_two_origins(claim, doc, knowledge):
    claims = [
        claim("a", "hostilities.shelling", quote=WORDS, **DAY),
        claim("b", "hostilities.shelling", quote="our correspondent counted nine shells near the bridge", **DAY),
    ]
    event = only(group_claims(claims, [doc("doc-a"), doc("doc-b")], [], knowledge))
    assert event.verdicts.happened == "reported_independent"


def test_an_outlet_that_quotes_a_speaker_in_the_same_text_is_no_second_origin(claim, knowledge):
    claims = [
        claim("a", "hostilities.shelling", doc="d", by=("SUD.MOD",), **DAY),
        claim("b", "hostilities.shelling", doc="d", start=90, end=99, **DAY),
    ]
    assert only(group_claims(claims, [], [], knowledge)).origins == ("SUD.MOD",)


def test_an_outlet_that_repeats_a_figure_has_not_counted(claim, knowledge):
    claims = [
        claim("a", "casualties.killed", by=("SUD.MOH",), count=("killed", 14), **DAY),
        claim("b", "casualties.killed", count=("killed", 14), **DAY),
        claim("c", "casualties.killed", count=("killed", 15), **DAY),
    ]
    event = only(group_claims(claims, [], [], knowledge))
    assert {figure.claim: figure.origin for figure in event.figures} == {
        "a": "SUD.MOH",
        "b": "SUD.MOH",
        "c": "source:doc-c",
    }
    assert {figure.claim: figure.speaker for figure in event.figures}["b"] == "source:doc-b"


def test_who_denies_is_no_origin_of_what_happened(claim, knowledge):
    """A headline tells the fire; below, one ministry tells it and the other says that it did not fire."""
    said = {"doc": "d", **DAY}
    claims = [
        claim("title", "hostilities.small_arms", start=0, end=10, **said),
        claim("z-told", "hostilities.small_arms", start=40, end=50, by=("SUD.MOD",), agents=("NOR",), **said),
        claim("a-denied", "hostilities.small_arms", start=80, end=90, by=("NOR.MOD",), modality="negated", **said),
    ]
    event = only(group_claims(claims, [], [], knowledge))
    assert event.verdicts.happened == "claimed_by_one_party"
    assert "only SUD.MOD says so" in event.verdicts.why[0]
    assert event.origins == ("SUD.MOD",)


def test_what_is_only_denied_has_the_denier_as_its_origin(claim, knowledge):
    denied = claim("no", "hostilities.small_arms", by=("NOR.MOD",), modality="negated", **DAY)
    assert only(group_claims([denied], [], [], knowledge)).origins == ("NOR.MOD",)


def test_a_figure_that_somebody_denies_is_not_his(claim, knowledge):
    said = {"doc": "d", "count": ("killed", 5), "targets": ("SUD",), **DAY}
    claims = [
        claim("outlet", "casualties.killed", **said),
        claim("denied", "casualties.killed", by=("NOR.MOD",), modality="negated", **said),
    ]
    event = only(group_claims(claims, [], [], knowledge))
    assert {figure.claim: figure.origin for figure in event.figures}["outlet"] == "source:d"

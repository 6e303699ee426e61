from hudna.events import silence


def test_regular_sources_and_parties_that_said_nothing(claim, doc, knowledge):
    documents = [
        doc("doc-a", "2031-02-03", source="daily"),
        doc("doc-b", "2031-02-04", source="post"),
        doc("doc-old", "2030-01-01", source="closed"),
    ]
    claims = [
        claim("a", "hostilities.shelling", by=("NOR.MOD",)),
        claim("b", "statement.demand", agents=("SUD.MFA",)),
    ]
    found = silence(claims, documents, knowledge, "2031-02-04")
    assert [(one.sort, one.name, one.last) for one in found.silent] == [
        ("source", "daily", "2031-02-03"),
        ("party", "NOR", "2031-02-03"),
    ]


def test_a_party_that_never_spoke(claim, doc, knowledge):
    found = silence([], [], knowledge, "2031-02-04")
    assert [(one.name, one.last) for one in found.silent] == [("NOR", None), ("SUD", None)]


def test_none_recorded_is_not_silence(claim, doc, knowledge):
    documents = [doc("doc-a", "2031-02-04")]
    said = claim("a", "ceasefire.violated", modality="negated", by=("GUA.OBS",))
    found = silence([said], documents, knowledge, "2031-02-04")
    assert [(one.claim, one.speaker) for one in found.none_recorded] == [("a", "GUA.OBS")]
    assert silence([said], documents, knowledge, "2031-02-05").none_recorded == ()

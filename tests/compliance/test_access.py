import pytest

from hudna.compliance import access_log


@pytest.fixture
def log(duty, agreement, packs):
    knowledge = packs(agreement(duty("T1.1", "ceasefire", verifier="WATCH")))

    def make(*claims, as_of="2031-02-01", documents=(), events=()):
        return access_log(events, claims, documents, knowledge, as_of)

    return make


def test_ways_of_monitors_and_peacekeepers_are_logged_with_who_closed_them(log, claim):
    rows = log(
        claim(
            "b",
            "implementation.access",
            agents=("NOR.MIL",),
            targets=("WATCH.x",),
            when="2031-01-12",
            modality="negated",
        ),
        claim("a", "humanitarian.blockade", agents=("SUD",), targets=("GUA.PKF",), places=("mill",), when="2031-01-10"),
    )
    assert [(row.claim, row.what, row.to, row.by) for row in rows] == [
        ("a", "blocked", ("GUA.PKF",), ("SUD",)),
        ("b", "denied", ("WATCH.x",), ("NOR.MIL",)),
    ]
    assert rows[0].places == ("mill",)
    assert rows[0].assessor == "source:doc-a"


@pytest.mark.parametrize(
    ("kind", "modality", "what"),
    [
        ("humanitarian.blockade", "negated", "block_denied"),
        ("implementation.access", "actual", "opened_or_closed"),
    ],
)
def test_openings_and_denials_are_told_apart_as_far_as_the_record_goes(log, claim, kind, modality, what):
    (row,) = log(claim("a", kind, targets=("UN.OBS",), modality=modality))
    assert row.what == what


def test_others_ways_and_mere_demands_are_not_in_the_log(log, claim):
    assert not log(
        claim("a", "humanitarian.blockade", agents=("SUD",), targets=("NOR.CVL",)),
        claim("b", "humanitarian.blockade", agents=("GUA.PKF",), targets=("NOR.CVL",)),
        claim("c", "implementation.access", targets=("GUA.PKF",), modality="demanded"),
        claim("d", "hostilities.shelling", targets=("GUA.PKF",)),
    )


def test_only_what_was_published_by_then_is_logged(log, claim, doc):
    late = claim("a", "humanitarian.blockade", targets=("GUA.PKF",))
    documents = [doc("doc-a", "2031-01-20")]
    assert not log(late, documents=documents, as_of="2031-01-19")
    assert len(log(late, documents=documents, as_of="2031-01-20")) == 1

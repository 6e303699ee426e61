import pytest

from hudna.ledger import ClaimFilter, Ledger


def kinds(ledger, **wanted):
    return [claim.kind.split(".")[1] for claim in ledger.claims(ClaimFilter(**wanted))]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["killed", "holding", "agreed"]),
        ({"docs": ("a.txt",)}, ["killed", "holding"]),
        ({"docs": ("a.txt", "b.txt"), "limit": 1}, ["killed"]),
        ({"kinds": ("ceasefire",)}, ["holding", "agreed"]),
        ({"kinds": ("ceasefire.agreed", "casualties")}, ["killed", "agreed"]),
        ({"kinds": ("cease",)}, []),
        ({"actors": ("AZE",)}, ["agreed"]),
        ({"actors": ("AZE", "AZE.MIL")}, ["killed", "agreed"]),
        ({"actors": ("AZE.MIL",)}, ["killed"]),
        ({"actors": ("AZ",)}, []),
        ({"speakers": ("ARM.GOV", "wakala")}, ["killed", "holding"]),
        ({"speakers": ("AZE.MIL",)}, []),
        ({"places": ("karabakh",)}, ["killed"]),
        ({"first": "2020-10-01"}, ["agreed"]),
        ({"last": "2020-09-30"}, ["killed"]),
        ({"first": "2020-09-30", "last": "2020-10-10"}, ["killed", "agreed"]),
        ({"first": "2020-10-10", "last": "2020-10-10"}, ["agreed"]),
        ({"modality": "planned"}, ["agreed"]),
        ({"background": True}, ["holding"]),
        ({"background": False, "kinds": ("ceasefire",)}, ["agreed"]),
        ({"words": "وقف اطلاق"}, ["agreed"]),
        ({"words": "وَقْفِ إِطلاقِ النّارِ"}, ["agreed"]),
        ({"words": "اطلاق وقف"}, []),
        ({"words": '"'}, []),
    ],
)
def test_filters_narrow(full, wanted, found):
    assert kinds(full, **wanted) == found


def test_documents_are_found_by_their_words(full):
    assert [document.id for document in full.documents(words="الهدوء سائد")] == ["a.txt"]
    assert list(full.documents(words="غير موجود")) == []


def test_the_actors_are_those_of_claims_and_of_events_and_no_outlet(full):
    told = [one for claim in full.claims() for one in (*claim.agents, *claim.targets, *claim.by)]
    told += [one for event in full.events() for one in (*event.agents, *event.targets, *event.origins)]
    codes = full.desk.actor_codes()
    assert {one for one in told if one[:1].isupper()} <= set(codes)
    assert list(codes) == sorted({*codes})
    assert "wakala" in told
    assert not [one for one in codes if not one[:1].isupper()]


def test_an_empty_ledger_has_no_actors(path):
    with Ledger.open(path, create=True) as ledger:
        assert ledger.desk.actor_codes() == ()

"""A finding rests on claims as people corrected them, and says so."""

import pytest

from hudna.model import Correction, as_value

SHELLING = {"agents": ("SUD",), "places": ("mill",), "when": "2031-01-20", "by": ("NOR.MOD",)}


@pytest.fixture
def truce(duty, agreement):
    fields = {"obligors": ("NOR", "SUD"), "continuing": True, "against": ("hostilities.shelling",)}
    return agreement(duty("T1.1", "ceasefire", **fields))


@pytest.fixture
def correct(ruling):
    def make(about, **fields):
        return ruling("J1", about, as_value(Correction(**fields)), verb="correct")

    return make


def breaches(found):
    return [one for one in found if one.sort == "alleged_breach"]


def test_a_corrected_doer_is_the_one_who_is_accused(truce, held, claim, correct):
    told = claim("a", "hostilities.shelling", **SHELLING)
    (before,) = breaches(held(truce, [told], "2031-01-31"))
    (after,) = breaches(held(truce, [told], "2031-01-31", judgements=[correct("a", agents=("NOR",))]))
    assert (before.accused, after.accused) == (("SUD",), ("NOR",))
    assert after.why[-1] == "a: agents is [NOR], as N. Haddad corrected it on 2031-02-01 (seen on site)"


@pytest.mark.parametrize(
    "right",
    [
        {"when": ("2030-12-01", "2030-12-01")},
        {"modality": "planned"},
        {"kind": "diplomacy.talks"},
    ],
    ids=["before the truce", "not yet happened", "no hostile act"],
)
def test_what_is_corrected_out_of_a_breach_is_none(truce, held, claim, correct, right):
    told = claim("a", "hostilities.shelling", **SHELLING)
    assert breaches(held(truce, [told], "2031-01-31"))
    assert not breaches(held(truce, [told], "2031-01-31", judgements=[correct("a", **right)]))


def test_who_never_was_corrected_is_not_spoken_of(truce, held, claim, correct):
    told = claim("a", "hostilities.shelling", **SHELLING)
    assert held(truce, [told], "2031-01-31", judgements=[correct("b", agents=())]) == held(truce, [told], "2031-01-31")

import pytest

from hudna.reading.recognise.actors.codes import Codes


@pytest.fixture(scope="module")
def codes(knowledge) -> Codes:
    return Codes(knowledge)


@pytest.mark.parametrize(
    ("owner", "role", "code"),
    [
        ("RUS", "MOD", "RUS.MOD"),
        ("RUS", "", "RUS"),
        ("USA", "MFA", "USA.STATE"),
        ("NKR", "MIL", "NKR.MIL"),
        ("YEM.HOUTHI", "MIL", "YEM.HOUTHI"),
        ("YEM.HOUTHI", "CVL", "YEM.CVL"),
        ("UN", "MIL", "UN.PKF"),
        ("EU", "MFA", "EU.HR"),
        ("ISIS", "MIL", "ISIS"),
        ("", "MOD", ""),
    ],
)
def test_compose(codes, owner, role, code):
    assert codes.compose(owner, role) == code


def test_owners_and_roles(codes):
    assert codes.owner_of("RUS.MOD.shoigu") == "RUS"
    assert codes.owner_of("YEM.HOUTHI") == "YEM.HOUTHI"
    assert codes.owner_of("PSE.HAMAS.haniyeh") == "PSE.HAMAS"
    assert codes.role_of("RUS.MOD.shoigu") == "MOD"
    assert codes.role_of("PSE.HAMAS.haniyeh") == ""


def test_former_holders_are_their_countrys_but_members_stay(codes):
    assert codes.former("ARM.PM.pashinyan") == "ARM.pashinyan"
    assert codes.former("PSE.HAMAS.haniyeh") == "PSE.HAMAS.haniyeh"

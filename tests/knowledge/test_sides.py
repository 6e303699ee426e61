"""Who is on whose side: countries by themselves, and parties within one country as a theatre names them."""

import pytest

from hudna.knowledge import Sides, check_packs, load_knowledge


def test_between_states_the_country_is_the_side():
    sides = Sides({"ARM": (), "AZE": ()}, groups={"ARM.DASHNAK"})
    assert [sides.of(code) for code in ("ARM", "ARM.MOD", "ARM.PM.pashinyan", "ARM.DASHNAK", "RUS.PKF")] == [
        "ARM",
        "ARM",
        "ARM",
        "ARM",
        "RUS",
    ]


@pytest.mark.parametrize(
    ("code", "side"),
    [
        ("YEM.HOUTHI.saree", "YEM.HOUTHI"),
        ("YEM.GOV", "YEM.GOV"),
        ("YEM.MOD", "YEM.GOV"),
        ("YEM", "YEM.GOV"),
        ("YEM.STC.zubaidi", "YEM.STC"),
        ("UN.UNMHA", "UN"),
        ("YEM.MFA.yamani", "YEM.GOV"),
        ("YEM.yamani", "YEM.yamani"),
        ("RUS.medvedev", "RUS"),
    ],
)
def test_a_divided_country_has_the_sides_that_the_theatre_names(code, side):
    sides = Sides({"YEM.GOV": ("YEM",), "YEM.HOUTHI": ()}, groups={"YEM.STC", "UN.UNMHA"})
    assert sides.of(code) == side


CODES = ("YEM", "YEM.GOV", "YEM.MIL", "YEM.REB.marib", "YEM.HOUTHI.saree", "YEM.STC", "YEM.LOCAL", "SAU", "wakala")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (["YEM.GOV"], ["YEM", "YEM.GOV", "YEM.MIL", "YEM.REB.marib"]),
        (["YEM.REB"], ["YEM.REB", "YEM.REB.marib"]),
        (["YEM.STC"], ["YEM.LOCAL", "YEM.STC"]),
        (["YEM"], [one for one in sorted(CODES) if one.startswith("YEM")]),
        (["YEM.HOUTHI", "wakala"], ["YEM.HOUTHI", "YEM.HOUTHI.saree", "wakala"]),
        (["SAU"], ["SAU"]),
        (["FRA"], ["FRA"]),
        ([], []),
    ],
)
def test_to_an_actor_belong_those_on_its_side_and_those_under_it(asked, found):
    members = {"YEM.GOV": ("YEM", "YEM.REB"), "YEM.HOUTHI": ()}
    sides = Sides(members, groups={"YEM.STC"}, under={"YEM.LOCAL": "YEM.STC"})
    assert list(sides.belonging(asked, CODES)) == found


def test_a_state_is_not_the_group_of_its_country():
    sides = load_knowledge(["lebanon"]).sides
    codes = ("LBN", "LBN.MIL", "LBN.HEZBOLLAH", "LBN.AMAL", "ISR.MIL")
    assert sides.belonging(["LBN"], codes) == ("LBN", "LBN.MIL")
    assert sides.belonging(["LBN.HEZBOLLAH"], codes) == ("LBN.HEZBOLLAH",)


def test_settlers_and_the_prisoners_commission_stand_where_they_belong():
    for theatre in ("gaza", "lebanon"):
        sides = load_knowledge([theatre]).sides
        assert sides.of("PSE.SETTLERS") == "ISR"
        assert sides.belonging(["ISR"], ["PSE.SETTLERS", "PSE.GOV"]) == ("ISR", "PSE.SETTLERS")
        assert sides.belonging(["PSE"], ["PSE.SETTLERS", "PSE.GOV"]) == ("PSE", "PSE.GOV")
    sides = load_knowledge(["gaza"]).sides
    assert [sides.of(f"PSE.{one}") for one in ("GOV", "PRISONERS", "PRISONERS_CLUB")] == [
        "PSE",
        "PSE",
        "PSE.PRISONERS_CLUB",
    ]


def test_outlets_and_unnamed_sources_are_nobodys_side():
    assert [Sides().of(code) for code in ("reuters", "SOURCE.MEDICAL")] == [None, None]
    assert Sides().of_all(["reuters", "USA.STATE", "USA.PRES"]) == {"USA"}


@pytest.mark.parametrize(
    ("sides", "complaint"),
    [
        ('"YEM.STC" = ["YEM"]', "no party of this theatre"),
        ('"YEM.GOV" = ["YEM.NOBODY"]', "unknown actor"),
        ('"YEM.GOV" = ["YEM.STC"]\n"YEM.HOUTHI" = ["YEM.STC"]', "stands with two parties"),
    ],
)
def test_wrong_sides_are_told(tmp_path, sides, complaint):
    folder = tmp_path / "coast"
    folder.mkdir()
    head = 'id = "coast"\nname_ar = "الساحل"\nname_en = "Coast"\ntimezone = "+03:00"\n'
    (folder / "theatre.toml").write_text(
        f'{head}parties = ["YEM.GOV", "YEM.HOUTHI"]\n[sides]\n{sides}\n', encoding="utf-8"
    )
    for table, columns in (
        ("places", "code,name_ar,name_en,sort,lat,lon,precision_km"),
        ("actors", "code,name_ar,name_en,sort"),
        ("sources", "code,name_ar,name_en,sort"),
    ):
        (folder / f"{table}.csv").write_text(f"{columns}\n", encoding="utf-8")
    assert any(complaint in issue.reason for issue in check_packs(folders=[folder]))


def test_the_shipped_theatres_between_states_are_undivided():
    assert load_knowledge(["karabakh"]).sides.of("AZE.MOD") == "AZE"


@pytest.mark.parametrize(
    ("theatre", "code", "side"),
    [
        ("lebanon", "LBN.MIL", "LBN"),
        ("lebanon", "LBN.CD", "LBN"),
        ("lebanon", "LBN.HEZBOLLAH.qassem", "LBN.HEZBOLLAH"),
        ("lebanon", "LBN.AMAL", "LBN.AMAL"),
        ("gaza", "PSE.PRES.abbas", "PSE"),
        ("gaza", "PSE.HAMAS.hayya", "PSE.HAMAS"),
        ("gaza", "PSE.PIJ", "PSE.PIJ"),
        ("gaza", "PSE.GAZA_MOH.qudra", "PSE.GAZA_GOV"),
        ("gaza", "PSE.CD", "PSE.GAZA_GOV"),
        ("syria", "SYR.MOD", "SYR"),
        ("syria", "SYR.YPG", "SYR.SDF"),
        ("syria", "SYR.TRIBES", "SYR.TRIBES"),
        ("syria", "SYR.HTS.jolani", "SYR.HTS"),
    ],
)
def test_the_shipped_theatres_tell_a_state_from_the_groups_of_its_country(theatre, code, side):
    assert load_knowledge([theatre]).sides.of(code) == side


def test_whose_parent_a_row_names_stands_with_it_in_a_divided_country():
    rows = {"PSE.GAZA_MOH": "PSE.GAZA_GOV", "PSE.AID": "PSE.HAMAS"}
    divided = Sides({"PSE.HAMAS": ()}, groups={"PSE.GAZA_GOV"}, under=rows)
    assert divided.of_all(["PSE.GAZA_MOH.qudra", "PSE.AID", "PSE.GOV"]) == {"PSE.GAZA_GOV", "PSE.HAMAS", "PSE"}
    assert Sides(under=rows).of("PSE.GAZA_MOH") == "PSE"
